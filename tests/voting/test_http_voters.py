"""Phones that are not there: what they do over the wire, and what they tell of it."""

import asyncio
import threading
from collections.abc import Iterator

import pytest

from app.voting.http_phone import HttpVoter, NoRoundError, RefusedError
from app.voting.http_voters import HttpVoters, VoterReport
from tests.voting.phones_fake import FakeServer

CODES = tuple(f"C{number:03}" for number in range(60))


@pytest.fixture
def server() -> Iterator[FakeServer]:
    with FakeServer(CODES) as made:
        yield made


def test_all_join_and_vote_once_the_round_is_open(server: FakeServer) -> None:
    seen: list[int] = []

    def all_joined() -> None:
        seen.append(len(server._tokens))
        server.open_round()

    report = HttpVoters(server.url, CODES, [4] * len(CODES)).play(all_joined)
    assert seen == [len(CODES)]
    assert (report.joined, report.voted, report.confirmed) == (60, 60, 60)
    assert len(report.latencies) == 60
    assert server.votes == {code: [4] for code in CODES}


def test_they_keep_to_fifty_connections(server: FakeServer) -> None:
    HttpVoters(server.url, CODES, [4] * len(CODES)).play(server.open_round)
    assert 20 < server.most_connections <= 50


def test_without_events_they_ask_by_themselves(server: FakeServer) -> None:
    server.keep_events = False
    report = HttpVoters(server.url, CODES[:3], [1, 2, 3]).play(server.open_round)
    assert report.confirmed == 3


def test_a_code_that_is_wrong_or_used_joins_nobody_and_stops_nobody(server: FakeServer) -> None:
    codes = ("C000", "C000", "ZZZZ")
    report = HttpVoters(server.url, codes, [5, 5, 5]).play(server.open_round)
    assert (report.joined, report.voted, report.confirmed) == (1, 1, 1)


def test_a_vote_that_was_not_saved_is_sent_again(server: FakeServer) -> None:
    server.refuse_votes = 2
    report = HttpVoters(server.url, CODES[:1], [5]).play(server.open_round)
    assert report.confirmed == 1
    assert server.votes == {"C000": [5]}


def test_a_vote_that_is_never_saved_is_not_told_as_confirmed(server: FakeServer) -> None:
    server.refuse_votes = 100
    report = HttpVoters(server.url, CODES[:1], [5]).play(server.open_round)
    assert (report.voted, report.confirmed, report.latencies) == (1, 0, ())


def test_stopped_from_another_thread_they_end_at_once(server: FakeServer) -> None:
    voters = HttpVoters(server.url, CODES[:5], [1] * 5)
    stopper = threading.Thread(target=voters.stop)
    # No round ever opens.
    report = voters.play(stopper.start)
    stopper.join()
    assert (report.joined, report.voted) == (5, 0)


def test_stopped_before_they_began_they_do_nothing(server: FakeServer) -> None:
    voters = HttpVoters(server.url, CODES[:5], [1] * 5)
    voters.stop()
    assert voters.play() == VoterReport()


def test_nobody_listens(unused_port: int) -> None:
    report = HttpVoters(f"http://127.0.0.1:{unused_port}", CODES[:1], [5]).play()
    assert report == VoterReport()


@pytest.fixture
def unused_port() -> int:
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def test_a_phone_sends_twice_and_hangs_up_in_the_middle(server: FakeServer) -> None:
    async def play() -> None:
        async with HttpVoter(server.url, "C001", language="pl") as phone:
            await phone.join()
            server.open_round(7)
            seen = await phone.wait_for_round()
            assert seen.round == 7
            await phone.vote_and_hang_up(2, round_id=7)
            assert (await phone.vote(3, round_id=7, twice=True)).voted
            with pytest.raises(RefusedError) as refused:
                await phone.vote(3, round_id=6)
            assert (refused.value.status, refused.value.error) == (409, "closed")

    asyncio.run(play())
    assert server.languages == {"pl"}
    assert server.votes["C001"][-2:] == [3, 3]


def test_a_phone_that_never_joined_is_refused(server: FakeServer) -> None:
    async def play() -> None:
        async with HttpVoter(server.url, "C001") as phone:
            assert (await phone.state()).phase == "join"
            with pytest.raises(RefusedError) as refused:
                await phone.vote(3, round_id=1)
            assert refused.value.error == "not_joined"

    asyncio.run(play())


def test_a_phone_waits_no_longer_than_its_patience(server: FakeServer) -> None:
    async def play() -> None:
        async with HttpVoter(server.url, "C001") as phone:
            await phone.join()
            with pytest.raises(NoRoundError):
                await phone.wait_for_round(patience=0.05)

    asyncio.run(play())


@pytest.mark.parametrize(
    ("latencies", "median", "p95"),
    [((), None, None), ((7.0,), 7.0, 7.0), (tuple(map(float, range(1, 101))), 50.5, 95.0)],
)
def test_the_times_are_those_of_half_and_nearly_all(
    latencies: tuple[float, ...], median: float | None, p95: float | None
) -> None:
    report = VoterReport(latencies=latencies)
    assert (report.median_ms, report.p95_ms) == (median, p95)
