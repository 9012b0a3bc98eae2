"""How a session file is opened for writing, and what must not change about it."""

import os
import sqlite3
from pathlib import Path
from typing import Final, Literal
from urllib.parse import quote

_PRAGMAS: Final = (
    # Before anything is read: the first read then takes the lock for good, and no shared
    # memory file is needed, which network folders don't support.
    "locking_mode = EXCLUSIVE",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "secure_delete = ON",
    # VACUUM would otherwise write the whole session to a temporary file.
    "temp_store = MEMORY",
    "synchronous = FULL",
    # Pages. A log that is soon written over, instead of growing, syncs in half the time.
    "wal_autocheckpoint = 50",
    # On macOS an ordinary sync leaves the data in the drive's own cache.
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
)


def beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def sqlite_uri(path: Path, options: str) -> str:
    """Return the address of a file for SQLite; any name will do, also a UNC path."""
    name = path.as_posix()
    slash = "" if name.startswith("/") else "/"
    return f"file://{slash}{quote(os.fsencode(name))}?{options}"


def connect(path: Path) -> sqlite3.Connection:
    """Open a file for writing; nobody else can until the connection is closed.

    Made for any thread, but for one at a time. Raise sqlite3.Error: SQLITE_BUSY at once when
    somebody else has the file.
    """
    connection = sqlite3.connect(
        sqlite_uri(Path(os.path.realpath(path)), "mode=rw"),
        uri=True,
        timeout=0,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
        if mode != "wal":
            _set_mode(connection, "memory")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def start_log(connection: sqlite3.Connection) -> None:
    """Mark the file for a write-ahead log, if it is not; raise sqlite3.Error."""
    _set_mode(connection, "wal")


def end_log(connection: sqlite3.Connection) -> None:
    """Empty the log into the file, remove it and the mark; raise sqlite3.Error.

    A checkpoint that can't be done is only told in its result.
    """
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise sqlite3.OperationalError("the log is not empty")
    _set_mode(connection, "memory")


def _set_mode(connection: sqlite3.Connection, mode: Literal["wal", "memory"]) -> None:
    # 'memory', not 'delete': without a log only a new, empty file and the mark are written.
    # The mark is within one sector, so a crash needs no rollback journal beside the file.
    (found,) = connection.execute(f"PRAGMA journal_mode = {mode}").fetchone()
    if found != mode:
        raise sqlite3.OperationalError(f"the journal mode stays {found}")
