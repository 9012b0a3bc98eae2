"""The sign of the program: a small radar in a ring."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.look import colours_of, is_look_event, px

_SIDE: Final = 30
_RADIUS: Final = 14.0
_SHAPE: Final = (
    (0.0, -10.1),
    (5.6, -4.5),
    (9.8, 2.2),
    (2.3, 4.8),
    (-4.0, 8.2),
    (-6.1, 1.4),
    (-7.9, -6.3),
)


class Logo(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.updateGeometry()
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(px(self, _SIDE), px(self, _SIDE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(self.width() / _SIDE, self.height() / _SIDE)
        colours = colours_of(self)
        pen = QPen(colours.of("ink"), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(colours.of("surface"))
        painter.drawEllipse(QPointF(0, 0), _RADIUS, _RADIUS)
        # The sign keeps its yellow in both themes, and so its dark line.
        painter.setBrush(colours.of("mark"))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in _SHAPE]))
