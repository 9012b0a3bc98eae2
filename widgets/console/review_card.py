"""An earlier afspraak with its answer, and what helped or stood in the way."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.folding_row import FoldingRow
from widgets.console.number_badge import NumberBadge
from widgets.console.views_review import Answered, Helped, ReviewCardView
from widgets.controls.card import Card, CardKind
from widgets.controls.options import Option
from widgets.controls.paragraph import Paragraph
from widgets.controls.segments import SegmentKind, Segments
from widgets.controls.text import Text, TextKind
from widgets.look import is_look_event, line_up, px
from workshop_flows import limits
from workshop_flows.vocabulary import Outcome

ICONS: Final = {
    Outcome.DONE: "check-circle",
    Outcome.PARTLY: "circle-half",
    Outcome.NOT: "circle",
}


class ReviewCard(Card):
    answered = Signal(object)
    helped = Signal(object)

    def __init__(self, words: Catalogue, number: int) -> None:
        super().__init__()
        self._number = number
        self._title = Text("", TextKind.NAME)
        self._second = Text("", TextKind.SMALL)
        self._segments = Segments(
            words.text("review.outcome", number=number), kind=SegmentKind.MARK
        )
        self._segments.set_options(
            [Option(key=one, text=words.text(f"review.{one}"), icon=ICONS[one]) for one in Outcome]
        )
        self._segments.chosen.connect(self._answer)
        self._field = Paragraph(
            words.text("review.helped", number=number),
            placeholder=words.text("review.helped.placeholder"),
            label_hidden=True,
        )
        self._field.set_limit(limits.LONGEST_TEXT)
        self._field.committed.connect(self._help)
        self._top = FoldingRow(600, middle=True)
        self._top.add(self._head(number), 1)
        self._top.add(self._segments)
        self.body.addWidget(self._top)
        self.body.addWidget(self._field)
        self.set_margins(14, 14, 14, 10)
        line_up(self)

    def show_card(self, view: ReviewCardView) -> None:
        self._title.set_text(view.title)
        self._second.set_text(view.second)
        in_hand = any(one.hasFocus() for one in self._segments.findChildren(QAbstractButton))
        self._segments.set_chosen(view.outcome)
        if in_hand:
            # A key may have chosen another one than has the keyboard; Tab starts from there.
            self.take_focus()
        self._field.set_value(view.helped)
        self._field.set_hint(view.note)
        self._field.set_error(view.error)
        self.set_kind(CardKind.CURRENT if view.current else CardKind.PLAIN)

    def take_focus(self) -> QWidget:
        """Go to the answers with the keyboard."""
        buttons = self._segments.findChildren(QAbstractButton)
        stop = next(one for one in buttons if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        return stop

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.body.setSpacing(px(self, 2))
            self._row.setSpacing(px(self, 14))
        return super().event(event)

    def _head(self, number: int) -> QWidget:
        head = QWidget()
        self._row = QHBoxLayout(head)
        self._row.setContentsMargins(6, 0, 6, 0)
        self._row.addWidget(NumberBadge(number), 0)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._title)
        texts.addWidget(self._second)
        self._row.addLayout(texts, 1)
        return head

    @Slot(object)
    def _answer(self, outcome: Outcome) -> None:
        self.answered.emit(Answered(afspraak=self._number, outcome=outcome))

    @Slot(str)
    def _help(self, text: str) -> None:
        self.helped.emit(Helped(afspraak=self._number, text=text))
