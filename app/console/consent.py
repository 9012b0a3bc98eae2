"""Leads the question whether everyone can work with the agreement, and the repair."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.console.choosing import Counting, ask_to_stop, confirmed
from app.desk import Desk
from app.keys import Intent
from app.presenters.console.consent import concept_note, consent_view
from widgets.console import consent as page
from workshop_flows import commands
from workshop_flows.state import ConsentSubject, Position, TextList
from workshop_flows.vocabulary import Step


class ConsentPage(QObject):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._texts = desk.texts
        self._page = page.ConsentPage(desk.texts, parent)
        self._side = page.AfsprakenPanel(parent)
        self._counting = Counting(desk, self._page, self)
        self._page.stop_asked.connect(self.stop)
        self._page.better_changed.connect(self.write_better)
        self._page.again_asked.connect(self.ask_again)
        self._page.agreement_asked.connect(self.go_to_agreement)
        self._side.taken_off.connect(self.take_off)
        # Also when another page is in sight: what was written goes when the round is left.
        desk.changed.connect(self._forget)

    @property
    def widget(self) -> QWidget:
        return self._page

    @property
    def side(self) -> QWidget:
        return self._side

    @property
    def note(self) -> str:
        return concept_note(self._desk.room, self._desk.texts)

    @property
    def reason(self) -> str | None:
        """Why the big button can't be pressed now."""
        return self._counting.reason

    @property
    def hint_words(self) -> Mapping[Intent, str]:
        return {
            **self._counting.hint_words,
            Intent.NOTE: self._desk.texts.text("choosing.key.better"),
            Intent.REVOTE: self._desk.texts.text("choosing.key.again"),
        }

    def refresh(self) -> None:
        desk = self._desk
        if desk.texts is not self._texts:
            self._texts = desk.texts
            self._page.set_texts(desk.texts)
        view = consent_view(desk.room, desk.texts, desk.slips, desk.ballot, desk.remarks)
        self._page.show_view(view)
        self._side.show_view(view)

    def offers(self) -> Mapping[Intent, Callable[[], None]]:
        if self._desk.session.round is not None:
            # Nothing that is open is left without a question.
            stop = {Intent.STOP_VOTE: self.stop, Intent.SKIP: self.stop}
            return {**stop, **self._counting.offers()}
        if self._desk.session.consent is None:
            return {}
        return {Intent.REVOTE: self.ask_again, Intent.NOTE: self.go_to_better}

    def hints(self) -> tuple[Intent, ...]:
        counting = self._counting.hints()
        if counting or self._desk.session.consent is None:
            return counting
        return (Intent.NOTE, Intent.REVOTE)

    def start(self) -> QWidget | None:
        return None

    @Slot(object)
    def write_better(self, items: tuple[str, ...]) -> None:
        self._desk.do(commands.ChangeList(name=TextList.BETTER, items=items))

    @Slot()
    def go_to_better(self) -> None:
        self._page.better.entry.take_focus()

    @Slot()
    def ask_again(self) -> None:
        self._desk.open_vote(ConsentSubject())

    @Slot()
    def go_to_agreement(self) -> None:
        self._desk.jump(Position(step=Step.AGREEMENT))

    @Slot(int)
    def take_off(self, index: int) -> None:
        """Take an afspraak out of the agreement, after a yes."""
        desk = self._desk
        if not confirmed(desk, self._page, "out"):
            return
        afspraken = desk.session.draft.afspraken
        left = (*afspraken[:index], *afspraken[index + 1 :])
        desk.do(commands.ChangeAgreement(draft=replace(desk.session.draft, afspraken=left)))

    @Slot()
    def _forget(self) -> None:
        if not self._desk.remarks:
            self._page.remarks.forget()

    @Slot()
    def stop(self) -> None:
        if ask_to_stop(self._desk, self._page):
            self._desk.stop_vote()
