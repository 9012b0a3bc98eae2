"""The real program with phones in hand, and everything that it shows or writes."""

import json
from base64 import b64encode, urlsafe_b64decode
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from app.voting.phones import Phones
from app.voting.sealed_round import SealedRound
from tests.console.conductor import Conductor
from tests.console.leading import prepare
from tests.console.led_vote import texts_in
from workshop_flows import commands
from workshop_flows.state import Position
from workshop_flows.vocabulary import AxisId, Role, Step

FIRM: Final = "Garage De Brug"
ELSEWHERE: Final = "127.0.0.77"
"""The address of the phones; the laptop has another one."""
FIRST: Final = Position(step=Step.VOTE, axis=AxisId.A1, statement=1)
T = TypeVar("T")


class Phone:
    """Speaks as the page does; everything that it gets is kept in `got`."""

    def __init__(self, url: str, code: str, token: str | None = None) -> None:
        self._host = urlsplit(url).netloc
        self.code = code
        self.token = token
        self.got: list[str] = []

    def join(self) -> int:
        status, told = self.ask("POST", "/api/join", {"code": self.code, "lang": "nl"})
        if status == 200:
            self.token = told["token"]
        return status

    def state(self) -> Any:
        return self.ask("GET", "/api/state?lang=nl")[1]

    def vote(self, value: object, round_id: int | None = None) -> int:
        number = self.state()["round"] if round_id is None else round_id
        return self.ask("POST", "/api/vote", {"round": number, "value": value, "lang": "nl"})[0]

    def ask(self, method: str, path: str, body: object = None) -> tuple[int, Any]:
        headers = {"Origin": f"http://{self._host}", "Content-Type": "application/json"}
        if self.token is not None:
            headers["X-Seat"] = self.token
        line = HTTPConnection(self._host, timeout=20, source_address=(ELSEWHERE, 0))
        with closing(line):
            line.request(method, path, None if body is None else json.dumps(body), headers)
            answer = line.getresponse()
            text = answer.read().decode()
        self.got.append(f"{answer.status} {text}")
        return answer.status, json.loads(text)


class WholeRoom:
    """One session in the program; `phones` are those that joined, staff first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.led = Conductor(folder)
        self.phones: list[Phone] = []
        self._threads = ThreadPoolExecutor(1)

    def begin(self, **changes: object) -> None:
        """Begin a session of seven phones and three slips, at the welcome."""
        prepare(self.led, FIRM, staff=9)
        wanted = {"phones": 7, "owner_apart": True, **changes}
        setup = replace(self.led.session.setup, **wanted)
        assert self.led.desk.do(commands.ChangeSetup(setup=setup))
        self.served()

    def close(self) -> None:
        self._threads.shutdown()
        self.led.close()

    @property
    def by_phone(self) -> Phones:
        run = self.led.run
        assert run.phones is not None
        assert run.phones.phones is not None
        return run.phones.phones

    def served(self) -> str:
        self.led.wait_for(lambda: self.by_phone.status.url)
        return str(self.by_phone.status.url)

    def codes(self, role: Role = Role.STAFF) -> list[str]:
        return [seat.code for seat in self.by_phone.status.seats if seat.role is role]

    def join(self, staff: int = 6, owners: int = 1) -> None:
        codes = [*self.codes()[:staff], *self.codes(Role.OWNER)[:owners]]
        self.phones = [Phone(self.served(), code) for code in codes]
        assert self.ask(lambda: [phone.join() for phone in self.phones]) == [200] * len(codes)
        self.led.wait_for(lambda: self.led.desk.stage.people == len(codes))

    def vote(self, *values: object) -> None:
        """Let each phone vote, in their order; None: that one does not."""
        pairs = [pair for pair in zip(self.phones, values, strict=True) if pair[1] is not None]
        said = self.ask(lambda: [phone.vote(value) for phone, value in pairs])
        assert said == [200] * len(pairs)
        self.led.wait_for(lambda: self._counted() == len(pairs))
        self.led.settle()

    def _counted(self) -> int | None:
        """Return how many votes the window shows."""
        counted = self.led.desk.stage.counted
        return None if counted is None else counted.voted

    def ask(self, asked: Callable[[], T]) -> T:
        """Let phones do something while the window goes on."""
        doing = self._threads.submit(asked)
        self.led.wait_for(doing.done)
        return doing.result()

    def shown(self) -> list[str]:
        """Return every text that any widget holds, in sight or not, and all of the room's page."""
        self.led.settle()
        found = {text for top in QApplication.topLevelWidgets() for text in texts_in(top)}
        page = repr(replace(self.led.desk.room.stage, url_matrix=None))
        texts = [*sorted(found), self.led.room_words(), repr(self.led.desk.projector_page), page]
        place = str(self.by_phone.status.address)
        return [text.replace(place, "ADDRESS") for text in texts]

    def secrets(self) -> list[bytes]:
        """Return what now identifies a seat or a ballot, and may only be where it has to be."""
        tokens = [phone.token or "" for phone in self.phones]
        found = [token.encode() for token in tokens]
        found += [urlsafe_b64decode(token + "==") for token in tokens]
        sealed = self._sealed()
        if sealed is not None and sealed._key:
            found += [sealed._key, *sealed._values]
        return [*found, ELSEWHERE.encode(), bytes(map(int, ELSEWHERE.split(".")))]

    def _sealed(self) -> SealedRound | None:
        return self.by_phone._box._round

    def files(self) -> dict[str, bytes]:
        """Return everything that is on disk, by its name."""
        everything = [path for path in sorted(self.folder.rglob("*")) if path.is_file()]
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in everything}


@contextmanager
def whole_room(folder: Path) -> Iterator[WholeRoom]:
    room = WholeRoom(folder)
    try:
        yield room
    finally:
        room.close()


def found_in(files: dict[str, bytes], secrets: Sequence[bytes]) -> list[tuple[str, bytes]]:
    """Return in which files which of these stand, in any spelling that a program may use."""
    spelled = {secret: spellings(secret) for secret in secrets}
    return [
        (name, secret)
        for name, data in files.items()
        for secret, ways in spelled.items()
        if any(way in data for way in ways)
    ]


def spellings(secret: bytes) -> set[bytes]:
    ways = {secret, secret.hex().encode(), secret.hex().upper().encode()}
    # In base64 a text looks otherwise at each of three places; its middle is what stays.
    for shift in range(3):
        coded = b64encode(bytes(shift) + secret)
        ways.add(coded[4 if shift else 0 : len(coded) // 4 * 4 - 4])
    with suppress(UnicodeDecodeError):
        ways |= {secret.decode().encode(how) for how in ("utf-16-le", "utf-16-be")}
    return {way for way in ways if len(way) >= 4}
