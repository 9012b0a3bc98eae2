"""Votes from phones: how soon they are confirmed and in the window, and what that costs it.

Three processes: the real program with its console open, the phones, and this one. A vote is
sent when its bytes leave a connection that was open; all at once means within a millisecond or
two. It is in the window when every page has the count that it made. Phones see a round as the
page does: told by an event, and asking what is new. Frames, in rounds of their own, are those of
the preview, painted every 16 ms; the floor is the same program with nobody voting. Each number is
the median of the rounds.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from msgspec import Struct

from tests.load import program, volley
from tests.load.children import Child

ADDRESS = "127.0.0.1"
FRAME = 16.0
ROUNDS = 7
SETTLING = 0.7
ROW = "{:<44} {:>12} {:>12} {:>7} {:>8}"


class Burst(Struct, frozen=True):
    """Times of one round in ms."""

    shown: float
    confirmed: float


class Room:
    """The program with so many phones that have joined."""

    def __init__(self, folder: str, phones: int) -> None:
        self._program = Child("tests.load.program", folder, ADDRESS, str(phones))
        self._ready = self._program.read(program.Told)
        assert self._ready.url is not None
        self._phones = Child("tests.load.volley", self._ready.url)
        self._phones.write(",".join(self._ready.codes))
        self._phones.read(volley.Times)
        self._last = 0

    def burst(self, seconds: float) -> Burst:
        """Have everybody vote in a round, over so many seconds."""
        times, noted = self._round("note", seconds)
        return Burst(
            shown=_p95(_shown(sorted(times.sent), noted.counts)),
            confirmed=_p95([b - a for a, b in zip(times.sent, times.told, strict=True)]),
        )

    def busy(self) -> float:
        """Return the longest gap between frames while everybody votes at once."""
        return self._round("film", 0)[1].longest_gap

    def still(self) -> float:
        """Return the longest gap between frames while a round is open and nobody votes."""
        self._open()
        time.sleep(SETTLING)
        self._ask("film")
        time.sleep(SETTLING)
        gap = self._noted().longest_gap
        self._ask("stop")
        return gap

    def _round(self, watching: str, seconds: float) -> tuple[volley.Times, program.Noted]:
        self._open()
        time.sleep(SETTLING)
        self._ask(watching)
        asked = volley.Ask(do="vote", round=self._last, seconds=seconds)
        times = self._phones.ask(asked, volley.Times)
        time.sleep(SETTLING)
        noted = self._noted()
        self._ask("stop")
        return times, noted

    def attacked(self) -> float:
        """Return the longest gap between frames while another machine floods the server."""
        assert self._ready.url is not None
        with Child("tests.load.hostile", self._ready.url) as hostile:
            hostile.read(str)
            return self.still()

    def seen(self) -> float:
        """Return after how many ms half of the phones have the question that was opened."""
        waiting = volley.Ask(do="watch")
        self._phones.ask(waiting, volley.Times)
        before = time.perf_counter_ns()
        self._open()
        times = self._phones.read(volley.Times)
        self._ask("stop")
        return statistics.median(one - before for one in times.told) / 1e6

    def end(self) -> None:
        self._phones.end()
        self._program.end()

    def _open(self) -> None:
        number = self._ask("open").round
        assert number is not None
        self._last = number

    def _noted(self) -> program.Noted:
        return self._program.ask(program.Ask(do="noted"), program.Noted)

    def _ask(self, what: str) -> program.Told:
        return self._program.ask(program.Ask(do=what), program.Told)


def phone_rows() -> list[bool]:
    """Print the rows of the phones; tell of each whether it held."""
    with _room(50) as room:
        fifty = [(room.burst(1), room.burst(0), room.seen()) for _ in range(ROUNDS)]
    with _room(200) as room:
        many = [room.burst(0) for _ in range(ROUNDS)]
        pairs = [(room.busy(), room.still()) for _ in range(ROUNDS)]
        floods = [(room.attacked(), room.still()) for _ in range(ROUNDS)]
    spread, once = [one for one, _, _ in fifty], [one for _, one, _ in fifty]
    flooded, quiet = [one for one, _ in floods], [one for _, one in floods]
    busy, still = [one for one, _ in pairs], [one for _, one in pairs]
    return [
        _time("vote sent to in the window, 50 over 1 s, p95", spread, _shown_in, FRAME),
        _time("the same, 50 at once, p95", once, _shown_in, 2 * FRAME),
        _time("the same, 200 at once, p95", many, _shown_in, 4 * FRAME),
        _time("vote sent to confirmed, 50 at once, p95", once, _confirmed_in, 100),
        _gap("longest frame gap while 200 vote", busy, still, 1.5),
        _gap("the same in a flood of bad requests (told)", flooded, quiet, None),
        _visible([seen for _, _, seen in fifty]),
    ]


@contextmanager
def _room(phones: int) -> Iterator[Room]:
    """Open a room in which everybody voted once already, unmeasured."""
    with tempfile.TemporaryDirectory() as folder:
        room = Room(folder, phones)
        room.burst(0)
        yield room
        room.end()


def _shown(sent: Sequence[int], counts: Sequence[tuple[int, int]]) -> list[int]:
    """Return how long it took until as many were shown as had been sent, for each vote."""
    return [
        next(at for at, voted in counts if voted >= number) - when
        for number, when in enumerate(sent, start=1)
    ]


def _p95(nanoseconds: Sequence[int]) -> float:
    ordered = sorted(nanoseconds)
    return ordered[-(-95 * len(ordered) // 100) - 1] / 1e6


def _shown_in(burst: Burst) -> float:
    return burst.shown


def _confirmed_in(burst: Burst) -> float:
    return burst.confirmed


def _time(what: str, bursts: Sequence[Burst], value: Callable[[Burst], float], most: float) -> bool:
    found = statistics.median(map(value, bursts))
    print(ROW.format(what, f"{found:.1f} ms", "", "", f"<= {most:.0f} ms"))
    return found <= most


def _gap(what: str, ours: Sequence[float], floor: Sequence[float], most: float | None) -> bool:
    ratio = statistics.median(mine / bare for mine, bare in zip(ours, floor, strict=True))
    mine, bare = statistics.median(ours), statistics.median(floor)
    target = "" if most is None else f"<= {most:g}"
    print(ROW.format(what, f"{mine:.1f} ms", f"{bare:.1f} ms", f"{ratio:.2f}", target))
    return most is None or ratio <= most


def _visible(seen: Sequence[float]) -> bool:
    found = statistics.median(seen)
    print(
        ROW.format("opened to visible on the phone, median", f"{found:.0f} ms", "", "", "<= 150 ms")
    )
    return found <= 150
