"""A QR code, sharp on every screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from widgets.marks import Box
from widgets.theme import Colours
from workshop_flows.joining import Matrix

QUIET: Final = 4
"""The margin that a reader needs on every side, in modules."""
WHITE: Final = QColor(255, 255, 255)
"""In both themes: many readers know dark modules on a light ground only."""


@dataclass(frozen=True, slots=True)
class QrGround:
    """The white card that a code stands on."""

    place: Box

    def paint(self, painter: QPainter, colours: Colours) -> None:
        painter.setPen(QPen(colours.of("line"), 2.0))
        painter.setBrush(WHITE)
        painter.drawRoundedRect(self.place.inset(1).rect, 24, 24)


@dataclass(frozen=True, slots=True)
class Qr:
    """The code as large as whole device pixels allow, centred in its place on a `QrGround`.

    The margin is part of the place.
    """

    place: Box
    matrix: Matrix

    def paint(self, painter: QPainter, colours: Colours) -> None:
        to_device = painter.deviceTransform()
        to_page = to_device.inverted()[0]
        ink = colours.of("on_mark")
        painter.save()
        # Edges lie on pixels; smoothing them would only draw seams between the rows.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for one in _stretches(self.matrix, to_device.mapRect(self.place.rect)):
            painter.fillRect(to_page.mapRect(one), ink)
        painter.restore()


def _stretches(matrix: Matrix, device: QRectF) -> Iterator[QRectF]:
    """Yield the dark stretches of every row, in device pixels."""
    count = len(matrix) + 2 * QUIET
    module = min(device.width(), device.height()) / count
    if module >= 1:
        module = float(int(module))
    size = module * len(matrix)
    left = round(device.x() + (device.width() - size) / 2)
    top = round(device.y() + (device.height() - size) / 2)
    for row, modules in enumerate(matrix):
        column = 0
        for dark, stretch in groupby(modules):
            length = len(list(stretch))
            if dark:
                x, y = left + column * module, top + row * module
                yield QRectF(x, y, length * module, module)
            column += length
