"""What the page of looking back shows."""

from collections.abc import Mapping

from msgspec import Struct

from workshop_flows.views import RadarView
from workshop_flows.vocabulary import Band, Outcome


class ReviewCardView(Struct, frozen=True, kw_only=True):
    """An earlier afspraak. `current`: the keys 1 to 3 answer this one."""

    number: int
    title: str
    second: str
    outcome: Outcome | None
    helped: str
    error: str | None = None
    note: str = ""
    current: bool = False


class ReviewView(Struct, frozen=True, kw_only=True):
    since: str
    cards: tuple[ReviewCardView, ...]


class ReviewSideView(Struct, frozen=True, kw_only=True):
    """The earlier radar, in words as well, and what comes after this page."""

    day: str
    radar: RadarView
    zone_words: Mapping[Band, str]
    description: str
    later: tuple[str, ...]
    private: str


class Answered(Struct, frozen=True, kw_only=True):
    afspraak: int
    outcome: Outcome


class Helped(Struct, frozen=True, kw_only=True):
    """What helped, or what stood in the way, as typed."""

    afspraak: int
    text: str
