"""A QR code in the console, with its words beside it."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from widgets.console.views_phones import QrView
from widgets.controls.text import Text, TextKind
from widgets.look import colours_of, is_look_event, px
from widgets.marks import Box
from widgets.qr import Qr, QrGround
from workshop_flows.joining import Matrix

_SIDE = 148
"""Design pixels; a phone reads it from the length of an arm."""


class QrCode(QWidget):
    """Dark on white in every theme; `side` in design pixels."""

    def __init__(self, side: int = _SIDE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._matrix: Matrix = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_matrix(self, matrix: Matrix, name: str) -> None:
        self._matrix = matrix
        self.setAccessibleName(name)
        self.update()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.updateGeometry()
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(px(self, self._side), px(self, self._side))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._matrix:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            place = Box(0, 0, self.width(), self.height())
            for part in (QrGround(place), Qr(place, self._matrix)):
                part.paint(painter, colours_of(self))


class QrTile(QWidget):
    """The code, and under it what it is for and what can be typed instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = QrCode()
        self._title = Text("", TextKind.STRONG)
        self._words = Text("")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._code)
        self._column.addSpacing(6)
        self._column.addWidget(self._title)
        self._column.addWidget(self._words)
        self._column.addStretch(1)

    def show_view(self, view: QrView) -> None:
        self._code.show_matrix(view.matrix, view.name)
        self._title.set_text(view.title)
        self._words.set_text(view.words)
