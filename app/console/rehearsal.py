"""The rehearsal at work: everything is tried for real, and nothing of it is kept."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.console.rehearsal_worker import Now, Opened, RehearsalWorker
from app.errors import InputError
from app.keys import Intent
from app.presenters.console.rehearsal import Tried, bottom_view, may_start, rehearsal_view
from app.readiness import Readiness, ReadinessProbe
from app.voting.practice import RehearsalReport
from resources.catalogue import Catalogue
from widgets.console.rehearsal import RehearsalWidget
from widgets.console.views_frame import BottomView

if TYPE_CHECKING:
    from app.voting.addresses import Address

USUAL_VOTERS: Final = 12


class Connection(Struct, frozen=True, kw_only=True):
    """How phones reach this laptop. `address` None: no network; `network`: name of the Wi-Fi."""

    address: "Address | None" = None
    network: str = ""


class PracticeRoom(Protocol):
    """The room's screen while there is no session on it."""

    @property
    def size(self) -> tuple[int, int] | None:
        """How many pixels the room's screen has; None: there is none."""

    def show(self, voted: int | None, seats: int) -> None:
        """Show a page that says it is practice; `voted` None: no vote goes on."""

    def leave(self) -> None:
        """Show what was shown before."""


class RehearsalPage(QObject):
    """A whole page (`app.console.page`). It serves phones from the moment it is in sight.

    `close` it before its widget goes: then nothing of it runs any more, and all is destroyed.
    """

    left = Signal()
    entered = Signal()
    """On to the session."""
    rehearsed = Signal()
    """A practice vote went well."""
    bottom_changed = Signal()

    def __init__(
        self,
        texts: Catalogue,
        room: PracticeRoom,
        connection: Callable[[], Connection],
        folder: Path,
        *,
        worker: RehearsalWorker | None = None,
        probe: ReadinessProbe | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`folder`: where sessions go; it is only looked at."""
        super().__init__(parent)
        self._texts = texts
        self._room = room
        self._connection = connection
        self._folder = folder
        self._tried = Tried(voters=USUAL_VOTERS)
        self._begun = self._closed = False
        self._worker = worker or RehearsalWorker(parent=self)
        self._probe = probe or ReadinessProbe(parent=self)
        self._view = RehearsalWidget(texts, parent)
        self._listen()

    @property
    def widget(self) -> QWidget:
        return self._view

    @property
    def title(self) -> str:
        return self._texts.text("rehearsal.title")

    def bottom_view(self) -> BottomView:
        return bottom_view(self._tried, self._texts)

    def set_texts(self, texts: Catalogue) -> None:
        self._texts = texts
        self._view.set_words(texts)
        self._show()

    @Slot()
    def refresh(self) -> None:
        self._tried = replace(self._tried, size=self._room.size)
        self._show()
        if not self._begun:
            self._begun = True
            self.test_again()

    def offers(self) -> Mapping[Intent, Callable[[], None]]:
        offered: dict[Intent, Callable[[], None]] = {
            Intent.LEAVE: self.left.emit,
            Intent.NEXT: self.entered.emit,
            Intent.TEST_AGAIN: self.test_again,
        }
        if may_start(self._tried):
            offered[Intent.TRIAL] = self.start_trial
        return offered

    def hints(self) -> tuple[Intent, ...]:
        return (Intent.TEST_AGAIN, Intent.TRIAL, Intent.LEAVE)

    def start(self) -> QWidget | None:
        return self._view.first

    @Slot()
    def test_again(self) -> None:
        """Begin anew: look for the network, the printer and the room's screen once more."""
        connection = self._connection()
        before = self._tried
        self._tried = Tried(
            voters=before.voters,
            size=self._room.size,
            tested=before.tested,
            scanning=before.scanning,
            network=connection.network,
        )
        self._probe.start(self._folder)
        self._worker.begin(connection.address)
        self._show()

    @Slot()
    def start_trial(self) -> None:
        """Have the invented voters vote, and show what comes of it."""
        if not may_start(self._tried):
            return
        # Without a second screen a window would appear that nobody asked for.
        tested = self._tried.tested or self._tried.size is not None
        self._change(running=True, report=None, joined=0, voted=0, tested=tested)
        self._show_room()
        self._worker.vote(self._tried.voters)

    def close(self) -> None:
        """End everything, and give the room back. Safe to call twice."""
        if not self._closed:
            self._closed = True
            self._worker.close()
            self._room.leave()

    def _listen(self) -> None:
        self._view.asked.connect(self._ask)
        self._view.voters_changed.connect(self._set_voters)
        self._view.start_asked.connect(self.start_trial)
        self._probe.found.connect(self._found)
        self._worker.opened.connect(self._opened)
        self._worker.counted.connect(self._count)
        self._worker.ended.connect(self._end)
        self._worker.failed.connect(self._fail)

    @Slot(str)
    def _ask(self, key: str) -> None:
        if key == "beamer":
            self._change(tested=not self._tried.tested)
            if self._tried.tested:
                self._show_room()
            else:
                self._room.leave()
        elif key == "address" and self._tried.url is not None:
            self._change(scanning=not self._tried.scanning)
        elif key == "printer":
            self._change(looking=True)
            self._probe.start(self._folder)
        else:
            self.test_again()

    @Slot(int)
    def _set_voters(self, voters: int) -> None:
        self._change(voters=voters)

    @Slot(object)
    def _found(self, found: Readiness) -> None:
        self._change(looking=False, printer=found.printer)

    @Slot(object)
    def _opened(self, opened: Opened) -> None:
        # Late: it is not needed at the start.
        from app.voting.qr import url_matrix

        self._change(url=opened.url, code=opened.code, matrix=url_matrix(opened.url))

    @Slot(object)
    def _count(self, now: Now) -> None:
        if self._tried.running:
            self._change(joined=now.joined, voted=now.voted)
            self._show_room()
        elif self._tried.report is None:
            # As long as nobody was invented, who comes is a real phone.
            self._note_phone(joined=now.joined > 0, voted=now.voted > 0)
        else:
            self._note_phone(joined=self._tried.phone_joined, voted=now.voted > 0)

    def _note_phone(self, *, joined: bool, voted: bool) -> None:
        before = self._tried
        self._change(
            phone_joined=before.phone_joined or joined or voted,
            phone_voted=before.phone_voted or voted,
        )

    @Slot(object)
    def _end(self, report: RehearsalReport) -> None:
        self._change(running=False, report=report)
        self._show_room()
        if report.all_counted:
            self.rehearsed.emit()

    @Slot(object)
    def _fail(self, error: InputError) -> None:
        self._change(url=None, trouble=error, running=False)

    def _change(self, **changes: object) -> None:
        self._tried = replace(self._tried, **changes)
        self._show()

    def _show(self) -> None:
        self._view.show_view(rehearsal_view(self._tried, self._texts))
        self.bottom_changed.emit()

    def _show_room(self) -> None:
        tried = self._tried
        if tried.tested:
            seats = tried.voters + int(tried.phone_joined)
            self._room.show(min(tried.voted, seats) if tried.running else None, seats)
