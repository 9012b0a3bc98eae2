"""One action of the library: what it gives, what it takes, and why it is here."""

from typing import Final, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from widgets.console.painted_row import PaintedRow
from widgets.console.views_choosing import ActionRowView
from widgets.controls.painting import paint_plane, paint_sign
from widgets.look import colours_of, look_of
from widgets.typeset import Setting, Style, fitted, plain

_BOX: Final = 38.0
_PAD: Final = 10.0
_GAP: Final = 16.0
_SIGN: Final = 18.0
_BETWEEN: Final = 3.0


class _Line(NamedTuple):
    icon: str
    text: Setting


class ActionRow(PaintedRow):
    """Pressing it puts the action on the screen of the room, or takes it off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._row = ActionRowView(
            action=0, title="", yields="", facts="", first_step="", why="", on=False, name=""
        )
        super().__init__(parent)

    @property
    def action(self) -> int:
        return self._row.action

    def show_action(self, row: ActionRowView) -> None:
        self.setChecked(row.on)
        if row == self._row:
            return
        self._row = row
        self.setAccessibleName(row.name)
        told = (row.yields, row.facts, row.first_step, row.why)
        self.setAccessibleDescription(". ".join(one for one in told if one))
        self._grow()

    def _lines(self, width: float) -> list[_Line]:
        scale = look_of(self).scale
        column = max(60 * scale, width - (_BOX + _GAP + 8) * scale)
        title, body, small = (round(size * scale) for size in (17, 15, 14))
        lines = [
            _Line("", fitted(plain(self._row.title, bold=True), Style(title, title, 1.2), column))
        ]
        inner = column - (_SIGN + 8) * scale
        told = (
            ("trend-up", self._row.yields, "ink", body),
            ("clock", self._row.facts, "ink_2", small),
            ("number-circle-one", self._row.first_step, "ink_2", small),
            ("flag", self._row.why, "ink_2", small),
        )
        for icon, text, ink, size in told:
            if text:
                lines.append(_Line(icon, fitted(plain(text, ink), Style(size, size), inner)))
        return lines

    def _row_height(self, width: float) -> float:
        scale = look_of(self).scale
        lines = self._lines(width)
        high = sum(line.text.height + _BETWEEN * scale for line in lines)
        return max(_BOX * scale, high) + 2 * _PAD * scale

    def _paint_row(self, painter: QPainter, place: QRectF) -> None:
        scale = look_of(self).scale
        colours = colours_of(self)
        hover = self.underMouse() and self.isEnabled()
        fill = "line" if self.isDown() else "sunken" if hover else None
        paint_plane(painter, place, colours, fill)
        rule = QRectF(place.left(), place.bottom() - 1, place.width(), 1)
        painter.fillRect(rule, colours.of("line"))
        y = place.top() + _PAD * scale
        side = _SIGN * scale
        for icon, text in self._lines(place.width()):
            x = place.left() + 4 * scale
            if icon:
                first = y + text.line_height / 2
                where = QRectF(x, first - side / 2, side, side)
                paint_sign(painter, icon, where, "ink_2", colours, 20)
                x += side + 8 * scale
            text.paint(painter, x, y, text.width + 1, colours)
            y += text.height + _BETWEEN * scale
        self._paint_box(painter, place)

    def _paint_box(self, painter: QPainter, place: QRectF) -> None:
        scale = look_of(self).scale
        colours = colours_of(self)
        side = _BOX * scale
        box = QRectF(place.right() - side - 4 * scale, place.center().y() - side / 2, side, side)
        if self._row.on:
            paint_plane(painter, box, colours, "primary" if self.isEnabled() else "disabled_ink")
            icon, ink = "check", "on_primary"
        else:
            edge = "line_strong" if self.isEnabled() else "line"
            paint_plane(painter, box, colours, "surface", edge)
            icon, ink = "plus", "ink" if self.isEnabled() else "disabled_ink"
        sign = 20 * scale
        where = QRectF(box.center().x() - sign / 2, box.center().y() - sign / 2, sign, sign)
        paint_sign(painter, icon, where, ink, colours, 18)
