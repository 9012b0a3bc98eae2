"""The painted marks say what they should, and stay inside their place."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from resources.catalogue import catalogue
from tests.widgets.sample_pages import LANGUAGES, sample_pages
from widgets.ballot_box import BallotBox
from widgets.icons import outline
from widgets.legend_marks import LegendMark, Spread, Zones
from widgets.marks import (
    SCALE_FRACTIONS,
    Ball,
    Bar,
    Box,
    Diamond,
    Dot,
    Flag,
    Icon,
    Mark,
    Panel,
    Rule,
    Skip,
    square,
)
from widgets.projector.pages import compose
from widgets.projector.sheet import Sheet, Text, sheet_size
from widgets.theme import Zoom, colours, load_fonts
from workshop_flows.radar_marks import Series

LIGHT = colours("light")
CLEAR = QColor(0, 0, 0, 0)
PLACE = Box(50, 50, 100, 100)


def painted(mark: Mark) -> QImage:
    image = QImage(200, 200, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(CLEAR)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    mark.paint(painter, LIGHT)
    painter.end()
    return image


def touched(image: QImage) -> QRectF:
    """Return the rectangle of the pixels that are not clear."""
    spots = [(x, y) for x in range(200) for y in range(200) if image.pixelColor(x, y).alpha() > 40]
    xs, ys = zip(*spots, strict=True)
    return QRectF(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


@pytest.mark.parametrize("fraction", SCALE_FRACTIONS)
def test_a_ball_fills_from_twelve_o_clock_clockwise(fraction: float) -> None:
    image = painted(Ball(PLACE, fraction))
    quarters = ((115, 85), (115, 115), (85, 115), (85, 85))
    ink = [image.pixelColor(*at) == LIGHT.of("ink") for at in quarters]
    assert ink == [number < fraction * 4 for number in range(4)]


SERIES: tuple[Series, ...] = ("team", "owner", "spread", "first", "agreed", "target", "earlier")
INSIDE: tuple[Mark, ...] = (
    Ball(PLACE, 0.5),
    Skip(PLACE),
    Panel(PLACE, "surface", "line", 8.0),
    Panel(PLACE, None, "line_strong", 3.0, dashed=True),
    Bar(PLACE._replace(height=20), 1.4),
    Bar(PLACE._replace(height=20), 0.01),
    Dot(100, 100, 48, None, "team", 4.0, dashed=True),
    Diamond(100, 100, 46),
    Flag(80, 140, 80),
    Rule((60, 100), (140, 100)),
    Icon(PLACE, "lock-simple"),
    Spread(PLACE._replace(height=20)),
    Spread(PLACE._replace(height=20), dashed=True),
    Zones(52, 60, 28, 2),
    BallotBox(PLACE),
    *(LegendMark(50, 100, 100, series) for series in SERIES),
)


@pytest.mark.parametrize("mark", INSIDE, ids=[repr(one)[:40] for one in INSIDE])
def test_a_mark_stays_in_its_place(mark: Mark, qapp: QApplication) -> None:
    load_fonts()
    assert PLACE.rect.adjusted(-1, -1, 1, 1).contains(touched(painted(mark)))


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(KeyError):
        outline("no-such-icon")


def test_a_square_stands_around_its_middle() -> None:
    assert square(100, 100, 100) == PLACE


@pytest.mark.parametrize("zoom", ["normal", "far"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sample_pages("nl"))
def test_what_stands_on_a_card_stays_on_it(
    name: str, language: str, zoom: Zoom, qapp: QApplication
) -> None:
    """A line of text that lies partly on a card lies on it as a whole."""
    load_fonts()
    sheet = Sheet(catalogue(language), *sheet_size(1920, 1080, zoom), zoom)
    compose(sample_pages(language)[name], sheet)
    cards = [one.place.rect for one in sheet.items if isinstance(one, Panel)]
    for text in sheet.items:
        if not isinstance(text, Text):
            continue
        for ink in text.setting.ink(text.x, text.y, text.width):
            line = QRectF(*ink)
            for card in cards:
                if card.intersects(line):
                    # A tag lies over the edge of its card.
                    assert card.contains(line) or any(
                        other.contains(line) for other in cards if other != card
                    ), text.setting.text
