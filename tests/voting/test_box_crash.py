"""What was confirmed survives; what could not be kept is never said to be."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.errors import InputError
from app.voting.box import BallotBox, Joined, Refusal
from tests.journal_samples import PROJECT
from tests.voting.ballot_boxes import (
    FOUR,
    ONE,
    SESSION,
    STATEMENT,
    hold,
    join,
    open_box,
    staff_answers,
    tallies,
    tokens_of,
    vote,
)
from workshop_flows.ballots import Answer, Consent, Consented
from workshop_flows.state import ConsentSubject

try:
    import resource
except ImportError:  # Windows has no such limits.
    resource = None  # type: ignore[assignment]

KEEP_VOTING = """
import sys
from pathlib import Path
from threading import Event
from tests.voting.ballot_boxes import STATEMENT, open_box, tokens_of
from workshop_flows.ballots import Answer
box = open_box(Path(sys.argv[1]), 49, 1)
tokens = tokens_of(box)
box.open_round(3, STATEMENT, 0)
print(*tokens, flush=True)
for value in range(100_000):
    done = Event()
    for number, token in enumerate(tokens):
        def confirmed(refusal, number=number, value=value):
            assert refusal is None
            print(number, value, flush=True)
            if number == 49:
                done.set()
        box.cast(token, 3, Answer(value % 5 + 1), confirmed)
    done.wait()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "ballots"


@pytest.mark.parametrize("wanted", [0, 1, 20, 50, 99, 333, 1000])
def test_every_confirmed_ballot_survives_a_kill(folder: Path, wanted: int) -> None:
    command = [sys.executable, "-c", KEEP_VOTING, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PROJECT) as child:
        assert child.stdout is not None
        tokens = child.stdout.readline().split()
        said = [child.stdout.readline() for _ in range(wanted)]
        child.kill()
        # What was said before the kill and not read yet was confirmed too.
        said += child.stdout.readlines()
    last = dict.fromkeys(range(50), -1)
    last.update(map(int, line.split()) for line in said if line.endswith("\n"))  # type: ignore[misc]
    box = BallotBox.open(folder, SESSION)
    assert box.joined == 50
    assert box.resume_round(3, STATEMENT, 0) or wanted == 0
    assert box._round is not None
    for number, token in enumerate(tokens):
        seat = box.seat_of(token)
        assert seat is not None
        kept = box._round._values[box._round._seal(seat.number)]
        # What was written last may not have been said yet: never older than what was.
        allowed = [b"\0" * 4] if last[number] < 0 else []
        allowed += [
            bytes([1 + (number == 49), 1, value % 5 + 1, 0])
            for value in (last[number], last[number] + 1)
            if value >= 0
        ]
        assert kept in allowed
        assert vote(box, token, FOUR, 3) is None
    assert box.close_round() == tallies([4] * 49, [4])
    box.discard()


def killed(box: BallotBox, folder: Path) -> BallotBox:
    """Return the box as the next program finds it after a kill."""
    copy = folder.with_name(folder.name + "-later")
    # In the writer's thread: a kill leaves all files as they are at one moment.
    box._writer.run(lambda: shutil.copytree(folder, copy))
    box.close()
    return BallotBox.open(copy, SESSION)


def test_a_round_is_taken_up_with_its_ballots(folder: Path) -> None:
    box = open_box(folder)
    tokens = tokens_of(box)
    box.open_round(4, STATEMENT, 0)
    assert vote(box, tokens[0], ONE, 4) is None
    assert vote(box, tokens[5], FOUR, 4) is None
    box = killed(box, folder)
    assert box.resume_round(4, STATEMENT, 0)
    assert (box.open_round_id, box.voted) == (4, 2)
    assert box.has_voted(tokens[0])
    assert vote(box, tokens[0], Answer(0), 4) is None
    assert vote(box, tokens[1], ONE, 4) is None
    assert box.close_round() == tallies([0, 1], [4])
    box.close()


def test_the_texts_of_a_round_are_lost_and_its_ballots_are_not(folder: Path) -> None:
    box = open_box(folder)
    token = tokens_of(box)[0]
    box.open_round(1, ConsentSubject(), 0)
    assert vote(box, token, Consented(Consent.NO), 1, "text") is None
    box = killed(box, folder)
    assert box.resume_round(1, ConsentSubject(), 0)
    assert box.voted == 1
    box.close_round()
    assert box.remarks == ()
    box.close()


def test_a_closed_round_that_was_not_kept_yet_gives_the_same_again(folder: Path) -> None:
    box = open_box(folder)
    token = tokens_of(box)[0]
    box.open_round(1, STATEMENT, 0)
    assert vote(box, token, ONE) is None
    before = box.close_round()
    box = killed(box, folder)
    assert box.resume_round(1, STATEMENT, 0)
    assert box.close_round() == before == tallies([1])
    box.destroy_round()
    assert not list(folder.with_name("ballots-later").glob("*.round*"))
    box.close()


def test_a_round_of_before_is_destroyed_without_being_taken_up(folder: Path) -> None:
    box = open_box(folder)
    box.open_round(1, STATEMENT, 0)
    box.close()
    box = BallotBox.open(folder, SESSION)
    assert list(folder.glob("*.round*"))
    box.destroy_round()
    assert not list(folder.glob("*.round*"))
    box.close()


def test_another_round_is_not_taken_up(folder: Path) -> None:
    box = open_box(folder)
    token = tokens_of(box)[0]
    assert not box.resume_round(1, STATEMENT, 0)
    assert vote(box, token, ONE, 1) is None
    assert not box.resume_round(2, STATEMENT, 0)
    assert box.voted == 0
    assert vote(box, token, FOUR, 2) is None
    assert not box.resume_round(2, ConsentSubject(), 0)
    assert (box.open_round_id, box.voted) == (2, 0)
    box.open_round(2, STATEMENT, 0)
    assert box.close_round() == tallies([])
    box.close()


@pytest.mark.parametrize("damage", ["empty", "cut", "noise", "zeros", "pages", "text", "values"])
def test_a_damaged_round_begins_anew_and_says_so(folder: Path, damage: str) -> None:
    box = open_box(folder)
    token = tokens_of(box)[0]
    box.open_round(1, STATEMENT, 0)
    assert vote(box, token, ONE) is None
    box.close()
    path = folder / f"{SESSION}.round"
    whole = path.read_bytes()
    if damage in ("text", "values"):
        wrong = "'text'" if damage == "text" else "x'01010900'"
        connection = sqlite3.connect(path)
        connection.execute(f"UPDATE ballot SET value = {wrong}")
        connection.commit()
        connection.close()
    else:
        damaged = {
            "empty": b"",
            "cut": whole[:5000],
            "noise": os.urandom(len(whole)),
            "zeros": bytes(len(whole)),
            "pages": whole[:4096] + os.urandom(len(whole) - 4096),
        }
        path.write_bytes(damaged[damage])
    box = BallotBox.open(folder, SESSION)
    assert not box.resume_round(1, STATEMENT, 0)
    assert box.voted == 0
    assert vote(box, token, FOUR) is None
    assert box.close_round() == tallies([4])
    box.close()


def test_damaged_seats_are_said_and_can_be_discarded(folder: Path) -> None:
    open_box(folder).close()
    path = folder / f"{SESSION}.seats"
    path.write_bytes(os.urandom(path.stat().st_size))
    with pytest.raises(InputError) as refused:
        BallotBox.open(folder, SESSION)
    assert refused.value.key == "voting.damaged"


def test_seats_that_were_half_made_are_made_anew(folder: Path) -> None:
    folder.mkdir()
    (folder / f"{SESSION}.seats-new").write_bytes(os.urandom(5000))
    box = open_box(folder)
    assert len(box.seats) == 6
    assert not list(folder.glob("*-new"))
    box.close()


# A disk that is full or broken


@contextmanager
def files_may_not_grow() -> Iterator[None]:
    """Let every write beyond the first bytes of a file fail, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(resource is None, reason="needs limits")
def test_nobody_is_told_that_a_vote_counts_that_the_disk_refused(folder: Path) -> None:
    box = open_box(folder)
    tokens = tokens_of(box)
    box.open_round(1, STATEMENT, 0)
    assert vote(box, tokens[0], ONE) is None
    heard: list[int] = []
    box.listen(lambda: heard.append(box.voted))
    told: list[Refusal | None] = []
    with files_may_not_grow():
        go = hold(box)
        for token in tokens[:4]:
            box.cast(token, 1, FOUR, told.append)
        go.set()
        assert vote(box, tokens[4], FOUR) is Refusal.NOT_SAVED
        assert box.voted == 1
        assert not box.has_voted(tokens[4])
    assert told == [Refusal.NOT_SAVED] * 4
    assert heard == []
    assert vote(box, tokens[1], FOUR) is None
    assert heard == [2]
    box = killed(box, folder)
    assert box.resume_round(1, STATEMENT, 0)
    assert box.close_round() == tallies([1, 4])
    box.close()


@pytest.mark.skipif(resource is None, reason="needs limits")
def test_a_full_disk_refuses_seats_and_rounds_until_there_is_room(folder: Path) -> None:
    box = open_box(folder)
    code = box.seats[0].code
    before = box.seats
    with files_may_not_grow():
        assert join(box, code) is Refusal.NOT_SAVED
        assert join(box, "ZZZZ") is Refusal.CODE_WRONG
        for change in (
            lambda: box.renew(1),
            lambda: box.fit(9, 1),
            lambda: box.open_round(1, STATEMENT, 0),
        ):
            with pytest.raises(InputError) as refused:
                change()
            assert refused.value.key.startswith("voting.")
    assert box.seats == before
    assert box.open_round_id is None
    assert isinstance(join(box, code), Joined)
    box.close()


class FailingConnection:
    """A connection on which one kind of statement fails."""

    def __init__(self, connection: sqlite3.Connection, statement: str, code: int) -> None:
        self._connection = connection
        self._statement = statement
        self._code = code

    def __getattr__(self, name: str) -> object:
        return getattr(self._connection, name)

    def execute(self, statement: str, *rest: object) -> object:
        if statement.startswith(self._statement):
            error = sqlite3.OperationalError("as the test wants")
            error.sqlite_errorcode = self._code
            raise error
        return self._connection.execute(statement, *rest)


@pytest.mark.parametrize("statement", ["BEGIN", "DELETE", "INSERT", "COMMIT"])
@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR])
def test_a_batch_is_kept_as_a_whole_or_not_at_all(folder: Path, statement: str, code: int) -> None:
    box = open_box(folder)
    tokens = tokens_of(box)
    box.open_round(1, STATEMENT, 0)
    assert vote(box, tokens[0], ONE) is None
    assert box._round is not None
    file = box._round._file
    really = file._connection
    assert really is not None
    file._connection = FailingConnection(really, statement, code)  # type: ignore[assignment]
    assert vote(box, tokens[0], FOUR) is Refusal.NOT_SAVED
    assert vote(box, tokens[1], FOUR) is None
    box = killed(box, folder)
    assert box.resume_round(1, STATEMENT, 0)
    assert staff_answers(box.close_round()) == (1, 0, 0, 1, 0, 0)
    box.close()


def test_a_round_whose_file_is_gone_confirms_nothing(folder: Path) -> None:
    box = open_box(folder)
    token = tokens_of(box)[0]
    box.open_round(1, STATEMENT, 0)
    assert vote(box, token, FOUR) is None
    try:
        (folder / f"{SESSION}.round").unlink()
    except PermissionError:  # Windows keeps what is open.
        assert vote(box, token, ONE) is None
    else:
        assert vote(box, token, ONE) is Refusal.NOT_SAVED
        assert vote(box, token, ONE) is Refusal.NOT_SAVED
        assert box.close_round() == tallies([4])
    box.close()


def test_the_disk_is_synced_before_a_vote_is_confirmed(folder: Path) -> None:
    box = open_box(folder)
    box.open_round(1, STATEMENT, 0)
    assert box._round is not None
    for file in (box._file, box._round._file):
        connection = file._connection
        assert connection is not None
        full = 2
        assert connection.execute("PRAGMA synchronous").fetchone() == (full,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA secure_delete").fetchone() == (1,)
        assert connection.execute("PRAGMA fullfsync").fetchone() == (1,)
    box.close()


def test_a_crash_at_any_statement_of_a_vote_keeps_the_one_before(folder: Path) -> None:
    box = open_box(folder)
    token = tokens_of(box)[0]
    box.open_round(1, STATEMENT, 0)
    assert vote(box, token, ONE) is None
    images: list[Path] = []
    statements: list[str] = []

    def copy(statement: str) -> None:
        statements.append(statement.split()[0])
        images.append(folder.with_name(f"image {len(images):03}"))
        shutil.copytree(folder, images[-1])

    assert box._round is not None
    connection = box._round._file._connection
    assert connection is not None
    box._writer.run(lambda: connection.set_trace_callback(copy))
    assert vote(box, token, FOUR) is None
    box._writer.run(lambda: connection.set_trace_callback(None))
    box.close()
    assert statements[:4] == ["BEGIN", "DELETE", "INSERT", "COMMIT"]
    found = []
    for image in images:
        later = BallotBox.open(image, SESSION)
        assert later.resume_round(1, STATEMENT, 0)
        found.append(later.close_round())
        later.close()
    assert found[0] == tallies([1])
    assert all(one in (tallies([1]), tallies([4])) for one in found)
