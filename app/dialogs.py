"""The dialogs of the system. Call them as `dialogs.ask_save(...)`, so that a test can replace them.

They need a QApplication and wait for the answer; None or False is a change of mind.
"""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from resources.catalogue import Catalogue

if TYPE_CHECKING:
    # Loaded when somebody prints.
    from PySide6.QtPrintSupport import QPrinter


class FileKind(StrEnum):
    """What a file is; the texts are 'printing.kind.<kind>'."""

    PDF = "pdf"
    CALENDAR = "calendar"
    SESSION = "session"


SUFFIXES: Final = {
    FileKind.PDF: ".pdf",
    FileKind.CALENDAR: ".ics",
    FileKind.SESSION: ".leerradar",
}


def ask_open(parent: QWidget | None, texts: Catalogue, folder: Path) -> Path | None:
    """Ask which session file to open."""
    title = texts.text("printing.open.session")
    name_filter = _filter(texts, FileKind.SESSION)
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), name_filter)
    return Path(name) if name else None


def ask_save(
    parent: QWidget | None,
    texts: Catalogue,
    kind: FileKind,
    proposed: Path,
    *,
    replacing: bool = True,
) -> Path | None:
    """Ask where to put a file; the answer always ends in the suffix of its kind.

    Without `replacing` the system asks nothing of a file that is there: the caller refuses it.
    """
    asked = QFileDialog(parent, texts.text(f"printing.save.{kind}"), str(proposed.parent))
    asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    asked.setNameFilter(_filter(texts, kind))
    # The system adds it before it asks whether to replace what stands there.
    asked.setDefaultSuffix(SUFFIXES[kind].removeprefix("."))
    asked.setOption(QFileDialog.Option.DontConfirmOverwrite, not replacing)
    asked.selectFile(proposed.name)
    done = asked.exec() == QDialog.DialogCode.Accepted
    chosen = asked.selectedFiles()
    asked.deleteLater()
    return Path(chosen[0]) if done and chosen else None


def ask_folder(parent: QWidget | None, title: str, folder: Path) -> Path | None:
    """Ask for a folder that is there, or that the person makes."""
    name = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(name) if name else None


def printer_names() -> tuple[str, ...]:
    """Return the printers that the system knows; asking may take the system a moment."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return tuple(QPrinterInfo.availablePrinterNames())


def ask_printer(parent: QWidget | None, printer: "QPrinter", *, title: str, sheets: int) -> bool:
    """Let a person choose how to print; the answer is in `printer`."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

    asked = QPrintDialog(printer, parent)
    asked.setWindowTitle(title)
    # In this order: telling how many there are switches the choice of pages on.
    asked.setMinMax(1, sheets)
    asked.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, sheets > 1)
    done = asked.exec() == QDialog.DialogCode.Accepted
    asked.deleteLater()
    return done


def _filter(texts: Catalogue, kind: FileKind) -> str:
    return f"{texts.text(f'printing.kind.{kind}')} (*{SUFFIXES[kind]})"
