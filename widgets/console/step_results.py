"""The steps in which the team looks at what it said: the radar, and who starts."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.icon_line import IconLine
from widgets.console.list_card import ListCard
from widgets.console.step_page import StepPage, empty
from widgets.console.views_steps import (
    DeepTalk,
    Party,
    RadarStep,
    Section,
    WhoStartsStep,
    WordStand,
)
from widgets.controls.card import Card, CardKind
from widgets.controls.text import Text, TextKind
from widgets.look import is_look_event, line_up, px


class RadarPage(StepPage):
    """The result in words, what to take time for, and what people say about it."""

    items_changed = Signal(object)

    def __init__(self, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(texts, parent)
        self._talks = TalkCards()
        self._words = ResultCard()
        self._quotes = ListCard("steps.quotes", texts, hinted=True)
        for part in (self._talks, self._words, self._quotes):
            self.body.addWidget(part)
        self._quotes.changed_to.connect(self.items_changed)

    def entry(self) -> QWidget:
        return self._quotes.entry

    def set_texts(self, texts: Catalogue) -> None:
        super().set_texts(texts)
        self._quotes.set_texts(texts)

    def show_view(self, view: RadarStep) -> None:
        self.show_step(view.step)
        self._talks.show_talks(view.talks_title, view.talks)
        self._talks.setVisible(bool(view.talks))
        self._words.show_words(view.sections, view.three_title, view.three)
        self._words.setVisible(bool(view.sections or view.three))
        self._quotes.set_items(view.quotes)


class TalkCards(QWidget):
    """The axes to take time for, each with its question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("", TextKind.STRONG)
        self._shown: tuple[DeepTalk, ...] = ()
        self._cards = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addLayout(self._cards)
        line_up(self)

    def show_talks(self, title: str, talks: tuple[DeepTalk, ...]) -> None:
        self._title.set_text(title)
        if talks == self._shown:
            return
        self._shown = talks
        empty(self._cards)
        for talk in talks:
            card = Card(CardKind.MARKED)
            card.set_margins(20, 12, 20, 14)
            card.body.setSpacing(2)
            card.body.addWidget(Text(talk.label, TextKind.SMALL, role="ink"))
            card.body.addWidget(Text(talk.question, TextKind.NAME))
            self._cards.addWidget(card)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 8))
            self._cards.setSpacing(px(self, 8))
        return super().event(event)


class ResultCard(Card):
    """What goes well, where we differ, what can go further; and the three words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        line_up(self)
        self.set_margins(22, 16, 22, 18)
        self._shown: tuple[tuple[Section, ...], tuple[WordStand, ...]] = ((), ())
        self._sections = QVBoxLayout()
        self._three_title = Text("", TextKind.STRONG)
        self._three = QHBoxLayout()
        self.body.addLayout(self._sections)
        self.body.addWidget(self._three_title)
        self.body.addLayout(self._three)

    def show_words(
        self, sections: tuple[Section, ...], title: str, three: tuple[WordStand, ...]
    ) -> None:
        self._three_title.set_text(title)
        self._three_title.setVisible(bool(three))
        if (sections, three) == self._shown:
            return
        self._shown = (sections, three)
        empty(self._sections)
        empty(self._three)
        for section in sections:
            self._sections.addWidget(self._section(section))
        for word in three:
            self._three.addWidget(self._word(word), 1)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.body.setSpacing(px(self, 12))
            self._sections.setSpacing(px(self, 12))
            self._three.setSpacing(px(self, 10))
        return super().event(event)

    def _section(self, section: Section) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Text(section.title, TextKind.STRONG))
        for line in section.lines:
            column.addWidget(Text(line))
        return IconLine(section.icon, words, 22)

    def _word(self, word: WordStand) -> QWidget:
        box = Card(CardKind.SUNKEN)
        box.set_margins(14, 8, 14, 10)
        box.body.setSpacing(0)
        box.setAccessibleName(f"{word.word} {word.stand}")
        box.body.addWidget(Text(word.word, TextKind.SMALL, wrap=False))
        box.body.addWidget(Text(word.stand, TextKind.HEADING, wrap=False))
        return box


class WhoStartsPage(StepPage):
    """Both sentences side by side, staff first, and the one question to each."""

    _BESIDE = 560

    def __init__(self, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(texts, parent)
        self._axis = Text("", TextKind.HEADING)
        line_up(self._axis)
        self._staff = PartyCard("team", "team", "circle-fill")
        self._owner = PartyCard("owner_text", "owner", "diamond")
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.addWidget(self._staff, 1)
        self._pair.addWidget(self._owner, 1)
        self.body.addWidget(self._axis)
        self.body.addLayout(self._pair)

    def show_view(self, view: WhoStartsStep) -> None:
        self.show_step(view.step)
        self._axis.set_text(view.axis)
        self._staff.show_party(view.staff)
        self._owner.show_party(view.owner)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event) or event.type() is QEvent.Type.Resize:
            beside = QBoxLayout.Direction.LeftToRight
            under = QBoxLayout.Direction.TopToBottom
            self._pair.setDirection(beside if self.width() >= px(self, self._BESIDE) else under)
            self._pair.setSpacing(px(self, 2))
        return super().event(event)


class PartyCard(Card):
    """Staff or owner."""

    def __init__(self, role: str, icon_role: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        line_up(self)
        self.set_margins(20, 14, 20, 16)
        self._order = Text("", TextKind.SMALL)
        self._name = Text("", TextKind.STRONG, role=role)
        self._stand = Text("", TextKind.HEADING, wrap=False)
        self._sentence = Text("", TextKind.BODY, role="ink_2")
        self._question = Text("", TextKind.NAME)
        self._head = QHBoxLayout()
        self._head.addWidget(IconLine(icon, self._name, 20, icon_role), 1)
        self._head.addWidget(self._stand, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._order)
        self.body.addLayout(self._head)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._question)
        self.body.addStretch(1)

    def show_party(self, party: Party) -> None:
        self._order.set_text(party.order)
        self._name.set_text(party.name)
        self._stand.set_text(party.stand)
        self._stand.setVisible(bool(party.stand))
        self._sentence.set_text(party.sentence)
        self._question.set_text(party.question)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.body.setSpacing(px(self, 6))
        return super().event(event)
