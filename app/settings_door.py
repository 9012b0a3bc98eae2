"""The way into the settings, from anywhere, and back to where one was."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app import dialogs
from app.console.settings_page import SettingsPage
from app.screen_plan import ScreenId

if TYPE_CHECKING:
    from app.program import Program, WholePage


class SettingsDoor(QObject):
    """`back` shows the session that was in sight, when that was no whole page."""

    def __init__(self, program: "Program", leave: Callable[[], None], back: Callable[[], None]):
        super().__init__(program)
        self._program = program
        self._leave_session = leave
        self._back = back
        self._page: SettingsPage | None = None
        self._before: WholePage | None = None

    def open(self) -> None:
        """Show the settings over whatever is in sight; what was chosen holds at once."""
        program = self._program
        if self._page is not None:
            return
        self._before = program.page
        if self._before is None:
            self._leave_session()
        page = SettingsPage(program.settings, self._screens, self._ask_folder)
        page.left.connect(self._close)
        page.told.connect(program.tell)
        page.bottom_changed.connect(program.refresh_bars)
        self._page = page
        program.show(page)

    @Slot()
    def _close(self) -> None:
        page, before = self._page, self._before
        assert page is not None
        self._page = self._before = None
        if before is None:
            self._back()
        else:
            self._program.show(before)
        self._program.window.remove_page(page.widget)
        page.widget.deleteLater()
        page.deleteLater()

    def _screens(self) -> Sequence[ScreenId]:
        return tuple(one.identity for one in self._program.screens.seen)

    def _ask_folder(self, folder: Path) -> Path | None:
        title = self._program.texts.text("settings.sessions_folder")
        return dialogs.ask_folder(self._program.window, title, folder)
