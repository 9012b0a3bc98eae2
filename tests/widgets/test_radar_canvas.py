"""The live radar shows the scene, moves to the next one, and leaves nothing of the last."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from msgspec import structs
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reports.palette import Theme, colours
from reports.radar_artists import RadarArtists
from reports.radar_matplotlib import Placed, figure
from tests.radar_samples import OWNER, SPREAD, TEAM, ZONE_WORDS, view
from tests.widgets.leftovers import leftovers, now
from widgets.radar_canvas import RadarCanvas
from widgets.radar_drawing import RadarDrawing
from widgets.radar_layout import Page, Place, names_of, placed
from workshop_flows.radar import point_of
from workshop_flows.radar_marks import Labels
from workshop_flows.radar_scene import number_direction, scene
from workshop_flows.radar_series import stand_of
from workshop_flows.views import RadarView
from workshop_flows.vocabulary import Band, Mode

PAINTER = RadarArtists()
SIZE = QSize(560, 480)
NONE = [None] * 7
FIRST = [2.0] * 7
VIEWS = {
    "empty": view(),
    "three": view(team=[*TEAM[:3], *NONE[3:]], owner=[*OWNER[:3], *NONE[3:]]),
    "team": view(
        team=TEAM, owner=OWNER, spread=SPREAD, first=FIRST, emphasised=[True] + [False] * 6
    ),
    "flags": view(
        team=TEAM,
        agreed=[4.5, *NONE[1:]],
        target=[5.0, None, 4.5, *NONE[3:]],
        emphasised=[True, False, True, *[False] * 4],
    ),
    "follow up": view(team=TEAM, earlier=OWNER),
    "pooled": view(Mode.POOLED, zone=[Band.LOW, Band.MIDDLE, Band.HIGH, *NONE[3:]]),
    "open": view(Mode.OPEN, agreed=[4.0, None, 3.0, 2.5, 2.0, None, 5.0]),
}
OTHER = view(team=[one + 0.6 for one in TEAM], owner=TEAM)

Make = Callable[..., RadarCanvas]


class Canvas(RadarCanvas):
    """Remembers what Qt asked it to paint."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[QRect] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.append(event.rect())
        super().paintEvent(event)


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def made(
        of: RadarView | None = None, labels: Labels = "names", theme: Theme = "light"
    ) -> Canvas:
        canvas = Canvas()
        qtbot.addWidget(canvas)
        canvas.set_painter(PAINTER)
        canvas.set_zone_words(ZONE_WORDS)
        canvas.set_labels(labels)
        canvas.set_theme("dark" if theme == "dark" else "light")
        canvas.resize(SIZE)
        if of is not None:
            canvas.show_view(of)
        return canvas

    return made


@pytest.fixture
def shown(qtbot: QtBot, make: Make) -> Make:
    def made(*args: object, **words: object) -> RadarCanvas:
        canvas = make(*args, **words)
        with qtbot.waitExposed(canvas):
            canvas.show()
        return canvas

    return made


def pixels(of: QWidget | QImage) -> np.ndarray:
    """Return the colours as rows of RGB."""
    image = of if isinstance(of, QImage) else of.grab().toImage()
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return rows[:, : image.width(), :3].copy()


def same(one: QWidget | np.ndarray, other: QWidget | np.ndarray) -> bool:
    sides = [side if isinstance(side, np.ndarray) else pixels(side) for side in (one, other)]
    return bool(np.array_equal(*sides))


def place_in(of: RadarView, labels: Labels = "names", theme: Theme = "light") -> Place:
    page = Page(
        SIZE.width(), SIZE.height(), 1.0, None, labels, "dark" if theme == "dark" else "light"
    )
    return placed(names_of(of, labels), page, ZONE_WORDS, PAINTER)


def still(qtbot: QtBot, canvas: RadarCanvas) -> None:
    qtbot.waitUntil(lambda: not canvas.is_moving())


def underway(qtbot: QtBot, canvas: RadarCanvas) -> None:
    """Wait until the radar has visibly left, before it arrives."""
    before = pixels(canvas)
    qtbot.waitUntil(lambda: not same(canvas, before))
    assert canvas.is_moving()


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("labels", ["names", "numbers", "none"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_shows_the_whole_scene(name: str, labels: Labels, theme: Theme, make: Make) -> None:
    of = VIEWS[name]
    x, y, radius, style = place_in(of, labels, theme)
    style = structs.replace(style, numbers_at=number_direction(of, style))
    drawing = scene(of, style, ZONE_WORDS)
    width, height = SIZE.width(), SIZE.height()
    page = FigureCanvasAgg(figure([Placed(drawing, x, y - height, radius)], width, height, theme))
    page.draw()
    expected = np.asarray(page.buffer_rgba())[:, :, :3].astype(int)
    found = pixels(make(of, labels, theme)).astype(int)
    # Axes place by floating point, the widget by pixels: antialiasing may round otherwise.
    assert np.abs(found - expected).max() <= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_mark_stands_on_its_value(theme: Theme, make: Make) -> None:
    image = make(VIEWS["follow up"], "names", theme).grab().toImage()
    place = place_in(VIEWS["follow up"])
    for axis, spoke in enumerate(VIEWS["follow up"].spokes):
        stand = stand_of(Mode.TEAM, spoke)
        assert stand is not None
        x, y = point_of(axis, stand)
        at = (place.x + x * place.radius, SIZE.height() - place.y - y * place.radius)
        assert image.pixelColor(*map(int, at)) == QColor(colours(theme)["team"])


@pytest.mark.parametrize("name", [name for name in VIEWS if VIEWS[name].mode is Mode.TEAM])
def test_a_transition_ends_on_the_view_itself(
    name: str, qtbot: QtBot, shown: Make, make: Make
) -> None:
    canvas = shown(VIEWS["empty"])
    canvas.show_view(OTHER)
    assert canvas.is_moving()
    still(qtbot, canvas)
    canvas.show_view(VIEWS[name])
    still(qtbot, canvas)
    assert same(canvas, make(VIEWS[name]))


def test_the_first_radar_comes_at_once(shown: Make, make: Make) -> None:
    canvas = shown()
    canvas.show_view(VIEWS["team"])
    assert not canvas.is_moving()
    assert same(canvas, make(VIEWS["team"]))


def test_reduced_motion_shows_the_end_at_once(shown: Make, make: Make) -> None:
    canvas = shown(VIEWS["three"])
    canvas.set_reduced_motion(reduced=True)
    canvas.show_view(VIEWS["team"])
    assert not canvas.is_moving()
    assert same(canvas, make(VIEWS["team"]))


def test_no_duration_shows_the_end_at_once(shown: Make, make: Make) -> None:
    canvas = shown(VIEWS["three"])
    canvas.set_duration(0)
    canvas.show_view(VIEWS["team"])
    assert not canvas.is_moving()
    assert same(canvas, make(VIEWS["team"]))


def test_motion_that_is_reduced_underway_arrives(qtbot: QtBot, shown: Make, make: Make) -> None:
    canvas = shown(VIEWS["three"])
    canvas.show_view(VIEWS["team"])
    underway(qtbot, canvas)
    canvas.set_reduced_motion(reduced=True)
    assert not canvas.is_moving()
    assert same(canvas, make(VIEWS["team"]))


def test_another_mode_comes_at_once(shown: Make, make: Make) -> None:
    canvas = shown(VIEWS["team"])
    canvas.show_view(VIEWS["pooled"])
    assert not canvas.is_moving()
    assert same(canvas, make(VIEWS["pooled"]))


def test_a_new_radar_leaves_from_what_is_on_screen(qtbot: QtBot, shown: Make) -> None:
    start, there = view(team=TEAM), view(team=[one + 0.9 for one in TEAM])
    canvas = shown(start)
    canvas.show_view(there)
    underway(qtbot, canvas)
    before = pixels(canvas)
    canvas.show_view(view(team=[one + 0.2 for one in TEAM]))
    assert same(canvas, before)
    canvas.show_view(start)
    assert same(canvas, before)
    still(qtbot, canvas)


def test_the_same_radar_again_starts_nothing(shown: Make) -> None:
    canvas = shown(VIEWS["team"])
    canvas.show_view(
        view(
            **{"team": TEAM, "owner": OWNER, "spread": SPREAD, "first": FIRST},
            emphasised=[True] + [False] * 6,
        )
    )
    assert not canvas.is_moving()


def test_only_what_changes_is_painted(qtbot: QtBot, shown: Make) -> None:
    canvas = shown(VIEWS["empty"])
    canvas.show_view(view(team=[None, 4.0, *NONE[2:]]))
    # The spoke becomes solid: a new background.
    qtbot.waitUntil(lambda: len(canvas.painted) > 1)
    canvas.painted.clear()
    still(qtbot, canvas)
    qtbot.waitUntil(lambda: bool(canvas.painted))
    place = place_in(VIEWS["empty"])
    for rectangle in canvas.painted:
        assert rectangle.width() * rectangle.height() < 0.5 * place.radius**2
        assert rectangle.left() > place.x - 0.2 * place.radius


def test_the_place_that_a_mark_leaves_is_painted_too(qtbot: QtBot, shown: Make) -> None:
    canvas = shown(view(team=[None, 5.0, *NONE[2:]]))
    place = place_in(VIEWS["empty"])
    canvas.painted.clear()
    canvas.show_view(view(team=[None, 1.0, *NONE[2:]]))
    qtbot.waitUntil(lambda: bool(canvas.painted))
    x, y = point_of(1, 5.0)
    left = QPoint(
        round(place.x + x * place.radius), round(SIZE.height() - place.y - y * place.radius)
    )
    assert canvas.painted[0].contains(left)
    assert canvas.painted[0] != canvas.rect()
    still(qtbot, canvas)


def test_resizing_waits_and_then_draws_anew(qtbot: QtBot, shown: Make, make: Make) -> None:
    canvas = shown(VIEWS["team"])
    for wider in range(1, 6):
        canvas.resize(SIZE.width() + 30 * wider, SIZE.height())
    fresh = make(VIEWS["team"])
    fresh.resize(canvas.size())
    assert not same(canvas, fresh)
    assert pixels(canvas)[1, 1].tolist() == pixels(fresh)[1, 1].tolist()
    qtbot.waitUntil(lambda: same(canvas, fresh))


def test_resizing_in_a_transition_ends_well(qtbot: QtBot, shown: Make, make: Make) -> None:
    canvas = shown(VIEWS["three"])
    canvas.show_view(VIEWS["team"])
    underway(qtbot, canvas)
    canvas.resize(420, 380)
    still(qtbot, canvas)
    fresh = make(VIEWS["team"])
    fresh.resize(420, 380)
    qtbot.waitUntil(lambda: same(canvas, fresh))


CHANGES: dict[str, Callable[[RadarCanvas], None]] = {
    "theme": lambda canvas: canvas.set_theme("dark"),
    "labels": lambda canvas: canvas.set_labels("numbers"),
    "words": lambda canvas: canvas.set_zone_words(dict.fromkeys(Band, "ja")),
    "text": lambda canvas: canvas.set_text_height(21),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", ["team", "pooled"])
def test_a_change_of_looks_leaves_nothing_of_the_old(
    change: str, name: str, qtbot: QtBot, shown: Make, make: Make
) -> None:
    canvas, before, fresh = shown(VIEWS[name]), make(VIEWS[name]), make()
    CHANGES[change](canvas)
    CHANGES[change](fresh)
    fresh.show_view(VIEWS[name])
    assert same(canvas, fresh)
    assert not same(canvas, before) or (change, name) == ("words", "team")


def test_a_change_of_theme_in_a_transition_ends_well(qtbot: QtBot, shown: Make, make: Make) -> None:
    canvas = shown(VIEWS["three"])
    canvas.show_view(VIEWS["team"])
    underway(qtbot, canvas)
    canvas.set_theme("dark")
    assert canvas.is_moving()
    still(qtbot, canvas)
    assert same(canvas, make(VIEWS["team"], "names", "dark"))


def test_another_language_renames_the_axes(qtbot: QtBot, shown: Make, make: Make) -> None:
    english = view(team=TEAM, label=["Learning helps"] * 7)
    canvas = shown(view(team=TEAM))
    canvas.show_view(english)
    still(qtbot, canvas)
    assert same(canvas, make(english))


def test_no_radar_leaves_a_trace_in_the_next(qtbot: QtBot, shown: Make, make: Make) -> None:
    canvas = shown(VIEWS["empty"])
    canvas.set_duration(20)
    for of in (*VIEWS.values(), VIEWS["empty"]):
        canvas.show_view(of)
        still(qtbot, canvas)
    assert same(canvas, make(VIEWS["empty"]))


def test_a_hidden_radar_runs_nothing(qtbot: QtBot, shown: Make, make: Make) -> None:
    before = now()
    canvas = shown(VIEWS["three"])
    canvas.show_view(OTHER)
    canvas.resize(SIZE.width() + 40, SIZE.height())
    underway_objects = leftovers(before)
    assert len(underway_objects) > 1
    canvas.hide()
    canvas.show_view(VIEWS["team"])
    assert not canvas.is_moving()
    assert leftovers(before) == [canvas]
    canvas.resize(SIZE)
    assert same(canvas, make(VIEWS["team"]))


def test_what_came_while_hidden_grows_when_it_comes_into_sight(
    qtbot: QtBot, shown: Make, make: Make
) -> None:
    canvas = shown(VIEWS["three"])
    canvas.hide()
    canvas.show_view(VIEWS["team"])
    canvas.show()
    assert canvas.is_moving()
    still(qtbot, canvas)
    assert same(canvas, make(VIEWS["team"]))


def test_shown_again_it_is_the_same(qtbot: QtBot, shown: Make) -> None:
    canvas = shown(VIEWS["team"])
    before = pixels(canvas)
    canvas.hide()
    canvas.show()
    assert not canvas.is_moving()
    assert same(canvas, before)


def test_it_may_be_closed_in_a_transition(qtbot: QtBot, shown: Make) -> None:
    canvas = shown(VIEWS["three"])
    canvas.show_view(VIEWS["team"])
    underway(qtbot, canvas)
    canvas.close()


def test_until_it_can_draw_it_is_empty_ground(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.setStyleSheet("background: #FBF6EC")
    canvas = RadarCanvas(page)
    page.resize(SIZE)
    canvas.resize(SIZE)
    canvas.show_view(VIEWS["team"])
    assert set(map(tuple, pixels(page).reshape(-1, 3).tolist())) == {(0xFB, 0xF6, 0xEC)}
    canvas.set_painter(PAINTER)
    assert len(set(map(tuple, pixels(page).reshape(-1, 3).tolist()))) > 20


def test_it_says_what_it_shows(make: Make) -> None:
    canvas = make(VIEWS["team"])
    canvas.set_description("Onze leerradar", "Leren heeft zin: team 3,9.")
    assert canvas.accessibleName() == "Onze leerradar"
    assert canvas.accessibleDescription() == "Leren heeft zin: team 3,9."


def test_the_image_is_the_pixels_and_no_copy(qapp: object) -> None:
    page = Page(300, 260, 1.0, None, "names", "light")
    drawing = RadarDrawing(PAINTER, page, ZONE_WORDS)
    drawing.show(VIEWS["empty"], VIEWS["empty"])
    image = drawing.image(1.0)
    before = pixels(image)
    drawing.show(VIEWS["team"], VIEWS["team"])
    assert not same(pixels(image), before)
    assert same(pixels(image), pixels(drawing.image(1.0)))


LATE = """
import sys
from PySide6.QtWidgets import QApplication
from widgets.radar_canvas import RadarCanvas
from workshop_flows.views import RadarView, Spoke
from workshop_flows.vocabulary import AXES, Mode

application = QApplication([])
canvas = RadarCanvas()
spokes = [Spoke(id=axis, label=axis.value, team=3.0) for axis in AXES]
canvas.show_view(RadarView(mode=Mode.TEAM, spokes=tuple(spokes)))
canvas.show()
canvas.grab()
print(sorted({"matplotlib", "numpy", "reportlab"} & set(sys.modules)))
"""

SHARP = """
import sys
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from reports.palette import colours
from reports.radar_artists import RadarArtists
from tests.radar_samples import TEAM, ZONE_WORDS, view
from widgets.radar_canvas import RadarCanvas
from widgets.radar_layout import Page, names_of, placed
from workshop_flows.radar import point_of

application = QApplication([])
of, painter = view(team=TEAM), RadarArtists()
canvas = RadarCanvas()
canvas.set_painter(painter)
canvas.resize(401, 333)
canvas.show_view(of)
canvas.show()
image = canvas.grab().toImage()
ratio = image.devicePixelRatio()
assert ratio == float(sys.argv[1]), ratio
from math import ceil
page = Page(ceil(401 * ratio), ceil(333 * ratio), ratio, None, "names", "light")
place = placed(names_of(of, "names"), page, ZONE_WORDS, painter)
for axis, value in enumerate(TEAM):
    x, y = point_of(axis, value)
    at = (place.x + x * place.radius, page.height - place.y - y * place.radius)
    assert image.pixelColor(*map(int, at)) == QColor(colours("light")["team"])
sharp = image.pixelColor(image.width() - 1, image.height() - 1)
assert sharp == QColor(colours("light")["paper"]), sharp.name()
print(len(set(image.pixel(x, image.height() // 2) for x in range(image.width()))))
"""


def run_python(code: str, project: Path, *arguments: str, **settings: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=project,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_matplotlib_comes_no_earlier_than_a_painter(project: Path) -> None:
    assert run_python(LATE, project) == "[]"


@pytest.mark.parametrize("ratio", ["1.0", "1.5", "2.0"])
def test_it_is_sharp_on_every_screen(ratio: str, project: Path) -> None:
    assert int(run_python(SHARP, project, ratio, QT_SCALE_FACTOR=ratio)) > 5
