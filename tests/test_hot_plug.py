"""Screens that come and go in mid-session, on a real X server with a window manager."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hot_plug_walk import WALKS
from tests.x_server import x_server

if sys.platform.startswith("linux"):  # elsewhere no program can plug a screen

    @pytest.fixture(scope="module")
    def display() -> Iterator[dict[str, str]]:
        with x_server() as environment:
            yield environment

    @pytest.mark.parametrize("walk", WALKS)
    def test_the_session_goes_on(walk: str, display: dict[str, str], project: Path) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "tests.hot_plug_walk", walk],
            cwd=project,
            env=display,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stdout + done.stderr
