"""The parts of the radar that follow the values: lines, bands, zones, marks and flags.

Which value may be shown at all was decided before (`views.RadarView` holds only that);
here stands only how each mode draws it.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from workshop_flows import insight
from workshop_flows.radar import (
    CENTRE,
    COUNT,
    ZONE_RADII,
    ZONE_SHARE,
    ZONE_VALUES,
    ZONES,
    Outline,
    Point,
    chains,
    chains_of,
    distance,
    point_of,
    polar,
    polyline,
    radius_of,
    sector,
)
from workshop_flows.radar_flags import targets
from workshop_flows.radar_marks import (
    DIAMOND,
    Fill,
    Layer,
    Shape,
    Stroke,
    Style,
    agreed_mark,
    agreed_stroke,
    earlier_mark,
    earlier_stroke,
    ghost_mark,
    meeting_mark,
    owner_mark,
    owner_stroke,
    team_mark,
    team_stroke,
)
from workshop_flows.views import RadarView, Spoke
from workshop_flows.vocabulary import Band, Mode

Values = tuple[float | None, ...]

EARLIER_ZONE_SHARE: Final = 0.88
"""Wider than a zone, so that the outline shows around a zone that is drawn solid."""
APART: Final = 1.5
"""Marks that are nearer than this, in lines, would only look like a blot."""
BAR: Final = 1.4
"""Half the width of the spread on an axis without neighbours, in lines."""


def stand_of(mode: Mode, spoke: Spoke) -> float | None:
    """Return the value that the main line runs through: agreed, else (mode team) the team's."""
    if mode is Mode.POOLED:
        return None
    return spoke.team if spoke.agreed is None and mode is Mode.TEAM else spoke.agreed


def zone_of(spoke: Spoke) -> Band | None:
    """Return the zone of an axis in mode pooled: that of the agreed stand, else its own."""
    return spoke.zone if spoke.agreed is None else insight.band(insight.exact(spoke.agreed))


def is_done(mode: Mode, spoke: Spoke) -> bool:
    """Tell whether there is something to show of today; an axis without has a dotted spoke."""
    shown = zone_of(spoke) if mode is Mode.POOLED else stand_of(mode, spoke)
    return shown is not None


def owner_values(view: RadarView) -> Values:
    """Return the owner's values as far as they are drawn.

    Never beside the earlier session: in grey the two lines look alike.
    """
    earlier = any(one.earlier is not None or one.earlier_zone for one in view.spokes)
    if view.mode is not Mode.TEAM or earlier:
        return (None,) * COUNT
    return tuple(one.owner for one in view.spokes)


def stand_values(view: RadarView) -> Values:
    return tuple(stand_of(view.mode, one) for one in view.spokes)


def series(view: RadarView, style: Style) -> Iterator[Shape]:
    """Yield all that follows the values; not in paint order."""
    if view.mode is Mode.POOLED:
        yield from _zones(view.spokes, style)
    else:
        yield from _stands(view, style)
        yield from _earlier(view.spokes, style)
    yield from _earlier_zones(view, style)
    if view.mode is Mode.TEAM:
        yield from _ghosts(view, style)
        yield from _owner(view, style)
    yield from targets(view, style)


def lines_of(values: Values) -> tuple[Outline, ...]:
    """Return the outlines through neighbouring values; a missing one is never bridged."""
    return tuple(
        polyline(_points(values, chain.axes), closed=chain.closed)
        for chain in chains([value is not None for value in values])
    )


def _points(values: Values, axes: Sequence[int]) -> tuple[Point, ...]:
    return tuple(point_of(axis, value) for axis in axes if (value := values[axis]) is not None)


def _stands(view: RadarView, style: Style) -> Iterator[Shape]:
    values = stand_values(view)
    agreed = [one.agreed is not None for one in view.spokes]
    band = _spread(view, style) if view.mode is Mode.TEAM else ()
    if band:
        yield Shape(Layer.SPREAD, band, Fill("team", style.spread_opacity))
    else:
        yield from _stand_fill(view.mode, values, style)
    yield from _stand_lines(values, agreed, style)
    for axis, value in enumerate(values):
        if value is not None:
            mark = agreed_mark if agreed[axis] else team_mark
            yield mark(point_of(axis, value), style.line)


def _stand_lines(values: Values, agreed: Sequence[bool], style: Style) -> Iterator[Shape]:
    """Yield the line through the stands: thick ink between two agreed ones, else team."""
    following = [(axis + 1) % COUNT for axis in range(COUNT)]
    joined = [
        values[axis] is not None and values[after] is not None
        for axis, after in enumerate(following)
    ]
    both = [agreed[axis] and agreed[after] for axis, after in enumerate(following)]
    by_team = [line and not ink for line, ink in zip(joined, both, strict=True)]
    for edges, stroke in ((by_team, team_stroke(style.line)), (both, agreed_stroke(style.line))):
        outlines = tuple(
            polyline(_points(values, chain.axes), closed=chain.closed) for chain in chains_of(edges)
        )
        if outlines:
            yield Shape(Layer.STAND_LINE, outlines, None, stroke)


def _stand_fill(mode: Mode, values: Values, style: Style) -> Iterator[Shape]:
    outlines = tuple(
        line if line.closed else polyline((CENTRE, *line.points), closed=True)
        for line in lines_of(values)
    )
    if outlines:
        team = Fill("team", style.fill_opacity)
        # Ink is so much darker than team that half of it weighs as much.
        fill = team if mode is Mode.TEAM else Fill("ink", style.fill_opacity / 2)
        yield Shape(Layer.STAND_FILL, outlines, fill)


def _spread(view: RadarView, style: Style) -> tuple[Outline, ...]:
    """Return the ring between the 25% and 75% points; none where they all fall together.

    An axis without a neighbour has a bar along its spoke.
    """
    spreads = [one.spread for one in view.spokes]
    if all(one is None or one[0] == one[1] for one in spreads):
        return ()
    low: Values = tuple(None if one is None else one[0] for one in spreads)
    high: Values = tuple(None if one is None else one[1] for one in spreads)
    found: list[Outline] = []
    joined: set[int] = set()
    for chain in chains([one is not None for one in spreads]):
        joined.update(chain.axes)
        outer, inner = _points(high, chain.axes), _points(low, chain.axes)[::-1]
        if chain.closed:
            found += [polyline(outer, closed=True), polyline(inner, closed=True)]
        else:
            found.append(polyline((*outer, *inner), closed=True))
    alone = ((axis, one) for axis, one in enumerate(spreads) if one and axis not in joined)
    found += [_bar(axis, one, BAR * style.line) for axis, one in alone]
    return tuple(found)


def _bar(axis: int, ends: tuple[float, float], half: float) -> Outline:
    (x, y), (end_x, end_y) = (point_of(axis, value) for value in ends)
    side_x, side_y = polar(axis + COUNT / 4, half)
    corners = (
        (x - side_x, y - side_y),
        (end_x - side_x, end_y - side_y),
        (end_x + side_x, end_y + side_y),
        (x + side_x, y + side_y),
    )
    return polyline(corners, closed=True)


def _ghosts(view: RadarView, style: Style) -> Iterator[Shape]:
    """Yield the votes before the talk: the first one, and the team's own under an agreed stand.

    One that falls together with the stand or with another ghost is left out.
    """
    for axis, spoke in enumerate(view.spokes):
        stand = stand_of(view.mode, spoke)
        if stand is None:
            continue
        taken = [point_of(axis, stand)]
        for value in (spoke.team, spoke.first):
            if value is None:
                continue
            at = point_of(axis, value)
            if all(distance(at, other) > APART * style.line for other in taken):
                taken.append(at)
                yield ghost_mark(at, style.line)


def _owner(view: RadarView, style: Style) -> Iterator[Shape]:
    values = owner_values(view)
    outlines = lines_of(values)
    if outlines:
        yield Shape(Layer.OWNER_LINE, outlines, None, owner_stroke(style.line))
    for axis, value in enumerate(values):
        if value is None:
            continue
        at, stand = point_of(axis, value), stand_of(view.mode, view.spokes[axis])
        near = stand is not None and distance(at, point_of(axis, stand)) < DIAMOND * style.line
        yield meeting_mark(at, style.line) if near else owner_mark(at, style.line)


def _earlier(spokes: Sequence[Spoke], style: Style) -> Iterator[Shape]:
    values = tuple(one.earlier for one in spokes)
    outlines = lines_of(values)
    if outlines:
        yield Shape(Layer.EARLIER_LINE, outlines, None, earlier_stroke(style.line))
    for axis, value in enumerate(values):
        if value is not None:
            yield earlier_mark(point_of(axis, value), style.line)


def _zones(spokes: Sequence[Spoke], style: Style) -> Iterator[Shape]:
    stroke = Stroke("team", max(0.343 * style.line, style.hairline))
    gap = 0.7 * style.line
    for axis, spoke in enumerate(spokes):
        if (reached := zone_of(spoke)) is None:
            continue
        last = ZONES.index(reached)
        for step in range(last + 1):
            inner, outer = ZONE_RADII[step] + gap, ZONE_RADII[step + 1] - gap
            fill = Fill("team" if step == last else "team_soft")
            outline = sector(axis, inner, outer, ZONE_SHARE)
            yield Shape(Layer.ZONES, (outline,), fill, stroke)


def _earlier_zones(view: RadarView, style: Style) -> Iterator[Shape]:
    """Yield the zone of the earlier session as a dotted outline.

    In mode pooled it frames a zone; elsewhere the values that the zone stands for.
    """
    radii = ZONE_RADII if view.mode is Mode.POOLED else tuple(map(radius_of, ZONE_VALUES))
    for axis, spoke in enumerate(view.spokes):
        zone = spoke.earlier_zone
        if zone is None and view.mode is Mode.POOLED and spoke.earlier is not None:
            zone = insight.band(insight.exact(spoke.earlier))
        if zone is None:
            continue
        step = ZONES.index(zone)
        outline = sector(axis, radii[step], radii[step + 1], EARLIER_ZONE_SHARE)
        yield Shape(Layer.EARLIER_ZONES, (outline,), None, earlier_stroke(style.line))
