"""The practice vote: real codes, a real server and a real round, of which nothing stays."""

import asyncio
import secrets
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest

from app.errors import InputError
from app.voting.addresses import Address, Link
from app.voting.box import BallotBox
from app.voting.http_phone import HttpVoter
from app.voting.http_voters import VoterReport
from app.voting.practice import RehearsalReport, usual_answers
from app.voting.rehearsal import MOST_VOTERS, Rehearsal
from resources.catalogue import catalogue
from workshop_flows.state import StatementSubject
from workshop_flows.tally import Tally

HERE = Address(ip="127.0.0.1", interface="", link=Link.OTHER, private=True)


def held(folder: Path, voters: int, seats: int) -> Iterator[Rehearsal]:
    rehearsal = Rehearsal(folder, HERE, voters, seats)
    rehearsal.start()
    yield rehearsal
    rehearsal.stop()


@pytest.fixture
def six(tmp_path: Path) -> Iterator[Rehearsal]:
    """Five invented voters, and a seat for a real phone."""
    yield from held(tmp_path, 5, 6)


async def vote_by_phone(url: str, code: str, value: int) -> bool:
    async with HttpVoter(url, code) as phone:
        await phone.join()
        seen = await phone.wait_for_round()
        assert seen.practice
        assert seen.round is not None
        return (await phone.vote(value, round_id=seen.round)).voted


def test_every_invented_vote_is_confirmed_and_counted(six: Rehearsal) -> None:
    six.simulate()
    report = six.close_round()
    assert (report.joined, report.voted, report.confirmed) == (5, 5, 5)
    assert report.tally == Tally((0, 1, 1, 2, 1))
    assert report.all_counted
    assert report.median_ms is not None
    assert report.p95_ms is not None
    assert report.median_ms <= report.p95_ms
    assert report.address == six.url


def test_a_real_phone_takes_part_in_the_same_round(six: Rehearsal) -> None:
    six.open_round()
    (code,) = six.codes
    assert asyncio.run(vote_by_phone(six.url, code, 1))
    assert (six.joined, six.voted, six.codes) == (1, 1, ())
    six.simulate()
    report = six.close_round()
    assert (report.joined, report.voted, report.confirmed) == (6, 6, 6)
    assert report.tally.counts[0] == 1


def test_there_may_be_a_next_vote_with_more_or_fewer_people(six: Rehearsal) -> None:
    code = six.codes
    for voters in (5, 9, 2):
        six.set_voters(voters)
        six.simulate()
        report = six.close_round()
        assert (report.joined, report.voted, report.confirmed) == (voters, voters, voters)
        assert six.codes == code


def test_while_no_round_is_open_nobody_has_voted(six: Rehearsal) -> None:
    six.simulate()
    six.close_round()
    assert six.voted == 0


def test_nothing_of_it_stays(tmp_path: Path) -> None:
    folder = tmp_path / "rehearsal"
    rehearsal = Rehearsal(folder, HERE, 3, 3)
    rehearsal.start()
    url = rehearsal.url
    rehearsal.simulate()
    assert list(folder.iterdir())
    rehearsal.stop()
    rehearsal.stop()
    assert list(folder.iterdir()) == []

    async def ask() -> None:
        async with aiohttp.ClientSession() as session, session.get(url):
            pass

    with pytest.raises(aiohttp.ClientError):
        asyncio.run(ask())


def test_a_real_session_beside_it_keeps_every_byte(tmp_path: Path) -> None:
    box = BallotBox.open(tmp_path, secrets.token_hex(8))
    box.fit(4, 1)
    box.open_round(3, StatementSubject(statement="A2.1", number=1), 0)
    box.close()
    (tmp_path / "firma.leerradar").write_bytes(b"a session")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    rehearsal = Rehearsal(tmp_path, HERE, 5, 5)
    rehearsal.start()
    rehearsal.simulate()
    rehearsal.close_round()
    rehearsal.stop()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_interrupted_it_comes_back_at_once(six: Rehearsal) -> None:
    six.interrupt()
    six.simulate()
    six.open_round()
    assert six.close_round().joined == 0


def test_without_an_address_it_says_so_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        Rehearsal(tmp_path, None, 1, 1)
    assert "wifi" in error.value.message(catalogue("nl"))


def test_an_address_of_another_machine_is_said_in_plain_words(tmp_path: Path) -> None:
    away = Address(ip="192.0.2.7", interface="", link=Link.OTHER, private=False)
    rehearsal = Rehearsal(tmp_path, away, 1, 1)
    with pytest.raises(InputError) as error:
        rehearsal.start()
    assert error.value.message(catalogue("nl"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("voters", "seats"), [(-1, 5), (MOST_VOTERS + 1, 201), (6, 5), (0, 0), (5, MOST_VOTERS + 1)]
)
def test_numbers_that_can_not_be_are_refused(tmp_path: Path, voters: int, seats: int) -> None:
    with pytest.raises(InputError):
        Rehearsal(tmp_path, HERE, voters, seats)


def test_who_was_told_so_but_is_not_in_the_box_does_not_count(six: Rehearsal) -> None:
    six.open_round()
    six._report = VoterReport(joined=5, voted=5, confirmed=5)
    assert six.close_round().confirmed == 0


def report_of(**changes: int) -> RehearsalReport:
    numbers = {"joined": 5, "voted": 5, "confirmed": 5, "expected": 5, **changes}
    return RehearsalReport(address="", median_ms=None, p95_ms=None, tally=Tally(), **numbers)


def test_a_vote_that_was_lost_or_never_came_is_not_hidden() -> None:
    assert report_of().all_counted
    assert not report_of(confirmed=4).all_counted
    assert not report_of(joined=4, voted=4, confirmed=4).all_counted


def test_the_example_is_as_drawn() -> None:
    answers = usual_answers(12)
    assert [answers.count(one) for one in (5, 4, 3, 2, 1)] == [2, 5, 3, 1, 1]
