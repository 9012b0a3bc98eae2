"""What the radar draws, whatever it is drawn on."""

from collections.abc import Iterator, Sequence
from math import hypot
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from reports.radar_matplotlib import text_width
from tests.radar_samples import LABELS, OWNER, SPREAD, STYLE, TEAM, ZONE_WORDS, few, view, views
from workshop_flows import radar
from workshop_flows.radar import Point, point_of
from workshop_flows.radar_marks import Layer, Primitive, Series, Shape, Text, legend_mark
from workshop_flows.radar_scene import STILL, extent, number_direction, scene, series_shown
from workshop_flows.views import RadarView
from workshop_flows.vocabulary import Band, Mode

NONE: tuple[None, ...] = (None,) * 7
Box = tuple[float, float, float, float]


def drawn(of: RadarView, **style: Any) -> tuple[Primitive, ...]:
    return scene(of, replace(STYLE, **style), ZONE_WORDS)


def shapes(of: RadarView, *layers: Layer) -> list[Shape]:
    return [one for one in drawn(of) if isinstance(one, Shape) and one.layer in layers]


def texts(drawing: Sequence[Primitive], layer: Layer = Layer.LABELS) -> list[Text]:
    return [one for one in drawing if isinstance(one, Text) and one.layer is layer]


def roles(drawing: Sequence[Primitive]) -> Iterator[str]:
    for one in drawing:
        if isinstance(one, Text):
            yield from (run.role for run in one.runs)
        else:
            yield from (paint.role for paint in (one.fill, one.stroke) if paint)


def middle(shape: Shape) -> Point:
    left, bottom, right, top = shape_box(shape)
    return ((left + right) / 2, (bottom + top) / 2)


def shape_box(shape: Shape) -> Box:
    xs, ys = zip(*(point for one in shape.outlines for point in one.points), strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


def segments(of: RadarView, layer: Layer, role: str) -> int:
    found = [one for one in shapes(of, layer) if one.stroke and one.stroke.role == role]
    return sum(len(line.steps) + line.closed for one in found for line in one.outlines)


def values(changes: dict[int, float]) -> list[float | None]:
    return [changes.get(axis) for axis in range(7)]


# The whole drawing


@few
@given(views())
def test_layers_come_in_paint_order(of: RadarView) -> None:
    layers = [one.layer for one in drawn(of)]
    assert layers == sorted(layers)


@few
@given(views())
def test_all_but_labels_and_flags_stays_in_the_disc(of: RadarView) -> None:
    for one in drawn(of):
        if isinstance(one, Shape) and one.layer not in (Layer.TARGETS,):
            for point in (point for outline in one.outlines for point in outline.points):
                assert hypot(*point) < 1 + 3.4 * STYLE.line
    for one in shapes(of, Layer.STAND_LINE, Layer.OWNER_LINE, Layer.SPREAD, Layer.ZONES):
        for point in (point for outline in one.outlines for point in outline.points):
            assert hypot(*point) < 1 + 2 * STYLE.line


@few
@given(views())
def test_same_view_gives_the_same_drawing(of: RadarView) -> None:
    assert drawn(of) == drawn(of)


def test_static_layers_do_not_move_with_the_values() -> None:
    before, after = (view(team=team) for team in (TEAM, [value + 0.5 for value in TEAM]))
    still = [
        [one for one in drawn(of, numbers_at=0.5) if one.layer in STILL] for of in (before, after)
    ]
    assert still[0] == still[1]
    assert {one.layer for one in still[0]} == STILL


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (view(), ()),
        (view(team=TEAM), ("team",)),
        (view(team=TEAM, owner=OWNER, spread=SPREAD), ("team", "owner", "spread")),
        (view(team=TEAM, owner=TEAM, target=TEAM), ("team", "owner", "target")),
        (view(team=TEAM, agreed=[5.0] * 7), ("agreed", "first")),
        (view(team=TEAM, first=values({1: 2.0}), earlier=OWNER), ("team", "earlier", "first")),
        (view(team=TEAM, spread=[(3.0, 3.0)] * 7), ("team",)),
        (view(Mode.OPEN, agreed=TEAM, earlier_zone=[Band.LOW] * 7), ("agreed", "earlier_zone")),
        (view(Mode.POOLED, zone=[Band.LOW] * 7, target=TEAM), ("zone", "target")),
    ],
)
def test_legend_names_what_is_drawn(of: RadarView, expected: tuple[Series, ...]) -> None:
    assert series_shown(of) == expected


@pytest.mark.parametrize("series", get_args(Series))
def test_legend_mark_fits_its_box(series: Series) -> None:
    for shape in legend_mark(series, STYLE):
        half = shape.stroke.width / 2 if shape.stroke else 0
        for x, y in (point for outline in shape.outlines for point in outline.points):
            assert 0 <= x <= 1
            assert abs(y) + half <= 0.5


# Mode team


@few
@given(views(modes=[Mode.TEAM, Mode.OPEN]))
def test_missing_values_are_never_bridged(of: RadarView) -> None:
    there = [
        one.agreed is not None or (of.mode is Mode.TEAM and one.team is not None)
        for one in of.spokes
    ]
    neighbours = sum(there[axis] and there[axis - 1] for axis in range(7))
    lines = [segments(of, Layer.STAND_LINE, role) for role in ("team", "ink")]
    assert sum(lines) == neighbours


def test_seven_values_close_the_line() -> None:
    (line,) = shapes(view(team=TEAM), Layer.STAND_LINE)
    assert line.outlines[0].closed
    assert line.outlines[0].points == tuple(point_of(*one) for one in enumerate(TEAM))


def test_line_runs_through_the_agreed_stand_in_ink_between_two_of_them() -> None:
    of = view(team=TEAM, agreed=values({1: 2.0, 2: 4.0, 5: 3.0}))
    team, ink = shapes(of, Layer.STAND_LINE)
    assert team.stroke is not None
    assert ink.stroke is not None
    assert ink.stroke.width > team.stroke.width
    assert [line.points for line in ink.outlines] == [(point_of(1, 2.0), point_of(2, 4.0))]
    assert segments(of, Layer.STAND_LINE, "team") == 6
    assert point_of(5, 3.0) in team.outlines[0].points


def test_agreed_stand_is_a_square_in_ink_and_the_teams_mean_its_ghost() -> None:
    of = view(team=TEAM, agreed=values({1: 2.0}))
    marks = shapes(of, Layer.STAND_MARKS)
    assert [one.fill.role for one in marks if one.fill].count("ink") == 1
    (ghost,) = shapes(of, Layer.GHOSTS)
    assert middle(ghost) == pytest.approx(point_of(1, TEAM[1]), abs=1e-3)
    assert ghost.stroke is not None
    assert ghost.stroke.dash is not None


def test_first_vote_is_a_ghost_unless_it_lies_under_the_mark() -> None:
    of = view(team=TEAM, first=values({0: 2.0, 1: TEAM[1]}))
    assert [middle(one) for one in shapes(of, Layer.GHOSTS)] == [
        pytest.approx(point_of(0, 2.0), abs=1e-3)
    ]


def test_spread_takes_the_place_of_the_fill() -> None:
    assert shapes(view(team=TEAM), Layer.STAND_FILL)[0].fill.opacity == STYLE.fill_opacity  # type: ignore[union-attr]
    of = view(team=TEAM, spread=SPREAD)
    assert not shapes(of, Layer.STAND_FILL)
    (band,) = shapes(of, Layer.SPREAD)
    outer, inner = band.outlines
    assert outer.points == tuple(point_of(axis, high) for axis, (_, high) in enumerate(SPREAD))
    assert set(inner.points) == {point_of(axis, low) for axis, (low, _) in enumerate(SPREAD)}
    assert _turns(outer.points) == -_turns(inner.points), "the hole must stay open"


def _turns(points: Sequence[Point]) -> int:
    around = zip(points, (*points[1:], points[0]), strict=True)
    return 1 if sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in around) > 0 else -1


def test_spread_of_a_lonely_axis_is_a_bar_on_its_spoke() -> None:
    (band,) = shapes(view(spread=[None, None, (2.0, 4.0), *NONE[:4]]), Layer.SPREAD)
    assert middle(band) == pytest.approx(point_of(2, 3.0))


def test_owner_lies_over_the_team_where_they_meet_and_under_it_elsewhere() -> None:
    of = view(team=TEAM, owner=[TEAM[0], *OWNER[1:3], *NONE[:4]])
    (meeting,) = shapes(of, Layer.MEETINGS)
    assert meeting.fill is None
    assert middle(meeting) == pytest.approx(point_of(0, TEAM[0]))
    elsewhere = shapes(of, Layer.OWNER_MARKS)
    assert all(one.fill for one in elsewhere)
    assert len(elsewhere) == 2
    assert Layer.OWNER_MARKS < Layer.STAND_MARKS < Layer.MEETINGS


@few
@given(views())
def test_owner_is_drawn_only_in_mode_team_and_never_beside_the_earlier_session(
    of: RadarView,
) -> None:
    earlier = any(one.earlier is not None or one.earlier_zone for one in of.spokes)
    if earlier or of.mode is not Mode.TEAM:
        hidden = RadarView(
            mode=of.mode, spokes=tuple(replace(one, owner=None) for one in of.spokes)
        )
        assert "owner" not in roles(drawn(of))
        assert drawn(of) == drawn(hidden)
    else:
        assert ("owner" in roles(drawn(of))) == any(one.owner is not None for one in of.spokes)


def test_axis_without_a_value_has_a_dotted_spoke() -> None:
    dotted = [
        one
        for one in shapes(view(team=values({0: 3.0, 1: 3.0})), Layer.GRID)
        if one.stroke and one.stroke.dash
    ]
    assert [len(one.outlines) for one in dotted] == [5]
    assert not any(one.stroke and one.stroke.dash for one in shapes(view(team=TEAM), Layer.GRID))


def test_earlier_session_is_dotted_with_open_squares() -> None:
    of = view(team=TEAM, earlier=OWNER)
    (line,) = shapes(of, Layer.EARLIER_LINE)
    assert line.stroke is not None
    assert line.stroke.round_ends
    assert line.outlines[0].points == tuple(point_of(*one) for one in enumerate(OWNER))
    assert len(shapes(of, Layer.EARLIER_MARKS)) == 7


def test_earlier_zone_beside_values_spans_the_values_of_that_zone() -> None:
    of = view(team=TEAM, earlier_zone=[Band.MIDDLE, *NONE[:6]])
    (outline,) = shapes(of, Layer.EARLIER_ZONES)
    radii = [hypot(*point) for point in outline.outlines[0].points]
    assert min(radii) == pytest.approx(radar.radius_of(2.5))
    assert max(radii) == pytest.approx(radar.radius_of(3.5))


# Mode pooled and mode open


@few
@given(views(modes=[Mode.POOLED]), st.data())
def test_pooled_draws_nothing_finer_than_zones(of: RadarView, data: st.DataObject) -> None:
    same_zone = {
        Band.LOW: st.sampled_from([1.0, 1.5, 2.0]),
        Band.MIDDLE: st.sampled_from([2.5, 3.0, 3.5]),
        Band.HIGH: st.sampled_from([4.0, 4.5, 5.0]),
    }

    def other(value: float | None) -> float | None:
        if value is None:
            return None
        zone = Band.LOW if value < 2.5 else Band.MIDDLE if value <= 3.5 else Band.HIGH
        return data.draw(same_zone[zone])

    spokes = tuple(
        replace(
            one,
            agreed=other(one.agreed),
            target=other(one.target),
            earlier=other(one.earlier),
            team=None,
            owner=None,
            first=None,
            spread=None,
        )
        for one in of.spokes
    )
    assert drawn(of) == drawn(RadarView(mode=of.mode, spokes=spokes))


def test_pooled_fills_the_reached_zone_and_outlines_those_under_it() -> None:
    of = view(Mode.POOLED, zone=[Band.LOW, Band.MIDDLE, Band.HIGH, *NONE[:4]])
    fills = [one.fill.role for one in shapes(of, Layer.ZONES) if one.fill]
    assert fills == ["team", "team_soft", "team", "team_soft", "team_soft", "team"]
    words = [run.text for one in texts(drawn(of)) for run in one.runs if run.role == "team"]
    assert words == ["laag", "midden", "hoog"]


def test_pooled_draws_an_agreed_stand_as_its_zone() -> None:
    agreed = view(Mode.POOLED, zone=[Band.LOW] * 7, agreed=[3.5] * 7)
    assert drawn(agreed) == drawn(view(Mode.POOLED, zone=[Band.MIDDLE] * 7))


def test_pooled_flag_stands_amid_the_zone_of_its_value() -> None:
    of = view(Mode.POOLED, agreed=[2.0] * 7, target=[3.0, *NONE[:6]])
    foot = shapes(of, Layer.TARGETS)[-1]
    assert middle(foot) == pytest.approx((0, (0.14 + 1) / 2), abs=1e-3)


@few
@given(views(modes=[Mode.OPEN]))
def test_open_draws_agreed_stands_and_nothing_of_votes(of: RadarView) -> None:
    spokes = tuple(
        replace(one, team=None, owner=None, first=None, spread=None, zone=None) for one in of.spokes
    )
    assert drawn(of) == drawn(RadarView(mode=of.mode, spokes=spokes))
    assert not {"team", "team_soft", "owner"} & set(roles(drawn(of)))


# Flags, labels and numbers


def test_flags_only_where_a_target_is_given_with_their_foot_on_it() -> None:
    of = view(team=TEAM, target=values({3: 4.1}))
    assert len(shapes(of, Layer.TARGETS)) == 3
    assert middle(shapes(of, Layer.TARGETS)[-1]) == pytest.approx(point_of(3, 4.1), abs=1e-3)


def text_box(text: Text) -> Box:
    width = sum(text_width(run) for run in text.runs) * text.size
    x, y = text.at
    left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[text.align] * width
    return (left, y - 0.2 * text.size, left + width, y + 0.7 * text.size)


def painted_box(shape: Shape) -> Box:
    half = shape.stroke.width / 2 if shape.stroke else 0
    left, bottom, right, top = shape_box(shape)
    return (left - half, bottom - half, right + half, top + half)


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("target", [1.0, 2.0, 3.0, 4.0, 4.3, 4.6, 4.8, 5.0])
@pytest.mark.parametrize("emphasised", [True, False])
def test_no_flag_or_mark_lies_over_a_label(mode: Mode, target: float, emphasised: bool) -> None:
    of = view(
        mode,
        team=[5.0] * 7,
        owner=[5.0] * 7,
        agreed=[5.0] * 7,
        target=[target] * 7,
        emphasised=[emphasised] * 7,
    )
    labels = [text_box(one) for one in texts(drawn(of))]
    for one in shapes(of, Layer.TARGETS, Layer.STAND_MARKS, Layer.MEETINGS):
        assert not any(overlap(painted_box(one), label) for label in labels)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("size", [0.06, 0.08, 0.107, 0.13])
@pytest.mark.parametrize(
    "labels",
    [LABELS, ["We moeten het samen eens zijn"] * 7, ["Kort"] * 7, ["Werkoverleg " * 3] * 7],
)
def test_labels_lie_outside_and_clear_of_each_other(
    mode: Mode, size: float, labels: Sequence[str]
) -> None:
    of = view(mode, label=labels, zone=[Band.MIDDLE] * 7, agreed=[3.0] * 7)
    boxes = [text_box(one) for one in texts(drawn(of, label=size))]
    for at, (left, bottom, right, top) in enumerate(boxes):
        nearest = (max(left, min(0.0, right)), max(bottom, min(0.0, top)))
        assert hypot(*nearest) > 1.0
        for other in boxes[at + 1 :]:
            assert not overlap((left, bottom, right, top), other)


def test_label_has_at_most_two_lines_and_the_zone_a_line_of_its_own() -> None:
    labels = ["We moeten het samen toch maar eens gaan doen"] * 7
    for mode, most in ((Mode.TEAM, 2), (Mode.POOLED, 3)):
        of = view(mode, label=labels, team=TEAM, zone=[Band.LOW] * 7)
        assert len(texts(drawn(of))) == 7 * most


def test_emphasised_axis_has_a_wedge_and_a_bold_label() -> None:
    of = view(team=TEAM, emphasised=[axis == 3 for axis in range(7)])
    ground = shapes(of, Layer.GROUND)
    assert [one.fill.role for one in ground if one.fill] == ["surface", "mark_soft"]
    bold = [run.text for one in texts(drawn(of)) for run in one.runs if run.bold]
    assert bold == ["Het is", "nodig"]


def test_small_radar_has_no_text_or_only_numbers_and_the_emphasised_name() -> None:
    of = view(team=values({0: 3.0}), emphasised=[axis == 1 for axis in range(7)])
    assert not any(isinstance(one, Text) for one in drawn(of, labels="none"))
    written = [run.text for one in texts(drawn(of, labels="numbers")) for run in one.runs]
    assert written == ["1", "We helpen", "elkaar", "3", "4", "5", "6", "7"]


@few
@given(views(modes=[Mode.TEAM, Mode.OPEN]))
def test_ring_numbers_lie_on_their_rings_under_the_data(of: RadarView) -> None:
    numbers = texts(drawn(of), Layer.NUMBERS)
    at = number_direction(of, STYLE)
    assert 0.3 < at < 0.7
    for value, number in enumerate(numbers, start=1):
        x, y = point_of(at, value)
        assert number.runs[0].text == str(value)
        assert number.at == pytest.approx((x, y - 0.34 * number.size))
    assert Layer.NUMBERS < Layer.SPREAD


def test_ring_numbers_make_way_for_the_lines() -> None:
    preferred = number_direction(view(), STYLE)
    crossing = view(team=[3.8, 2.6, *TEAM[2:]])
    moved = number_direction(crossing, STYLE)
    assert moved != preferred
    ends = [point_of(axis, value) for axis, value in enumerate((3.8, 2.6))]
    near = [min(_gaps(at, ends[0], ends[1])) for at in (preferred, moved)]
    assert near[0] < 0.6 * 0.84 * STYLE.label < near[1]


def _gaps(at: float, *line: Point) -> Iterator[float]:
    for value in radar.VALUES:
        yield radar.distance_to_line(point_of(at, value), *line)


def test_ring_numbers_stand_where_the_lines_are_least_near_when_none_is_free() -> None:
    flat = view(team=[2.0, 2.0, *TEAM[2:]])
    assert number_direction(flat, STYLE) == 0.48
    assert number_direction(flat, replace(STYLE, numbers_at=0.5)) == 0.5


@few
@given(views())
def test_extent_covers_the_drawing(of: RadarView) -> None:
    drawing = drawn(of)
    reach = extent(drawing, text_width)
    assert min(reach.left, reach.right, reach.up, reach.down) >= 1
    boxes = [text_box(one) if isinstance(one, Text) else shape_box(one) for one in drawing]
    for left, bottom, right, top in boxes:
        assert -reach.left - 0.01 <= left
        assert right <= reach.right + 0.01
        assert -reach.down - 0.01 <= bottom
        assert top <= reach.up + 0.01
