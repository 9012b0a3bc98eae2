"""What the pages of a vote show on the console: whole texts, and only what may be seen."""

from msgspec import Struct

from widgets.controls.options import Option
from workshop_flows.projector import DotsResult
from workshop_flows.vocabulary import Role


class VotePart(Struct, frozen=True):
    """A part of a page of the vote."""


class Head(VotePart, frozen=True, kw_only=True):
    """Where we are and what is asked. `owner_text` empty: the owner has no wording here."""

    line: str
    title: str
    owner_label: str = ""
    owner_text: str = ""


class Script(VotePart, frozen=True, kw_only=True):
    """What to say, and what to mind."""

    say: str
    tips: tuple[str, ...]
    in_other_words: str = ""


class BallotChoice(VotePart, frozen=True, kw_only=True):
    """How this round is voted on; `chosen` is the key of one of the options."""

    name: str
    options: tuple[Option, ...]
    chosen: object
    told: str


class AskView(VotePart, frozen=True, kw_only=True):
    """A statement that is not open. `told`: what is special now; `instead`: a way back."""

    head: Head
    script: Script
    ballot: BallotChoice | None
    told: str = ""
    instead: str = ""


class BusyView(VotePart, frozen=True, kw_only=True):
    """An open round; nothing of it is known but how many voted, and that stands elsewhere."""

    head: Head
    title: str
    steps: tuple[str, ...]
    told: str
    words_title: str
    words: str
    tips: tuple[str, ...]
    stop: str
    stop_key: str


class CountCell(VotePart, frozen=True, kw_only=True):
    """How many slips gave an option: 1 to 5, or 0 for the skip. `key`: empty, no key now."""

    option: int
    count: int
    label: str
    key: str
    more: str
    less: str
    closed: bool = False
    """Slips that stay folded: only how many there are."""


class CountRow(VotePart, frozen=True, kw_only=True):
    role: Role
    title: str
    cells: tuple[CountCell, ...]
    together: str
    counted: int
    of: str
    told: str = ""
    switch: str = ""
    """The key that brings the keys here; empty: they are here already, or need not come."""


class CountView(VotePart, frozen=True, kw_only=True):
    """Counting by hand after the close. `few`: why these slips cannot be shown yet."""

    head: Head
    title: str
    hint: str
    rows: tuple[CountRow, ...]
    told: tuple[str, ...]
    few: str
    stop: str
    stop_key: str


class NotesView(VotePart, frozen=True, kw_only=True):
    """Notes without names. `earlier`: that there are more, made before; may be empty."""

    title: str
    told: str
    items: tuple[str, ...]
    most: int
    letters: int
    earlier: str
    warning: str


class ResultView(VotePart, frozen=True, kw_only=True):
    """A statement's result, as on the projector. `dots` None: there is nothing to draw."""

    head: Head
    title: str
    dots: DotsResult | None
    scale: tuple[str, ...]
    dots_words: str
    words: str
    stands: tuple[str, ...]
    told: str
    tips: tuple[str, ...]
    notes: NotesView


class QuestionChoice(VotePart, frozen=True, kw_only=True):
    """A talk question that can be put on the projector."""

    deep: bool
    text: str
    chosen: bool
    badge: str
    key: str


class TalkView(VotePart, frozen=True, kw_only=True):
    """The questions that fit. `others` are for the facilitator's own voice."""

    title: str
    questions: tuple[QuestionChoice, ...]
    others_title: str
    others: tuple[str, ...]


class StandChoice(VotePart, frozen=True, kw_only=True):
    """A stand that can be agreed, 1 to 5 in halves."""

    value: float
    label: str
    name: str


class StandView(VotePart, frozen=True, kw_only=True):
    """The agreed stand. `clear`: takes it away; empty when there is none."""

    title: str
    told: str
    choices: tuple[StandChoice, ...]
    value: float | None
    words: str
    clear: str
    keys: tuple[str, str]
    keys_told: str


class ZoneBox(VotePart, frozen=True, kw_only=True):
    word: str
    reached: bool


class AxisView(VotePart, frozen=True, kw_only=True):
    """An axis's result. `number`: the team's stand; `zones`: mode pooled, instead of it."""

    head: Head
    number: str
    number_told: str
    zones: tuple[ZoneBox, ...]
    words: str
    stands: tuple[str, ...]
    told: str
    talk: TalkView | None
    tips: tuple[str, ...]
    notes: NotesView


class Wording(VotePart, frozen=True, kw_only=True):
    text: str
    owner_label: str = ""
    owner_text: str = ""


class TableView(VotePart, frozen=True, kw_only=True):
    """The open conversation about an axis: read, lay a card, talk, agree a stand together."""

    head: Head
    read: str
    say: str
    statements: tuple[Wording, ...]
    lay: str
    lay_told: str
    talk: str
    talk_told: str
    questions: TalkView
    agree: str
    stand: StandView
    notes: NotesView


class SideView(VotePart, frozen=True, kw_only=True):
    """Under the preview: what can change after the talk. `revote` empty: not now.

    `tips_title` and `tips` stand there in the open conversation.
    """

    title: str = ""
    told: str = ""
    revote: str = ""
    revote_key: str = ""
    stand: StandView | None = None
    later: str = ""
    tips_title: str = ""
    tips: tuple[str, ...] = ()


VoteView = AskView | BusyView | CountView | ResultView | AxisView | TableView
