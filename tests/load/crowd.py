"""All phones of a load together, over any number of rounds."""

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine, Iterable, Sequence
from contextlib import AsyncExitStack
from random import Random
from typing import Any, TypeVar

from app.voting.codes import ALPHABET, LENGTH
from app.voting.http_phone import Gate, HttpVoter, RefusedError
from tests.load.phone import OFFLINE, LoadPhone, Notes
from tests.load.plan import Pattern, Plan
from tests.load.report import LoadReport, Progress

T = TypeVar("T")
EVERY = 10
"""How many phones between two words of how far it is."""


class Crowd:
    """One phone for each code. `tell` hears how far they are."""

    def __init__(
        self, url: str, codes: Sequence[str], plan: Plan, tell: Callable[[Progress], None]
    ) -> None:
        self._url, self._codes, self._plan, self._tell = url, tuple(codes), plan, tell
        gate = Gate()
        gate.requests = asyncio.Semaphore(len(codes))
        self._notes = Notes(self._note)
        self._phones = [
            LoadPhone(url, code, plan, number, gate, self._notes)
            for number, code in enumerate(codes)
        ]
        self._confirmed: Counter[int] = Counter()
        self._voted: Counter[int] = Counter()
        self._random = Random(plan.seed)
        self._strangers = 0

    async def play(self, rounds: int) -> LoadReport:
        """Have all join, vote in so many rounds, and return what they know."""
        async with AsyncExitStack() as stack:
            await _together([phone.join(stack) for phone in self._phones])
            self._tell(Progress(told="joined", count=len(self._phones)))
            last = 0
            for _ in range(rounds):
                last = await self._round(last)
                self._tell(Progress(told="done", round=last, count=self._confirmed[last]))
        return self._report()

    async def _round(self, after: int) -> int:
        naps = [phone.mood.nap() for phone in self._phones]
        barrier = asyncio.Barrier(max(1, naps.count(0)))
        voting = [
            self._one(phone, nap, after, barrier)
            for phone, nap in zip(self._phones, naps, strict=True)
        ]
        beside = [self._intrude(number) for number in range(self._plan.strangers)]
        return max(await _together([*voting, *beside]))

    async def _one(self, phone: LoadPhone, nap: float, after: int, barrier: asyncio.Barrier) -> int:
        await asyncio.sleep(nap)
        asked = await phone.wait(after)
        assert asked.round is not None
        self._voted[asked.round] += 1
        if self._plan.pattern is Pattern.BURST and not nap:
            await barrier.wait()
        await asyncio.sleep(phone.mood.pause())
        await phone.vote(asked)
        return asked.round

    async def _intrude(self, number: int) -> int:
        """Try a code that is somebody's already, or nobody's."""
        code = self._random.choice(self._codes)
        if number % 2:
            code = "".join(self._random.choices(ALPHABET, k=LENGTH))
        async with HttpVoter(self._url, code) as stranger:
            try:
                await stranger.join()
                self._strangers += 1
            except (RefusedError, *OFFLINE):
                pass
        return 0

    def _note(self, number: int) -> None:
        self._confirmed[number] += 1
        if self._confirmed[number] % EVERY == 0:
            self._tell(Progress(told="confirmed", round=number, count=self._confirmed[number]))

    def _report(self) -> LoadReport:
        notes = self._notes
        return LoadReport(
            joined=sum(phone.joined for phone in self._phones),
            voted=dict(self._voted),
            confirmed=dict(self._confirmed),
            latencies=tuple(notes.latencies),
            phones=tuple(phone.report() for phone in self._phones),
            retries=notes.retries,
            closed=notes.closed,
            late=notes.late,
            strangers=self._strangers,
        )


async def _together(work: Iterable[Coroutine[Any, Any, T]]) -> list[T]:
    """Do all at once; what one raises ends all."""
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one) for one in work]
    return [task.result() for task in tasks]
