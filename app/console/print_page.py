"""Printing, keeping as PDF, and the files that go along."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app import dialogs
from app.console.keep_files import file_name, keep_file, proposed_path
from app.desk import Desk
from app.dialogs import FileKind
from app.errors import InputError
from app.keys import Intent
from app.pdf_preview import PAPERS, Made, Order, Paper, Workbench
from app.presenters.console.print_page import (
    WayOut,
    Wishes,
    has_days,
    preview_view,
    print_reason,
    print_view,
    print_words,
    way_out,
)
from app.printing import Job, Printed, print_papers
from widgets.console.print_choices import Chosen
from widgets.console.print_page import PrintPage as PrintWidget
from widgets.controls import ask
from widgets.controls.notice_bar import Notice
from workshop_flows import commands
from workshop_flows.state import Position
from workshop_flows.vocabulary import Step

_FIRST_SCALE: Final = 1.0


class PrintPage(QObject):
    """Leads the page, of a live session and of a finished one.

    `close` it before its widget goes: papers may still be in the making.
    """

    whole = True
    """It stands between the bars, without the columns of a session."""
    folder_chosen = Signal(object)
    """The folder in which a file was saved last, to be offered the next time."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, folder: Path | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._folder = folder
        self._wishes = Wishes()
        self._scale = _FIRST_SCALE
        self._made: Made | None = None
        self._bench = Workbench()
        self._in_sight = False
        self._kept = False
        self.widget = PrintWidget(desk.texts, parent)
        self._listen()

    def refresh(self) -> None:
        self._in_sight = True
        self._order()
        self._show()

    def offers(self) -> Mapping[Intent, Callable[[], None]]:
        offered: dict[Intent, Callable[[], None]] = {}
        if self._print_next:
            offered[Intent.NEXT] = self.print_now
        if self._wishes.papers:
            offered[Intent.PRINT] = self.print_now
            offered[Intent.SAVE_PDF] = self.save_pdf
            larger = not self.widget.large
            offered[Intent.LARGER if larger else Intent.SMALLER] = self._change_size
        if self._desk.is_live:
            offered[Intent.EDIT] = self.edit
        return offered

    def hints(self) -> tuple[Intent, ...]:
        return (Intent.PRINT, Intent.SAVE_PDF, Intent.EDIT)

    def start(self) -> QWidget | None:
        """Return nothing: on a choice the space bar would choose, and not do the next step."""
        return None

    @property
    def big(self) -> str:
        """What the big button says: print, until that was done; then the usual next step."""
        if not self._print_next:
            return ""
        return print_words(self._desk.report, self._wishes, self._desk.texts)

    @property
    def reason(self) -> str | None:
        return print_reason(self._wishes, self._desk.texts) if self._print_next else None

    def set_folder(self, folder: Path) -> None:
        self._folder = folder

    def close(self) -> None:
        """Wait for what is being made; afterwards nothing of this page runs any more."""
        self._bench.wait()
        self._bench.blockSignals(True)

    @property
    def _print_next(self) -> bool:
        return self._desk.is_live and not self._desk.session.printed and not self._kept

    @Slot()
    def print_now(self) -> None:
        """Print the chosen papers, and keep in the session that the agreement was printed."""
        papers = self._wishes.papers
        made = self._ready() if papers else None
        if made is None:
            return
        job = Job(
            title=file_name(FileKind.PDF, self._desk.report, self._desk.texts),
            pdfs=tuple(made.pdfs[paper] for paper in papers),
            copies=self._wishes.copies_for(self._desk.report),
            grey=self._wishes.grey,
        )
        result = print_papers(self.widget.window(), job)
        if result.printed is Printed.DONE:
            self._tell_printed(result.copies, papers)
        elif result.printed is not Printed.CANCELLED:
            self._ask_way_out(result.printed)

    @Slot()
    def save_pdf(self) -> None:
        self.keep(FileKind.PDF)

    @Slot(object)
    def keep(self, kind: FileKind) -> None:
        """Ask for a place and write the file there; what is wrong is said, nothing is lost."""
        made = self._ready()
        if made is None or not self._may_keep(kind):
            return
        pdfs = [made.pdfs[paper] for paper in self._wishes.papers]
        window, texts = self.widget.window(), self._desk.texts
        proposed = proposed_path(self._folder, kind, self._desk.report, texts)
        chosen = dialogs.ask_save(window, texts, kind, proposed)
        if chosen is None:
            return
        try:
            keep_file(chosen, kind, self._desk.report, pdfs)
        except InputError as error:
            self._desk.told.emit(Notice(text=error.message(texts), kind="error"))
            return
        self._folder = chosen.parent
        self.folder_chosen.emit(self._folder)
        self._kept = self._kept or kind is FileKind.PDF
        self._retell()
        self._desk.tell("printing.saved", file=chosen.name, folder=chosen.parent)

    @Slot()
    def edit(self) -> None:
        """Back to the agreement: there its texts are written."""
        self._desk.jump(Position(step=Step.AGREEMENT))

    def _listen(self) -> None:
        widget = self.widget
        self._bench.made.connect(self._show_made)
        widget.paper_chosen.connect(self._choose)
        widget.copies_changed.connect(self._set_copies)
        widget.grey_changed.connect(self._set_grey)
        widget.scale_changed.connect(self._set_scale)
        widget.print_asked.connect(self.print_now)
        widget.past_asked.connect(self._desk.advance)
        widget.keep_asked.connect(self.keep)
        widget.edit_asked.connect(self.edit)

    def _order(self) -> Order:
        report = self._desk.report
        order = Order(
            report=report,
            language=report.facts.language,
            scale=self._scale,
            grey=self._wishes.grey,
        )
        self._bench.order(order)
        return order

    def _ready(self) -> Made | None:
        """Return what is made of the session as it is now; wait for it if need be."""
        order = self._order()
        if self._made is None or self._made.order != order:
            self._bench.wait()
            self._bench.deliver()
        if self._made is None or self._made.order != order:
            self._desk.tell("printing.not_made", kind="error")
            return None
        return self._made

    def _may_keep(self, kind: FileKind) -> bool:
        match kind:
            case FileKind.PDF:
                return bool(self._wishes.papers)
            case FileKind.CALENDAR:
                return has_days(self._desk.report)
            case FileKind.SESSION:
                return not self._desk.is_live

    def _ask_way_out(self, printed: Printed) -> None:
        answer = ask.ask(self.widget.window(), way_out(printed, self._desk.texts))
        if answer == WayOut.PDF.value:
            self.save_pdf()
        elif answer == WayOut.AGAIN.value:
            self.print_now()

    def _tell_printed(self, copies: int, papers: tuple[Paper, ...]) -> None:
        if Paper.AGREEMENT in papers and self._desk.is_live:
            self._desk.do(commands.RecordPrint(copies=copies))
        text = self._desk.texts.plural("printing.printed", copies)
        self._desk.told.emit(Notice(text=text))

    def _show(self) -> None:
        texts, wishes = self._desk.texts, self._wishes
        finished = not self._desk.is_live
        view = print_view(
            self._desk.report,
            wishes,
            texts,
            finished=finished,
            print_next=self._print_next,
            made=self._made,
        )
        self.widget.set_words(texts)
        self.widget.show_view(view)
        self.widget.show_preview(preview_view(self._made, wishes, texts))

    @Slot(object)
    def _show_made(self, made: Made) -> None:
        self._made = made
        self._show()

    @Slot(object)
    def _choose(self, chosen: Chosen) -> None:
        papers = {*self._wishes.papers} - {chosen.key}
        if chosen.chosen:
            papers.add(chosen.key)
        self._wish(papers=tuple(paper for paper in PAPERS if paper in papers))

    @Slot(int)
    def _set_copies(self, copies: int) -> None:
        self._wish(copies=copies)

    @Slot(bool)
    def _set_grey(self, grey: bool) -> None:  # noqa: FBT001 (a signal of Qt)
        self._wish(grey=grey)
        self._order()

    @Slot(float)
    def _set_scale(self, scale: float) -> None:
        self._scale = scale
        if self._in_sight:
            self._order()

    @Slot()
    def _change_size(self) -> None:
        if self.widget.large:
            self.widget.reduce()
        else:
            self.widget.enlarge()

    def _wish(self, **changes: object) -> None:
        self._wishes = replace(self._wishes, **changes)
        self._retell()

    def _retell(self) -> None:
        """Show the page, and have the bar below follow."""
        self._show()
        if self._desk.is_live:
            self._desk.set_stage()
