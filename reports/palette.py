"""Colours and sizes of the design, read once from `resources/tokens.json`."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias

from msgspec import Struct, json

Theme: TypeAlias = Literal["light", "dark", "print"]
"""`print` is light on white paper, with greys that a laser printer keeps apart."""


class SeriesTokens(Struct, frozen=True):
    fill_opacity: float
    spread_opacity: Mapping[Theme, float]


class PrintSizes(Struct, frozen=True):
    """Sizes of type on paper, in points."""

    title: float
    h2: float
    body: float
    small_min: float


class Tokens(Struct, frozen=True):
    """`colour` maps a role to '#RRGGBB' for each theme."""

    colour: Mapping[Theme, Mapping[str, str]]
    series: SeriesTokens
    print_pt: PrintSizes
    print_hairline_pt: float


@cache
def tokens() -> Tokens:
    source = files("resources") / "tokens.json"
    return json.decode(source.read_bytes(), type=Tokens)


def colours(theme: Theme) -> Mapping[str, str]:
    """Return '#RRGGBB' by role: 'ink', 'team', 'owner_text', ..."""
    return tokens().colour[theme]
