"""Colours and fonts of the design, for everything that is drawn on a screen."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, Literal, TypeAlias

from msgspec import Struct, json
from PySide6.QtGui import QColor, QFont, QFontDatabase

Theme: TypeAlias = Literal["light", "dark"]
Zoom: TypeAlias = Literal["normal", "far"]
"""`far`: everything a third larger, for a deep room."""

FAMILIES: Final = ("Atkinson Hyperlegible", "Noto Sans", "Noto Sans Arabic")
"""In the order in which a character is looked for."""
_FONT_FILES: Final = (
    ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Regular.ttf"),
    ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Bold.ttf"),
    ("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf"),
    ("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf"),
)


class Colours(Struct, frozen=True):
    """The roles of the design in one theme, as '#RRGGBB'."""

    paper: str
    surface: str
    sunken: str
    line: str
    line_strong: str
    ink: str
    ink_2: str
    primary: str
    primary_hover: str
    primary_pressed: str
    on_primary: str
    primary_soft: str
    mark: str
    mark_soft: str
    on_mark: str
    team: str
    team_soft: str
    owner: str
    owner_text: str
    owner_soft: str
    target: str
    target_fill: str
    earlier: str
    warn_soft: str
    error: str
    error_soft: str
    focus: str
    disabled_bg: str
    disabled_ink: str

    def of(self, role: str) -> QColor:
        """Return the colour of a role; raise AttributeError for one that is not there."""
        return QColor(getattr(self, role))


class _Series(Struct, frozen=True):
    spread_opacity: Mapping[str, float]


class _Tokens(Struct, frozen=True):
    colour: Mapping[str, Colours]
    series: _Series


@cache
def _tokens() -> _Tokens:
    source = files("resources") / "tokens.json"
    return json.decode(source.read_bytes(), type=_Tokens)


def colours(theme: Theme) -> Colours:
    return _tokens().colour[theme]


def spread_opacity(theme: Theme) -> float:
    """Return how far the band of the votes covers what lies under it, 0 to 1."""
    return _tokens().series.spread_opacity[theme]


def load_fonts() -> None:
    """Give the application the fonts of the design; needs a QGuiApplication.

    Raise RuntimeError when a font cannot be read. Doing it again does nothing.
    """
    known = set(QFontDatabase.families())
    if known.issuperset(FAMILIES):
        return
    for package, name in _FONT_FILES:
        data = (files(package) / "files" / name).read_bytes()
        if QFontDatabase.addApplicationFontFromData(data) < 0:
            raise RuntimeError(name)


def font(size: float, *, bold: bool = False) -> QFont:
    """Return the font with letters `size` high, in the painter's units (at least 1).

    Without hinting a text keeps its shape and its relative width at every scale, so that
    the preview breaks its lines where the room's screen does.
    """
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    made.setPixelSize(max(1, round(size)))
    return made
