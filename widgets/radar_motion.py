"""What lies between two radars: the frames of a transition, in pure arithmetic.

Values run straight from where they are to where they go, and what is taken away is gone
at once. What appears grows out of the centre, axis by axis when several appear together;
an agreed stand leaves from the stand that it replaces, a flag is carried from the stand to
its target, and the spread opens around the team.
"""

from typing import Final

from workshop_flows.radar import COUNT, INNER, ZONES
from workshop_flows.radar_series import stand_of, zone_of
from workshop_flows.views import RadarView, Spoke
from workshop_flows.vocabulary import Band, Mode

CENTRE_VALUE: Final = 1 - 4 * INNER / (1 - INNER)
"""The value whose radius is nought."""
LAST_START: Final = 0.5
"""The part of the time after which the last of several new axes begins to grow."""

Ends = tuple[float, float]


def between(start: RadarView, end: RadarView, share: float) -> RadarView:
    """Return the radar at `share` (0 to 1) of the time: `start` at 0 and `end` at 1.

    Labels and emphasis are those of `end`. Two modes have nothing between them.
    """
    if share >= 1 or start.mode is not end.mode:
        return end
    begins = _begins(start, end)
    lasts = 1 - max(begins)
    spokes = (
        _spoke(end.mode, one, other, eased((share - begin) / lasts))
        for one, other, begin in zip(start.spokes, end.spokes, begins, strict=True)
    )
    return RadarView(mode=end.mode, spokes=tuple(spokes))


def eased(share: float) -> float:
    """Return the way covered after a part of the time: quick at first, then slowing down."""
    return 1 - (1 - min(1.0, max(0.0, share))) ** 3


def _begins(start: RadarView, end: RadarView) -> tuple[float, ...]:
    """Return for each axis the part of the time after which it begins to move."""
    new = [
        axis
        for axis in range(COUNT)
        if _is_bare(start.mode, start.spokes[axis]) and not _is_bare(end.mode, end.spokes[axis])
    ]
    step = LAST_START / max(1, len(new) - 1)
    return tuple(new.index(axis) * step if axis in new else 0.0 for axis in range(COUNT))


def _is_bare(mode: Mode, spoke: Spoke) -> bool:
    shown = zone_of(spoke) if mode is Mode.POOLED else stand_of(mode, spoke)
    return shown is None and spoke.earlier is None


def _spoke(mode: Mode, start: Spoke, end: Spoke, way: float) -> Spoke:
    if way == 0 and _is_bare(mode, start):
        return Spoke(id=end.id, label=end.label, emphasised=end.emphasised)
    pooled = mode is Mode.POOLED
    stand, back_to = stand_of(mode, start), stand_of(mode, end)
    return Spoke(
        id=end.id,
        label=end.label,
        team=_moved(start.team, end.team, way),
        owner=_moved(start.owner, end.owner, way),
        first=end.first,
        spread=_spread(start, end, way),
        agreed=None if pooled else _agreed(start, end, way, (stand, back_to)),
        zone=_zone(zone_of(start), zone_of(end), way) if pooled else end.zone,
        target=_moved(_first_of(start.target, stand, end.target), end.target, way),
        earlier=_moved(start.earlier, end.earlier, way),
        earlier_zone=end.earlier_zone,
        emphasised=end.emphasised,
    )


def _moved(start: float | None, end: float | None, way: float) -> float | None:
    """Return the value underway, from the centre if it was not there."""
    if end is None:
        return None
    first = CENTRE_VALUE if start is None else start
    return first + (end - first) * way


def _first_of(*values: float | None) -> float | None:
    return next((value for value in values if value is not None), None)


def _agreed(
    start: Spoke, end: Spoke, way: float, stands: tuple[float | None, float | None]
) -> float | None:
    """Return the agreed stand underway; one that is taken back returns to the team's."""
    if start.agreed is None and end.agreed is None:
        return None
    return _moved(stands[0], stands[1], way)


def _spread(start: Spoke, end: Spoke, way: float) -> Ends | None:
    if end.spread is None:
        return None
    closed = CENTRE_VALUE if start.team is None else start.team
    low, high = start.spread or (closed, closed)
    return (low + (end.spread[0] - low) * way, high + (end.spread[1] - high) * way)


def _zone(start: Band | None, end: Band | None, way: float) -> Band | None:
    """Return the zone reached underway, step by step; before the first step there is none."""
    if end is None:
        return None
    first, last = -1 if start is None else ZONES.index(start), ZONES.index(end)
    reached = round(first + (last - first) * way)
    return None if reached < 0 else ZONES[reached]
