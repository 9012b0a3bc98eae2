"""The pixels of the live radar: a background drawn once, and what moves drawn over it.

matplotlib is imported with the first surface, and not before. There is no pyplot and no
axes: the scene has placed everything, so that the artists are in pixels already.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtGui import QImage

from widgets.radar_layout import Box

if TYPE_CHECKING:
    from matplotlib.artist import Artist

DOTS_PER_INCH: Final = 100


class RadarSurface:
    """A page of `width` by `height` device pixels, written in place."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        # The canvas cuts its size to whole pixels: half a pixel more saves the last one
        # from a product that comes out at 112.99999.
        size = ((width + 0.5) / DOTS_PER_INCH, (height + 0.5) / DOTS_PER_INCH)
        self._figure = Figure(figsize=size, dpi=DOTS_PER_INCH, facecolor=ground)
        # Its methods have no types.
        self._canvas: Any = FigureCanvasAgg(self._figure)
        self._height = height

    def capture(self, artists: Iterable[Artist], box: Box) -> None:
        """Draw what stands still and keep its pixels inside `box`, where things may move."""
        from matplotlib.transforms import Bbox

        self._canvas.draw()
        for artist in artists:
            self._figure.draw_artist(artist)
        low, high = self._height - box.bottom, self._height - box.top
        self._background = self._canvas.copy_from_bbox(Bbox(((box.left, low), (box.right, high))))

    def draw(self, artists: Iterable[Artist]) -> None:
        """Put the background back and draw what moves over it."""
        self._canvas.restore_region(self._background)
        for artist in artists:
            self._figure.draw_artist(artist)

    def image(self, ratio: float) -> QImage:
        """Return the pixels themselves, not a copy: they live as long as this surface."""
        pixels = self._canvas.buffer_rgba()
        height, width = pixels.shape[:2]
        image = QImage(pixels, width, height, 4 * width, QImage.Format.Format_RGBX8888)
        image.setDevicePixelRatio(ratio)
        return image
