"""Keys become what a person asks: in a field, on a button, in every layout, from a clicker."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.key_names import names_of, portable
from app.keyboard import Keyboard
from app.keys import KEYS, Intent
from resources.catalogue import catalogue
from widgets.controls.area import Area
from widgets.controls.button import Button
from widgets.controls.field import Field
from widgets.controls.list_editor import ListEditor
from widgets.controls.stepper import Stepper

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
Key = Qt.Key


class Console:
    """A window with one control of every kind, and a memory of what was asked."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.button = Button("Verder")
        self.field = Field("Firma")
        self.area = Area("Vraag")
        words = catalogue("nl")
        self.stepper = Stepper("Mensen", lowest=0, highest=50, words=words)
        self.list = ListEditor("Nog een", words)
        column = QVBoxLayout(self.window)
        for control in (self.button, self.field, self.area, self.stepper, self.list):
            column.addWidget(control)
        self.asked: list[str] = []
        self.offered = set(Intent)
        self.keyboard = Keyboard(self.offers, self.window)
        self.keyboard.watch(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.setFocus()

    def offers(self) -> dict[Intent, Callable[[], None]]:
        return {intent: self.remember(intent) for intent in self.offered}

    def remember(self, intent: Intent) -> Callable[[], None]:
        def asked() -> None:
            self.asked.append(intent)

        return asked

    def typed_in(self, control: QWidget) -> QWidget:
        """Give the focus to the part of a control in which is typed."""
        control.setFocus()
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus is control or control.isAncestorOf(focus)
        return focus

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> list[str]:
        """Press a key where the focus is; return what it asked."""
        self.asked = []
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, held)
        return self.asked


@pytest.fixture
def console(qtbot: QtBot) -> Console:
    return Console(qtbot)


def test_every_key_of_the_table_exists_and_asks_for_its_intent(console: Console) -> None:
    for row in KEYS:
        for name in row.keys:
            # What one page asks with a letter another may ask with it, too.
            console.offered = {row.intent}
            keys = QKeySequence.fromString(portable(name))[0]
            asked = console.press(keys.key(), keys.keyboardModifiers())
            assert asked == [row.intent], name


@pytest.mark.parametrize("place", ["field", "area", "stepper", "list"])
def test_letters_and_digits_go_into_what_is_typed_in(console: Console, place: str) -> None:
    control = getattr(console, place)
    console.typed_in(control.entry if place == "list" else control)
    for key in (Key.Key_S, Key.Key_B, Key.Key_Period, Key.Key_1, Key.Key_Space, Key.Key_Backspace):
        assert console.press(key) == []
    assert console.press(Key.Key_Exclam, SHIFT) == []


@pytest.mark.parametrize("place", ["field", "area", "stepper", "list"])
def test_a_clicker_works_while_someone_types(console: Console, place: str) -> None:
    control = getattr(console, place)
    for key, intent in (
        (Key.Key_PageDown, Intent.NEXT),
        (Key.Key_PageUp, Intent.BACK),
        (Key.Key_F5, Intent.PROJECTOR),
        (Key.Key_Escape, Intent.LEAVE),
    ):
        console.typed_in(control.entry if place == "list" else control)
        assert console.press(key) == [intent]
    console.typed_in(control.entry if place == "list" else control)
    assert console.press(Key.Key_F5, SHIFT) == [Intent.PROJECTOR]
    assert console.press(Key.Key_E, CTRL) == [Intent.SAVE_PDF]


@pytest.mark.parametrize("key", [Key.Key_PageDown, Key.Key_Return, Key.Key_Enter])
@pytest.mark.parametrize("place", ["field", "area"])
def test_what_is_half_typed_is_told_before_the_page_goes(
    console: Console, place: str, key: Qt.Key
) -> None:
    control = getattr(console, place)
    told: list[str] = []
    control.committed.connect(told.append)
    console.offered = {Intent.NEXT}
    console.qtbot.keyClicks(console.typed_in(control), "Garage")
    held = NONE if key is Key.Key_PageDown else CTRL
    assert console.press(key, held) == [Intent.NEXT]
    assert told == ["Garage"]
    assert control.value() == "Garage"


def test_ctrl_enter_adds_the_half_typed_item_and_goes_on(console: Console) -> None:
    console.qtbot.keyClicks(console.typed_in(console.list.entry), "Nieuwe regels")
    assert console.press(Key.Key_Return, CTRL) == [Intent.NEXT]
    assert console.list.items() == ("Nieuwe regels",)


def test_space_presses_the_button_that_has_the_focus_and_nothing_else(console: Console) -> None:
    clicks: list[str] = []

    def click() -> None:
        clicks.append("click")

    console.button.clicked.connect(click)
    console.button.setFocus()
    assert console.press(Key.Key_Space) == []
    assert len(clicks) == 1
    assert console.press(Key.Key_S) == [Intent.SKIP]
    assert console.press(Key.Key_1) == [Intent.DIGIT_1]
    assert console.press(Key.Key_PageDown) == [Intent.NEXT]
    assert len(clicks) == 1


class TakesEscape(QWidget):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(event.key() == Key.Key_Escape)


def test_a_control_may_end_what_is_done_in_it_with_escape(console: Console) -> None:
    control = TakesEscape(console.window)
    control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    control.show()
    console.typed_in(control)
    assert console.press(Key.Key_Escape) == []
    assert console.press(Key.Key_S) == [Intent.SKIP]


def test_only_the_control_with_the_focus_is_listened_to(console: Console) -> None:
    edit = console.typed_in(console.area)
    console.typed_in(console.field)
    console.qtbot.keyClick(edit, Key.Key_PageDown)
    assert console.asked == []


def test_what_is_not_offered_keeps_its_own_meaning(console: Console) -> None:
    console.offered = set()
    edit = console.typed_in(console.area)
    console.qtbot.keyClicks(edit, "een")
    assert console.press(Key.Key_Home) == []
    console.qtbot.keyClicks(edit, "twee ")
    assert console.area.value() == "twee een"


def test_a_key_that_is_held_down_counts_once(console: Console) -> None:
    for key, text in ((Key.Key_Space, " "), (Key.Key_PageDown, ""), (Key.Key_1, "1")):
        console.asked = []
        for again in (False, True, True):
            press = QKeyEvent(QEvent.Type.KeyPress, key, NONE, text, again)
            QApplication.sendEvent(console.window, press)
            assert press.isAccepted()
        assert len(console.asked) == 1


def test_keys_of_the_other_window_go_the_same_way_after_its_own(console: Console) -> None:
    other = QWidget()
    console.qtbot.addWidget(other)
    console.keyboard.watch(other, lambda: {Intent.LEAVE: console.remember(Intent.BLANK)})
    console.qtbot.keyClick(other, Key.Key_Escape)
    console.qtbot.keyClick(other, Key.Key_PageDown)
    console.qtbot.keyClick(console.window, Key.Key_Escape)
    assert console.asked == [Intent.BLANK, Intent.NEXT, Intent.LEAVE]


def test_a_window_that_is_not_watched_keeps_its_keys(console: Console) -> None:
    question = Field("Weet je het zeker?")
    console.qtbot.addWidget(question)
    console.qtbot.keyClick(question, Key.Key_PageDown)
    console.qtbot.keyClick(question, Key.Key_Escape)
    assert console.asked == []


def test_the_widget_that_had_the_focus_may_be_gone(console: Console) -> None:
    gone = Field("Straks weg", parent=console.window)
    gone.show()
    console.typed_in(gone)
    gone.setParent(None)
    gone.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    console.typed_in(console.field)
    assert console.press(Key.Key_PageDown) == [Intent.NEXT]


def press_of(
    key: int,
    text: str = "",
    held: Qt.KeyboardModifier = NONE,
    *,
    scan: int = 0,
    virtual: int = 0,
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, scan, virtual, 0, text)


# On X11 the key of the 1 has code 10, on Windows the virtual key '1' and on a Mac 18.
@pytest.mark.parametrize(
    ("platform", "place"),
    [
        ("xcb", {"scan": 10}),
        ("wayland", {"scan": 10}),
        ("windows", {"virtual": 0x31, "scan": 2}),
        ("cocoa", {"virtual": 18}),
    ],
)
def test_the_digits_of_the_top_row_count_by_their_place(
    platform: str, place: dict[str, int]
) -> None:
    def first(key: int, text: str, held: Qt.KeyboardModifier = NONE) -> str:
        return names_of(press_of(key, text, held, **place), platform)[0]

    dutch_and_american = {
        "1": first(Key.Key_1, "1"),
        "Shift+1": first(Key.Key_Exclam, "!", SHIFT),
        "Alt+1": first(Key.Key_1, "1", ALT),
    }
    assert all(name == found for name, found in dutch_and_american.items())
    assert first(Key.Key_Ampersand, "&") == "1", "France and Belgium, without Shift"
    assert first(Key.Key_1, "1", SHIFT) == "1", "France and Belgium: with Shift it is the digit"
    assert first(Key.Key_Ampersand, "&", ALT) == "Alt+1"
    assert first(Key.Key_Plus, "+") == "1", "Czech"


@pytest.mark.parametrize("platform", ["xcb", "windows", "cocoa", "offscreen"])
def test_the_digits_of_the_key_pad(platform: str) -> None:
    press = press_of(Key.Key_5, "5", KEYPAD, scan=84, virtual=0x65)
    assert names_of(press, platform)[0] == "5"


@pytest.mark.parametrize(("sign", "digit"), [("!", 1), ("@", 2), ('"', 2), ("#", 3), ("%", 5)])
def test_shift_with_a_digit_without_a_place(sign: str, digit: int) -> None:
    assert names_of(press_of(ord(sign), sign, SHIFT), "offscreen")[0] == f"Shift+{digit}"


def test_a_shifted_digit_of_a_program_is_what_it_says() -> None:
    assert names_of(press_of(Key.Key_3, "3", SHIFT), "xcb")[0] == "Shift+3"


@pytest.mark.parametrize("held", [NONE, SHIFT, CTRL | ALT], ids=["plain", "Shift", "AltGr"])
@pytest.mark.parametrize("sign", [".", "+", "[", "]"])
def test_a_sign_is_a_sign_wherever_it_stands(sign: str, held: Qt.KeyboardModifier) -> None:
    assert sign in names_of(press_of(ord(sign), sign, held), "windows")


@pytest.mark.parametrize("held", [CTRL, CTRL | SHIFT], ids=["Netherlands", "US"])
def test_ctrl_with_a_sign_that_may_need_shift(held: Qt.KeyboardModifier) -> None:
    assert "Ctrl++" in names_of(press_of(Key.Key_Plus, "", held, scan=21), "xcb")


def test_shift_with_another_key_stays_shift() -> None:
    assert names_of(press_of(Key.Key_S, "S", SHIFT), "xcb") == ("Shift+S",)
    assert names_of(press_of(Key.Key_Tab, "", SHIFT), "xcb") == ("Shift+Tab",)


def test_ctrl_with_a_digit_is_no_digit() -> None:
    assert names_of(press_of(Key.Key_1, "", CTRL, scan=10), "xcb") == ("Ctrl+1",)
