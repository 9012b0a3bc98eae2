"""A page of the projector before it is painted: texts and marks at their places.

The unit is 1/1080 of the height, so a size of 54 is the same part of every screen. In
`far` zoom the sheet has a third fewer units: everything on it is a third larger.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from resources.catalogue import Catalogue
from widgets.marks import Box, Dot, Mark
from widgets.theme import Colours, Zoom
from widgets.typeset import Run, Setting, Style, fitted, plain
from workshop_flows.radar_marks import Labels
from workshop_flows.views import RadarView

HEIGHT: Final = 1080.0
FAR: Final = 4 / 3
NARROWEST: Final[Mapping[Zoom, float]] = {"normal": 4 / 3, "far": 16 / 10}
"""Shape of the narrowest page: words need their width, the more so when they are large."""
WIDEST: Final = 16 / 9
"""A screen that is narrower or wider than the page gets a margin of bare ground."""
MARGIN_X: Final = 0.05
MARGIN_Y: Final = 0.045

BODY: Final = 39
"""1/28 of the height: the least for what the room must read."""
SMALL: Final = 30
"""1/36 of the height: the least for footers, legends and captions."""
LABEL: Final = 34.0
"""The names of the axes beside a small radar."""

HERO: Final = Style(180, 96, 1.0)
STATEMENT: Final = Style(108, 54, 1.12, tracking=-0.01, balanced=True, max_lines=3)
HEADING: Final = Style(96, 54, 1.12, tracking=-0.01, max_lines=2)
TITLE: Final = Style(60, 44, 1.14, tracking=-0.005)
QUESTION: Final = Style(52, BODY, 1.18, balanced=True)
TEXT: Final = Style(42, BODY, 1.24)
CAPTION: Final = Style(34, SMALL, 1.2)
FOOTER: Final = Style(36, SMALL, 1.25)


class Text(NamedTuple):
    """A text on the sheet: a setting in the column that starts at (x, y)."""

    setting: Setting
    x: float
    y: float
    width: float

    def paint(self, painter: QPainter, colours: Colours) -> None:
        self.setting.paint(painter, self.x, self.y, self.width, colours)


class RadarPlace(NamedTuple):
    """Where the radar stands, and how: `text` is the height of its font in units."""

    view: RadarView
    place: Box
    labels: Labels
    text: float


class PlacedText(NamedTuple):
    """A line of text as it was painted.

    `floor`: the least size its kind may have; `fits`: the whole text does, with no word cut.
    """

    text: str
    place: Box
    size: float
    floor: float
    fits: bool


@dataclass(slots=True)
class Sheet:
    """What a page puts where, from the back to the front.

    Positions are in units from the upper left corner of the page, which is `width` by
    `height`. `spoken` is the page as it is read aloud.
    """

    texts: Catalogue
    width: float
    height: float
    zoom: Zoom = "normal"
    items: list[Text | Mark] = field(default_factory=list)
    growing: list[Dot] = field(default_factory=list)
    """Dots that grow to their size when the page comes; in front of the items."""
    lift: float = 0.0
    """How much higher the page stands, for a line below it: it keeps all its room."""
    position: int = 0
    _said: list[tuple[int, str]] = field(default_factory=list)
    radar: RadarPlace | None = None

    @property
    def far(self) -> bool:
        return self.zoom == "far"

    @property
    def left(self) -> float:
        return MARGIN_X * self.width

    @property
    def right(self) -> float:
        return self.width - self.left

    @property
    def top(self) -> float:
        return MARGIN_Y * self.height - self.lift

    @property
    def bottom(self) -> float:
        return (1 - MARGIN_Y) * self.height - self.lift

    @property
    def across(self) -> float:
        """The width between the margins."""
        return self.right - self.left

    def add(self, *marks: Mark) -> None:
        self.items.extend(marks)

    def put(self, setting: Setting, x: float, y: float, width: float) -> float:
        """Set a text in the column at (x, y) and return the height where it ends."""
        self.items.append(Text(setting, x, y, width))
        self.say(setting.text)
        return y + setting.height

    def write(
        self,
        text: str | Sequence[Run],
        style: Style,
        place: Box,
        role: str = "ink",
        *,
        bold: bool = False,
        centred: bool = False,
    ) -> float:
        """Fit a text into a place, at its top or centred in its height; return its end."""
        runs = plain(text, role, bold=bold) if isinstance(text, str) else text
        setting = fitted(runs, style, place.width, place.height)
        spare = max(0.0, place.height - setting.height) / 2 if centred else 0.0
        return self.put(setting, place.x, place.y + spare, place.width)

    def say(self, text: str) -> None:
        """Add to what is read aloud."""
        if text:
            self._said.append((self.position, text))

    @property
    def spoken(self) -> str:
        """The whole page in reading order, a line for each text."""
        ordered = sorted(self._said, key=itemgetter(0))
        return "\n".join(text for _, text in ordered)

    def scratch(self) -> "Sheet":
        """Return an empty sheet of the same kind, to measure on."""
        return Sheet(self.texts, self.width, self.height, self.zoom, lift=self.lift)

    def paint(self, painter: QPainter, colours: Colours, grown: float = 1.0) -> None:
        for item in self.items:
            item.paint(painter, colours)
        for dot in self.growing:
            replace(dot, radius=grown * dot.radius).paint(painter, colours)

    def placed_texts(self) -> tuple[PlacedText, ...]:
        """Return every line of text with the place of its letters, in units."""
        return tuple(
            PlacedText(
                item.setting.text,
                Box(*ink),
                item.setting.size,
                item.setting.style.floor,
                item.setting.fits and item.setting.whole,
            )
            for item in self.items
            if isinstance(item, Text)
            for ink in item.setting.ink(item.x, item.y, item.width)
        )


def sheet_size(width: float, height: float, zoom: Zoom) -> tuple[float, float]:
    """Return the size in units of the page that fits a screen of this shape."""
    shape = min(WIDEST, max(NARROWEST[zoom], width / height))
    tall = HEIGHT / FAR if zoom == "far" else HEIGHT
    return tall * shape, tall


def origin_and_scale(
    width: float, height: float, sheet: tuple[float, float]
) -> tuple[QPointF, float]:
    """Return the upper left corner of the page on a screen, and the size of a unit there."""
    scale = min(width / sheet[0], height / sheet[1])
    return QPointF((width - scale * sheet[0]) / 2, (height - scale * sheet[1]) / 2), scale
