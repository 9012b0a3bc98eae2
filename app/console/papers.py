"""The papers of a session that has ended: to look at, to print again and to take along."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.console.print_page import PrintPage
from app.desk import Desk
from app.keys import Intent
from app.presenters.console.keys import hints, keycap
from widgets.console.views_frame import BottomView


class PapersPage(QObject):
    """A whole page (`app.program.WholePage`) around the page to print.

    `close` it before its widget goes: papers may still be in the making.
    """

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._papers = PrintPage(desk, parent)

    @property
    def widget(self) -> QWidget:
        return self._papers.widget

    @property
    def title(self) -> str:
        facts, texts = self._desk.report.facts, self._desk.texts
        day = texts.day(facts.date)
        return texts.text("program.looking_back", company=facts.company, day=day)

    def refresh(self) -> None:
        self._papers.refresh()

    def bottom_view(self) -> BottomView:
        texts = self._desk.texts
        return BottomView(
            next=texts.text("program.to_start"),
            next_key=keycap(texts, Intent.NEXT),
            hints=hints(texts, self.hints(), self.offers(), {}, typing=False),
        )

    def offers(self) -> Mapping[Intent, Callable[[], None]]:
        leave = self.left.emit
        return {**self._papers.offers(), Intent.NEXT: leave, Intent.LEAVE: leave}

    def hints(self) -> tuple[Intent, ...]:
        return self._papers.hints()

    def start(self) -> QWidget | None:
        return self._papers.start()

    def close(self) -> None:
        self._papers.close()
