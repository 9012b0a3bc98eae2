"""A yes or no with its words beside it."""

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from widgets.controls.painting import paint_plane, paint_ring, paint_sign, text_width, visible
from widgets.look import RING, colours_of, is_look_event, look_of
from widgets.typeset import Setting, Style, fitted, plain


class Check(QCheckBox):
    toggled_to = Signal(bool)

    def __init__(self, text: str, *, second: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = text
        self._second = second
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(text)
        self.set_second(second)
        self.clicked.connect(self._clicked)

    def set_text(self, text: str) -> None:
        self._words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self._resize()

    def set_second(self, second: str) -> None:
        self._second = second
        self.setAccessibleDescription(second)
        self._resize()

    def set_checked_to(self, *, checked: bool) -> None:
        """Show it; this says nothing to anyone."""
        blocked = self.blockSignals(True)
        self.setChecked(checked)
        self.blockSignals(blocked)
        self.update()

    def set_reason(self, reason: str | None) -> None:
        """Disable it and say why, or enable it with None."""
        self.setEnabled(reason is None)
        self.setToolTip(reason or "")
        self.setAccessibleDescription(reason or self._second)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._resize()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        scale = look_of(self).scale
        room = width - 2 * RING - 36 * scale
        high = sum(text.height for text in self._texts(room))
        return round(max(24 * scale, high) + 0.5) + 2 * RING

    def sizeHint(self) -> QSize:
        texts = self._texts(10_000)
        width = max(text.width for text in texts) + 36 * look_of(self).scale
        wide = round(width + 1.5) + 2 * RING
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        scale = look_of(self).scale
        words = f"{self._words} {self._second}".split()
        longest = max((text_width(word, 16 * scale) for word in words), default=0.0)
        return QSize(ceil(longest + 36 * scale) + 1 + 2 * RING, round(24 * scale) + 2 * RING)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = look_of(self).scale
        colours = colours_of(self)
        place = visible(self)
        side = 20 * scale
        square = QRectF(place.left() + 2 * scale, place.top() + 2 * scale, side, side)
        on, enabled = self.isChecked(), self.isEnabled()
        fill = "surface" if enabled else "disabled_bg"
        edge = "line_strong" if enabled else "disabled_ink"
        if on and enabled:
            fill = edge = "primary_hover" if self.underMouse() else "primary"
        elif self.underMouse() and enabled:
            fill = "sunken"
        paint_plane(painter, square, colours, fill, edge, radius=3 * scale)
        if on:
            ink = "on_primary" if enabled else "disabled_ink"
            inset = 3 * scale
            paint_sign(
                painter,
                "check-bold",
                square.adjusted(inset, inset, -inset, -inset),
                ink,
                colours,
                14,
            )
        self._paint_texts(painter, place)
        if self.hasFocus():
            paint_ring(painter, place, colours)

    def _paint_texts(self, painter: QPainter, place: QRectF) -> None:
        left = place.left() + 36 * look_of(self).scale
        texts = self._texts(place.right() - left)
        y = place.top()
        for text in texts:
            text.paint(painter, left, y, place.right() - left, colours_of(self))
            y += text.height

    def _texts(self, width: float) -> list[Setting]:
        scale = look_of(self).scale
        ink, quiet = ("ink", "ink_2") if self.isEnabled() else ("disabled_ink", "disabled_ink")
        big, small = round(16 * scale), round(14 * scale)
        column = max(width, 40 * scale)
        texts = []
        if self._words:
            texts.append(fitted(plain(self._words, ink), Style(big, big, 1.5), column))
        if self._second:
            texts.append(fitted(plain(self._second, quiet), Style(small, small, 1.35), column))
        return texts or [fitted((), Style(big, big), column)]

    @Slot(bool)
    def _clicked(self, checked: bool) -> None:  # noqa: FBT001 (a signal of Qt)
        self.toggled_to.emit(checked)

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()
