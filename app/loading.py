"""What is heavy, fetched after the first paint while the console is already in use."""

import gc
import linecache
import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot

Job = Callable[[], object]


class Loading(QObject):
    """Does jobs in a thread of its own, in their order; `done` comes once, in the GUI thread.

    The crossing: a job touches nothing of Qt, and what it leaves behind is read after `done`.
    That hangs on the signal `_worked`, which is queued, so it runs where this object was made.
    """

    done = Signal()
    _worked = Signal()

    def __init__(self, jobs: Sequence[Job], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = tuple(jobs)
        self._thread: threading.Thread | None = None
        self._ending = threading.Event()
        self.is_done = False
        self._worked.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def start(self) -> None:
        """Begin, if that was not done yet."""
        if self._thread is None and not self.is_done:
            self._thread = threading.Thread(target=self._work, name="loading", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Wait for the job at hand and leave the rest, at the end of the program."""
        self._ending.set()
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        try:
            # Garbage is looked for in the window's thread only (`garbage.py`).
            gc.disable()
            for job in self._jobs:
                if self._ending.is_set():
                    return
                job()
                # PySide reads the source of every module that is imported, and Python keeps
                # it for tracebacks: more than anything of ours, and made again when needed.
                linecache.clearcache()
        finally:
            # A job that fails is told like every mistake; the program goes on all the same.
            self._worked.emit()

    @Slot()
    def _finish(self) -> None:
        if self._thread is None or self._ending.is_set():
            return
        self._thread.join()
        self._thread = None
        self.is_done = True
        self.done.emit()
