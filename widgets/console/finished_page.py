"""The end: the session is finished, and where everything is."""

from msgspec import Struct
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.console.step_page import FactCard
from widgets.console.views_steps import Fact
from widgets.controls.button import Button, Kind, Size
from widgets.controls.scroll import Scroll
from widgets.controls.text import Text, TextKind
from widgets.look import is_look_event, line_up, px

_WIDE = 720


class FinishedView(Struct, frozen=True, kw_only=True):
    """`place` is the path of the file, or empty when nothing was kept."""

    title: str
    lead: str
    facts: tuple[Fact, ...]
    place_title: str
    place: str
    start: str
    start_key: str


class FinishedPage(QWidget):
    """A whole page; its button leads back to the start."""

    start_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("", TextKind.TITLE)
        self._lead = Text("", TextKind.LEAD, role="ink_2")
        self._facts = FactCard()
        self._place_title = Text("", TextKind.STRONG)
        self._place = Text("")
        # A path that someone wants to find again is worth copying.
        self._place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.start_button = Button("", kind=Kind.PRIMARY, size=Size.BIG, icon="house")
        self.start_button.clicked.connect(self.start_asked)
        for text in (self._title, self._lead, self._place_title, self._place):
            line_up(text)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, self._lead, self._facts, self._place_title, self._place):
            self._column.addWidget(part)
        self._column.addWidget(self.start_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.addStretch(1)
        row.addWidget(self._inside, 1000)
        row.addStretch(1)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(Scroll(middle))
        self._row = row

    def show_view(self, view: FinishedView) -> None:
        self._title.set_text(view.title)
        self._lead.set_text(view.lead)
        self._facts.show_facts("", view.facts)
        self._place_title.set_text(view.place_title)
        self._place.set_text(view.place)
        self._place.setVisible(bool(view.place))
        self._place_title.setVisible(bool(view.place))
        self.start_button.set_text(view.start)
        self.start_button.set_keycap(view.start_key or None)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._inside.setMaximumWidth(px(self, _WIDE))
            self._column.setSpacing(px(self, 12))
            self._row.setContentsMargins(px(self, 24), px(self, 56), px(self, 24), px(self, 24))
        return super().event(event)
