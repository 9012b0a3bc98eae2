"""A page of the console in a window, as a person at the keyboard meets it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.console.page import Page
from app.desk import Desk
from widgets.look import Look, set_look
from widgets.theme import load_fonts


def shown(
    qtbot: QtBot, desk: Desk, page: Page, look: Look | None = None, *, width: int = 1000
) -> QWidget:
    """Show the page, with its panel beside it, and tell it of every change as the console does."""
    load_fonts()
    window = QWidget()
    row = QHBoxLayout(window)
    row.addWidget(page.widget, 1)
    side = getattr(page, "side", None)
    if side is not None:
        side.setFixedWidth(330)
        row.addWidget(side)
    window.resize(width, 700)
    set_look(window, look or Look())
    desk.changed.connect(page.refresh)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    page.refresh()
    return window


def in_hand() -> QWidget:
    """Return what has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(
    key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
) -> None:
    for _ in range(times):
        QTest.keyClick(in_hand(), key, modifier)


def write(text: str) -> None:
    """Type over all that stands in the field."""
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(in_hand(), text)


def tab(times: int = 1) -> None:
    press(Qt.Key.Key_Tab, times=times)
