"""Joining and voting as both kinds of page ask it: each is confirmed after it is on disk."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from functools import partial
from http import HTTPStatus
from typing import Final, TypeVar

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


class Intake:
    def __init__(self, box: BallotBox, guessing: Guessing) -> None:
        self._box = box
        self._guessing = guessing

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
            found = await _answered(partial(self._box.join, code, key=key))
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
            found = await _answered(ask)
        except TimeoutError:
            return Trouble.NOT_SAVED
        return None if found is None else TROUBLES[found]


async def _answered(ask: Callable[[Callable[[Told], None]], None]) -> Told:
    """Return what the box tells, from its own thread; raise TimeoutError when it is silent."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Told] = loop.create_future()

    def settle(told: Told) -> None:
        if not answer.done():
            answer.set_result(told)

    def tell(told: Told) -> None:
        # The server may have stopped meanwhile; what was cast stays cast.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(settle, told)

    ask(tell)
    async with asyncio.timeout(PATIENCE):
        return await answer
