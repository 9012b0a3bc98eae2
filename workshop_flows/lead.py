"""Leading a session: what comes next at this moment, and what a going back means."""

from enum import StrEnum

from msgspec import Struct

from workshop_flows import agenda, privacy
from workshop_flows.agenda import statements_of
from workshop_flows.state import (
    CardsSubject,
    ConsentSubject,
    FocusSubject,
    Position,
    Session,
    StatementSubject,
    Subject,
)
from workshop_flows.vocabulary import AxisId, Mode, Step


class Reveal(StrEnum):
    """How far the facilitator has gone on the statement where the session stands."""

    STATEMENT = "statement"
    RESULT = "result"
    AXIS = "axis"


class Act(StrEnum):
    """What the one big button does."""

    GO_ON = "go_on"
    OPEN_VOTE = "open_vote"
    CLOSE_VOTE = "close_vote"
    REVEAL = "reveal"
    SHOW_OWNER = "show_owner"
    SHOW_AXIS = "show_axis"
    FINISH = "finish"


class Next(Struct, frozen=True, kw_only=True):
    """The next step. `to` is where GO_ON leads, `subject` what OPEN_VOTE asks."""

    act: Act
    to: Position | None = None
    subject: Subject | None = None


def statement_now(session: Session) -> str | None:
    """Return the id of the statement where the session stands, or None outside the votes."""
    position = session.position
    if position.axis is None or position.statement is None:
        return None
    return agenda.statement_id(position.axis, position.statement)


def arrival(session: Session) -> Reveal:
    """Return how far the statement was already revealed: where a return or a resume begins."""
    statement = statement_now(session)
    axis = session.position.axis
    if statement is None or axis is None or session.round is not None:
        return Reveal.STATEMENT
    if is_revoting(session, axis) or not session.rounds_of(statement):
        return Reveal.STATEMENT
    if privacy.mode_now(session) is Mode.TEAM:
        return Reveal.RESULT
    last = statements_of(axis, session.setup.length)[-1] == statement
    return Reveal.AXIS if last and session.closed_number(axis) else Reveal.STATEMENT


def is_revoting(session: Session, axis: AxisId) -> bool:
    """Tell whether a second vote on the whole axis has begun and is not complete.

    Mode pooled only: there a second vote counts for the axis as a whole.
    """
    if privacy.mode_now(session) is not Mode.POOLED or session.closed_number(axis) != 1:
        return False
    return any(len(session.rounds_of(one)) == 2 for one in _voted(session, axis))


def may_revote(session: Session, reveal: Reveal) -> bool:
    """Tell whether 'vote again' may be asked now: once, after a result is shown."""
    return revote_from(session, reveal) is not None


def revote_from(session: Session, reveal: Reveal) -> Position | None:
    """Return where a second vote begins, or None when none may be held now.

    In mode team it is about this statement, in mode pooled about the whole axis.
    """
    statement = statement_now(session)
    axis = session.position.axis
    if statement is None or axis is None or session.round is not None:
        return None
    if privacy.mode_now(session) is Mode.TEAM:
        once = reveal is not Reveal.STATEMENT and len(session.rounds_of(statement)) == 1
        return session.position if once else None
    voted = _voted(session, axis)
    if reveal is not Reveal.AXIS or session.closed_number(axis) != 1 or not voted:
        return None
    number = statements_of(axis, session.setup.length).index(voted[0]) + 1
    return Position(step=Step.VOTE, axis=axis, statement=number)


def axis_to_show(session: Session) -> AxisId | None:
    """Return the axis that ends when this statement is left out, if any was voted on."""
    statement = statement_now(session)
    axis = session.position.axis
    if statement is None or axis is None or session.closed_number(axis):
        return None
    last = statements_of(axis, session.setup.length)[-1] == statement
    return axis if last and _voted(session, axis) else None


def next_step(session: Session, reveal: Reveal, *, revote: bool = False) -> Next:
    """Return what the big button does now.

    `revote`: the facilitator asked for a second vote on the statement (mode team), or on
    the axis (mode pooled), and it is not open yet.
    """
    if session.round is not None:
        return Next(act=Act.REVEAL if session.round.closed else Act.CLOSE_VOTE)
    step = session.position.step
    if step is Step.VOTE and privacy.mode_now(session) is not Mode.OPEN:
        return _vote(session, reveal, revote=revote)
    subject = _asked(session)
    if subject is not None:
        return Next(act=Act.OPEN_VOTE, subject=subject)
    return go_on(session)


def go_on(session: Session) -> Next:
    """Return the way to the next position; mode open takes an axis as one."""
    here = session.position
    order = agenda.positions(session)
    later = order[order.index(here) + 1 :]
    to = next((one for one in later if not _same(session, one)), None)
    return Next(act=Act.FINISH) if to is None else Next(act=Act.GO_ON, to=to)


def going_back(session: Session) -> Position | None:
    """Return where 'back' leads: the position before, or None at the start."""
    order = agenda.positions(session)
    earlier = order[: order.index(session.position)]
    if privacy.mode_now(session) is Mode.OPEN:
        earlier = tuple(one for one in earlier if one.statement in (None, 1))
        earlier = tuple(one for one in earlier if not _same(session, one))
    return earlier[-1] if earlier else None


def _same(session: Session, other: Position) -> bool:
    """Tell whether both are one page: in mode open the statements of an axis are."""
    axis = session.position.axis
    return privacy.mode_now(session) is Mode.OPEN and axis is not None and other.axis is axis


def _asked(session: Session) -> Subject | None:
    """Return the choice that this step still has to ask."""
    step = session.position.step
    if step is Step.FOCUS and session.focus_counts is None and not session.focus:
        return FocusSubject()
    if step is Step.ACTIONS and session.cards and session.card_counts is None:
        return None if session.draft.afspraken else CardsSubject()
    if step is Step.CONSENT and session.consent is None:
        return ConsentSubject()
    return None


def _vote(session: Session, reveal: Reveal, *, revote: bool) -> Next:
    axis = session.position.axis
    statement = statement_now(session)
    assert axis is not None
    assert statement is not None
    held = len(session.rounds_of(statement))
    again = held == 1 and (revote or is_revoting(session, axis))
    if again or (held == 0 and reveal is Reveal.STATEMENT and _may_begin(session, axis)):
        subject = StatementSubject(statement=statement, number=held + 1)
        return Next(act=Act.OPEN_VOTE, subject=subject)
    if reveal is Reveal.RESULT and _owner_waits(session, statement):
        return Next(act=Act.SHOW_OWNER)
    last = statements_of(axis, session.setup.length)[-1] == statement
    if reveal is not Reveal.AXIS and last and session.closed_number(axis):
        return Next(act=Act.SHOW_AXIS)
    return go_on(session)


def _may_begin(session: Session, axis: AxisId) -> bool:
    """Tell whether a first vote may still be held: in mode pooled not once the axis is shown."""
    return privacy.mode_now(session) is Mode.TEAM or not session.closed_number(axis)


def _owner_waits(session: Session, statement: str) -> bool:
    """Tell whether the owner, who said yes, can be shown on this statement and was not yet.

    Beside a team of which too few answered he is not shown either.
    """
    rounds = session.rounds_of(statement)
    if privacy.mode_now(session) is not Mode.TEAM or not rounds:
        return False
    last = rounds[-1]
    owner = last.counts.owner
    if last.owner_revealed or owner is None or not owner.votes:
        return False
    return privacy.round_shown(session, Mode.TEAM, last).team is not None


def _voted(session: Session, axis: AxisId) -> list[str]:
    statements = statements_of(axis, session.setup.length)
    return [one for one in statements if session.rounds_of(one)]
