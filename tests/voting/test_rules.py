"""The rules that always hold, against the real program with phones, slips and files.

@TABLE@
"""

import logging
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from resources.catalogue import catalogue
from tests.core.builders import tally
from tests.voting.killed import VOTES
from tests.voting.whole_room import FIRST, Phone, WholeRoom, found_in, whole_room
from workshop_flows.state import (
    ConsentSubject,
    FocusSubject,
    OpenRound,
    Position,
    Session,
    StatementSubject,
    Subject,
)
from workshop_flows.tally import Tally
from workshop_flows.vocabulary import Role, Step

NL: Final = catalogue("nl")
TEXTS: Final = ("liever pas na de zomer", "alleen als Zwaantje meedoet")
SECOND: Final = StatementSubject(statement="A1.2", number=1)

Values = tuple[object, ...]
Rounds = tuple[tuple[Position, Subject, Values], ...]
FOCUS: Final = Position(step=Step.FOCUS)
CONSENT: Final = Position(step=Step.CONSENT)


def rounds(statement: Values, choice: Values, consent: Values) -> Rounds:
    first = StatementSubject(statement="A1.1", number=1)
    return (
        (FIRST, first, statement),
        (FOCUS, FocusSubject(), choice),
        (CONSENT, ConsentSubject(), consent),
    )


def said(answer: str, text: str = "") -> dict[str, str]:
    return {"answer": answer, "text": text}


SOME: Final = rounds(
    (1, 1, 2, 2, 3, "skip", 5),
    (["A1", "G2"], ["A1"], ["A2"], [], ["G3"], ["G3", "A4"], ["A1"]),
    (said("yes"), said("yes"), said("no", TEXTS[0]), *[said("yes")] * 4),
)
OTHER: Final = rounds(
    (5, 5, 5, 4, 4, 4, 1),
    (["G1"], ["G1"], ["G1", "A3"], ["A3"], [], [], ["G2"]),
    (said("no"), said("yes_if", TEXTS[1]), *[said("yes_if")] * 5),
)


@pytest.fixture
def room(qapp: object, tmp_path: Path) -> Iterator[WholeRoom]:
    with whole_room(tmp_path / "program") as made:
        yield made


def opened(room: WholeRoom, subject: Subject, at: Position) -> OpenRound:
    desk = room.led.desk
    if desk.session.position != at:
        assert desk.jump(at)
    desk.open_vote(subject)
    assert desk.session.round is not None
    return desk.session.round


def closed(session: Session) -> bool:
    return session.round is not None and session.round.closed


@pytest.mark.long
@pytest.mark.parametrize(
    "firm", [{}, {"owner_apart": False}, {"staff": 4, "phones": 5}], ids=["yes", "no yes", "pooled"]
)
def test_no_byte_on_disk_tells_who_voted_what(room: WholeRoom, firm: dict[str, object]) -> None:
    room.begin(**firm)
    few = "staff" in firm
    room.join(staff=4 if few else 6)
    desk = room.led.desk
    slips = [seat.code.encode() for seat in room.by_phone.status.seats]
    gone = [text.encode() for text in TEXTS]

    def assert_clean() -> None:
        files = room.files()
        assert found_in(files, gone) == []
        elsewhere = {name: data for name, data in files.items() if not name.endswith(SEATS)}
        assert found_in(elsewhere, slips) == []

    for at, subject, values in SOME:
        opened(room, subject, at)
        room.vote(*(values[2:] if few else values))
        now = room.secrets()
        sealed = {name for name, _ in found_in(room.files(), now)}
        assert sealed, "the search finds nothing, also where it stands"
        assert all(name.startswith("voting/") and ".round" in name for name in sealed)
        gone += now
        desk.advance()
        assert closed(desk.session) is not few
        assert_clean()
        if not few:
            desk.advance()
        assert desk.session.round is None
        assert_clean()
    opened(room, SECOND, Position(step=Step.VOTE, axis=FIRST.axis, statement=2))
    room.vote(*(4 for _ in room.phones))
    gone += room.secrets()
    desk.stop_vote()
    assert_clean()
    assert desk.jump(Position(step=Step.CLOSE))
    room.led.press("PgDown")
    assert room.led.running.program.doors.run is None
    assert found_in(room.files(), [*gone, *slips]) == []
    assert not list((room.folder / "voting").iterdir())


SEATS: Final = (".seats", ".seats-wal")


@pytest.mark.long
@pytest.mark.parametrize("kind", range(3), ids=["statement", "choice", "consent"])
def test_until_the_reveal_nothing_that_anyone_sees_depends_on_a_vote(
    qapp: object, tmp_path: Path, caplog: pytest.LogCaptureFixture, kind: int
) -> None:
    """Two rooms that vote differently see, hear and log the very same, and then they do not."""
    caplog.set_level(logging.DEBUG)
    before: list[list[object]] = []
    after: list[list[str]] = []
    for number, played in enumerate((SOME, OTHER)):
        with whole_room(tmp_path / str(number)) as room:
            room.begin()
            room.join()
            caplog.clear()
            before.append([*until_the_reveal(room, *played[kind]), list(caplog.messages)])
            room.led.desk.advance()
            after.append(room.shown())
            assert_log_is_clean(room, caplog)
    assert before[0] == before[1]
    assert after[0] != after[1]


def until_the_reveal(
    room: WholeRoom, at: Position, subject: Subject, values: Values
) -> Iterator[object]:
    opened(room, subject, at)
    yield room.shown()
    room.vote(*values)
    yield room.shown()
    room.ask(lambda: [phone.state() for phone in room.phones])
    yield [heard(phone) for phone in room.phones]
    room.led.desk.advance()
    assert closed(room.led.session)
    written = room.led.desk.remarks
    yield [text for text in room.shown() if text not in written]
    room.ask(lambda: [phone.state() for phone in room.phones])
    yield [heard(phone) for phone in room.phones]


def heard(phone: Phone) -> str:
    told = "\n".join(phone.got).replace(phone.token or "", "TOKEN")
    return re.sub(r'"revision": ?\d+', "REVISION", told)


def assert_log_is_clean(room: WholeRoom, caplog: pytest.LogCaptureFixture) -> None:
    for phone in room.phones:
        assert phone.token is not None
        assert phone.token not in caplog.text
        assert phone.code not in caplog.text
    assert not any(text in caplog.text for text in TEXTS)
    assert not [one for one in caplog.records if one.name.startswith(("app", "aiohttp"))]


@pytest.mark.long
def test_a_kill_costs_no_vote_and_phones_go_on(
    qapp: object, tmp_path: Path, project: Path
) -> None:
    with after_the_kill("voting", tmp_path, project) as room:
        assert room.led.desk.stage.counted is not None
        assert room.led.desk.stage.counted.voted == len(VOTES)
        assert room.ask(lambda: [phone.state()["voted"] for phone in room.phones]) == [True] * len(VOTES)
        assert room.ask(lambda: room.phones[0].vote(4)) == 200
        room.led.desk.advance()
        assert room.led.session.round is not None
        room.led.desk.advance()
        assert shown_of(room) == [(tally(0, 2, 1, 1, 2), tally(0, 0, 0, 1, 0))]


@pytest.mark.long
def test_a_kill_between_close_and_destruction_counts_once_and_leaves_no_ballot(
    qapp: object, tmp_path: Path, project: Path
) -> None:
    with after_the_kill("closing", tmp_path, project) as room:
        assert closed(room.led.session)
        assert ballots_left(room.folder) == []
        assert room.ask(room.phones[0].state)["phase"] == "wait"
        room.led.desk.advance()
        assert shown_of(room) == [(tally(1, 2, 1, 0, 2), tally(0, 0, 0, 1, 0))]


@pytest.mark.long
def test_a_kill_after_a_stop_leaves_no_ballot_and_the_round_begins_anew(
    qapp: object, tmp_path: Path, project: Path
) -> None:
    with after_the_kill("stopping", tmp_path, project) as room:
        assert room.led.session.round is None
        assert ballots_left(room.folder) == []
        room.led.desk.advance()
        assert room.by_phone.voted == 0
        assert room.led.session.round is not None
        assert room.led.session.round.subject == StatementSubject(statement="A1.1", number=1)


@pytest.mark.long
def test_a_kill_amid_the_end_leaves_no_code_once_the_session_is_looked_at(
    qapp: object, tmp_path: Path, project: Path
) -> None:
    folder = tmp_path / "program"
    killed_at("finishing", folder, project)
    assert list((folder / "voting").iterdir())
    with whole_room(folder) as room:
        room.led.press("V")
        assert room.led.running.program.doors.run is None
        assert list((folder / "voting").iterdir()) == []


@pytest.mark.long
def test_what_was_written_is_lost_in_a_crash_and_that_is_said(
    qapp: object, tmp_path: Path, project: Path
) -> None:
    with after_the_kill("consent", tmp_path, project) as room:
        assert NL.text("desk.remarks_lost") in room.led.words()
        assert room.by_phone.voted == len(VOTES)
        assert found_in(room.files(), [b"reden "]) == []
        room.led.desk.advance()
        assert room.led.desk.remarks == ()


@contextmanager
def after_the_kill(
    moment: str, folder: Path, project: Path
) -> Iterator[WholeRoom]:
    """Kill the program there, start it, and take the session up; the phones need do nothing."""
    folder = folder / "program"
    tokens = killed_at(moment, folder, project)
    assert ballots_left(folder)
    with whole_room(folder) as room:
        room.led.press("V")
        url = room.served()
        room.phones = [Phone(url, "", token) for token in tokens]
        yield room


def killed_at(moment: str, folder: Path, project: Path) -> list[str]:
    """Return the tokens of the phones."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.voting.killed", moment, str(folder)],
        cwd=project,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    return done.stdout.split()


def ballots_left(folder: Path) -> list[Path]:
    return list((folder / "voting").glob("*.round*"))


def shown_of(room: WholeRoom) -> list[tuple[Tally, Tally | None]]:
    return [(one.counts.team, one.counts.owner) for one in room.led.session.statements]


@pytest.mark.long
def test_what_was_written_reaches_the_console_only_and_goes_with_the_round(
    room: WholeRoom,
) -> None:
    room.begin(phones=10)
    room.join(9, 1)
    desk = room.led.desk
    opened(room, ConsentSubject(), CONSENT)
    room.vote(said("no", TEXTS[0]), said("yes", TEXTS[1]), *[said("yes")] * 8)
    assert not texts_seen(room)
    desk.advance()
    assert set(desk.remarks) == set(TEXTS)
    room.led.settle()
    assert all(text in room.led.words() for text in TEXTS)
    assert not any(text in room.led.room_words() for text in TEXTS)
    assert not any(text in repr(desk.projector_page) for text in TEXTS)
    assert not any(text in heard(phone) for phone in room.phones for text in TEXTS)
    assert desk.jump(Position(step=Step.AGREEMENT))
    assert desk.remarks == ()
    assert not texts_seen(room)
    assert desk.jump(CONSENT)
    assert not texts_seen(room)


def texts_seen(room: WholeRoom) -> list[str]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [text for text in TEXTS if any(text in one for one in room.shown())]
