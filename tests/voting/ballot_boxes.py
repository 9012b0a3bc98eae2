"""A ballot box in the hands of a test."""

from collections.abc import Iterable
from pathlib import Path
from queue import SimpleQueue
from threading import Event

from app.voting.box import BallotBox, Joined, Refusal
from workshop_flows.ballots import Answer, Cast
from workshop_flows.commands import Ballots, RoleTallies
from workshop_flows.state import StatementSubject
from workshop_flows.tally import Tally

SESSION = "0123abcd"
STATEMENT = StatementSubject(statement="A1.1", number=1)
PATIENCE = 60


def open_box(folder: Path, staff: int = 5, owners: int = 1) -> BallotBox:
    box = BallotBox.open(folder, SESSION)
    box.fit(staff, owners)
    return box


def join(box: BallotBox, code: str) -> Joined | Refusal:
    told: SimpleQueue[Joined | Refusal] = SimpleQueue()
    box.join(code, told.put)
    return told.get(timeout=PATIENCE)


def token_for(box: BallotBox, code: str) -> str:
    joined = join(box, code)
    assert isinstance(joined, Joined)
    return joined.token


def tokens_of(box: BallotBox) -> list[str]:
    """Have everybody join at once; return their tokens in the order of the seats."""
    told: dict[int, SimpleQueue[Joined | Refusal]] = {}
    for seat in box.seats:
        told[seat.number] = SimpleQueue()
        box.join(seat.code, told[seat.number].put)
    joined = [one.get(timeout=PATIENCE) for one in told.values()]
    return [one.token for one in joined if isinstance(one, Joined)]


def vote(
    box: BallotBox, token: str, cast: Cast, round_id: int = 1, text: str = ""
) -> Refusal | None:
    confirmed: SimpleQueue[Refusal | None] = SimpleQueue()
    box.cast(token, round_id, cast, confirmed.put, text)
    return confirmed.get(timeout=PATIENCE)


def hold(box: BallotBox) -> Event:
    """Keep the writer busy until the event is set, so that requests pile up behind it."""
    go, held = Event(), Event()

    def wait(_: object) -> None:
        held.set()
        assert go.wait(PATIENCE)

    box.join("0000", wait)
    assert held.wait(PATIENCE)
    return go


def staff_answers(ballots: Ballots) -> tuple[int, ...]:
    assert isinstance(ballots, RoleTallies)
    return (*ballots.staff.counts, ballots.staff.skipped)


def tallies(staff: Iterable[int], owner: Iterable[int] = ()) -> RoleTallies:
    return RoleTallies(_tally(list(staff)), _tally(list(owner)))


def _tally(values: list[int]) -> Tally:
    one, two, three, four, five = (values.count(value) for value in range(1, 6))
    return Tally((one, two, three, four, five), values.count(0))


def contents(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


ONE = Answer(1)
FOUR = Answer(4)
