"""The right column: the preview, what is counted, the time, and the page's own panel."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.console.plane import Plane
from widgets.console.preview import Preview
from widgets.console.side_cards import CounterCard, TimerCard
from widgets.console.views_frame import SideView
from widgets.controls.icon import Icon
from widgets.controls.scroll import Scroll
from widgets.controls.text import Text, TextKind
from widgets.look import is_look_event, px


class SideColumn(Plane):
    pause_asked = Signal()
    more_asked = Signal()

    def __init__(self, shown: QWidget, parent: QWidget | None = None) -> None:
        super().__init__("paper", "left", parent)
        self._preview = Preview(shown)
        self._counter = CounterCard()
        self._timer = TimerCard()
        self._panel: QWidget | None = None
        self._secret_icon = Icon("eye-slash", size=20, role="ink_2")
        self._secret = Text("", TextKind.SMALL)
        self._secret_row = QWidget()
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.addWidget(self._counter)
        self._cards.addWidget(self._timer)
        self._cards.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._cards)
        self._scroll = Scroll(inside)
        row = QHBoxLayout(self._secret_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._secret_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._secret, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._preview)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self._secret_row)
        self._timer.pause_asked.connect(self.pause_asked)
        self._timer.more_asked.connect(self.more_asked)

    def show_view(self, view: SideView) -> None:
        self._preview.show_view(view.preview)
        if view.counter is not None:
            self._counter.show_view(view.counter)
        self._counter.setVisible(view.counter is not None)
        if view.timer is not None:
            self._timer.show_view(view.timer)
        self._timer.setVisible(view.timer is not None)
        self._secret.set_text(view.secret)
        self._secret_icon.set_icon(view.secret_icon)
        self._secret_row.setVisible(bool(view.secret))

    def set_panel(self, panel: QWidget | None) -> None:
        """Show the page's own panel under the cards; the one before it is only hidden."""
        if panel is self._panel:
            return
        if self._panel is not None:
            self._panel.hide()
        self._panel = panel
        if panel is not None:
            if self._cards.indexOf(panel) < 0:
                self._cards.insertWidget(self._cards.count() - 1, panel)
            panel.show()

    def set_short(self, *, short: bool) -> None:
        """Leave more of the height to the cards."""
        self._preview.set_small(small=short)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            side = px(self, 24)
            self._column.setContentsMargins(side, px(self, 16), side, px(self, 14))
            self._column.setSpacing(px(self, 14))
            self._cards.setSpacing(px(self, 14))
            self._secret.setContentsMargins(px(self, 4), 0, 0, 0)
            self._scroll.setMinimumHeight(px(self, 60))
        return super().event(event)
