"""The talk after a vote, and the open conversation, led at the console."""

from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.keys import Intent
from app.presenters.console.vote_notes import names_in
from app.presenters.voting import vote_page
from resources.catalogue import catalogue
from tests.console.desks import desk
from tests.console.led_vote import (
    A1,
    A2,
    A3,
    DIVIDED,
    FOUR,
    NINE,
    Lead,
    at,
    led,
    shown_axis,
    voted,
)
from tests.core.builders import content, setup
from workshop_flows import commands
from workshop_flows.lead import Act, Reveal
from workshop_flows.projector import AxisPage, ResultPage, StatementPage
from workshop_flows.setup import Setup
from workshop_flows.state import TextList
from workshop_flows.vocabulary import Mode, Step


@pytest.fixture
def lead(qtbot: QtBot) -> Lead:
    return partial(led, qtbot)


# Talk


def test_the_question_on_the_projector_follows_the_key(lead: Lead) -> None:
    it = lead(shown_axis(DIVIDED, DIVIDED))
    page = vote_page(it.desk.room)
    assert isinstance(page, AxisPage)
    assert page.talk is not None
    short = page.talk.question
    it.press(Intent.DEEPER)
    page = vote_page(it.desk.room)
    assert isinstance(page, AxisPage)
    assert page.talk is not None
    assert page.talk.question != short
    talk = content().axis(A3).talk
    assert talk.divided.short in it.words()


def test_other_questions_come_only_from_what_is_shown(lead: Lead) -> None:
    it = lead(shown_axis(DIVIDED, DIVIDED, owner_apart=False))
    assert content().axis(A3).talk.owner_differs.short not in it.words()


def test_a_second_vote_is_offered_once_and_can_be_left(lead: Lead) -> None:
    it = lead(desk(setup(), *voted("A3.1", NINE), at=at(A3, 1)))
    it.press(Intent.REVOTE)
    assert "met dezelfde mensen" in it.words()
    it.press(Intent.LEAVE)
    assert isinstance(vote_page(it.desk.room), ResultPage)
    it.press(Intent.REVOTE, Intent.NEXT, Intent.NEXT)
    it.count(4, 4, 4, 4, 4, 4, 4, 4, 4)
    it.press(Intent.NEXT)
    assert "Vóór het gesprek 3,0" in it.words()
    assert Intent.REVOTE not in it.page.offers()


def test_a_pooled_second_vote_takes_the_whole_axis(lead: Lead) -> None:
    it = lead(shown_axis(FOUR, FOUR, axis=A1, staff=3))
    it.press(Intent.REVOTE)
    assert it.desk.session.position == at(A1, 1)
    assert "het hele punt" in it.words()


def test_a_stand_is_agreed_by_keys_and_taken_back_by_undo(lead: Lead) -> None:
    it = lead(shown_axis(NINE, NINE))
    it.press(Intent.STAND_UP, Intent.STAND_UP)
    assert it.desk.session.agreed_stand(A3) == 3.5
    assert "Samen afgesproken 3,5" in it.words()
    it.desk.undo()
    it.desk.set_stage(reveal=Reveal.AXIS)
    assert it.desk.session.agreed_stand(A3) == 3.0
    it.press(*[Intent.STAND_DOWN] * 9)
    assert it.desk.session.agreed_stand(A3) == 1.0


def test_no_stand_before_the_axis_is_shown(lead: Lead) -> None:
    it = lead(desk(setup(), *voted("A3.1", NINE), at=at(A3, 1)))
    assert Intent.STAND_UP not in it.page.offers()
    assert "bij de uitslag van het hele punt" in it.words()


def test_going_back_from_the_axis_shows_the_statement_again(lead: Lead) -> None:
    it = lead(shown_axis(NINE, NINE))
    it.desk.go_back()
    assert isinstance(vote_page(it.desk.room), ResultPage)
    assert content().statement("A3.2").staff in it.words()
    it.desk.go_back()
    assert content().statement("A3.1").staff in it.words()


def test_notes_are_kept_with_those_of_before(lead: Lead) -> None:
    quotes = commands.ChangeList(name=TextList.QUOTES, items=("een", "twee", "drie", "vier"))
    it = lead(desk(setup(), quotes, *voted("A3.1", NINE), at=at(A3, 1)))
    assert "En 1 eerdere" in it.words()
    notes = it.page.widget.notes()  # type: ignore[attr-defined]
    notes.editor.changed_to.emit(("twee", "drie", "vijf", "zes"))
    assert it.desk.session.quotes == ("een", "twee", "drie", "vijf", "zes")


def test_a_name_in_a_note_is_pointed_out_and_kept(lead: Lead) -> None:
    named = setup(names=("Kees van Dam",))
    note = commands.ChangeList(name=TextList.QUOTES, items=("Dat zei kees al.",))
    it = lead(desk(named, note, *voted("A3.1", NINE), at=at(A3, 1)))
    assert "Er staat een naam bij: Kees" in it.words()
    assert it.desk.session.quotes == ("Dat zei kees al.",)


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("Vraag het Kees.", ("Kees",)),
        ("KEES!", ("Kees",)),
        ("Keesje deed dat", ()),
        ("van de week", ()),
        ("Ali hielp Dam", ("Dam", "Ali")),
    ],
)
def test_names_are_found_as_whole_words(note: str, found: tuple[str, ...]) -> None:
    assert names_in((note,), ("Kees van Dam", "Ali")) == found


# The open conversation


@pytest.mark.parametrize("staff", [1, 2])
def test_the_open_conversation_offers_no_vote(lead: Lead, staff: int) -> None:
    it = lead(desk(setup(staff=staff), at=at(A2, 1)))
    words = it.words()
    for number in (1, 2):
        statement = content().statement(f"A2.{number}")
        assert statement.staff in words
        assert statement.owner in words
    assert "geheim" not in words.lower()
    assert "briefje" not in words
    assert it.desk.next.act is Act.GO_ON
    assert {Intent.STOP_VOTE, Intent.DIGIT_1, Intent.REVOTE}.isdisjoint(it.page.offers())


def test_the_open_conversation_ends_in_a_stand_or_is_skipped(lead: Lead) -> None:
    it = lead(desk(setup(staff=2), at=at(A2, 1)))
    it.press(Intent.STAND_UP, Intent.STAND_UP)
    assert it.desk.session.agreed_stand(A2) == 3.5
    assert "Tussen ‘Half-half’ en ‘Klopt bijna helemaal’" in it.words()
    it.page.widget.stand_chosen.emit(None)  # type: ignore[attr-defined]
    assert it.desk.session.agreed_stand(A2) is None
    it.press(Intent.SKIP)
    assert it.desk.session.position.axis is A3


# Every size of firm


@pytest.mark.parametrize("staff", [1, 2, 3, 8, 33, 49])
def test_every_statement_can_be_led_to_its_end(lead: Lead, staff: int) -> None:
    firm: Setup = setup(staff=staff, company="Van den Hoogenband " * 4, length=45)
    it = lead(desk(firm, at=at(A1, 1)))
    pages = set()
    for _ in range(60):
        if it.desk.session.position.step is not Step.VOTE:
            break
        pages.add(type(vote_page(it.desk.room)))
        current = it.desk.session.round
        if current is not None and current.closed:
            it.count(*[1 + n % 5 for n in range(staff)])
        assert it.page.hints()
        assert it.words()
        it.press(Intent.NEXT)
    assert it.desk.session.position.step is not Step.VOTE
    expected = {Mode.TEAM: 3, Mode.POOLED: 2, Mode.OPEN: 1}[it.desk.room.mode]
    assert len(pages) == expected
    assert StatementPage in pages or it.desk.room.mode is Mode.OPEN


def test_the_console_speaks_its_own_language_at_once(lead: Lead) -> None:
    it = lead(desk(setup(), *voted("A3.1", NINE), at=at(A3, 1)))
    it.desk.set_texts(catalogue("en"))
    assert "Notes" in it.words()
    assert "Notities" not in it.words()
    assert "Typ wat je hoort" not in "".join(it.everything())


def test_m_goes_to_the_notes_and_another_page_gives_the_keys_back(lead: Lead, qtbot: QtBot) -> None:
    it = lead(desk(setup(), *voted("A3.1", NINE), at=at(A3, 1)))
    with qtbot.waitExposed(it.window):
        it.window.show()
    it.press(Intent.NOTE)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    it.press(Intent.REVOTE)
    # No button may have the keyboard now: the space bar would press it.
    assert QApplication.focusWidget() in (None, it.window)


@pytest.mark.parametrize("staff", [2, 9])
def test_a_question_is_not_called_shown_when_the_agreed_stand_is(lead: Lead, staff: int) -> None:
    it = lead(shown_axis(NINE, NINE) if staff == 9 else desk(setup(staff=2), at=at(A2, 1)))
    assert "op de beamer" in it.words()
    it.press(Intent.STAND_UP)
    assert "op de beamer" not in it.words()
