"""Keys that work now, side by side: as many as there is room for."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from widgets.console.views_frame import Hint
from widgets.controls.keycap import KeyCap
from widgets.controls.text import Text, TextKind
from widgets.look import is_look_event, px

MOST_HINTS = 4
_BETWEEN = 20


class HintRow(QWidget):
    """Shows the first hints that fit; the last one ('alle toetsen') goes first of all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints = [_Hint(self) for _ in range(MOST_HINTS)]
        for hint in self._hints:
            hint.hide()
        self._shown: tuple[Hint, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_hints(self, hints: tuple[Hint, ...]) -> None:
        if hints != self._shown:
            self._shown = hints[:MOST_HINTS]
            for one, hint in zip(self._hints, self._shown, strict=False):
                one.show_hint(hint)
            self._fit()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event) or event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(0, px(self, 24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _fit(self) -> None:
        """Drop hints from the middle on: the last says where all the others are."""
        count = len(self._shown)
        order = sorted(range(count), key=lambda index: (index != count - 1, index))
        room = self.width()
        fitting = set()
        for index in order:
            room -= self._hints[index].sizeHint().width()
            if room < 0:
                break
            fitting.add(index)
            room -= px(self, _BETWEEN)
        left = 0
        for index, hint in enumerate(self._hints):
            if index in fitting:
                size = hint.sizeHint()
                top = (self.height() - size.height()) // 2
                hint.setGeometry(left, top, size.width(), size.height())
                left += size.width() + px(self, _BETWEEN)
            hint.setVisible(index in fitting)


class _Hint(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = KeyCap("")
        self._words = Text("", TextKind.SMALL, wrap=False)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._words)

    def show_hint(self, hint: Hint) -> None:
        self._key.set_text(hint.key)
        self._words.set_text(hint.words)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._row.setSpacing(px(self, 7))
        return super().event(event)
