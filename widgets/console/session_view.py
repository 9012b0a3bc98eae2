"""The three columns of a session: programme, page and preview."""

from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from widgets.console.agenda import Agenda
from widgets.console.plane import Plane
from widgets.console.side_column import SideColumn
from widgets.look import RING, is_look_event, look_of, px

_NARROW_UNDER: Final = 1180
"""Design pixels of the window; under this the programme shows signs only."""
_WIDEST_PAGE: Final = 1120
"""Longer lines are hard to read."""
_ROOMY: Final = 1360
_SHORT_UNDER: Final = 480
_SIDES: Final = ((900, 312), (1280, 364), (1440, 424), (2200, 640))
"""At a window of this width the right column has that width, and between them in proportion."""


class SessionView(QWidget):
    """`shown` is the projector's view for the preview."""

    jump_asked = Signal(object)
    pause_asked = Signal()
    more_asked = Signal()

    def __init__(self, shown: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.agenda = Agenda()
        self.side = SideColumn(shown)
        self._pages = QStackedWidget()
        self._middle = Plane("paper")
        self._room = QVBoxLayout(self._middle)
        self._room.addWidget(self._pages)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.agenda)
        row.addWidget(self._middle, 1)
        row.addWidget(self.side)
        self.agenda.jump_asked.connect(self.jump_asked)
        self.side.pause_asked.connect(self.pause_asked)
        self.side.more_asked.connect(self.more_asked)

    def show_page(self, page: QWidget) -> None:
        """Show a page in the centre; it stays in the stack for later."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._divide()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._divide()

    def _divide(self) -> None:
        scale = look_of(self).scale
        design = self.width() / scale
        self.agenda.set_narrow(narrow=design < _NARROW_UNDER)
        side = _side_width(design)
        # A large text may not take the room away from the page itself.
        self.side.setFixedWidth(round(min(side * scale, self.width() * 0.36)))
        self.side.set_short(short=self.height() / scale < _SHORT_UNDER)
        room = px(self, 28 if design >= _ROOMY else 18) - RING
        middle = self.width() - self.agenda.width() - self.side.width()
        aside = max(room, (middle - px(self, _WIDEST_PAGE)) // 2)
        self._room.setContentsMargins(aside, px(self, 20) - RING, aside, px(self, 20) - RING)


def _side_width(design: float) -> float:
    before, width = _SIDES[0]
    for at, wide in _SIDES:
        if design <= at:
            part = (design - before) / (at - before) if at > before else 1.0
            return width + max(0.0, part) * (wide - width)
        before, width = at, wide
    return width
