"""The codes of the seats: on a sheet, or one by one to copy by hand."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from widgets.console.views_phones import CodesView, CodeView
from widgets.controls.button import Button, IconButton, Size
from widgets.controls.painting import paint_plane, paint_text, text_width
from widgets.controls.text import Text, TextKind
from widgets.look import RING, colours_of, is_look_event, line_up, look_of, px
from widgets.marks import Diamond

_LETTERS = 44
_APART = 10
"""Design pixels; letters that stand apart are copied without a mistake."""
_MARK = 40
"""Room for the owner's diamond, left and right of the code."""


class PhonesCodes(QWidget):
    """Never the whole list: nobody who looks along sees more than one code."""

    print_asked = Signal()
    turned = Signal()
    """A code is to come into sight, or out of it."""
    stepped = Signal(int)
    """To the next code (1), or to the one before (-1)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("", TextKind.HEADING)
        self._words = Text("", TextKind.SMALL)
        for text in (self._title, self._words):
            line_up(text)
        self._print = Button("", size=Size.SMALL, icon="printer")
        self._print.clicked.connect(self.print_asked)
        self._turn = Button("", size=Size.SMALL)
        self._turn.clicked.connect(self.turned)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self._print)
        self._buttons.addWidget(self._turn)
        self._buttons.addStretch(1)
        self._shown = _Shown()
        self._shown.stepped.connect(self.stepped)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, self._words):
            self._column.addWidget(part)
        self._column.addLayout(self._buttons)
        self._column.addWidget(self._shown)

    def show_view(self, view: CodesView) -> None:
        self._title.set_text(view.title)
        self._words.set_text(view.words)
        self._print.set_text(view.print_button)
        self._turn.set_text(view.turn)
        self._shown.setVisible(view.shown is not None)
        if view.shown is not None:
            self._shown.show_view(view.shown)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 6))
            self._buttons.setSpacing(max(0, px(self, 12) - 2 * RING))
        return super().event(event)


class _Shown(QWidget):
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._code = _Code()
        self._back = IconButton("caret-left", "")
        self._back.clicked.connect(self._step_back)
        self._on = IconButton("caret-right", "")
        self._on.clicked.connect(self._step_on)
        self._place = Text("", TextKind.LABEL)
        self._owner = Text("", TextKind.STRONG, role="owner")
        self._used = Text("", TextKind.SMALL)
        row = QHBoxLayout()
        row.setSpacing(0)
        for part in (self._back, self._code, self._on):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(row)
        for text in (self._place, self._owner, self._used):
            line_up(text)
            self._column.addWidget(text)

    def show_view(self, view: CodeView) -> None:
        self._code.show_code(view.code, view.spoken, is_marked=bool(view.owner))
        self._back.set_name(view.back)
        self._on.set_name(view.on)
        self._place.set_text(view.place)
        self._owner.set_text(view.owner)
        self._owner.setVisible(bool(view.owner))
        self._used.set_text(view.used)
        self._used.setVisible(bool(view.used))

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 4))
        return super().event(event)

    @Slot()
    def _step_back(self) -> None:
        self.stepped.emit(-1)

    @Slot()
    def _step_on(self) -> None:
        self.stepped.emit(1)


class _Code(QWidget):
    """One code, large; an owner's has a diamond beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._code = ""
        self._marked = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_code(self, code: str, spoken: str, *, is_marked: bool) -> None:
        self._code = code
        self._marked = is_marked
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.updateGeometry()
        return super().event(event)

    def sizeHint(self) -> QSize:
        scale = look_of(self).scale
        # As wide for every code, so that the arrows stay under the mouse.
        widest = text_width("W", _LETTERS * scale, bold=True) + _APART * scale
        width = 4 * widest + 2 * _MARK * scale
        return QSize(round(width), round(80 * scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, scale = colours_of(self), look_of(self).scale
        place = QRectF(self.rect())
        paint_plane(painter, place, colours, "surface", "line_strong")
        size = _LETTERS * scale
        widths = [text_width(letter, size, bold=True) for letter in self._code]
        whole = sum(widths) + _APART * scale * (len(widths) - 1)
        left = place.center().x() - whole / 2
        for letter, width in zip(self._code, widths, strict=True):
            where = QRectF(left, place.top(), width, place.height())
            paint_text(painter, where, letter, "ink", colours, size=size, bold=True)
            left += width + _APART * scale
        if self._marked:
            middle = place.center().y()
            mark = Diamond(place.left() + 24 * scale, middle, 11 * scale, 3.5 * scale)
            mark.paint(painter, colours)
