"""Phones in a session: the desk, the ballot box and the server together, and real requests."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.errors import InputError
from app.session_phones import SessionPhones
from app.settings import Settings
from app.store import MemoryLog, SessionStore
from app.voting.addresses import Address, Link
from app.voting.box import BallotBox
from app.voting.http_phone import HttpVoter, RefusedError
from app.voting.phones import Phones
from app.voting.remains import forget_session
from app.voting.sealed_round import SealedRound
from app.voting.server import PhoneServer, Served
from resources.catalogue import catalogue
from tests.console.desks import no_trouble
from tests.core.builders import content, setup, tally
from widgets.controls.notice_bar import Notice
from workshop_flows import commands
from workshop_flows.commands import Command
from workshop_flows.state import Position, Session
from workshop_flows.vocabulary import AxisId, Role, Step

HERE, THERE = "127.0.0.1", "127.0.0.2"
NAME = "ab12"
FIRST = Position(step=Step.VOTE, axis=AxisId.A1, statement=1)
T = TypeVar("T")


class Room:
    """A session that votes by phone, in a network that a test chooses."""

    def __init__(self, qtbot: QtBot, folder: Path, *more: Command, **changes: object) -> None:
        self.folder = folder
        self.addresses: tuple[str, ...] = (HERE,)
        self._qtbot = qtbot
        self._threads = ThreadPoolExecutor(1)
        self._store = SessionStore(MemoryLog(), content())
        wanted = setup(**{"phones": 10, **changes})
        for command in (commands.StartSession(setup=wanted), *more):
            refusal = self._store.dispatch(command)
            assert refusal is None, refusal
        self.told: list[Notice] = []
        self.start()

    def start(self) -> None:
        """Start the program, perhaps once more: all that is left is what is on disk."""
        self.desk = Desk(self._store, catalogue("nl"), no_trouble)
        self.desk.told.connect(self.told.append)
        settings = Settings(self.folder / "settings.json")
        self.phones = SessionPhones(self.desk, NAME, settings, self._open, self._forget)
        self.phones.begin()

    def close(self) -> None:
        if self.phones.phones is not None:
            self.phones.leave()
        self._threads.shutdown()

    @property
    def session(self) -> Session:
        return self.desk.session

    @property
    def by_phone(self) -> Phones:
        assert self.phones.phones is not None
        return self.phones.phones

    def code(self, role: Role = Role.STAFF, number: int = 0) -> str:
        """Return what stands on a slip."""
        return [seat.code for seat in self.by_phone.status.seats if seat.role is role][number]

    def served(self, address: str = HERE) -> str:
        """Return where phones connect, once they can at this address."""
        self.until(lambda: (self.by_phone.status.url or "").startswith(f"http://{address}"))
        assert self.by_phone.status.url is not None
        return self.by_phone.status.url

    def until(self, holds: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(holds, timeout=10_000)

    def ask(self, asked: Callable[[], Awaitable[T]]) -> T:
        """Let phones do something while the window goes on."""

        async def whole() -> T:
            return await asked()

        doing = self._threads.submit(lambda: asyncio.run(whole()))
        self.until(doing.done)
        return doing.result()

    def vote(self, phone: "Seated", value: int) -> None:
        self.ask(lambda: phone.vote(value))

    def _open(self, name: str) -> Phones:
        box = BallotBox.open(self.folder / "voting", name)
        return Phones(box, lambda reached: PhoneServer(box, contact=reached), self._found)

    def _forget(self, name: str) -> None:
        forget_session(self.folder / "voting", name)

    def _found(self) -> tuple[Address, ...]:
        return tuple(
            Address(ip=ip, interface="lo", link=Link.WIFI, private=True) for ip in self.addresses
        )


class Seated:
    """A phone with its token, as the page keeps it."""

    def __init__(self, url: str, code: str, token: str | None = None) -> None:
        self.url, self.code, self.token = url, code, token

    async def join(self) -> None:
        async with HttpVoter(self.url, self.code) as phone:
            await phone.join()
            self.token = phone.token

    async def vote(self, value: int) -> None:
        async with HttpVoter(self.url, self.code) as phone:
            phone.token = self.token
            seen = await phone.wait_for_round()
            assert seen.round is not None
            await phone.vote(value, round_id=seen.round)

    async def phase(self) -> str:
        async with HttpVoter(self.url, self.code) as phone:
            phone.token = self.token
            return (await phone.state()).phase


def refuse(_round: SealedRound) -> bool:
    raise InputError("voting.not_writable", path="round")


Rooms = Callable[..., Room]


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Rooms]:
    made: list[Room] = []

    def make(*more: Command, **changes: object) -> Room:
        made.append(Room(qtbot, tmp_path, *more, **changes))
        return made[-1]

    yield make
    for one in made:
        one.close()


def seated(it: Room, role: Role = Role.STAFF, number: int = 0) -> Seated:
    phone = Seated(it.served(), it.code(role, number))
    it.ask(phone.join)
    return phone


def test_phones_join_vote_and_change_their_mind_until_the_close(room: Rooms) -> None:
    it = room(commands.MoveTo(to=FIRST))
    staff = [seated(it, number=number) for number in range(5)]
    owner = seated(it, Role.OWNER)
    it.until(lambda: it.desk.stage.people == 6)
    it.desk.advance()
    for number, phone in enumerate(staff, start=1):
        it.vote(phone, number)
    it.vote(owner, 5)
    it.vote(staff[0], 5)
    it.until(lambda: it.desk.stage.counted is not None and it.desk.stage.counted.voted == 6)
    it.desk.advance()
    assert it.session.statements[0].counts.team == tally(0, 1, 1, 1, 2)
    assert not list((it.folder / "voting").glob("*.round*"))


def test_the_room_sees_where_to_join(room: Rooms) -> None:
    it = room()
    url = it.served()
    it.until(lambda: it.desk.stage.address is not None)
    assert it.desk.stage.address == url.removeprefix("http://")
    assert it.desk.stage.url_matrix is not None
    assert it.desk.stage.people == 0


def test_a_wait_is_over_as_soon_as_a_round_opens(room: Rooms) -> None:
    it = room(commands.MoveTo(to=FIRST))
    phone = seated(it)
    assert it.ask(phone.phase) == "wait"
    it.desk.advance()
    assert it.ask(phone.phase) == "vote"
    it.desk.advance()
    assert it.ask(phone.phase) == "wait"


def test_at_another_address_the_picture_follows_and_codes_work_once_more(room: Rooms) -> None:
    it = room()
    phone = seated(it)
    it.addresses = (THERE,)
    it.by_phone.look()
    url = it.served(THERE)
    it.until(lambda: it.desk.stage.address == url.removeprefix("http://"))
    again = Seated(url, phone.code)
    it.ask(again.join)
    with pytest.raises(RefusedError):
        it.ask(Seated(url, phone.code).join)


def test_without_a_network_it_is_told_and_it_comes_back_by_itself(room: Rooms) -> None:
    it = room()
    it.served()
    it.addresses = ()
    it.by_phone.look()
    it.until(lambda: it.by_phone.status.url is None)
    assert it.desk.stage.address is None
    it.addresses = (HERE,)
    it.by_phone.look()
    it.served()


def test_after_a_restart_phones_need_do_nothing_but_go_on(room: Rooms) -> None:
    it = room(commands.MoveTo(to=FIRST))
    first, second = seated(it), seated(it, number=1)
    it.desk.advance()
    it.vote(first, 2)
    it.until(lambda: it.by_phone.voted == 1)
    it.phones.leave()
    it.start()
    it.served()
    assert it.desk.stage.counted is not None
    assert it.desk.stage.counted.voted == 1
    it.vote(second, 4)
    it.desk.advance()
    counts = it.session.statements[0].counts
    assert counts.team == tally(0, 1, 0, 1, 0)
    assert it.told == []


def test_a_vote_that_cannot_be_read_after_a_restart_counts_once_it_can(
    room: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    it = room(commands.MoveTo(to=FIRST))
    phone = seated(it)
    it.desk.advance()
    it.vote(phone, 2)
    it.phones.leave()
    with monkeypatch.context() as broken:
        broken.setattr(SealedRound, "resume", refuse)
        it.start()
        it.desk.advance()
        assert [one.kind for one in it.told] == ["error", "error"]
        assert it.session.round is not None
        assert not it.session.round.closed
    it.desk.advance()
    assert it.session.statements[0].counts.team == tally(0, 1, 0, 0, 0)


def test_codes_on_paper_are_good_when_phones_are_turned_off_and_on_again(room: Rooms) -> None:
    it = room()
    phone = seated(it)
    before = it.by_phone.status.seats
    it.desk.do(commands.ChangeSetup(setup=setup()))
    assert it.phones.phones is None
    assert it.desk.stage.address is None
    it.desk.do(commands.ChangeSetup(setup=setup(phones=10)))
    assert it.by_phone.status.seats == before
    it.served()
    assert it.ask(phone.phase) == "wait"


def test_of_phones_that_were_turned_off_nothing_is_left_after_the_end(room: Rooms) -> None:
    it = room()
    it.desk.do(commands.ChangeSetup(setup=setup()))
    it.phones.discard()
    assert not list((it.folder / "voting").iterdir())


def test_damaged_seats_are_made_anew_when_phones_are_turned_off_and_on(room: Rooms) -> None:
    it = room()
    it.phones.leave()
    (it.folder / "voting" / f"{NAME}.seats").write_bytes(b"no longer a file of seats")
    it.start()
    assert it.phones.phones is None
    assert "weer aan" in it.told[0].text
    it.desk.do(commands.ChangeSetup(setup=setup()))
    it.desk.do(commands.ChangeSetup(setup=setup(phones=10)))
    assert len(it.by_phone.status.seats) == 10
    seated(it)
    assert len(it.told) == 1


def test_where_nobody_used_a_phone_the_end_needs_no_place_for_codes(room: Rooms) -> None:
    it = room(phones=0)
    (it.folder / "voting").write_text("")
    it.phones.discard()


def test_an_address_where_nothing_can_be_served_is_tried_again_and_told_once(
    room: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[str] = []

    def start(_server: PhoneServer, address: str) -> Served:
        tries.append(address)
        raise InputError("server.no_port", address=address)

    def tried_again() -> bool:
        it.by_phone.look()
        return len(tries) > 3

    monkeypatch.setattr(PhoneServer, "start", start)
    it = room()
    it.until(lambda: it.by_phone.status.trouble is not None)
    told: list[None] = []
    it.by_phone.changed.connect(lambda: told.append(None))
    it.until(tried_again)
    assert told == []


def test_after_the_end_nothing_is_left(room: Rooms) -> None:
    it = room(commands.MoveTo(to=Position(step=Step.CLOSE)))
    phone = seated(it)
    assert it.ask(phone.phase) == "over"
    it.desk.advance()
    it.phones.discard()
    assert not list((it.folder / "voting").iterdir())


def test_other_people_get_other_seats_and_who_joined_stays(room: Rooms) -> None:
    it = room()
    phone = seated(it)
    it.desk.do(commands.ChangeSetup(setup=setup(staff=12, owners=2, phones=14)))
    assert len(it.by_phone.status.seats) == 14
    assert it.by_phone.status.phones == 14
    assert it.ask(phone.phase) == "wait"


def test_where_nothing_is_secret_there_are_no_phones(room: Rooms) -> None:
    it = room(staff=2, phones=2)
    assert it.phones.phones is None


def test_a_box_that_cannot_be_made_is_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    def refuse(_name: str) -> Phones:
        raise InputError("voting.not_writable", path=tmp_path)

    store = SessionStore(MemoryLog(), content())
    store.dispatch(commands.StartSession(setup=setup(phones=10)))
    desk = Desk(store, catalogue("nl"), no_trouble)
    told: list[Notice] = []
    desk.told.connect(told.append)
    settings = Settings(tmp_path / "settings.json")
    phones = SessionPhones(desk, NAME, settings, refuse, lambda _name: None)
    phones.begin()
    desk.toggle_blank()
    assert [one.kind for one in told] == ["error"]
    phones.leave()
