"""All keys, in a window of its own over the console."""

from msgspec import Struct
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from widgets.controls.button import Button, Kind
from widgets.controls.keycap import KeyCap
from widgets.controls.rule import Rule
from widgets.controls.scroll import Scroll
from widgets.controls.text import Text, TextKind
from widgets.look import colours_of, is_look_event, line_up, px

_COLUMNS = 2
_KEYS_WIDE = (232, 132)


class KeyLine(Struct, frozen=True, kw_only=True):
    """What keys do, and the keys for it: any of them works."""

    words: str
    keys: tuple[str, ...]


class KeyPart(Struct, frozen=True, kw_only=True):
    title: str
    lines: tuple[KeyLine, ...]


class HelpView(Struct, frozen=True, kw_only=True):
    title: str
    parts: tuple[KeyPart, ...]
    notes: tuple[str, ...]
    close: str


class HelpDialog(QDialog):
    """Esc, Enter and its button close it."""

    def __init__(self, view: HelpView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(view.title)
        self.setAccessibleName(view.title)
        self._grids: list[QGridLayout] = []
        self._inside = QVBoxLayout()
        for part in view.parts:
            self._add_part(part)
        for note in view.notes:
            self._inside.addWidget(Text(note, TextKind.SMALL))
        self._inside.addStretch(1)
        content = QWidget()
        content.setLayout(self._inside)
        title = Text(view.title, TextKind.TITLE)
        line_up(title)
        close = Button(view.close, kind=Kind.PRIMARY)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        self._column = QVBoxLayout(self)
        self._column.addWidget(title)
        self._column.addWidget(Scroll(content), 1)
        self._column.addLayout(foot)
        close.setFocus()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._space()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colours_of(self).of("surface"))

    def _add_part(self, part: KeyPart) -> None:
        self._inside.addWidget(Text(part.title, TextKind.HEADING))
        self._inside.addWidget(Rule())
        grid = QGridLayout()
        half = (len(part.lines) + _COLUMNS - 1) // _COLUMNS
        for index, line in enumerate(part.lines):
            row, column = index % half, index // half
            grid.addWidget(_caps(line.keys), row, column * 2, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(Text(line.words), row, column * 2 + 1)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column * 2 + 1, 1)
        self._grids.append(grid)
        self._inside.addLayout(grid)

    def _space(self) -> None:
        room = px(self, 24)
        self._column.setContentsMargins(room, room, room, room)
        self._column.setSpacing(px(self, 12))
        self._inside.setContentsMargins(6, 0, 6, 0)
        self._inside.setSpacing(px(self, 10))
        for grid in self._grids:
            grid.setHorizontalSpacing(px(self, 12))
            grid.setVerticalSpacing(px(self, 8))
            for column, least in enumerate(_KEYS_WIDE):
                grid.setColumnMinimumWidth(column * 2, px(self, least))


def _caps(keys: tuple[str, ...]) -> QWidget:
    caps = QWidget()
    caps.setAccessibleName(", ".join(keys))
    row = QHBoxLayout(caps)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for key in keys:
        row.addWidget(KeyCap(key))
    return caps
