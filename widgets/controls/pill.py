"""A word about a state, such as 'bezig'."""

from enum import Enum

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.controls.painting import paint_plane, paint_sign, paint_text, text_width
from widgets.look import colours_of, is_look_event, look_of
from widgets.theme import Colours


class PillKind(Enum):
    """(fill, ink, bold)"""

    NEUTRAL = ("sunken", "ink", False)
    SURFACE = ("surface", "ink", False)
    BUSY = ("mark_soft", "ink", False)
    DONE = ("primary_soft", "ink", False)
    WARN = ("warn_soft", "ink", False)
    ERROR = ("error_soft", "ink", False)
    CHOSEN = ("mark", "on_mark", True)
    DRAFT = ("ink", "surface", True)


def pill_width(text: str, icon: str | None, scale: float, *, bold: bool = False) -> float:
    sign = 26 * scale if icon else 0.0
    return text_width(text, 15 * scale, bold=bold) + sign + 28 * scale


def pill_height(scale: float) -> float:
    return 34 * scale


def paint_pill(
    painter: QPainter,
    place: QRectF,
    text: str,
    icon: str | None,
    kind: PillKind,
    colours: Colours,
    scale: float,
) -> None:
    fill, ink, bold = kind.value
    paint_plane(painter, place, colours, fill, radius=place.height() / 2)
    left = place.left() + 14 * scale
    if icon:
        side = 18 * scale
        where = QRectF(left, place.center().y() - side / 2, side, side)
        paint_sign(painter, icon, where, ink, colours, 20)
        left += 26 * scale
    where = QRectF(left, place.top(), place.right() - left, place.height())
    paint_text(painter, where, text, ink, colours, size=15 * scale, bold=bold)


class Pill(QWidget):
    def __init__(
        self,
        text: str,
        *,
        icon: str | None = None,
        kind: PillKind = PillKind.NEUTRAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._icon = icon
        self._kind = kind
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str | None) -> None:
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: PillKind) -> None:
        self._kind = kind
        self.updateGeometry()
        self.update()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.updateGeometry()
        return super().event(event)

    def sizeHint(self) -> QSize:
        scale = look_of(self).scale
        width = pill_width(self._text, self._icon, scale, bold=self._kind.value[2])
        size = QSize(round(width + 0.5), round(pill_height(scale)))
        return size.grownBy(self.contentsMargins())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.contentsRect())
        scale = look_of(self).scale
        paint_pill(painter, place, self._text, self._icon, self._kind, colours_of(self), scale)
