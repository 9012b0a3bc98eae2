"""The two cards under the preview: how many voted, and how much time is left."""

from itertools import zip_longest

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from widgets.console.views_frame import CounterView, TimerView, WayRow
from widgets.controls.button import Button, Size
from widgets.controls.card import Card
from widgets.controls.icon import Icon
from widgets.controls.text import Text, TextKind
from widgets.look import is_look_event, px


class WayLine(QWidget):
    """How many voted in one way."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("device-mobile", size=20)
        self._text = Text("", TextKind.BODY)
        self._number = Text("", TextKind.STRONG, wrap=False)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._number)

    def show_view(self, view: WayRow) -> None:
        self._icon.set_icon(view.icon)
        self._text.set_text(view.text)
        self._number.set_text(view.number)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._row.setSpacing(px(self, 10))
        return super().event(event)


class CounterCard(Card):
    """'7 van de 10 gestemd', and under it how many in which way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_margins(18, 12, 18, 12)
        self._number = Text("", TextKind.TITLE, wrap=False)
        self._words = Text("", TextKind.BODY, wrap=False)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self._number)
        self._row.addWidget(self._words, 1)
        self.body.addLayout(self._row)
        self._ways = (WayLine(), WayLine())
        for line in self._ways:
            self.body.addWidget(line)

    def show_view(self, view: CounterView) -> None:
        self._number.set_text(view.number)
        self._words.set_text(view.words)
        self.setAccessibleName(f"{view.number} {view.words}")
        for line, row in zip_longest(self._ways, view.rows):
            line.setVisible(row is not None)
            if row is not None:
                line.show_view(row)
        self._turn()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._turn()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _turn(self) -> None:
        words = self._number.sizeHint().width() + self._words.sizeHint().width()
        fits = words + px(self, 10 + 2 * 18) <= self.width()
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(beside if fits else under)
        self._row.setSpacing(px(self, 10) if fits else 0)


class TimerCard(Card):
    """Counts down and never does anything by itself."""

    pause_asked = Signal()
    more_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_margins(14, 6, 4, 6)
        self._clock = Text("", TextKind.TITLE, wrap=False)
        self._words = Text("", TextKind.SMALL, wrap=False)
        self._pause = PauseButton()
        self._more = Button("", size=Size.SMALL)
        self._pause_key = self._more_key = ""
        self._shape: tuple[int, TimerView] | None = None
        self._time = QVBoxLayout()
        self._time.setSpacing(0)
        self._time.addWidget(self._clock)
        self._time.addWidget(self._words)
        self._left = QHBoxLayout()
        self._left.addWidget(Icon("timer", size=24))
        self._left.addLayout(self._time, 1)
        self._right = QHBoxLayout()
        self._right.setSpacing(0)
        self._right.addWidget(self._pause)
        self._right.addWidget(self._more)
        self._right.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(0)
        self._row.addLayout(self._left, 1)
        self._row.addLayout(self._right)
        self.body.addLayout(self._row)
        self._pause.clicked.connect(self.pause_asked)
        self._more.clicked.connect(self.more_asked)

    def show_view(self, view: TimerView) -> None:
        self._clock.set_text(view.clock)
        self._words.set_text(view.words)
        self._words.setVisible(bool(view.words))
        self._pause.set_icon(view.pause_icon)
        self._pause_key = view.pause_key
        before, self._shape = self._shape, (len(view.clock), replace(view, clock=""))
        self._pause.set_name(view.pause_name)
        self._more.set_text(view.more)
        self._more_key = view.more_key
        self._more.setAccessibleName(view.more_name)
        self._more.setToolTip(view.more_name)
        # Each second is another clock; only another shape of it asks for other places.
        if before != self._shape:
            self._turn()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._left.setSpacing(px(self, 8))
            self._turn()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _turn(self) -> None:
        """Leave out the pictures of the keys, one by one, and then put the buttons under the
        time, where they don't fit beside it."""
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for pause, more in ((self._pause_key, self._more_key), ("", self._more_key), ("", "")):
            self._pause.set_keycap(pause or None)
            self._more.set_keycap(more or None)
            if self._fits():
                self._row.setDirection(beside)
                break
        else:
            self._more.set_keycap(self._more_key or None)
            self._row.setDirection(under)
        self.updateGeometry()

    def _fits(self) -> bool:
        buttons = self._pause.sizeHint().width() + self._more.sizeHint().width()
        words = max(self._clock.sizeHint().width(), self._words_width())
        # The icon, the gap beside it and the margins of the card.
        return words + buttons + px(self, 24 + 8 + 14 + 4) <= self.width()

    def _words_width(self) -> int:
        return self._words.sizeHint().width() if self._words.text() else 0


class PauseButton(Button):
    """An icon with a key; its name is said and stands in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", size=Size.SMALL, icon="pause", parent=parent)

    def set_name(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setToolTip(name)
