"""Papers to a printer, through the dialog of the system."""

from collections.abc import Iterator
from enum import Enum
from math import ceil
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from app import dialogs
from app.pdf_pages import page_image, page_sizes

MARGIN: Final = 5 / 25.4 * 72
"""Points that stay blank on every side; more where the printer needs more."""
COARSEST, FINEST = 300, 400
"""Dots per inch of the pictures that go to the printer: finer is not seen, and takes seconds."""
_NEARLY: Final = 0.9
"""Two on a sheet may be this much smaller than one."""
_POINTS_PER_INCH: Final = 72.0


class Printed(Enum):
    DONE = "done"
    CANCELLED = "cancelled"
    NO_PRINTER = "no_printer"
    FAILED = "failed"


class Job(Struct, frozen=True, kw_only=True):
    """What to print: papers as PDF, each for so many people."""

    title: str
    pdfs: tuple[bytes, ...]
    copies: int
    grey: bool


class Result(Struct, frozen=True, kw_only=True):
    """`copies` as they were asked for in the end: the dialog can change them."""

    printed: Printed
    copies: int = 0


class _Page(Struct, frozen=True):
    pdf: bytes
    number: int
    size: QSizeF


def print_papers(parent: QWidget | None, job: Job) -> Result:
    """Ask how, and print. Of a small page two come on a sheet, and so half as many sheets."""
    if not dialogs.printer_names():
        return Result(printed=Printed.NO_PRINTER)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(job.title)
    printer.setCreator("Leerradar")
    printer.setCopyCount(job.copies)
    printer.setColorMode(_colour_mode(grey=job.grey))
    papers = [_pages(pdf) for pdf in job.pdfs]
    sheets = sum(map(len, papers))
    if not dialogs.ask_printer(parent, printer, title=job.title, sheets=sheets):
        return Result(printed=Printed.CANCELLED)
    copies = printer.copyCount()
    done = _print(printer, papers, copies)
    return Result(printed=Printed.DONE if done else Printed.FAILED, copies=copies)


def _colour_mode(*, grey: bool) -> QPrinter.ColorMode:
    return QPrinter.ColorMode.GrayScale if grey else QPrinter.ColorMode.Color


def _pages(pdf: bytes) -> list[_Page]:
    return [_Page(pdf, number, size) for number, size in enumerate(page_sizes(pdf))]


def _print(printer: QPrinter, papers: list[list[_Page]], copies: int) -> bool:
    # Over the whole page: the printer's own margins differ, and ours are kept here.
    printer.setFullPage(True)
    wanted = list(_wanted(printer, papers))
    if printer.outputFileName():
        # A second job would take the place of the first.
        return _send(printer, [page for pages in wanted for page in pages])
    return all(_print_paper(printer, pages, copies) for pages in wanted)


def _wanted(printer: QPrinter, papers: list[list[_Page]]) -> Iterator[list[_Page]]:
    """Yield what is left of each paper after the choice of pages, counted through all."""
    counted = 0
    chosen = printer.printRange() is QPrinter.PrintRange.PageRange
    for pages in papers:
        numbers = range(counted + 1, counted + len(pages) + 1)
        counted += len(pages)
        left = [
            page
            for page, number in zip(pages, numbers, strict=True)
            if not chosen or printer.fromPage() <= number <= printer.toPage()
        ]
        if left:
            yield left


def _print_paper(printer: QPrinter, pages: list[_Page], copies: int) -> bool:
    area = _area(printer)
    count = max(ceil(copies / _per_sheet(page.size, area)) for page in pages)
    if printer.supportsMultipleCopies():
        printer.setCopyCount(count)
        return _send(printer, pages)
    printer.setCopyCount(1)
    return _send(printer, pages * count)


def _send(printer: QPrinter, pages: list[_Page]) -> bool:
    """Print the pages as one job."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    # Otherwise letters would go through JPEG.
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    going = True
    for at, page in enumerate(pages):
        going = going and (at == 0 or printer.newPage())
        if going:
            _paint(painter, printer, page)
    ended = painter.end()
    states = (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)
    return going and ended and printer.printerState() not in states


def _paint(painter: QPainter, printer: QPrinter, page: _Page) -> None:
    area = _area(printer)
    count = _per_sheet(page.size, area)
    scale = _fit(page.size, area, count)
    dots = min(max(printer.resolution(), COARSEST), FINEST)
    grey = printer.colorMode() is QPrinter.ColorMode.GrayScale
    image = page_image(page.pdf, page.number, scale * dots / _POINTS_PER_INCH, grey=grey)
    wide, high = page.size.width() * scale, page.size.height() * scale
    left = area.left() + (area.width() - wide) / 2
    dot = printer.resolution() / _POINTS_PER_INCH
    for row in range(count):
        top = area.top() + row * high
        place = QRectF(left * dot, top * dot, wide * dot, high * dot)
        painter.drawImage(place, image, QRectF(image.rect()))


def _area(printer: QPrinter) -> QRectF:
    """Return where may be printed, in points from the corner of the sheet."""
    layout = printer.pageLayout()
    sheet = layout.fullRect(QPageLayout.Unit.Point)
    layout.setUnits(QPageLayout.Unit.Point)
    least = layout.minimumMargins()
    return QRectF(0, 0, sheet.width(), sheet.height()).adjusted(
        max(MARGIN, least.left()),
        max(MARGIN, least.top()),
        -max(MARGIN, least.right()),
        -max(MARGIN, least.bottom()),
    )


def _per_sheet(page: QSizeF, area: QRectF) -> int:
    return 2 if _fit(page, area, 2) >= _NEARLY * _fit(page, area, 1) else 1


def _fit(page: QSizeF, area: QRectF, count: int) -> float:
    """Return how large `count` pages under each other can be; never larger than they are."""
    wide, high = area.width() / page.width(), area.height() / (count * page.height())
    return min(1.0, wide, high)
