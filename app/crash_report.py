"""The report of a mistake of the program: where in the code, and nothing of the session."""

import platform
import sys
import sysconfig
import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Final

from msgspec import Struct
from PySide6.QtCore import qVersion

from app import __version__

MOST: Final = 20
"""Reports that are kept; the oldest go."""
LIBRARIES: Final = (
    "PySide6-Essentials",
    "msgspec",
    "aiohttp",
    "segno",
    "matplotlib",
    "reportlab",
    "pypdfium2",
    "babel",
    "icalendar",
)
_LONGEST_CHAIN: Final = 5
_PREFIX: Final = "fout-"
_ELSEWHERE: Final = "?"


class Place(Struct, frozen=True):
    """A line of code. `file` is known to be a module's, never a file of a person."""

    file: str
    line: int
    function: str


class Fault(Struct, frozen=True):
    """What went wrong: kinds of errors with their places, the last first; never their words."""

    kind: str
    places: tuple[Place, ...]
    cause: "Fault | None" = None


class CrashFolder:
    """Where the reports stand; writing one never raises."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, fault: Fault, now: datetime) -> None:
        with suppress(OSError):
            self.path.mkdir(parents=True, exist_ok=True)
            self._free_path(now).write_text(report_text(fault, now), encoding="utf-8")
            for old in self.reports()[:-MOST]:
                old.unlink()

    def reports(self) -> list[Path]:
        """Return the reports, oldest first."""
        return sorted(self.path.glob(f"{_PREFIX}*.txt"))

    def _free_path(self, now: datetime) -> Path:
        stem = f"{_PREFIX}{now:%Y%m%d-%H%M%S-%f}"
        return self.path / f"{stem}.txt"


def fault_of(error: BaseException | str, trace: TracebackType | None) -> Fault:
    """Return what of an error may be written down.

    A string is a kind of its own, without an error of Python: its place is here and now.
    """
    if isinstance(error, str):
        frames = traceback.walk_stack(sys._getframe(1))
        lines = ((frame.f_code.co_filename, line, frame.f_code) for frame, line in frames)
        places = [Place(_module(file), line, code.co_qualname) for file, line, code in lines]
        return Fault(error, tuple(places))
    return _fault(error, trace, _LONGEST_CHAIN)


def report_text(fault: Fault, now: datetime) -> str:
    """Return the whole report."""
    lines = [f"Leerradar {__version__}", f"{now:%Y-%m-%d %H:%M:%S}", *_surroundings(), ""]
    at: Fault | None = fault
    while at is not None:
        lines.append(at.kind)
        lines += (f"  {place.file}:{place.line}:{place.function}" for place in at.places)
        at = at.cause
    return "\n".join(lines) + "\n"


def _fault(error: BaseException, trace: TracebackType | None, left: int) -> Fault:
    kind = type(error)
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return Fault(
        f"{kind.__module__}.{kind.__qualname__}",
        tuple(_places(trace)),
        _fault(before, before.__traceback__, left - 1) if before and left > 1 else None,
    )


def _places(trace: TracebackType | None) -> Iterator[Place]:
    found = [
        Place(_module(frame.f_code.co_filename), line, frame.f_code.co_qualname)
        for frame, line in traceback.walk_tb(trace)
    ]
    yield from reversed(found)


def _module(name: str) -> str:
    """Return a module's file under the folder that holds it; '?' for anything else.

    Where the program stands may hold the name of a person, so that is left out.
    """
    path = Path(name)
    for root in _roots():
        if path.is_relative_to(root) and path.suffix == ".py":
            return path.relative_to(root).as_posix()
    return _ELSEWHERE


def _roots() -> tuple[Path, ...]:
    places = sysconfig.get_paths()
    libraries = (places[name] for name in ("purelib", "platlib", "stdlib", "platstdlib"))
    # The program first: it may stand among the libraries.
    return (Path(__file__).parent.parent, *map(Path, libraries))


def _surroundings() -> Iterator[str]:
    # As heavy as all the rest that stands ready for a mistake, which may never come.
    from importlib.metadata import PackageNotFoundError, version

    yield f"{platform.system()} {platform.release()} {platform.machine()}"
    yield f"Python {platform.python_version()}, Qt {qVersion()}"
    for name in LIBRARIES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"{name} -"
