"""What can be chosen in a row or a list."""

from msgspec import Struct


class Option(Struct, frozen=True, kw_only=True):
    """`key` is what the program calls it, `text` what people read."""

    key: object
    text: str
    second: str = ""
    icon: str | None = None
