"""The columns beside a session's page: the agenda; what is counted, and the time that is left."""

from collections.abc import Callable
from datetime import datetime

from app.desk import Desk
from app.presenters.console import frame as words
from app.presenters.console.agenda import agenda_view
from app.timetable import Planned
from app.timing import Timing
from widgets.console.session_view import SessionView
from widgets.theme import Theme


class Columns:
    def __init__(
        self, desk: Desk, timing: Timing, view: SessionView, now: Callable[[], datetime]
    ) -> None:
        self._desk = desk
        self._timing = timing
        self._view = view
        self._now = now

    def show_time(self, table: tuple[Planned, ...], theme: Theme) -> None:
        """Show both, as after each second."""
        desk, timing = self._desk, self._timing
        agenda = agenda_view(
            desk.room, desk.texts, table, timing.elapsed / 60, self._now(), paused=timing.paused
        )
        self._view.agenda.show_view(agenda)
        self.show_side(table, theme)

    def show_side(self, table: tuple[Planned, ...], theme: Theme) -> None:
        """Show the right column, where it stands how many voted."""
        room, timing = self._desk.room, self._timing
        side = words.side_view(
            room,
            self._desk.texts,
            theme=theme,
            stretch=words.stretch_of(room, table),
            seconds_left=timing.seconds_left,
            paused=timing.paused,
        )
        self._view.side.show_view(side)
