"""Files that a person wants to have: written whole, or nothing changes."""

from pathlib import Path
from typing import Final

from app.errors import InputError
from app.journal import Journal
from app.output_folder import staged
from workshop_flows.events import Finished
from workshop_flows.views import Report

_KEYS: Final = {
    "output.disk_full": "printing.disk_full",
    "output.not_a_folder": "printing.no_folder",
    "output.bad_name": "printing.bad_name",
    "output.no_access": "printing.no_access",
}


def save_bytes(path: Path, data: bytes) -> None:
    """Write the file in its place at once; raise InputError and leave what was there."""
    _check_folder(path)
    try:
        with staged(path.parent) as staging:
            (staging / path.name).write_bytes(data)
    except InputError as error:
        raise _said(error, path) from error


def save_session(path: Path, report: Report) -> None:
    """Write a finished session as a file of its own; raise InputError as `save_bytes` does."""
    _check_folder(path)
    try:
        with staged(path.parent) as staging, Journal.create(staging / path.name) as journal:
            journal.finish(Finished(report=report))
    except InputError as error:
        raise _said(error, path) from error


def _check_folder(path: Path) -> None:
    # The folder of a stick that was taken out must not be made anew on the disk.
    if not path.parent.is_dir():
        raise InputError("printing.no_folder", folder=path.parent, file=path.name)


def _said(error: InputError, path: Path) -> InputError:
    key = _KEYS.get(error.key, error.key.replace("journal.", "printing."))
    known = key if key in _KEYS.values() else "printing.no_access"
    return InputError(known, folder=path.parent, file=path.name)
