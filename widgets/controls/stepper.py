"""A whole number with a button for one less and one for one more."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from resources.catalogue import Catalogue
from widgets.controls.box import Box
from widgets.controls.button import IconButton
from widgets.controls.captioned import Captioned
from widgets.controls.painting import text_width
from widgets.look import RING, look_of, px

_BESIDE = 2


class _Number(QSpinBox):
    """The number itself; a wheel that happens to pass over it changes nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def hideEvent(self, event: QHideEvent) -> None:
        self.interpretText()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.interpretText()
        super().keyPressEvent(event)


class _Step(IconButton):
    """A button beside the number, which has the keyboard for it: no ring, so closer to it."""

    def __init__(self, icon: str, *, first: bool) -> None:
        self._first = first
        super().__init__(icon, "")

    def sizeHint(self) -> QSize:
        return super().sizeHint() - QSize(RING - _BESIDE, 0)

    def _place(self) -> QRectF:
        left, right = (RING, _BESIDE) if self._first else (_BESIDE, RING)
        return QRectF(self.rect()).adjusted(left, RING, -right, -RING)


class Stepper(Captioned):
    """The arrows up and down, the buttons and typing all change the number."""

    changed_to = Signal(int)

    def __init__(
        self,
        label: str,
        *,
        lowest: int,
        highest: int,
        words: Catalogue,
        hint: str = "",
        label_hidden: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._words = words
        self._number = _Number()
        self._number.setFrame(False)
        self._number.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setKeyboardTracking(False)
        self._number.setRange(lowest, highest)
        self._less = _Step("minus", first=True)
        self._more = _Step("plus", first=False)
        self._box = Box(self._number, letters=18, bold=True, room=2)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for part in (self._less, self._box, self._more):
            line.addWidget(part)
        line.addStretch(1)
        super().__init__(label, row, hint=hint, label_hidden=label_hidden, parent=parent)
        self._pass_focus_to(self._number)
        for button, step in (
            (self._less, self._number.stepDown),
            (self._more, self._number.stepUp),
        ):
            # The keyboard does the same in the number itself, with its arrows.
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.setFocusProxy(self._number)
            button.setAutoRepeat(True)
            button.clicked.connect(step)
        self._number.valueChanged.connect(self._changed)
        self._dress()
        self._describe()

    def value(self) -> int:
        return self._number.value()

    def set_value(self, value: int) -> None:
        blocked = self._number.blockSignals(True)
        if value != self._number.value():
            self._number.setValue(value)
        self._number.blockSignals(blocked)
        self._describe()

    def set_words(self, words: Catalogue) -> None:
        """Speak another language; the label comes with `set_label`."""
        if words is not self._words:
            self._words = words
            self._describe()

    def set_range(self, lowest: int, highest: int) -> None:
        blocked = self._number.blockSignals(True)
        self._number.setRange(lowest, highest)
        self._number.blockSignals(blocked)
        self._dress()
        self._describe()

    def take_focus(self) -> None:
        self._number.setFocus(Qt.FocusReason.OtherFocusReason)
        self._number.selectAll()

    def _dress(self) -> None:
        scale = look_of(self).scale
        longest = max(str(self._number.minimum()), str(self._number.maximum()), key=len)
        wide = max(56 * scale, text_width(longest, 18 * scale, bold=True) + 24 * scale)
        self._box.setFixedSize(round(wide) + 2 * RING, px(self, 36) + 2 * RING)

    @Slot(int)
    def _changed(self, value: int) -> None:
        self._describe()
        self.changed_to.emit(value)

    def _mark_wrong(self, *, wrong: bool) -> None:
        self._box.set_wrong(wrong=wrong)

    def _describe(self) -> None:
        super()._describe()
        number, words = self._number, self._words
        self._less.set_name(words.text("kit.less", what=self.label()))
        self._more.set_name(words.text("kit.more", what=self.label()))
        lowest = words.text("kit.lowest", number=number.minimum())
        highest = words.text("kit.highest", number=number.maximum())
        self._less.set_reason(lowest if number.value() == number.minimum() else None)
        self._more.set_reason(highest if number.value() == number.maximum() else None)

    def _named(self) -> QWidget:
        return self._number
