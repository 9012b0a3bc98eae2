"""What is shown of a session that has ended: its end, or its papers."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.desk import Desk
from resources.catalogue import Catalogue
from workshop_flows.views import Report

if TYPE_CHECKING:
    from app.console.finished import FinishedPage
    from app.console.papers import PapersPage
    from app.program import Program


class Afterwards(QObject):
    """Shows at most one of the two pages, and takes it out of the window for good.

    Each is loaded when a session has come so far.
    """

    left = Signal()

    def __init__(self, program: "Program", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._end: FinishedPage | None = None
        self._papers: PapersPage | None = None
        self._desk: Desk | None = None

    def show_end(self, report: Report, path: Path | None) -> None:
        """Show what is kept and where; `path` None: it was practised."""
        from app.console.finished import FinishedPage

        page = FinishedPage(self._program.texts)
        page.start_asked.connect(self.left)
        page.show_end(report, path)
        self._end = page
        self._program.show(page)

    def show_papers(self, desk: Desk) -> None:
        """Show the papers of a finished session, to print again or take along."""
        from app.console.papers import PapersPage

        page = PapersPage(desk)
        page.left.connect(self.left)
        desk.told.connect(self._program.tell)
        self._desk, self._papers = desk, page
        self._program.show(page)

    def set_texts(self, texts: Catalogue) -> None:
        if self._end is not None:
            self._end.set_texts(texts)
        if self._desk is not None:
            self._desk.set_texts(texts)

    def forget(self) -> None:
        for page in (self._end, self._papers):
            if page is not None:
                self._program.window.remove_page(page.widget)
                page.widget.deleteLater()
        if self._papers is not None:
            self._papers.close()
        self._end = self._papers = self._desk = None
