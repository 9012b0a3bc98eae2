"""A rehearsal of which the test says how it goes: no thread, no phone, no screen, no printer."""

from pathlib import Path

from app.console.rehearsal_worker import Opened, RehearsalWorker
from app.errors import InputError
from app.readiness import Readiness, ReadinessProbe
from app.voting.addresses import Address, Link
from app.voting.practice import RehearsalReport
from workshop_flows.tally import Tally

HERE = Address(ip="127.0.0.1", interface="", link=Link.OTHER, private=True)
OPENED = Opened(url="http://192.168.4.1:8080", code="K7P4")


def report(voters: int, *, confirmed: int | None = None, real: int = 0) -> RehearsalReport:
    return RehearsalReport(
        address=OPENED.url,
        joined=voters + real,
        voted=voters + real,
        confirmed=(voters if confirmed is None else confirmed) + real,
        median_ms=12.4,
        p95_ms=40.0,
        tally=Tally((1, 2, 3, 4, voters + real - 10)),
        expected=voters,
    )


class FakeWorker(RehearsalWorker):
    """Does what the test says; `orders` is what the page asked."""

    def __init__(self, said: object = OPENED) -> None:
        super().__init__()
        self.said = said
        self.orders: list[object] = []

    def begin(self, address: Address | None) -> None:
        self.orders.append(address)
        if isinstance(self.said, InputError):
            self.failed.emit(self.said)
        elif self.said is not None:
            self.opened.emit(self.said)

    def vote(self, voters: int) -> None:
        self.orders.append(voters)

    def close(self) -> None:
        self.orders.append("close")


class FakeProbe(ReadinessProbe):
    printer: str | None = "Kantoor HP"

    def start(self, folder: Path) -> None:
        self.found.emit(Readiness(printer=self.printer, folder=folder))


class FakeRoom:
    def __init__(self, size: tuple[int, int] | None = (1920, 1080)) -> None:
        self.size = size
        self.shown: list[object] = []

    def show(self, voted: int | None, seats: int) -> None:
        self.shown.append((voted, seats))

    def leave(self) -> None:
        self.shown.append("left")
