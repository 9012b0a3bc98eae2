"""Session files of older versions: brought up to date in memory, then put in place."""

import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Final, NamedTuple

from app.errors import InputError
from app.journal_connection import beside, connect
from app.journal_errors import DAMAGE, storage_error
from app.journal_image import Image, opened, read_image
from app.journal_schema import SCHEMA, VERSION, Head, check_structure, read_events
from workshop_flows.events import Event, Finished


class Migration(NamedTuple):
    """The way from one version to the next."""

    schema: str
    """The one statement that made the table of the version it starts from."""
    apply: Callable[[sqlite3.Connection], None]
    """Leaves the next version's table and rows; the version's number is not its business."""


Migrations = Mapping[int, Migration]

MIGRATIONS: Final[Migrations] = {}
"""By the version they start from."""


class Reading(NamedTuple):
    """A session file that was read through and is sound."""

    image: Image
    """As of this version."""
    file_version: int
    events: tuple[Event, ...]
    head: Head


def read_journal(path: Path, migrations: Migrations = MIGRATIONS) -> Reading:
    """Read a file without changing anything on the disk; an older one is migrated in memory.

    Raise InputError naming what is not sound.
    """
    found = read_image(path)
    try:
        image = _migrated(found, path, migrations) if found.version < VERSION else found
        events, head = _read(image.data, path)
        if image.before_log is not None and not _grew(image.before_log, events, path):
            raise InputError("journal.side_file", path=path, side=beside(path, "-wal"))
    except DAMAGE as error:
        raise InputError("journal.damaged", path=path) from error
    return Reading(image, found.version, events, head)


def _read(data: bytes, path: Path) -> tuple[tuple[Event, ...], Head]:
    with opened(data) as connection:
        check_structure(connection, SCHEMA, path)
        return read_events(connection, path)


def _grew(before_log: bytes, events: tuple[Event, ...], path: Path) -> bool:
    """Tell whether the log goes on from this file, and not from another of the same name.

    A file into which its log is just being copied can't be read; then the log holds it all.
    """
    try:
        before, _ = _read(before_log, path)
    except (InputError, *DAMAGE):
        return True
    return before == events[: len(before)] or any(isinstance(one, Finished) for one in events)


def migrate_file(path: Path, migrations: Migrations = MIGRATIONS) -> None:
    """Replace an older file by its migrated copy; nothing happens when that can't be done.

    The original stays beside it under another name until the copy was read back. Raise
    InputError.
    """
    real = Path(os.path.realpath(path))
    copy, original = beside(real, ".migrated"), beside(real, ".original")
    try:
        # With its log folded in the file is whole, and can be copied and replaced alone.
        with closing(connect(real)) as connection:
            (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise InputError("journal.in_use", path=path)
        reading = read_journal(real, migrations)
        _write(copy, reading.image.data)
        _write(original, real.read_bytes())
        os.replace(copy, real)
        try:
            read_journal(real)
        except InputError:
            os.replace(original, real)
            raise
        with suppress(OSError):
            original.unlink()
    except (sqlite3.Error, OSError) as error:
        raise storage_error(error, path) from error
    finally:
        copy.unlink(missing_ok=True)


def _migrated(image: Image, path: Path, migrations: Migrations) -> Image:
    for version in range(image.version, VERSION):
        if version not in migrations:
            raise InputError("journal.older", path=path)
        with opened(image.data) as connection:
            check_structure(connection, migrations[version].schema, path)
            migrations[version].apply(connection)
            connection.execute(f"PRAGMA user_version = {version + 1}")
            # What a migration leaves behind must not outlive it in free pages.
            connection.execute("VACUUM")
            image = image._replace(
                data=connection.serialize(), before_log=None, version=version + 1
            )
    return image


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
