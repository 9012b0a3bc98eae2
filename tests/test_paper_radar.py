"""The radar on paper shows what the report holds, as its mode allows."""

import pytest
from msgspec.structs import replace

from tests import paper_samples as samples
from workshop_flows.radar_view import radar_view, zone_of
from workshop_flows.views import Earlier, EarlierAxis
from workshop_flows.vocabulary import AXES, AxisId, Band, Mode


def test_a_team_sees_its_numbers() -> None:
    view = radar_view(samples.team())
    assert [one.id for one in view.spokes] == list(AXES)
    assert [one.team for one in view.spokes] == list(samples.TEAM)
    assert [one.owner for one in view.spokes] == list(samples.OWNER)
    assert [one.spread for one in view.spokes] == list(samples.SPREAD)
    assert {one.id for one in view.spokes if one.emphasised} == {AxisId.G2, AxisId.A4, AxisId.A3}
    assert {one.id: one.target for one in view.spokes if one.target} == {
        AxisId.A3: 5.0,
        AxisId.A4: 4.5,
        AxisId.G2: 3.3,
    }
    assert {one.id for one in view.spokes if one.first is not None} == {AxisId.A3}
    assert view.spokes[3].agreed == 3.5


def test_the_owner_makes_way_for_the_earlier_session() -> None:
    view = radar_view(samples.follow_up())
    assert all(one.owner is None for one in view.spokes)
    assert [one.earlier for one in view.spokes] == [3.8, 4.5, 3.5, 3.1, 3.1, 2.3, 2.5]


def test_few_people_see_zones() -> None:
    loud = samples.pooled()
    axes = tuple(replace(axis, team=3.7, owner=4.3, first=2.2, spread=(1, 5)) for axis in loud.axes)
    view = radar_view(replace(loud, axes=axes))
    assert view.mode is Mode.POOLED
    for spoke, band in zip(view.spokes, samples.BANDS, strict=True):
        assert (spoke.team, spoke.owner, spoke.first, spoke.spread, spoke.agreed) == (None,) * 5
        assert spoke.zone is (Band.HIGH if spoke.id is AxisId.A4 else band)


def test_an_open_talk_sees_what_was_agreed() -> None:
    talk = samples.open_talk()
    axes = tuple(replace(axis, team=3.7, owner=4.3, first=2.2, spread=(1, 5)) for axis in talk.axes)
    for spoke in radar_view(replace(talk, axes=axes)).spokes:
        assert (spoke.team, spoke.owner, spoke.first, spoke.spread, spoke.zone) == (None,) * 5
        assert spoke.agreed is not None


@pytest.mark.parametrize(
    ("stand", "zone"),
    [(1.0, Band.LOW), (2.4, Band.LOW), (2.5, Band.MIDDLE), (3.5, Band.MIDDLE), (3.6, Band.HIGH)],
)
def test_the_zone_of_a_stand(stand: float, zone: Band) -> None:
    assert zone_of(stand, None) is zone
    assert zone_of(stand, Band.LOW) is zone


def test_without_a_stand_the_zone_is_the_one_that_was_shown() -> None:
    assert zone_of(None, Band.HIGH) is Band.HIGH
    assert zone_of(None, None) is None


def test_an_earlier_session_of_a_smaller_group_is_a_zone() -> None:
    then = tuple(
        EarlierAxis(id=axis, stand=None, band=Band.LOW, target=None, change=None, goal=None)
        for axis in AXES
    )
    earlier = Earlier(date=samples.facts().date, axes=then)
    for report in (samples.team(), samples.pooled()):
        for spoke in radar_view(replace(report, earlier=earlier)).spokes:
            assert spoke.earlier is None
            assert spoke.earlier_zone is Band.LOW


def test_few_people_see_an_earlier_stand_as_its_zone() -> None:
    view = radar_view(replace(samples.pooled(), earlier=samples.follow_up().earlier))
    assert all(one.earlier is None for one in view.spokes)
    assert view.spokes[0].earlier_zone is Band.HIGH
