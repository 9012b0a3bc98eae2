"""A day as people type it, or picked from the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from resources.catalogue import catalogue
from tests.widgets.control_window import focused, pops_up, press, shown, write
from widgets.controls.button import Button
from widgets.controls.calendar import Calendar
from widgets.controls.date_field import DateField
from widgets.controls.day_words import read_day
from widgets.look import Look

TODAY = date(2026, 11, 11)
"""A Wednesday."""
MEANT = {
    "vr": date(2026, 11, 13),
    "Vrijdag": date(2026, 11, 13),
    "wo": date(2026, 11, 18),
    "+7": date(2026, 11, 18),
    "+ 120": date(2027, 3, 11),
    "12-3": date(2027, 3, 12),
    "12/3": date(2027, 3, 12),
    "12 maart": date(2027, 3, 12),
    "12 mrt.": date(2027, 3, 12),
    "ma 17 nov": date(2026, 11, 17),
    "17 nov 26": date(2026, 11, 17),
    "1-10": date(2026, 10, 1),
    "1-9": date(2027, 9, 1),
    "12-3-2028": date(2028, 3, 12),
    "donderdag 12 maart 2026": date(2026, 3, 12),
    "2027-03-12": date(2027, 3, 12),
    "29 februari 2028": date(2028, 2, 29),
}


@pytest.mark.parametrize(("text", "day"), MEANT.items(), ids=list(MEANT))
def test_what_people_type_for_a_day(text: str, day: date) -> None:
    assert read_day(text, TODAY, "nl") == day


def test_english_days() -> None:
    for text in ("Fri", "friday", "13 November", "November 13", "Nov 13, 2026"):
        assert read_day(text, TODAY, "en") == date(2026, 11, 13), text


@pytest.mark.parametrize(
    "text", ["", "x", "31-2", "12", "12 x", "0-0", "-7", "+", "1-2-3-4", "30 februari 2027", "²-3"]
)
def test_what_is_no_day(text: str) -> None:
    assert read_day(text, TODAY, "nl") is None


@given(st.text(max_size=30))
def test_no_text_is_too_strange(text: str) -> None:
    assert isinstance(read_day(text, TODAY, "nl"), date | None)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 1, 1)))
def test_a_day_that_is_written_out_is_read_back(day: date) -> None:
    for language in ("nl", "en"):
        words = catalogue(language)
        assert read_day(words.weekday(day), None, language) == day
        assert read_day(words.day(day), None, language) == day


def test_without_today_only_a_whole_date_is_a_day() -> None:
    assert read_day("12 maart 2027", None, "nl") == date(2027, 3, 12)
    assert [read_day(text, None, "nl") for text in ("vr", "+7", "12-3")] == [None, None, None]


@pytest.fixture
def field() -> DateField:
    made = DateField("We kijken terug op", catalogue("nl"))
    made.set_today(TODAY)
    return made


def told(field: DateField) -> list[object]:
    days: list[object] = []
    field.committed.connect(days.append)
    return days


def text_of(field: DateField) -> str:
    (edit,) = field.findChildren(QLineEdit)
    return edit.text()


def test_a_typed_day_is_committed_and_written_out(qtbot: QtBot, field: DateField) -> None:
    days = told(field)
    window = shown(qtbot, field)
    window.resize(400, 200)
    field.take_focus()
    write("12 maart")
    assert days == []
    press(Qt.Key.Key_Return)
    assert days == [date(2027, 3, 12)]
    assert text_of(field) == "vrijdag 12 maart 2027"
    press(Qt.Key.Key_Return)
    assert days == [date(2027, 3, 12)]


def test_where_there_is_little_room_the_day_is_short(qtbot: QtBot, field: DateField) -> None:
    window = shown(qtbot, field, look=Look(scale=2.0))
    field.set_value(date(2027, 3, 12))
    window.resize(window.minimumSizeHint())
    QApplication.processEvents()
    assert text_of(field) == "vr 12 mrt"
    window.resize(900, 300)
    QApplication.processEvents()
    assert text_of(field) == "vrijdag 12 maart 2027"


@pytest.mark.parametrize(("word", "day"), [("vandaag", 11), ("Morgen", 12)])
def test_today_and_tomorrow(qtbot: QtBot, field: DateField, word: str, day: int) -> None:
    days = told(field)
    shown(qtbot, field, Button("Verder"))
    field.take_focus()
    write(word)
    press(Qt.Key.Key_Tab)
    assert days == [date(2026, 11, day)]


def test_no_day_stays_and_says_so(qtbot: QtBot, field: DateField) -> None:
    field.set_value(TODAY)
    days = told(field)
    shown(qtbot, field, Button("Verder"))
    field.take_focus()
    write("ooit")
    press(Qt.Key.Key_Tab)
    assert days == []
    assert field.error() == "Dit is geen dag. Typ bijvoorbeeld: 12 maart."
    field.set_value(TODAY)
    assert text_of(field) == "ooit"
    field.take_focus()
    write("+1")
    press(Qt.Key.Key_Return)
    assert days == [date(2026, 11, 12)]
    assert field.error() == ""


def test_a_day_out_of_range_is_refused_with_the_limit(qtbot: QtBot, field: DateField) -> None:
    field.set_range(TODAY, date(2027, 11, 11))
    days = told(field)
    shown(qtbot, field)
    field.take_focus()
    write("10-11-2026")
    press(Qt.Key.Key_Return)
    assert field.error() == "Kies een dag vanaf woensdag 11 november 2026."
    field.take_focus()
    write("12-11-2027")
    press(Qt.Key.Key_Return)
    assert field.error() == "Kies een dag tot en met donderdag 11 november 2027."
    assert days == []


def test_an_empty_field_is_no_day(qtbot: QtBot, field: DateField) -> None:
    field.set_value(TODAY)
    days = told(field)
    shown(qtbot, field)
    field.take_focus()
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Return)
    assert days == [None]
    assert field.value() is None


def test_a_day_is_committed_when_its_window_goes(qtbot: QtBot, field: DateField) -> None:
    days = told(field)
    window = shown(qtbot, field)
    field.take_focus()
    write("vr")
    window.close()
    assert days == [date(2026, 11, 13)]


def test_a_day_from_the_program_says_nothing_and_waits_for_typing(
    qtbot: QtBot, field: DateField
) -> None:
    shown(qtbot, field)
    with qtbot.assertNotEmitted(field.committed):
        field.set_value(TODAY)
        field.take_focus()
        write("vr")
        field.set_value(date(2026, 12, 1))
        assert text_of(field) == "vr"


def opened(field: DateField) -> Calendar:
    field.take_focus()
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, Calendar)
    return popup


@pops_up
def test_the_calendar_with_the_keyboard(qtbot: QtBot, field: DateField) -> None:
    days = told(field)
    shown(qtbot, field)
    calendar = opened(field)
    assert focused().accessibleName() == "woensdag 11 november 2026"
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_PageDown):
        press(key)
    assert focused().accessibleName() == "zaterdag 19 december 2026"
    press(Qt.Key.Key_PageUp)
    press(Qt.Key.Key_Return)
    assert days == [date(2026, 11, 19)]
    assert not calendar.isVisible()


@pops_up
def test_a_click_in_the_calendar(qtbot: QtBot, field: DateField) -> None:
    field.set_value(date(2026, 11, 20))
    days = told(field)
    shown(qtbot, field)
    calendar = opened(field)
    day = next(
        one
        for one in calendar.findChildren(QWidget)
        if one.accessibleName() == "dinsdag 24 november 2026"
    )
    QTest.mouseClick(day, Qt.MouseButton.LeftButton)
    assert days == [date(2026, 11, 24)]


@pops_up
def test_escape_leaves_the_calendar_and_the_day_as_it_was(qtbot: QtBot, field: DateField) -> None:
    days = told(field)
    shown(qtbot, field)
    calendar = opened(field)
    press(Qt.Key.Key_Escape)
    assert not calendar.isVisible()
    assert days == []


@pops_up
def test_the_calendar_keeps_to_the_range(qtbot: QtBot, field: DateField) -> None:
    field.set_range(TODAY, date(2026, 11, 20))
    days = told(field)
    shown(qtbot, field)
    opened(field)
    for _ in range(3):
        press(Qt.Key.Key_Up)
    assert focused().accessibleName() == "woensdag 11 november 2026"
    press(Qt.Key.Key_PageDown)
    press(Qt.Key.Key_Return)
    assert days == [date(2026, 11, 20)]
