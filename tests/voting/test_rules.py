"""The rules that always hold, against the real program with phones, slips and files.

Which test keeps which rule of voting. 'here' is this module; 'box', 'bytes' and 'crash' are
`test_box.py`, `test_box_bytes.py` and `test_box_crash.py`, 'server_...' is beside them.

====================================  ==========================================================
One ballot per seat, the last counts  box: the last value; load: two tabs, each request twice
Confirmed after commit, survives      crash: synced before it is confirmed; load: a kill of the
a kill                                program; here: a kill costs no vote
Nothing but 'n of m' before the       server_secrecy: phones get the same; console/test_vote: no
reveal                                widget; here: nothing that anyone sees depends on a vote
Only tallies after the close, no      bytes: order, size, nothing is left; here: no byte on disk,
order, no address                     in whatever order, a mistake reports nothing
Tallies go at the end                 test_journal_crash: finishing; here: no byte on disk
Never to be shown: destroyed          core/test_privacy: destroyed at the close, pooled together
Close, then destroy, replay-safe      bytes: overwritten, a log is never cut off; here: a kill
                                      between, after a stop, amid the end; at the start
A cloud folder is pointed out         test_cloud_folders
Shown as the mode says                core/test_privacy; console/test_vote: pooled shows one word
Choice: two at most, no stacking      core/test_ballots, test_slips; from five: core/test_privacy
Consent: texts, and who sees them     box: remarks, random order; here: what was written; under
                                      five: console/test_consent
A second vote                         core/test_privacy: ghost, one or two voters more or less
Leaving an open round                 console/test_vote: only after a question; here: a stopped
                                      round, a kill after a stop
Seats, lost phone, other address      box, server_box; test_session_phones: at another address
Door, places and people               box: a closed door; here: the room counts places
Slips beside phones                   test_slips, console/test_vote; here: fill one round
====================================  ==========================================================
"""

import logging
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from app.crash import Crashes
from app.crash_report import CrashFolder
from app.voting.box import Door
from app.voting.sealed_round import SealedRound, Voted
from resources.catalogue import catalogue
from tests.console.conductor import MORNING
from tests.core.builders import tally
from tests.voting.ballot_boxes import open_box, token_for
from tests.voting.killed import VOTES
from tests.voting.whole_room import FIRST, Phone, WholeRoom, found_in, whole_room
from widgets.controls import ask
from workshop_flows import commands
from workshop_flows.ballots import Consent, Consented
from workshop_flows.state import (
    ConsentSubject,
    FocusSubject,
    OpenRound,
    Position,
    Session,
    StatementSubject,
    Subject,
    TextList,
)
from workshop_flows.tally import Tally
from workshop_flows.vocabulary import Step

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
def test_a_kill_costs_no_vote_and_phones_go_on(qapp: object, tmp_path: Path, project: Path) -> None:
    with after_the_kill("voting", tmp_path, project) as room:
        assert room.led.desk.stage.counted is not None
        assert room.led.desk.stage.counted.voted == len(VOTES)
        assert room.ask(lambda: [phone.state()["voted"] for phone in room.phones]) == [True] * len(
            VOTES
        )
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
        assert ballots_left(room.folder) == []
        begun = opened(room, StatementSubject(statement="A1.1", number=1), FIRST)
        assert not begun.closed
        assert room.by_phone.voted == 0


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
def after_the_kill(moment: str, folder: Path, project: Path) -> Iterator[WholeRoom]:
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
    assert desk.do(commands.ChangeList(name=TextList.BETTER, items=("Later beginnen",)))
    desk.undo()
    assert set(desk.remarks) == set(TEXTS), "undoing what she typed is not leaving the round"
    assert desk.jump(Position(step=Step.AGREEMENT))
    assert desk.remarks == ()
    assert not texts_seen(room)
    assert desk.jump(CONSENT)
    assert not texts_seen(room)


def texts_seen(room: WholeRoom) -> list[str]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [text for text in TEXTS if any(text in one for one in room.shown())]


@pytest.mark.long
def test_what_was_written_beside_a_stopped_round_is_never_seen(room: WholeRoom) -> None:
    room.begin()
    room.join()
    opened(room, ConsentSubject(), CONSENT)
    room.vote(said("no", TEXTS[0]), *[said("yes")] * 6)
    room.led.desk.advance()
    assert closed(room.led.session)
    room.led.desk.stop_vote()
    assert room.led.desk.remarks == ()
    assert not texts_seen(room)


@pytest.mark.long
def test_phones_and_slips_fill_one_round_and_nobody_counts_twice(room: WholeRoom) -> None:
    room.begin()
    room.join()
    assert room.led.desk.jump(FIRST)
    room.led.press("PgDown")
    room.vote(*VOTES)
    room.led.press("PgDown", "3", "PgDown")
    assert closed(room.led.session), "one slip alone could be traced"
    room.led.press(*"33333", "E", "3")
    assert room.led.desk.slips is not None
    assert room.led.desk.slips.counted == 3
    assert NL.text("projector.slips_counted", voted=10, seats=10) in room.led.room_words()
    room.led.press("PgDown")
    assert shown_of(room) == [(tally(1, 2, 4, 0, 2), tally(0, 0, 0, 1, 0))]
    assert room.led.desk.slips is None


@pytest.mark.long
def test_in_whatever_order_they_vote_the_session_is_the_same(qapp: object, tmp_path: Path) -> None:
    kept = []
    for number, order in enumerate((range(7), reversed(range(7)))):
        with whole_room(tmp_path / str(number)) as room:
            room.begin()
            room.join()
            opened(room, SOME[0][1], FIRST)
            for index in order:
                value = VOTES[index]
                phone = room.phones[index]
                assert room.ask(partial(phone.vote, 6 - value)) == 200
                assert room.ask(partial(phone.vote, value)) == 200
            room.led.desk.advance()
            kept.append(replace(room.led.session, id=""))
    assert kept[0] == kept[1]
    assert kept[0].round is not None
    assert kept[0].round.closed


@pytest.mark.long
def test_the_room_counts_places_and_people_and_a_slip_lets_one_in(room: WholeRoom) -> None:
    room.begin(phones=10)
    room.join(3, 1)
    assert NL.plural("projector.places_people", 10) in room.led.room_words()
    assert desk_counts(room) == 4
    late = Phone(room.served(), room.codes()[3])
    room.by_phone.set_door(Door.CLOSED)
    assert room.ask(late.join) == 409
    assert desk_counts(room) == 4
    room.by_phone.set_door(Door.OPEN)
    assert room.ask(late.join) == 200
    extra = Phone(room.served(), late.code)
    assert room.ask(extra.join) == 409, "one slip is one person"
    room.led.wait_for(lambda: desk_counts(room) == 5)


def desk_counts(room: WholeRoom) -> int | None:
    room.led.settle()
    return room.led.desk.stage.people


def test_a_mistake_in_an_open_round_reports_nothing_of_it(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "ask", lambda *_: "go_on")
    crashes = Crashes(CrashFolder(tmp_path / "reports"), lambda: NL)
    crashes.install()
    box = open_box(tmp_path / "voting")
    code = box.seats[0].code
    token = token_for(box, code)
    box.open_round(1, ConsentSubject(), 0)

    def fail(sealed: SealedRound, votes: Iterable[Voted]) -> None:
        raise ValueError(token, code, sealed._key, votes, [vote.text for vote in votes])

    monkeypatch.setattr(SealedRound, "take", fail)
    told: list[object] = []
    box.cast(token, 1, Consented(Consent.NO), told.append, TEXTS[0])
    box.close_round()
    assert told == [], "a vote that was not kept is not confirmed"
    QCoreApplication.sendPostedEvents(crashes, QEvent.Type.MetaCall)
    crashes.uninstall()
    assert box._round is not None
    secrets = [token.encode(), code.encode(), box._round._key, TEXTS[0].encode(), b"Consent"]
    (report,) = (tmp_path / "reports").iterdir()
    assert b"app/voting/writer.py" in report.read_bytes()
    assert found_in({report.name: report.read_bytes()}, secrets) == []
    box.discard()


@pytest.mark.long
def test_at_the_start_what_belongs_to_nothing_goes_and_a_known_session_stays(
    qapp: object, tmp_path: Path
) -> None:
    folder = tmp_path / "program"
    with whole_room(folder) as room:
        room.begin()
        codes = room.codes()
    voting = folder / "voting"
    (voting / "deadbeef.seats").write_bytes(b"somebody's")
    (voting / "beefdead.discarded").write_bytes(b"half gone")
    old = (MORNING - timedelta(days=40)).timestamp()
    for path in voting.iterdir():
        os.utime(path, (old, old))
    with whole_room(folder) as room:
        assert not [path for path in voting.iterdir() if "dead" in path.name]
        room.led.press("V")
        room.served()
        assert room.codes() == codes
