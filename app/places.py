"""Where the program keeps what is its own; sessions are in a folder of the person's."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStandardPaths


class Places(NamedTuple):
    """Files that need not exist yet, and folders: for reports of our own mistakes, and for
    seats and ballots of sessions that go on. That one never leaves this machine.
    """

    settings: Path
    known: Path
    crashes: Path
    voting: Path


def usual_places() -> Places:
    """Return the places of this person on this machine; needs the application's name."""
    config = _place(QStandardPaths.StandardLocation.AppConfigLocation)
    data = _place(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Places(
        settings=config / "settings.json",
        known=data / "sessions.json",
        crashes=data / "crashes",
        voting=data / "voting",
    )


def _place(kind: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(kind))
