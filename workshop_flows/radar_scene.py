"""The radar as a list of shapes and texts in paint order: one description for all surfaces.

`scene` is pure: the same view and style give the same drawing. To animate, blend two
views number by number and describe the blend (with `numbers_at` fixed). Primitives compare
by value, so a surface sees whether what stands still (`STILL`) is what it painted before.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from workshop_flows import radar
from workshop_flows.radar import Outline, Point
from workshop_flows.radar_labels import labels
from workshop_flows.radar_marks import (
    Fill,
    Layer,
    Primitive,
    Run,
    Series,
    Shape,
    Stroke,
    Style,
    Text,
)
from workshop_flows.radar_series import is_done, owner_values, series, stand_values
from workshop_flows.views import RadarView
from workshop_flows.vocabulary import Band, Mode

NUMBER_SIZE: Final = 0.84
"""Of the size of the labels."""
NUMBER_DIRECTIONS: Final = (0.42, 0.66, 0.54, 0.48, 0.6)
"""Where the ring numbers may stand, in the first sector, in order of preference."""

STILL: Final = frozenset({Layer.GROUND, Layer.GRID, Layer.NUMBERS, Layer.LABELS})
"""Layers that do not move with the values; a spoke does become solid with its first value."""

TextWidth = Callable[[Run], float]
"""The width of a text on a surface, where the size of the font is 1."""


class Extent(Struct, frozen=True):
    """How far a drawing reaches from the centre of the radar, each nought or more."""

    left: float
    right: float
    up: float
    down: float


def scene(view: RadarView, style: Style, zone_words: Mapping[Band, str]) -> tuple[Primitive, ...]:
    """Return the whole drawing in paint order.

    `zone_words` are written with the labels in mode pooled; elsewhere they are not used.
    """
    parts: list[Primitive] = [
        *_ground(view, style),
        *_grid(view, style),
        *_numbers(view, style),
        *series(view, style),
        *labels(view, style, zone_words),
    ]
    return tuple(sorted(parts, key=lambda part: part.layer))


def series_shown(view: RadarView) -> tuple[Series, ...]:
    """Return the series that the drawing holds, in the order of a legend."""
    drawn = {_series_of(shape) for shape in series(view, Style(line=0.02, label=0.1))}
    return tuple(one for one in LEGEND_ORDER if one in drawn)


LEGEND_ORDER: Final[tuple[Series, ...]] = (
    "team",
    "zone",
    "agreed",
    "owner",
    "earlier",
    "earlier_zone",
    "spread",
    "target",
    "first",
)
_SERIES_OF_LAYER: Final[dict[Layer, Series]] = {
    Layer.ZONES: "zone",
    Layer.EARLIER_ZONES: "earlier_zone",
    Layer.SPREAD: "spread",
    Layer.GHOSTS: "first",
    Layer.EARLIER_MARKS: "earlier",
    Layer.OWNER_MARKS: "owner",
    Layer.MEETINGS: "owner",
    Layer.TARGETS: "target",
}


def _series_of(shape: Shape) -> Series | None:
    if shape.layer is Layer.STAND_MARKS and shape.fill:
        return "team" if shape.fill.role == "team" else "agreed"
    return _SERIES_OF_LAYER.get(shape.layer)


def extent(drawing: Sequence[Primitive], width_of: TextWidth) -> Extent:
    """Return how far a drawing reaches, in units of the outer ring."""
    boxes = [(-1.0, 1.0, 1.0, -1.0)]
    for part in drawing:
        boxes.append(_text_box(part, width_of) if isinstance(part, Text) else _shape_box(part))
    left, right, up, down = zip(*boxes, strict=True)
    return Extent(-min(left), max(right), max(up), -min(down))


def _text_box(text: Text, width_of: TextWidth) -> tuple[float, float, float, float]:
    width = text.size * sum(width_of(run) for run in text.runs)
    x, y = text.at
    left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[text.align] * width
    return (left, left + width, y + 0.78 * text.size, y - 0.24 * text.size)


def _shape_box(shape: Shape) -> tuple[float, float, float, float]:
    half = shape.stroke.width / 2 if shape.stroke else 0.0
    x, y = zip(*(point for outline in shape.outlines for point in outline.points), strict=True)
    return (min(x) - half, max(x) + half, max(y) + half, min(y) - half)


def _ground(view: RadarView, style: Style) -> Iterator[Shape]:
    disc = radar.circle(radar.CENTRE, 1.0)
    yield Shape(Layer.GROUND, (disc,), Fill("surface"))
    inner = radar.INNER if view.mode is Mode.POOLED else 0.0
    wedges = tuple(
        radar.sector(axis, inner, 1.0) for axis, spoke in enumerate(view.spokes) if spoke.emphasised
    )
    if wedges:
        yield Shape(Layer.GROUND, wedges, Fill("mark_soft"))


def _grid(view: RadarView, style: Style) -> Iterator[Shape]:
    pooled = view.mode is Mode.POOLED
    radii = radar.ZONE_RADII if pooled else tuple(map(radar.radius_of, radar.VALUES))
    gap = 0.0 if pooled or style.labels != "names" else 0.95 * NUMBER_SIZE * style.label
    at = number_direction(view, style)
    rings = tuple(radar.ring(radius, at, gap) for radius in radii)
    thin = Stroke("line", max(0.257 * style.line, style.hairline))
    outer = Stroke("line_strong", max(0.343 * style.line, style.hairline))
    yield Shape(Layer.GRID, rings[:-1], None, thin)
    yield Shape(Layer.GRID, rings[-1:], None, outer)
    solid = [_spoke(axis) for axis, one in enumerate(view.spokes) if is_done(view.mode, one)]
    dotted = [_spoke(axis) for axis, one in enumerate(view.spokes) if not is_done(view.mode, one)]
    width = max(0.28 * style.line, style.hairline)
    if solid:
        yield Shape(Layer.GRID, tuple(solid), None, Stroke("line", width))
    if dotted:
        dash = (0.6 * style.line, 1.6 * style.line)
        yield Shape(Layer.GRID, tuple(dotted), None, Stroke("line", width, dash))


def _spoke(axis: int) -> Outline:
    return radar.polyline((radar.polar(axis, radar.INNER), radar.polar(axis, 1.0)))


def _numbers(view: RadarView, style: Style) -> Iterator[Text]:
    if view.mode is Mode.POOLED or style.labels != "names":
        return
    size = NUMBER_SIZE * style.label
    at = number_direction(view, style)
    for value in radar.VALUES:
        x, y = radar.point_of(at, value)
        baseline = (x, y - 0.34 * size)
        yield Text(Layer.NUMBERS, baseline, size, "middle", (Run(str(value), "ink_2"),))


def number_direction(view: RadarView, style: Style) -> float:
    """Return the direction of the ring numbers: the style's, else the first that lines leave free.

    Where none is free, the one that the lines come least near to.
    """
    if style.numbers_at is not None:
        return style.numbers_at
    ends = [values[:2] for values in (stand_values(view), owner_values(view))] + [
        tuple(one.earlier for one in view.spokes[:2])
    ]
    lines = [
        (radar.point_of(0, first), radar.point_of(1, second))
        for first, second in ends
        if first is not None and second is not None
    ]
    room = {at: _room(at, lines) for at in NUMBER_DIRECTIONS}
    enough = 0.6 * NUMBER_SIZE * style.label + style.line
    free = [at for at in NUMBER_DIRECTIONS if room[at] > enough]
    return free[0] if free else max(NUMBER_DIRECTIONS, key=lambda at: room[at])


def _room(at: float, lines: Sequence[tuple[Point, Point]]) -> float:
    numbers = [radar.point_of(at, value) for value in radar.VALUES]
    return min(
        (radar.distance_to_line(number, *line) for line in lines for number in numbers),
        default=1.0,
    )
