"""The radar of a report: what its seven spokes show in each mode."""

from workshop_flows import insight
from workshop_flows.views import AxisResult, EarlierAxis, RadarView, Report, Spoke
from workshop_flows.vocabulary import AxisId, Band, Mode


def radar_view(report: Report) -> RadarView:
    """Return the radar of what was shown; the axes in focus are emphasised.

    Beside an earlier session the owner is left out: in grey the two lines look alike.
    """
    focus = frozenset(choice.axis for choice in report.focus)
    earlier = {one.id: one for one in report.earlier.axes} if report.earlier else {}
    spokes = tuple(_spoke(report.mode, axis, earlier.get(axis.id), focus) for axis in report.axes)
    return RadarView(mode=report.mode, spokes=spokes)


def _spoke(
    mode: Mode, axis: AxisResult, earlier: EarlierAxis | None, focus: frozenset[AxisId]
) -> Spoke:
    emphasised = axis.id in focus
    if mode is Mode.POOLED:
        return Spoke(
            id=axis.id,
            label=axis.label,
            zone=zone_of(axis.agreed, axis.band),
            target=axis.target,
            earlier_zone=zone_of(earlier.stand, earlier.band) if earlier else None,
            emphasised=emphasised,
        )
    team = mode is Mode.TEAM
    return Spoke(
        id=axis.id,
        label=axis.label,
        team=axis.team if team else None,
        owner=axis.owner if team and earlier is None else None,
        first=axis.first if team else None,
        spread=axis.spread if team else None,
        agreed=axis.agreed,
        target=axis.target,
        earlier=earlier.stand if earlier else None,
        earlier_zone=earlier.band if earlier and earlier.stand is None else None,
        emphasised=emphasised,
    )


def zone_of(stand: float | None, band: Band | None) -> Band | None:
    """Return the zone of a stand that was said aloud, else the zone that was shown."""
    return band if stand is None else insight.band(insight.exact(stand))
