"""A radar on one page of pixels: what stands still under what follows the values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtGui import QImage

from widgets.radar_layout import (
    Box,
    Names,
    Page,
    Place,
    box_of,
    empty_box,
    moving_box,
    names_of,
    placed,
    whole_box,
)
from widgets.radar_painter import RadarPainter
from widgets.radar_surface import RadarSurface
from widgets.theme import colours
from workshop_flows.radar_marks import Primitive, Shape, Style
from workshop_flows.radar_scene import STILL, number_direction, scene
from workshop_flows.radar_series import series
from workshop_flows.views import RadarView
from workshop_flows.vocabulary import Band

if TYPE_CHECKING:
    from matplotlib.artist import Artist


class RadarDrawing:
    """Draws radars on a page whose size, theme, labels and words stay as they are."""

    def __init__(self, painter: RadarPainter, page: Page, zone_words: Mapping[Band, str]) -> None:
        self.page = page
        self._painter = painter
        self._zone_words = zone_words
        self._surface = RadarSurface(page.width, page.height, colours(page.theme).paper)
        self._names: Names | None = None
        self._place = Place(0, 0, 0, Style(line=0, label=0))
        self._still: tuple[Primitive, ...] = ()
        self._artists: dict[Primitive, tuple[Artist, ...]] = {}
        self._goal: RadarView | None = None
        self._seen: RadarView | None = None
        self._touched = empty_box(page)

    def show(self, goal: RadarView, seen: RadarView) -> Box:
        """Draw `seen`, on its way to `goal`, and return the pixels that changed.

        What stands still is that of `goal`; it is drawn anew only where it differs.
        """
        renewed = goal is not self._goal and self._hold(goal)
        if seen is self._seen and not renewed:
            return empty_box(self.page)
        self._seen = seen
        # By layer, and within a layer in the order of the scene.
        shapes = tuple(sorted(series(seen, self._place.style), key=_layer))
        self._surface.draw(self._drawn(shapes if seen is goal else _joined(shapes)))
        before, self._touched = self._touched, box_of(shapes, self._place, self.page)
        return whole_box(self.page) if renewed else before.joined(self._touched)

    def image(self, ratio: float) -> QImage:
        """Return the pixels, not a copy of them, at `ratio` device pixels for each of Qt's."""
        return self._surface.image(ratio)

    def _hold(self, goal: RadarView) -> bool:
        """Draw the background of a radar; return False when it stood there already."""
        self._goal = goal
        names = names_of(goal, self.page.labels)
        if names != self._names:
            self._names = names
            self._place = placed(names, self.page, self._zone_words, self._painter)
            self._artists.clear()
            self._still = ()
        style = self._place.style
        style = structs.replace(style, numbers_at=number_direction(goal, style))
        drawing = scene(goal, style, self._zone_words)
        still = tuple(part for part in drawing if part.layer in STILL)
        if still == self._still:
            return False
        self._still = still
        # Texts are slow to make and few of them change.
        self._artists = {part: self._made(part) for part in still}
        artists = (artist for part in still for artist in self._artists[part])
        self._surface.capture(artists, moving_box(self._place, self.page))
        return True

    def _made(self, part: Primitive) -> tuple[Artist, ...]:
        return self._artists.get(part) or tuple(self._drawn((part,)))

    def _drawn(self, drawing: Sequence[Primitive]) -> Iterable[Artist]:
        x, y, radius, _ = self._place
        return self._painter.artists(drawing, self.page.theme, x=x, y=y, unit=radius)


def _layer(shape: Shape) -> int:
    return shape.layer


def _joined(shapes: Iterable[Shape]) -> tuple[Shape, ...]:
    """Return the shapes with marks of one look as one, which takes a third of the time.

    Only for frames underway: where two such marks overlap, their rims do.
    """
    return tuple(
        structs.replace(
            first, outlines=(*first.outlines, *(o for one in rest for o in one.outlines))
        )
        for _, (first, *rest) in groupby(shapes, key=_look)
    )


def _look(shape: Shape) -> tuple[object, ...]:
    return (shape.layer, shape.fill, shape.stroke)
