"""What looking into a file may do: nothing, also where nothing may be written."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.errors import InputError
from app.journal import Journal, check, read_report
from app.journal_errors import storage_error
from resources.catalogue import catalogue
from tests.journal_samples import (
    FINISHED,
    LOOKS,
    PROJECT,
    REPORT,
    SESSION,
    folder_state,
    key_of,
    write,
    write_finished,
    write_with_log,
)

POSIX = os.name == "posix"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "session.leerradar"


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Take away the rights of the administrator, to whom no file is closed."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can enter."""
    made = Path(tempfile.mkdtemp(prefix="leerradar-test-"))
    made.chmod(0o777)
    yield made
    made.chmod(0o777)
    shutil.rmtree(made)


def closed_to_writing(what: Path) -> None:
    what.chmod(what.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))


@pytest.mark.parametrize(
    ("make", "closed"),
    # Windows knows no folders that can't be written by this mark.
    [(write, "file"), (write_with_log, "file"), (write, "folder" if POSIX else "file")],
)
def test_a_session_that_may_only_be_read(
    open_folder: Path, make: Callable[[Path], Path], closed: str
) -> None:
    path = make(open_folder / "session.leerradar")
    for found in open_folder.iterdir():
        found.chmod(0o666)
    closed_to_writing(path if closed == "file" else open_folder)
    before = folder_state(open_folder)
    with ordinary_user():
        with pytest.raises(InputError) as refused:
            Journal.open(path)
        assert key_of(refused) == "journal.read_only"
        assert check(path).events == len(SESSION)
    assert folder_state(open_folder) == before


def test_a_finished_session_that_may_only_be_read(open_folder: Path) -> None:
    path = write_finished(open_folder / "session.leerradar")
    path.chmod(0o444)
    closed_to_writing(open_folder)
    with ordinary_user():
        assert check(path).erased
        assert read_report(path) == REPORT
        with Journal.open(path) as journal:
            assert journal.events == (FINISHED,)


def test_a_session_that_may_not_be_read(open_folder: Path) -> None:
    path = write(open_folder / "session.leerradar")
    path.chmod(0)
    if not POSIX:
        # There the mark only forbids writing.
        assert check(path).events == len(SESSION)
        return
    with ordinary_user():
        for look in LOOKS:
            with pytest.raises(InputError) as refused:
                look(path)
            assert key_of(refused) == "journal.unreadable"


def test_a_folder_that_takes_no_new_file(open_folder: Path) -> None:
    if POSIX:
        closed_to_writing(open_folder)
        with ordinary_user(), pytest.raises(InputError) as refused:
            Journal.create(open_folder / "session.leerradar")
        assert key_of(refused) == "journal.read_only"
    assert list(open_folder.iterdir()) == []


WATCH = """
import os, sys
opened = []
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        if arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            opened.append(arguments[0])
    elif event == "sqlite3.connect" and arguments[0] != ":memory:":
        if not str(arguments[0]).endswith("?mode=ro&immutable=1"):
            opened.append(arguments[0])
    elif event in ("os.mkdir", "os.rename", "os.remove", "os.truncate", "tempfile.mkstemp"):
        opened.append((event, arguments))
from pathlib import Path
from app.journal import check
sys.addaudithook(watch)
check(Path(sys.argv[1]))
print(opened)
"""


@pytest.mark.parametrize("make", [write, write_with_log, write_finished])
def test_checking_writes_nowhere(path: Path, make: Callable[[Path], Path]) -> None:
    make(path)
    before = folder_state(path.parent)
    command = [sys.executable, "-B", "-c", WATCH, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=PROJECT)
    assert done.stdout == "[]\n"
    assert folder_state(path.parent) == before


@pytest.mark.parametrize(
    ("make", "nl", "en"),
    [
        (
            write,
            "Het bestand is in orde. De sessie is bezig, met 8 gebeurtenissen.",
            "The file is sound. The session is going on, with 8 events.",
        ),
        (
            write_finished,
            "Het bestand is in orde. De sessie is afgerond.",
            "The file is sound. The session is finished.",
        ),
    ],
)
def test_what_checking_says(path: Path, make: Callable[[Path], Path], nl: str, en: str) -> None:
    make(path)
    assert check(path).message(catalogue("nl")) == nl
    assert check(path).message(catalogue("en")) == en


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (sqlite3.SQLITE_FULL, "journal.disk_full"),
        (sqlite3.SQLITE_IOERR_WRITE, "journal.disk_error"),
        (sqlite3.SQLITE_IOERR_FSYNC, "journal.disk_error"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "journal.moved"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "journal.read_only"),
        (sqlite3.SQLITE_BUSY_RECOVERY, "journal.in_use"),
        (sqlite3.SQLITE_CORRUPT, "journal.damaged"),
        (sqlite3.SQLITE_TOOBIG, "journal.damaged"),
    ],
)
def test_every_trouble_of_the_disk_has_its_sentence(path: Path, code: int, key: str) -> None:
    error = sqlite3.OperationalError("trouble")
    error.sqlite_errorcode = code
    found = storage_error(error, path)
    assert found.key == key
    assert found.message(catalogue("nl"))
    assert found.message(catalogue("en"))
