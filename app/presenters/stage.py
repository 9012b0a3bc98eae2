"""What the projector shows beside the state: things of the moment that no file keeps."""

from msgspec import Struct

from widgets.theme import Zoom
from workshop_flows.lead import Reveal
from workshop_flows.projector import Counted


class Stage(Struct, frozen=True, kw_only=True):
    """What is true now and after a restart begins anew.

    `revote`: a second vote was asked for and is not open yet. `counted`: how many voted in
    the open round. `time_left`: part of the planned time, 0 to 1; `seconds_left` the
    same in seconds. `deep`: the deeper talk question. `first_card`: the leftmost action
    card. `blank`: nothing on the screen.
    `zoom`: how large the room's screen shows everything. `practised`: nothing of it is kept.
    """

    reveal: Reveal = Reveal.STATEMENT
    revote: bool = False
    counted: Counted | None = None
    time_left: float | None = None
    seconds_left: int | None = None
    deep: bool = False
    first_card: int = 0
    people: int | None = None
    address: str | None = None
    network: str | None = None
    blank: bool = False
    zoom: Zoom = "normal"
    practised: bool = False
