"""'Wat zagen we?': what goes well, where we differ and what is low, in whole sentences.

Chosen from shown values only, so that no sentence says more than the radar beside it.
"""

from fractions import Fraction

from workshop_flows import insight
from workshop_flows.content import Content
from workshop_flows.insight import exact
from workshop_flows.views import AxisResult, Summary
from workshop_flows.vocabulary import Agreeing, AxisId, Band

TELLING_DIFFERENCE = Fraction(1)
"""A full step of the scale: the sentences say that one side sees it and the other not yet."""

MOST_WELL = 2


def summary(
    axes: tuple[AxisResult, ...], talk_about: tuple[AxisId, ...], content: Content
) -> Summary:
    """Return at most two sentences of what goes well, two of differences, two of what is low."""
    well = sorted((axis for axis in axes if zone(axis) is Band.HIGH), key=_height, reverse=True)
    by_id = {axis.id: axis for axis in axes}
    low = [axis for axis in talk_about if zone(by_id[axis]) is Band.LOW]
    return Summary(
        goes_well=tuple(_well(axis, content) for axis in well[:MOST_WELL]),
        differs=(*_owner_differs(axes, content), *_divided(axes, content)),
        low=tuple(content.axis(axis).sentences.low for axis in low),
    )


def zone(axis: AxisResult) -> Band | None:
    """Return the zone of the shown stand, or the shown zone."""
    return axis.band if axis.stand is None else insight.band(exact(axis.stand))


def most_different(axes: tuple[AxisResult, ...]) -> AxisResult | None:
    """Return the axis where team and shown owner differ most, by a full step at least."""
    apart = [axis for axis in axes if abs(gap(axis)) >= TELLING_DIFFERENCE]
    return max(apart, key=lambda axis: abs(gap(axis)), default=None)


def _height(axis: AxisResult) -> Fraction:
    return Fraction(0) if axis.stand is None else exact(axis.stand)


def gap(axis: AxisResult) -> Fraction:
    """Return how much higher the owner's stand is than the team's; 0 where one is missing."""
    if axis.owner is None or axis.team is None:
        return Fraction(0)
    return exact(axis.owner) - exact(axis.team)


def _well(axis: AxisResult, content: Content) -> str:
    sentences = content.axis(axis.id).sentences
    both = axis.owner is not None and insight.band(exact(axis.owner)) is Band.HIGH
    return sentences.well_both if both else sentences.well


def _owner_differs(axes: tuple[AxisResult, ...], content: Content) -> tuple[str, ...]:
    axis = most_different(axes)
    if axis is None:
        return ()
    sentences = content.axis(axis.id).sentences
    return (sentences.owner_higher if gap(axis) > 0 else sentences.owner_lower,)


def _divided(axes: tuple[AxisResult, ...], content: Content) -> tuple[str, ...]:
    divided = [axis for axis in axes if axis.consensus is Agreeing.DIVIDED]
    return tuple(content.axis(axis.id).sentences.divided for axis in divided[:1])
