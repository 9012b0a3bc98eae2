"""A round from its opening to its reveal, as the desk leads it."""

from collections.abc import Callable
from typing import Protocol

from app.voting.rounds import Rounds
from workshop_flows import commands, lead
from workshop_flows.commands import Command
from workshop_flows.lead import Reveal
from workshop_flows.state import Ballot, OpenRound, Session, StatementSubject, Subject


class Led(Protocol):
    """What voting needs of the desk."""

    @property
    def session(self) -> Session: ...

    @property
    def ballot(self) -> Ballot: ...

    @property
    def counts_by_hand(self) -> bool: ...

    def do(self, *wanted: Command) -> bool: ...

    def set_stage(self, **changes: object) -> None: ...

    @property
    def recount(self) -> Callable[[], None]: ...


class Voting:
    """Each step happens as a whole or, when it is refused or can't be written, not at all."""

    def __init__(self, desk: Led, rounds: Rounds) -> None:
        self._desk = desk
        self._rounds = rounds

    def open(self, subject: Subject) -> None:
        desk = self._desk
        if desk.do(commands.OpenVote(subject=subject, ballot=desk.ballot)):
            self._rounds.begin(self._current(), desk.session)
            desk.set_stage(reveal=Reveal.STATEMENT, revote=False)
            desk.recount()

    def close(self) -> None:
        """Close the round; where nobody votes by hand the result comes at once."""
        desk = self._desk
        ballots = self._rounds.collect(self._current(), desk.session)
        if not desk.do(commands.CloseVote(ballots=ballots)):
            return
        self._rounds.closed(self._current(), desk.session)
        desk.recount()
        if not desk.counts_by_hand:
            self.reveal()

    def reveal(self) -> None:
        """Show the result, with what was counted by hand; those counts are then forgotten."""
        desk, slips = self._desk, self._rounds.slips
        shown = isinstance(self._current().subject, StatementSubject)
        counted = None if slips is None or not slips.counted else slips.ballots()
        if not desk.do(commands.RevealVote(slips=counted)):
            return
        self._rounds.forget()
        reveal = lead.arrival(desk.session) if shown else Reveal.STATEMENT
        desk.set_stage(reveal=reveal, revote=False, counted=None)

    def show_owner(self) -> None:
        session = self._desk.session
        statement = lead.statement_now(session)
        assert statement is not None
        number = len(session.rounds_of(statement))
        self._desk.do(commands.RevealOwner(statement=statement, number=number))

    def _current(self) -> OpenRound:
        current = self._desk.session.round
        assert current is not None
        return current
