"""A text that people typed: whole at every width, also where one word is wider than the line."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.look import colours_of, is_look_event, px
from widgets.typeset import Setting, Style, fitted, plain


class TypedText(QWidget):
    def __init__(self, size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_text(self, text: str) -> None:
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.updateGeometry()
        return super().event(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._set(width).height + 0.5)

    def sizeHint(self) -> QSize:
        width = px(self, 200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 60), px(self, self._size * 1.3))

    def paintEvent(self, event: QPaintEvent) -> None:
        setting = self._set(self.width())
        top = (self.height() - setting.height) / 2
        setting.paint(QPainter(self), 0, top, self.width(), colours_of(self))

    def _set(self, width: int) -> Setting:
        size = px(self, self._size)
        return fitted(plain(self._text), Style(size, size, 1.25), max(1, width))
