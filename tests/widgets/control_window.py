"""A window with one control in it, as the tests of the controls need it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from widgets.look import Look, set_look

pops_up = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
"""For a test that opens a pop-up: a screen that is not there cannot do all that one can."""


def shown(qtbot: QtBot, *controls: QWidget, look: Look | None = None) -> QWidget:
    """Return a window that shows the controls under each other and has the keyboard."""
    window = QWidget()
    column = QVBoxLayout(window)
    for control in controls:
        column.addWidget(control)
    set_look(window, look or Look())
    # The bot itself only remembers it weakly.
    qtbot.addWidget(window, before_close_func=lambda _: window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(focused(), key, modifier)


def write(text: str) -> None:
    """Type a text where the keyboard is."""
    QTest.keyClicks(focused(), text)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def colours_in(image: QImage) -> set[str]:
    """Return every colour of a picture as '#RRGGBB'."""
    dots = image.convertToFormat(QImage.Format.Format_RGB32).constBits().cast("I")
    return {f"#{dot & 0xFFFFFF:06X}" for dot in set(dots)}
