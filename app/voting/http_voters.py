"""A room full of phones that are not there: they join, wait for the round and vote."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from statistics import median
from threading import Lock
from typing import Final, TypeVar

import aiohttp
from msgspec import Struct

from app.voting.http_phone import Gate, HttpVoter, NoRoundError, RefusedError, Value

TRIES: Final = 4
PAUSE: Final = 0.3
"""Seconds before a phone tries again what did not arrive."""
AGAIN: Final = (429, 503)
"""Answers of a server that has too much to do, or whose disk refused for a moment."""

T = TypeVar("T")


class VoterReport(Struct, frozen=True, kw_only=True):
    """How many joined, sent a ballot, and were told that it counts. `latencies` in ms."""

    joined: int = 0
    voted: int = 0
    confirmed: int = 0
    latencies: tuple[float, ...] = ()

    @property
    def median_ms(self) -> float | None:
        return median(self.latencies) if self.latencies else None

    @property
    def p95_ms(self) -> float | None:
        """The time within which 95 of 100 votes were confirmed."""
        if not self.latencies:
            return None
        ordered = sorted(self.latencies)
        return ordered[-(-95 * len(ordered) // 100) - 1]


class HttpVoters:
    """One phone for each code, with the value it will vote.

    `play` does everything in the thread that calls it, with a loop of its own. `stop` may come
    from any thread, also before `play`: then it ends at once, and tells what was done so far.
    """

    def __init__(self, url: str, codes: Sequence[str], values: Sequence[Value]) -> None:
        self._url = url
        self._wanted = tuple(zip(codes, values, strict=True))
        self._lock = Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        self._stopped = False
        self._joined = self._voted = self._confirmed = 0
        self._latencies: list[float] = []

    def play(self, all_joined: Callable[[], None] = lambda: None) -> VoterReport:
        """Join all, call `all_joined` once, then vote. A phone that gives up is not counted."""
        asyncio.run(self._whole(all_joined))
        return VoterReport(
            joined=self._joined,
            voted=self._voted,
            confirmed=self._confirmed,
            latencies=tuple(self._latencies),
        )

    def stop(self) -> None:
        with self._lock:
            self._stopped = True
            if self._loop is not None and self._task is not None:
                self._loop.call_soon_threadsafe(self._task.cancel)

    async def _whole(self, all_joined: Callable[[], None]) -> None:
        task = asyncio.create_task(self._all(all_joined))
        with self._lock:
            if self._stopped:
                task.cancel()
            self._loop, self._task = asyncio.get_running_loop(), task
        try:
            await task
        except asyncio.CancelledError:
            if not self._stopped:
                raise
        finally:
            with self._lock:
                self._loop = None

    async def _all(self, all_joined: Callable[[], None]) -> None:
        gate = Gate()
        left = len(self._wanted)

        def one_less() -> None:
            nonlocal left
            left -= 1
            if left == 0:
                all_joined()

        async with asyncio.TaskGroup() as group:
            for code, value in self._wanted:
                group.create_task(self._one(code, value, gate, one_less))

    async def _one(
        self,
        code: str,
        value: Value,
        gate: Gate,
        tried: Callable[[], None],
    ) -> None:
        async with HttpVoter(self._url, code, gate=gate) as phone:
            try:
                await _until_it_works(phone.join)
                self._joined += 1
            except (aiohttp.ClientError, TimeoutError, RefusedError):
                return
            finally:
                tried()
            try:
                await self._vote(phone, value)
            except (aiohttp.ClientError, TimeoutError, RefusedError, NoRoundError):
                return

    async def _vote(self, phone: HttpVoter, value: Value) -> None:
        seen = await _until_it_works(phone.wait_for_round)
        assert seen.round is not None
        round_id = seen.round
        self._voted += 1
        said = await _until_it_works(lambda: phone.vote(value, round_id=round_id))
        if said.voted and said.round == round_id:
            self._confirmed += 1
            self._latencies.append(phone.took_ms)


async def _until_it_works(ask: Callable[[], Awaitable[T]]) -> T:
    """Ask again what did not arrive, as the page does; every question may be asked twice."""
    for _ in range(TRIES - 1):
        try:
            return await ask()
        except (aiohttp.ClientError, TimeoutError):
            await asyncio.sleep(PAUSE)
        except RefusedError as error:
            if error.status not in AGAIN:
                raise
            await asyncio.sleep(PAUSE)
    return await ask()
