"""Make pictures of every page in every theme, language and size, and pages to look at them.

`python -m tests.screenshots --out FOLDER` makes them all: some thousands, in half an hour.
Look at them at full size: a contact sheet tells what is there, not whether it is right.
"""

import argparse
import os
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.screenshots.console import console_shots
from tests.screenshots.contact import contact_sheet, thumbnail
from tests.screenshots.index import index_page
from tests.screenshots.projector import projector_shots
from tests.screenshots.shot import (
    ALL_GROUPS,
    LANGUAGES,
    SURFACES,
    THEMES,
    Kind,
    Size,
    Wanted,
)


def main() -> int:
    out, wanted = _asked()
    # Held by name: without it the application is gone at once.
    application = QApplication.instance() or QApplication([])
    made: list[tuple[Kind, list[str]]] = []
    kinds = wanted.kinds()
    for number, kind in enumerate(kinds, 1):
        begun = time.monotonic()
        names = _make(kind, out, wanted.only)
        took = time.monotonic() - begun
        print(f"{number}/{len(kinds)} {kind.name}: {len(names)} in {took:.0f} s", flush=True)
        if names:
            made.append((kind, names))
            # Anew each time: half a run can be looked at too.
            (out / "index.html").write_text(index_page(made), encoding="utf-8")
    application.processEvents()
    return 0


def _asked() -> tuple[Path, Wanted]:
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    usual = Wanted()
    parser.add_argument("--out", type=Path, required=True, help="the folder to write into")
    parser.add_argument("--only", default="", help="pages whose name starts with this")
    parser.add_argument("--groups", nargs="+", choices=ALL_GROUPS, default=usual.groups)
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=usual.languages)
    parser.add_argument("--themes", nargs="+", choices=THEMES, default=usual.themes)
    parser.add_argument("--surfaces", nargs="+", choices=SURFACES, default=usual.surfaces)
    parser.add_argument(
        "--sizes", nargs="+", type=_size, default=usual.sizes, help="as in 1280x720"
    )
    asked = vars(parser.parse_args())
    out = asked.pop("out")
    return out, Wanted(**asked)


def _size(text: str) -> Size:
    wide, high = text.split("x")
    return int(wide), int(high)


def _make(kind: Kind, out: Path, only: str) -> list[str]:
    """Write the pictures of one kind and their contact sheet; return the names of the pages."""
    names, thumbnails = [], []
    shots = console_shots if kind.surface == "console" else projector_shots
    for shot in shots(kind, only):
        file = out / shot.file
        file.parent.mkdir(parents=True, exist_ok=True)
        if not shot.image.save(str(file)):
            raise OSError(f"cannot write {file}")
        names.append(shot.page)
        thumbnails.append(thumbnail(shot))
    if names:
        contact_sheet(names, thumbnails).save(str(out / f"{kind.name}.png"))
    return names


if __name__ == "__main__":
    raise SystemExit(main())
