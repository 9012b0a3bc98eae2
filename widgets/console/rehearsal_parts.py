"""The parts of the rehearsal's page: a thing to try, the example of a result, the address."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from widgets.console.qr_code import QrCode
from widgets.console.views_rehearsal import AnswerRow, CheckState, CheckView, ScanView, TrialView
from widgets.controls.ball import Ball
from widgets.controls.button import Button, Size
from widgets.controls.card import Card
from widgets.controls.icon import Icon
from widgets.controls.painting import CARD_CORNER, paint_plane
from widgets.controls.pill import Pill, PillKind
from widgets.controls.text import Text, TextKind
from widgets.look import RING, colours_of, is_look_event, line_up, look_of, px

_DOT, _GAP = 16.0, 6.0
_SCANNED = 168
"""Design pixels of the code; it is scanned from the other side of a table."""
_BETWEEN_ROWS = 10.0


class CheckRow(QWidget):
    """One thing to try; its ground, its icon and its words say how it stands."""

    asked = Signal(str)
    """The key of the row of which the button was pressed."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._state = CheckState.TO_DO
        self._icon = Icon("circle", size=30)
        self._title = Text("", TextKind.NAME)
        self._second = Text("", TextKind.SMALL)
        self._button = Button("", size=Size.SMALL)
        self._sign = Icon("circle", size=24)
        self._words = Text("", TextKind.LABEL)
        self._button.clicked.connect(self._ask)
        self._fill()
        line_up(self)

    @property
    def button(self) -> Button:
        return self._button

    def show_check(self, view: CheckView) -> None:
        icon, role, *_ = view.state.value
        self._state = view.state
        self._icon.set_icon(view.icon)
        self._title.set_text(view.title)
        self._second.set_text(view.second)
        plain = view.state in (CheckState.WORKS, CheckState.TO_DO)
        self._second.set_role("ink_2" if plain else "ink")
        self._sign.set_icon(icon)
        self._sign.set_role(role)
        self._words.set_text(view.state_words)
        self._button.set_icon(view.button_icon)
        self._button.set_text(view.button)
        # What is read out must say of which row the button is.
        self._button.setAccessibleName(f"{view.title}: {view.button}")
        self._button.setVisible(bool(view.button))
        self.setAccessibleName(f"{view.title}: {view.state_words}. {view.second}")
        self.update()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._row.setContentsMargins(px(self, 18), px(self, 9), px(self, 18), px(self, 9))
            self._row.setSpacing(px(self, 10))
            self._words.setFixedWidth(px(self, 92))
            self.setMinimumHeight(px(self, 82))
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        _, _, fill, edge, width = self._state.value
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.contentsRect())
        colours = colours_of(self)
        paint_plane(painter, place, colours, fill, edge, width=width, radius=CARD_CORNER)

    def _fill(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._second)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addLayout(words, 1)
        for part in (self._button, self._sign, self._words):
            self._row.addWidget(part)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self._key)


class _Dots(QWidget):
    """So many dots as people gave this answer, in as many lines as they need."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_count(self, count: int) -> None:
        if count != self._count:
            self._count = count
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = -(-max(1, self._count) // self._per_line(width))
        return round(lines * self._step())

    def sizeHint(self) -> QSize:
        return QSize(px(self, 200), self.heightForWidth(px(self, 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 60), round(self._step()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours_of(self).of("team"))
        dot, step, per_line = _DOT * look_of(self).scale, self._step(), self._per_line(self.width())
        for number in range(self._count):
            line, at = divmod(number, per_line)
            painter.drawEllipse(QRectF(at * step, line * step + (step - dot) / 2, dot, dot))

    def _step(self) -> float:
        return (_DOT + _GAP) * look_of(self).scale

    def _per_line(self, width: int) -> int:
        return max(1, int(width // self._step()))


class ResultCard(Card):
    """What a result looks like, with the word that it is only practice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_margins(20, 12, 20, 12)
        line_up(self)
        self._title = Text("", TextKind.STRONG)
        self._practice = Pill("", kind=PillKind.CHOSEN)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._practice, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(2, 1)
        self.body.addLayout(self._grid)
        self._dots: dict[int, _Dots] = {}

    def show_trial(self, view: TrialView) -> None:
        self._title.set_text(view.result_title)
        self._practice.set_text(view.practice)
        self.setAccessibleName(view.spoken)
        for at, row in enumerate(view.rows):
            self._dots_of(at, row).set_count(row.count)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.body.setSpacing(px(self, 8))
            self._grid.setHorizontalSpacing(px(self, 12))
            self._grid.setVerticalSpacing(px(self, _BETWEEN_ROWS))
        return super().event(event)

    def _dots_of(self, at: int, row: AnswerRow) -> _Dots:
        if row.answer not in self._dots:
            dots = self._dots[row.answer] = _Dots()
            self._grid.addWidget(Ball(row.answer, size=22), at, 0)
            self._grid.addWidget(Text(str(row.answer), TextKind.STRONG, wrap=False), at, 1)
            self._grid.addWidget(dots, at, 2)
        return self._dots[row.answer]


class ScanCard(Card):
    """The address to scan or to type, and a code."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_margins(20 - RING, 14, 20, 14)
        line_up(self)
        self._picture = QrCode(_SCANNED)
        self._title = Text("", TextKind.SMALL)
        self._address = Text("", TextKind.NAME)
        self._code = Text("", TextKind.STRONG)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        for text in (self._title, self._address, self._code):
            words.addWidget(text)
        words.addStretch(1)
        self._row = QHBoxLayout()
        self._row.addWidget(self._picture)
        self._row.addLayout(words, 1)
        self.body.addLayout(self._row)

    def show_scan(self, view: ScanView) -> None:
        self._picture.show_matrix(view.matrix, view.spoken)
        self._title.set_text(view.title)
        self._address.set_text(view.address)
        self._code.set_text(view.code)
        self._code.setVisible(bool(view.code))

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._row.setSpacing(px(self, 16))
        return super().event(event)
