"""The painted marks of the design: what people point at, drawn the same everywhere.

Every mark says where it stands and paints itself in the colours it is given, in the units
of the painter. Strokes are parts of the mark's own size.
"""

from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from widgets.icons import paint_icon
from widgets.theme import Colours, font

BALL_OUTLINE: Final = 0.075
SCALE_FRACTIONS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
"""How full the ball of the answers 1 to 5 is."""


class Box(NamedTuple):
    """A place on a page; y runs down."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> float:
        """The height of the middle."""
        return self.y + self.height / 2

    @property
    def rect(self) -> QRectF:
        return QRectF(*self)

    def inset(self, across: float, down: float | None = None) -> "Box":
        """Return the box without a margin left and right, and above and below."""
        down = across if down is None else down
        return Box(self.x + across, self.y + down, self.width - 2 * across, self.height - 2 * down)


def square(x: float, y: float, size: float) -> Box:
    """Return a square around the point (x, y)."""
    return Box(x - size / 2, y - size / 2, size, size)


class Mark(Protocol):
    """Something that paints itself."""

    def paint(self, painter: QPainter, colours: Colours) -> None: ...


@dataclass(frozen=True, slots=True)
class Panel:
    """A rounded plane with or without an edge; the edge lies inside the place."""

    place: Box
    fill: str | None = "surface"
    edge: str | None = None
    width: float = 2.0
    radius: float = 24.0
    dashed: bool = False

    def paint(self, painter: QPainter, colours: Colours) -> None:
        painter.setBrush(colours.of(self.fill) if self.fill else Qt.BrushStyle.NoBrush)
        painter.setPen(Qt.PenStyle.NoPen)
        half = 0.0
        if self.edge:
            pen = QPen(colours.of(self.edge), self.width)
            if self.dashed:
                pen.setDashPattern([2.4, 2.0])
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            half = self.width / 2
        rect = self.place.rect.adjusted(half, half, -half, -half)
        radius = min(self.radius, rect.width() / 2, rect.height() / 2)
        painter.drawRoundedRect(rect, radius, radius)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    start: tuple[float, float]
    end: tuple[float, float]
    role: str = "line"
    width: float = 2.0

    def paint(self, painter: QPainter, colours: Colours) -> None:
        pen = QPen(colours.of(self.role), self.width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(*self.start), QPointF(*self.end))


@dataclass(frozen=True, slots=True)
class Ball:
    """A circle filled from 12 o'clock, clockwise, in every language."""

    place: Box
    fraction: float

    def paint(self, painter: QPainter, colours: Colours) -> None:
        stroke = BALL_OUTLINE * self.place.width
        inset = stroke / 2 + 0.01 * self.place.width
        rect = self.place.rect.adjusted(inset, inset, -inset, -inset)
        ink = colours.of("ink")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.of("surface"))
        painter.drawEllipse(rect)
        if self.fraction > 0:
            painter.setBrush(ink)
            painter.drawPie(rect, 90 * 16, -round(self.fraction * 360 * 16))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, stroke))
        painter.drawEllipse(rect)


@dataclass(frozen=True, slots=True)
class Skip:
    """A question mark in a dashed rounded square."""

    place: Box
    sign: str = "?"

    def paint(self, painter: QPainter, colours: Colours) -> None:
        size = self.place.width
        inset = 0.13 * size
        pen = QPen(colours.of("ink_2"), 0.06 * size)
        pen.setDashPattern([1.7, 1.25])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = 0.16 * size
        rect = self.place.rect.adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, radius, radius)
        painter.setPen(colours.of("ink_2"))
        painter.setFont(font(size * 0.5, bold=True))
        painter.drawText(self.place.rect, Qt.AlignmentFlag.AlignCenter, self.sign)


@dataclass(frozen=True, slots=True)
class Dot:
    """One vote. `edge` None: no rim."""

    x: float
    y: float
    radius: float
    fill: str | None = "team"
    edge: str | None = None
    width: float = 4.0
    dashed: bool = False

    def paint(self, painter: QPainter, colours: Colours) -> None:
        painter.setBrush(colours.of(self.fill) if self.fill else Qt.BrushStyle.NoBrush)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.edge:
            pen = QPen(colours.of(self.edge), self.width)
            if self.dashed:
                pen.setDashPattern([2.25, 2.0])
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
        painter.drawEllipse(QPointF(self.x, self.y), self.radius, self.radius)


@dataclass(frozen=True, slots=True)
class Diamond:
    """The owner: an open diamond."""

    x: float
    y: float
    radius: float
    width: float = 5.0

    def paint(self, painter: QPainter, colours: Colours) -> None:
        pen = QPen(colours.of("owner"), self.width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(colours.of("owner_soft"))
        x, y, reach = self.x, self.y, self.radius
        corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
        painter.drawPolygon([QPointF(*corner) for corner in corners])


@dataclass(frozen=True, slots=True)
class Flag:
    """One step further: a yellow flag on a pole; (x, y) is its foot."""

    x: float
    y: float
    height: float

    def paint(self, painter: QPainter, colours: Colours) -> None:
        part = self.height / 42
        pen = QPen(colours.of("target"), 3.6 * part)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(colours.of("target_fill"))
        pennant = ((0.0, -36.9), (26.2, -27.4), (0.0, -16.9))
        painter.drawPolygon([QPointF(self.x + part * x, self.y + part * y) for x, y in pennant])
        painter.drawLine(QPointF(self.x, self.y), QPointF(self.x, self.y - 37.8 * part))
        Dot(self.x, self.y, 4.1 * part, "target").paint(painter, colours)


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a whole; it never turns red."""

    place: Box
    part: float
    fill: str = "ink_2"
    ground: str = "line"

    def paint(self, painter: QPainter, colours: Colours) -> None:
        radius = self.place.height / 2
        Panel(self.place, self.ground, radius=radius).paint(painter, colours)
        if self.part > 0:
            width = max(self.place.height, self.place.width * min(1.0, self.part))
            Panel(self.place._replace(width=width), self.fill, radius=radius).paint(
                painter, colours
            )


@dataclass(frozen=True, slots=True)
class Icon:
    """An icon of the Phosphor set in a square place."""

    place: Box
    name: str
    role: str = "ink"

    def paint(self, painter: QPainter, colours: Colours) -> None:
        paint_icon(painter, self.name, self.place.rect, self.role, colours)
