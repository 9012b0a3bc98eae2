"""An icon with words beside it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.controls.icon import Icon
from widgets.look import is_look_event, px


class IconLine(QWidget):
    """The icon stands at the first line of the words."""

    def __init__(self, icon: str, words: QWidget, size: int = 20, role: str = "ink") -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(Icon(icon, size=size, role=role), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(words, 1)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._row.setSpacing(px(self, 10))
        return super().event(event)
