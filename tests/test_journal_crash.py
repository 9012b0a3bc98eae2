"""What is left of a session when the program, the power or the disk fails."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.errors import InputError
from app.journal import Journal, check, read_report
from tests.journal_samples import (
    FINISHED,
    GONE,
    PROJECT,
    REPORT,
    SESSION,
    assert_nothing_is_left,
    batch,
    contents,
    key_of,
    long_session,
    quote,
    whole_batches,
    write,
    write_with_log,
)

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
