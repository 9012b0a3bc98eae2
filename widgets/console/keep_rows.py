"""Files to keep, each with a button."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.console.views_print_page import KeepView
from widgets.controls.button import Button, Size
from widgets.controls.icon import Icon
from widgets.controls.rule import Rule
from widgets.controls.text import Text, TextKind
from widgets.look import RING, is_look_event, line_up, px


class KeepRows(QWidget):
    asked = Signal(object)
    """The key of the row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[Any, _Row] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def buttons(self) -> tuple[Button, ...]:
        return tuple(row.button for row in self._rows.values())

    def show_views(self, views: Sequence[KeepView], button: str) -> None:
        for view in views:
            row = self._rows.get(view.key)
            if row is None:
                row = self._rows[view.key] = _Row(view)
                row.button.clicked.connect(self._clicked)
                rule = Rule()
                line_up(rule)
                self._column.addWidget(rule)
                self._column.addWidget(row)
            row.show_view(view, button)

    @Slot()
    def _clicked(self) -> None:
        button = self.sender()
        key = next(key for key, row in self._rows.items() if row.button is button)
        self.asked.emit(key)


class _Row(QWidget):
    """What can't be kept now says why, in the place of its second line."""

    def __init__(self, view: KeepView) -> None:
        super().__init__()
        self._icon = Icon(view.icon, size=26)
        self._title = Text("", TextKind.STRONG)
        self._second = Text("", TextKind.SMALL)
        self.button = Button("", size=Size.SMALL)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch(1)
        texts.addWidget(self._title)
        texts.addWidget(self._second)
        texts.addStretch(1)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addLayout(texts, 1)
        self._line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_view(self, view: KeepView, button: str) -> None:
        self._icon.set_icon(view.icon)
        self._title.set_text(view.title)
        self._second.set_text(view.reason or view.second)
        self.button.set_text(button)
        self.button.setAccessibleName(view.button)
        self.button.set_reason(view.reason)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._line.setSpacing(px(self, 12))
            room = px(self, 4)
            self._line.setContentsMargins(RING, room, 0, room)
        return super().event(event)
