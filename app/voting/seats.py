"""The seats of a session, and who may sit down: the rules, without any file or thread."""

import hashlib
import hmac
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from app.voting.codes import new_codes, normal
from workshop_flows.vocabulary import Role

NO_TOKEN: Final = bytes(32)
"""As long as a digest, so that a seat takes the same room in the file before and after."""


class Seat(Struct, frozen=True, kw_only=True):
    """What the console may know of a seat: never whether it voted."""

    number: int
    role: Role
    code: str
    joined: bool


class Joined(Struct, frozen=True):
    """A phone got its seat. The token is the phone's alone, and shown nowhere."""

    token: str
    seat: int

    def __repr__(self) -> str:
        return f"Joined(seat={self.seat})"


class Refusal(StrEnum):
    CODE_WRONG = "code_wrong"
    CODE_USED = "code_used"
    ROOM_FULL = "room_full"
    NOT_JOINED = "not_joined"
    CLOSED = "closed"
    """The round is closed, or it is about another one."""
    UNFIT = "unfit"
    """A ballot of another kind than the round's, or out of range."""
    NOT_SAVED = "not_saved"


class Door(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class Place(Struct, frozen=True, kw_only=True):
    """A seat with what only the box knows: the digest of its token.

    `again`: the code works once more, also when it was used or the door is closed, because
    somebody who had the seat already is to take it again.
    """

    number: int
    role: Role
    code: str
    digest: bytes = NO_TOKEN
    used: bool = False
    again: bool = False

    @property
    def seen(self) -> Seat:
        return Seat(number=self.number, role=self.role, code=self.code, joined=self.used)


class Seats(Struct, frozen=True, kw_only=True):
    """All seats, staff before owners. `origin` is where phones were served last."""

    places: tuple[Place, ...] = ()
    door: Door = Door.OPEN
    origin: str = ""
    by_digest: dict[bytes, Place] = {}
    """Those whose token is known."""

    def fitted(self, staff: int, owners: int, *, may_remove: bool) -> "Seats":
        """Return as many seats of each role; those that nobody uses go first."""
        kept: list[Place] = []
        short: list[Role] = []
        for role, wanted in ((Role.STAFF, staff), (Role.OWNER, owners)):
            there = [place for place in self.places if place.role is role]
            there.sort(key=lambda place: (not (place.used or place.again), place.number))
            kept += there[:wanted] if may_remove else there
            short += [role] * (wanted - len(there))
        taken = {place.number for place in kept}
        free = (number for number in range(1, len(kept) + len(short) + 1) if number not in taken)
        codes = new_codes(len(short), [place.code for place in self.places])
        kept += [
            Place(number=number, role=role, code=code)
            for number, role, code in zip(free, short, codes, strict=False)
        ]
        return self.with_places(kept)

    def let_in(self, code: str, digest: bytes) -> "tuple[Seats, Place] | Refusal":
        """Give the seat of this code to who holds the token of this digest."""
        wanted = normal(code)
        place = next((place for place in self.places if place.code == wanted), None)
        if place is None:
            return Refusal.CODE_WRONG
        if hmac.compare_digest(place.digest, digest):
            # It has the seat already; the answer that said so was lost.
            return self, place
        if place.used and not place.again:
            return Refusal.CODE_USED
        if self.door is Door.CLOSED and not place.again:
            return Refusal.ROOM_FULL
        place = replace(place, digest=digest, used=True, again=False)
        return self._replaced(place), place

    def renewed(self, number: int) -> "Seats":
        """Give a seat a new code; its old code and token mean nothing any more."""
        (old,) = (place for place in self.places if place.number == number)
        (code,) = new_codes(1, [place.code for place in self.places])
        return self._replaced(
            Place(number=number, role=old.role, code=code, again=old.used or old.again)
        )

    def at_door(self, door: Door) -> "Seats":
        return replace(self, door=door)

    def served_at(self, origin: str) -> "Seats":
        """Note the origin; at another one phones don't find their token, and join again."""
        if self.origin in ("", origin):
            return replace(self, origin=origin)
        again = (replace(place, again=place.used or place.again) for place in self.places)
        return replace(self.with_places(again), origin=origin)

    def of(self, digest: bytes) -> Place | None:
        """Return whose token this is.

        The digest of a token of 128 bits tells nothing of it, so neither does the time it takes.
        """
        return self.by_digest.get(digest)

    @property
    def joined(self) -> int:
        return sum(place.used for place in self.places)

    def _replaced(self, new: Place) -> "Seats":
        return self.with_places(new if old.number == new.number else old for old in self.places)

    def with_places(self, places: Iterable[Place]) -> "Seats":
        order = sorted(places, key=lambda place: (place.role is Role.OWNER, place.number))
        known = {place.digest: place for place in order if place.digest != NO_TOKEN}
        return replace(self, places=tuple(order), by_digest=known)


def digest_of(token: str) -> bytes:
    return hashlib.sha256(token.encode(errors="backslashreplace")).digest()
