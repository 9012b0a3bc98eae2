"""The options of a choice under each other, with what was chosen most."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.console.choice_row import ChoiceRow
from widgets.console.views_choosing import ChoiceView, Proposal
from widgets.controls.button import Button
from widgets.controls.card import Card, CardKind
from widgets.controls.text import Text, TextKind
from widgets.look import is_look_event, line_up, px


class ChoiceList(QWidget):
    """Says which option was pressed, and that the proposal is taken over."""

    pressed = Signal(int)
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Text("", TextKind.HEADING)
        self._hint = Text("", TextKind.BODY, role="ink_2")
        self._card = Card(CardKind.MARKED)
        self._card.set_margins(20, 10, 14, 10)
        self._told = Text("")
        self._accept = Button("")
        self._accept.clicked.connect(self.accepted)
        self._rows: list[ChoiceRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        row = QHBoxLayout()
        row.addWidget(self._told, 1)
        row.addWidget(self._accept)
        self._card.body.addLayout(row)
        for part in (self._heading, self._hint, self._card):
            line_up(part)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._heading, self._hint, self._card):
            self._column.addWidget(part)
        self._column.addLayout(self._list)

    def show_choices(
        self,
        heading: str,
        hint: str,
        choices: Sequence[ChoiceView],
        most: int,
        proposal: Proposal | None,
    ) -> None:
        self._heading.set_text(heading)
        self._hint.set_text(hint)
        self._hint.setVisible(bool(hint))
        self._card.setVisible(proposal is not None)
        if proposal is not None:
            self._told.set_text(proposal.text)
            self._accept.set_text(proposal.accept)
            self._accept.set_keycap(proposal.key)
            self._accept.setVisible(bool(proposal.accept))
        self._make_rows(len(choices))
        for row, choice in zip(self._rows, choices, strict=True):
            row.show_choice(choice, most)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 8))
        return super().event(event)

    def start(self) -> QWidget | None:
        return self._rows[0] if self._rows else None

    def _make_rows(self, count: int) -> None:
        while len(self._rows) > count:
            row = self._rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < count:
            row = ChoiceRow()
            row.clicked.connect(self._press)
            self._rows.append(row)
            self._list.addWidget(row)

    @Slot()
    def _press(self) -> None:
        sender: QObject = self.sender()
        for index, row in enumerate(self._rows):
            if row is sender:
                self.pressed.emit(index)
