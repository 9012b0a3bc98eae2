"""Small files of the program's own that are whole at every moment."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

_ASIDE: Final = ".aside"


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` in the place of the file at once; raise OSError and leave it as it was.

    Makes the folder where it is missing.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def read_whole(path: Path) -> bytes:
    """Return what the file holds; nothing when it is not there or can't be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def keep_aside(path: Path) -> None:
    """Copy a file that this program can't read in full, so that nothing in it is lost."""
    with suppress(OSError):
        shutil.copyfile(path, path.with_name(path.name + _ASIDE))
