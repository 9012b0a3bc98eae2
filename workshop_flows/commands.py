"""What a person at the console, or a script, asks of the session."""

from msgspec import Struct

from workshop_flows.setup import Setup
from workshop_flows.state import (
    Ballot,
    Card,
    ChoiceCounts,
    ConsentCounts,
    Draft,
    EarlierSession,
    Position,
    Review,
    Subject,
    TextList,
)
from workshop_flows.tally import Tally
from workshop_flows.vocabulary import AxisId


class Asked(Struct, frozen=True):
    """A command."""


class StartSession(Asked, frozen=True, kw_only=True):
    """`id` is drawn by whoever keeps seats and ballots for the session; empty: nobody does."""

    setup: Setup
    earlier: EarlierSession | None = None
    id: str = ""


class ChangeSetup(Asked, frozen=True, kw_only=True):
    setup: Setup


class MoveTo(Asked, frozen=True, kw_only=True):
    to: Position


class ChangeList(Asked, frozen=True, kw_only=True):
    name: TextList
    items: tuple[str, ...]


class ReviewAfspraak(Asked, frozen=True, kw_only=True):
    review: Review


class OpenVote(Asked, frozen=True, kw_only=True):
    subject: Subject
    ballot: Ballot = Ballot.SECRET


class RoleTallies(Struct, frozen=True):
    """The ballots on a statement, each role apart, as they come out of the box."""

    staff: Tally = Tally()
    owner: Tally = Tally()


Ballots = RoleTallies | ChoiceCounts | ConsentCounts


class CloseVote(Asked, frozen=True, kw_only=True):
    """Close the open round with the ballots that came in by phone (or, by script, in all)."""

    ballots: Ballots


class StopVote(Asked, frozen=True, kw_only=True):
    """Leave the open round without a result."""


class RevealVote(Asked, frozen=True, kw_only=True):
    """Show the result, with the slips that were counted after the close."""

    slips: Ballots | None = None


class RevealOwner(Asked, frozen=True, kw_only=True):
    """Show the owner's answer on a statement, after the team's."""

    statement: str
    number: int


class CloseAxis(Asked, frozen=True, kw_only=True):
    """Leave out the axis's statements that were not voted on, and show its result."""

    axis: AxisId


class AgreeStand(Asked, frozen=True, kw_only=True):
    axis: AxisId
    value: float | None


class ChooseFocus(Asked, frozen=True, kw_only=True):
    axes: tuple[AxisId, ...]


class ChangeCards(Asked, frozen=True, kw_only=True):
    cards: tuple[Card, ...]


class ChangeAgreement(Asked, frozen=True, kw_only=True):
    draft: Draft


class RecordPrint(Asked, frozen=True, kw_only=True):
    copies: int


class Undo(Asked, frozen=True, kw_only=True):
    pass


class Finish(Asked, frozen=True, kw_only=True):
    pass


Command = (
    StartSession
    | ChangeSetup
    | MoveTo
    | ChangeList
    | ReviewAfspraak
    | OpenVote
    | CloseVote
    | StopVote
    | RevealVote
    | RevealOwner
    | CloseAxis
    | AgreeStand
    | ChooseFocus
    | ChangeCards
    | ChangeAgreement
    | RecordPrint
    | Undo
    | Finish
)
