"""The picture of a key: what to press."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.controls.painting import paint_plane, paint_text, text_width
from widgets.look import colours_of, is_look_event, look_of
from widgets.theme import Colours


def keycap_width(text: str, scale: float) -> float:
    return max(24 * scale, text_width(text, 14 * scale, bold=True) + 16 * scale)


def keycap_height(scale: float) -> float:
    return 24 * scale


def paint_keycap(
    painter: QPainter,
    place: QRectF,
    text: str,
    colours: Colours,
    *,
    scale: float,
    role: str = "ink",
) -> None:
    """Paint a key; one in another `role` than ink lies flat on the colour under it."""
    flat = role != "ink"
    radius = 6 * scale
    face = QRectF(place)
    if flat:
        painter.save()
        painter.setOpacity(0.6)
        paint_plane(painter, place, colours, None, role, width=1, radius=radius)
        painter.restore()
    else:
        paint_plane(painter, place, colours, "line_strong", radius=radius)
        face.setBottom(place.bottom() - 2)
        paint_plane(painter, face, colours, "surface", "line_strong", width=1, radius=radius)
    paint_text(
        painter,
        face,
        text,
        role,
        colours,
        size=14 * scale,
        bold=True,
        align=Qt.AlignmentFlag.AlignHCenter,
    )


class KeyCap(QWidget):
    """A key beside a text that says what it does."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.updateGeometry()
        return super().event(event)

    def sizeHint(self) -> QSize:
        scale = look_of(self).scale
        margins = self.contentsMargins()
        width = round(keycap_width(self._text, scale) + 0.5)
        height = round(keycap_height(scale))
        return QSize(width, height).grownBy(margins)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.contentsRect())
        paint_keycap(painter, place, self._text, colours_of(self), scale=look_of(self).scale)
