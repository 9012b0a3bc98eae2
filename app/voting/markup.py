"""Pieces of a page, in which every text is escaped."""

from html import escape
from typing import Final

VOID: Final = ("input", "link", "meta", "use")


class Html(str):
    """A piece of a page in which every text is escaped already."""

    __slots__ = ()


Inside = str | None


def el(what: str, *inside: Inside, **attributes: str | bool | None) -> Html:
    """Return `p.line` with what is inside it; None is left out, all but Html is escaped."""
    name, *classes = what.split(".")
    given: dict[str, str | bool | None] = {"class": " ".join(classes) or None, **attributes}
    start = name + "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{escape(value)}"')
        for key, value in given.items()
        if value is not None and value is not False
    )
    if name in VOID:
        return Html(f"<{start}>")
    content = "".join(
        one if isinstance(one, Html) else escape(one) for one in inside if one is not None
    )
    return Html(f"<{start}>{content}</{name}>")
