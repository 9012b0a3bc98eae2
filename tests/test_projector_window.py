"""The room's picture follows the screens, and never covers the console unasked."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QHoverEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.keys import Intent
from app.projector_window import ProjectorWindow
from app.screens import Screens
from resources.catalogue import catalogue
from tests import screen_samples
from tests.screen_samples import Looked, moved
from widgets.controls.notice_bar import Notice
from widgets.projector.view import ProjectorView

LAPTOP = moved(screen_samples.LAPTOP, QRect(3000, 0, 1440, 900))
BEAMER = moved(screen_samples.BEAMER, QRect(0, 0, 800, 800))
"""Where the one screen of the offscreen platform stands: there a window may be full screen."""
MONITOR = moved(screen_samples.MONITOR, QRect(-2000, 0, 1280, 1024))


class Room:
    """A console, a picture for the room and screens that come and go."""

    def __init__(self, qtbot: QtBot, *screens: object) -> None:
        self.qtbot = qtbot
        self.eyes = Looked(*screens)  # type: ignore[arg-type]
        self.screens = Screens(look=self.eyes)
        self.console = QWidget()
        qtbot.addWidget(self.console)
        self.console.setGeometry(3000, 0, 700, 500)
        self.console.show()
        self.screens.set_console(self.console)
        self.picture = QWidget()
        self.window = ProjectorWindow(self.picture, self.screens, catalogue("nl"))
        qtbot.addWidget(self.window)
        self.told: list[str] = []
        self.window.told.connect(self.note)
        self.shown: list[tuple[bool, bool]] = []
        self.window.changed.connect(self.look)

    def note(self, notice: Notice) -> None:
        self.told.append(notice.text)

    def look(self) -> None:
        self.shown.append((self.window.is_on, self.window.fills_screen))

    def now(self, *screens: object) -> None:
        self.eyes.screens = screens  # type: ignore[assignment]
        self.screens.look_again()

    def take(self, name: str) -> list[str]:
        """Return what was told since, and that it is one notice of this name."""
        told, self.told = self.told, []
        assert told == [catalogue("nl").text(f"screens.{name}")]
        return told

    def until_full(self) -> None:
        """Wait until the picture fills its screen: what was hidden takes a moment."""
        self.qtbot.waitUntil(lambda: self.window.fills_screen)

    @property
    def fills(self) -> object:
        return self.window._filled.identity if self.window._filled else None


def test_it_fills_the_second_screen_and_the_keyboard_stays(qtbot: QtBot) -> None:
    room = Room(qtbot, LAPTOP, BEAMER)
    assert not room.window.is_on
    room.window.turn_on()
    assert room.window.fills_screen
    assert room.fills == BEAMER.identity
    assert room.screens.preferred == BEAMER.identity
    assert room.window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert room.told == []
    assert room.shown == [(True, True)]


def test_it_takes_a_real_projector_view(qtbot: QtBot) -> None:
    screens = Screens(look=Looked(LAPTOP, BEAMER))
    view = ProjectorView(catalogue("nl"), QWidget)  # type: ignore[arg-type]
    window = ProjectorWindow(view, screens, catalogue("nl"))
    qtbot.addWidget(window)
    window.turn_on()
    assert view.size() == window.size()


def test_pulled_out_it_hides_and_plugged_in_it_comes_back(qtbot: QtBot) -> None:
    room = Room(qtbot, LAPTOP, BEAMER)
    room.window.turn_on()
    room.now(LAPTOP)
    assert not room.window.is_on
    room.take("gone")
    room.now(LAPTOP, moved(BEAMER, QRect(0, 0, 640, 480), "DP-9"))
    room.until_full()
    room.take("back")
    assert room.shown == [(True, True), (False, False), (True, True)]


def test_the_laptop_is_closed_and_opened_again(qtbot: QtBot) -> None:
    """Only the beamer is left: it is the console's now. Or nothing at all, for a moment."""
    room = Room(qtbot, LAPTOP, BEAMER)
    room.window.turn_on()
    room.now(BEAMER)
    assert not room.window.is_on
    assert BEAMER.free.contains(room.console.frameGeometry())
    room.now()
    room.take("gone")
    room.now(LAPTOP, BEAMER)
    room.until_full()
    room.take("back")


def test_on_three_screens_it_comes_back_to_the_beamer(qtbot: QtBot) -> None:
    room = Room(qtbot, LAPTOP, BEAMER)
    room.window.turn_on()
    room.now(LAPTOP, MONITOR, BEAMER)
    assert room.fills == BEAMER.identity
    room.now(LAPTOP, MONITOR)
    assert room.fills == MONITOR.identity
    room.now(LAPTOP, MONITOR, BEAMER)
    assert room.fills == BEAMER.identity
    assert room.told == []


def test_it_follows_another_resolution(qtbot: QtBot) -> None:
    room = Room(qtbot, LAPTOP, BEAMER)
    room.window.turn_on()
    smaller = moved(BEAMER, QRect(0, 0, 640, 480))
    room.now(LAPTOP, smaller)
    assert room.fills == smaller.identity
    assert not room.window.is_on, "some window managers first have to let go of it"
    room.until_full()
    assert room.told == []


def test_a_change_that_is_not_its_own_does_not_disturb_it(qtbot: QtBot) -> None:
    room = Room(qtbot, LAPTOP, BEAMER)
    room.window.turn_on()
    place = room.window.geometry()
    room.now(replace(LAPTOP, density=120.0), replace(BEAMER, free=BEAMER.place))
    assert room.window.geometry() == place
    assert room.shown == [(True, True)]


def test_turned_off_it_stays_off(qtbot: QtBot) -> None:
    room = Room(qtbot, LAPTOP, BEAMER)
    room.window.turn_on()
    room.window.toggle()
    room.now(LAPTOP)
    room.now(LAPTOP, BEAMER)
    assert not room.window.is_on
    assert room.told == []
    room.window.toggle()
    room.until_full()


def test_without_a_second_screen_it_says_so_and_waits(qtbot: QtBot) -> None:
    room = Room(qtbot, LAPTOP)
    room.window.turn_on()
    assert not room.window.is_on
    room.take("none")
    room.now(LAPTOP, BEAMER)
    assert room.window.fills_screen
    room.take("new")


def test_screens_that_show_the_same_are_told_of(qtbot: QtBot) -> None:
    room = Room(qtbot, LAPTOP, moved(BEAMER, LAPTOP.place))
    room.window.turn_on()
    assert not room.window.is_on
    room.take("mirrored")
    room.now(LAPTOP, BEAMER)
    room.take("new")
    room.now(LAPTOP, moved(BEAMER, LAPTOP.place))
    assert not room.window.is_on
    room.take("mirrored")


def test_on_one_screen_keys_go_from_window_to_full_screen_and_back(qtbot: QtBot) -> None:
    room = Room(qtbot, LAPTOP)
    room.window.toggle()
    assert room.window.is_on
    assert not room.window.fills_screen
    assert not room.window.geometry().intersects(room.console.frameGeometry())
    room.window.offers()[Intent.PROJECTOR]()
    assert room.window.fills_screen
    room.window.offers()[Intent.LEAVE]()
    assert room.window.is_on
    assert not room.window.fills_screen
    room.window.offers()[Intent.LEAVE]()
    assert not room.window.is_on
    assert room.told == []


def test_on_one_screen_f5_on_the_console_shows_and_hides(qtbot: QtBot) -> None:
    room = Room(qtbot, LAPTOP)
    room.window.toggle()
    room.window.toggle()
    assert not room.window.is_on
    room.window.toggle()
    room.window.offers()[Intent.PROJECTOR]()
    room.window.offers()[Intent.PROJECTOR]()
    assert not room.window.is_on


def test_a_beamer_takes_over_from_the_window(qtbot: QtBot) -> None:
    room = Room(qtbot, LAPTOP)
    room.window.toggle()
    room.now(LAPTOP, BEAMER)
    room.until_full()
    room.take("new")
    assert list(room.window.offers()) == [Intent.PROJECTOR]
    room.now(LAPTOP)
    assert not room.window.is_on
    room.take("gone")


def test_closing_the_window_turns_it_off(qtbot: QtBot) -> None:
    room = Room(qtbot, LAPTOP)
    room.window.toggle()
    room.window.close()
    assert room.shown[-1] == (False, False)
    room.now(LAPTOP, BEAMER)
    assert not room.window.is_on


def test_pushed_onto_the_console_it_hides_at_once_and_tries_once_more(qtbot: QtBot) -> None:
    room = Room(qtbot, LAPTOP, BEAMER)
    room.window.turn_on()
    place = room.window.geometry()
    room.window.setGeometry(LAPTOP.place)
    assert not room.window.is_on
    room.until_full()
    assert room.window.geometry() == place
    assert room.told == []
    room.window.setGeometry(LAPTOP.place)
    assert not room.window.is_on
    room.take("stuck")


def test_taken_out_of_full_screen_it_fills_the_screen_again(qtbot: QtBot) -> None:
    room = Room(qtbot, LAPTOP, BEAMER)
    room.window.turn_on()
    room.window.setWindowState(Qt.WindowState.WindowNoState)
    assert not room.window.is_on
    room.until_full()
    assert room.told == []


def test_the_pointer_hides_while_it_rests(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.projector_window.POINTER_REST_MS", 200)
    room = Room(qtbot, LAPTOP, BEAMER)
    blank = Qt.CursorShape.BlankCursor
    room.window.turn_on()
    qtbot.waitUntil(lambda: room.window.cursor().shape() is blank)
    assert room.picture.cursor().shape() is blank
    qtbot.mouseMove(room.picture, QPoint(30, 30))
    qtbot.mouseMove(room.picture, QPoint(60, 60))
    qtbot.waitUntil(lambda: room.window.cursor().shape() is not blank)
    qtbot.waitUntil(lambda: room.window.cursor().shape() is blank)
    room.window.turn_off()
    assert room.window.cursor().shape() is not blank


def test_in_a_window_the_pointer_stays(qtbot: QtBot) -> None:
    room = Room(qtbot, LAPTOP)
    room.window.toggle()
    hover = QHoverEvent(QEvent.Type.HoverMove, QPointF(9, 9), QPointF(9, 9), QPointF(8, 8))
    for waiting in (False, True, False):
        QApplication.sendEvent(room.window, hover)
        assert room.window._rest.isActive() is waiting
        room.window.offers()[Intent.LEAVE if waiting else Intent.PROJECTOR]()


def test_its_name_follows_the_language(qtbot: QtBot) -> None:
    room = Room(qtbot, LAPTOP)
    assert room.window.windowTitle() == catalogue("nl").text("screens.title")
    room.window.set_texts(catalogue("en"))
    assert room.window.accessibleName() == catalogue("en").text("screens.title")
