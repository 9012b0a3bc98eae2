"""The seats that vote by phone: box, server and addresses, as the desk and the pages use them."""

from collections.abc import Callable
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.errors import InputError
from app.voting.addresses import Address, following
from app.voting.box import BallotBox, Door, Seat
from app.voting.phone_status import PhoneStatus
from app.voting.served import Served
from app.voting.serving import Make, Serving
from app.voting.showing import Showing, showing_of
from workshop_flows.commands import Ballots
from workshop_flows.state import OpenRound, Session

FRAME: Final = 16
"""Milliseconds; a burst of votes is shown no faster than a screen shows anything."""
LOOK_EVERY: Final = 3000
"""Milliseconds between two looks whether the network changed."""


class Phones(QObject):
    """Fills rounds from phones, and follows the network they are in.

    The crossing: the box calls `_tell_heard` in its writer thread after each commit. That only
    emits a queued signal, and none while the last one is still under way, so that a burst of
    votes costs the window one look.
    """

    changed = Signal()
    """`status` is another one."""
    _heard = Signal()

    def __init__(
        self,
        box: BallotBox,
        serve: Make,
        find: Callable[[], tuple[Address, ...]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._box = box
        self._find = find
        self._listeners: list[Callable[[], None]] = []
        self._waiting = False
        self._fitted: tuple[int, int] | None = None
        self._picked: Address | None = None
        self._on: Address | None = None
        self._showing = Showing()
        self._status = PhoneStatus()
        self._serving = Serving(serve, self)
        self._serving.moved.connect(self._moved)
        self._serving.reached.connect(self._reached)
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        box.listen(self._tell_heard)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setTimerType(Qt.TimerType.PreciseTimer)
        self._rest.setInterval(FRAME)
        self._rest.timeout.connect(self._rested)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @property
    def status(self) -> PhoneStatus:
        return self._status

    def fit(self, staff: int, owners: int, phones: int) -> None:
        """Have a code for every seat; `phones` is how many are expected to vote by phone.

        Raise InputError when the seats can't be kept.
        """
        if self._fitted != (staff, owners):
            self._box.fit(staff, owners)
            self._fitted = staff, owners
        self._refresh(phones=phones)

    def show(self, showing: Showing) -> None:
        """Let every phone show this."""
        if showing != self._showing:
            self._showing = showing
            self._serving.publish(showing)

    @Slot()
    def look(self) -> None:
        """Look which addresses there are, and serve on the one that fits now."""
        found = self._find()
        self._on = following(self._on, found, self._picked)
        self._refresh(addresses=found, chosen=None if self._on is None else self._on.ip)
        self._serving.move_to(None if self._on is None else self._on.ip)

    def choose_address(self, ip: str | None) -> None:
        """Serve on this address as long as it is there; None: on the best one."""
        self._picked = next((one for one in self._status.addresses if one.ip == ip), None)
        self.look()

    def set_network(self, name: str, password: str) -> None:
        self._refresh(network=name, password=password)

    def set_door(self, door: Door) -> None:
        """Let late comers in, or no more; raise InputError when that can't be kept."""
        self._box.set_door(door)
        self._refresh()

    def renew(self, number: int) -> Seat:
        """Give a seat a new code, for a lost phone; the old one stops working.

        Raise InputError when that can't be kept; then nothing is changed.
        """
        seat = self._box.renew(number)
        self._refresh()
        return seat

    @property
    def voted(self) -> int:
        return self._box.voted

    @property
    def remarks(self) -> tuple[str, ...]:
        return self._box.remarks

    def listen(self, heard: Callable[[], None]) -> None:
        self._listeners.append(heard)

    def open(self, current: OpenRound, session: Session) -> None:
        self._box.open_round(current.id, current.subject, showing_of(session).options)

    def resume(self, current: OpenRound, session: Session) -> bool:
        return self._box.resume_round(current.id, current.subject, showing_of(session).options)

    def close(self) -> Ballots:
        return self._box.close_round()

    def destroy(self) -> None:
        self._box.destroy_round()

    def forget_remarks(self) -> None:
        self._box.forget_remarks()

    def leave(self) -> None:
        """Serve no more; seats and ballots are kept for when the session is taken up again."""
        self._end()
        self._box.close()

    def discard(self) -> None:
        """Serve no more, and destroy everything; raise InputError when that can't be done."""
        self._end()
        self._box.discard()

    def _end(self) -> None:
        self._timer.stop()
        self._rest.stop()
        self._listeners.clear()
        self._serving.close()

    def _tell_heard(self) -> None:
        if not self._waiting:
            self._waiting = True
            self._heard.emit()

    @Slot()
    def _hear(self) -> None:
        """Show what came in; of what comes within the next frame only the last is seen."""
        if self._rest.isActive():
            return
        # Before anything is looked at, so that a vote that comes in meanwhile is told again.
        self._waiting = False
        self._rest.start()
        self._refresh()
        for heard in self._listeners:
            heard()

    @Slot()
    def _rested(self) -> None:
        if self._waiting:
            self._hear()

    @Slot(object)
    def _moved(self, found: object) -> None:
        if not isinstance(found, Served):
            before = self._status.trouble
            if isinstance(found, InputError) and before is not None and before.args == found.args:
                # It is tried again and again; that is no news.
                found = before
            self._refresh(url=None, address=None, trouble=found)
            return
        trouble = None
        try:
            self._box.serve_at(found.url)
        except InputError as error:
            trouble = error
        self._refresh(url=found.url, address=found.place, trouble=trouble)

    @Slot()
    def _reached(self) -> None:
        self._refresh(reached=True)

    def _refresh(self, **changes: object) -> None:
        box = self._box
        status = replace(
            self._status,
            seats=box.seats,
            joined=box.joined,
            door_open=box.door_open,
            **changes,
        )
        if status != self._status:
            self._status = status
            self.changed.emit()
