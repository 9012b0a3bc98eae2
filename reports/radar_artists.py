"""The radar of the pictures for a screen: the same patches, handed out one drawing at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reports.palette import Theme
from reports.radar_matplotlib import Placed, patches, text_width
from workshop_flows.radar_marks import Primitive, Run

if TYPE_CHECKING:
    from matplotlib.patches import PathPatch


class RadarArtists:
    """Knows colours, fonts and patches; the live radar gets one from the composition root."""

    def text_width(self, run: Run) -> float:
        """Return the width of a text where the size of the font is 1."""
        return text_width(run)

    def artists(
        self, drawing: Sequence[Primitive], theme: Theme, *, x: float, y: float, unit: float
    ) -> Iterator[PathPatch]:
        """Yield patches in paint order, in pixels, y upwards, for 100 dots per inch."""
        return patches(Placed(tuple(drawing), x, y, unit), theme)
