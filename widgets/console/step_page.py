"""A step of the session in the centre: what to say, what to do, and what to mind."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.icon_line import IconLine
from widgets.console.script_card import ScriptCard
from widgets.console.views_steps import Fact, StepView
from widgets.controls.card import Card, CardKind
from widgets.controls.scroll import Scroll
from widgets.controls.text import Text, TextKind
from widgets.look import is_look_event, line_up, px


class StepPage(QWidget):
    """Between what to say and the tips stands `body`, for what a step has of its own."""

    def __init__(self, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kicker = Text("", role="ink_2")
        self._title = Text("", TextKind.TITLE)
        self._say = ScriptCard(texts)
        self._facts = FactCard()
        self._tips = ScriptCard(texts)
        self.body = QVBoxLayout()
        self._head = QVBoxLayout()
        for text in (self._kicker, self._title):
            line_up(text)
            self._head.addWidget(text)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self._say)
        self._column.addLayout(self.body)
        self._column.addWidget(self._facts)
        self._column.addWidget(self._tips)
        self._column.addStretch(1)
        self._scroll = Scroll(inside)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._scroll)

    def set_texts(self, texts: Catalogue) -> None:
        self._say.set_texts(texts)
        self._tips.set_texts(texts)

    def show_step(self, view: StepView) -> None:
        self._kicker.set_text(view.kicker)
        self._kicker.setVisible(bool(view.kicker))
        self._title.set_text(view.title)
        self._say.set_words(view.say, ())
        self._facts.show_facts(view.facts_title, view.facts)
        self._facts.setVisible(bool(view.facts))
        self._tips.set_words("", view.tips)
        self._tips.setVisible(bool(view.tips))

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._head.setSpacing(px(self, 2))
            self._column.setSpacing(px(self, 14))
            self.body.setSpacing(px(self, 14))
        return super().event(event)


class FactCard(Card):
    """Short sentences under each other, each with its icon."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(CardKind.SUNKEN, parent)
        self.set_margins(22, 16, 22, 16)
        line_up(self)
        self._title = Text("", TextKind.STRONG)
        self._shown: tuple[Fact, ...] = ()
        self._list = QVBoxLayout()
        self.body.addWidget(self._title)
        self.body.addLayout(self._list)

    def show_facts(self, title: str, facts: tuple[Fact, ...]) -> None:
        self._title.set_text(title)
        self._title.setVisible(bool(title))
        if facts == self._shown:
            return
        self._shown = facts
        empty(self._list)
        for fact in facts:
            self._list.addWidget(IconLine(fact.icon, Text(fact.text)))

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.body.setSpacing(px(self, 8))
            self._list.setSpacing(px(self, 8))
        return super().event(event)


def empty(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take every widget out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
