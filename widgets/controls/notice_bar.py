"""One line that tells what happened, with at most one thing to do about it."""

from typing import Literal, TypeAlias

from msgspec import Struct
from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.controls.button import Button, IconButton, Kind, Size
from widgets.controls.icon import Icon
from widgets.controls.painting import paint_plane
from widgets.controls.text import Text
from widgets.look import colours_of, is_look_event, px

_ICONS = {"info": "info", "warn": "warning", "error": "warning-circle"}
_FILLS = {"info": "primary_soft", "warn": "warn_soft", "error": "error_soft"}


NoticeKind: TypeAlias = Literal["info", "warn", "error"]


class Notice(Struct, frozen=True, kw_only=True):
    text: str
    kind: NoticeKind = "info"
    action: str = ""


class NoticeBar(QFrame):
    """Hidden when there is nothing to tell."""

    acted = Signal()
    dismissed = Signal()

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice: Notice | None = None
        self._icon = Icon("info", size=22)
        self._text = Text("")
        self._action = Button("", size=Size.SMALL)
        self._close = IconButton("x", words.text("kit.dismiss"), kind=Kind.QUIET)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._action)
        self._row.addWidget(self._close)
        self._action.clicked.connect(self._act)
        self._close.clicked.connect(self._dismiss)
        self.hide()

    def notice(self) -> Notice | None:
        return self._notice

    def show_notice(self, notice: Notice | None) -> None:
        self._notice = notice
        if notice is not None:
            self._icon.set_icon(_ICONS[notice.kind])
            self._text.set_text(notice.text)
            self._action.set_text(notice.action)
            self._action.setVisible(bool(notice.action))
            self.setAccessibleName(notice.text)
            self.update()
        self.setVisible(notice is not None)

    def set_texts(self, words: Catalogue) -> None:
        self._close.set_name(words.text("kit.dismiss"))

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._row.setContentsMargins(px(self, 16), px(self, 2), px(self, 8), px(self, 2))
            self._row.setSpacing(px(self, 12))
            self._text.setContentsMargins(0, px(self, 10), 0, px(self, 10))
            self._text.setMinimumWidth(px(self, 200))
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        kind = self._notice.kind if self._notice else "info"
        edge = "error" if kind == "error" else None
        paint_plane(painter, QRectF(self.contentsRect()), colours_of(self), _FILLS[kind], edge)

    @Slot()
    def _act(self) -> None:
        self.acted.emit()

    @Slot()
    def _dismiss(self) -> None:
        self.show_notice(None)
        self.dismissed.emit()
