"""The frame around every page of a session."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.console.help import help_view
from app.desk import Desk
from app.keys import Intent
from app.presenters.console.agenda import agenda_rows
from app.presenters.console.frame import next_words, side_view, stretch_of
from app.presenters.console.keys import hints, key_words, keycap
from app.timetable import timetable
from app.voting.slips import StatementSlips
from resources.catalogue import catalogue
from tests.console.desks import desk
from tests.console.framed import Framed, PlainPage
from tests.core.builders import DAY, setup, tally
from widgets.console.agenda_row import RowLine
from widgets.console.side_cards import CounterCard
from widgets.console.views_frame import CounterView, Hint
from workshop_flows import commands
from workshop_flows.commands import Command, RoleTallies
from workshop_flows.lead import Act, Next
from workshop_flows.projector import Counted
from workshop_flows.setup import Setup
from workshop_flows.state import Ballot, EarlierSession, Position, StatementSubject
from workshop_flows.vocabulary import AXES, AxisId, Step

NL = catalogue("nl")
FIRST = Position(step=Step.VOTE, axis=AxisId.A1, statement=1)
EARLIER = EarlierSession(date=DAY, axes=(), afspraken=())
Frames = Callable[..., Framed]


@pytest.fixture
def framed(qapp: object) -> Iterator[Frames]:
    made: list[Framed] = []

    def make(*arguments: object, **named: object) -> Framed:
        made.append(Framed(*arguments, **named))  # type: ignore[arg-type]
        return made[-1]

    yield make
    while made:
        made.pop().close()


def voted(statement: str) -> tuple[Command, ...]:
    position = Position(step=Step.VOTE, axis=AxisId(statement[:2]), statement=int(statement[3:]))
    return (
        commands.MoveTo(to=position),
        commands.OpenVote(subject=StatementSubject(statement=statement, number=1)),
        commands.CloseVote(ballots=RoleTallies(tally(1, 2, 3, 2, 1), tally(0, 0, 0, 1, 0))),
        commands.RevealVote(),
    )


def rows_of(made: Desk) -> dict[str, tuple[str, str]]:
    """Return per line of the programme its minutes and how far it is."""
    table = timetable(made.session, made.room.content.programme(made.session.setup.length))
    return {row.title: (row.minutes, row.done) for row in agenda_rows(made.room, NL, table)}


def big(made: Desk) -> str:
    """Return what the big button says now."""
    return next_words(made.room, NL, made.next, made.ballot, at_once=not made.counts_by_hand)


def test_the_programme_says_what_is_done_and_where_we_are() -> None:
    rows = rows_of(desk(at=Position(step=Step.ALREADY_DOING)))
    assert rows["Welkom"] == ("4 min", "done")
    assert rows["Dit doen we al"] == ("4 min", "now")
    assert rows["14 stellingen"] == ("14 min", "later")
    assert "Voorbereiden" not in rows
    assert "Terugkijken" not in rows
    assert "Leren heeft zin" not in rows


def test_the_axes_stand_in_the_programme_during_the_votes_only() -> None:
    made = desk(None, *voted("A1.1"), *voted("A1.2"), *voted("A2.1"))
    table = timetable(made.session, made.room.content.programme(60))
    axes = [row for row in agenda_rows(made.room, NL, table) if row.within]
    assert [row.number for row in axes] == list("1234567")
    assert [row.done for row in axes[:3]] == ["done", "now", "later"]
    assert [row.balls for row in axes[:3]] == [(True, True), (True, False), (False, False)]
    assert axes[1].to == Position(step=Step.VOTE, axis=AxisId.A2, statement=2)
    assert "1 van 2" in axes[1].spoken


def test_a_follow_up_looks_back_in_its_programme() -> None:
    assert "Terugkijken" in rows_of(desk(earlier=EARLIER))


@pytest.mark.parametrize(
    ("staff", "length", "title"),
    [(9, 45, "7 stellingen"), (3, 90, "21 stellingen"), (1, 60, "7 punten")],
)
def test_the_votes_are_counted_as_they_are_led(staff: int, length: int, title: str) -> None:
    assert title in rows_of(desk(setup(staff=staff, length=length)))


def test_the_big_button_says_what_comes_next() -> None:
    made = desk(at=FIRST)
    assert big(made) == "Open de stemming"
    made.set_ballot(Ballot.SHOW_OF_HANDS)
    assert big(made) == "Begin met handen omhoog"
    made.set_ballot(Ballot.SECRET)
    made.advance()
    assert big(made) == "Sluit de stemming"
    made.advance()
    assert big(made) == "Toon de uitslag"
    made = desk(None, *voted("A1.1"))
    assert big(made) == "Toon de eigenaar"
    made.advance()
    assert big(made) == "Stelling 2 van 14"
    made = desk(setup(owner_apart=False), *voted("A1.1"), *voted("A1.2"))
    assert big(made) == "Toon de uitslag van ‘Leren heeft zin’"
    made.advance()
    assert big(made) == "Stelling 3 van 14"


def test_mode_open_goes_from_point_to_point() -> None:
    made = desk(setup(staff=1), at=FIRST)
    assert big(made) == "Naar punt 2 van 7"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_step_and_every_act_has_words(language: str) -> None:
    texts = catalogue(language)
    made = desk(at=FIRST)
    steps = [Next(act=Act.GO_ON, to=Position(step=step)) for step in Step]
    acts = [Next(act=act) for act in Act if act is not Act.GO_ON]
    for wanted in (*steps, *acts):
        for at_once in (False, True):
            assert next_words(made.room, texts, wanted, Ballot.SECRET, at_once=at_once)


def test_only_keys_that_work_now_are_hinted() -> None:
    offered = (Intent.PAUSE, Intent.NOTE, Intent.LEAVE, Intent.BLANK)
    wanted = (Intent.NOTE, Intent.SKIP, Intent.LEAVE, Intent.BLANK)
    free = hints(NL, wanted, offered, {})
    assert [one.key for one in free] == ["M", "B", "F1"]
    busy = hints(NL, wanted, offered, {}, typing=True)
    assert [one.key for one in busy] == ["Esc", "Ctrl B", "F1"]


def test_digits_are_hinted_as_one() -> None:
    offered = (Intent.DIGIT_1, Intent.DIGIT_2, Intent.DIGIT_3)
    found = hints(NL, (Intent.DIGIT_1, Intent.DIGIT_2), offered, {Intent.DIGIT_1: "kies"})
    assert found[0] == Hint(key="1–3", words="kies")
    assert len(found) == 2


def test_keys_have_the_words_that_stand_on_them() -> None:
    assert key_words(NL, "Ctrl+Return") == "Ctrl Enter"
    assert key_words(NL, "Ctrl++") == "Ctrl +"
    assert key_words(NL, "+") == "+"
    assert keycap(NL, Intent.NEXT) == "Spatie"
    assert keycap(NL, Intent.NEXT, typing=True) == "Ctrl Enter"
    assert keycap(NL, Intent.PAUSE, typing=True) == ""


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_key_has_words(language: str, framed: Frames) -> None:
    made = framed(desk(language=language))
    assert made.frame.offers().keys() >= {Intent.NEXT, Intent.BACK, Intent.UNDO, Intent.HELP}
    view = help_view(catalogue(language), tuple(Intent), {})
    assert all(line.words and line.keys for part in view.parts for line in part.lines)


def test_time_is_given_to_a_vote_a_talk_and_a_step() -> None:
    made = desk(setup(owner_apart=False), *voted("A1.1"), *voted("A1.2"))
    table = timetable(made.session, made.room.content.programme(60))
    assert stretch_of(made.room, table) is None
    made.advance()
    talk = stretch_of(made.room, table)
    assert talk is not None
    assert (talk.kind, talk.seconds) == ("talk", 45)
    made.jump(Position(step=Step.RADAR))
    step = stretch_of(made.room, table)
    assert step is not None
    assert (step.kind, step.seconds) == ("step", 480)


def test_an_open_vote_gives_the_room_its_time_and_never_closes(framed: Frames) -> None:
    made = framed(desk(at=FIRST))
    made.desk.advance()
    made.wait(7)
    assert made.desk.stage.seconds_left == 31
    made.wait(600)
    assert made.desk.stage.seconds_left == 0
    assert made.desk.session.round is not None
    assert not made.desk.session.round.closed
    made.frame.offers()[Intent.MORE_TIME]()
    assert made.desk.stage.seconds_left == 30
    made.frame.offers()[Intent.PAUSE]()
    made.wait(20)
    assert made.desk.stage.seconds_left == 30
    made.desk.stop_vote()
    assert made.desk.stage.seconds_left is None


def test_slips_are_counted_after_the_close_and_not_before(framed: Frames) -> None:
    made = framed(desk(at=FIRST))
    made.desk.advance()
    assert not card_of(made).isVisible()
    made.desk.advance()
    slips = made.desk.slips
    assert isinstance(slips, StatementSlips)
    made.desk.set_slips(slips.added(3).added(4))
    assert card_of(made).accessibleName() == "2 van de 10 geteld"
    assert "ziet hoe de briefjes liggen" in made.words()


def card_of(made: Framed) -> CounterCard:
    return made.frame.view.findChildren(CounterCard)[0]


def test_of_an_open_vote_only_a_count_is_seen() -> None:
    made = desk(at=FIRST, wanted=setup(phones=10))
    made.advance()
    made.set_stage(counted=Counted(0, 10))
    view = side_view(made.room, NL, theme="light", stretch=None, seconds_left=None, paused=False)
    assert view.counter == CounterView(number="0 van de 10", words="gestemd")
    assert "pas bij het tonen" in view.secret


def test_time_is_told_in_words(framed: Frames) -> None:
    made = framed(desk(at=Position(step=Step.QUESTION)))
    made.wait(5 * 60)
    assert "op schema" in made.words()
    assert "55 min over" in made.words()
    assert "klaar om 12:55" in made.words()
    made.wait(6 * 60)
    assert "4 min achter" in made.words()
    made.frame.offers()[Intent.PAUSE]()
    assert "tijd staat stil" in made.words()
    made.frame.offers()[Intent.PAUSE]()
    made.desk.jump(Position(step=Step.RADAR))
    assert "14 min voor" in made.words()


def test_the_preview_is_the_page_of_the_room(framed: Frames) -> None:
    made = framed(desk(at=Position(step=Step.QUESTION)))
    shown = made.frame.view.findChildren(QWidget)
    named = [one.accessibleName() for one in shown]
    assert any("elektrische auto's" in name for name in named)
    made.desk.toggle_blank()
    assert "Beamer leeg" in made.words()
    assert "Scherm weer aan" in made.words()


def test_a_line_of_the_programme_leads_there(framed: Frames) -> None:
    made = framed(desk(at=Position(step=Step.WELCOME)))
    lines = made.frame.view.agenda.findChildren(RowLine)
    radar = next(one for one in lines if one.view.title == "Onze radar")
    radar.click()
    assert made.desk.session.position.step is Step.RADAR
    now = [one for one in lines if one.view.done == "now"]
    assert now == [radar]


def test_arrows_and_enter_lead_through_the_programme(framed: Frames) -> None:
    made = framed(desk(at=Position(step=Step.WELCOME)))
    first = made.frame.view.agenda.findChildren(RowLine)[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    second = made.window.focusWidget()
    assert isinstance(second, RowLine)
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert made.desk.session.position.step is Step.QUESTION


def test_tab_goes_from_top_to_bottom_as_one_reads(framed: Frames) -> None:
    made = framed(desk(at=Position(step=Step.QUESTION)))
    made.window.setFocus()
    names: list[str] = []
    for _ in range(30):
        focus = made.window.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = made.window.focusWidget()
        assert focus is not None
        names.append(focus.accessibleName())
        if names[-1].startswith("Naar"):
            break
    order = ["Instellingen", "Scherm leeg", "Onze vraag, 3 min, hier zijn we", "Onze vraag"]
    order += ["Typ een paar woorden en druk op Enter", "Pauze: de tijd staat even stil", "Terug"]
    assert [name for name in names if name in order] == order, names
    assert names[-1] == "Naar ‘Dit doen we al’"


def test_the_hints_follow_the_keyboard(framed: Frames, qtbot: QtBot) -> None:
    made = framed(desk(at=Position(step=Step.QUESTION)))
    with qtbot.waitActive(made.window):
        made.window.activateWindow()
    assert isinstance(made.window.focusWidget(), QLineEdit)
    assert "uit het veld" in made.words()
    made.frame.offers()[Intent.LEAVE]()
    assert not isinstance(made.window.focusWidget(), QLineEdit)
    assert "uit het veld" not in made.words()
    assert "notitie" in made.words()


def test_closing_says_once_that_a_vote_is_open(framed: Frames) -> None:
    made = framed(desk(at=FIRST))
    assert made.frame.may_close()
    made.desk.advance()
    assert not made.window.close()
    notice = made.window.notice()
    assert notice is not None
    assert "nog een stemming" in notice.text
    assert made.frame.may_close()


class WholePage(PlainPage):
    """A page between the bars, with a big button of its own."""

    whole = True
    big = "Print 10 keer"
    note = "Kijk eerst"
    reason = None


def test_a_page_may_have_its_own_big_button(framed: Frames) -> None:
    page = WholePage("print")
    made = framed(desk(at=Position(step=Step.PRINT)), pages={Step.PRINT: page})
    assert made.window.page() is page.widget
    assert "Print 10 keer" in made.words()
    assert "Kijk eerst" in made.words()
    made.desk.go_back()
    assert made.window.page() is made.frame.view


class WaitingPage(PlainPage):
    reason = "Eerst nog tellen"


def test_a_button_with_a_reason_is_not_pressed_by_a_key_either(framed: Frames) -> None:
    made = framed(desk(at=FIRST), pages={Step.VOTE: WaitingPage("vote")})
    made.frame.offers()[Intent.NEXT]()
    assert made.desk.session.round is None
    notice = made.window.notice()
    assert notice is not None
    assert notice.text == "Eerst nog tellen"


def test_a_finished_session_is_left_alone(framed: Frames) -> None:
    made = framed(desk(at=Position(step=Step.CLOSE)))
    made.desk.advance()
    assert not made.desk.is_live
    made.wait(5)
    made.frame.refresh()


def test_a_page_that_is_out_of_sight_is_not_refreshed(framed: Frames) -> None:
    made = framed(desk(at=FIRST))
    before = made.plain.refreshed
    made.desk.jump(Position(step=Step.WELCOME))
    made.desk.toggle_blank()
    assert made.plain.refreshed == before


def test_after_leaving_nothing_is_followed(framed: Frames) -> None:
    made = framed(desk(at=FIRST))
    before = made.plain.refreshed
    made.frame.leave()
    made.desk.toggle_blank()
    made.wait(5)
    assert made.plain.refreshed == before


def test_closing_takes_the_session_out_of_the_window(framed: Frames) -> None:
    page = WholePage("print")
    made = framed(desk(at=Position(step=Step.PRINT)), pages={Step.PRINT: page})
    made.frame.close()
    assert made.window.page() is None
    assert page.widget.parent() is None


@pytest.mark.parametrize(
    "wanted", [setup(), setup(staff=3), setup(staff=1), setup(staff=49), setup(owners=0)]
)
def test_every_step_stands_in_the_frame(framed: Frames, wanted: Setup) -> None:
    made = framed(desk(wanted), size=(1280, 720))
    for step in Step:
        if step is Step.REVIEW:
            continue
        votes = step is Step.VOTE
        position = Position(step=step, axis=AXES[0], statement=1) if votes else Position(step=step)
        assert made.desk.jump(position)
        assert made.frame.page is not None
