"""The line of an afspraak that opens and closes it."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from widgets.console.number_badge import paint_badge
from widgets.console.painted_row import PaintedRow
from widgets.console.views_agreement import CardView
from widgets.controls.painting import paint_plane, paint_sign
from widgets.look import colours_of, look_of
from widgets.typeset import Setting, Style, fitted, plain

_BADGE: Final = 28
_GAP: Final = 12
_OUT: Final = 4
_STATE: Final = 24
_CARET: Final = 18


class AgreementHeader(PaintedRow):
    """Its number, what it says in two lines, whether it is complete, and an arrow."""

    stepped = Signal(int)
    """Arrow up (-1) or down (1)."""
    shifted = Signal(int)
    """The same with Alt: the afspraak itself is to move."""

    def __init__(self) -> None:
        super().__init__()
        self._view: CardView | None = None

    def show_card(self, view: CardView, name: str) -> None:
        """Show it; `name` is read out."""
        if view == self._view:
            return
        self._view = view
        self.setAccessibleName(name)
        self.setAccessibleDescription(", ".join((view.state, view.second)))
        self.setChecked(view.editor is not None)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if step is not None and modifiers == Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(step)
        elif step is not None and modifiers == Qt.KeyboardModifier.NoModifier:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def _row_height(self, width: float) -> float:
        scale = look_of(self).scale
        texts = sum(text.height for text in self._texts(width))
        return max(_BADGE * scale, texts) + 12 * scale

    def _texts(self, width: float) -> list[Setting]:
        if self._view is None:
            return []
        scale = look_of(self).scale
        beside = _BADGE + _GAP + _STATE + _CARET + 2 * _GAP
        room = max(width - beside * scale, 80 * scale)
        big, small = round(18 * scale), round(15 * scale)
        second = self._view.axis if self._view.editor else self._view.second
        return [
            fitted(plain(self._view.title, bold=True), Style(big, big, 1.25), room),
            fitted(plain(second, "ink_2"), Style(small, small, 1.3), room),
        ]

    def _paint_row(self, painter: QPainter, place: QRectF) -> None:
        if self._view is None:
            return
        scale = look_of(self).scale
        colours = colours_of(self)
        fill = "line" if self.isDown() else "sunken" if self.underMouse() else None
        paint_plane(painter, place.adjusted(-_OUT, 0, _OUT, 0), colours, fill)
        inner = place.adjusted(0, 6 * scale, 0, -6 * scale)
        self._paint_badge(painter, inner)
        self._paint_signs(painter, inner)
        left = inner.left() + (_BADGE + _GAP) * scale
        texts = self._texts(place.width())
        top = inner.center().y() - sum(text.height for text in texts) / 2
        for text in texts:
            text.paint(painter, left, top, inner.width(), colours)
            top += text.height

    def _paint_badge(self, painter: QPainter, inner: QRectF) -> None:
        assert self._view is not None
        side = _BADGE * look_of(self).scale
        disc = QRectF(inner.left(), inner.center().y() - side / 2, side, side)
        paint_badge(painter, disc, self._view.number, self)

    def _paint_signs(self, painter: QPainter, inner: QRectF) -> None:
        assert self._view is not None
        scale = look_of(self).scale
        colours = colours_of(self)
        y = inner.center().y()
        caret = _CARET * scale
        where = QRectF(inner.right() - caret, y - caret / 2, caret, caret)
        name = "caret-up" if self._view.editor else "caret-down"
        paint_sign(painter, name, where, "ink", colours, _CARET)
        side = _STATE * scale
        where = QRectF(where.left() - _GAP * scale - side, y - side / 2, side, side)
        name, role = (
            ("check-circle-fill", "primary") if self._view.complete else ("circle-dashed", "ink_2")
        )
        paint_sign(painter, name, where, role, colours, _STATE)
