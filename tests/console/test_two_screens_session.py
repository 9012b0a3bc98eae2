"""A second screen: the room's picture fills it while the session is led beside it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_screens import TWO_SCREENS


@pytest.mark.long
def test_the_picture_fills_the_second_screen_and_the_console_is_never_covered(
    tmp_path: Path, project: Path
) -> None:
    """In a child process: the screens of the offscreen platform stand in a file."""
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps(TWO_SCREENS), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.console.two_screens", str(tmp_path / "program")],
        cwd=project,
        env=dict(os.environ, QT_QPA_PLATFORM=f"offscreen:configfile={screens}"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
