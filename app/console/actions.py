"""Leads the library of actions: cards for the room, the choice, and the first afspraken."""

from collections.abc import Callable, Mapping
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.console.choosing import Counting, ask_to_stop, confirmed
from app.desk import Desk
from app.keys import DIGITS, Intent
from app.presenters.console.actions import (
    Looking,
    actions_view,
    cards_view,
    own_axis,
    proposed,
    tab_now,
)
from widgets.console import actions as page
from widgets.console.cards_panel import CardsPanel
from widgets.console.views_choosing import Tab
from widgets.projector.actions import cards_shown
from workshop_flows import commands
from workshop_flows.cards import afspraak_of, agreed_on, is_edited, taken_off
from workshop_flows.state import Card, ChoiceCounts
from workshop_flows.vocabulary import AxisId


class ActionsPage(QObject):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._texts = desk.texts
        self._looking = Looking()
        self._counted: ChoiceCounts | None = None
        self._page = page.ActionsPage(desk.texts, parent)
        self._side = CardsPanel(desk.texts, parent)
        self._counting = Counting(desk, self._page, self)
        self._connect()

    def _connect(self) -> None:
        library = self._page.library
        library.searched.connect(self.search)
        library.filtered.connect(self.filter)
        library.pressed.connect(self.toggle_action)
        library.own_asked.connect(self.add_own)
        library.axis_chosen.connect(self.pick_axis)
        self._page.tab_chosen.connect(self.show_tab)
        self._page.pressed.connect(self.toggle_afspraak)
        self._page.accepted.connect(self.accept)
        self._page.stop_asked.connect(self.stop)
        self._side.moved.connect(self.move_card)
        self._side.removed.connect(self.remove_card)
        self._side.turned.connect(self.turn)

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
        texts = self._desk.texts
        leaving = "choosing.key.all" if self._narrowed else "keys.leave"
        return {
            **self._counting.hint_words,
            Intent.ADD: texts.text("choosing.key.own"),
            Intent.LEAVE: texts.text(leaving),
        }

    def refresh(self) -> None:
        desk = self._desk
        if desk.texts is not self._texts:
            self._texts = desk.texts
            self._page.set_texts(desk.texts)
            self._side.set_texts(desk.texts)
        if desk.session.card_counts != self._counted:
            # A choice that was just made, or dropped, brings its own half into sight.
            self._counted = desk.session.card_counts
            self._looking = replace(self._looking, tab=None)
        self._page.show_view(
            actions_view(desk.room, desk.texts, self._looking, desk.slips, desk.ballot)
        )
        self._side.show_view(cards_view(desk.room, desk.texts, cards_shown(self._desk.stage.zoom)))

    def offers(self) -> Mapping[Intent, Callable[[], None]]:
        turning: dict[Intent, Callable[[], None]] = {
            Intent.CARDS_BACK: partial(self.turn, -1),
            Intent.CARDS_ON: partial(self.turn, 1),
        }
        if self._desk.session.round is not None:
            # Nothing that is open is left without a question.
            stop = {Intent.STOP_VOTE: self.stop, Intent.SKIP: self.stop}
            return {**turning, **stop, **self._counting.offers()}
        offered: dict[Intent, Callable[[], None]] = {**turning, Intent.SEARCH: self.go_to_search}
        if tab_now(self._desk.room, self._looking) is Tab.LIBRARY:
            return {**offered, Intent.ADD: self.add_own, Intent.LEAVE: self.leave}
        cards = range(len(self._desk.session.cards))
        offered.update({DIGITS[n + 1]: partial(self.toggle_afspraak, n) for n in cards})
        if proposed(self._desk.room):
            offered[Intent.DIGIT_0] = self.accept
        return offered

    def hints(self) -> tuple[Intent, ...]:
        counting = self._counting.hints()
        if counting:
            return counting
        many = len(self._desk.session.cards) > cards_shown(self._desk.stage.zoom)
        turning = (Intent.CARDS_ON,) if many else ()
        if tab_now(self._desk.room, self._looking) is Tab.CHOOSE:
            return (Intent.DIGIT_1, *turning, Intent.SEARCH)
        return (Intent.LEAVE, Intent.SEARCH, Intent.ADD, *turning)

    def start(self) -> QWidget | None:
        if tab_now(self._desk.room, self._looking) is Tab.LIBRARY:
            return self._page.library.search
        return None

    @Slot()
    def go_to_search(self) -> None:
        self.show_tab(Tab.LIBRARY)
        self._page.library.search.take_focus()

    @property
    def _narrowed(self) -> bool:
        return bool(self._looking.words or self._looking.chips)

    @Slot()
    def leave(self) -> None:
        """Forget what was looked for; with nothing to forget, take the keyboard out of it."""
        focus = self._page.window().focusWidget()
        if self._narrowed:
            self.show_all()
        elif focus is not None:
            focus.clearFocus()

    def show_all(self) -> None:
        self._page.library.search.clear()
        self._look(words="", chips=frozenset())

    @Slot(object)
    def show_tab(self, tab: Tab) -> None:
        self._look(tab=tab)

    @Slot(str)
    def search(self, words: str) -> None:
        self._look(words=words)

    @Slot(object)
    def filter(self, chip: object) -> None:
        self._look(chips=self._looking.chips ^ {chip})

    @Slot(object)
    def pick_axis(self, axis: AxisId) -> None:
        self._look(axis=axis)

    @Slot(int)
    def toggle_action(self, action: int) -> None:
        """Put an action before the room, under the axis in focus that it fits, or take it off."""
        cards = self._desk.session.cards
        left = tuple(card for card in cards if card.action != action)
        if len(left) == len(cards):
            found = self._desk.room.content.action(action)
            assert found is not None
            focus = self._desk.session.focus
            axis = next((one for one in found.axes if one in focus), found.axes[0])
            left = (*cards, Card(axis=axis, action=action))
        self._change(left)

    @Slot()
    def add_own(self) -> None:
        """Put what is typed in the search field before the room as the team's own idea."""
        search = self._page.library.search
        search.commit()
        title = " ".join(search.value().split())
        if not title:
            search.take_focus()
            return
        axis = own_axis(self._desk.room, self._looking)
        if self._change((*self._desk.session.cards, Card(axis=axis, title=title))):
            search.clear()
            self._look(words="")
            search.take_focus()

    @Slot(int, int)
    def move_card(self, index: int, step: int) -> None:
        cards = list(self._desk.session.cards)
        to = index + step
        if 0 <= to < len(cards):
            cards[index], cards[to] = cards[to], cards[index]
            self._change(tuple(cards))

    @Slot(int)
    def remove_card(self, index: int) -> None:
        cards = self._desk.session.cards
        self._change((*cards[:index], *cards[index + 1 :]))

    @Slot(int)
    def turn(self, step: int) -> None:
        """Walk on or back past the cards on the projector."""
        shown = cards_shown(self._desk.stage.zoom)
        wanted = self._desk.stage.first_card + step * shown
        if 0 <= wanted < len(self._desk.session.cards):
            self._desk.set_stage(first_card=wanted)

    @Slot(int)
    def toggle_afspraak(self, index: int) -> None:
        """Make an afspraak of a card, or take it off; what was written is not lost unasked."""
        desk = self._desk
        card, draft = desk.session.cards[index], desk.session.draft
        content = desk.room.content
        if afspraak_of(card, draft) is None:
            desk.do(commands.ChangeAgreement(draft=agreed_on(card, draft, content)))
        elif not is_edited(card, draft, content) or confirmed(desk, self._page, "edited"):
            desk.do(commands.ChangeAgreement(draft=taken_off(card, draft)))
        else:
            self.refresh()

    @Slot()
    def accept(self) -> None:
        """Make afspraken of the cards that were chosen most."""
        desk = self._desk
        draft = desk.session.draft
        for index in proposed(desk.room):
            draft = agreed_on(desk.session.cards[index], draft, desk.room.content)
        if draft != desk.session.draft:
            desk.do(commands.ChangeAgreement(draft=draft))

    @Slot()
    def stop(self) -> None:
        if ask_to_stop(self._desk, self._page):
            self._desk.stop_vote()

    def _look(self, **changes: object) -> None:
        before = self.offers().keys()
        self._looking = replace(self._looking, **changes)
        if self.offers().keys() == before:
            self.refresh()
        else:
            # Other keys work now: the bar at the bottom has to follow too.
            self._desk.set_stage()

    def _change(self, cards: tuple[Card, ...]) -> bool:
        """Change the cards; a count that goes with the old ones is dropped only after a yes."""
        desk = self._desk
        if desk.session.card_counts is not None and not confirmed(desk, self._page, "counts_go"):
            self.refresh()
            return False
        if not desk.do(commands.ChangeCards(cards=cards)):
            return False
        if desk.stage.first_card >= max(1, len(cards)):
            desk.set_stage(first_card=0)
        return True
