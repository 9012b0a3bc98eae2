"""Things to try, one under the other."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.console.icon_line import IconLine
from widgets.controls.text import Text, TextKind
from widgets.look import RING, is_look_event, px


class StepLines(QWidget):
    """Hidden as long as there is nothing to try."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self.hide()

    def show_lines(self, lines: Sequence[str]) -> None:
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            words = Text(line, TextKind.SMALL, role="ink")
            self._column.addWidget(IconLine("caret-right", words, size=18, role="ink_2"))
        self.setVisible(bool(lines))

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setContentsMargins(RING, 0, RING, 0)
            self._column.setSpacing(px(self, 4))
        return super().event(event)
