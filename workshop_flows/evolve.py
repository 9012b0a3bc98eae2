"""From one state to the next: what an event means. It never refuses; `decide` does."""

from functools import singledispatch

from msgspec.structs import replace

from workshop_flows import events
from workshop_flows.events import UNDOABLE, Event
from workshop_flows.state import (
    AgreedStand,
    Archived,
    ChoiceCounts,
    ClosedAxis,
    ConsentCounts,
    FocusSubject,
    Live,
    OpenRound,
    Position,
    Session,
    StatementCounts,
    StatementRound,
    StatementSubject,
    Workshop,
)
from workshop_flows.vocabulary import AXES, Step


class ImpossibleEventError(ValueError):
    """An event that can't follow this state: the journal is damaged."""


def evolve(workshop: Workshop | None, event: Event) -> Workshop:
    """Return the state after the event; raise ImpossibleEventError if it can't follow.

    The first event of a session is `SessionStarted`, of a finished file `Finished`.
    """
    if isinstance(event, events.Finished):
        return Archived(report=event.report)
    if workshop is None:
        if not isinstance(event, events.SessionStarted):
            raise ImpossibleEventError("a journal begins with the start of the session")
        return Live(session=_started(event))
    if isinstance(workshop, Archived):
        raise ImpossibleEventError("nothing follows the end of a session")
    if isinstance(event, events.StepUndone):
        if not workshop.past:
            raise ImpossibleEventError("there is nothing to undo")
        return replace(workshop, session=workshop.past[-1], past=workshop.past[:-1])
    session = _apply(event, workshop.session)
    if isinstance(event, UNDOABLE):
        return Live(
            session=session, past=(*workshop.past, workshop.session), barrier=workshop.barrier
        )
    return Live(session=session, barrier=str(type(event).__struct_config__.tag))


def _started(event: events.SessionStarted) -> Session:
    return Session(
        setup=event.setup,
        position=Position(step=Step.PREPARE),
        earlier=event.earlier,
        id=event.id,
    )


@singledispatch
def _apply(event: object, session: Session) -> Session:
    raise ImpossibleEventError(f"{type(event).__name__} can't follow")


@_apply.register
def _(event: events.SetupChanged, session: Session) -> Session:
    return replace(session, setup=event.setup)


@_apply.register
def _(event: events.ModeFixed, session: Session) -> Session:
    return replace(session, mode=event.mode)


@_apply.register
def _(event: events.Moved, session: Session) -> Session:
    return replace(session, position=event.to)


@_apply.register
def _(event: events.ListChanged, session: Session) -> Session:
    return replace(session, **{event.name.value: event.items})


@_apply.register
def _(event: events.AfspraakReviewed, session: Session) -> Session:
    others = (one for one in session.review if one.afspraak != event.review.afspraak)
    review = sorted((*others, event.review), key=lambda one: one.afspraak)
    return replace(session, review=tuple(review))


@_apply.register
def _(event: events.RoundOpened, session: Session) -> Session:
    opened = OpenRound(id=event.id, subject=event.subject, ballot=event.ballot)
    return replace(session, round=opened, last_round=event.id)


@_apply.register
def _(event: events.RoundClosed, session: Session) -> Session:
    return replace(session, round=replace(_round(session, event.id), counts=event.counts))


@_apply.register
def _(event: events.SlipsCounted, session: Session) -> Session:
    return replace(session, round=replace(_round(session, event.id), counts=event.counts))


@_apply.register
def _(event: events.RoundStopped, session: Session) -> Session:
    _round(session, event.id)
    return replace(session, round=None)


@_apply.register
def _(event: events.RoundRevealed, session: Session) -> Session:
    revealed = _round(session, event.id)
    session = replace(session, round=None)
    match revealed.subject, revealed.counts:
        case StatementSubject() as subject, StatementCounts() as counts:
            one = StatementRound(
                id=revealed.id,
                statement=subject.statement,
                number=subject.number,
                counts=counts,
            )
            return replace(session, statements=(*session.statements, one))
        case FocusSubject(), ChoiceCounts() as counts:
            return replace(session, focus_counts=counts)
        case _, ChoiceCounts() as counts:
            return replace(session, card_counts=counts)
        case _, ConsentCounts() as counts:
            return replace(session, consent=counts)
    raise ImpossibleEventError("a round is revealed before its close")


@_apply.register
def _(event: events.OwnerRevealed, session: Session) -> Session:
    if all(one.id != event.id for one in session.statements):
        raise ImpossibleEventError("no such round was revealed")
    shown = (
        replace(one, owner_revealed=True) if one.id == event.id else one
        for one in session.statements
    )
    return replace(session, statements=tuple(shown))


@_apply.register
def _(event: events.AxisClosed, session: Session) -> Session:
    closed = ClosedAxis(axis=event.axis, number=event.number)
    return replace(session, closed_axes=(*session.closed_axes, closed))


@_apply.register
def _(event: events.StandAgreed, session: Session) -> Session:
    agreed = [one for one in session.agreed if one.axis != event.axis]
    if event.value is not None:
        agreed.append(AgreedStand(axis=event.axis, value=event.value))
    return replace(session, agreed=tuple(sorted(agreed, key=lambda one: AXES.index(one.axis))))


@_apply.register
def _(event: events.FocusChosen, session: Session) -> Session:
    return replace(session, focus=event.axes)


@_apply.register
def _(event: events.CardsChanged, session: Session) -> Session:
    return replace(session, cards=event.cards, card_counts=None)


@_apply.register
def _(event: events.AgreementChanged, session: Session) -> Session:
    return replace(session, draft=event.draft)


@_apply.register
def _(event: events.AgreementPrinted, session: Session) -> Session:
    return replace(session, printed=session.printed + event.copies)


def _round(session: Session, number: int) -> OpenRound:
    if session.round is None or session.round.id != number:
        raise ImpossibleEventError(f"round {number} is not open")
    return session.round
