"""One seat's ballot, and how the ballots of a round become tallies."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

from msgspec import Struct

from workshop_flows.commands import Ballots, RoleTallies
from workshop_flows.limits import CHOICES_PER_SEAT
from workshop_flows.state import (
    CardsSubject,
    ChoiceCounts,
    ConsentCounts,
    ConsentSubject,
    FocusSubject,
    StatementSubject,
    Subject,
)
from workshop_flows.tally import Tally
from workshop_flows.vocabulary import AXES, Role

SKIP: Final = 0
HIGHEST_ANSWER: Final = 5


class Consent(StrEnum):
    YES = "yes"
    YES_IF = "yes_if"
    NO = "no"


class Answer(Struct, frozen=True, tag="answer"):
    """A ballot on a statement: 1 to 5, or SKIP."""

    value: int


class Chosen(Struct, frozen=True, tag="chosen"):
    """A ballot with the ascending indexes of what was chosen: at most two, perhaps none."""

    options: tuple[int, ...]


class Consented(Struct, frozen=True, tag="consented"):
    value: Consent


Cast = Answer | Chosen | Consented
"""One seat's ballot; it never holds a text."""


def fits(cast: Cast, subject: Subject, options: int) -> bool:
    """Tell whether it is a ballot of this subject's kind; `options` is the number of cards."""
    match subject, cast:
        case StatementSubject(), Answer(value=value):
            return SKIP <= value <= HIGHEST_ANSWER
        case ((FocusSubject() | CardsSubject()), Chosen(options=chosen)):
            known = range(_options(subject, options))
            return (
                len(chosen) <= CHOICES_PER_SEAT
                and all(option in known for option in chosen)
                and list(chosen) == sorted(set(chosen))
            )
        case ConsentSubject(), Consented():
            return True
    return False


def counted(subject: Subject, cast: Iterable[tuple[Role, Cast]], options: int) -> Ballots:
    """Return the tallies of the ballots that are in; `options` is the number of cards."""
    ballots = list(cast)
    match subject:
        case StatementSubject():
            return RoleTallies(_tally(ballots, Role.STAFF), _tally(ballots, Role.OWNER))
        case ConsentSubject():
            said = [one.value for _, one in ballots if isinstance(one, Consented)]
            return ConsentCounts(
                yes=said.count(Consent.YES),
                yes_if=said.count(Consent.YES_IF),
                no=said.count(Consent.NO),
            )
    chosen = [one.options for _, one in ballots if isinstance(one, Chosen)]
    counts = tuple(
        sum(option in each for each in chosen) for option in range(_options(subject, options))
    )
    return ChoiceCounts(counts=counts, ballots=len(chosen))


def _options(subject: Subject, cards: int) -> int:
    return len(AXES) if isinstance(subject, FocusSubject) else cards


def _tally(ballots: Sequence[tuple[Role, Cast]], wanted: Role) -> Tally:
    values = [one.value for role, one in ballots if isinstance(one, Answer) and role is wanted]
    one, two, three, four, five = (values.count(value) for value in range(1, HIGHEST_ANSWER + 1))
    return Tally((one, two, three, four, five), values.count(SKIP))
