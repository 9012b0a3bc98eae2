"""The agreed stand: from 1 to 5 in halves, with the symbols of the answers."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from widgets.console.views_vote import StandChoice, StandView
from widgets.controls.button import Button, Kind, Size
from widgets.controls.keycap import KeyCap
from widgets.controls.painting import paint_plane, paint_ring, paint_text, visible
from widgets.controls.text import Text, TextKind
from widgets.look import RING, colours_of, is_look_event, look_of, px
from widgets.marks import SCALE_FRACTIONS, Ball, square

_MOVES: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
}


class _Stand(QAbstractButton):
    """One stand; a half one is narrower and has no symbol of its own."""

    moved = Signal(int)

    def __init__(self, choice: StandChoice, *, large: bool) -> None:
        super().__init__()
        self.value = choice.value
        self._whole = choice.value == int(choice.value)
        self._large = large
        self._label = choice.label
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_choice(choice)

    def set_choice(self, choice: StandChoice) -> None:
        self._label = choice.label
        self.setAccessibleName(choice.name)
        self.setToolTip(choice.name)
        self.update()

    def set_chosen(self, *, chosen: bool, tab_stop: bool) -> None:
        self.setChecked(chosen)
        stop = Qt.FocusPolicy.StrongFocus if tab_stop else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(stop)
        self.update()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.updateGeometry()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _MOVES.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        wide = (60 if self._whole else 40) if self._large else (44 if self._whole else 28)
        return QSize(px(self, wide) + 2 * RING, self._height())

    def minimumSizeHint(self) -> QSize:
        # A large text may not push the row out of its column.
        return QSize(28 if self._whole else 18, self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, scale = colours_of(self), look_of(self).scale
        place = visible(self).adjusted(-RING + 3, 0, RING - 3, 0)
        if not self._whole:
            place.adjust(0, 10 * scale, 0, -10 * scale)
        fill, edge, ink = "surface", "line_strong", "ink"
        if self.isChecked():
            fill, edge, ink = "mark", "ink", "on_mark"
        elif self.isDown() or self.underMouse():
            fill = "line" if self.isDown() else "sunken"
        paint_plane(painter, place, colours, fill, edge)
        self._paint_inside(painter, place, ink)
        if self.hasFocus():
            paint_ring(painter, place.adjusted(2, 0, -2, 0), colours)

    def _paint_inside(self, painter: QPainter, place: QRectF, ink: str) -> None:
        colours, scale = colours_of(self), look_of(self).scale
        # A half has no more room than its sign needs.
        size = min((20 if self._large else 16) * scale, 0.95 * place.width())
        middle = Qt.AlignmentFlag.AlignHCenter
        line = QRectF(place)
        if self._whole:
            ball = min((26 if self._large else 20) * scale, place.width() - 8)
            top = place.top() + (9 if self._large else 6) * scale
            where = square(place.center().x(), top + ball / 2, ball)
            Ball(where, SCALE_FRACTIONS[int(self.value) - 1]).paint(painter, colours)
            line.setTop(top + ball)
        paint_text(painter, line, self._label, ink, colours, size=size, bold=True, align=middle)

    def _height(self) -> int:
        return px(self, 76 if self._large else 58) + 2 * RING


class StandPicker(QWidget):
    """A row of stands of which at most one is chosen; a press on that one takes it away.

    Arrows move along the row, Tab leaves it.
    """

    chosen = Signal(object)
    """A float, or None."""

    def __init__(self, *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._large = large
        self._value: float | None = None
        self._stands: list[_Stand] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    def show_choices(self, choices: tuple[StandChoice, ...], value: float | None) -> None:
        if len(choices) != len(self._stands):
            self._make(choices)
        self._value = value
        stop = self._stop(value)
        for number, (stand, choice) in enumerate(zip(self._stands, choices, strict=True)):
            stand.set_choice(choice)
            stand.set_chosen(chosen=choice.value == value, tab_stop=number == stop)

    def _make(self, choices: tuple[StandChoice, ...]) -> None:
        for choice in choices:
            stand = _Stand(choice, large=self._large)
            stand.clicked.connect(self._pressed)
            stand.moved.connect(self._moved)
            self._stands.append(stand)
            self._row.addWidget(stand, 3 if choice.value == int(choice.value) else 2)

    def _stop(self, value: float | None) -> int:
        values = [stand.value for stand in self._stands]
        return values.index(value) if value in values else 0

    @Slot()
    def _pressed(self) -> None:
        stand = self.sender()
        if isinstance(stand, _Stand):
            # What is chosen is shown by the view that comes back.
            stand.setChecked(stand.value == self._value)
            self.chosen.emit(None if stand.value == self._value else stand.value)

    @Slot(int)
    def _moved(self, step: int) -> None:
        at = next((n for n, one in enumerate(self._stands) if one is self.sender()), 0)
        to = min(len(self._stands) - 1, max(0, at + step))
        self._stands[to].setFocus(Qt.FocusReason.OtherFocusReason)


class StandEditor(QWidget):
    """The picker with its words. `large` is for where it is the main thing."""

    chosen = Signal(object)

    def __init__(self, *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("", TextKind.STRONG)
        self._told = Text("", TextKind.BODY if large else TextKind.SMALL)
        self._large = large
        self._picker = StandPicker(large=large)
        self._words = Text("", TextKind.HEADING if large else TextKind.STRONG)
        self._clear = Button("", kind=Kind.QUIET, size=Size.SMALL)
        self._down, self._up = KeyCap(""), KeyCap("")
        self._keys = Text("", TextKind.SMALL)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, self._told, self._picker, self._words):
            self._column.addWidget(part)
        self._title.setVisible(not large)
        keys = QHBoxLayout()
        keys.setSpacing(6)
        keys.addWidget(self._down)
        keys.addWidget(self._up)
        keys.addWidget(self._keys, 9)
        keys.addWidget(self._clear)
        keys.addStretch(0 if large else 1)
        self._column.addLayout(keys)
        self._picker.chosen.connect(self.chosen)
        self._clear.clicked.connect(self._cleared)

    def show_view(self, view: StandView) -> None:
        self._title.set_text(view.title)
        self._told.set_text(view.told)
        self._picker.setAccessibleName(view.title)
        self._picker.show_choices(view.choices, view.value)
        self._words.set_text(view.words)
        down, up = view.keys
        self._down.set_text(down)
        self._up.set_text(up)
        self._keys.set_text(view.keys_told)
        # In a narrow column there is room for one of the two; the keys are known by then.
        for part in (self._down, self._up, self._keys):
            part.setVisible(self._large or not view.clear)
        self._clear.set_text(view.clear)
        self._clear.setVisible(bool(view.clear))

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 6))
        return super().event(event)

    @Slot()
    def _cleared(self) -> None:
        self.chosen.emit(None)
