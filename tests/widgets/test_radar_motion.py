"""What lies between two radars."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.radar_samples import STYLE, TEAM, few, view, views
from widgets.radar_motion import CENTRE_VALUE, LAST_START, between, eased
from workshop_flows.radar import CENTRE, COUNT, distance, point_of
from workshop_flows.radar_series import series, stand_of, zone_of
from workshop_flows.views import RadarView
from workshop_flows.vocabulary import Band, Mode

NUMBERS = ("team", "owner", "agreed", "earlier", "target")
SHARES = [step / 20 for step in range(21)]
shares = st.floats(0, 1)


def column(of: RadarView, name: str) -> list[float | None]:
    return [getattr(spoke, name) for spoke in of.spokes]


@few
@given(views(), views())
def test_the_end_is_the_end_itself(start: RadarView, end: RadarView) -> None:
    assert between(start, end, 1.0) is end


@few
@given(views(), views(), shares)
def test_every_frame_can_be_drawn(start: RadarView, end: RadarView, share: float) -> None:
    frame = between(start, end, share)
    list(series(frame, STYLE))
    for name in NUMBERS:
        assert all(one is None or CENTRE_VALUE - 1e-9 <= one <= 5 for one in column(frame, name))


@few
@given(st.data(), st.sampled_from(Mode))
def test_values_never_turn_back(data: st.DataObject, mode: Mode) -> None:
    start, end = data.draw(views([mode])), data.draw(views([mode]))
    frames = [between(start, end, share) for share in SHARES[:-1]]
    for name in ("team", "owner", "agreed", "earlier", "target"):
        for axis in range(COUNT):
            seen = [one for frame in frames if (one := column(frame, name)[axis]) is not None]
            assert sorted(seen) in (seen, seen[::-1])


@few
@given(st.data(), st.sampled_from(Mode))
def test_the_first_frame_is_what_was_there_and_stays(data: st.DataObject, mode: Mode) -> None:
    start, end = data.draw(views([mode])), data.draw(views([mode]))
    frame = between(start, end, 0.0)
    for axis in range(COUNT):
        before, there = start.spokes[axis], frame.spokes[axis]
        if mode is Mode.POOLED:
            taken = zone_of(end.spokes[axis]) is None
            assert zone_of(there) == (None if taken else zone_of(before))
            continue
        stand, drawn = stand_of(mode, before), stand_of(mode, there)
        if stand_of(mode, end.spokes[axis]) is None:
            assert drawn is None
        else:
            assert drawn == (CENTRE_VALUE if stand is None and drawn is not None else stand)


def test_what_is_taken_away_is_gone_at_once() -> None:
    start = view(team=TEAM, owner=TEAM, earlier=TEAM, spread=[(2.0, 4.0)] * 7, target=TEAM)
    frame = between(start, view(team=[3.0] * 7), 0.01)
    assert column(frame, "owner") == column(frame, "earlier") == [None] * 7
    assert column(frame, "spread") == column(frame, "target") == [None] * 7
    assert column(between(start, view(), 0.01), "team") == [None] * 7


def test_what_appears_grows_out_of_the_centre() -> None:
    start, end = view(), view(team=[4.0] + [None] * 6)
    first = between(start, end, 0.001).spokes[0].team
    assert first is not None
    assert distance(point_of(0, first), CENTRE) < 0.01
    assert column(between(start, end, 0.5), "team")[1:] == [None] * 6


def test_axes_that_appear_together_grow_one_after_the_other() -> None:
    start, end = view(), view(team=TEAM)
    early = column(between(start, end, 0.01), "team")
    assert early[0] is not None
    assert early[1:] == [None] * 6
    middle = column(between(start, end, LAST_START + 0.1), "team")
    shares = [
        (one - CENTRE_VALUE) / (goal - CENTRE_VALUE)
        for one, goal in zip(middle, TEAM, strict=True)
        if one is not None
    ]
    assert shares == sorted(shares, reverse=True)
    assert len(shares) == COUNT


def test_an_axis_that_was_there_does_not_wait_for_new_ones() -> None:
    start = view(team=[2.0] + [None] * 6)
    end = view(team=[4.0] * 7)
    assert (column(between(start, end, 0.1), "team")[0] or 0) > 2.0


def test_a_transition_slows_down() -> None:
    ways = [eased(share) for share in SHARES]
    steps = [after - before for before, after in pairwise(ways)]
    assert ways[0] == 0
    assert ways[-1] == 1
    assert steps == sorted(steps, reverse=True)


def test_an_agreed_stand_leaves_from_the_vote() -> None:
    start, end = view(team=[3.0] * 7), view(team=[3.0] * 7, agreed=[4.0] * 7)
    assert column(between(start, end, 0.0), "agreed") == [3.0] * 7
    assert column(between(start, end, 0.0), "team") == [3.0] * 7
    back = column(between(end, start, 0.999), "agreed")
    assert back == pytest.approx([3.0] * 7, abs=1e-6)


def test_a_flag_is_carried_from_the_stand() -> None:
    start, end = view(team=[3.0] * 7), view(team=[3.0] * 7, target=[4.0] * 7)
    assert column(between(start, end, 0.0), "target") == [3.0] * 7
    assert column(between(end, start, 0.0), "target") == [None] * 7


def test_the_spread_opens_around_the_team() -> None:
    start, end = view(team=[3.0] * 7), view(team=[3.0] * 7, spread=[(2.0, 4.0)] * 7)
    assert column(between(start, end, 0.0), "spread") == [(3.0, 3.0)] * 7
    low, high = between(start, end, 0.5).spokes[0].spread or (0, 0)
    assert 3 - low == pytest.approx(high - 3)


def test_the_vote_before_the_talk_stays_where_it_was() -> None:
    start = view(team=[2.0] * 7)
    end = view(team=[4.0] * 7, first=[2.0] * 7)
    assert column(between(start, end, 0.5), "first") == [2.0] * 7


def test_a_zone_is_reached_step_by_step() -> None:
    start, end = view(Mode.POOLED), view(Mode.POOLED, zone=[Band.HIGH] + [None] * 6)
    seen = [between(start, end, share).spokes[0].zone for share in SHARES]
    steps = list(dict.fromkeys(seen))
    assert steps == [None, Band.LOW, Band.MIDDLE, Band.HIGH]


def test_an_agreed_zone_replaces_the_vote() -> None:
    start = view(Mode.POOLED, zone=[Band.HIGH] * 7)
    end = view(Mode.POOLED, zone=[Band.HIGH] * 7, agreed=[1.0] * 7)
    seen = [zone_of(between(start, end, share).spokes[0]) for share in SHARES]
    assert list(dict.fromkeys(seen)) == [Band.HIGH, Band.MIDDLE, Band.LOW]


def test_another_mode_comes_at_once() -> None:
    end = view(Mode.OPEN, agreed=[3.0] * 7)
    assert between(view(team=TEAM), end, 0.0) is end
