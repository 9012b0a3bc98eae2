"""What the projector shows beside the state: things of the moment that no file keeps."""

from enum import StrEnum

from msgspec import Struct

from workshop_flows.projector import Counted


class Reveal(StrEnum):
    """How far the facilitator has gone on the statement where the session stands."""

    STATEMENT = "statement"
    RESULT = "result"
    AXIS = "axis"


class Stage(Struct, frozen=True, kw_only=True):
    """`counted`: how many voted in the open round. `time_left`: part of the planned time, 0 to 1.

    `deep`: the deeper talk question. `first_card`: the leftmost action card. `blank`: nothing.
    """

    reveal: Reveal = Reveal.STATEMENT
    counted: Counted | None = None
    time_left: float | None = None
    deep: bool = False
    first_card: int = 0
    people: int | None = None
    address: str | None = None
    network: str | None = None
    blank: bool = False
