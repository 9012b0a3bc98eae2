"""At every moment of every session, in both languages: no text cut, elided or over another."""

from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from resources.catalogue import catalogue
from tests.console.fitting import faults
from tests.screenshots.pages import pages
from tests.screenshots.projector import room_pages
from tests.screenshots.shot import PAGES
from tests.screenshots.stage import GROUPS, Seen, Stage
from tests.widgets.projector_fakes import RememberingRadar
from widgets.projector.view import ProjectorView
from widgets.theme import Zoom
from workshop_flows.vocabulary import Language

Way = tuple[Language, tuple[int, int], float]
SMALL: Final = (1280, 720)
LARGE: Final = (1440, 900)
SMALLEST: Final = (1024, 640)
WAYS: Final[tuple[Way, ...]] = (("nl", SMALL, 1.5), ("en", SMALL, 1.0))
MORE: Final[tuple[Way, ...]] = (
    ("nl", SMALL, 1.0),
    ("en", SMALL, 1.5),
    ("nl", LARGE, 1.0),
    ("en", LARGE, 1.5),
    ("nl", SMALLEST, 1.0),
)
"""Here the groups differ little, so one of them will do."""
ALIKE: Final = {("34", WAYS[0]), ("50", WAYS[1])}
"""One script led with 34 people and with 50: each is looked at in the other's way only."""
ALL: Final = [
    *(one for one in product((PAGES, *GROUPS), WAYS) if one not in ALIKE),
    *((group, way) for group in (PAGES, "9") for way in MORE),
]
ROOM_SIZES: Final = ((1280, 720), (1920, 1080), (3840, 2160))
SLACK: Final = 0.5
"""Pixels at a height of 1080."""


def _named(group: str, way: Way) -> str:
    language, (wide, high), scale = way
    return f"{group}-{language}-{wide}x{high}-{scale}"


@pytest.mark.long
@pytest.mark.parametrize(("group", "way"), ALL, ids=[_named(*one) for one in ALL])
def test_every_text_on_the_console_is_whole(
    group: str, way: Way, tmp_path: Path, qapp: object
) -> None:
    found = _console_faults(tmp_path, group, way)
    assert [f"{name}: {fault}" for fault, name in found.items()] == []


def _console_faults(folder: Path, group: str, way: Way) -> dict[str, str]:
    """Return each fault with where it was seen first."""
    language, size, scale = way
    stage = Stage(folder, language, scale=scale, size=size, radar=False)
    found: dict[str, str] = {}
    for seen in _shown(stage, group):
        for fault in faults(seen.top):
            found.setdefault(fault, seen.name)
    stage.close()
    return found


def _shown(stage: Stage, group: str) -> Iterator[Seen]:
    return pages(stage) if group == PAGES else stage.moments(group)


@pytest.mark.long
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("group", GROUPS)
def test_every_text_in_the_room_is_whole(group: str, language: Language, qtbot: QtBot) -> None:
    view = ProjectorView(catalogue(language), RememberingRadar)
    qtbot.addWidget(view)
    found: dict[str, str] = {}
    for name, page in room_pages(group, language):
        view.show_page(page)
        for zoom, (wide, high) in _room_ways():
            view.set_zoom(zoom)
            view.resize(wide, high)
            for fault in _room_faults(view):
                found.setdefault(f"{zoom} {wide}x{high}: {fault}", name)
    assert [f"{name}: {fault}" for fault, name in found.items()] == []


def _room_ways() -> Iterator[tuple[Zoom, tuple[int, int]]]:
    for size in ROOM_SIZES:
        yield "normal", size
    yield "far", (1920, 1080)


def _room_faults(view: ProjectorView) -> Iterator[str]:
    texts = view.placed_texts()
    slack = SLACK * view.height() / 1080
    room, radar = QRectF(view.rect()), view.radar_place()
    for one in texts:
        place = one.place.inset(slack).rect
        if not one.fits:
            yield f"cut, or too small: {one.text!r}"
        if not room.contains(place):
            yield f"outside the screen: {one.text!r}"
        if radar is not None and radar.intersects(place):
            yield f"over the radar: {one.text!r}"
    for one, other in combinations(texts, 2):
        if one.place.inset(slack).rect.intersects(other.place.inset(slack).rect):
            yield f"over each other: {one.text!r} and {other.text!r}"
