"""What a follow-up session says of the session before it."""

from fractions import Fraction

from workshop_flows import insight
from workshop_flows.state import EarlierSession, EarlierStand, Session
from workshop_flows.views import (
    AxisResult,
    Earlier,
    EarlierAxis,
    Report,
    ReviewedAfspraak,
)
from workshop_flows.vocabulary import Band, Change, Goal

SAME_BELOW = Fraction(1, 2)
NEARLY_WITHIN = Fraction(1, 2)


def earlier_session(report: Report) -> EarlierSession:
    """Return what a follow-up takes along from a finished session: nothing but what was shown."""
    return EarlierSession(
        date=report.facts.date,
        axes=tuple(
            EarlierStand(id=axis.id, stand=axis.stand, band=axis.band, target=axis.target)
            for axis in report.axes
        ),
        afspraken=report.agreement.afspraken,
    )


def compare(session: Session, axes: tuple[AxisResult, ...]) -> Earlier | None:
    """Return the earlier session beside today's shown axes, or None in a first session."""
    earlier = session.earlier
    if earlier is None:
        return None
    return Earlier(
        date=earlier.date,
        axes=tuple(
            EarlierAxis(
                id=now.id,
                stand=then.stand,
                band=then.band,
                target=then.target,
                change=change(then, now),
                goal=goal(then, now),
            )
            for then, now in zip(earlier.axes, axes, strict=True)
        ),
        review=tuple(
            ReviewedAfspraak(
                afspraak=one.afspraak,
                title=earlier.afspraken[one.afspraak - 1].title or "",
                outcome=one.outcome,
                helped=one.helped,
            )
            for one in session.review
        ),
    )


def change(then: EarlierStand, now: AxisResult) -> Change | None:
    """Return how the axis moved; less than half a point, or the same band, is no change.

    When either side has only a band, both are compared as bands.
    """
    if then.stand is not None and now.stand is not None:
        return _moved(insight.exact(now.stand) - insight.exact(then.stand), SAME_BELOW)
    zone_then, zone_now = _zone(then.stand, then.band), _zone(now.stand, now.band)
    if zone_then is None or zone_now is None:
        return None
    order = insight.BAND_ORDER
    return _moved(Fraction(order.index(zone_now) - order.index(zone_then)), Fraction(1))


def goal(then: EarlierStand, now: AxisResult) -> Goal | None:
    """Return what became of the target; None when there was none, or no stand is shown now."""
    if then.target is None or now.stand is None:
        return None
    short = insight.exact(then.target) - insight.exact(now.stand)
    if short <= 0:
        return Goal.REACHED
    return Goal.NEARLY if short <= NEARLY_WITHIN else Goal.NOT_YET


def _moved(difference: Fraction, least: Fraction) -> Change:
    if abs(difference) < least:
        return Change.SAME
    return Change.HIGHER if difference > 0 else Change.LOWER


def _zone(stand: float | None, zone: Band | None) -> Band | None:
    return zone if stand is None else insight.band(insight.exact(stand))
