"""A page of choosing on a desk, in a window, led by the keyboard."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.console.actions import ActionsPage
from app.console.consent import ConsentPage
from app.console.focus import FocusPage
from app.desk import Desk
from app.keyboard import Keyboard
from app.keys import Intent
from widgets.controls.notice_bar import Notice
from workshop_flows import commands
from workshop_flows.commands import Command
from workshop_flows.state import Ballot, ChoiceCounts, Subject

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier

Page = FocusPage | ActionsPage | ConsentPage


class Stand:
    """A page with its panel in a window; it is refreshed as the frame does it."""

    def __init__(self, qtbot: QtBot, desk: Desk, page: Page) -> None:
        self.desk = desk
        self.page = page
        self.told: list[Notice] = []
        self.window = QWidget()
        row = QHBoxLayout(self.window)
        row.addWidget(page.widget, 2)
        row.addWidget(page.side, 1)
        self.window.resize(1100, 700)
        qtbot.addWidget(self.window)
        page.setParent(self.window)
        desk.setParent(self.window)
        desk.changed.connect(page.refresh)
        desk.told.connect(self.told.append)
        self._keyboard = Keyboard(self._offers, self.window)
        self._keyboard.watch(self.window)
        page.refresh()
        with qtbot.waitExposed(self.window):
            self.window.show()
        (page.start() or self.window).setFocus()

    def press(
        self, key: Qt.Key | str, held: Qt.KeyboardModifier = NONE, on: QWidget | None = None
    ) -> None:
        """Press a key where the focus is, or in the window."""
        where = on or QApplication.focusWidget() or self.window
        QTest.keyClick(where, Qt.Key(ord(key)) if isinstance(key, str) else key, held)

    def texts(self) -> list[str]:
        """Return all that is visible or read out, of the page and its panel."""
        # What was just made is shown by an event.
        QApplication.processEvents()
        found = []
        for top in (self.page.widget, self.page.side):
            for widget in (top, *top.findChildren(QWidget)):
                if not widget.isVisibleTo(self.window):
                    continue
                found += [widget.accessibleName(), widget.accessibleDescription()]
                if isinstance(widget, QLabel):
                    found.append(widget.text())
        return [text for text in found if text]

    def says(self, text: str) -> bool:
        return any(text in one for one in self.texts())

    def _offers(self) -> Mapping[Intent, Callable[[], None]]:
        return {
            Intent.NEXT: self.desk.advance,
            Intent.UNDO: self.desk.undo,
            **self.page.offers(),
        }


def chosen(
    subject: Subject, counts: tuple[int, ...], people: int, ballot: Ballot = Ballot.SECRET
) -> tuple[Command, ...]:
    """Return the commands of a whole choice."""
    return (
        commands.OpenVote(subject=subject, ballot=ballot),
        commands.CloseVote(ballots=ChoiceCounts(counts=counts, ballots=people)),
        commands.RevealVote(),
    )
