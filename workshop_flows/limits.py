"""The limits of what a session may hold; every reader and every command obeys these."""

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
