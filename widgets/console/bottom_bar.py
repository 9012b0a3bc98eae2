"""The bar at the bottom: what keys do now, the way back, and the one next step."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.console.hints import HintRow
from widgets.console.plane import Plane
from widgets.console.views_frame import BottomView
from widgets.controls.button import Button, Kind, Size
from widgets.controls.text import Text, TextKind
from widgets.look import RING, is_look_event, px


class BottomBar(Plane):
    next_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("paper", "top", parent)
        self._hints = HintRow()
        self._back = Button("", size=Size.BIG, icon="arrow-left")
        self._note = Text("", TextKind.SMALL)
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._next = Button("", kind=Kind.PRIMARY, size=Size.BIG)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._hints, 1)
        self._row.addWidget(self._back)
        self._row.addWidget(self._note)
        self._row.addWidget(self._next)
        self._back.clicked.connect(self.back_asked)
        self._next.clicked.connect(self.next_asked)
        self.show_view(BottomView())

    @property
    def next_button(self) -> Button:
        return self._next

    def show_view(self, view: BottomView) -> None:
        self._hints.show_hints(view.hints)
        self._back.set_text(view.back)
        self._back.setVisible(bool(view.back))
        self._note.set_text(view.note)
        self._note.setVisible(bool(view.note))
        self._next.set_text(view.next)
        self._next.set_icon_after(view.next_icon)
        self._next.set_keycap(None if view.reason else view.next_key or None)
        self._next.set_reason(view.reason)
        self._next.setVisible(bool(view.next))

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.setFixedHeight(px(self, 84))
            self._row.setContentsMargins(px(self, 24), 1, px(self, 24) - RING, 0)
            self._row.setSpacing(px(self, 16) - 2 * RING)
            self._note.setMaximumWidth(px(self, 210))
            self._note.setMinimumWidth(px(self, 150))
            self._note.setContentsMargins(RING, 0, RING, 0)
        return super().event(event)
