"""Radar views for tests: some by hand, and strategies for any valid one."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from hypothesis import settings
from hypothesis import strategies as st

from reports.fonts import Face
from workshop_flows.radar_marks import Style
from workshop_flows.views import RadarView, Spoke
from workshop_flows.vocabulary import AXES, Band, Mode

LABELS: Final = (
    "Leren heeft zin",
    "We helpen elkaar",
    "Dat kunnen wij",
    "Het is nodig",
    "We kiezen",
    "We hebben een plan",
    "We doen het ook",
)
ZONE_WORDS: Final[Mapping[Band, str]] = {
    Band.LOW: "laag",
    Band.MIDDLE: "midden",
    Band.HIGH: "hoog",
}
STYLE: Final = Style(line=0.02, label=0.107)
TEAM: Final = (3.9, 4.2, 3.5, 3.1, 3.0, 2.3, 2.6)
OWNER: Final = (3.0, 3.9, 4.0, 5.0, 2.5, 3.0, 2.0)
SPREAD: Final = tuple((value - 0.6, value + 0.6) for value in TEAM)


few: Final = settings(max_examples=50, deadline=None)


class Fonts(NamedTuple):
    regular: str = Face.REGULAR.value
    bold: str = Face.BOLD.value


def view(mode: Mode = Mode.TEAM, **columns: Sequence[Any]) -> RadarView:
    """Return a view; every column holds one value per axis, by the name of the field."""
    columns.setdefault("label", LABELS)
    spokes = (
        Spoke(id=axis, **{name: column[at] for name, column in columns.items()})
        for at, axis in enumerate(AXES)
    )
    return RadarView(mode=mode, spokes=tuple(spokes))


shown = st.none() | st.integers(10, 50).map(lambda tenths: tenths / 10)
halves = st.none() | st.integers(2, 10).map(lambda half: half / 2)
bands = st.none() | st.sampled_from(Band)
spreads = st.none() | st.lists(st.integers(10, 50), min_size=2, max_size=2).map(
    lambda ends: (min(ends) / 10, max(ends) / 10)
)
spokes = st.fixed_dictionaries(
    {
        "label": st.sampled_from(LABELS),
        "team": shown,
        "owner": shown,
        "first": shown,
        "spread": spreads,
        "agreed": halves,
        "zone": bands,
        "target": shown,
        "earlier": shown,
        "earlier_zone": bands,
        "emphasised": st.booleans(),
    }
)


@st.composite
def views(draw: st.DrawFn, modes: Sequence[Mode] = tuple(Mode)) -> RadarView:
    """Draw any view, with more in it than its mode may draw."""
    fields = draw(st.lists(spokes, min_size=7, max_size=7))
    drawn = (Spoke(id=axis, **field) for axis, field in zip(AXES, fields, strict=True))
    return RadarView(mode=draw(st.sampled_from(modes)), spokes=tuple(drawn))
