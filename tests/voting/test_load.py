"""Many phones on a bad network: what they were told counts, once, and in its own round."""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import msgspec
import pytest

from tests.load import program
from tests.load.children import Child, Phones
from tests.load.counting import confirmed
from tests.load.report import LoadReport
from tests.load.small_server import CARDS, Ask, Ready, Told
from workshop_flows.vocabulary import Role, Step

pytestmark = pytest.mark.long

KINDS = ("statement", "focus", "consent", "cards")
TROUBLE = ("--twice", "--cut=0.1", "--sleep=0.1", "--changes=2", "--old", "--strangers=6")


PID = os.getpid()
ADDRESS = f"127.{1 + PID // 62500 % 250}.{PID // 250 % 250}.{1 + PID % 250}"
"""Of this process only, so that its ports are free, and stay so after a kill."""


class Room:
    """A small server and its phones; both stay themselves when the server is killed."""

    def __init__(self, folder: Path, seats: int) -> None:
        self._folder = folder
        self._seats = seats
        self._rounds: dict[int, str] = {}
        self.ready = self._start()
        self.told: dict[int, dict[str, Any] | None] = {}

    def phones(self, *options: str) -> Phones:
        return Phones(self.ready.url, list(self.ready.codes), *options)

    def open(self, subject: str) -> int:
        number = len(self._rounds) + 1
        self._rounds[number] = subject
        self._server.ask(Ask(do="open", round=number, subject=subject), Told)
        return number

    def close(self, number: int) -> None:
        self.told[number] = self._server.ask(Ask(do="close"), Told).ballots

    def kill(self) -> None:
        """Kill the server and start it anew in the same folder, as it was left."""
        self._server.kill()
        number = max(self._rounds)
        ready = self._start(str(number), self._rounds[number])
        assert ready.resumed
        assert (ready.url, ready.codes) == (self.ready.url, self.ready.codes)

    def end(self) -> None:
        self._server.end()
        assert not list(self._folder.iterdir())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.end()
        else:
            self._server.kill()

    def _start(self, *current: str) -> Ready:
        arguments = (str(self._folder), ADDRESS, str(self._seats), *current)
        self._server = Child("tests.load.small_server", *arguments)
        return self._server.read(Ready)

    def assert_counted(self, report: LoadReport) -> None:
        """The box holds the last value that each phone was told, and nothing else."""
        for number, subject in self._rounds.items():
            said = confirmed(report, number, subject, self.ready.codes, len(CARDS))
            assert self.told[number] == said, (number, subject)


class Program:
    """The real program with fifty people, one of them the owner."""

    def __init__(self, folder: Path) -> None:
        self._child = Child("tests.load.program", str(folder), ADDRESS, "50")
        self.ready = self._child.read(program.Told)

    def open(self, step: Step | None = None) -> int:
        """Open the next round, of a step where it is named."""
        number = self._ask("open", step).round
        assert number is not None
        return number

    def close(self) -> program.Told:
        """Close the round once the stage shows that everybody voted."""
        while self._ask("look").voted != 50:
            continue
        return self._ask("close")

    def note(self) -> None:
        """Note frames from now on."""
        self._ask("film")

    def noted(self) -> program.Noted:
        return self._child.ask(program.Ask(do="noted"), program.Noted)

    def kill(self) -> None:
        self._child.kill()

    def end(self) -> None:
        self._child.end()

    def _ask(self, what: str, step: Step | None = None) -> program.Told:
        return self._child.ask(program.Ask(do=what, step=step), program.Told)


def played(
    room: Room, kinds: Sequence[str], *options: str, kills: Sequence[int] = ()
) -> LoadReport:
    """Vote in a round of each kind; the server is killed once so many were told yes."""
    with room.phones(f"--rounds={len(kinds)}", *options) as phones:
        phones.until("joined")
        for kind in kinds:
            number = room.open(kind)
            for count in kills:
                phones.until("confirmed", number, count)
                room.kill()
            phones.until("done", number)
            room.close(number)
        return phones.report()


def assert_whole(report: LoadReport, phones: int, rounds: Sequence[int]) -> None:
    everyone = dict.fromkeys(rounds, phones)
    assert (report.joined, report.voted, report.confirmed) == (phones, everyone, everyone)
    assert (report.late, report.strangers) == (0, 0)
    assert report.closed == 0, "told that an open round was closed"


def assert_shown(
    seen: program.Told, report: LoadReport, roles: Mapping[str, Role], rounds: Sequence[int]
) -> None:
    """The session holds for every statement what was confirmed."""
    for number, told in zip(rounds, seen.tallies, strict=True):
        said = confirmed(report, number, "statement", roles, 0)
        assert json.loads(msgspec.json.encode(told)) == [said["staff"], said["owner"]]


@pytest.mark.parametrize("pattern", ["burst", "spread"])
@pytest.mark.parametrize("phones", [50, 200])
def test_what_was_confirmed_counts_once_whatever_the_network_does(
    tmp_path: Path, phones: int, pattern: str
) -> None:
    with Room(tmp_path, phones) as room:
        report = played(room, KINDS[:3], f"--pattern={pattern}", *TROUBLE)
    assert_whole(report, phones, range(1, 4))
    room.assert_counted(report)


def test_of_two_tabs_the_last_counts(tmp_path: Path) -> None:
    with Room(tmp_path, 50) as room:
        report = played(room, KINDS, "--tabs=2", "--twice", "--seed=7")
    assert_whole(report, 50, range(1, 5))
    room.assert_counted(report)


@pytest.mark.parametrize("pattern", ["burst", "spread"])
@pytest.mark.parametrize(("phones", "kills"), [(50, (10, 30)), (200, (60,))])
def test_a_kill_amid_the_votes_costs_none(
    tmp_path: Path, phones: int, kills: tuple[int, ...], pattern: str
) -> None:
    with Room(tmp_path, phones) as room:
        options = (f"--pattern={pattern}", "--twice", "--cut=0.1", "--sleep=0.1", "--seed=3")
        report = played(room, KINDS[:3], *options, kills=kills)
    assert report.retries > 0, "nobody noticed the kill"
    assert_whole(report, phones, range(1, 4))
    room.assert_counted(report)


def test_a_close_amid_the_votes_counts_what_was_confirmed_and_loses_none(tmp_path: Path) -> None:
    options = ("--pattern=spread", "--seconds=2", "--twice", "--cut=0.2")
    with Room(tmp_path, 50) as room, room.phones(*options) as phones:
        phones.until("joined")
        number = room.open("statement")
        phones.until("confirmed", number, 20)
        room.close(number)
        phones.until("done", number)
        report = phones.report()
    assert 20 <= report.confirmed[number] < 50
    assert report.closed > 0
    said = confirmed(report, number, "statement", room.ready.codes, 0)["staff"]
    unsure = [value for phone in report.phones for one in phone.ballots for value in one.unsure]
    told = room.told[number]
    assert told is not None
    for answer, count in enumerate(told["staff"]["counts"], start=1):
        assert (
            said["counts"][answer - 1] <= count <= said["counts"][answer - 1] + unsure.count(answer)
        )


@pytest.mark.parametrize("pattern", ["burst", "spread"])
def test_the_room_sees_what_was_confirmed_also_after_a_kill_of_the_program(
    tmp_path: Path, pattern: str
) -> None:
    options = ("--rounds=3", f"--pattern={pattern}", "--twice", "--cut=0.1", "--changes=1")
    programs = [Program(tmp_path)]
    first = programs[0].ready
    assert first.url is not None
    numbers = []
    with Phones(first.url, list(first.codes), *options) as phones:
        phones.until("joined")
        for is_killed in (False, True, True):
            number = programs[-1].open()
            numbers.append(number)
            if is_killed:
                phones.until("confirmed", number, 20)
                programs[-1].kill()
                programs.append(Program(tmp_path))
                assert programs[-1].ready.round == number
            phones.until("done", number)
            seen = programs[-1].close()
        report = phones.report()
    programs[-1].end()
    assert_whole(report, 50, numbers)
    assert_shown(seen, report, first.codes, numbers)


def test_a_hostile_machine_stops_neither_the_window_nor_the_votes(tmp_path: Path) -> None:
    made = Program(tmp_path)
    assert made.ready.url is not None
    with Phones(made.ready.url, list(made.ready.codes), "--rounds=2", "--changes=1") as phones:
        phones.until("joined")
        with Child("tests.load.hostile", made.ready.url) as hostile:
            assert hostile.read(str) == "begun"
            for _ in range(2):
                made.note()
                number = made.open()
                phones.until("done", number)
                seen = made.close()
                assert made.noted().frames > 1, "the window stood still"
            done = json.loads(hostile.end())
        report = phones.report()
    made.end()
    # Who is slow may not have come to an end.
    assert set(done) >= {"nonsense", "headers", "guess", "large", "hang_up"}
    assert_whole(report, 50, [1, 2])
    assert_shown(seen, report, made.ready.codes, [1, 2])


def test_the_session_holds_what_was_confirmed_of_every_kind(tmp_path: Path) -> None:
    made = Program(tmp_path)
    codes = made.ready.codes
    assert made.ready.url is not None
    options = ("--rounds=3", "--twice", "--cut=0.1", "--changes=1", "--old", "--seed=5")
    with Phones(made.ready.url, list(codes), *options) as phones:
        phones.until("joined")
        numbers = []
        for step in (None, Step.FOCUS, Step.CONSENT):
            numbers.append(made.open(step))
            phones.until("done", numbers[-1])
            seen = made.close()
        report = phones.report()
    made.end()
    assert_whole(report, 50, numbers)
    assert_shown(seen, report, codes, numbers[:1])
    for shown, kind, number in zip(
        (seen.focus, seen.consent), ("focus", "consent"), numbers[1:], strict=True
    ):
        said = confirmed(report, number, kind, codes, 0)
        assert json.loads(msgspec.json.encode(shown)).items() >= said.items()
