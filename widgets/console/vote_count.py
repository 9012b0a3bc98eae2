"""Counting slips or hands on a statement: a cell per answer, a row per role."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.console.views_vote import CountRow, CountView
from widgets.console.vote_ask import Told
from widgets.console.vote_cells import Cell, Cells, Together
from widgets.console.vote_parts import Lines, Panel, VoteHead, discard
from widgets.controls.button import Button, Kind, Size
from widgets.controls.card import Card, CardKind
from widgets.controls.icon import Icon
from widgets.controls.keycap import KeyCap
from widgets.controls.text import Text, TextKind
from widgets.look import RING, is_look_event, line_up, px
from workshop_flows.vocabulary import Role


class _Row(Card):
    """The slips of one role."""

    added = Signal(object, int)
    taken = Signal(object, int)

    def __init__(self, role: Role) -> None:
        super().__init__()
        self._role = role
        self._options: tuple[int, ...] = ()
        self._cells: list[Cell] = []
        self._counts: tuple[int, ...] = ()
        self._latest: int | None = None
        self.set_margins(16, 14, 16, 8)
        line_up(self)
        self._title = Text("", TextKind.STRONG)
        self._key = KeyCap("")
        self._told = Text("", TextKind.SMALL)
        self._grid = Cells()
        self._total = Together()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._key)
        self.body.addLayout(head)
        self.body.addWidget(self._told)
        self.body.addWidget(self._grid)

    def show_row(self, row: CountRow) -> None:
        options = tuple(cell.option for cell in row.cells)
        if options != self._options or not self._cells:
            self._make(row)
        self.set_kind(CardKind.PLAIN if row.switch else CardKind.CURRENT)
        self._title.set_text(row.title)
        self._key.set_text(row.switch)
        self._key.setVisible(bool(row.switch))
        self._told.set_text(row.told)
        self._told.setVisible(bool(row.told))
        counts = tuple(cell.count for cell in row.cells)
        self._latest = _changed(self._counts, counts, self._latest)
        self._counts = counts
        for number, (widget, cell) in enumerate(zip(self._cells, row.cells, strict=True)):
            widget.show_cell(cell, latest=number == self._latest)
        self._total.show_total(row)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.body.setSpacing(px(self, 8))
        return super().event(event)

    def _make(self, row: CountRow) -> None:
        for old in self._cells:
            discard(old)
        self._options = tuple(cell.option for cell in row.cells)
        self._cells = [Cell(cell) for cell in row.cells]
        self._counts = ()
        for cell in self._cells:
            cell.added.connect(self._add)
            cell.taken.connect(self._take)
        self._grid.set_cells((*self._cells, self._total))

    @Slot(int)
    def _add(self, option: int) -> None:
        self.added.emit(self._role, option)

    @Slot(int)
    def _take(self, option: int) -> None:
        self.taken.emit(self._role, option)


def _changed(before: Sequence[int], now: Sequence[int], latest: int | None) -> int | None:
    """Return which count changed last; none when a count begins anew."""
    if len(before) != len(now) or not any(now):
        return None
    different = [n for n, (one, two) in enumerate(zip(before, now, strict=True)) if one != two]
    return different[0] if different else latest


class CountPanel(Panel):
    """Counting after the close. `clear` forgets every number that was counted."""

    added = Signal(object, int)
    taken = Signal(object, int)
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = VoteHead(TextKind.HEADING)
        self._title = Text("", TextKind.HEADING)
        self._hint = Text("", TextKind.SMALL)
        self._few = Told("warning", CardKind.WARN)
        self._told = Lines("eye", TextKind.SMALL)
        self._stop = Button("", kind=Kind.SECONDARY, size=Size.SMALL, icon="x")
        self._rows: dict[Role, _Row] = {}
        self._list = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        title = QHBoxLayout()
        title.addWidget(Icon("note-pencil", size=24))
        title.addWidget(self._title)
        title.addWidget(self._hint, 1)
        title.setContentsMargins(RING, 0, RING, 0)
        self._title.setWordWrap(False)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        title.setSpacing(10)
        self._column.addWidget(self._head)
        self._column.addLayout(title)
        self._column.addLayout(self._list)
        for part in (self._few, self._told):
            self._column.addWidget(part)
        line_up(self._told)
        self._column.addStretch(1)
        self._column.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignLeft)
        self._stop.clicked.connect(self.stopped)

    def show_view(self, view: CountView) -> None:
        self._head.show_head(view.head)
        self._title.set_text(view.title)
        self._hint.set_text(view.hint)
        self._few.show_text(view.few)
        self._told.show_lines(view.told)
        self._stop.set_text(view.stop)
        self._stop.set_keycap(view.stop_key)
        wanted = {row.role: row for row in view.rows}
        for role in set(self._rows) - set(wanted):
            self._drop(role)
        for row in view.rows:
            self._row(row.role).show_row(row)

    def row_of(self, role: Role) -> QWidget | None:
        return self._rows.get(role)

    def clear(self) -> None:
        for role in tuple(self._rows):
            self._drop(role)
        self._few.show_text("")

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 14))
            self._list.setSpacing(px(self, 12))
        return super().event(event)

    def _row(self, role: Role) -> _Row:
        if role not in self._rows:
            row = _Row(role)
            row.added.connect(self.added)
            row.taken.connect(self.taken)
            self._rows[role] = row
            self._list.insertWidget(0 if role is Role.STAFF else self._list.count(), row)
        return self._rows[role]

    def _drop(self, role: Role) -> None:
        row = self._rows.pop(role)
        self._list.removeWidget(row)
        discard(row)
