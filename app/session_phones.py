"""Phones in a session: they take part as long as its setup says that some seats vote by phone."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal, Slot

from app.desk import Desk
from app.errors import InputError
from app.settings import Settings, Values
from app.voting.showing import showing_of
from workshop_flows import privacy
from workshop_flows.state import Session
from workshop_flows.vocabulary import Mode

if TYPE_CHECKING:
    from app.voting.phones import Phones

OpenPhones: TypeAlias = "Callable[[str], Phones]"
"""Takes the name under which this machine keeps the seats of a session; raises InputError."""
Forget = Callable[[str], None]
"""Destroys what is kept under such a name, by nobody open now; raises InputError."""


class SessionPhones(QObject):
    """Follows one desk: turns phones on and off, and tells room and phones what goes on.

    `name` is that of the seats of this session on this machine. Nothing happens before
    `begin`: taking a round up may cost ballots, and somebody must hear that told.
    """

    changed = Signal()
    """Phones were turned on or off, or stand otherwise."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        settings: Settings,
        opens: OpenPhones,
        forget: Forget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.name = name
        self._settings = settings
        self._open = opens
        self._forget = forget
        self._refused: int | None = None
        self._damaged = False
        self.phones: Phones | None = None
        self._begun = False

    def begin(self) -> None:
        """Take part from now on."""
        self._begun = True
        self._desk.changed.connect(self.follow)
        self._settings.changed.connect(self._follow_settings)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Bring phones, and what the room sees of them, in line with the session."""
        if not self._desk.is_live:
            return
        session = self._desk.session
        wanted = _wanted(session)
        if self.phones is None and wanted and wanted != self._refused:
            self._turn_on(wanted)
        elif not wanted and session.round is None:
            self._turn_off()
        if self.phones is not None:
            self._fit(self.phones, session)
            self.phones.show(showing_of(session))

    def leave(self) -> None:
        """Let phones wait; everything is kept for when the session is taken up again."""
        self._deafen()
        if self.phones is not None:
            self.phones.leave()
            self.phones = None

    def discard(self) -> None:
        """Destroy codes and whatever else was kept for the phones; the session is over."""
        self._deafen()
        phones, self.phones = self.phones, None
        if phones is not None:
            phones.discard()
        else:
            # Of phones that were turned off the codes are still there.
            self._forget(self.name)

    def _turn_on(self, wanted: int) -> None:
        try:
            phones = self._open(self.name)
        except InputError as error:
            self._refused = wanted
            self._damaged = error.key == "voting.damaged"
            self._desk.tell_error(error)
            return
        self._refused = None
        self.phones = phones
        phones.setParent(self)
        self._fit(phones, self._desk.session)
        phones.changed.connect(self._status_changed)
        self._follow_settings(self._settings.values)
        self._desk.set_voters(phones)
        phones.look()
        self.changed.emit()

    def _turn_off(self) -> None:
        phones, self.phones = self.phones, None
        if phones is None:
            self._start_over()
            return
        phones.changed.disconnect(self._status_changed)
        self._desk.set_voters(None)
        # Turned on again it has the same codes, which may be on paper already.
        phones.leave()
        phones.deleteLater()
        self._desk.set_stage(**NO_PHONES)
        self.changed.emit()

    def _start_over(self) -> None:
        """Let phones that could not be turned on be tried once more, without what is damaged."""
        self._refused = None
        if self._damaged:
            self._damaged = False
            try:
                self._forget(self.name)
            except InputError as error:
                self._desk.tell_error(error)

    def _fit(self, phones: "Phones", session: Session) -> None:
        setup = session.setup
        try:
            phones.fit(setup.staff, setup.owners, _wanted(session))
        except InputError as error:
            self._desk.tell_error(error)

    def _deafen(self) -> None:
        if self._begun:
            self._desk.changed.disconnect(self.follow)
            self._settings.changed.disconnect(self._follow_settings)
        if self.phones is not None:
            self.phones.changed.disconnect(self._status_changed)

    @Slot(object)
    def _follow_settings(self, values: Values) -> None:
        if self.phones is not None:
            self.phones.set_network(values.network_name, values.network_password)

    @Slot()
    def _status_changed(self) -> None:
        # What makes codes for a camera is loaded once there are phones.
        from app.voting.qr import url_matrix, wifi_matrix

        assert self.phones is not None
        status = self.phones.status
        if self._desk.is_live:
            self._desk.set_stage(
                people=status.joined,
                address=status.address,
                network=status.network or None,
                password=status.password or None,
                url_matrix=None if status.url is None else url_matrix(status.url),
                wifi_matrix=wifi_matrix(status.network, status.password),
                phones=status.phones,
                slips=status.phones < self._desk.session.setup.seats,
                door_open=status.door_open,
            )
        self.changed.emit()


NO_PHONES: dict[str, object] = {
    "people": None,
    "address": None,
    "network": None,
    "password": None,
    "url_matrix": None,
    "wifi_matrix": None,
    "phones": None,
    "slips": False,
    "door_open": True,
}


def _wanted(session: Session) -> int:
    """Return how many seats vote by phone now; without secret votes nobody does."""
    return 0 if privacy.mode_now(session) is Mode.OPEN else session.setup.phones
