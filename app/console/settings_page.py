"""The page of the settings at work: what is chosen is kept at once."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.keys import Intent
from app.presenters.console.settings import (
    AUTOMATIC,
    FOLDER,
    SCREEN,
    bottom_view,
    settings_view,
)
from app.screen_plan import ScreenId
from app.settings import Settings
from resources.catalogue import Catalogue, catalogue
from widgets.console.settings import Chosen, SettingsView
from widgets.console.views_frame import BottomView
from widgets.controls.notice_bar import Notice


class SettingsPage(QObject):
    """A whole page (`app.console.page`) in the language that is set; it follows `settings`.

    `screens` tells which screens there are, `choose_folder` asks for one and may return None.
    """

    left = Signal()
    told = Signal(object)
    """A `Notice`."""
    bottom_changed = Signal()

    def __init__(
        self,
        settings: Settings,
        screens: Callable[[], Sequence[ScreenId]],
        choose_folder: Callable[[Path], Path | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._screens = screens
        self._choose_folder = choose_folder
        self._view = SettingsView(parent)
        self._view.chosen.connect(self._choose)
        self._view.folder_asked.connect(self._ask_folder)
        settings.changed.connect(self.refresh)
        settings.unwritten.connect(self._tell_unwritten)

    @property
    def widget(self) -> QWidget:
        return self._view

    @property
    def title(self) -> str:
        return self._texts.text("settings.title")

    def bottom_view(self) -> BottomView:
        return bottom_view(self._texts)

    @Slot()
    def refresh(self) -> None:
        values, folder = self._settings.values, self._settings.sessions_folder
        self._view.show_view(settings_view(values, folder, self._screens(), self._texts))
        self.bottom_changed.emit()

    def offers(self) -> Mapping[Intent, Callable[[], None]]:
        return {Intent.LEAVE: self.left.emit, Intent.BACK: self.left.emit}

    def hints(self) -> tuple[Intent, ...]:
        return (Intent.LEAVE,)

    def start(self) -> QWidget | None:
        return self._view.first_control()

    @property
    def _texts(self) -> Catalogue:
        return catalogue(self._settings.values.language)

    @Slot(object)
    def _choose(self, chosen: Chosen) -> None:
        value = chosen.value
        if chosen.key == SCREEN and value == AUTOMATIC:
            value = None
        self._settings.change(**{chosen.key: value})

    @Slot()
    def _ask_folder(self) -> None:
        folder = self._choose_folder(self._settings.sessions_folder)
        if folder is not None:
            self._settings.change(**{FOLDER: str(folder)})

    @Slot()
    def _tell_unwritten(self) -> None:
        self.told.emit(Notice(text=self._texts.text("settings.unwritten"), kind="warn"))
