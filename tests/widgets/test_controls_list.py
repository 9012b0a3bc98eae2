"""A list is made, changed and put in order, with nothing but a keyboard too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from resources.catalogue import catalogue
from tests.widgets.control_window import focused, press, shown, write
from widgets.controls.button import Button
from widgets.controls.field import Field
from widgets.controls.list_editor import ListEditor
from widgets.controls.paragraph import Paragraph

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def editor() -> ListEditor:
    return ListEditor("Typ een stap en druk op Enter", catalogue("nl"))


def told(editor: ListEditor) -> list[object]:
    lists: list[object] = []
    editor.changed_to.connect(lists.append)
    return lists


def field(editor: ListEditor, at: int) -> Paragraph:
    entries = [one for one in editor.findChildren(Paragraph) if one.isVisible()]
    return sorted(entries, key=_height)[at]


def _height(widget: QWidget) -> int:
    return widget.mapToGlobal(widget.rect().topLeft()).y()


def button(editor: ListEditor, name: str) -> Button:
    return next(one for one in editor.findChildren(Button) if one.accessibleName() == name)


def test_enter_adds_and_stays_for_the_next_one(qtbot: QtBot, editor: ListEditor) -> None:
    lists = told(editor)
    shown(qtbot, editor)
    editor.entry.take_focus()
    for text in ("bellen", " mailen "):
        write(text)
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert lists == [("bellen",), ("bellen", "mailen")]
    assert editor.items() == ("bellen", "mailen")
    assert editor.entry.value() == ""
    assert editor.entry.isAncestorOf(focused())


def test_what_was_not_yet_added_is_added_when_it_is_left(qtbot: QtBot, editor: ListEditor) -> None:
    lists = told(editor)
    window = shown(qtbot, editor, Button("Verder"))
    editor.entry.take_focus()
    write("bellen")
    press(Qt.Key.Key_Tab)
    assert lists == [("bellen",)]
    editor.entry.take_focus()
    write("mailen")
    window.close()
    assert lists == [("bellen",), ("bellen", "mailen")]


def test_items_from_the_program_say_nothing(qtbot: QtBot, editor: ListEditor) -> None:
    shown(qtbot, editor)
    with qtbot.assertNotEmitted(editor.changed_to):
        editor.set_items(["een", "twee", "drie"])
        editor.set_items(["drie"])
    assert editor.items() == ("drie",)


def test_an_item_is_edited_in_its_place(qtbot: QtBot, editor: ListEditor) -> None:
    editor.set_items(["een", "twee"])
    lists = told(editor)
    shown(qtbot, editor)
    field(editor, 0).take_focus()
    write("iets anders")
    press(Qt.Key.Key_Return)
    assert lists == [("iets anders", "twee")]


def test_the_program_does_not_touch_an_item_that_is_being_typed(
    qtbot: QtBot, editor: ListEditor
) -> None:
    editor.set_items(["een", "twee"])
    shown(qtbot, editor)
    field(editor, 0).take_focus()
    write("iets")
    editor.set_items(["een", "TWEE"])
    assert editor.items() == ("iets", "TWEE")


def test_an_item_made_empty_goes_only_when_it_is_left(qtbot: QtBot, editor: ListEditor) -> None:
    editor.set_items(["een", "twee"])
    lists = told(editor)
    shown(qtbot, editor, Button("Verder"))
    field(editor, 0).take_focus()
    press(Qt.Key.Key_Backspace)
    field(editor, 0).commit()
    assert lists == []
    write("drie")
    field(editor, 0).commit()
    assert lists == [("drie", "twee")]
    field(editor, 0).take_focus()
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Tab)
    assert lists == [("drie", "twee"), ("twee",)]


def test_alt_and_an_arrow_move_an_item_and_the_keyboard_goes_along(
    qtbot: QtBot, editor: ListEditor
) -> None:
    editor.set_items(["een", "twee", "drie"])
    lists = told(editor)
    shown(qtbot, editor)
    field(editor, 0).take_focus()
    press(Qt.Key.Key_Down, ALT)
    assert lists == [("twee", "een", "drie")]
    assert field(editor, 1).isAncestorOf(focused())
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_Up, ALT)
    assert lists[1:] == [("twee", "drie", "een"), ("twee", "een", "drie")]


def test_what_is_typed_moves_along(qtbot: QtBot, editor: ListEditor) -> None:
    editor.set_items(["een", "twee"])
    lists = told(editor)
    shown(qtbot, editor)
    field(editor, 0).take_focus()
    write("nieuw")
    press(Qt.Key.Key_Down, ALT)
    assert lists[-1] == ("twee", "nieuw")
    assert editor.items() == ("twee", "nieuw")


def test_the_buttons_move_and_remove(qtbot: QtBot, editor: ListEditor) -> None:
    editor.set_items(["een", "twee", "drie"])
    lists = told(editor)
    shown(qtbot, editor)
    QTest.mouseClick(button(editor, "Zet 1 lager"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(editor, "Zet 3 hoger"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(editor, "Haal 1 weg"), Qt.MouseButton.LeftButton)
    assert lists == [("twee", "een", "drie"), ("twee", "drie", "een"), ("drie", "een")]
    assert field(editor, 0).isAncestorOf(focused())
    assert not button(editor, "Zet 1 hoger").isEnabled()
    assert not button(editor, "Zet 2 lager").isEnabled()


def test_a_full_list_says_so_and_takes_no_more(qtbot: QtBot, editor: ListEditor) -> None:
    shown(qtbot, editor)
    editor.set_limit(2, 10)
    editor.set_items(["een", "twee"])
    assert not editor.entry.isEnabled()
    editor.set_items(["een"])
    assert editor.entry.isEnabled()
    editor.entry.take_focus()
    write("veel te lange tekst")
    press(Qt.Key.Key_Return)
    assert editor.items() == ("een", "veel te la")


def test_tab_goes_down_the_list_and_then_to_the_entry(qtbot: QtBot, editor: ListEditor) -> None:
    before, after = Button("Eerst"), Button("Daarna")
    shown(qtbot, before, editor, after)
    editor.set_items(["een", "twee"])
    QApplication.processEvents()
    before.setFocus()
    seen = []
    for _ in range(8):
        press(Qt.Key.Key_Tab)
        seen.append(focused().accessibleName())
    assert seen == [
        "1 van 2",
        "Zet 1 lager",
        "Haal 1 weg",
        "2 van 2",
        "Zet 2 hoger",
        "Haal 2 weg",
        "Typ een stap en druk op Enter",
        "Daarna",
    ]


def test_removed_items_are_gone(qtbot: QtBot, editor: ListEditor) -> None:
    shown(qtbot, editor)
    editor.set_items(["een", "twee", "drie"])
    editor.set_items([])
    shown_fields = (*editor.findChildren(Field), *editor.findChildren(Paragraph))
    assert [one for one in shown_fields if one.isVisible()] == [editor.entry]
    QApplication.processEvents()
