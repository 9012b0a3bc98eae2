"""What the pages of choosing show: whole, translated texts and values that may be shown."""

from enum import StrEnum

from msgspec import Struct

from widgets.controls.options import Option
from workshop_flows.vocabulary import AxisId


class Phase(StrEnum):
    """How far a hidden choice is."""

    READY = "ready"
    OPEN = "open"
    COUNTING = "counting"
    CHOSEN = "chosen"


class Words(Struct, frozen=True, kw_only=True):
    """What the facilitator says and minds."""

    say: str
    tips: tuple[str, ...] = ()


class BallotView(Struct, frozen=True, kw_only=True):
    """By slips or by hands; no options: there is nothing to choose now."""

    options: tuple[Option, ...] = ()
    chosen: object = None


class CountRow(Struct, frozen=True, kw_only=True):
    """An option that is counted by hand; `more` and `less` say what its buttons do."""

    key: str
    label: str
    count: int
    more: str
    less: str


class CountView(Struct, frozen=True, kw_only=True):
    """The counting card. `people`: how many chose, where one person gives two crosses."""

    title: str
    hint: str
    rows: tuple[CountRow, ...]
    total: str
    warning: str
    people: int | None = None
    most_people: int = 0


class ChoiceView(Struct, frozen=True, kw_only=True):
    """An option of a choice; `votes` None: no number may be shown."""

    key: str
    label: str
    second: str = ""
    votes: int | None = None
    chosen: bool = False


class Proposal(Struct, frozen=True, kw_only=True):
    """What was chosen most, with the button that takes it over; no button after a tie."""

    text: str
    accept: str = ""
    key: str = ""


class Target(Struct, frozen=True, kw_only=True):
    """A chosen axis, and one step further in words."""

    label: str
    sentence: str


class FocusView(Struct, frozen=True, kw_only=True):
    phase: Phase
    title: str
    how: str
    ballot: BallotView
    words: Words
    status: str
    stop: str
    stop_key: str
    heading: str
    hint: str
    choices: tuple[ChoiceView, ...]
    most_votes: int
    proposal: Proposal | None
    count: CountView | None
    side_title: str
    side_text: str
    targets: tuple[Target, ...]


class Tab(StrEnum):
    """The two halves of the page with actions."""

    LIBRARY = "library"
    CHOOSE = "choose"


class ActionRowView(Struct, frozen=True, kw_only=True):
    """An action of the library, with why it stands where it stands."""

    action: int
    title: str
    yields: str
    facts: str
    first_step: str
    why: str
    on: bool
    name: str
    """What is read out for pressing it."""


class CardView(Struct, frozen=True, kw_only=True):
    """A card for the room; `in_sight`: it is on the projector's page now."""

    number: int
    title: str
    axis: str
    in_sight: bool


class NoteView(Struct, frozen=True, kw_only=True):
    title: str
    text: str
    source: str


class ActionsView(Struct, frozen=True, kw_only=True):
    phase: Phase
    tab: Tab
    tabs: tuple[Option, ...]
    title: str
    found: str
    ballot: BallotView
    words: Words
    words_title: str
    is_fresh: bool
    """Nothing was put before the room or looked for yet."""
    status: str
    stop: str
    stop_key: str
    chips: tuple[Option, ...]
    filters: frozenset[object]
    rows: tuple[ActionRowView, ...]
    nothing: str
    own: str
    """The button that adds what was typed as an own idea; empty: nothing was typed."""
    own_key: str
    axes: tuple[Option, ...]
    axis: AxisId
    heading: str
    hint: str
    choices: tuple[ChoiceView, ...]
    most_votes: int
    proposal: Proposal | None
    count: CountView | None
    notes_title: str
    notes: tuple[NoteView, ...]


class CardsView(Struct, frozen=True, kw_only=True):
    """The panel with the cards for the room."""

    title: str
    count: str
    empty: str
    cards: tuple[CardView, ...]
    locked: str
    """Why the cards cannot change now; empty: they can."""
    pages: str
    """Which cards the projector shows, 'Kaart 1 tot 3 van 5'; empty: all of them."""
    has_earlier: bool
    has_later: bool


class OutcomeView(Struct, frozen=True, kw_only=True):
    """What the room sees of the consent."""

    icon: str
    text: str
    second: str
    everyone: bool


class ConsentView(Struct, frozen=True, kw_only=True):
    phase: Phase
    title: str
    how: str
    ballot: BallotView
    words: Words
    status: str
    stop: str
    stop_key: str
    outcome: OutcomeView | None
    repair: str
    again: str
    to_agreement: str
    remarks_title: str
    remarks_told: str
    remarks: tuple[str, ...]
    """What people wrote beside their answer, without names; only here and only now."""
    better_title: str
    better_hint: str
    better: tuple[str, ...]
    better_warning: str
    count: CountView | None
    side_title: str
    afspraken: tuple[str, ...]
    side_text: str
    take_off: tuple[str, ...]
    """Per afspraak what its button does; empty: nothing may be taken off now."""
