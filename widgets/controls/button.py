"""Buttons: what a person can do now."""

from enum import Enum
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets.controls.keycap import keycap_height, keycap_width, paint_keycap
from widgets.controls.painting import (
    paint_plane,
    paint_ring,
    paint_sign,
    paint_text,
    text_width,
    visible,
)
from widgets.look import RING, colours_of, is_look_event, look_of


class Kind(Enum):
    PRIMARY = "primary"
    """The next step; one on a page."""
    SECONDARY = "secondary"
    QUIET = "quiet"


class Size(Enum):
    """(height, letters, room left and right, icon, gap, corner)"""

    SMALL = (36, 15, 14, 20, 10, 8)
    NORMAL = (44, 16, 20, 20, 10, 8)
    BIG = (56, 19, 28, 20, 10, 10)


class Paint(NamedTuple):
    """The roles in which a button is painted."""

    fill: str | None
    edge: str | None
    ink: str


_DISABLED: Final = Paint("disabled_bg", None, "disabled_ink")
_DISABLED_QUIET: Final = Paint(None, None, "disabled_ink")
_CHOSEN: Final = Paint("mark", "ink", "on_mark")


class Button(QAbstractButton):
    """A button with words. What is seen leaves `RING` free on every side."""

    def __init__(
        self,
        text: str,
        *,
        kind: Kind = Kind.SECONDARY,
        size: Size = Size.NORMAL,
        icon: str | None = None,
        icon_after: str | None = None,
        keycap: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._measure = size
        self._words = ""
        self._before = icon
        self._after = icon_after
        self._keycap = keycap
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        self._words = text
        # For Qt '&' announces the letter of a shortcut.
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self._resize()

    def set_icon(self, icon: str | None) -> None:
        self._before = icon
        self._resize()

    def set_icon_after(self, icon: str | None) -> None:
        self._after = icon
        self._resize()

    def set_keycap(self, keycap: str | None) -> None:
        self._keycap = keycap
        self._resize()

    def set_kind(self, kind: Kind) -> None:
        self._kind = kind
        self.update()

    def set_reason(self, reason: str | None) -> None:
        """Disable the button and say why, or enable it with None."""
        self.setEnabled(reason is None)
        self.setToolTip(reason or "")
        self.setAccessibleDescription(reason or "")

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._resize()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        scale = look_of(self).scale
        height, _, room, *_ = self._measure.value
        width = self._inner_width() + 2 * room * scale
        return QSize(round(width + 0.5) + 2 * RING, round(height * scale) + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self)
        place = self._place()
        radius = self._radius(place)
        paint = self._paint()
        paint_plane(painter, place, colours, paint.fill, paint.edge, radius=radius)
        self._paint_inside(painter, place, paint.ink)
        if self.hasFocus() and self.focusProxy() is None:
            paint_ring(painter, place, colours, radius)

    def _place(self) -> QRectF:
        """Return what is seen of it."""
        return visible(self)

    def _icon_size(self) -> int:
        return self._measure.value[3]

    def _radius(self, place: QRectF) -> float:
        return float(self._measure.value[5])

    def _paint(self) -> Paint:
        if not self.isEnabled():
            return _DISABLED_QUIET if self._kind is Kind.QUIET else _DISABLED
        state = 2 if self.isDown() else 1 if self.underMouse() else 0
        if self._kind is Kind.PRIMARY:
            return Paint(("primary", "primary_hover", "primary_pressed")[state], None, "on_primary")
        if self._kind is Kind.SECONDARY:
            return Paint(("surface", "sunken", "line")[state], "line_strong", "ink")
        return Paint((None, "sunken", "line")[state], None, "ink")

    def _parts(self) -> list[float]:
        """Return the widths of what stands in the button, from left to right."""
        scale = look_of(self).scale
        _, letters, *_ = self._measure.value
        icon = self._icon_size()
        widths = []
        if self._before:
            widths.append(icon * scale)
        if self._words:
            widths.append(text_width(self._words, letters * scale, bold=True))
        if self._after:
            widths.append(icon * scale)
        if self._keycap:
            widths.append(keycap_width(self._keycap, scale))
        return widths

    def _inner_width(self) -> float:
        widths = self._parts()
        gap = self._measure.value[4] * look_of(self).scale
        return sum(widths) + gap * max(0, len(widths) - 1)

    def _paint_inside(self, painter: QPainter, place: QRectF, ink: str) -> None:
        scale = look_of(self).scale
        colours = colours_of(self)
        _, letters, _, _, gap, _ = self._measure.value
        icon = self._icon_size()
        x = place.center().x() - self._inner_width() / 2
        middle = place.center().y()
        side = icon * scale
        if self._before:
            where = QRectF(x, middle - side / 2, side, side)
            paint_sign(painter, self._before, where, ink, colours, icon)
            x += side + gap * scale
        if self._words:
            width = text_width(self._words, letters * scale, bold=True)
            where = QRectF(x, place.top(), width, place.height())
            paint_text(painter, where, self._words, ink, colours, size=letters * scale, bold=True)
            x += width + gap * scale
        if self._after:
            where = QRectF(x, middle - side / 2, side, side)
            paint_sign(painter, self._after, where, ink, colours, icon)
            x += side + gap * scale
        if self._keycap:
            high = keycap_height(scale)
            where = QRectF(x, middle - high / 2, keycap_width(self._keycap, scale), high)
            paint_keycap(painter, where, self._keycap, colours, scale=scale, role=ink)

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()


class Toggle(Button):
    """A choice that is on or off; `toggled` says so."""

    def __init__(
        self,
        text: str,
        *,
        kind: Kind = Kind.SECONDARY,
        size: Size = Size.SMALL,
        icon: str | None = None,
        icon_after: str | None = None,
        keycap: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            text,
            kind=kind,
            size=size,
            icon=icon,
            icon_after=icon_after,
            keycap=keycap,
            parent=parent,
        )
        self.setCheckable(True)

    def set_chosen(self, *, chosen: bool) -> None:
        """Show the choice; this says nothing to anyone."""
        blocked = self.blockSignals(True)
        self.setChecked(chosen)
        self.blockSignals(blocked)
        self.update()

    def _radius(self, place: QRectF) -> float:
        return place.height() / 2

    def _paint(self) -> Paint:
        return _CHOSEN if self.isEnabled() and self.isChecked() else super()._paint()


class IconButton(Button):
    """A square button with only an icon; `name` is its tooltip and what is read out."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        size: Size = Size.SMALL,
        kind: Kind = Kind.SECONDARY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", kind=kind, size=size, icon=icon, parent=parent)
        self._name = ""
        self._reason: str | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(name)
        self.setToolTip(self._reason or name)

    def set_reason(self, reason: str | None) -> None:
        super().set_reason(reason)
        self._reason = reason
        self.setToolTip(reason or self._name)

    def sizeHint(self) -> QSize:
        side = round(self._measure.value[0] * look_of(self).scale) + 2 * RING
        return QSize(side, side)

    def _icon_size(self) -> int:
        return 18 if self._measure is Size.SMALL else super()._icon_size()
