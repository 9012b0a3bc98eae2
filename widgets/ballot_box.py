"""A picture of the box with slips."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from widgets.marks import Box
from widgets.theme import Colours, font


@dataclass(frozen=True, slots=True)
class BallotBox:
    """A box with a slip halfway in: with a cross, or with a code on it."""

    place: Box
    code: str = ""

    def paint(self, painter: QPainter, colours: Colours) -> None:
        painter.save()
        painter.translate(self.place.x, self.place.y)
        unit = min(self.place.width / 380, self.place.height / 290)
        painter.scale(unit, unit)
        painter.translate((self.place.width / unit - 380) / 2, 0)
        pen = QPen(colours.of("ink"), 6.0)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(colours.of("surface"))
        painter.drawPolygon([QPointF(*at) for at in ((30, 170), (66, 128), (314, 128), (350, 170))])
        painter.save()
        painter.translate(190, 92)
        painter.rotate(-4)
        painter.setBrush(colours.of("mark"))
        painter.drawRoundedRect(QRectF(-106, -82, 212, 150), 12, 12)
        self._write(painter, colours)
        painter.restore()
        painter.setPen(pen)
        painter.setBrush(colours.of("primary_soft"))
        painter.drawRect(QRectF(30, 170, 320, 106))
        painter.drawLine(QPointF(30, 206), QPointF(350, 206))
        painter.restore()

    def _write(self, painter: QPainter, colours: Colours) -> None:
        """Write on the slip, around its middle (0, -26)."""
        ink = QPen(colours.of("on_mark"), 9.0)
        ink.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(ink)
        if self.code:
            painter.setFont(font(64, bold=True))
            painter.drawText(QRectF(-106, -62, 212, 88), Qt.AlignmentFlag.AlignCenter, self.code)
        else:
            painter.drawLine(QPointF(-24, -50), QPointF(24, -2))
            painter.drawLine(QPointF(24, -50), QPointF(-24, -2))
