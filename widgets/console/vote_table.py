"""The open conversation: for a firm of two or three, with cards on the table."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.speech import Speech
from widgets.console.views_vote import TableView
from widgets.console.vote_parts import Panel, StepPart, VoteHead, Wordings
from widgets.console.vote_question import TalkPart
from widgets.console.vote_stand import StandEditor
from widgets.console.vote_talk import NotesCard
from widgets.controls.card import Card, CardKind
from widgets.controls.text import Text, TextKind
from widgets.look import is_look_event, line_up, px


class TablePanel(Panel):
    """Four steps, from reading out to a stand that everyone can live with."""

    asked = Signal(bool)
    stand_chosen = Signal(object)
    notes_changed = Signal(object)

    def __init__(self, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = VoteHead()
        self._read, self._lay, self._talk, self._agree = (StepPart(n) for n in (1, 2, 3, 4))
        self._say = Speech()
        self._wordings = Wordings()
        self._lay_told = Text("", TextKind.LEAD)
        self._talk_told = Text("", TextKind.LEAD)
        self._questions = TalkPart()
        self._stand = StandEditor(large=True)
        self._stand_card = Card(CardKind.CURRENT)
        self._stand_card.set_margins(18, 16, 18, 14)
        self._stand_card.body.addWidget(self._stand)
        self.notes = NotesCard(texts)
        self._fill()
        self._questions.asked.connect(self.asked)
        self._stand.chosen.connect(self.stand_chosen)
        self.notes.changed_to.connect(self.notes_changed)

    def show_view(self, view: TableView) -> None:
        self._head.show_head(view.head)
        self._read.set_heading(view.read)
        self._say.set_words(view.say)
        self._wordings.show_wordings(view.statements)
        self._lay.set_heading(view.lay)
        self._lay_told.set_text(view.lay_told)
        self._talk.set_heading(view.talk)
        self._talk_told.set_text(view.talk_told)
        self._questions.show_view(view.questions, titled=False)
        self._agree.set_heading(view.agree)
        self._stand.show_view(view.stand)
        self.notes.show_notes(view.notes)

    @property
    def stand(self) -> QWidget:
        return self._stand_card

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 18))
        return super().event(event)

    def _fill(self) -> None:
        card = Card()
        card.set_margins(20, 16, 20, 16)
        card.body.addWidget(self._wordings)
        for part in (self._say, card, self._lay_told, self._talk_told, self._stand_card):
            line_up(part)
        self._read.body.addWidget(self._say)
        self._read.body.addWidget(card)
        self._lay.body.addWidget(self._lay_told)
        self._talk.body.addWidget(self._talk_told)
        self._talk.body.addWidget(self._questions)
        self._agree.body.addWidget(self._stand_card)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._head)
        for step in (self._read, self._lay, self._talk, self._agree):
            self._column.addWidget(step)
        self._column.addStretch(1)
        self._column.addWidget(self.notes)
