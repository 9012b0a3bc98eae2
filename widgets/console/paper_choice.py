"""A paper to choose: a yes or no on a card of its own."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from widgets.controls.check import Check
from widgets.controls.painting import paint_plane, paint_ring, paint_sign, visible
from widgets.look import RING, colours_of, look_of
from widgets.typeset import Setting, Style, fitted, plain

_ROOM: Final = 16.0
_HIGH: Final = 12.0
_LEFT: Final = 56.0
_LEAST: Final = 68.0
_SIDE: Final = 20.0


class PaperChoice(Check):
    """Chosen is a tick as well as a colour."""

    def heightForWidth(self, width: int) -> int:
        scale = look_of(self).scale
        texts = self._lines(width - 2 * RING)
        high = sum(text.height for text in texts) + 2 * _HIGH * scale
        return round(max(_LEAST * scale, high) + 0.5) + 2 * RING

    def sizeHint(self) -> QSize:
        width = round(380 * look_of(self).scale)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        scale = look_of(self).scale
        return QSize(round(220 * scale), round(_LEAST * scale) + 2 * RING)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, place = colours_of(self), visible(self)
        on = self.isChecked()
        fill = "primary_soft" if on else "sunken" if self.underMouse() else "surface"
        paint_plane(painter, place, colours, fill, "primary" if on else "line")
        self._paint_tick(painter, place, on=on)
        texts = self._lines(place.width())
        y = place.center().y() - sum(text.height for text in texts) / 2
        scale = look_of(self).scale
        left = place.left() + _LEFT * scale
        for text in texts:
            text.paint(painter, left, y, place.right() - _ROOM * scale - left, colours)
            y += text.height
        if self.hasFocus():
            paint_ring(painter, place, colours)

    def _paint_tick(self, painter: QPainter, place: QRectF, *, on: bool) -> None:
        scale = look_of(self).scale
        side = _SIDE * scale
        left = place.left() + (_ROOM + 4) * scale
        square = QRectF(left, place.center().y() - side / 2, side, side)
        fill, edge = ("primary", "primary") if on else ("surface", "line_strong")
        paint_plane(painter, square, colours_of(self), fill, edge, radius=3 * scale)
        if on:
            inset = 3 * scale
            inner = square.adjusted(inset, inset, -inset, -inset)
            paint_sign(painter, "check-bold", inner, "on_primary", colours_of(self), 14)

    def _lines(self, width: float) -> list[Setting]:
        scale = look_of(self).scale
        column = max(40 * scale, width - (_LEFT + _ROOM) * scale)
        big, small = round(16 * scale), round(14 * scale)
        return [
            fitted(plain(self._words, "ink", bold=True), Style(big, big, 1.4), column),
            fitted(plain(self._second, "ink_2"), Style(small, small, 1.35), column),
        ]
