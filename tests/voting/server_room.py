"""A running server with people around it, for tests of what goes over the wire."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPResponse
from typing import Any, cast

from app.voting.box import BallotBox
from app.voting.server import PhoneServer, Served
from app.voting.showing import Showing
from tests.voting.fake_box import LONG_ENOUGH, FakeBox
from workshop_flows.state import StatementSubject
from workshop_flows.vocabulary import Role

HERE = "127.0.0.1"
CODES = {"CDFG": Role.STAFF, "HJKM": Role.STAFF, "NPQR": Role.OWNER}
STATEMENT = StatementSubject(statement="A1.1", number=1)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes
    closes: bool

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Line:
    """One connection to the server."""

    def __init__(self, served: Served, *, source: str = HERE) -> None:
        self.served = served
        self.socket = socket.create_connection(
            (served.address, served.port), LONG_ENOUGH, source_address=(source, 0)
        )
        self.received = b""

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def post(self, method: str, path: str, body: object = None, **headers: str) -> None:
        """Send a request; the header `X_Seat` stands for X-Seat."""
        data = body if isinstance(body, bytes) else b"" if body is None else packed(body)
        given = {"Host": self.served.place, "Content-Length": str(len(data))}
        if method != "GET":
            given["Origin"] = self.served.url
        given |= {name.replace("_", "-"): value for name, value in headers.items()}
        lines = [f"{method} {path} HTTP/1.1", *(f"{k}: {v}" for k, v in given.items() if v)]
        self.send("\r\n".join([*lines, "", ""]).encode() + data)

    def answer(self, method: str = "GET") -> Answer:
        # One that reads no further than it must, so that the next answer stays in the socket.
        response = HTTPResponse(_unbuffered(self.socket), method=method)
        response.begin()
        body = response.read()
        return Answer(response.status, dict(response.getheaders()), body, response.will_close)

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> Answer:
        self.post(method, path, body, **headers)
        return self.answer(method)

    def listen(self, token: str) -> None:
        """Open a stream of events and take its head."""
        self.post("GET", "/api/events", X_Seat=token)
        self.until(b"\r\n\r\n")

    def event(self) -> bytes:
        """Return the next line of events."""
        return self.until(b"\n\n\r\n").split(b"\r\n", 1)[1].removesuffix(b"\n\n\r\n")

    def until(self, end: bytes) -> bytes:
        while end not in self.received:
            data = self.socket.recv(65536)
            assert data, self.received
            self.received += data
        found, _, self.received = self.received.partition(end)
        return found + end

    def rest(self) -> bytes:
        """Return everything up to the end of the connection."""
        found = self.received
        try:
            while data := self.socket.recv(65536):
                found += data
        except ConnectionError:
            pass
        return found

    def hang_up(self) -> None:
        self.socket.close()


class _Unbuffered:
    def __init__(self, line: socket.socket) -> None:
        self._line = line

    def makefile(self, _mode: str) -> Any:
        return self._line.makefile("rb", 0)


def _unbuffered(line: socket.socket) -> socket.socket:
    return cast(socket.socket, _Unbuffered(line))


def packed(body: object) -> bytes:
    return json.dumps(body).encode()


@dataclass
class Room:
    box: FakeBox
    server: PhoneServer
    served: Served
    clock: Clock
    lines: list[Line] = field(default_factory=list)

    def line(self, source: str = HERE) -> Line:
        line = Line(self.served, source=source)
        self.lines.append(line)
        return line

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> Answer:
        """Ask on a connection of its own."""
        line = self.line()
        found = line.ask(method, path, body, **headers)
        line.hang_up()
        return found

    def join(self, code: str = "CDFG") -> str:
        """Return the token of a phone that joined."""
        return cast(str, self.ask("POST", "/api/join", {"code": code}).json["token"])

    def open(self, showing: Showing | None = None) -> None:
        """Open a round on a statement, or on what is given."""
        found = Showing(round=7, subject=STATEMENT) if showing is None else showing
        if found.round is not None:
            self.box.open_round(found.round)
        self.server.publish(found)


@contextmanager
def open_room(
    *,
    codes: dict[str, Role] | None = None,
    contact: Callable[[], None] | None = None,
) -> Iterator[Room]:
    """Open a room; what it leaves behind fails the test."""
    before = set(threading.enumerate())
    box = FakeBox(CODES if codes is None else codes)
    clock = Clock()
    server = PhoneServer(cast(BallotBox, box), contact=contact, clock=clock)
    room = Room(box, server, server.start(HERE, (0,)), clock)
    try:
        yield room
    finally:
        server.stop()
        for line in room.lines:
            line.hang_up()
    assert set(threading.enumerate()) <= before
