"""Choosing: a row, a list, a yes or no, a number."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QSpinBox
from pytestqt.qtbot import QtBot

from resources.catalogue import catalogue
from tests.widgets.control_window import colours_in, focused, picture, pops_up, press, shown, write
from widgets.controls.button import Button
from widgets.controls.check import Check
from widgets.controls.options import Option
from widgets.controls.segments import SegmentKind, Segments
from widgets.controls.select import Select
from widgets.controls.stepper import Stepper
from widgets.look import Look
from widgets.theme import colours

LENGTHS = [Option(key=number, text=f"{number} min", second="stellingen") for number in (45, 60, 90)]


def lengths() -> Segments:
    made = Segments("Hoe lang?")
    made.set_options(LENGTHS)
    return made


def chosen_by_a_person(control: Segments | Select) -> list[object]:
    keys: list[object] = []
    control.chosen.connect(keys.append)
    return keys


def part(segments: Segments, at: int) -> QAbstractButton:
    return segments.findChildren(QAbstractButton)[at]


def test_a_click_chooses(qtbot: QtBot) -> None:
    row = lengths()
    keys = chosen_by_a_person(row)
    shown(qtbot, row)
    QTest.mouseClick(part(row, 2), Qt.MouseButton.LeftButton)
    assert keys == [90]
    assert row.chosen_key() == 90


def test_tab_comes_to_the_chosen_one_arrows_move_and_tab_leaves(qtbot: QtBot) -> None:
    before, row, after = Button("Eerst"), lengths(), Button("Daarna")
    row.set_chosen(60)
    keys = chosen_by_a_person(row)
    shown(qtbot, before, row, after)
    before.setFocus()
    press(Qt.Key.Key_Tab)
    assert focused() is part(row, 1)
    press(Qt.Key.Key_Right)
    assert focused() is part(row, 2)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Left)
    assert keys == [90, 45, 90]
    press(Qt.Key.Key_Tab)
    assert focused() is after
    press(Qt.Key.Key_Backtab)
    assert focused() is part(row, 2)


def test_without_a_choice_space_takes_the_first(qtbot: QtBot) -> None:
    row = lengths()
    keys = chosen_by_a_person(row)
    shown(qtbot, row)
    row.setFocus()
    assert row.chosen_key() is None
    press(Qt.Key.Key_Space)
    assert keys == [45]


def test_a_choice_set_by_the_program_says_nothing_and_can_be_none(qtbot: QtBot) -> None:
    row = lengths()
    shown(qtbot, row)
    with qtbot.assertNotEmitted(row.chosen):
        row.set_chosen(60)
        assert row.chosen_key() == 60
        row.set_chosen(None)
        assert row.chosen_key() is None


def test_a_second_press_on_the_chosen_one_keeps_it(qtbot: QtBot) -> None:
    row = lengths()
    row.set_chosen(60)
    shown(qtbot, row)
    QTest.mouseClick(part(row, 1), Qt.MouseButton.LeftButton)
    assert row.chosen_key() == 60


def test_other_options_keep_the_choice_when_it_is_still_there(qtbot: QtBot) -> None:
    row = lengths()
    row.set_chosen(60)
    shown(qtbot, row)
    row.set_options(LENGTHS[1:])
    QApplication.processEvents()
    assert row.chosen_key() == 60
    assert len(row.findChildren(QAbstractButton)) == 2
    row.set_options(LENGTHS[2:])
    assert row.chosen_key() is None


@pytest.mark.parametrize("kind", SegmentKind)
def test_the_chosen_one_has_its_colour(qtbot: QtBot, kind: SegmentKind) -> None:
    row = Segments("Gelukt?", kind=kind)
    row.set_options([Option(key=True, text="gelukt", icon="check-circle")])
    shown(qtbot, row)
    fill = getattr(colours("light"), kind.value[0]).upper()
    assert fill not in colours_in(picture(row))
    row.set_chosen(True)
    assert fill in colours_in(picture(row))


def test_a_segment_is_read_out_as_one_of_a_row(qtbot: QtBot) -> None:
    row = lengths()
    row.set_chosen(60)
    shown(qtbot, row)
    read = QAccessible.queryAccessibleInterface(part(row, 1))
    assert read.role() == QAccessible.Role.RadioButton
    assert read.text(QAccessible.Text.Name) == "60 min"
    assert "Hoe lang?" in read.text(QAccessible.Text.Description)
    assert read.state().checked


def trades() -> Select:
    made = Select("Wat doet het bedrijf?", placeholder="Kies")
    made.set_options([Option(key=number, text=f"Bedrijf {number}") for number in range(3)])
    return made


@pops_up
def test_a_list_is_opened_and_chosen_from_with_the_keyboard(qtbot: QtBot) -> None:
    select = trades()
    keys = chosen_by_a_person(select)
    shown(qtbot, select)
    select.take_focus()
    (combo,) = select.findChildren(QComboBox)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(combo.view().isVisible)
    QTest.keyClick(combo.view(), Qt.Key.Key_Down)
    QTest.keyClick(combo.view(), Qt.Key.Key_Return)
    assert keys == [1]
    assert select.chosen_key() == 1


def test_a_list_shows_what_the_program_chooses_and_says_nothing(qtbot: QtBot) -> None:
    select = trades()
    shown(qtbot, select)
    with qtbot.assertNotEmitted(select.chosen):
        select.set_chosen(2)
        assert select.chosen_key() == 2
        select.set_chosen("unknown")
        assert select.chosen_key() is None


def test_a_list_is_read_out_with_its_label(qtbot: QtBot) -> None:
    select = trades()
    shown(qtbot, select)
    (combo,) = select.findChildren(QComboBox)
    read = QAccessible.queryAccessibleInterface(combo)
    assert read.role() == QAccessible.Role.ComboBox
    assert read.text(QAccessible.Text.Name) == "Wat doet het bedrijf?"


@pops_up
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_list_that_pops_up_has_the_look_of_its_window(qtbot: QtBot, theme: str) -> None:
    select = trades()
    shown(qtbot, select, look=Look(theme=theme))
    (combo,) = select.findChildren(QComboBox)
    combo.showPopup()
    qtbot.waitUntil(combo.view().isVisible)
    seen = colours_in(picture(combo.view()))
    combo.hidePopup()
    assert {colours(theme).surface.upper(), colours(theme).primary.upper()} <= seen


def test_the_wheel_passes_over_a_list_and_a_number(qtbot: QtBot) -> None:
    select, stepper = trades(), Stepper("Mensen", lowest=0, highest=9, words=catalogue("nl"))
    select.set_chosen(1)
    stepper.set_value(4)
    shown(qtbot, select, stepper)
    for inner in (*select.findChildren(QComboBox), *stepper.findChildren(QSpinBox)):
        inner.setFocus()
        QApplication.sendEvent(inner, _wheel())
    assert select.chosen_key() == 1
    assert stepper.value() == 4


def _wheel() -> QWheelEvent:
    return QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def test_a_check_by_mouse_and_keyboard(qtbot: QtBot) -> None:
    check = Check("Stemkaarten", second="5 per persoon")
    said: list[bool] = []
    check.toggled_to.connect(said.append)
    shown(qtbot, check)
    QTest.mouseClick(check, Qt.MouseButton.LeftButton)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    assert said == [True, False, True]


def test_a_check_set_by_the_program_says_nothing_and_is_seen(qtbot: QtBot) -> None:
    check = Check("Stemkaarten")
    shown(qtbot, check)
    with qtbot.assertNotEmitted(check.toggled_to):
        check.set_checked_to(checked=True)
    assert check.isChecked()
    assert colours("light").primary.upper() in colours_in(picture(check))


def test_a_check_is_read_out_with_both_lines(qtbot: QtBot) -> None:
    check = Check("Marja zei ja", second="Zonder ja tellen team en eigenaar samen.")
    shown(qtbot, check)
    read = QAccessible.queryAccessibleInterface(check)
    assert read.role() == QAccessible.Role.CheckBox
    assert read.text(QAccessible.Text.Name) == "Marja zei ja"
    assert read.text(QAccessible.Text.Description) == "Zonder ja tellen team en eigenaar samen."


def test_a_check_wraps_its_words(qtbot: QtBot) -> None:
    check = Check("Marja zei vooraf ja, op 4 november. " * 3)
    shown(qtbot, check)
    assert check.heightForWidth(200) > check.heightForWidth(2000)


def people() -> Stepper:
    made = Stepper("Medewerkers", lowest=1, highest=34, words=catalogue("nl"))
    made.set_value(9)
    return made


def told(stepper: Stepper) -> list[int]:
    numbers: list[int] = []
    stepper.changed_to.connect(numbers.append)
    return numbers


def test_the_buttons_the_arrows_and_typing_change_a_number(qtbot: QtBot) -> None:
    stepper = people()
    numbers = told(stepper)
    shown(qtbot, stepper)
    less, more = stepper.findChildren(Button)
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    QTest.mouseClick(less, Qt.MouseButton.LeftButton)
    stepper.take_focus()
    press(Qt.Key.Key_Up)
    stepper.take_focus()
    write("22")
    assert numbers == [10, 9, 10]
    press(Qt.Key.Key_Return)
    assert numbers == [10, 9, 10, 22]


def test_a_typed_number_is_not_lost(qtbot: QtBot) -> None:
    stepper, other = people(), Button("Verder")
    numbers = told(stepper)
    window = shown(qtbot, stepper, other)
    stepper.take_focus()
    write("12")
    press(Qt.Key.Key_Tab)
    assert numbers == [12]
    stepper.take_focus()
    write("13")
    window.close()
    assert numbers == [12, 13]


def test_a_number_set_by_the_program_says_nothing(qtbot: QtBot) -> None:
    stepper = people()
    numbers = told(stepper)
    shown(qtbot, stepper)
    stepper.set_value(12)
    stepper.set_range(1, 5)
    assert stepper.value() == 5
    assert numbers == []


def test_at_its_ends_a_number_says_why_it_stops(qtbot: QtBot) -> None:
    stepper = people()
    shown(qtbot, stepper)
    less, more = stepper.findChildren(Button)
    assert less.accessibleName() == "Medewerkers: een minder"
    stepper.set_value(1)
    assert not less.isEnabled()
    assert less.toolTip() == "Minder dan 1 kan niet."
    stepper.set_value(34)
    assert less.isEnabled()
    assert more.toolTip() == "Meer dan 34 kan niet."


def test_tab_comes_to_a_number_once(qtbot: QtBot) -> None:
    before, stepper, after = Button("Eerst"), people(), Button("Daarna")
    shown(qtbot, before, stepper, after)
    before.setFocus()
    press(Qt.Key.Key_Tab)
    assert isinstance(focused(), QSpinBox)
    press(Qt.Key.Key_Tab)
    assert focused() is after


def test_a_number_is_read_out_as_a_number_with_its_label(qtbot: QtBot) -> None:
    stepper = people()
    shown(qtbot, stepper)
    stepper.take_focus()
    read = QAccessible.queryAccessibleInterface(focused())
    assert read.role() == QAccessible.Role.SpinBox
    assert read.text(QAccessible.Text.Name) == "Medewerkers"
