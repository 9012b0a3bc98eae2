"""The centre of the vote: one of its pages at a time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from resources.catalogue import Catalogue
from widgets.console.views_vote import (
    AskView,
    AxisView,
    BusyView,
    CountView,
    Head,
    ResultView,
    TableView,
    VoteView,
)
from widgets.console.vote_ask import AskPanel, BusyPanel
from widgets.console.vote_count import CountPanel
from widgets.console.vote_table import TablePanel
from widgets.console.vote_talk import AxisPanel, NotesCard, ResultPanel
from widgets.controls.scroll import Scroll
from workshop_flows.vocabulary import Role


class VoteCentre(QStackedWidget):
    """Shows what it is given. What was counted by hand is forgotten when another page comes."""

    ballot_chosen = Signal(object)
    stayed = Signal()
    stopped = Signal()
    added = Signal(object, int)
    taken = Signal(object, int)
    asked = Signal(bool)
    stand_chosen = Signal(object)
    notes_changed = Signal(object)

    def __init__(self, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = AskPanel(texts)
        self._busy = BusyPanel()
        self._count = CountPanel()
        self._result = ResultPanel(texts)
        self._axis = AxisPanel(texts)
        self._table = TablePanel(texts)
        panels = (self._ask, self._busy, self._count, self._result, self._axis, self._table)
        self._role: Role | None = None
        self._about = ""
        self._stand: float | None = None
        self._pages: dict[QWidget, Scroll] = {panel: Scroll(panel) for panel in panels}
        self._notes: dict[QWidget, NotesCard] = {
            panel: panel.notes for panel in (self._result, self._axis, self._table)
        }
        for page in self._pages.values():
            self.addWidget(page)
        self._connect()

    def show_view(self, view: VoteView) -> None:
        before = self.currentWidget()
        match view:
            case AskView():
                self._ask.show_view(view)
                self._turn_to(self._ask, view.head)
            case BusyView():
                self._busy.show_view(view)
                self._turn_to(self._busy, view.head)
            case CountView():
                self._count.show_view(view)
                self._turn_to(self._count, view.head)
                self._follow_keys(view)
            case ResultView():
                self._result.show_view(view)
                self._turn_to(self._result, view.head)
            case AxisView():
                self._axis.show_view(view)
                self._turn_to(self._axis, view.head)
            case TableView():
                is_same = view.head.title == self._about
                self._table.show_view(view)
                self._turn_to(self._table, view.head)
                self._follow_stand(view, moved=is_same)
        if self.currentWidget() is not before:
            self._count_forgotten(view)

    def set_texts(self, texts: Catalogue) -> None:
        """Show the words that are in no view in another language."""
        self._ask.script.set_texts(texts)
        self._result.set_texts(texts)
        for notes in self._notes.values():
            notes.set_texts(texts)

    def notes(self) -> NotesCard | None:
        """Return the notes in sight."""
        shown = self.currentWidget()
        found = (notes for panel, notes in self._notes.items() if self._pages[panel] is shown)
        return next(found, None)

    def take_note(self) -> None:
        """Go to the field for a note, where there is one."""
        notes = self.notes()
        if notes is not None:
            notes.editor.entry.take_focus()

    def _turn_to(self, panel: QWidget, head: Head) -> None:
        page, before = self._pages[panel], self.currentWidget()
        if head.title != self._about:
            self._about = head.title
            page.verticalScrollBar().setValue(0)
        if page is not before:
            focus = QApplication.focusWidget()
            if before is not None and focus is not None and before.isAncestorOf(focus):
                # Else Qt takes the next control, and the space bar would press that.
                self.window().setFocus(Qt.FocusReason.OtherFocusReason)
            page.verticalScrollBar().setValue(0)
            self.setCurrentWidget(page)

    def _follow_keys(self, view: CountView) -> None:
        """Bring the row into sight whose slips the keys now count."""
        role = next((row.role for row in view.rows if not row.switch), None)
        row = None if role is None else self._count.row_of(role)
        if row is not None and self._role not in (None, role):
            self._pages[self._count].ensureWidgetVisible(row, 0, 0)
        self._role = role

    def _follow_stand(self, view: TableView, *, moved: bool) -> None:
        """Bring the stand into sight when a key changed it."""
        if moved and view.stand.value not in (None, self._stand):
            self._pages[self._table].ensureWidgetVisible(self._table.stand, 0, 0)
        self._stand = view.stand.value

    def _count_forgotten(self, view: VoteView) -> None:
        if not isinstance(view, CountView):
            self._count.clear()
            self._role = None

    def _connect(self) -> None:
        self._ask.ballot_chosen.connect(self.ballot_chosen)
        self._ask.stayed.connect(self.stayed)
        self._busy.stopped.connect(self.stopped)
        self._count.stopped.connect(self.stopped)
        self._count.added.connect(self.added)
        self._count.taken.connect(self.taken)
        for notes in (self._result, self._axis, self._table):
            notes.notes_changed.connect(self.notes_changed)
        for talk in (self._axis, self._table):
            talk.asked.connect(self.asked)
        self._table.stand_chosen.connect(self.stand_chosen)
