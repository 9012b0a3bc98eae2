"""On every page, in every language, zoom and size: no text cut, too small or over another."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from resources.catalogue import catalogue
from tests.widgets.projector_fakes import RememberingRadar
from tests.widgets.sample_pages import LANGUAGES, sample_pages
from widgets.marks import Box
from widgets.projector.sheet import PlacedText
from widgets.projector.view import ProjectorView
from widgets.theme import Zoom

SIZES = ((1280, 720), (1920, 1080), (3840, 2160), (400, 225), (1024, 768), (1920, 1200))
NAMES = tuple(sample_pages("nl"))
SMALLEST = 1 / 36
LARGER = {"normal": 1.0, "far": 4 / 3}
SLACK = 0.5
"""Pixels at a height of 1080."""


@pytest.mark.parametrize("zoom", ["normal", "far"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_no_text_is_cut_too_small_or_over_another(
    name: str, language: str, zoom: Zoom, qtbot: QtBot
) -> None:
    view = ProjectorView(catalogue(language), RememberingRadar)
    qtbot.addWidget(view)
    view.set_zoom(zoom)
    view.show_page(sample_pages(language)[name])
    for width, height in SIZES:
        view.resize(width, height)
        faults = _faults(view, zoom)
        assert faults == [], (width, height)


@pytest.mark.parametrize("name", NAMES)
def test_a_preview_breaks_its_lines_where_the_room_does(name: str, qtbot: QtBot) -> None:
    view = ProjectorView(catalogue("nl"), RememberingRadar)
    qtbot.addWidget(view)
    view.show_page(sample_pages("nl")[name])
    view.resize(1920, 1080)
    large = view.placed_texts()
    view.resize(480, 270)
    small = view.placed_texts()
    assert [one.text for one in small] == [one.text for one in large]
    for one, other in zip(small, large, strict=True):
        assert one.place == pytest.approx(tuple(part / 4 for part in other.place), abs=0.01)


def _faults(view: ProjectorView, zoom: Zoom) -> list[str]:
    texts = view.placed_texts()
    radar = view.radar_place()
    slack = SLACK * view.height() / 1080
    page = QRectF(view.rect())
    least = SMALLEST * min(view.height(), view.width() * 9 / 16) * LARGER[zoom]
    faults = [f"does not fit: {one.text}" for one in texts if not one.fits]
    faults += [f"outside: {one.text}" for one in texts if not page.contains(one.place.rect)]
    faults += [
        f"too small: {one.text}"
        for one in texts
        if one.size < one.floor - 0.01 or one.size < least - 0.01
    ]
    faults += [
        f"one over the other: {one.text} / {other.text}"
        for one, other in combinations(texts, 2)
        if _touch(one, other, slack)
    ]
    if radar is not None:
        faults += [
            f"over the radar: {one.text}"
            for one in texts
            if radar.intersects(_smaller(one.place, slack))
        ]
    return faults


def _touch(one: PlacedText, other: PlacedText, slack: float) -> bool:
    return _smaller(one.place, slack).intersects(_smaller(other.place, slack))


def _smaller(place: Box, slack: float) -> QRectF:
    return place.inset(slack).rect
