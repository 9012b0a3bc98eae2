"""Print the speed table: `python3 run.py bench`."""

import json
import os
import platform
import statistics
import sys
import tempfile
import time
from pathlib import Path

import pypdf

from app.journal import Journal
from app.run_script import read_workshop
from reports.agreement import build_agreement
from tests.benchmarks.bare_pages import draw_bare, pages_of
from tests.benchmarks.measure import interleaved
from tests.benchmarks.phones import phone_rows
from tests.benchmarks.radar import radar_rows
from tests.benchmarks.start import start_rows
from tests.core.builders import setup
from workshop_flows.events import RoundClosed, SessionStarted
from workshop_flows.state import StatementCounts
from workshop_flows.tally import Tally

EXAMPLE = Path("resources/examples/garage.toml")
PAPER_ROUNDS = 25
COMMITS = 300
ROW = "{:<44} {:>12} {:>12} {:>7} {:>8}"


def main() -> int:
    """Print each row with its target; the exit status is 1 when one is missed."""
    print(f"{platform.system()} {platform.machine()}, Python {platform.python_version()}")
    print(ROW.format("what", "ours", "floor", "ratio", "target"))
    held = [
        paper_time(),
        *paper_weight(),
        commit_time(),
        *radar_rows(),
        *start_rows(),
        *phone_rows(),
    ]
    return 0 if all(held) else 1


def paper_time() -> bool:
    report = read_workshop(EXAMPLE)
    pages = pages_of(build_agreement(report, "nl"))
    pair = interleaved(
        lambda: build_agreement(report, "nl"), lambda: draw_bare(pages), PAPER_ROUNDS
    )
    return _row("agreement PDF, warm", pair.ours, pair.floor, pair.ratio, 2)


def paper_weight() -> list[bool]:
    pdf = build_agreement(read_workshop(EXAMPLE), "nl")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(pdf)
        reader = pypdf.PdfReader(path)
        images = sum(len(page.images) for page in reader.pages)
        fonts = [
            font.get_object()
            for page in reader.pages
            for font in page["/Resources"]["/Font"].values()
        ]
    embedded = all("/FontFile2" in font["/FontDescriptor"] for font in fonts)
    size = len(pdf) / 1024
    print(ROW.format("agreement PDF, size", f"{size:.0f} KB", "", "", "<= 100"))
    print(
        ROW.format("agreement PDF, images / fonts embedded", images, str(embedded), "", "0 / all")
    )
    return [size <= 100, images == 0, embedded]


def commit_time() -> bool:
    """Commit one event at a time, in turn with JSON lines and fdatasync on the same disk."""
    counts = StatementCounts(
        team=Tally((0, 1, 3, 4, 1)), owner=None, staff_ballots=9, owner_ballots=0
    )
    line = json.dumps({"round": 1, "team": [0, 1, 3, 4, 1]}).encode() + b"\n"
    sync = getattr(os, "fdatasync", os.fsync)
    ours, floor = [], []
    with tempfile.TemporaryDirectory() as folder:
        journal = Journal.create(Path(folder) / "session.leerradar")
        journal.append([SessionStarted(setup=setup())])
        with journal, (Path(folder) / "lines.json").open("wb", buffering=0) as lines:
            for number in range(COMMITS):
                start = time.perf_counter()
                journal.append([RoundClosed(id=number, counts=counts)])
                middle = time.perf_counter()
                lines.write(line)
                sync(lines.fileno())
                ours.append(middle - start)
                floor.append(time.perf_counter() - middle)
    ratio = statistics.median(mine / bare for mine, bare in zip(ours, floor, strict=True))
    return _row(
        "commit of one vote, p50", statistics.median(ours), statistics.median(floor), ratio, 2
    )


def _row(what: str, ours: float, floor: float, ratio: float, target: float) -> bool:
    shown = (f"{ours * 1000:.2f} ms", f"{floor * 1000:.2f} ms", f"{ratio:.2f}", f"<= {target:g}")
    print(ROW.format(what, *shown))
    return ratio <= target


if __name__ == "__main__":
    sys.exit(main())
