"""What a voter reads of the content, in each language of the phones.

Dutch and English come from `Content`. The other languages have only this much of it, in
`resources/content/<language>/voter.toml`; nothing is written in two places.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Final, get_args

import msgspec
from msgspec import Struct

from app.content import load_content
from workshop_flows.content import Content
from workshop_flows.vocabulary import AxisId, Language, Role

NAMES: Final = {
    "nl": "Nederlands",
    "en": "English",
    "pl": "Polski",
    "tr": "Türkçe",
    "uk": "Українська",
    "ar": "العربية",
    "de": "Deutsch",
    "ro": "Română",
}
"""The languages of the phones by their own names, in the order in which they are offered."""
LANGUAGES: Final = tuple(NAMES)
SKIP: Final = "skip"


class VoterContent(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`scale` by '1' to '5' and 'skip'; `staff` and `owner` by the id of the statement."""

    axes: dict[AxisId, str]
    scale: dict[str, str]
    staff: dict[str, str]
    owner: dict[str, str]
    actions: dict[int, str]

    def statement(self, statement: str, role: Role) -> str:
        """Raise KeyError for an id that is not there."""
        return (self.owner if role is Role.OWNER else self.staff)[statement]


@cache
def voter_content(language: str) -> VoterContent:
    """Return the content for voters in one of `LANGUAGES`; raise KeyError for another."""
    if language not in NAMES:
        raise KeyError(language)
    if language in get_args(Language):
        return _of(load_content(language))
    source = files("resources") / "content" / language / "voter.toml"
    tables = tomllib.loads(source.read_text("utf-8"))
    # Keys of TOML are always text, also those of the actions.
    return msgspec.convert(tables, VoterContent, strict=False, str_keys=True)


def _of(content: Content) -> VoterContent:
    statements = [statement for axis in content.axes for statement in axis.statements]
    return VoterContent(
        axes={axis.id: axis.label for axis in content.axes},
        scale={str(point.value or SKIP): point.label for point in content.scale},
        staff={statement.id: statement.staff for statement in statements},
        owner={statement.id: statement.owner for statement in statements},
        actions={action.id: action.title for action in content.actions},
    )
