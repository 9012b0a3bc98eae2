"""The phones' server inside its loop: who is let in, and which path goes where."""

import asyncio
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Final

from aiohttp.web import BaseRequest, Response, StreamResponse

from app.voting.box import BallotBox
from app.voting.http_answers import bare, last
from app.voting.http_api import Api
from app.voting.http_connection import Connections, send
from app.voting.http_events import Pulse, Streams
from app.voting.http_guard import refused
from app.voting.http_intake import Intake
from app.voting.http_joins import Clock, Guessing
from app.voting.http_plain import PAGE, Plain
from app.voting.http_shell import shell
from app.voting.http_states import Board, States
from app.voting.http_visit import Visit
from app.voting.served import Served

MOST_CONNECTIONS: Final = 300
PER_SEAT: Final = 4
"""What one phone may need at once: two streams of events, and two requests."""
GRACE: Final = 0.25
"""Seconds that answers under way may still take when the server stops."""

Handler = Callable[[Visit], Awaitable[StreamResponse]]


class Service:
    """Made, used and ended in one loop."""

    def __init__(
        self,
        box: BallotBox,
        board: Board,
        served: Served,
        *,
        clock: Clock,
        contact: Callable[[], None] | None,
    ) -> None:
        loop = asyncio.get_running_loop()
        self._box = box
        self._served = served
        self._contact = contact
        self._states = States(board)
        self._streams = Streams()
        self._pulse = Pulse(self._streams.stir, clock, loop.call_later)
        self._files = shell()
        self._handlers = self._table(Intake(box, Guessing(clock)))
        self.connections = Connections(self._serve, loop, self._most_connections)

    def show(self, board: Board) -> None:
        if board.revision > self._states.board.revision:
            self._states.show(board)
            self._pulse.stir()

    async def end(self) -> None:
        """Returns when every connection is closed."""
        self._streams.end()
        await self.connections.end(GRACE)

    def _most_connections(self) -> int:
        return max(MOST_CONNECTIONS, PER_SEAT * self._box.count)

    def _table(self, intake: Intake) -> dict[str, dict[str, Handler]]:
        """Return which methods every path knows, and who answers."""
        api = Api(self._states, intake, self._streams)
        plain = Plain(self._states, intake)
        return {
            **{path: {"GET": self._file} for path in self._files},
            "/api/state": {"GET": api.state},
            "/api/events": {"GET": api.events},
            "/api/join": {"POST": api.join},
            "/api/vote": {"POST": api.vote},
            PAGE: {"GET": plain.page},
            f"{PAGE}/join": {"POST": plain.join},
            f"{PAGE}/vote": {"POST": plain.vote},
            f"{PAGE}/language": {"POST": plain.language},
        }

    async def _file(self, visit: Visit) -> StreamResponse:
        return self._files[visit.path].answer(visit.asked_tag)

    async def _serve(self, request: BaseRequest) -> StreamResponse:
        response = await self._answer(request)
        if isinstance(response, Response):
            await send(request, response)
        return response

    async def _answer(self, request: BaseRequest) -> StreamResponse:
        status = refused(request, self._served)
        if status is not None:
            return last(bare(status))
        path, _, query = request.raw_path.partition("?")
        methods = self._handlers.get(path)
        if methods is None:
            return bare(HTTPStatus.NOT_FOUND)
        handler = methods.get(request.method)
        if handler is None:
            return bare(HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": ", ".join(methods)})
        self._note(request.remote)
        visit = Visit(request, path, query, self._box)
        if request.method == "GET":
            visit.connection.begun = None
        return await handler(visit)

    def _note(self, remote: str | None) -> None:
        """Tell once that another machine got through; which one is not kept."""
        if self._contact is not None and remote not in (None, self._served.address):
            contact, self._contact = self._contact, None
            contact()
