"""Files with our marks that no Leerradar would make: refused before they can do harm."""

import hashlib
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from app.errors import InputError
from app.journal import Journal, check
from app.journal_schema import APPLICATION_ID, EMPTY, INSERT, SCHEMA, Row, rows_after
from resources.catalogue import catalogue
from tests.journal_samples import (
    FINISHED,
    SESSION,
    long_session,
    patch,
    quote,
    refusal,
    write,
)
from workshop_flows.events import Event, SessionStarted


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "session.leerradar"


def sound_rows(events: Sequence[Event] = SESSION) -> list[Row]:
    return rows_after(EMPTY, events)[0]


def row(payload: bytes, version: int = 1) -> Row:
    """A first row with any payload, its digest right."""
    digest = hashlib.sha256(b" 1 %d %s" % (version, payload)).digest()
    return (1, version, payload, digest)


def started(name: str) -> bytes:
    """Return the first event of a session with any name for its seats."""
    assert isinstance(SESSION[0], SessionStarted)
    return msgspec.json.encode(replace(SESSION[0], id=name))


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
        (started("../../elsewhere"), 1, "journal.unknown_event"),
        (started("ab" * 200), 1, "journal.unknown_event"),
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
