"""What the facilitator says, the same in other words, and what to mind."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.icon_line import IconLine
from widgets.console.speech import Speech
from widgets.controls.card import Card
from widgets.controls.rule import Rule
from widgets.controls.text import Text, TextKind
from widgets.look import is_look_event, line_up, px


class ScriptCard(QWidget):
    """The card 'Zeg dit' with, under it, other words and tips; what is empty is not there.

    `texts` are those of the console: its headings. What is said comes with `set_words`.
    """

    def __init__(self, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say_heading = Text("", TextKind.STRONG)
        self._say = Speech()
        self._card = Card()
        self._card.set_margins(22, 18, 22, 18)
        self._card.body.addWidget(IconLine("chat-circle-text", self._say_heading, 22))
        self._card.body.addWidget(self._say)
        self._other_heading = Text("", TextKind.STRONG)
        self._other = Text("", TextKind.BODY)
        self._other_part = self._made_other()
        self._rule = Rule()
        self._tips: tuple[str, ...] = ()
        self._tip_list = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._card)
        self._column.addWidget(self._other_part)
        self._column.addWidget(self._rule)
        self._column.addLayout(self._tip_list)
        line_up(self)
        self.set_texts(texts)
        self.set_words("", ())

    def set_texts(self, texts: Catalogue) -> None:
        """Show the headings in another language."""
        self._say_heading.set_text(texts.text("steps.script.say"))
        self._other_heading.set_text(texts.text("steps.script.other"))

    def set_words(self, say: str, tips: Sequence[str], in_other_words: str = "") -> None:
        self._say.set_words(say)
        self._card.setVisible(bool(say))
        self._other.set_text(in_other_words)
        self._other_part.setVisible(bool(in_other_words))
        self._rule.setVisible(bool(tips) and bool(say or in_other_words))
        if tuple(tips) != self._tips:
            self._tips = tuple(tips)
            self._show_tips()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 14))
            self._tip_list.setSpacing(px(self, 9))
            self._tip_list.setContentsMargins(px(self, 4), 0, px(self, 4), 0)
            self._other_part.setContentsMargins(px(self, 4), 0, px(self, 4), 0)
            self._card.body.setSpacing(px(self, 6))
        return super().event(event)

    def _made_other(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._other_heading)
        column.addWidget(self._other)
        return IconLine("chats", words, 22)

    def _show_tips(self) -> None:
        while (row := self._tip_list.takeAt(0)) is not None:
            line = row.widget()
            assert line is not None
            line.hide()
            line.deleteLater()
        for tip in self._tips:
            self._tip_list.addWidget(IconLine("lightbulb", Text(tip)))
