"""The sessions that this machine led: what the start page offers to go on with.

Only what the facilitator knows anyway: no votes, and no names of people.
"""

import datetime
import os
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec import Struct

from app.whole_file import keep_aside, read_whole, write_whole
from workshop_flows.state import Position
from workshop_flows.views import Report
from workshop_flows.vocabulary import AgreementStatus, Length

FORMAT: Final = "leerradar-sessions/1"


class KnownState(StrEnum):
    """How far a session came.

    Two can be gone on with: `BUSY`, and `AGREEMENT`, where the agreement is ready. Two are
    closed: `FINISHED`, and `CONCEPT`, where the agreement stayed a concept.
    """

    BUSY = "busy"
    AGREEMENT = "agreement"
    FINISHED = "finished"
    CONCEPT = "concept"


class Known(Struct, frozen=True, kw_only=True):
    """A session file. `elapsed` and `paused` are those of the agenda's clock.

    `position` is where it stopped. `changed` is the moment of the last change, by the clock
    on the wall of this machine. `seats` is the name under which this machine keeps seats of it.
    """

    path: Path
    company: str
    day: datetime.date
    people: int
    length: Length
    state: KnownState
    changed: datetime.datetime
    position: Position | None = None
    follow_up: datetime.date | None = None
    started: datetime.datetime | None = None
    elapsed: float = 0.0
    paused: bool = False
    seats: str = ""


class Clock(Struct, frozen=True, kw_only=True):
    """The agenda's clock: when it was started, the seconds on it, and whether it stands still."""

    started: datetime.datetime | None = None
    elapsed: float = 0.0
    paused: bool = False


def known_session(
    path: Path,
    report: Report,
    position: Position | None,
    *,
    changed: datetime.datetime,
    clock: Clock,
    seats: str = "",
) -> Known:
    """Return what the list keeps of a session; `position` None: it is closed."""
    agreed = report.agreement.status is AgreementStatus.AGREED
    if position is None:
        state = KnownState.FINISHED if agreed else KnownState.CONCEPT
    else:
        state = KnownState.AGREEMENT if agreed else KnownState.BUSY
    facts = report.facts
    return Known(
        path=path,
        company=facts.company,
        day=facts.date,
        people=facts.staff + facts.owners,
        length=facts.length,
        state=state,
        changed=changed,
        position=position,
        follow_up=report.agreement.follow_up,
        started=clock.started,
        elapsed=clock.elapsed,
        paused=clock.paused,
        seats=seats,
    )


class KnownSessions:
    """The list, kept in one small file and written at once. Session files are never touched.

    A list that is damaged, or of a newer program, is read as far as it goes and kept aside.
    Raises nothing when the list can't be written: it then lasts as long as the program.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known, whole = _read(read_whole(path))
        if not whole:
            keep_aside(path)

    def all(self) -> tuple[Known, ...]:
        """Return every known session, the one that changed last first."""
        return tuple(sorted(self._known.values(), key=_moment, reverse=True))

    def find(self, path: Path) -> Known | None:
        return self._known.get(_place(path))

    def seats(self) -> frozenset[str]:
        """Return the names of all seats that belong to a session which may go on."""
        return frozenset(one.seats for one in self._known.values() if one.seats)

    def remember(self, known: Known) -> None:
        """Put a session in the list, in the place of what was known of the same file."""
        self._change({**self._known, _place(known.path): known})

    def forget(self, path: Path) -> None:
        """Take a session off the list; the file stays where it is."""
        place = _place(path)
        self._change({key: one for key, one in self._known.items() if key != place})

    def _change(self, known: dict[str, Known]) -> None:
        if known == self._known:
            return
        self._known = known
        content = {"format": FORMAT, "sessions": list(known.values())}
        try:
            write_whole(self._path, msgspec.json.encode(content, enc_hook=str))
        except OSError:
            return


def is_missing(known: Known) -> bool:
    """Tell whether the file is not there now; on a stick that is out, for one."""
    try:
        return not known.path.is_file()
    except OSError:
        return True


def _place(path: Path) -> str:
    """Return what two names of the same file have in common; the file need not be there."""
    return os.path.normcase(path.absolute())


def _moment(known: Known) -> datetime.datetime:
    # A list from elsewhere may hold moments with and without a zone; only their order counts.
    return known.changed.replace(tzinfo=None)


def _read(data: bytes) -> tuple[dict[str, Known], bool]:
    if not data:
        return {}, True
    try:
        found = msgspec.json.decode(data)
        rows = list(found["sessions"])
        whole = found.get("format") == FORMAT
    except (msgspec.DecodeError, UnicodeDecodeError, TypeError, KeyError, AttributeError):
        return {}, False
    known = {}
    for row in rows:
        try:
            one = msgspec.convert(row, Known, dec_hook=_path)
        except msgspec.ValidationError:
            whole = False
            continue
        known[_place(one.path)] = one
    return known, whole


def _path(kind: type, value: Any) -> Any:
    if kind is not Path or not isinstance(value, str):
        raise TypeError(kind)
    return Path(value)
