"""Buttons: pressed by mouse and keyboard, named, never cut, and off only with a reason."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.widgets.control_window import colours_in, focused, picture, press, shown
from widgets.controls.button import Button, IconButton, Kind, Size, Toggle
from widgets.controls.card import RowButton
from widgets.look import RING, Look, set_look
from widgets.theme import colours


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keyboard_presses(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Verder")
    shown(qtbot, button)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        press(key)


def test_ctrl_enter_is_for_the_page_and_not_for_the_button(qtbot: QtBot) -> None:
    button = Button("Terug")
    shown(qtbot, button)
    button.setFocus()
    with qtbot.assertNotEmitted(button.clicked):
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_mouse_presses_and_brings_the_keyboard(qtbot: QtBot) -> None:
    button = Button("Verder")
    shown(qtbot, Button("Terug"), button)
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert focused() is button


@pytest.mark.parametrize("kind", Kind)
def test_the_ring_shows_where_the_keyboard_is(qtbot: QtBot, kind: Kind) -> None:
    button = Button("Terug", kind=kind, size=Size.SMALL)
    shown(qtbot, Button("Eerst"), button)
    before = picture(button)
    button.setFocus()
    QApplication.processEvents()
    after = picture(button)
    edge = after.pixelColor(after.width() // 2, 2)
    assert edge.name().upper() == colours("light").focus.upper()
    assert before.pixelColor(before.width() // 2, 2) != edge


def test_a_reason_switches_off_and_tells_why(qtbot: QtBot) -> None:
    button = Button("Naar akkoord", kind=Kind.PRIMARY)
    shown(qtbot, button)
    button.set_reason("Eerst nog: tijd en geld bij afspraak 3")
    read = QAccessible.queryAccessibleInterface(button)
    assert not button.isEnabled()
    assert button.toolTip() == "Eerst nog: tijd en geld bij afspraak 3"
    assert read.text(QAccessible.Text.Description) == "Eerst nog: tijd en geld bij afspraak 3"
    assert read.state().disabled
    assert colours("light").disabled_bg.upper() in colours_in(picture(button))
    button.set_reason(None)
    assert button.isEnabled()
    assert button.toolTip() == ""


def test_a_button_is_read_out_as_a_button_with_its_words(qtbot: QtBot) -> None:
    button = Button("R&D en meer")
    qtbot.addWidget(button)
    read = QAccessible.queryAccessibleInterface(button)
    assert read.role() == QAccessible.Role.Button
    assert read.text(QAccessible.Text.Name) == "R&D en meer"
    assert button.shortcut().isEmpty()


def test_an_icon_button_says_its_name_and_while_off_its_reason(qtbot: QtBot) -> None:
    button = IconButton("plus", "Erbij")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Erbij", "Erbij")
    button.set_reason("Vol")
    assert (button.accessibleName(), button.toolTip()) == ("Erbij", "Vol")
    button.set_reason(None)
    assert button.toolTip() == "Erbij"


def test_a_choice_that_is_set_by_the_program_says_nothing(qtbot: QtBot) -> None:
    toggle = Toggle("kort")
    shown(qtbot, toggle)
    with qtbot.assertNotEmitted(toggle.toggled), qtbot.assertNotEmitted(toggle.clicked):
        toggle.set_chosen(chosen=True)
    assert toggle.isChecked()
    assert colours("light").mark.upper() in colours_in(picture(toggle))
    with qtbot.waitSignal(toggle.toggled) as said:
        QTest.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert said.args == [False]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", Size)
def test_a_button_is_as_high_as_the_design_and_as_wide_as_its_words(
    qtbot: QtBot, size: Size, scale: float
) -> None:
    short, long = Button("Ja", size=size), Button("Bewaar en ga verder met Garage", size=size)
    shown(qtbot, short, long, look=Look(scale=scale))
    assert short.height() - 2 * RING == round(size.value[0] * scale)
    assert long.minimumSizeHint().width() > short.minimumSizeHint().width() + 100 * scale
    assert long.width() >= long.sizeHint().width()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_words_do_not_reach_the_edge_of_a_button(qtbot: QtBot, scale: float) -> None:
    button = Button("Sluit en toon uitslag", icon_after="arrow-right", keycap="Spatie")
    window = shown(qtbot, button, look=Look(scale=scale))
    window.resize(window.minimumSizeHint())
    image = picture(button)
    fill = colours("light").surface.upper()
    for x in (RING + 4, image.width() - RING - 5):
        column = {
            image.pixelColor(x, y).name().upper()
            for y in range(RING + 4, image.height() - RING - 4)
        }
        assert column == {fill}


def test_a_row_tells_its_second_line_and_its_state(qtbot: QtBot) -> None:
    row = RowButton("Garage De Brug", "vandaag, 13:40", pill="bezig")
    qtbot.addWidget(row)
    read = QAccessible.queryAccessibleInterface(row)
    assert read.text(QAccessible.Text.Name) == "Garage De Brug"
    assert read.text(QAccessible.Text.Description) == "vandaag, 13:40, bezig"
    row.set_pill("klaar")
    assert row.accessibleDescription() == "vandaag, 13:40, klaar"


def test_a_row_grows_instead_of_cutting_its_words(qtbot: QtBot) -> None:
    row = RowButton("Verder met Garage De Brug", "Vandaag gestopt bij stelling 8 van 14", "play")
    window = shown(qtbot, row)
    assert row.heightForWidth(600) == 88 + 2 * RING
    assert row.heightForWidth(240) > row.heightForWidth(600)
    set_look(window, Look(scale=2.0))
    assert row.minimumSizeHint().width() > 2 * 150
