"""One afspraak as a card: a line to open it, and its fields when it is open."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from resources.catalogue import Catalogue
from widgets.console.agreement_editor import AgreementEditor
from widgets.console.agreement_header import AgreementHeader
from widgets.console.views_agreement import AgreementView, CardView, Part, Shift
from widgets.controls.card import Card, CardKind
from widgets.look import line_up


class AgreementCard(Card):
    pressed = Signal(object)
    """Open this afspraak, or close it when it is open: its number."""
    stepped = Signal(object)
    """A `Shift`: go with the keyboard to the card above or below."""

    def __init__(self, words: Catalogue, number: int) -> None:
        super().__init__()
        self._words = words
        self._number = number
        self.header = AgreementHeader()
        self.header.clicked.connect(self._press)
        self.header.stepped.connect(self._step)
        self.header.shifted.connect(self._shift)
        self.editor = AgreementEditor(words, number)
        self.body.setSpacing(0)
        self.body.addWidget(self.header)
        self.body.addWidget(self.editor)
        line_up(self)

    def show_card(self, view: CardView, page: AgreementView) -> None:
        name = self._words.text("agreement.number", number=view.number, title=view.title)
        self.header.show_card(view, name)
        opened = view.editor is not None
        self.set_kind(CardKind.CURRENT if opened else CardKind.PLAIN)
        self.set_margins(14, 4, 14, 12 if opened else 4)
        if view.editor is not None:
            self.editor.show_view(view.editor, page)
        self.editor.setVisible(opened)

    def widget_of(self, part: Part) -> QWidget | None:
        return self.editor.widget_of(part)

    @Slot()
    def _press(self) -> None:
        self.pressed.emit(self._number)

    @Slot(int)
    def _step(self, by: int) -> None:
        self.stepped.emit(Shift(afspraak=self._number, by=by))

    @Slot(int)
    def _shift(self, by: int) -> None:
        self.editor.shifted.emit(Shift(afspraak=self._number, by=by))
