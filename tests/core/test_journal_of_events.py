"""Whatever is decided can be applied, taken back and replayed."""

import datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.builders import DAY, Room, content, setup, tally
from workshop_flows import commands, events
from workshop_flows.commands import Command, RoleTallies
from workshop_flows.decide import decide
from workshop_flows.events import UNDOABLE, Event
from workshop_flows.evolve import ImpossibleEventError, evolve
from workshop_flows.rules import Refusal
from workshop_flows.state import (
    Archived,
    Ballot,
    Card,
    CardsSubject,
    ChoiceCounts,
    ConsentCounts,
    ConsentSubject,
    Draft,
    FocusSubject,
    Live,
    Position,
    StatementCounts,
    StatementSubject,
    TextList,
    Workshop,
)
from workshop_flows.tally import Tally
from workshop_flows.views import Afspraak
from workshop_flows.vocabulary import AXES, AxisId, Mode, Step

axes = st.sampled_from(AXES)
small = st.integers(0, 3)
tallies = st.builds(Tally, st.tuples(small, small, small, small, small), small)
one_tally = st.builds(Tally, st.sampled_from([(0, 0, 0, 0, 0), (1, 0, 0, 0, 0), (0, 0, 0, 0, 1)]))
subjects = st.one_of(
    st.builds(
        StatementSubject,
        statement=st.builds(lambda a, n: f"{a}.{n}", st.sampled_from(AXES[:2]), st.integers(1, 2)),
        number=st.integers(1, 2),
    ),
    st.just(FocusSubject()),
    st.just(CardsSubject()),
    st.just(ConsentSubject()),
)
ballots = st.one_of(
    st.builds(RoleTallies, tallies, one_tally),
    st.builds(ConsentCounts, yes=small, yes_if=small, no=small),
    st.builds(ChoiceCounts, counts=st.tuples(*[small] * 7), ballots=st.integers(0, 9)),
    st.builds(ChoiceCounts, counts=st.tuples(small, small), ballots=st.integers(0, 9)),
)
texts = st.lists(st.sampled_from(["AI", "Koffie", "regel\n"]), max_size=2).map(tuple)
afspraken = st.builds(
    Afspraak,
    axis=axes,
    action=st.sampled_from([None, 26]),
    title=st.sampled_from([None, "Eigen"]),
    hours=st.sampled_from([None, 10.0, -1.0]),
    first_step_date=st.sampled_from([None, DAY, DAY + datetime.timedelta(9)]),
)
some_commands: st.SearchStrategy[Command] = st.one_of(
    st.builds(commands.OpenVote, subject=subjects, ballot=st.sampled_from(Ballot)),
    st.builds(commands.CloseVote, ballots=ballots),
    st.builds(commands.RevealVote, slips=st.none() | ballots),
    st.builds(commands.StopVote),
    st.builds(commands.RevealOwner, statement=st.sampled_from(["A1.1", "A2.1"]), number=st.just(1)),
    st.builds(commands.CloseAxis, axis=axes),
    st.builds(commands.AgreeStand, axis=axes, value=st.sampled_from([None, 1.0, 3.5, 3.3])),
    st.builds(commands.ChooseFocus, axes=st.lists(axes, max_size=4).map(tuple)),
    st.builds(
        commands.ChangeCards,
        cards=st.sampled_from([(), (Card(axis=AXES[0], action=1), Card(axis=AXES[1], title="X"))]),
    ),
    st.builds(commands.ChangeList, name=st.sampled_from(TextList), items=texts),
    st.builds(
        commands.ChangeAgreement,
        draft=st.builds(Draft, afspraken=st.lists(afspraken, max_size=2).map(tuple)),
    ),
    st.builds(
        commands.MoveTo,
        to=st.sampled_from(
            [Position(step=Step.RADAR), Position(step=Step.VOTE, axis=AxisId.A1, statement=1)]
        ),
    ),
    st.builds(commands.ChangeSetup, setup=st.sampled_from([setup(), setup(company="Anders")])),
    st.builds(commands.RecordPrint, copies=st.integers(0, 3)),
    st.just(commands.Undo()),
)


def _carried_out(
    staff: int, asked: list[Command]
) -> list[tuple[Workshop, Command, tuple[Event, ...], Workshop]]:
    """Carry the commands out; return each that was accepted with the states around it."""
    firm = setup(staff=staff, length=60)
    workshop: Workshop = evolve(None, events.SessionStarted(setup=firm))
    steps = []
    for command in asked:
        decision = decide(workshop, command, content())
        if isinstance(decision, Refusal):
            continue
        after = workshop
        for event in decision:
            after = evolve(after, event)
        steps.append((workshop, command, decision, after))
        workshop = after
    return steps


many_commands = st.lists(some_commands, max_size=60)


@settings(max_examples=150)
@given(st.sampled_from([2, 3, 9]), many_commands)
def test_what_is_decided_can_be_applied_and_replay_equals_live(
    staff: int, asked: list[Command]
) -> None:
    steps = _carried_out(staff, [*asked, commands.StopVote(), commands.Finish()])
    happened: list[Event] = [events.SessionStarted(setup=setup(staff=staff, length=60))]
    happened += [event for _, _, decision, _ in steps for event in decision]
    written = [msgspec.json.encode(event) for event in happened]
    replayed: Workshop | None = None
    for line in written:
        replayed = evolve(replayed, msgspec.json.decode(line, type=Event))
    assert isinstance(replayed, Archived)
    assert replayed == steps[-1][3]
    assert written == [msgspec.json.encode(event) for event in happened]


@settings(max_examples=150)
@given(st.sampled_from([2, 3, 9]), many_commands)
def test_undo_after_do_is_the_old_state(staff: int, asked: list[Command]) -> None:
    for before, _, decision, after in _carried_out(staff, asked):
        if len(decision) == 1 and isinstance(decision[0], UNDOABLE):
            undone = decide(after, commands.Undo(), content())
            assert undone == (events.StepUndone(),)
            assert evolve(after, undone[0]) == before


@given(st.permutations(range(6)), st.sampled_from([3, 9]))
def test_the_order_of_the_rounds_never_matters(order: list[int], staff: int) -> None:
    def shown(places: list[int]) -> object:
        room = Room(setup(staff=staff))
        given = [(f"{axis}.{number}", place) for place, (axis, number) in enumerate(VOTED)]
        for place in places:
            statement, seed = given[place]
            one = tally(seed % 2, 0, 1, seed % 3 % 2, 0)
            room.vote(statement, one)
        for axis in AXES[:3]:
            room.do(commands.CloseAxis(axis=axis))
        return room.report

    # Mode pooled shuts an axis at its last statement, so keep that one last there.
    places = order if staff == 9 else sorted(order, key=lambda place: place % 2)
    assert shown(places) == shown(sorted(order, key=lambda place: place % 2))


VOTED = [(axis, number) for axis in AXES[:3] for number in (1, 2)]


def _live() -> Live:
    started = evolve(None, events.SessionStarted(setup=setup()))
    assert isinstance(started, Live)
    return started


STATEMENT = StatementCounts(team=Tally(), owner=None, staff_ballots=0, owner_ballots=0)


@pytest.mark.parametrize(
    "event",
    [
        events.SessionStarted(setup=setup()),
        events.StepUndone(),
        events.RoundClosed(id=1, counts=STATEMENT),
        events.RoundRevealed(id=1),
        events.RoundStopped(id=1),
        events.OwnerRevealed(id=1),
    ],
)
def test_an_event_that_cannot_follow_is_noticed(event: Event) -> None:
    with pytest.raises(ImpossibleEventError):
        evolve(_live(), event)


def test_a_journal_begins_with_a_start_and_ends_with_the_end() -> None:
    with pytest.raises(ImpossibleEventError):
        evolve(None, events.ModeFixed(mode=Mode.TEAM))
    finished = evolve(_live(), events.Finished(report=Room().report))
    assert evolve(None, events.Finished(report=Room().report)) == finished
    with pytest.raises(ImpossibleEventError):
        evolve(finished, events.ModeFixed(mode=Mode.TEAM))


def test_a_round_is_not_revealed_before_its_close() -> None:
    opened = evolve(_live(), events.RoundOpened(id=1, subject=FocusSubject(), ballot=Ballot.SECRET))
    with pytest.raises(ImpossibleEventError):
        evolve(opened, events.RoundRevealed(id=1))
    with pytest.raises(ImpossibleEventError):
        evolve(opened, events.RoundStopped(id=2))


def test_no_event_of_a_vote_names_a_seat_or_a_time() -> None:
    room = Room()
    room.vote("A1.1", tally(0, 1, 3, 4, 1), tally(0, 0, 0, 1, 0))
    log = room.store._log.events
    written = b"".join(msgspec.json.encode(event) for event in log)
    for word in (b"seat", b"time", b"order", b"token"):
        assert word not in written
