"""Which ballots fit a round, and what they add up to."""

import pytest

from workshop_flows.ballots import SKIP, Answer, Cast, Chosen, Consent, Consented, counted, fits
from workshop_flows.commands import RoleTallies
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

STATEMENT = StatementSubject(statement="A1.1", number=1)
FIT: list[tuple[Subject, Cast]] = [
    *((STATEMENT, Answer(value)) for value in (SKIP, 1, 2, 3, 4, 5)),
    (FocusSubject(), Chosen(())),
    (FocusSubject(), Chosen((6,))),
    (FocusSubject(), Chosen((0, 6))),
    (CardsSubject(), Chosen((0, 2))),
    *((ConsentSubject(), Consented(value)) for value in Consent),
]
UNFIT: list[tuple[Subject, Cast]] = [
    (STATEMENT, Answer(6)),
    (STATEMENT, Answer(-1)),
    (STATEMENT, Chosen((1,))),
    (STATEMENT, Consented(Consent.YES)),
    (FocusSubject(), Chosen((7,))),
    (FocusSubject(), Chosen((-1,))),
    (FocusSubject(), Chosen((2, 2))),
    (FocusSubject(), Chosen((2, 1))),
    (FocusSubject(), Chosen((0, 1, 2))),
    (FocusSubject(), Answer(1)),
    (CardsSubject(), Chosen((3,))),
    (CardsSubject(), Consented(Consent.NO)),
    (ConsentSubject(), Answer(1)),
    (ConsentSubject(), Chosen(())),
]


@pytest.mark.parametrize(("subject", "cast"), FIT)
def test_a_ballot_of_the_round_fits(subject: Subject, cast: Cast) -> None:
    assert fits(cast, subject, 3)


@pytest.mark.parametrize(("subject", "cast"), UNFIT)
def test_another_ballot_does_not(subject: Subject, cast: Cast) -> None:
    assert not fits(cast, subject, 3)


def test_answers_are_counted_for_each_role() -> None:
    cast: list[tuple[Role, Cast]] = [
        (Role.STAFF, Answer(1)),
        (Role.OWNER, Answer(5)),
        (Role.STAFF, Answer(1)),
        (Role.STAFF, Answer(SKIP)),
        (Role.STAFF, Chosen(())),
    ]
    assert counted(STATEMENT, cast, 0) == RoleTallies(
        Tally((2, 0, 0, 0, 0), 1), Tally((0, 0, 0, 0, 1))
    )


def test_choices_are_counted_with_who_chose_nothing() -> None:
    cast: list[tuple[Role, Cast]] = [
        (Role.STAFF, Chosen((0, 2))),
        (Role.OWNER, Chosen((2,))),
        (Role.STAFF, Chosen(())),
        (Role.STAFF, Answer(2)),
    ]
    assert counted(CardsSubject(), cast, 3) == ChoiceCounts(counts=(1, 0, 2), ballots=3)
    axes = counted(FocusSubject(), cast, 3)
    assert axes == ChoiceCounts(counts=(1, 0, 2, *[0] * (len(AXES) - 3)), ballots=3)


def test_consent_is_counted_by_answer() -> None:
    said = (Consent.YES, Consent.NO, Consent.YES, Consent.YES_IF)
    cast: list[tuple[Role, Cast]] = [(Role.STAFF, Consented(value)) for value in said]
    wanted = ConsentCounts(yes=2, yes_if=1, no=1)
    assert counted(ConsentSubject(), [*cast, (Role.STAFF, Answer(1))], 0) == wanted
