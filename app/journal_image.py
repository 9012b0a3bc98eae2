"""A session file as it stands on the disk, read without changing anything there.

The bytes of the file are read through SQLite (immutable, so without a lock and without a
file beside it) and never with open(): on POSIX the closing of any descriptor of a file
drops every lock that the process holds on it, and with it the guard of a `Journal` that is
open (https://www.sqlite.org/howtocorrupt.html, 2.2).
"""

import os
import sqlite3
import stat
import struct
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from app.errors import InputError
from app.journal_connection import beside, sqlite_uri
from app.journal_errors import DAMAGE, sqlite_code
from app.journal_schema import APPLICATION_ID, LARGEST, VERSION
from app.journal_wal import WalError, replayed

_SMALLEST: Final = 512
"""Bytes: the smallest page that SQLite knows."""
_ATTEMPTS: Final = 5
# Places in the file's first bytes, and what may stand there:
# https://www.sqlite.org/fileformat2.html#the_database_header
_PAGE_SIZE: Final = struct.Struct(">H")
_MARK: Final = struct.Struct(">i")
_WRITE_MODE, _READ_MODE, _USER_VERSION, _APPLICATION_ID = 18, 19, 60, 68
_ROLLBACK, _WAL = 1, 2


class Image(NamedTuple):
    """The whole content of a session file, with what its log adds."""

    data: bytes
    """Fit for `sqlite3.Connection.deserialize`."""
    before_log: bytes | None
    """The file without its log, where there is one."""
    version: int
    marked_for_log: bool
    """Every file in use is; a finished one no longer, once it is rid of what came before."""


def read_image(path: Path) -> Image:
    """Return what the file holds now; raise InputError when it is not a session file of ours.

    The file may be in use: then the image is one that existed between two transactions.
    """
    _check_size(path)
    # SQLite keeps the log beside the file itself, not beside a link to it.
    real = Path(os.path.realpath(path))
    for _ in range(_ATTEMPTS):
        before = _times(real)
        log = _side(real, "-wal")
        main = _main(real)
        # Every transaction changes the log; only its end changes the file alone.
        if log == _side(real, "-wal") and before == _times(real):
            return _whole(real, main, log)
    raise InputError("journal.in_use", path=path)


@contextmanager
def opened(data: bytes) -> Iterator[sqlite3.Connection]:
    """Give a connection to the data of an image in memory."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.deserialize(data)
        yield connection


def _check_size(path: Path) -> None:
    try:
        found = os.stat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise InputError("journal.missing", path=path) from error
    except OSError as error:
        raise InputError("journal.unreadable", path=path) from error
    if stat.S_ISDIR(found.st_mode):
        raise InputError("journal.folder", path=path)
    if found.st_size == 0 and stat.S_ISREG(found.st_mode):
        raise InputError("journal.empty", path=path)
    if not stat.S_ISREG(found.st_mode) or found.st_size < _SMALLEST:
        raise InputError("journal.foreign", path=path)
    if found.st_size > LARGEST:
        raise InputError("journal.too_large", path=path)


def _times(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError as error:
        raise InputError("journal.unreadable", path=path) from error
    return found.st_size, found.st_mtime_ns


def _main(path: Path) -> bytes:
    """Return the bytes of the file itself, if it carries our marks."""
    try:
        uri = sqlite_uri(path, "mode=ro&immutable=1")
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            # A crash while the log is copied into the file leaves it shorter than it says;
            # without this SQLite would refuse it before the log is looked at.
            connection.execute("PRAGMA writable_schema = ON")
            (application_id,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if application_id != APPLICATION_ID:
                raise InputError("journal.foreign", path=path)
            if version > VERSION:
                raise InputError("journal.newer", path=path)
            main = connection.serialize()
    except DAMAGE as error:
        raise _reading_error(error, path) from error
    if len(main) < _SMALLEST:
        raise InputError("journal.damaged", path=path)
    return main


def _reading_error(error: Exception, path: Path) -> InputError:
    match sqlite_code(error) & 0xFF:
        case sqlite3.SQLITE_NOTADB:
            return InputError("journal.foreign", path=path)
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_IOERR | sqlite3.SQLITE_PERM:
            return InputError("journal.unreadable", path=path)
    return InputError("journal.damaged", path=path)


def _side(path: Path, suffix: str) -> bytes:
    """Return the bytes of a file beside it, none when there is no such file."""
    name = beside(path, suffix)
    try:
        found = name.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
            raise InputError("journal.side_file", path=path, side=name)
        return name.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise InputError("journal.unreadable", path=name) from error


def _whole(path: Path, main: bytes, log: bytes) -> Image:
    # Our files never have a rollback journal, and a log only while they are marked for one.
    if _side(path, "-journal"):
        raise InputError("journal.side_file", path=path, side=beside(path, "-journal"))
    if log and main[_WRITE_MODE] != _WAL:
        raise InputError("journal.side_file", path=path, side=beside(path, "-wal"))
    (page_size,) = _PAGE_SIZE.unpack_from(main, 16)
    try:
        data = replayed(main, log, 65536 if page_size == 1 else page_size)
    except WalError as error:
        raise InputError("journal.damaged", path=path) from error
    (application_id,), (version,) = (
        _MARK.unpack_from(data, at) for at in (_APPLICATION_ID, _USER_VERSION)
    )
    if version > VERSION:
        raise InputError("journal.newer", path=path)
    if application_id != APPLICATION_ID:
        raise InputError("journal.damaged", path=path)
    return Image(
        data=_unmarked(data),
        before_log=_unmarked(main) if log else None,
        version=version,
        marked_for_log=main[_WRITE_MODE] == _WAL,
    )


def _unmarked(data: bytes) -> bytes:
    # A database in memory can't have a log.
    return data[:_WRITE_MODE] + bytes([_ROLLBACK, _ROLLBACK]) + data[_READ_MODE + 1 :]
