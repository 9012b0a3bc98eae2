"""What phones ask of the server, and what they get."""

import json
import select
from collections.abc import Iterator
from typing import Any

import pytest

from app.voting.box import Refusal
from app.voting.server import Served
from app.voting.showing import Showing
from app.voting.voter_page import LANGUAGES
from tests.voting.server_room import Room, open_room
from workshop_flows.ballots import SKIP, Answer

PATHS = (
    "/",
    "/phone.css",
    "/phone.js",
    "/icon.svg",
    "/api/state",
    "/plain",
    *(f"/texts/{language}.json" for language in LANGUAGES),
)


@pytest.fixture
def room() -> Iterator[Room]:
    with open_room() as found:
        yield found


def vote(value: object, number: int = 7) -> dict[str, Any]:
    return {"round": number, "value": value, "lang": "nl"}


def test_an_address_leaves_out_the_port_that_goes_without_saying() -> None:
    assert Served(address="192.168.4.1", port=80).url == "http://192.168.4.1"
    assert Served(address="192.168.4.1", port=8080).url == "http://192.168.4.1:8080"


@pytest.mark.parametrize("path", PATHS)
def test_everything_that_is_served_carries_the_safe_headers(room: Room, path: str) -> None:
    found = room.ask("GET", path)
    assert found.status == 200
    assert found.body
    assert_safe(found.headers)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("HEAD", "/", 405),
        ("DELETE", "/api/state", 405),
        ("OPTIONS", "/api/vote", 405),
        ("GET", "/api/vote", 405),
        ("GET", "/api/join?code=CDFG", 405),
        ("GET", "/plain/vote", 405),
        ("POST", "/", 405),
        ("POST", "/nothing", 404),
    ],
)
def test_nothing_else_is_served(room: Room, method: str, path: str, status: int) -> None:
    found = room.ask(method, path)
    assert found.status == status
    assert found.headers["Content-Type"].startswith("text/plain")
    assert_safe(found.headers)
    assert room.box.asked == []


def assert_safe(headers: dict[str, str]) -> None:
    policy = headers["Content-Security-Policy"].split("; ")
    assert policy == [
        "default-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    ]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cache-Control"] in ("no-store", "private, max-age=86400")
    assert headers["Server"] == "Leerradar"


def test_a_phone_keeps_the_page_and_nothing_else(room: Room) -> None:
    page = room.ask("GET", "/")
    assert page.headers["Cache-Control"] == "private, max-age=86400"
    again = room.ask("GET", "/", If_None_Match=page.headers["ETag"])
    assert (again.status, again.body) == (304, b"")
    assert room.ask("GET", "/api/state").headers["Cache-Control"] == "no-store"
    assert room.ask("GET", "/plain").headers["Cache-Control"] == "no-store"


def test_joining_gives_a_token_and_a_cookie_that_no_script_reads(room: Room) -> None:
    found = room.ask("POST", "/api/join", {"code": "cdfg", "lang": "pl"})
    assert found.status == 200
    assert found.json["state"]["joined"] is True
    token, *rest = found.headers["Set-Cookie"].split("; ")
    assert token == f"seat={found.json['token']}"
    assert rest == ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=86400"]


def test_a_code_is_burnt_before_the_phone_hears_of_it(room: Room) -> None:
    room.box.hold()
    line = room.line()
    line.post("POST", "/api/join", {"code": "CDFG"})
    room.box.await_held(1)
    assert silent(line.socket)
    room.box.release()
    assert line.answer("POST").status == 200


def silent(line: Any) -> bool:
    return select.select([line], [], [], 0) == ([], [], [])


@pytest.mark.parametrize("code", ["XXXX", "", "C", "CDFGH", "<b>", "٤٤٤٤"])
def test_a_wrong_code_is_told(room: Room, code: str) -> None:
    found = room.ask("POST", "/api/join", {"code": code})
    assert (found.status, found.json) == (403, {"error": "code_wrong"})


def test_why_a_code_does_not_work_is_told(room: Room) -> None:
    room.join("CDFG")
    used = room.ask("POST", "/api/join", {"code": "CDFG"})
    assert (used.status, used.json) == (409, {"error": "code_used"})
    room.box.full = True
    full = room.ask("POST", "/api/join", {"code": "HJKM"})
    assert (full.status, full.json) == (409, {"error": "room_full"})
    room.box.disk_full = True
    unsaved = room.ask("POST", "/api/join", {"code": "HJKM"})
    assert (unsaved.status, unsaved.json) == (503, {"error": "not_saved"})


def test_a_phone_that_joined_burns_no_second_code(room: Room) -> None:
    token = room.join("CDFG")
    asked = list(room.box.asked)
    again = room.ask("POST", "/api/join", {"code": "HJKM"}, Cookie=f"a=b; seat={token}")
    assert (again.status, again.json["token"]) == (200, token)
    assert room.box.asked == asked


@pytest.mark.parametrize(
    "headers", [{"X_Seat": "{}"}, {"Cookie": "seat={}"}, {"X_Seat": "dead", "Cookie": "seat={}"}]
)
def test_a_phone_is_known_by_header_or_cookie(room: Room, headers: dict[str, str]) -> None:
    token = room.join()
    filled = {name: value.format(token) for name, value in headers.items()}
    assert room.ask("GET", "/api/state", **filled).json["joined"] is True


def test_the_header_counts_before_the_cookie(room: Room) -> None:
    staff, owner = room.join("CDFG"), room.join("NPQR")
    room.open()
    room.ask("POST", "/api/vote", vote(4), X_Seat=owner, Cookie=f"seat={staff}")
    assert list(room.box.cast_of) == [3]


def test_a_stranger_sees_only_that_he_may_join(room: Room) -> None:
    room.open()
    state = room.ask("GET", "/api/state", X_Seat="nobody").json
    assert (state["phase"], state["joined"], state["question"]) == ("join", False, None)


def test_staff_and_owner_see_their_own_wording(room: Room) -> None:
    staff, owner = room.join("CDFG"), room.join("NPQR")
    room.open()
    seen = {room.ask("GET", "/api/state", X_Seat=one).json["question"] for one in (staff, owner)}
    assert len(seen) == 2


def test_an_unchanged_state_is_not_sent_again(room: Room) -> None:
    token = room.join()
    room.open()
    first = room.ask("GET", "/api/state", X_Seat=token)
    tag = first.headers["ETag"]
    same = room.ask("GET", "/api/state", X_Seat=token, If_None_Match=f'"x", W/{tag}')
    assert (same.status, same.body) == (304, b"")
    assert room.ask("POST", "/api/vote", vote(3), X_Seat=token).headers["ETag"] != tag
    voted = room.ask("GET", "/api/state", X_Seat=token, If_None_Match=tag)
    assert (voted.status, voted.json["voted"]) == (200, True)
    room.open(Showing(over=True))
    tag = voted.headers["ETag"]
    assert room.ask("GET", "/api/state", X_Seat=token, If_None_Match=tag).status == 200


def test_votes_of_others_change_nothing_for_a_phone(room: Room) -> None:
    mine, other = room.join("CDFG"), room.join("HJKM")
    room.open()
    before = room.ask("GET", "/api/state", X_Seat=mine)
    room.ask("POST", "/api/vote", vote(1), X_Seat=other)
    after = room.ask("GET", "/api/state", X_Seat=mine)
    assert (after.body, after.headers["ETag"]) == (before.body, before.headers["ETag"])


@pytest.mark.parametrize(
    ("path", "accepted", "language"),
    [
        ("/api/state?lang=pl", "", "pl"),
        ("/api/state?lang=xx", "fr, ar;q=0.8, de;q=0.9", "de"),
        ("/api/state", "TR-tr", "tr"),
        ("/api/state", "fr", "nl"),
        ("/api/state", "", "nl"),
        ("/api/state?lang=%ff&" + "&" * 20, "en;q=x, ro;q=0.1, uk;q=0", "ro"),
    ],
)
def test_the_language_is_the_asked_one_or_the_phones(
    room: Room, path: str, accepted: str, language: str
) -> None:
    token = room.join()
    room.open()
    asked = room.ask("GET", path, X_Seat=token, Accept_Language=accepted)
    expected = room.ask("GET", f"/api/state?lang={language}", X_Seat=token)
    assert asked.body == expected.body


def test_a_vote_is_confirmed_only_after_it_is_on_disk(room: Room) -> None:
    token = room.join()
    room.open()
    room.box.hold()
    line = room.line()
    line.post("POST", "/api/vote", vote(4), X_Seat=token)
    room.box.await_held(1)
    assert silent(line.socket)
    room.box.release()
    found = line.answer("POST")
    assert (found.status, found.json["voted"]) == (200, True)
    assert room.box.cast_of == {1: (Answer(4), "")}


def test_a_phone_that_hangs_up_has_voted_all_the_same(room: Room) -> None:
    token = room.join()
    room.open()
    room.box.hold()
    line = room.line()
    line.post("POST", "/api/vote", vote("skip"), X_Seat=token)
    room.box.await_held(1)
    line.hang_up()
    room.ask("GET", "/")
    room.box.release()
    assert room.box.cast_of == {1: (Answer(SKIP), "")}
    assert room.ask("GET", "/api/state", X_Seat=token).json["voted"] is True


def test_the_same_vote_twice_is_one_vote(room: Room) -> None:
    token = room.join()
    room.open()
    answers = [room.ask("POST", "/api/vote", vote(4), X_Seat=token) for _ in range(2)]
    assert [found.status for found in answers] == [200, 200]
    assert answers[0].body == answers[1].body
    assert len(room.box.cast_of) == 1


def test_a_vote_for_another_round_gets_what_is_open_now(room: Room) -> None:
    token = room.join()
    room.open()
    old = room.ask("POST", "/api/vote", vote(4, 6), X_Seat=token)
    assert (old.status, old.json["error"]) == (409, "closed")
    assert old.json["state"]["round"] == 7
    # Closed in the box, and not shown yet.
    room.box.open_round(8)
    late = room.ask("POST", "/api/vote", vote(4), X_Seat=token)
    assert (late.status, late.json["error"]) == (409, "closed")
    room.open(Showing())
    waiting = room.ask("POST", "/api/vote", vote(4), X_Seat=token)
    assert (waiting.status, waiting.json["state"]["phase"]) == (409, "wait")
    assert room.box.cast_of == {}


def test_why_a_vote_does_not_count_is_told(room: Room) -> None:
    token = room.join()
    room.open()
    stranger = room.ask("POST", "/api/vote", vote(4), X_Seat="nobody")
    assert (stranger.status, stranger.json) == (401, {"error": "not_joined"})
    unfit = room.ask("POST", "/api/vote", vote(6), X_Seat=token)
    assert (unfit.status, unfit.json) == (400, {"error": "bad_request"})
    room.box.disk_full = True
    unsaved = room.ask("POST", "/api/vote", vote(4), X_Seat=token)
    assert (unsaved.status, unsaved.json) == (503, {"error": "not_saved"})
    assert room.box.cast_of == {}


def test_every_refusal_of_the_box_has_an_answer() -> None:
    from app.voting.http_intake import STATUS, TROUBLES, Trouble

    assert set(TROUBLES) == set(Refusal)
    assert set(STATUS) == set(Trouble)


def test_over_is_over(room: Room) -> None:
    token = room.join()
    room.open(Showing(over=True, round=7))
    assert room.ask("GET", "/api/state", X_Seat=token).json["phase"] == "over"
    assert room.ask("POST", "/api/vote", vote(4), X_Seat=token).status == 409


def test_a_state_holds_what_the_page_expects_and_nothing_more(room: Room) -> None:
    token = room.join()
    room.open()
    state = json.loads(room.ask("GET", "/api/state", X_Seat=token).body)
    assert set(state) == set(
        "revision phase joined practice round kind voted head question options most".split()
    )
