"""What the projector shows beside the state: things of the moment that no file keeps."""

from msgspec import Struct

from workshop_flows.lead import Reveal
from workshop_flows.projector import Counted


class Stage(Struct, frozen=True, kw_only=True):
    """What is true now and after a restart begins anew.

    `revote`: a second vote was asked for and is not open yet. `counted`: how many voted in
    the open round. `time_left`: part of the planned time, 0 to 1. `deep`: the deeper talk
    question. `first_card`: the leftmost action card. `blank`: nothing on the screen.
    """

    reveal: Reveal = Reveal.STATEMENT
    revote: bool = False
    counted: Counted | None = None
    time_left: float | None = None
    deep: bool = False
    first_card: int = 0
    people: int | None = None
    address: str | None = None
    network: str | None = None
    blank: bool = False
