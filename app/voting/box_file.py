"""A small file that is written as a whole and, in the end, destroyed to the last byte."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Final

from app.errors import InputError
from app.journal_connection import beside, connect, end_log, start_log
from app.journal_errors import storage_error

_NEW: Final = "-new"
SIDES: Final = (_NEW, "-wal", "-shm", "-journal", "")
"""What may stand beside a file, and last the file itself."""
FAILURES: Final = (sqlite3.Error, OSError)
"""What writing raises when it did not happen."""
_ATTEMPTS: Final = 4
_PAUSE: Final = 0.1
"""Seconds before another attempt: a virus scanner may hold the file for a moment."""
_KEYS: Final = {
    "journal.in_use": "voting.box_in_use",
    "journal.disk_full": "voting.no_room",
    "journal.damaged": "voting.damaged",
}

Row = tuple[Any, ...]


class BoxFile:
    """Tables whose rows are always written all together, in the order of their keys.

    So nothing in the file, nor where in it a row stands, tells what came first. For one
    thread at a time.
    """

    def __init__(self, path: Path, tables: Mapping[str, str]) -> None:
        self.path = path
        self._tables = tables
        self._connection: sqlite3.Connection | None = None
        self._untidy = False

    def make(self, rows: Mapping[str, Iterable[Row]]) -> None:
        """Make the file, for this person only; raise InputError. It is whole or not there."""
        new = beside(self.path, _NEW)
        try:
            new.unlink(missing_ok=True)
            os.close(os.open(new, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
            with closing(connect(new)) as connection:
                connection.execute("BEGIN")
                for table, columns in self._tables.items():
                    connection.execute(f"CREATE TABLE {table} ({columns}) WITHOUT ROWID")
                _fill(connection, rows)
                connection.execute("COMMIT")
            os.replace(new, self.path)
            sync_folder(self.path.parent)
            self._opened()
        except FAILURES as error:
            raise trouble(error, self.path) from error

    def rows(self, table: str) -> list[Row]:
        """Return what the table holds, checked for damage; raise sqlite3.Error."""
        connection = self._opened()
        (sound,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if sound != "ok":
            raise sqlite3.DatabaseError("the file is damaged")
        return connection.execute(f"SELECT * FROM {table}").fetchall()

    def write(self, rows: Mapping[str, Iterable[Row]]) -> None:
        """Put these rows in the place of all before; once it returns they survive a crash.

        Raise sqlite3.Error or OSError and leave everything as it was; it may be tried again.
        """
        try:
            # Where files can be removed while open SQLite would go on writing to nothing.
            os.stat(self.path)
            connection = self._opened()
            self._untidy = True
            connection.execute("BEGIN IMMEDIATE")
            _fill(connection, rows)
            connection.execute("COMMIT")
        except FAILURES:
            # With the connection goes what was not committed; the next write opens another.
            self.close()
            raise

    def tidy(self) -> None:
        """Overwrite the log, in which the order of the writes can be read."""
        if self._untidy and self._connection is not None:
            with suppress(*FAILURES):
                self._wipe_log(self._connection)
                self._untidy = False

    def close(self) -> None:
        self.tidy()
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def destroy(self) -> None:
        """Leave no byte of the file; raise InputError when that fails, it may be tried again."""
        if self._connection is not None:
            self._empty(self._connection)
            self.close()
        wipe(self.path)

    def _empty(self, connection: sqlite3.Connection) -> None:
        """Have SQLite itself erase the rows and the log, as far as it can."""
        for _ in range(_ATTEMPTS):
            try:
                connection.execute("BEGIN IMMEDIATE")
                _fill(connection, dict.fromkeys(self._tables, ()))
                connection.execute("COMMIT")
                self._wipe_log(connection)
                end_log(connection)
                return
            except FAILURES:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                time.sleep(_PAUSE)

    def _wipe_log(self, connection: sqlite3.Connection) -> None:
        """Copy the log into the file and overwrite it; raise sqlite3.Error or OSError.

        SQLite itself would only cut it off, and leave its bytes on the disk. It reads nothing
        of a log that is copied in full, and begins the next one from the start.
        """
        busy, pages, copied = connection.execute("PRAGMA wal_checkpoint(RESTART)").fetchone()
        if busy or copied < pages:
            # A checkpoint that can't be done is only told in its result.
            raise sqlite3.OperationalError("the log is not copied")
        _overwrite(beside(self.path, "-wal"))

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            connection = connect(self.path)
            try:
                start_log(connection)
            except sqlite3.Error:
                connection.close()
                raise
            self._connection = connection
        return self._connection


def _fill(connection: sqlite3.Connection, rows: Mapping[str, Iterable[Row]]) -> None:
    for table, wanted in rows.items():
        connection.execute(f"DELETE FROM {table}")
        # In one statement: around each the thread waits for its turn among the others.
        listed = list(wanted)
        if listed:
            marks = ", ".join(f"({', '.join('?' * len(row))})" for row in listed)
            values = [value for row in listed for value in row]
            connection.execute(f"INSERT INTO {table} VALUES {marks}", values)


def wipe(path: Path) -> None:
    """Overwrite and remove a file and what SQLite keeps beside it; raise InputError."""

    def act() -> None:
        for side in (beside(path, suffix) for suffix in SIDES):
            if side.exists():
                _overwrite(side)
                side.unlink()
        sync_folder(path.parent)

    patiently(act, path)


def patiently(act: Callable[[], object], path: Path) -> None:
    """Try more than once to rid the disk of a file; raise InputError when it stays."""
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            act()
            return
        except OSError as error:
            if attempt == _ATTEMPTS:
                raise InputError("voting.not_erased", path=path) from error
            time.sleep(_PAUSE)


def _overwrite(path: Path) -> None:
    with path.open("r+b") as stream:
        stream.write(bytes(os.fstat(stream.fileno()).st_size))
        stream.flush()
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Make sure that names made and removed stay so, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def trouble(error: sqlite3.Error | OSError, path: Path) -> InputError:
    """Return what the person at the console can do about it."""
    key = storage_error(error, path).key
    return InputError(_KEYS.get(key, "voting.not_writable"), path=path)
