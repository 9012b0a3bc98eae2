"""What the projector shows beside the state: things of the moment that no file keeps."""

from msgspec import Struct

from widgets.theme import Zoom
from workshop_flows.joining import Matrix
from workshop_flows.lead import Reveal
from workshop_flows.projector import Counted


class Stage(Struct, frozen=True, kw_only=True):
    """What is true now and after a restart begins anew.

    `revote`: a second vote was asked for and is not open yet. `counted`: how many voted in
    the open round. `time_left`: part of the planned time, 0 to 1; `seconds_left` the
    same in seconds. `deep`: the deeper talk question. `first_card`: the leftmost action
    card. `blank`: nothing on the screen.
    `people`: how many take part, by phone where there are phones. `address`, `network`,
    `password` and both matrices: where phones join; `phones`: how many seats vote that way
    (None: all), `slips`: some vote on slips. `door_open`: who comes late may still join.
    `points`: on the welcome, what we do and what is secret, although not everyone has joined.
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
    password: str | None = None
    url_matrix: Matrix | None = None
    wifi_matrix: Matrix | None = None
    phones: int | None = None
    slips: bool = False
    door_open: bool = True
    points: bool = False
    blank: bool = False
    zoom: Zoom = "normal"
    practised: bool = False
