"""The session's clock, and whether it goes to plan."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTimer

from app.content import load_content
from app.timetable import course, planned_at, timetable, total
from app.timing import Snapshot, Timing
from tests.console.desks import desk
from tests.core.builders import DAY, setup
from workshop_flows.state import EarlierSession, Position, Session
from workshop_flows.vocabulary import AxisId, Length, Step

LENGTHS: tuple[Length, ...] = (45, 60, 90)
EARLIER = EarlierSession(date=DAY, axes=(), afspraken=())


class Clock:
    """Seconds that a test moves on."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def session(length: Length = 60, staff: int = 9, *, follow_up: bool = False) -> Session:
    made = desk(setup(length=length, staff=staff), earlier=EARLIER if follow_up else None)
    return made.session


@pytest.mark.parametrize("follow_up", [False, True])
@pytest.mark.parametrize("staff", [1, 3, 9])
@pytest.mark.parametrize("length", LENGTHS)
def test_the_parts_add_up_to_the_length(length: Length, staff: int, *, follow_up: bool) -> None:
    table = timetable(
        session(length, staff, follow_up=follow_up), load_content("nl").programme(length)
    )
    assert total(table) == pytest.approx(length)
    assert all(one.length >= 0 for one in table)
    assert all(first.end == after.start for first, after in pairwise(table))


def test_preparing_takes_none_of_the_time_and_looking_back_takes_some() -> None:
    table = timetable(session(follow_up=True), load_content("nl").programme(60))
    assert planned_at(table, Position(step=Step.PREPARE)).length == 0
    assert 3 < planned_at(table, Position(step=Step.REVIEW)).length < 7
    assert planned_at(table, Position(step=Step.QUESTION)).length > 0


def test_the_talk_about_an_axis_stands_with_its_last_statement() -> None:
    table = timetable(session(), load_content("nl").programme(60))
    first, last = (
        planned_at(table, Position(step=Step.VOTE, axis=AxisId.A1, statement=number))
        for number in (1, 2)
    )
    assert (first.talk, last.talk) == (0, 0.75)
    assert last.length == pytest.approx(first.length + 0.75)


@given(st.floats(0, 300), st.data())
def test_ahead_and_behind_follow_the_plan(elapsed: float, data: st.DataObject) -> None:
    table = timetable(_SESSION, _PROGRAMME)
    here = data.draw(st.sampled_from(table))
    found = course(table, here.position, elapsed)
    if here.start <= elapsed <= here.end:
        assert found.ahead == 0
        assert found.remaining == pytest.approx(found.left)
    elif elapsed < here.start:
        assert 0 <= found.ahead <= here.start - elapsed
        assert found.remaining <= found.left
    else:
        assert here.end - elapsed <= found.ahead <= 0
        assert found.remaining >= found.left
    assert found.remaining >= 0


@given(st.floats(0, 120), st.floats(0, 60))
def test_later_is_never_better(elapsed: float, more: float) -> None:
    table = timetable(_SESSION, _PROGRAMME)
    here = Position(step=Step.RADAR)
    early, late = (course(table, here, at) for at in (elapsed, elapsed + more))
    assert late.ahead <= early.ahead
    assert elapsed + early.remaining <= elapsed + more + late.remaining + 1e-9


def test_it_counts_only_in_sight_and_not_paused() -> None:
    clock = Clock()
    timing = Timing(clock)
    clock.now += 10
    assert timing.elapsed == 0
    timing.start()
    clock.now += 10
    timing.toggle_pause()
    clock.now += 10
    assert timing.elapsed == 10
    timing.toggle_pause()
    clock.now += 5
    timing.stop()
    clock.now += 100
    assert timing.elapsed == 15
    assert not timing.findChildren(QTimer)[0].isActive()


def test_time_for_a_thing_runs_out_and_stays_at_nought() -> None:
    clock = Clock()
    timing = Timing(clock)
    timing.start()
    timing.begin("vote", 40)
    clock.now += 5
    timing.begin("vote", 40)
    assert (timing.seconds_left, timing.part_left) == (35, 0.875)
    clock.now += 100
    assert (timing.seconds_left, timing.part_left) == (0, 0)
    timing.add(30)
    assert timing.seconds_left == 30
    timing.begin("talk", 60)
    assert timing.seconds_left == 60
    timing.begin("none", None)
    none: object = timing.part_left
    assert none is None
    timing.stop()


def test_a_pause_holds_the_time_of_a_thing_too() -> None:
    clock = Clock()
    timing = Timing(clock)
    timing.start()
    timing.begin("talk", 60)
    timing.toggle_pause()
    clock.now += 500
    assert timing.seconds_left == 60
    timing.stop()


@given(st.lists(st.tuples(st.sampled_from("start stop pause".split()), st.integers(0, 900))))
def test_time_never_goes_back(moves: list[tuple[str, int]]) -> None:
    clock = Clock()
    timing = Timing(clock)
    seen = [0.0]
    for move, wait in moves:
        {"start": timing.start, "stop": timing.stop, "pause": timing.toggle_pause}[move]()
        clock.now += wait
        seen.append(timing.elapsed)
    timing.stop()
    assert seen == sorted(seen)
    assert seen[-1] <= clock.now - 1000


def test_a_restart_goes_on_where_it_was() -> None:
    clock = Clock()
    timing = Timing(clock)
    timing.restore(Snapshot(elapsed=600, paused=True))
    timing.start()
    clock.now += 60
    assert timing.snapshot() == Snapshot(elapsed=600, paused=True)
    timing.toggle_pause()
    clock.now += 60
    assert timing.elapsed == 660
    timing.stop()


_SESSION = session()
_PROGRAMME = load_content("nl").programme(60)
