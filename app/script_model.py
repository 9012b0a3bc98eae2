"""The workshop script as frozen types: its keys, their kinds and what may be left out.

The constraints on a single value stand here and nowhere else: `app.script_shape`
reads them from these types to say what would be right.
"""

import datetime
from pathlib import Path
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

from workshop_flows import limits
from workshop_flows.vocabulary import AXES, AxisId, Language, Length, Outcome, Sector

Text = Annotated[str, Meta(max_length=limits.LONGEST_TEXT)]
Name = Annotated[str, Meta(max_length=limits.LONGEST_NAME)]
Company = Annotated[str, Meta(min_length=1, max_length=limits.LONGEST_NAME)]
FileName = Annotated[str, Meta(min_length=1, max_length=limits.LONGEST_TEXT)]
StatementId = Annotated[
    str, Meta(pattern=r"^(A[1-4]|G[1-3])\.[1-3]$", extra={"fault": "script.not_a_statement"})
]
TimeOfDay = Annotated[
    str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", extra={"fault": "script.not_a_time"})
]
Texts = Annotated[tuple[Text, ...], Meta(max_length=limits.MOST_ITEMS)]

StaffCount = Annotated[int, Meta(ge=0, le=limits.MOST_STAFF)]
OwnerCount = Annotated[int, Meta(ge=0, le=limits.MOST_OWNERS)]
SeatCount = Annotated[int, Meta(ge=0, le=limits.MOST_SEATS)]
ActionId = Annotated[int, Meta(ge=1, le=9_999)]
AfspraakNumber = Annotated[int, Meta(ge=1, le=limits.MOST_AFSPRAKEN)]
Stand = Annotated[float, Meta(ge=1, le=5, multiple_of=0.5)]
Amount = Annotated[float, Meta(ge=0, le=limits.LARGEST_NUMBER)]

StaffTally = tuple[StaffCount, StaffCount, StaffCount, StaffCount, StaffCount]
OwnerTally = tuple[OwnerCount, OwnerCount, OwnerCount, OwnerCount, OwnerCount]

MOST_VOTES: Final = len(AXES) * 3 * 2
"""Seven axes, three statements each, two rounds."""


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the script; a field without a default has to be there."""


class Session(Part, frozen=True, kw_only=True):
    company: Company
    sector: Sector
    question: Text
    date: datetime.date
    length: Length
    staff: Annotated[int, Meta(ge=1, le=limits.MOST_STAFF)]
    owners: OwnerCount
    owner_apart: bool
    language: Language
    names: Annotated[tuple[Name, ...], Meta(max_length=limits.MOST_STAFF)] = ()
    owner_names: Annotated[tuple[Name, ...], Meta(max_length=limits.MOST_OWNERS)] = ()
    quotes: Texts = ()
    earlier: FileName | None = None
    already_doing: Texts = ()
    coming: Texts = ()

    @property
    def seats(self) -> int:
        return self.staff + self.owners


class Review(Part, frozen=True, kw_only=True):
    """What became of an afspraak of the earlier session; `afspraak` counts from 1."""

    afspraak: AfspraakNumber
    outcome: Outcome
    helped: Text


class Vote(Part, frozen=True, kw_only=True):
    """The tallies of one statement in one round: how many chose 1, 2, 3, 4 and 5."""

    statement: StatementId
    round: Literal[1, 2] = 1
    staff: StaffTally
    staff_skipped: StaffCount = 0
    owner: OwnerTally = (0, 0, 0, 0, 0)
    """May only be left out when there are no owners."""
    owner_skipped: OwnerCount = 0


class Agreed(Part, frozen=True, kw_only=True):
    axis: AxisId
    value: Stand


class Focus(Part, frozen=True, kw_only=True):
    axis: AxisId
    votes: SeatCount


class Card(Part, frozen=True, kw_only=True):
    """A candidate action: exactly one of `action` and `title`."""

    action: ActionId | None = None
    title: Text | None = None
    axis: AxisId
    votes: SeatCount


class ScriptAfspraak(Part, frozen=True, kw_only=True):
    """One agreed action; `title` beside `action` rewords it."""

    action: ActionId | None = None
    title: Text | None = None
    axis: AxisId
    result: Text | None = None
    yields: Text | None = None
    who: Text | None = None
    maatje: Text | None = None
    first_step: Text | None = None
    first_step_date: datetime.date | None = None
    when: Text | None = None
    hours: Amount | None = None
    working_time: bool | None = None
    euros: Amount | None = None
    paid_by: Text | None = None
    needs: Text | None = None
    if_then: Text | None = None
    evidence: Text | None = None
    obligatory: bool | None = None


class ScriptAgreement(Part, frozen=True, kw_only=True):
    owner_promise: Text
    team_promise: Text
    follow_up: datetime.date
    follow_up_time: TimeOfDay | None = None
    keeper: Text


class Consent(Part, frozen=True, kw_only=True):
    """The ballots of the last consent round."""

    yes: SeatCount
    yes_if: SeatCount
    no: SeatCount


Afspraken = Annotated[
    tuple[ScriptAfspraak, ...], Meta(min_length=1, max_length=limits.MOST_AFSPRAKEN)
]


class ScriptFile(Part, frozen=True, kw_only=True):
    """The whole file, key for key."""

    format: Literal["leerradar-script/1"]
    session: Session
    review: Annotated[tuple[Review, ...], Meta(max_length=limits.MOST_AFSPRAKEN)] = ()
    vote: Annotated[tuple[Vote, ...], Meta(max_length=MOST_VOTES)] = ()
    agreed: Annotated[tuple[Agreed, ...], Meta(max_length=len(AXES))] = ()
    focus: Annotated[tuple[Focus, ...], Meta(min_length=1, max_length=limits.MOST_FOCUS)]
    card: Annotated[tuple[Card, ...], Meta(max_length=limits.MOST_CARDS)] = ()
    afspraak: Afspraken
    agreement: ScriptAgreement
    consent: Consent | None = None


class Script(ScriptFile, frozen=True, kw_only=True):
    """A script that keeps every rule which needs no earlier session."""

    source: Path
    """The script itself, as it was named."""
    earlier: Path | None
    """The earlier session file, found from the script's folder."""
