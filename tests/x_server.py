"""An X server of our own with a window manager, on which screens can be plugged in and out."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

NEEDED = {"Xvfb": "xvfb", "openbox": "openbox", "xrandr": "x11-xserver-utils"}
"""Program -> the Debian package that has it."""
SIZE = (1920, 900)


@contextmanager
def x_server() -> Iterator[dict[str, str]]:
    """Give the environment for programs that stand on the server; end it afterwards.

    A machine that lacks a program fails the test: hot-plugging is not to go untested.
    """
    missing = [package for program, package in NEEDED.items() if not shutil.which(program)]
    if missing:
        pytest.fail(f"apt-get install {' '.join(missing)}", pytrace=False)
    with ExitStack() as stack:
        environment = dict(os.environ, DISPLAY=_started(stack), QT_QPA_PLATFORM="xcb")
        environment.pop("WAYLAND_DISPLAY", None)
        _start(stack, ["openbox", "--sm-disable"], env=environment)
        yield environment


def _started(stack: ExitStack) -> str:
    """Start the server and return its display, once it takes programs in."""
    width, height = SIZE
    ours, its = os.pipe()
    screen = ["-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
    _start(stack, ["Xvfb", "-displayfd", str(its), *screen], pass_fds=(its,))
    os.close(its)
    with os.fdopen(ours) as told:
        return f":{told.readline().strip()}"


def _start(stack: ExitStack, command: list[str], **settings: object) -> None:
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **settings,  # type: ignore[call-overload]
    )
    stack.callback(process.wait)
    stack.callback(process.terminate)
