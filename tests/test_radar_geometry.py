from math import cos, hypot, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.radar_samples import LABELS
from workshop_flows import radar
from workshop_flows.radar import Chain, chains, point_of, radius_of, wrapped


@pytest.mark.parametrize(("value", "radius"), [(1, 0.14), (3, 0.57), (5, 1.0)])
def test_radius_of_a_value(value: float, radius: float) -> None:
    assert radius_of(value) == pytest.approx(radius)


def test_first_axis_is_up_and_the_others_follow_clockwise() -> None:
    assert point_of(0, 5) == pytest.approx((0, 1))
    second, third, last = (point_of(axis, 5) for axis in (1, 2, 6))
    assert second[0] > 0 < second[1]
    assert third[0] > 0 > third[1]
    assert last == pytest.approx((-second[0], second[1]))


@given(axis=st.integers(1, 3), value=st.floats(1, 5))
def test_radar_is_symmetric(axis: int, value: float) -> None:
    x, y = point_of(axis, value)
    assert point_of(7 - axis, value) == pytest.approx((-x, y))


@given(start=st.floats(0, 7), turn=st.floats(0.01, 7), radius=st.floats(0.1, 1))
def test_arc_follows_the_circle(start: float, turn: float, radius: float) -> None:
    at = radar.polar(start, radius)
    for step in radar.arc(radius, start, start + turn):
        assert len(step) == 3
        middle = _on_curve(at, *step, share=0.5)
        assert hypot(*middle) == pytest.approx(radius, rel=3e-5)
        at = step[-1]
    assert at == pytest.approx(radar.polar(start + turn, radius))


def _on_curve(*points: radar.Point, share: float) -> radar.Point:
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    x, y = (sum(w * p[side] for w, p in zip(weights, points, strict=True)) for side in (0, 1))
    return (x, y)


def test_circle_starts_at_its_top_and_comes_back() -> None:
    circle = radar.circle((2.0, 3.0), 0.5)
    assert circle.start == (2.0, 3.5)
    assert circle.points[-1] == pytest.approx(circle.start)
    assert all(hypot(x - 2, y - 3) == pytest.approx(0.5) for x, y in circle.points)


def test_ring_leaves_room_for_its_number() -> None:
    ring = radar.ring(0.5, gap_at=0.4, gap=0.1)
    (x, y), (end_x, end_y) = ring.points[0], ring.points[-1]
    assert hypot(x - end_x, y - end_y) == pytest.approx(0.1)
    towards = radar.polar(0.4, (0.5**2 - 0.05**2) ** 0.5)
    assert ((x + end_x) / 2, (y + end_y) / 2) == pytest.approx(towards)
    assert radar.ring(0.5, gap_at=0.4, gap=0.0).closed


def test_zone_sector_fills_its_share() -> None:
    sector = radar.sector(0, 0.2, 0.4, share=0.74)
    start, end = sector.points[1], sector.points[2]
    half = 0.74 * pi / 7
    assert start == pytest.approx((-0.4 * sin(half), 0.4 * cos(half)))
    assert end == pytest.approx((0.4 * sin(half), 0.4 * cos(half)))
    assert {round(hypot(*point), 9) for point in sector.points} == {0.2, 0.4}


@pytest.mark.parametrize(
    ("present", "expected"),
    [
        ("1111111", (Chain((0, 1, 2, 3, 4, 5, 6), closed=True),)),
        ("0000000", ()),
        ("1010100", ()),
        ("1100000", (Chain((0, 1)),)),
        ("1000011", (Chain((5, 6, 0)),)),
        ("1101110", (Chain((0, 1)), Chain((3, 4, 5)))),
        ("1110111", (Chain((4, 5, 6, 0, 1, 2)),)),
    ],
)
def test_only_neighbours_are_joined(present: str, expected: tuple[Chain, ...]) -> None:
    assert chains([sign == "1" for sign in present]) == expected


def test_six_axes_do_not_close_over_the_missing_one() -> None:
    assert chains([True] * 6 + [False]) == (Chain((0, 1, 2, 3, 4, 5)),)


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("We kiezen", ("We kiezen",)),
        ("We hebben een plan", ("We hebben", "een plan")),
        ("Dat kunnen wij", ("Dat kunnen", "wij")),
        ("Het is nodig", ("Het is", "nodig")),
        ("Verzekeringsmaatschappij", ("Verzekeringsmaatschappij",)),
        ("a b c d e f g h i j", ("a b c d e", "f g h i j")),
    ],
)
def test_label_breaks_in_two_even_lines(label: str, lines: tuple[str, ...]) -> None:
    assert wrapped(label, 10) == lines


@given(st.sampled_from(LABELS) | st.text(alphabet="ab ", min_size=1, max_size=60))
def test_no_word_of_a_label_is_lost(label: str) -> None:
    lines = wrapped(label, 10)
    assert " ".join(lines).split() == label.split()
    assert len(lines) <= 2


def test_distance_to_a_line_that_is_a_point() -> None:
    assert radar.distance_to_line((3, 4), (0, 0), (0, 0)) == 5


def test_distance_to_a_line_counts_its_ends() -> None:
    assert radar.distance_to_line((0, 2), (-1, 0), (1, 0)) == 2
    assert radar.distance_to_line((4, 4), (-1, 0), (1, 0)) == 5
