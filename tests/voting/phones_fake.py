"""A server that speaks the phones' protocol from memory, and fails on demand."""

import asyncio
import threading
from types import TracebackType
from typing import Any, Self

from aiohttp import web


class FakeServer:
    """Use it as `with FakeServer(codes) as server`. One round, opened with `open_round`."""

    def __init__(self, codes: tuple[str, ...]) -> None:
        self.codes = codes
        self.votes: dict[str, list[Any]] = {}
        self.languages: set[str] = set()
        self.most_connections = 0
        self.refuse_votes = 0
        """So many votes in a row are answered with 503."""
        self.keep_events = True
        self.url = ""
        self._connections = 0
        self._round: int | None = None
        self._revision = 1
        self._tokens: dict[str, str] = {}
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._work)

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join()

    def open_round(self, number: int = 1) -> None:
        self._loop.call_soon_threadsafe(self._open, number)

    def _open(self, number: int) -> None:
        self._round = number
        self._revision += 1
        self._news.set()

    def _work(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._end, self._news = asyncio.Event(), asyncio.Event()
        app = web.Application(middlewares=[self._counted])
        app.router.add_post("/api/join", self._join)
        app.router.add_get("/api/state", self._state)
        app.router.add_get("/api/events", self._events)
        app.router.add_post("/api/vote", self._vote)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.url = "http://{}:{}".format(*runner.addresses[0][:2])
        self._ready.set()
        await self._end.wait()
        self._news.set()
        await site.stop()
        # What was accepted just before becomes a connection that the runner can close.
        for _ in range(3):
            await asyncio.sleep(0)
        await runner.cleanup()

    @web.middleware
    async def _counted(self, request: web.Request, handler: Any) -> web.StreamResponse:
        self._connections += 1
        self.most_connections = max(self.most_connections, self._connections)
        try:
            answer: web.StreamResponse = await handler(request)
            return answer
        finally:
            self._connections -= 1

    async def _join(self, request: web.Request) -> web.Response:
        asked = await request.json()
        self.languages.add(asked["lang"])
        code = asked["code"]
        if code not in self.codes:
            return web.json_response({"error": "code_wrong"}, status=403)
        if code in self._tokens.values():
            return web.json_response({"error": "code_used"}, status=409)
        token = f"token-{code}"
        self._tokens[token] = code
        answer = web.json_response({"token": token, "state": self._snapshot(code)})
        answer.set_cookie("seat", token)
        return answer

    async def _state(self, request: web.Request) -> web.Response:
        return web.json_response(self._snapshot(self._who(request)))

    async def _events(self, request: web.Request) -> web.StreamResponse:
        stream = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await stream.prepare(request)
        if self.keep_events:
            await self._news.wait()
            if not self._end.is_set():
                await stream.write(f"data: {self._revision}\n\n".encode())
        return stream

    async def _vote(self, request: web.Request) -> web.Response:
        code = self._who(request)
        if code is None:
            return web.json_response({"error": "not_joined"}, status=401)
        if self.refuse_votes:
            self.refuse_votes -= 1
            return web.json_response({"error": "not_saved"}, status=503)
        asked = await request.json()
        if asked["round"] != self._round:
            return web.json_response({"error": "closed"}, status=409)
        self.votes.setdefault(code, []).append(asked["value"])
        return web.json_response(self._snapshot(code))

    def _who(self, request: web.Request) -> str | None:
        """Return whose request it is; header and cookie must tell the same."""
        by_header, by_cookie = request.headers.get("X-Seat"), request.cookies.get("seat")
        if by_cookie is not None and by_cookie != by_header:
            raise web.HTTPTeapot
        return self._tokens.get(by_header or "")

    def _snapshot(self, code: str | None) -> dict[str, Any]:
        is_open = self._round is not None and code is not None
        return {
            "revision": self._revision,
            "phase": "join" if code is None else "vote" if is_open else "wait",
            "joined": code is not None,
            "voted": code in self.votes,
            "round": self._round if is_open else None,
            "practice": True,
        }
