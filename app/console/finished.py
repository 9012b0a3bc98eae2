"""After the end: what is kept and where, and the way back to the start."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.keys import Intent
from app.presenters.console.keys import keycap
from resources.catalogue import Catalogue
from widgets.console import finished_page
from widgets.console.finished_page import FinishedView
from widgets.console.views_steps import Fact
from workshop_flows.views import Report
from workshop_flows.vocabulary import AgreementStatus, Mode


def finished_view(report: Report, path: Path | None, texts: Catalogue) -> FinishedView:
    """Return the end of a session; `path` None: it was practised, and nothing is kept."""
    if path is None:
        facts = [Fact(icon="trash", text=texts.text("steps.finished.practised"))]
    else:
        gone = "none_gone" if report.mode is Mode.OPEN else "gone"
        facts = [
            Fact(icon="trash", text=texts.text(f"steps.finished.{gone}")),
            Fact(icon="archive", text=texts.text("steps.finished.kept")),
        ]
    agreement = report.agreement
    if agreement.status is AgreementStatus.CONCEPT:
        facts.append(Fact(icon="warning", text=texts.text("steps.finished.concept")))
    if agreement.follow_up is not None and path is not None:
        day = texts.weekday(agreement.follow_up)
        facts.append(Fact(icon="calendar-check", text=texts.text("steps.finished.next", day=day)))
    practised = path is None
    return FinishedView(
        title=texts.text(f"steps.finished.{'title_practised' if practised else 'title'}"),
        lead=report.facts.company,
        facts=tuple(facts),
        place_title=texts.text("steps.finished.place"),
        place="" if path is None else str(path),
        start=texts.text("steps.finished.start"),
        start_key=keycap(texts, Intent.NEXT),
    )


class FinishedPage(QObject):
    """A whole page without the frame of a session."""

    start_asked = Signal()

    def __init__(self, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._ended: tuple[Report, Path | None] | None = None
        self._page = finished_page.FinishedPage(parent)
        self._page.start_asked.connect(self.start_asked)

    @property
    def widget(self) -> QWidget:
        return self._page

    def set_texts(self, texts: Catalogue) -> None:
        self._texts = texts
        self.refresh()

    def show_end(self, report: Report, path: Path | None) -> None:
        """Show the end of a session; `path` None: it was practised."""
        self._ended = (report, path)
        self.refresh()

    def refresh(self) -> None:
        if self._ended is not None:
            self._page.show_view(finished_view(*self._ended, self._texts))

    def offers(self) -> Mapping[Intent, Callable[[], None]]:
        back = self.start_asked.emit
        return {Intent.NEXT: back, Intent.LEAVE: back}

    @property
    def title(self) -> str:
        return "" if self._ended is None else self._ended[0].facts.company

    def bottom_view(self) -> None:
        """Its own button leads back."""

    def hints(self) -> tuple[Intent, ...]:
        return ()

    def start(self) -> QWidget | None:
        return self._page.start_button
