"""Where the files of sessions stand, and how one is begun, taken up again or followed up."""

import re
from datetime import date
from pathlib import Path
from typing import Final

from msgspec import Struct

from app.journal import Journal
from app.journal_errors import storage_error
from workshop_flows.setup import Setup

SUFFIX: Final = ".leerradar"
LONGEST_STEM: Final = 60
_UNFIT: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
# Names that Windows keeps for devices, whatever comes after a point.
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


class Place(Struct, frozen=True):
    """A folder for session files."""

    folder: Path

    def free_path(self, company: str, day: date) -> Path:
        """Return a path that no file has, in the firm's name: 'Garage De Brug 2026-11-11'."""
        stem = f"{file_stem(company)} {day.isoformat()}"
        path = self.folder / f"{stem}{SUFFIX}"
        number = 2
        while path.exists():
            path = self.folder / f"{stem} ({number}){SUFFIX}"
            number += 1
        return path

    def file_name(self, setup: Setup) -> str:
        return self.free_path(setup.company, setup.date).name

    def begin(self, setup: Setup) -> Journal:
        """Make the file of a new session; raise InputError when it can't be made here."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self.free_path(setup.company, setup.date)
        except OSError as error:
            raise storage_error(error, self.folder) from error
        return Journal.create(path)


def file_stem(company: str) -> str:
    """Return the firm's name as every system takes it for a file."""
    stem = _UNFIT.sub(" ", company)[:LONGEST_STEM]
    stem = " ".join(stem.split()).strip(". ")
    return f"_{stem}" if not stem or _DEVICES.match(stem) else stem
