"""QR codes for a phone's camera, as rows of modules without the quiet zone around them."""

from functools import lru_cache
from typing import Final

import segno

from workshop_flows.joining import Matrix

QUIET: Final = 4
"""Modules that whoever draws a code leaves white around it."""

_LONGEST_NAME: Final = 32
_PASSWORDS: Final = range(8, 64)
"""Lengths that WPA knows; a phone refuses a code with another one without saying why."""


def url_matrix(url: str) -> Matrix:
    return _matrix(url)


def wifi_matrix(name: str, password: str) -> Matrix | None:
    """Return the code that joins a Wi-Fi, an open one when there is no password.

    None when name or password have anything but letters and digits: phones read what stands
    for other characters in different ways. None too when it can't be a Wi-Fi's.
    """
    if not (_is_plain(name) and len(name) <= _LONGEST_NAME):
        return None
    if not password:
        return _matrix(f"WIFI:T:nopass;S:{name};;")
    if not (_is_plain(password) and len(password) in _PASSWORDS):
        return None
    return _matrix(f"WIFI:T:WPA;S:{name};P:{password};;")


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isalnum()


@lru_cache(maxsize=4)
def _matrix(text: str) -> Matrix:
    # A smudge or a fold of the paper may cost a seventh of it; more where that is free.
    made = segno.make_qr(text, error="m")
    return tuple(tuple(bool(module) for module in row) for row in made.matrix)
