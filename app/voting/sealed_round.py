"""The ballots of one round: sealed on disk while it is open, tallies once it is closed."""

import hmac
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from msgspec import Struct

from app.voting.box_file import FAILURES, BoxFile, trouble
from workshop_flows.ballots import (
    Answer,
    Cast,
    Chosen,
    Consent,
    Consented,
    counted,
    fits,
)
from workshop_flows.commands import Ballots
from workshop_flows.state import Subject
from workshop_flows.vocabulary import Role

_TABLES: Final = {
    "round": "id INTEGER PRIMARY KEY, key BLOB NOT NULL",
    "ballot": "seal BLOB PRIMARY KEY, value BLOB NOT NULL",
}
_ROLES: Final = tuple(Role)
_CONSENTS: Final = tuple(Consent)
_BLANK: Final = bytes(4)


class Voted(Struct, frozen=True, kw_only=True):
    """What one seat wants counted."""

    seat: int
    role: Role
    cast: Cast
    text: str = ""

    def __repr__(self) -> str:
        return "Voted()"


class SealedRound:
    """The round that the box is about. Only `is_open`, `voted` and `has_voted` are for any thread.

    Every seat has its row from the start, blank and as large as any ballot: how large the file
    is and where a ballot stands in it tell nothing.
    """

    def __init__(self, path: Path, number: int, subject: Subject, options: int) -> None:
        self.id = number
        self.subject = subject
        self.options = options
        self.is_open = False
        self.voted = 0
        self._file = BoxFile(path, _TABLES)
        self._key = b""
        self._values: dict[bytes, bytes] = {}
        self._texts: dict[int, str] = {}
        self._ballots: Ballots | None = None

    def open(self, seats: Iterable[int]) -> None:
        """Begin without ballots; raise InputError. What stood there before is destroyed."""
        self._file.destroy()
        self._key = secrets.token_bytes(32)
        self._values = dict.fromkeys(sorted(self._seal(seat) for seat in seats), _BLANK)
        self._file.make({"round": [(self.id, self._key)], "ballot": self._values.items()})
        self.is_open = True

    def resume(self) -> bool:
        """Take up what the file holds of exactly this round; False: nothing, or it is damaged.

        Raise InputError when it can't be read for another reason.
        """
        if not self._file.path.exists():
            return False
        try:
            ((number, key),) = self._file.rows("round")
            values: dict[bytes, bytes] = dict(self._file.rows("ballot"))
            sound = number == self.id and all(map(self._is_sound, values.values()))
        except (*FAILURES, ValueError, TypeError) as error:
            self._file.close()
            if isinstance(error, FAILURES):
                told = trouble(error, self._file.path)
                if told.key != "voting.damaged":
                    raise told from error
            return False
        if sound:
            self._key = key
            self._keep(values)
            self.is_open = True
        return sound

    def has_voted(self, seat: int) -> bool:
        return self.is_open and self._values.get(self._seal(seat), _BLANK) != _BLANK

    def take(self, votes: Iterable[Voted]) -> None:
        """Keep these, each in the place of what its seat voted before.

        Raise sqlite3.Error or OSError: then none is kept.
        """
        votes = tuple(votes)
        new = {self._seal(vote.seat): _packed(vote.role, vote.cast) for vote in votes}
        values = dict(sorted({**self._values, **new}.items()))
        self._file.write({"ballot": values.items()})
        self._keep(values)
        for vote in votes:
            self._texts.pop(vote.seat, None)
            if vote.text and isinstance(vote.cast, Consented):
                self._texts[vote.seat] = vote.text

    def close(self) -> tuple[Ballots, tuple[str, ...]]:
        """Take no more ballots; return the tallies, and the texts in random order.

        From then on no ballot is in memory. Later calls return the tallies and no texts.
        """
        self.is_open = False
        if self._ballots is None:
            cast = [_unpacked(value) for value in self._values.values() if value != _BLANK]
            self._ballots = counted(self.subject, cast, self.options)
            self._values = {}
        texts = list(self._texts.values())
        secrets.SystemRandom().shuffle(texts)
        self._texts = {}
        return self._ballots, tuple(texts)

    def tidy(self) -> None:
        self._file.tidy()

    def leave(self) -> None:
        """Close the file and keep it."""
        self._file.close()

    def destroy(self) -> None:
        """Destroy the file; raise InputError when that fails, it may be tried again."""
        self.is_open = False
        self._key, self._values, self._texts = b"", {}, {}
        self._file.destroy()

    def _keep(self, values: dict[bytes, bytes]) -> None:
        self._values = values
        self.voted = sum(value != _BLANK for value in values.values())

    def _seal(self, seat: int) -> bytes:
        return hmac.digest(self._key, seat.to_bytes(4), "sha256")

    def _is_sound(self, value: bytes) -> bool:
        return value == _BLANK or fits(_unpacked(value)[1], self.subject, self.options)


def _packed(role: Role, cast: Cast) -> bytes:
    """Return a ballot in as many bytes as any other."""
    first = second = 0
    match cast:
        case Answer(value=value):
            kind, first = 1, value
        case Chosen(options=options):
            kind = 2
            first, second = (*(option + 1 for option in options), 0, 0)[:2]
        case Consented(value=value):
            kind, first = 3, _CONSENTS.index(value)
    return bytes([1 + _ROLES.index(role), kind, first, second])


def _unpacked(value: bytes) -> tuple[Role, Cast]:
    """Return the ballot; raise ValueError when there is none in these bytes."""
    number, kind, first, second = value
    if not (1 <= number <= len(_ROLES)):
        raise ValueError("no such role")
    role = _ROLES[number - 1]
    match kind:
        case 1:
            return role, Answer(first)
        case 2:
            return role, Chosen(tuple(option - 1 for option in (first, second) if option))
        case 3 if first < len(_CONSENTS):
            return role, Consented(_CONSENTS[first])
    raise ValueError("no such ballot")
