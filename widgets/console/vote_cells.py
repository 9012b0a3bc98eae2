"""The cells of a count: an answer with its symbol, how often it was given, and one less."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from widgets.console.views_vote import CountCell, CountRow
from widgets.controls.ball import Ball
from widgets.controls.button import Button, IconButton, Size
from widgets.controls.icon import Icon
from widgets.controls.keycap import KeyCap
from widgets.controls.painting import CORNER, paint_plane, paint_ring, paint_text, visible
from widgets.controls.text import Text, TextKind
from widgets.look import RING, colours_of, is_look_event, look_of, px

SHAPES: Final = (7, 4, 3, 2, 1)
"""How many cells may stand beside each other."""


class Cells(QWidget):
    """Cells of one width, in as many rows as the room asks for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: tuple[QWidget, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_cells(self, cells: Sequence[QWidget]) -> None:
        self._cells = tuple(cells)
        for cell in cells:
            cell.setParent(self)
            cell.show()
        self._place()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        columns = self._columns(width)
        return sum(self._heights(width // columns, columns))

    def sizeHint(self) -> QSize:
        width = self._least() * len(self._cells)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least(), 0)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _least(self) -> int:
        return max((cell.minimumSizeHint().width() for cell in self._cells), default=1)

    def _columns(self, width: int) -> int:
        return next((shape for shape in SHAPES if shape * self._least() <= width), 1)

    def _heights(self, width: int, columns: int) -> list[int]:
        rows = [self._cells[at : at + columns] for at in range(0, len(self._cells), columns)]
        return [max(_height(cell, width) for cell in row) for row in rows]

    def _place(self) -> None:
        columns = self._columns(self.width())
        width = self.width() // columns
        heights = self._heights(width, columns)
        for number, cell in enumerate(self._cells):
            row, column = divmod(number, columns)
            cell.setGeometry(column * width, sum(heights[:row]), width, heights[row])


def _height(cell: QWidget, width: int) -> int:
    layout = cell.layout()
    if layout is not None and layout.hasHeightForWidth():
        return max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())
    return cell.sizeHint().height()


class CountBox(Button):
    """The count of an option; a press adds one. The option that changed last is marked."""

    def __init__(self, *, dashed: bool, parent: QWidget | None = None) -> None:
        self._dashed = dashed
        self._latest = False
        super().__init__("0", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int, name: str, *, latest: bool) -> None:
        self._latest = latest
        self.set_text(str(count))
        self.setAccessibleName(name)
        self.setAccessibleDescription(str(count))
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        return QSize(px(self, 62) + 2 * RING, px(self, 44) + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 46) + 2 * RING, px(self, 44) + 2 * RING)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, place = colours_of(self), visible(self)
        pressed, over = self.isDown(), self.underMouse()
        fill, edge, ink = "surface", "line_strong", "ink"
        if self._latest:
            fill, edge, ink = "mark", "ink", "on_mark"
        elif pressed or over:
            fill = "line" if pressed else "sunken"
        paint_plane(painter, place, colours, fill, None if self._dashed else edge)
        if self._dashed:
            pen = QPen(colours.of(edge), 2)
            pen.setDashPattern([2.4, 2.0])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), CORNER, CORNER)
        self._paint_count(painter, place, ink)
        if self.hasFocus():
            paint_ring(painter, place, colours)

    def _paint_count(self, painter: QPainter, place: QRectF, ink: str) -> None:
        size = 19 * look_of(self).scale
        middle = Qt.AlignmentFlag.AlignHCenter
        paint_text(
            painter, place, self.text(), ink, colours_of(self), size=size, bold=True, align=middle
        )


class Cell(QWidget):
    """One option: its key and symbol, the count, its words, and one less."""

    added = Signal(int)
    taken = Signal(int)

    def __init__(self, cell: CountCell) -> None:
        super().__init__()
        self._option = cell.option
        self._key = KeyCap("")
        self._box = CountBox(dashed=cell.option == 0)
        self._label = Text("", TextKind.SMALL, role="ink")
        self._label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._less = IconButton("minus", "", size=Size.SMALL)
        sign = Icon("envelope-simple", size=24) if cell.closed else Ball(cell.option or None)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addStretch(1)
        top.addWidget(self._key)
        top.addWidget(sign)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 0, 3, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._box, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._label, 1)
        column.addWidget(self._less, 0, Qt.AlignmentFlag.AlignHCenter)
        self._box.clicked.connect(self._add)
        self._less.clicked.connect(self._take)

    def show_cell(self, cell: CountCell, *, latest: bool) -> None:
        self._key.set_text(cell.key)
        self._key.setVisible(bool(cell.key))
        self._box.show_count(cell.count, cell.more, latest=latest)
        self._label.set_text(cell.label)
        self._less.set_name(cell.less)
        if not cell.count and self._less.hasFocus():
            self._box.setFocus()
        # Where the keys count, nothing moves at the first slip.
        _keep_room(self._less, keep=bool(cell.key))
        self._less.setVisible(cell.count > 0)

    @Slot()
    def _add(self) -> None:
        self.added.emit(self._option)

    @Slot()
    def _take(self) -> None:
        self.taken.emit(self._option)


def _keep_room(widget: QWidget, *, keep: bool) -> None:
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(keep)
    widget.setSizePolicy(policy)


class Together(QWidget):
    """What a row adds up to."""

    def __init__(self) -> None:
        super().__init__()
        self._above = Text("", TextKind.SMALL)
        self._number = Text("", TextKind.HEADING)
        self._of = Text("", TextKind.SMALL)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in (self._above, self._number, self._of):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._column.addWidget(part)
        self._column.addStretch(1)

    def show_total(self, row: CountRow) -> None:
        self._above.set_text(row.together)
        self._number.set_text(str(row.counted))
        self._of.set_text(row.of)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            # In line with the rows of a cell: key, count, words.
            self._above.setFixedHeight(px(self, 26))
            self._number.setFixedHeight(px(self, 44) + 2 * RING)
        return super().event(event)
