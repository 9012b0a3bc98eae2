"""When what is typed becomes a value: after a pause, and before the typing is left."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

PAUSE_MS: Final = 400
_NOT_LEFT: Final = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class Typing(QObject):
    """Watches one widget in which is typed.

    `committed` comes once for every text that a person leaves: after a pause, when the focus
    goes, when the widget is hidden or closed, and before a key with Ctrl or Alt does its work.
    `left` comes when the person goes elsewhere in the window, or the widget is hidden.
    """

    committed = Signal(str)
    left = Signal()

    def __init__(
        self,
        typed: QWidget,
        read: Callable[[], str],
        write: Callable[[str], None],
        *,
        pause: int | None = PAUSE_MS,
    ) -> None:
        """`pause` in milliseconds; None: a pause says nothing."""
        super().__init__(typed)
        self._typed = typed
        self._read = read
        self._write = write
        self._given = ""
        self._sent = ""
        self._pause = pause
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.commit)
        typed.installEventFilter(self)

    def is_pending(self) -> bool:
        return self._read() != self._sent

    def show_value(self, value: str) -> None:
        """Show a value, unless something is being typed that is not committed yet.

        Where only space at the edges differs, the text stays as it is typed until the focus goes.
        """
        if self.is_pending():
            return
        self._given = value
        if self._typed.hasFocus() and self._read().strip() == value.strip():
            return
        self._take(value)

    def clear(self) -> None:
        """Empty the text without a word; what was typed is gone."""
        self._timer.stop()
        self._given = ""
        self._take("")

    @Slot()
    def touched(self) -> None:
        """Call it for every change of the text by a person."""
        self._timer.stop()
        if self._pause is not None and self.is_pending():
            self._timer.start(self._pause)

    @Slot()
    def commit(self) -> None:
        self._timer.stop()
        text = self._read()
        if text != self._sent:
            self._sent = self._given = text
            self.committed.emit(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self.commit()
            if event.reason() not in _NOT_LEFT:
                self._leave()
        elif event.type() in (QEvent.Type.Hide, QEvent.Type.Close):
            self.commit()
            self._leave()
        elif isinstance(event, QKeyEvent) and _is_command(event):
            self.commit()
        return super().eventFilter(watched, event)

    def _leave(self) -> None:
        self._take(self._given)
        self.left.emit()

    def _take(self, value: str) -> None:
        self._sent = value
        if self._read() != value:
            self._write(value)


def _is_command(event: QKeyEvent) -> bool:
    """Return whether the key may do something outside the text."""
    command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
    if event.type() is not QEvent.Type.ShortcutOverride:
        return False
    return function or bool(event.modifiers() & command) or event.key() == Qt.Key.Key_Escape
