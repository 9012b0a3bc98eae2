"""What the live radar asks of whoever knows colours, fonts and matplotlib's artists.

The pictures to keep draw the same shapes with matplotlib, but widgets and reports do not
know each other. So the composition root hands their maker to the widget, and screen and
picture cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from widgets.theme import Theme
from workshop_flows.radar_marks import Primitive, Run

if TYPE_CHECKING:
    from matplotlib.artist import Artist


class RadarPainter(Protocol):
    """Draws primitives with matplotlib; it may be slow to make, so widgets get it later."""

    def text_width(self, run: Run) -> float:
        """Return the width of a text where the size of the font is 1."""

    def artists(
        self, drawing: Sequence[Primitive], theme: Theme, *, x: float, y: float, unit: float
    ) -> Iterable[Artist]:
        """Return artists in paint order, in pixels, with y upwards, for 100 dots per inch.

        The origin of the drawing comes at (x, y); `unit` is the length of its unit.
        """
