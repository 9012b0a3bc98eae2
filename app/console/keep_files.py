"""The files that a person may take along: what they are called and how they are written."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from app.dialogs import SUFFIXES, FileKind
from app.pdf_pages import joined
from app.save_copy import save_bytes, save_session
from app.sessions import file_stem
from resources.catalogue import Catalogue
from workshop_flows.views import Report


def file_name(kind: FileKind, report: Report, texts: Catalogue) -> str:
    """Return a name without its suffix: 'Leerafspraak Garage De Brug 2026-11-11'."""
    word = texts.text(f"printing.file.{kind}")
    return f"{word} {file_stem(report.facts.company)} {report.facts.date.isoformat()}"


def documents() -> Path:
    """Return where this person keeps documents."""
    where = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(where) or Path.home())


def proposed_path(folder: Path | None, kind: FileKind, report: Report, texts: Catalogue) -> Path:
    """Return where a file may go: the folder of the last time, else the person's documents."""
    if folder is None or not folder.is_dir():
        folder = documents()
    return folder / f"{file_name(kind, report, texts)}{SUFFIXES[kind]}"


def keep_file(path: Path, kind: FileKind, report: Report, pdfs: Sequence[bytes]) -> None:
    """Write the file whole; raise InputError and leave what was there."""
    match kind:
        case FileKind.PDF:
            save_bytes(path, joined(pdfs))
        case FileKind.CALENDAR:
            # Imported late: it is not needed at the start.
            from reports.calendar_file import build_calendar

            save_bytes(path, build_calendar(report, report.facts.language))
        case FileKind.SESSION:
            save_session(path, report)
