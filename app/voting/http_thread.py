"""The thread in which phones are served, from its start to its end."""

import asyncio
import logging
import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, Final

from app.voting.http_connection import Connections
from app.voting.http_service import Service
from app.voting.http_states import Board
from app.voting.served import Served

LOGGER: Final = logging.getLogger(__name__)


TURNS_TO_CONNECT: Final = 3
"""Of the loop, in which what was just accepted becomes a connection that can be closed."""


class ServerThread:
    """Serves on a socket that listens already, and closes it in the end.

    The crossing: other threads reach the loop by `call_soon_threadsafe` only. One who calls
    after the end is not heard.
    """

    def __init__(self, listening: socket.socket, make: Callable[[Served], Service]) -> None:
        address, port = listening.getsockname()
        self.served = Served(address=address, port=port)
        self._listening = listening
        self._make = make
        self._service: Service | None = None
        self._started: Future[None] = Future()
        self._stopping = asyncio.Event()
        self._runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)
        self._loop = self._runner.get_loop()
        self._loop.set_exception_handler(_told_by_name)
        self._thread = threading.Thread(target=self._work, name="phones", daemon=True)

    def begin(self) -> None:
        """Return when phones are answered; raise what prevents it."""
        self._thread.start()
        self._started.result()

    def end(self) -> None:
        """Return when nothing of it is left."""
        self._call(self._stopping.set)
        self._thread.join()

    def show(self, board: Board) -> None:
        self._call(self._show, board)

    def _call(self, wanted: Callable[..., None], *values: object) -> None:
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(wanted, *values)

    def _show(self, board: Board) -> None:
        if self._service is not None:
            self._service.show(board)

    def _work(self) -> None:
        with self._listening, self._runner:
            try:
                self._runner.run(self._serve())
            except Exception as error:
                if self._started.done():
                    raise
                self._started.set_exception(error)

    async def _serve(self) -> None:
        service = self._service = self._make(self.served)
        accepting = await self._loop.create_server(self._connection, sock=self._listening)
        self._started.set_result(None)
        await self._stopping.wait()
        accepting.close()
        for _ in range(TURNS_TO_CONNECT):
            await asyncio.sleep(0)
        await service.end()
        await accepting.wait_closed()

    def _connection(self) -> asyncio.Protocol:
        assert self._service is not None
        connections: Connections = self._service.connections
        return connections()


def _told_by_name(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Log that something went wrong, and nothing of what was asked by whom."""
    LOGGER.error("%s", type(context.get("exception")).__name__)
