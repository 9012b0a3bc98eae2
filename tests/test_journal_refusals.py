"""Files that can't be opened: each gets one clear sentence and stays as it was."""

import hashlib
import os
import shutil
import sqlite3
import stat
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app.errors import InputError
from app.journal import Journal, check, read_report
from app.journal_errors import storage_error
from app.journal_schema import APPLICATION_ID, EMPTY, INSERT, LARGEST, SCHEMA, Row, rows_after
from app.journal_wal import _summed, replayed
from resources.catalogue import catalogue
from tests.journal_samples import (
    FINISHED,
    PROJECT,
    REPORT,
    SESSION,
    folder_state,
    key_of,
    long_session,
    quote,
    write,
    write_finished,
    write_with_log,
)
from workshop_flows.events import Event

Look = Callable[[Path], object]

POSIX = os.name == "posix"

LOOKS: tuple[Look, ...] = (Journal.open, check, read_report)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "session.leerradar"


def refusal(path: Path, looks: Sequence[Look] = LOOKS) -> str:
    """Return the one key with which every way of looking at the file refuses it.

    Nothing in its folder may change.
    """
    before = folder_state(path.parent)
    keys = set()
    for look in looks:
        with pytest.raises(InputError) as refused:
            look(path)
        keys.add(key_of(refused))
        assert str(path.name) in refused.value.message(catalogue("nl"))
    assert folder_state(path.parent) == before
    (key,) = keys
    return key


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


def patch(path: Path, at: int, data: bytes) -> None:
    whole = bytearray(path.read_bytes())
    whole[at : at + len(data)] = data
    path.write_bytes(whole)


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


def sound_rows(events: Sequence[Event] = SESSION) -> list[Row]:
    return rows_after(EMPTY, events)[0]


def row(payload: bytes, version: int = 1) -> Row:
    """A first row with any payload, its digest right."""
    digest = hashlib.sha256(b" 1 %d %s" % (version, payload)).digest()
    return (1, version, payload, digest)


def craft(
    path: Path,
    *,
    rows: Sequence[tuple[object, ...]],
    schema: str = SCHEMA,
    encoding: str = "UTF-8",
    then: Sequence[str] = (),
) -> None:
    """Make a file with our marks that no Leerradar would make."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA encoding = '{encoding}'")
        connection.execute(schema)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("BEGIN")
        connection.executemany(INSERT, rows)
        connection.execute("COMMIT")
        for statement in then:
            connection.execute(statement)


def test_crafting_makes_sound_files_too(path: Path) -> None:
    craft(path, rows=sound_rows())
    assert check(path).events == len(SESSION)
    with Journal.open(path) as journal:
        journal.append([quote(1)])
    assert check(path).events == len(SESSION) + 1


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE more (name)",
        "CREATE INDEX by_digest ON event (digest)",
        "CREATE VIEW seen AS SELECT * FROM event",
        "CREATE TRIGGER later AFTER INSERT ON event BEGIN DELETE FROM event; END",
        "CREATE VIRTUAL TABLE words USING fts5 (word)",
        "ALTER TABLE event ADD COLUMN name TEXT",
        "ANALYZE",
    ],
)
def test_anything_more_than_our_table(path: Path, statement: str) -> None:
    craft(path, rows=sound_rows(), then=[statement])
    assert refusal(path) == "journal.other_content"


@pytest.mark.parametrize(
    "schema",
    [
        SCHEMA.replace("BLOB", "TEXT", 1),
        SCHEMA.replace("CREATE TABLE event", "CREATE TABLE Event"),
        SCHEMA.replace("NOT NULL)", "NOT NULL CHECK (digest <> x'00'))"),
    ],
)
def test_another_table_under_our_name(path: Path, schema: str) -> None:
    craft(path, rows=sound_rows(), schema=schema)
    assert refusal(path) == "journal.other_content"


ENDLESS = """
CREATE VIEW event (seq, version, payload, digest) AS
WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x, 1, x'7b7d', x'' FROM n
"""


def test_an_endless_view_is_never_asked(path: Path) -> None:
    craft(path, rows=[], then=["DROP TABLE event", ENDLESS])
    assert refusal(path) == "journal.other_content"


@pytest.mark.parametrize("encoding", ["UTF-16le", "UTF-16be"])
def test_another_encoding(path: Path, encoding: str) -> None:
    craft(path, rows=sound_rows(), encoding=encoding)
    assert refusal(path) == "journal.other_content"


@pytest.mark.parametrize(
    ("payload", "version", "key"),
    [
        (b"", 1, "journal.unknown_event"),
        (b"{}", 1, "journal.unknown_event"),
        (b"\xff\xfe", 1, "journal.unknown_event"),
        (b'{"type":"votes_leaked"}', 1, "journal.unknown_event"),
        (b'{"type":"session_started","setup":{}}', 1, "journal.unknown_event"),
        (b"[" * 100_000, 1, "journal.unknown_event"),
        (b'{"type":"step_undone"}', 1, "journal.impossible_event"),
        (b'{"type":"step_undone","by":"me"}', 1, "journal.unknown_event"),
        (b"{}", 2, "journal.newer"),
    ],
)
def test_a_payload_we_do_not_know(path: Path, payload: bytes, version: int, key: str) -> None:
    craft(path, rows=[row(payload, version)])
    assert refusal(path) == key


@pytest.mark.parametrize(
    "damaged",
    [
        (1, 1, "text", b"digest"),
        (1, 1, b"payload", "digest"),
        (1, 1.5, b"payload", b"digest"),
        (1, "one", b"payload", b"digest"),
        (1, 2**62, b"{}", b""),
        (0, *sound_rows()[0][1:]),
        (2, *sound_rows()[0][1:]),
        (-(2**63), 1, b"{}", b""),
        (2**63 - 1, 1, b"{}", b""),
    ],
)
def test_a_row_of_another_kind(path: Path, damaged: tuple[object, ...]) -> None:
    craft(path, rows=[damaged])
    assert refusal(path) == "journal.damaged_event"


def test_text_that_is_no_text(path: Path) -> None:
    craft(path, rows=sound_rows(), then=["UPDATE event SET payload = CAST(x'ff' AS TEXT)"])
    assert refusal(path) == "journal.damaged"


def test_a_row_that_is_missing_moved_or_of_another_file(path: Path) -> None:
    rows = sound_rows()
    other = sound_rows([quote(1), *SESSION[1:]])
    for wrong in (
        rows[:3] + rows[4:],
        [rows[0], (2, *rows[2][1:]), (3, *rows[1][1:]), *rows[3:]],
        [*rows[:4], *other[4:]],
    ):
        craft(path, rows=wrong)
        assert refusal(path) == "journal.damaged_event"
        path.unlink()


def test_an_end_that_is_not_the_end(path: Path) -> None:
    for events in ((*SESSION, FINISHED), (FINISHED, *SESSION), (FINISHED, FINISHED)):
        craft(path, rows=sound_rows(events))
        assert refusal(path) == "journal.impossible_event"
        path.unlink()


def test_every_byte_of_payload_and_digest_counts(path: Path) -> None:
    craft(path, rows=sound_rows(SESSION[:1]))
    ((_, _, payload, digest),) = sound_rows(SESSION[:1])
    whole = path.read_bytes()
    for part in (payload, digest):
        start = whole.index(part)
        for at in range(start, start + len(part)):
            patch(path, at, bytes([whole[at] ^ 0x01]))
            with pytest.raises(InputError) as refused:
                check(path)
            assert (refused.value.key, refused.value.values["number"]) == (
                "journal.damaged_event",
                1,
            )
            path.write_bytes(whole)


def test_the_message_says_where_the_damage_is(path: Path) -> None:
    write(path, long_session(30))
    whole = path.read_bytes()
    patch(path, whole.index(b"quote 12"), b"quote 99")
    with pytest.raises(InputError) as refused:
        check(path)
    number = len(SESSION) + 13
    assert f"bij gebeurtenis {number}" in refused.value.message(catalogue("nl"))
    assert f"at event {number}" in refused.value.message(catalogue("en"))


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
