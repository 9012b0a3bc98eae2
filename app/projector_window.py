"""The window for the room: full on the second screen, or a window where there is only one."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.keys import Intent
from app.screen_plan import SeenScreen, beside, shows_the_same
from app.screens import Screens, qt_screen
from resources.catalogue import Catalogue
from widgets.controls.notice_bar import Notice, NoticeKind

POINTER_REST_MS: Final = 2000
LET_GO_MS: Final = 250
"""A window manager needs time to let go of a full screen: one that comes back at once stays
where it was, or is no full screen any more."""
SMALLEST: Final = (320, 180)
PLACED: Final = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange)


class ProjectorWindow(QWidget):
    """Holds the room's picture, and follows the screens while it is turned on.

    With a second screen it fills that one, and comes back by itself when it was unplugged.
    With one screen it is a window, only when asked for: it never covers the console by
    itself. It never takes the keyboard by itself either.
    """

    changed = Signal()
    """It appeared, went away, or became full screen or a window."""
    told = Signal(object)
    """A `Notice` to show on the console."""

    def __init__(self, picture: QWidget, screens: Screens, texts: Catalogue) -> None:
        super().__init__()
        self._screens = screens
        self._texts = texts
        self._on = False
        self._windowed = False
        self._filled: SeenScreen | None = None
        self._was_away = False
        self._shown_before = (False, False)
        self._pushed = False
        self._letting_go = QTimer(self)
        self._letting_go.setSingleShot(True)
        self._letting_go.setInterval(LET_GO_MS)
        self._letting_go.timeout.connect(self._fill)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(POINTER_REST_MS)
        self._rest.timeout.connect(self._hide_pointer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(picture)
        self.setMinimumSize(*SMALLEST)
        # Hover moves are told to a window for all that lies in it; the mouse's own are not.
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # In mid-session it appears by itself: what is being typed must stay with the console.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.set_texts(texts)
        screens.changed.connect(self._screens_changed)

    @property
    def is_on(self) -> bool:
        """Whether the room's picture is to be seen somewhere."""
        return self.isVisible()

    @property
    def fills_screen(self) -> bool:
        return self.isVisible() and self.isFullScreen()

    def set_texts(self, texts: Catalogue) -> None:
        self._texts = texts
        self.setWindowTitle(texts.text("screens.title"))
        self.setAccessibleName(texts.text("screens.title"))

    def offers(self) -> Mapping[Intent, Callable[[], None]]:
        """Return what keys mean while this window has the keyboard, before the console's.

        With one screen F5 goes from window to full screen to nothing, and Esc one back.
        """
        if self._screens.projector is not None:
            return {Intent.PROJECTOR: self.turn_off}
        if self.fills_screen:
            return {Intent.PROJECTOR: self.turn_off, Intent.LEAVE: self.show_windowed}
        return {Intent.PROJECTOR: self.fill_only_screen, Intent.LEAVE: self.turn_off}

    @Slot()
    def toggle(self) -> None:
        """Show or hide the picture: what F5 does on the console."""
        if self.isVisible():
            self.turn_off()
        elif self._screens.projector is not None:
            self.turn_on()
        else:
            self.show_windowed()

    @Slot()
    def turn_on(self) -> None:
        """Show the picture as soon as there is a second screen; say so when there is none."""
        self._on = True
        self._pushed = False
        if self._screens.projector is None:
            self._tell("mirrored" if self._screens.mirrored else "none", "warn")
        self._follow()

    @Slot()
    def turn_off(self) -> None:
        self._on = self._windowed = self._was_away = False
        self._follow()

    @Slot()
    def show_windowed(self) -> None:
        """Show the picture in a window, because someone asked for it: it may have the keyboard."""
        self._on = self._windowed = True
        console = self._screens.console
        if console is None:
            return
        if self._screens.mirrored and not self.isVisible():
            self._tell("mirrored", "warn")
        self._filled = None
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setGeometry(beside(self._screens.console_place(), console.free))
        self.showNormal()
        self.activateWindow()
        self._show_pointer()
        self._tell_changed()

    @Slot()
    def fill_only_screen(self) -> None:
        """Fill the one screen there is, because someone asked for it."""
        self.showFullScreen()
        self._rest.start()
        self._tell_changed()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverMove, QEvent.Type.HoverEnter):
            self._show_pointer()
            if self.isFullScreen():
                self._rest.start()
        elif event.type() in PLACED:
            self._stay_in_place()
        elif event.type() is QEvent.Type.WindowActivate and self._filled is not None:
            # Some window managers give the keyboard to whatever appears.
            self._screens.wake_console()
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._show_pointer()
        self._letting_go.start()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.turn_off()
        super().closeEvent(event)

    @Slot()
    def _screens_changed(self) -> None:
        stood = self._filled is not None
        away = self._was_away
        self._pushed = False
        self._follow()
        if self._filled is not None and not stood:
            self._tell("back" if away else "new")
        elif stood and self._filled is None:
            self._tell("mirrored" if self._screens.mirrored else "gone", "warn")

    def _follow(self) -> None:
        """Stand where the screens now ask for it."""
        target = self._screens.projector
        if self._on and target is not None:
            self._appear_on(target)
        elif self._filled is not None or not self._windowed:
            self._disappear()
        elif self.isVisible():
            self._stay_in_sight()
        self._tell_changed()

    def _appear_on(self, target: SeenScreen) -> None:
        if self._filled is not None and self._filled.identity == target.identity:
            return
        if self._filled is None and not self._was_away:
            self._screens.prefer(target.identity)
        self._was_away = self._windowed = False
        self._filled = target
        self.hide()
        if not self._letting_go.isActive():
            self._fill()

    @Slot()
    def _fill(self) -> None:
        """Fill the screen that is the room's now; nothing when it is filled, or there is none."""
        target = self._filled
        if target is None or self.isVisible():
            return
        screen = qt_screen(target.identity)
        if screen is not None:
            self.setScreen(screen)
        # Both, and before it fills the screen: otherwise it may land on the console's.
        self.setGeometry(target.place)
        self.showFullScreen()
        self._rest.start()
        self._tell_changed()

    def _disappear(self) -> None:
        """Hide at once, before the system moves a full screen onto the console."""
        if self._filled is not None:
            self._was_away = self._on
        self._filled = None
        self.hide()
        self.setWindowState(Qt.WindowState.WindowNoState)

    def _stay_in_place(self) -> None:
        """Hide when the system took the picture off its screen, and put it back, once."""
        if self._filled is None or not self.isVisible() or not self._is_astray():
            return
        self.hide()
        if self._pushed:
            self._disappear()
            self._tell("stuck", "warn")
        self._pushed = True
        self._tell_changed()

    def _is_astray(self) -> bool:
        console = self._screens.console
        if not self.isFullScreen():
            return True
        if console is None or QGuiApplication.platformName().startswith("wayland"):
            # On Wayland no window is told where it stands.
            return False
        return shows_the_same(self.geometry(), console.place)

    def _stay_in_sight(self) -> None:
        console = self._screens.console
        if console is not None and not console.place.contains(self.frameGeometry().center()):
            self.setGeometry(beside(self._screens.console_place(), console.free))

    @Slot()
    def _hide_pointer(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)

    def _show_pointer(self) -> None:
        self._rest.stop()
        self.unsetCursor()

    def _tell_changed(self) -> None:
        shown = (self.is_on, self.fills_screen)
        if shown != self._shown_before:
            self._shown_before = shown
            self.changed.emit()

    def _tell(self, name: str, kind: NoticeKind = "info") -> None:
        self.told.emit(Notice(text=self._texts.text(f"screens.{name}"), kind=kind))
