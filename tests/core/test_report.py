"""The report against an independent, plain reading of formats.md."""

import datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.core.builders import Room, content, setup, tally
from workshop_flows import commands
from workshop_flows.state import (
    Ballot,
    ChoiceCounts,
    ConsentCounts,
    ConsentSubject,
    Draft,
    FocusSubject,
    TextList,
)
from workshop_flows.tally import Tally
from workshop_flows.vocabulary import AXES, AgreementStatus, Band, ConsentOutcome, Step

A1, A2, A3, A4, G1, G2, G3 = AXES
NINE = tally(0, 1, 3, 4, 1)
MINE = tally(0, 0, 0, 1, 0)


def test_a_report_has_seven_axes_in_order_before_any_vote() -> None:
    report = Room().report
    assert [axis.id for axis in report.axes] == list(AXES)
    assert [axis.label for axis in report.axes] == [axis.label for axis in content().axes]
    assert all(axis.stand is None for axis in report.axes)
    assert report.talk_about == ()
    assert report.consent is None
    assert report.earlier is None
    assert report.agreement.status is AgreementStatus.CONCEPT


staff_counts = st.tuples(*[st.integers(0, 3)] * 5).filter(lambda counts: sum(counts) <= 9)
owner_counts = st.tuples(*[st.integers(0, 1)] * 5).filter(lambda counts: sum(counts) <= 1)


def _rounded(values: list[Fraction]) -> float:
    mean = sum(values, Fraction(0)) / len(values)
    exact = Decimal(mean.numerator) / Decimal(mean.denominator)
    return float(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))


@given(st.lists(st.tuples(staff_counts, owner_counts), min_size=2, max_size=2))
def test_team_and_owner_are_means_of_means(votes: list[tuple[tuple[int, ...], ...]]) -> None:
    room = Room()
    for number, (staff, owner) in enumerate(votes, start=1):
        room.vote(f"A1.{number}", tally(*staff), tally(*owner))
    shown = room.report.axes[0]
    counted = [(staff, owner) for staff, owner in votes if sum(staff) >= 5]
    means = [Fraction(sum(i * c for i, c in enumerate(one, 1)), sum(one)) for one, _ in counted]
    assert shown.team == (_rounded(means) if means else None)
    assert shown.votes == min((sum(staff) for staff, _ in counted), default=None)
    owners = [
        Fraction(sum(i * c for i, c in enumerate(one, 1)), sum(one))
        for _, one in counted
        if any(one)
    ]
    whole = counted and len(owners) == len(counted)
    assert shown.owner == (_rounded(owners) if whole else None)


def test_targets_stand_on_focus_axes_with_a_stand_only() -> None:
    room = Room()
    room.axis(A1, tally(0, 0, 0, 2, 7))
    room.axis(A2, NINE)
    room.do(commands.ChooseFocus(axes=(A2, A1, G3)))
    report = room.report
    assert [axis.target for axis in report.axes] == [5.0, 4.6, None, None, None, None, None]
    assert [choice.axis for choice in report.focus] == [A2, A1, G3]


def test_the_target_follows_the_agreed_stand() -> None:
    room = Room()
    room.axis(A1, NINE)
    room.do(commands.AgreeStand(axis=A1, value=4.5))
    room.do(commands.ChooseFocus(axes=(A1,)))
    assert room.report.axes[0].target == 5.0
    assert room.report.axes[0].team == 3.6


def test_counts_of_the_choice_are_shown_from_five_voters_and_for_the_chosen_only() -> None:
    for staff, votes in ((3, (None,)), (9, (7,))):
        room = Room(setup(staff=staff))
        ballots = ChoiceCounts(counts=(0, 0, 0, 0, 0, min(7, staff), 1), ballots=staff + 1)
        room.round(FocusSubject(), ballots)
        room.do(commands.ChooseFocus(axes=(G2,)))
        assert tuple(choice.votes for choice in room.report.focus) == votes


def test_the_three_words_are_rounded_once() -> None:
    room = Room(setup(length=45))
    for axis in AXES:
        room.axis(axis, NINE if axis is not A4 else tally(9, 0, 0, 0, 0))
    words = room.report.three_words
    # (1 + 3.5556) / 2 = 2.2778, not the mean of the rounded 1.0 and 3.6.
    assert (words.weten, words.willen, words.kunnen) == (2.3, 3.6, 3.6)
    assert room.report.talk_about == (A4, G1)


def test_what_was_typed_comes_along() -> None:
    room = Room(setup(names=("Łukasz",), owner_names=("Marja",)))
    room.do(commands.ChangeList(name=TextList.COMING, items=("AI",)))
    room.do(
        commands.ChangeAgreement(draft=Draft(keeper="Anouk", follow_up=datetime.date(2027, 3, 12)))
    )
    report = room.report
    assert report.facts.names == ("Łukasz",)
    assert report.facts.coming == ("AI",)
    assert report.agreement.keeper == "Anouk"


def test_consent_reaches_the_report_in_words() -> None:
    room = Room()
    room.round(ConsentSubject(), ConsentCounts(yes=9, yes_if=1, no=0))
    assert room.report.consent is ConsentOutcome.WITH_CHANGES
    small = Room(setup(staff=2, owners=1))
    small.round(ConsentSubject(), ConsentCounts(yes=2, yes_if=1, no=0), Ballot.SHOW_OF_HANDS)
    assert small.report.consent is ConsentOutcome.NOT_YET


def test_what_goes_well_differs_and_is_low_is_said_from_what_is_shown() -> None:
    room = Room(setup(length=45))
    high, low, divided = tally(0, 0, 0, 4, 5), tally(5, 4, 0, 0, 0), tally(5, 0, 0, 0, 4)
    room.axis(A1, high, tally(0, 0, 0, 0, 1))
    room.axis(A2, high, tally(0, 0, 1, 0, 0))
    room.axis(A3, divided, tally(0, 0, 0, 0, 1))
    room.axis(A4, low, tally(0, 0, 0, 0, 1))
    room.axis(G1, low, tally(1, 0, 0, 0, 0))
    room.axis(G2, tally(0, 0, 9, 0, 0), tally(1, 0, 0, 0, 0))
    said = room.report.summary
    sentences = {axis.id: axis.sentences for axis in content().axes}
    assert said.goes_well == (sentences[A1].well_both, sentences[A2].well)
    assert said.differs == (sentences[A4].owner_higher, sentences[A3].divided)
    assert said.low == (sentences[A4].low, sentences[G1].low)


def test_an_owner_who_stands_lower_is_said_so() -> None:
    room = Room(setup(length=45))
    room.axis(A1, tally(0, 0, 0, 0, 9), tally(1, 0, 0, 0, 0))
    assert room.report.summary.differs == (content().axis(A1).sentences.owner_lower,)


def test_an_owner_who_is_not_shown_is_never_spoken_of() -> None:
    room = Room(setup(length=45, owner_apart=False))
    room.axis(A1, tally(0, 0, 0, 0, 9), tally(1, 0, 0, 0, 0))
    assert room.report.summary.differs == ()
    assert room.report.summary.goes_well == (content().axis(A1).sentences.well,)


def test_zones_speak_in_mode_pooled() -> None:
    room = Room(setup(staff=3, owners=0, length=45))
    room.axis(A1, tally(0, 0, 0, 0, 3))
    room.axis(A2, tally(3, 0, 0, 0, 0))
    report = room.report
    assert [axis.band for axis in report.axes[:2]] == [Band.HIGH, Band.LOW]
    assert report.summary.goes_well == (content().axis(A1).sentences.well,)
    assert report.summary.low == (content().axis(A2).sentences.low,)


def test_an_agreed_number_in_mode_pooled_is_a_stand_with_a_target() -> None:
    room = Room(setup(staff=3, owners=0, length=45))
    room.axis(A1, tally(0, 0, 0, 0, 3))
    room.do(commands.AgreeStand(axis=A1, value=3.0))
    room.do(commands.ChooseFocus(axes=(A1, A2)))
    axes = room.report.axes
    assert (axes[0].agreed, axes[0].band, axes[0].target) == (3.0, Band.HIGH, 4.0)
    assert axes[1].target is None


def test_every_step_of_the_session_has_words_for_the_facilitator() -> None:
    assert {guide.step for guide in content().guides} == set(Step)
    assert Tally().votes == 0
