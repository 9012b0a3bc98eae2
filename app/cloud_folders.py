"""Folders that a service copies to the internet, and of which it may keep versions."""

from itertools import pairwise
from pathlib import PurePath
from typing import Final

_SERVICES: Final = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "proton drive": "Proton Drive",
    "protondrive": "Proton Drive",
    "pcloud": "pCloud",
    "surfdrive": "SURFdrive",
}
"""By how the name of its folder begins: firms put their own behind it, 'OneDrive - De Brug'."""
_DRIVE: Final = (("my drive", "mijn drive"), "Google Drive")
"""On Windows Google's folder is a disk of its own, with these at its top."""
_MACS_OWN: Final = ("library", "cloudstorage")
"""Where macOS puts the folders of all services."""


def cloud_of(folder: PurePath) -> str | None:
    """Return what the service is called that keeps this folder; None: none that is known."""
    names = [part.casefold() for part in folder.parts]
    for name in names:
        for beginning, service in _SERVICES.items():
            if name.startswith(beginning):
                return service
    tops, drive = _DRIVE
    if len(names) > 1 and names[1] in tops:
        return drive
    for index, pair in enumerate(pairwise(names)):
        if pair == _MACS_OWN and len(names) > index + 2:
            return folder.parts[index + 2].partition("-")[0]
    return None
