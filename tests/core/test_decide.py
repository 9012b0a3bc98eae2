"""What is allowed when: each refusal, and the events of what is allowed."""

import datetime

import pytest
from msgspec.structs import replace

from tests.core.builders import DAY, Room, content, setup, tally
from workshop_flows import agenda, commands, events
from workshop_flows.commands import Command, RoleTallies
from workshop_flows.decide import decide
from workshop_flows.rules import Refusal
from workshop_flows.state import (
    Archived,
    Ballot,
    Card,
    CardsSubject,
    ChoiceCounts,
    ConsentCounts,
    ConsentSubject,
    Draft,
    EarlierSession,
    FocusSubject,
    Position,
    Review,
    StatementSubject,
    TextList,
)
from workshop_flows.tally import Tally
from workshop_flows.views import Afspraak
from workshop_flows.vocabulary import AXES, AxisId, Mode, Outcome, Step

A1 = AxisId.A1
NINE = tally(0, 1, 3, 4, 1)
ONE = tally(0, 0, 0, 1, 0)
FIRST = StatementSubject(statement="A1.1", number=1)
EARLIER = EarlierSession(date=DAY, axes=(), afspraken=(Afspraak(axis=A1, title="Iets"),))


def code(command: Command, room: Room | None = None) -> str:
    if room is not None:
        return room.refused(command)
    decision = decide(None, command, content())
    assert isinstance(decision, Refusal)
    return decision.code


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"company": " "}, "company_missing"),
        ({"company": "x" * 81}, "text_too_long"),
        ({"question": "x" * 501}, "text_too_long"),
        ({"question": "een\nregel"}, "control_character"),
        ({"company": "Garage \u202eguB eD"}, "control_character"),
        ({"names": ("x" * 81,)}, "text_too_long"),
        ({"names": ("x",) * 50}, "too_many_items"),
        ({"staff": 0, "owners": 2}, "seats"),
        ({"staff": 50}, "seats"),
        ({"staff": 1, "owners": 0}, "seats"),
        ({"staff": 46, "owners": 5}, "seats"),
        ({"owners": 6}, "seats"),
        ({"owners": -1}, "seats"),
        ({"phones": -1}, "phones"),
        ({"phones": 11}, "phones"),
        ({"smallest_team": 4}, "threshold"),
        ({"smallest_team": 11}, "threshold"),
    ],
)
def test_an_impossible_firm_is_refused(changes: dict[str, object], refusal: str) -> None:
    assert code(commands.StartSession(setup=setup(**changes))) == refusal
    assert code(commands.ChangeSetup(setup=setup(**changes)), Room()) == refusal


def test_a_session_starts_once() -> None:
    assert code(commands.Undo()) == "not_started"
    assert code(commands.StartSession(setup=setup()), Room()) == "already_started"


def test_seats_and_owner_are_fixed_at_the_first_vote() -> None:
    room = Room()
    room.do(commands.ChangeSetup(setup=setup(staff=12)))
    room.do(commands.OpenVote(subject=FIRST))
    assert room.session.mode is Mode.TEAM
    room.do(commands.ChangeSetup(setup=setup(staff=12, company="Garage Het Plein")))
    for changes in ({"staff": 11}, {"staff": 12, "owner_apart": False}, {"length": 90}):
        wanted = commands.ChangeSetup(setup=setup(**{"staff": 12, **changes}))
        assert room.refused(wanted) == "fixed_after_first_vote"


def test_the_mode_stays_what_it_was_at_the_first_vote() -> None:
    room = Room(setup(staff=3))
    room.do(commands.OpenVote(subject=FIRST))
    assert room.session.mode is Mode.POOLED


def test_moving_to_any_step_but_not_out_of_an_open_round() -> None:
    room = Room()
    for position in agenda.positions(room.session):
        room.do(commands.MoveTo(to=position))
        assert room.session.position == position
    assert room.refused(commands.MoveTo(to=Position(step=Step.REVIEW))) == "no_such_step"
    elsewhere = Position(step=Step.VOTE, axis=A1, statement=3)
    assert room.refused(commands.MoveTo(to=elsewhere)) == "no_such_step"
    room.do(commands.OpenVote(subject=FIRST))
    assert room.refused(commands.MoveTo(to=Position(step=Step.RADAR))) == "round_open"


def test_the_agenda_leads_from_preparing_to_closing_and_back() -> None:
    room = Room(earlier=EARLIER)
    seen = [room.session.position]
    while (after := agenda.following(room.session)) is not None:
        room.do(commands.MoveTo(to=after))
        seen.append(after)
    assert [one.step for one in seen if one.step is not Step.VOTE] == [
        step for step in Step if step is not Step.VOTE
    ]
    assert sum(one.step is Step.VOTE for one in seen) == 14
    for position in reversed(seen[:-1]):
        assert agenda.preceding(room.session) == position
        room.do(commands.MoveTo(to=position))
    assert agenda.preceding(room.session) is None


def test_a_round_is_opened_closed_and_revealed_in_this_order() -> None:
    room = Room()
    assert room.refused(commands.CloseVote(ballots=RoleTallies())) == "no_round"
    assert room.refused(commands.StopVote()) == "no_round"
    assert room.refused(commands.RevealVote()) == "not_closed"
    room.do(commands.OpenVote(subject=FIRST))
    assert room.refused(commands.OpenVote(subject=FIRST)) == "round_open"
    assert room.refused(commands.RevealVote()) == "not_closed"
    assert room.refused(commands.RevealOwner(statement="A1.1", number=1)) == "not_revealed"
    room.do(commands.CloseVote(ballots=RoleTallies(NINE, ONE)))
    assert room.refused(commands.CloseVote(ballots=RoleTallies(NINE, ONE))) == "no_round"
    room.do(commands.RevealVote())
    assert room.session.statements[0].counts.team == NINE


def test_a_stopped_round_leaves_nothing_and_may_be_opened_again() -> None:
    room = Room()
    room.do(commands.OpenVote(subject=FIRST))
    room.do(commands.StopVote())
    assert room.session.statements == ()
    room.do(commands.OpenVote(subject=FIRST))
    assert room.session.round is not None
    assert room.session.round.id == 2


@pytest.mark.parametrize(
    ("statement", "number", "refusal"),
    [
        ("A1.3", 1, "no_such_statement"),
        ("A1.1", 1, "already_voted"),
        ("A1.1", 3, "already_voted"),
        ("A2.1", 2, "first_round_first"),
    ],
)
def test_a_statement_is_voted_on_once_and_once_again(
    statement: str, number: int, refusal: str
) -> None:
    room = Room()
    room.vote("A1.1", NINE, ONE)
    subject = StatementSubject(statement=statement, number=number)
    assert room.refused(commands.OpenVote(subject=subject)) == refusal


def test_a_pooled_re_vote_waits_for_the_whole_axis() -> None:
    room = Room(setup(staff=3))
    room.vote("A1.1", tally(0, 0, 3, 0, 0))
    again = commands.OpenVote(subject=StatementSubject(statement="A1.1", number=2))
    assert room.refused(again) == "axis_not_shown"
    room.do(commands.CloseAxis(axis=A1))
    late = commands.OpenVote(subject=StatementSubject(statement="A1.2", number=1))
    assert room.refused(late) == "axis_shown"
    room.do(again)


def test_closing_an_axis_is_said_once() -> None:
    room = Room()
    room.do(commands.CloseAxis(axis=A1))
    assert room.session.closed_number(A1) == 1
    before = room.store.workshop
    room.do(commands.CloseAxis(axis=A1))
    assert room.store.workshop is before
    room.axis(AxisId.A2, NINE)
    room.vote("A2.1", NINE, number=2)
    assert [(one.axis, one.number) for one in room.session.closed_axes[1:]] == [
        (AxisId.A2, 1),
        (AxisId.A2, 2),
    ]
    room.vote("A2.2", NINE, number=2)
    assert room.session.closed_number(AxisId.A2) == 2


def test_no_secret_vote_is_offered_to_one_or_two() -> None:
    room = Room(setup(staff=2))
    for command in (
        commands.OpenVote(subject=FIRST),
        commands.OpenVote(subject=FIRST, ballot=Ballot.SHOW_OF_HANDS),
        commands.OpenVote(subject=FocusSubject()),
        commands.OpenVote(subject=ConsentSubject()),
    ):
        assert room.refused(command) == "no_secret_vote"
    counts = ConsentCounts(yes=3, yes_if=0, no=0)
    room.round(ConsentSubject(), counts, Ballot.SHOW_OF_HANDS)
    assert room.session.consent == counts


BALLOTS = [
    (FIRST, RoleTallies(tally(0, 0, 0, 0, 10)), "more_than_seats"),
    (FIRST, RoleTallies(NINE, tally(0, 0, 0, 1, 1)), "more_than_seats"),
    (FIRST, RoleTallies(tally(0, 0, 0, -1, 1)), "impossible_counts"),
    (FIRST, RoleTallies(NINE, tally(0, 0, 0, 0, 0, skipped=-1)), "impossible_counts"),
    (FIRST, ConsentCounts(yes=1, yes_if=0, no=0), "other_ballots"),
    (FocusSubject(), RoleTallies(), "other_ballots"),
    (FocusSubject(), ChoiceCounts(counts=(0,) * 6, ballots=0), "impossible_counts"),
    (FocusSubject(), ChoiceCounts(counts=(-1,) + (0,) * 6, ballots=1), "impossible_counts"),
    (FocusSubject(), ChoiceCounts(counts=(3,) + (0,) * 6, ballots=2), "impossible_counts"),
    (FocusSubject(), ChoiceCounts(counts=(2, 2, 1, 0, 0, 0, 0), ballots=2), "impossible_counts"),
    (FocusSubject(), ChoiceCounts(counts=(0,) * 7, ballots=11), "more_than_seats"),
    (ConsentSubject(), ConsentCounts(yes=11, yes_if=0, no=0), "more_than_seats"),
    (ConsentSubject(), ConsentCounts(yes=1, yes_if=-1, no=0), "impossible_counts"),
]


@pytest.mark.parametrize(("subject", "ballots", "refusal"), BALLOTS)
def test_impossible_ballots_are_refused(subject: object, ballots: object, refusal: str) -> None:
    room = Room()
    room.do(commands.OpenVote(subject=subject))  # type: ignore[arg-type]
    assert room.refused(commands.CloseVote(ballots=ballots)) == refusal  # type: ignore[arg-type]


def test_slips_are_added_between_close_and_reveal() -> None:
    room = Room()
    room.do(commands.OpenVote(subject=FIRST))
    room.do(commands.CloseVote(ballots=RoleTallies(tally(0, 0, 0, 6, 0))))
    two = RoleTallies(tally(0, 0, 0, 0, 2))
    assert room.refused(commands.RevealVote(slips=two)) == "too_few_slips"
    four = RoleTallies(tally(0, 0, 0, 0, 4))
    assert room.refused(commands.RevealVote(slips=four)) == "more_than_seats"
    other = ConsentCounts(yes=3, yes_if=0, no=0)
    assert room.refused(commands.RevealVote(slips=other)) == "other_ballots"
    room.do(commands.RevealVote(slips=RoleTallies(tally(0, 0, 0, 0, 3), ONE)))
    counts = room.session.statements[0].counts
    assert counts.team == tally(0, 0, 0, 6, 3)
    assert counts.owner == ONE


def test_an_owner_slip_may_come_alone_but_not_twice() -> None:
    room = Room()
    room.do(commands.OpenVote(subject=FIRST))
    room.do(commands.CloseVote(ballots=RoleTallies(NINE, ONE)))
    again = commands.RevealVote(slips=RoleTallies(Tally(), ONE))
    assert room.refused(again) == "more_than_seats"


def test_slips_without_the_owners_yes_stay_without_him() -> None:
    room = Room(setup(owner_apart=False))
    room.do(commands.OpenVote(subject=FIRST))
    room.do(commands.CloseVote(ballots=RoleTallies(tally(0, 0, 0, 6, 0))))
    room.do(commands.RevealVote(slips=RoleTallies(tally(0, 0, 0, 3, 0), ONE)))
    assert room.session.statements[0].counts.owner is None


def test_two_hands_may_be_counted_because_everyone_sees_them() -> None:
    room = Room(setup(staff=1))
    room.do(commands.OpenVote(subject=ConsentSubject(), ballot=Ballot.SHOW_OF_HANDS))
    room.do(commands.CloseVote(ballots=ConsentCounts(yes=0, yes_if=0, no=0)))
    room.do(commands.RevealVote(slips=ConsentCounts(yes=2, yes_if=0, no=0)))
    assert room.report.consent == "iedereen"


def test_slips_join_choices_and_consent() -> None:
    room = Room()
    room.do(commands.OpenVote(subject=FocusSubject()))
    counts = ChoiceCounts(counts=(5, 5, 0, 0, 0, 0, 0), ballots=5)
    room.do(commands.CloseVote(ballots=counts))
    few = ChoiceCounts(counts=(0, 0, 2, 0, 0, 0, 0), ballots=2)
    assert room.refused(commands.RevealVote(slips=few)) == "too_few_slips"
    many = ChoiceCounts(counts=(0, 0, 6, 0, 0, 0, 0), ballots=6)
    assert room.refused(commands.RevealVote(slips=many)) == "more_than_seats"
    room.do(commands.RevealVote(slips=ChoiceCounts(counts=(0, 3, 3, 0, 0, 0, 0), ballots=3)))
    assert room.session.focus_counts == ChoiceCounts(counts=(5, 8, 3, 0, 0, 0, 0), ballots=8)
    room.do(commands.OpenVote(subject=ConsentSubject()))
    room.do(commands.CloseVote(ballots=ConsentCounts(yes=5, yes_if=0, no=0)))
    room.do(commands.RevealVote(slips=ConsentCounts(yes=3, yes_if=1, no=1)))
    assert room.session.consent == ConsentCounts(yes=8, yes_if=1, no=1)


def test_revealing_the_owner_twice_is_said_once() -> None:
    room = Room()
    room.vote("A1.1", NINE, ONE)
    before = room.store.workshop
    room.do(commands.RevealOwner(statement="A1.1", number=1))
    assert room.store.workshop is before


@pytest.mark.parametrize("value", [0.5, 5.5, 3.3, float("nan")])
def test_an_agreed_stand_goes_in_halves(value: float) -> None:
    room = Room(setup(staff=2))
    assert room.refused(commands.AgreeStand(axis=A1, value=value)) == "stand"


def test_a_stand_is_agreed_after_the_axis_and_may_be_taken_away() -> None:
    room = Room()
    assert room.refused(commands.AgreeStand(axis=A1, value=3.5)) == "axis_not_shown"
    room.do(commands.CloseAxis(axis=A1))
    room.do(commands.AgreeStand(axis=A1, value=3.5))
    before = room.store.workshop
    room.do(commands.AgreeStand(axis=A1, value=3.5))
    assert room.store.workshop is before
    room.do(commands.AgreeStand(axis=A1, value=4.0))
    assert room.session.agreed_stand(A1) == 4.0
    room.do(commands.AgreeStand(axis=A1, value=None))
    assert room.session.agreed == ()


@pytest.mark.parametrize("axes", [(A1, A1), AXES[:4]])
def test_one_to_three_focus_axes(axes: tuple[AxisId, ...]) -> None:
    assert Room().refused(commands.ChooseFocus(axes=axes)) == "focus"


@pytest.mark.parametrize(
    ("cards", "refusal"),
    [
        ((Card(axis=A1, action=1),) * 2, "card_twice"),
        (tuple(Card(axis=A1, action=number) for number in range(1, 10)), "cards"),
        ((Card(axis=A1, action=999),), "no_such_action"),
        ((Card(axis=A1),), "action_or_title"),
        ((Card(axis=A1, action=1, title="Beide"),), "action_or_title"),
        ((Card(axis=A1, title="x" * 501),), "text_too_long"),
    ],
)
def test_at_most_eight_possible_cards(cards: tuple[Card, ...], refusal: str) -> None:
    assert Room().refused(commands.ChangeCards(cards=cards)) == refusal


def test_cards_are_chosen_by_vote_and_a_changed_list_is_voted_on_again() -> None:
    room = Room()
    assert room.refused(commands.OpenVote(subject=CardsSubject())) == "no_cards"
    room.do(commands.ChangeCards(cards=(Card(axis=A1, action=1), Card(axis=A1, title="Eigen"))))
    room.round(CardsSubject(), ChoiceCounts(counts=(8, 7), ballots=10))
    afspraken = (Afspraak(axis=A1, action=1), Afspraak(axis=A1, title="Eigen"))
    room.do(commands.ChangeAgreement(draft=Draft(afspraken=afspraken[:1])))
    assert [(card.votes, card.chosen) for card in room.report.cards] == [(8, True), (None, False)]
    room.do(commands.ChangeAgreement(draft=Draft(afspraken=afspraken)))
    assert [card.votes for card in room.report.cards] == [8, 7]
    room.do(commands.ChangeCards(cards=(Card(axis=A1, action=1),)))
    assert room.session.card_counts is None
    room.do(commands.OpenVote(subject=CardsSubject()))
    assert room.refused(commands.ChangeCards(cards=())) == "round_open"


WHOLE = Afspraak(axis=A1, title="Iets")


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (Draft(afspraken=(WHOLE,) * 4), "afspraken"),
        (Draft(owner_promise="x" * 501), "text_too_long"),
        (Draft(keeper="\x07"), "control_character"),
        (Draft(follow_up=DAY), "follow_up_date"),
        (Draft(follow_up_time="24:00"), "follow_up_time"),
        (Draft(afspraken=(replace(WHOLE, action=999),)), "no_such_action"),
        (Draft(afspraken=(replace(WHOLE, needs="x" * 501),)), "text_too_long"),
        (Draft(afspraken=(replace(WHOLE, hours=-1),)), "amount"),
        (Draft(afspraken=(replace(WHOLE, euros=float("inf")),)), "amount"),
        (
            Draft(afspraken=(replace(WHOLE, first_step_date=DAY + datetime.timedelta(8)),)),
            "first_step_date",
        ),
        (
            Draft(afspraken=(replace(WHOLE, first_step_date=DAY - datetime.timedelta(1)),)),
            "first_step_date",
        ),
    ],
)
def test_an_impossible_agreement_is_refused(draft: Draft, refusal: str) -> None:
    assert Room().refused(commands.ChangeAgreement(draft=draft)) == refusal


def test_a_possible_agreement_is_kept() -> None:
    draft = Draft(
        afspraken=(replace(WHOLE, first_step_date=DAY + datetime.timedelta(7)),),
        follow_up=DAY + datetime.timedelta(1),
        follow_up_time="09:30",
    )
    room = Room()
    room.do(commands.ChangeAgreement(draft=draft))
    assert room.session.draft == draft


def test_earlier_afspraken_are_reviewed_in_a_follow_up_only() -> None:
    review = Review(afspraak=1, outcome=Outcome.PARTLY, helped="Elke week.")
    command = commands.ReviewAfspraak(review=review)
    assert Room().refused(command) == "no_earlier_session"
    room = Room(earlier=EARLIER)
    missing = commands.ReviewAfspraak(review=replace(review, afspraak=2))
    assert room.refused(missing) == "no_such_afspraak"
    room.do(command)
    room.do(commands.ReviewAfspraak(review=replace(review, outcome=Outcome.DONE)))
    assert [one.outcome for one in room.session.review] == [Outcome.DONE]


def test_lists_take_plain_texts() -> None:
    room = Room()
    for name in TextList:
        room.do(commands.ChangeList(name=name, items=("Iedere vrijdag",)))
    assert room.session.already_doing == room.session.better == ("Iedere vrijdag",)
    broken = commands.ChangeList(name=TextList.QUOTES, items=("een\ttab",))
    assert room.refused(broken) == "control_character"


def test_undo_takes_back_texts_and_choices_step_by_step() -> None:
    room = Room()
    assert room.refused(commands.Undo()) == "nothing_to_undo"
    states = [room.live]
    for command in (
        commands.ChangeList(name=TextList.COMING, items=("AI",)),
        commands.ChooseFocus(axes=(A1,)),
        commands.MoveTo(to=Position(step=Step.RADAR)),
    ):
        room.do(command)
        states.append(room.live)
    for state in reversed(states[:-1]):
        room.do(commands.Undo())
        assert room.live == state


def test_undo_never_takes_back_a_vote_and_says_so() -> None:
    room = Room()
    room.do(commands.OpenVote(subject=FIRST))
    refusal = decide(room.live, commands.Undo(), content())
    assert refusal == Refusal("cannot_undo", {"after": "round_opened"})
    room.do(commands.CloseVote(ballots=RoleTallies(NINE, ONE)))
    assert room.refused(commands.Undo()) == "cannot_undo"
    room.do(commands.RevealVote())
    room.do(commands.RecordPrint(copies=10))
    assert room.session.printed == 10
    assert room.refused(commands.Undo()) == "cannot_undo"
    assert room.refused(commands.RecordPrint(copies=0)) == "copies"


def test_a_finished_session_takes_no_command() -> None:
    room = Room()
    room.do(commands.OpenVote(subject=FIRST))
    assert room.refused(commands.Finish()) == "round_open"
    room.do(commands.StopVote())
    shown = room.report
    room.do(commands.Finish())
    assert room.store.workshop == Archived(report=shown)
    assert room.refused(commands.Undo()) == "finished"


def test_undoable_events_are_those_of_texts_lists_choices_and_moving() -> None:
    never = {
        events.RoundOpened,
        events.RoundClosed,
        events.RoundRevealed,
        events.AgreementPrinted,
        events.Finished,
    }
    assert not never & set(events.UNDOABLE)
