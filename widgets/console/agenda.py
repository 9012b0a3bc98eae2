"""The programme at the left: what is done, where we are, and how the time goes."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.console.agenda_row import RowLine
from widgets.console.plane import Plane
from widgets.console.views_frame import AgendaRow, AgendaView
from widgets.controls.progress import Progress
from widgets.controls.scroll import Scroll
from widgets.controls.text import Text, TextKind
from widgets.look import RING, is_look_event, px

_WIDE: Final = 276
_ARROWS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -1000,
    Qt.Key.Key_End: 1000,
}


class Agenda(Plane):
    """Tab comes to one line, the arrows go along the lines, Enter or a click jumps."""

    jump_asked = Signal(object)
    """A `Position`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sunken", "right", parent)
        self._view: AgendaView | None = None
        self._narrow = False
        self._title = Text("", TextKind.STRONG, wrap=False)
        self._length = Text("", TextKind.SMALL, wrap=False)
        self._lines: list[RowLine] = []
        self._list = _Lines()
        self._head = QWidget()
        self._head_row = QHBoxLayout(self._head)
        self._foot = QWidget()
        self._foot_column = QVBoxLayout(self._foot)
        self._left = Text("", TextKind.HEADING, wrap=False)
        self._course = Text("", TextKind.SMALL, wrap=False)
        self._ends = Text("", TextKind.SMALL, wrap=False)
        self._progress = Progress()
        self._fill_head()
        self._fill_foot()
        self._scroll = Scroll(self._list)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self._foot)

    def show_view(self, view: AgendaView) -> None:
        if view == self._view:
            return
        before = self._view
        self._view = view
        self._title.set_text(view.title)
        self._length.set_text(view.length)
        self._list.setAccessibleName(view.title)
        self._course.set_text(view.course)
        self._ends.set_text(view.ends)
        self._show_left()
        self._progress.set_part(view.part)
        self._progress.setAccessibleName(view.part_name)
        if before is None or before.rows != view.rows:
            self._show_rows()
        elif not self._narrow and self._foot_width() > self._foot.width():
            self._space()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show signs only, without words."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._head.setVisible(not narrow)
        self._course.setVisible(not narrow)
        self._ends.setVisible(not narrow)
        self._left.set_kind(TextKind.SMALL if narrow else TextKind.HEADING)
        self._show_left()
        self._show_rows()
        self._space()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._space()
        return super().event(event)

    def _fill_head(self) -> None:
        self._head_row.addWidget(self._title)
        self._head_row.addStretch(1)
        self._head_row.addWidget(self._length)

    def _fill_foot(self) -> None:
        words = QHBoxLayout()
        words.addWidget(self._left)
        words.addStretch(1)
        words.addWidget(self._course)
        self._foot_column.addLayout(words)
        self._foot_column.addWidget(self._progress)
        self._foot_column.addWidget(self._ends)

    def _show_left(self) -> None:
        if self._view is not None:
            self._left.set_text(self._view.left_short if self._narrow else self._view.left)
            self._foot.setToolTip(self._view.spoken if self._narrow else "")
            self._foot.setAccessibleName(self._view.spoken)

    def _show_rows(self) -> None:
        if self._view is None:
            return
        rows = [row for row in self._view.rows if not (self._narrow and row.within)]
        while len(self._lines) > len(rows):
            self._list.drop(self._lines.pop())
        while len(self._lines) < len(rows):
            line = RowLine()
            line.clicked.connect(partial(self._pressed, line))
            self._lines.append(line)
            self._list.add(line)
        for line, row in zip(self._lines, rows, strict=True):
            line.show_row(row, narrow=self._narrow)
        self._list.reach(_current(rows))
        self._space()

    def _pressed(self, line: RowLine) -> None:
        self.jump_asked.emit(line.view.to)

    def _space(self) -> None:
        side = 0 if self._narrow else px(self, 16) - RING
        self._column.setContentsMargins(side, px(self, 12), side + 1, px(self, 12))
        self._head_row.setContentsMargins(px(self, 10) + RING, 0, px(self, 10) + RING, 8)
        inside = px(self, 8 if self._narrow else 10) + (0 if self._narrow else RING)
        self._foot_column.setContentsMargins(inside, px(self, 8), inside, 0)
        self._foot_column.setSpacing(px(self, 6))
        for line in self._lines:
            line.follow_look()
        lines = max((line.sizeHint().width() for line in self._lines), default=0)
        words = max(lines, self._foot_width() if not self._narrow else 0)
        least = px(self, 64 if self._narrow else _WIDE)
        self.setFixedWidth(max(least, words + 2 * side + 1))

    def _foot_width(self) -> int:
        """Return what the words need; a layout knows that only after it was activated."""
        beside = self._left.sizeHint().width() + px(self, 12) + self._course.sizeHint().width()
        around = self._foot_column.contentsMargins()
        return max(beside, self._ends.sizeHint().width()) + around.left() + around.right()


class _Lines(QWidget):
    """The lines under each other: one stop for Tab."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)

    def add(self, line: RowLine) -> None:
        line.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._column.insertWidget(self._column.count() - 1, line, 1000)

    def drop(self, line: RowLine) -> None:
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def reach(self, current: int) -> None:
        """Let Tab come to this line."""
        for index, line in enumerate(self._lines()):
            tab = Qt.FocusPolicy.StrongFocus if index == current else Qt.FocusPolicy.ClickFocus
            line.setFocusPolicy(tab)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        lines = self._lines()
        at = next((index for index, line in enumerate(lines) if line.hasFocus()), None)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at is not None:
            lines[at].click()
            return
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        to = min(max(at + step, 0), len(lines) - 1)
        lines[to].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lines(self) -> list[RowLine]:
        items = (self._column.itemAt(index) for index in range(self._column.count()))
        found = (item.widget() for item in items if item is not None)
        return [one for one in found if isinstance(one, RowLine)]


def _current(rows: list[AgendaRow]) -> int:
    """Return the line where we are: the one of the axis, before that of all statements."""
    now = [index for index, row in enumerate(rows) if row.done == "now"]
    return now[-1] if now else 0
