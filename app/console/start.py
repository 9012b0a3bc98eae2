"""The start page at work. It opens nothing itself: it says what the person wants."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.keys import Intent
from app.known_sessions import Known, KnownSessions, is_missing
from app.presenters.console.start import resumed, start_view
from app.settings import Settings
from resources.catalogue import Catalogue
from widgets.console.start import DoorId, Start


class StartPage(QObject):
    """A page (`app.console.page`). `title` is what the top bar says beside the name."""

    practise = Signal()
    new_session = Signal()
    resume = Signal(object)
    """The `Path` of the session file, also for one that is finished."""
    follow_up = Signal()
    example = Signal()
    open_file = Signal()
    settings_asked = Signal()
    help_asked = Signal()
    forgotten = Signal(object)
    """The `Path` that was taken off the list."""

    def __init__(
        self,
        settings: Settings,
        known: KnownSessions,
        texts: Catalogue,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        missing: Callable[[Known], bool] = is_missing,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._known = known
        self._texts = texts
        self._now = now
        self._missing = missing
        self._start = Start(parent)
        self._start.entered.connect(self._enter)
        self._start.recent_chosen.connect(self.resume)
        self._start.forget_asked.connect(self._forget)
        self._start.open_asked.connect(self.open_file)
        self._start.settings_asked.connect(self.settings_asked)
        self._start.help_asked.connect(self.help_asked)

    @property
    def widget(self) -> QWidget:
        return self._start

    @property
    def title(self) -> str:
        return ""

    def set_texts(self, texts: Catalogue) -> None:
        self._texts = texts
        self.refresh()

    def refresh(self) -> None:
        self._start.show_view(
            start_view(
                self._known.all(),
                self._texts,
                now=self._now(),
                practised=self._settings.values.practised,
                is_missing=self._missing,
            )
        )

    def offers(self) -> Mapping[Intent, Callable[[], None]]:
        offers: dict[Intent, Callable[[], None]] = {
            Intent.NEW: self.new_session.emit,
            Intent.FOLLOW_UP: self.follow_up.emit,
            Intent.PRACTISE: self.practise.emit,
            Intent.EXAMPLE: self.example.emit,
            Intent.OPEN: self.open_file.emit,
            Intent.SETTINGS: self.settings_asked.emit,
            Intent.HELP: self.help_asked.emit,
        }
        if self._going_on() is not None:
            offers[Intent.RESUME] = self._resume
        return offers

    def bottom_view(self) -> None:
        """Its doors are the buttons."""

    def hints(self) -> tuple[Intent, ...]:
        return ()

    def start(self) -> QWidget | None:
        return self._start.first_door()

    def _going_on(self) -> Known | None:
        return resumed([one for one in self._known.all() if not self._missing(one)])

    @Slot()
    def _resume(self) -> None:
        known = self._going_on()
        if known is not None:
            self.resume.emit(known.path)

    @Slot(object)
    def _enter(self, door: DoorId) -> None:
        wanted = self.offers().get(Intent(door.value))
        if wanted is not None:
            wanted()

    @Slot(object)
    def _forget(self, path: Path) -> None:
        self._known.forget(path)
        self.refresh()
        self.forgotten.emit(path)
