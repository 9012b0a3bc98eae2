"""A line of the programme that can be pressed."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets.console.views_frame import AgendaRow
from widgets.controls.painting import paint_plane, paint_ring, paint_sign, paint_text, text_width
from widgets.look import RING, colours_of, look_of, px

_HIGH: Final = (24, 40)
_HIGH_WITHIN: Final = (20, 30)
"""At least and at most. Lines touch each other, so the focus ring lies inside the line."""
_HIGH_NARROW: Final = (20, 40)
_BAR: Final = 12
_RING_INSIDE: Final = 4.0
_BALL: Final = 9.0
_BALL_STEP: Final = 16.0
_OF_THE_PROGRAMME: Final = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)
_SIGNS: Final = {"done": "check", "now": "caret-right", "later": "circle"}


class RowLine(QAbstractButton):
    """Painted from its view; `narrow` shows the sign only, and the words as a tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: AgendaRow | None = None
        self._narrow = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    @property
    def view(self) -> AgendaRow:
        assert self._view is not None
        return self._view

    def show_row(self, view: AgendaRow, *, narrow: bool) -> None:
        if (view, narrow) == (self._view, self._narrow):
            return
        self._view = view
        self._narrow = narrow
        self.setText(view.title.replace("&", "&&"))
        self.setAccessibleName(view.spoken)
        self.setToolTip(view.spoken if narrow else "")
        self.follow_look()

    def follow_look(self) -> None:
        low, high = self._heights()
        self.setMinimumHeight(low)
        self.setMaximumHeight(high)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._narrow or self._view is None:
            return QSize(px(self, 40) + 2 * RING, self._heights()[1])
        scale = look_of(self).scale
        width = self._left() + text_width(self._words(), 15 * scale, bold=True) + self._right_part()
        return QSize(round(width + 26 * scale) + 2 * RING, self._heights()[1])

    def minimumSizeHint(self) -> QSize:
        # A scroll bar takes its room from what lies behind the words.
        return QSize(self.sizeHint().width() - px(self, _BAR), self._heights()[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows and Enter to the programme; a button would use them itself."""
        if event.key() in _OF_THE_PROGRAMME:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        view = self.view
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self)
        place = QRectF(self.rect()).adjusted(RING, 1, -RING, -1)
        now = view.done == "now"
        marked = now and not (view.opened and not self._narrow)
        fill = "mark" if marked else "line" if self.isDown() or self.underMouse() else None
        paint_plane(painter, place, colours, fill)
        ink = "on_mark" if marked else "ink_2" if view.done == "done" or view.within else "ink"
        if self._narrow:
            side = px(self, 18)
            where = QRectF(0, 0, side, side)
            where.moveCenter(place.center())
            sign = "check" if view.done == "done" else view.icon
            paint_sign(painter, sign, where, ink, colours, 18)
        else:
            self._paint_words(painter, place, ink, bold=now)
        if self.hasFocus():
            inside = place.adjusted(_RING_INSIDE, _RING_INSIDE, -_RING_INSIDE, -_RING_INSIDE)
            paint_ring(painter, inside, colours)

    def _paint_words(self, painter: QPainter, place: QRectF, ink: str, *, bold: bool) -> None:
        view, scale, colours = self.view, look_of(self).scale, colours_of(self)
        sign = "caret-down" if view.opened else _SIGNS[view.done]
        if not (view.within and view.done == "later"):
            side = (14 if view.within else 16) * scale
            left = place.left() + (22 if view.within else 10) * scale
            where = QRectF(left, place.center().y() - side / 2, side, side)
            paint_sign(painter, sign, where, ink, colours, 16)
        where = QRectF(place)
        where.setLeft(place.left() + self._left())
        paint_text(painter, where, self._words(), ink, colours, size=15 * scale, bold=bold)
        where.setRight(place.right() - 10 * scale)
        if view.minutes:
            quiet = "on_mark" if ink == "on_mark" else "ink_2"
            right = Qt.AlignmentFlag.AlignRight
            paint_text(painter, where, view.minutes, quiet, colours, size=14 * scale, align=right)
        self._paint_balls(painter, where, ink)

    def _paint_balls(self, painter: QPainter, place: QRectF, ink: str) -> None:
        scale, colours = look_of(self).scale, colours_of(self)
        painter.setPen(QPen(colours.of(ink), 1.5))
        left = place.right() - len(self.view.balls) * _BALL_STEP * scale + 4 * scale
        for voted in self.view.balls:
            ball = QRectF(left, place.center().y() - _BALL * scale / 2, 0, 0)
            ball.setSize(QRectF(0, 0, _BALL * scale, _BALL * scale).size())
            painter.setBrush(colours.of(ink) if voted else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(ball)
            left += _BALL_STEP * scale

    def _words(self) -> str:
        return f"{self.view.number}\u2002{self.view.title}" if self.view.number else self.view.title

    def _left(self) -> float:
        return (44 if self.view.within else 36) * look_of(self).scale

    def _right_part(self) -> float:
        scale = look_of(self).scale
        minutes = text_width(self.view.minutes, 14 * scale) if self.view.minutes else 0.0
        return minutes + len(self.view.balls) * _BALL_STEP * scale

    def _heights(self) -> tuple[int, int]:
        within = self._view is not None and self._view.within
        low, high = _HIGH_NARROW if self._narrow else _HIGH_WITHIN if within else _HIGH
        return px(self, low), px(self, high)
