"""A part that is closed until somebody opens it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.controls.button import Button, Kind


class Disclosure(QWidget):
    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._button = Button("", kind=Kind.QUIET, icon="caret-right")
        self._button.setCheckable(True)
        self._button.clicked.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(content)
        content.hide()

    @property
    def is_open(self) -> bool:
        return self._button.isChecked()

    def set_title(self, title: str) -> None:
        if title != self._button.accessibleName():
            self._button.set_text(title)

    def set_open(self, *, is_open: bool) -> None:
        self._button.setChecked(is_open)
        self._turn()

    @Slot()
    def _turn(self) -> None:
        self._button.set_icon("caret-down" if self.is_open else "caret-right")
        self._content.setVisible(self.is_open)
