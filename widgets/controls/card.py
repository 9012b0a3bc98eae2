"""Planes that hold things, and the big rows that can be pressed."""

from enum import Enum

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from widgets.controls.painting import CARD_CORNER, paint_plane
from widgets.controls.row_button import RowButton as RowButton
from widgets.controls.row_button import RowKind as RowKind
from widgets.look import colours_of, is_look_event, px


class CardKind(Enum):
    """(fill, edge, width of the edge)"""

    PLAIN = ("surface", "line", 1)
    CHOSEN = ("primary_soft", "primary", 2)
    MARKED = ("mark_soft", None, 0)
    CURRENT = ("surface", "ink", 2)
    SUNKEN = ("sunken", None, 0)
    WARN = ("warn_soft", None, 0)


class Card(QFrame):
    """Put things in `body`."""

    def __init__(self, kind: CardKind = CardKind.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._margins = (24, 24, 24, 24)
        self.body = QVBoxLayout(self)
        self._dress()

    def set_kind(self, kind: CardKind) -> None:
        self._kind = kind
        self.update()

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        """Keep this many design pixels between the edge and what is inside."""
        self._margins = (left, top, right, bottom)
        self._dress()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._dress()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge, width = self._kind.value
        place = QRectF(self.contentsRect())
        colours = colours_of(self)
        paint_plane(painter, place, colours, fill, edge, width=width, radius=CARD_CORNER)

    def _dress(self) -> None:
        self.body.setContentsMargins(*(px(self, one) for one in self._margins))
        self.update()
