"""A text in one of the kinds of the design."""

from enum import Enum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from widgets.look import colours_of, is_look_event, px
from widgets.theme import font


class TextKind(Enum):
    """(size, bold, role)"""

    GREETING = (36, True, "ink")
    TITLE = (28, True, "ink")
    HEADING = (20, True, "ink")
    LEAD = (18, False, "ink")
    NAME = (18, True, "ink")
    STRONG = (16, True, "ink")
    BODY = (16, False, "ink")
    LABEL = (15, True, "ink")
    SMALL = (14, False, "ink_2")
    ERROR = (14, True, "error")
    NUMBER = (32, True, "ink")


class Text(QLabel):
    """Plain text: what looks like mark-up is shown as it is."""

    def __init__(
        self,
        text: str = "",
        kind: TextKind = TextKind.BODY,
        *,
        role: str | None = None,
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        self._dress()

    def set_text(self, text: str) -> None:
        if text != self.text():
            self.setText(text)

    def set_role(self, role: str) -> None:
        self._role = role
        self._dress()

    def set_kind(self, kind: TextKind) -> None:
        self._kind = kind
        self._dress()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._dress()
        return super().event(event)

    def _dress(self) -> None:
        size, bold, role = self._kind.value
        self.setFont(font(px(self, size), bold=bold))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, colours_of(self).of(self._role or role))
        self.setPalette(palette)
