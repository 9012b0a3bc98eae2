"""The marks of the radar's series where they stand outside it: in legends and beside dots."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from widgets.marks import Box, Panel
from widgets.theme import Colours, colours, spread_opacity
from workshop_flows.radar import Outline
from workshop_flows.radar_marks import Series, Shape, Style, legend_mark


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle half of the votes; dashed: that of the vote before the talk."""

    place: Box
    dashed: bool = False

    def paint(self, painter: QPainter, shown: Colours) -> None:
        radius = self.place.height / 2
        if self.dashed:
            Panel(self.place, None, "team", 3.0, radius, dashed=True).paint(painter, shown)
            return
        shade = shown.of("team")
        shade.setAlphaF(_opacity(shown))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawRoundedRect(self.place.rect, radius, radius)


@dataclass(frozen=True, slots=True)
class LegendMark:
    """A series as it stands in the legend of the radar, `size` wide, around height y."""

    x: float
    y: float
    size: float
    series: Series

    def paint(self, painter: QPainter, shown: Colours) -> None:
        style = Style(line=1.0, label=1.0, spread_opacity=_opacity(shown))
        painter.save()
        painter.translate(self.x, self.y)
        painter.scale(self.size, -self.size)
        for shape in legend_mark(self.series, style):
            _paint_shape(painter, shape, shown)
        painter.restore()


@dataclass(frozen=True, slots=True)
class Zones:
    """Three small fields of which `reached` are full, counted from the left."""

    x: float
    y: float
    size: float
    reached: int

    def paint(self, painter: QPainter, shown: Colours) -> None:
        for number in range(3):
            place = Box(self.x + number * 1.18 * self.size, self.y, self.size, self.size)
            last = number == self.reached - 1
            fill = "team" if last else "team_soft" if number < self.reached else "surface"
            edge = "team" if number < self.reached else "line"
            Panel(place, fill, edge, 3.0, self.size * 0.2).paint(painter, shown)


def _opacity(shown: Colours) -> float:
    return spread_opacity("dark" if shown == colours("dark") else "light")


def _paint_shape(painter: QPainter, shape: Shape, shown: Colours) -> None:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for outline in shape.outlines:
        _add(path, outline)
    if shape.fill:
        shade = QColor(shown.of(shape.fill.role))
        shade.setAlphaF(shape.fill.opacity)
        painter.fillPath(path, QBrush(shade))
    if shape.stroke:
        pen = QPen(shown.of(shape.stroke.role), shape.stroke.width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        round_ends = shape.stroke.round_ends
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if round_ends else Qt.PenCapStyle.FlatCap)
        if shape.stroke.dash:
            pen.setDashPattern([part / shape.stroke.width for part in shape.stroke.dash])
        painter.strokePath(path, pen)


def _add(path: QPainterPath, outline: Outline) -> None:
    path.moveTo(QPointF(*outline.start))
    for step in outline.steps:
        if len(step) == 3:
            path.cubicTo(QPointF(*step[0]), QPointF(*step[1]), QPointF(*step[2]))
        else:
            path.lineTo(QPointF(*step[0]))
    if outline.closed:
        path.closeSubpath()
