"""The simple steps: what is typed is kept, and what is shown may be seen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.console.finished import FinishedPage, finished_view
from app.console.help import help_view
from app.keys import Intent
from app.presenters.console import steps
from app.presenters.room import Room
from resources.catalogue import Catalogue, catalogue
from tests.console.desks import desk
from tests.console.fitting import faults
from tests.console.framed import Framed
from tests.core.builders import setup, tally
from widgets.console.help_dialog import HelpDialog
from widgets.console.script_card import ScriptCard
from widgets.console.speech import Speech
from widgets.console.views_steps import StepView
from widgets.controls.segments import Segments
from widgets.look import Look
from workshop_flows import commands
from workshop_flows.agenda import statements_of
from workshop_flows.commands import Command, RoleTallies
from workshop_flows.state import Position, StatementSubject, TextList
from workshop_flows.vocabulary import AXES, Step

NL = catalogue("nl")
Frames = Callable[..., Framed]
TALKED = (Step.WELCOME, Step.QUESTION, Step.ALREADY_DOING, Step.RADAR, Step.WHO_STARTS, Step.CLOSE)


@pytest.fixture
def framed(qapp: object) -> Iterator[Frames]:
    made: list[Framed] = []

    def make(*arguments: object, **named: object) -> Framed:
        made.append(Framed(*arguments, **named))  # type: ignore[arg-type]
        return made[-1]

    yield make
    while made:
        made.pop().close()


def voted() -> tuple[Command, ...]:
    """Return a whole round of votes, the first axes high and the others low."""
    found: list[Command] = []
    for index, axis in enumerate(AXES):
        staff = tally(0, 0, 0, 4, 5) if index < 2 else tally(5, 4, 0, 0, 0)
        for number, statement in enumerate(statements_of(axis, 60), start=1):
            found += [
                commands.MoveTo(to=Position(step=Step.VOTE, axis=axis, statement=number)),
                commands.OpenVote(subject=StatementSubject(statement=statement, number=1)),
                commands.CloseVote(ballots=RoleTallies(staff, tally(0, 0, 0, 0, 1))),
                commands.RevealVote(),
                commands.RevealOwner(statement=statement, number=1),
            ]
    return tuple(found)


def pooled() -> tuple[Command, ...]:
    return tuple(
        one
        if not isinstance(one, commands.CloseVote)
        else commands.CloseVote(ballots=RoleTallies(tally(0, 2, 1, 0, 0), tally(0, 0, 0, 0, 1)))
        for one in voted()
        if not isinstance(one, commands.RevealOwner)
    )


def test_the_question_is_kept_in_the_words_of_the_group(framed: Frames) -> None:
    made = framed(desk(at=Position(step=Step.QUESTION)))
    page = made.frame.page
    assert page is not None
    field = page.widget.findChildren(QPlainTextEdit)[0]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "Hoe blijven wij bij?")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert made.desk.session.setup.question == "Hoe blijven wij bij?"
    made.frame.offers()[Intent.UNDO]()
    assert field.toPlainText() == setup().question


@pytest.mark.parametrize("language", ["nl", "en"])
def test_large_texts_leave_the_welcome_whole_while_phones_join(
    framed: Frames, language: str
) -> None:
    at = desk(setup(phones=10), at=Position(step=Step.WELCOME), language=language)
    made = framed(at, size=(1280, 720), look=Look(scale=1.5, reduced_motion=True))
    at.set_stage(address="192.168.4.1", people=3, phones=10)
    QApplication.processEvents()
    assert made.window.findChildren(Segments)[0].isVisible()
    assert faults(made.window) == []


def test_what_comes_is_typed_word_after_word(framed: Frames) -> None:
    made = framed(desk(at=Position(step=Step.QUESTION)))
    made.type("AI")
    made.type("elektrische auto's")
    assert made.desk.session.coming == ("AI", "elektrische auto's")


def test_what_they_do_already_is_typed_one_after_another(framed: Frames) -> None:
    made = framed(desk(at=Position(step=Step.ALREADY_DOING)))
    made.type("Afkijken bij Anouk")
    made.type("Vrijdag een storing navertellen")
    assert made.desk.session.already_doing[1] == "Vrijdag een storing navertellen"


def test_quotes_are_typed_beside_the_radar(framed: Frames) -> None:
    made = framed(desk(None, *voted(), at=Position(step=Step.RADAR)))
    made.frame.offers()[Intent.NOTE]()
    made.type("Ik leer het snelst door te doen.")
    assert made.desk.session.quotes == ("Ik leer het snelst door te doen.",)


def test_what_someone_types_is_not_disturbed_by_a_change(framed: Frames) -> None:
    made = framed(desk(at=Position(step=Step.ALREADY_DOING)))
    entry = made.window.focusWidget()
    assert entry is not None
    QTest.keyClicks(entry, "Afkij")
    made.desk.toggle_blank()
    made.wait(3)
    QTest.keyClicks(entry, "ken\r")
    assert made.desk.session.already_doing == ("Afkijken",)


def test_the_radar_is_told_in_words() -> None:
    view = steps.radar_view(desk(None, *voted()).room, NL)
    assert [one.title for one in view.sections] == [
        "Dit gaat goed",
        "Hier denken we verschillend over",
        "Dit kan nog een stap verder",
    ]
    assert [one.word for one in view.three] == ["Weten", "Willen", "Kunnen"]
    assert len(view.talks) == 2


def test_a_small_team_gets_no_number_of_the_radar() -> None:
    view = steps.radar_view(desk(setup(staff=3), *pooled()).room, NL)
    assert view.three == ()
    assert not any(digit in str(view.sections) for digit in "12345")
    assert view.talks


def test_who_starts_shows_stands_only_where_both_are_shown() -> None:
    both = steps.who_starts_view(desk(None, *voted()).room, NL)
    assert both.staff.stand
    assert both.owner.stand
    for made in (desk(setup(owner_apart=False), *pooled()), desk(setup(staff=3), *pooled())):
        neither = steps.who_starts_view(made.room, NL)
        assert (neither.staff.stand, neither.owner.stand) == ("", "")
        assert neither.staff.question != neither.owner.question


def test_who_starts_stays_when_the_projector_is_blank() -> None:
    made = desk(None, *voted(), at=Position(step=Step.WHO_STARTS))
    before = steps.who_starts_view(made.room, NL)
    made.toggle_blank()
    assert steps.who_starts_view(made.room, NL) == before


@pytest.mark.parametrize(("apart", "word"), [(True, "zei vooraf ja"), (False, "geen ja")])
def test_the_welcome_says_what_the_owner_said(apart: bool, word: str) -> None:
    facts = steps.welcome_view(desk(setup(owner_apart=apart)).room, NL).facts
    assert any(word in fact.text for fact in facts)


@pytest.mark.parametrize(("staff", "word"), [(3, "laag, midden of hoog"), (1, "niets geheim")])
def test_the_welcome_says_what_a_small_group_sees(staff: int, word: str) -> None:
    facts = steps.welcome_view(desk(setup(staff=staff)).room, NL).facts
    assert any(word in fact.text for fact in facts)
    assert not any("eigenaar zei" in fact.text for fact in facts)


def test_the_close_says_what_goes_and_what_stays() -> None:
    texts = " ".join(fact.text for fact in steps.close_view(desk().room, NL).facts)
    assert "alle getelde stemmen" in texts
    assert "concept" in texts
    opened = " ".join(fact.text for fact in steps.close_view(desk(setup(staff=1)).room, NL).facts)
    assert "stemmen, voor altijd" not in opened


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("staff", [1, 3, 9])
@pytest.mark.parametrize("step", TALKED)
def test_every_step_says_what_to_say(step: Step, staff: int, language: str) -> None:
    room, texts = desk(setup(staff=staff)).room, catalogue(language)
    view = shown(step, room, texts)
    assert view.say == room.content.guide(step).words(room.mode).say.strip()
    assert view.tips
    assert view.kicker


def shown(step: Step, room: Room, texts: Catalogue) -> StepView:
    match step:
        case Step.WELCOME:
            return steps.welcome_view(room, texts)
        case Step.QUESTION:
            return steps.question_view(room, texts).step
        case Step.ALREADY_DOING:
            return steps.already_doing_view(room, texts).step
        case Step.RADAR:
            return steps.radar_view(room, texts).step
        case Step.WHO_STARTS:
            return steps.who_starts_view(room, texts).step
        case _:
            return steps.close_view(room, texts)


def test_the_script_card_shows_mark_up_as_it_is(qapp: object) -> None:
    card = ScriptCard(NL)
    card.set_words("Kies <b>nu</b> & snel\nTweede alinea", ("Tip",), "Anders <i>gezegd</i>")
    said = card.findChildren(Speech)[0]
    assert said.words() == "Kies <b>nu</b> & snel\nTweede alinea"
    assert "&lt;b&gt;nu" in said.text()
    assert said.text().count("<p") == 2
    card.deleteLater()


def test_the_end_says_where_the_file_is() -> None:
    report = desk().room.report
    view = finished_view(report, Path("sessions") / "garage.leerradar", NL)
    assert "garage.leerradar" in view.place
    assert any("stemmen zijn weg" in fact.text for fact in view.facts)
    practised = finished_view(report, None, NL)
    assert practised.place == ""
    assert any("niets bewaard" in fact.text for fact in practised.facts)


def test_the_end_leads_back_to_the_start(qtbot: QtBot) -> None:
    page = FinishedPage(NL)
    qtbot.addWidget(page.widget)
    page.show_end(desk(setup(staff=1)).room.report, None)
    start = page.start()
    assert isinstance(start, QAbstractButton)
    with qtbot.waitSignal(page.start_asked):
        start.click()
    with qtbot.waitSignal(page.start_asked):
        page.offers()[Intent.NEXT]()


def test_the_keys_stand_in_a_window_that_enter_closes(qtbot: QtBot) -> None:
    dialog = HelpDialog(help_view(NL, (Intent.PAUSE, Intent.NEXT), {Intent.PAUSE: "even stil"}))
    qtbot.addWidget(dialog)
    dialog.show()
    words = [one.text() for one in dialog.findChildren(QLabel)]
    assert "even stil" in words
    assert words.index("even stil") < words.index("beamer aan of uit")
    focus = dialog.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert not dialog.isVisible()


@pytest.mark.parametrize("step", [Step.QUESTION, Step.ALREADY_DOING, Step.RADAR])
def test_a_page_changes_its_language_at_once(framed: Frames, step: Step) -> None:
    items = commands.ChangeList(name=TextList.COMING, items=("AI",))
    made = framed(desk(None, items, *voted(), at=Position(step=step)))
    made.desk.set_texts(catalogue("en"))
    QApplication.processEvents()
    words = made.words()
    for dutch in (
        "Typ ",
        "Wat komt er op ons",
        "Wat hoorde",
        "Zeg dit",
        "Neem hier",
        "Pauze",
        "Terug",
    ):
        assert dutch not in words
    assert "Say this" in words
    if step is Step.QUESTION:
        assert any(one.toPlainText() == "AI" for one in made.window.findChildren(QPlainTextEdit))


def test_a_full_list_leaves_the_keyboard_to_the_page(framed: Frames) -> None:
    full = commands.ChangeList(name=TextList.COMING, items=("AI",) * 20)
    made = framed(desk(None, full, at=Position(step=Step.QUESTION)))
    assert made.window.focusWidget() is made.window
