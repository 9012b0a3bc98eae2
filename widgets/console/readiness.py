"""What is ready for the start."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from widgets.console.views_prepare import ReadyRow, ReadyView
from widgets.controls.button import IconButton, Kind
from widgets.controls.card import Card, CardKind
from widgets.controls.icon import Icon
from widgets.controls.rule import Rule
from widgets.controls.text import Text, TextKind
from widgets.look import RING, is_look_event, line_up, px


class ReadyColumn(QWidget):
    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ReadyView | None = None
        self._card = Card()
        self._card.set_margins(26 - RING, 16, 20 - RING, 16)
        self._title = Text("", TextKind.HEADING)
        line_up(self._title)
        self._again = IconButton("arrows-clockwise", "", kind=Kind.QUIET)
        self._again.clicked.connect(self.again_asked)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._again)
        self._card.body.addLayout(head)
        self._card.body.addLayout(self._rows)
        self._note = Text("", TextKind.SMALL)
        self._note_row = QHBoxLayout()
        lock = Icon("lock-simple", size=20, role="ink_2")
        self._note_row.addWidget(lock, 0, Qt.AlignmentFlag.AlignTop)
        self._note_row.addWidget(self._note, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._card)
        self._column.addLayout(self._note_row)
        self._column.addStretch(1)

    def show_view(self, view: ReadyView) -> None:
        if view == self._view:
            return
        before = self._view
        self._view = view
        self._title.set_text(view.title)
        self._again.set_name(view.again)
        self._note.set_text(view.note)
        if before is None or (before.rows, before.warnings) != (view.rows, view.warnings):
            self._fill(view.rows, view.warnings)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._card.body.setSpacing(px(self, 6))
            self._column.setSpacing(px(self, 20))
            self._note_row.setSpacing(px(self, 10))
        return super().event(event)

    def _fill(self, rows: Sequence[ReadyRow], warnings: Sequence[str]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            rule = Rule()
            line_up(rule)
            self._rows.addWidget(rule)
            self._rows.addWidget(_Row(row))
        for warning in warnings:
            self._rows.addWidget(_Warning(warning))


class _Row(QWidget):
    def __init__(self, row: ReadyRow) -> None:
        super().__init__()
        self._line = QHBoxLayout(self)
        self._line.addWidget(Icon(row.icon, size=22, role=row.role), 0, Qt.AlignmentFlag.AlignTop)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addWidget(Text(row.text))
        if row.second:
            self._words.addWidget(Text(row.second, TextKind.SMALL))
        self._line.addLayout(self._words, 1)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._line.setContentsMargins(RING, px(self, 14), RING, px(self, 14))
            self._line.setSpacing(px(self, 12))
        return super().event(event)


class _Warning(QWidget):
    """Something to do before the start."""

    def __init__(self, words: str) -> None:
        super().__init__()
        card = Card(CardKind.WARN)
        card.set_margins(14, 12, 14, 12)
        self._line = QHBoxLayout()
        self._line.addWidget(Icon("warning", size=22), 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(Text(words), 1)
        card.body.addLayout(self._line)
        self._around: QLayout = QVBoxLayout(self)
        self._around.addWidget(card)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._around.setContentsMargins(RING, px(self, 8), RING, px(self, 4))
            self._line.setSpacing(px(self, 12))
        return super().event(event)
