"""One phone that is not there: it speaks to the server over real HTTP, as the voter's page does."""

import asyncio
import time
from types import TracebackType
from typing import Any, Final, Self
from urllib.parse import urlsplit

import aiohttp
from msgspec import Struct, json

MOST_STREAMS: Final = 20
MOST_REQUESTS: Final = 30
"""How many connections phones that share a gate have open at a time, all together 50."""
SILENCE: Final = 1.5
"""Seconds without news after which a phone asks by itself."""
PATIENCE: Final = 30.0
"""Seconds that a phone waits for a round."""
_ANSWER: Final = aiohttp.ClientTimeout(total=15)
_STREAM: Final = aiohttp.ClientTimeout(total=None, sock_connect=15)

Value = int | str | list[Any] | dict[str, str]
"""A ballot as it goes over the wire, of the round's kind."""


class Option(Struct, frozen=True, kw_only=True):
    value: int | str
    label: str = ""


class Snapshot(Struct, frozen=True, kw_only=True):
    """What a phone is told: the same for every phone, except what it did itself."""

    revision: int
    phase: str
    joined: bool
    voted: bool = False
    practice: bool = False
    round: int | None = None
    kind: str | None = None
    options: tuple[Option, ...] | None = None


class RefusedError(Exception):
    """The server understood and said no. `error` is its own word for it."""

    def __init__(self, status: int, error: str) -> None:
        super().__init__(status, error)
        self.status = status
        self.error = error


class NoRoundError(Exception):
    """No round opened while a phone waited, or the session ended."""


class _Joined(Struct, frozen=True, kw_only=True):
    token: str
    state: Snapshot


class _Error(Struct, frozen=True, kw_only=True):
    error: str = ""


class Gate:
    """Keeps the phones that share it to so many connections.

    Streams and requests apart: phones that listen may never keep another from asking.
    """

    def __init__(self) -> None:
        self.streams = asyncio.Semaphore(MOST_STREAMS)
        self.requests = asyncio.Semaphore(MOST_REQUESTS)


class HttpVoter:
    """A phone with its own cookies and token. Use it as `async with HttpVoter(...) as phone`.

    Every request may raise `RefusedError`, `aiohttp.ClientError` or `TimeoutError`; after any of
    them the same may be asked again.
    """

    def __init__(
        self,
        url: str,
        code: str,
        *,
        language: str = "nl",
        gate: Gate | None = None,
        token: str | None = None,
    ) -> None:
        """`token`: of a phone that joined; another tab of it."""
        self._url = url.rstrip("/")
        self._code = code
        self._language = language
        self._gate = gate or Gate()
        self.token = token
        """What it goes on with after it joined; None before."""
        self.took_ms = 0.0
        """From sending the last request that was answered to its answer."""

    async def __aenter__(self) -> Self:
        # Cookies of a bare address are thrown away otherwise. A connection per request: a phone
        # that slept has none left, and 200 phones would keep 200.
        self._session = aiohttp.ClientSession(
            cookie_jar=aiohttp.CookieJar(unsafe=True),
            connector=aiohttp.TCPConnector(force_close=True),
            headers={"Origin": self._url},
            timeout=_ANSWER,
        )
        return self

    async def __aexit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        await self._session.close()
        # The connection itself closes in the loop's next turn, which may be its last.
        await asyncio.sleep(0)

    async def join(self) -> Snapshot:
        """Burn the code and be someone from now on."""
        wanted = {"code": self._code, "lang": self._language}
        joined = json.decode(await self._ask("POST", "/api/join", wanted), type=_Joined)
        self.token = joined.token
        return joined.state

    async def state(self) -> Snapshot:
        answer = await self._ask("GET", f"/api/state?lang={self._language}")
        return json.decode(answer, type=Snapshot)

    async def wait_for_round(self, *, after: int = 0, patience: float = PATIENCE) -> Snapshot:
        """Return what there is to vote on, once a round later than `after` is open.

        As the page does: told by events that something is new, and asking by itself when they
        are silent, or when there is no connection to spare for them. Raise NoRoundError.
        """
        try:
            async with asyncio.timeout(patience):
                if not self._gate.streams.locked():
                    return await self._listen(after)
                while (seen := await self._seen(after)) is None:
                    await asyncio.sleep(SILENCE)
                return seen
        except TimeoutError as error:
            raise NoRoundError from error

    async def vote(self, value: Value, *, round_id: int, twice: bool = False) -> Snapshot:
        """Send a ballot and wait until it is confirmed. `twice`: the same request two times."""
        sent = self._ballot(value, round_id)
        asked = (self._ask("POST", "/api/vote", sent) for _ in range(2 if twice else 1))
        return json.decode((await asyncio.gather(*asked))[-1], type=Snapshot)

    async def vote_and_hang_up(self, value: Value, *, round_id: int) -> None:
        """Send a ballot and cut the connection before any answer: nobody knows if it arrived."""
        where = urlsplit(self._url)
        body = json.encode(self._ballot(value, round_id))
        head = {
            "Host": where.netloc,
            "Origin": self._url,
            "Content-Type": "application/json",
            "Content-Length": str(len(body)),
            **self._seat(),
        }
        lines = ["POST /api/vote HTTP/1.1", *(f"{name}: {said}" for name, said in head.items())]
        async with self._gate.requests:
            _, writer = await asyncio.open_connection(where.hostname, where.port or 80)
            writer.write("\r\n".join([*lines, "", ""]).encode() + body)
            await writer.drain()
            writer.transport.abort()

    def _ballot(self, value: Value, round_id: int) -> dict[str, object]:
        return {"round": round_id, "value": value, "lang": self._language}

    async def _listen(self, after: int) -> Snapshot:
        """Look after every word of the events, with the stream open: nothing falls between."""
        address = f"{self._url}/api/events"
        async with (
            self._gate.streams,
            self._session.get(address, headers=self._seat(), timeout=_STREAM) as stream,
        ):
            while (seen := await self._seen(after)) is None:
                try:
                    async with asyncio.timeout(SILENCE):
                        ended = not await stream.content.readline()
                except TimeoutError:
                    continue
                if ended:
                    await asyncio.sleep(SILENCE)
            return seen

    async def _seen(self, after: int) -> Snapshot | None:
        seen = await self.state()
        if seen.phase == "over":
            raise NoRoundError
        is_new = seen.phase == "vote" and seen.round is not None and seen.round > after
        return seen if is_new else None

    async def _ask(self, method: str, path: str, body: object = None) -> bytes:
        headers = self._seat()
        data = None
        if body is not None:
            data = json.encode(body)
            headers["Content-Type"] = "application/json"
        async with self._gate.requests:
            began = time.perf_counter()
            address = f"{self._url}{path}"
            async with self._session.request(method, address, data=data, headers=headers) as told:
                said = await told.read()
            self.took_ms = (time.perf_counter() - began) * 1000
            if told.status != 200:
                raise RefusedError(told.status, _error_in(said))
            return said

    def _seat(self) -> dict[str, str]:
        return {"X-Seat": self.token} if self.token else {}


def _error_in(said: bytes) -> str:
    try:
        return json.decode(said, type=_Error).error
    except ValueError:
        return ""
