"""The real program, led by someone who has nothing but a keyboard."""

import gc
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Final

from PySide6.QtCore import QEvent, QLocale, QTimer
from PySide6.QtGui import QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from app.bootstrap import Running
from app.crash import Crashes
from app.desk import Desk
from app.first_window import FirstWindow
from app.places import Places
from app.projector_window import ProjectorWindow
from app.session_run import SessionRun
from app.settings import Settings
from app.voting.addresses import Address, Link
from widgets.projector.view import ProjectorView
from workshop_flows.lead import Act
from workshop_flows.state import Position, Session
from workshop_flows.vocabulary import Step

MORNING: Final = datetime(2026, 11, 11, 10, 0)
PATIENCE: Final = 20.0
"""Seconds; only a test that fails waits so long."""
MOST_TABS: Final = 150
"""A control that so many Tabs do not reach can't be reached."""


OUR_WINDOWS: Final = frozenset(
    f"{name}ClassWindow"
    for name in ("FirstWindow", "ProjectorWindow", "QuestionWindow", "HelpDialog")
)


class Conductor:
    """Starts the program in a folder, presses keys, and reads console and projector.

    Its clock goes on only when `wait` says so. End it with `close`.
    """

    def __init__(self, folder: Path, *, now: datetime = MORNING, **settings: object) -> None:
        """`settings` are those that someone chose before."""
        self.folder = folder
        self._now = now
        self._seconds = 0.0
        self._planned: list[str] = []
        self._unasked: list[str] = []
        self._application = _application()
        self._windows: set[str] = set()
        self._application.focusWindowChanged.connect(self._note_window)
        folder.mkdir(exist_ok=True)
        places = Places(
            settings=folder / "settings.json",
            known=folder / "known.json",
            crashes=folder / "crashes",
            voting=folder / "voting",
        )
        chosen = Settings(places.settings)
        chosen.change(sessions_folder=str(folder / "sessions"), **settings)
        self._first = FirstWindow(places.settings)
        self.running = Running(
            self._application,
            places,
            self._first,
            addresses=_this_machine,
            now=self._clock,
            seconds=self._watch,
        )
        self._ready = False
        self.running.ready.connect(self._note_ready)
        self.running.start()
        self.wait_for(lambda: self._ready)
        # What goes wrong must end the test, not ask a question.
        crashes = self.running.findChild(Crashes)
        assert isinstance(crashes, Crashes)
        crashes.uninstall()
        # And what is left behind must be found.
        gc.unfreeze()

    @property
    def run(self) -> SessionRun:
        run = self.running.program.doors.run
        assert run is not None
        return run

    @property
    def desk(self) -> Desk:
        return self.run.desk

    @property
    def session(self) -> Session:
        return self.desk.session

    @property
    def position(self) -> Position:
        return self.session.position

    def is_at(self, step: Step) -> bool:
        return self.position.step is step

    def may(self, act: Act) -> bool:
        """Tell whether the one big button does this now."""
        return self.desk.next.act is act

    @property
    def projector(self) -> ProjectorWindow:
        return self.running.program.doors.room.window

    @property
    def session_file(self) -> Path:
        """The one session file there is."""
        (found,) = (self.folder / "sessions").glob("*.leerradar")
        return found

    def press(self, *names: str, then: tuple[str, ...] = ()) -> None:
        """Press keys where the keyboard is; `then` goes to the question that the last asks."""
        for name in names:
            self._planned = list(then) if name == names[-1] else []
            QTimer.singleShot(0, self._answer)
            self._press(name)
        assert not self._unasked, self._unasked
        assert not self._planned, "nothing was asked"

    def type(self, words: str, *more: str) -> None:
        """Type where the keyboard is, and press keys after it."""
        into = self.keyboard()
        QTest.keyClicks(into, words)
        self.press(*more)

    def tab_to(self, name: str, *, back: bool = False) -> QWidget:
        """Press Tab until the keyboard is at what has this in its name."""
        passed: list[str] = []
        for _ in range(MOST_TABS):
            self.press("Shift+Tab" if back else "Tab")
            there = self.keyboard()
            if name in there.accessibleName():
                return there
            passed.append(there.accessibleName())
        raise AssertionError(f"{name!r} is not among {passed}")

    def fill(self, name: str, words: str) -> None:
        """Go to a field and type into it, over what is there."""
        self.tab_to(name)
        self.press("Ctrl+A")
        self.type(words)

    def keyboard(self) -> QWidget:
        """Return where the keyboard is."""
        modal = QApplication.activeModalWidget()
        return QApplication.focusWidget() or modal or self._first

    def wait(self, seconds: float) -> None:
        """Let time pass on the clocks."""
        self._now += timedelta(seconds=seconds)
        self._seconds += seconds
        run = self.running.program.doors.run
        if run is not None:
            run.timing.ticked.emit()
        self.settle()

    def wait_for(self, wanted: Callable[[], object]) -> None:
        end = monotonic() + PATIENCE
        while not wanted():
            assert monotonic() < end, self.words()
            QTest.qWait(5)

    def settle(self) -> None:
        """Let happen what waits to happen."""
        QTest.qWait(0)

    def words(self) -> str:
        """Return everything that can be read on the console now, or is said of it."""
        return "\n".join(texts_in(QApplication.activeModalWidget() or self._first))

    def console_texts(self) -> list[str]:
        """Return the same one by one, without those of the room in its preview."""
        return texts_in(self._first, leaving_out=ProjectorView)

    def room_words(self) -> str:
        """Return everything that can be read on the projector."""
        return "\n".join(self.room_texts())

    def room_texts(self) -> list[str]:
        view = self.projector.findChild(ProjectorView)
        assert isinstance(view, ProjectorView)
        return [one.text for one in view.placed_texts()]

    def close(self) -> None:
        """End the program and leave nothing of it behind."""
        self._application.focusWindowChanged.disconnect(self._note_window)
        self.running.stop()
        doors = self.running.program.doors
        doors.room.window.deleteLater()
        self._first.close()
        self._first.deleteLater()
        self.running.deleteLater()
        self.running.program.deleteLater()
        QLocale.setDefault(QLocale.c())
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.settle()
        # A widget that is shown before it stands in something flashes as a window.
        assert self._windows <= OUR_WINDOWS, self._windows

    def _press(self, name: str) -> None:
        press_key(self.keyboard(), name)
        self.settle()

    def _answer(self) -> None:
        """Give the planned answer to a question; one that is not planned is closed."""
        asked = QApplication.activeModalWidget()
        if asked is None:
            return
        if not self._planned:
            self._unasked.append(self.words())
            asked.close()
        planned, self._planned = self._planned, []
        for name in planned:
            self._press(name)

    def _clock(self) -> datetime:
        return self._now

    def _watch(self) -> float:
        return self._seconds

    def _note_window(self, window: QWindow | None) -> None:
        if window is not None:
            self._windows.add(window.objectName())

    def _note_ready(self) -> None:
        self._ready = True


def press_key(where: QWidget, name: str) -> None:
    """Press a key by its name, as 'Ctrl+Z'."""
    key = QKeySequence(name)[0]  # type: ignore[index]
    QTest.keyClick(where, key.key(), key.keyboardModifiers())


def texts_in(top: QWidget, *, leaving_out: type[QWidget] | None = None) -> list[str]:
    """Return what is shown and said of a widget and all that is to be seen in it."""
    found: list[str] = []
    for widget in _seen_in(top, leaving_out):
        if isinstance(widget, QLabel | QAbstractButton):
            found.append(widget.text())
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    return [text for text in dict.fromkeys(found) if text]


def _seen_in(top: QWidget, leaving_out: type[QWidget] | None) -> Iterator[QWidget]:
    yield top
    for child in top.children():
        if not isinstance(child, QWidget) or child.isWindow() or child.isHidden():
            continue
        if leaving_out is None or not isinstance(child, leaving_out):
            yield from _seen_in(child, leaving_out)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def _this_machine() -> tuple[Address, ...]:
    return (Address(ip="127.0.0.1", interface="lo", link=Link.WIFI, private=True),)
