"""Votes as fast as wires carry them: requests made beforehand, on connections that are open.

`python -m tests.load.volley URL` takes codes on its first line of stdin, has them join, and tells
so. Then it answers each line of JSON with one: votes of all, or who sees a round open and when.
Times are those of the machine's monotonic clock in ns, the same in every process.
"""

import http.client
import json
import selectors
import socket
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import cast
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

PATIENCE = 20.0
OK = b"HTTP/1.1 200 "


class Ask(Struct, frozen=True, kw_only=True):
    """`do`: vote, in `round`, spread over so many `seconds`; or watch, for the next one."""

    do: str
    round: int = 0
    seconds: float = 0.0


class Times(Struct, frozen=True, kw_only=True):
    """Per phone when its vote was sent, and confirmed; or, of a watch, when it saw the round."""

    sent: tuple[int, ...] = ()
    told: tuple[int, ...] = ()


class Volley:
    def __init__(self, url: str, codes: Sequence[str]) -> None:
        self._url = url
        place = urlsplit(url)
        self._where = (place.hostname or "", place.port or 80)
        self._host = place.netloc
        self._tokens = [self._join(code) for code in codes]

    def vote(self, number: int, seconds: float) -> Times:
        """Have every phone vote once."""
        ready = [(self._connected(), self._request(token, number)) for token in self._tokens]
        count = len(ready)
        sent, told = [0] * count, [0] * count
        with selectors.DefaultSelector() as waiting:
            begun = time.perf_counter_ns()
            due = [begun + int(seconds * 1e9 * phone / count) for phone in range(count)]
            following = 0
            while waiting.get_map() or following < count:
                now = time.perf_counter_ns()
                while following < count and due[following] <= now:
                    line, request = ready[following]
                    sent[following] = time.perf_counter_ns()
                    line.sendall(request)
                    waiting.register(line, selectors.EVENT_READ, following)
                    following += 1
                left = due[following] - now if following < count else PATIENCE * 1e9
                for key, _ in waiting.select(max(0.0, left / 1e9)):
                    line, _ = ready[key.data]
                    said = line.recv(65536)
                    told[key.data] = time.perf_counter_ns()
                    assert said.startswith(OK), said
                    waiting.unregister(line)
                    line.close()
        return Times(sent=tuple(sent), told=tuple(told))

    def watch(self, ready: Callable[[], None]) -> Times:
        """Wait for a round, as the page does; return when each phone had its question.

        `ready` is called once all phones hear of news.
        """
        told = [0] * len(self._tokens)
        with selectors.DefaultSelector() as waiting:
            for phone, token in enumerate(self._tokens):
                line = self._connected()
                line.sendall(self._get("/api/events", token))
                waiting.register(line, selectors.EVENT_READ, (phone, False))
            heard = 0
            while waiting.get_map():
                found = waiting.select(PATIENCE)
                assert found, "no round was opened"
                for key, _ in found:
                    (phone, is_answer), line = key.data, cast(socket.socket, key.fileobj)
                    said = line.recv(65536)
                    if is_answer:
                        waiting.unregister(line)
                        line.close()
                        if b'"phase":"vote"' in said:
                            told[phone] = time.perf_counter_ns()
                            self._hang_up(waiting, phone)
                        continue
                    if b"data: " not in said:
                        continue
                    heard += 1
                    if heard == len(told):
                        ready()
                    asking = self._connected()
                    asking.sendall(self._get("/api/state?lang=nl", self._tokens[phone]))
                    waiting.register(asking, selectors.EVENT_READ, (phone, True))
        return Times(told=tuple(told))

    @staticmethod
    def _hang_up(waiting: selectors.BaseSelector, phone: int) -> None:
        for key in list(waiting.get_map().values()):
            if key.data[0] == phone:
                waiting.unregister(key.fileobj)
                cast(socket.socket, key.fileobj).close()

    def _get(self, path: str, token: str) -> bytes:
        lines = [f"GET {path} HTTP/1.1", f"Host: {self._host}", f"X-Seat: {token}"]
        return "\r\n".join([*lines, "", ""]).encode()

    def _join(self, code: str) -> str:
        line = http.client.HTTPConnection(*self._where)
        body = json.dumps({"code": code})
        line.request("POST", "/api/join", body, {"Origin": self._url})
        token: str = json.loads(line.getresponse().read())["token"]
        line.close()
        return token

    def _connected(self) -> socket.socket:
        line = socket.create_connection(self._where)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return line

    def _request(self, token: str, number: int) -> bytes:
        body = json.dumps({"round": number, "value": 4, "lang": "nl"})
        lines = [
            "POST /api/vote HTTP/1.1",
            f"Host: {self._host}",
            f"Origin: {self._url}",
            f"X-Seat: {token}",
            f"Cookie: seat={token}",
            "User-Agent: Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Mobile Safari/537.36",
            "Accept: */*",
            "Accept-Language: nl-NL,nl;q=0.9",
            "Content-Type: application/json",
            f"Content-Length: {len(body)}",
        ]
        return "\r\n".join([*lines, "", body]).encode()


def main(url: str) -> None:
    volley = Volley(url, sys.stdin.readline().strip().split(","))
    _say(Times())
    for line in sys.stdin:
        ask = msgspec.json.decode(line, type=Ask)
        if ask.do == "vote":
            _say(volley.vote(ask.round, ask.seconds))
        else:
            _say(volley.watch(partial(_say, Times())))


def _say(what: object) -> None:
    print(msgspec.json.encode(what).decode(), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
