"""Makes live radars, before and after what they are drawn with has been loaded."""

from weakref import WeakSet

from widgets.radar_canvas import RadarCanvas
from widgets.radar_painter import RadarPainter


class Radars:
    """A radar made before `set_painter` stays empty until then and draws at once after it."""

    def __init__(self) -> None:
        self._painter: RadarPainter | None = None
        self._waiting: WeakSet[RadarCanvas] = WeakSet()

    def make(self) -> RadarCanvas:
        canvas = RadarCanvas()
        if self._painter is None:
            self._waiting.add(canvas)
        else:
            canvas.set_painter(self._painter)
        return canvas

    def set_painter(self, painter: RadarPainter) -> None:
        self._painter = painter
        for canvas in self._waiting:
            canvas.set_painter(painter)
        self._waiting.clear()
