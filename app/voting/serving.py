"""The phones' server, kept on the address that is wanted; starting takes its time."""

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.errors import InputError
from app.voting.showing import Showing

if TYPE_CHECKING:
    from app.voting.server import Served

Make = Callable[[Callable[[], None]], "Server"]
"""Makes a server; it is handed what to call when a phone got through."""


class Server(Protocol):
    """What is served to phones; may be called from any thread.

    `publish` also while it starts or stops, and before; the others one at a time.
    """

    def start(self, address: str) -> "Served":
        """Return once phones can connect; raise InputError when they can't."""

    def stop(self) -> None: ...

    def publish(self, showing: Showing) -> None: ...


class Serving(QObject):
    """Moves the server to another address in a thread of its own.

    The crossing: that thread touches nothing of Qt but the two private signals, which are
    queued. Asked while it works it goes on to the last wish, so what is told is never stale.
    """

    moved = Signal(object)
    """`Served`; an InputError when phones can't connect; None when nothing is served."""
    reached = Signal()
    """For the first time a phone got through."""
    _moved = Signal(object)
    _reached = Signal()

    def __init__(self, make: Make, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._server: Server | None = None
        self._thread: threading.Thread | None = None
        self._wish: str | None = None
        self._on: str | None = None
        self._showing = Showing()
        self._closed = False
        self._moved.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        self._reached.connect(self.reached, Qt.ConnectionType.QueuedConnection)

    def move_to(self, address: str | None) -> None:
        """Serve on this address from now on; None: nowhere."""
        self._wish = address
        if self._thread is None and self._wish != self._on:
            self._work()

    def publish(self, showing: Showing) -> None:
        """Let phones show this; what was published last counts once the server runs."""
        self._showing = showing
        if self._server is not None:
            self._server.publish(showing)

    def close(self) -> None:
        """Serve no more; returns when everything has ended."""
        # A call that is queued already would still come after a disconnect.
        self._closed = True
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if self._server is not None:
            self._server.stop()
            self._server = None

    def _work(self) -> None:
        self._on = self._wish
        self._thread = threading.Thread(
            target=self._run, args=(self._on,), name="phones-move", daemon=True
        )
        self._thread.start()

    def _run(self, address: str | None) -> None:
        found: object = None
        if self._server is None:
            self._server = self._make(self._tell_reached)
            # Else it would tell who votes at once that the open round is closed.
            self._server.publish(self._showing)
        self._server.stop()
        if address is not None:
            try:
                found = self._server.start(address)
            except InputError as error:
                found = error
        with suppress(RuntimeError):
            self._moved.emit(found)

    def _tell_reached(self) -> None:
        with suppress(RuntimeError):
            self._reached.emit()

    @Slot(object)
    def _settle(self, found: object) -> None:
        if self._closed:
            return
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if self._wish != self._on:
            self._work()
            return
        if isinstance(found, InputError):
            # So that the same address is tried again at the next wish.
            self._on = None
        elif self._server is not None:
            self._server.publish(self._showing)
        self.moved.emit(found)
