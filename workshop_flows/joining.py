"""What the room sees of the ways to take part: where phones join, and with what one votes."""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

Matrix: TypeAlias = tuple[tuple[bool, ...], ...]
"""The modules of a QR code, row by row, without the margin around them."""


class Device(StrEnum):
    """With what people vote in an open secret round."""

    PHONE = "phone"
    EITHER = "either"
    """Some on a phone, some on a slip."""


class JoinStrip(Struct, frozen=True, kw_only=True):
    """How to join: 'm plekken, m mensen', and where phones vote.

    `address` None: nobody joins by phone, or not now. `phones`: how many of the seats vote by
    phone, `people`: how many of those take part; without phones, how many came. `network` None:
    the name of the wifi was not told; `wifi_matrix` None: it can't be scanned.
    """

    seats: int
    people: int | None = None
    phones: int | None = None
    address: str | None = None
    network: str | None = None
    password: str | None = None
    url_matrix: Matrix | None = None
    wifi_matrix: Matrix | None = None


class JoinLine(Struct, frozen=True, kw_only=True):
    """The same on one line, for who comes late."""

    address: str
    people: int
    phones: int
    network: str | None = None
