"""The projector's page in every step and mode: the right one, and nothing more than allowed."""

import datetime
import itertools

import msgspec
import pytest

from app.presenters.pages import projector_page
from app.presenters.room import Room as Seen
from app.presenters.stage import Stage
from resources.catalogue import catalogue
from tests.core.builders import DAY, Room, content, setup, tally
from workshop_flows import agenda, commands, follow_up, projector
from workshop_flows.commands import RoleTallies
from workshop_flows.lead import Reveal
from workshop_flows.projector import Counted, ProjectorPage
from workshop_flows.state import (
    Ballot,
    Card,
    CardsSubject,
    ChoiceCounts,
    ConsentCounts,
    ConsentSubject,
    Draft,
    FocusSubject,
    Position,
    Review,
    StatementSubject,
    TextList,
)
from workshop_flows.views import Afspraak
from workshop_flows.vocabulary import AXES, AxisId, Band, ConsentOutcome, Outcome, Step

A1, A2, G2 = AxisId.A1, AxisId.A2, AxisId.G2
NINE = tally(0, 1, 3, 4, 1)
MINE = tally(1, 0, 0, 0, 0)


def page(room: Room, language: str = "nl", **stage: object) -> ProjectorPage:
    seen = Seen(room.session, content(), catalogue(language), Stage(**stage))  # type: ignore[arg-type]
    return projector_page(seen)


def at(room: Room, step: Step, axis: AxisId | None = None, statement: int | None = None) -> None:
    room.do(commands.MoveTo(to=Position(step=step, axis=axis, statement=statement)))


def voted(**changes: object) -> Room:
    """Return a room after its votes, or after its agreed stands in mode open."""
    room = Room(setup(length=45, **changes))
    for axis in AXES:
        if room.session.setup.staff < 3:
            room.do(commands.AgreeStand(axis=axis, value=2.5))
        else:
            staff = room.session.setup.staff
            room.axis(axis, tally(0, staff, 0, 0, 0), tally(0, 0, 0, 0, 1))
    return room


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("staff", [2, 3, 9, 34])
def test_every_step_has_a_page_in_every_mode(staff: int, language: str) -> None:
    earlier = follow_up.earlier_session(voted(staff=staff).report)
    for room, reveal in itertools.product((Room(setup(staff=staff), earlier), voted()), Reveal):
        for position in agenda.positions(room.session):
            room.do(commands.MoveTo(to=position))
            shown = page(room, language, reveal=reveal)
            assert isinstance(shown, projector.Page)
            assert b"{" not in msgspec.json.encode(shown).replace(b'{"', b"")


def test_a_blank_screen_shows_nothing() -> None:
    assert page(voted(), blank=True) == projector.BlankPage()


def test_the_welcome_promises_what_the_mode_keeps() -> None:
    team = page(Room(), people=7)
    assert isinstance(team, projector.WelcomePage)
    assert (team.strip.seats, team.strip.people) == (10, 7)
    assert any("apart" in point for point in team.points)
    silent = page(Room(setup(owner_apart=False)))
    assert isinstance(silent, projector.WelcomePage)
    assert any("telt niet mee" in point for point in silent.points)
    small = page(Room(setup(staff=2)))
    assert isinstance(small, projector.WelcomePage)
    assert not any("Dat is geheim" in point for point in small.points)
    assert (team.secret, small.secret) == (True, False)


def test_an_open_vote_shows_a_count_and_nothing_else() -> None:
    room = Room()
    at(room, Step.VOTE, A1, 1)
    before = page(room, counted=Counted(3, 10))
    assert isinstance(before, projector.StatementPage)
    assert before.counted is None
    room.do(commands.OpenVote(subject=StatementSubject(statement="A1.1", number=1)))
    one = page(room, counted=Counted(3, 10))
    assert isinstance(one, projector.StatementPage)
    assert one.counted == Counted(3, 10)
    closed = commands.CloseVote(ballots=RoleTallies(NINE, MINE))
    room.do(closed)
    other = page(room, counted=Counted(3, 10), reveal=Reveal.RESULT)
    assert other == msgspec.structs.replace(one, closed=True)


def test_the_result_shows_dots_first_and_the_owner_after_the_team() -> None:
    room = Room()
    at(room, Step.VOTE, A1, 1)
    ballots = RoleTallies(NINE, MINE)
    room.round(StatementSubject(statement="A1.1", number=1), ballots)
    shown = page(room, reveal=Reveal.RESULT)
    assert isinstance(shown, projector.ResultPage)
    assert (shown.result.dots, shown.result.mean) == (NINE.counts, 3.6)
    assert shown.result.owner is None
    room.do(commands.RevealOwner(statement="A1.1", number=1))
    shown = page(room, reveal=Reveal.RESULT)
    assert isinstance(shown, projector.ResultPage)
    assert shown.result.owner == 1.0
    assert shown.progress.done == (1, 0, 0, 0, 0, 0, 0)


def test_too_few_answers_are_said() -> None:
    room = Room(setup(length=45))
    at(room, Step.VOTE, A1, 1)
    room.vote("A1.1", tally(0, 0, 0, 4, 0, skipped=5))
    shown = page(room, reveal=Reveal.RESULT)
    assert isinstance(shown, projector.ResultPage)
    assert shown.result.mean is None
    assert "Te weinig" in shown.result.words


def test_an_axis_is_shown_when_it_is_closed() -> None:
    room = Room()
    at(room, Step.VOTE, A1, 2)
    room.vote("A1.1", NINE, MINE)
    assert isinstance(page(room, reveal=Reveal.AXIS), projector.StatementPage)
    room.vote("A1.2", NINE, MINE)
    shown = page(room, reveal=Reveal.AXIS)
    assert isinstance(shown, projector.AxisPage)
    assert shown.stand == 3.6
    assert shown.talk is not None
    assert shown.talk.question == content().axis(A1).talk.owner_differs.short
    deep = page(room, reveal=Reveal.AXIS, deep=True)
    assert isinstance(deep, projector.AxisPage)
    assert deep.talk is not None
    assert deep.talk.question == content().axis(A1).talk.owner_differs.deep


@pytest.mark.parametrize(
    ("staff", "question"),
    [
        (tally(0, 0, 0, 0, 9), "high"),
        (tally(0, 0, 9, 0, 0), "low"),
        (tally(5, 0, 0, 0, 4), "divided"),
    ],
)
def test_the_talk_question_follows_what_is_shown(staff: object, question: str) -> None:
    room = Room(setup(length=45, owner_apart=False))
    at(room, Step.VOTE, A1, 1)
    room.axis(A1, staff, MINE)  # type: ignore[arg-type]
    shown = page(room, reveal=Reveal.AXIS)
    assert isinstance(shown, projector.AxisPage)
    assert shown.talk is not None
    assert shown.talk.question == getattr(content().axis(A1).talk, question).short


def test_mode_pooled_shows_a_zone_and_an_agreed_stand_as_its_zone() -> None:
    room = voted(staff=3)
    at(room, Step.VOTE, A1, 1)
    assert isinstance(page(room, reveal=Reveal.RESULT), projector.StatementPage)
    shown = page(room, reveal=Reveal.AXIS)
    assert isinstance(shown, projector.AxisPage)
    assert (shown.zone, shown.stand) == (Band.MIDDLE, None)
    room.do(commands.AgreeStand(axis=A1, value=4.5))
    shown = page(room, reveal=Reveal.AXIS)
    assert isinstance(shown, projector.AxisPage)
    assert shown.zone is Band.HIGH
    assert "Tussen" in shown.agreed_words


def test_mode_open_lays_both_wordings_on_the_table() -> None:
    room = Room(setup(staff=2))
    at(room, Step.VOTE, A2, 1)
    shown = page(room)
    assert isinstance(shown, projector.AxisPage)
    assert [staff for staff, _ in shown.statements] == [
        one.staff for one in content().axis(A2).statements[:2]
    ]
    assert shown.talk is not None
    room.do(commands.AgreeStand(axis=A2, value=4.0))
    shown = page(room)
    assert isinstance(shown, projector.AxisPage)
    assert (shown.agreed, shown.agreed_words) == (4.0, "Klopt bijna helemaal")
    assert shown.progress.done == (0, 2, 0, 0, 0, 0, 0)


def test_the_radar_calls_out_the_largest_difference_shown() -> None:
    room = voted()
    at(room, Step.RADAR)
    shown = page(room)
    assert isinstance(shown, projector.RadarPage)
    assert shown.callout is not None
    assert (shown.callout.team, shown.callout.owner) == (2.0, 5.0)
    assert "owner" in dict(shown.legend)
    hidden = voted(owner_apart=False)
    at(hidden, Step.RADAR)
    shown = page(hidden)
    assert isinstance(shown, projector.RadarPage)
    assert shown.callout is not None
    assert shown.callout.owner is None
    assert shown.callout.title == content().axis(A1).label


def test_a_pooled_callout_has_a_zone_and_no_number() -> None:
    room = voted(staff=3)
    at(room, Step.RADAR)
    shown = page(room)
    assert isinstance(shown, projector.RadarPage)
    assert shown.callout is not None
    assert (shown.callout.team, shown.callout.zone) == (None, Band.MIDDLE)


def test_a_follow_up_looks_back_and_compares() -> None:
    first = voted()
    first.do(commands.ChooseFocus(axes=(G2,)))
    first.do(commands.ChangeAgreement(draft=Draft(afspraken=(Afspraak(axis=G2, title="Leeruur"),))))
    earlier = follow_up.earlier_session(first.report)
    room = Room(setup(length=45, date=datetime.date(2027, 3, 12)), earlier)
    at(room, Step.REVIEW)
    shown = page(room)
    assert isinstance(shown, projector.ReviewPage)
    assert [(row.title, row.outcome) for row in shown.rows] == [("Leeruur", None)]
    room.do(
        commands.ReviewAfspraak(review=Review(afspraak=1, outcome=Outcome.DONE, helped="Vast."))
    )
    shown = page(room)
    assert isinstance(shown, projector.ReviewPage)
    assert (shown.since, shown.rows[0].outcome) == ("11 november 2026", Outcome.DONE)
    room.axis(G2, tally(0, 0, 9, 0, 0), MINE)
    at(room, Step.RADAR)
    radar = page(room)
    assert isinstance(radar, projector.RadarPage)
    assert radar.callout is None
    [compared] = radar.compared
    assert (compared.then, compared.now, compared.goal) == ("2,0", "3,0", "gehaald")
    assert all(spoke.owner is None for spoke in radar.radar.spokes)


def test_who_starts_shows_both_stands_only_where_both_may_be_shown() -> None:
    room = voted()
    at(room, Step.WHO_STARTS)
    shown = page(room)
    assert isinstance(shown, projector.WhoStartsPage)
    assert (shown.staff_stand, shown.owner_stand) == (2.0, 5.0)
    for hidden in (voted(owner_apart=False), voted(staff=3), voted(staff=2), Room()):
        at(hidden, Step.WHO_STARTS)
        shown = page(hidden)
        assert isinstance(shown, projector.WhoStartsPage)
        assert (shown.staff_stand, shown.owner_stand) == (None, None)


@pytest.mark.parametrize(("staff", "votes"), [(3, None), (9, 4)])
def test_the_chosen_stand_first_and_only_they_are_counted(staff: int, votes: int | None) -> None:
    room = voted(staff=staff)
    at(room, Step.FOCUS)
    room.do(commands.OpenVote(subject=FocusSubject()))
    asked = page(room, counted=Counted(2, staff + 1))
    assert isinstance(asked, projector.FocusPage)
    assert asked.counted == Counted(2, staff + 1)
    assert asked.secret
    assert not asked.revealed
    ballots = ChoiceCounts(counts=(1, 0, 0, 0, 0, min(4, staff), 0), ballots=staff + 1)
    room.do(commands.CloseVote(ballots=ballots))
    room.do(commands.RevealVote())
    room.do(commands.ChooseFocus(axes=(G2,)))
    shown = page(room)
    assert isinstance(shown, projector.FocusPage)
    assert shown.choices[0].label == content().axis(G2).label
    assert [choice.votes for choice in shown.choices] == [votes, *(None,) * 6]


def test_a_choice_by_show_of_hands_is_not_called_secret() -> None:
    room = voted()
    at(room, Step.FOCUS)
    room.do(commands.OpenVote(subject=FocusSubject(), ballot=Ballot.SHOW_OF_HANDS))
    shown = page(room)
    assert isinstance(shown, projector.FocusPage)
    assert not shown.secret


def test_points_that_were_chosen_without_a_vote_are_not_called_secret() -> None:
    room = voted(staff=9)
    room.do(commands.ChooseFocus(axes=(A1,)))
    at(room, Step.FOCUS)
    shown = page(room)
    assert isinstance(shown, projector.FocusPage)
    assert not shown.secret


def test_before_there_are_cards_the_room_sees_what_they_are_for() -> None:
    room = voted(staff=9)
    room.do(commands.ChooseFocus(axes=(A1, G2)))
    at(room, Step.ACTIONS)
    shown = page(room)
    assert isinstance(shown, projector.FocusPage)
    assert [choice.label for choice in shown.choices if choice.chosen] == [
        content().axis(A1).label,
        content().axis(G2).label,
    ]


def test_a_vote_by_slip_says_what_to_do_while_nothing_can_be_counted() -> None:
    room = Room()
    at(room, Step.VOTE, A1, 1)
    room.do(commands.OpenVote(subject=StatementSubject(statement="A1.1", number=1)))
    shown = page(room)
    assert isinstance(shown, projector.StatementPage)
    assert shown.asked
    assert shown.counted is None
    assert shown.secret
    room.do(commands.CloseVote(ballots=RoleTallies()))
    counting = page(room, counted=Counted(3, 10))
    assert isinstance(counting, projector.StatementPage)
    assert counting.closed
    assert not counting.asked


def test_cards_say_what_they_bring_and_cost() -> None:
    room = voted()
    cards = (Card(axis=G2, action=26), Card(axis=A1, action=52), Card(axis=A1, title="Eigen"))
    room.do(commands.ChangeCards(cards=cards))
    at(room, Step.ACTIONS)
    shown = page(room, first_card=1)
    assert isinstance(shown, projector.ActionsPage)
    assert [card.cost for card in shown.cards] == ["€ 0, alleen eigen uren", "tot € 1.500", ""]
    assert shown.first == 1
    room.round(CardsSubject(), ChoiceCounts(counts=(8, 2, 3), ballots=10))
    afspraak = Afspraak(axis=G2, action=26, who="Youssef")
    room.do(commands.ChangeAgreement(draft=Draft(afspraken=(afspraak,))))
    shown = page(room)
    assert isinstance(shown, projector.ActionsPage)
    assert [(card.votes, card.who) for card in shown.cards] == [
        (8, "Youssef"),
        (None, ""),
        (None, ""),
    ]


def test_consent_shows_how_many_said_ja_and_nothing_that_stands_alone() -> None:
    room = voted()
    at(room, Step.CONSENT)
    room.do(commands.OpenVote(subject=ConsentSubject()))
    asked = page(room)
    assert isinstance(asked, projector.ConsentPage)
    assert (asked.counted, asked.outcome, asked.secret) == (None, None, True)
    room.do(commands.CloseVote(ballots=ConsentCounts(yes=8, yes_if=1, no=1)))
    room.do(commands.RevealVote())
    room.do(commands.ChangeList(name=TextList.BETTER, items=("Niet op vrijdag.",)))
    shown = page(room)
    assert isinstance(shown, projector.ConsentPage)
    assert (shown.yes, shown.outcome) == (8, ConsentOutcome.NOT_YET)
    assert shown.better == ("Niet op vrijdag.",)
    small = voted(staff=2)
    at(small, Step.CONSENT)
    small.round(ConsentSubject(), ConsentCounts(yes=2, yes_if=1, no=0), Ballot.SHOW_OF_HANDS)
    shown = page(small)
    assert isinstance(shown, projector.ConsentPage)
    assert (shown.yes, shown.secret) == (None, False)


def test_the_agreement_and_the_end_name_the_day() -> None:
    room = voted()
    afspraak = Afspraak(axis=G2, action=26, who="Youssef", when="Elke week")
    draft = Draft(afspraken=(afspraak,), follow_up=DAY + datetime.timedelta(120))
    room.do(commands.ChangeAgreement(draft=draft))
    at(room, Step.AGREEMENT)
    shown = page(room)
    assert isinstance(shown, projector.AgreementPage)
    assert [(row.title, row.who) for row in shown.rows] == [
        ("Vast leerhalfuur in de planning", "Youssef")
    ]
    at(room, Step.CLOSE)
    closed = page(room)
    assert isinstance(closed, projector.ClosePage)
    assert closed.follow_up == shown.follow_up == "donderdag 11 maart 2027"
