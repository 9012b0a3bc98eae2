"""'Compleet?': what the agreement has and lacks, beside the page; a line leads to its field."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.painted_row import PaintedRow
from widgets.console.views_agreement import CheckItem, ChecksView, Place
from widgets.controls.card import Card
from widgets.controls.icon import Icon
from widgets.controls.painting import paint_plane, paint_sign, visible
from widgets.controls.text import Text, TextKind
from widgets.look import RING, colours_of, is_look_event, look_of, px
from widgets.typeset import Setting, Style, fitted, plain

_SIGN: Final = 21
_GAP: Final = 10
_CARET: Final = 16


class _OpenCheck(PaintedRow):
    """A line that is still open, to press."""

    def __init__(self, item: CheckItem) -> None:
        super().__init__()
        self.setCheckable(False)
        self.item = item
        self.setAccessibleName(item.text)

    def _row_height(self, width: float) -> float:
        return _line_height(self, self.item.text, width, bold=True)

    def _paint_row(self, painter: QPainter, place: QRectF) -> None:
        scale = look_of(self).scale
        colours = colours_of(self)
        fill = "line" if self.isDown() else "sunken" if self.underMouse() else None
        paint_plane(painter, place, colours, fill)
        _paint_line(self, painter, place, self.item.text, bold=True)
        side = _CARET * scale
        where = QRectF(place.right() - side, place.center().y() - side / 2, side, side)
        paint_sign(painter, "caret-right", where, "ink_2", colours, _CARET)


class _Done(QWidget):
    """A line that is fulfilled, as high as one to press."""

    def __init__(self, item: CheckItem) -> None:
        super().__init__()
        self._text = item.text
        self.setAccessibleName(item.text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.updateGeometry()
        return super().event(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(_line_height(self, self._text, width - 2 * RING) + 0.5) + 2 * RING

    def sizeHint(self) -> QSize:
        width = round(240 * look_of(self).scale)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_line(self, painter, visible(self), self._text)


class _Hint(QWidget):
    def __init__(self, text: Text) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(Icon("info", size=20), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(text, 1)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._row.setSpacing(px(self, 10))
        return super().event(event)


def _line_height(widget: QWidget, text: str, width: float, *, bold: bool = False) -> float:
    return _set(widget, text, width, bold=bold).height + 2 * look_of(widget).scale


def _set(widget: QWidget, text: str, width: float, *, bold: bool) -> Setting:
    scale = look_of(widget).scale
    room = max(width - (_SIGN + _GAP + _CARET) * scale, 60)
    return fitted(plain(text, bold=bold), Style(round(15 * scale), round(15 * scale), 1.3), room)


def _paint_line(
    widget: QWidget, painter: QPainter, place: QRectF, text: str, *, bold: bool = False
) -> None:
    """Paint a line; one that is open is bold and has another sign."""
    scale = look_of(widget).scale
    colours = colours_of(widget)
    set_text = _set(widget, text, place.width(), bold=bold)
    top = place.center().y() - set_text.height / 2
    side = _SIGN * scale
    first = set_text.height if set_text.height < 30 * scale else 20 * scale
    where = QRectF(place.left(), top + first / 2 - side / 2, side, side)
    sign, role = ("warning-circle", "error") if bold else ("check-circle-fill", "primary")
    paint_sign(painter, sign, where, role, colours, _SIGN)
    set_text.paint(painter, place.left() + side + _GAP * scale, top, place.width(), colours)


class AgreementSide(QWidget):
    chosen = Signal(object)
    """The `Place` of a line."""

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[CheckItem, ...] | None = None
        self._shown: list[_Done | _OpenCheck] = []
        self._count = Text("", TextKind.SMALL, wrap=False)
        self._status = Text("", TextKind.SMALL)
        self._reminder = Text("", TextKind.SMALL)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        card = Card()
        card.set_margins(12, 14, 12, 12)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(Text(words.text("agreement.checks"), TextKind.STRONG, wrap=False), 1)
        head.addWidget(self._count)
        card.body.setSpacing(4)
        card.body.addLayout(head)
        card.body.addLayout(self._lines)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(card)
        self._hints = [_Hint(self._status), _Hint(self._reminder)]
        for hint in self._hints:
            self._column.addWidget(hint)
        self._column.addStretch(1)

    def show_view(self, view: ChecksView) -> None:
        self._count.set_text(view.count)
        self._status.set_text(view.status)
        self._reminder.set_text(view.reminder)
        self._hints[1].setVisible(bool(view.reminder))
        if view.items != self._items:
            self._show_items(view.items)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 14))
        return super().event(event)

    def _show_items(self, items: tuple[CheckItem, ...]) -> None:
        kept = self._place_in_hand()
        self._items = items
        for line in self._shown:
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._shown = [_Done(item) if item.place is None else _OpenCheck(item) for item in items]
        for line in self._shown:
            self._lines.addWidget(line)
            line.show()
            if isinstance(line, _OpenCheck):
                line.clicked.connect(self._choose)
                if line.item.place == kept:
                    line.setFocus()

    def _place_in_hand(self) -> Place | None:
        for line in self._shown:
            if isinstance(line, _OpenCheck) and line.hasFocus():
                return line.item.place
        return None

    @Slot()
    def _choose(self) -> None:
        line = self.sender()
        if isinstance(line, _OpenCheck):
            self.chosen.emit(line.item.place)
