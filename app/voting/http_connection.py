"""Connections of phones: how many there may be, and how long each may take to ask something.

aiohttp's own class of a connection is made stricter here: it logs nothing, and what it answers
to a request that it can't read carries the headers of every other answer.
"""

import asyncio
import logging
import traceback
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, Final, cast

from aiohttp.web import BaseRequest, RequestHandler, Response, Server, StreamResponse

from app.voting.http_answers import bare, last
from app.voting.http_joins import WRONG_PER_CONNECTION, Wrongs

PATIENCE: Final = 10.0
"""Seconds in which a request must be there in full, and its answer be taken."""
LEFTOVERS: Final = 1.0
"""Seconds that a body nobody wanted may take; without them the answer would get lost."""
LONGEST_LINE: Final = 1024
LONGEST_HEADER: Final = 4096
MOST_HEADERS: Final = 50

SILENT: Final = logging.getLogger("app.voting.silent")
SILENT.addHandler(logging.NullHandler())
SILENT.propagate = False
LOGGER: Final = logging.getLogger(__name__)


class Connection(RequestHandler):
    __slots__ = ("begun", "lost", "wrongs")

    def __init__(self, manager: "Connections", **limits: Any) -> None:
        super().__init__(manager, **limits)
        self.wrongs = Wrongs(WRONG_PER_CONNECTION)
        self.begun: float | None = None
        """When the first byte came of the request that is not there in full yet."""
        self.lost: Callable[[], None] | None = None
        """Called when the other side is gone."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        manager = cast(Connections, self._manager)
        if not manager.admit(self, cast(asyncio.Transport, transport)):
            self.force_close()

    def data_received(self, data: bytes) -> None:
        if self.begun is None:
            self.begun = self._loop.time()
        super().data_received(data)

    def connection_lost(self, exc: BaseException | None) -> None:
        if self._manager is not None:
            cast(Connections, self._manager).forget(self)
        if self.lost is not None:
            self.lost()
        super().connection_lost(exc)

    @property
    def deadline(self) -> float:
        """When the request that has begun must be there in full, in the loop's time."""
        return (self._loop.time() if self.begun is None else self.begun) + PATIENCE

    def abort(self) -> None:
        """End it without waiting for what is still to be sent."""
        if self.transport is not None:
            self.transport.abort()

    def handle_error(
        self,
        request: BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> StreamResponse:
        """Say that it went wrong and close; what was asked is told to nobody, nor to the log."""
        if exc is not None and status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            *_, place = traceback.extract_tb(exc.__traceback__) or [None]
            LOGGER.error("%s in %s", type(exc).__name__, place and place.name)
        if request.writer.output_size > 0:
            raise ConnectionError
        return last(bare(HTTPStatus(status)))


class Connections(Server):
    """All connections; beyond `most` the newest is closed at once."""

    def __init__(
        self,
        serve: Callable[[BaseRequest], Any],
        loop: asyncio.AbstractEventLoop,
        most: Callable[[], int],
    ) -> None:
        super().__init__(serve, loop=loop)
        self._most = most
        self._open: dict[Connection, asyncio.Transport] = {}

    def __call__(self) -> Connection:
        return Connection(
            self,
            loop=self._loop,
            logger=SILENT,
            access_log=None,
            keepalive_timeout=PATIENCE,
            lingering_time=LEFTOVERS,
            max_line_size=LONGEST_LINE,
            max_field_size=LONGEST_HEADER,
            max_headers=MOST_HEADERS,
            # A small body may not grow when it is unpacked.
            auto_decompress=False,
        )

    def admit(self, connection: Connection, transport: asyncio.Transport) -> bool:
        self._open[connection] = transport
        return len(self._open) <= self._most()

    def forget(self, connection: Connection) -> None:
        self._open.pop(connection, None)

    async def end(self, patience: float) -> None:
        """Close all of them: first those that wait, then, after `patience` seconds, the rest."""
        self.pre_shutdown()
        await self.shutdown(patience)
        for transport in list(self._open.values()):
            transport.abort()
        while self._open:
            await asyncio.sleep(0)


async def body_of(request: BaseRequest, most: int) -> bytes | HTTPStatus:
    """Return the whole body, or why it is not taken."""
    if (request.content_length or 0) > most:
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    connection = cast(Connection, request.protocol)
    body = b""
    try:
        async with asyncio.timeout_at(connection.deadline):
            while not request.content.at_eof():
                body += await request.content.readany()
                if len(body) > most:
                    return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    except TimeoutError:
        return HTTPStatus.REQUEST_TIMEOUT
    except asyncio.CancelledError:
        raise
    except Exception:
        # Cut off, or broken chunks: aiohttp has many names for it.
        return HTTPStatus.BAD_REQUEST
    connection.begun = None
    return body


async def send(request: BaseRequest, response: Response) -> None:
    """Send the whole answer; one who doesn't take it in time is cut off."""
    try:
        async with asyncio.timeout(PATIENCE):
            await response.prepare(request)
            await response.write_eof()
    except TimeoutError:
        cast(Connection, request.protocol).abort()
    except ConnectionError:
        # The other side is gone; aiohttp finds that out by itself.
        return
