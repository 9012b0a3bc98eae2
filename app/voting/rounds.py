"""The round that is open at the desk: who fills it, and what was counted by hand."""

from app.voting.slips import Slips, ballots_in, no_ballots, no_slips
from app.voting.voters import Voters
from workshop_flows.commands import Ballots
from workshop_flows.projector import Counted
from workshop_flows.state import Ballot, OpenRound, Session


class Rounds:
    """Holds what is not in the session: ballots under way, and slips as they are counted.

    `ballot` is how the rounds to come are voted on. `slips` is None unless a closed round
    waits for them.
    """

    def __init__(self, voters: Voters | None) -> None:
        self.voters = voters
        self.ballot = Ballot.SECRET
        self.slips: Slips | None = None
        self._collected: Ballots | None = None

    def begin(self, current: OpenRound, session: Session) -> None:
        """Let the voters vote on a round, or take a closed one up again after a restart."""
        self.forget()
        if current.closed:
            self.slips = no_slips(current, session)
        elif self.voters is not None:
            self.voters.open(current, session)

    def collect(self, current: OpenRound, session: Session) -> Ballots:
        """Return what came in; the same again until `closed`, so that no ballot gets lost."""
        if self._collected is None:
            if self.voters is None:
                self._collected = no_ballots(current, session)
            else:
                self._collected = self.voters.close()
        return self._collected

    def closed(self, current: OpenRound, session: Session) -> None:
        """Forget what is now kept in the session, and begin to count by hand."""
        self._collected = None
        self.slips = no_slips(current, session)

    def forget(self) -> None:
        if self.voters is not None:
            self.voters.stop()
        self.slips = None
        self._collected = None

    def needs_hands(self, session: Session) -> bool:
        """Tell whether anyone votes by slip or by hand."""
        return self.voters is None or self.voters.seats < session.setup.seats

    def counted(self, session: Session) -> Counted | None:
        """Return 'n van m gestemd', or None when nothing is open or can be counted yet."""
        current = session.round
        if current is None or (self.voters is None and not current.closed):
            return None
        voted = sum(ballots_in(current.counts))
        if self.slips is not None:
            voted += self.slips.counted
        elif self.voters is not None and not current.closed:
            voted += self.voters.voted
        return Counted(voted, session.setup.seats)
