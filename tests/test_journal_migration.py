"""Files of older versions: migrated on a copy, or left as they were."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from app.errors import InputError
from app.journal import Journal, check
from app.journal_migrate import Migration, Migrations, read_journal
from app.journal_schema import APPLICATION_ID, EMPTY, INSERT, SCHEMA, rows_after
from tests.journal_samples import FINISHED, SESSION, folder_state, key_of, quote
from workshop_flows.events import Event, Finished

OLD_SCHEMA = "CREATE TABLE event (number INTEGER PRIMARY KEY, body TEXT)"


def from_old(connection: sqlite3.Connection) -> None:
    """Give every event a digest, which version 0 of this test did not know."""
    found = connection.execute("SELECT body FROM event ORDER BY number").fetchall()
    events = [msgspec.json.decode(body, type=Event) for (body,) in found]
    connection.execute("ALTER TABLE event RENAME TO old")
    connection.execute(SCHEMA)
    connection.executemany(INSERT, rows_after(EMPTY, events)[0])
    connection.execute("DROP TABLE old")


MIGRATIONS: Migrations = {0: Migration(OLD_SCHEMA, from_old)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "session.leerradar"


def write_old(path: Path, events: tuple[Event, ...] = SESSION, then: str = "SELECT 1") -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(OLD_SCHEMA)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        bodies = [(msgspec.json.encode(event).decode(),) for event in events]
        connection.executemany("INSERT INTO event (body) VALUES (?)", bodies)
        connection.execute(then)
        connection.execute("PRAGMA journal_mode = WAL")


def test_an_older_file_is_migrated_and_goes_on(path: Path) -> None:
    write_old(path)
    with Journal.open(path, migrations=MIGRATIONS) as journal:
        assert journal.events == SESSION
        journal.append([quote(1)])
    assert os.listdir(path.parent) == [path.name]
    with Journal.open(path) as journal:
        assert journal.events == (*SESSION, quote(1))


def test_an_older_finished_file_stays_finished(path: Path) -> None:
    write_old(path, (FINISHED,), then="CREATE TABLE old_names AS SELECT 'Zwaantje'")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("DROP TABLE old_names")
    assert b"Zwaantje" in path.read_bytes()
    with Journal.open(path, migrations=MIGRATIONS) as journal:
        assert journal.events == (FINISHED,)
    assert check(path).erased
    assert b"Zwaantje" not in path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_an_older_file_with_its_log_beside_it(path: Path) -> None:
    write_old(path, SESSION[:2])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        body = msgspec.json.encode(SESSION[2]).decode()
        connection.execute("INSERT INTO event (body) VALUES (?)", (body,))
        connection.commit()
        copy = path.with_name("copy.leerradar")
        copy.write_bytes(path.read_bytes())
        copy.with_name(f"{copy.name}-wal").write_bytes(Path(f"{path}-wal").read_bytes())
    path.unlink()
    with Journal.open(copy, migrations=MIGRATIONS) as journal:
        assert journal.events == SESSION[:3]
    assert os.listdir(path.parent) == [copy.name]


def test_looking_into_an_older_file_leaves_it_alone(path: Path) -> None:
    write_old(path)
    before = folder_state(path.parent)
    assert read_journal(path, MIGRATIONS).events == SESSION
    with pytest.raises(InputError) as refused:
        check(path)
    assert key_of(refused) == "journal.older"
    assert folder_state(path.parent) == before


def test_an_older_file_without_a_migration_is_left_alone(path: Path) -> None:
    write_old(path)
    before = folder_state(path.parent)
    with pytest.raises(InputError) as refused:
        Journal.open(path)
    assert key_of(refused) == "journal.older"
    assert folder_state(path.parent) == before


def fails(connection: sqlite3.Connection) -> None:
    from_old(connection)
    connection.execute("SELECT * FROM nowhere")


def loses_an_event(connection: sqlite3.Connection) -> None:
    from_old(connection)
    connection.execute("DELETE FROM event WHERE seq = 3")


def leaves_a_table(connection: sqlite3.Connection) -> None:
    from_old(connection)
    connection.execute("CREATE TABLE left (over)")


@pytest.mark.parametrize("apply", [fails, loses_an_event, leaves_a_table])
def test_a_migration_that_fails_leaves_everything(
    path: Path, apply: Callable[[sqlite3.Connection], None]
) -> None:
    write_old(path)
    before = folder_state(path.parent)
    with pytest.raises(InputError) as refused:
        Journal.open(path, migrations={0: Migration(OLD_SCHEMA, apply)})
    key_of(refused)
    assert folder_state(path.parent) == before


def test_an_older_file_that_holds_more_is_refused(path: Path) -> None:
    write_old(path, then="CREATE VIEW v AS SELECT * FROM event")
    before = folder_state(path.parent)
    with pytest.raises(InputError) as refused:
        Journal.open(path, migrations=MIGRATIONS)
    assert key_of(refused) == "journal.other_content"
    assert folder_state(path.parent) == before


def test_the_original_stays_until_the_copy_was_read_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_old(path)
    before = path.read_bytes()
    seen: list[bytes] = []
    really = os.replace

    def replace(source: Path, target: Path) -> None:
        seen.append(path.with_name(f"{path.name}.original").read_bytes())
        assert path.read_bytes() == before
        really(source, target)

    monkeypatch.setattr(os, "replace", replace)
    Journal.open(path, migrations=MIGRATIONS).close()
    assert seen == [before]
    assert os.listdir(path.parent) == [path.name]


def test_a_copy_that_can_not_take_the_place(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_old(path)
    before = path.read_bytes()

    def replace(source: Path, target: Path) -> None:
        raise PermissionError(13, "held by another program")

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(InputError) as refused:
        Journal.open(path, migrations=MIGRATIONS)
    assert key_of(refused) == "journal.read_only"
    assert path.read_bytes() == before
    assert not path.with_name(f"{path.name}.migrated").exists()


def test_a_copy_that_reads_back_wrong_makes_room_for_the_original(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_old(path)
    before = path.read_bytes()
    really = os.replace

    def replace(source: Path, target: Path) -> None:
        if Path(source).suffix == ".migrated":
            # As a stick that loses what is written to it.
            Path(source).write_bytes(bytes(4096))
        really(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(InputError) as refused:
        Journal.open(path, migrations=MIGRATIONS)
    assert key_of(refused) == "journal.foreign"
    assert path.read_bytes() == before
    assert os.listdir(path.parent) == [path.name]


def test_a_finished_event_is_still_known() -> None:
    """A finished file has to open for years: this is one as version 1 wrote it."""
    payload = (
        b'{"type":"finished","report":{"facts":{"company":"A","sector":"garage","question":"Q",'
        b'"date":"2026-11-11","length":60,"staff":2,"owners":1,"owner_apart":false,'
        b'"language":"nl"},"mode":"open","axes":[{"id":"A1","label":"Leren heeft zin",'
        b'"agreed":3.5}],"three_words":{"weten":null,"willen":null,"kunnen":null},'
        b'"summary":{"goes_well":[],"differs":[],"low":[]},"agreement":{"status":"concept"}}}'
    )
    event = msgspec.json.decode(payload, type=Event)
    assert isinstance(event, Finished)
    assert event.report.axes[0].stand == 3.5
