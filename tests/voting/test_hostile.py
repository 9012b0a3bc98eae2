"""A server among hostile machines: it answers or closes, stays up, and gives nothing away."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress

import pytest

from app.voting import http_connection, http_service
from tests.voting.server_room import Line, Room, open_room
from workshop_flows.ballots import Answer


@pytest.fixture
def room() -> Iterator[Room]:
    with open_room() as found:
        yield found
        assert found.ask("GET", "/").status == 200, "it is down"


def raw(room: Room, data: bytes) -> bytes:
    """Return all that the server says to these bytes, until it closes."""
    line = room.line()
    # It may be cut off in the middle of it.
    with suppress(OSError):
        line.send(data)
    return line.rest()


def asked(room: Room, *lines: str) -> bytes:
    """Return all that the server says to one request."""
    return raw(room, head(room, *lines, "Connection: close"))


def statuses(received: bytes) -> list[int]:
    return [int(found) for found in re.findall(rb"HTTP/1\.[01] (\d{3}) ", received)]


def head(room: Room, *lines: str) -> bytes:
    return "\r\n".join([*lines, f"Host: {room.served.place}", "", ""]).encode("latin-1")


LAST = b"GET /last HTTP/1.1\r\nHost: example.org\r\n\r\n"
"""After a request to another host the server closes."""

MALFORMED = [
    b"\r\n\r\n",
    b"GET\r\n\r\n",
    b"GET /\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"GET / HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.0\r\n\r\n",
    b"GET  / HTTP/1.1\r\nHost: x\r\n\r\n",
    b"G\x00T / HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET /\x00 HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n",
    b"GET / HTTP/1.1\r\nHo\x01st: x\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\x00b\r\n\r\n",
    b"GET / HTTP/1.1\nHost: x\n\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999999\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
    b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: cow\r\n\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"SSH-2.0-OpenSSH_9.6\r\n",
    b"\xff" * 4096,
    b"\x00" * 4096,
    b"A" * 100_000,
]


@pytest.mark.parametrize("data", MALFORMED)
def test_what_is_no_request_is_refused_and_closed(
    room: Room, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    # So long it waits for the rest of what looks as if there were more.
    monkeypatch.setattr(http_connection, "PATIENCE", 0.05)
    received = raw(room, data)
    monkeypatch.undo()
    assert all(400 <= status < 500 for status in statuses(received))
    assert b"Leerradar" in received or received == b""
    assert b"aiohttp" not in received
    assert b"Python" not in received


TRICKS = [
    "/../",
    "/..",
    "//",
    "//phone.css",
    "/./",
    "/phone.css/",
    "/phone.css/..",
    "/phone.css%00",
    "/phone.css\x00",
    "/%2e%2e/phone.css",
    "/%70hone.css",
    "/PHONE.CSS",
    "/texts/",
    "/texts/nl",
    "/texts/nl.json/",
    "/texts/..%2fphone.css",
    "/texts/../phone.css",
    "/texts/fr.json",
    "/static/",
    "/phone/page.html",
    "/page.html",
    "/resources/tokens.json",
    "/api/",
    "/api/state/",
    "/api/state;a=b",
    "/api/../api/state",
    "/api%2fstate",
    "/plain/",
    "/.git/config",
    "/favicon.ico",
    "/C:/Windows/win.ini",
    "/..\\..\\x",
    "*",
    "phone.css",
    "?",
    "/?/../x"[2:],
    "/é",
    "/" + "a" * 900,
]


@pytest.mark.parametrize("path", TRICKS)
def test_only_the_listed_paths_are_reachable(room: Room, path: str) -> None:
    received = asked(room, f"GET {path} HTTP/1.1")
    assert statuses(received) in ([404], [400])


def test_an_address_in_full_is_no_path(room: Room) -> None:
    for place in (room.served.place, "example.org"):
        received = asked(room, f"GET http://{place}/api/state HTTP/1.1")
        assert statuses(received) == [404]


@pytest.mark.parametrize(
    "host",
    ["example.org", "localhost:{port}", "127.0.0.1", "127.0.0.1:{port}.evil.org", "", "a, b", "@"],
)
def test_another_name_for_this_address_is_refused(room: Room, host: str) -> None:
    host = host.format(port=room.served.port)
    data = f"GET /api/state HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()
    assert statuses(raw(room, data)) == [403]


def test_two_hosts_are_refused(room: Room) -> None:
    assert statuses(asked(room, "GET / HTTP/1.1", "Host: example.org"))[0] in (400, 403)


ORIGINS = [
    ("http://example.org", "", False),
    ("null", "", False),
    ("https://{place}", "", False),
    ("http://{place}.example.org", "", False),
    ("http://127.0.0.1:1", "", False),
    ("http://{place}/", "", False),
    ("http://{place}", "", True),
    ("http://{place}", "same-origin", True),
    ("", "", True),
    ("", "same-origin", True),
    ("", "same-site", False),
    ("", "cross-site", False),
    ("", "none", False),
]


@pytest.mark.parametrize(("origin", "site", "allowed"), ORIGINS)
def test_only_its_own_page_may_vote(room: Room, origin: str, site: str, allowed: bool) -> None:
    token = room.join()
    room.open()
    given = {"Origin": origin.format(place=room.served.place), "Sec_Fetch_Site": site}
    for path, body in (
        ("/api/vote", {"round": 7, "value": 3}),
        ("/plain/vote", b"round=7&value=3"),
    ):
        room.box.cast_of.clear()
        found = room.ask("POST", path, body, Cookie=f"seat={token}", **given)
        assert found.status == ({"/api/vote": 200}.get(path, 303) if allowed else 403)
        assert bool(room.box.cast_of) is allowed


def test_another_site_can_not_join_either(room: Room) -> None:
    for path in ("/api/join", "/plain/join"):
        assert room.ask("POST", path, {"code": "CDFG"}, Origin="http://example.org").status == 403
    assert room.box.asked == []


def test_an_answer_allows_no_other_site_to_read_it(room: Room) -> None:
    found = room.ask("GET", "/api/state", Origin="http://example.org")
    assert found.status == 403
    assert not [name for name in found.headers if name.startswith("Access-Control")]


@pytest.mark.parametrize("path", ["/api/join", "/api/vote", "/plain/join", "/plain/vote"])
def test_a_body_is_small(room: Room, path: str) -> None:
    token = room.join()
    for body in (b"x" * 1025, b"x" * 100_000):
        found = room.ask("POST", path, body, X_Seat=token)
        assert (found.status, found.closes) == (413, True)
    assert room.ask("POST", path, b"x" * 1024, X_Seat=token).status in (303, 400, 403)


def test_a_body_that_never_ends_is_cut_off(room: Room) -> None:
    line = room.line()
    line.send(
        head(room, "POST /api/join HTTP/1.1", "Transfer-Encoding: chunked")
        + b"400\r\n"
        + b"x" * 1024
        + b"\r\n"
        + b"1\r\nx\r\n"
    )
    found = line.answer("POST")
    assert (found.status, found.closes) == (413, True)


def test_a_huge_body_that_is_only_announced_is_refused_at_once(room: Room) -> None:
    line = room.line()
    line.send(head(room, "POST /api/vote HTTP/1.1", "Content-Length: 1000000000"))
    assert line.answer("POST").status == 413


def test_a_packed_body_is_not_unpacked(room: Room) -> None:
    import zlib

    bomb = zlib.compress(b"[" * 500_000)[:1024]
    for kind in ("deflate", "gzip", "br"):
        found = room.ask("POST", "/api/join", bomb, Content_Encoding=kind)
        assert found.status == 400


@pytest.mark.parametrize(
    "extra",
    [
        ["X: " + "x" * 10_000],
        [f"X{number}: x" for number in range(200)],
        ["X" * 10_000 + ": x"],
        ["Cookie: " + "seat=x; " * 2000],
    ],
)
def test_a_flood_of_headers_is_refused(room: Room, extra: list[str]) -> None:
    received = asked(room, "GET / HTTP/1.1", *extra)
    assert statuses(received) in ([400], [431], [])


def test_a_line_without_end_is_refused(room: Room) -> None:
    assert statuses(asked(room, f"GET /{'a' * 5000} HTTP/1.1")) in ([400], [414], [])


def test_requests_in_a_row_are_answered_in_a_row(room: Room) -> None:
    token = room.join()
    room.open()
    vote = json.dumps({"round": 7, "value": 2}).encode()
    post = head(room, "POST /api/vote HTTP/1.1", f"X-Seat: {token}", f"Content-Length: {len(vote)}")
    received = raw(room, head(room, "GET / HTTP/1.1") * 3 + (post + vote) * 50 + LAST)
    assert statuses(received) == [200] * 53 + [403]
    assert room.box.cast_of == {1: (Answer(2), "")}


def test_a_request_hidden_in_another_is_not_seen(room: Room) -> None:
    """What a body holds is never taken for a request (smuggling)."""
    token = room.join()
    room.open()
    hidden = head(room, "POST /api/vote HTTP/1.1", f"X-Seat: {token}", "Content-Length: 23")
    hidden += b'{"round": 7, "value":2}'
    outer = head(room, "POST /api/join HTTP/1.1", f"Content-Length: {len(hidden)}") + hidden
    assert statuses(raw(room, outer + LAST)) == [400, 403]
    both = head(room, "POST /api/join HTTP/1.1", "Content-Length: 4", "Transfer-Encoding: chunked")
    assert statuses(raw(room, both + b"0\r\n\r\n" + hidden)) in ([400], [])
    assert room.box.cast_of == {}


def test_other_methods_and_tricks_with_methods_change_nothing(room: Room) -> None:
    token = room.join()
    room.open()
    body = {"round": 7, "value": 2}
    for method in ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "post", "VOTE", "GET"):
        given = {"X_Seat": token, "X_HTTP_Method_Override": "POST"}
        assert room.ask(method, "/api/vote?_method=POST", body, **given).status in (400, 405)
    assert room.box.cast_of == {}


def test_an_upgrade_is_not_taken(room: Room) -> None:
    wish = "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13"
    for path in ("/api/state", "/api/events"):
        received = raw(room, head(room, f"GET {path} HTTP/1.1", *wish) + LAST)
        assert statuses(received)[0] in (200, 400, 401)
    assert statuses(raw(room, head(room, "GET / HTTP/1.1", "Upgrade: h2c") + LAST))[0] in (200, 400)


SEATS = ["\xff", "é", "\x01", "a" * 3000, "' OR 1=1 --", "\t", "{}", "None", "0"]


@pytest.mark.parametrize("seat", SEATS)
def test_a_made_up_seat_is_nobody(room: Room, seat: str) -> None:
    room.join()
    for name in ("X-Seat: ", "Cookie: seat="):
        received = asked(room, "GET /api/state HTTP/1.1", name + seat)
        assert b'"joined":true' not in received
        assert statuses(received) in ([200], [400])


def test_slow_ones_are_closed(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_connection, "PATIENCE", 0.5)
    idle = room.line()
    idle.post("GET", "/")
    slow = room.line()
    slow.send(head(room, "POST /api/join HTTP/1.1", "Content-Length: 20") + b'{"code')
    half = room.line()
    half.send(b"GET / HTTP/1.1\r\nHost: ")
    silent = room.line()
    assert statuses(idle.rest()) == [200]
    assert statuses(slow.rest()) == [408]
    assert half.rest() == silent.rest() == b""


def test_one_who_trickles_is_closed_all_the_same(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_connection, "PATIENCE", 0.05)
    line = room.line()
    sent = 0
    with suppress(OSError):
        line.send(head(room, "POST /api/join HTTP/1.1", "Content-Length: 1000000")[:-2])
        while sent < 10_000_000:
            line.send(b"X")
            sent += 1
    assert sent < 10_000_000


def test_one_who_does_not_read_is_cut_off(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_connection, "PATIENCE", 0.05)
    line = room.line()
    wishes = head(room, "GET /phone.js HTTP/1.1") * 100
    with pytest.raises(ConnectionError):
        line.send(wishes * 10_000)
    monkeypatch.undo()


def test_beyond_so_many_connections_the_newest_is_closed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(http_service, "MOST_CONNECTIONS", 20)
    with open_room() as room:
        lines = [room.line() for _ in range(20)]
        for line in lines:
            assert line.ask("GET", "/").status == 200
        more = [room.line() for _ in range(5)]
        for line in more:
            assert line.rest() == b""
        assert lines[0].ask("GET", "/").status == 200
        lines[0].hang_up()
        assert lines[1].ask("GET", "/").status == 200
        assert room.ask("GET", "/").status == 200


def test_a_big_room_may_have_more_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_service, "MOST_CONNECTIONS", 1)
    with open_room() as room:
        lines = [room.line() for _ in range(http_service.PER_SEAT * len(room.box.seats))]
        for line in lines:
            assert line.ask("GET", "/").status == 200
        assert room.line().rest() == b""


def test_a_flood_of_connections_leaves_the_server_up(room: Room) -> None:
    lines: list[Line] = []
    for _ in range(400):
        lines.append(room.line())
    for line in lines:
        line.hang_up()


def test_what_fails_inside_tells_nothing(
    room: Room, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    token = room.join()

    def broken(_token: str) -> bool:
        raise RuntimeError(token)

    monkeypatch.setattr(room.box, "has_voted", broken)
    room.open()
    found = room.ask("GET", "/api/state", X_Seat=token)
    assert (found.status, found.body) == (500, b"500 Internal Server Error\n")
    (record,) = caplog.records
    assert record.getMessage() == "RuntimeError in broken"
    caplog.clear()
