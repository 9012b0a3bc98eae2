"""The real program with a session by phone, in a process that can be killed.

`python -m tests.load.program FOLDER ADDRESS SEATS` leads a session of so many, one of them an
owner, or takes up the one in the folder. It answers each line of JSON on stdin with one on stdout.
"""

import os
import sys
import threading
import time
from itertools import pairwise
from pathlib import Path
from types import TracebackType

import msgspec
from msgspec import Struct
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from app.bootstrap import Running
from app.desk import Desk
from app.first_window import USUAL, FirstWindow
from app.opening import begin
from app.places import Places
from app.settings import Settings
from app.voting.addresses import Address, Link
from app.voting.phones import Phones
from app.voting.showing import showing_of
from tests.core.builders import setup
from widgets.projector.view import ProjectorView
from workshop_flows.commands import MoveTo
from workshop_flows.lead import Act
from workshop_flows.state import ChoiceCounts, ConsentCounts, Position
from workshop_flows.tally import Tally
from workshop_flows.vocabulary import AxisId, Role, Step

FIRST = Position(step=Step.VOTE, axis=AxisId.A1, statement=1)
FRAME_MS = 16
LOOK_MS = 10
MANY = 50
"""How many seats a session can have."""


class Ask(Struct, frozen=True, kw_only=True):
    """`do`: open, close, stop, look, note or noted. `step`: where to go before it opens a round."""

    do: str
    step: Step | None = None


class Told(Struct, frozen=True, kw_only=True):
    """What the desk has on stage, and the tallies of what was shown.

    `at` is the monotonic clock of this machine in ns, after what was asked is done.
    """

    at: int
    url: str | None = None
    codes: dict[str, Role] = {}
    joined: int = 0
    round: int | None = None
    voted: int | None = None
    tallies: tuple[tuple[Tally, Tally | None], ...] = ()
    focus: ChoiceCounts | None = None
    consent: ConsentCounts | None = None


class Noted(Struct, frozen=True, kw_only=True):
    """When the stage showed how many had voted, how many frames there were, and the longest
    time between two, in ms.
    """

    counts: tuple[tuple[int, int], ...]
    frames: int
    longest_gap: float


class Led(QObject):
    """Does what lines of stdin ask, in the GUI thread."""

    _asked = Signal(str)
    _ended = Signal()

    def __init__(self, running: Running, session: Path) -> None:
        super().__init__()
        self._running = running
        self._session = session
        self._counts: list[tuple[int, int]] = []
        self._frames: list[int] = []
        self._frame = QTimer(self)
        self._frame.setTimerType(Qt.TimerType.PreciseTimer)
        self._frame.setInterval(FRAME_MS)
        self._frame.timeout.connect(self._paint)
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)
        self._looking.timeout.connect(self._begin_when_served)
        self._asked.connect(self._do, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(running.stop, Qt.ConnectionType.QueuedConnection)
        running.ready.connect(self._open)

    @Slot()
    def _open(self) -> None:
        # What goes wrong must end this process, not ask a question.
        sys.excepthook = _end
        self._running.program.doors.resume(self._session)
        for told in (self._desk.changed, self._desk.counted):
            told.connect(self._note)
        self._looking.start()

    @Slot()
    def _begin_when_served(self) -> None:
        """Tell that phones can come, and listen to what is asked from now on."""
        if self._phones.status.url is not None:
            self._looking.stop()
            self._tell(self._told())
            threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin:
            self._asked.emit(line)
        self._ended.emit()

    @Slot(str)
    def _do(self, line: str) -> None:
        asked = msgspec.json.decode(line, type=Ask)
        match asked.do:
            case "open":
                self._open_round(asked.step)
            case "stop":
                self._desk.stop_vote()
            case "close":
                assert self._desk.next.act is Act.CLOSE_VOTE
                self._desk.advance()
            case "note":
                self._counts, self._frames = [], []
            case "film":
                self._counts, self._frames = [], []
                self._frame.start()
            case "noted":
                self._frame.stop()
                gaps = [after - before for before, after in pairwise(self._frames)]
                noted = Noted(
                    counts=tuple(self._counts),
                    frames=len(self._frames),
                    longest_gap=max(gaps, default=0) / 1e6,
                )
                self._tell(noted)
                return
        self._tell(self._told())

    def _open_round(self, step: Step | None) -> None:
        desk = self._desk
        if step is not None:
            desk.jump(Position(step=step))
        while desk.next.act is not Act.OPEN_VOTE:
            desk.advance()
        desk.advance()

    @Slot()
    def _paint(self) -> None:
        """Paint the preview once more, as when something moves in it, and note when."""
        view = self._running.first.findChild(ProjectorView)
        assert isinstance(view, ProjectorView)
        view.repaint()
        self._frames.append(time.perf_counter_ns())

    @Slot()
    def _note(self) -> None:
        counted = self._desk.stage.counted if self._desk.is_live else None
        if counted is not None and (not self._counts or self._counts[-1][1] != counted.voted):
            self._counts.append((time.perf_counter_ns(), counted.voted))

    def _told(self) -> Told:
        session, counted = self._desk.session, self._desk.stage.counted
        status = self._phones.status
        shown = [one.counts for one in session.statements]
        return Told(
            at=time.perf_counter_ns(),
            url=status.url,
            codes={seat.code: seat.role for seat in status.seats},
            joined=status.joined,
            round=showing_of(session).round,
            voted=None if counted is None else counted.voted,
            tallies=tuple((counts.team, counts.owner) for counts in shown),
            focus=session.focus_counts,
            consent=session.consent,
        )

    @staticmethod
    def _tell(what: object) -> None:
        os.write(1, msgspec.json.encode(what) + b"\n")

    @property
    def _desk(self) -> Desk:
        run = self._running.program.doors.run
        assert run is not None
        return run.desk

    @property
    def _phones(self) -> Phones:
        run = self._running.program.doors.run
        assert run is not None
        assert run.phones is not None
        assert run.phones.phones is not None
        return run.phones.phones


def _end(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    sys.__excepthook__(kind, error, trace)
    os._exit(1)


def session_in(folder: Path, settings: Settings, seats: int) -> Path:
    """Return the session in the folder, made now if there is none yet."""
    for path in settings.sessions_folder.glob("*.leerradar"):
        return path
    opened = begin(settings, setup(staff=seats - 1, phones=seats), None)
    opened.store.dispatch(MoveTo(to=FIRST))
    assert opened.journal is not None
    opened.journal.close()
    return opened.path


def main(folder: Path, address: str, seats: int) -> None:
    application = QApplication([])
    if seats > MANY:
        _widen(seats)
    places = Places(
        settings=folder / "settings.json",
        known=folder / "known.json",
        crashes=folder / "crashes",
        voting=folder / "voting",
    )
    settings = Settings(places.settings)
    settings.change(sessions_folder=str(folder / "sessions"))
    session = session_in(folder, settings, min(seats, MANY))
    here = Address(ip=address, interface="", link=Link.WIFI, private=True)
    running = Running(application, places, FirstWindow(places.settings), addresses=lambda: (here,))
    led = Led(running, session)
    running.start()
    running.first.resize(USUAL)
    application.exec()
    del led


def _widen(seats: int) -> None:
    """Have a box with more seats than any session."""
    from app.voting.box import BallotBox

    usual = BallotBox.fit

    def fit(self: BallotBox, staff: int, owners: int) -> None:
        usual(self, seats - owners, owners)

    BallotBox.fit = fit  # type: ignore[method-assign]


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
