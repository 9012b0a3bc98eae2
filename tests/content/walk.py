"""Every text of the content, with where it stands and who gets to see or hear it."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from msgspec import Struct

from workshop_flows.content import Content

NO_TEXT = frozenset({"id", "language", "kind", "keywords", "banned"})
"""Fields that are for the program, or the list of banned words itself."""

FACILITATOR_ONLY = frozenset({"tips", "notes"})
"""Everything else the team sees or hears: a new field is theirs until it is named here."""


class Piece(NamedTuple):
    """One text; `path` as 'axes[A1].talk.low.short', `team` when the team sees or hears it."""

    path: str
    text: str
    team: bool

    @property
    def file(self) -> str:
        return re.split(r"[.\[]", self.path, maxsplit=1)[0]


def pieces(content: Content) -> list[Piece]:
    return list(_pieces(content, "", team=True))


def team_pieces(content: Content) -> list[Piece]:
    return [piece for piece in pieces(content) if piece.team]


def _pieces(value: object, path: str, *, team: bool) -> Iterator[Piece]:
    match value:
        case Enum():
            return
        case str():
            yield Piece(path, value, team)
        case tuple():
            for position, item in enumerate(value, start=1):
                yield from _pieces(item, f"{path}[{_name(item) or position}]", team=team)
        case Struct():
            for field in value.__struct_fields__:
                if field not in NO_TEXT:
                    seen = team and field not in FACILITATOR_ONLY
                    where = f"{path}.{field}" if path else field
                    yield from _pieces(getattr(value, field), where, team=seen)


def _name(item: object) -> object:
    named = (getattr(item, field, None) for field in ("id", "step", "length"))
    return next((name for name in named if isinstance(name, str | int)), None)


def words(text: str) -> list[str]:
    """Return the words of a text; what has no letter or figure is none."""
    return [word for word in text.split() if re.search(r"\w", word)]


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; three dots leave a sentence open, a new line ends it."""
    closed = re.sub(r"\.\.\.", "", text)
    found = re.split(r"(?<=[.?!])['’\")]*\s+|\n", closed)
    return [sentence for sentence in found if words(sentence)]
