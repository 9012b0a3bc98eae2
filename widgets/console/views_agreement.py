"""What the page of the agreement shows, and what a person changes on it."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct

from widgets.controls.options import Option
from workshop_flows.vocabulary import AxisId


class Part(StrEnum):
    """One thing that can be filled in; the names are those of the agreement's fields."""

    TITLE = "title"
    WHO = "who"
    FIRST_STEP = "first_step"
    FIRST_STEP_DATE = "first_step_date"
    HOURS = "hours"
    EUROS = "euros"
    EVIDENCE = "evidence"
    RESULT = "result"
    YIELDS = "yields"
    MAATJE = "maatje"
    WHEN = "when"
    WORKING_TIME = "working_time"
    PAID_BY = "paid_by"
    NEEDS = "needs"
    IF = "if"
    THEN = "then"
    OBLIGATORY = "obligatory"
    AXIS = "axis"
    OWNER_PROMISE = "owner_promise"
    TEAM_PROMISE = "team_promise"
    FOLLOW_UP = "follow_up"
    FOLLOW_UP_TIME = "follow_up_time"
    KEEPER = "keeper"


class Place(Struct, frozen=True, kw_only=True):
    """Where something stands; `afspraak` counts from 1, None: in the agreement as a whole."""

    part: Part
    afspraak: int | None = None


EditValue = str | date | bool | AxisId | None


class Edit(Struct, frozen=True, kw_only=True):
    """A person filled something in; numbers and times come as they are typed."""

    place: Place
    value: EditValue


class Shift(Struct, frozen=True, kw_only=True):
    """Move an afspraak up (-1) or down (1)."""

    afspraak: int
    by: int


class TextView(Struct, frozen=True, kw_only=True):
    """What a field holds; `note` is advice under it, `error` says why it is not kept."""

    value: str = ""
    error: str | None = None
    note: str = ""


class DayView(Struct, frozen=True, kw_only=True):
    value: date | None
    today: date
    first: date
    last: date | None = None
    error: str | None = None


class EditorView(Struct, frozen=True, kw_only=True):
    """The afspraak that is open; `more`: with everything that is optional."""

    texts: Mapping[Part, TextView]
    day: DayView
    working_time: bool | None
    obligatory: bool | None
    axis: AxisId
    more: bool
    may_rise: bool
    may_sink: bool


class CardView(Struct, frozen=True, kw_only=True):
    number: int
    title: str
    second: str
    axis: str
    complete: bool
    state: str
    """Whether it is complete, and whether it is open, in words."""
    editor: EditorView | None = None


class Proposal(Struct, frozen=True, kw_only=True):
    day: date
    text: str


class CheckItem(Struct, frozen=True, kw_only=True):
    """A line of 'Compleet?'; `place` is where it can be filled in, when it is still open."""

    text: str
    place: Place | None = None


class ChecksView(Struct, frozen=True, kw_only=True):
    items: tuple[CheckItem, ...]
    count: str
    status: str
    reminder: str


class AgreementView(Struct, frozen=True, kw_only=True):
    cards: tuple[CardView, ...]
    full: str | None
    """Why no afspraak can be added; None: it can."""
    axes: tuple[Option, ...]
    names: tuple[str, ...]
    whole: Mapping[Part, TextView]
    owner: str | None
    """Who promises beside the team; None: there is no owner in the session."""
    follow_up: DayView
    proposal: Proposal | None
    checks: ChecksView
