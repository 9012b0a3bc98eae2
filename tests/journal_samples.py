"""A small session for the tests of the session file, and how to look at files from outside."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.errors import InputError
from app.journal import Journal, check, read_report
from resources.catalogue import catalogue
from tests.core.builders import setup
from workshop_flows import events
from workshop_flows.events import Event, Finished
from workshop_flows.state import (
    Ballot,
    Draft,
    StatementCounts,
    StatementSubject,
    TextList,
)
from workshop_flows.tally import Tally
from workshop_flows.views import (
    Afspraak,
    Agreement,
    AxisResult,
    Report,
    SessionFacts,
    Summary,
    ThreeWords,
)
from workshop_flows.vocabulary import AXES, AxisId, Mode

PROJECT = Path(__file__).parents[1]
"""Where a child process must start to find the modules."""

SETUP = setup(names=("Zwaantje Verwijderd", "Youssef"))

COUNTS = StatementCounts(
    team=Tally((1, 0, 2, 3, 3), 0), owner=Tally((0, 0, 0, 1, 0)), staff_ballots=9, owner_ballots=1
)

SESSION: tuple[Event, ...] = (
    events.SessionStarted(setup=SETUP),
    events.ListChanged(name=TextList.QUOTES, items=("Oude woorden van tafel",)),
    events.ModeFixed(mode=Mode.TEAM),
    events.RoundOpened(
        id=1, subject=StatementSubject(statement="A1.1", number=1), ballot=Ballot.SECRET
    ),
    events.RoundClosed(id=1, counts=COUNTS),
    events.RoundRevealed(id=1),
    events.AgreementChanged(
        draft=Draft(afspraken=(Afspraak(axis=AxisId.A1, title="Vorige titel"),), keeper="Xantippe")
    ),
    events.SetupChanged(setup=replace(SETUP, names=("Youssef",))),
)

GONE = (
    "Zwaantje",
    "Oude woorden",
    "Vorige titel",
    "Xantippe",
    '"counts"',
    "[1,0,2,3,3]",
    "staff_ballots",
    "session_started",
    "round_closed",
)
"""Names, wordings and tallies that stand in SESSION and may not outlive it."""

REPORT = Report(
    facts=SessionFacts(
        company=SETUP.company,
        sector=SETUP.sector,
        question=SETUP.question,
        date=SETUP.date,
        length=SETUP.length,
        staff=SETUP.staff,
        owners=SETUP.owners,
        owner_apart=SETUP.owner_apart,
        language=SETUP.language,
        names=("Youssef",),
    ),
    mode=Mode.TEAM,
    axes=tuple(AxisResult(id=axis, label=axis.value) for axis in AXES),
    three_words=ThreeWords(weten=None, willen=3.1, kunnen=None),
    summary=Summary(goes_well=("We helpen elkaar.",), differs=(), low=()),
    agreement=Agreement(keeper="Anouk"),
)

FINISHED = Finished(report=REPORT)


def quote(number: int, size: int = 0) -> Event:
    """An event that can be told from all others; `size` characters are added."""
    return events.ListChanged(name=TextList.QUOTES, items=(f"quote {number}", "x" * size))


def long_session(count: int, size: int = 300) -> tuple[Event, ...]:
    """A session of `count` further events, over several pages."""
    return (*SESSION, *(quote(number, size) for number in range(count)))


def write(path: Path, *batches: tuple[Event, ...]) -> Path:
    """Write an unfinished session and close it."""
    with Journal.create(path) as journal:
        for batch in batches or (SESSION,):
            journal.append(batch)
    return path


def write_finished(path: Path) -> Path:
    with Journal.create(path) as journal:
        journal.append(SESSION)
        journal.finish(FINISHED)
    return path


def write_with_log(path: Path, *batches: tuple[Event, ...]) -> Path:
    """Write a session as a power cut leaves it: with its log beside it."""
    made = path.with_name("still-open.leerradar")
    with Journal.create(made) as journal:
        for batch in batches or (SESSION,):
            journal.append(batch)
        shutil.copyfile(made, path)
        shutil.copyfile(f"{made}-wal", f"{path}-wal")
    made.unlink()
    return path


def folder_state(folder: Path) -> dict[str, tuple[bytes | None, int]]:
    """Return name, bytes and time of change of everything in the folder."""
    return {
        found.name: (found.read_bytes() if found.is_file() else None, found.stat().st_mtime_ns)
        for found in folder.iterdir()
    }


def key_of(refused: "pytest.ExceptionInfo[InputError]") -> str:
    """Return the key of a refusal, after saying it in both languages."""
    for language in ("nl", "en"):
        assert refused.value.message(catalogue(language))
    return refused.value.key


Look = Callable[[Path], object]

LOOKS: tuple[Look, ...] = (Journal.open, check, read_report)


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


def patch(path: Path, at: int, data: bytes) -> None:
    whole = bytearray(path.read_bytes())
    whole[at : at + len(data)] = data
    path.write_bytes(whole)


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
