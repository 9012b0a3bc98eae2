"""The practice vote of the console, in a thread of its own."""

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory, gettempdir
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.errors import InputError

if TYPE_CHECKING:
    from app.voting.addresses import Address
    from app.voting.rehearsal import Rehearsal

Make = Callable[[Path, "Address | None"], "Rehearsal"]
"""Makes a rehearsal in a folder of its own, with one seat for a real phone."""

FREE_SEATS: Final = 1


class Opened(Struct, frozen=True, kw_only=True):
    """Phones can come: where, and with which code."""

    url: str
    code: str


class Now(Struct, frozen=True, kw_only=True):
    """How many joined and voted; never who."""

    joined: int
    voted: int


class RehearsalWorker(QObject):
    """Holds one rehearsal at a time; every signal comes in the GUI thread, in order.

    The crossing: the thread touches nothing of Qt but the two private signals, which are
    queued, and takes its orders from a queue. What a rehearsal that was ended still says is
    not told any more. After `close` the thread has ended, and all that was made is destroyed.
    """

    opened = Signal(object)
    """`Opened`."""
    counted = Signal(object)
    """`Now`: someone joined or voted."""
    ended = Signal(object)
    """The `RehearsalReport` of a practice vote; a next one can begin."""
    failed = Signal(object)
    """An `InputError`: nothing is served any more."""
    _said = Signal(object, object)
    _news = Signal(object)

    def __init__(self, make: "Make | None" = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make or make_rehearsal
        self._run: _Run | None = None
        self._said.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._news.connect(self._count, Qt.ConnectionType.QueuedConnection)

    def begin(self, address: "Address | None") -> None:
        """Serve phones on this address, once the rehearsal before has ended."""
        before = self._run
        if before is not None:
            before.ask_end()
        self._run = _Run(self._make, address, before, self._tell, self._hear)
        self._run.start()

    def vote(self, voters: int) -> None:
        """Have so many invented voters vote, and close the round."""
        if self._run is not None:
            self._run.orders.put(voters)

    def close(self) -> None:
        """Come back when nothing runs and nothing is left; safe to call twice."""
        run, self._run = self._run, None
        if run is not None:
            run.ask_end()
            run.join()

    def _tell(self, run: "_Run", said: object) -> None:
        with suppress(RuntimeError):
            self._said.emit(run, said)

    def _hear(self, run: "_Run") -> None:
        with suppress(RuntimeError):
            self._news.emit(run)

    @Slot(object, object)
    def _pass_on(self, run: "_Run", said: object) -> None:
        if run is not self._run:
            return
        if isinstance(said, Opened):
            self.opened.emit(said)
        elif isinstance(said, InputError):
            self.failed.emit(said)
        else:
            self.ended.emit(said)

    @Slot(object)
    def _count(self, run: "_Run") -> None:
        if run is self._run:
            self.counted.emit(run.now())


class _Run:
    """One rehearsal from begin to end, in one thread."""

    def __init__(
        self,
        make: Make,
        address: "Address | None",
        before: "_Run | None",
        tell: Callable[["_Run", object], None],
        hear: Callable[["_Run"], None],
    ) -> None:
        self.orders: SimpleQueue[int | None] = SimpleQueue()
        self._make = make
        self._address = address
        self._before = before
        self._tell = tell
        self._hear = hear
        self._rehearsal: Rehearsal | None = None
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._work, name="rehearsal", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def now(self) -> Now:
        rehearsal = self._rehearsal
        if rehearsal is None:
            return Now(joined=0, voted=0)
        return Now(joined=rehearsal.joined, voted=rehearsal.voted)

    def ask_end(self) -> None:
        self._ending.set()
        self.orders.put(None)
        if self._rehearsal is not None:
            self._rehearsal.interrupt()

    def join(self) -> None:
        self._thread.join()

    def _work(self) -> None:
        before, self._before = self._before, None
        if before is not None:
            # Its port is free then.
            before.join()
        try:
            folder = TemporaryDirectory(prefix="leerradar-")
        except OSError:
            self._tell(self, InputError("voting.not_writable", path=gettempdir()))
            return
        with folder as path:
            try:
                self._hold(self._make(Path(path), self._address))
            except InputError as error:
                self._tell(self, error)

    def _hold(self, rehearsal: "Rehearsal") -> None:
        self._rehearsal = rehearsal
        if self._ending.is_set():
            return
        try:
            rehearsal.start()
            rehearsal.listen(self._heard)
            rehearsal.open_round()
            self._tell(self, Opened(url=rehearsal.url, code=next(iter(rehearsal.codes), "")))
            self._follow_orders(rehearsal)
        finally:
            rehearsal.stop()

    def _follow_orders(self, rehearsal: "Rehearsal") -> None:
        while (voters := self.orders.get()) is not None:
            rehearsal.set_voters(voters)
            rehearsal.simulate()
            if self._ending.is_set():
                return
            report = rehearsal.close_round()
            # So that a phone can try again, too.
            rehearsal.open_round()
            self._tell(self, report)

    def _heard(self) -> None:
        self._hear(self)


def make_rehearsal(folder: Path, address: "Address | None") -> "Rehearsal":
    # Late: what serves phones is not needed at the start.
    from app.voting.rehearsal import Rehearsal

    return Rehearsal(folder, address, 0, FREE_SEATS)
