"""Guessing codes is slow, and guessers lock nobody out."""

import asyncio
from collections.abc import Iterator

import pytest

from app.voting.http_joins import BETWEEN_GUESSES, MINUTE, WRONG_IN_ALL, Guessing, Wrongs
from tests.voting.server_room import Clock, Room, open_room


@pytest.fixture
def room() -> Iterator[Room]:
    with open_room() as found:
        yield found


def guess(room: Room, times: int) -> list[int]:
    """Return what wrong codes get, each on a connection of its own."""
    return [room.ask("POST", "/api/join", {"code": "WRNG"}).status for _ in range(times)]


def test_the_sixth_wrong_code_on_a_connection_closes_it(room: Room) -> None:
    line = room.line()
    wrong = [line.ask("POST", "/api/join", {"code": "WRNG"}) for _ in range(6)]
    assert [found.status for found in wrong] == [403] * 5 + [429]
    last = wrong[-1]
    assert last.json == {"error": "too_many"}
    assert last.headers["Retry-After"] == "60"
    assert last.closes
    assert line.rest() == b""
    assert len(room.box.asked) == 5


def test_a_connection_may_guess_again_after_a_minute(room: Room) -> None:
    line = room.line()
    for _ in range(5):
        line.ask("POST", "/api/join", {"code": "WRNG"})
    room.clock.now += MINUTE
    assert line.ask("POST", "/api/join", {"code": "CDFG"}).status == 200


def test_right_and_used_codes_are_no_guesses(room: Room) -> None:
    room.join("CDFG")
    line = room.line()
    used = [line.ask("POST", "/api/join", {"code": "CDFG"}).status for _ in range(8)]
    assert used == [409] * 8


def test_beyond_the_total_limit_a_right_code_still_gets_in(room: Room) -> None:
    assert guess(room, WRONG_IN_ALL) == [403] * WRONG_IN_ALL
    over = room.ask("POST", "/api/join", {"code": "WRNG"})
    assert (over.status, over.json, over.closes) == (429, {"error": "too_many"}, True)
    assert 1 <= int(over.headers["Retry-After"]) <= MINUTE
    assert room.ask("POST", "/api/join", {"code": "CDFG"}).status == 200
    room.clock.now += MINUTE
    assert guess(room, 1) == [403]


def test_the_page_without_javascript_has_the_same_limits(room: Room) -> None:
    line = room.line()
    wrong = [line.ask("POST", "/plain/join", b"code=WRNG") for _ in range(6)]
    assert [found.status for found in wrong] == [403] * 5 + [429]
    assert wrong[-1].closes
    assert wrong[-1].headers["Content-Type"].startswith("text/html")


def test_one_who_hangs_up_while_it_waits_burns_no_code(room: Room) -> None:
    guess(room, WRONG_IN_ALL)
    asked = len(room.box.asked)
    for _ in range(6):
        # They are looked at first, and that takes a while.
        room.line().post("POST", "/api/join", {"code": "WRNG"})
    lines = [room.line() for _ in range(5)]
    for line in lines:
        line.post("POST", "/api/join", {"code": "CDFG"})
        line.hang_up()
    # It comes after those that wait.
    assert room.ask("POST", "/api/join", {"code": "NPQR"}).status == 200
    assert "CDFG" not in room.box.asked[asked:]


def test_over_the_limit_codes_are_looked_at_one_at_a_time() -> None:
    clock = Clock()
    under_way: list[int] = []
    most = 0

    async def pause(seconds: float) -> None:
        nonlocal most
        assert seconds == BETWEEN_GUESSES
        under_way.append(1)
        most = max(most, len(under_way))
        await asyncio.sleep(0)
        under_way.pop()
        clock.now += seconds

    async def many() -> None:
        guessing = Guessing(clock, pause)
        await guessing.turn()
        assert clock.now == 1000.0
        for _ in range(WRONG_IN_ALL):
            guessing.note()
        await asyncio.gather(*(guessing.turn() for _ in range(20)))

    asyncio.run(many())
    assert most == 1
    assert clock.now == pytest.approx(1000.0 + 20 * BETWEEN_GUESSES)


def test_wrong_codes_are_forgotten_after_a_minute() -> None:
    wrongs = Wrongs(2)
    assert wrongs.wait(0) == 0
    wrongs.note(0)
    wrongs.note(30)
    assert wrongs.wait(30) == 30
    assert wrongs.wait(59.5) == 1
    assert wrongs.wait(60) == 0
    wrongs.note(60)
    assert wrongs.wait(60) == 30
