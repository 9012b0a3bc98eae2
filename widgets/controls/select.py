"""A drop-down list of which one can be chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QWidget

from widgets.controls.box import Box
from widgets.controls.captioned import Captioned
from widgets.controls.options import Option
from widgets.controls.painting import paint_sign, paint_text, text_width
from widgets.controls.popup import SECOND, dress_list
from widgets.look import RING, colours_of, look_of, px

_MOST_SHOWN = 10


class _Combo(QComboBox):
    """Paints itself on the frame around it; a wheel that passes over it changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setView(QListView())
        # Without it some styles let the list cover the control.
        self.setStyleSheet("QComboBox { combobox-popup: 0; border: 0; }")
        self.setMaxVisibleItems(_MOST_SHOWN)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showPopup()
            return
        super().keyPressEvent(event)

    def showPopup(self) -> None:
        dress_list(self.view(), self)
        super().showPopup()
        if self.currentIndex() < 0:
            self.view().setCurrentIndex(self.model().index(0, 0))

    def sizeHint(self) -> QSize:
        scale = look_of(self).scale
        texts = [self.itemText(n) for n in range(self.count())] + [self.placeholderText()]
        longest = max((text_width(text, 16 * scale) for text in texts), default=0.0)
        return QSize(round(longest + (2 * 16 + 26) * scale) + 1, round(40 * scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = look_of(self).scale
        colours = colours_of(self)
        place = QRectF(self.rect()).adjusted(16 * scale, 0, -16 * scale, 0)
        ink = "ink" if self.isEnabled() else "disabled_ink"
        side = 18 * scale
        where = QRectF(place.right() - side, place.center().y() - side / 2, side, side)
        paint_sign(painter, "caret-down", where, ink, colours, 18)
        text = self.currentText() or self.placeholderText()
        role = ink if self.currentText() or not self.isEnabled() else "ink_2"
        paint_text(painter, place, text, role, colours, size=16 * scale)


class Select(Captioned):
    """Says `chosen` with the key of the option that a person chose."""

    chosen = Signal(object)

    def __init__(
        self,
        label: str,
        *,
        placeholder: str = "",
        hint: str = "",
        label_hidden: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._options: tuple[Option, ...] = ()
        self._combo = _Combo()
        self._combo.setPlaceholderText(placeholder)
        self._box = Box(self._combo, room=0, above=0)
        super().__init__(label, self._box, hint=hint, label_hidden=label_hidden, parent=parent)
        self._pass_focus_to(self._combo)
        self._combo.activated.connect(self._activated)
        self._dress()
        self._describe()

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these; the choice stays where it can."""
        if tuple(options) == self._options:
            return
        key = self.chosen_key()
        self._options = tuple(options)
        self._combo.clear()
        for at, option in enumerate(options):
            self._combo.addItem(option.text)
            self._combo.setItemData(at, option.second, SECOND)
        self._combo.updateGeometry()
        self.set_chosen(key)

    def chosen_key(self) -> object:
        at = self._combo.currentIndex()
        return self._options[at].key if 0 <= at < len(self._options) else None

    def set_chosen(self, key: object) -> None:
        """Show which one is chosen; a key that is not there shows none."""
        keys = [option.key for option in self._options]
        self._combo.setCurrentIndex(keys.index(key) if key in keys else -1)

    def take_focus(self) -> None:
        self._combo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        self._box.setFixedHeight(px(self, 44) + 2 * RING)
        self._combo.updateGeometry()
        dress_list(self._combo.view(), self)

    @Slot(int)
    def _activated(self, at: int) -> None:
        self.chosen.emit(self._options[at].key)

    def _mark_wrong(self, *, wrong: bool) -> None:
        self._box.set_wrong(wrong=wrong)

    def _named(self) -> QWidget:
        return self._combo
