"""The way into the rehearsal, and back; and what the room sees of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.console.rehearsal import Connection, RehearsalPage
from app.content import load_content
from app.presenters.rehearsal import practice_page
from app.room_screen import RoomScreen
from app.screens import Screens
from resources.catalogue import Catalogue, catalogue

if TYPE_CHECKING:
    from app.program import Program, WholePage


class RoomOfRehearsal:
    """The room's screen, as a rehearsal uses it."""

    def __init__(self, room: RoomScreen, screens: Screens, language: str) -> None:
        """`language` is that of the session: the room reads it."""
        self._room = room
        self._screens = screens
        self._texts = catalogue(language)
        self._was_on = room.window.is_on
        self._used = False

    @property
    def size(self) -> tuple[int, int] | None:
        projector = self._screens.projector
        if projector is None:
            return None
        return projector.place.width(), projector.place.height()

    def show(self, voted: int | None, seats: int) -> None:
        content = load_content(self._texts.language)
        page = practice_page(content, self._texts, voted=voted, seats=seats)
        self._room.show_practice(page, self._texts)
        if not self._used:
            self._used = True
            self._was_on = self._room.window.is_on
            if not self._was_on:
                self._turn_on()

    def leave(self) -> None:
        if self._used:
            self._used = False
            self._room.end_practice()
            if not self._was_on:
                self._room.window.turn_off()

    def _turn_on(self) -> None:
        if self._screens.projector is None:
            self._room.window.show_windowed()
        else:
            self._room.window.turn_on()


class RehearsalDoor(QObject):
    """Shows the rehearsal over the page that is in sight, and that page again afterwards."""

    entered = Signal()
    """The person wants on to the session; the page before is in sight again."""
    rehearsed = Signal()
    """A practice vote went well."""

    def __init__(
        self,
        program: "Program",
        room: RoomScreen,
        connection: Callable[[], Connection],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._room = room
        self._connection = connection
        self._page: RehearsalPage | None = None
        self._before: WholePage | None = None

    def open(self, language: str) -> None:
        """`language` is that of the session."""
        program = self._program
        if self._page is not None or program.page is None:
            return
        self._before = program.page
        page = RehearsalPage(
            program.texts,
            RoomOfRehearsal(self._room, program.screens, language),
            self._connection,
            program.settings.sessions_folder,
        )
        page.left.connect(self._leave)
        page.entered.connect(self._enter)
        page.rehearsed.connect(self.rehearsed)
        page.bottom_changed.connect(program.refresh_bars)
        program.screens.changed.connect(page.refresh)
        self._page = page
        program.show(page)

    def set_texts(self, texts: Catalogue) -> None:
        if self._page is not None:
            self._page.set_texts(texts)

    def close(self) -> None:
        """Take the page out of the window for good, and end what it does."""
        page, self._page = self._page, None
        self._before = None
        if page is not None:
            page.close()
            self._program.window.remove_page(page.widget)
            page.widget.deleteLater()
            page.deleteLater()

    @Slot()
    def _leave(self) -> None:
        before = self._before
        if before is not None:
            self._program.show(before)
        self.close()

    @Slot()
    def _enter(self) -> None:
        self._leave()
        self.entered.emit()
