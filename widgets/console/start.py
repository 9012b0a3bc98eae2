"""The first page: what a person can begin, and the sessions there were."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct
from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from widgets.console.recents import Recent, RecentsCard, RecentsView
from widgets.controls.button import Button, Kind, Size
from widgets.controls.icon import Icon
from widgets.controls.row_button import RowButton
from widgets.controls.scroll import Scroll
from widgets.controls.text import Text, TextKind
from widgets.look import RING, is_look_event, look_of, px

__all__ = ["Door", "DoorId", "Recent", "RecentsView", "Start", "StartView"]

_WIDEST = 1200
_SIDE_BY_SIDE = 900
_TALL = 760
"""In design pixels."""


class DoorId(StrEnum):
    PRACTISE = "practise"
    NEW = "new"
    RESUME = "resume"
    FOLLOW_UP = "follow_up"
    EXAMPLE = "example"


class Door(Struct, frozen=True, kw_only=True):
    id: DoorId
    title: str
    second: str
    icon: str
    keycap: str


class StartView(Struct, frozen=True, kw_only=True):
    """The first of `doors` is the one to take when in doubt."""

    greeting: str
    question: str
    doors: tuple[Door, ...]
    recents: RecentsView
    promise: str
    settings: str
    help: str
    help_key: str


class Start(QWidget):
    entered = Signal(object)
    """A `DoorId`."""
    recent_chosen = Signal(object)
    forget_asked = Signal(object)
    """Both with the key of a `Recent`."""
    open_asked = Signal()
    settings_asked = Signal()
    help_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: StartView | None = None
        self._doors: dict[RowButton, DoorId] = {}
        self._greeting = Text("", TextKind.GREETING, wrap=False)
        self._question = Text("", TextKind.LEAD, role="ink_2", wrap=False)
        self._recents = RecentsCard()
        self._recents.chosen.connect(self.recent_chosen)
        self._recents.forget_asked.connect(self.forget_asked)
        self._recents.open_asked.connect(self.open_asked)
        self._door_column = QVBoxLayout()
        self._left = QVBoxLayout()
        self._right = QVBoxLayout()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._footer = _Footer()
        self._footer.settings.clicked.connect(self.settings_asked)
        self._footer.help.clicked.connect(self.help_asked)
        self._lay_out()

    def first_door(self) -> QWidget | None:
        return next(iter(self._doors), None)

    def show_view(self, view: StartView) -> None:
        if view == self._view:
            return
        before = self._view
        self._view = view
        self._greeting.set_text(view.greeting)
        self._question.set_text(view.question)
        if before is None or before.doors != view.doors:
            self._hang_doors(view.doors)
        self._recents.show_view(view.recents)
        self._footer.show_texts(view)
        self._put_tab_order()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        content = QWidget()
        self._left.addWidget(self._greeting)
        self._left.addWidget(self._question)
        self._left.addLayout(self._door_column)
        self._left.addStretch(1)
        self._right.addWidget(self._recents)
        self._right.addStretch(1)
        self._columns.addLayout(self._left, 6)
        self._columns.addLayout(self._right, 5)
        content.setLayout(self._columns)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Scroll(content), 1)
        whole.addWidget(self._footer)
        for text in (self._greeting, self._question):
            text.setContentsMargins(RING, 0, RING, 0)

    def _hang_doors(self, doors: Sequence[Door]) -> None:
        for old in self._doors:
            self._door_column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._doors = {}
        for number, door in enumerate(doors):
            kind = Kind.SECONDARY if number else Kind.PRIMARY
            button = RowButton(door.title, door.second, door.icon, door.keycap, kind=kind)
            button.clicked.connect(self._enter)
            self._door_column.addWidget(button)
            self._doors[button] = door.id

    def _put_tab_order(self) -> None:
        order = [*self._doors, *self._recents.stops(), self._footer.settings, self._footer.help]
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _arrange(self) -> None:
        """Spread the columns over the width there is, and leave out air where it is low."""
        scale = look_of(self).scale
        wide, tall = self.width() / scale, self.height() / scale
        beside = wide >= _SIDE_BY_SIDE
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        side = px(self, max(32.0, (wide - _WIDEST) / 2))
        air = tall >= _TALL
        top = px(self, 48 if air else 18)
        self._columns.setContentsMargins(side - RING, top, side, px(self, 16 if air else 0))
        self._columns.setSpacing(
            px(self, (100 if wide > 1300 else 48) if beside else 32) - 2 * RING
        )
        self._left.setSpacing(0)
        self._question.setContentsMargins(RING, px(self, 4), RING, px(self, 28 if air else 4))
        self._door_column.setSpacing(max(0, px(self, 14 if air else 0) - 2 * RING))
        beneath = self._greeting.sizeHint().height() + self._question.sizeHint().height()
        self._right.setContentsMargins(0, beneath + RING if beside else 0, 0, 0)
        self._footer.set_margins(side - RING, px(self, 28 if air else 4))

    @Slot()
    def _enter(self) -> None:
        button = self.sender()
        if isinstance(button, RowButton):
            self.entered.emit(self._doors[button])


class _Footer(QWidget):
    """The promise, and two small doors."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = Icon("lock-simple", size=20, role="ink_2")
        self._promise = Text("", TextKind.SMALL)
        self.settings = Button("", kind=Kind.QUIET, size=Size.SMALL, icon="gear-six")
        self.help = Button("", kind=Kind.QUIET, size=Size.SMALL, icon="question")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._promise, 1)
        self._row.addWidget(self.settings)
        self._row.addWidget(self.help)

    def show_texts(self, view: StartView) -> None:
        self._promise.set_text(view.promise)
        self.settings.set_text(view.settings)
        self.help.set_text(view.help)
        self.help.set_keycap(view.help_key)

    def set_margins(self, side: int, under: int) -> None:
        self._row.setContentsMargins(side + RING, 0, side, under)
        self._row.setSpacing(px(self, 10))
