"""The program: what the console shows, and what every key means there."""

import time
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from app.appearance import look_now
from app.console.page import Page
from app.console.start import StartPage
from app.errors import InputError
from app.i18n import Speech
from app.keyboard import Keyboard
from app.keys import Intent
from app.known_sessions import KnownSessions
from app.screens import Screens
from app.settings import Settings, Values
from widgets.console.views_frame import BottomView, TopView
from widgets.console.window import ConsoleWindow
from widgets.controls.notice_bar import Notice
from widgets.look import Look, set_look

if TYPE_CHECKING:
    from app.session_doors import SessionDoors
    from app.settings_door import SettingsDoor
    from app.voting.addresses import Address
    from widgets.radar_painter import RadarPainter

Offers = Mapping[Intent, Callable[[], None]]


class WholePage(Page, Protocol):
    """A page between the bars, without the columns of a session."""

    @property
    def title(self) -> str:
        """What stands beside the name of the program."""

    def bottom_view(self) -> BottomView | None: ...


class Voting(NamedTuple):
    """Where this machine keeps seats and open ballots, and how it finds its addresses."""

    folder: Path
    addresses: Callable[[], "tuple[Address, ...]"]


class Program(QObject):
    """Shows one whole page, or the session that is open, and goes between them.

    What is not needed for the first page is loaded when it is: `doors` brings the session.
    """

    look_changed = Signal()

    def __init__(
        self,
        application: QApplication,
        window: ConsoleWindow,
        settings: Settings,
        known: KnownSessions,
        screens: Screens,
        voting: Voting,
        *,
        now: Callable[[], datetime] = datetime.now,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.application = application
        self.window = window
        self.settings = settings
        self.known = known
        self.screens = screens
        self.voting = voting
        self._painter: RadarPainter | None = None
        self.now = now
        self.seconds = seconds
        self._speech = Speech(application)
        self._system_still = False
        self.texts = self._speech.speak(settings.values.language)
        self._page: WholePage | None = None
        self._keyboard: Keyboard | None = None
        self._doors: SessionDoors | None = None
        self._settings_door: SettingsDoor | None = None
        self._start = StartPage(settings, known, self.texts, now)
        self._connect()
        self._apply(settings.values)

    @property
    def look(self) -> Look:
        values = self.settings.values
        return look_now(values, self.application, system_still=self._system_still)

    @property
    def doors(self) -> "SessionDoors":
        if self._doors is None:
            from app.session_doors import SessionDoors

            self._doors = SessionDoors(self)
            if self._painter is not None:
                self._doors.radars.set_painter(self._painter)
        return self._doors

    def set_radar_painter(self, painter: "RadarPainter") -> None:
        """Give the live radars what they are drawn with, once that is loaded."""
        self._painter = painter
        if self._doors is not None:
            self._doors.radars.set_painter(painter)

    @property
    def page(self) -> WholePage | None:
        """The whole page in sight; None while the session itself is."""
        return self._page

    def show_start(self) -> None:
        self.show(self._start)

    def show(self, page: WholePage) -> None:
        """Bring a whole page into sight."""
        self._page = page
        page.refresh()
        self.window.show_page(page.widget)
        self.refresh_bars()
        start = page.start()
        (start or self.window).setFocus()

    def hide_page(self) -> None:
        """Leave the window to the session."""
        self._page = None

    @Slot()
    def refresh_bars(self) -> None:
        """Show what the page in sight wants in the bars above and below."""
        page = self._page
        if page is not None:
            self.window.show_top(TopView(company=page.title))
            self.window.show_bottom(page.bottom_view())

    def offers(self) -> Offers:
        """Return what every key may ask now."""
        if self._doors is not None and self._page is None:
            return {**self._always(), **self._doors.offers()}
        page: Offers = {} if self._page is None else self._page.offers()
        return {**self._always(), **page}

    def set_keyboard(self, keyboard: Keyboard) -> None:
        """Have keys heard in every window from now on."""
        self._keyboard = keyboard

    def watch(self, window: QWidget, first: Callable[[], Offers]) -> None:
        """Have keys heard in a window of its own, where `first` comes before the rest."""
        if self._keyboard is not None:
            self._keyboard.watch(window, first)

    def tell(self, notice: Notice | None) -> None:
        self.window.show_notice(notice)

    def tell_error(self, error: InputError) -> None:
        self.tell(Notice(text=error.message(self.texts), kind="error"))

    def open_file(self, path: Path) -> None:
        """Open the session of a file, as after `leerradar FILE`."""
        self.doors.resume(path)

    def follow_system(self, *, still: bool) -> None:
        """Move less, unless the person chose otherwise, when the system asks for that."""
        if still != self._system_still:
            self._system_still = still
            self._apply(self.settings.values)

    @Slot()
    def show_help(self) -> None:
        from app.console.help import show_help

        show_help(self.window, self.texts, self.offers(), {})

    @Slot()
    def show_settings(self) -> None:
        if self._settings_door is None:
            from app.settings_door import SettingsDoor

            doors = self.doors
            self._settings_door = SettingsDoor(self, doors.step_aside, doors.step_back)
        self._settings_door.open()

    def close(self) -> None:
        """Leave everything as it stands, at the end of the program."""
        if self._doors is not None:
            self._doors.close()

    def _always(self) -> Offers:
        return {
            Intent.HELP: self.show_help,
            Intent.SETTINGS: self.show_settings,
            Intent.THEME: self._other_theme,
            Intent.ZOOM: self._other_zoom,
        }

    def _connect(self) -> None:
        start = self._start
        start.practise.connect(self._practise)
        start.new_session.connect(self._new)
        start.resume.connect(self._resume)
        start.follow_up.connect(self._follow_up)
        start.example.connect(self._example)
        start.open_file.connect(self._pick)
        start.settings_asked.connect(self.show_settings)
        start.help_asked.connect(self.show_help)
        self.settings.changed.connect(self._apply)
        self.window.notice_acted.connect(self._acted)
        self.window.next_asked.connect(self._next)
        self.window.back_asked.connect(self._back)
        self.window.phones_asked.connect(self._phones)

    @Slot(object)
    def _apply(self, values: Values) -> None:
        """Follow the settings at once."""
        if values.language != self.texts.language:
            self.texts = self._speech.speak(values.language)
            # What was told stays in the language it was told in.
            self.tell(None)
            self.window.set_texts(self.texts)
            self._start.set_texts(self.texts)
            if self._doors is not None:
                self._doors.set_texts(self.texts)
        set_look(self.window, self.look)
        self.look_changed.emit()
        self.refresh_bars()

    @Slot()
    def _next(self) -> None:
        """The big button of a whole page; that of a session is the frame's."""
        if self._page is not None:
            self._do(self._page, Intent.NEXT)

    @Slot()
    def _back(self) -> None:
        if self._page is not None:
            self._do(self._page, Intent.LEAVE)

    @Slot()
    def _phones(self) -> None:
        self.offers()[Intent.PHONES]()

    @staticmethod
    def _do(page: Page, intent: Intent) -> None:
        wanted = page.offers().get(intent)
        if wanted is not None:
            wanted()

    @Slot()
    def _acted(self) -> None:
        self.tell(None)

    @Slot()
    def _practise(self) -> None:
        self.doors.practise()

    @Slot()
    def _new(self) -> None:
        self.doors.new()

    @Slot(object)
    def _resume(self, path: Path) -> None:
        self.doors.resume(path)

    @Slot()
    def _follow_up(self) -> None:
        self.doors.follow_up()

    @Slot()
    def _example(self) -> None:
        self.doors.example()

    @Slot()
    def _pick(self) -> None:
        self.doors.pick_file()

    def _other_theme(self) -> None:
        dark = self.settings.values.theme == "dark"
        self.settings.change(theme="light" if dark else "dark")

    def _other_zoom(self) -> None:
        far = self.settings.values.zoom == "far"
        self.settings.change(zoom="normal" if far else "far")
