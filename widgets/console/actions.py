"""Looking for actions, and choosing among those that are put before the room."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.action_list import ActionList
from widgets.console.choice_list import ChoiceList
from widgets.console.choosing_page import ChoosingPage
from widgets.console.disclosure import Disclosure
from widgets.console.emptied import emptied
from widgets.console.views_choosing import ActionsView, BallotView, NoteView, Phase, Tab
from widgets.controls.segments import Segments
from widgets.controls.text import Text, TextKind
from widgets.look import is_look_event, line_up, px


class ActionsPage(ChoosingPage):
    tab_chosen = Signal(object)
    pressed = Signal(int)
    """A card of the choice."""
    accepted = Signal()

    def __init__(self, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(texts, counts_people=True, parent=parent)
        self._found = Text("", TextKind.BODY, role="ink_2", wrap=False)
        line_up(self._found)
        self.tabs = Segments("")
        self.tabs.chosen.connect(self.tab_chosen)
        self._is_fresh: bool | None = None
        self.words = Disclosure(self.script)
        self._notes = _Notes()
        self.notes = Disclosure(self._notes)
        folded = QWidget()
        column = QVBoxLayout(folded)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.notes)
        self.library = ActionList(texts, folded)
        self.choices = ChoiceList()
        self.choices.pressed.connect(self.pressed)
        self.choices.accepted.connect(self.accepted)
        row = QHBoxLayout()
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self._found)
        self.body.addLayout(row)
        self.body.removeWidget(self.ballot)
        self.body.addWidget(self.ballot, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.library, self.choices):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.set_texts(texts)

    def set_texts(self, texts: Catalogue) -> None:
        super().set_texts(texts)
        self.library.set_texts(texts)
        self.tabs.setAccessibleName(texts.text("choosing.cards.title"))

    def show_view(self, view: ActionsView) -> None:
        self.show_round(view.status, view.stop, view.stop_key, view.count)
        idle = view.phase in (Phase.READY, Phase.CHOSEN)
        library = idle and view.tab is Tab.LIBRARY
        choosing = idle and view.tab is Tab.CHOOSE
        self.show_top(view.title, "", view.ballot if choosing else BallotView(), view.words)
        self.words.set_title(view.words_title)
        if view.is_fresh != self._is_fresh:
            # The words make room for the list once the work begins.
            self._is_fresh = view.is_fresh
            self.words.set_open(is_open=view.is_fresh)
        self.tabs.set_options(view.tabs)
        self.tabs.set_chosen(view.tab)
        self.tabs.setVisible(idle)
        self._found.set_text(view.found)
        self._found.setVisible(library)
        self.library.setVisible(library)
        if library:
            self.library.show_view(view)
        self.choices.setVisible(choosing)
        self.choices.show_choices(
            view.heading, view.hint, view.choices, view.most_votes, view.proposal
        )
        self.notes.set_title(view.notes_title)
        self._notes.show_notes(view.notes)
        self.settle(view.phase)


class _Notes(QWidget):
    """Schemes and legal facts, each with its day and source."""

    def __init__(self) -> None:
        super().__init__()
        self._notes: tuple[NoteView, ...] = ()
        self._column = QVBoxLayout(self)
        line_up(self)

    def show_notes(self, notes: tuple[NoteView, ...]) -> None:
        if notes == self._notes:
            return
        self._notes = notes
        emptied(self._column)
        for note in notes:
            self._column.addWidget(Text(note.title, TextKind.STRONG))
            self._column.addWidget(Text(note.text))
            self._column.addWidget(Text(note.source, TextKind.SMALL))

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 6))
        return super().event(event)
