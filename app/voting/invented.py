"""Ballots of invented people: as in a script, and likely ones where it says nothing."""

from collections.abc import Sequence
from random import Random
from typing import TypeAlias

from app.script_model import Script
from workshop_flows.ballots import SKIP, Answer, Cast, Chosen, Consent, Consented
from workshop_flows.limits import CHOICES_PER_SEAT
from workshop_flows.state import (
    CardsSubject,
    ConsentSubject,
    FocusSubject,
    OpenRound,
    Session,
    StatementSubject,
)
from workshop_flows.tally import Tally
from workshop_flows.vocabulary import AXES, Role

Voter: TypeAlias = tuple[Role, Cast]
"""A person's role and ballot."""


def cast_in(current: OpenRound, session: Session, script: Script, random: Random) -> list[Voter]:
    """Return a ballot for every seat of the session."""
    people = session.setup.seats
    match current.subject:
        case StatementSubject() as subject:
            return _answers(subject, session, script, random)
        case ConsentSubject():
            said = _consent(session, script, people)
            return list(zip(_roles(session), map(Consented, said), strict=True))
        case FocusSubject():
            votes = {row.axis: row.votes for row in script.focus}
            wanted = [votes.get(axis, 0) for axis in AXES]
        case CardsSubject():
            known = {(row.action, row.title): row.votes for row in script.card}
            wanted = [
                known.get((card.action, card.title), random.randint(0, people // 3))
                for card in session.cards
            ]
    return list(zip(_roles(session), map(Chosen, _dealt(wanted, people)), strict=True))


def _roles(session: Session) -> list[Role]:
    return [Role.STAFF] * session.setup.staff + [Role.OWNER] * session.setup.owners


def _answers(
    subject: StatementSubject, session: Session, script: Script, random: Random
) -> list[Voter]:
    sides = (Role.STAFF, session.setup.staff), (Role.OWNER, session.setup.owners)
    return [
        (role, Answer(value))
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


def _dealt(wanted: Sequence[int], people: int) -> list[tuple[int, ...]]:
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


def _consent(session: Session, script: Script, people: int) -> list[Consent]:
    """Return one 'yes, if' at the first asking; once that is mended everybody says yes."""
    if session.consent is not None or script.consent is None:
        return [Consent.YES] * people
    wanted = script.consent
    others = [Consent.YES_IF] * wanted.yes_if + [Consent.NO] * wanted.no
    return others[:people] + [Consent.YES] * (people - len(others[:people]))
