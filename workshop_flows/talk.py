"""Which talk question fits what is shown of an axis."""

from enum import StrEnum

from workshop_flows.content import Axis, TalkQuestion
from workshop_flows.summary import TELLING_DIFFERENCE, gap, zone
from workshop_flows.views import AxisResult
from workshop_flows.vocabulary import Agreeing, Band


class Occasion(StrEnum):
    """Why a question is asked; the names are those of the content."""

    OWNER_DIFFERS = "owner_differs"
    DIVIDED = "divided"
    LOW = "low"
    HIGH = "high"


def occasions(axis: AxisResult) -> tuple[Occasion, ...]:
    """Return what is worth talking about, from shown values only, the most telling first.

    A stand in the middle counts as low: the question then asks for the next step.
    """
    found = []
    if abs(gap(axis)) >= TELLING_DIFFERENCE:
        found.append(Occasion.OWNER_DIFFERS)
    if axis.consensus is Agreeing.DIVIDED:
        found.append(Occasion.DIVIDED)
    found.append(Occasion.HIGH if zone(axis) is Band.HIGH else Occasion.LOW)
    return tuple(found)


def occasion(axis: AxisResult) -> Occasion:
    """Return what is most worth talking about."""
    return occasions(axis)[0]


def talk_questions(axis: AxisResult, content: Axis) -> tuple[TalkQuestion, ...]:
    """Return the questions that fit an axis's result, the most telling first."""
    questions = {
        Occasion.OWNER_DIFFERS: content.talk.owner_differs,
        Occasion.DIVIDED: content.talk.divided,
        Occasion.LOW: content.talk.low,
        Occasion.HIGH: content.talk.high,
    }
    return tuple(questions[one] for one in occasions(axis))


def talk_question(axis: AxisResult, content: Axis) -> TalkQuestion:
    """Return the question to an axis's result, in its short and its deep form."""
    return talk_questions(axis, content)[0]
