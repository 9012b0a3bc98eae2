"""A column that is longer than its window."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from widgets.controls.captioned import Captioned
from widgets.controls.popup import dress_scroll_bar
from widgets.look import is_look_event, px

_AROUND = 16


class Scroll(QScrollArea):
    """Scrolls up and down only; what gets the keyboard comes into view, with its label."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = content
        self.setWidget(content)
        # Qt fills both with a colour of its own.
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def sizeHint(self) -> QSize:
        return self._with_bar(self._content.sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Narrower than this the content would be cut off at the right."""
        return QSize(self._with_bar(self._content.minimumSizeHint()).width(), px(self, 96))

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            dress_scroll_bar(self.verticalScrollBar(), self)
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() is QEvent.Type.Resize:
            # What grows above a field may not push it out of sight while someone types there.
            typed = QApplication.focusWidget()
            if isinstance(typed, QLineEdit | QPlainTextEdit):
                self._follow(None, typed)
        return super().eventFilter(watched, event)

    @Slot(QWidget, QWidget)
    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        # Under a pressed mouse nothing may move.
        pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is None or pressed or not self._content.isAncestorOf(now):
            return
        whole: QWidget | None = now
        while whole is not None and whole is not self._content:
            if isinstance(whole, Captioned):
                now = whole
            whole = whole.parentWidget()
        self.ensureWidgetVisible(now, 0, px(self, _AROUND))

    def _with_bar(self, size: QSize) -> QSize:
        return QSize(size.width() + px(self, 12), size.height())
