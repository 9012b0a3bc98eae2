"""Leads the choice of what to work on."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.console.choosing import Counting, ask_to_stop
from app.desk import Desk
from app.keys import DIGITS, Intent
from app.presenters.console.focus import focus_view, proposed
from widgets.console import focus as page
from workshop_flows import commands
from workshop_flows.vocabulary import AXES


class FocusPage(QObject):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._texts = desk.texts
        self._page = page.FocusPage(desk.texts, parent)
        self._side = page.TargetsPanel(parent)
        self._counting = Counting(desk, self._page, self)
        self._page.pressed.connect(self.toggle)
        self._page.accepted.connect(self.accept)
        self._page.stop_asked.connect(self.stop)

    @property
    def widget(self) -> QWidget:
        return self._page

    @property
    def side(self) -> QWidget:
        return self._side

    @property
    def reason(self) -> str | None:
        """Why the big button can't be pressed now."""
        return self._counting.reason

    @property
    def hint_words(self) -> Mapping[Intent, str]:
        return self._counting.hint_words

    def refresh(self) -> None:
        desk = self._desk
        if desk.texts is not self._texts:
            self._texts = desk.texts
            self._page.set_texts(desk.texts)
        view = focus_view(desk.room, desk.texts, desk.slips, desk.ballot)
        self._page.show_view(view)
        self._side.show_view(view)

    def offers(self) -> Mapping[Intent, Callable[[], None]]:
        if self._desk.session.round is not None:
            # Nothing that is open is left without a question.
            stop = {Intent.STOP_VOTE: self.stop, Intent.SKIP: self.stop}
            return {**stop, **self._counting.offers()}
        choose = {DIGITS[n]: partial(self.toggle, n - 1) for n in range(1, len(AXES) + 1)}
        if proposed(self._desk.room) and not self._desk.session.focus:
            return {Intent.DIGIT_0: self.accept, **choose}
        return choose

    def hints(self) -> tuple[Intent, ...]:
        if self._desk.session.round is not None:
            return self._counting.hints()
        return (Intent.DIGIT_1, Intent.UNDO)

    def start(self) -> QWidget | None:
        return None

    @Slot(int)
    def toggle(self, index: int) -> None:
        """Take an axis up into the choice, or leave it out; a fourth is refused."""
        focus, axis = self._desk.session.focus, AXES[index]
        left = tuple(one for one in focus if one is not axis)
        wanted = left if axis in focus else (*focus, axis)
        self._desk.do(commands.ChooseFocus(axes=wanted))

    @Slot()
    def accept(self) -> None:
        axes = proposed(self._desk.room)
        if axes:
            self._desk.do(commands.ChooseFocus(axes=axes))

    @Slot()
    def stop(self) -> None:
        if ask_to_stop(self._desk, self._page):
            self._desk.stop_vote()
