"""The number of an afspraak on a disc."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.controls.painting import paint_plane, paint_text
from widgets.look import colours_of, is_look_event, look_of, px

SIDE = 32


class NumberBadge(QWidget):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setAccessibleName(str(number))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.updateGeometry()
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(px(self, SIDE), px(self, SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_badge(painter, QRectF(self.rect()), self._number, self)


def paint_badge(painter: QPainter, disc: QRectF, number: int, widget: QWidget) -> None:
    """Paint the badge in the look of a widget."""
    colours = colours_of(widget)
    paint_plane(painter, disc, colours, "ink", radius=disc.height() / 2)
    size = 16 * look_of(widget).scale
    middle = Qt.AlignmentFlag.AlignHCenter
    paint_text(painter, disc, str(number), "surface", colours, size=size, bold=True, align=middle)
