"""A disk that is full, broken or gone: nothing is lost, and it may be tried again."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.errors import InputError
from app.journal import Journal, check, read_report
from tests.journal_samples import (
    FINISHED,
    REPORT,
    SESSION,
    assert_nothing_is_left,
    batch,
    key_of,
    long_session,
    quote,
    whole_batches,
    write,
)

try:
    import resource
except ImportError:  # Windows has no such limits.
    resource = None  # type: ignore[assignment]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "session.leerradar"


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
