"""Nothing that is typed is lost, and nothing is written over what is being typed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.widgets.control_window import colours_in, focused, picture, pops_up, press, shown, write
from widgets.controls.area import Area
from widgets.controls.field import Field
from widgets.controls.typing import PAUSE_MS
from widgets.look import Look, set_look
from widgets.theme import colours

Entry = Field | Area
KINDS = pytest.mark.parametrize("kind", [Field, Area])


def told(entry: Entry) -> list[str]:
    """Return the list to which every committed text is added."""
    texts: list[str] = []
    entry.committed.connect(texts.append)
    return texts


@KINDS
def test_a_text_is_committed_after_a_pause(qtbot: QtBot, kind: type[Entry]) -> None:
    entry = kind("Naam")
    texts = told(entry)
    shown(qtbot, entry)
    entry.take_focus()
    write("Garage")
    assert texts == []
    (timer,) = entry.findChildren(QTimer, options=Qt.FindChildOption.FindChildrenRecursively)[-1:]
    assert timer.isActive()
    assert timer.interval() == PAUSE_MS == 400
    qtbot.waitUntil(lambda: texts == ["Garage"])


@KINDS
def test_a_text_is_committed_once_when_the_keyboard_goes(qtbot: QtBot, kind: type[Entry]) -> None:
    entry, other = kind("Naam"), Field("Anders")
    texts = told(entry)
    shown(qtbot, entry, other)
    entry.take_focus()
    write("Garage")
    press(Qt.Key.Key_Tab)
    assert texts == ["Garage"]
    assert focused() in other.findChildren(QWidget)
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Tab)
    assert texts == ["Garage"]


@KINDS
@pytest.mark.parametrize("leave", [QWidget.hide, QWidget.close])
def test_a_text_is_committed_when_its_window_goes(
    qtbot: QtBot, kind: type[Entry], leave: Callable[[QWidget], object]
) -> None:
    entry = kind("Naam")
    texts = told(entry)
    window = shown(qtbot, entry)
    entry.take_focus()
    write("Garage")
    leave(window)
    assert texts == ["Garage"]


@KINDS
def test_a_text_is_committed_before_a_shortcut_does_its_work(
    qtbot: QtBot, kind: type[Entry]
) -> None:
    entry = kind("Naam")
    texts = told(entry)
    window = shown(qtbot, entry)
    seen: list[list[str]] = []
    shortcut = QShortcut(QKeySequence("Ctrl+Return"), window)
    shortcut.activated.connect(lambda: seen.append(list(texts)))
    entry.take_focus()
    write("Garage")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert seen == [["Garage"]]


def test_enter_commits_and_then_submits(qtbot: QtBot) -> None:
    field = Field("Naam")
    said: list[tuple[str, str]] = []
    field.committed.connect(lambda text: said.append(("committed", text)))
    field.submitted.connect(lambda text: said.append(("submitted", text)))
    shown(qtbot, field)
    field.take_focus()
    write("Garage")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert said == [("committed", "Garage"), ("submitted", "Garage"), ("submitted", "Garage")]


@KINDS
def test_a_value_from_outside_says_nothing(qtbot: QtBot, kind: type[Entry]) -> None:
    entry, other = kind("Naam"), Field("Anders")
    texts = told(entry)
    shown(qtbot, entry, other)
    entry.set_value("Garage")
    entry.take_focus()
    press(Qt.Key.Key_Tab)
    assert entry.value() == "Garage"
    assert texts == []


@KINDS
def test_a_value_from_outside_does_not_touch_what_is_being_typed(
    qtbot: QtBot, kind: type[Entry]
) -> None:
    entry, other = kind("Naam"), Field("Anders")
    texts = told(entry)
    shown(qtbot, entry, other)
    entry.take_focus()
    write("Garage De")
    entry.set_value("Iets anders")
    assert entry.value() == "Garage De"
    press(Qt.Key.Key_Tab)
    assert texts == ["Garage De"]
    entry.set_value("Iets anders")
    assert entry.value() == "Iets anders"


@KINDS
def test_a_space_at_the_end_stays_while_its_writer_thinks(qtbot: QtBot, kind: type[Entry]) -> None:
    entry, other = kind("Naam"), Field("Anders")
    entry.committed.connect(lambda text: entry.set_value(text.strip()))
    shown(qtbot, entry, other)
    entry.take_focus()
    write("Garage ")
    entry.commit()
    assert entry.value() == "Garage "
    write("De Brug ")
    press(Qt.Key.Key_Tab)
    assert entry.value() == "Garage De Brug"


@KINDS
def test_clear_forgets_what_was_typed(qtbot: QtBot, kind: type[Entry]) -> None:
    entry, other = kind("Naam"), Field("Anders")
    texts = told(entry)
    shown(qtbot, entry, other)
    entry.take_focus()
    write("Garage")
    entry.clear()
    press(Qt.Key.Key_Tab)
    assert entry.value() == ""
    assert texts == []


@KINDS
def test_no_more_letters_than_the_limit(qtbot: QtBot, kind: type[Entry]) -> None:
    entry = kind("Naam")
    shown(qtbot, entry)
    entry.set_limit(5)
    entry.take_focus()
    write("Garage")
    assert entry.value() == "Garag"


def test_the_limit_takes_off_what_was_too_much_and_nothing_else(qtbot: QtBot) -> None:
    area = Area("Notitie")
    shown(qtbot, area)
    area.set_limit(6)
    area.take_focus()
    write("Garage")
    press(Qt.Key.Key_Home)
    write("x")
    assert area.value() == "Garage"


def test_enter_makes_a_new_line_in_an_area_and_tab_leaves_it(qtbot: QtBot) -> None:
    area, other = Area("Notitie"), Field("Anders")
    shown(qtbot, area, other)
    area.take_focus()
    write("een")
    press(Qt.Key.Key_Return)
    write("twee")
    press(Qt.Key.Key_Tab)
    assert area.value() == "een\ntwee"
    assert focused() in other.findChildren(QWidget)


@KINDS
def test_a_field_is_read_out_with_its_label_its_hint_and_its_error(
    qtbot: QtBot, kind: type[Entry]
) -> None:
    entry = kind("Tijd en geld", hint="Schrijf het zo precies als kan.", label_hidden=True)
    shown(qtbot, entry)
    entry.take_focus()
    read = QAccessible.queryAccessibleInterface(focused())
    assert read.role() == QAccessible.Role.EditableText
    assert read.text(QAccessible.Text.Name) == "Tijd en geld"
    assert read.text(QAccessible.Text.Description) == "Schrijf het zo precies als kan."
    entry.set_error("Nog invullen")
    assert read.text(QAccessible.Text.Description) == "Nog invullen"
    entry.set_error(None)
    assert read.text(QAccessible.Text.Description) == "Schrijf het zo precies als kan."


@KINDS
def test_an_error_has_words_and_a_colour(qtbot: QtBot, kind: type[Entry]) -> None:
    entry = kind("Tijd en geld")
    shown(qtbot, entry)
    low = entry.sizeHint().height()
    entry.set_error("Nog invullen")
    assert entry.error() == "Nog invullen"
    assert colours("light").error_soft.upper() in colours_in(picture(entry))
    assert entry.sizeHint().height() > low
    entry.set_error(None)
    assert colours("light").error_soft.upper() not in colours_in(picture(entry))
    assert entry.sizeHint().height() == low


@KINDS
def test_the_ring_and_the_theme_of_a_field(qtbot: QtBot, kind: type[Entry]) -> None:
    entry = kind("Naam", label_hidden=True)
    window = shown(qtbot, Field("Eerst"), entry)
    set_look(window, Look(theme="dark"))
    assert colours("dark").focus.upper() not in colours_in(picture(entry))
    entry.take_focus()
    QApplication.processEvents()
    assert {colours("dark").focus.upper(), colours("dark").surface.upper()} <= colours_in(
        picture(entry)
    )


@pops_up
def test_a_completion_is_committed_when_it_is_taken(qtbot: QtBot) -> None:
    field = Field("Wie?")
    field.set_completions(["Anouk", "Kees", "Marja"])
    texts = told(field)
    shown(qtbot, field)
    field.take_focus()
    write("arj")
    edit = focused()
    assert isinstance(edit, QLineEdit)
    completer = edit.completer()
    assert completer is not None
    list_of_names = completer.popup()
    assert list_of_names is not None
    qtbot.waitUntil(list_of_names.isVisible)
    assert completer.completionCount() == 1
    QTest.keyClick(list_of_names, Qt.Key.Key_Down)
    QTest.keyClick(list_of_names, Qt.Key.Key_Return)
    assert field.value() == "Marja"
    assert texts == ["Marja"]
    assert list_of_names.isHidden()


def test_of_a_text_that_is_too_long_the_beginning_is_shown(qtbot: QtBot) -> None:
    field = Field("Vraag")
    shown(qtbot, Field("Eerst"), field)
    field.set_value("Hoe leren wij werken aan elektrische auto's? " * 5)
    (edit,) = field.findChildren(QLineEdit)
    assert edit.cursorPosition() == 0


def test_leaving_for_another_window_commits_but_does_not_leave_the_field(qtbot: QtBot) -> None:
    field = Field("Naam")
    texts = told(field)
    shown(qtbot, field)
    field.take_focus()
    write("Garage")
    with qtbot.assertNotEmitted(field.left):
        QApplication.sendEvent(focused(), _window_left())
    assert texts == ["Garage"]


def _window_left() -> QEvent:
    from PySide6.QtGui import QFocusEvent

    return QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)


def test_a_page_can_put_its_fields_in_order_for_tab(qtbot: QtBot) -> None:
    last, first = Field("Twee"), Field("Een")
    shown(qtbot, last, first)
    QWidget.setTabOrder(first, last)
    first.take_focus()
    press(Qt.Key.Key_Tab)
    assert last.isAncestorOf(focused())
