"""After a reveal: a statement's result or an axis's, what to talk about, and notes."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.views_vote import AxisView, NotesView, ResultView
from widgets.console.vote_chart import DotsChart, ZoneRow
from widgets.console.vote_parts import Lines, Panel, VoteHead, discard
from widgets.console.vote_question import TalkPart
from widgets.controls.card import Card
from widgets.controls.icon import Icon
from widgets.controls.list_editor import ListEditor
from widgets.controls.text import Text, TextKind
from widgets.look import RING, is_look_event, line_up, px

SIDE_BY_SIDE: Final = 540
"""Design pixels under which words stand under what is drawn."""


class NotesCard(Card):
    """Notes of this part of the talk; older ones are only counted."""

    changed_to = Signal(object)

    def __init__(self, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_margins(14, 16, 14, 10)
        line_up(self)
        self._title = Text("", TextKind.STRONG)
        self._told = Text("", TextKind.SMALL, wrap=False)
        self._earlier = Text("", TextKind.SMALL)
        self._editor = ListEditor(texts.text("vote.notes.entry"), texts)
        self._warning = Lines("info", TextKind.SMALL)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(RING, 0, RING, 0)
        self._head.addWidget(Icon("note-pencil", size=22))
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._told)
        self.body.addLayout(self._head)
        for part in (self._earlier, self._editor, self._warning):
            self.body.addWidget(part)
        line_up(self._earlier)
        line_up(self._warning)
        self._editor.changed_to.connect(self.changed_to)

    def set_texts(self, texts: Catalogue) -> None:
        """Begin anew in another language; the notes come with the next view."""
        old = self._editor
        self._editor = ListEditor(texts.text("vote.notes.entry"), texts)
        self._editor.changed_to.connect(self.changed_to)
        self.body.replaceWidget(old, self._editor)
        discard(old)

    @property
    def editor(self) -> ListEditor:
        return self._editor

    def show_notes(self, view: NotesView) -> None:
        self._title.set_text(view.title)
        self._told.set_text(view.told)
        self._earlier.set_text(view.earlier)
        self._earlier.setVisible(bool(view.earlier))
        self._editor.set_limit(view.most, view.letters)
        self._editor.set_items(view.items)
        self._warning.show_lines((view.warning,) if view.warning else ())

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.body.setSpacing(px(self, 6))
            self._head.setSpacing(px(self, 10))
        return super().event(event)


class _Words(QWidget):
    """A result in words, beside what is drawn of it."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Text("", TextKind.HEADING)
        self._stands = Text("", TextKind.STRONG)
        self._told = Text("", TextKind.BODY, role="ink_2")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, RING, 0)
        self._column.addStretch(1)
        for part in (self._words, self._stands, self._told):
            self._column.addWidget(part)
        self._column.addStretch(1)

    def set_alone(self, *, alone: bool) -> None:
        """Stand in line with what is above and below, or beside something."""
        self._column.setContentsMargins(RING if alone else 0, 0, RING, 0)

    def show_words(self, words: str, stands: tuple[str, ...], told: str) -> None:
        for text, shown in ((self._words, words), (self._told, told)):
            text.set_text(shown)
            text.setVisible(bool(shown))
        self._stands.set_text(" · ".join(stands))
        self._stands.setVisible(bool(stands))

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 4))
        return super().event(event)


class ResultPanel(Panel):
    """A statement's result in mode team."""

    notes_changed = Signal(object)

    def __init__(self, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = VoteHead()
        self._has_chart = self._narrow = False
        self._chart = DotsChart(texts)
        self._card = Card()
        self._card.set_margins(14, 14, 14, 14)
        self._card.setContentsMargins(RING, 0, 0, 0)
        self._card.body.addWidget(self._chart)
        self._words = _Words()
        self._tips = Lines()
        line_up(self._tips)
        self.notes = NotesCard(texts)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.addWidget(self._card, 5, Qt.AlignmentFlag.AlignTop)
        self._beside.addWidget(self._words, 4)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._head)
        self._column.addLayout(self._beside)
        self._column.addWidget(self._tips)
        self._column.addStretch(1)
        self._column.addWidget(self.notes)
        self.notes.changed_to.connect(self.notes_changed)

    def show_view(self, view: ResultView) -> None:
        self._head.show_head(view.head)
        self._card.setVisible(view.dots is not None)
        self._chart.show_result(view.dots, view.scale, view.dots_words)
        self._words.show_words(view.words, view.stands, view.told)
        # Without a chart the words stand in line with the rest.
        self._has_chart = view.dots is not None
        self._words.set_alone(alone=self._narrow or not self._has_chart)
        self._tips.show_lines(view.tips)
        self.notes.show_notes(view.notes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._narrow = self.width() < px(self, SIDE_BY_SIDE)
        directions = QBoxLayout.Direction
        self._beside.setDirection(
            directions.TopToBottom if self._narrow else directions.LeftToRight
        )
        self._words.set_alone(alone=self._narrow or not self._has_chart)

    def set_texts(self, texts: Catalogue) -> None:
        self._chart.set_texts(texts)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 16))
            self._beside.setSpacing(px(self, 20))
        return super().event(event)


class AxisPanel(Panel):
    """An axis's result in modes team and pooled."""

    asked = Signal(bool)
    notes_changed = Signal(object)

    def __init__(self, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = VoteHead()
        self._number = Text("", TextKind.NUMBER, role="team", wrap=False)
        self._number_told = Text("", TextKind.SMALL, wrap=False)
        self._number_card = Card()
        self._number_card.set_margins(22, 12, 22, 14)
        self._number_card.setContentsMargins(RING, 0, 0, 0)
        self._number_card.body.addWidget(self._number, 0, Qt.AlignmentFlag.AlignHCenter)
        self._number_card.body.addWidget(self._number_told, 0, Qt.AlignmentFlag.AlignHCenter)
        self._number_card.body.setSpacing(0)
        self._zones = ZoneRow()
        self._words = _Words()
        self._talk = TalkPart()
        self._tips = Lines()
        line_up(self._tips)
        self.notes = NotesCard(texts)
        self._beside = QHBoxLayout()
        self._beside.addWidget(self._number_card, 0, Qt.AlignmentFlag.AlignTop)
        self._beside.addWidget(self._words, 1)
        zones = QHBoxLayout()
        zones.setContentsMargins(RING, 0, RING, 0)
        zones.addWidget(self._zones)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._head)
        self._column.addLayout(zones)
        self._column.addLayout(self._beside)
        self._column.addWidget(self._talk)
        self._column.addWidget(self._tips)
        self._column.addStretch(1)
        self._column.addWidget(self.notes)
        self._talk.asked.connect(self.asked)
        self.notes.changed_to.connect(self.notes_changed)

    def show_view(self, view: AxisView) -> None:
        self._head.show_head(view.head)
        self._number.set_text(view.number)
        self._number_told.set_text(view.number_told)
        self._number_card.setVisible(bool(view.number))
        self._zones.show_zones(view.zones)
        self._words.show_words(view.words, view.stands, view.told)
        self._words.set_alone(alone=not view.number)
        self._talk.show_view(view.talk)
        self._tips.show_lines(view.tips)
        self.notes.show_notes(view.notes)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 16))
            self._beside.setSpacing(px(self, 20))
        return super().event(event)
