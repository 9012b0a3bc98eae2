"""The server with the real ballot box behind it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.voting.box import BallotBox, Door
from app.voting.server import PhoneServer
from app.voting.showing import Showing
from tests.voting.server_room import HERE, STATEMENT, Answer, Line
from workshop_flows.commands import RoleTallies
from workshop_flows.state import ConsentCounts, ConsentSubject
from workshop_flows.tally import Tally

SAYING = Showing(round=7, subject=STATEMENT)


class Served:
    """A box with its server; phones ask on connections of their own."""

    def __init__(self, folder: Path) -> None:
        self.box = BallotBox.open(folder, "ab12")
        self.box.fit(2, 1)
        self.server = PhoneServer(self.box)
        self.at = self.server.start(HERE, (0,))

    def ask(self, method: str, path: str, body: object = None, token: str = "") -> Answer:
        line = Line(self.at)
        found = line.ask(method, path, body, X_Seat=token)
        line.hang_up()
        return found

    def join(self, code: str) -> str:
        return str(self.ask("POST", "/api/join", {"code": code}).json["token"])

    def vote(self, token: str, value: object) -> Answer:
        return self.ask("POST", "/api/vote", {"round": 7, "value": value}, token)

    def open(self, showing: Showing) -> None:
        assert showing.round is not None
        assert showing.subject is not None
        self.box.open_round(showing.round, showing.subject, showing.options)
        self.server.publish(showing)

    @property
    def codes(self) -> list[str]:
        return [seat.code for seat in self.box.seats]


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    found = Served(folder)
    yield found
    found.server.stop()
    found.box.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path) as found:
        yield found


def test_a_whole_round(served: Served) -> None:
    tokens = [served.join(code.lower()) for code in served.codes]
    served.open(SAYING)
    for token, value in zip(tokens, (2, "skip", 5), strict=True):
        assert served.vote(token, 1).json["voted"] is True
        assert served.vote(token, value).status == 200
    tallies = served.box.close_round()
    assert tallies == RoleTallies(Tally((0, 1, 0, 0, 0), 1), Tally((0, 0, 0, 0, 1), 0))
    late = served.vote(tokens[0], 4)
    assert (late.status, late.json["error"]) == (409, "closed")
    assert served.box.close_round() == tallies


def test_remarks_reach_the_box_in_memory(served: Served) -> None:
    token = served.join(served.codes[0])
    served.open(Showing(round=7, subject=ConsentSubject()))
    assert served.vote(token, {"answer": "yes_if", "text": " op  maandag\n"}).status == 200
    assert served.box.close_round() == ConsentCounts(yes=0, yes_if=1, no=0)
    assert served.box.remarks == ("op maandag",)


def test_seats_and_an_open_round_outlive_the_server(tmp_path: Path) -> None:
    with serving(tmp_path) as before:
        token = before.join(before.codes[0])
        before.open(SAYING)
        before.vote(token, 3)
    with serving(tmp_path) as after:
        assert after.box.resume_round(7, STATEMENT, SAYING.options) is True
        after.server.publish(SAYING)
        state = after.ask("GET", "/api/state", token=token).json
        assert (state["joined"], state["voted"], state["round"]) == (True, True, 7)
        assert after.vote(token, 4).status == 200
        assert after.box.voted == 1


def test_a_lost_phone_is_out_and_its_ballot_stays_one(served: Served) -> None:
    old = served.join(served.codes[0])
    served.open(SAYING)
    served.vote(old, 3)
    new = served.join(served.box.renew(served.box.seats[0].number).code)
    assert served.vote(old, 1).status == 401
    assert served.ask("GET", "/api/state", token=new).json["voted"] is True
    assert served.vote(new, 2).status == 200
    assert served.box.voted == 1


def test_after_a_change_of_address_a_used_code_works_once_more(served: Served) -> None:
    code = served.codes[0]
    old = served.join(code)
    assert served.ask("POST", "/api/join", {"code": code}).status == 409
    served.box.serve_at("http://192.168.1.4")
    served.box.serve_at("http://192.168.1.5")
    new = served.join(code)
    assert served.ask("GET", "/api/state", token=old).json["joined"] is False
    assert served.ask("GET", "/api/state", token=new).json["joined"] is True
    assert served.ask("POST", "/api/join", {"code": code}).status == 409


def test_behind_a_closed_door_a_new_code_finds_no_room(served: Served) -> None:
    token = served.join(served.codes[0])
    served.box.set_door(Door.CLOSED)
    found = served.ask("POST", "/api/join", {"code": served.codes[1]})
    assert (found.status, found.json) == (409, {"error": "room_full"})
    assert served.ask("GET", "/api/state", token=token).json["joined"] is True


@pytest.mark.parametrize("token", [b"\x80", b"\xff\xfe", "é".encode(), b"x" * 3000, b"0" * 32])
@pytest.mark.parametrize("header", [b"X-Seat: ", b"Cookie: seat="])
def test_a_made_up_token_is_nobody(served: Served, header: bytes, token: bytes) -> None:
    line = Line(served.at)
    host = f"Host: {served.at.place}".encode()
    line.send(b"\r\n".join([b"GET /api/state HTTP/1.1", host, header + token, b"", b""]))
    found = line.answer()
    line.hang_up()
    assert (found.status, found.json["joined"]) == (200, False)


def test_no_confirmation_is_a_vote_that_may_be_sent_again(served: Served) -> None:
    token = served.join(served.codes[0])
    served.open(SAYING)
    for value in (3, 3, 5, 5):
        line = Line(served.at)
        line.post("POST", "/api/vote", {"round": 7, "value": value}, X_Seat=token)
        line.hang_up()
    assert served.vote(token, 4).status == 200
    tallies = served.box.close_round()
    assert isinstance(tallies, RoleTallies)
    assert tallies.staff.answers == (4,)


def test_a_join_whose_answer_was_lost_can_be_asked_again(served: Served) -> None:
    key = "0123456789abcdef" * 2
    asked = {"code": served.box.seats[0].code, "key": key}
    first = served.ask("POST", "/api/join", asked)
    again = served.ask("POST", "/api/join", asked)
    assert (first.status, again.status) == (200, 200)
    assert first.json["token"] == again.json["token"] == key
    other = {**asked, "key": "f" * 32}
    assert served.ask("POST", "/api/join", other).json == {"error": "code_used"}


@pytest.mark.parametrize("key", ["1", "g" * 32, "A" * 32, "0" * 33, "0" * 32 + "\n"])
def test_a_key_is_128_bits_or_nothing(served: Served, key: str) -> None:
    asked = {"code": served.box.seats[0].code, "key": key}
    assert served.ask("POST", "/api/join", asked).status == 400
