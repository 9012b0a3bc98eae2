"""What a session file keeps, and who may have it open."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app import journal_image
from app.content import load_content
from app.errors import InputError
from app.journal import Journal, check, read_report
from app.journal_migrate import Migrations, Reading, read_journal
from app.store import SessionStore
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
from workshop_flows import commands
from workshop_flows.evolve import evolve
from workshop_flows.state import TextList

OPEN_IT = """
import sys
from pathlib import Path
from app.content import load_content
from app.errors import InputError
from app.journal import Journal
try:
    Journal.open(Path(sys.argv[1])).close()
    print("opened")
except InputError as error:
    print(error.key)
"""


SHOW_HEADER = "import sys; print(open(sys.argv[1], 'rb').read(72).hex())"


def opened_elsewhere(path: Path) -> str:
    """Return what another process gets to hear when it opens the file."""
    done = subprocess.run(
        [sys.executable, "-c", OPEN_IT, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=PROJECT,
    )
    return done.stdout.strip()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "session.leerradar"


def test_events_come_back_as_they_were(path: Path) -> None:
    write(path, SESSION[:1], SESSION[1:4], SESSION[4:])
    with Journal.open(path) as journal:
        assert journal.events == SESSION
        assert not journal.finished


def test_a_session_goes_on_after_reopening(path: Path) -> None:
    write(path, SESSION)
    for number in range(5):
        with Journal.open(path) as journal:
            journal.append([quote(number)])
    with Journal.open(path) as journal:
        assert journal.events == (*SESSION, *(quote(number) for number in range(5)))


def test_it_is_one_file_after_closing(path: Path) -> None:
    write(path, long_session(2000))
    assert os.listdir(path.parent) == [path.name]
    write_finished(path.with_name("finished.leerradar"))
    assert sorted(os.listdir(path.parent)) == ["finished.leerradar", path.name]


def test_the_marks_stand_in_the_file_from_the_first_moment(path: Path) -> None:
    with Journal.create(path):
        done = subprocess.run(
            [
                sys.executable,
                "-c",
                "import sys; print(open(sys.argv[1], 'rb').read(72).hex())",
                path,
            ],
            capture_output=True,
            text=True,
            check=True,
        )
    header = bytes.fromhex(done.stdout)
    assert header[:16] == b"SQLite format 3\x00"
    assert header[60:64] == (1).to_bytes(4, "big")
    assert header[68:72] == b"LRAR"


def test_any_name_will_do(tmp_path: Path) -> None:
    path = tmp_path / "a?b #%20 'Şükrü' {x}&mode=ro.leerradar"
    write(path)
    assert check(path).events == len(SESSION)
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_a_link_leads_to_the_session_and_its_log(tmp_path: Path, path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    write_with_log(path)
    link = tmp_path / "elsewhere" / "link.leerradar"
    try:
        link.symlink_to(path)
    except OSError:
        # Windows lets only some people make links: there is nothing to lead astray.
        return
    with Journal.open(link) as journal:
        assert journal.events == SESSION


def test_create_never_takes_the_place_of_something(tmp_path: Path, path: Path) -> None:
    path.write_text("mine")
    with pytest.raises(InputError) as refused:
        Journal.create(path)
    assert key_of(refused) == "journal.exists"
    assert path.read_text() == "mine"
    with pytest.raises(InputError) as refused:
        Journal.create(tmp_path)
    assert key_of(refused) == "journal.exists"


def test_create_leaves_the_log_of_a_lost_file_alone(path: Path) -> None:
    write_with_log(path)
    path.rename(path.with_name("moved.leerradar"))
    before = folder_state(path.parent)
    with pytest.raises(InputError) as refused:
        Journal.create(path)
    assert key_of(refused) == "journal.left_over"
    assert folder_state(path.parent) == before


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("nowhere/session.leerradar", "journal.no_folder"),
        ("x" * 300, "journal.bad_name"),
        ("nul\0.leerradar", "journal.bad_name"),
    ],
)
def test_create_where_no_file_can_be(tmp_path: Path, name: str, key: str) -> None:
    with pytest.raises(InputError) as refused:
        Journal.create(tmp_path / name)
    assert key_of(refused) == key
    assert os.listdir(tmp_path) == []


def test_a_second_opening_is_refused(path: Path) -> None:
    with Journal.create(path) as journal:
        assert opened_elsewhere(path) == "journal.in_use"
        journal.append(SESSION)
        with pytest.raises(InputError) as refused:
            Journal.open(path)
        assert key_of(refused) == "journal.in_use"
        assert opened_elsewhere(path) == "journal.in_use"
    assert opened_elsewhere(path) == "opened"


def test_a_file_that_changed_before_it_was_locked_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(path)

    def read_before_another_writes(at: Path, migrations: Migrations) -> Reading:
        reading = read_journal(at, migrations)
        with Journal.open(at) as other:
            other.append([quote(1)])
        return reading

    with monkeypatch.context() as patched:
        patched.setattr("app.journal.read_journal", OnceOnly(read_before_another_writes))
        with pytest.raises(InputError) as refused:
            Journal.open(path)
    assert key_of(refused) == "journal.in_use"
    with Journal.open(path) as journal:
        assert journal.events == (*SESSION, quote(1))


@pytest.mark.parametrize("often", [1, 100])
def test_a_file_that_is_being_written_is_read_between_two_transactions(
    path: Path, monkeypatch: pytest.MonkeyPatch, often: int
) -> None:
    really = journal_image._main
    numbers = iter(range(often))
    with Journal.create(path) as journal:
        journal.append(SESSION)

        def main_while_another_writes(at: Path) -> bytes:
            found = really(at)
            for number in numbers:
                journal.append([quote(number)])
                break
            return found

        monkeypatch.setattr(journal_image, "_main", main_while_another_writes)
        if often == 1:
            assert check(path).events == len(SESSION) + 1
        else:
            with pytest.raises(InputError) as refused:
                check(path)
            assert key_of(refused) == "journal.in_use"


class OnceOnly:
    """Reads with the given function the first time, and ordinarily after that."""

    def __init__(self, first: Callable[[Path, Migrations], Reading]) -> None:
        self._next = first

    def __call__(self, path: Path, migrations: Migrations) -> Reading:
        read, self._next = self._next, read_journal
        return read(path, migrations)


def test_looking_into_an_open_file_does_not_unlock_it(path: Path) -> None:
    with Journal.create(path) as journal:
        journal.append(SESSION)
        assert check(path).events == len(SESSION)
        with pytest.raises(InputError) as refused:
            read_report(path)
        assert key_of(refused) == "journal.unfinished"
        assert opened_elsewhere(path) == "journal.in_use"
        journal.append([quote(1)])
    with Journal.open(path) as journal:
        assert journal.events == (*SESSION, quote(1))


def test_an_unfinished_file_is_locked_before_the_first_event(path: Path) -> None:
    write(path)
    with Journal.open(path):
        assert opened_elsewhere(path) == "journal.in_use"


def test_a_finished_file_takes_no_more(path: Path) -> None:
    write_finished(path)
    before = folder_state(path.parent)
    with Journal.open(path) as journal:
        assert journal.finished
        assert journal.events == (FINISHED,)
        for call in (lambda: journal.append([quote(1)]), lambda: journal.finish(FINISHED)):
            with pytest.raises(InputError) as refused:
                call()
            assert key_of(refused) == "journal.finished"
    assert folder_state(path.parent) == before


def test_the_report_comes_only_from_a_finished_file(tmp_path: Path, path: Path) -> None:
    write_finished(path)
    before = folder_state(tmp_path)
    assert read_report(path) == REPORT
    assert folder_state(tmp_path) == before
    unfinished = write_with_log(tmp_path / "unfinished.leerradar")
    before = folder_state(tmp_path)
    with pytest.raises(InputError) as refused:
        read_report(unfinished)
    assert key_of(refused) == "journal.unfinished"
    assert folder_state(tmp_path) == before


def test_nothing_to_append_is_no_event(path: Path) -> None:
    with Journal.create(path) as journal:
        journal.append([])
        journal.append(SESSION)
        journal.append(())
    assert check(path).events == len(SESSION)


def test_a_transaction_is_synced_and_erases_what_it_deletes(path: Path) -> None:
    with Journal.create(path) as journal:
        connection = journal._connection
        assert connection is not None
        settings = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("synchronous", "secure_delete", "temp_store", "journal_mode")
        }
    full, on, memory = 2, 1, 2
    assert settings == {
        "synchronous": full,
        "secure_delete": on,
        "temp_store": memory,
        "journal_mode": "wal",
    }


def test_a_journal_may_be_used_from_another_thread(path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as writer:
        journal = writer.submit(Journal.create, path).result()
        journal.append(SESSION[:1])
        writer.submit(journal.append, SESSION[1:]).result()
        journal.close()
    assert check(path).events == len(SESSION)


def test_replay_equals_live(path: Path) -> None:
    content = load_content("nl")
    with Journal.create(path) as journal:
        live = SessionStore(journal, content)
        start = commands.StartSession(setup=SESSION[0].setup)  # type: ignore[union-attr]
        asked = (
            start,
            commands.ChangeList(name=TextList.COMING, items=("AI",)),
            commands.ChangeList(name=TextList.COMING, items=("AI", "rust")),
            commands.Undo(),
        )
        for command in asked:
            assert live.dispatch(command) is None
    with Journal.open(path) as journal:
        again = SessionStore(journal, content)
        assert again.workshop == live.workshop
        assert again.dispatch(commands.Finish()) is None
        assert evolve(None, journal_events(path)) == again.workshop


def journal_events(path: Path) -> object:
    with Journal.open(path) as journal:
        (event,) = journal.events
    return event


def test_closing_twice_is_closing(path: Path) -> None:
    journal = Journal.create(path)
    journal.append(SESSION)
    journal.close()
    journal.close()
    with pytest.raises(ValueError, match="closed"):
        journal.append([quote(1)])
    assert check(path).events == len(SESSION)
