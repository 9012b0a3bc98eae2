"""Whole sessions of the real program with real browsers as phones."""

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtPrintSupport import QPrinter

from app import dialogs
from app.journal import read_report
from app.run_script import read_workshop
from app.voting.box import Door
from tests.console.leading import go_to
from tests.voting.browser_room import ANSWERS, SCRIPT, BrowserRoom
from tests.voting.conftest import Hands
from tests.voting.handset import tap
from workshop_flows.lead import Act
from workshop_flows.vocabulary import AXES, Step

pytestmark = pytest.mark.long

Make = Callable[[int], BrowserRoom]
COMPARED: Final = (
    "mode",
    "statements",
    "axes",
    "three_words",
    "talk_about",
    "summary",
    "focus",
    "cards",
    "agreement",
    "consent",
)
"""What the session comes to; who was there and what they talked about is typed in elsewhere."""


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    path = tmp_path / "printed.pdf"

    def to_file(_parent: object, printer: QPrinter, **_told: object) -> bool:
        printer.setOutputFileName(str(path))
        return True

    monkeypatch.setattr(dialogs, "printer_names", lambda: ("a printer",))
    monkeypatch.setattr(dialogs, "ask_printer", to_file)
    return path


@pytest.fixture
def room(qapp: object, printed: Path, hands: Hands, tmp_path: Path) -> Iterator[Make]:
    made: list[BrowserRoom] = []

    def make(phones: int) -> BrowserRoom:
        made.append(BrowserRoom(tmp_path / "program", hands.browser, hands.submit, phones))
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_ten_phones(room: Make) -> None:
    it = room(10)
    it.take_phones()
    get_in_after_mistakes(it)
    go_to(it.led, Step.VOTE)
    held = dict(zip(("A1.1", "A1.2", "A2.1", "A2.2"), MEANWHILE, strict=True))
    for statement in statements(it):
        vote, *again = it.votes(statement)
        it.open()
        if statement in held:
            held[statement](it)
        it.finish_round(it.answers(vote), ANSWERS)
        it.show_owner()
        for second in again:
            it.led.press("Ctrl+R")
            it.vote(second)
    it.choose()
    finish_as_scripted(it)


def get_in_after_mistakes(it: BrowserRoom) -> None:
    it.ask(it.phone(0).join, "FFFF" if "FFFF" not in it.codes else "CCCC")
    it.ask(it.phone(0).reads_error, "code_wrong")
    it.ask(it.phone(6).larger)
    it.ask(it.phone(8).join_unheard, it.codes[8])
    it.join()
    other = it.late_comer()
    it.ask(other.join, it.codes[0])
    it.ask(other.reads_error, "code_used")


def changes_its_mind(it: BrowserRoom) -> None:
    it.ask(it.phone(5).cast, 1)
    it.ask(it.phone(5).choose_again)
    it.ask(it.phone(5).sees_own, 1)


def loses_its_connection(it: BrowserRoom) -> None:
    it.ask(it.phone(2).lose_connection)
    it.ask(it.phone(2).find_connection)


def reloads(it: BrowserRoom) -> None:
    it.ask(it.phone(3).cast, 5)
    it.ask(it.phone(3).reads_voted)
    it.ask(it.phone(3).reload)
    it.ask(it.phone(3).choose_again)


def votes_in_two_tabs(it: BrowserRoom) -> None:
    tab = it.ask(it.phone(4).second_tab)
    it.ask(tap, tab, 1)
    it.ask(it.phone(4).page.bring_to_front)


MEANWHILE: Final = changes_its_mind, loses_its_connection, reloads, votes_in_two_tabs


def test_seven_phones_and_three_slips(room: Make) -> None:
    it = room(7)
    it.take_phones()
    it.join()
    it.by_phone.set_door(Door.CLOSED)
    late = it.late_comer()
    it.ask(late.join, it.codes[8])
    it.ask(late.reads_error, "room_full")
    go_to(it.led, Step.VOTE)
    for statement in statements(it):
        vote, *again = it.votes(statement)
        it.vote(vote)
        for second in again:
            it.led.press("Ctrl+R")
            it.vote(second)
    it.choose()
    finish_as_scripted(it)


def statements(it: BrowserRoom) -> Iterator[str]:
    """Lead past each statement, and past what an axis comes to."""
    led = it.led
    agreed = {row.axis: row.value for row in it.script.agreed}
    for axis, number in product(AXES, (1, 2)):
        if led.may(Act.GO_ON):
            led.press("PgDown")
        assert led.may(Act.OPEN_VOTE), led.words()
        yield f"{axis}.{number}"
        if led.may(Act.SHOW_AXIS):
            led.press("PgDown")
            while led.session.agreed_stand(axis) != agreed.get(axis):
                led.press("[")


def finish_as_scripted(it: BrowserRoom) -> None:
    """End the session, and find in its file what the script of it comes to."""
    it.finish()
    report, scripted = read_report(it.led.session_file), read_workshop(SCRIPT)
    for name in COMPARED:
        assert getattr(report, name) == getattr(scripted, name), name
