"""Whether everyone can work with the agreement, and what would make it better."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.choosing_page import ChoosingPage
from widgets.console.emptied import emptied
from widgets.console.flow_row import FlowRow
from widgets.console.remarks import Remarks
from widgets.console.typed_text import TypedText
from widgets.console.views_choosing import ConsentView, OutcomeView, Phase
from widgets.controls.button import Button, IconButton, Kind
from widgets.controls.card import Card, CardKind
from widgets.controls.icon import Icon
from widgets.controls.list_editor import ListEditor
from widgets.controls.text import Text, TextKind
from widgets.look import is_look_event, line_up, px
from workshop_flows import limits


class ConsentPage(ChoosingPage):
    better_changed = Signal(object)
    """tuple[str, ...]"""
    again_asked = Signal()
    agreement_asked = Signal()

    def __init__(self, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(texts, parent=parent)
        self.outcome = _Outcome()
        self.again = Button("", icon="arrow-counter-clockwise")
        self.to_agreement = Button("", icon="pencil-simple")
        self.remarks = Remarks()
        self._better_title = Text("", TextKind.HEADING)
        self._better_hint = Text("", TextKind.BODY, role="ink_2")
        self.better = ListEditor("", texts)
        self.better.set_limit(limits.MOST_ITEMS, limits.LONGEST_TEXT)
        self._warning = _Warning()
        self._ways = FlowRow()
        for button in (self.to_agreement, self.again):
            self._ways.add(button)
        for part in (self.outcome, self._better_title, self._better_hint, self._warning):
            line_up(part)
        for widget in (
            self.outcome,
            self._ways,
            self.remarks,
            self._better_title,
            self._better_hint,
            self.better,
            self._warning,
        ):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.again.clicked.connect(self.again_asked)
        self.to_agreement.clicked.connect(self.agreement_asked)
        self.better.changed_to.connect(self.better_changed)
        self.set_texts(texts)

    def set_texts(self, texts: Catalogue) -> None:
        super().set_texts(texts)
        words = texts.text("choosing.better.add")
        self.better.entry.set_label(words)
        self.better.entry.set_placeholder(words)

    def show_view(self, view: ConsentView) -> None:
        self.show_top(view.title, view.how, view.ballot, view.words)
        self.show_round(view.status, view.stop, view.stop_key, view.count)
        chosen = view.phase is Phase.CHOSEN
        self.script.setVisible(view.phase in (Phase.READY, Phase.OPEN))
        self.outcome.setVisible(view.outcome is not None)
        if view.outcome is not None:
            self.outcome.show_outcome(view.outcome, view.repair)
        self._ways.setVisible(chosen)
        self.again.set_text(view.again)
        self.to_agreement.set_text(view.to_agreement)
        for part in (self._better_title, self._better_hint, self.better):
            part.setVisible(chosen)
        self.remarks.show_remarks(
            view.remarks_title, view.remarks_told, view.remarks if chosen else ()
        )
        self._better_title.set_text(view.better_title)
        self._better_hint.set_text(view.better_hint)
        self.better.set_items(view.better)
        self._warning.show_text(view.better_warning if chosen else "")
        self.settle(view.phase)


class _Outcome(Card):
    """The outcome in words, and what can be done now."""

    def __init__(self) -> None:
        super().__init__()
        self.set_margins(22, 18, 22, 18)
        self._icon = Icon("check-circle", size=32)
        self._text = Text("", TextKind.HEADING)
        self._second = Text("", TextKind.BODY, role="ink_2")
        self._repair = Text("")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._text)
        words.addWidget(self._second)
        self._row = QHBoxLayout()
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self.body.addLayout(self._row)
        self.body.addWidget(self._repair)

    def show_outcome(self, view: OutcomeView, repair: str) -> None:
        self.set_kind(CardKind.CHOSEN if view.everyone else CardKind.MARKED)
        self._icon.set_icon(view.icon)
        self._text.set_text(view.text)
        self._second.set_text(view.second)
        self._repair.set_text(repair)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.body.setSpacing(px(self, 12))
            self._row.setSpacing(px(self, 14))
        return super().event(event)


class _Warning(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._text = Text("", TextKind.SMALL, role="ink")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Icon("warning", size=20))
        row.addWidget(self._text, 1)

    def show_text(self, text: str) -> None:
        self._text.set_text(text)
        self.setVisible(bool(text))


class AfsprakenPanel(Card):
    """What is agreed so far; one can be taken out."""

    taken_off = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_margins(20, 16, 14, 14)
        self._title = Text("", TextKind.STRONG)
        self._text = Text("", TextKind.SMALL)
        self._shown: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._list = QVBoxLayout()
        self._buttons: list[IconButton] = []
        for part in (self._title, self._text):
            self.body.addWidget(part)
        self.body.addLayout(self._list)

    def show_view(self, view: ConsentView) -> None:
        self._title.set_text(view.side_title)
        self._text.set_text(view.side_text)
        self._text.setVisible(bool(view.side_text))
        if (view.afspraken, view.take_off) != self._shown:
            self._shown = (view.afspraken, view.take_off)
            self._show_list(view)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.body.setSpacing(px(self, 8))
            self._list.setSpacing(px(self, 4))
        return super().event(event)

    def _show_list(self, view: ConsentView) -> None:
        emptied(self._list)
        self._buttons.clear()
        for index, title in enumerate(view.afspraken):
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            number = Text(str(index + 1), TextKind.STRONG, wrap=False)
            text = TypedText()
            text.set_text(title)
            line.addWidget(number, 0, Qt.AlignmentFlag.AlignVCenter)
            line.addWidget(text, 1)
            if view.take_off:
                button = IconButton("trash", view.take_off[index], kind=Kind.QUIET)
                button.clicked.connect(self._take_off)
                self._buttons.append(button)
                line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self._list.addWidget(row)

    @Slot()
    def _take_off(self) -> None:
        sender = self.sender()
        for index, button in enumerate(self._buttons):
            if button is sender:
                self.taken_off.emit(index)
