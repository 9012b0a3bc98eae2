"""The start of the program, in processes of their own, in turn with a bare window.

Time on the wall is from starting the process until it tells that it has painted; time of the
processor is all that the process used until then. Both have their byte code at hand.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct, convert

ROOT = Path(__file__).parents[2]
ROUNDS = 9
LOADS = 5
MOST_GAP = 0.060
HEAVY_LATER = ("matplotlib", "numpy", "reportlab", "aiohttp", "openpyxl")
ROW = "{:<44} {:>12} {:>12} {:>7} {:>8}"
MEGABYTE = 1024 * 1024


class Told(Struct, frozen=True, kw_only=True):
    """What a child says of itself; `wall` is what its parent saw."""

    cpu: float
    memory: int
    heavy: tuple[str, ...]
    gap: float = 0.0
    opening: float = 0.0
    wall: float = 0.0


def start_rows() -> list[bool]:
    """Print the rows of the start and of the memory; tell of each whether it held."""
    with tempfile.TemporaryDirectory() as folder:
        moments = ("bare", "window", "page", "loaded", "session", "served")
        for moment in moments:
            _child(moment, folder)
        shown = [[_child(moment, folder) for moment in moments[:3]] for _ in range(ROUNDS)]
        loads = [_child("loaded", folder) for _ in range(LOADS)]
        full = [
            [_child(moment, folder) for moment in ("bare", "session", "served")]
            for _ in range(LOADS)
        ]
    bare_full, session, served = zip(*full, strict=True)
    bare, window, page = zip(*shown, strict=True)
    return [
        _time("start to first painted window, wall", window, bare, _wall, 1.5),
        _time("start to first painted window, CPU", window, bare, _cpu, 1.4),
        _told("start to first page (told only), wall", page, bare, _wall),
        _told("start to first page (told only), CPU", page, bare, _cpu),
        _absent("heavy libraries imported at first paint", [*window, *page]),
        _gap(loads),
        _opening(session),
        _memory("memory, all loaded and a session open", bare_full, session, 3),
        _memory("the same while phones are served (told only)", bare_full, served, None),
    ]


def _child(moment: str, folder: str) -> Told:
    """Run a child as on a machine where the program ran before, but nobody's settings."""
    environment = dict(
        os.environ,
        QT_QPA_PLATFORM="offscreen",
        PYTHONPATH=str(ROOT),
        PYTHONPYCACHEPREFIX=str(Path(folder) / "bytecode"),
        XDG_CONFIG_HOME=folder,
        XDG_DATA_HOME=folder,
    )
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-P", "-m", "tests.benchmarks.child", moment]
    begun = time.perf_counter()
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=environment,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        wall = time.perf_counter() - begun
    return convert({**json.loads(line), "wall": wall}, Told)


def _wall(told: Told) -> float:
    return told.wall


def _cpu(told: Told) -> float:
    return told.cpu


def _memory_of(told: Told) -> float:
    return told.memory


def _ratio(
    ours: Sequence[Told], floor: Sequence[Told], value: Callable[[Told], float]
) -> tuple[float, float, float]:
    pairs = [(value(mine), value(bare)) for mine, bare in zip(ours, floor, strict=True)]
    return (
        statistics.median(mine for mine, _ in pairs),
        statistics.median(bare for _, bare in pairs),
        statistics.median(mine / bare for mine, bare in pairs),
    )


def _time(
    what: str,
    ours: Sequence[Told],
    floor: Sequence[Told],
    value: Callable[[Told], float],
    most: float,
) -> bool:
    mine, bare, ratio = _ratio(ours, floor, value)
    shown = (f"{mine * 1000:.0f} ms", f"{bare * 1000:.0f} ms", f"{ratio:.2f}", f"<= {most:g}")
    print(ROW.format(what, *shown))
    return ratio <= most


def _told(
    what: str, ours: Sequence[Told], floor: Sequence[Told], value: Callable[[Told], float]
) -> bool:
    mine, bare, ratio = _ratio(ours, floor, value)
    print(ROW.format(what, f"{mine * 1000:.0f} ms", f"{bare * 1000:.0f} ms", f"{ratio:.2f}", ""))
    return True


def _absent(what: str, told: Sequence[Told]) -> bool:
    found = sorted({name for one in told for name in one.heavy if name in HEAVY_LATER})
    print(ROW.format(what, ", ".join(found) or "none", "", "", "none"))
    return not found


def _gap(loads: Sequence[Told]) -> bool:
    gap = statistics.median(one.gap for one in loads)
    target = f"<= {MOST_GAP * 1000:.0f} ms"
    print(ROW.format("longest GUI gap while these load", f"{gap * 1000:.0f} ms", "", "", target))
    return gap <= MOST_GAP


def _opening(sessions: Sequence[Told]) -> bool:
    seconds = statistics.median(one.opening for one in sessions)
    print(ROW.format("open practising (told only)", f"{seconds * 1000:.0f} ms", "", "", ""))
    return True


def _memory(what: str, floor: Sequence[Told], ours: Sequence[Told], most: float | None) -> bool:
    mine, bare, ratio = _ratio(ours, floor, _memory_of)
    target = "" if most is None else f"<= {most:g}"
    shown = (f"{mine / MEGABYTE:.0f} MB", f"{bare / MEGABYTE:.0f} MB", f"{ratio:.2f}", target)
    print(ROW.format(what, *shown))
    return most is None or ratio <= most
