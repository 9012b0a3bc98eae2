"""A part of the window with its own ground and hairlines at its edges."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.look import colours_of


class Plane(QWidget):
    """`role` is the ground; `edges` are the sides with a hairline: of 'left top right bottom'."""

    def __init__(self, role: str, edges: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = role
        self._edges = frozenset(edges.split())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = colours_of(self)
        painter.fillRect(self.rect(), colours.of(self._ground))
        wide, high = self.width(), self.height()
        lines = {
            "left": (0, 0, 1, high),
            "right": (wide - 1, 0, 1, high),
            "top": (0, 0, wide, 1),
            "bottom": (0, high - 1, wide, 1),
        }
        for edge in self._edges:
            painter.fillRect(*lines[edge], colours.of("line"))
