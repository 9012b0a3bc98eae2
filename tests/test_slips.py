"""Slips counted by hand: they can be taken back, and never outnumber the seats."""

from app.voting.slips import (
    NO,
    SKIP,
    YES,
    YES_IF,
    ChoiceSlips,
    ConsentSlips,
    StatementSlips,
    ballots_in,
    no_ballots,
    no_slips,
)
from tests.core.builders import Room, setup, tally
from workshop_flows import commands
from workshop_flows.commands import Ballots, RoleTallies
from workshop_flows.state import (
    Card,
    CardsSubject,
    ChoiceCounts,
    ConsentCounts,
    ConsentSubject,
    FocusSubject,
    StatementSubject,
    Subject,
)
from workshop_flows.tally import Tally
from workshop_flows.vocabulary import AxisId, Role


def closed(subject: Subject, ballots: Ballots | None = None) -> Room:
    """Return a session of nine and one whose round is closed and waits for slips."""
    room = Room()
    room.do(commands.ChangeCards(cards=(Card(axis=AxisId.A1, action=1),)))
    room.do(commands.OpenVote(subject=subject))
    current = room.session.round
    assert current is not None
    room.do(commands.CloseVote(ballots=ballots or no_ballots(current, room.session)))
    return room


def slips(room: Room) -> object:
    assert room.session.round is not None
    return no_slips(room.session.round, room.session, room.session.setup.seats)


def test_answers_and_skips_are_counted_per_role() -> None:
    counted = StatementSlips(seats=(9, 1)).added(3).added(3).added(SKIP).added(5, Role.OWNER)
    assert counted.ballots() == RoleTallies(tally(0, 0, 2, 0, 0, skipped=1), tally(0, 0, 0, 0, 1))
    assert counted.counted == 4


def test_a_wrong_key_is_taken_back_and_never_goes_below_nought() -> None:
    counted = StatementSlips(seats=(9, 1)).added(2).taken(2).taken(2).taken(SKIP)
    assert counted == StatementSlips(seats=(9, 1))


def test_no_more_slips_than_seats_of_the_role() -> None:
    counted = StatementSlips(seats=(1, 1)).added(1).added(2).added(4, Role.OWNER)
    assert counted.added(5, Role.OWNER).ballots() == RoleTallies(
        tally(1, 0, 0, 0, 0), tally(0, 0, 0, 1, 0)
    )


def test_crosses_never_outnumber_two_for_each_of_those_who_chose() -> None:
    counted = ChoiceSlips(seats=2, counts=(0, 0, 0), people=2)
    for option in (0, 0, 0, 1, 2, 2):
        counted = counted.added(option)
    assert counted.counts == (2, 1, 1)
    assert counted.taken(2).added(1).counts == (2, 2, 0)
    assert counted.ballots() == ChoiceCounts(counts=(2, 1, 1), ballots=2)


def test_people_who_chose_are_never_fewer_than_their_crosses_need() -> None:
    counted = ChoiceSlips(seats=5, counts=(3, 2, 0), people=4)
    assert counted.with_people(1).people == 3
    assert counted.with_people(9).people == 5
    assert counted.counted == 4


def test_consent_counts_each_answer() -> None:
    counted = ConsentSlips(seats=3).added(YES).added(YES_IF).added(NO).added(YES)
    assert counted.ballots() == ConsentCounts(yes=1, yes_if=1, no=1)
    assert counted.taken(NO).counted == 2


def test_who_voted_by_device_has_no_slip_left() -> None:
    room = closed(
        StatementSubject(statement="A1.1", number=1),
        RoleTallies(tally(0, 0, 0, 6, 0), tally(0, 0, 0, 0, 1)),
    )
    assert slips(room) == StatementSlips(seats=(3, 0))
    assert room.session.round is not None
    assert ballots_in(room.session.round.counts) == (6, 1)


def test_every_kind_of_round_starts_with_nothing_counted() -> None:
    statement = closed(StatementSubject(statement="A1.1", number=1))
    assert slips(statement) == StatementSlips(seats=(9, 1))
    assert slips(closed(FocusSubject())) == ChoiceSlips(seats=10, counts=(0,) * 7, people=10)
    assert slips(closed(CardsSubject())) == ChoiceSlips(seats=10, counts=(0,), people=10)
    assert slips(closed(ConsentSubject())) == ConsentSlips(seats=10)
    assert ballots_in(None) == (0, 0)


def test_a_round_on_consent_leaves_room_for_those_who_did_not_answer_yet() -> None:
    room = closed(ConsentSubject(), ConsentCounts(yes=4, yes_if=0, no=0))
    assert slips(room) == ConsentSlips(seats=6)


def test_the_core_takes_what_was_counted() -> None:
    room = Room(setup(staff=5))
    room.do(commands.OpenVote(subject=StatementSubject(statement="A1.1", number=1)))
    room.do(commands.CloseVote(ballots=RoleTallies()))
    counted = StatementSlips(seats=(5, 1))
    for _ in range(5):
        counted = counted.added(4)
    room.do(commands.RevealVote(slips=counted.ballots()))
    assert room.session.statements[0].counts.team == Tally((0, 0, 0, 5, 0))
