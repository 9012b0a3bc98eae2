"""Storage errors of the session file as sentences for people."""

import errno
import sqlite3
from pathlib import Path

from app.errors import InputError

_SQLITE_KEYS = {
    sqlite3.SQLITE_BUSY: "journal.in_use",
    sqlite3.SQLITE_LOCKED: "journal.in_use",
    sqlite3.SQLITE_FULL: "journal.disk_full",
    sqlite3.SQLITE_IOERR: "journal.disk_error",
    sqlite3.SQLITE_READONLY: "journal.read_only",
    sqlite3.SQLITE_CANTOPEN: "journal.read_only",
    sqlite3.SQLITE_PERM: "journal.read_only",
    sqlite3.SQLITE_AUTH: "journal.read_only",
    # Taking the lock fails on a file that was opened for reading only, and in network
    # folders that know no locks.
    sqlite3.SQLITE_IOERR_LOCK: "journal.read_only",
    sqlite3.SQLITE_IOERR_RDLOCK: "journal.read_only",
    sqlite3.SQLITE_READONLY_DBMOVED: "journal.moved",
}
"""By extended or primary result code."""

_OS_KEYS = {
    errno.ENOENT: "journal.no_folder",
    errno.ENOTDIR: "journal.no_folder",
    errno.EEXIST: "journal.exists",
    errno.EISDIR: "journal.exists",
    errno.EACCES: "journal.read_only",
    errno.EPERM: "journal.read_only",
    errno.EROFS: "journal.read_only",
    errno.ENOSPC: "journal.disk_full",
    errno.EDQUOT: "journal.disk_full",
    errno.ENAMETOOLONG: "journal.bad_name",
    errno.EINVAL: "journal.bad_name",
}


DAMAGE = (sqlite3.Error, UnicodeDecodeError)
"""What reading a damaged file raises: SQLite quotes it in messages that Python can't decode."""


def sqlite_code(error: Exception) -> int:
    """Return the extended SQLite result code; 0 for an error of the Python module itself."""
    return int(getattr(error, "sqlite_errorcode", 0))


def storage_error(error: sqlite3.Error | OSError, path: Path) -> InputError:
    """Return the sentence for an error in opening or writing the session file.

    What is neither a matter of access nor of the disk is damage.
    """
    if isinstance(error, OSError):
        return InputError(_OS_KEYS.get(error.errno or 0, "journal.disk_error"), path=path)
    code = sqlite_code(error)
    key = _SQLITE_KEYS.get(code) or _SQLITE_KEYS.get(code & 0xFF) or "journal.damaged"
    return InputError(key, path=path)
