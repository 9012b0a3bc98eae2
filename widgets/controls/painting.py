"""What the painted controls share: their planes, their ring and their lines of text."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from widgets.icons import paint_icon
from widgets.look import RING
from widgets.theme import Colours, font

CORNER: Final = 8.0
CARD_CORNER: Final = 12.0
EDGE: Final = 2.0
_CLEAR: Final = 2.0
_RING: Final = 3.0
_BOLD_UNDER: Final = 20
"""Under this size an icon needs thicker lines."""


def visible(widget: QWidget) -> QRectF:
    """Return what is seen of a control: all of it but the room for its ring."""
    return QRectF(widget.rect()).adjusted(RING, RING, -RING, -RING)


def paint_plane(
    painter: QPainter,
    rect: QRectF,
    colours: Colours,
    fill: str | None,
    edge: str | None = None,
    *,
    width: float = EDGE,
    radius: float = CORNER,
) -> None:
    """Paint a rounded plane; its edge lies inside the rectangle."""
    half = width / 2 if edge else 0.0
    painter.setPen(QPen(colours.of(edge), width) if edge else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(colours.of(fill) if fill else Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(half, half, -half, -half)
    corner = min(max(0.0, radius - half), inner.height() / 2)
    painter.drawRoundedRect(inner, corner, corner)


def paint_ring(painter: QPainter, rect: QRectF, colours: Colours, radius: float = CORNER) -> None:
    """Paint the focus ring around what is seen of a control."""
    out = _CLEAR / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colours.of("surface"), _CLEAR))
    painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius + out, radius + out)
    out = _CLEAR + _RING / 2
    painter.setPen(QPen(colours.of("focus"), _RING))
    painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius + out, radius + out)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    return QFontMetricsF(font(size, bold=bold)).horizontalAdvance(text)


def paint_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    role: str,
    colours: Colours,
    *,
    size: float,
    bold: bool = False,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Paint one line in the middle of the height of `rect`; it is never cut."""
    painter.setPen(colours.of(role))
    painter.setFont(font(size, bold=bold))
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(rect, int(flags) | int(Qt.TextFlag.TextSingleLine), text)


def paint_sign(
    painter: QPainter, name: str, place: QRectF, role: str, colours: Colours, drawn: float
) -> None:
    """Paint an icon that is `drawn` design pixels large, with thicker lines when that is small."""
    thick = drawn < _BOLD_UNDER and not name.endswith(("-bold", "-fill"))
    paint_icon(painter, f"{name}-bold" if thick else name, place, role, colours)
