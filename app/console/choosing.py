"""What the controllers of the pages of choosing share: counting by hand, leaving a round."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.keys import DIGITS, LESS, Intent
from app.voting.slips import ChoiceSlips, ConsentSlips
from widgets.console.choosing_page import ChoosingPage
from widgets.controls.ask import Answer, Question, ask
from widgets.controls.button import Kind
from workshop_flows import privacy
from workshop_flows.state import Ballot

STOP, CANCEL = "stop", "cancel"


class Counting(QObject):
    """Counts the slips or hands of a closed round, by key and by mouse."""

    def __init__(self, desk: Desk, page: ChoosingPage, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        page.added.connect(self.add)
        page.taken.connect(self.take)
        page.people_counted.connect(self.count_people)
        page.ballot_chosen.connect(self.vote_by)

    @property
    def slips(self) -> ChoiceSlips | ConsentSlips | None:
        slips = self._desk.slips
        return slips if isinstance(slips, ChoiceSlips | ConsentSlips) else None

    @property
    def reason(self) -> str | None:
        """Why what was counted may not be shown: so few slips could be traced."""
        slips, current = self.slips, self._desk.session.round
        if slips is None or current is None:
            return None
        if not privacy.may_be_traced(current.ballot, slips.counted):
            return None
        return self._desk.texts.text("choosing.count.too_few", fewest=privacy.FEWEST_SLIPS)

    def offers(self) -> Mapping[Intent, Callable[[], None]]:
        if self.slips is None:
            return {}
        options = range(len(self.slips.counts))
        more = {DIGITS[n + 1]: partial(self.add, n) for n in options}
        less = {LESS[n + 1]: partial(self.take, n) for n in options}
        return {**more, **less}

    def hints(self) -> tuple[Intent, ...]:
        if self._desk.session.round is None:
            return ()
        if self.slips is None:
            return (Intent.STOP_VOTE,)
        return (Intent.DIGIT_1, Intent.LESS_1, Intent.STOP_VOTE)

    @property
    def hint_words(self) -> Mapping[Intent, str]:
        """What the digits do now: they count, or they choose."""
        texts = self._desk.texts
        more = "choosing.key.choose" if self.slips is None else "choosing.key.more"
        return {
            **dict.fromkeys(DIGITS, texts.text(more)),
            **dict.fromkeys(LESS, texts.text("choosing.key.less")),
        }

    @Slot(int)
    def add(self, index: int) -> None:
        if self.slips is not None:
            self._desk.set_slips(self.slips.added(_option(self.slips, index)))

    @Slot(int)
    def take(self, index: int) -> None:
        if self.slips is not None:
            self._desk.set_slips(self.slips.taken(_option(self.slips, index)))

    @Slot(object)
    def vote_by(self, ballot: Ballot) -> None:
        self._desk.set_ballot(ballot)

    @Slot(int)
    def count_people(self, people: int) -> None:
        if isinstance(self.slips, ChoiceSlips):
            self._desk.set_slips(self.slips.with_people(people))


def ask_to_stop(desk: Desk, parent: QWidget) -> bool:
    """Ask whether the open round may be left without a result."""
    if desk.session.round is None:
        return False
    return confirmed(desk, parent, "stop")


def confirmed(desk: Desk, parent: QWidget, key: str) -> bool:
    """Ask 'choosing.<key>' and return whether the answer is yes."""
    texts = desk.texts
    question = Question(
        title=texts.text(f"choosing.{key}.title"),
        text=texts.text(f"choosing.{key}.text"),
        answers=(
            Answer(key=CANCEL, text=texts.text("choosing.leave"), kind=Kind.PRIMARY),
            Answer(key=STOP, text=texts.text(f"choosing.{key}.yes")),
        ),
        cancel=CANCEL,
    )
    return ask(parent, question) == STOP


def _option(slips: ChoiceSlips | ConsentSlips, index: int) -> int:
    """Return the option of a row: consent counts its answers from 1."""
    return index if isinstance(slips, ChoiceSlips) else index + 1
