"""What the console may know of the phones, and what it may ask of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from app.errors import InputError

if TYPE_CHECKING:
    from app.voting.addresses import Address
    from app.voting.seats import Door, Seat


class PhoneStatus(Struct, frozen=True, kw_only=True):
    """How the phones stand. No seat says whether it voted.

    `url` None: there is no server, and `trouble` says why when that is known. `address` is
    what people type, `chosen` the address of this machine that it is about. `network` and
    `password` are those of the Wi-Fi as they were typed, '' when they were not. `phones`: how
    many seats are to vote by phone; `reached`: some phone got through.
    """

    url: str | None = None
    address: str | None = None
    addresses: "tuple[Address, ...]" = ()
    chosen: str | None = None
    network: str = ""
    password: str = ""
    seats: "tuple[Seat, ...]" = ()
    joined: int = 0
    phones: int = 0
    door_open: bool = True
    reached: bool = False
    trouble: InputError | None = None


class Told(Protocol):
    """A signal without a value, as far as the console needs it."""

    def connect(self, heard: Callable[[], None], /) -> object: ...

    def disconnect(self, heard: Callable[[], None], /) -> object: ...


class PhonesPort(Protocol):
    """The phones of one session, in the GUI thread. `changed` tells that `status` did."""

    @property
    def changed(self) -> Told: ...

    @property
    def status(self) -> PhoneStatus: ...

    def choose_address(self, ip: str | None) -> None:
        """Serve on this address; None: on the best one."""

    def set_network(self, name: str, password: str) -> None: ...

    def renew(self, number: int) -> "Seat":
        """Give a seat a new code; its old phone is out."""

    def set_door(self, door: "Door") -> None: ...


class PhonesOfSession(Protocol):
    """The phones of a session, which are there as long as some seats vote by phone."""

    @property
    def changed(self) -> Told: ...

    @property
    def phones(self) -> PhonesPort | None: ...
