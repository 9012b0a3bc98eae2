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


def occasion(axis: AxisResult) -> Occasion:
    """Return what is most worth talking about, from shown values only.

    A stand in the middle counts as low: the question then asks for the next step.
    """
    if abs(gap(axis)) >= TELLING_DIFFERENCE:
        return Occasion.OWNER_DIFFERS
    if axis.consensus is Agreeing.DIVIDED:
        return Occasion.DIVIDED
    return Occasion.HIGH if zone(axis) is Band.HIGH else Occasion.LOW


def talk_question(axis: AxisResult, content: Axis) -> TalkQuestion:
    """Return the question to an axis's result, in its short and its deep form."""
    questions = {
        Occasion.OWNER_DIFFERS: content.talk.owner_differs,
        Occasion.DIVIDED: content.talk.divided,
        Occasion.LOW: content.talk.low,
        Occasion.HIGH: content.talk.high,
    }
    return questions[occasion(axis)]
