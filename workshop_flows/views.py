"""Frozen views: all that screens, paper and files get to see of a session.

A view holds what was shown and nothing finer. Every number with one decimal was
rounded half up, once, from the unrounded value. A finished session file holds one
`Report` and nothing else, so every view is also a file format: add fields with a
default, and never change the meaning of one.
"""

from datetime import date

from msgspec import Struct

from workshop_flows.vocabulary import (
    Agreeing,
    AgreementStatus,
    AxisId,
    Band,
    Change,
    ConsentOutcome,
    Goal,
    Language,
    Length,
    Mode,
    Outcome,
    Sector,
)


class View(Struct, frozen=True):
    """A frozen view."""


class SessionFacts(View, frozen=True, kw_only=True):
    """The firm and the session, as typed by the facilitator."""

    company: str
    sector: Sector
    question: str
    date: date
    length: Length
    staff: int
    owners: int
    owner_apart: bool
    language: Language
    names: tuple[str, ...] = ()
    owner_names: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    already_doing: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()


class StatementResult(View, frozen=True, kw_only=True):
    """What was shown of one statement (mode team only).

    `team` None: too few answers. `spread`: 25th and 75th percentile of the answers.
    """

    id: str
    staff_text: str
    owner_text: str
    team: float | None
    votes: int | None
    consensus: Agreeing | None
    spread: tuple[float, float] | None
    owner: float | None
    first: float | None


class AxisResult(View, frozen=True, kw_only=True):
    """What was shown of one axis; the meaning of each field is that of result.json."""

    id: AxisId
    label: str
    team: float | None = None
    owner: float | None = None
    band: Band | None = None
    consensus: Agreeing | None = None
    spread: tuple[float, float] | None = None
    first: float | None = None
    agreed: float | None = None
    target: float | None = None
    votes: int | None = None

    @property
    def stand(self) -> float | None:
        """The shown stand, 1 to 5: the agreed one, else the team's mean, else none."""
        return self.team if self.agreed is None else self.agreed


class ThreeWords(View, frozen=True, kw_only=True):
    """The reading in three words, 1 to 5 each, None where an axis is missing."""

    weten: float | None
    willen: float | None
    kunnen: float | None


class Summary(View, frozen=True, kw_only=True):
    """'Wat zagen we?': whole sentences chosen only from what was shown."""

    goes_well: tuple[str, ...]
    differs: tuple[str, ...]
    low: tuple[str, ...]


class FocusChoice(View, frozen=True, kw_only=True):
    """An axis that the team chose. `votes` is None where counts may not be shown."""

    axis: AxisId
    label: str
    votes: int | None


class CardChoice(View, frozen=True, kw_only=True):
    """A candidate action; `chosen` when it became an afspraak, `votes` as for focus."""

    action: int | None
    title: str
    axis: AxisId
    votes: int | None
    chosen: bool


class Afspraak(View, frozen=True, kw_only=True):
    """One agreed action. Keys are those of the workshop script; None: not filled in.

    `title` is never None once it stands in an agreement: the action's own, or reworded.
    """

    action: int | None = None
    title: str | None = None
    axis: AxisId
    result: str | None = None
    yields: str | None = None
    who: str | None = None
    maatje: str | None = None
    first_step: str | None = None
    first_step_date: date | None = None
    when: str | None = None
    hours: float | None = None
    working_time: bool | None = None
    euros: float | None = None
    paid_by: str | None = None
    needs: str | None = None
    if_then: str | None = None
    evidence: str | None = None
    obligatory: bool | None = None


class Missing(View, frozen=True, kw_only=True):
    """A required field that is not filled in; `afspraak` counts from 1, None: the whole."""

    field: str
    afspraak: int | None = None


class Agreement(View, frozen=True, kw_only=True):
    """The learning agreement. `follow_up_time` is 'HH:MM'."""

    afspraken: tuple[Afspraak, ...] = ()
    owner_promise: str = ""
    team_promise: str = ""
    follow_up: date | None = None
    follow_up_time: str | None = None
    keeper: str = ""
    status: AgreementStatus = AgreementStatus.CONCEPT
    missing: tuple[Missing, ...] = ()


class ReviewedAfspraak(View, frozen=True, kw_only=True):
    """What became of an afspraak of the earlier session; `afspraak` counts from 1."""

    afspraak: int
    title: str
    outcome: Outcome
    helped: str | None


class EarlierAxis(View, frozen=True, kw_only=True):
    """An axis of the earlier session beside today's.

    `stand`, `band` and `target` are the earlier shown ones.
    """

    id: AxisId
    stand: float | None
    band: Band | None
    target: float | None
    change: Change | None
    goal: Goal | None


class Earlier(View, frozen=True, kw_only=True):
    """The session before this one."""

    date: date
    axes: tuple[EarlierAxis, ...]
    review: tuple[ReviewedAfspraak, ...] = ()


class Report(View, frozen=True, kw_only=True):
    """All that was shown and agreed: the source of result.json, paper and exports.

    `axes` are always seven, in order. `talk_about` holds none, one or two axes, the
    driver first.
    """

    facts: SessionFacts
    mode: Mode
    axes: tuple[AxisResult, ...]
    statements: tuple[StatementResult, ...] = ()
    three_words: ThreeWords
    talk_about: tuple[AxisId, ...] = ()
    summary: Summary
    focus: tuple[FocusChoice, ...] = ()
    cards: tuple[CardChoice, ...] = ()
    agreement: Agreement
    consent: ConsentOutcome | None = None
    better: tuple[str, ...] = ()
    """'Wat maakt de afspraak beter?', in the facilitator's words."""
    earlier: Earlier | None = None


class Spoke(View, frozen=True, kw_only=True):
    """One axis of a radar; every value from 1 to 5 and already rounded for showing."""

    id: AxisId
    label: str
    team: float | None = None
    owner: float | None = None
    first: float | None = None
    """The mean before the talk: the ghost."""
    spread: tuple[float, float] | None = None
    agreed: float | None = None
    zone: Band | None = None
    target: float | None = None
    earlier: float | None = None
    earlier_zone: Band | None = None
    emphasised: bool = False
    """A wedge behind it and a bold label: chosen, or talked about now."""


class RadarView(View, frozen=True, kw_only=True):
    """Seven spokes in order. Mode pooled draws zones only, mode open agreed stands only."""

    mode: Mode
    spokes: tuple[Spoke, ...]
