"""The start of the program: a window first, then what goes into it."""

import gc
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app import __version__
from app.first_window import FirstWindow
from app.places import Places, usual_places

if TYPE_CHECKING:
    from app.bootstrap import Running

NAME = "Leerradar"


class Start(QObject):
    """Shows the window at once, and fills it after its first paint."""

    def __init__(self, application: QApplication, places: Places, session: Path | None) -> None:
        super().__init__()
        self._application = application
        self._places = places
        self._session = session
        self.running: Running | None = None
        self.first = FirstWindow(places.settings)
        self.first.painted.connect(self._fill)
        self.first.show()

    @Slot()
    def _fill(self) -> None:
        from app.bootstrap import Running

        self.running = Running(self._application, self._places, self.first)
        self.running.start()
        if self._session is not None:
            self.running.program.open_file(self._session)


def run_window(session: Path | None) -> int:
    """Open the program, with the session of a file if one is given; return the exit status."""
    # Ctrl+C in a terminal ends it at once; nothing is lost, everything is written already.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # Looking for garbage among what is only being made costs a quarter of the start;
    # `Garbage` takes over when all is loaded.
    gc.disable()
    application = QApplication(sys.argv[:1])
    application.setApplicationName(NAME)
    application.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("leerradar")
    start = Start(application, usual_places(), session)
    status = application.exec()
    del start
    return status
