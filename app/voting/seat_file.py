"""The seats on disk: no time, no order of joining, and of a token only its digest."""

from pathlib import Path
from typing import Final

from app.errors import InputError
from app.voting.box_file import FAILURES, BoxFile, Row, trouble
from app.voting.seats import Door, Place, Seats
from workshop_flows.vocabulary import Role

_TABLES: Final = {
    "seat": (
        "number INTEGER PRIMARY KEY, role TEXT NOT NULL, code TEXT NOT NULL,"
        " digest BLOB NOT NULL, used INTEGER NOT NULL, again INTEGER NOT NULL"
    ),
    "room": "id INTEGER PRIMARY KEY, door TEXT NOT NULL, origin TEXT NOT NULL",
}


class SeatFile(BoxFile):
    def __init__(self, path: Path) -> None:
        super().__init__(path, _TABLES)

    def open(self) -> Seats:
        """Return the seats, none where there was no file; raise InputError."""
        if not self.path.exists():
            seats = Seats()
            self.make(_rows(seats))
            return seats
        try:
            ((_, door, origin),) = self.rows("room")
            room = Seats(door=Door(door), origin=origin)
            return room.with_places(_place(row) for row in self.rows("seat"))
        except FAILURES as error:
            self.close()
            raise trouble(error, self.path) from error
        except ValueError as error:
            self.close()
            raise InputError("voting.damaged", path=self.path) from error

    def save(self, seats: Seats) -> None:
        """Keep the seats; raise sqlite3.Error or OSError, and then nothing is changed."""
        self.write(_rows(seats))


def _rows(seats: Seats) -> dict[str, list[Row]]:
    places = sorted(seats.places, key=lambda place: place.number)
    return {
        "seat": [(p.number, p.role, p.code, p.digest, p.used, p.again) for p in places],
        "room": [(1, seats.door, seats.origin)],
    }


def _place(row: Row) -> Place:
    number, role, code, digest, used, again = row
    return Place(
        number=number,
        role=Role(role),
        code=code,
        digest=digest,
        used=bool(used),
        again=bool(again),
    )
