"""How much of a whole has passed; it never turns red."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from widgets.look import colours_of, is_look_event, px
from widgets.marks import Bar, Box

_STEPS = 1000


class Progress(QProgressBar):
    """A bar from 0 to 1. `name` says what of."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, _STEPS)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_part(0.0)

    def set_part(self, part: float) -> None:
        """Show `part`, kept between 0 and 1."""
        self.setValue(round(max(0.0, min(1.0, part)) * _STEPS))

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.updateGeometry()
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(px(self, 64), px(self, 8)).grownBy(self.contentsMargins())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.contentsRect()
        place = Box(rect.x(), rect.y(), rect.width(), rect.height())
        Bar(place, self.value() / _STEPS).paint(painter, colours_of(self))
