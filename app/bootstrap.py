"""The composition root: what is made, in which order, and who gets what."""

import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, QRect, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from app.appearance import system_reduces_motion
from app.first_window import FirstWindow
from app.garbage import Garbage
from app.heavy import heavy_jobs
from app.keyboard import Keyboard
from app.known_sessions import KnownSessions
from app.loading import Loading
from app.places import Places
from app.program import Program, Voting
from app.screens import Screens
from app.settings import Settings
from resources.catalogue import Catalogue, catalogue
from widgets.console.window import ConsoleWindow

if TYPE_CHECKING:
    from app.crash import Crashes
    from app.voting.addresses import Address


SHORT_TURN: Final = 0.001
"""Seconds that a thread works on while another one wants to; Python's own is five times that, and
the window waits once for each of the many things that it does to paint a page."""


class Running(QObject):
    """Everything of a program that runs; `stop` takes it apart again.

    `first` is the window, which may be on the screen already. `addresses` finds those of this
    machine; None: as the system tells. `now` is the clock on the wall,
    `seconds` one that only grows.
    """

    ready = Signal()
    """What is heavy has been loaded too."""

    def __init__(
        self,
        application: QApplication,
        places: Places,
        first: FirstWindow,
        *,
        addresses: "Callable[[], tuple[Address, ...]] | None" = None,
        now: Callable[[], datetime] = datetime.now,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        sys.setswitchinterval(SHORT_TURN)
        self._application = application
        self._places = places
        self.first = first
        self._now = now
        self.settings = Settings(places.settings, self)
        values = self.settings.values
        self.screens = Screens(values.projector_screen, parent=self)
        self.window = ConsoleWindow(catalogue(values.language))
        first.hold(self.window)
        known = self._known = KnownSessions(places.known)
        self.program = Program(
            application,
            self.window,
            self.settings,
            known,
            self.screens,
            Voting(places.voting, addresses or _addresses),
            now=now,
            seconds=seconds,
        )
        self.keyboard = Keyboard(self.program.offers, self)
        self.keyboard.watch(first)
        self.program.set_keyboard(self.keyboard)
        self._crashes: Crashes | None = None
        self._garbage = Garbage(self)
        self._is_still = False
        self.loading = Loading(
            (self._ask_system, self._tidy_up, *heavy_jobs(values.language)), self
        )
        self.loading.done.connect(self._loaded)
        first.filled.connect(self._shown)
        self.window.closed.connect(self.stop)

    def start(self) -> None:
        """Show the first page, where the window stood before; load the rest afterwards."""
        before = self.settings.values.window
        place = None if before is None else QRect(*before)
        self.first.setGeometry(self.screens.place_to_begin(place, self.window.sizeHint()))
        self.screens.set_console(self.first)
        self.program.show_start()
        self.first.show()

    @Slot()
    def stop(self) -> None:
        """Leave everything as it stands and end."""
        place = self.first.geometry()
        self.settings.change(window=(place.x(), place.y(), place.width(), place.height()))
        self.program.close()
        self.loading.stop()
        self._garbage.stop()
        if self._crashes is not None:
            self._crashes.uninstall()
        self._application.quit()

    @Slot()
    def _shown(self) -> None:
        from app.crash import Crashes
        from app.crash_report import CrashFolder

        folder = CrashFolder(self._places.crashes)
        self._crashes = Crashes(folder, self._texts, window=self._console, parent=self)
        self._crashes.restart_asked.connect(self._restart)
        self._crashes.install()
        self.loading.start()

    def _ask_system(self) -> None:
        """A job of the loading thread: the system may take a second to answer."""
        self._is_still = system_reduces_motion()

    def _tidy_up(self) -> None:
        """A job of the loading thread: what sessions left behind on this machine goes away.

        Before a session can be opened, and what fails now is done the next time.
        """
        from app.voting.remains import stale

        with suppress(OSError):
            stale(self._places.voting, self._known.seats(), self._now())

    @Slot()
    def _loaded(self) -> None:
        from reports.radar_artists import RadarArtists

        self.program.set_radar_painter(RadarArtists())
        self.program.follow_system(still=self._is_still)
        self._garbage.start()
        self.ready.emit()

    @Slot()
    def _restart(self) -> None:
        """End, and start anew in a process of its own."""
        self.stop()
        QProcess.startDetached(sys.executable, ["-m", "app"])

    def _console(self) -> QWidget:
        return self.window

    def _texts(self) -> Catalogue:
        return self.program.texts


def _addresses() -> "tuple[Address, ...]":
    """Qt's network is only loaded once phones vote."""
    from app.voting.addresses_qt import addresses_now

    return addresses_now()
