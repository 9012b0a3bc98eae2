"""Files that can't be opened: each gets one clear sentence and stays as it was."""

import hashlib
import os
import shutil
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import InputError
from app.journal import check
from app.journal_schema import LARGEST, SCHEMA
from app.journal_wal import _summed, replayed
from resources.catalogue import catalogue
from tests.journal_samples import (
    SESSION,
    key_of,
    long_session,
    patch,
    quote,
    refusal,
    write,
    write_finished,
    write_with_log,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "session.leerradar"


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


def test_a_newer_file_is_refused_and_left_alone(path: Path) -> None:
    write(path)
    patch(path, 60, (2).to_bytes(4, "big"))
    digest = hashlib.sha256(path.read_bytes()).digest()
    assert refusal(path) == "journal.newer"
    assert hashlib.sha256(path.read_bytes()).digest() == digest


def test_a_newer_file_keeps_its_log(path: Path) -> None:
    write_with_log(path)
    patch(path, 60, (77).to_bytes(4, "big"))
    assert refusal(path) == "journal.newer"


def test_a_newer_file_may_hold_anything(path: Path) -> None:
    write(path)
    change(path, "CREATE TABLE something (new)")
    change(path, "PRAGMA user_version = 2")
    assert refusal(path) == "journal.newer"


def test_the_message_for_a_newer_file(path: Path) -> None:
    write(path)
    patch(path, 60, (2).to_bytes(4, "big"))
    with pytest.raises(InputError) as refused:
        check(path)
    assert refused.value.message(catalogue("nl")) == (
        f"Het bestand {path} is van een nieuwere versie van Leerradar. Werk Leerradar bij."
    )


def test_no_file_at_all(path: Path) -> None:
    assert refusal(path) == "journal.missing"


def test_a_file_within_a_file(path: Path) -> None:
    write(path)
    with pytest.raises(InputError) as refused:
        check(path / "session.leerradar")
    assert key_of(refused) == "journal.missing"


def test_a_name_that_can_be_none(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nul\0") == "journal.missing"


def test_a_folder(path: Path) -> None:
    path.mkdir()
    assert refusal(path) == "journal.folder"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "journal.empty"),
        (b"x", "journal.foreign"),
        (b"SQLite format 3\0", "journal.foreign"),
        (b"format = 'leerradar-script/1'\n" * 100, "journal.foreign"),
        (bytes(10_000), "journal.foreign"),
        ("Dit is tekst".encode("utf-16") * 1000, "journal.foreign"),
        (b"SQLite format 3\0" + bytes(10_000), "journal.foreign"),
    ],
)
def test_what_is_no_database(path: Path, content: bytes, key: str) -> None:
    path.write_bytes(content)
    assert refusal(path) == key


def test_a_database_of_another_program(path: Path) -> None:
    change(path, SCHEMA)
    assert refusal(path) == "journal.foreign"
    change(path, "PRAGMA user_version = 9")
    assert refusal(path) == "journal.foreign"


def test_a_pipe_is_not_waited_for(path: Path) -> None:
    if hasattr(os, "mkfifo"):
        os.mkfifo(path)
        with pytest.raises(InputError) as refused:
            check(path)
        assert key_of(refused) == "journal.foreign"


def test_a_file_that_is_far_too_large(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(LARGEST + 1)
    with pytest.raises(InputError) as refused:
        check(path)
    assert key_of(refused) == "journal.too_large"


@pytest.mark.parametrize("length", [600, 4096, 5000, 8192, -1, -4096])
def test_a_file_that_is_cut_off(path: Path, length: int) -> None:
    write(path, long_session(50))
    path.write_bytes(path.read_bytes()[:length])
    assert refusal(path) in ("journal.foreign", "journal.damaged", "journal.damaged_event")


def test_a_schema_that_can_not_even_be_quoted(path: Path) -> None:
    write(path)
    # SQLite repeats what it can't parse in its message, and Python can't decode that.
    patch(path, path.read_bytes().index(b", version"), b"\xac")
    assert refusal(path) == "journal.damaged"


def test_a_page_that_is_both_used_and_free(path: Path) -> None:
    write(path, long_session(30))
    # The list of free pages, which begins at byte 32, leads to a page full of events: the next
    # event would be written over them.
    patch(path, 32, (3).to_bytes(4, "big") + (1).to_bytes(4, "big"))
    assert refusal(path) == "journal.damaged"


@pytest.mark.parametrize("suffix", ["-journal", "-wal"])
def test_a_file_beside_it_that_is_not_ours(path: Path, suffix: str) -> None:
    write_finished(path)
    side = path.with_name(path.name + suffix)
    side.write_bytes(b"not ours" * 100)
    assert refusal(path) == "journal.side_file"
    side.unlink()
    side.mkdir()
    assert refusal(path) == "journal.side_file"


@pytest.mark.parametrize("at", [0, 4, 8, 16, 24])
def test_a_log_whose_beginning_is_damaged(path: Path, at: int) -> None:
    write_with_log(path)
    log = path.with_name(f"{path.name}-wal")
    patch(log, at, b"\xa5\xa5\xa5\xa5")
    assert refusal(path) == "journal.damaged"


@pytest.mark.parametrize("further", [0, 3, 100])
def test_a_log_of_another_session_is_not_taken_for_ours(
    tmp_path: Path, path: Path, further: int
) -> None:
    write(path, (*SESSION[:1], quote(-1)), long_session(further)[1:])
    other = write_with_log(tmp_path / "other.leerradar", long_session(40), (quote(77),))
    os.replace(f"{other}-wal", f"{path}-wal")
    other.unlink()
    assert refusal(path) == "journal.side_file"


@pytest.mark.parametrize(
    ("statement", "key"),
    [
        ("PRAGMA user_version = 2", "journal.newer"),
        ("PRAGMA application_id = 7", "journal.damaged"),
    ],
)
def test_marks_that_change_in_the_log(path: Path, statement: str, key: str) -> None:
    made = write(path.with_name("made.leerradar"))
    with closing(sqlite3.connect(made, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute(statement)
        shutil.copyfile(made, path)
        shutil.copyfile(f"{made}-wal", f"{path}-wal")
    assert refusal(path) == key


def log_of_one_page(page: int, pages_after_commit: int) -> bytes:
    """Make a log with one frame, all checksums right."""
    words = struct.Struct(">II")
    salts = (1, 2)
    begin = struct.pack(">6I", 0x377F0683, 3007000, 4096, 0, *salts)
    sums = _summed(words, begin, (0, 0))
    data = bytes(4096)
    numbers = struct.pack(">2I", page, pages_after_commit)
    frame_sums = _summed(words, numbers + data, sums)
    return (
        begin + struct.pack(">2I", *sums) + numbers + struct.pack(">4I", *salts, *frame_sums) + data
    )


def test_a_log_that_asks_for_all_memory(path: Path) -> None:
    write(path)
    whole = path.read_bytes()
    assert len(replayed(whole, log_of_one_page(3, len(whole) // 4096 + 1), 4096)) > len(whole)
    for count in (len(whole) // 4096 + 2, 2**32 - 1):
        path.with_name(f"{path.name}-wal").write_bytes(log_of_one_page(3, count))
        assert refusal(path) == "journal.damaged"
