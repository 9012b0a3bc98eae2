"""How many people are in, the door, and a phone that got lost."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.console.disclosure import Disclosure
from widgets.console.step_lines import StepLines
from widgets.console.views_phones import LostView, PeopleView
from widgets.controls.button import Button
from widgets.controls.check import Check
from widgets.controls.field import Field
from widgets.controls.icon import Icon
from widgets.controls.text import Text, TextKind
from widgets.look import RING, is_look_event, line_up, px

_LONGEST_CODE = 8
"""Room for spaces and hyphens between the four."""


class PhonesPeople(QWidget):
    door_turned = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("", TextKind.HEADING)
        self._count = Text("")
        self._reached = Text("")
        for text in (self._title, self._count):
            line_up(text)
        self._icon = Icon("circle-dashed", size=22)
        self._row = QHBoxLayout()
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._reached, 1)
        self._steps = StepLines()
        self._try = Disclosure(self._steps)
        self._door = Check("")
        self._door.toggled_to.connect(self.door_turned)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._count)
        self._column.addLayout(self._row)
        self._column.addWidget(self._try)
        self._column.addWidget(self._door)

    def show_view(self, view: PeopleView) -> None:
        self._title.set_text(view.title)
        self._count.set_text(view.count)
        self._reached.set_text(view.reached)
        self._icon.set_icon("check-circle-fill" if view.got_through else "circle-dashed")
        self._icon.set_role("primary" if view.got_through else "ink_2")
        self._try.set_title(view.steps_title)
        self._steps.show_lines(view.steps)
        self._steps.setVisible(self._try.is_open)
        self._try.setVisible(bool(view.steps))
        self._door.set_text(view.door)
        self._door.set_second(view.door_words)
        self._door.set_checked_to(checked=view.door_open)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 6))
            self._row.setContentsMargins(RING, 0, RING, 0)
            self._row.setSpacing(px(self, 12))
        return super().event(event)


class PhonesLost(QWidget):
    """`asked` tells the old code as it was typed."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("", TextKind.HEADING)
        self._words = Text("", TextKind.SMALL)
        self._done = Text("", TextKind.STRONG)
        for text in (self._title, self._words, self._done):
            line_up(text)
        self._code = Field("", label_hidden=True)
        self._code.set_limit(_LONGEST_CODE)
        self._code.submitted.connect(self._ask)
        self._button = Button("")
        self._button.clicked.connect(self._ask)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(self._code, 1, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._words)
        self._column.addLayout(self._row)
        self._column.addWidget(self._done)

    def show_view(self, view: LostView) -> None:
        self._title.set_text(view.title)
        self._words.set_text(view.words)
        self._code.set_label(view.label)
        self._code.set_placeholder(view.label)
        self._code.set_error(view.error or None)
        self._button.set_text(view.button)
        self._done.set_text(view.done)
        self._done.setVisible(bool(view.done))

    def clear(self) -> None:
        """Empty the field: what was asked is done."""
        self._code.clear()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 6))
        return super().event(event)

    @Slot()
    def _ask(self) -> None:
        code = self._code.value().strip()
        if code:
            self.asked.emit(code)
        else:
            self._code.take_focus()
