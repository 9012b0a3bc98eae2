"""Joining and voting as both kinds of page ask it: each is confirmed after it is on disk."""

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from functools import partial
from http import HTTPStatus
from typing import Any, Final, TypeVar

from app.voting.box import BallotBox, Joined, Refusal
from app.voting.http_connection import PATIENCE, Connection
from app.voting.http_joins import Guessing
from app.voting.showing import Showing
from app.voting.wire import VoteBody, wish_of

Told = TypeVar("Told")


class Trouble(StrEnum):
    """Why a phone did not get what it asked, as the page knows it."""

    CODE_WRONG = "code_wrong"
    CODE_USED = "code_used"
    ROOM_FULL = "room_full"
    TOO_MANY = "too_many"
    NOT_JOINED = "not_joined"
    CLOSED = "closed"
    BAD_REQUEST = "bad_request"
    NOT_SAVED = "not_saved"


STATUS: Final = {
    Trouble.CODE_WRONG: HTTPStatus.FORBIDDEN,
    Trouble.CODE_USED: HTTPStatus.CONFLICT,
    Trouble.ROOM_FULL: HTTPStatus.CONFLICT,
    Trouble.TOO_MANY: HTTPStatus.TOO_MANY_REQUESTS,
    Trouble.NOT_JOINED: HTTPStatus.UNAUTHORIZED,
    Trouble.CLOSED: HTTPStatus.CONFLICT,
    Trouble.BAD_REQUEST: HTTPStatus.BAD_REQUEST,
    Trouble.NOT_SAVED: HTTPStatus.SERVICE_UNAVAILABLE,
}
TROUBLES: Final = {
    Refusal.CODE_WRONG: Trouble.CODE_WRONG,
    Refusal.CODE_USED: Trouble.CODE_USED,
    Refusal.ROOM_FULL: Trouble.ROOM_FULL,
    Refusal.NOT_JOINED: Trouble.NOT_JOINED,
    Refusal.CLOSED: Trouble.CLOSED,
    Refusal.UNFIT: Trouble.BAD_REQUEST,
    Refusal.NOT_SAVED: Trouble.NOT_SAVED,
}


class Replies:
    """Brings what the box tells back into the loop in which this was made.

    The crossing: `tell` may come from any thread. It puts the answer in a queue and wakes the loop
    by `call_soon_threadsafe`, once for all that is told until the loop comes to it: waking it for
    each would have a thread that confirms a burst wait for its turn as often.
    """

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._told: deque[tuple[asyncio.Future[Any], object]] = deque()
        self._woken = False

    async def of(self, ask: Callable[[Callable[[Told], None]], None]) -> Told:
        """Return what the box tells; raise TimeoutError when it is silent."""
        answer: asyncio.Future[Told] = self._loop.create_future()
        ask(partial(self._tell, answer))
        async with asyncio.timeout(PATIENCE):
            return await answer

    def _tell(self, answer: "asyncio.Future[Told]", told: Told) -> None:
        self._told.append((answer, told))
        if not self._woken:
            self._woken = True
            # The server may have stopped meanwhile; what was cast stays cast.
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._settle)

    def _settle(self) -> None:
        # First, so that what is told from here on wakes the loop again.
        self._woken = False
        while self._told:
            answer, told = self._told.popleft()
            if not answer.done():
                answer.set_result(told)


class Intake:
    """Make it in the loop that it serves."""

    def __init__(self, box: BallotBox, guessing: Guessing) -> None:
        self._box = box
        self._guessing = guessing
        self._replies = Replies()

    async def join(self, code: str, connection: Connection, key: str = "") -> Joined | Trouble:
        """Burn the code; it is on disk when this returns. `key`: as in `BallotBox.join`."""
        guessing = self._guessing
        if connection.wrongs.wait(guessing.clock()):
            return Trouble.TOO_MANY
        await guessing.turn()
        if connection.transport is None:
            # Gone while it waited for its turn: nobody would get the seat.
            return Trouble.TOO_MANY
        too_many = guessing.wait
        try:
            found = await self._replies.of(partial(self._box.join, code, key=key))
        except TimeoutError:
            return Trouble.NOT_SAVED
        if isinstance(found, Joined):
            return found
        if found is not Refusal.CODE_WRONG:
            return TROUBLES[found]
        connection.wrongs.note(guessing.clock())
        guessing.note()
        return Trouble.TOO_MANY if too_many else Trouble.CODE_WRONG

    def wait(self, connection: Connection) -> int:
        """Return for how many seconds it is no use to try another code."""
        return max(connection.wrongs.wait(self._guessing.clock()), self._guessing.wait, 1)

    async def vote(self, token: str, vote: VoteBody, showing: Showing) -> Trouble | None:
        """Cast a ballot; None: it is on disk."""
        if showing.over or showing.round != vote.round:
            return Trouble.CLOSED
        wish = wish_of(vote.value, showing)
        if wish is None:
            return Trouble.BAD_REQUEST
        ask = partial(self._box.cast, token, vote.round, wish.cast, text=wish.text)
        try:
            found = await self._replies.of(ask)
        except TimeoutError:
            return Trouble.NOT_SAVED
        return None if found is None else TROUBLES[found]
