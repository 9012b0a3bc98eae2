"""What happened in a session. The journal keeps these; a payload never changes its meaning.

Answers appear only as what is kept after a close, and only while the session goes on:
`Finished` takes the place of all that came before it.
"""

from typing import Annotated, Final

from msgspec import Meta, Struct

from workshop_flows.setup import Setup
from workshop_flows.state import (
    Ballot,
    Card,
    Counts,
    Draft,
    EarlierSession,
    Position,
    Review,
    Subject,
    TextList,
)
from workshop_flows.views import Report
from workshop_flows.vocabulary import AxisId, Mode

_SESSION_ID: Final = r"\A([0-9a-f]{32})?\Z"


def _snake(name: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


class Happened(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type", tag=_snake
):
    """An event."""


class SessionStarted(Happened, frozen=True, kw_only=True):
    """`id` tells this session from every other: what a machine keeps for it goes by that name."""

    setup: Setup
    earlier: EarlierSession | None = None
    # Of a file from elsewhere too: files of this machine are named after it.
    id: Annotated[str, Meta(pattern=_SESSION_ID)] = ""


class SetupChanged(Happened, frozen=True, kw_only=True):
    setup: Setup


class ModeFixed(Happened, frozen=True, kw_only=True):
    mode: Mode


class Moved(Happened, frozen=True, kw_only=True):
    to: Position


class ListChanged(Happened, frozen=True, kw_only=True):
    name: TextList
    items: tuple[str, ...]


class AfspraakReviewed(Happened, frozen=True, kw_only=True):
    review: Review


class RoundOpened(Happened, frozen=True, kw_only=True):
    id: int
    subject: Subject
    ballot: Ballot


class RoundClosed(Happened, frozen=True, kw_only=True):
    """The round's id makes it safe to apply again after a crash between close and reveal."""

    id: int
    counts: Counts


class SlipsCounted(Happened, frozen=True, kw_only=True):
    """`counts` is what the round holds with the slips added."""

    id: int
    counts: Counts


class RoundStopped(Happened, frozen=True, kw_only=True):
    """The round ended without a result; its ballots were destroyed unread."""

    id: int


class RoundRevealed(Happened, frozen=True, kw_only=True):
    id: int


class OwnerRevealed(Happened, frozen=True, kw_only=True):
    id: int


class AxisClosed(Happened, frozen=True, kw_only=True):
    axis: AxisId
    number: int


class StandAgreed(Happened, frozen=True, kw_only=True):
    """The group fixed a stand aloud; None takes it away."""

    axis: AxisId
    value: float | None


class FocusChosen(Happened, frozen=True, kw_only=True):
    axes: tuple[AxisId, ...]


class CardsChanged(Happened, frozen=True, kw_only=True):
    cards: tuple[Card, ...]


class AgreementChanged(Happened, frozen=True, kw_only=True):
    draft: Draft


class AgreementPrinted(Happened, frozen=True, kw_only=True):
    copies: int


class StepUndone(Happened, frozen=True, kw_only=True):
    """The last step that undo covers was taken back."""


class Finished(Happened, frozen=True, kw_only=True):
    """The end: exactly what was shown and the final texts."""

    report: Report


Event = (
    SessionStarted
    | SetupChanged
    | ModeFixed
    | Moved
    | ListChanged
    | AfspraakReviewed
    | RoundOpened
    | RoundClosed
    | SlipsCounted
    | RoundStopped
    | RoundRevealed
    | OwnerRevealed
    | AxisClosed
    | StandAgreed
    | FocusChosen
    | CardsChanged
    | AgreementChanged
    | AgreementPrinted
    | StepUndone
    | Finished
)

UNDOABLE = (
    SetupChanged,
    Moved,
    ListChanged,
    AfspraakReviewed,
    StandAgreed,
    FocusChosen,
    CardsChanged,
    AgreementChanged,
)
"""What undo takes back: texts, lists, agreed stands, choices and moving. Never a vote."""
