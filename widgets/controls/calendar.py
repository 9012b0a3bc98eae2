"""A month in which a day is picked."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from resources.catalogue import Catalogue
from widgets.controls.button import IconButton, Kind
from widgets.controls.painting import paint_plane, paint_ring, paint_text, visible
from widgets.controls.text import Text, TextKind
from widgets.look import RING, colours_of, is_look_event, look_of, px

_DAYS: Final = 7
_WEEKS: Final = 6


class _Day(QAbstractButton):
    """One day of the month that is shown."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.day = date.min
        self.is_chosen = False
        self.is_today = False
        self.is_beside = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -_DAYS,
            Qt.Key.Key_Down: _DAYS,
        }
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(px(self, 36) + 2 * RING, px(self, 30) + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self)
        place = visible(self)
        fill, ink = None, "ink_2" if self.is_beside else "ink"
        if not self.isEnabled():
            ink = "disabled_ink"
        elif self.is_chosen:
            fill, ink = "primary", "on_primary"
        elif self.underMouse():
            fill = "sunken"
        edge = "line_strong" if self.is_today else None
        paint_plane(painter, place, colours, fill, edge)
        if not self.isEnabled():
            reach = QPointF(8 * look_of(self).scale, 0)
            painter.setPen(colours.of("line_strong"))
            painter.drawLine(place.center() - reach, place.center() + reach)
        paint_text(
            painter,
            place,
            str(self.day.day),
            ink,
            colours,
            size=15 * look_of(self).scale,
            bold=self.is_chosen or self.is_today,
            align=Qt.AlignmentFlag.AlignHCenter,
        )
        if self.hasFocus():
            paint_ring(painter, place, colours)


class Calendar(QFrame):
    """Pops up under what it belongs to, and goes when a day is picked or something else pressed.

    Arrows go to another day, Page up and down to another month, Enter picks, Esc goes back.
    """

    picked = Signal(object)

    def __init__(self, words: Catalogue, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(words.text("kit.calendar"))
        self._words = words
        self._at = date.min
        self._chosen: date | None = None
        self._today: date | None = None
        self._first: date | None = None
        self._last: date | None = None
        self._before = IconButton("caret-left", words.text("kit.month_before"), kind=Kind.QUIET)
        self._after = IconButton("caret-right", words.text("kit.month_after"), kind=Kind.QUIET)
        self._month = Text("", TextKind.STRONG, wrap=False)
        self._month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._days = [_Day() for _ in range(_DAYS * _WEEKS)]
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._made_head())
        self._column.addLayout(self._made_grid())
        self._before.clicked.connect(self._go_before)
        self._after.clicked.connect(self._go_after)

    def set_range(self, first: date | None, last: date | None) -> None:
        self._first = first
        self._last = last

    def pop_up(self, at: date, *, chosen: date | None, today: date | None, below: QWidget) -> None:
        """Show the month of `at` under a widget, with the keyboard on that day."""
        self._chosen = chosen
        self._today = today
        self._show(at)
        self.adjustSize()
        self.move(below.mapToGlobal(QPoint(RING, below.height() - RING)))
        self.show()
        self._focus()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            room = px(self, 8)
            self._column.setContentsMargins(room, room, room, room)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_PageUp:
            self._go_before()
            self._focus()
        elif event.key() == Qt.Key.Key_PageDown:
            self._go_after()
            self._focus()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = colours_of(self)
        painter.fillRect(self.rect(), colours.of("surface"))
        paint_plane(painter, QRectF(self.rect()), colours, None, "line_strong", radius=0)

    @Slot()
    def _go_before(self) -> None:
        month = self._at.replace(day=1) - timedelta(days=1)
        self._show(month.replace(day=min(self._at.day, month.day)))

    @Slot()
    def _go_after(self) -> None:
        month = (self._at.replace(day=1) + timedelta(days=63)).replace(day=1) - timedelta(days=1)
        self._show(month.replace(day=min(self._at.day, month.day)))

    @Slot(int)
    def _step(self, days: int) -> None:
        self._show(self._at + timedelta(days=days))
        self._focus()

    @Slot()
    def _pick(self) -> None:
        day = self.sender()
        if isinstance(day, _Day):
            self.picked.emit(day.day)
            self.close()

    def _show(self, at: date) -> None:
        self._at = max(self._first or at, min(self._last or at, at))
        self._month.set_text(self._words.month(self._at))
        first = self._at.replace(day=1)
        monday = first - timedelta(days=first.weekday())
        for number, button in enumerate(self._days):
            self._dress_day(button, monday + timedelta(days=number))

    def _dress_day(self, button: _Day, day: date) -> None:
        button.day = day
        button.is_chosen = day == self._chosen
        button.is_today = day == self._today
        button.is_beside = day.month != self._at.month
        button.setAccessibleName(self._words.weekday(day))
        late, early = self._last and day > self._last, self._first and day < self._first
        button.setEnabled(not (late or early))
        here = Qt.FocusPolicy.StrongFocus if day == self._at else Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(here)
        button.update()

    def _focus(self) -> None:
        for button in self._days:
            if button.day == self._at:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(self._before)
        head.addWidget(self._month, 1)
        head.addWidget(self._after)
        return head

    def _made_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(0)
        monday = date(2024, 1, 1)
        for column in range(_DAYS):
            name = Text(self._words.day_of_week(monday + timedelta(days=column)), TextKind.SMALL)
            name.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(name, 0, column)
        for number, button in enumerate(self._days):
            grid.addWidget(button, 1 + number // _DAYS, number % _DAYS)
            button.clicked.connect(self._pick)
            button.stepped.connect(self._step)
        return grid
