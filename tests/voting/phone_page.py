"""A server for the voter's page whose answers a test writes: it has no seats and counts nothing."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from http import HTTPStatus
from importlib.resources import files
from threading import Event, Thread
from typing import Any, Final, Self, TypeVar

import msgspec
from aiohttp import web

from app.voting.plain_page import render
from app.voting.showing import Showing
from app.voting.voter_page import LANGUAGES, State, voter_state, voter_texts
from workshop_flows.vocabulary import Role

TOKEN: Final = "0123456789abcdef0123456789abcdef"
CODE: Final = "K7P4"
POLICY: Final = {
    "Content-Security-Policy": (
        "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
    ),
    "Referrer-Policy": "same-origin",
}
KEPT: Final = {"Cache-Control": "private, max-age=86400"}
FRESH: Final = {"Cache-Control": "no-store"}
FILES: Final = {
    "/": ("page.html", "text/html"),
    "/phone.css": ("phone.css", "text/css"),
    "/phone.js": ("phone.js", "text/javascript"),
    "/icon.svg": ("icon.svg", "image/svg+xml"),
}

Answer = TypeVar("Answer")


class PhonePage:
    """One phone's server, used as `with PhonePage() as served`.

    `posts` are the bodies that came in. `refuses`: the answer to the next posts (an error and
    its status), until it is None again. `mute`: posts get no answer. `events` False: the streams
    are refused. `cookies` False: none is set.
    """

    def __init__(self, showing: Showing | None = None, *, role: Role = Role.STAFF) -> None:
        self.showing = showing or Showing()
        self.role = role
        self.joined = self.voted = False
        self.revision = 1
        self.posts: list[dict[str, Any]] = []
        self.states = 0
        self.refuses: tuple[str, HTTPStatus] | None = None
        self.mute = False
        self.events = self.cookies = True
        self.url = ""
        self._streams: set[asyncio.Event] = set()
        self._loop = asyncio.new_event_loop()
        self._ready = Event()
        self._thread = Thread(target=self._run)
        self._stop = asyncio.Event()

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Be gone, as a laptop that was shut; safe to call twice."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join()

    def show(self, showing: Showing, *, voted: bool = False) -> None:
        """Show something else, and tell the phones that there is something new."""
        self.call(self._show, showing, voted)

    def state(self, language: str) -> State:
        return voter_state(
            self.showing,
            role=self.role if self.joined else None,
            language=language,
            voted=self.voted,
            revision=self.revision,
            joined=self.joined,
        )

    def call(self, what: Callable[..., Answer], *given: Any) -> Answer:
        """Do something in the thread that serves, and wait until it is done."""
        done: Future[Answer] = Future()
        self._loop.call_soon_threadsafe(lambda: done.set_result(what(*given)))
        return done.result()

    def _show(self, showing: Showing, voted: bool) -> None:
        self.showing, self.voted = showing, voted
        self.revision += 1
        for stirred in self._streams:
            stirred.set()

    # -- serving

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        app = web.Application(middlewares=[_safe])
        for path in FILES:
            app.router.add_get(path, self._file)
        app.router.add_get("/texts/{language}.json", self._texts)
        app.router.add_get("/api/state", self._state)
        app.router.add_get("/api/events", self._events)
        app.router.add_post("/api/join", self._join)
        app.router.add_post("/api/vote", self._vote)
        app.router.add_get("/plain", self._plain)
        app.router.add_post("/plain/{what}", self._plain_post)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.url = "http://{}:{}".format(*runner.addresses[0][:2])
        self._ready.set()
        await self._stop.wait()
        for stirred in self._streams:
            stirred.set()
        await runner.cleanup()

    async def _file(self, request: web.Request) -> web.Response:
        name, kind = FILES[request.path]
        body = (files("resources") / "phone" / name).read_bytes()
        return web.Response(body=body, content_type=kind, charset="utf-8", headers=KEPT)

    async def _texts(self, request: web.Request) -> web.Response:
        texts = voter_texts(request.match_info["language"])
        return web.json_response(dict(texts), headers=KEPT)

    async def _state(self, request: web.Request) -> web.Response:
        self.states += 1
        language = request.query["lang"]
        tag = f'"{self.revision}-{language}-{self.voted}-{self.joined}"'
        if request.headers.get("If-None-Match") == tag:
            return web.Response(status=304, headers={**FRESH, "ETag": tag})
        return self._json(self.state(language), headers={**FRESH, "ETag": tag})

    async def _events(self, request: web.Request) -> web.StreamResponse:
        if not self.events or not self.joined:
            return web.Response(status=401)
        response = web.StreamResponse(headers={**POLICY, "Content-Type": "text/event-stream"})
        stirred = asyncio.Event()
        self._streams.add(stirred)
        try:
            await response.prepare(request)
            while not self._stop.is_set():
                await response.write(b"data: %d\n\n" % self.revision)
                await stirred.wait()
                stirred.clear()
        except ConnectionError:
            pass
        finally:
            self._streams.discard(stirred)
        return response

    async def _join(self, request: web.Request) -> web.Response:
        asked = await self._posted(request)
        if self.refuses:
            return self._refused()
        if asked["code"] != CODE:
            return self._json({"error": "code_wrong"}, status=403)
        self.joined = True
        answer = {"token": TOKEN, "state": self.state(asked["lang"])}
        response = self._json(answer)
        if self.cookies:
            response.set_cookie("seat", TOKEN, httponly=True, samesite="Lax")
        return response

    async def _vote(self, request: web.Request) -> web.Response:
        asked = await self._posted(request)
        if self.refuses:
            return self._refused()
        if asked["round"] != self.showing.round:
            closed = {"error": "closed", "state": self.state(asked["lang"])}
            return self._json(closed, status=409)
        self.voted = True
        return self._json(self.state(asked["lang"]))

    async def _posted(self, request: web.Request) -> dict[str, Any]:
        asked: dict[str, Any] = await request.json()
        self.posts.append({"path": request.path, "seat": request.headers.get("X-Seat"), **asked})
        if self.mute:
            await self._stop.wait()
        return asked

    def _refused(self) -> web.Response:
        assert self.refuses is not None
        error, status = self.refuses
        return self._json({"error": error}, status=status)

    async def _plain(self, request: web.Request, told: str | None = None) -> web.Response:
        language = request.cookies.get("lang", "nl")
        html = render(self.state(language), voter_texts(language), language, told=told)
        return web.Response(text=html, content_type="text/html", headers=FRESH)

    async def _plain_post(self, request: web.Request) -> web.Response:
        form = await request.post()
        fields = [(key, str(value)) for key, value in form.items()]
        self.posts.append({"path": request.path, "form": fields})
        if self.refuses:
            return await self._plain(request, self.refuses[0])
        back = web.HTTPSeeOther("/plain")
        match request.match_info["what"]:
            case "join" if form["code"] == CODE:
                self.joined = True
            case "join":
                return await self._plain(request, "code_wrong")
            case "vote":
                self.voted = True
            case "language":
                assert form["lang"] in LANGUAGES
                back.set_cookie("lang", str(form["lang"]))
        raise back

    def _json(self, said: Any, **rest: Any) -> web.Response:
        rest.setdefault("headers", FRESH)
        body = msgspec.json.encode(said)
        return web.Response(body=body, content_type="application/json", **rest)


Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def _safe(request: web.Request, handler: Handler) -> web.StreamResponse:
    response = await handler(request)
    response.headers.update(POLICY)
    return response
