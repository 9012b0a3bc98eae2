"""The limits of what a session may hold; every reader and every command obeys these."""

import unicodedata
from typing import Final

MOST_STAFF: Final = 49
MOST_OWNERS: Final = 5
FEWEST_SEATS: Final = 2
MOST_SEATS: Final = 50
LONGEST_TEXT: Final = 500
LONGEST_NAME: Final = 80
MOST_FOCUS: Final = 3
MOST_CARDS: Final = 8
MOST_AFSPRAKEN: Final = 3
CHOICES_PER_SEAT: Final = 2
MOST_ITEMS: Final = 20
FIRST_STEP_DAYS: Final = 7
LARGEST_NUMBER: Final = 9_999_999

UNSEEN: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Unicode categories: control characters, line breaks among them, and half characters."""

TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of all text after them, on screen and on paper."""


def hidden_character(text: str) -> str | None:
    """Return the first character that no text may hold, or None."""
    return next(
        (c for c in text if unicodedata.category(c) in UNSEEN or c in TURNING),
        None,
    )
