"""The round that is open at the desk: who fills it, and what was counted by hand."""

from app.voting.slips import Slips, ballots_in, no_ballots, no_slips
from app.voting.voters import Voters
from workshop_flows.commands import Ballots
from workshop_flows.projector import Counted
from workshop_flows.state import Ballot, OpenRound, Session
from workshop_flows.vocabulary import Way


class Rounds:
    """Holds what is not in the session: ballots under way, and slips as they are counted.

    `ballot` is how the rounds to come are voted on. `slips` is None unless a closed round
    waits for them. Whoever votes by device takes part in secret rounds only.
    """

    def __init__(self, voters: Voters | None) -> None:
        self.voters = voters
        self.ballot = Ballot.SECRET
        self.slips: Slips | None = None
        self._collected: Ballots | None = None

    def begin(self, current: OpenRound, session: Session) -> None:
        """Let people vote on a round that was just opened; raise InputError if they can't."""
        self.forget()
        devices = self._devices(current)
        if devices is not None:
            devices.open(current, session)

    def resume(self, current: OpenRound, session: Session) -> bool:
        """Take a round up again after a restart; return whether nothing of it was lost.

        Raise InputError when ballots can't be kept.
        """
        self._collected = None
        if current.closed:
            self.closed(current, session)
            self.destroy()
            return True
        devices = self._devices(current)
        return devices is None or devices.resume(current, session)

    def collect(self, current: OpenRound, session: Session) -> Ballots:
        """Return what came in; the same again until `closed`, so that no ballot gets lost."""
        if self._collected is None:
            devices = self._devices(current)
            self._collected = no_ballots(current, session) if devices is None else devices.close()
        return self._collected

    def closed(self, current: OpenRound, session: Session) -> None:
        """Forget what is now kept in the session, and begin to count what is left by hand."""
        self._collected = None
        self.slips = None
        if self.needs_hands(session):
            setup = session.setup
            expected = setup.seats if self._devices(current) is None else setup.seats - setup.phones
            self.slips = no_slips(current, session, expected)

    def destroy(self) -> None:
        """Destroy what came in by device; raise InputError while that can't be done.

        Only afterwards may a result be shown.
        """
        if self.voters is not None:
            self.voters.destroy()

    @property
    def remarks(self) -> tuple[str, ...]:
        return () if self.voters is None else self.voters.remarks

    def revealed(self) -> None:
        """Forget what was counted; remarks stay until the round is left."""
        self.slips = None
        self._collected = None

    def forget(self) -> None:
        """Leave the round; its ballots are destroyed apart."""
        self.revealed()
        if self.voters is not None:
            self.voters.forget_remarks()

    def needs_hands(self, session: Session) -> bool:
        """Tell whether anyone votes by slip or by hand."""
        current = session.round
        ballot = self.ballot if current is None else current.ballot
        if self.voters is None or ballot is Ballot.SHOW_OF_HANDS:
            return True
        return session.setup.way is not Way.DEVICES

    def counted(self, session: Session) -> Counted | None:
        """Return 'n van m gestemd', or None when nothing is open or can be counted yet."""
        current = session.round
        if current is None:
            return None
        devices = self._devices(current)
        if devices is None and not current.closed:
            return None
        voted = sum(ballots_in(current.counts))
        if self.slips is not None:
            voted += self.slips.counted
        elif devices is not None and not current.closed:
            voted += devices.voted
        return Counted(voted, session.setup.seats)

    def _devices(self, current: OpenRound) -> Voters | None:
        return None if current.ballot is Ballot.SHOW_OF_HANDS else self.voters
