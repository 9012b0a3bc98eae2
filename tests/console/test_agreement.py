"""Writing the agreement: by keyboard only, kept at once, and never stopped by what is missing."""

import datetime
from typing import Protocol

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.console import agreement as module
from app.console.agreement import AgreementPage
from app.desk import Desk
from app.keys import Intent
from app.presenters.console.agreement import Editing, agreement_view, names_of
from app.presenters.console.agreement_edit import (
    IfThen,
    NotReadableError,
    composed,
    proposed_follow_up,
    read_number,
    read_time,
    split,
)
from resources.catalogue import catalogue
from tests.console.desks import desk
from tests.console.pages import in_hand, press, shown, tab, write
from tests.core.builders import DAY, content, setup
from widgets.console.agreement_side import AgreementSide
from widgets.console.views_agreement import Part, Place
from widgets.controls.ask import Question
from workshop_flows import commands
from workshop_flows.agreement import prefilled
from workshop_flows.setup import Setup
from workshop_flows.state import Draft, Position
from workshop_flows.views import Afspraak
from workshop_flows.vocabulary import AxisId, Step

AT = Position(step=Step.AGREEMENT)
ENTER = Qt.Key.Key_Return
TEXTS = (
    Part.TITLE,
    Part.WHO,
    Part.FIRST_STEP,
    Part.EVIDENCE,
    Part.RESULT,
    Part.YIELDS,
    Part.MAATJE,
    Part.WHEN,
    Part.PAID_BY,
    Part.NEEDS,
)
FILLED = Afspraak(
    title="Elke donderdag samen leren",
    axis=AxisId.G2,
    who="Youssef",
    first_step="Kees zet het in de planning.",
    first_step_date=DAY + datetime.timedelta(days=2),
    hours=10,
    euros=0,
    evidence="Iedereen zet een hybride veilig uit.",
)


def led(
    *afspraken: Afspraak, wanted: Setup | None = None, language: str = "nl", **rest: object
) -> Desk:
    draft = replace(Draft(afspraken=afspraken), **rest)
    change = commands.ChangeAgreement(draft=draft)
    return desk(wanted, change, at=AT, language=language)


class Opened(Protocol):
    def __call__(self, led_by: Desk, place: Place | None = None) -> AgreementPage: ...


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    """Show the page as the console does when the session comes to it."""
    windows: list[QWidget] = []

    def open_page(led_by: Desk, place: Place | None = None) -> AgreementPage:
        page = AgreementPage(led_by)
        windows.append(shown(qtbot, led_by, page))
        page.setParent(windows[-1])
        page.start()
        if place is not None:
            page.go_to(place)
        return page

    return open_page


def at(part: Part, number: int = 1) -> Place:
    return Place(part=part, afspraak=number)


def first(led_by: Desk) -> Afspraak:
    return led_by.session.draft.afspraken[0]


def text_in_hand() -> str:
    field = in_hand()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    assert isinstance(field, QLineEdit)
    return field.text()


def words_seen(page: AgreementPage) -> str:
    """Return all that the page says with labels and read-out names."""
    seen: list[str] = []
    for top in (page.widget, page.side):
        for one in top.findChildren(QWidget):
            if one.isVisible():
                text = getattr(one, "text", None)
                seen.append(text() if callable(text) else "")
                seen.append(one.accessibleName())
    return "\n".join(seen)


def checks(page: AgreementPage) -> list[str]:
    """Return the lines of 'Compleet?' that can be pressed."""
    return [
        one.accessibleName() for one in page.side.findChildren(QAbstractButton) if one.isVisible()
    ]


def test_a_whole_agreement_is_written_with_the_keyboard_alone(opened: Opened) -> None:
    led_by = led()
    page = opened(led_by)
    press(ENTER)
    write("Elke week een uur samen leren")
    for text in ("Youssef", "10", "1,50", "Kees zet het in de planning.", "+2"):
        press(ENTER)
        write(text)
    while not isinstance(in_hand(), QPlainTextEdit):
        tab()
    write("Iedereen zet een hybride veilig uit.")
    tab()
    made = first(led_by)
    assert made.title == "Elke week een uur samen leren"
    assert (made.who, made.hours, made.euros) == ("Youssef", 10, 1.5)
    assert made.first_step == "Kees zet het in de planning."
    assert made.first_step_date == DAY + datetime.timedelta(days=2)
    assert made.evidence == "Iedereen zet een hybride veilig uit."
    page.go_to(Place(part=Part.FOLLOW_UP))
    write("12 maart")
    tab()
    page.go_to(Place(part=Part.KEEPER))
    write("Anouk")
    tab()
    assert led_by.session.draft.follow_up == datetime.date(2027, 3, 12)
    assert led_by.session.draft.keeper == "Anouk"
    assert led_by.room.report.agreement.missing == ()
    assert page.note == ""
    assert checks(page) == []


@pytest.mark.parametrize("part", TEXTS)
def test_every_text_can_be_changed_and_taken_back(opened: Opened, part: Part) -> None:
    led_by = led(FILLED)
    before = getattr(FILLED, part)
    page = opened(led_by, at(part))
    write("Zo zeggen wij het.")
    tab()
    assert getattr(first(led_by), part) == "Zo zeggen wij het."
    led_by.undo()
    assert getattr(first(led_by), part) == before
    page.go_to(at(part))
    assert text_in_hand() == (before or "")


@pytest.mark.parametrize("part", [Part.OWNER_PROMISE, Part.TEAM_PROMISE, Part.KEEPER])
def test_what_holds_for_all_can_be_changed(opened: Opened, part: Part) -> None:
    led_by = led(FILLED)
    opened(led_by, Place(part=part))
    write("Wij doen dit samen.")
    tab()
    assert getattr(led_by.session.draft, part) == "Wij doen dit samen."


def test_what_is_not_a_number_stays_in_its_field_and_nothing_changes(opened: Opened) -> None:
    led_by = led(FILLED)
    page = opened(led_by, at(Part.HOURS))
    write("veel")
    tab()
    assert first(led_by).hours == 10
    assert "Typ een getal, zoals 10 of 1,5." in words_seen(page)
    page.go_to(at(Part.HOURS))
    assert text_in_hand() == "veel"
    write("12")
    tab()
    assert first(led_by).hours == 12
    assert "Typ een getal" not in words_seen(page)


def test_what_could_not_be_written_stays_in_its_field_and_says_so(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    led_by = led(FILLED)
    page = opened(led_by, at(Part.WHO))
    monkeypatch.setattr(led_by, "do", lambda *_: False)
    write("Anouk")
    tab()
    assert first(led_by).who == "Youssef"
    assert "Dit is nog niet bewaard." in words_seen(page)
    page.go_to(at(Part.WHO))
    assert text_in_hand() == "Anouk"


def test_an_amount_that_is_too_large_is_refused_under_its_field(opened: Opened) -> None:
    led_by = led(FILLED)
    page = opened(led_by, at(Part.EUROS))
    write("99999999")
    tab()
    assert first(led_by).euros == 0
    assert "Dit getal kan niet." in words_seen(page)


def test_a_number_is_not_rewritten_under_ones_fingers(opened: Opened) -> None:
    led_by = led(FILLED)
    page = opened(led_by, at(Part.EUROS))
    write("1280")
    press(Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert first(led_by).euros == 1280
    assert text_in_hand() == "1280"
    page.go_to(at(Part.EUROS))
    page.leave()
    page.go_to(at(Part.EUROS))
    assert text_in_hand() == "1.280"


def test_an_emptied_title_stays_empty_while_someone_thinks(opened: Opened) -> None:
    action = content().action(26)
    assert action is not None
    led_by = led(prefilled(action, AxisId.G2))
    page = opened(led_by, at(Part.TITLE))
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    page.refresh()
    assert text_in_hand() == ""
    assert first(led_by).title == action.title


def test_a_pasted_line_break_becomes_a_space(opened: Opened) -> None:
    led_by = led(FILLED)
    opened(led_by, at(Part.EVIDENCE))
    field = in_hand()
    assert isinstance(field, QPlainTextEdit)
    field.selectAll()
    field.insertPlainText("Een\nfoto")
    tab()
    assert first(led_by).evidence == "Een foto"


def test_if_and_then_make_one_sentence_and_keep_what_is_typed(opened: Opened) -> None:
    led_by = led(FILLED)
    page = opened(led_by, at(Part.IF))
    write("het te druk is")
    tab()
    write("schuift het naar vrijdag.")
    press(ENTER)
    assert first(led_by).if_then == "Als het te druk is, dan schuift het naar vrijdag."
    page.go_to(at(Part.THEN))
    assert text_in_hand() == "schuift het naar vrijdag."


def test_an_obligatory_course_says_that_it_is_free_and_only_then(opened: Opened) -> None:
    led_by = led(replace(FILLED, obligatory=False))
    page = opened(led_by, at(Part.NEEDS))
    free = "Dan is de cursus gratis en in werktijd. Niemand betaalt iets terug."
    assert free not in words_seen(page)
    draft = replace(led_by.session.draft, afspraken=(replace(FILLED, obligatory=True),))
    led_by.do(commands.ChangeAgreement(draft=draft))
    assert free in words_seen(page)


def test_working_time_is_chosen_with_the_arrows(opened: Opened) -> None:
    led_by = led(replace(FILLED, working_time=False))
    page = opened(led_by, at(Part.MAATJE))
    tab()
    assert page.widget.isAncestorOf(in_hand())
    press(Qt.Key.Key_Left)
    assert first(led_by).working_time is True


def test_the_list_says_in_words_what_is_missing_and_leads_there(opened: Opened) -> None:
    lacking = replace(FILLED, hours=None)
    led_by = led(FILLED, lacking, replace(lacking, euros=None), keeper="Anouk")
    page = opened(led_by)
    assert checks(page) == ["Tijd en geld bij afspraak 2 en 3", "Terugkijkdag kiezen"]
    assert page.note == "Nog 2 punten in te vullen"
    line = page.side.findChildren(QAbstractButton)[0]
    line.setFocus()
    press(ENTER)
    write("8")
    tab()
    assert led_by.session.draft.afspraken[1].hours == 8
    assert checks(page)[0] == "Tijd en geld bij afspraak 3"


def test_it_begins_at_the_first_thing_that_is_missing(opened: Opened) -> None:
    led_by = led(FILLED, replace(FILLED, evidence=None))
    opened(led_by)
    write("Een foto op het bord.")
    tab()
    assert led_by.session.draft.afspraken[1].evidence == "Een foto op het bord."


def test_at_most_three_and_the_fourth_says_why(opened: Opened) -> None:
    led_by = led(FILLED, FILLED)
    page = opened(led_by)
    page.offers()[Intent.ADD]()
    assert len(led_by.session.draft.afspraken) == 3
    assert Intent.ADD not in page.offers()
    assert agreement_view(led_by.room, led_by.texts, Editing()).full == (
        "Maak hoogstens 3 afspraken."
    )


def test_a_new_one_begins_at_a_chosen_point_that_has_none(opened: Opened) -> None:
    led_by = led(FILLED)
    led_by.do(commands.ChooseFocus(axes=(AxisId.G2, AxisId.A4)))
    page = opened(led_by)
    page.offers()[Intent.ADD]()
    assert led_by.session.draft.afspraken[1].axis is AxisId.A4


def test_arrows_go_along_the_lines_and_alt_moves_the_afspraak(opened: Opened) -> None:
    second = replace(FILLED, title="Tweede")
    led_by = led(FILLED, second)
    page = opened(led_by)
    page.leave()
    press(Qt.Key.Key_Down)
    assert "Tweede" in in_hand().accessibleName()
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.title for one in led_by.session.draft.afspraken] == ["Tweede", FILLED.title]
    assert "Tweede" in in_hand().accessibleName()


def test_enter_opens_one_at_a_time_and_escape_closes_it(opened: Opened) -> None:
    led_by = led(FILLED, FILLED, follow_up=datetime.date(2027, 2, 10), keeper="Anouk")
    page = opened(led_by)
    assert Intent.LEAVE not in page.offers()
    press(ENTER)
    assert Intent.LEAVE in page.offers()
    press(Qt.Key.Key_Down)
    press(ENTER)
    fields = [one for one in page.widget.findChildren(QLineEdit) if one.isVisible()]
    assert "10" in [one.text() for one in fields]
    assert len([one for one in fields if one.text() == "Youssef"]) == 1
    page.offers()[Intent.LEAVE]()
    assert [one for one in page.widget.findChildren(QLineEdit) if one.text() == "Youssef"]
    assert not [
        one
        for one in page.widget.findChildren(QLineEdit)
        if one.isVisible() and one.text() == "Youssef"
    ]


@pytest.mark.parametrize(("answer", "left"), [("yes", 0), ("no", 1)])
def test_taking_a_filled_one_away_asks_first(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, answer: str, left: int
) -> None:
    asked: list[Question] = []

    def answered(parent: QWidget, question: Question) -> str:
        asked.append(question)
        return answer

    monkeypatch.setattr(module, "ask", answered)
    led_by = led(FILLED)
    page = opened(led_by, at(Part.TITLE))
    button(page, "Haal deze afspraak weg").click()
    assert len(led_by.session.draft.afspraken) == left
    assert FILLED.title in asked[0].text  # type: ignore[operator]
    led_by.undo()
    assert answer == "no" or len(led_by.session.draft.afspraken) == 1


def test_one_that_only_came_from_the_library_goes_without_a_question(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ask", lambda *_: pytest.fail("asked"))
    action = content().action(26)
    assert action is not None
    led_by = led(prefilled(action, AxisId.G2))
    page = opened(led_by, at(Part.TITLE))
    button(page, "Haal deze afspraak weg").click()
    assert led_by.session.draft.afspraken == ()


def test_a_word_that_the_team_does_not_know_gives_gentle_advice(opened: Opened) -> None:
    led_by = led(FILLED)
    page = opened(led_by, at(Part.RESULT))
    write("Onze leercultuur is beter")
    tab()
    assert first(led_by).result == "Onze leercultuur is beter"
    assert "Liever een ander woord dan ‘leercultuur’" in words_seen(page)


def test_the_day_to_look_back_is_proposed_and_taken_with_one_key(opened: Opened) -> None:
    led_by = led(FILLED)
    page = opened(led_by)
    button(page, "Kies wo 10 feb").click()
    assert led_by.session.draft.follow_up == datetime.date(2027, 2, 10)
    assert not any("Kies wo" in one.accessibleName() for one in buttons(page))


@pytest.mark.parametrize(
    ("typed", "kept"), [("15.30", "15:30"), ("9 uur", "09:00"), ("25:00", None), ("straks", None)]
)
def test_a_time_is_read_as_people_write_it(opened: Opened, typed: str, kept: str | None) -> None:
    led_by = led(FILLED, follow_up=datetime.date(2027, 2, 10))
    page = opened(led_by, Place(part=Part.FOLLOW_UP_TIME))
    write(typed)
    tab()
    assert led_by.session.draft.follow_up_time == kept
    assert ("Schrijf de tijd als 15:30." in words_seen(page)) == (kept is None)


def test_fifty_names_can_be_completed_and_everyone_comes_first() -> None:
    staff = tuple(f"Naam {number}" for number in range(1, 50))
    led_by = led(FILLED, wanted=setup(staff=49, names=staff, owner_names=("Marja de Wit",)))
    found = names_of(led_by.room)
    assert found[0] == "Iedereen"
    assert len(found) == 51
    assert found[-1] == "Marja de Wit"


@pytest.mark.parametrize("staff", [1, 3, 9])
def test_it_works_in_every_mode(opened: Opened, staff: int) -> None:
    led_by = led(wanted=setup(staff=staff, owner_apart=False))
    page = opened(led_by)
    press(ENTER)
    write("Samen kijken bij de buren")
    tab()
    assert first(led_by).title == "Samen kijken bij de buren"
    assert "concept" in words_seen(page)


def test_another_language_of_the_console_makes_the_page_anew(opened: Opened) -> None:
    led_by = led(FILLED)
    page = opened(led_by)
    led_by.set_texts(catalogue("en"))
    assert "The agreement" in words_seen(page)
    page.go_to(at(Part.EUROS))
    write("1,280.50")
    tab()
    assert first(led_by).euros == 1280.5


def test_the_side_panel_is_one_of_its_own(opened: Opened) -> None:
    page = opened(led())
    assert page.side.findChildren(AgreementSide)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("10", "nl", 10),
        ("1,5", "nl", 1.5),
        ("1.5", "nl", 1.5),
        ("1.280", "nl", 1280),
        ("€ 1.280,50", "nl", 1280.5),
        ("640,-", "nl", 640),
        ("1,280", "en", 1280),
        ("", "nl", None),
    ],
)
def test_amounts_are_read_as_they_are_written(
    text: str, language: str, value: float | None
) -> None:
    assert read_number(text, language) == value


@pytest.mark.parametrize("text", ["-1", "1,234", "1.2345", "tien", "1e3", "nan", "1,,5", "٣"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(NotReadableError):
        read_number(text, "nl")


@pytest.mark.parametrize(("text", "value"), [("", None), ("1530", "15:30"), ("8u", "08:00")])
def test_times_are_read(text: str, value: str | None) -> None:
    assert read_time(text) == value


TEMPLATE = "Als {condition}, dan {action}."


@pytest.mark.parametrize(
    ("condition", "action", "sentence"),
    [
        ("het druk is", "schuiven we", "Als het druk is, dan schuiven we."),
        ("het druk is", "", "Als het druk is"),
        ("", "Wij schuiven", "Wij schuiven"),
        ("", "", None),
    ],
)
def test_halves_and_sentence_say_the_same(
    condition: str, action: str, sentence: str | None
) -> None:
    halves = IfThen(condition=condition, action=action)
    assert composed(halves, TEMPLATE) == sentence
    assert split(sentence, TEMPLATE) == halves


@pytest.mark.parametrize("days", range(7))
def test_the_proposed_day_is_a_working_day_about_three_months_on(days: int) -> None:
    day = DAY + datetime.timedelta(days=days)
    found = proposed_follow_up(day)
    assert found.weekday() < 5
    assert 84 <= (found - day).days <= 98


def buttons(page: AgreementPage) -> list[QAbstractButton]:
    found = page.widget.findChildren(QAbstractButton)
    return [one for one in found if one.isVisible()]


def button(page: AgreementPage, name: str) -> QAbstractButton:
    return next(one for one in buttons(page) if one.accessibleName() == name)
