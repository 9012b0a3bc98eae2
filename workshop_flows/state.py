"""The frozen state of a session, as it stands between two events."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from workshop_flows.setup import Setup
from workshop_flows.tally import Tally
from workshop_flows.views import Afspraak, Report
from workshop_flows.vocabulary import (
    AxisId,
    Band,
    Mode,
    Outcome,
    Step,
)


class State(Struct, frozen=True):
    """A part of the state."""


class EarlierStand(State, frozen=True, kw_only=True):
    """What the earlier session showed of an axis, with one decimal."""

    id: AxisId
    stand: float | None
    band: Band | None
    target: float | None


class EarlierSession(State, frozen=True, kw_only=True):
    """What a follow-up takes along from the file of the session before it."""

    date: date
    axes: tuple[EarlierStand, ...]
    afspraken: tuple[Afspraak, ...]


class Position(State, frozen=True, kw_only=True):
    """Where the session is. In step `vote` the axis counts, and the statement from 1."""

    step: Step
    axis: AxisId | None = None
    statement: int | None = None


class Ballot(StrEnum):
    """How a round is voted on."""

    SECRET = "secret"
    SHOW_OF_HANDS = "show_of_hands"


class StatementSubject(State, frozen=True, kw_only=True, tag="statement"):
    """A vote on a statement; `number` 1, or 2 for the re-vote."""

    statement: str
    number: int

    @property
    def axis(self) -> AxisId:
        return AxisId(self.statement[:2])


class FocusSubject(State, frozen=True, kw_only=True, tag="focus"):
    """A choice of at most two of the seven axes."""


class CardsSubject(State, frozen=True, kw_only=True, tag="cards"):
    """A choice of at most two of the candidate actions."""


class ConsentSubject(State, frozen=True, kw_only=True, tag="consent"):
    """'Kun je hiermee werken?'"""


Subject = StatementSubject | FocusSubject | CardsSubject | ConsentSubject


class StatementCounts(State, frozen=True, kw_only=True, tag="statement"):
    """What is left of a statement's ballots after the close.

    `team`: the staff's answers, in mode pooled staff and owner together. `owner`: only in
    mode team and only with his yes. The numbers of ballots guard against too many slips.
    """

    team: Tally
    owner: Tally | None
    staff_ballots: int
    owner_ballots: int

    def plus(self, other: "Counts") -> "StatementCounts":
        """Add what another way of voting brought in to the same round."""
        assert isinstance(other, StatementCounts)
        return StatementCounts(
            team=self.team + other.team,
            owner=None if self.owner is None else self.owner + (other.owner or Tally()),
            staff_ballots=self.staff_ballots + other.staff_ballots,
            owner_ballots=self.owner_ballots + other.owner_ballots,
        )


class ChoiceCounts(State, frozen=True, kw_only=True, tag="choice"):
    """How often each option was chosen; `ballots` is how many people chose."""

    counts: tuple[int, ...]
    ballots: int

    def plus(self, other: "Counts") -> "ChoiceCounts":
        assert isinstance(other, ChoiceCounts)
        pairs = zip(self.counts, other.counts, strict=True)
        return ChoiceCounts(
            counts=tuple(one + two for one, two in pairs), ballots=self.ballots + other.ballots
        )


class ConsentCounts(State, frozen=True, kw_only=True, tag="consent"):
    yes: int
    yes_if: int
    no: int

    @property
    def ballots(self) -> int:
        return self.yes + self.yes_if + self.no

    def plus(self, other: "Counts") -> "ConsentCounts":
        assert isinstance(other, ConsentCounts)
        return ConsentCounts(
            yes=self.yes + other.yes, yes_if=self.yes_if + other.yes_if, no=self.no + other.no
        )


Counts = StatementCounts | ChoiceCounts | ConsentCounts


class OpenRound(State, frozen=True, kw_only=True):
    """The round that is open now, or closed and waiting for slips and the reveal."""

    id: int
    subject: Subject
    ballot: Ballot = Ballot.SECRET
    counts: Counts | None = None

    @property
    def closed(self) -> bool:
        return self.counts is not None


class StatementRound(State, frozen=True, kw_only=True):
    """A statement's round after its reveal."""

    id: int
    statement: str
    number: int
    counts: StatementCounts
    owner_revealed: bool = False


class ClosedAxis(State, frozen=True, kw_only=True):
    """An axis whose last statement was revealed, in round 1 or 2."""

    axis: AxisId
    number: int


class AgreedStand(State, frozen=True, kw_only=True):
    axis: AxisId
    value: float


class Card(State, frozen=True, kw_only=True):
    """A candidate action: one of the library (`action`), or of the team's own (`title`)."""

    axis: AxisId
    action: int | None = None
    title: str | None = None


class Review(State, frozen=True, kw_only=True):
    """What became of an afspraak of the earlier session; counts from 1."""

    afspraak: int
    outcome: Outcome
    helped: str | None = None


class Draft(State, frozen=True, kw_only=True):
    """The agreement as it is being written. `follow_up_time` is 'HH:MM'."""

    afspraken: tuple[Afspraak, ...] = ()
    owner_promise: str = ""
    team_promise: str = ""
    follow_up: date | None = None
    follow_up_time: str | None = None
    keeper: str = ""


class TextList(StrEnum):
    """The lists of short texts that the facilitator types."""

    ALREADY_DOING = "already_doing"
    COMING = "coming"
    QUOTES = "quotes"
    BETTER = "better"


class Session(State, frozen=True, kw_only=True):
    """A session that is going on."""

    setup: Setup
    position: Position
    earlier: EarlierSession | None = None
    id: str = ""
    mode: Mode | None = None
    last_round: int = 0
    round: OpenRound | None = None
    statements: tuple[StatementRound, ...] = ()
    closed_axes: tuple[ClosedAxis, ...] = ()
    agreed: tuple[AgreedStand, ...] = ()
    review: tuple[Review, ...] = ()
    already_doing: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    better: tuple[str, ...] = ()
    focus_counts: ChoiceCounts | None = None
    focus: tuple[AxisId, ...] = ()
    cards: tuple[Card, ...] = ()
    card_counts: ChoiceCounts | None = None
    draft: Draft = Draft()
    consent: ConsentCounts | None = None
    printed: int = 0

    def rounds_of(self, statement: str) -> tuple[StatementRound, ...]:
        """Return the statement's revealed rounds, first before second."""
        found = (one for one in self.statements if one.statement == statement)
        return tuple(sorted(found, key=lambda one: one.number))

    def closed_number(self, axis: AxisId) -> int:
        """Return the last round in which the axis was closed: 0, 1 or 2."""
        return max((one.number for one in self.closed_axes if one.axis == axis), default=0)

    def agreed_stand(self, axis: AxisId) -> float | None:
        return next((one.value for one in self.agreed if one.axis == axis), None)


class Live(State, frozen=True, kw_only=True):
    """A session that goes on, with the states that undo can return to, oldest first.

    `barrier` is the kind of the last event that undo can't take back, or None.
    """

    session: Session
    past: tuple[Session, ...] = ()
    barrier: str | None = None


class Archived(State, frozen=True, kw_only=True):
    """A finished session: only what was shown is left."""

    report: Report


Workshop = Live | Archived
