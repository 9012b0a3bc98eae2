"""Phones that a test moves: what they were asked, and how they stand."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.voting.addresses import Address, Link
from app.voting.phone_status import PhoneStatus
from app.voting.seats import Door, Seat
from workshop_flows.vocabulary import Role

WIFI = Address(ip="192.168.4.1", interface="wlp3s0", link=Link.WIFI, private=True)
CABLE = Address(ip="10.0.0.5", interface="enp4s0", link=Link.ETHERNET, private=True)
VPN = Address(ip="10.8.0.2", interface="tun0", link=Link.VIRTUAL, private=True)
CODES = ("K7P4", "R3TX", "CD29", "HH7M", "JN6F", "QW4T", "XV9R", "DDF2", "M3K7", "G6PX")


def seats(staff: int = 9, owners: int = 1, joined: int = 0) -> tuple[Seat, ...]:
    roles = [Role.STAFF] * staff + [Role.OWNER] * owners
    return tuple(
        Seat(number=at + 1, role=role, code=CODES[at], joined=at < joined)
        for at, role in enumerate(roles)
    )


ON = PhoneStatus(
    url="http://192.168.4.1:8080",
    address="192.168.4.1:8080",
    addresses=(WIFI, CABLE, VPN),
    chosen=WIFI.ip,
    network="Leerradar",
    password="samenleren12",
    seats=seats(),
    phones=7,
)


class FakePhones(QObject):
    """Does what it is asked at once."""

    changed = Signal()

    def __init__(self, status: PhoneStatus = ON) -> None:
        super().__init__()
        self.status = status
        self.renewed: list[int] = []

    def become(self, **changes: object) -> None:
        self.status = replace(self.status, **changes)
        self.changed.emit()

    def choose_address(self, ip: str | None) -> None:
        self.become(chosen=ip, url=f"http://{ip}:8080", address=f"{ip}:8080")

    def set_network(self, name: str, password: str) -> None:
        self.become(network=name, password=password)

    def set_door(self, door: Door) -> None:
        self.become(door_open=door is Door.OPEN)

    def renew(self, number: int) -> Seat:
        self.renewed.append(number)
        new = [
            replace(one, code="WWXX", joined=False) if one.number == number else one
            for one in self.status.seats
        ]
        self.become(seats=tuple(new))
        return next(one for one in new if one.number == number)


class FakeSession(QObject):
    """The phones of a session, which are on or off."""

    changed = Signal()

    def __init__(self, phones: FakePhones | None = None) -> None:
        super().__init__()
        self.phones = phones
        if phones is not None:
            phones.changed.connect(self.changed)
