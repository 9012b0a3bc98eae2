"""Printing and keeping: the choices at the left."""

from itertools import pairwise
from typing import Any, Final

from msgspec import Struct
from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.keep_rows import KeepRows
from widgets.console.paper_choice import PaperChoice
from widgets.console.views_print_page import ConceptView, OtherView, PrintView
from widgets.controls.button import Button
from widgets.controls.card import Card, CardKind
from widgets.controls.check import Check
from widgets.controls.icon import Icon
from widgets.controls.stepper import Stepper
from widgets.controls.text import Text, TextKind
from widgets.look import RING, is_look_event, line_up, px

MOST_COPIES: Final = 99


class Chosen(Struct, frozen=True, kw_only=True):
    """A paper was chosen, or no more."""

    key: Any
    chosen: bool


class PrintChoices(QWidget):
    """What to print, how, and what to keep."""

    paper_chosen = Signal(object)
    """A `Chosen`."""
    copies_changed = Signal(int)
    grey_changed = Signal(bool)
    print_asked = Signal()
    past_asked = Signal()
    keep_asked = Signal(object)
    """The key of a `KeepView`."""

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tight = False
        self._title = Text("", TextKind.TITLE)
        self._concept = _Concept()
        self._papers: dict[Any, PaperChoice] = {}
        self._choices = QVBoxLayout()
        self._copies = Stepper("", lowest=1, highest=MOST_COPIES, words=words)
        self._grey = Check("")
        self._print = Button("")
        self._past = Button("")
        self._keep_title = Text("", TextKind.STRONG)
        self._keeps = KeepRows()
        self._promise = Text("", TextKind.SMALL)
        self._lock = Icon("lock-simple")
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._copies.changed_to.connect(self.copies_changed)
        self._grey.toggled_to.connect(self.grey_changed)
        self._print.clicked.connect(self._ask_print)
        self._past.clicked.connect(self._ask_past)
        self._keeps.asked.connect(self.keep_asked)

    @property
    def first(self) -> QWidget:
        return next(iter(self._papers.values()), self._copies)

    def set_words(self, words: Catalogue) -> None:
        """Speak another language; all else comes with the view."""
        self._copies.set_words(words)

    def show_view(self, view: PrintView) -> None:
        self._title.set_text(view.title)
        self._concept.show_view(view.concept)
        self._show_papers(view)
        self._copies.set_label(view.copies_label)
        self._copies.set_hint(view.copies_hint)
        self._copies.set_value(view.copies)
        self._grey.set_text(view.grey_text)
        self._grey.set_checked_to(checked=view.grey)
        _show_button(self._print, view.print)
        _show_button(self._past, view.past)
        self._keep_title.set_text(view.keep_title)
        self._keeps.show_views(view.keeps, view.keep_button)
        self._promise.set_text(view.promise)
        self._order_keys()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._keep_margins()
        return super().event(event)

    def set_tight(self, *, tight: bool) -> None:
        """Give the words the room of the margins."""
        if tight is not self._tight:
            self._tight = tight
            self._keep_margins()

    def _keep_margins(self) -> None:
        left, right = (12, 6) if self._tight else (58, 42)
        self._column.setContentsMargins(px(self, left), px(self, 28), px(self, right), px(self, 24))

    def _lay_out(self) -> None:
        for text in (self._title, self._keep_title):
            line_up(text)
        self._column.setSpacing(0)
        self._choices.setSpacing(0)
        note = QHBoxLayout()
        note.setContentsMargins(RING, 0, RING, 0)
        note.setSpacing(10)
        note.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self._promise, 1)
        numbers = QHBoxLayout()
        numbers.setSpacing(8)
        numbers.addWidget(self._copies, 1)
        parts = (self._title, 12, self._concept, 6, self._choices, 8, numbers, 4, self._grey)
        more = (4, self._print, 12, self._keep_title, 4, self._keeps, 8, note, 6, self._past)
        for part in (*parts, *more):
            if isinstance(part, int):
                self._column.addSpacing(part)
            elif isinstance(part, Button):
                self._column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
            elif isinstance(part, QWidget):
                self._column.addWidget(part)
            else:
                self._column.addLayout(part)
        self._column.addStretch(1)

    def _order_keys(self) -> None:
        """Let Tab go as the eye does: rows that came later stand before others."""
        stops = (*self._papers.values(), self._copies, self._grey, self._print)
        for one, following in pairwise((*stops, *self._keeps.buttons, self._past)):
            self.setTabOrder(one, following)

    def _show_papers(self, view: PrintView) -> None:
        for one in view.papers:
            row = self._papers.get(one.key)
            if row is None:
                row = self._papers[one.key] = PaperChoice(one.text)
                row.toggled_to.connect(self._paper_toggled)
                self._choices.addWidget(row)
                # Now, not when the layout comes round to it: it may get the focus at once.
                row.show()
            row.set_text(one.text)
            row.set_second(one.second)
            row.set_checked_to(checked=one.chosen)

    @Slot(bool)
    def _paper_toggled(self, chosen: bool) -> None:  # noqa: FBT001 (a signal of Qt)
        row = self.sender()
        key = next(key for key, one in self._papers.items() if one is row)
        self.paper_chosen.emit(Chosen(key=key, chosen=chosen))

    @Slot()
    def _ask_print(self) -> None:
        self.print_asked.emit()

    @Slot()
    def _ask_past(self) -> None:
        self.past_asked.emit()


def _show_button(button: Button, view: OtherView | None) -> None:
    button.setVisible(view is not None)
    if view is not None:
        button.set_text(view.text)
        button.set_icon(view.icon)
        button.set_keycap(view.keycap)
        button.set_reason(view.reason)


class _Concept(Card):
    """Says plainly that this is a concept."""

    def __init__(self) -> None:
        super().__init__(CardKind.WARN)
        line_up(self)
        self.set_margins(16, 12, 16, 12)
        self._title = Text("", TextKind.STRONG)
        self._text = Text("", TextKind.SMALL, role="ink")
        self.body.setSpacing(2)
        self.body.addWidget(self._title)
        self.body.addWidget(self._text)
        self.hide()

    def show_view(self, view: ConceptView | None) -> None:
        self.setVisible(view is not None)
        if view is not None:
            self._title.set_text(view.title)
            self._text.set_text(view.text)
