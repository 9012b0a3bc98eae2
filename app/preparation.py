"""Preparing a session in the window: of a new firm, of a follow-up, or of one that is open."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.console.prepare import PreparePage
from app.desk import Desk
from app.keys import Intent
from app.opening import begin_somewhere
from app.voting.phone_status import PhonesOfSession
from workshop_flows.setup import Setup
from workshop_flows.views import Report

if TYPE_CHECKING:
    from app.program import Program


class Preparation(QObject):
    """Shows the page to prepare on, and makes the session once the firm has a name."""

    begun = Signal(object)
    """The `Opened` session, made just now. Whoever hears it gives what is of it with `set_desk`."""
    entered = Signal()
    left = Signal()
    phones_asked = Signal()
    """The phones are to be set up, in a window over this page."""
    slips_asked = Signal()
    """The slips with codes are to be printed; `set_printed` tells that they were."""
    rehearsal_asked = Signal()

    def __init__(self, program: "Program", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._page: PreparePage | None = None
        self._earlier: Report | None = None
        self._phones: PhonesOfSession | None = None

    def show(
        self,
        setup: Setup,
        *,
        desk: Desk | None = None,
        phones: PhonesOfSession | None = None,
        earlier: Report | None = None,
    ) -> None:
        """`desk` and `phones` are those of a session that is open; `earlier` is followed up.

        Without `phones` such a session, as one that is practised, has no place for them.
        """
        program = self._program
        self.forget()
        self._earlier = earlier
        self._phones = phones
        page = PreparePage(
            program.settings,
            program.texts,
            self._today,
            setup,
            second_screen=self._second_screen,
            desk=desk,
            by_phone=desk is None or phones is not None,
        )
        if phones is not None:
            page.set_phones(phones)
        page.phones_asked.connect(self.phones_asked)
        page.slips_asked.connect(self.slips_asked)
        page.rehearsal_asked.connect(self.rehearsal_asked)
        page.ready_to_create.connect(self._create)
        page.started.connect(self.entered)
        page.left.connect(self.left)
        page.told.connect(program.tell)
        page.bottom_changed.connect(program.refresh_bars)
        self._page = page
        program.show(page)

    def set_desk(self, desk: Desk, phones: PhonesOfSession | None = None) -> None:
        self._phones = phones
        if self._page is not None:
            self._page.set_desk(desk)
            if phones is not None:
                self._page.set_phones(phones)

    def set_printed(self, codes: Collection[str]) -> None:
        """Say that these codes are on paper now."""
        if self._page is not None:
            self._page.set_printed(codes)

    @Slot()
    def go_on(self) -> None:
        """Start the session, as with the big button of the page."""
        if self._page is not None:
            self._page.offers()[Intent.NEXT]()

    @Slot()
    def set_rehearsed(self) -> None:
        if self._page is not None:
            self._page.set_rehearsed()

    def speak_anew(self, desk: Desk | None) -> None:
        """Make the page anew in another language, with what was filled in."""
        page = self._page
        if page is not None and self._program.page is page:
            printed = page.printed
            self.show(page.setup, desk=desk, phones=self._phones, earlier=self._earlier)
            self.set_printed(printed)

    def forget(self) -> None:
        """Take the page out of the window for good."""
        page, self._page = self._page, None
        if page is not None:
            self._program.window.remove_page(page.widget)
            page.widget.deleteLater()
            page.deleteLater()

    @Slot(object)
    def _create(self, setup: Setup) -> None:
        program = self._program
        opened = begin_somewhere(
            program.settings, setup, self._earlier, program.texts, program.window
        )
        if opened is not None:
            self.begun.emit(opened)

    def _today(self) -> date:
        return self._program.now().date()

    def _second_screen(self) -> bool:
        return self._program.screens.projector is not None
