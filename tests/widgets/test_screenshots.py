"""The command for screenshots writes every picture, a contact sheet and an index."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage


def test_a_picture_a_contact_sheet_and_an_index_are_written(tmp_path: Path, project: Path) -> None:
    told = ("--only", "radar-3", "--languages", "nl", "--themes", "dark", "--widths", "1280")
    subprocess.run(
        (sys.executable, "-m", "tests.screenshots", "--out", str(tmp_path), *told),
        cwd=project,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
    )
    picture = tmp_path / "projector-nl-dark-1280x720" / "radar-3.png"
    assert QImage(str(picture)).size().toTuple() == (1280, 720)
    assert not QImage(str(tmp_path / "projector-nl-dark-1280x720.png")).isNull()
    assert "projector-nl-dark-1280x720/radar-3.png" in (tmp_path / "index.html").read_text()
