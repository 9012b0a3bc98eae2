"""Pictures of the facilitator's window: every moment of a session, and every page beside it."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.screenshots.pages import pages
from tests.screenshots.shot import PAGES, Kind, Shot
from tests.screenshots.stage import Stage


def console_shots(kind: Kind, only: str = "") -> Iterator[Shot]:
    """Yield a picture of every page whose name starts with `only`."""
    with TemporaryDirectory() as folder:
        stage = Stage(Path(folder), kind.language, theme=kind.theme, size=kind.size)
        shown = pages(stage) if kind.group == PAGES else stage.moments(kind.group)
        for seen in shown:
            if seen.name.startswith(only):
                yield Shot(kind, seen.name, seen.top.grab().toImage())
        stage.close()
