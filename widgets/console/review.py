"""The page of looking back: what became of the earlier afspraken."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.review_card import ReviewCard
from widgets.console.views_review import ReviewView
from widgets.controls.icon import Icon
from widgets.controls.scroll import Scroll
from widgets.controls.text import Text, TextKind
from widgets.look import RING, is_look_event, line_up, px
from workshop_flows import limits


class ReviewPageWidget(QWidget):
    answered = Signal(object)
    """An `Answered`."""
    helped = Signal(object)
    """A `Helped`."""
    entered = Signal(object)
    """The number of the afspraak that has the keyboard from now on."""

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._since = Text("", TextKind.LEAD, role="ink_2")
        self._nothing = Text(words.text("review.nothing"))
        self._cards: list[ReviewCard] = []
        for text in (Text(words.text("review.title"), TextKind.TITLE), self._since, self._nothing):
            line_up(text)
            self._column.addWidget(text)
        for number in range(1, limits.MOST_AFSPRAKEN + 1):
            card = ReviewCard(words, number)
            card.answered.connect(self.answered)
            card.helped.connect(self.helped)
            card.hide()
            self._cards.append(card)
            self._column.addWidget(card)
        self._column.addWidget(self._made_hint(words))
        self._column.addStretch(1)
        self._scroll = Scroll(content)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._scroll)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def show_view(self, view: ReviewView) -> None:
        self._since.set_text(view.since)
        self._nothing.setVisible(not view.cards)
        self._hint.setVisible(bool(view.cards))
        for number, card in enumerate(self._cards):
            if number < len(view.cards):
                card.show_card(view.cards[number])
            card.setVisible(number < len(view.cards))

    def go_to(self, number: int) -> QWidget:
        """Go to the answers of an afspraak with the keyboard."""
        card = self._cards[number - 1]
        found = card.take_focus()
        self._column.activate()
        self._scroll.ensureWidgetVisible(card, 0, px(self, 16))
        return found

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setContentsMargins(0, 0, px(self, 8), px(self, 8))
            self._column.setSpacing(px(self, 12))
            self._hint_row.setSpacing(px(self, 12))
        return super().event(event)

    def _made_hint(self, words: Catalogue) -> QWidget:
        self._hint = QWidget()
        self._hint_row = QHBoxLayout(self._hint)
        self._hint_row.setContentsMargins(RING, 0, RING, 0)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Text(words.text("review.good_to_know")))
        texts.addWidget(Text(words.text("review.ask"), TextKind.STRONG))
        self._hint_row.addWidget(Icon("chats", size=24), 0, Qt.AlignmentFlag.AlignTop)
        self._hint_row.addLayout(texts, 1)
        return self._hint

    @Slot(QWidget, QWidget)
    def _focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            return
        for number, card in enumerate(self._cards, start=1):
            if card.isAncestorOf(now):
                self.entered.emit(number)
