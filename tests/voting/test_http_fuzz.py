"""Whatever is sent, the server answers or closes, stays up, and does nothing unasked."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.voting.http_joins import MINUTE
from app.voting.showing import Showing
from tests.voting.server_room import STATEMENT, Line, Room, open_room
from tests.voting.test_hostile import statuses
from tests.voting.test_server import PATHS
from workshop_flows.ballots import fits
from workshop_flows.state import Card, CardsSubject, ConsentSubject, FocusSubject
from workshop_flows.vocabulary import AXES, AxisId

POSTS = ("/api/join", "/api/vote", "/plain/join", "/plain/vote", "/plain/language")
READS = (*PATHS, "/api/events")
EXAMPLES = 150
SHOWINGS = (
    Showing(round=7, subject=STATEMENT),
    Showing(round=7, subject=FocusSubject()),
    Showing(round=7, subject=CardsSubject(), cards=(Card(axis=AxisId.A1, title="<b>"),) * 3),
    Showing(round=7, subject=ConsentSubject()),
    Showing(),
    Showing(over=True),
)

line_text = st.text(st.characters(codec="latin-1", exclude_characters="\r\n\x00"), max_size=60)
token = st.text("abcXYZ-_09", min_size=1, max_size=12)
paths = st.one_of(
    st.sampled_from((*READS, *POSTS)),
    st.builds("{}?{}".format, st.sampled_from((*READS, *POSTS)), token),
    st.builds("/{}".format, st.text("./%20aeflnopstx?&=;:\\~", max_size=40)),
)
methods = st.one_of(st.sampled_from(["GET", "POST", "HEAD", "PUT", "OPTIONS"]), token)
names = st.one_of(
    st.sampled_from(
        "X-Seat Cookie Accept-Language If-None-Match Content-Type Range Expect Upgrade TE".split()
    ),
    token,
)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=10)
    | st.sampled_from(["skip", "yes", "no", *AXES]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["answer", "text", "x"]), inner, max_size=3)
    ),
    max_leaves=5,
)
votes = st.fixed_dictionaries(
    {"round": st.sampled_from([7, 6, "7", None]), "value": values},
    optional={"lang": st.sampled_from(["nl", "ar", "xx", 1]), "code": st.just("CDFG")},
)
bodies = st.one_of(st.binary(max_size=1500), votes.map(lambda one: json.dumps(one).encode()))


@pytest.fixture
def room() -> Iterator[Room]:
    with open_room() as found:
        yield found
        assert found.ask("GET", "/").status == 200, "it is down"


def sent(line: Line, method: str, path: str, headers: list[tuple[str, str]], body: bytes) -> bytes:
    """Return all that comes back on a request that is well-formed as far as it goes."""
    lines = [
        f"{method} {path} HTTP/1.1",
        f"Host: {line.served.place}",
        f"Origin: {line.served.url}",
        *(f"{name}: {value}" for name, value in headers),
        f"Content-Length: {len(body)}",
        "Connection: close",
    ]
    line.send("\r\n".join([*lines, "", ""]).encode("latin-1") + body)
    return line.rest()


def test_any_request_is_answered(room: Room) -> None:
    seat = room.join("CDFG")
    seats = st.sampled_from([seat, "nobody"])

    @settings(max_examples=EXAMPLES)
    @given(
        method=methods,
        path=paths,
        headers=st.lists(st.tuples(names, line_text), max_size=4),
        seat=seats,
        body=bodies,
        showing=st.sampled_from(SHOWINGS),
    )
    def check(
        method: str,
        path: str,
        headers: list[tuple[str, str]],
        seat: str,
        body: bytes,
        showing: Showing,
    ) -> None:
        if (method, path.partition("?")[0]) == ("GET", "/api/events"):
            # It would go on until somebody ends it.
            seat = "nobody"
        room.open(showing)
        room.clock.now += MINUTE
        line = room.line()
        received = sent(line, method, path, [*headers, ("X-Seat", seat)], body)
        line.hang_up()
        found = statuses(received)
        assert len(found) <= 1
        assert all(status < 500 for status in found)
        if found == [200]:
            listed = {"GET": READS, "POST": POSTS}[method]
            assert path.partition("?")[0] in listed
        assert_fitting(room, showing)

    check()


def assert_fitting(room: Room, showing: Showing) -> None:
    for cast, text in room.box.cast_of.values():
        assert showing.subject is not None
        assert fits(cast, showing.subject, showing.options)
        assert len(text) <= 140


def test_any_value_of_a_vote_counts_or_is_refused(room: Room) -> None:
    seat = room.join("CDFG")

    @settings(max_examples=EXAMPLES)
    @given(vote=votes, showing=st.sampled_from(SHOWINGS))
    def check(vote: dict[str, object], showing: Showing) -> None:
        room.open(showing)
        line = room.line()
        found = line.ask("POST", "/api/vote", vote, X_Seat=seat)
        line.hang_up()
        assert found.status in (200, 400, 409)
        if found.status == 200:
            assert found.json["voted"] is True
        else:
            assert room.box.cast_of == {}
        assert_fitting(room, showing)

    check()


@pytest.mark.parametrize(
    "start", [b"", b"GET / HTTP/1.1\r\n", b"POST /api/join HTTP/1.1\r\nHost: "]
)
def test_any_bytes_are_survived(room: Room, start: bytes) -> None:
    @settings(max_examples=EXAMPLES)
    @given(data=st.one_of(st.binary(max_size=3000), line_text.map(lambda text: text.encode())))
    def check(data: bytes) -> None:
        line = room.line()
        received = b""
        try:
            line.send(start + data)
            line.socket.shutdown(1)
            received = line.rest()
        except OSError:
            # Cut off, which is an answer too.
            pass
        line.hang_up()
        assert all(status < 500 for status in statuses(received))
        assert 200 not in statuses(received)

    check()
