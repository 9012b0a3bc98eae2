"""Whether this machine has a screen to open a window on."""

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import socket

_TIMEOUT: Final = 2.0
"""Seconds that an X server gets to answer."""


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether a window can be opened; only Linux may be without a screen.

    A platform that was chosen for Qt by hand is believed.
    """
    if not sys.platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return True
    if environment.get("WAYLAND_DISPLAY"):
        return True
    return _answers(environment.get("DISPLAY", ""))


def _answers(display: str) -> bool:
    """Tell whether an X server listens; without one Qt would take the program down."""
    import socket

    host, colon, number = display.rpartition(":")
    number = number.partition(".")[0]
    if not colon or not number.isdigit():
        return False
    if host not in ("", "unix"):
        return _connects(socket.AF_INET, (host, 6000 + int(number)))
    path = f"/tmp/.X11-unix/X{number}"
    return _connects(socket.AF_UNIX, path) or _connects(socket.AF_UNIX, f"\0{path}")


def _connects(family: "socket.AddressFamily", address: str | tuple[str, int]) -> bool:
    import socket

    with socket.socket(family, socket.SOCK_STREAM) as tried:
        tried.settimeout(_TIMEOUT)
        try:
            tried.connect(address)
        except OSError:
            return False
    return True
