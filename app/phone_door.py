"""What the program does about phones: those of a session, their slips, and the rehearsal."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from app.desk import Desk
from app.errors import InputError
from app.preparation import Preparation
from app.room_screen import RoomScreen
from app.session_phones import SessionPhones
from app.session_run import SessionRun
from resources.catalogue import Catalogue
from workshop_flows.vocabulary import Language

if TYPE_CHECKING:
    from app.console.rehearsal import Connection
    from app.program import Program
    from app.rehearsal_door import RehearsalDoor
    from app.voting.phones import Phones
    from app.voting.serving import Server


class PhoneDoor(QObject):
    """`run` tells which session is open. What phones need is loaded once somebody wants them."""

    printed = Signal(object)
    """The codes that are on paper now."""

    def __init__(
        self, program: "Program", room: RoomScreen, run: Callable[[], SessionRun | None]
    ) -> None:
        super().__init__(program)
        self._program = program
        self._room = room
        self._run = run
        self._preparation: Preparation | None = None
        self._rehearsal: RehearsalDoor | None = None

    def for_session(self, desk: Desk, path: Path) -> SessionPhones:
        """Return the phones of a session that was just opened, from the file at `path`."""
        name = desk.session.id or _name_of(path)
        return SessionPhones(desk, name, self._program.settings, self._open, self._destroy)

    def help_prepare(self, preparation: Preparation) -> None:
        """Do what the page to prepare on asks about phones."""
        self._preparation = preparation
        self.printed.connect(preparation.set_printed)
        preparation.phones_asked.connect(self.show_panel)
        preparation.slips_asked.connect(self.print_slips)
        preparation.rehearsal_asked.connect(self.rehearse)

    def forget(self, path: Path) -> None:
        """Destroy what is left of phones in a finished session: the program may have ended first.

        What can't be destroyed now goes at a later start.
        """
        known = self._program.known.find(path)
        if known is None or not known.seats:
            return
        with suppress(InputError):
            self._destroy(known.seats)
            self._program.known.remember(replace(known, seats=""))

    @property
    def phones(self) -> "Phones | None":
        """Those of the session that is open."""
        run = self._run()
        return None if run is None or run.phones is None else run.phones.phones

    @Slot()
    def show_panel(self) -> None:
        """Show where phones join, and who has; in a window that waits until it is closed."""
        phones = self.phones
        if phones is None:
            return
        from app.console.phones import PhonesPanel

        program = self._program
        panel = PhonesPanel(phones, program.settings, program.texts, program.window)
        panel.print_asked.connect(self.print_slips)
        panel.failed.connect(program.tell_error)
        panel.run()

    @Slot()
    def print_slips(self) -> None:
        """Print the slips with codes, or keep them as PDF where there is no printer."""
        run, phones = self._run(), self.phones
        if run is None or phones is None:
            return
        from app.slip_sheets import print_slips

        codes = print_slips(self._program, run.desk.session.setup, phones.status)
        if codes:
            self.printed.emit(codes)

    @Slot()
    def rehearse(self) -> None:
        run = self._run()
        values = self._program.settings.values
        language: Language = values.session_language
        if run is not None and run.desk.is_live:
            language = run.desk.session.setup.language
        self._opened_rehearsal().open(language)

    def set_texts(self, texts: Catalogue) -> None:
        if self._rehearsal is not None:
            self._rehearsal.set_texts(texts)

    def close(self) -> None:
        """End the rehearsal, if one goes on."""
        if self._rehearsal is not None:
            self._rehearsal.close()

    def _opened_rehearsal(self) -> "RehearsalDoor":
        if self._rehearsal is None:
            from app.rehearsal_door import RehearsalDoor

            rehearsal = RehearsalDoor(self._program, self._room, self._connection, self)
            if self._preparation is not None:
                rehearsal.rehearsed.connect(self._preparation.set_rehearsed)
                rehearsal.entered.connect(self._preparation.go_on)
            self._rehearsal = rehearsal
        return self._rehearsal

    def _connection(self) -> "Connection":
        """Return how phones reach this laptop: as in the session, where there is one already."""
        from app.console.rehearsal import Connection
        from app.presenters.console.phone_words import chosen_address
        from app.voting.addresses import following

        phones = self.phones
        picked = None if phones is None else chosen_address(phones.status)
        address = following(None, self._program.voting.addresses(), picked)
        return Connection(address=address, network=self._program.settings.values.network_name)

    def _destroy(self, name: str) -> None:
        from app.voting.remains import forget_session

        forget_session(self._program.voting.folder, name)

    def _open(self, name: str) -> "Phones":
        from app.voting.box import BallotBox
        from app.voting.phones import Phones

        box = BallotBox.open(self._program.voting.folder, name)

        def serve(reached: Callable[[], None]) -> "Server":
            # In the thread that serves: what it needs takes a while to load.
            from app.voting.server import PhoneServer

            return PhoneServer(box, contact=reached)

        return Phones(box, serve, self._program.voting.addresses)


def _name_of(path: Path) -> str:
    """Return a name for a session that began before sessions had one of their own."""
    return hashlib.sha256(str(path.absolute()).encode()).hexdigest()[:32]
