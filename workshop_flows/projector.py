"""What the room sees, page by page: frozen views for the projector.

Each page holds whole texts in the session's language and values that may be shown; a
widget adds no thought of its own. Counts and stands were rounded and released by
`workshop_flows.privacy` before they came here.
"""

from msgspec import Struct

from workshop_flows.joining import Device, JoinLine, JoinStrip
from workshop_flows.views import RadarView
from workshop_flows.vocabulary import AgreementStatus, Band, ConsentOutcome, Outcome


class Page(Struct, frozen=True, kw_only=True):
    """A page of the projector; `late` stands below it for who still has to join."""

    late: JoinLine | None = None


class Progress(Struct, frozen=True, kw_only=True):
    """'Stelling 5 van 14 · Dat kunnen wij': `done` counts per axis the finished statements."""

    number: int
    total: int
    axis_label: str
    per_axis: int
    done: tuple[int, ...]
    current_axis: int
    """Index of the axis, 0 to 6."""


class Counted(Struct, frozen=True):
    """'7 van de 10 gestemd'. Nothing else of an open vote may be known."""

    voted: int
    seats: int


class TalkCard(Struct, frozen=True, kw_only=True):
    """The talk question under a result, with the line before it."""

    intro: str
    question: str


class BlankPage(Page, frozen=True, kw_only=True):
    """Nothing at all, on the theme's ground."""


class WelcomePage(Page, frozen=True, kw_only=True):
    company: str
    points: tuple[str, ...]
    """What we do, what is secret and what not: three or four short sentences."""
    strip: JoinStrip
    secret: bool = True
    """False: there are no slips; everyone lays a card on the table."""
    device: Device | None = None
    """With what people vote; None: on slips."""


class QuestionPage(Page, frozen=True, kw_only=True):
    question: str
    coming: tuple[str, ...]


class AlreadyDoingPage(Page, frozen=True, kw_only=True):
    """'Dit doen we al': a tile per text."""

    items: tuple[str, ...]


class ReviewRow(Struct, frozen=True, kw_only=True):
    number: int
    title: str
    outcome: Outcome | None
    helped: str | None


class ReviewPage(Page, frozen=True, kw_only=True):
    """A follow-up's first page: what became of the earlier afspraken."""

    since: str
    rows: tuple[ReviewRow, ...]


class StatementPage(Page, frozen=True, kw_only=True):
    """A statement to vote on. `owner_text` None: there is no owner.

    `scale`: the five answers and the skip. `counted` None: not open yet, or nobody can be
    counted yet (`asked`: open, by slip or by hand). `time_left`: part of the planned time that
    is left, 0 to 1; `seconds_left` the same in seconds. `secret` False: hands that everyone
    sees. `closed`: `counted` is now of slips or hands that are being counted. `device`: with
    what people vote now.
    """

    progress: Progress
    staff_text: str
    owner_text: str | None
    scale: tuple[str, ...]
    counted: Counted | None
    time_left: float | None
    secret: bool
    seconds_left: int | None = None
    asked: bool = False
    closed: bool = False
    device: Device | None = None


class DotsResult(Struct, frozen=True, kw_only=True):
    """A statement's result in mode team; all None when there were too few answers.

    `dots`: how many chose 1 to 5. `ghost` and `ghost_spread`: the vote before the talk.
    """

    votes: int | None
    mean: float | None
    dots: tuple[int, ...] | None
    words: str
    spread: tuple[float, float] | None
    owner: float | None
    ghost: float | None
    ghost_spread: tuple[float, float] | None


class ResultPage(Page, frozen=True, kw_only=True):
    progress: Progress
    staff_text: str
    owner_text: str | None
    scale: tuple[str, ...]
    result: DotsResult
    talk: TalkCard | None
    radar: RadarView


class AxisPage(Page, frozen=True, kw_only=True):
    """An axis after its last statement: in words, as a zone, or as agreed aloud.

    Exactly one of `stand` (mode team), `zone` (mode pooled) and neither (not yet agreed in
    mode open) is given; `agreed` lies over all. `statements`: both wordings for mode open.
    """

    progress: Progress
    label: str
    stand: float | None
    words: str
    zone: Band | None
    agreed: float | None
    agreed_words: str
    note: str
    statements: tuple[tuple[str, str | None], ...]
    talk: TalkCard | None
    radar: RadarView


class Callout(Struct, frozen=True, kw_only=True):
    """The card beside the radar: what stands out, with the stands it is about."""

    kind: str
    title: str
    team: float | None
    owner: float | None
    zone: Band | None
    sentence: str


class Compared(Struct, frozen=True, kw_only=True):
    """A focus axis of the earlier session: then, now, and what became of its target."""

    label: str
    then: str
    now: str
    goal: str


class RadarPage(Page, frozen=True, kw_only=True):
    """All seven axes. `legend`: series and its words, only those that occur."""

    company: str
    radar: RadarView
    legend: tuple[tuple[str, str], ...]
    callout: Callout | None
    compared: tuple[Compared, ...]
    note: str


class WhoStartsPage(Page, frozen=True, kw_only=True):
    """Owner and staff each wait for the other: both wordings side by side."""

    axis_label: str
    staff_text: str
    owner_text: str
    staff_stand: float | None
    owner_stand: float | None
    ask_staff: str
    ask_owner: str


class Choice(Struct, frozen=True, kw_only=True):
    """An option of a hidden choice; `votes` None: not counted aloud."""

    label: str
    votes: int | None
    chosen: bool
    stand: float | None = None


class FocusPage(Page, frozen=True, kw_only=True):
    """`counted` while the vote is open; afterwards the chosen options stand first."""

    choices: tuple[Choice, ...]
    counted: Counted | None
    revealed: bool
    secret: bool = True
    """False: chosen aloud, so that no page may call it secret."""
    device: Device | None = None


class ActionCard(Struct, frozen=True, kw_only=True):
    axis_label: str
    title: str
    yields: str
    cost: str
    time: str
    who: str
    first_step: str
    votes: int | None
    chosen: bool


class ActionsPage(Page, frozen=True, kw_only=True):
    """Up to eight cards, three on a page; `first` is the index of the leftmost card."""

    cards: tuple[ActionCard, ...]
    first: int
    counted: Counted | None
    revealed: bool
    secret: bool = True
    """As for FocusPage."""
    device: Device | None = None


class ConsentPage(Page, frozen=True, kw_only=True):
    """'Kun je hiermee werken?'. `yes` None: no numbers are shown (fewer than five)."""

    seats: int
    counted: Counted | None
    outcome: ConsentOutcome | None
    yes: int | None
    better: tuple[str, ...]
    secret: bool
    device: Device | None = None


class AgreementRow(Struct, frozen=True, kw_only=True):
    number: int
    title: str
    who: str
    when: str


class AgreementPage(Page, frozen=True, kw_only=True):
    company: str
    day: str
    question: str
    rows: tuple[AgreementRow, ...]
    follow_up: str
    status: AgreementStatus


class ClosePage(Page, frozen=True, kw_only=True):
    """Thanks, and what is kept."""

    company: str
    follow_up: str


ProjectorPage = (
    BlankPage
    | WelcomePage
    | QuestionPage
    | AlreadyDoingPage
    | ReviewPage
    | StatementPage
    | ResultPage
    | AxisPage
    | RadarPage
    | WhoStartsPage
    | FocusPage
    | ActionsPage
    | ConsentPage
    | AgreementPage
    | ClosePage
)
