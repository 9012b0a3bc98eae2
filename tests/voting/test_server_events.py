"""Events tell phones that something is new: soon, not too often, and nothing else."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from app.voting.http_events import BETWEEN_WAKES, Pulse
from app.voting.showing import Showing
from tests.voting.server_room import STATEMENT, Clock, Room, open_room


@pytest.fixture
def room() -> Iterator[Room]:
    with open_room() as found:
        yield found


def number(event: bytes) -> int:
    assert event.startswith(b"data: ")
    return int(event.removeprefix(b"data: "))


def revision(room: Room, token: str) -> int:
    return int(room.ask("GET", "/api/state", X_Seat=token).json["revision"])


def test_a_stream_tells_the_number_at_once_and_at_every_change(room: Room) -> None:
    token = room.join()
    line = room.line()
    line.listen(token)
    first = number(line.event())
    assert first == revision(room, token)
    room.open()
    assert number(line.event()) == first + 1 == revision(room, token)


def test_a_stream_needs_a_seat(room: Room) -> None:
    assert room.ask("GET", "/api/events").status == 401
    assert room.ask("GET", "/api/events", X_Seat="nobody").status == 401


def test_a_stream_is_never_kept_and_never_reused(room: Room) -> None:
    line = room.line()
    line.post("GET", "/api/events", Cookie=f"seat={room.join()}")
    head = line.until(b"\r\n\r\n")
    assert b"Content-Type: text/event-stream" in head
    assert b"Cache-Control: no-store" in head
    assert b"Connection: close" in head


def test_votes_and_joins_are_not_told(room: Room) -> None:
    token = room.join("CDFG")
    room.open()
    line = room.line()
    line.listen(token)
    before = number(line.event())
    other = room.join("HJKM")
    room.ask("POST", "/api/vote", {"round": 7, "value": 2}, X_Seat=other)
    room.ask("POST", "/api/vote", {"round": 7, "value": 2}, X_Seat=token)
    room.server.publish(Showing())
    assert number(line.event()) == before + 1


def test_a_third_stream_of_a_seat_ends_its_first(room: Room) -> None:
    token, other = room.join("CDFG"), room.join("HJKM")
    lines = [room.line() for _ in range(4)]
    for line, seat in zip(lines, [other, token, token, token], strict=True):
        line.listen(seat)
        line.event()
    assert lines[1].rest().endswith(b"0\r\n\r\n")
    room.open()
    for line in (lines[0], lines[2], lines[3]):
        number(line.event())


def test_a_phone_that_is_gone_makes_place(room: Room) -> None:
    token = room.join()
    for _ in range(5):
        line = room.line()
        line.listen(token)
        line.event()
        line.hang_up()
    room.open()
    stays = room.line()
    stays.listen(token)
    number(stays.event())


class Timer:
    """Keeps what is to be called later."""

    def __init__(self) -> None:
        self.waiting: list[tuple[float, Callable[[], None]]] = []

    def later(self, delay: float, call: Callable[[], None]) -> None:
        self.waiting.append((delay, call))


def test_the_first_change_is_told_at_once_and_the_rest_together() -> None:
    clock, timer = Clock(), Timer()
    beats: list[float] = []
    pulse = Pulse(lambda: beats.append(clock()), clock, timer.later)
    pulse.stir()
    assert beats == [clock()]
    clock.now += BETWEEN_WAKES / 4
    for _ in range(200):
        pulse.stir()
    assert len(beats) == 1
    ((delay, call),) = timer.waiting
    assert delay == pytest.approx(BETWEEN_WAKES * 3 / 4)
    clock.now += delay
    call()
    assert len(beats) == 2


def test_ten_changes_a_second_are_the_most_that_is_told() -> None:
    clock, timer = Clock(), Timer()
    beats: list[float] = []
    pulse = Pulse(lambda: beats.append(clock()), clock, timer.later)
    for _ in range(100):
        pulse.stir()
        clock.now += 0.01
        due, timer.waiting = timer.waiting, []
        for delay, call in due:
            if delay <= 0.01:
                call()
            else:
                timer.waiting.append((delay - 0.01, call))
    assert 9 <= len(beats) <= 11
    assert all(late - early > 0.099 for early, late in pairwise(beats))


def test_a_change_after_a_pause_is_told_at_once() -> None:
    clock, timer = Clock(), Timer()
    beats: list[float] = []
    pulse = Pulse(lambda: beats.append(clock()), clock, timer.later)
    pulse.stir()
    clock.now += BETWEEN_WAKES
    pulse.stir()
    assert (len(beats), timer.waiting) == (2, [])


def test_what_is_published_last_is_what_phones_get(room: Room) -> None:
    token = room.join()
    for number_of_round in range(1, 30):
        room.open(Showing(round=number_of_round, subject=STATEMENT))
    assert room.ask("GET", "/api/state", X_Seat=token).json["round"] == 29
