"""The command for screenshots writes every picture, a contact sheet and an index."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

USUAL = ("--languages", "nl", "--themes", "dark", "--sizes", "1280x720")


def test_what_the_room_sees(tmp_path: Path, project: Path) -> None:
    told = ("--surfaces", "projector", "--groups", "samples", "--only", "radar-3")
    _make(tmp_path, project, *told)
    picture = tmp_path / "projector-samples-nl-dark-1280x720" / "radar-3.png"
    assert QImage(str(picture)).size().toTuple() == (1280, 720)
    assert not QImage(str(tmp_path / "projector-samples-nl-dark-1280x720.png")).isNull()
    index = (tmp_path / "index.html").read_text()
    assert "projector-samples-nl-dark-1280x720/radar-3.png" in index


def test_what_the_facilitator_sees(tmp_path: Path, project: Path) -> None:
    _make(tmp_path, project, "--surfaces", "console", "--groups", "2", "pages", "--only", "0")
    folder = tmp_path / "console-2-nl-dark-1280x720"
    assert QImage(str(folder / "02-welcome.png")).size().toTuple() == (1280, 720)
    assert not (tmp_path / "console-pages-nl-dark-1280x720").exists()


def _make(out: Path, project: Path, *told: str) -> None:
    subprocess.run(
        (sys.executable, "-m", "tests.screenshots", "--out", str(out), *USUAL, *told),
        cwd=project,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
    )
