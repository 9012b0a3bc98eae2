"""The phones' server: a thread with a loop of its own, on one address of this machine.

What it is made of is in `http_*.py`; nothing of that is loaded before it starts.
"""

import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from app.voting.listening import listening_on
from app.voting.served import HTTP_PORT, Served
from app.voting.showing import Showing

if TYPE_CHECKING:
    from app.voting.box import BallotBox
    from app.voting.http_service import Service
    from app.voting.http_states import Board
    from app.voting.http_thread import ServerThread

__all__ = ["PORTS", "PhoneServer", "Served"]

PORTS: Final = (HTTP_PORT, 8080, 8765, 0)
"""Tried in this order; 0: any that is free."""


class PhoneServer:
    """Serves the phones of one box.

    `publish` may be called from any thread; `start` and `stop` too, but not by two at once.
    `contact` is called, in the server's thread, when a request came from another machine for
    the first time since the start.
    """

    def __init__(
        self,
        box: "BallotBox",
        *,
        contact: Callable[[], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._box = box
        self._contact = contact
        self._clock = clock
        self._guard = threading.Lock()
        self._showing = Showing()
        # A phone may still show what a server before this one said: the number goes on.
        self._revision = int(time.time())
        self._thread: ServerThread | None = None

    @property
    def served(self) -> Served | None:
        thread = self._thread
        return None if thread is None else thread.served

    def start(self, address: str, ports: Sequence[int] = PORTS) -> Served:
        """Return once phones can connect; raise InputError when they can't on this address."""
        from app.voting.http_thread import ServerThread

        self.stop()
        # At another port the phones' tokens would be out of their sight.
        before = urlsplit(self._box.origin).port
        wanted = ports if before is None else (before, *ports)
        thread = ServerThread(listening_on(address, wanted), self._service)
        with self._guard:
            self._thread = thread
        try:
            thread.begin()
        except BaseException:
            self.stop()
            raise
        return thread.served

    def stop(self) -> None:
        """Close every connection and end the thread; what was cast stays cast."""
        with self._guard:
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.end()

    def publish(self, showing: Showing) -> None:
        """Let every phone look again."""
        with self._guard:
            self._showing = showing
            self._revision += 1
            if self._thread is not None:
                self._thread.show(self._board())

    def _board(self) -> "Board":
        from app.voting.http_states import Board

        return Board(showing=self._showing, revision=self._revision)

    def _service(self, served: Served) -> "Service":
        """Make what answers; the thread calls it in its loop."""
        from app.voting.http_service import Service

        with self._guard:
            board = self._board()
        return Service(self._box, board, served, clock=self._clock, contact=self._contact)
