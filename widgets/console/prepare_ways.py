"""How the team votes: a card for every way, and how many seats each of them has."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.views_prepare import BallotView, CountView, Edit, NoticeView, WayView
from widgets.controls.button import Button, Size
from widgets.controls.card import Card, CardKind
from widgets.controls.check import Check
from widgets.controls.icon import Icon
from widgets.controls.stepper import Stepper
from widgets.controls.text import Text, TextKind
from widgets.look import RING, is_look_event, line_up, look_of, px

WAYS: Final = ("phones", "slips", "hands")
_BESIDE: Final = 660
"""Design pixels from which the cards stand beside each other."""


class Ways(QWidget):
    """`edited` tells an `Edit`."""

    edited = Signal(object)

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # All of them at once, so that Tab goes through the form as it is read.
        self._cards = {key: _WayCard(words) for key in WAYS}
        self._label = Text("", TextKind.STRONG, wrap=False)
        self._second = Text("", TextKind.SMALL)
        self._sum = _Sum()
        self._words = Text("", TextKind.SMALL)
        self._notice = _Notice()
        self._notice.asked.connect(self.edited)
        self._head = QHBoxLayout()
        self._head.addWidget(self._label)
        self._head.addWidget(self._second, 1)
        self._head.addWidget(self._sum)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for card in self._cards.values():
            card.edited.connect(self.edited)
            self._row.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addLayout(self._row)
        column.addWidget(self._notice)
        column.addWidget(self._words)

    def show_view(self, label: str, view: BallotView) -> None:
        self._label.set_text(label)
        self._second.set_text(view.second)
        self._sum.show_text(view.sum)
        self._words.set_text(view.words)
        self._words.setVisible(bool(view.words))
        self._notice.show_view(view.notice)
        ways = {way.key: way for way in view.ways}
        for key, card in self._cards.items():
            card.setVisible(key in ways)
            if key in ways:
                card.show_view(ways[key])

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._head.setContentsMargins(RING, 0, RING, px(self, 6))
            self._head.setSpacing(px(self, 6))
            self._row.setContentsMargins(RING, 0, RING, 0)
            self._row.setSpacing(px(self, 14))
            self._words.setContentsMargins(RING, px(self, 8), RING, 0)
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Beside each other the cards may not keep the form too wide to let them stack."""
        widths = (card.minimumSizeHint().width() for card in self._cards.values())
        head = self._head.minimumSize().width()
        widest = max(head, *widths) + 2 * RING
        return QSize(widest, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        beside = self.width() / look_of(self).scale >= _BESIDE
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)


class _WayCard(Card):
    edited = Signal(object)

    def __init__(self, words: Catalogue) -> None:
        super().__init__()
        self._view: WayView | None = None
        self.set_margins(16 - RING, 12 - RING, 16 - RING, 12)
        self._icon = Icon("note-pencil", size=24)
        self._title = Text("", TextKind.STRONG)
        self._check = Check("")
        self._check.toggled_to.connect(self._turned)
        self._words = Text("", TextKind.SMALL, role="ink")
        line_up(self._words)
        self._stepper = Stepper("", lowest=0, highest=1, words=words, label_hidden=True)
        self._stepper.changed_to.connect(self._counted)
        self._unit = Text("", TextKind.LABEL, wrap=False)
        self._unit.set_kind(TextKind.BODY)
        self._head = QHBoxLayout()
        self._head.addWidget(self._icon)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._check)
        self._count = QWidget()
        # The stepper keeps room for its ring.
        self._count.setContentsMargins(0, 0, 0, -RING)
        row = QHBoxLayout(self._count)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._stepper)
        row.addWidget(self._unit, 1)
        self.body.addLayout(self._head)
        self.body.addWidget(self._words)
        self.body.addStretch(1)
        self.body.addWidget(self._count)

    def show_view(self, view: WayView) -> None:
        if view == self._view:
            return
        self._view = view
        self.set_kind(CardKind.CHOSEN if view.chosen else CardKind.PLAIN)
        self._icon.set_icon(view.icon)
        self._title.set_text(view.title)
        self._check.set_checked_to(checked=view.chosen)
        self._check.setAccessibleName(view.title)
        self._check.setAccessibleDescription(view.words)
        self._words.set_text(view.words)
        self._count.setVisible(view.count is not None)
        if view.count is not None:
            self._show_count(view.count)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.body.setSpacing(px(self, 2))
            self._head.setContentsMargins(RING, 0, 0, 0)
            self._head.setSpacing(px(self, 10))
            # Only the square itself: the words stand beside it, as the title.
            side = px(self, 24) + 2 * RING
            self._check.setFixedSize(side, side)
        return super().event(event)

    def _show_count(self, count: CountView) -> None:
        self._stepper.set_label(count.name)
        self._stepper.set_range(0, count.most)
        self._stepper.set_value(count.number)
        self._unit.set_text(count.unit)

    @Slot()
    def _turned(self) -> None:
        view = self._view
        if view is not None:
            # The answer may be that it stays as it was.
            self._check.set_checked_to(checked=view.chosen)
            self.edited.emit(view.turn)

    @Slot(int)
    def _counted(self, number: int) -> None:
        if self._view is not None:
            self.edited.emit(Edit(field=self._view.key, value=number))


class _Sum(QWidget):
    """That the numbers add up."""

    def __init__(self) -> None:
        super().__init__()
        self._text = Text("", TextKind.LABEL, wrap=False)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(Icon("check-circle-fill", size=20, role="primary"))
        self._row.addWidget(self._text)

    def show_text(self, text: str) -> None:
        self._text.set_text(text)
        self.setVisible(bool(text))

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._row.setSpacing(px(self, 8))
        return super().event(event)


class _Notice(QWidget):
    """What is not right with the numbers, and the way out."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._view: NoticeView | None = None
        card = Card(CardKind.WARN)
        card.set_margins(14, 8, 14 - RING, 8)
        self._text = Text("")
        self._button = Button("", size=Size.SMALL)
        self._button.clicked.connect(self._pressed)
        self._line = QHBoxLayout()
        self._line.addWidget(Icon("warning", size=22))
        self._line.addWidget(self._text, 1)
        self._line.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(self._line)
        self._around = QVBoxLayout(self)
        self._around.addWidget(card)

    def show_view(self, view: NoticeView | None) -> None:
        self._view = view
        self.setVisible(view is not None)
        if view is not None:
            self._text.set_text(view.text)
            self._button.set_text(view.button)
            self._button.setAccessibleDescription(view.text)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._around.setContentsMargins(RING, px(self, 10), RING, 0)
            self._line.setSpacing(px(self, 12))
        return super().event(event)

    @Slot()
    def _pressed(self) -> None:
        if self._view is not None:
            self.asked.emit(self._view.edit)
