"""Guessing codes must be slow, and nobody may lock the room by guessing."""

import asyncio
import math
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Final

MINUTE: Final = 60.0
WRONG_PER_CONNECTION: Final = 5
WRONG_IN_ALL: Final = 60
BETWEEN_GUESSES: Final = 0.05

Clock = Callable[[], float]
Pause = Callable[[float], Awaitable[None]]


class Wrongs:
    """Counts wrong codes over the last minute, up to `most`."""

    def __init__(self, most: int) -> None:
        self._times: deque[float] = deque(maxlen=most)

    def note(self, now: float) -> None:
        self._times.append(now)

    def wait(self, now: float) -> int:
        """Return for how many whole seconds there were too many; 0: there are not."""
        if len(self._times) < (self._times.maxlen or 0):
            return 0
        return max(0, math.ceil(self._times[0] + MINUTE - now))


class Guessing:
    """The limit on wrong codes in total.

    Over it codes are looked at one at a time: a right one still gets in, a guesser gets slow.
    """

    def __init__(self, clock: Clock, pause: Pause = asyncio.sleep) -> None:
        self.clock = clock
        self._pause = pause
        self._wrongs = Wrongs(WRONG_IN_ALL)
        self._one_by_one = asyncio.Lock()

    async def turn(self) -> None:
        """Return at once, or after the others that try a code too."""
        if self.wait:
            async with self._one_by_one:
                await self._pause(BETWEEN_GUESSES)

    def note(self) -> None:
        self._wrongs.note(self.clock())

    @property
    def wait(self) -> int:
        """For how many seconds there were too many wrong codes."""
        return self._wrongs.wait(self.clock())
