"""The sheets as they come out of the printer, beside each other or one large."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.console.views_print_page import PreviewView, SheetView
from widgets.controls.painting import paint_ring
from widgets.look import RING, colours_of, is_look_event, look_of, px
from widgets.typeset import Align, Setting, Style, fitted, plain

_A4: Final = QSizeF(595.28, 841.89)
_GAP: Final = 24
_CAPTION: Final = 8
_MOST: Final = 2
"""Sheets beside each other."""
_SMALLER: Final = 0.75
"""Two sheets are better than one when they are not smaller than this part of it."""
_NARROWEST: Final = 100
_LARGEST: Final = 2.0
"""Screen pixels of the design per point."""


class PaperSheets(QWidget):
    """Left and right turn the sheets. Put it in a `Scroll`: a large sheet is higher than that."""

    scale_changed = Signal(float)
    """Pixels of the screen per point: how fine the pictures should be."""
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = PreviewView(name="")
        self._first = 0
        self._large = False
        self._told = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_view(self, view: PreviewView) -> None:
        self._view = view
        self._settle()

    def set_large(self, *, large: bool) -> None:
        self._large = large
        self._settle()

    @property
    def large(self) -> bool:
        return self._large

    @property
    def count(self) -> int:
        return len(self._view.sheets)

    @property
    def shown(self) -> tuple[SheetView, ...]:
        return self._view.sheets[self._first : self._first + self._beside()]

    @property
    def first(self) -> int:
        """The number of the first sheet that is seen, from 1; 0 when there is none."""
        return self._first + 1 if self.count else 0

    def turn(self, by: int) -> None:
        """Show other sheets: one further, or one back."""
        self._first += by
        self._settle()
        self.turned.emit()

    def may_turn(self, by: int) -> bool:
        return 0 <= self._first + by <= max(0, self.count - self._beside())

    def event(self, event: QEvent) -> bool:
        if is_look_event(event) or event.type() is QEvent.Type.DevicePixelRatioChange:
            self._settle()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        elif self.may_turn(by):
            self.turn(by)

    def minimumSizeHint(self) -> QSize:
        least = px(self, 160)
        if not self._large:
            return QSize(least, px(self, 90))
        return QSize(least, round(self._page().height() * self._scale()) + self._under() + 2 * RING)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint().expandedTo(QSize(px(self, 400), px(self, 400)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._view.sheets:
            self._paint_instead(painter)
        for sheet, place in zip(self.shown, self._places(), strict=False):
            self._paint_sheet(painter, sheet, place)

    def _paint_sheet(self, painter: QPainter, sheet: SheetView, place: QRect) -> None:
        colours = colours_of(self)
        image = sheet.image
        image.setDevicePixelRatio(self.devicePixelRatioF())
        if image.deviceIndependentSize().toSize() == place.size():
            painter.drawImage(place.topLeft(), image)
        else:
            painter.drawImage(QRectF(place), image, QRectF(image.rect()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(colours.of("line_strong"))
        painter.drawRect(QRectF(place).adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.hasFocus():
            paint_ring(painter, QRectF(place).adjusted(-1, -1, 1, 1), colours, 0)
        # Half the gap on each side too, and all the room beside a sheet that stands alone.
        wide = place.width() + px(self, _GAP) if len(self.shown) > 1 else self.width()
        words = self._words(sheet.name, 14, wide)
        under = place.bottom() + px(self, _CAPTION)
        words.paint(painter, place.center().x() - wide / 2, under, wide, colours)

    def _paint_instead(self, painter: QPainter) -> None:
        words = self._words(self._view.instead, 18, self.width() - 2 * RING)
        middle = (self.height() - words.height) / 2
        words.paint(painter, RING, middle, self.width() - 2 * RING, colours_of(self))

    def _words(self, text: str, size: float, width: float) -> Setting:
        letters = round(size * look_of(self).scale)
        return fitted(
            plain(text, "ink_2"),
            Style(letters, 0.75 * letters, 1.35, align=Align.CENTRE, max_lines=2),
            max(40.0, width),
        )

    def _places(self) -> list[QRect]:
        scale = self._scale()
        sizes = [sheet.size * scale for sheet in self.shown]
        gap = px(self, _GAP)
        whole_sizes = [QSize(round(size.width()), round(size.height())) for size in sizes]
        used = sum(whole.width() for whole in whole_sizes) + gap * (len(sizes) - 1)
        left, places = max(RING + 1, (self.width() - used) // 2), []
        for whole in whole_sizes:
            places.append(QRect(left, RING + 1, whole.width(), whole.height()))
            left += whole.width() + gap
        return places

    def _settle(self) -> None:
        """Come back within the sheets that are there, and tell how fine they are wanted."""
        self._first = max(0, min(self._first, self.count - self._beside()))
        names = ", ".join(sheet.name for sheet in self.shown)
        self.setAccessibleName(f"{self._view.name}: {names}" if names else self._view.name)
        self.updateGeometry()
        self.update()
        scale = self._scale() * self.devicePixelRatioF()
        if abs(scale - self._told) > 0.001 and self.width() > 1:
            self._told = scale
            self.scale_changed.emit(scale)

    def _page(self) -> QSizeF:
        """Return the size of the largest sheet, so that all are seen at one scale."""
        size = QSizeF(_A4) if not self._view.sheets else QSizeF(0, 0)
        for sheet in self._view.sheets:
            size = size.expandedTo(sheet.size)
        return size

    def _under(self) -> int:
        return px(self, _CAPTION) + round(2 * 14 * 1.35 * look_of(self).scale)

    def _beside(self) -> int:
        if self._large or self.count < _MOST:
            return 1
        beside = self._fitting(_MOST)
        readable = beside * self._page().width() >= px(self, _NARROWEST)
        return _MOST if readable and beside >= _SMALLER * self._fitting(1) else 1

    def _scale(self) -> float:
        if self._large:
            wide = (self.width() - 2 * RING - 2) / self._page().width()
            return max(0.1, min(wide, _LARGEST * look_of(self).scale))
        return self._fitting(self._beside())

    def _fitting(self, count: int) -> float:
        room = QSize(self.width() - 2 * RING - 2, self.height() - 2 * RING - self._under())
        page = self._page()
        wide = (room.width() - (count - 1) * px(self, _GAP)) / (count * page.width())
        return max(0.1, min(wide, room.height() / page.height()))
