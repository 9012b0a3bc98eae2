"""The page of the agreement: up to three afspraken, and what holds for all of them."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.agreement_card import AgreementCard
from widgets.console.agreement_fields import AgreementFields
from widgets.console.folding_row import FoldingRow
from widgets.console.views_agreement import AgreementView, Part, Place, Shift
from widgets.controls.button import Button, Kind, Size
from widgets.controls.field import Field
from widgets.controls.scroll import Scroll
from widgets.controls.text import Text, TextKind
from widgets.look import is_look_event, line_up, px
from workshop_flows import limits

_WHOLE: Final = (Part.OWNER_PROMISE, Part.TEAM_PROMISE, Part.FOLLOW_UP_TIME, Part.KEEPER)


class AgreementPageWidget(QWidget):
    """Passive; numbers of afspraken count from 1."""

    edited = Signal(object)
    """An `Edit`."""
    opened = Signal(object)
    """The number of the afspraak to open, None to close the one that is open."""
    more_asked = Signal(object)
    shifted = Signal(object)
    """A `Shift`."""
    removed = Signal(object)
    added = Signal()
    proposal_taken = Signal()

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._view: AgreementView | None = None
        self._fields = AgreementFields(words, None, self)
        self._fields.edited.connect(self.edited)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._cards: list[AgreementCard] = []
        self._add_cards()
        self._add_whole()
        self._scroll = Scroll(content)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._scroll)

    def show_view(self, view: AgreementView) -> None:
        self._view = view
        for number, card in enumerate(self._cards):
            if number < len(view.cards):
                card.show_card(view.cards[number], view)
            card.setVisible(number < len(view.cards))
        self._none.setVisible(not view.cards)
        self._add.setVisible(view.full is None)
        self._full.set_text(view.full or "")
        self._full.setVisible(view.full is not None)
        for part, text in view.whole.items():
            self._fields.show_text(part, text)
        self._fields.show_day(Part.FOLLOW_UP, view.follow_up)
        self._owner.setVisible(view.owner is not None)
        self._owner.set_label(view.owner or "")
        keeper = self._fields.widget_of(Part.KEEPER)
        assert isinstance(keeper, Field)
        keeper.set_completions(view.names)
        if view.proposal is not None:
            self._propose.set_text(view.proposal.text)
        self._propose.setVisible(view.proposal is not None)

    def go_to(self, place: Place) -> QWidget | None:
        """Bring a place that is open into sight, with the keyboard in it; return its widget."""
        if place.afspraak is None:
            return self._go(self._fields.widget_of(place.part) or self._add)
        return self._go(self._cards[place.afspraak - 1].widget_of(place.part))

    def go_to_header(self, number: int) -> QWidget | None:
        return self._go(self._cards[number - 1].header)

    def go_to_add(self) -> QWidget | None:
        return self._go(self._add if self._add.isVisible() else self._cards[0].header)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setContentsMargins(0, 0, px(self, 8), px(self, 8))
            self._column.setSpacing(px(self, 12))
        return super().event(event)

    def _add_cards(self) -> None:
        words = self._words
        head = FoldingRow(480, middle=True)
        head.add(Text(words.text("agreement.title"), TextKind.TITLE), 1)
        head.add(Text(words.text("agreement.saved"), TextKind.SMALL, wrap=False))
        line_up(head)
        self._column.addWidget(head)
        self._none = Text(words.text("agreement.none"))
        line_up(self._none)
        self._column.addWidget(self._none)
        for number in range(1, limits.MOST_AFSPRAKEN + 1):
            card = AgreementCard(words, number)
            card.pressed.connect(self._turn)
            card.stepped.connect(self._step)
            card.editor.edited.connect(self.edited)
            card.editor.more_asked.connect(self.more_asked)
            card.editor.shifted.connect(self.shifted)
            card.editor.removed.connect(self.removed)
            card.hide()
            self._cards.append(card)
            self._column.addWidget(card)
        self._add = Button(words.text("agreement.add"), icon="plus", keycap="Ctrl N")
        self._add.clicked.connect(self.added)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._full = Text("", TextKind.SMALL)
        line_up(self._full)
        self._column.addWidget(self._full)

    def _add_whole(self) -> None:
        row = FoldingRow(520)
        row.add(self._fields.day(Part.FOLLOW_UP), 3)
        row.add(self._fields.text(Part.FOLLOW_UP_TIME), 1)
        row.add(self._fields.text(Part.KEEPER), 3)
        self._column.addWidget(row)
        self._propose = Button("", kind=Kind.SECONDARY, size=Size.SMALL, icon="calendar-blank")
        self._propose.clicked.connect(self.proposal_taken)
        self._column.addWidget(self._propose, 0, Qt.AlignmentFlag.AlignLeft)
        self._owner = self._fields.text(Part.OWNER_PROMISE)
        self._column.addWidget(self._owner)
        self._column.addWidget(self._fields.text(Part.TEAM_PROMISE))
        self._column.addStretch(1)

    def _go(self, found: QWidget | None) -> QWidget | None:
        if found is None:
            return None
        take = getattr(found, "take_focus", found.setFocus)
        take()
        layout = self._column.activate()
        if layout or self._scroll.isVisible():
            self._scroll.ensureWidgetVisible(found, 0, px(self, 40))
        return found

    @Slot(object)
    def _turn(self, number: int) -> None:
        assert self._view is not None
        is_open = self._view.cards[number - 1].editor is not None
        self.opened.emit(None if is_open else number)

    @Slot(object)
    def _step(self, shift: Shift) -> None:
        assert self._view is not None
        goal = shift.afspraak + shift.by
        if 1 <= goal <= len(self._view.cards):
            self.go_to_header(goal)
