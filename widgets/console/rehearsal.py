"""C7: what to try in the room before a session, and a practice vote."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.icon_line import IconLine
from widgets.console.plane import Plane
from widgets.console.rehearsal_parts import CheckRow, ResultCard, ScanCard
from widgets.console.views_rehearsal import RehearsalView, TrialView
from widgets.controls.button import Button
from widgets.controls.scroll import Scroll
from widgets.controls.stepper import Stepper
from widgets.controls.text import Text, TextKind
from widgets.look import RING, is_look_event, line_up, look_of, px

_SIDE: Final = 512
_BESIDE: Final = 1000
"""In design pixels: how wide the practice vote is, and from where it stands beside the rest."""


class RehearsalWidget(QWidget):
    asked = Signal(str)
    """The key of the row of which the button was pressed."""
    voters_changed = Signal(int)
    start_asked = Signal()

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = _Checks()
        self._right = _Trial(words)
        self._both = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._both)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._columns.addWidget(self._left, 1)
        self._columns.addWidget(self._right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(self._both))
        self._left.asked.connect(self.asked)
        self._right.stepper.changed_to.connect(self.voters_changed)
        self._right.start.clicked.connect(self.start_asked)

    def set_words(self, words: Catalogue) -> None:
        self._right.stepper.set_words(words)

    def show_view(self, view: RehearsalView) -> None:
        self._left.show_view(view)
        self._right.show_trial(view.trial)
        self._right.show_scan(view)

    @property
    def first(self) -> QWidget | None:
        """Where the keyboard begins."""
        return self._left.first

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() / look_of(self).scale
        beside = wide >= _BESIDE
        way = QBoxLayout.Direction
        self._columns.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._right.setFixedWidth(
            px(self, min(_SIDE, wide * 0.4)) if beside else max(1, self._both.width())
        )
        self._left.set_side(px(self, 64 if wide >= 1300 else 32) - RING)


class _Checks(QWidget):
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title = Text("", TextKind.TITLE)
        self._intro = Text("", TextKind.LEAD, role="ink_2")
        self._rows: dict[str, CheckRow] = {}
        self._side = 0
        self._column = QVBoxLayout(self)
        for text in (self._title, self._intro):
            line_up(text)
            self._column.addWidget(text)
        self._column.addStretch(1)

    def show_view(self, view: RehearsalView) -> None:
        self._title.set_text(view.title)
        self._intro.set_text(view.intro)
        for check in view.checks:
            self._row(check.key).show_check(check)

    @property
    def first(self) -> QWidget | None:
        row = next(iter(self._rows.values()), None)
        return None if row is None else row.button

    def set_side(self, side: int) -> None:
        self._side = side
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._arrange()
        return super().event(event)

    def _row(self, key: str) -> CheckRow:
        if key not in self._rows:
            row = self._rows[key] = CheckRow(key)
            row.asked.connect(self.asked)
            self._column.insertWidget(self._column.count() - 1, row)
        return self._rows[key]

    def _arrange(self) -> None:
        self._column.setContentsMargins(self._side, px(self, 20), self._side, px(self, 20))
        self._column.setSpacing(px(self, 12))


class _Trial(Plane):
    def __init__(self, words: Catalogue) -> None:
        super().__init__("sunken", "left")
        self._title = Text("", TextKind.HEADING)
        self._label = Text("")
        self.stepper = Stepper("", lowest=1, highest=50, words=words, label_hidden=True)
        self._scan = ScanCard()
        self._result = ResultCard()
        self.start = Button("", icon="play")
        self._note = Text("", TextKind.SMALL)
        self._note_line = IconLine("info", self._note, role="ink_2")
        for text in (self._title, self._label, self._note_line):
            line_up(text)
        self._fill()

    def show_trial(self, view: TrialView) -> None:
        self._title.set_text(view.title)
        self._label.set_text(view.voters_label)
        self.stepper.set_label(view.voters_label)
        self.stepper.set_range(1, view.most)
        self.stepper.set_value(view.voters)
        self._result.show_trial(view)
        self.start.set_text(view.start)
        self.start.set_keycap(view.start_key or None)
        self.start.set_reason(view.reason)
        self._note.set_text(view.note)

    def show_scan(self, view: RehearsalView) -> None:
        if view.scan is not None:
            self._scan.show_scan(view.scan)
        self._scan.setVisible(view.scan is not None)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            side = px(self, 32) - RING
            self._column.setContentsMargins(side, px(self, 20), side, px(self, 20))
            self._column.setSpacing(px(self, 12))
        return super().event(event)

    def _fill(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._label, 1)
        row.addWidget(self.stepper, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addLayout(row)
        self._column.addWidget(self._scan)
        self._column.addWidget(self._result)
        self._column.addStretch(1)
        self._column.addWidget(self.start)
        self._column.addWidget(self._note_line)
