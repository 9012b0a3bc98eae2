"""Choosing what to work on."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.choice_list import ChoiceList
from widgets.console.choosing_page import ChoosingPage
from widgets.console.emptied import emptied
from widgets.console.views_choosing import FocusView, Phase, Target
from widgets.controls.card import Card
from widgets.controls.text import Text, TextKind
from widgets.look import colours_of, is_look_event, px
from widgets.marks import Flag


class FocusPage(ChoosingPage):
    pressed = Signal(int)
    accepted = Signal()

    def __init__(self, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(texts, counts_people=True, parent=parent)
        self.choices = ChoiceList()
        self.choices.pressed.connect(self.pressed)
        self.choices.accepted.connect(self.accepted)
        self.body.addWidget(self.choices)
        self.body.addStretch(1)

    def show_view(self, view: FocusView) -> None:
        self.show_top(view.title, view.how, view.ballot, view.words)
        self.show_round(view.status, view.stop, view.stop_key, view.count)
        self.choices.setVisible(view.phase in (Phase.READY, Phase.CHOSEN))
        self.script.setVisible(view.phase in (Phase.READY, Phase.OPEN))
        self.choices.show_choices(
            view.heading, view.hint, view.choices, view.most_votes, view.proposal
        )
        self.settle(view.phase)


class TargetsPanel(Card):
    """The chosen axes, each with its one step further."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_margins(20, 16, 20, 16)
        self._title = Text("", TextKind.STRONG)
        self._text = Text("", TextKind.SMALL)
        self._targets: tuple[Target, ...] | None = None
        self._list = QVBoxLayout()
        self.body.addWidget(self._title)
        self.body.addWidget(self._text)
        self.body.addLayout(self._list)

    def show_view(self, view: FocusView) -> None:
        self.setVisible(view.phase in (Phase.READY, Phase.CHOSEN))
        self._title.set_text(view.side_title)
        self._text.set_text(view.side_text)
        self._text.setVisible(bool(view.side_text))
        if view.targets != self._targets:
            self._targets = view.targets
            self._show_targets(view.targets)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.body.setSpacing(px(self, 8))
            self._list.setSpacing(px(self, 10))
        return super().event(event)

    def _show_targets(self, targets: tuple[Target, ...]) -> None:
        emptied(self._list)
        for target in targets:
            self._list.addWidget(_target(target))


class _FlagMark(QWidget):
    """The flag of the radar: one step further."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(self, 30), px(self, 34))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        flag = Flag(px(self, 5), self.height() - px(self, 4), px(self, 28))
        flag.paint(painter, colours_of(self))


def _target(target: Target) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(target.label, TextKind.STRONG))
    words.addWidget(Text(target.sentence, TextKind.BODY, role="ink_2"))
    line.addWidget(_FlagMark())
    line.addLayout(words, 1)
    return row
