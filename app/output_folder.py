"""Files that appear together or not at all."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import InputError

STAGING_PREFIX = ".leerradar-"


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Give a folder to build files in; on leaving they take their places in `folder` together.

    Files of the same name are replaced, others are left alone. When building or replacing
    fails `folder` is as it was. Raise InputError when the folder can't be written.
    """
    try:
        made = _make(folder)
        staging = Path(tempfile.mkdtemp(prefix=STAGING_PREFIX, dir=folder))
    except OSError as error:
        raise _folder_error(folder, error) from error
    kept = False
    try:
        yield staging
        _replace_all(staging, folder)
        kept = True
    except OSError as error:
        raise _folder_error(folder, error) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        if not kept:
            _remove(made)


def _make(folder: Path) -> list[Path]:
    """Make the folder with its parents; return those that were not there, innermost first."""
    missing = []
    at = folder
    while not at.exists() and at != at.parent:
        missing.append(at)
        at = at.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        _remove(missing)
        raise
    return missing


def _remove(folders: list[Path]) -> None:
    for folder in folders:
        try:
            folder.rmdir()
        except OSError:
            return


def _replace_all(staging: Path, folder: Path) -> None:
    aside = staging / "before"
    aside.mkdir()
    names = sorted(path.name for path in staging.iterdir() if path.is_file())
    for name in names:
        _sync(staging / name)
        if (folder / name).is_dir():
            raise IsADirectoryError(errno.EISDIR, "a folder stands in its place", name)
    placed: list[str] = []
    try:
        for name in names:
            placed.append(name)
            if (folder / name).exists():
                _move(folder / name, aside / name)
            _move(staging / name, folder / name)
    except OSError:
        for name in placed:
            _put_back(aside / name, folder / name, staging / name)
        raise


def _put_back(before: Path, place: Path, staged_file: Path) -> None:
    if before.exists():
        os.replace(before, place)
    elif not staged_file.exists():
        place.unlink(missing_ok=True)


def _move(source: Path, target: Path) -> None:
    os.replace(source, target)


def _sync(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _folder_error(folder: Path, error: OSError) -> InputError:
    kinds = {
        errno.ENOSPC: "output.disk_full",
        errno.EDQUOT: "output.disk_full",
        errno.EEXIST: "output.not_a_folder",
        errno.ENOTDIR: "output.not_a_folder",
        errno.ENAMETOOLONG: "output.bad_name",
        errno.EINVAL: "output.bad_name",
    }
    where = Path(error.filename).name if isinstance(error.filename, str) else folder.name
    return InputError(kinds.get(error.errno or 0, "output.no_access"), folder=folder, file=where)
