"""Where the radar stands on its page."""

import pytest

from reports.radar_artists import RadarArtists
from tests.radar_samples import OWNER, TEAM, ZONE_WORDS, view
from widgets.radar_layout import (
    Page,
    Place,
    box_of,
    empty_box,
    moving_box,
    names_of,
    placed,
    whole_box,
)
from workshop_flows.radar import COUNT
from workshop_flows.radar_marks import Labels, Shape
from workshop_flows.radar_scene import extent, scene, series_shown
from workshop_flows.radar_series import series
from workshop_flows.views import RadarView
from workshop_flows.vocabulary import Band, Mode

PAINTER = RadarArtists()
SIZES = [(220, 220, 14), (300, 220, None), (608, 440, 36), (1200, 1010, 38), (1400, 700, None)]


def one(axis: int | None) -> list[bool]:
    return [at == axis for at in range(COUNT)]


VIEWS = [
    view(team=TEAM, owner=[5.0] * 7, emphasised=one(2)),
    view(team=TEAM, target=[5.0] * 7, emphasised=one(0)),
    view(Mode.POOLED, zone=[Band.MIDDLE] * 7, target=[5.0] * 7, emphasised=one(5)),
    view(Mode.OPEN, agreed=[5.0] * 7),
]


def page(labels: Labels, width: int, height: int, text: float | None) -> Page:
    return Page(width, height, 1.0, text, labels, "light")


def place_of(of: RadarView, on: Page) -> Place:
    return placed(names_of(of, on.labels), on, ZONE_WORDS, PAINTER)


@pytest.mark.parametrize("of", VIEWS)
@pytest.mark.parametrize("labels", ["names", "numbers", "none"])
@pytest.mark.parametrize(("width", "height", "text"), SIZES)
def test_everything_is_on_the_page(
    of: RadarView, labels: Labels, width: int, height: int, text: float | None
) -> None:
    place = place_of(of, page(labels, width, height, text))
    x, y, radius, style = place
    reach = extent(scene(of, style, ZONE_WORDS), PAINTER.text_width)
    assert radius > 0.1 * min(width, height)
    assert x - radius * reach.left >= 0
    assert x + radius * reach.right <= width
    assert y + radius * reach.up <= height
    assert y - radius * reach.down >= 0


@pytest.mark.parametrize(("width", "height", "text"), [one for one in SIZES if one[2]])
def test_texts_have_the_height_that_was_asked(width: int, height: int, text: float) -> None:
    place = place_of(VIEWS[0], page("numbers", width, height, text))
    assert place.style.label * place.radius == pytest.approx(text, rel=0.001)


@pytest.mark.parametrize("labels", ["names", "none"])
def test_nothing_jumps_when_an_axis_is_added_or_named(labels: Labels) -> None:
    on = page(labels, 700, 600, None)
    if labels == "names":
        places = {place_of(of, on) for of in (*VIEWS[:2], view(), view(team=TEAM, owner=OWNER))}
    else:
        places = {place_of(of, on) for of in (VIEWS[0], view(), view(team=TEAM, owner=OWNER))}
    assert len(places) == 1


def test_a_small_radar_keeps_its_size_and_steps_aside_for_the_name() -> None:
    on = page("numbers", 608, 440, 36)
    places = [place_of(view(team=TEAM, emphasised=one(axis)), on) for axis in range(COUNT)]
    assert len({place.radius for place in places}) == 1
    assert places[2].x < on.width / 2 < places[5].x


@pytest.mark.parametrize("of", VIEWS)
def test_what_moves_stays_within_its_box(of: RadarView) -> None:
    on = page("numbers", 608, 440, 36)
    place = place_of(of, on)
    shapes: tuple[Shape, ...] = tuple(series(of, place.style))
    assert series_shown(of)
    touched, allowed = box_of(shapes, place, on), moving_box(place, on)
    assert touched.joined(allowed) == allowed
    assert touched.joined(whole_box(on)) == whole_box(on)


def test_an_empty_box_changes_no_other() -> None:
    on = page("names", 300, 200, None)
    assert empty_box(on).joined(whole_box(on)) == whole_box(on)
    assert box_of((), place_of(VIEWS[0], on), on) == empty_box(on)
