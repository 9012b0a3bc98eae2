"""The screens of this machine: which there are, and which one is the room's."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from app.screen_plan import (
    ScreenId,
    SeenScreen,
    are_mirrored,
    brought_into_sight,
    console_among,
    projector_among,
    same_screen,
    shows_the_same,
)

Look: TypeAlias = Callable[[], tuple[SeenScreen, ...]]


def screens_now() -> tuple[SeenScreen, ...]:
    """Return the screens that Qt knows at this moment."""
    primary = QGuiApplication.primaryScreen()
    return tuple(_seen(one, primary=one == primary) for one in QGuiApplication.screens())


def qt_screen(identity: ScreenId) -> QScreen | None:
    """Return the screen of this identity, to be used at once and never kept."""
    return next((one for one in QGuiApplication.screens() if identity_now(one) == identity), None)


def identity_now(screen: QScreen) -> ScreenId:
    place = screen.geometry()
    return ScreenId(
        name=screen.name(),
        manufacturer=screen.manufacturer(),
        model=screen.model(),
        serial=screen.serialNumber(),
        geometry=(place.x(), place.y(), place.width(), place.height()),
    )


def _seen(screen: QScreen, *, primary: bool) -> SeenScreen:
    return SeenScreen(
        identity=identity_now(screen),
        place=screen.geometry(),
        free=screen.availableGeometry(),
        density=screen.logicalDotsPerInch() * screen.devicePixelRatio(),
        primary=primary,
    )


class Driven(NamedTuple):
    """A window that lost its screen: which one, where it stood there, and where it was put."""

    screen: ScreenId
    before: QRect
    after: QRect


class Screens(QObject):
    """Follows the screens, and where among them the console stands.

    No screen is kept, only what it is known by: a screen of Qt dies with its plug. `changed`
    comes whenever a screen came, went or became another, and when the console moved to
    another one. The console is then already brought back where it can be reached.
    """

    changed = Signal()

    def __init__(
        self,
        preferred: ScreenId | None = None,
        look: Look = screens_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._preferred = preferred
        self._window: QWidget | None = None
        self._console: ScreenId | None = None
        self._driven: Driven | None = None
        self._seen = look()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._screen_added)
        application.screenRemoved.connect(self.look_again)
        application.primaryScreenChanged.connect(self.look_again)
        for screen in QGuiApplication.screens():
            self._listen(screen)

    @property
    def seen(self) -> tuple[SeenScreen, ...]:
        return self._seen

    @property
    def preferred(self) -> ScreenId | None:
        """The room's screen to come back to; where there are more than two it is chosen."""
        return self._preferred

    @property
    def console(self) -> SeenScreen | None:
        """The screen on which the console stands, or will stand."""
        known = same_screen(self._console, self._seen) if self._console is not None else None
        return known or console_among(self._seen, self._preferred)

    @property
    def projector(self) -> SeenScreen | None:
        """The room's screen; None when there is only one, or all show the same."""
        return projector_among(self._seen, self.console, self._preferred)

    @property
    def mirrored(self) -> bool:
        return are_mirrored(self._seen)

    def console_place(self) -> QRect:
        """Return where the console stands with its frame; empty when it is not there yet."""
        return self._window.frameGeometry() if self._window is not None else QRect()

    def wake_console(self) -> None:
        """Give the keyboard back to the console, or to what it asks at this moment."""
        window = QApplication.activeModalWidget() or self._window
        if window is not None and window.isVisible() and not window.isMinimized():
            window.activateWindow()

    def place_to_begin(self, before: QRect | None, size: QSize) -> QRect:
        """Return where the console opens: where it stood before, if that is still right.

        Not where it can't be reached, and not on a screen that is known to be the room's.
        """
        home = console_among(self._seen, self._preferred)
        assert home is not None
        if before is not None and brought_into_sight(before, self._seen) is None:
            room = projector_among(self._seen, home, self._preferred)
            if room is None or not room.place.contains(before.center()):
                return before
        place = QRect(QPoint(0, 0), size.boundedTo(home.free.size()))
        place.moveCenter(home.free.center())
        return place

    def prefer(self, identity: ScreenId) -> None:
        """Choose the room's screen, or note where the room's picture is."""
        if identity != self._preferred:
            before = self.projector
            self._preferred = identity
            if self.projector != before:
                self.changed.emit()

    def set_console(self, window: QWidget) -> None:
        """Follow where this window stands; put it in place before."""
        self._window = window
        window.winId()
        handle = window.windowHandle()
        assert handle is not None
        handle.screenChanged.connect(self._console_moved)
        self._console_moved(window.screen())

    @Slot()
    def look_again(self) -> None:
        """Look at the screens anew; tell when anything is other than before."""
        seen = self._look()
        if seen == self._seen:
            return
        self._seen = seen
        self._bring_back()
        self.changed.emit()

    def _bring_back(self) -> None:
        """See to it that the console can be reached, whatever happened to its screen."""
        window = self._window
        if window is None or not window.isVisible() or window.isMinimized():
            return
        frame, inner = window.frameGeometry(), window.geometry()
        to = self._way_home(inner)
        if to is None:
            found = brought_into_sight(frame, self._seen)
            if found is None:
                return
            to = found.adjusted(
                inner.left() - frame.left(),
                inner.top() - frame.top(),
                inner.right() - frame.right(),
                inner.bottom() - frame.bottom(),
            )
            if self._console is not None and same_screen(self._console, self._seen) is None:
                self._driven = Driven(self._console, inner, to)
        filled = window.windowState() & (
            Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen
        )
        if filled:
            window.setWindowState(Qt.WindowState.WindowNoState)
        window.setGeometry(to)
        if filled:
            window.setWindowState(filled)

    def _way_home(self, inner: QRect) -> QRect | None:
        """Return where the console stood before it lost its screen, once that is there again.

        Not when someone moved it since, and not onto the screen that is the room's.
        """
        driven = self._driven
        home = same_screen(driven.screen, self._seen) if driven is not None else None
        if driven is None or home is None:
            return None
        self._driven = None
        room = same_screen(self._preferred, self._seen) if self._preferred is not None else None
        if home == room or not shows_the_same(inner, driven.after):
            return None
        if not home.place.contains(driven.before.center()):
            return None
        # Qt tells of it later; until then the picture would go where the console is heading.
        self._console = home.identity
        return driven.before

    @Slot(QScreen)
    def _screen_added(self, screen: QScreen) -> None:
        self._listen(screen)
        self.look_again()

    def _listen(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.look_again)
        screen.availableGeometryChanged.connect(self.look_again)
        screen.logicalDotsPerInchChanged.connect(self.look_again)

    @Slot(QScreen)
    def _console_moved(self, screen: QScreen) -> None:
        identity = identity_now(screen)
        if identity != self._console:
            self._console = identity
            self._bring_back()
            self.changed.emit()
