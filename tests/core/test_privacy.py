"""What may be shown: every rule of mode, owner and small numbers."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.builders import Room, setup, tally
from workshop_flows import commands, privacy
from workshop_flows.commands import RoleTallies
from workshop_flows.state import ChoiceCounts, StatementSubject
from workshop_flows.tally import NO_COUNTS, Tally
from workshop_flows.vocabulary import AXES, Agreeing, AxisId, Band, Mode

A1, A2, A3 = AXES[:3]
NINE = tally(0, 1, 3, 4, 1)
FOUR = tally(0, 0, 1, 1, 1)


def pooled_room(**changes: object) -> Room:
    return Room(setup(staff=3, length=45, **changes))


@pytest.mark.parametrize(
    ("staff", "smallest", "mode"),
    [
        (1, 5, Mode.OPEN),
        (2, 5, Mode.OPEN),
        (3, 5, Mode.POOLED),
        (4, 5, Mode.POOLED),
        (5, 5, Mode.TEAM),
        (49, 5, Mode.TEAM),
        (9, 10, Mode.POOLED),
        (10, 10, Mode.TEAM),
    ],
)
def test_the_number_of_staff_gives_the_mode(staff: int, smallest: int, mode: Mode) -> None:
    assert privacy.mode_of(setup(staff=staff, smallest_team=smallest)) is mode


def test_nothing_of_an_axis_is_shown_before_its_last_statement() -> None:
    room = Room()
    room.vote("A1.1", NINE, tally(0, 0, 0, 1, 0))
    assert room.report.axes[0].team is None
    assert room.report.axes[0].votes is None
    room.vote("A1.2", NINE, tally(0, 0, 0, 1, 0))
    first = room.report.axes[0]
    assert (first.team, first.owner, first.votes) == (3.6, 4.0, 9)
    assert first.consensus is Agreeing.FAIRLY
    assert first.spread == (3.0, 4.0)


def test_a_statement_itself_is_shown_at_once_in_mode_team() -> None:
    room = Room()
    room.vote("A1.1", NINE, tally(0, 0, 0, 0, 1))
    shown = privacy.round_shown(room.session, Mode.TEAM, room.session.statements[0])
    assert shown.dots == NINE.counts
    assert (shown.votes, shown.owner) == (9, 5)
    assert shown.ghost is None


def test_too_few_answers_show_nothing_and_leave_the_statement_out() -> None:
    room = Room()
    room.vote("A1.1", tally(0, 0, 0, 4, 0, skipped=5), tally(0, 0, 0, 1, 0))
    shown = privacy.round_shown(room.session, Mode.TEAM, room.session.statements[0])
    assert shown == privacy.ShownStatement()
    room.vote("A1.2", NINE, tally(0, 0, 1, 0, 0))
    first = room.report.axes[0]
    assert (first.team, first.owner) == (3.6, 3.0)
    assert [one.team for one in room.report.statements] == [None, 3.6]


def test_five_answers_are_enough() -> None:
    room = Room(setup(length=45))
    room.vote("A1.1", tally(0, 0, 0, 5, 0, skipped=4))
    room.vote("A1.1", tally(0, 0, 0, 0, 5, skipped=4), number=2)
    first, second = (
        privacy.round_shown(room.session, Mode.TEAM, one) for one in room.session.statements
    )
    assert (first.team, first.dots) == (4, (0, 0, 0, 5, 0))
    assert (second.team, second.ghost) == (5, 4)


def test_an_axis_of_skips_shows_nothing() -> None:
    room = Room(setup(length=45))
    room.vote("A1.1", tally(0, 0, 0, 0, 4, skipped=5))
    first = room.report.axes[0]
    assert (first.team, first.votes, first.spread, first.consensus) == (None, None, None, None)


def test_a_raised_threshold_holds_for_every_statement() -> None:
    room = Room(setup(staff=12, smallest_team=10, length=45))
    room.vote("A1.1", tally(0, 0, 0, 9, 0, skipped=3))
    assert room.report.axes[0].team is None
    room.vote("A2.1", tally(0, 0, 0, 10, 0, skipped=2))
    assert room.report.axes[1].team == 4.0


def test_the_owner_comes_after_the_team() -> None:
    room = Room(setup(length=45))
    ballots = RoleTallies(NINE, tally(0, 0, 0, 0, 1))
    room.round(StatementSubject(statement="A1.1", number=1), ballots)
    assert room.report.axes[0].owner is None
    room.do(commands.RevealOwner(statement="A1.1", number=1))
    assert room.report.axes[0].owner == 5.0


def test_without_a_yes_the_owner_is_destroyed_at_the_close() -> None:
    room = Room(setup(length=45, owner_apart=False))
    room.do(commands.OpenVote(subject=StatementSubject(statement="A1.1", number=1)))
    room.do(commands.CloseVote(ballots=RoleTallies(NINE, tally(1, 0, 0, 0, 0))))
    assert room.session.round is not None
    assert room.session.round.counts == privacy.kept(
        Mode.TEAM, room.session.setup, NINE, tally(0, 0, 0, 0, 1)
    )
    room.do(commands.RevealVote())
    assert room.report.axes[0].owner is None
    assert room.refused(commands.RevealOwner(statement="A1.1", number=1)) == "owner_not_apart"


answers = st.tuples(*[st.integers(0, 1)] * 5).filter(lambda counts: sum(counts) <= 1)


@given(answers, answers)
def test_nothing_shown_depends_on_an_owner_without_a_yes(
    one: tuple[int, ...], other: tuple[int, ...]
) -> None:
    reports = []
    for counts in (one, other):
        room = Room(setup(length=45, owner_apart=False))
        room.axis(A1, NINE, tally(*counts))
        reports.append((room.report, room.session.statements))
    assert reports[0][0] == reports[1][0]
    tallies = [[each.counts.team for each in rounds] for _, rounds in reports]
    assert tallies[0] == tallies[1]


def test_the_owner_shown_is_the_mean_of_all_owners() -> None:
    room = Room(setup(owners=2))
    room.axis(A1, NINE, tally(0, 0, 1, 0, 1))
    assert room.report.axes[0].owner == 4.0


def test_no_owner_is_shown_for_an_axis_where_he_skipped_a_statement() -> None:
    room = Room()
    room.vote("A1.1", NINE, tally(0, 0, 0, 1, 0))
    room.vote("A1.2", NINE, tally(*NO_COUNTS, skipped=1))
    assert room.report.axes[0].owner is None


def test_mode_pooled_shows_one_word_and_how_many() -> None:
    room = pooled_room()
    room.axis(A1, FOUR, tally(1, 0, 0, 0, 0))
    first = room.report.axes[0]
    assert (first.band, first.votes) == (Band.MIDDLE, 4)
    assert (first.team, first.owner, first.spread, first.consensus, first.first) == (None,) * 5
    assert room.report.statements == ()
    shown = privacy.round_shown(room.session, Mode.POOLED, room.session.statements[0])
    assert shown == privacy.ShownStatement()


def test_mode_pooled_keeps_staff_and_owner_together_from_the_close_on() -> None:
    room = pooled_room()
    room.axis(A1, FOUR, tally(1, 0, 0, 0, 0))
    counts = room.session.statements[0].counts
    assert (counts.team, counts.owner) == (tally(1, 0, 1, 1, 1), None)


def test_fewer_than_three_votes_leave_a_pooled_statement_out() -> None:
    room = pooled_room()
    room.axis(A1, tally(0, 0, 0, 0, 1, skipped=2), tally(0, 0, 0, 0, 1))
    first = room.report.axes[0]
    assert (first.band, first.votes) == (None, None)


def test_half_a_pooled_re_vote_changes_nothing_that_is_shown() -> None:
    room = Room(setup(staff=4, owners=0, length=60))
    high, low = tally(0, 0, 0, 0, 4), tally(4, 0, 0, 0, 0)
    room.vote("A1.1", high)
    assert room.report.axes[0].band is None
    room.vote("A1.2", high)
    assert room.report.axes[0].band is Band.HIGH
    room.vote("A1.1", low, number=2)
    assert room.report.axes[0].band is Band.HIGH
    room.vote("A1.2", low, number=2)
    assert room.report.axes[0].band is Band.LOW


def test_mode_open_shows_only_what_was_agreed() -> None:
    room = Room(setup(staff=2, owners=1))
    room.do(commands.AgreeStand(axis=A2, value=3.5))
    second = room.report.axes[1]
    assert (second.agreed, second.stand, second.band) == (3.5, 3.5, None)
    assert room.session.mode is Mode.OPEN


def test_the_second_round_counts_and_the_first_stays_as_a_ghost() -> None:
    room = Room(setup(length=45))
    room.vote("A3.1", tally(5, 4, 0, 0, 0))
    room.vote("A3.1", tally(0, 0, 5, 4, 0), number=2)
    third = room.report.axes[2]
    assert (third.team, third.first) == (3.4, 1.4)
    shown = privacy.round_shown(room.session, Mode.TEAM, room.session.statements[1])
    assert shown.dots is not None
    assert shown.ghost is not None
    assert shown.ghost_spread == (1, 2)


def test_a_second_round_of_too_few_does_not_count() -> None:
    room = Room(setup(length=45))
    room.vote("A3.1", tally(0, 0, 9, 0, 0))
    room.vote("A3.1", tally(0, 0, 0, 0, 4, skipped=5), number=2)
    third = room.report.axes[2]
    assert (third.team, third.first) == (3.0, None)


def test_no_ghost_of_a_first_round_of_too_few() -> None:
    room = Room(setup(length=45))
    room.vote("A3.1", tally(0, 0, 4, 0, 0, skipped=5))
    room.vote("A3.1", tally(0, 0, 0, 0, 9), number=2)
    third = room.report.axes[2]
    assert (third.team, third.first) == (5.0, None)
    shown = privacy.round_shown(room.session, Mode.TEAM, room.session.statements[1])
    assert (shown.ghost, shown.ghost_spread) == (None, None)
    assert shown.dots is not None


@pytest.mark.parametrize(("second", "whole"), [(9, True), (8, False), (7, False), (6, True)])
def test_one_or_two_voters_more_or_less_hide_the_dots_of_the_second_round(
    second: int, whole: bool
) -> None:
    room = Room(setup(length=45))
    room.vote("A3.1", tally(0, 0, 9, 0, 0))
    room.vote("A3.1", tally(0, 0, 0, second, 0, skipped=9 - second), number=2)
    shown = privacy.round_shown(room.session, Mode.TEAM, room.session.statements[1])
    assert (shown.dots is not None) is whole
    assert (shown.spread is not None) is whole
    assert shown.team == 4


@pytest.mark.parametrize(("ballots", "shown"), [(4, False), (5, True)])
def test_choices_are_counted_aloud_from_five_voters(ballots: int, shown: bool) -> None:
    counts = ChoiceCounts(counts=(ballots, 0, 0, 0, 0, 0, 0), ballots=ballots)
    assert privacy.choice_shown(counts) is shown
    assert not privacy.choice_shown(None)


@given(
    st.integers(1, 12),
    st.booleans(),
    st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=12),
)
def test_no_view_holds_more_than_its_mode_allows(
    staff: int, apart: bool, ballots: list[tuple[int, int]]
) -> None:
    room = Room(setup(staff=staff, owner_apart=apart, length=45))
    mode = privacy.mode_of(room.session.setup)
    if mode is Mode.OPEN:
        room.do(commands.AgreeStand(axis=A1, value=3.0))
    else:
        votes = [answer for answer, _ in ballots][:staff]
        staff_tally = tally(*(votes.count(answer) for answer in range(1, 6)))
        owner = tally(*(int(ballots[0][1] == answer) for answer in range(1, 6)))
        for axis in AXES:
            room.axis(axis, staff_tally, owner)
    seen = msgspec.json.decode(msgspec.json.encode(room.report))
    for axis in seen["axes"]:
        numbers = {"team", "spread", "consensus", "first"}
        shown = {key for key in (*numbers, "owner", "band") if axis[key] is not None}
        assert mode is Mode.TEAM or not shown & numbers
        assert mode is Mode.POOLED or "band" not in shown
        assert (mode is Mode.TEAM and apart) or "owner" not in shown
        assert mode is not Mode.TEAM or axis["votes"] is None or axis["votes"] >= 5
    assert mode is Mode.TEAM or not seen["statements"]
    assert "counts" not in msgspec.json.encode(room.report).decode()


def test_skips_are_ballots_but_no_votes() -> None:
    one = Tally((0, 0, 0, 0, 5), 4)
    assert (one.votes, one.ballots) == (5, 9)
    assert not Tally((0, 0, 0, 0, -1)).is_possible


def test_every_axis_id_names_its_statement() -> None:
    assert privacy.axis_of("G3.2") is AxisId.G3
