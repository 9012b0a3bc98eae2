"""What is ready for the start."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from widgets.console.views_prepare import ReadyRow, ReadyView
from widgets.controls.button import Button, IconButton, Kind, Size
from widgets.controls.card import Card, CardKind
from widgets.controls.icon import Icon
from widgets.controls.rule import Rule
from widgets.controls.text import Text, TextKind
from widgets.look import RING, is_look_event, line_up, px


class ReadyColumn(QWidget):
    """`acted` tells the key of the row of which the button was pressed."""

    again_asked = Signal()
    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ReadyView | None = None
        self._shown: list[_Row] = []
        self._card = Card()
        self._card.set_margins(26 - RING, 16, 20 - RING, 16)
        self._title = Text("", TextKind.HEADING)
        line_up(self._title)
        self._again = IconButton("arrows-clockwise", "", kind=Kind.QUIET)
        self._again.clicked.connect(self.again_asked)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._again)
        self._card.body.addLayout(head)
        self._card.body.addLayout(self._rows)
        self._card.body.addLayout(self._warnings)
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
        if before is None or before.rows != view.rows:
            self._show_rows(view.rows)
        if before is None or before.warnings != view.warnings:
            _empty(self._warnings)
            for warning in view.warnings:
                self._warnings.addWidget(_Warning(warning))

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._card.body.setSpacing(px(self, 6))
            self._column.setSpacing(px(self, 20))
            self._note_row.setSpacing(px(self, 10))
        return super().event(event)

    def _show_rows(self, rows: Sequence[ReadyRow]) -> None:
        """Keep the rows that stay: one of their buttons may have the keyboard."""
        if [(one.key, bool(one.button)) for one in rows] != [one.kind for one in self._shown]:
            had = next((one.kind for one in self._shown if one.has_keyboard), None)
            _empty(self._rows)
            self._shown = [self._added() for _ in rows]
        else:
            had = None
        for widget, row in zip(self._shown, rows, strict=True):
            widget.show_row(row)
            if had is not None and widget.kind == had:
                widget.take_focus()

    def _added(self) -> "_Row":
        rule, row = Rule(), _Row()
        line_up(rule)
        row.acted.connect(self.acted)
        self._rows.addWidget(rule)
        self._rows.addWidget(row)
        return row


class _Row(QWidget):
    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.kind = ("", False)
        """Which row it shows, and whether with a button."""
        self._icon = Icon("circle-dashed", size=22)
        self._text = Text("")
        self._second = Text("", TextKind.SMALL)
        self._button = Button("", size=Size.SMALL)
        self._button.clicked.connect(self._pressed)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addWidget(self._text)
        self._words.addWidget(self._second)
        self._line.addLayout(self._words, 1)
        self._line.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def has_keyboard(self) -> bool:
        return self._button.hasFocus()

    def take_focus(self) -> None:
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_row(self, row: ReadyRow) -> None:
        self.kind = (row.key, bool(row.button))
        self._icon.set_icon(row.icon)
        self._icon.set_role(row.role)
        self._text.set_text(row.text)
        self._second.set_text(row.second)
        self._second.setVisible(bool(row.second))
        self._button.setVisible(bool(row.button))
        if row.button:
            self._button.set_text(row.button)
            self._button.set_icon(row.button_icon)
            self._button.set_keycap(row.keycap)
            self._button.setAccessibleDescription(row.text)
        self._space()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._space()
        return super().event(event)

    def _space(self) -> None:
        button = self.kind[1]
        # A button is higher than a line of text; the row is not.
        above = max(0, px(self, 8) - RING) if button else px(self, 14)
        self._line.setContentsMargins(RING, above, 0 if button else RING, above)
        self._line.setSpacing(px(self, 12))
        lone = button and not self._second.text()
        top, middle = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
        self._line.setAlignment(self._icon, middle if lone else top)
        beside = px(self, 6) if button and not lone else 0
        self._icon.setContentsMargins(0, beside, 0, 0)
        self._words.setContentsMargins(0, beside, 0, beside)

    @Slot()
    def _pressed(self) -> None:
        self.acted.emit(self.kind[0])


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


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
