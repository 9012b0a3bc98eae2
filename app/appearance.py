"""How the windows look: what was chosen, and what the system asks for."""

import sys
from typing import Final

from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from app.settings import Motion, Values
from widgets.look import Look

_USUAL_PIXELS: Final = {"win32": 12, "darwin": 13}
_OTHER_PIXELS: Final = 15
"""The height of the system's own text, unless a person made it larger."""
_LARGEST: Final = 2.0
_PATIENCE: Final = 1.0
"""Seconds that the system gets to answer."""


def look_now(values: Values, application: QApplication, *, system_still: bool) -> Look:
    """Return the look of the console; text grows with the system's and with the choice.

    `system_still`: the answer of `system_reduces_motion`, which takes a moment to ask.
    """
    scale = min(_LARGEST, values.text_size / 100 * _system_scale(application))
    still = system_still if values.motion is Motion.SYSTEM else values.motion is Motion.REDUCED
    return Look(theme=values.theme, scale=scale, reduced_motion=still)


def system_reduces_motion() -> bool:
    """Return whether the person told the system to move less; False where it can't be asked."""
    if sys.platform == "win32":
        return _windows_reduces()
    if sys.platform == "darwin":
        return _said("defaults", "read", "com.apple.universalaccess", "reduceMotion") == "1"
    said = _said("gsettings", "get", "org.gnome.desktop.interface", "enable-animations")
    return said == "false"


def _windows_reduces() -> bool:
    import ctypes

    animates = ctypes.c_int(1)
    get_client_area_animation = 0x1042
    ctypes.windll.user32.SystemParametersInfoW(  # type: ignore[attr-defined, unused-ignore]
        get_client_area_animation, 0, ctypes.byref(animates), 0
    )
    return not animates.value


def _said(*command: str) -> str:
    import shutil
    import subprocess

    if shutil.which(command[0]) is None:
        return ""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()


def _system_scale(application: QApplication) -> float:
    """Return how much larger than usual the system's own text is, 1 or more."""
    usual = _USUAL_PIXELS.get(sys.platform, _OTHER_PIXELS)
    return max(1.0, QFontInfo(application.font()).pixelSize() / usual)
