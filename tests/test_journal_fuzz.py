"""Damaged session files by the hundreds: a sentence or the right events, never anything else."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import InputError
from app.journal import Journal, check
from app.journal_migrate import read_journal
from resources.catalogue import catalogue
from tests.journal_samples import (
    FINISHED,
    SESSION,
    folder_state,
    long_session,
    quote,
    write,
    write_finished,
    write_with_log,
)
from workshop_flows.events import Event

PAGE = 4096
BATCHES = (
    SESSION,
    (quote(1, 3000), quote(2)),
    (quote(3, 9000),),
    (quote(4),),
    (quote(5), quote(6)),
)


class Base(NamedTuple):
    """A sound file with its log, and all the events that may come back from it."""

    main: bytes
    log: bytes
    allowed: tuple[tuple[Event, ...], ...]


@cache
def base(kind: str) -> Base:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "base.leerradar"
        makers: dict[str, Callable[[Path], Path]] = {
            "finished": write_finished,
            "unfinished": lambda at: write(at, long_session(60)),
            "with log": lambda at: write_with_log(at, *BATCHES),
        }
        allowed: dict[str, tuple[tuple[Event, ...], ...]] = {
            "finished": ((FINISHED,),),
            "unfinished": (long_session(60),),
            "with log": tuple(sum(BATCHES[:count], ()) for count in range(len(BATCHES) + 1)),
        }
        makers[kind](path)
        log = path.with_name(f"{path.name}-wal")
        return Base(path.read_bytes(), log.read_bytes() if log.exists() else b"", allowed[kind])


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


places = st.floats(0, 1, exclude_max=True)
early = st.floats(0, 0.06)
anywhere = st.one_of(places, early)


def flipped(data: bytes, place: float, bits: int) -> bytes:
    at = int(place * len(data))
    return data[:at] + bytes([data[at] ^ bits]) + data[at + 1 :]


def overwritten(data: bytes, place: float, new: bytes) -> bytes:
    at = int(place * len(data))
    return (data[:at] + new + data[at + len(new) :])[: len(data)]


def cut(data: bytes, place: float) -> bytes:
    return data[: int(place * len(data))]


def inserted(data: bytes, place: float, new: bytes) -> bytes:
    at = int(place * len(data))
    return data[:at] + new + data[at:]


def removed(data: bytes, place: float, length: int) -> bytes:
    at = int(place * len(data))
    return data[:at] + data[at + length :]


def pages_swapped(data: bytes, first: float, second: float) -> bytes:
    pages = [data[at : at + PAGE] for at in range(0, len(data), PAGE)]
    one, other = int(first * len(pages)), int(second * len(pages))
    pages[one], pages[other] = pages[other], pages[one]
    return b"".join(pages)


Damage = tuple[Callable[..., bytes], tuple[object, ...]]


def damage(
    change: Callable[..., bytes], *arguments: st.SearchStrategy[object]
) -> st.SearchStrategy[Damage]:
    return st.tuples(*arguments).map(lambda drawn: (change, drawn))


damages = st.lists(
    st.one_of(
        damage(flipped, anywhere, st.sampled_from([1, 2, 16, 128, 255])),
        damage(overwritten, anywhere, st.binary(min_size=1, max_size=40)),
        damage(overwritten, anywhere, st.sampled_from([bytes(PAGE), b"\xff" * PAGE, bytes(512)])),
        damage(cut, anywhere),
        damage(inserted, anywhere, st.sampled_from([b"\0", b"x" * 100, bytes(PAGE)])),
        damage(removed, anywhere, st.sampled_from([1, 512, PAGE])),
        damage(pages_swapped, places, places),
    ),
    min_size=1,
    max_size=3,
)


def damaged(data: bytes, changes: list[Damage]) -> bytes:
    for change, arguments in changes:
        if data:
            data = change(data, *arguments)
    return data


def put(folder: Path, main: bytes, log: bytes) -> Path:
    shutil.rmtree(folder)
    folder.mkdir()
    path = folder / "session.leerradar"
    path.write_bytes(main)
    if log:
        path.with_name(f"{path.name}-wal").write_bytes(log)
    return path


def outcome(look: Callable[[Path], object], path: Path) -> str:
    """Return 'sound', or the sentence in which the file is refused."""
    try:
        found = look(path)
    except InputError as error:
        catalogue("en").text(error.key, **error.values)
        return error.message(catalogue("nl"))
    if isinstance(found, Journal):
        found.close()
    return "sound"


def assert_judged_well(path: Path, allowed: tuple[tuple[Event, ...], ...]) -> None:
    before = folder_state(path.parent)
    said = outcome(check, path)
    assert folder_state(path.parent) == before
    if said == "sound":
        assert read_journal(path).events in allowed
    assert outcome(Journal.open, path) == said
    if said == "sound":
        assert read_journal(path).events in allowed
    else:
        assert folder_state(path.parent) == before


@settings(max_examples=300, deadline=None)
@given(kind=st.sampled_from(["finished", "unfinished", "with log"]), changes=damages)
def test_a_damaged_file(folder: Path, kind: str, changes: list[Damage]) -> None:
    sound = base(kind)
    path = put(folder, damaged(sound.main, changes), sound.log)
    assert_judged_well(path, sound.allowed)


@settings(max_examples=300, deadline=None)
@given(changes=damages)
def test_a_damaged_log(folder: Path, changes: list[Damage]) -> None:
    sound = base("with log")
    path = put(folder, sound.main, damaged(sound.log, changes))
    assert_judged_well(path, sound.allowed)


@settings(max_examples=100, deadline=None)
@given(content=st.binary(max_size=5000), log=st.binary(max_size=200))
def test_any_bytes(folder: Path, content: bytes, log: bytes) -> None:
    path = put(folder, content, log)
    assert outcome(check, path) != "sound"
    assert outcome(Journal.open, path) != "sound"


@pytest.mark.parametrize("kind", ["finished", "unfinished", "with log"])
def test_every_byte_of_the_first_hundred(folder: Path, kind: str) -> None:
    sound = base(kind)
    for at in range(100):
        for bits in (1, 255):
            main = bytearray(sound.main)
            main[at] ^= bits
            assert_judged_well(put(folder, bytes(main), sound.log), sound.allowed)
