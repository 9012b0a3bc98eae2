"""Finds texts of a page that are cut, too small, or over something else."""

from itertools import combinations

from PySide6.QtCore import QRectF

from widgets.marks import Box
from widgets.projector.sheet import PlacedText
from widgets.projector.view import ProjectorView
from widgets.theme import Zoom

SMALLEST = 1 / 36
LARGER = {"normal": 1.0, "far": 4 / 3}
SLACK = 0.5
"""Pixels at a height of 1080."""


def faults(view: ProjectorView, zoom: Zoom) -> list[str]:
    texts = view.placed_texts()
    radar = view.radar_place()
    slack = SLACK * view.height() / 1080
    page = QRectF(view.rect())
    least = SMALLEST * min(view.height(), view.width() * 9 / 16) * LARGER[zoom]
    found = [f"does not fit: {one.text}" for one in texts if not one.fits]
    found += [f"outside: {one.text}" for one in texts if not page.contains(one.place.rect)]
    found += [
        f"too small: {one.text}"
        for one in texts
        if one.size < one.floor - 0.01 or one.size < least - 0.01
    ]
    found += [
        f"one over the other: {one.text} / {other.text}"
        for one, other in combinations(texts, 2)
        if _touch(one, other, slack)
    ]
    if radar is not None:
        found += [
            f"over the radar: {one.text}"
            for one in texts
            if radar.intersects(smaller(one.place, slack))
        ]
    return found


def _touch(one: PlacedText, other: PlacedText, slack: float) -> bool:
    return smaller(one.place, slack).intersects(smaller(other.place, slack))


def smaller(place: Box, slack: float) -> QRectF:
    return place.inset(slack).rect
