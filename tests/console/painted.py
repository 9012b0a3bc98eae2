# ruff: noqa: N802 (names of Qt)
"""What a widget writes when it paints itself: every line of text, and where it comes.

A paint device that only listens. So a label of Qt, a field and a control that is painted by
hand all tell the same way what a person reads on them, and nobody has to keep a second account.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple
from unittest.mock import patch

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import (
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QRegion,
    QTextItem,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from widgets.theme import Colours
from widgets.typeset import LETTERS_DOWN, LETTERS_UP, Setting

Metric = QPaintDevice.PaintDeviceMetric
_DOTS_PER_INCH = 96
_METRICS = {
    Metric.PdmDevicePixelRatio: 1,
    Metric.PdmDpiX: _DOTS_PER_INCH,
    Metric.PdmDpiY: _DOTS_PER_INCH,
    Metric.PdmPhysicalDpiX: _DOTS_PER_INCH,
    Metric.PdmPhysicalDpiY: _DOTS_PER_INCH,
    Metric.PdmDepth: 32,
    Metric.PdmNumColors: 1 << 24,
}


class Written(NamedTuple):
    """A line of text and where its letters stand, in pixels of the widget."""

    text: str
    place: QRectF


class Painted(NamedTuple):
    """`torn`: texts of which a word was broken, or that did not fit what they were given."""

    lines: list[Written]
    torn: list[str]


def painted(widget: QWidget) -> Painted:
    """Return what this widget writes itself; what stands in it is asked on its own."""
    device = _Listener(widget.width(), widget.height())
    with _torn() as torn:
        widget.render(device, QPoint(), QRegion(), QWidget.RenderFlag(0))
    return Painted(device.engine.lines, torn)


@contextmanager
def _torn() -> Iterator[list[str]]:
    found: list[str] = []
    paint = Setting.paint

    def listening(
        self: Setting, painter: QPainter, x: float, y: float, width: float, colours: Colours
    ) -> None:
        if not (self.fits and self.whole):
            found.append(self.text)
        paint(self, painter, x, y, width, colours)

    with patch.object(Setting, "paint", listening):
        yield found


class _Ear(QPaintEngine):
    """Keeps the lines of text, and lets everything else go by."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.lines: list[Written] = []
        self._transform = QTransform()

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        self._transform = state.transform()

    def drawTextItem(self, at: object, item: QTextItem) -> None:
        assert isinstance(at, QPointF | QPoint)
        text = item.text().strip()
        if not text:
            return
        size = item.font().pixelSize()
        up, down = LETTERS_UP * size, LETTERS_DOWN * size
        # Room after the last letter is no letter.
        letters = QRectF(at.x(), at.y() - up, item.width(), up + down)
        self.lines.append(Written(text, self._transform.mapRect(letters)))

    def drawPixmap(self, *_: object) -> None: ...

    def drawImage(self, *_: object, **__: object) -> None: ...

    def drawTiledPixmap(self, *_: object) -> None: ...

    def drawPath(self, *_: object) -> None: ...

    def drawPolygon(self, *_: object) -> None: ...

    def drawRects(self, *_: object) -> None: ...

    def drawLines(self, *_: object) -> None: ...

    def drawPoints(self, *_: object) -> None: ...

    def drawEllipse(self, *_: object) -> None: ...


class _Listener(QPaintDevice):
    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.engine = _Ear()
        self._size = (width, height)

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def devType(self) -> int:
        return 0

    def metric(self, asked: QPaintDevice.PaintDeviceMetric) -> int:
        wide, high = self._size
        match asked:
            case Metric.PdmWidth | Metric.PdmWidthMM:
                return wide
            case Metric.PdmHeight | Metric.PdmHeightMM:
                return high
            case Metric.PdmDevicePixelRatioScaled:
                return int(QPaintDevice.devicePixelRatioFScale())
            case _:
                return _METRICS.get(asked, 1)
