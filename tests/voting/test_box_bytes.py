"""What the bytes on disk tell: of order nothing at any time, and of a ballot nothing after."""

import hashlib
import os
import sqlite3
import stat
from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from app.errors import InputError
from app.voting import box_file
from app.voting.box import BallotBox
from app.voting.remains import stale
from tests.voting.ballot_boxes import (
    FOUR,
    ONE,
    SESSION,
    STATEMENT,
    contents,
    open_box,
    token_for,
    tokens_of,
    vote,
)
from workshop_flows.ballots import Answer, Cast, Chosen, Consent, Consented
from workshop_flows.state import CardsSubject, ConsentSubject, Subject

NOW = datetime(2026, 11, 11)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "ballots"


@pytest.fixture
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(box_file, "_PAUSE", 0)


def secrets_of(box: BallotBox) -> list[bytes]:
    """Return the key of the round and what every ballot stands under."""
    assert box._round is not None
    found = [box._round._key, *box._round._values]
    assert all(len(one) == 32 for one in found)
    return found


def settled(box: BallotBox, folder: Path) -> bytes:
    """Return all bytes once the writer has nothing left to do."""
    box._writer.run(box._tidy)
    return contents(folder)


def test_nothing_of_a_round_is_left_once_it_is_destroyed(folder: Path) -> None:
    box = open_box(folder)
    tokens = tokens_of(box)
    box.open_round(1, ConsentSubject(), 0)
    for token in tokens:
        assert vote(box, token, Consented(Consent.NO), 1, "a text of somebody") is None
    gone = secrets_of(box)
    before = contents(folder)
    assert all(one in before for one in gone)
    assert b"a text of" not in before
    box.close_round()
    box.destroy_round()
    after = contents(folder)
    assert not any(one in after for one in gone)
    assert {path.name for path in folder.iterdir()} <= {
        f"{SESSION}.seats",
        f"{SESSION}.seats-wal",
    }
    box.close()
    assert os.listdir(folder) == [f"{SESSION}.seats"]


def watch_unlinking(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bytes]]:
    """Note the bytes that a file has at the moment it is removed."""
    seen: list[tuple[str, bytes]] = []
    really = Path.unlink

    def unlink(path: Path, **options: bool) -> None:
        if path.exists():
            seen.append((path.name, path.read_bytes()))
        really(path, **options)

    monkeypatch.setattr(Path, "unlink", unlink)
    return seen


@pytest.mark.parametrize("resumed", [False, True])
def test_files_are_overwritten_before_they_go(
    folder: Path, monkeypatch: pytest.MonkeyPatch, resumed: bool
) -> None:
    box = open_box(folder)
    token = tokens_of(box)[0]
    box.open_round(1, STATEMENT, 0)
    assert vote(box, token, ONE) is None
    if resumed:
        box.close()
        box = BallotBox.open(folder, SESSION)
    seen = watch_unlinking(monkeypatch)
    box.destroy_round()
    assert f"{SESSION}.round" in [name for name, _ in seen]
    box.discard()
    assert f"{SESSION}.discarded" in [name for name, _ in seen]
    assert all(len(data) >= 8192 for name, data in seen if "-" not in name)
    assert all(data == bytes(len(data)) for _, data in seen)


def test_sqlite_never_cuts_off_or_removes_a_log_with_anything_in_it(folder: Path) -> None:
    box = open_box(folder)
    token = tokens_of(box)[0]
    box.open_round(1, STATEMENT, 0)
    gone = secrets_of(box)
    assert vote(box, token, ONE) is None
    round_file, log = folder / f"{SESSION}.round", folder / f"{SESSION}.round-wal"
    # Held open, the bytes can be read on after the names are gone.
    with round_file.open("rb") as file_bytes, log.open("rb") as log_bytes:
        settled(box, folder)
        assert log.stat().st_size > 4096
        assert set(log_bytes.read()) == {0}
        box.close_round()
        box.destroy_round()
        log_bytes.seek(0)
        left = file_bytes.read() + log_bytes.read()
    assert not any(one in left for one in gone)
    assert set(left) <= {0}
    box.close()


def test_discarding_leaves_an_empty_folder(folder: Path) -> None:
    box = open_box(folder)
    token = tokens_of(box)[0]
    box.open_round(1, STATEMENT, 0)
    assert vote(box, token, ONE) is None
    box.discard()
    assert os.listdir(folder) == []
    assert (box.seats, box.open_round_id, box.seat_of(token)) == ((), None, None)
    box.discard()
    later = open_box(folder)
    assert later.joined == 0
    later.discard()


def test_the_seats_file_holds_no_token(folder: Path) -> None:
    box = open_box(folder)
    tokens = tokens_of(box)
    held = contents(folder)
    assert not any(token.encode() in held for token in tokens)
    assert all(hashlib.sha256(token.encode()).digest() in held for token in tokens)
    box.renew(1)
    assert hashlib.sha256(tokens[0].encode()).digest() not in settled(box, folder)
    box.discard()


def in_order(
    folder: Path, monkeypatch: pytest.MonkeyPatch, order: Iterable[int], seats: int
) -> bytes:
    """Let everybody join and vote in this order, with the same codes, tokens and key.

    Return the bytes of the files, beside which the logs are empty.
    """
    numbers = count()
    monkeypatch.setattr(
        "app.voting.seats.new_codes",
        lambda wanted, taken: tuple(f"{next(numbers):04}" for _ in range(wanted)),
    )
    monkeypatch.setattr("app.voting.sealed_round.secrets.token_bytes", lambda size: b"k" * size)
    box = open_box(folder, seats - 1, 1)
    codes = [seat.code for seat in box.seats]
    tokens = {}
    for index in order:
        monkeypatch.setattr(
            "app.voting.box.secrets.token_urlsafe", lambda _, index=index: f"token {index}"
        )
        tokens[index] = token_for(box, codes[index])
    box.open_round(1, STATEMENT, 0)
    for index in order:
        assert vote(box, tokens[index], Answer(index % 6)) is None
    box._writer.run(box._tidy)
    files = sorted(folder.iterdir())
    assert not any(any(path.read_bytes()) for path in files if path.name.endswith("-wal"))
    held = b"".join(path.read_bytes() for path in files if not path.name.endswith("-wal"))
    box.discard()
    return held


@pytest.mark.parametrize("seats", [6, 50])
def test_the_bytes_do_not_tell_in_which_order_people_came(
    folder: Path, monkeypatch: pytest.MonkeyPatch, seats: int
) -> None:
    first = in_order(folder, monkeypatch, range(seats), seats)
    last = in_order(folder, monkeypatch, range(seats - 1, -1, -1), seats)
    assert first == last


@pytest.mark.parametrize(
    ("subject", "casts"),
    [
        (STATEMENT, (Answer(0), Answer(5))),
        (CardsSubject(), (Chosen(()), Chosen((6, 7)))),
        (ConsentSubject(), (Consented(Consent.YES), Consented(Consent.YES_IF))),
    ],
)
def test_a_ballot_takes_the_same_room_whatever_it_says_and_whether_it_is_there(
    folder: Path, subject: Subject, casts: tuple[Cast, ...]
) -> None:
    box = open_box(folder)
    token = tokens_of(box)[0]
    box.open_round(1, subject, 8)
    assert box._round is not None
    rows = []
    for cast in (None, *casts):
        if cast is not None:
            assert vote(box, token, cast) is None
        rows.append(box._writer.run(lambda: box._round._file.rows("ballot")))  # type: ignore[union-attr]
    assert {len(found) for found in rows} == {6}
    assert {len(value) for found in rows for _, value in found} == {4}
    assert len({tuple(seal for seal, _ in found) for found in rows}) == 1
    box.discard()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps its own rights")
def test_only_this_person_may_look(folder: Path) -> None:
    box = open_box(folder)
    box.open_round(1, STATEMENT, 0)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert len(list(folder.iterdir())) >= 3
    box.discard()


# When erasing fails


@pytest.mark.usefixtures("no_pause")
def test_a_file_that_somebody_holds_is_tried_again_and_then_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = open_box(folder)
    token = tokens_of(box)[0]
    box.open_round(1, STATEMENT, 0)
    assert vote(box, token, ONE) is None
    gone = secrets_of(box)
    tallies = box.close_round()
    failing = [3]
    really = Path.unlink

    def unlink(path: Path, **options: bool) -> None:
        if failing[0] and path.suffix == ".round":
            failing[0] -= 1
            raise PermissionError
        really(path, **options)

    monkeypatch.setattr(Path, "unlink", unlink)
    box.destroy_round()
    assert failing == [0]
    box.open_round(2, STATEMENT, 0)
    assert vote(box, token, FOUR, 2) is None
    gone += secrets_of(box)
    tallies = box.close_round()
    failing = [10_000]
    for _ in range(2):
        with pytest.raises(InputError) as refused:
            box.destroy_round()
        assert refused.value.key == "voting.not_erased"
        assert not any(one in contents(folder) for one in gone)
        assert box.close_round() == tallies
    failing = [0]
    box.destroy_round()
    assert not list(folder.glob("*.round*"))
    box.discard()


class Stubborn:
    """A connection whose log can't be copied, or on which nothing can be erased."""

    def __init__(self, connection: sqlite3.Connection, statement: str) -> None:
        self._connection = connection
        self._statement = statement

    def __getattr__(self, name: str) -> object:
        return getattr(self._connection, name)

    def execute(self, statement: str, *rest: object) -> object:
        if not statement.startswith(self._statement):
            return self._connection.execute(statement, *rest)
        if "checkpoint" not in statement:
            raise sqlite3.OperationalError("as the test wants")
        return self._connection.execute("SELECT 1, 7, 0")


def be_stubborn(box: BallotBox, statement: str) -> None:
    assert box._round is not None
    file = box._round._file
    assert file._connection is not None
    file._connection = Stubborn(file._connection, statement)  # type: ignore[assignment]


@pytest.mark.usefixtures("no_pause")
@pytest.mark.parametrize("statement", ["BEGIN", "DELETE", "PRAGMA wal_checkpoint"])
def test_what_sqlite_can_t_erase_is_destroyed_all_the_same(folder: Path, statement: str) -> None:
    box = open_box(folder)
    token = tokens_of(box)[0]
    box.open_round(1, STATEMENT, 0)
    assert vote(box, token, ONE) is None
    gone = secrets_of(box)
    be_stubborn(box, statement)
    with (folder / f"{SESSION}.round").open("rb") as held:
        box.destroy_round()
        assert not any(one in held.read() for one in gone)
    assert not list(folder.glob("*.round*"))
    box.discard()


def test_a_log_that_is_not_copied_yet_is_never_overwritten(folder: Path) -> None:
    box = open_box(folder)
    token = tokens_of(box)[0]
    box.open_round(1, STATEMENT, 0)
    box._writer.run(lambda: be_stubborn(box, "PRAGMA wal_checkpoint"))
    assert vote(box, token, ONE) is None
    box._writer.run(box._tidy)
    box.close()
    box = BallotBox.open(folder, SESSION)
    assert box.resume_round(1, STATEMENT, 0)
    assert box.voted == 1
    box.discard()


@pytest.mark.usefixtures("no_pause")
def test_discarding_that_failed_is_finished_at_the_next_start(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = open_box(folder)
    box.open_round(1, STATEMENT, 0)

    def refuse(path: Path, **options: bool) -> None:
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse)
        with pytest.raises(InputError) as refused:
            box.discard()
        assert refused.value.key == "voting.not_erased"
        stale(folder, [SESSION], NOW)
        with pytest.raises(InputError):
            BallotBox.open(folder, SESSION)
    stale(folder, [SESSION], NOW)
    assert os.listdir(folder) == []


def test_whoever_opens_the_session_next_finishes_discarding_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = open_box(folder)
    codes = [seat.code for seat in box.seats]
    box.open_round(1, STATEMENT, 0)
    with monkeypatch.context() as patched:
        patched.setattr("app.voting.box.destroy_session", lambda *_: None)
        box.discard()
    assert sorted(os.listdir(folder)) == [f"{SESSION}.discarded", f"{SESSION}.round"]
    later = open_box(folder)
    assert not {seat.code for seat in later.seats} & set(codes)
    assert not list(folder.glob("*.discarded")) + list(folder.glob("*.round"))
    later.discard()


# What is left of sessions that are gone


def left_behind(folder: Path, session: str, days: float) -> None:
    box = BallotBox.open(folder, session)
    box.fit(2, 1)
    box.open_round(1, STATEMENT, 0)
    box.close()
    for path in folder.glob(f"{session}.*"):
        moment = (NOW - timedelta(days=days)).timestamp()
        os.utime(path, (moment, moment))


def test_what_belongs_to_nothing_goes_after_a_month(folder: Path) -> None:
    stale(folder, [], NOW)
    left_behind(folder, "aa", 31)
    left_behind(folder, "bb", 31)
    left_behind(folder, "cc", 29)
    (folder / "dd.round-wal").write_bytes(b"rest")
    os.utime(folder / "dd.round-wal", (0, 0))
    (folder / "notes.txt").write_bytes(b"not ours")
    os.utime(folder / "notes.txt", (0, 0))
    stale(folder, ["bb"], NOW)
    assert sorted(os.listdir(folder)) == [
        "bb.round",
        "bb.seats",
        "cc.round",
        "cc.seats",
        "notes.txt",
    ]


def test_half_of_a_session_that_was_touched_lately_keeps_the_other_half(folder: Path) -> None:
    left_behind(folder, "aa", 31)
    moment = NOW.timestamp()
    os.utime(folder / "aa.round", (moment, moment))
    stale(folder, [], NOW)
    assert sorted(os.listdir(folder)) == ["aa.round", "aa.seats"]
