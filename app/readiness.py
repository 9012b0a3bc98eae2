"""Whether this machine is ready for a session: what can be found out without asking."""

import shutil
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.cloud_folders import cloud_of
from app.power import Power, power_now

ENOUGH_CHARGE: Final = 50
"""Per cent; what a session of an hour and a half takes of an old battery."""
ENOUGH_ROOM: Final = 100
"""Megabytes."""
_MEGABYTE: Final = 1_000_000


class Readiness(Struct, frozen=True, kw_only=True):
    """What was found. `power` None: this machine does not tell. `room` in megabytes.

    `cloud` is the service that copies the folder to the internet.
    """

    printer: str | None = None
    power: Power | None = None
    folder: Path
    writable: bool = True
    room: int | None = None
    cloud: str | None = None


def look(folder: Path) -> Readiness:
    """Find out now. May take seconds: a printer in the network is slow to answer."""
    return Readiness(
        printer=printer_now(),
        power=power_now(),
        folder=folder,
        writable=can_write(folder),
        room=room_in(folder),
        cloud=cloud_of(folder.resolve()) or cloud_of(folder),
    )


def printer_now() -> str | None:
    """Return the name of the printer that would be used, or None when there is none."""
    from PySide6.QtPrintSupport import QPrinterInfo

    usual = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return usual or (names[0] if names else None)


def can_write(folder: Path) -> bool:
    """Tell whether a file can be made in the folder, or where the folder would be made."""
    try:
        with tempfile.TemporaryFile(dir=_existing(folder)):
            return True
    except OSError:
        return False


def room_in(folder: Path) -> int | None:
    """Return how many megabytes are free there, or None where that is not told."""
    with suppress(OSError):
        return shutil.disk_usage(_existing(folder)).free // _MEGABYTE
    return None


def _existing(folder: Path) -> Path:
    return next(one for one in (folder, *folder.parents) if one.exists() or one == one.parent)


class ReadinessProbe(QObject):
    """Looks in a thread of its own; `found` tells a `Readiness` in the GUI thread.

    The crossing: the thread touches nothing of Qt but the signal `_looked`, which is queued.
    Asked while it looks it looks once more afterwards, so the last word is never stale.
    """

    found = Signal(object)
    _looked = Signal(object)

    def __init__(
        self, looks: Callable[[Path], Readiness] = look, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look = looks
        self._thread: threading.Thread | None = None
        self._again: Path | None = None
        self._looked.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    def start(self, folder: Path) -> None:
        if self._thread is not None:
            self._again = folder
            return
        self._thread = threading.Thread(
            target=self._run, args=(folder,), name="readiness", daemon=True
        )
        self._thread.start()

    def _run(self, folder: Path) -> None:
        found = self._look(folder)
        # The page may be gone by the time that a slow printer answers.
        with suppress(RuntimeError):
            self._looked.emit(found)

    @Slot(object)
    def _finish(self, found: Readiness) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        again, self._again = self._again, None
        if again is None:
            self.found.emit(found)
        else:
            self.start(again)
