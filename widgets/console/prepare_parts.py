"""Parts of the form to prepare a session: a question with its choices, and what they mean."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.console.time_bar import TimeBar
from widgets.console.views_prepare import ApartView, LengthView
from widgets.controls.check import Check
from widgets.controls.options import Option
from widgets.controls.segments import Segments
from widgets.controls.text import Text, TextKind
from widgets.look import RING, is_look_event, line_up, px


class TopAligned(QWidget):
    """Controls in a row, with their upper edges in line. Each comes with its stretch."""

    def __init__(self, *parts: tuple[QWidget, int]) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for part, stretch in parts:
            self._row.addWidget(part, stretch, Qt.AlignmentFlag.AlignTop)

    def set_spacing(self, spacing: int) -> None:
        self._row.setSpacing(spacing)


class Choice(QWidget):
    """A label, a row of options, and in words what the chosen one means.

    With one option there is nothing to choose: then the words say it all.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._label = Text("", TextKind.STRONG)
        self._segments = Segments("")
        self._segments.chosen.connect(self.chosen)
        self._words = Text("", TextKind.SMALL)
        for text in (self._label, self._words):
            line_up(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._label)
        row = QHBoxLayout()
        row.addWidget(self._segments)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._words)

    def show_choice(
        self, label: str, options: Sequence[Option], chosen: object, words: str
    ) -> None:
        self._label.set_text(label)
        self._segments.setAccessibleName(label)
        self._segments.set_options(options)
        self._segments.set_chosen(chosen)
        self._segments.setVisible(len(options) > 1)
        self._words.set_text(words)
        self._words.setVisible(bool(words))


class LengthChoice(QWidget):
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._label = Text("", TextKind.STRONG)
        self._segments = Segments("")
        self._segments.chosen.connect(self.chosen)
        self._bar = TimeBar()
        self._words = Text("", TextKind.SMALL)
        for part in (self._label, self._bar, self._words):
            line_up(part)
        self._beside = QVBoxLayout()
        self._beside.addStretch(1)
        self._beside.addWidget(self._bar)
        self._beside.addWidget(self._words)
        self._beside.addStretch(1)
        self._row = QHBoxLayout()
        self._row.addWidget(self._segments)
        self._row.addLayout(self._beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._label)
        column.addLayout(self._row)

    def show_view(self, label: str, view: LengthView, *, fixed: str | None) -> None:
        self._label.set_text(label)
        self._segments.setAccessibleName(label)
        self._segments.set_options(view.options)
        self._segments.set_chosen(view.chosen)
        self._segments.setEnabled(fixed is None)
        self._segments.setToolTip(fixed or "")
        self._bar.set_parts(view.parts)
        self._words.set_text(view.words)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._beside.setSpacing(px(self, 6))
            self._row.setSpacing(px(self, 22) - 2 * RING)
        return super().event(event)


class Apart(QWidget):
    """Whether the owner said yes to being shown apart."""

    toggled_to = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._label = Text("", TextKind.STRONG)
        self._check = Check("")
        self._check.toggled_to.connect(self.toggled_to)
        self._words = Text("", TextKind.SMALL)
        for text in (self._label, self._words):
            line_up(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._label, self._check, self._words):
            column.addWidget(part)

    def show_view(self, view: ApartView, *, fixed: str | None) -> None:
        self._label.set_text(view.title)
        self._check.setVisible(bool(view.yes))
        self._check.set_text(view.yes)
        self._check.set_second(view.second)
        self._check.set_checked_to(checked=view.chosen)
        self._check.set_reason(fixed)
        self._words.set_text(view.second)
        self._words.setVisible(not view.yes)
