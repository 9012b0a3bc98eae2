"""One option of a choice: chosen or not, and how often where the room may see that."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from widgets.console.painted_row import PaintedRow
from widgets.console.views_choosing import ChoiceView
from widgets.controls.keycap import keycap_height, keycap_width, paint_keycap
from widgets.controls.painting import paint_plane, paint_sign, paint_text
from widgets.look import colours_of, look_of
from widgets.marks import Bar, Box, Dot
from widgets.typeset import Setting, Style, fitted, plain

_PAD: Final = 16.0
_GAP: Final = 12.0
_TICK: Final = 22.0
_DOTS: Final = 168.0
_NUMBER: Final = 38.0
_LOWEST: Final = 48.0
_SMALLEST_PITCH: Final = 8.0
_MOST_LINES: Final = 2
"""Of a label that has dots beside it."""


class ChoiceRow(PaintedRow):
    """`most` is the largest number of votes: the dots of all rows have one size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._choice = ChoiceView(key="", label="")
        self._most = 0
        super().__init__(parent)

    def show_choice(self, choice: ChoiceView, most: int) -> None:
        self.setChecked(choice.chosen)
        if (choice, most) == (self._choice, self._most):
            return
        self._choice = choice
        self._most = most
        votes = "" if choice.votes is None else str(choice.votes)
        self.setAccessibleName(choice.label)
        self.setAccessibleDescription(", ".join(one for one in (choice.second, votes) if one))
        self._grow()

    def _beside(self, *, dots: bool) -> float:
        """Return the width of all that is not text."""
        scale = look_of(self).scale
        width = 2 * _PAD + _TICK + _GAP
        if self._choice.votes is not None:
            width += _NUMBER + _GAP + (_DOTS if dots else 0)
        width *= scale
        if self._choice.key:
            width += keycap_width(self._choice.key, scale) + _GAP * scale
        return width

    def _has_dots(self, width: float) -> bool:
        """Tell whether the label leaves room for dots; a long one has its number only."""
        column = width - self._beside(dots=True)
        size = round(17 * look_of(self).scale)
        if self._choice.votes is None or column < 8 * size:
            return False
        label = plain(self._choice.label, bold=True)
        return len(fitted(label, Style(size, size), column).lines) <= _MOST_LINES

    def _texts(self, width: float, ink: str) -> list[Setting]:
        scale = look_of(self).scale
        column = max(40 * scale, width - self._beside(dots=self._has_dots(width)))
        size = round(17 * scale)
        style = Style(size, size, 1.2)
        texts = [fitted(plain(self._choice.label, ink, bold=self._choice.chosen), style, column)]
        if self._choice.second:
            small = round(14 * scale)
            quiet = "ink_2" if ink == "ink" else ink
            texts.append(fitted(plain(self._choice.second, quiet), Style(small, small), column))
        return texts

    def _row_height(self, width: float) -> float:
        scale = look_of(self).scale
        high = sum(text.height for text in self._texts(width, "ink")) + 18 * scale
        return max(_LOWEST * scale, high)

    def _paint_row(self, painter: QPainter, place: QRectF) -> None:
        scale = look_of(self).scale
        colours = colours_of(self)
        fill, ink = self._inks()
        paint_plane(painter, place, colours, fill, "line_strong" if self.isEnabled() else "line")
        left, right = place.left() + _PAD * scale, place.right() - _PAD * scale
        middle = place.center().y()
        if self._choice.key:
            wide, high = keycap_width(self._choice.key, scale), keycap_height(scale)
            where = QRectF(left, middle - high / 2, wide, high)
            paint_keycap(painter, where, self._choice.key, colours, scale=scale, role=ink)
            left += wide + _GAP * scale
        side = _TICK * scale
        tick = "check-circle-fill" if self._choice.chosen else "circle"
        where = QRectF(left, middle - side / 2, side, side)
        paint_sign(painter, tick, where, ink, colours, _TICK)
        left += side + _GAP * scale
        y = middle
        texts = self._texts(place.width(), ink)
        y -= sum(text.height for text in texts) / 2
        for text in texts:
            text.paint(painter, left, y, text.width + 1, colours)
            y += text.height
        if self._choice.votes is not None:
            self._paint_number(painter, self._choice.votes, right, middle, ink)
            if self._has_dots(place.width()):
                self._paint_dots(painter, self._choice.votes, right, middle, ink)

    def _inks(self) -> tuple[str, str]:
        if not self.isEnabled():
            return "disabled_bg", "disabled_ink"
        if self._choice.chosen:
            return "mark", "on_mark"
        return "line" if self.isDown() else "sunken" if self.underMouse() else "surface", "ink"

    def _paint_number(
        self, painter: QPainter, votes: int, right: float, middle: float, ink: str
    ) -> None:
        scale = look_of(self).scale
        place = QRectF(right - _NUMBER * scale, middle - 14 * scale, _NUMBER * scale, 28 * scale)
        colours, align = colours_of(self), Qt.AlignmentFlag.AlignRight
        paint_text(
            painter, place, str(votes), ink, colours, size=18 * scale, bold=True, align=align
        )

    def _paint_dots(
        self, painter: QPainter, votes: int, right: float, middle: float, ink: str
    ) -> None:
        scale = look_of(self).scale
        colours = colours_of(self)
        left, wide = right - (_NUMBER + _DOTS) * scale, _DOTS * scale
        pitch = min(19 * scale, wide / max(1, self._most))
        if pitch < _SMALLEST_PITCH * scale:
            bar = Box(left, middle - 6 * scale, wide, 12 * scale)
            Bar(bar, votes / self._most, ink).paint(painter, colours)
            return
        for dot in range(votes):
            Dot(left + (dot + 0.5) * pitch, middle, 0.4 * pitch, ink).paint(painter, colours)
