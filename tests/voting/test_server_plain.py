"""The voter's page without JavaScript, over the wire."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

import pytest

from app.voting.showing import Showing
from tests.voting.server_room import Answer, Room, open_room
from workshop_flows.ballots import Answer as Given
from workshop_flows.ballots import Chosen, Consent, Consented
from workshop_flows.state import Card, CardsSubject, ConsentSubject, FocusSubject
from workshop_flows.vocabulary import AxisId

CARDS = (Card(axis=AxisId.A1, title="Een"), Card(axis=AxisId.A2, title="Twee"))


@pytest.fixture
def room() -> Iterator[Room]:
    with open_room() as found:
        yield found


def send(room: Room, path: str, fields: Mapping[str, object], **headers: str) -> Answer:
    body = urlencode(fields, doseq=True).encode()
    return room.ask("POST", path, body, **headers)


def is_way_back(found: Answer) -> bool:
    return (found.status, found.headers["Location"]) == (303, "/plain")


def test_joining_leads_back_to_the_page_with_a_cookie(room: Room) -> None:
    found = send(room, "/plain/join", {"code": "cdfg"})
    assert is_way_back(found)
    token = found.headers["Set-Cookie"].partition(";")[0]
    assert token.startswith("seat=")
    assert "HttpOnly" in found.headers["Set-Cookie"]
    again = send(room, "/plain/join", {"code": "HJKM"}, Cookie=token)
    assert is_way_back(again)
    assert "Set-Cookie" not in again.headers
    assert room.box.asked == ["cdfg"]


@pytest.mark.parametrize(
    ("showing", "fields", "cast"),
    [
        (None, {"value": "4"}, (Given(4), "")),
        (None, {"value": "skip"}, (Given(0), "")),
        (Showing(round=7, subject=FocusSubject()), {"value": ["G3", "A2"]}, (Chosen((1, 6)), "")),
        (Showing(round=7, subject=FocusSubject()), {}, (Chosen(()), "")),
        (
            Showing(round=7, subject=CardsSubject(), cards=CARDS),
            {"value": ["1"]},
            (Chosen((1,)), ""),
        ),
        (
            Showing(round=7, subject=ConsentSubject()),
            {"value": "yes_if", "text": " één\r\nregel\x00 \u202e"},
            (Consented(Consent.YES_IF), "één regel"),
        ),
    ],
)
def test_every_kind_of_ballot_fits_in_a_form(
    room: Room, showing: Showing | None, fields: dict[str, str], cast: object
) -> None:
    token = room.join()
    room.open(showing)
    found = send(room, "/plain/vote", {"round": 7, **fields}, Cookie=f"seat={token}")
    assert is_way_back(found)
    assert room.box.cast_of == {1: cast}


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"round": "7", "value": "6"}, 400),
        ({"round": "7"}, 400),
        ({"round": "seven", "value": "3"}, 400),
        ({"round": "٧", "value": "3"}, 400),
        ({"round": "9" * 400, "value": "3"}, 400),
        ({"round": "6", "value": "3"}, 409),
        ({"value": "3"}, 400),
    ],
)
def test_what_is_wrong_is_said_on_the_page(room: Room, fields: dict[str, str], status: int) -> None:
    token = room.join()
    room.open()
    found = send(room, "/plain/vote", fields, Cookie=f"seat={token}")
    assert found.status == status
    assert found.headers["Content-Type"].startswith("text/html")
    assert room.box.cast_of == {}


def test_a_stranger_votes_nothing(room: Room) -> None:
    room.open()
    assert send(room, "/plain/vote", {"round": "7", "value": "3"}).status == 401


def test_the_language_is_kept_in_a_cookie(room: Room) -> None:
    found = send(room, "/plain/language", {"lang": "ar"})
    assert is_way_back(found)
    kept = found.headers["Set-Cookie"].partition(";")[0]
    assert kept == "lang=ar"
    assert b'dir="rtl"' in room.ask("GET", "/plain", Cookie=kept).body
    assert send(room, "/plain/language", {"lang": "xx; a=b"}).status == 400


def test_only_a_page_on_which_nothing_is_asked_loads_itself_anew(room: Room) -> None:
    token = room.join()
    cookie = f"seat={token}"
    assert room.ask("GET", "/plain", Cookie=cookie).headers["Refresh"] == "5"
    room.open()
    assert "Refresh" not in room.ask("GET", "/plain", Cookie=cookie).headers
    assert "Refresh" not in room.ask("GET", "/plain").headers


@pytest.mark.parametrize("body", [b"", b"%ff", b"\xff\xfe", b"&" * 9, b"code=%ff&lang=%80"])
@pytest.mark.parametrize("path", ["/plain/join", "/plain/vote", "/plain/language"])
def test_nonsense_is_answered(room: Room, path: str, body: bytes) -> None:
    found = room.ask("POST", path, body)
    assert found.status in (400, 401, 403)
