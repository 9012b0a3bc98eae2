"""One session that is open: its desk, its file, its time and its pages in the window."""

import time
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QObject, Signal, Slot

from app.console.frame import SessionFrame
from app.desk import Desk
from app.errors import InputError
from app.keys import Intent
from app.known_sessions import Clock, KnownSessions, known_session
from app.practice import example_for
from app.radars import Radars
from app.session_pages import SessionPages
from app.session_phones import SessionPhones
from app.timing import Snapshot, Timing
from widgets.console.window import ConsoleWindow
from widgets.controls.notice_bar import Notice
from workshop_flows.lead import Reveal
from workshop_flows.state import Position
from workshop_flows.vocabulary import Step

REMEMBER_EVERY: Final = 30.0
"""Seconds of the session's clock that a pulled plug may cost the agenda."""
Offers = Mapping[Intent, Callable[[], None]]


class Moment(Struct, frozen=True):
    """Where a session stands; a notice about one moment is out of place at another."""

    position: Position
    voting: bool
    reveal: Reveal


class SessionRun(QObject):
    """Keeps together what lives as long as a session is open.

    `path` is where its file is, None for practising, and then there are no `phones` either.
    The list of known sessions follows where it stands and how long it lasted.
    """

    changed = Signal()
    told = Signal(object)
    """A `Notice` to show; None when the last one is out of date."""

    def __init__(
        self,
        desk: Desk,
        window: ConsoleWindow,
        radars: Radars,
        known: KnownSessions,
        *,
        path: Path | None,
        phones: SessionPhones | None,
        always: Callable[[], Offers],
        now: Callable[[], datetime] = datetime.now,
        seconds: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.path = path
        self.phones = phones
        self._known = known
        self._now = now
        self._remembered: Position | None = None
        self._last_elapsed = 0.0
        self.timing = Timing(seconds, self)
        before = None if path is None else known.find(path)
        self._started = before.started if before is not None else None
        if before is not None:
            self.timing.restore(Snapshot(elapsed=before.elapsed, paused=before.paused))
        self._pages = SessionPages(desk, radars.make)
        self.frame = SessionFrame(
            desk,
            window,
            self.timing,
            self._pages,
            radar=radars.make,
            now=now,
            always=always,
            parent=self,
        )
        self._told_at: Moment | None = None
        desk.changed.connect(self._follow)
        desk.told.connect(self._tell)
        self.timing.ticked.connect(self._tick)

    @property
    def is_preparing(self) -> bool:
        return self.desk.is_live and self.desk.session.position.step is Step.PREPARE

    def begin(self) -> None:
        """Let phones take part, once somebody hears what is told of it."""
        if self.phones is not None:
            self.phones.begin()
        self.remember()

    def offers(self) -> Offers:
        """Return what keys ask of the session."""
        offers = dict(self.frame.offers())
        if self.path is None and example_for(self.desk.session):
            offers.setdefault(Intent.EXAMPLE, self._take_example)
        return offers

    def moved(self, path: Path) -> None:
        """Go on in another file."""
        if self.path is not None:
            self._known.forget(self.path)
        self.path = path
        self.remember()

    def remember(self) -> None:
        """Put the session in the list as it stands now."""
        if self.path is None:
            return
        position = self.desk.session.position if self.desk.is_live else None
        if self._started is None and position is not None and position.step is not Step.PREPARE:
            self._started = self._now()
        self._remembered = position
        elapsed = self.timing.elapsed
        self._last_elapsed = elapsed
        clock = Clock(started=self._started, elapsed=elapsed, paused=self.timing.paused)
        known = known_session(
            self.path,
            self.desk.report,
            position,
            changed=self._now(),
            clock=clock,
            seats="" if self.phones is None else self.phones.name,
        )
        self._known.remember(known)

    def end_phones(self) -> None:
        """Destroy codes and whatever else was kept for phones: the session is over."""
        phones, self.phones = self.phones, None
        if phones is not None:
            try:
                phones.discard()
            except InputError as error:
                self.desk.tell_error(error)

    def close(self) -> None:
        """Leave the session as it stands, and take its pages out of the window for good."""
        self.frame.close()
        if self.phones is not None:
            self.phones.leave()
        self.remember()
        self._pages.close()
        self.deleteLater()

    def _take_example(self) -> None:
        """Practising: take over what the invented firm said in this step."""
        if self.desk.do(*example_for(self.desk.session)):
            self.desk.tell("program.take_example")

    def _moment(self) -> Moment | None:
        if not self.desk.is_live:
            return None
        session = self.desk.session
        return Moment(session.position, session.round is not None, self.desk.stage.reveal)

    @Slot()
    def _follow(self) -> None:
        if self.desk.is_live and self.desk.session.position != self._remembered:
            self.remember()
        if self._told_at is not None and self._told_at != self._moment():
            self._told_at = None
            self.told.emit(None)
        self.changed.emit()

    @Slot(object)
    def _tell(self, notice: Notice) -> None:
        self._told_at = self._moment()
        self.told.emit(notice)

    @Slot()
    def _tick(self) -> None:
        if self.timing.elapsed - self._last_elapsed >= REMEMBER_EVERY:
            self.remember()
