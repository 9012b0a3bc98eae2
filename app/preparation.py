"""Preparing a session in the window: of a new firm, of a follow-up, or of one that is open."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.console.prepare import PreparePage
from app.desk import Desk
from app.opening import begin_somewhere
from workshop_flows.state import Setup
from workshop_flows.views import Report

if TYPE_CHECKING:
    from app.program import Program


class Preparation(QObject):
    """Shows the page to prepare on, and makes the session once the firm has a name."""

    begun = Signal(object)
    """The `Opened` session, made just now. Whoever hears it gives its desk with `set_desk`."""
    entered = Signal()
    left = Signal()

    def __init__(self, program: "Program", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._page: PreparePage | None = None
        self._earlier: Report | None = None

    def show(
        self, setup: Setup, *, desk: Desk | None = None, earlier: Report | None = None
    ) -> None:
        """`desk` is that of a session that is open; `earlier` the one to follow up."""
        program = self._program
        self.forget()
        self._earlier = earlier
        page = PreparePage(
            program.settings,
            program.texts,
            self._today,
            setup,
            second_screen=self._second_screen,
            desk=desk,
        )
        page.ready_to_create.connect(self._create)
        page.started.connect(self.entered)
        page.left.connect(self.left)
        page.told.connect(program.tell)
        page.bottom_changed.connect(program.refresh_bars)
        self._page = page
        program.show(page)

    def set_desk(self, desk: Desk) -> None:
        if self._page is not None:
            self._page.set_desk(desk)

    def speak_anew(self, desk: Desk | None) -> None:
        """Make the page anew in another language, with what was filled in."""
        page = self._page
        if page is not None and self._program.page is page:
            self.show(page.setup, desk=desk, earlier=self._earlier)

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
