"""The keyboard, and a clicker, of the console and the projector together."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import Shiboken

from app.key_names import names_of, portable
from app.keys import KEYS, Intent, Key

Offers: TypeAlias = Callable[[], Mapping[Intent, Callable[[], None]]]

OWN_FIRST: Final = "Esc"
"""The control with the focus gets it first, also while typing: it may end what is done there."""
LEAVING: Final = (Intent.NEXT, Intent.BACK)


def is_typed_in(widget: QWidget | None) -> bool:
    """Return whether letters go into this widget."""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return not widget.isReadOnly()
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, QAbstractSpinBox)


class Keyboard(QObject):
    """Does what a key asks, when it is offered at that moment; other keys keep their meaning.

    A key that works while someone types is taken before the control with the focus sees it.
    Any other, and Esc, is left to that control first: Space presses the button that has the
    focus, and a letter goes into a field. A key that is held down counts once.
    """

    def __init__(self, offers: Offers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offers = offers
        self._first: dict[QWidget, Offers] = {}
        self._focused: QWidget | None = None
        self._platform = QGuiApplication.platformName()
        self._table: dict[str, list[Key]] = {}
        for key in KEYS:
            for name in key.keys:
                self._table.setdefault(portable(name), []).append(key)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)

    def watch(self, window: QWidget, first: Offers | None = None) -> None:
        """Listen to a window; what `first` offers goes there before what all windows offer."""
        self._first[window] = first or _nothing
        window.installEventFilter(self)
        self._focus_moved()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget):
            return False
        taken = self._takes(event, watched.window(), early=watched not in self._first)
        if taken:
            event.accept()
        return taken

    def _takes(self, press: QKeyEvent, window: QWidget, *, early: bool) -> bool:
        focus = QApplication.focusWidget()
        typing = is_typed_in(focus)
        offers = {**self._offers(), **self._first.get(window, _nothing)()}
        for intent in self._intents(press, early=early, typing=typing):
            if intent not in offers:
                continue
            if not press.isAutoRepeat():
                if typing and focus is not None and intent in LEAVING:
                    # What is half typed is told before the page goes.
                    focus.clearFocus()
                offers[intent]()
            return True
        return False

    def _intents(self, press: QKeyEvent, *, early: bool, typing: bool) -> Iterator[Intent]:
        """Yield what the key may ask: `early` is before the control with the focus sees it."""
        for name in names_of(press, self._platform):
            if early and name == OWN_FIRST:
                continue
            for key in self._table.get(name, ()):
                if key.in_text or not (early or typing):
                    yield key.intent

    @Slot()
    def _focus_moved(self) -> None:
        """Hear keys before the one widget that has the focus does."""
        if self._focused is not None and Shiboken.isValid(self._focused):
            self._focused.removeEventFilter(self)
        focus = QApplication.focusWidget()
        ours = focus is not None and focus.window() in self._first and focus not in self._first
        self._focused = focus if ours else None
        if self._focused is not None:
            self._focused.installEventFilter(self)


def _nothing() -> Mapping[Intent, Callable[[], None]]:
    return {}
