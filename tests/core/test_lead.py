"""What the big button does, at every moment of a session and in every mode."""

import pytest

from tests.core.builders import Room, setup, tally
from workshop_flows import commands, lead
from workshop_flows.lead import Act, Next, Reveal
from workshop_flows.state import (
    Ballot,
    Card,
    CardsSubject,
    ChoiceCounts,
    ConsentCounts,
    ConsentSubject,
    Draft,
    FocusSubject,
    Position,
    StatementSubject,
)
from workshop_flows.tally import Tally
from workshop_flows.views import Afspraak
from workshop_flows.vocabulary import AxisId, Step

SEVEN = tally(1, 2, 3, 2, 1)
FOUR = tally(0, 1, 2, 1, 0)
A1 = AxisId.A1


def at(room: Room, axis: AxisId, statement: int) -> None:
    room.do(commands.MoveTo(to=Position(step=Step.VOTE, axis=axis, statement=statement)))


def step(room: Room, wanted: Step) -> None:
    room.do(commands.MoveTo(to=Position(step=wanted)))


def now(room: Room, reveal: Reveal = Reveal.STATEMENT, *, revote: bool = False) -> Next:
    return lead.next_step(room.session, reveal, revote=revote)


def asked(statement: str, number: int = 1) -> Next:
    subject = StatementSubject(statement=statement, number=number)
    return Next(act=Act.OPEN_VOTE, subject=subject)


def to(axis: AxisId, statement: int) -> Next:
    place = Position(step=Step.VOTE, axis=axis, statement=statement)
    return Next(act=Act.GO_ON, to=place)


def test_the_big_button_walks_a_statement_from_opening_to_the_next() -> None:
    room = Room()
    at(room, A1, 1)
    assert now(room) == asked("A1.1")
    room.do(commands.OpenVote(subject=StatementSubject(statement="A1.1", number=1)))
    assert now(room).act is Act.CLOSE_VOTE
    room.do(commands.CloseVote(ballots=commands.RoleTallies(SEVEN, tally(0, 0, 0, 1, 0))))
    assert now(room).act is Act.REVEAL
    assert lead.arrival(room.session) is Reveal.STATEMENT
    room.do(commands.RevealVote())
    assert lead.arrival(room.session) is Reveal.RESULT
    assert now(room, Reveal.RESULT).act is Act.SHOW_OWNER
    room.do(commands.RevealOwner(statement="A1.1", number=1))
    assert now(room, Reveal.RESULT) == to(A1, 2)


def test_after_the_last_statement_the_axis_comes_and_then_the_next_axis() -> None:
    room = Room()
    room.axis(A1, SEVEN)
    at(room, A1, 2)
    assert now(room, Reveal.RESULT).act is Act.SHOW_AXIS
    assert now(room, Reveal.AXIS) == to(AxisId.A2, 1)


@pytest.mark.parametrize(
    "changes", [{"owner_apart": False}, {"owners": 0}, {}], ids=["no yes", "no owner", "skipped"]
)
def test_an_owner_who_cannot_be_shown_is_not_offered(changes: dict[str, object]) -> None:
    room = Room(setup(**changes))
    at(room, A1, 1)
    room.round(StatementSubject(statement="A1.1", number=1), commands.RoleTallies(SEVEN, Tally()))
    assert now(room, Reveal.RESULT) == to(A1, 2)


def test_beside_too_few_answers_of_the_team_the_owner_is_not_offered() -> None:
    room = Room()
    at(room, A1, 1)
    ballots = commands.RoleTallies(tally(0, 0, 0, 4, 0, skipped=5), tally(0, 0, 0, 1, 0))
    room.round(StatementSubject(statement="A1.1", number=1), ballots)
    assert now(room, Reveal.RESULT) == to(A1, 2)


def test_a_result_of_a_statement_that_was_not_voted_on_has_no_owner() -> None:
    room = Room()
    at(room, A1, 1)
    assert now(room, Reveal.RESULT) == to(A1, 2)


def test_in_mode_team_a_statement_may_be_voted_on_twice_and_no_more() -> None:
    room = Room()
    at(room, A1, 1)
    room.vote("A1.1", SEVEN)
    assert not lead.may_revote(room.session, Reveal.STATEMENT)
    assert lead.revote_from(room.session, Reveal.RESULT) == room.session.position
    assert now(room, revote=True) == asked("A1.1", 2)
    room.do(commands.OpenVote(subject=StatementSubject(statement="A1.1", number=2)))
    assert not lead.may_revote(room.session, Reveal.RESULT)
    room.do(commands.CloseVote(ballots=commands.RoleTallies(SEVEN, Tally())))
    room.do(commands.RevealVote())
    assert not lead.may_revote(room.session, Reveal.RESULT)


def test_outside_the_votes_nothing_is_voted_again() -> None:
    room = Room()
    step(room, Step.RADAR)
    assert not lead.may_revote(room.session, Reveal.AXIS)
    assert lead.arrival(room.session) is Reveal.STATEMENT
    assert lead.axis_to_show(room.session) is None


def test_mode_pooled_shows_nothing_before_the_axis() -> None:
    room = Room(setup(staff=4))
    at(room, A1, 1)
    room.vote("A1.1", FOUR)
    assert lead.arrival(room.session) is Reveal.STATEMENT
    assert now(room) == to(A1, 2)
    at(room, A1, 2)
    room.vote("A1.2", FOUR)
    assert lead.arrival(room.session) is Reveal.AXIS
    assert now(room).act is Act.SHOW_AXIS
    assert now(room, Reveal.AXIS) == to(AxisId.A2, 1)


def test_mode_pooled_votes_the_whole_axis_again() -> None:
    room = Room(setup(staff=4))
    at(room, A1, 2)
    room.axis(A1, FOUR)
    assert not lead.may_revote(room.session, Reveal.STATEMENT)
    first = Position(step=Step.VOTE, axis=A1, statement=1)
    assert lead.revote_from(room.session, Reveal.AXIS) == first
    at(room, A1, 1)
    assert now(room, revote=True) == asked("A1.1", 2)
    room.vote("A1.1", FOUR, number=2)
    assert lead.is_revoting(room.session, A1)
    assert now(room) == to(A1, 2)
    at(room, A1, 2)
    assert lead.arrival(room.session) is Reveal.STATEMENT
    assert now(room) == asked("A1.2", 2)
    room.vote("A1.2", FOUR, number=2)
    assert lead.arrival(room.session) is Reveal.AXIS
    assert not lead.may_revote(room.session, Reveal.AXIS)


def test_mode_pooled_begins_no_vote_on_an_axis_that_was_shown() -> None:
    room = Room(setup(staff=4))
    at(room, A1, 2)
    room.do(commands.CloseAxis(axis=A1))
    assert now(room).act is Act.SHOW_AXIS
    assert not lead.may_revote(room.session, Reveal.AXIS)
    at(room, A1, 1)
    assert now(room) == to(A1, 2)


def test_mode_open_takes_an_axis_as_one_page() -> None:
    room = Room(setup(staff=2))
    at(room, A1, 1)
    assert now(room) == to(AxisId.A2, 1)
    assert lead.arrival(room.session) is Reveal.STATEMENT
    at(room, AxisId.A2, 2)
    assert lead.going_back(room.session) == Position(step=Step.VOTE, axis=A1, statement=1)
    at(room, A1, 2)
    assert lead.going_back(room.session) == Position(step=Step.ALREADY_DOING)


def test_back_leads_to_the_position_before_and_not_further_than_the_first() -> None:
    room = Room()
    assert lead.going_back(room.session) is None
    at(room, A1, 2)
    assert lead.going_back(room.session) == Position(step=Step.VOTE, axis=A1, statement=1)


def test_leaving_out_the_last_statement_shows_an_axis_only_when_it_was_begun() -> None:
    room = Room()
    at(room, A1, 2)
    assert lead.axis_to_show(room.session) is None
    room.vote("A1.1", SEVEN)
    assert lead.axis_to_show(room.session) is A1
    at(room, A1, 1)
    assert lead.axis_to_show(room.session) is None


def test_a_choice_is_asked_once() -> None:
    room = Room()
    step(room, Step.FOCUS)
    assert now(room) == Next(act=Act.OPEN_VOTE, subject=FocusSubject())
    counts = ChoiceCounts(counts=(3, 2, 1, 0, 0, 0, 0), ballots=10)
    room.round(FocusSubject(), counts)
    assert now(room) == Next(act=Act.GO_ON, to=Position(step=Step.ACTIONS))


def test_a_focus_chosen_aloud_is_not_asked_again() -> None:
    room = Room()
    step(room, Step.FOCUS)
    room.do(commands.ChooseFocus(axes=(A1,)))
    assert now(room).act is Act.GO_ON


def test_actions_are_asked_when_there_are_cards_and_nothing_was_agreed() -> None:
    room = Room()
    step(room, Step.ACTIONS)
    assert now(room).act is Act.GO_ON
    room.do(commands.ChangeCards(cards=(Card(axis=A1, action=1),)))
    assert now(room) == Next(act=Act.OPEN_VOTE, subject=CardsSubject())
    draft = Draft(afspraken=(Afspraak(axis=A1, action=1),))
    room.do(commands.ChangeAgreement(draft=draft))
    assert now(room).act is Act.GO_ON


def test_consent_is_asked_and_the_last_step_ends_the_session() -> None:
    room = Room(setup(staff=2))
    step(room, Step.CONSENT)
    assert now(room) == Next(act=Act.OPEN_VOTE, subject=ConsentSubject())
    room.round(ConsentSubject(), ConsentCounts(yes=3, yes_if=0, no=0), Ballot.SHOW_OF_HANDS)
    assert now(room) == Next(act=Act.GO_ON, to=Position(step=Step.PRINT))
    step(room, Step.CLOSE)
    assert now(room) == Next(act=Act.FINISH)
