"""Telling phones that there is something new to look at: its number, and nothing else."""

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Final, Protocol

from aiohttp.web import BaseRequest, StreamResponse

from app.voting.http_answers import EVENTS, SAFE
from app.voting.http_connection import PATIENCE, Connection
from app.voting.http_joins import Clock

BETWEEN_WAKES: Final = 0.1
SIGN_OF_LIFE: Final = 15.0
MOST_PER_SEAT: Final = 2


class Later(Protocol):
    def __call__(self, delay: float, call: Callable[[], None], /) -> object: ...


class Pulse:
    """Calls `beat` for every change: the first at once, then at most ten times a second."""

    def __init__(self, beat: Callable[[], None], clock: Clock, later: Later) -> None:
        self._beat = beat
        self._clock = clock
        self._later = later
        self._next = clock()
        self._waits = False

    def stir(self) -> None:
        wait = self._next - self._clock()
        if wait <= 0:
            self._fire()
        elif not self._waits:
            self._waits = True
            self._later(wait, self._fire)

    def _fire(self) -> None:
        self._waits = False
        self._next = self._clock() + BETWEEN_WAKES
        self._beat()


class Stream:
    """One open stream of events."""

    def __init__(self) -> None:
        self.ended = False
        self._stirred = asyncio.Event()
        self._stirred.set()

    def stir(self) -> None:
        self._stirred.set()

    def end(self) -> None:
        self.ended = True
        self._stirred.set()

    async def stirred(self) -> None:
        """Wait until there is something new, or a sign of life is due."""
        with suppress(TimeoutError):
            async with asyncio.timeout(SIGN_OF_LIFE):
                await self._stirred.wait()
        self._stirred.clear()


class Streams:
    """The open streams of all seats."""

    def __init__(self) -> None:
        self._of: dict[int, deque[Stream]] = {}

    def stir(self) -> None:
        for stream in self._all():
            stream.stir()

    def end(self) -> None:
        for stream in self._all():
            stream.end()

    async def run(
        self, seat: int, revision: Callable[[], int], request: BaseRequest
    ) -> StreamResponse:
        """Tell one phone of every change until either side ends it."""
        stream = Stream()
        mine = self._of.setdefault(seat, deque())
        mine.append(stream)
        while len(mine) > MOST_PER_SEAT:
            mine.popleft().end()
        connection = request.protocol
        assert isinstance(connection, Connection)
        connection.lost = stream.end
        response = StreamResponse(headers={**SAFE, "Content-Type": EVENTS})
        response.force_close()
        try:
            await response.prepare(request)
            while await _told(stream, revision, response):
                pass
        except ConnectionError:
            # The phone is gone; it will be back.
            pass
        except TimeoutError:
            connection.abort()
        finally:
            connection.lost = None
            if stream in mine:
                mine.remove(stream)
        return response

    def _all(self) -> list[Stream]:
        return [stream for streams in self._of.values() for stream in streams]


async def _told(stream: Stream, revision: Callable[[], int], response: StreamResponse) -> bool:
    """Tell what is new once; return whether there may be more.

    Raise TimeoutError when the phone takes nothing any more.
    """
    await stream.stirred()
    if stream.ended:
        return False
    line = b"data: %d\n\n" % revision()
    async with asyncio.timeout(PATIENCE):
        await response.write(line)
    return True
