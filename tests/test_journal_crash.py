"""What is left of a session when the program, the power or the disk fails."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from app.errors import InputError
from app.journal import Journal, check, read_report
from tests.journal_samples import (
    FINISHED,
    GONE,
    PROJECT,
    REPORT,
    SESSION,
    key_of,
    long_session,
    quote,
    write,
    write_with_log,
)
from workshop_flows.events import Event

try:
    import resource
except ImportError:  # Windows has no such limits.
    resource = None  # type: ignore[assignment]

KEEP_APPENDING = """
import sys
from pathlib import Path
from app.journal import Journal
from tests.journal_samples import SESSION, quote
journal = Journal.create(Path(sys.argv[1]))
journal.append(SESSION)
print("ready", flush=True)
for batch in range(100_000):
    journal.append([quote(batch * 3 + one, 2_500) for one in range(3)])
    print(batch, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "session.leerradar"


def keep_appending(path: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", KEEP_APPENDING, str(path)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PROJECT)


def batch(number: int) -> tuple[Event, ...]:
    return tuple(quote(number * 3 + one, 2_500) for one in range(3))


def whole_batches(path: Path) -> int:
    """Return how many batches came back after the first; a half one fails the test."""
    with Journal.open(path) as journal:
        events = journal.events
    assert events[: len(SESSION)] == SESSION
    rest = events[len(SESSION) :]
    assert rest == tuple(event for number in range(len(rest) // 3) for event in batch(number))
    return len(rest) // 3


def contents(folder: Path) -> bytes:
    return b"\n".join(found.read_bytes() for found in sorted(folder.iterdir()))


def assert_nothing_is_left(folder: Path) -> None:
    left = contents(folder)
    for word in GONE:
        assert word.encode() not in left, word


@pytest.mark.parametrize("wanted", [0, 1, 2, 5, 13, 40, 90, 150])
def test_every_acknowledged_event_survives_a_kill(path: Path, wanted: int) -> None:
    with keep_appending(path) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        for _ in range(wanted):
            child.stdout.readline()
        child.kill()
        # What was said before the kill and not read yet was acknowledged too.
        acknowledged = wanted + sum(line.endswith("\n") for line in child.stdout)
    assert whole_batches(path) >= acknowledged
    assert os.listdir(path.parent) == [path.name]


def test_the_lock_dies_with_the_program(path: Path) -> None:
    with keep_appending(path) as child:
        assert child.stdout is not None
        child.stdout.readline()
        with pytest.raises(InputError) as refused:
            Journal.open(path)
        assert key_of(refused) == "journal.in_use"
        child.kill()
        child.stdout.read()
    Journal.open(path).close()


def test_a_log_left_behind_is_played_back(path: Path) -> None:
    write_with_log(path, SESSION, batch(0), batch(1))
    assert path.with_name(f"{path.name}-wal").stat().st_size > 0
    assert whole_batches(path) == 2
    assert os.listdir(path.parent) == [path.name]


def test_a_log_cut_off_anywhere_leaves_whole_batches(path: Path) -> None:
    write_with_log(path, SESSION, *(batch(number) for number in range(6)))
    log = path.with_name(f"{path.name}-wal")
    main_bytes, log_bytes = path.read_bytes(), log.read_bytes()
    found = []
    with Journal.create(path.with_name("start.leerradar")) as start:
        start.append(SESSION)
        first_transaction = os.path.getsize(f"{start.path}-wal")
    for length in range(first_transaction, len(log_bytes), 1000):
        path.write_bytes(main_bytes)
        log.write_bytes(log_bytes[:length])
        found.append(whole_batches(path))
    assert found == sorted(found)
    assert set(found) == set(range(6))


def test_a_crash_while_the_log_is_copied_into_the_file(path: Path) -> None:
    write_with_log(path, SESSION, *(batch(number) for number in range(6)))
    log = path.with_name(f"{path.name}-wal")
    main_bytes, log_bytes = path.read_bytes(), log.read_bytes()
    Journal.open(path).close()
    whole = path.read_bytes()
    page = 4096
    assert len(whole) > len(main_bytes) + 3 * page
    # SQLite copies the pages in their order, the first one with the new size in it.
    for copied in range(0, len(whole), page):
        path.write_bytes(whole[:copied] + main_bytes[copied:])
        log.write_bytes(log_bytes)
        assert check(path).events == len(SESSION) + 18
        assert whole_batches(path) == 6


def crash_images(journal: Journal, act: Callable[[], None], folder: Path) -> list[Path]:
    """Act, and return copies of the session's folder as a kill would leave it.

    There is one for the moment before each statement of SQL, those inside VACUUM among them.
    """
    folder.mkdir(exist_ok=True)
    images: list[Path] = []

    def copy(statement: str) -> None:
        image = folder / f"{len(images):03} {statement.split(maxsplit=1)[0].strip('-')}"
        shutil.copytree(journal.path.parent, image)
        images.append(image / journal.path.name)

    assert journal._connection is not None
    journal._connection.set_trace_callback(copy)
    act()
    return images


def test_a_crash_at_any_statement_of_an_append(tmp_path: Path) -> None:
    path = tmp_path / "live" / "session.leerradar"
    path.parent.mkdir()
    with Journal.create(path) as journal:
        journal.append(SESSION)
        images = crash_images(journal, lambda: journal.append(batch(0)), tmp_path)
        assert len(images) >= 5
        for image in images:
            assert whole_batches(image) == 0
    assert whole_batches(path) == 1


def test_a_crash_at_any_statement_of_finishing(tmp_path: Path) -> None:
    path = tmp_path / "live" / "session.leerradar"
    path.parent.mkdir()
    write(path, long_session(200))
    journal = Journal.open(path)
    images = crash_images(journal, lambda: journal.finish(FINISHED), tmp_path)
    outcomes = []
    for image in images:
        before = check(image)
        with Journal.open(image) as again:
            assert again.finished == before.finished
            assert again.events == ((FINISHED,) if again.finished else long_session(200))
            outcomes.append(again.finished)
            if not again.finished:
                again.finish(FINISHED)
        assert check(image).erased
        assert os.listdir(image.parent) == [path.name]
        assert_nothing_is_left(image.parent)
    assert outcomes == sorted(outcomes)
    assert {False, True} == set(outcomes)
    assert any("VACUUM" in image.parent.name for image in images)


@pytest.mark.parametrize("finished", [False, True])
def test_a_crash_at_any_statement_of_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, finished: bool
) -> None:
    path = tmp_path / "live" / "session.leerradar"
    path.parent.mkdir()
    if finished:
        write(path, long_session(100))
        journal = Journal.open(path)
        (*_, image) = (
            one
            for one in crash_images(journal, lambda: journal.finish(FINISHED), tmp_path / "finish")
            if one.parent.name.endswith("VACUUM")
        )
        shutil.rmtree(path.parent)
        shutil.copytree(image.parent, path.parent)
    else:
        write_with_log(path, SESSION, batch(0))
    images: list[Path] = []
    really = sqlite3.connect

    def connect(address: str, **settings: Any) -> sqlite3.Connection:
        connection = really(address, **settings)
        if address.endswith("?mode=rw"):
            connection.set_trace_callback(lambda _: images.append(copied(path, tmp_path, images)))
        return connection

    monkeypatch.setattr("app.journal_connection.sqlite3.connect", connect)
    journal = Journal.open(path)
    monkeypatch.undo()
    journal.close()
    assert len(images) > 10
    for image in images:
        assert check(image).finished == finished
        if check(image).erased:
            assert_nothing_is_left(image.parent)
        if not finished:
            assert whole_batches(image) == 1


def copied(path: Path, folder: Path, others: list[Path]) -> Path:
    image = folder / f"opening {len(others):03}"
    shutil.copytree(path.parent, image)
    return image / path.name


def test_finishing_leaves_nothing_in_the_bytes(path: Path) -> None:
    with Journal.create(path) as journal:
        journal.append(SESSION)
        for number in range(3000):
            journal.append([quote(number, 50)])
        before = contents(path.parent)
        assert all(word.encode() in before for word in GONE)
        journal.finish(FINISHED)
        assert_nothing_is_left(path.parent)
    assert_nothing_is_left(path.parent)
    assert b"quote 1" not in contents(path.parent)
    assert os.listdir(path.parent) == [path.name]
    assert read_report(path) == REPORT
    assert check(path).erased


class FailingConnection:
    """A connection on which one kind of statement fails, as long as it is told so."""

    def __init__(self, connection: sqlite3.Connection, statement: str, code: int) -> None:
        self._connection = connection
        self._statement = statement
        self._code = code

    def __getattr__(self, name: str) -> object:
        return getattr(self._connection, name)

    def execute(self, statement: str, *rest: object) -> object:
        if self._statement in statement:
            error = sqlite3.OperationalError("as the test wants")
            error.sqlite_errorcode = self._code
            raise error
        return self._connection.execute(statement, *rest)


def failing(journal: Journal, statement: str, code: int = sqlite3.SQLITE_FULL) -> None:
    assert journal._connection is not None
    journal._connection = FailingConnection(  # type: ignore[assignment]
        journal._connection, statement, code
    )


def mended(journal: Journal) -> None:
    assert isinstance(journal._connection, FailingConnection)
    journal._connection = journal._connection._connection


@pytest.mark.parametrize("statement", ["VACUUM", "wal_checkpoint", "journal_mode = memory"])
def test_erasing_that_failed_is_made_up_for(
    path: Path, statement: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.journal._PAUSE", 0)
    write(path, long_session(100))
    journal = Journal.open(path)
    failing(journal, statement)
    with pytest.raises(InputError) as refused:
        journal.finish(FINISHED)
    assert key_of(refused) == "journal.not_erased"
    with pytest.raises(InputError) as refused:
        journal.append([quote(1)])
    assert key_of(refused) == "journal.finished"
    mended(journal)
    journal.close()
    assert check(path).finished
    assert not check(path).erased
    assert read_report(path) == REPORT
    Journal.open(path).close()
    assert check(path).erased
    assert_nothing_is_left(path.parent)


def test_finishing_again_completes_the_erasing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.journal._PAUSE", 0)
    write(path, long_session(100))
    journal = Journal.open(path)
    failing(journal, "VACUUM")
    with pytest.raises(InputError):
        journal.finish(FINISHED)
    mended(journal)
    journal.finish(FINISHED)
    assert check(path).erased
    assert_nothing_is_left(path.parent)


class BusyConnection(FailingConnection):
    """A connection whose checkpoints do nothing, and say so only in their result."""

    def execute(self, statement: str, *rest: object) -> object:
        if "wal_checkpoint" in statement:
            return self._connection.execute("SELECT 1, 5, 0")
        return self._connection.execute(statement, *rest)


def test_a_checkpoint_that_only_says_it_failed_is_noticed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.journal._PAUSE", 0)
    write(path)
    journal = Journal.open(path)
    assert journal._connection is not None
    journal._connection = BusyConnection(journal._connection, "", 0)  # type: ignore[assignment]
    with pytest.raises(InputError) as refused:
        journal.finish(FINISHED)
    assert key_of(refused) == "journal.not_erased"
    mended(journal)
    journal.finish(FINISHED)
    assert check(path).erased


class ShakyConnection(FailingConnection):
    """A connection that ends the log the first time, but says that it failed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection, "", 0)
        self.ended = 0
        self.modes_of_vacuum: list[str] = []

    def execute(self, statement: str, *rest: object) -> object:
        if statement == "VACUUM":
            (mode,) = self._connection.execute("PRAGMA journal_mode").fetchone()
            self.modes_of_vacuum.append(mode)
        found = self._connection.execute(statement, *rest)
        if "journal_mode = memory" in statement:
            self.ended += 1
            if self.ended == 1:
                raise sqlite3.OperationalError("as the test wants")
        return found


def test_erasing_again_is_as_safe_as_the_first_time(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.journal._PAUSE", 0)
    write(path)
    journal = Journal.open(path)
    assert journal._connection is not None
    shaky = ShakyConnection(journal._connection)
    journal._connection = shaky  # type: ignore[assignment]
    journal.finish(FINISHED)
    assert shaky.modes_of_vacuum == ["wal", "wal"]
    assert check(path).erased


@contextmanager
def file_may_not_grow(journal: Journal) -> Iterator[None]:
    """Let writes fail as on a full disk, but for some kilobytes."""
    largest = os.path.getsize(f"{journal.path}-wal") + 10_000
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def database_may_not_grow(journal: Journal) -> Iterator[None]:
    assert journal._connection is not None
    (pages,) = journal._connection.execute("PRAGMA page_count").fetchone()
    journal._connection.execute(f"PRAGMA max_page_count = {pages}")
    try:
        yield
    finally:
        journal._connection.execute("PRAGMA max_page_count = 16384")


@contextmanager
def commit_fails(journal: Journal) -> Iterator[None]:
    failing(journal, "COMMIT", sqlite3.SQLITE_IOERR_WRITE)
    try:
        yield
    finally:
        mended(journal)


Trouble = Callable[[Journal], AbstractContextManager[None]]

TROUBLES: list[Trouble] = [
    database_may_not_grow,
    commit_fails,
    *([file_may_not_grow] if resource else []),
]


@pytest.mark.parametrize("trouble", TROUBLES)
def test_what_could_not_be_written_can_be_written_later(path: Path, trouble: Trouble) -> None:
    with Journal.create(path) as journal:
        journal.append(SESSION)
        journal.append(batch(0))
        for _ in range(3):
            with trouble(journal), pytest.raises(InputError) as refused:
                journal.append([quote(99, 40_000)])
            assert key_of(refused) in ("journal.disk_full", "journal.disk_error")
            assert check(path).events == len(SESSION) + 3
        journal.append(batch(1))
        with trouble(journal), pytest.raises(InputError):
            journal.append([quote(99, 40_000)])
    assert whole_batches(path) == 2


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_session_goes_on_when_it_could_not_be_finished(path: Path, trouble: Trouble) -> None:
    summary = replace(REPORT.summary, goes_well=("x" * 80_000,))
    long = replace(FINISHED, report=replace(REPORT, summary=summary))
    with Journal.create(path) as journal:
        journal.append(SESSION)
        with trouble(journal), pytest.raises(InputError):
            journal.finish(long)
        assert not journal.finished
        journal.append(batch(0))
        assert check(path).events == len(SESSION) + 3
        journal.finish(long)
    assert read_report(path) == long.report
    assert_nothing_is_left(path.parent)


def test_a_file_that_could_not_be_made_leaves_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.journal.start_log", full_disk)
    with pytest.raises(InputError) as refused:
        Journal.create(path)
    assert key_of(refused) == "journal.disk_full"
    assert os.listdir(path.parent) == []


def full_disk(_: sqlite3.Connection) -> None:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    raise error


def test_a_file_that_is_moved_away_in_mid_session(path: Path) -> None:
    moved = path.with_name("moved.leerradar")
    with Journal.create(path) as journal:
        journal.append(SESSION)
        try:
            path.rename(moved)
        except PermissionError:
            # Windows keeps an open file in its place.
            return
        for act in (lambda: journal.append(batch(0)), lambda: journal.finish(FINISHED)):
            with pytest.raises(InputError) as refused:
                act()
            assert key_of(refused) == "journal.moved"
        moved.rename(path)
        journal.append(batch(0))
        path.rename(moved)
    assert whole_batches(moved) == 1
    Journal.create(path).close()
