"""A row that is pressed as a whole, and grows with the texts in it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.controls.button import Button
from widgets.controls.painting import paint_ring, visible
from widgets.look import RING, colours_of, look_of


class PaintedRow(Button):
    """What is seen leaves `RING` free on every side. A click says `clicked` and changes nothing:
    the choice is shown by whoever fills the row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._heights: dict[tuple[int, float], int] = {}
        super().__init__("", parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCheckable(True)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        key = (width, look_of(self).scale)
        if key not in self._heights:
            inner = max(1.0, width - 2.0 * RING)
            self._heights[key] = round(self._row_height(inner) + 0.5) + 2 * RING
        return self._heights[key]

    def sizeHint(self) -> QSize:
        width = round(320 * look_of(self).scale)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(200 * look_of(self).scale), round(44 * look_of(self).scale) + 2 * RING)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = visible(self)
        self._paint_row(painter, place)
        if self.hasFocus():
            paint_ring(painter, place, colours_of(self))

    def _grow(self) -> None:
        """Call it when a text has changed."""
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _row_height(self, width: float) -> float:
        raise NotImplementedError

    def _paint_row(self, painter: QPainter, place: QRectF) -> None:
        raise NotImplementedError
