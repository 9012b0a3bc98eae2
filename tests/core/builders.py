"""Small, readable pieces of a session for tests of the core."""

import datetime
from functools import cache

from msgspec.structs import replace

from app.content import load_content
from app.store import MemoryLog, SessionStore
from workshop_flows import commands
from workshop_flows.commands import Ballots, Command, RoleTallies
from workshop_flows.content import Content
from workshop_flows.report import report
from workshop_flows.rules import Refusal
from workshop_flows.setup import Setup
from workshop_flows.state import Ballot, EarlierSession, Live, Session, StatementSubject, Subject
from workshop_flows.tally import Tally
from workshop_flows.views import Report
from workshop_flows.vocabulary import AxisId, Sector

DAY = datetime.date(2026, 11, 11)


@cache
def content() -> Content:
    return load_content("nl")


def setup(**changes: object) -> Setup:
    """Return a firm of nine staff and one owner, sixty minutes, owner apart."""
    usual = Setup(
        company="Garage De Brug",
        sector=Sector.GARAGE,
        question="Hoe leren wij werken aan elektrische auto's?",
        date=DAY,
        length=60,
        staff=9,
        owners=1,
        owner_apart=True,
        language="nl",
    )
    return replace(usual, **changes)


def tally(*counts: int, skipped: int = 0) -> Tally:
    one, two, three, four, five = counts
    return Tally((one, two, three, four, five), skipped)


class Room:
    """A session that is led by short calls; a refusal ends the test."""

    def __init__(self, wanted: Setup | None = None, earlier: EarlierSession | None = None) -> None:
        self.store = SessionStore(MemoryLog(), content())
        self.do(commands.StartSession(setup=wanted or setup(), earlier=earlier))

    @property
    def live(self) -> Live:
        assert isinstance(self.store.workshop, Live)
        return self.store.workshop

    @property
    def session(self) -> Session:
        return self.live.session

    @property
    def report(self) -> Report:
        return report(self.session, content())

    def do(self, command: Command) -> None:
        refusal = self.store.dispatch(command)
        assert refusal is None, refusal

    def refused(self, command: Command) -> str:
        """Return the code of the refusal; the state stays as it was."""
        before = self.store.workshop
        refusal = self.store.dispatch(command)
        assert isinstance(refusal, Refusal)
        assert self.store.workshop is before
        return refusal.code

    def round(self, subject: Subject, ballots: Ballots, ballot: Ballot = Ballot.SECRET) -> None:
        self.do(commands.OpenVote(subject=subject, ballot=ballot))
        self.do(commands.CloseVote(ballots=ballots))
        self.do(commands.RevealVote())

    def vote(
        self, statement: str, staff: Tally, owner: Tally | None = None, number: int = 1
    ) -> None:
        """Hold and reveal a round on a statement, then the owner where he is shown."""
        ballots = RoleTallies(staff, owner or Tally())
        self.round(StatementSubject(statement=statement, number=number), ballots)
        if self.session.setup.owner_apart and self.session.mode == "team":
            self.do(commands.RevealOwner(statement=statement, number=number))

    def axis(self, axis: AxisId, staff: Tally, owner: Tally | None = None) -> None:
        """Vote alike on every statement of the axis."""
        for number in range(1, {45: 1, 60: 2, 90: 3}[self.session.setup.length] + 1):
            self.vote(f"{axis}.{number}", staff, owner)
