"""Looking back: what became of the afspraken of the session before this one."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.keys import Intent
from app.presenters.console import review as presenter
from app.presenters.console.agreement_edit import cleaned
from widgets.console.holder import Holder
from widgets.console.review import ReviewPageWidget
from widgets.console.review_side import ReviewSide
from widgets.console.views_review import Answered, Helped
from widgets.radar_canvas import RadarCanvas
from workshop_flows import commands
from workshop_flows.state import EarlierSession, Review
from workshop_flows.vocabulary import Outcome

ANSWERS = {
    Intent.DIGIT_1: Outcome.DONE,
    Intent.DIGIT_2: Outcome.PARTLY,
    Intent.DIGIT_3: Outcome.NOT,
}


class ReviewPage(QObject):
    """One answer per afspraak of the group together. What helped is kept with the answer;
    before there is one the text waits in its field, which says so."""

    def __init__(
        self, desk: Desk, radar: Callable[[], RadarCanvas], parent: QWidget | None = None
    ) -> None:
        """`radar` makes a radar that has, or will get, its painter."""
        super().__init__(parent)
        self._desk = desk
        self._radar = radar
        self._current: int | None = None
        self._waiting: dict[int, str] = {}
        self.widget = Holder(parent)
        self.side = Holder()
        self._build()

    @property
    def note(self) -> str:
        return presenter.note(self._desk.session, self._desk.texts)

    def refresh(self) -> None:
        earlier = self._desk.session.earlier
        if earlier is None:
            return
        if self._texts is not self._desk.texts:
            self._build()
        self._show(earlier)

    def offers(self) -> Mapping[Intent, Callable[[], None]]:
        if self._current is None:
            return {}
        return {
            intent: partial(self._give, self._current, outcome)
            for intent, outcome in ANSWERS.items()
        }

    def hints(self) -> tuple[Intent, ...]:
        return tuple(self.offers())

    @property
    def hint_words(self) -> Mapping[Intent, str]:
        # The bar takes keys that follow each other together, under the words of the first.
        return dict.fromkeys(ANSWERS, self._desk.texts.text("review.hint"))

    def start(self) -> QWidget | None:
        """Begin with the first afspraak that has no answer yet."""
        earlier = self._desk.session.earlier
        if earlier is None or not earlier.afspraken:
            return None
        waiting = presenter.unanswered(self._desk.session)
        self._current = waiting[0] if waiting else 1
        self.refresh()
        return self._page.go_to(self._current)

    def _build(self) -> None:
        """Make the widgets in the language of the console, in place of earlier ones."""
        self._texts = self._desk.texts
        self._page = ReviewPageWidget(self._texts)
        self._then = ReviewSide(self._texts, self._radar)
        self._page.answered.connect(self._answer)
        self._page.helped.connect(self._help)
        self._page.entered.connect(self._enter)
        self.widget.hold(self._page)
        self.side.hold(self._then)

    def _show(self, earlier: EarlierSession) -> None:
        room = self._desk.room
        view = presenter.review_view(
            room, self._texts, earlier, current=self._current, waiting=self._waiting
        )
        self._page.show_view(view)
        self._then.show_view(presenter.side_view(room, self._texts, earlier))

    @Slot(object)
    def _enter(self, number: int) -> None:
        if number != self._current:
            self._current = number
            self.refresh()

    @Slot(object)
    def _answer(self, answered: Answered) -> None:
        self._give(answered.afspraak, answered.outcome)

    def _give(self, number: int, outcome: Outcome) -> None:
        before = self._review_of(number)
        helped = before.helped if before else self._waiting.get(number)
        self._keep(Review(afspraak=number, outcome=outcome, helped=helped or None))

    @Slot(object)
    def _help(self, helped: Helped) -> None:
        text = cleaned(helped.text)
        before = self._review_of(helped.afspraak)
        if before is not None:
            review = Review(afspraak=helped.afspraak, outcome=before.outcome, helped=text or None)
            self._keep(review)
            return
        self._waiting[helped.afspraak] = text
        self.refresh()

    def _review_of(self, number: int) -> Review | None:
        return next((one for one in self._desk.session.review if one.afspraak == number), None)

    def _keep(self, review: Review) -> None:
        known = self._review_of(review.afspraak)
        if review == known or self._desk.do(commands.ReviewAfspraak(review=review)):
            self._waiting.pop(review.afspraak, None)
        self.refresh()
