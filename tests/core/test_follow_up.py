"""What a follow-up says of the session before it."""

import datetime

import pytest

from tests.core.builders import DAY, Room, setup, tally
from workshop_flows import commands, follow_up
from workshop_flows.state import Draft, EarlierStand, Review
from workshop_flows.views import Afspraak, AxisResult
from workshop_flows.vocabulary import AXES, AxisId, Band, Change, Goal, Outcome

A1, A2 = AXES[:2]


def then(
    stand: float | None = None, band: Band | None = None, target: float | None = None
) -> EarlierStand:
    return EarlierStand(id=A1, stand=stand, band=band, target=target)


def now(
    team: float | None = None, band: Band | None = None, agreed: float | None = None
) -> AxisResult:
    return AxisResult(id=A1, label="", team=team, band=band, agreed=agreed)


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (then(3.1), now(3.6), Change.HIGHER),
        (then(3.1), now(3.5), Change.SAME),
        (then(3.6), now(3.1), Change.LOWER),
        (then(3.1), now(1.0, agreed=4.0), Change.HIGHER),
        (then(None, Band.LOW), now(band=Band.HIGH), Change.HIGHER),
        (then(None, Band.HIGH), now(band=Band.MIDDLE), Change.LOWER),
        (then(None, Band.MIDDLE), now(2.5), Change.SAME),
        (then(None, Band.MIDDLE), now(3.6), Change.HIGHER),
        (then(2.4), now(band=Band.LOW), Change.SAME),
        (then(None), now(3.0), None),
        (then(3.0), now(None), None),
    ],
)
def test_only_differences_that_mean_something_are_called_so(
    before: EarlierStand, after: AxisResult, change: Change | None
) -> None:
    assert follow_up.change(before, after) is change


@pytest.mark.parametrize(
    ("before", "after", "goal"),
    [
        (then(3.1, target=4.1), now(4.1), Goal.REACHED),
        (then(3.1, target=4.1), now(4.0), Goal.NEARLY),
        (then(3.1, target=4.1), now(3.6), Goal.NEARLY),
        (then(3.1, target=4.1), now(3.5), Goal.NOT_YET),
        (then(3.1, target=4.1), now(None), None),
        (then(3.1), now(5.0), None),
    ],
)
def test_goals_of_the_earlier_session(
    before: EarlierStand, after: AxisResult, goal: Goal | None
) -> None:
    assert follow_up.goal(before, after) is goal


def test_a_follow_up_takes_along_what_was_shown_and_nothing_else() -> None:
    first = Room(setup(length=45))
    first.axis(A1, tally(0, 1, 3, 4, 1), tally(0, 0, 0, 0, 1))
    first.do(commands.ChooseFocus(axes=(A1,)))
    first.do(commands.ChangeAgreement(draft=Draft(afspraken=(Afspraak(axis=A1, title="Leeruur"),))))
    earlier = follow_up.earlier_session(first.report)
    assert earlier.date == DAY
    assert earlier.axes[0] == EarlierStand(id=AxisId.A1, stand=3.6, band=None, target=4.6)

    second = Room(setup(length=45, date=datetime.date(2027, 3, 12)), earlier=earlier)
    review = Review(afspraak=1, outcome=Outcome.DONE, helped="Vaste dag.")
    second.do(commands.ReviewAfspraak(review=review))
    second.axis(A1, tally(0, 0, 0, 5, 4))
    report = second.report
    assert report.earlier is not None
    assert report.earlier.date == DAY
    assert len(report.earlier.axes) == 7
    compared = report.earlier.axes[0]
    assert (compared.stand, compared.target) == (3.6, 4.6)
    assert (compared.change, compared.goal) == (Change.HIGHER, Goal.NEARLY)
    assert [(one.title, one.outcome) for one in report.earlier.review] == [
        ("Leeruur", Outcome.DONE)
    ]
