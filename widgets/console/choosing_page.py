"""What the three pages of choosing share: the title, the script, the open round, the count."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.count_card import CountCard
from widgets.console.script_card import ScriptCard
from widgets.console.views_choosing import BallotView, CountView, Phase, Words
from widgets.controls.button import Button, Size
from widgets.controls.card import Card, CardKind
from widgets.controls.scroll import Scroll
from widgets.controls.segments import Segments
from widgets.controls.text import Text, TextKind
from widgets.look import is_look_event, line_up, px


class _Content(QWidget):
    """Is as high as its texts are at its width, and no higher.

    The least height of a text that wraps is that at its narrowest, which is far too much.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class ChoosingPage(QWidget):
    """A page puts what is its own into `body`; all of it scrolls when it must."""

    stop_asked = Signal()
    ballot_chosen = Signal(object)
    added = Signal(int)
    taken = Signal(int)
    people_counted = Signal(int)

    def __init__(
        self, texts: Catalogue, *, counts_people: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._phase: Phase | None = None
        self._had_focus = False
        self.title = Text("", TextKind.TITLE)
        self.how = Text("", TextKind.BODY, role="ink_2")
        self.script = ScriptCard(texts)
        self.ballot = Segments("")
        self.ballot.chosen.connect(self.ballot_chosen)
        self._status = Text("", TextKind.LEAD)
        self._stop = Button("", size=Size.SMALL)
        self._stop.clicked.connect(self.stop_asked)
        self._open = Card(CardKind.MARKED)
        self._open.set_margins(20, 16, 20, 16)
        self._open.body.addWidget(self._status)
        self.count = CountCard(texts, counts_people=counts_people)
        self.count.added.connect(self.added)
        self.count.taken.connect(self.taken)
        self.count.people_counted.connect(self.people_counted)
        content = _Content()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, 0, 0, 0)
        for part in (self.title, self.how, self._open):
            line_up(part)
        self.body.addWidget(self.title)
        self.body.addWidget(self.how)
        self.body.addWidget(self.ballot, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._open)
        self.body.addWidget(self.count)
        self.body.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.script)
        self._scroll = Scroll(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def set_texts(self, texts: Catalogue) -> None:
        """Speak another language; what a view brings follows with the view."""
        self.script.set_texts(texts)
        self.count.set_texts(texts)
        self.ballot.setAccessibleName(texts.text("choosing.ballot"))

    def show_top(self, title: str, how: str, ballot: BallotView, words: Words) -> None:
        self.title.set_text(title)
        self.how.set_text(how)
        self.how.setVisible(bool(how))
        self.ballot.setVisible(bool(ballot.options))
        if ballot.options:
            self.ballot.set_options(ballot.options)
            self.ballot.set_chosen(ballot.chosen)
        self.script.set_words(words.say, words.tips)

    def show_round(self, status: str, stop: str, stop_key: str, count: CountView | None) -> None:
        """`status`: what to do while the round is open; `stop`: the button that leaves it."""
        focused = QApplication.focusWidget()
        self._had_focus = focused is not None and self.isAncestorOf(focused)
        self._status.set_text(status)
        self._open.setVisible(bool(status))
        self._stop.set_text(stop)
        self._stop.set_keycap(stop_key)
        self._stop.setVisible(bool(stop))
        self.count.setVisible(count is not None)
        if count is None:
            self.count.forget()
        else:
            self.count.show_count(count)

    def settle(self, phase: Phase) -> None:
        """Take the keyboard off what was used in the phase before, once all is shown.

        Else Qt hands it on to a control that happens to come next: Space would press that
        one, and the digits of a count would land in a field.
        """
        if phase is self._phase:
            return
        arrived, self._phase = self._phase is None, phase
        if self._had_focus and not arrived:
            self.setFocus()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.body.setSpacing(px(self, 12))
        return super().event(event)
