"""The symbol of an answer: a ball that is more or less full, or the skip."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.look import colours_of, is_look_event, px
from widgets.marks import SCALE_FRACTIONS, Box, Skip, square
from widgets.marks import Ball as BallMark


class Ball(QWidget):
    """`answer` 1 to 5, or None for the skip."""

    def __init__(
        self, answer: int | None, *, size: int = 24, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._answer = answer
        self._drawn = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.updateGeometry()
        return super().event(event)

    def sizeHint(self) -> QSize:
        side = px(self, self._drawn)
        return QSize(side, side).grownBy(self.contentsMargins())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.contentsRect()).center()
        place = square(middle.x(), middle.y(), px(self, self._drawn))
        mark = Skip(place) if self._answer is None else self._ball(place, self._answer)
        mark.paint(painter, colours_of(self))

    @staticmethod
    def _ball(place: Box, answer: int) -> BallMark:
        return BallMark(place, SCALE_FRACTIONS[answer - 1])
