"""The talk question on the projector, in two forms, and the others that fit."""

from PySide6.QtCore import QEvent, QRectF, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.console.painted_row import PaintedRow
from widgets.console.views_vote import QuestionChoice, TalkView
from widgets.console.vote_parts import Lines
from widgets.controls.keycap import keycap_height, keycap_width, paint_keycap
from widgets.controls.painting import paint_plane, paint_text, text_width
from widgets.controls.text import Text, TextKind
from widgets.look import colours_of, is_look_event, line_up, look_of, px
from widgets.typeset import Setting, Style, fitted, plain


class QuestionRow(PaintedRow):
    """A question that can be put on the projector; the one that is there is bold and marked."""

    asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._view = QuestionChoice(deep=False, text="", chosen=False, badge="", key="")
        super().__init__(parent)
        self.clicked.connect(self._ask)

    def show_question(self, view: QuestionChoice) -> None:
        if view == self._view:
            return
        self._view = view
        self.setAccessibleName(view.text)
        self.setAccessibleDescription(view.badge)
        self.setChecked(view.chosen)
        self._grow()

    def _row_height(self, width: float) -> float:
        scale = look_of(self).scale
        return max(50 * scale, self._setting(width).height + 24 * scale)

    def _paint_row(self, painter: QPainter, place: QRectF) -> None:
        view = self._view
        colours, scale = colours_of(self), look_of(self).scale
        fill, edge = ("mark_soft", "mark") if view.chosen else ("surface", "line")
        if not view.chosen and (self.isDown() or self.underMouse()):
            fill = "line" if self.isDown() else "sunken"
        paint_plane(painter, place, colours, fill, edge)
        words = self._setting(place.width())
        left = place.left() + 18 * scale
        top = place.center().y() - words.height / 2
        words.paint(painter, left, top, place.width(), colours)
        right = place.right() - 18 * scale
        if view.key:
            wide, high = keycap_width(view.key, scale), keycap_height(scale)
            where = QRectF(right - wide, place.center().y() - high / 2, wide, high)
            paint_keycap(painter, where, view.key, colours, scale=scale)
        if view.badge:
            wide = text_width(view.badge, 14 * scale)
            where = QRectF(right - wide, place.top(), wide, place.height())
            paint_text(painter, where, view.badge, "ink_2", colours, size=14 * scale)

    def _setting(self, width: float) -> Setting:
        view = self._view
        scale = look_of(self).scale
        beside = 36 * scale
        if view.key:
            beside += keycap_width(view.key, scale) + 14 * scale
        if view.badge:
            beside += text_width(view.badge, 14 * scale) + 14 * scale
        size = round(17 * scale)
        style = Style(size, size, 1.3)
        return fitted(plain(view.text, bold=view.chosen), style, max(80.0, width - beside))

    @Slot()
    def _ask(self) -> None:
        # Which one is on the projector is shown by the view that comes back.
        self.setChecked(self._view.chosen)
        self.asked.emit(self._view.deep)


class TalkPart(QWidget):
    """Says with `asked` whether the deeper question should be on the projector."""

    asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("", TextKind.STRONG)
        self._rows = (QuestionRow(), QuestionRow())
        self._others_title = Text("", TextKind.SMALL)
        self._others = Lines("chats")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        for row in self._rows:
            row.asked.connect(self.asked)
            self._column.addWidget(row)
        self._column.addSpacing(8)
        self._column.addWidget(self._others_title)
        self._column.addWidget(self._others)
        for part in (self._title, self._others_title, self._others):
            line_up(part)

    def show_view(self, view: TalkView | None, *, titled: bool = True) -> None:
        self.setVisible(view is not None)
        if view is None:
            return
        self._title.set_text(view.title)
        self._title.setVisible(titled)
        for row, question in zip(self._rows, view.questions, strict=True):
            row.show_question(question)
        self._others_title.set_text(view.others_title)
        self._others_title.setVisible(bool(view.others))
        self._others.show_lines(view.others)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 4))
        return super().event(event)
