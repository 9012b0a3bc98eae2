"""The list of sessions that were led before."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.controls.button import Button, IconButton, Kind, Size
from widgets.controls.card import Card
from widgets.controls.pill import PillKind
from widgets.controls.row_button import RowButton, RowKind
from widgets.controls.rule import Rule
from widgets.controls.text import Text, TextKind
from widgets.look import RING, is_look_event, line_up, px


class Recent(Struct, frozen=True, kw_only=True):
    """A session. `reason`: why it can't be opened now; then `forget` offers to drop it."""

    key: object
    title: str
    second: str
    pill: str
    pill_kind: PillKind = PillKind.NEUTRAL
    reason: str | None = None
    forget: str = ""


class RecentsView(Struct, frozen=True, kw_only=True):
    """`empty` stands for no rows."""

    title: str
    open: str
    open_key: str
    rows: tuple[Recent, ...]
    empty: str


class RecentsCard(Card):
    chosen = Signal(object)
    forget_asked = Signal(object)
    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._view: RecentsView | None = None
        self._keys: dict[QWidget, object] = {}
        self._title = Text("", TextKind.HEADING, wrap=False)
        line_up(self._title)
        self._open = Button("", kind=Kind.QUIET, size=Size.SMALL, icon="folder-open")
        self._open.clicked.connect(self.open_asked)
        self._empty = Text("", TextKind.BODY, role="ink_2")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._open)
        self.body.addLayout(head)
        self.body.addWidget(self._empty)
        self.body.addLayout(self._rows)
        self.set_margins(20, 16, 14, 8)

    def show_view(self, view: RecentsView) -> None:
        if view == self._view:
            return
        self._view = view
        self._title.set_text(view.title)
        self._open.set_text(view.open)
        self._open.set_keycap(view.open_key)
        self._empty.set_text(view.empty)
        self._empty.setVisible(not view.rows)
        self._fill(view.rows)

    def stops(self) -> list[QWidget]:
        """Return what Tab comes to, in order."""
        return [self._open, *self._keys]

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.body.setSpacing(px(self, 8))
            self._empty.setContentsMargins(RING, px(self, 8), RING, px(self, 12))
        return super().event(event)

    def _fill(self, rows: Sequence[Recent]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._keys = {}
        for recent in rows:
            rule = Rule()
            line_up(rule)
            self._rows.addWidget(rule)
            self._rows.addWidget(self._row(recent))

    def _row(self, recent: Recent) -> QWidget:
        button = RowButton(
            recent.title,
            recent.second,
            pill=recent.pill,
            pill_kind=recent.pill_kind,
            row=RowKind.LINE,
        )
        button.set_reason(recent.reason)
        button.clicked.connect(self._choose)
        self._keys[button] = recent.key
        if not recent.forget:
            return button
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        forget = IconButton("x", recent.forget, kind=Kind.QUIET)
        forget.clicked.connect(self._forget)
        self._keys[forget] = recent.key
        line.addWidget(button, 1)
        line.addWidget(forget)
        return row

    @Slot()
    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, QWidget):
            self.chosen.emit(self._keys[button])

    @Slot()
    def _forget(self) -> None:
        button = self.sender()
        if isinstance(button, QWidget):
            self.forget_asked.emit(self._keys[button])
