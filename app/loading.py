"""The heavy libraries, fetched after the first paint while the console is already in use."""

import importlib
import threading
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

HEAVY: Final = (
    "reports.radar_artists",
    "widgets.radar_drawing",
    # What the radar asks of matplotlib at its first drawing, its list of fonts above all.
    "matplotlib.figure",
    "matplotlib.backends.backend_agg",
    "matplotlib.font_manager",
    "app.pdf_preview",
)
"""They pull in matplotlib, numpy, reportlab and pypdfium2."""


class Loading(QObject):
    """Imports modules in a thread of its own; `done` comes once, in the GUI thread.

    The crossing: the thread touches nothing of Qt but the signal `_imported`, which is
    queued, so `done` and whatever hangs on it run where this object was made.
    """

    done = Signal()
    _imported = Signal()

    def __init__(self, modules: Sequence[str] = HEAVY, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._modules = tuple(modules)
        self._thread: threading.Thread | None = None
        self.is_done = False
        self._imported.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def start(self) -> None:
        """Begin, if that was not done yet."""
        if self._thread is None and not self.is_done:
            self._thread = threading.Thread(target=self._import, name="loading", daemon=True)
            self._thread.start()

    def wait(self) -> None:
        """Wait for the thread, at the end of the program; `done` may not come any more."""
        if self._thread is not None:
            self._thread.join()

    def _import(self) -> None:
        for name in self._modules:
            importlib.import_module(name)
        self._imported.emit()

    @Slot()
    def _finish(self) -> None:
        self.wait()
        self._thread = None
        self.is_done = True
        self.done.emit()
