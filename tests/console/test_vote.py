"""Leading the votes at the console by keys alone, with nothing told too soon."""

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.keys import DIGITS, Intent
from app.presenters.voting import vote_page
from app.store import MemoryLog, SessionStore
from resources.catalogue import catalogue
from tests.console.desks import desk, no_trouble
from tests.console.led_vote import (
    A1,
    A3,
    FOUR,
    NINE,
    Devices,
    Lead,
    answering,
    at,
    led,
    shown_axis,
    voted,
)
from tests.core.builders import content, setup, tally
from workshop_flows import commands
from workshop_flows.commands import RoleTallies
from workshop_flows.lead import Act
from workshop_flows.projector import ResultPage
from workshop_flows.state import Ballot


@pytest.fixture
def lead(qtbot: QtBot) -> Lead:
    return partial(led, qtbot)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the facilitator answers to the questions that are asked, in order."""
    return answering(monkeypatch)


# Counting


def test_slips_are_counted_by_keys_alone(lead: Lead) -> None:
    it = lead(desk(at=at(A3, 1)))
    it.press(Intent.NEXT, Intent.NEXT)
    it.count(3, 3, 4, 4, 5, 1, 0)
    it.take(1)
    it.press(Intent.OWNER)
    it.count(2)
    it.press(Intent.NEXT)
    (round_,) = it.desk.session.rounds_of("A3.1")
    assert round_.counts.team == tally(0, 0, 2, 2, 1, skipped=1)
    assert round_.counts.owner == tally(0, 1, 0, 0, 0)


def test_what_was_counted_vanishes_at_the_reveal(lead: Lead) -> None:
    it = lead(desk(at=at(A3, 1)))
    empty = it.everything()
    it.press(Intent.NEXT, Intent.NEXT)
    it.count(3, 3, 4, 4, 5)
    assert "briefjes" in it.words()
    it.press(Intent.NEXT)
    cells = [text for text in it.everything() if "een erbij" in text]
    assert cells == [text for text in empty if "een erbij" in text] == []


def test_only_seats_that_are_left_can_be_counted(lead: Lead) -> None:
    it = lead(desk(at=at(A3, 1)))
    it.press(Intent.NEXT, Intent.NEXT)
    it.count(*[3] * 12)
    assert it.page.note == "9 van de 10 geteld"


def test_without_a_yes_the_owners_slip_stays_folded(lead: Lead) -> None:
    it = lead(desk(setup(owner_apart=False), at=at(A3, 1)))
    it.press(Intent.NEXT, Intent.NEXT, Intent.OWNER)
    offered = [option for option, intent in enumerate(DIGITS) if intent in it.page.offers()]
    assert offered == [0]
    assert "Vouw dit briefje niet open" in it.words()
    it.count(0)
    assert it.page.note == "1 van de 10 geteld"


def test_in_mode_pooled_the_owner_is_counted_but_not_shown_apart(lead: Lead) -> None:
    it = lead(desk(setup(staff=3), at=at(A1, 1)))
    it.press(Intent.NEXT, Intent.NEXT)
    it.count(2, 3, 4)
    it.press(Intent.OWNER)
    it.count(5)
    assert "Niemand komt apart op het scherm" in it.words()
    it.press(Intent.NEXT)
    (round_,) = it.desk.session.rounds_of("A1.1")
    assert round_.counts.team == tally(0, 1, 1, 1, 1)


@pytest.mark.parametrize("counted", [1, 2])
def test_one_or_two_slips_are_not_shown_and_it_is_said_before(lead: Lead, counted: int) -> None:
    it = lead(desk(at=at(A3, 1)))
    it.press(Intent.NEXT)
    it.press(Intent.NEXT)
    assert "Minstens drie medewerkers op papier" in it.words()
    it.count(*[3] * counted)
    assert it.page.reason is not None
    assert "minstens drie" in it.words()
    it.press(Intent.NEXT)
    assert it.is_open()
    it.count(*[3] * (3 - counted))
    assert it.page.reason is None


def test_showing_without_a_single_slip_is_asked_first(lead: Lead, answers: list[str]) -> None:
    it = lead(desk(at=at(A3, 1)))
    it.press(Intent.NEXT, Intent.NEXT)
    answers.append("count")
    it.press(Intent.NEXT)
    assert it.is_open()
    answers.append("show")
    it.press(Intent.NEXT)
    assert not it.is_open()
    assert "tonen we niets" in it.words()


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("key", [Intent.STOP_VOTE, Intent.SKIP])
def test_a_round_is_left_only_after_a_question(
    lead: Lead, answers: list[str], key: Intent, *, closed: bool
) -> None:
    it = lead(desk(at=at(A3, 1)))
    it.press(Intent.NEXT)
    if closed:
        it.press(Intent.NEXT)
    answers.append("no")
    it.press(key)
    assert it.is_open()
    answers.append("yes")
    it.press(key)
    assert not it.is_open()
    assert it.desk.next.act is Act.OPEN_VOTE


def test_after_a_restart_a_closed_round_is_counted_again(lead: Lead) -> None:
    store = SessionStore(MemoryLog(), content())
    store.dispatch(commands.StartSession(setup=setup()))
    store.dispatch(commands.MoveTo(to=at(A3, 1)))
    before = lead(Desk(store, catalogue("nl"), no_trouble))
    before.press(Intent.NEXT, Intent.NEXT)
    before.count(3, 3, 4)
    it = lead(Desk(store, catalogue("nl"), no_trouble))
    assert it.page.note == "0 van de 10 geteld"
    it.count(3, 3, 4, 4, 5)
    it.press(Intent.NEXT)
    assert isinstance(vote_page(it.desk.room), ResultPage)


def test_a_show_of_hands_is_never_called_secret(lead: Lead) -> None:
    it = lead(desk(at=at(A3, 1)))
    it.desk.set_ballot(Ballot.SHOW_OF_HANDS)
    assert "Niet geheim" in it.words()
    it.press(Intent.NEXT)
    assert "niet geheim" in it.words()
    it.press(Intent.NEXT)
    assert "Handen tellen" in it.words()
    assert "briefje" not in it.words()


def test_two_hands_may_be_shown_because_everyone_saw_them(lead: Lead) -> None:
    it = lead(desk(at=at(A3, 1)))
    it.desk.set_ballot(Ballot.SHOW_OF_HANDS)
    it.press(Intent.NEXT, Intent.NEXT, Intent.DIGIT_4, Intent.DIGIT_4)
    assert it.page.reason is None
    it.press(Intent.NEXT)
    assert it.desk.session.round is None


def test_with_devices_for_all_there_is_nothing_to_count_or_to_choose(lead: Lead) -> None:
    store = SessionStore(MemoryLog(), content())
    store.dispatch(commands.StartSession(setup=setup(phones=10)))
    store.dispatch(commands.MoveTo(to=at(A3, 1)))
    it = lead(Desk(store, catalogue("nl"), no_trouble, voters=Devices(10, NINE)))
    assert "Handen omhoog" not in it.words()
    it.press(Intent.NEXT)
    assert "Blijft de teller staan?" in it.words()
    it.press(Intent.NEXT)
    assert isinstance(vote_page(it.desk.room), ResultPage)


def test_with_phones_beside_slips_the_secret_way_is_called_both(lead: Lead) -> None:
    it = lead(desk(setup(phones=7), at=at(A3, 1)))
    assert "Telefoon en briefje" in it.words()
    assert "Wat telefoons stemmen, zie je niet" in it.words()
    it.desk.set_ballot(Ballot.SHOW_OF_HANDS)
    assert "Niet geheim" in it.words()


# Nothing too soon


@pytest.mark.parametrize("staff", [3, 9])
def test_nothing_of_an_open_or_closed_round_is_in_any_widget(lead: Lead, staff: int) -> None:
    """Two rooms that answered differently hold the very same texts until the reveal."""
    rooms = []
    for team, owner in (((0, 0, 0, 1, 1), (1, 0, 0, 0, 0)), ((1, 1, 0, 0, 0), (0, 0, 0, 0, 1))):
        store = SessionStore(MemoryLog(), content())
        store.dispatch(commands.StartSession(setup=setup(staff=staff, phones=3)))
        store.dispatch(commands.MoveTo(to=at(A1, 1)))
        ballots = RoleTallies(tally(*team), tally(*owner))
        rooms.append(lead(Desk(store, catalogue("nl"), no_trouble, voters=Devices(3, ballots))))
    for _ in range(2):
        for it in rooms:
            it.press(Intent.NEXT)
        assert rooms[0].everything() == rooms[1].everything()
    for it in rooms:
        it.count(*[3] * (4 if staff == 9 else 0))
        it.press(Intent.NEXT)
    told = rooms[0].everything() != rooms[1].everything()
    assert told is (staff == 9)


def test_the_owner_is_not_there_before_the_team_was_shown(lead: Lead) -> None:
    it = lead(desk(setup(), *voted("A3.1", NINE), at=at(A3, 1)))
    assert "Team 3,0" in it.words()
    assert not any("Eigenaar 4" in text for text in it.everything())
    assert "Daarna komt de eigenaar erbij" in it.words()
    it.press(Intent.NEXT)
    assert "Eigenaar 4" in it.words()


def test_mode_pooled_shows_one_word_and_no_number(lead: Lead) -> None:
    it = lead(desk(setup(staff=3), *voted("A1.1", FOUR), at=at(A1, 1)))
    assert "De uitslag komt na de laatste zin" in it.words()
    it = lead(shown_axis(FOUR, FOUR, axis=A1, staff=3))
    assert "midden" in it.words()
    assert not any(text[:1].isdigit() and "," in text for text in it.everything())
