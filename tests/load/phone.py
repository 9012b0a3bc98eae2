"""One phone of a load: it votes, is cut off, sleeps, has tabs, and goes on until it is told."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from functools import partial
from typing import TypeVar

import aiohttp

from app.voting.http_phone import Gate, HttpVoter, NoRoundError, RefusedError, Snapshot, Value
from tests.load.plan import Mood, Plan
from tests.load.report import Ballots, PhoneReport

PAUSE = 0.2
"""Seconds before a phone tries again."""
CLOSED = 409
NEVER_MIND = (429, 503)
OFFLINE = (aiohttp.ClientError, OSError, TimeoutError)

T = TypeVar("T")


class Notes:
    """What all phones together count."""

    def __init__(self, confirmed: Callable[[int], None]) -> None:
        self.latencies: list[float] = []
        self.retries = self.closed = self.late = 0
        self.confirmed = confirmed


class LoadPhone:
    """Does what a page does, and nothing else: it never knows that the server was gone."""

    def __init__(
        self, url: str, code: str, plan: Plan, number: int, gate: Gate, notes: Notes
    ) -> None:
        self._url, self._code, self._plan = url, code, plan
        self._gate, self._notes = gate, notes
        self.mood = Mood(plan, number)
        self._confirmed: dict[int, Value] = {}
        self._unsure: dict[int, list[Value]] = {}
        self.joined = False

    async def join(self, stack: AsyncExitStack) -> None:
        first = await stack.enter_async_context(HttpVoter(self._url, self._code, gate=self._gate))
        await self._insist(first.join)
        self.joined = True
        self._tabs = [first] + [
            await stack.enter_async_context(
                HttpVoter(self._url, self._code, gate=self._gate, token=first.token)
            )
            for _ in range(self._plan.tabs - 1)
        ]

    async def wait(self, after: int) -> Snapshot:
        """Return what the next round asks."""
        while True:
            with suppress(NoRoundError):
                return await self._insist(lambda: self._tabs[0].wait_for_round(after=after))

    async def vote(self, asked: Snapshot) -> None:
        """Vote as often as it changes its mind, until the last is confirmed or it is closed."""
        assert asked.round is not None
        number = asked.round
        if self._plan.old and number > 1:
            await self._vote_late(asked, number - 1)
        with suppress(RefusedError):
            if len(self._tabs) > 1:
                await self._differ(asked, number)
            for wish in self.mood.wishes(asked):
                await self._confirm(self._tabs[0], wish, number)
        if number in self._confirmed:
            self._notes.confirmed(number)

    def report(self) -> PhoneReport:
        rounds = sorted({*self._confirmed, *self._unsure})
        ballots = [
            Ballots(
                round=number,
                confirmed=self._confirmed.get(number),
                unsure=tuple(self._unsure.get(number, ())),
            )
            for number in rounds
        ]
        return PhoneReport(code=self._code, joined=self.joined, ballots=tuple(ballots))

    async def _differ(self, asked: Snapshot, number: int) -> None:
        """Every tab votes something of its own at once; which came last nobody knows."""
        wishes = [self.mood.value(asked) for _ in self._tabs]
        self._unsure[number] = wishes
        asks = [
            partial(self._vote, tab, wish, number)
            for tab, wish in zip(self._tabs, wishes, strict=True)
        ]
        found = await asyncio.gather(*map(self._insist, asks), return_exceptions=True)
        for one in found:
            if isinstance(one, BaseException):
                raise one

    async def _confirm(self, tab: HttpVoter, wish: Value, number: int) -> None:
        """Return once this is what counts; raise RefusedError when the round is closed."""
        self._unsure.setdefault(number, []).append(wish)
        if self.mood.is_cut():
            with suppress(*OFFLINE):
                await tab.vote_and_hang_up(wish, round_id=number)
        await self._insist(lambda: self._vote(tab, wish, number))
        self._unsure.pop(number, None)
        self._confirmed[number] = wish

    async def _vote(self, tab: HttpVoter, wish: Value, number: int) -> None:
        said = await tab.vote(wish, round_id=number, twice=self._plan.twice)
        assert said.voted, "told 200 without a vote"
        self._notes.latencies.append(tab.took_ms)

    async def _vote_late(self, asked: Snapshot, number: int) -> None:
        with suppress(RefusedError, *OFFLINE):
            await self._tabs[0].vote(self.mood.value(asked), round_id=number)
            self._notes.late += 1

    async def _insist(self, ask: Callable[[], Awaitable[T]]) -> T:
        """Ask again for as long as there is no answer; a refusal for good is raised."""
        while True:
            try:
                return await ask()
            except OFFLINE:
                pass
            except RefusedError as error:
                if error.status not in NEVER_MIND:
                    self._notes.closed += error.status == CLOSED
                    raise
            self._notes.retries += 1
            await asyncio.sleep(PAUSE)
