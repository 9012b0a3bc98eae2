"""An icon beside a text that says the same in words."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.controls.painting import paint_sign
from widgets.look import colours_of, is_look_event, px


class Icon(QWidget):
    def __init__(
        self, name: str, *, size: int = 20, role: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._drawn = size
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str) -> None:
        self._name = name
        self.update()

    def set_role(self, role: str) -> None:
        self._role = role
        self.update()

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
        side = px(self, self._drawn)
        place = QRectF(0, 0, side, side)
        place.moveCenter(QRectF(self.contentsRect()).center())
        paint_sign(painter, self._name, place, self._role, colours_of(self), self._drawn)
