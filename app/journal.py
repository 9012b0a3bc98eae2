"""The session file: what happened in a session, kept safe while it goes on.

One SQLite file. While a session goes on it has a write-ahead log beside it; once it is
finished it holds one event only and is read, never written.
"""

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from app.errors import InputError
from app.journal_check import CheckResult, check, read_report
from app.journal_connection import beside, connect, end_log, start_log
from app.journal_errors import storage_error
from app.journal_migrate import MIGRATIONS, Migrations, migrate_file, read_journal
from app.journal_schema import (
    APPLICATION_ID,
    EMPTY,
    INSERT,
    LARGEST,
    SCHEMA,
    VERSION,
    Head,
    rows_after,
    stored_head,
)
from workshop_flows.events import Event, Finished

__all__ = ["CheckResult", "Journal", "check", "read_report"]

_ERASE_ATTEMPTS: Final = 4
_PAUSE: Final = 0.1
"""Seconds before another attempt: a virus scanner may hold the file for a moment."""


class Journal:
    """A session file that is open. Make one with `create` or `open`.

    Nobody else can open it until it is closed or the program ends, however it ends. May be
    used from any thread, by one at a time.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection | None,
        events: tuple[Event, ...],
        head: Head,
    ) -> None:
        self.path = path
        self._place = path.absolute()
        self.events = events
        """As they were when the file was opened."""
        self.finished = any(isinstance(event, Finished) for event in events)
        self._connection = connection
        self._head = head

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a new session file; raise InputError, also when there is a file already."""
        try:
            for side in (beside(path, "-wal"), beside(path, "-journal")):
                if side.exists() and side.stat().st_size:
                    raise InputError("journal.left_over", path=path, side=side)
            path.open("xb").close()
        except ValueError as error:
            raise InputError("journal.bad_name", path=path) from error
        except OSError as error:
            raise storage_error(error, path) from error
        try:
            connection = _connect(path)
            try:
                _lay_out(connection)
            except BaseException:
                connection.close()
                raise
        except sqlite3.Error as error:
            path.unlink()
            raise storage_error(error, path) from error
        return cls(path, connection, (), EMPTY)

    @classmethod
    def open(cls, path: Path, *, migrations: Migrations = MIGRATIONS) -> Self:
        """Open a session file; raise InputError when it is not sound, newer, or in use.

        The file is read through before it is opened for writing: one that is refused stays
        as it was. A finished file is only read, unless it still has to be rid of its past.
        """
        reading = read_journal(path, migrations)
        if reading.file_version < VERSION:
            migrate_file(path, migrations)
            reading = read_journal(path)
        finished = any(isinstance(event, Finished) for event in reading.events)
        if finished and not reading.image.marked_for_log:
            return cls(path, None, reading.events, reading.head)
        try:
            connection = _connect(path)
        except sqlite3.Error as error:
            raise storage_error(error, path) from error
        journal = cls(path, connection, reading.events, reading.head)
        try:
            journal._take_up()
        except BaseException:
            journal.close()
            raise
        return journal

    def append(self, events: Sequence[Event], /) -> None:
        """Keep the events, all or none: once this returns they survive a crash.

        Raise InputError when they can't be written; the same call may then be made again.
        """
        if self.finished:
            raise InputError("journal.finished", path=self.path)
        rows, head = rows_after(self._head, events)
        with self._transaction() as connection:
            connection.executemany(INSERT, rows)
        self._head = head

    def finish(self, event: Finished, /) -> None:
        """Replace the whole journal by this event and close the file.

        Once this returns no byte of what came before is left in the file or beside it.
        Raise InputError: when nothing could be written the session simply goes on; when only
        the erasing failed the session is finished, and another call, or the next opening,
        completes it.
        """
        if self.finished and self._connection is None:
            raise InputError("journal.finished", path=self.path)
        rows, _ = rows_after(EMPTY, [event])
        with self._transaction() as connection:
            connection.execute("DELETE FROM event")
            connection.executemany(INSERT, rows)
        self.finished = True
        self._erase()

    def close(self) -> None:
        """Close the file; afterwards it is one file again. May be called twice."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                # SQLite would do so too, but not for a file that was moved meanwhile.
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._connection.close()
            self._connection = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _take_up(self) -> None:
        """Go on where the file stands, now that nobody else can change it."""
        connection = self._opened()
        try:
            if stored_head(connection) != self._head:
                raise InputError("journal.in_use", path=self.path)
            if not self.finished:
                start_log(connection)
        except sqlite3.Error as error:
            raise storage_error(error, self.path) from error
        if self.finished:
            self._erase()

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            raise ValueError("the journal is closed")
        return self._connection

    def _erase(self) -> None:
        connection = self._opened()
        for attempt in range(1, _ERASE_ATTEMPTS + 1):
            try:
                # Ended by the attempt before, perhaps; VACUUM needs it to survive a crash.
                start_log(connection)
                connection.execute("VACUUM")
                end_log(connection)
                break
            except sqlite3.Error as error:
                if attempt == _ERASE_ATTEMPTS:
                    raise InputError("journal.not_erased", path=self.path) from error
                time.sleep(_PAUSE)
        self.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        connection = self._opened()
        if not os.path.exists(self._place):
            # Where files can be moved while open SQLite would go on with a log left behind.
            raise InputError("journal.moved", path=self.path)
        try:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise storage_error(error, self.path) from error
        finally:
            if connection.in_transaction:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")


def _connect(path: Path) -> sqlite3.Connection:
    connection = connect(path)
    connection.execute(f"PRAGMA max_page_count = {LARGEST // 4096}")
    return connection


def _lay_out(connection: sqlite3.Connection) -> None:
    """Write the marks and the table, and only then switch the log on.

    So the marks stand in the file itself from the start, where they are looked for.
    """
    connection.execute("BEGIN")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute(SCHEMA)
    connection.execute("COMMIT")
    start_log(connection)
