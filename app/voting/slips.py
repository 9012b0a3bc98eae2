"""Slips and hands, counted by the facilitator after the close; forgotten at the reveal.

Kept in memory only: after a restart the slips on the table are counted again.
"""

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from workshop_flows.commands import Ballots, RoleTallies
from workshop_flows.state import (
    CardsSubject,
    ChoiceCounts,
    ConsentCounts,
    ConsentSubject,
    Counts,
    FocusSubject,
    OpenRound,
    Session,
    StatementCounts,
    StatementSubject,
)
from workshop_flows.tally import Tally
from workshop_flows.vocabulary import AXES, Role

SKIP: Final = 0
ANSWERS: Final = (1, 2, 3, 4, 5)
YES, YES_IF, NO = 1, 2, 3


class StatementSlips(Struct, frozen=True, kw_only=True):
    """Slips on a statement; an option is an answer 1 to 5, or SKIP.

    `seats` is how many staff and owners may still vote by slip.
    """

    seats: tuple[int, int]
    staff: Tally = Tally()
    owner: Tally = Tally()

    @property
    def counted(self) -> int:
        return self.staff.ballots + self.owner.ballots

    def of(self, role: Role) -> Tally:
        return self.owner if role is Role.OWNER else self.staff

    def added(self, option: int, role: Role = Role.STAFF) -> "StatementSlips":
        """Return the count with one more; unchanged when every seat of the role is counted."""
        if self.of(role).ballots >= self.seats[role is Role.OWNER]:
            return self
        return self._with(role, _moved(self.of(role), option, 1))

    def taken(self, option: int, role: Role = Role.STAFF) -> "StatementSlips":
        """Return the count with one less of an option; unchanged when there is none."""
        return self._with(role, _moved(self.of(role), option, -1))

    def ballots(self) -> Ballots:
        return RoleTallies(self.staff, self.owner)

    def _with(self, role: Role, tally: Tally) -> "StatementSlips":
        return replace(self, owner=tally) if role is Role.OWNER else replace(self, staff=tally)


def _moved(tally: Tally, option: int, by: int) -> Tally:
    if option == SKIP:
        return replace(tally, skipped=max(0, tally.skipped + by))
    one, two, three, four, five = (
        max(0, count + by) if answer == option else count
        for answer, count in zip(ANSWERS, tally.counts, strict=True)
    )
    return Tally((one, two, three, four, five), tally.skipped)


class ChoiceSlips(Struct, frozen=True, kw_only=True):
    """Slips with at most two crosses each; an option is its index. `people` chose."""

    seats: int
    counts: tuple[int, ...]
    people: int

    @property
    def counted(self) -> int:
        return self.people

    def added(self, option: int) -> "ChoiceSlips":
        """Return the count with one cross more; unchanged when all crosses are given."""
        full = self.counts[option] >= self.people or sum(self.counts) >= 2 * self.people
        return self if full else self._moved(option, 1)

    def taken(self, option: int) -> "ChoiceSlips":
        return self._moved(option, -1)

    def with_people(self, people: int) -> "ChoiceSlips":
        """Return the count for so many people, not fewer than their crosses need."""
        fewest = max(max(self.counts, default=0), (sum(self.counts) + 1) // 2)
        return replace(self, people=min(self.seats, max(fewest, people)))

    def ballots(self) -> Ballots:
        return ChoiceCounts(counts=self.counts, ballots=self.people)

    def _moved(self, option: int, by: int) -> "ChoiceSlips":
        counts = tuple(
            max(0, count + by) if index == option else count
            for index, count in enumerate(self.counts)
        )
        return replace(self, counts=counts)


class ConsentSlips(Struct, frozen=True, kw_only=True):
    """Slips on consent; an option is YES, YES_IF or NO."""

    seats: int
    counts: tuple[int, int, int] = (0, 0, 0)

    @property
    def counted(self) -> int:
        return sum(self.counts)

    def added(self, option: int) -> "ConsentSlips":
        return self if self.counted >= self.seats else self._moved(option, 1)

    def taken(self, option: int) -> "ConsentSlips":
        return self._moved(option, -1)

    def ballots(self) -> Ballots:
        yes, yes_if, no = self.counts
        return ConsentCounts(yes=yes, yes_if=yes_if, no=no)

    def _moved(self, option: int, by: int) -> "ConsentSlips":
        yes, yes_if, no = (
            max(0, count + by) if number == option else count
            for number, count in enumerate(self.counts, start=1)
        )
        return replace(self, counts=(yes, yes_if, no))


Slips = StatementSlips | ChoiceSlips | ConsentSlips


def no_slips(current: OpenRound, session: Session, expected: int) -> Slips:
    """Return an empty count for a round, for the seats whose ballots are not in yet.

    A choice begins with all who were `expected` to vote by hand: who chose nothing still took
    part.
    """
    setup = session.setup
    staff, owner = ballots_in(current.counts)
    left = setup.seats - staff - owner
    people = min(left, expected)
    match current.subject:
        case StatementSubject():
            return StatementSlips(seats=(setup.staff - staff, setup.owners - owner))
        case ConsentSubject():
            return ConsentSlips(seats=left)
        case FocusSubject():
            return ChoiceSlips(seats=left, counts=(0,) * len(AXES), people=people)
        case CardsSubject():
            return ChoiceSlips(seats=left, counts=(0,) * len(session.cards), people=people)


def no_ballots(current: OpenRound, session: Session) -> Ballots:
    """Return what a round is closed with when nobody votes by device."""
    match current.subject:
        case StatementSubject():
            return RoleTallies()
        case ConsentSubject():
            return ConsentCounts(yes=0, yes_if=0, no=0)
        case FocusSubject():
            return ChoiceCounts(counts=(0,) * len(AXES), ballots=0)
        case CardsSubject():
            return ChoiceCounts(counts=(0,) * len(session.cards), ballots=0)


def ballots_in(counts: Counts | None) -> tuple[int, int]:
    """Return how many ballots of staff and of owners; where no role is kept all count first."""
    match counts:
        case None:
            return 0, 0
        case StatementCounts(staff_ballots=staff, owner_ballots=owner):
            return staff, owner
        case ChoiceCounts(ballots=ballots) | ConsentCounts(ballots=ballots):
            return ballots, 0
