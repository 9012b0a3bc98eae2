"""From a command to events, or to a refusal with its reason. Nothing else says no."""

from functools import singledispatch

from msgspec import Struct

from workshop_flows import commands, events, privacy, rules
from workshop_flows.agenda import positions, statements_of
from workshop_flows.agreement import titled
from workshop_flows.commands import Command
from workshop_flows.content import Content
from workshop_flows.events import Event
from workshop_flows.report import report
from workshop_flows.rules import Refusal
from workshop_flows.state import (
    Archived,
    Ballot,
    CardsSubject,
    Live,
    Session,
    StatementSubject,
    Subject,
    Workshop,
)
from workshop_flows.vocabulary import Mode

Decision = tuple[Event, ...]


class _At(Struct, frozen=True):
    """Where a command is decided: the live workshop and the content."""

    live: Live
    content: Content

    @property
    def session(self) -> Session:
        return self.live.session

    @property
    def mode(self) -> Mode:
        return privacy.mode_now(self.session)


def decide(workshop: Workshop | None, command: Command, content: Content) -> Decision | Refusal:
    """Return the events that the command causes, in order, or why it is refused."""
    try:
        if workshop is None:
            return _start(command)
        if isinstance(workshop, Archived):
            return Refusal("finished")
        return _decide(command, _At(workshop, content))
    except rules.RefusedError as refused:
        return refused.refusal


def _start(command: Command) -> Decision:
    if not isinstance(command, commands.StartSession):
        raise rules.RefusedError("not_started")
    rules.check_setup(command.setup)
    return (events.SessionStarted(setup=command.setup, earlier=command.earlier, id=command.id),)


@singledispatch
def _decide(command: object, at: _At) -> Decision:
    raise rules.RefusedError("already_started")


@_decide.register
def _(command: commands.ChangeSetup, at: _At) -> Decision:
    rules.check_setup(command.setup)
    if at.session.mode is not None:
        rules.check_fixed(at.session.setup, command.setup)
    return (events.SetupChanged(setup=command.setup),)


@_decide.register
def _(command: commands.MoveTo, at: _At) -> Decision:
    rules.check_no_round(at.session)
    if command.to not in positions(at.session):
        raise rules.RefusedError("no_such_step")
    return (events.Moved(to=command.to),)


@_decide.register
def _(command: commands.ChangeList, at: _At) -> Decision:
    rules.check_items(command.items)
    return (events.ListChanged(name=command.name, items=command.items),)


@_decide.register
def _(command: commands.ReviewAfspraak, at: _At) -> Decision:
    earlier = at.session.earlier
    if earlier is None:
        raise rules.RefusedError("no_earlier_session")
    if not 1 <= command.review.afspraak <= len(earlier.afspraken):
        raise rules.RefusedError("no_such_afspraak")
    rules.check_text(command.review.helped or "")
    return (events.AfspraakReviewed(review=command.review),)


@_decide.register
def _(command: commands.OpenVote, at: _At) -> Decision:
    rules.check_no_round(at.session)
    _check_subject(command.subject, command.ballot, at)
    opened = events.RoundOpened(
        id=at.session.last_round + 1, subject=command.subject, ballot=command.ballot
    )
    return (*_fixed(at), opened)


@_decide.register
def _(command: commands.CloseVote, at: _At) -> Decision:
    current = rules.open_round(at.session)
    rules.check_ballots(current, command.ballots, at.session)
    counts = rules.kept(command.ballots, at.mode, at.session.setup)
    return (events.RoundClosed(id=current.id, counts=counts),)


@_decide.register
def _(command: commands.StopVote, at: _At) -> Decision:
    current = at.session.round
    if current is None:
        raise rules.RefusedError("no_round")
    return (events.RoundStopped(id=current.id),)


@_decide.register
def _(command: commands.RevealVote, at: _At) -> Decision:
    current = rules.closed_round(at.session)
    found: list[Event] = []
    if command.slips is not None:
        rules.check_slips(current, command.slips, at.session)
        slips = rules.kept(command.slips, at.mode, at.session.setup)
        assert current.counts is not None
        found.append(events.SlipsCounted(id=current.id, counts=current.counts.plus(slips)))
    found.append(events.RoundRevealed(id=current.id))
    if isinstance(current.subject, StatementSubject):
        found.extend(_closed_by(current.subject, at))
    return tuple(found)


@_decide.register
def _(command: commands.RevealOwner, at: _At) -> Decision:
    if at.mode is not Mode.TEAM or not at.session.setup.owner_apart:
        raise rules.RefusedError("owner_not_apart")
    for one in at.session.rounds_of(command.statement):
        if one.number == command.number:
            return () if one.owner_revealed else (events.OwnerRevealed(id=one.id),)
    raise rules.RefusedError("not_revealed")


@_decide.register
def _(command: commands.CloseAxis, at: _At) -> Decision:
    rules.check_no_round(at.session)
    statements = statements_of(command.axis, at.session.setup.length)
    held = max(len(at.session.rounds_of(statement)) for statement in statements)
    number = max(1, held)
    if at.mode is Mode.OPEN or number <= at.session.closed_number(command.axis):
        return ()
    return (events.AxisClosed(axis=command.axis, number=number),)


@_decide.register
def _(command: commands.AgreeStand, at: _At) -> Decision:
    rules.check_stand(command.value)
    if at.mode is not Mode.OPEN and not at.session.closed_number(command.axis):
        raise rules.RefusedError("axis_not_shown")
    if command.value == at.session.agreed_stand(command.axis):
        return ()
    return (*_fixed(at), events.StandAgreed(axis=command.axis, value=command.value))


@_decide.register
def _(command: commands.ChooseFocus, at: _At) -> Decision:
    rules.check_focus(command.axes)
    return (events.FocusChosen(axes=command.axes),)


@_decide.register
def _(command: commands.ChangeCards, at: _At) -> Decision:
    rules.check_no_round(at.session)
    rules.check_cards(command.cards, at.content)
    return (events.CardsChanged(cards=command.cards),)


@_decide.register
def _(command: commands.ChangeAgreement, at: _At) -> Decision:
    rules.check_draft(command.draft, at.session.setup, at.content)
    return (events.AgreementChanged(draft=titled(command.draft, at.content)),)


@_decide.register
def _(command: commands.RecordPrint, at: _At) -> Decision:
    if command.copies < 1:
        raise rules.RefusedError("copies")
    return (events.AgreementPrinted(copies=command.copies),)


@_decide.register
def _(command: commands.Undo, at: _At) -> Decision:
    if at.live.past:
        return (events.StepUndone(),)
    if at.live.barrier is None:
        raise rules.RefusedError("nothing_to_undo")
    raise rules.RefusedError("cannot_undo", after=at.live.barrier)


@_decide.register
def _(command: commands.Finish, at: _At) -> Decision:
    rules.check_no_round(at.session)
    return (events.Finished(report=report(at.session, at.content)),)


def _fixed(at: _At) -> Decision:
    """Fix the mode at the first vote; it never changes afterwards."""
    return () if at.session.mode is not None else (events.ModeFixed(mode=at.mode),)


def _closed_by(subject: StatementSubject, at: _At) -> Decision:
    """Close the axis when this reveal was its last statement in this round."""
    session = at.session
    statements = statements_of(subject.axis, session.setup.length)
    if subject.number == 1:
        last = statements[-1] == subject.statement
    else:
        again = {s for s in statements if len(session.rounds_of(s)) == 2} | {subject.statement}
        first = {s for s in statements if session.rounds_of(s)}
        last = at.mode is Mode.TEAM or again >= first
    if not last or session.closed_number(subject.axis) >= subject.number:
        return ()
    return (events.AxisClosed(axis=subject.axis, number=subject.number),)


def _check_subject(subject: Subject, ballot: Ballot, at: _At) -> None:
    if at.mode is Mode.OPEN and (isinstance(subject, StatementSubject) or ballot is Ballot.SECRET):
        raise rules.RefusedError("no_secret_vote")
    if isinstance(subject, StatementSubject):
        _check_statement(subject, at)
    if isinstance(subject, CardsSubject) and not at.session.cards:
        raise rules.RefusedError("no_cards")


def _check_statement(subject: StatementSubject, at: _At) -> None:
    session = at.session
    if subject.statement not in statements_of(subject.axis, session.setup.length):
        raise rules.RefusedError("no_such_statement")
    held = len(session.rounds_of(subject.statement))
    if subject.number not in (1, 2) or subject.number <= held:
        raise rules.RefusedError("already_voted")
    if subject.number > held + 1:
        raise rules.RefusedError("first_round_first")
    closed = session.closed_number(subject.axis)
    # In mode pooled a further answer to a zone that was shown would tell what it was.
    if at.mode is Mode.POOLED and closed != subject.number - 1:
        raise rules.RefusedError("axis_shown" if closed >= subject.number else "axis_not_shown")
