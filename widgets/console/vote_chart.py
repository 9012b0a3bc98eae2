"""A result in small: the same dots, or zones, as on the projector."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources.catalogue import Catalogue
from widgets.console.views_vote import ZoneBox
from widgets.controls.painting import paint_plane, paint_text
from widgets.look import colours_of, is_look_event, look_of, px
from widgets.marks import Box
from widgets.projector.chart import dots_chart
from widgets.projector.sheet import Sheet
from workshop_flows.projector import DotsResult

SMALLER: Final = 0.5
"""Of a unit of the projector in design pixels: its smallest text is 15 px then."""


class DotsChart(QWidget):
    """Drawn by the projector's own chart, so that the two can't differ."""

    def __init__(self, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._result: DotsResult | None = None
        self._scale: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_texts(self, texts: Catalogue) -> None:
        self._texts = texts
        self.update()

    def show_result(self, result: DotsResult | None, scale: tuple[str, ...], words: str) -> None:
        self.setVisible(result is not None)
        self.setAccessibleName(words)
        if (result, scale) != (self._result, self._scale):
            self._result, self._scale = result, scale
            self.update()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.updateGeometry()
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(px(self, 340), px(self, 190))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 240), px(self, 190))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._result is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = SMALLER * look_of(self).scale
        painter.scale(unit, unit)
        sheet = Sheet(self._texts, self.width() / unit, self.height() / unit)
        dots_chart(sheet, self._result, self._scale, Box(0.0, 0.0, sheet.width, sheet.height))
        sheet.paint(painter, colours_of(self))


class ZoneRow(QWidget):
    """Laag, midden, hoog; the reached one is bold in a thick edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zones: tuple[ZoneBox, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_zones(self, zones: tuple[ZoneBox, ...]) -> None:
        self.setVisible(bool(zones))
        self._zones = zones
        self.setAccessibleName(next((one.word for one in zones if one.reached), ""))
        self.update()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.updateGeometry()
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(px(self, 340), px(self, 92))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 270), px(self, 92))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._zones:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, scale = colours_of(self), look_of(self).scale
        gap = 12.0 * scale
        wide = (self.width() - gap * (len(self._zones) - 1)) / len(self._zones)
        for number, zone in enumerate(self._zones):
            place = QRectF(number * (wide + gap), 0, wide, self.height())
            fill, edge, width = ("team_soft", "team", 4) if zone.reached else ("surface", "line", 1)
            paint_plane(painter, place, colours, fill, edge, width=width, radius=12)
            paint_text(
                painter,
                place,
                zone.word,
                "ink" if zone.reached else "ink_2",
                colours,
                size=(28 if zone.reached else 20) * scale,
                bold=zone.reached,
                align=Qt.AlignmentFlag.AlignHCenter,
            )
