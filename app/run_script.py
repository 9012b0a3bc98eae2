"""`leerradar run`: a script in, seven files out, together or not at all."""

from collections.abc import Callable
from pathlib import Path

from app.content import load_content
from app.journal import Journal, read_report
from app.output_folder import staged
from app.play import play
from app.result_file import build_result
from app.script import check_against_earlier, read_script
from reports.agreement import build_agreement
from reports.calendar_file import build_calendar
from reports.pocket_card import build_pocket_card
from reports.radar_pictures import build_radar_png, build_radar_svg
from resources.catalogue import Catalogue
from workshop_flows.events import Finished
from workshop_flows.views import Report

Say = Callable[[str], None]


def run_script(script: Path, folder: Path, say: Say, texts: Catalogue) -> None:
    """Carry the workshop out and put its files in `folder`; `say` gets a line per stage.

    Raise InputError for anything wrong with the script, its earlier session or the folder;
    `folder` is then as it was.
    """
    report = read_workshop(script)
    say(texts.text("run.read", company=report.facts.company))
    with staged(folder) as staging:
        for name, build in _builders(report).items():
            (staging / name).write_bytes(build())
            say(texts.text("run.made", file=name))
        _write_session(report, staging / "session.leerradar")
        say(texts.text("run.made", file="session.leerradar"))
    say(texts.text("run.done", file=folder / "leerafspraak.pdf"))


def read_workshop(script: Path) -> Report:
    """Read, check and play a script, with the earlier session that it names."""
    actions = frozenset(action.id for action in load_content("nl").actions)
    read = read_script(script, actions)
    earlier = None
    if read.earlier is not None:
        earlier = read_report(read.earlier)
        check_against_earlier(read, earlier)
    return play(read, earlier)


def _builders(report: Report) -> dict[str, Callable[[], bytes]]:
    language = report.facts.language
    return {
        "result.json": lambda: build_result(report),
        "leerafspraak.pdf": lambda: build_agreement(report, language),
        "zakkaart.pdf": lambda: build_pocket_card(report, language),
        "radar.svg": lambda: build_radar_svg(report, language),
        "radar.png": lambda: build_radar_png(report, language),
        "terugkijken.ics": lambda: build_calendar(report, language),
    }


def _write_session(report: Report, path: Path) -> None:
    with Journal.create(path) as journal:
        journal.finish(Finished(report=report))
