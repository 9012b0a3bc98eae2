"""Processes that are measured: a bare window, and the program as far as one of its moments.

Run as `python -m tests.benchmarks.child MOMENT`. The one line that it prints is JSON, written
at that moment; the process ends with it. What only the telling needs is imported then: it
must not stand in the floor.
"""

import os
import sys
import time
from typing import NoReturn

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

HEAVY = ("matplotlib", "numpy", "reportlab", "aiohttp", "openpyxl", "pypdfium2", "babel")
BEAT_MS = 5
SETTLING_MS = 300


def report(**more: object) -> NoReturn:
    cpu = time.process_time()
    import json

    found = {
        "cpu": cpu,
        "memory": _memory(),
        "heavy": [name for name in HEAVY if name in sys.modules],
        **more,
    }
    os.write(1, json.dumps(found).encode() + b"\n")
    os._exit(0)


def _memory() -> int:
    """Return the resident bytes of this process."""
    import resource
    from pathlib import Path

    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_bytes().split()[1]) * resource.getpagesize()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


class BareWindow(QWidget):
    """Nothing less can be seen of Qt from Python."""

    def __init__(self) -> None:
        super().__init__()
        self.is_painted = False
        self.resize(1440, 900)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_painted:
            self.is_painted = True
            QTimer.singleShot(0, self.tell)

    @Slot()
    def tell(self) -> None:
        report()


def bare() -> None:
    application = QApplication(sys.argv[:1])
    window = BareWindow()
    window.show()
    application.exec()


def serve_phones() -> object:
    """Serve phones as well, which practising does without; return what goes on."""
    import tempfile
    from pathlib import Path

    from app.voting.box import BallotBox
    from app.voting.server import PhoneServer

    server = PhoneServer(BallotBox.open(Path(tempfile.mkdtemp()), "ab12"))
    server.start("127.0.0.1", (0,))
    return server


def program(moment: str) -> None:  # noqa: C901 (one small class that needs the moment)
    """Run the program by its own front door."""
    from app import start
    from app.cli import main

    class Watched(start.Start):
        @Slot()
        def _fill(self) -> None:
            if moment == "window":
                report()
            if moment == "page":
                # Heard before the program itself hears it, and goes on.
                self.first.filled.connect(report)
            super()._fill()
            self._watch()

        def _watch(self) -> None:
            running = self.running
            assert running is not None
            self._longest = 0.0
            self._before = time.perf_counter()
            self._beat = QTimer(self)
            self._beat.setTimerType(Qt.TimerType.PreciseTimer)
            self._beat.setInterval(BEAT_MS)
            self._beat.timeout.connect(self._note)
            if moment == "loaded":
                self.first.filled.connect(self._begin)
                running.ready.connect(self._tell_gap)
            if moment in ("session", "served"):
                running.ready.connect(self._open_session)

        @Slot()
        def _begin(self) -> None:
            self._before = time.perf_counter()
            self._beat.start()

        @Slot()
        def _note(self) -> None:
            now = time.perf_counter()
            self._longest = max(self._longest, now - self._before)
            self._before = now

        @Slot()
        def _tell_gap(self) -> None:
            self._note()
            report(gap=self._longest - BEAT_MS / 1000)

        @Slot()
        def _open_session(self) -> None:
            from app.keys import Intent
            from workshop_flows.state import Position
            from workshop_flows.vocabulary import Step

            assert self.running is not None
            begun = time.perf_counter()
            doors = self.running.program.doors
            doors.practise()
            QApplication.processEvents()
            self._opening = time.perf_counter() - begun
            page = self.running.program.page
            assert page is not None
            page.offers()[Intent.NEXT]()
            assert doors.run is not None
            doors.run.desk.jump(Position(step=Step.RADAR))
            if moment == "served":
                self._served = serve_phones()
            QTimer.singleShot(SETTLING_MS, self._tell_memory)

        @Slot()
        def _tell_memory(self) -> None:
            report(opening=self._opening)

    start.Start = Watched  # type: ignore[misc]
    main([])


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        program(sys.argv[1])
