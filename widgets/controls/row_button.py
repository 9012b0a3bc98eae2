"""A big row that is pressed as a whole: a door, or a line in a list."""

from enum import Enum
from math import ceil

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.controls.button import Button, Kind
from widgets.controls.keycap import keycap_height, keycap_width, paint_keycap
from widgets.controls.painting import (
    CARD_CORNER,
    paint_plane,
    paint_ring,
    paint_sign,
    text_width,
)
from widgets.controls.pill import PillKind, paint_pill, pill_height, pill_width
from widgets.look import RING, colours_of, look_of
from widgets.typeset import Setting, Style, fitted, plain


class RowKind(Enum):
    """(height, icon, title, second, room left and right, gap)"""

    DOOR = (88, 38, 21, 16, 24, 22)
    LINE = (68, 24, 16, 14, 0, 14)


class RowButton(Button):
    """A title with a second line. `row` LINE has no card of its own and ends in an arrow."""

    def __init__(
        self,
        title: str,
        second: str = "",
        icon: str | None = None,
        keycap: str | None = None,
        pill: str | None = None,
        *,
        pill_kind: PillKind = PillKind.NEUTRAL,
        kind: Kind = Kind.SECONDARY,
        row: RowKind = RowKind.DOOR,
        parent: QWidget | None = None,
    ) -> None:
        self._second = second
        self._pill = pill
        self._pill_kind = pill_kind
        self._row = row
        super().__init__(title, kind=kind, icon=icon, keycap=keycap, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleDescription(self._described())

    def set_second(self, second: str) -> None:
        self._second = second
        self.setAccessibleDescription(self._described())
        self._resize()

    def set_pill(self, pill: str | None, kind: PillKind = PillKind.NEUTRAL) -> None:
        self._pill = pill
        self._pill_kind = kind
        self.setAccessibleDescription(self._described())
        self._resize()

    def set_reason(self, reason: str | None) -> None:
        super().set_reason(reason)
        self.setAccessibleDescription(reason or self._described())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        scale = look_of(self).scale
        room = width - 2 * RING - self._beside()
        high = sum(text.height for text in self._texts(room)) + 24 * scale
        return round(max(self._row.value[0] * scale, high)) + 2 * RING

    def sizeHint(self) -> QSize:
        width = round(self._beside() + 320 * look_of(self).scale) + 2 * RING
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        scale = look_of(self).scale
        _, _, title, second, _, _ = self._row.value
        words = [text_width(word, title * scale, bold=True) for word in self._words.split()]
        words += [text_width(word, second * scale) for word in self._second.split()]
        width = ceil(self._beside() + max(words, default=0.0)) + 1 + 2 * RING
        return QSize(width, round(self._row.value[0] * scale) + 2 * RING)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self)
        place = self._place()
        paint = self._paint()
        if self._row is RowKind.LINE:
            fill = ("sunken" if self.underMouse() else None) if not self.isDown() else "line"
            paint_plane(painter, place, colours, fill)
            ink = "ink" if self.isEnabled() else "disabled_ink"
        else:
            edge = "line" if paint.edge and not self.underMouse() else paint.edge
            paint_plane(painter, place, colours, paint.fill, edge, width=1, radius=CARD_CORNER)
            ink = paint.ink
        self._paint_row(painter, place, ink)
        if self.hasFocus():
            paint_ring(painter, place, colours, self._corner())

    def _corner(self) -> float:
        return CARD_CORNER if self._row is RowKind.DOOR else 8.0

    def _described(self) -> str:
        return ", ".join(part for part in (self._second, self._pill) if part)

    def _beside(self) -> float:
        """Return the width of all that is not text."""
        scale = look_of(self).scale
        _, icon, _, _, room, gap = self._row.value
        width = 2.0 * room * scale
        if self._before:
            width += (icon + gap) * scale
        if self._pill:
            width += pill_width(self._pill, None, scale) + gap * scale
        if self._keycap:
            width += keycap_width(self._keycap, scale) + gap * scale
        if self._row is RowKind.LINE:
            width += (20 + gap) * scale
        return width

    def _texts(self, width: float, ink: str = "ink") -> list[Setting]:
        scale = look_of(self).scale
        _, _, title, second, _, _ = self._row.value
        big = round(title * scale)
        small = round(second * scale)
        quiet = "ink_2" if ink == "ink" else ink
        column = max(width, 40 * scale)
        texts = [fitted(plain(self._words, ink, bold=True), Style(big, big), column)]
        if self._second:
            texts.append(fitted(plain(self._second, quiet), Style(small, small, 1.3), column))
        return texts

    def _paint_row(self, painter: QPainter, place: QRectF, ink: str) -> None:
        scale = look_of(self).scale
        colours = colours_of(self)
        _, icon, _, _, room, gap = self._row.value
        left, right = place.left() + room * scale, place.right() - room * scale
        middle = place.center().y()
        if self._before:
            side = icon * scale
            where = QRectF(left, middle - side / 2, side, side)
            paint_sign(painter, self._before, where, ink, colours, icon)
            left += side + gap * scale
        if self._row is RowKind.LINE:
            side = 20 * scale
            where = QRectF(right - side, middle - side / 2, side, side)
            paint_sign(painter, "caret-right", where, "ink_2", colours, 20)
            right -= side + gap * scale
        if self._keycap:
            wide, high = keycap_width(self._keycap, scale), keycap_height(scale)
            where = QRectF(right - wide, middle - high / 2, wide, high)
            paint_keycap(painter, where, self._keycap, colours, scale=scale, role=ink)
            right -= wide + gap * scale
        if self._pill:
            wide, high = pill_width(self._pill, None, scale), pill_height(scale)
            where = QRectF(right - wide, middle - high / 2, wide, high)
            paint_pill(painter, where, self._pill, None, self._pill_kind, colours, scale)
            right -= wide + gap * scale
        texts = self._texts(right - left, ink)
        y = middle - sum(text.height for text in texts) / 2
        for text in texts:
            text.paint(painter, left, y, right - left, colours)
            y += text.height
