"""How full the battery is, as far as the system tells."""

import ctypes
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

from msgspec import Struct

LINUX: Final = Path("/sys/class/power_supply")
_WAIT: Final = 3.0
"""Seconds that macOS gets to answer."""
_UNKNOWN: Final = 255


class Power(Struct, frozen=True, kw_only=True):
    """`charge` in per cent, None without a battery; `plugged`: it hangs on the mains."""

    charge: int | None
    plugged: bool


def power_now() -> Power | None:
    """Return how it is now, or None when this machine does not tell."""
    if sys.platform == "win32":
        return _windows()
    if sys.platform == "darwin":
        return _macos()
    return linux_power(LINUX)


def linux_power(supplies: Path) -> Power | None:
    """Read the folder in which Linux describes batteries and mains."""
    charges: list[int] = []
    states: list[str] = []
    try:
        for supply in sorted(supplies.iterdir()):
            kind, scope = _line(supply / "type"), _line(supply / "scope")
            # A mouse has a battery too.
            if kind == "Battery" and scope != "Device":
                charges.append(int(_line(supply / "capacity")))
                states.append(_line(supply / "status"))
    except (OSError, ValueError):
        return None
    if not charges:
        return None
    plugged = all(state != "Discharging" for state in states)
    return Power(charge=round(sum(charges) / len(charges)), plugged=plugged)


def read_pmset(told: str) -> Power | None:
    """Read what `pmset -g batt` prints on macOS."""
    charge = re.search(r"(\d+)%", told)
    if charge is None:
        return None
    return Power(charge=int(charge[1]), plugged="'AC Power'" in told)


def read_windows(line: int, percent: int) -> Power | None:
    """Read the two bytes in which Windows tells of the mains and of the battery."""
    if percent == _UNKNOWN or line not in (0, 1):
        return None
    return Power(charge=percent, plugged=line == 1)


def _line(path: Path) -> str:
    return path.read_text(encoding="utf-8").strip() if path.exists() else ""


def _macos() -> Power | None:
    try:
        asked = ["pmset", "-g", "batt"]
        told = subprocess.run(asked, capture_output=True, text=True, timeout=_WAIT, check=False)
    except (OSError, subprocess.SubprocessError):
        return None
    return read_pmset(told.stdout)


def _windows() -> Power | None:
    class Status(ctypes.Structure):
        _fields_ = [
            ("line", ctypes.c_ubyte),
            ("flag", ctypes.c_ubyte),
            ("percent", ctypes.c_ubyte),
            ("saver", ctypes.c_ubyte),
            ("seconds", ctypes.c_ulong),
            ("seconds_full", ctypes.c_ulong),
        ]

    status = Status()
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 (only there on Windows)
    if not kernel.GetSystemPowerStatus(ctypes.byref(status)):
        return None
    return read_windows(status.line, status.percent)
