"""A round from its opening to its reveal, as the desk leads it."""

from collections.abc import Callable
from typing import Protocol

from app.errors import InputError
from app.presenters.stage import Stage
from app.voting.rounds import Rounds
from app.voting.voters import Voters
from widgets.controls.notice_bar import NoticeKind
from workshop_flows import commands, lead
from workshop_flows.commands import Command
from workshop_flows.lead import Reveal
from workshop_flows.state import (
    Ballot,
    ConsentSubject,
    OpenRound,
    Session,
    StatementSubject,
    Subject,
)
from workshop_flows.vocabulary import Step


class Led(Protocol):
    """What voting needs of the desk."""

    @property
    def session(self) -> Session: ...

    @property
    def stage(self) -> Stage: ...

    @property
    def ballot(self) -> Ballot: ...

    @property
    def counts_by_hand(self) -> bool: ...

    def do(self, *wanted: Command) -> bool: ...

    def set_stage(self, **changes: object) -> None: ...

    def tell(self, key: str, /, *, kind: NoticeKind = "info", **values: object) -> None: ...

    def tell_error(self, error: InputError) -> None: ...

    @property
    def recount(self) -> Callable[[], None]: ...


class Voting:
    """Each step happens as a whole or, when it is refused or can't be written, not at all."""

    def __init__(self, desk: Led, rounds: Rounds) -> None:
        self._desk = desk
        self._rounds = rounds
        self._missed: int | None = None
        """The open round whose ballots are on disk, and could not be taken up yet."""

    def open(self, subject: Subject) -> None:
        """Open a round; where ballots can't be kept it is stopped again, and that is told."""
        desk = self._desk
        if not desk.do(commands.OpenVote(subject=subject, ballot=desk.ballot)):
            return
        try:
            self._rounds.begin(self._current(), desk.session)
        except InputError as error:
            desk.do(commands.StopVote())
            desk.tell_error(error)
            return
        desk.set_stage(reveal=Reveal.STATEMENT, revote=False)
        desk.recount()

    def listen(self) -> None:
        """Have the desk count again whenever somebody voted."""
        if self._rounds.voters is not None:
            self._rounds.voters.listen(self._desk.recount)

    def set_voters(self, voters: Voters | None) -> None:
        self._rounds.voters = voters
        self.listen()
        # In no round too: the program may have ended before the last one's ballots were destroyed.
        self.take_up()
        session = self._desk.session
        at_consent = session.position.step is Step.CONSENT and session.consent is not None
        if voters is not None and session.round is None and at_consent:
            self._desk.tell("desk.remarks_lost", kind="warn")

    def take_up(self, *, left: bool = True) -> None:
        """Begin where the session now stands: in an open round after a restart, else in none.

        `left`: what was written beside the ballots of the last round is thrown away.
        """
        if self._desk.session.round is None:
            if left:
                self._rounds.forget()
            self._destroyed()
        else:
            self._resume()

    def ask_again(self) -> None:
        """Vote again: on this statement in mode team, on the whole axis in mode pooled."""
        desk = self._desk
        first = lead.revote_from(desk.session, desk.stage.reveal)
        if first is None:
            return
        if first == desk.session.position or desk.do(commands.MoveTo(to=first)):
            desk.set_stage(reveal=Reveal.STATEMENT, revote=True)

    def _resume(self) -> bool:
        """Return whether nothing of the open round was lost, or else tell what."""
        desk, current = self._desk, self._current()
        try:
            whole = self._rounds.resume(current, desk.session)
        except InputError as error:
            self._missed = current.id
            desk.tell_error(error)
            return False
        self._missed = None
        if not whole:
            desk.tell("desk.ballots_lost", kind="warn")
        elif self._rounds.voters is not None and isinstance(current.subject, ConsentSubject):
            desk.tell("desk.remarks_lost", kind="warn")
        return whole

    def close(self) -> None:
        """Close the round; where nobody votes by hand the result comes at once.

        Ballots that could not be taken up after a restart are tried once more: a close without
        them would lose what was confirmed.
        """
        desk, current = self._desk, self._current()
        if current.id == self._missed and not self._resume():
            desk.recount()
            return
        ballots = self._rounds.collect(current, desk.session)
        if not desk.do(commands.CloseVote(ballots=ballots)):
            return
        self._rounds.closed(self._current(), desk.session)
        desk.recount()
        if self._destroyed() and not desk.counts_by_hand:
            self.reveal()

    def reveal(self) -> None:
        """Show the result, with what was counted by hand; those counts are then forgotten."""
        desk, slips = self._desk, self._rounds.slips
        shown = isinstance(self._current().subject, StatementSubject)
        counted = None if slips is None or not slips.counted else slips.ballots()
        if not self._destroyed() or not desk.do(commands.RevealVote(slips=counted)):
            return
        self._rounds.revealed()
        reveal = lead.arrival(desk.session) if shown else Reveal.STATEMENT
        desk.set_stage(reveal=reveal, revote=False, counted=None)

    def show_owner(self) -> None:
        session = self._desk.session
        statement = lead.statement_now(session)
        assert statement is not None
        number = len(session.rounds_of(statement))
        self._desk.do(commands.RevealOwner(statement=statement, number=number))

    def _destroyed(self) -> bool:
        """Destroy the ballots; tell when that can't be done now: nothing is shown before."""
        try:
            self._rounds.destroy()
        except InputError as error:
            self._desk.tell_error(error)
            return False
        return True

    def _current(self) -> OpenRound:
        current = self._desk.session.round
        assert current is not None
        return current
