"""The server starts where it is told, moves, and leaves nothing behind."""

import errno
import socket
import threading
from pathlib import Path
from typing import cast

import pytest

from app.errors import InputError
from app.voting import listening
from app.voting.box import BallotBox
from app.voting.server import PORTS, PhoneServer
from app.voting.showing import Showing
from resources.catalogue import catalogue
from tests.voting.fake_box import FakeBox
from tests.voting.server_room import CODES, HERE, STATEMENT, Line, open_room

THERE = "127.0.0.2"


def test_it_listens_on_the_chosen_address_only() -> None:
    with open_room() as room:
        assert room.ask("GET", "/").status == 200
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((THERE, room.served.port), 5)


def test_the_ports_are_tried_in_the_order_that_phones_like() -> None:
    assert PORTS == (80, 8080, 8765, 0)


def test_a_port_that_is_taken_is_passed_over() -> None:
    with socket.create_server((HERE, 0)) as taken:
        port = taken.getsockname()[1]
        found = listening.listening_on(HERE, (port, 0))
        with found:
            assert found.getsockname()[1] != port


def test_a_port_that_is_forbidden_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    class Strict(socket.socket):
        def bind(self, address: tuple[str, int]) -> None:  # type: ignore[override]
            if address[1] == 80:
                raise PermissionError(errno.EACCES, "forbidden")
            super().bind(address)

    monkeypatch.setattr(socket, "socket", Strict)
    with listening.listening_on(HERE, (80, 0)) as found:
        assert found.getsockname()[1] not in (0, 80)


def test_without_any_port_a_person_is_told_what_to_do() -> None:
    with socket.create_server((HERE, 0)) as taken, pytest.raises(InputError) as told:
        listening.listening_on(HERE, (taken.getsockname()[1],))
    for language in ("nl", "en"):
        assert HERE in told.value.message(catalogue(language))


@pytest.mark.parametrize("address", ["203.0.113.7", "0.0.0.0", "", "::1", "localhost", "1.2.3"])
def test_an_address_of_another_machine_is_refused(address: str) -> None:
    server = PhoneServer(cast(BallotBox, FakeBox(CODES)))
    with pytest.raises(InputError) as told:
        server.start(address, (0,))
    assert told.value.key == "server.no_address"
    for language in ("nl", "en"):
        assert address in told.value.message(catalogue(language))
    assert server.served is None
    server.stop()


def test_stopping_ends_every_connection_and_the_thread() -> None:
    with open_room() as room:
        token = room.join()
        streams = [room.line() for _ in range(2)]
        for line in streams:
            line.listen(token)
            line.event()
        idle, half = room.line(), room.line()
        idle.ask("GET", "/")
        half.send(b"POST /api/vote HTTP/1.1\r\nHost: ")
        room.server.stop()
        assert [thread.name for thread in threading.enumerate() if thread.name == "phones"] == []
        assert idle.rest() == half.rest() == b""
        for line in streams:
            assert line.rest().endswith(b"0\r\n\r\n")
        assert room.server.served is None
        room.server.stop()


def test_it_moves_to_another_address_with_its_seats() -> None:
    with open_room() as room:
        token = room.join()
        room.open()
        moved = room.server.start(THERE, (0,))
        assert (moved.address, room.server.served) == (THERE, moved)
        with pytest.raises(ConnectionRefusedError):
            Line(room.served)
        line = Line(moved)
        found = line.ask("GET", "/api/state", X_Seat=token)
        line.hang_up()
        assert (found.json["joined"], found.json["round"]) == (True, 7)


def test_it_starts_again_on_the_port_it_had() -> None:
    with open_room() as room:
        room.join()
        again = room.server.start(HERE, (room.served.port,))
        assert again == room.served
        assert room.ask("GET", "/").status == 200


def test_a_vote_that_waits_while_the_server_stops_is_not_lost() -> None:
    with open_room() as room:
        token = room.join()
        room.open()
        room.box.hold()
        line = room.line()
        line.post("POST", "/api/vote", {"round": 7, "value": 2}, X_Seat=token)
        room.box.await_held(1)
        room.server.stop()
        room.box.release()
        assert room.box.has_voted(token)
        assert b"200 OK" not in line.rest()


def test_the_number_goes_on_after_a_restart() -> None:
    """A phone shows what it saw last; it must not take the new server's for older."""
    with open_room() as room:
        token = room.join()
        for number in range(3):
            room.open(Showing(round=number, subject=STATEMENT))
        before = room.ask("GET", "/api/state", X_Seat=token)
        room.server.start(HERE, (room.served.port,))
        tag = before.headers["ETag"]
        after = room.ask("GET", "/api/state", X_Seat=token, If_None_Match=tag)
        assert after.status == 200
        assert after.json["revision"] >= before.json["revision"]


def test_what_is_published_before_the_start_is_shown() -> None:
    server = PhoneServer(cast(BallotBox, FakeBox(CODES)))
    server.publish(Showing(over=True))
    line = Line(server.start(HERE, (0,)))
    assert line.ask("GET", "/api/state").json["phase"] == "over"
    line.hang_up()
    server.stop()
    server.publish(Showing())


def test_any_thread_may_publish() -> None:
    with open_room() as room:
        token = room.join()
        first = room.ask("GET", "/api/state", X_Seat=token).json["revision"]

        def publish() -> None:
            for _ in range(25):
                room.server.publish(Showing(round=7, subject=STATEMENT))

        threads = [threading.Thread(target=publish) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        found = room.ask("GET", "/api/state", X_Seat=token).json
        assert (found["revision"], found["phase"]) == (first + 200, "vote")


def test_the_first_contact_from_another_machine_is_told_once() -> None:
    told: list[str] = []
    with open_room(contact=lambda: told.append(threading.current_thread().name)) as room:
        room.ask("GET", "/")
        assert told == []
        for _ in range(2):
            line = room.line(source=THERE)
            line.ask("GET", "/nothing")
            assert told == ["phones"][: len(told)]
            line.ask("GET", "/")
        assert told == ["phones"]


def test_a_server_that_can_not_start_says_so_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from app.voting import http_service

    def broken() -> None:
        raise FileNotFoundError

    monkeypatch.setattr(http_service, "shell", broken)
    server = PhoneServer(cast(BallotBox, FakeBox(CODES)))
    with pytest.raises(FileNotFoundError):
        server.start(HERE, (0,))
    assert server.served is None
    assert [thread for thread in threading.enumerate() if thread.name == "phones"] == []


def test_aiohttp_is_not_loaded_before_the_server_starts(project: Path) -> None:
    from tests.test_architecture import run_python

    found = run_python(
        ["-c", "import sys, app.voting.server as s; sys.exit('aiohttp' in sys.modules)"], project
    )
    assert found.returncode == 0, found.stderr
