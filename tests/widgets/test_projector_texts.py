"""On every page, in every language, zoom and size: no text cut, too small or over another."""

import pytest
from pytestqt.qtbot import QtBot

from resources.catalogue import catalogue
from tests.widgets.projector_fakes import RememberingRadar
from tests.widgets.projector_faults import faults
from tests.widgets.sample_pages import LANGUAGES, sample_pages
from widgets.projector.view import ProjectorView
from widgets.theme import Zoom

SIZES = ((1280, 720), (1920, 1080), (3840, 2160), (400, 225), (1024, 768), (1920, 1200))
NAMES = tuple(sample_pages("nl"))


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
        assert faults(view, zoom) == [], (width, height)


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
