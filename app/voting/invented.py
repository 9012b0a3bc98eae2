"""Ballots of invented people: as in a script, and likely ones where it says nothing."""

from collections.abc import Sequence
from random import Random
from typing import TypeAlias

from msgspec import Struct

from app.script_model import Script
from workshop_flows.commands import Ballots, RoleTallies
from workshop_flows.limits import CHOICES_PER_SEAT
from workshop_flows.state import (
    CardsSubject,
    ChoiceCounts,
    ConsentCounts,
    ConsentSubject,
    FocusSubject,
    OpenRound,
    Session,
    StatementSubject,
    Subject,
)
from workshop_flows.tally import Tally
from workshop_flows.vocabulary import AXES, Role

SKIP = 0
YES, YES_IF, NO = 1, 2, 3


class Answer(Struct, frozen=True):
    """A ballot on a statement: 1 to 5, or SKIP."""

    role: Role
    value: int


Choice: TypeAlias = tuple[int, ...]
"""A ballot with the indexes of what was chosen."""
Cast: TypeAlias = Answer | Choice | int
"""One person's ballot; on consent it is YES, YES_IF or NO."""


def cast_in(current: OpenRound, session: Session, script: Script, random: Random) -> list[Cast]:
    """Return a ballot for every seat of the session."""
    people = session.setup.seats
    match current.subject:
        case StatementSubject() as subject:
            return list(_answers(subject, session, script, random))
        case ConsentSubject():
            return list(_consent(session, script, people))
        case FocusSubject():
            votes = {row.axis: row.votes for row in script.focus}
            wanted = [votes.get(axis, 0) for axis in AXES]
        case CardsSubject():
            known = {(row.action, row.title): row.votes for row in script.card}
            wanted = [
                known.get((card.action, card.title), random.randint(0, people // 3))
                for card in session.cards
            ]
    return list(_dealt(wanted, people))


def counted(subject: Subject, cast: Sequence[Cast], options: int) -> Ballots:
    """Return the tallies of the ballots that are in; `options` is the number of cards."""
    match subject:
        case StatementSubject():
            answers = [one for one in cast if isinstance(one, Answer)]
            return RoleTallies(_tally(answers, Role.STAFF), _tally(answers, Role.OWNER))
        case ConsentSubject():
            return ConsentCounts(yes=cast.count(YES), yes_if=cast.count(YES_IF), no=cast.count(NO))
        case FocusSubject():
            options = len(AXES)
    chosen = [index for one in cast if isinstance(one, tuple) for index in one]
    counts = tuple(chosen.count(index) for index in range(options))
    return ChoiceCounts(counts=counts, ballots=len(cast))


def _tally(answers: Sequence[Answer], role: Role) -> Tally:
    values = [one.value for one in answers if one.role is role]
    one, two, three, four, five = (values.count(value) for value in range(1, 6))
    return Tally((one, two, three, four, five), values.count(SKIP))


def _answers(
    subject: StatementSubject, session: Session, script: Script, random: Random
) -> list[Answer]:
    sides = (Role.STAFF, session.setup.staff), (Role.OWNER, session.setup.owners)
    return [
        Answer(role, value)
        for role, people in sides
        for value in _fitted(_values(subject, role, script), people, random)
    ]


def _values(subject: StatementSubject, role: Role, script: Script) -> list[int]:
    """Return what the people of this role answered.

    Where the script has no second vote, opinions came a little closer to each other; where
    it has not the statement at all, people answer as on the axis's first.
    """
    votes = {(row.statement, int(row.round)): row for row in script.vote}
    exact = votes.get((subject.statement, subject.number))
    first = votes.get((subject.statement, 1)) or votes[f"{subject.axis}.1", 1]
    row = exact or first
    tally = (
        Tally(row.owner, row.owner_skipped)
        if role is Role.OWNER
        else Tally(row.staff, row.staff_skipped)
    )
    answers = list(tally.answers)
    if exact is None and subject.number == 2 and role is Role.STAFF:
        answers = _closer(answers)
    return [SKIP] * tally.skipped + answers


def _closer(answers: Sequence[int]) -> list[int]:
    """Return ascending answers with the outermost one step nearer to each other."""
    if len(answers) < 2 or answers[0] == answers[-1]:
        return list(answers)
    return [answers[0] + 1, *answers[1:-1], answers[-1] - (answers[-1] - answers[0] > 1)]


def _fitted(values: Sequence[int], people: int, random: Random) -> list[int]:
    """Return as many answers as there are people: exactly these, or drawn from them."""
    if len(values) == people or not values:
        return list(values) or [random.choice((3, 4)) for _ in range(people)]
    return random.choices(values, k=people)


def _dealt(wanted: Sequence[int], people: int) -> list[Choice]:
    """Return everybody's choice of at most two, so that each option is chosen so often.

    Dealt out as cards are: nobody gets the same twice, and nobody more than two.
    """
    left = CHOICES_PER_SEAT * people
    hands: list[list[int]] = [[] for _ in range(people)]
    turn = 0
    for option, count in enumerate(wanted):
        given = min(count, people, left)
        for _ in range(given):
            hands[turn % people].append(option)
            turn += 1
        left -= given
    return [tuple(hand) for hand in hands]


def _consent(session: Session, script: Script, people: int) -> list[int]:
    """Return one 'yes, if' at the first asking; once that is mended everybody says yes."""
    if session.consent is not None or script.consent is None:
        return [YES] * people
    wanted = script.consent
    others = [YES_IF] * wanted.yes_if + [NO] * wanted.no
    return others[:people] + [YES] * (people - len(others[:people]))
