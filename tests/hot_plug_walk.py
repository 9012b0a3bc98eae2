"""What happens to a console and a projector while screens come and go: run in a child process.

`python -m tests.hot_plug_walk NAME` walks one of WALKS on an X server; status 0 when it went
as it should. The monitors are regions of one screen, which is all that Qt needs to see them.
"""

import subprocess
import sys
from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.projector_window import ProjectorWindow
from app.screens import Screens
from resources.catalogue import catalogue

LAPTOP = QRect(0, 0, 1440, 900)
BEAMER = QRect(1440, 0, 480, 900)
SMALL_BEAMER = QRect(1440, 0, 400, 600)
CONSOLE = QRect(100, 100, 1200, 700)
PATIENCE_MS = 8000
"""Milliseconds; only a test that fails waits so long."""
POLL_MS = 5
QUIET_MS = 400
"""Milliseconds in which nothing more may happen."""


class Desk:
    """A console and a projector on the screens of the X server."""

    def __init__(self, application: QApplication) -> None:
        for name in ("A", "B", "C"):
            if name in monitors():
                xrandr("--delmonitor", name)
        xrandr("--setmonitor", "A", region(LAPTOP), "screen")
        self.wait(lambda: [one.geometry() for one in application.screens()] == [LAPTOP])
        self.console = QWidget()
        self.field = QLineEdit(self.console)
        self.console.setGeometry(CONSOLE)
        self.console.show()
        # The frame says that the window manager is there.
        self.wait(lambda: self.console.frameGeometry() != self.console.geometry())
        self.console.activateWindow()
        self.field.setFocus()
        self.wait(self.field.hasFocus)
        self.screens = Screens()
        self.screens.set_console(self.console)
        self.projector = ProjectorWindow(QWidget(), self.screens, catalogue("nl"))
        self.told: list[str] = []
        self.projector.told.connect(self.note)

    def note(self, notice: object) -> None:
        self.told.append(getattr(notice, "text", ""))

    def wait(self, wanted: Callable[[], object]) -> None:
        patience = QDeadlineTimer(PATIENCE_MS)
        while not wanted():
            if patience.hasExpired():
                raise AssertionError(self.describe() if hasattr(self, "projector") else "")
            QTest.qWait(POLL_MS)

    def describe(self) -> str:
        window = self.projector
        return (
            f"projector: visible {window.isVisible()}, full {window.isFullScreen()},"
            f" {window.geometry().getRect()}; console {self.console.geometry().getRect()};"
            f" told {self.told}"
        )

    def settle(self, wanted: Callable[[], object]) -> None:
        """Wait for what is wanted, and then see that it stays so."""
        self.wait(wanted)
        QTest.qWait(QUIET_MS)
        assert wanted(), self.describe()

    def plug(self, place: QRect = BEAMER) -> None:
        xrandr("--setmonitor", "B", region(place), "none")

    def unplug(self) -> None:
        xrandr("--delmonitor", "B")

    def fills(self, place: QRect) -> bool:
        window = self.projector
        return window.isVisible() and window.isFullScreen() and window.geometry() == place

    def hidden(self) -> bool:
        return not self.projector.isVisible()

    def console_whole(self) -> bool:
        return self.console.isVisible() and LAPTOP.contains(self.console.frameGeometry())

    def told_of(self, name: str) -> bool:
        return catalogue("nl").text(f"screens.{name}") in self.told


def pulled_out_and_back(desk: Desk) -> None:
    """The beamer is plugged in, pulled out and plugged in again while someone types."""
    desk.projector.turn_on()
    desk.settle(desk.hidden)
    desk.plug()
    desk.settle(lambda: desk.fills(BEAMER) and desk.field.hasFocus())
    desk.unplug()
    desk.settle(lambda: desk.hidden() and desk.field.hasFocus())
    assert desk.console.geometry() == CONSOLE
    assert desk.told_of("gone")
    desk.plug()
    desk.settle(lambda: desk.fills(BEAMER) and desk.field.hasFocus())
    assert desk.told_of("back")
    assert desk.console.geometry() == CONSOLE


def pulled_out_under_console(desk: Desk) -> None:
    """The facilitator works on the beamer's side, and that screen goes: roles were swapped."""
    desk.plug()
    desk.projector.turn_on()
    desk.wait(lambda: desk.fills(BEAMER))
    desk.console.setGeometry(BEAMER.adjusted(10, 100, -10, -100))
    desk.settle(lambda: desk.fills(LAPTOP))
    desk.unplug()
    desk.settle(lambda: desk.hidden() and desk.console_whole())
    desk.plug()
    desk.settle(lambda: desk.fills(BEAMER) and desk.console_whole())
    assert desk.told_of("back")


def the_console_s_own_screen_goes(desk: Desk) -> None:
    """The lid of the laptop closes and opens: the console goes and returns, and so the picture."""
    own = BEAMER.adjusted(10, 100, -10, -100)
    desk.plug()
    desk.wait(lambda: len(desk.screens.seen) == 2)
    desk.console.setGeometry(own)
    desk.wait(lambda: desk.console.screen().geometry() == BEAMER)
    desk.projector.turn_on()
    desk.settle(lambda: desk.fills(LAPTOP))
    desk.unplug()
    desk.settle(lambda: desk.hidden() and desk.console_whole())
    desk.plug()
    desk.settle(lambda: desk.fills(LAPTOP) and desk.console.geometry() == own)


def turned_on_while_the_console_moves(desk: Desk) -> None:
    """It appears on the one screen and at once has to go to the other."""
    desk.plug()
    desk.wait(lambda: len(desk.screens.seen) == 2)
    desk.console.setGeometry(BEAMER.adjusted(10, 100, -10, -100))
    desk.projector.turn_on()
    desk.settle(lambda: desk.fills(LAPTOP))


def another_resolution(desk: Desk) -> None:
    """The beamer becomes smaller, slowly and at once; the second makes Qt see it too late."""
    desk.plug()
    desk.projector.turn_on()
    desk.wait(lambda: desk.fills(BEAMER))
    desk.unplug()
    desk.wait(desk.hidden)
    desk.plug(SMALL_BEAMER)
    desk.settle(lambda: desk.fills(SMALL_BEAMER))
    desk.unplug()
    desk.plug(BEAMER)
    desk.settle(lambda: desk.projector.isVisible() and desk.projector.geometry().left() == 1440)
    assert desk.console.geometry() == CONSOLE


def turned_off_stays_off(desk: Desk) -> None:
    desk.plug()
    desk.projector.turn_on()
    desk.wait(lambda: desk.fills(BEAMER))
    desk.projector.toggle()
    desk.unplug()
    desk.plug()
    desk.settle(desk.hidden)
    desk.projector.toggle()
    desk.settle(lambda: desk.fills(BEAMER))


def one_screen_then_two(desk: Desk) -> None:
    """A window and full screen on the one screen, by keys; then a beamer takes it over."""
    desk.projector.toggle()
    desk.settle(lambda: desk.projector.isActiveWindow() and not desk.projector.isFullScreen())
    desk.projector.fill_only_screen()
    desk.settle(lambda: desk.fills(LAPTOP))
    desk.projector.show_windowed()
    desk.settle(lambda: desk.projector.isVisible() and not desk.projector.isFullScreen())
    desk.plug()
    desk.settle(lambda: desk.fills(BEAMER) and desk.console.isActiveWindow())
    assert desk.told_of("new")


def mirrored(desk: Desk) -> None:
    """A screen that shows the same as the laptop is no second screen."""
    desk.plug(LAPTOP)
    desk.wait(lambda: len(desk.screens.seen) == 2)
    desk.projector.turn_on()
    desk.settle(desk.hidden)
    assert desk.told_of("mirrored")


WALKS = {
    walk.__name__: walk
    for walk in (
        pulled_out_and_back,
        pulled_out_under_console,
        the_console_s_own_screen_goes,
        turned_on_while_the_console_moves,
        another_resolution,
        turned_off_stays_off,
        one_screen_then_two,
        mirrored,
    )
}


def monitors() -> list[str]:
    lines = xrandr("--listmonitors").splitlines()[1:]
    return [line.split()[1].lstrip("+*") for line in lines]


def region(place: QRect) -> str:
    # The millimetres only have to be there.
    return f"{place.width()}/300x{place.height()}/200+{place.x()}+{place.y()}"


def xrandr(*arguments: str) -> str:
    done = subprocess.run(["xrandr", *arguments], check=True, capture_output=True, text=True)
    return done.stdout


if __name__ == "__main__":
    WALKS[sys.argv[1]](Desk(QApplication(sys.argv[:1])))
