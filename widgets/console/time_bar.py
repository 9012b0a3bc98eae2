"""Where the time of a session goes, as a bar in parts."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.console.views_prepare import BarPart
from widgets.controls.painting import paint_plane
from widgets.look import colours_of, is_look_event, look_of, px

_GAP = 3.0


class TimeBar(QWidget):
    """The words under it say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[BarPart, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_parts(self, parts: Sequence[BarPart]) -> None:
        self._parts = tuple(parts)
        self.update()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.updateGeometry()
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(px(self, 160), px(self, 14)).grownBy(self.contentsMargins())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._parts:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = look_of(self).scale
        place = QRectF(self.contentsRect())
        gap = _GAP * scale
        each = (place.width() - gap * (len(self._parts) - 1)) / sum(
            part.minutes for part in self._parts
        )
        left = place.left()
        for part in self._parts:
            where = QRectF(left, place.top(), part.minutes * each, place.height())
            fill = "mark" if part.marked else "line"
            paint_plane(painter, where, colours_of(self), fill, radius=4 * scale)
            left = where.right() + gap
