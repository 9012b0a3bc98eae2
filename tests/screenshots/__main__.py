"""Make pictures of every page in every theme, language and size, and pages to look at them.

`python -m tests.screenshots --out FOLDER` makes them all. Look at them at full size: a
contact sheet tells what is there, not whether it is right.
"""

import argparse
import html
import os
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.screenshots.contact import contact_sheet, thumbnail
from tests.screenshots.projector import projector_shots
from tests.screenshots.shot import PROJECTOR_SIZES, Kind, projector_kinds
from tests.widgets.sample_pages import LANGUAGES

THEMES = ("light", "dark")
WIDTHS = tuple(width for width, _ in PROJECTOR_SIZES)
STYLE = (
    "body{font:16px sans-serif;margin:2em;background:#ddd;color:#222}"
    "img{width:480px;border:1px solid #999}figure{display:inline-block;margin:6px}"
    "figcaption{padding:2px}"
)


def main() -> int:
    asked = _asked()
    out: Path = asked.out
    # Held by name: without it the application is gone at once.
    application = QApplication.instance() or QApplication([])
    made: list[tuple[Kind, list[str]]] = []
    for kind in projector_kinds(asked.languages, asked.themes, asked.widths):
        names = _make(kind, out, asked.only)
        made.append((kind, names))
        print(f"{kind.name}: {len(names)}", flush=True)
    (out / "index.html").write_text(_index(made), encoding="utf-8")
    application.processEvents()
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="the folder to write into")
    parser.add_argument("--only", default="", help="pages whose name starts with this")
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=list(LANGUAGES))
    parser.add_argument("--themes", nargs="+", choices=THEMES, default=list(THEMES))
    parser.add_argument("--widths", nargs="+", type=int, choices=WIDTHS, default=list(WIDTHS))
    return parser.parse_args()


def _make(kind: Kind, out: Path, only: str) -> list[str]:
    """Write the pictures of one kind and their contact sheet; return the names of the pages."""
    names, thumbnails = [], []
    (out / kind.name).mkdir(parents=True, exist_ok=True)
    for shot in projector_shots(kind, only):
        if not shot.image.save(str(out / shot.file)):
            raise OSError(f"cannot write {out / shot.file}")
        names.append(shot.page)
        thumbnails.append(thumbnail(shot))
    if names:
        contact_sheet(names, thumbnails).save(str(out / f"{kind.name}.png"))
    return names


def _index(made: Sequence[tuple[Kind, Sequence[str]]]) -> str:
    """Return a page with every picture, and before it the contact sheets."""
    links = "".join(
        f'<li><a href="#{kind.name}">{kind.name}</a> (<a href="{kind.name}.png">contact sheet</a>)'
        for kind, _ in made
    )
    parts = [
        f"<h2 id='{kind.name}'>{kind.name}</h2>{_figures(kind, names)}" for kind, names in made
    ]
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Screenshots</title>'
        f"<style>{STYLE}</style><h1>Screenshots</h1><ul>{links}</ul>{''.join(parts)}</html>"
    )


def _figures(kind: Kind, names: Sequence[str]) -> str:
    return "".join(
        f'<figure><a href="{kind.name}/{name}.png"><img loading="lazy" '
        f'src="{kind.name}/{name}.png" alt=""></a><figcaption>{html.escape(name)}</figcaption>'
        "</figure>"
        for name in names
    )


if __name__ == "__main__":
    raise SystemExit(main())
