"""The words of the domain that every other module shares.

Values are the codes that stand in files (see the session file and the workshop
script); texts for people are in the content and in the catalogue.
"""

from enum import StrEnum
from typing import Final, Literal


class AxisId(StrEnum):
    """The seven axes of the radar, in their fixed order: four drivers, three steps."""

    A1 = "A1"
    A2 = "A2"
    A3 = "A3"
    A4 = "A4"
    G1 = "G1"
    G2 = "G2"
    G3 = "G3"


DRIVERS: Final = (AxisId.A1, AxisId.A2, AxisId.A3, AxisId.A4)
GAPS: Final = (AxisId.G1, AxisId.G2, AxisId.G3)
AXES: Final = DRIVERS + GAPS


class Way(StrEnum):
    """How a secret round is filled: by everybody's device, by slips, or by some of each."""

    DEVICES = "devices"
    MIXED = "mixed"
    SLIPS = "slips"


class Mode(StrEnum):
    """How much of the answers a group of this size may see."""

    TEAM = "team"
    POOLED = "pooled"
    OPEN = "open"


class Band(StrEnum):
    """The zone of an axis where numbers would tell too much."""

    LOW = "laag"
    MIDDLE = "midden"
    HIGH = "hoog"


class Agreeing(StrEnum):
    """Consensus of the staff on an axis, in words."""

    AGREED = "eens"
    FAIRLY = "redelijk eens"
    DIVIDED = "verschillend"


class Role(StrEnum):
    STAFF = "staff"
    OWNER = "owner"


class Sector(StrEnum):
    GARAGE = "garage"
    METAL = "metal"
    TRANSPORT = "transport"
    STAFFING = "staffing"
    BUSINESS = "business"
    TRAINING = "training"
    OTHER = "other"


class Outcome(StrEnum):
    """What became of an afspraak of the earlier session."""

    DONE = "gelukt"
    PARTLY = "deels"
    NOT = "niet"


class Change(StrEnum):
    """How an axis moved since the earlier session."""

    HIGHER = "hoger"
    LOWER = "lager"
    SAME = "gelijk"


class Goal(StrEnum):
    """What became of the target on an earlier focus axis."""

    REACHED = "gehaald"
    NEARLY = "bijna"
    NOT_YET = "nog niet"


class ConsentOutcome(StrEnum):
    EVERYONE = "iedereen"
    WITH_CHANGES = "iedereen, met aanpassing"
    NOT_YET = "nog niet iedereen"


class AgreementStatus(StrEnum):
    AGREED = "agreed"
    CONCEPT = "concept"


class Step(StrEnum):
    """The steps of a session, in the order in which they are led."""

    PREPARE = "prepare"
    WELCOME = "welcome"
    REVIEW = "review"
    QUESTION = "question"
    ALREADY_DOING = "already_doing"
    VOTE = "vote"
    RADAR = "radar"
    WHO_STARTS = "who_starts"
    FOCUS = "focus"
    ACTIONS = "actions"
    AGREEMENT = "agreement"
    CONSENT = "consent"
    PRINT = "print"
    CLOSE = "close"


Language = Literal["nl", "en"]
Length = Literal[45, 60, 90]

STATEMENTS_PER_AXIS: Final[dict[Length, int]] = {45: 1, 60: 2, 90: 3}
