"""The flags of the radar: where the team wants to go, on the axes that it chose."""

from collections.abc import Iterator
from typing import Final, Literal

from workshop_flows import insight
from workshop_flows.radar import CENTRE, INNER, ZONE_RADII, ZONES, Point, distance, point_of, polar
from workshop_flows.radar_marks import (
    FLAG_HEIGHT,
    FLAG_LENGTH,
    FLAG_STROKE,
    Layer,
    Shape,
    Stroke,
    Style,
    flag,
)
from workshop_flows.views import RadarView
from workshop_flows.vocabulary import Mode

FAR_LABELS: Final = 1.12
"""How far a pennant may reach out where no label stands in its way."""


def flag_foot(mode: Mode, axis: int, target: float) -> Point:
    """Return where a flag stands: on its value, in mode pooled amid the zone of its value."""
    if mode is not Mode.POOLED:
        return point_of(axis, target)
    step = ZONES.index(insight.band(insight.exact(target)))
    return polar(axis, (ZONE_RADII[step] + ZONE_RADII[step + 1]) / 2)


def flag_side(foot: Point, style: Style) -> Literal[1, -1]:
    """Return 1 when the pennant points right; -1 when it would then lie over a label."""
    tip = (foot[0] + FLAG_LENGTH * style.line, foot[1] + 0.723 * FLAG_HEIGHT * style.line)
    reach = FAR_LABELS if style.labels == "none" else 1.0
    return 1 if distance(tip, CENTRE) <= reach or foot[0] < INNER / 2 else -1


def targets(view: RadarView, style: Style) -> Iterator[Shape]:
    for axis, spoke in enumerate(view.spokes):
        if spoke.target is None:
            continue
        foot = flag_foot(view.mode, axis, spoke.target)
        pennant, pole, base = flag(foot, style.line, flag_side(foot, style))
        if view.mode is Mode.POOLED:
            whole = (*pennant.outlines, *pole.outlines, *base.outlines)
            halo = Stroke("surface", (FLAG_STROKE + 1.2) * style.line, round_ends=True)
            yield Shape(Layer.TARGETS, whole, None, halo)
        yield from (pennant, pole, base)
