"""What stands in a session file: its marks, its one table, and the rows for events.

Nothing about a session is kept outside the payloads: no time, no name, no count.
"""

import hashlib
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from app.errors import InputError
from workshop_flows.events import Event, Finished
from workshop_flows.evolve import ImpossibleEventError, evolve
from workshop_flows.state import Workshop

APPLICATION_ID: Final = 0x4C524152
VERSION: Final = 1
PAYLOAD_VERSION: Final = 1
LARGEST: Final = 64 * 2**20
"""Bytes. A full session takes a few hundred thousand; more than this is not one."""

SCHEMA: Final = (
    "CREATE TABLE event (seq INTEGER PRIMARY KEY, version INTEGER NOT NULL,"
    " payload BLOB NOT NULL, digest BLOB NOT NULL)"
)
INSERT: Final = "INSERT INTO event (seq, version, payload, digest) VALUES (?, ?, ?, ?)"

Row = tuple[int, int, bytes, bytes]

_DECODER: Final[msgspec.json.Decoder[Event]] = msgspec.json.Decoder(Event)


class Head(NamedTuple):
    """Where the journal stands: the number and the digest of its last event."""

    seq: int
    digest: bytes


EMPTY: Final = Head(0, b"")


def rows_after(head: Head, events: Iterable[Event]) -> tuple[list[Row], Head]:
    """Return the rows that put the events behind `head`, and the head after them."""
    rows: list[Row] = []
    for event in events:
        payload = msgspec.json.encode(event)
        head = _next(head, PAYLOAD_VERSION, payload)
        rows.append((head.seq, PAYLOAD_VERSION, payload, head.digest))
    return rows, head


def stored_head(connection: sqlite3.Connection) -> Head:
    """Return the last row's head without looking at the rows before it."""
    row = connection.execute("SELECT seq, digest FROM event ORDER BY seq DESC LIMIT 1").fetchone()
    return Head(*row) if row else EMPTY


def check_structure(connection: sqlite3.Connection, schema: str, path: Path) -> None:
    """Raise InputError unless the file holds our one table, to the letter, on sound pages.

    Comes before any SELECT on the table: a view or trigger could take its place.
    """
    found = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    encoding = connection.execute("PRAGMA encoding").fetchone()
    if found != [("table", "event", "event", schema)] or encoding != ("UTF-8",):
        raise InputError("journal.other_content", path=path)
    if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise InputError("journal.damaged", path=path)


def read_events(connection: sqlite3.Connection, path: Path) -> tuple[tuple[Event, ...], Head]:
    """Return all events and the head; raise InputError naming the first one that is not sound.

    Sound is: numbered without a gap, the digest right, known, and able to follow the ones
    before it.
    """
    head = EMPTY
    events: list[Event] = []
    workshop: Workshop | None = None
    for row in connection.execute("SELECT seq, version, payload, digest FROM event ORDER BY seq"):
        head = _checked(row, head, path)
        event = _decoded(row[2], head.seq, path)
        try:
            workshop = evolve(workshop, event)
        except ImpossibleEventError as error:
            raise InputError("journal.impossible_event", path=path, number=head.seq) from error
        events.append(event)
    if len(events) > 1 and any(isinstance(event, Finished) for event in events):
        raise InputError("journal.impossible_event", path=path, number=head.seq)
    return tuple(events), head


def _checked(row: tuple[object, ...], before: Head, path: Path) -> Head:
    seq, version, payload, digest = row
    number = before.seq + 1
    if seq != number or not isinstance(version, int) or not isinstance(payload, bytes):
        raise InputError("journal.damaged_event", path=path, number=number)
    head = _next(before, version, payload)
    if digest != head.digest:
        raise InputError("journal.damaged_event", path=path, number=number)
    if version != PAYLOAD_VERSION:
        raise InputError("journal.newer", path=path)
    return head


def _decoded(payload: bytes, number: int, path: Path) -> Event:
    try:
        return _DECODER.decode(payload)
    except (msgspec.DecodeError, RecursionError) as error:
        raise InputError("journal.unknown_event", path=path, number=number) from error


def _next(before: Head, version: int, payload: bytes) -> Head:
    # The digest before goes in too, so that rows of two states of a file never pass for one.
    seq = before.seq + 1
    digest = hashlib.sha256(b"%s %d %d %s" % (before.digest, seq, version, payload)).digest()
    return Head(seq, digest)
