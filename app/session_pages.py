"""The pages of one session, each made when its step is first entered."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from PySide6.QtCore import QObject

from app.console.actions import ActionsPage
from app.console.agreement import AgreementPage
from app.console.consent import ConsentPage
from app.console.focus import FocusPage
from app.console.page import Page
from app.console.review import ReviewPage
from app.console.steps import (
    AlreadyDoingStep,
    CloseStep,
    QuestionStep,
    RadarStep,
    WelcomeStep,
    WhoStartsStep,
)
from app.console.vote import VotePage
from app.desk import Desk
from widgets.radar_canvas import RadarCanvas
from workshop_flows.vocabulary import Step


def _print_page(desk: Desk) -> Page:
    """What printing needs is loaded once somebody comes so far."""
    from app.console.print_page import PrintPage

    return PrintPage(desk)


_PAGES: Final[Mapping[Step, Callable[[Desk], Page]]] = {
    Step.WELCOME: WelcomeStep,
    Step.QUESTION: QuestionStep,
    Step.ALREADY_DOING: AlreadyDoingStep,
    Step.VOTE: VotePage,
    Step.RADAR: RadarStep,
    Step.WHO_STARTS: WhoStartsStep,
    Step.FOCUS: FocusPage,
    Step.ACTIONS: ActionsPage,
    Step.AGREEMENT: AgreementPage,
    Step.CONSENT: ConsentPage,
    Step.PRINT: _print_page,
    Step.CLOSE: CloseStep,
}
"""Looking back is apart: it needs a radar of its own."""


class SessionPages(Mapping[Step, Page]):
    """Asking for a page makes it, once; going through them gives those made so far."""

    def __init__(self, desk: Desk, radar: Callable[[], RadarCanvas]) -> None:
        self._desk = desk
        self._radar = radar
        self._made: dict[Step, Page] = {}

    def __getitem__(self, step: Step) -> Page:
        if step not in self._made:
            self._made[step] = self._page(step)
        return self._made[step]

    def __iter__(self) -> Iterator[Step]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)

    def close(self) -> None:
        """Delete all that was made; what a page began to make is waited for."""
        for page in self._made.values():
            close = getattr(page, "close", None)
            if close is not None:
                close()
            for part in (page, page.widget, getattr(page, "side", None)):
                if isinstance(part, QObject):
                    part.deleteLater()
        self._made.clear()

    def _page(self, step: Step) -> Page:
        if step is Step.REVIEW:
            return ReviewPage(self._desk, self._radar)
        return _PAGES[step](self._desk)
