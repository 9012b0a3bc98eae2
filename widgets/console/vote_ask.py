"""Before and during a vote: the statement, what to say, and what people do."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.script_card import ScriptCard
from widgets.console.views_vote import AskView, BallotChoice, BusyView
from widgets.console.vote_parts import Lines, Panel, StepDisc, VoteHead
from widgets.controls.button import Button, Kind, Size
from widgets.controls.card import Card, CardKind
from widgets.controls.icon import Icon
from widgets.controls.segments import Segments
from widgets.controls.text import Text, TextKind
from widgets.look import is_look_event, line_up, px


class Told(Card):
    """One thing that is special now."""

    def __init__(self, icon: str = "info", kind: CardKind = CardKind.MARKED) -> None:
        super().__init__(kind)
        self.set_margins(18, 14, 18, 14)
        self._text = Text("")
        self._row = QHBoxLayout()
        self._row.addWidget(Icon(icon, size=22), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._text, 1)
        self.body.addLayout(self._row)
        line_up(self)

    def show_text(self, text: str) -> None:
        self.setVisible(bool(text))
        self._text.set_text(text)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._row.setSpacing(px(self, 12))
        return super().event(event)


class _BallotCard(QWidget):
    """Slips or hands, and what that means."""

    def __init__(self) -> None:
        super().__init__()
        self._name = Text("", TextKind.STRONG)
        self.choice = Segments("")
        self._told = Text("", TextKind.SMALL)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice)
        row.addStretch(1)
        self._column.addWidget(self._name)
        self._column.addLayout(row)
        self._column.addWidget(self._told)
        line_up(self._name)
        line_up(self._told)

    def show_choice(self, choice: BallotChoice | None) -> None:
        self.setVisible(choice is not None)
        if choice is None:
            return
        self._name.set_text(choice.name)
        self.choice.setAccessibleName(choice.name)
        self.choice.set_options(choice.options)
        self.choice.set_chosen(choice.chosen)
        self._told.set_text(choice.told)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 2))
        return super().event(event)


class AskPanel(Panel):
    """A statement before it is opened."""

    ballot_chosen = Signal(object)
    stayed = Signal()

    def __init__(self, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = VoteHead()
        self._told = Told()
        self._stay = Button("", size=Size.SMALL, icon="arrow-u-up-left")
        self.script = ScriptCard(texts)
        self._ballot = _BallotCard()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._head, self._told):
            self._column.addWidget(part)
        self._column.addWidget(self._stay, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.script)
        self._column.addStretch(1)
        self._column.addWidget(self._ballot)
        self._ballot.choice.chosen.connect(self.ballot_chosen)
        self._stay.clicked.connect(self.stayed)

    def show_view(self, view: AskView) -> None:
        self._head.show_head(view.head)
        self._told.show_text(view.told)
        self._stay.set_text(view.instead)
        self._stay.setVisible(bool(view.instead))
        script = view.script
        self.script.set_words(script.say, script.tips, script.in_other_words)
        self._ballot.show_choice(view.ballot)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 16))
        return super().event(event)


class _Steps(QWidget):
    """A few numbered lines."""

    def __init__(self) -> None:
        super().__init__()
        self._texts = [Text("", TextKind.LEAD) for _ in range(3)]
        self._rows: list[QHBoxLayout] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for number, text in enumerate(self._texts, start=1):
            row = QHBoxLayout()
            row.addWidget(StepDisc(number), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(text, 1)
            self._rows.append(row)
            self._column.addLayout(row)

    def show_steps(self, steps: tuple[str, ...]) -> None:
        for text, step in zip(self._texts, steps, strict=True):
            text.set_text(step)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 10))
            for row in self._rows:
                row.setSpacing(px(self, 12))
        return super().event(event)


class BusyPanel(Panel):
    """An open round."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = VoteHead()
        self._card = Card(CardKind.CURRENT)
        line_up(self._card)
        self._title = Text("", TextKind.HEADING)
        self._steps = _Steps()
        self._card.body.addWidget(self._title)
        self._card.body.addWidget(self._steps)
        self._told = Lines("eye-slash", role="ink_2")
        line_up(self._told)
        self._words_title = Text("", TextKind.STRONG)
        self._words = Text("", TextKind.LEAD)
        self._stop = Button("", kind=Kind.SECONDARY, size=Size.SMALL, icon="x")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._words_title)
        words.addWidget(self._words)
        self._tips = Lines()
        for part in (self._head, self._card, self._told):
            self._column.addWidget(part)
        self._column.addLayout(words)
        self._column.addWidget(self._tips)
        self._column.addStretch(1)
        for lined in (self._words_title, self._words, self._tips):
            line_up(lined)
        self._column.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignLeft)
        self._stop.clicked.connect(self.stopped)

    def show_view(self, view: BusyView) -> None:
        self._head.show_head(view.head)
        self._title.set_text(view.title)
        self._steps.show_steps(view.steps)
        self._told.show_lines((view.told,))
        self._words_title.set_text(view.words_title)
        self._words.set_text(view.words)
        self._tips.show_lines(view.tips)
        self._stop.set_text(view.stop)
        self._stop.set_keycap(view.stop_key)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 16))
            self._card.body.setSpacing(px(self, 14))
        return super().event(event)
