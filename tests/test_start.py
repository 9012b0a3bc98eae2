"""The start: a window first, then its first page, then what is heavy."""

import gc
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.first_window import USUAL, FirstWindow
from app.loading import Loading
from tests.widgets.leftovers import leftovers, now

LIBRARIES = ("msgspec", "matplotlib", "numpy", "reportlab", "babel")
LATER = ("matplotlib", "numpy", "reportlab", "pypdfium2", "aiohttp", "segno")

PROGRAM = """
import gc, json, os, sys, weakref
from PySide6.QtCore import Slot
from app import start
from app.cli import main

told = {}

class Ring:
    pass

def note(moment):
    told[moment] = sorted({name.partition(".")[0] for name in sys.modules})

def filled():
    note("page")

def ready():
    note("ready")
    told["python_looks_itself"] = gc.isenabled()
    ring = Ring()
    ring.ring = ring
    last = weakref.ref(ring)
    del ring
    rubbish = [[] for _ in range(2000)]
    run.running._garbage.look()
    told["garbage_went"] = last() is None
    run.running.program.doors.practise()
    told["painted_radar"] = bool(run.running.program._painter)
    if len(sys.argv) > 1:
        run.first.setGeometry(*map(int, sys.argv[1:]))
    run.running.window.close()

class Watched(start.Start):
    @Slot()
    def _fill(self):
        global run
        run = self
        note("window")
        # Heard before the program itself hears it.
        self.first.filled.connect(filled)
        super()._fill()
        place = self.first.geometry()
        told["place"] = [place.x(), place.y(), place.width(), place.height()]
        self.running.ready.connect(ready)

start.Start = Watched
told["status"] = main([])
print(json.dumps(told))
"""


def started(project: Path, folder: Path, *place: int) -> dict[str, object]:
    """Run the program in a folder until all is loaded; it ends at `place`."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(project),
        "XDG_CONFIG_HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
        "HOME": str(folder),
    }
    done = subprocess.run(
        [sys.executable, "-P", "-c", PROGRAM, *map(str, place)],
        capture_output=True,
        text=True,
        timeout=120,
        env=environment,
        cwd=folder,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def told(project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    return started(project, tmp_path_factory.mktemp("program"))


def loaded(told: dict[str, object], moment: str) -> set[str]:
    names = told[moment]
    assert isinstance(names, list)
    return set(names)


def test_the_first_window_needs_none_of_the_libraries(told: dict[str, object]) -> None:
    assert loaded(told, "window").isdisjoint(LIBRARIES)


def test_the_first_page_needs_none_of_the_heavy_ones(told: dict[str, object]) -> None:
    assert loaded(told, "page").isdisjoint(LATER)


def test_afterwards_all_of_it_is_there(told: dict[str, object]) -> None:
    assert loaded(told, "ready").issuperset(LIBRARIES)
    assert told["painted_radar"]


def test_python_looks_for_no_garbage_by_itself_where_a_thread_might_find_a_widget(
    told: dict[str, object],
) -> None:
    assert not told["python_looks_itself"]
    assert told["garbage_went"]


def test_the_window_comes_back_where_the_program_was_left(
    qtbot: QtBot, project: Path, tmp_path: Path
) -> None:
    told = started(project, tmp_path, 10, 20, 1100, 650)
    assert told["status"] == 0
    (settings,) = tmp_path.rglob("settings.json")
    window = FirstWindow(settings)
    qtbot.addWidget(window)
    assert window.geometry().getRect() == (10, 20, 1100, 650)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff\xfe", b'{"window": "here", "theme": []}', b'{"window":[1]}'],
)
def test_damaged_settings_do_not_stop_the_first_window(
    qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    settings = tmp_path / "settings.json"
    settings.write_bytes(content)
    window = FirstWindow(settings)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    assert window.size() == USUAL.boundedTo(window.screen().availableSize())


def test_the_first_window_stands_where_it_stood(qtbot: QtBot, tmp_path: Path) -> None:
    settings = tmp_path / "settings.json"
    settings.write_text(json.dumps({"window": [5, 6, 700, 500], "theme": "dark"}))
    window = FirstWindow(settings)
    qtbot.addWidget(window)
    assert window.geometry().getRect() == (5, 6, 700, 500)


def test_the_first_window_has_the_ground_of_the_theme(qtbot: QtBot, tmp_path: Path) -> None:
    settings = tmp_path / "settings.json"
    colours = set()
    for theme in ("light", "dark"):
        settings.write_text(json.dumps({"theme": theme}))
        window = FirstWindow(settings)
        qtbot.addWidget(window)
        colours.add(window.grab().toImage().pixelColor(20, 20).name())
    assert len(colours) == 2


def test_loading_stops_after_the_job_at_hand(qtbot: QtBot) -> None:
    before = now()
    begun = threading.Event()
    done: list[str] = []

    def first() -> None:
        begun.set()
        loading._ending.wait()
        done.append("first")

    loading = Loading((first, lambda: done.append("second")))
    loading.start()
    begun.wait()
    loading.stop()
    assert done == ["first"]
    assert leftovers(before) == []


def test_loading_tells_once_in_the_thread_that_made_it(qtbot: QtBot) -> None:
    worked: list[int] = []
    told: list[int] = []
    loading = Loading((lambda: worked.append(threading.get_ident()),))
    loading.done.connect(lambda: told.append(threading.get_ident()))
    with qtbot.waitSignal(loading.done):
        loading.start()
        loading.start()
    assert told == [threading.get_ident()]
    assert len(worked) == 1
    assert worked != told
    gc.unfreeze()
