"""The codes on the slips: short, typed by hand, and drawn so that they say nothing."""

import secrets
from collections.abc import Callable, Collection
from typing import Final

ALPHABET: Final = "CDFGHJKMNPQRTVWX234679"
"""Nothing that looks like something else, and no vowels: they would make words."""
LENGTH: Final = 4

Draw = Callable[[str], str]
"""Return one character of these, each as likely."""


def new_codes(count: int, taken: Collection[str], draw: Draw = secrets.choice) -> tuple[str, ...]:
    """Draw codes that differ from each other and from those taken in two places or more.

    So one wrong key never takes somebody else's seat.
    """
    codes: list[str] = []
    while len(codes) < count:
        code = "".join(draw(ALPHABET) for _ in range(LENGTH))
        if all(_apart(code, other) for other in (*taken, *codes)):
            codes.append(code)
    return tuple(codes)


def normal(code: str) -> str:
    """Return a code as it was drawn: people type small letters, spaces and hyphens."""
    return "".join(letter for letter in code.upper() if letter.isalnum())


def _apart(one: str, other: str) -> bool:
    return sum(a != b for a, b in zip(one, other, strict=True)) > 1
