"""The window of the facilitator as the program makes it, on a day that stands still."""

import threading
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Final, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.console.prepare import PreparePage
from app.desk import Desk
from app.known_sessions import KnownSessions
from app.play import setup_of
from app.power import Power
from app.presenters.pages import projector_page
from app.program import Program, Voting, WholePage
from app.readiness import Readiness, ReadinessProbe
from app.screens import Screens
from app.session_run import SessionRun
from app.settings import Settings
from app.timing import Snapshot
from reports.radar_artists import RadarArtists
from resources.catalogue import catalogue
from tests.walk import FOLLOW_UP, Walk, example
from tests.walk import GROUPS as SCRIPTS
from widgets.console.window import ConsoleWindow
from widgets.theme import Theme
from workshop_flows.projector import ProjectorPage
from workshop_flows.setup import Setup
from workshop_flows.vocabulary import Language, Step

NOON: Final = datetime(2026, 11, 11, 13, 55)
FIFTY: Final = 50
GROUPS: Final = ("2", "3", "9", "34", "50", "again")
"""The groups: how many lead and work there, and the nine of a year later."""
MINUTES: Final = {
    Step.WELCOME: 2,
    Step.QUESTION: 5,
    Step.ALREADY_DOING: 7,
    Step.VOTE: 14,
    Step.RADAR: 29,
    Step.FOCUS: 34,
    Step.ACTIONS: 40,
    Step.AGREEMENT: 47,
    Step.CONSENT: 56,
}
PATIENCE_MS: Final = 8000
ROUNDS: Final = 8
"""A layout that follows another layout takes a turn of its own."""


def walk(group: str, language: Language) -> Walk:
    """Return the walk through the session of a group."""
    if group == "again":
        return Walk(example(FOLLOW_UP), language)
    if group == str(FIFTY):
        script = example(SCRIPTS[34])
        more = replace(setup_of(script), staff=FIFTY - 2, owners=2)
        return Walk(script, language, more)
    return Walk(example(SCRIPTS[int(group)]), language)


class Seen(NamedTuple):
    """What is in sight: its name, the window it stands in, and what the room sees meanwhile."""

    name: str
    top: QWidget
    room: ProjectorPage | None = None


class LookedProbe(ReadinessProbe):
    """Knows at once what there is to find: all is well but the battery."""

    def start(self, folder: Path) -> None:
        power = Power(charge=41, plugged=False)
        self.found.emit(Readiness(printer="HP LaserJet", power=power, folder=folder, room=9000))


class Stage:
    """The program around one window; leave it with `close`.

    Nothing reaches the person's own settings: all files stand in `folder`.
    """

    def __init__(
        self,
        folder: Path,
        language: Language,
        *,
        theme: Theme = "light",
        scale: float = 1.0,
        size: tuple[int, int] = (1280, 720),
        radar: bool = True,
    ) -> None:
        """`radar`: draw it in the previews too, which takes most of the time."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.language = language
        self.folder = folder
        self.settings = Settings(folder / "settings.json")
        self.settings.change(
            language=language,
            session_language=language,
            theme=theme,
            text_size=round(scale * 100),
            motion="on",
            sessions_folder=str(folder / "Leerradar"),
        )
        self.window = ConsoleWindow(catalogue(language))
        known = KnownSessions(folder / "sessions.json")
        voting = Voting(folder / "voting", tuple)
        self.program = Program(
            application, self.window, self.settings, known, Screens(), voting, now=_now
        )
        if radar:
            self.program.set_radar_painter(RadarArtists())
        self._run: SessionRun | None = None
        self._page: WholePage | None = None
        self.window.resize(*size)
        self.window.show()

    def moments(self, group: str) -> Iterator[Seen]:
        """Show every moment of a session."""
        for name, desk in walk(group, self.language).moments():
            if desk.session.position.step is Step.PREPARE:
                self.prepare(desk.session.setup, desk)
            else:
                self.lead(desk)
            self.settle()
            yield Seen(name, self.window, projector_page(desk.room))
        self.clear()

    def prepare(self, setup: Setup, desk: Desk | None = None) -> PreparePage:
        """Show the page to prepare on; without a desk nothing has been made yet."""
        page = PreparePage(
            self.settings,
            self.program.texts,
            _today,
            setup,
            second_screen=_yes,
            probe=LookedProbe(),
            desk=desk,
        )
        self.show(page)
        return page

    def show(self, page: WholePage) -> None:
        """Bring a page into sight that is thrown away afterwards."""
        self.clear()
        self._page = page
        self.program.show(page)

    def lead(self, desk: Desk) -> None:
        """Show the session of this desk at the moment it is in."""
        if self._run is None:
            self.clear()
            self._run = self._begun(desk)
        minutes = MINUTES.get(desk.session.position.step)
        if minutes is not None:
            self._run.timing.restore(Snapshot(elapsed=60.0 * minutes))
            self._run.frame.refresh()

    def settle(self) -> None:
        """Wait until nothing in the window waits for its turn, and no paper is being made."""
        for _ in range(PATIENCE_MS // 10):
            calm = not any(_waits(timer) for timer in self.window.findChildren(QTimer))
            calm = calm and not any(one.name == "papers" for one in threading.enumerate())
            for _ in range(ROUNDS):
                QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if calm:
                return
            QTest.qWait(10)
        raise TimeoutError("the window does not come to rest")

    def clear(self) -> None:
        """Take the session, or the page, out of the window for good."""
        run, self._run = self._run, None
        if run is not None:
            run.close()
        page, self._page = self._page, None
        if page is not None:
            self.window.remove_page(page.widget)
            page.widget.deleteLater()

    def close(self) -> None:
        self.clear()
        self.program.close()
        self.window.close()
        self.window.deleteLater()
        self.program.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _begun(self, desk: Desk) -> SessionRun:
        program = self.program
        program.hide_page()
        run = SessionRun(
            desk,
            self.window,
            program.doors.radars,
            program.known,
            path=self.folder / "sessie.leerradar",
            phones=None,
            always=program.offers,
            now=_now,
        )
        run.told.connect(program.tell)
        theme = self.settings.values.theme
        run.frame.set_projector(on=True, theme=theme, zoom="normal", reduced_motion=True)
        run.frame.enter()
        return run


def _waits(timer: QTimer) -> bool:
    return timer.isActive() and timer.isSingleShot()


def _now() -> datetime:
    return NOON


def _today() -> date:
    return NOON.date()


def _yes() -> bool:
    return True
