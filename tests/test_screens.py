"""Which screen is the room's, and that the console can always be reached."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.screen_plan import (
    GAP,
    ScreenId,
    SeenScreen,
    are_mirrored,
    beside,
    brought_into_sight,
    console_among,
    projector_among,
    same_screen,
)
from app.screens import Screens
from tests.screen_samples import BEAMER, LAPTOP, MONITOR, Looked, at, moved, seen


def test_the_second_screen_is_the_room_s() -> None:
    assert projector_among((LAPTOP, BEAMER), LAPTOP, None) == BEAMER
    assert projector_among((BEAMER, LAPTOP), LAPTOP, None) == BEAMER


def test_one_screen_is_the_console_s() -> None:
    assert projector_among((LAPTOP,), LAPTOP, BEAMER.identity) is None
    assert projector_among((), None, None) is None


def test_of_three_screens_the_known_one_is_the_room_s() -> None:
    three = (LAPTOP, MONITOR, BEAMER)
    assert projector_among(three, LAPTOP, BEAMER.identity) == BEAMER
    assert projector_among(three, LAPTOP, MONITOR.identity) == MONITOR


def test_the_console_on_the_beamer_swaps_the_roles() -> None:
    assert projector_among((LAPTOP, BEAMER), BEAMER, BEAMER.identity) == LAPTOP


def test_of_three_screens_the_main_one_is_the_room_s_last() -> None:
    assert projector_among((LAPTOP, MONITOR, BEAMER), MONITOR, None) == BEAMER


def test_screens_that_show_the_same_are_one() -> None:
    twin = moved(BEAMER, LAPTOP.place)
    smaller_twin = moved(BEAMER, QRect(0, 0, 1024, 768))
    for other in (twin, smaller_twin):
        assert are_mirrored((LAPTOP, other))
        assert projector_among((LAPTOP, other), LAPTOP, None) is None
    assert not are_mirrored((LAPTOP,))
    assert not are_mirrored((LAPTOP, BEAMER))
    assert projector_among((LAPTOP, twin, MONITOR), LAPTOP, None) == MONITOR


@pytest.mark.parametrize(
    "again",
    [
        moved(BEAMER, QRect(1440, 0, 1280, 720)),
        moved(BEAMER, QRect(-1920, 0, 1920, 1080), "DP-9"),
        replace(BEAMER, density=192.0),
    ],
    ids=["other resolution", "other side and socket", "other scale"],
)
def test_a_screen_is_known_again(again: SeenScreen) -> None:
    assert same_screen(BEAMER.identity, (LAPTOP, MONITOR, again)) == again


def test_another_beamer_on_the_same_socket_is_another() -> None:
    other = seen("HDMI-1", BEAMER.place, model="Other beamer", serial="x9")
    assert same_screen(BEAMER.identity, (LAPTOP, other)) is None
    same_kind = seen("HDMI-1", BEAMER.place, model="Beamer", serial="b2")
    assert same_screen(BEAMER.identity, (LAPTOP, same_kind)) is None


def test_alike_screens_are_told_apart_by_socket_and_then_by_place() -> None:
    left = seen("DP-1", QRect(-1920, 0, 1920, 1080), model="Beamer")
    right = seen("DP-2", QRect(1440, 0, 1920, 1080), model="Beamer")
    assert same_screen(right.identity, (left, right)) == right
    nameless = [seen("", one.place, model="Beamer") for one in (left, right)]
    assert same_screen(nameless[1].identity, nameless) == nameless[1]


def test_a_screen_with_only_a_name_is_known_by_it() -> None:
    first, second = (seen(name, QRect(0, 0, 800, 600)) for name in "AB")
    assert same_screen(second.identity, (first, second)) == second
    assert same_screen(ScreenId(name="C"), (first, second)) is None


def test_the_console_begins_on_the_main_screen_unless_that_is_the_room_s() -> None:
    beamer = replace(BEAMER, primary=True)
    laptop = replace(LAPTOP, primary=False)
    assert console_among((beamer, laptop), None) == beamer
    assert console_among((beamer, laptop), BEAMER.identity) == laptop
    assert console_among((), None) is None


def test_a_window_that_is_seen_is_left_alone() -> None:
    for frame in (at(LAPTOP, 0, 0, 1440, 860), at(BEAMER, 100, 50, 900, 700)):
        assert brought_into_sight(frame, (LAPTOP, BEAMER)) is None
    across = QRect(1000, 100, 900, 600)
    assert brought_into_sight(across, (LAPTOP, BEAMER)) is None


def test_a_window_comes_back_from_a_screen_that_is_gone() -> None:
    back = brought_into_sight(at(BEAMER, 200, 200, 1280, 720), (LAPTOP,))
    assert back is not None
    assert back.size() == QSize(1280, 720)
    assert LAPTOP.free.contains(back)


def test_a_window_shrinks_to_a_screen_that_became_smaller() -> None:
    small = moved(LAPTOP, QRect(0, 0, 1280, 720))
    assert brought_into_sight(QRect(40, 10, 1400, 850), (small,)) == small.free


@given(
    x=st.integers(-5000, 5000),
    y=st.integers(-5000, 5000),
    width=st.integers(100, 4000),
    height=st.integers(100, 3000),
)
def test_wherever_a_window_was_it_can_be_reached(x: int, y: int, width: int, height: int) -> None:
    screens = (LAPTOP, BEAMER, MONITOR)
    back = brought_into_sight(QRect(x, y, width, height), screens)
    assert back is None or any(one.free.contains(back) for one in screens)
    assert back is None or brought_into_sight(back, screens) is None


def test_a_window_stands_beside_the_console_when_there_is_room() -> None:
    free = QRect(0, 0, 2560, 1400)
    for console in (QRect(0, 0, 1440, 1000), QRect(1100, 0, 1460, 1400)):
        place = beside(console, free)
        assert not place.intersects(console)
        assert free.contains(place)
        assert place.height() == place.width() * 9 // 16


def test_without_room_it_covers_a_corner() -> None:
    free = QRect(0, 0, 1440, 860)
    place = beside(free, free)
    assert free.contains(place)
    assert place.bottomRight() == free.bottomRight() - QRect(0, 0, GAP + 1, GAP + 1).bottomRight()
    assert place.width() * place.height() < free.width() * free.height() / 4


def test_a_change_is_told_once(qtbot: QtBot) -> None:
    eyes = Looked(LAPTOP)
    screens = Screens(look=eyes)
    told: list[bool] = []

    def note() -> None:
        told.append(screens.projector is not None)

    screens.changed.connect(note)
    screens.look_again()
    assert told == []
    eyes.screens = (LAPTOP, BEAMER)
    screens.look_again()
    screens.look_again()
    assert told == [True]
    eyes.screens = (LAPTOP, replace(BEAMER, density=192.0))
    screens.look_again()
    assert told == [True, True]


def test_a_chosen_screen_becomes_the_room_s() -> None:
    screens = Screens(look=Looked(LAPTOP, MONITOR, BEAMER))
    assert screens.projector == MONITOR
    screens.prefer(BEAMER.identity)
    assert screens.projector == BEAMER
    assert screens.preferred == BEAMER.identity


def test_the_console_opens_where_it_stood_if_that_is_still_right() -> None:
    size = QSize(1440, 900)
    before = at(LAPTOP, 100, 50, 1200, 700)
    on_beamer = at(BEAMER, 100, 50, 1200, 700)
    screens = Screens(BEAMER.identity, Looked(LAPTOP, BEAMER))
    assert screens.place_to_begin(before, size) == before
    for wrong in (None, on_beamer, QRect(9000, 0, 800, 600)):
        assert LAPTOP.free.contains(screens.place_to_begin(wrong, size))


def test_the_console_comes_back_when_its_screen_goes(qtbot: QtBot) -> None:
    console = QWidget()
    qtbot.addWidget(console)
    console.setGeometry(at(BEAMER, 100, 100, 800, 600))
    eyes = Looked(LAPTOP, BEAMER)
    screens = Screens(look=eyes)
    screens.set_console(console)
    with qtbot.waitExposed(console):
        console.show()
    eyes.screens = (LAPTOP,)
    screens.look_again()
    assert LAPTOP.free.contains(console.frameGeometry())


TWO_SCREENS = {
    "screens": [
        {"name": "laptop", "x": 0, "y": 0, "width": 1440, "height": 900},
        {"name": "beamer", "x": 1440, "y": 0, "width": 1920, "height": 1080},
    ]
}
FILLS_THE_SECOND = """
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from app.projector_window import ProjectorWindow
from app.screens import Screens
from resources.catalogue import catalogue

application = QApplication([])
console = QWidget()
console.setGeometry({console})
console.show()
screens = Screens()
screens.set_console(console)
picture = QWidget()
window = ProjectorWindow(picture, screens, catalogue("nl"))
window.turn_on()
application.processEvents()
print(window.screen().name(), window.geometry().getRect(), window.isFullScreen())
print(picture.size().toTuple(), console.screen().name())
"""


@pytest.mark.parametrize(
    ("console", "filled", "place"),
    [
        ("100, 100, 1200, 700", "beamer", (1440, 0, 1920, 1080)),
        ("1600, 100, 1200, 700", "laptop", (0, 0, 1440, 900)),
    ],
)
def test_the_picture_fills_the_screen_where_the_console_is_not(
    tmp_path: Path, project: Path, console: str, filled: str, place: tuple[int, ...]
) -> None:
    """In a child process: the screens of the offscreen platform stand in a file."""
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps(TWO_SCREENS), encoding="utf-8")
    platform = f"offscreen:configfile={screens}"
    done = subprocess.run(
        [sys.executable, "-c", FILLS_THE_SECOND.replace("{console}", console)],
        cwd=project,
        env=dict(os.environ, QT_QPA_PLATFORM=platform),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    other = {"beamer": "laptop", "laptop": "beamer"}[filled]
    assert done.stdout.splitlines() == [f"{filled} {place} True", f"{place[2:]} {other}"]
