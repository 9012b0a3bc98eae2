"""Geometry of the radar in unit coordinates, shared by screen, paper and pictures.

The outer ring has radius 1 and centre (0, 0); x runs right and y up. The first axis
stands at 12 o'clock and the others follow clockwise. A direction is counted in axes:
2 is the third axis, 2.5 lies halfway between it and the fourth.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import asin, ceil, cos, hypot, pi, sin, tan
from typing import Final, TypeAlias

from msgspec import Struct

from workshop_flows.vocabulary import AXES, Band

Point: TypeAlias = tuple[float, float]
Step: TypeAlias = tuple[Point] | tuple[Point, Point, Point]
"""A straight line to a point, or a cubic Bezier curve: two handles and its end."""

COUNT: Final = len(AXES)
CENTRE: Final[Point] = (0.0, 0.0)
INNER: Final = 0.14
"""Radius of the value 1: the centre itself is no value."""
VALUES: Final = (1, 2, 3, 4, 5)
ZONES: Final = (Band.LOW, Band.MIDDLE, Band.HIGH)
ZONE_RADII: Final = tuple(INNER + (1 - INNER) * step / len(ZONES) for step in range(4))
"""Edges of the three rings in mode pooled, equally wide."""
ZONE_VALUES: Final = (1.0, 2.5, 3.5, 5.0)
"""Edges of the zones on the scale of values."""
ZONE_SHARE: Final = 0.74
"""The part of its sector that a zone fills."""


class Outline(Struct, frozen=True):
    """A path: where it starts, its steps, and whether it closes."""

    start: Point
    steps: tuple[Step, ...]
    closed: bool = False

    @property
    def points(self) -> tuple[Point, ...]:
        """The points on the path itself, without the handles of its curves."""
        return (self.start, *(step[-1] for step in self.steps))


class Chain(Struct, frozen=True):
    """Neighbouring axes to be joined by a line; closed: all seven, back to the first."""

    axes: tuple[int, ...]
    closed: bool = False


def angle_of(axis: float) -> float:
    """Return the angle of a direction, in radians clockwise from 12 o'clock."""
    return axis * 2 * pi / COUNT


def radius_of(value: float) -> float:
    """Return the radius of a value: 1 lies on 0.14 and 5 on the outer ring."""
    return INNER + (1 - INNER) * (value - 1) / 4


def polar(axis: float, radius: float) -> Point:
    angle = angle_of(axis)
    return (radius * sin(angle), radius * cos(angle))


def point_of(axis: float, value: float) -> Point:
    return polar(axis, radius_of(value))


def polyline(points: Sequence[Point], *, closed: bool = False) -> Outline:
    return Outline(points[0], tuple((point,) for point in points[1:]), closed)


def circle(centre: Point, radius: float) -> Outline:
    """Return a closed circle that starts at its top and runs clockwise."""
    steps = arc(radius, 0, COUNT, centre)
    return Outline((centre[0], centre[1] + radius), steps, closed=True)


def arc(radius: float, start: float, end: float, centre: Point = CENTRE) -> tuple[Step, ...]:
    """Return the curves around a centre from direction `start` to `end`.

    Clockwise when `end` is the larger. Pieces of at most a sixth of a turn stay within
    0.00002 of the true circle, in radii.
    """
    pieces = max(1, ceil(abs(end - start) * 6 / COUNT))
    width = (end - start) / pieces
    ends = [start + piece * width for piece in range(pieces + 1)]
    return tuple(_curve(radius, first, last, centre) for first, last in pairwise(ends))


def _curve(radius: float, start: float, end: float, centre: Point) -> Step:
    handle = 4 / 3 * tan(angle_of(end - start) / 4)
    (x, y), (first_x, first_y), (last_x, last_y) = centre, polar(start, radius), polar(end, radius)
    return (
        (x + first_x + handle * first_y, y + first_y - handle * first_x),
        (x + last_x - handle * last_y, y + last_y + handle * last_x),
        (x + last_x, y + last_y),
    )


def ring(radius: float, gap_at: float, gap: float) -> Outline:
    """Return a circle around (0, 0) with a gap of that length for its number.

    `gap` nought closes the circle.
    """
    if not gap:
        return circle(CENTRE, radius)
    half = asin(min(1.0, gap / 2 / radius)) * COUNT / (2 * pi)
    start = gap_at + half
    return Outline(polar(start, radius), arc(radius, start, gap_at - half + COUNT))


def sector(axis: float, inner: float, outer: float, share: float = 1.0) -> Outline:
    """Return the piece of the sector of `axis` between two radii; inner 0 is a wedge."""
    start, end = axis - share / 2, axis + share / 2
    around = arc(outer, start, end)
    if not inner:
        return Outline(CENTRE, ((polar(start, outer),), *around), closed=True)
    back: tuple[Step, ...] = ((polar(end, inner),), *arc(inner, end, start))
    return Outline(polar(start, inner), ((polar(start, outer),), *around, *back), closed=True)


def chains(present: Sequence[bool]) -> tuple[Chain, ...]:
    """Return what may be joined: neighbours that are both there, in clockwise order."""
    return chains_of(there and present[(axis + 1) % COUNT] for axis, there in enumerate(present))


def chains_of(edges: Iterable[bool]) -> tuple[Chain, ...]:
    """Return the chains of the edges that are drawn; edge k joins axis k and the next."""
    drawn = tuple(edges)
    if all(drawn):
        return (Chain(tuple(range(COUNT)), closed=True),)
    found = []
    for first in range(COUNT):
        if drawn[first] and not drawn[first - 1]:
            length = next(step for step in range(1, COUNT) if not drawn[(first + step) % COUNT])
            found.append(Chain(tuple((first + step) % COUNT for step in range(length + 1))))
    return tuple(found)


def wrapped(label: str, limit: int) -> tuple[str, ...]:
    """Return the label in one line of at most `limit` characters, else in two.

    The break makes the longest line as short as can be, and of equals the first line the
    longer. Characters are counted, not measured, so that all surfaces break alike.
    """
    words = label.split()
    if len(label) <= limit or len(words) < 2:
        return (" ".join(words),)
    breaks = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(len(words) - 1, 0, -1)]
    return min(breaks, key=lambda lines: max(map(len, lines)))


def distance(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def distance_to_line(point: Point, start: Point, end: Point) -> float:
    """Return the distance from a point to the nearest place of a line segment."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0
    along = min(1.0, max(0.0, along))
    return distance(point, (start[0] + along * dx, start[1] + along * dy))
