"""The clock of a session: how long it goes on, and what is left for what goes on now."""

import time
from collections.abc import Callable
from math import ceil
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal, Slot

_SECOND_MS: Final = 1000


class Snapshot(Struct, frozen=True, kw_only=True):
    """What a restart takes along: the seconds that the session has lasted."""

    elapsed: float = 0.0
    paused: bool = False


class Stretch(Struct, frozen=True, kw_only=True):
    """A piece of time for one thing: a vote, a talk, a step. `key` says which."""

    key: object
    seconds: float
    begun: float
    """When, on the session's own clock."""


class Timing(QObject):
    """Counts only while the session is in sight (`start`, `stop`) and not paused.

    `clock` gives seconds that only grow. Nothing happens when a time has passed.
    """

    ticked = Signal()
    """About once a second, and at every change that a person makes."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._before = 0.0
        self._running_since: float | None = None
        self._in_sight = False
        self._paused = False
        self._stretch: Stretch | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self.ticked)

    @property
    def elapsed(self) -> float:
        """Seconds."""
        if self._running_since is None:
            return self._before
        return self._before + self._clock() - self._running_since

    @property
    def paused(self) -> bool:
        return self._paused

    def start(self) -> None:
        """Go on counting: the session is in sight."""
        self._in_sight = True
        self._follow()

    def stop(self) -> None:
        """Stop counting: the session is out of sight."""
        self._in_sight = False
        self._follow()

    @Slot()
    def toggle_pause(self) -> None:
        self._paused = not self._paused
        self._follow()
        self.ticked.emit()

    def begin(self, key: object, seconds: float | None) -> None:
        """Give the thing `key` so much time from now; None: it has no time of its own.

        Nothing changes while it is the same thing.
        """
        if seconds is None:
            self._stretch = None
        elif self._stretch is None or self._stretch.key != key:
            self._stretch = Stretch(key=key, seconds=seconds, begun=self.elapsed)

    def add(self, seconds: float) -> None:
        """Give what goes on now more time, counted from nought when its time has passed."""
        stretch = self._stretch
        if stretch is None:
            return
        used = self.elapsed - stretch.begun
        self._stretch = Stretch(
            key=stretch.key,
            seconds=max(stretch.seconds, used) + seconds,
            begun=stretch.begun,
        )
        self.ticked.emit()

    @property
    def seconds_left(self) -> int | None:
        """Whole seconds for what goes on now, never below nought; None: no time of its own."""
        if self._stretch is None:
            return None
        return max(0, ceil(self._stretch.seconds - (self.elapsed - self._stretch.begun)))

    @property
    def part_left(self) -> float | None:
        """The same as a part of the time given, 0 to 1."""
        left = self.seconds_left
        if left is None or self._stretch is None or self._stretch.seconds <= 0:
            return None
        return min(1.0, left / self._stretch.seconds)

    def snapshot(self) -> Snapshot:
        return Snapshot(elapsed=self.elapsed, paused=self._paused)

    def restore(self, snapshot: Snapshot) -> None:
        """Go on from an earlier run; what went on then begins its own time anew."""
        self._before = snapshot.elapsed
        self._paused = snapshot.paused
        self._stretch = None
        if self._running_since is not None:
            self._running_since = self._clock()
        self._follow()

    def _follow(self) -> None:
        runs = self._in_sight and not self._paused
        if runs and self._running_since is None:
            self._running_since = self._clock()
            self._timer.start()
        elif not runs and self._running_since is not None:
            self._before = self.elapsed
            self._running_since = None
            self._timer.stop()
