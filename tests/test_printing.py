"""What comes out of the printer, and what is saved, is the paper of the session."""

import errno
import os
import threading
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import QMarginsF, QObject, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from app import dialogs, pdf_preview, printing
from app.dialogs import FileKind
from app.errors import InputError
from app.journal import read_report
from app.pdf_pages import joined, page_image, page_sizes
from app.pdf_preview import Made, Order, Paper, Workbench, build_paper
from app.printing import Job, Printed, print_papers
from app.run_script import read_workshop
from app.save_copy import save_bytes, save_session
from resources.catalogue import catalogue
from tests.script_samples import EXAMPLES
from workshop_flows.views import Report

MILLIMETRE = 72 / 25.4


@pytest.fixture(scope="module")
def report() -> Report:
    return read_workshop(EXAMPLES / "garage.toml")


@pytest.fixture(scope="module")
def agreement(report: Report) -> bytes:
    return build_paper(Paper.AGREEMENT, report, "nl")


@pytest.fixture(scope="module")
def card(report: Report) -> bytes:
    return build_paper(Paper.POCKET_CARD, report, "nl")


class Dialog:
    """Stands in for the printer's dialog: prints to a file, after changes to the printer."""

    def __init__(self, path: Path, change: Callable[[QPrinter], object] | None = None) -> None:
        self.path = path
        self.change = change
        self.copies = 0
        self.sheets = 0
        self.colour: QPrinter.ColorMode | None = None

    def __call__(
        self, parent: QWidget | None, printer: QPrinter, *, title: str, sheets: int
    ) -> bool:
        self.copies, self.sheets, self.colour = printer.copyCount(), sheets, printer.colorMode()
        printer.setOutputFileName(str(self.path))
        if self.change is not None:
            self.change(printer)
        return True


@pytest.fixture
def printed(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Dialog:
    dialog = Dialog(tmp_path / "printed.pdf")
    monkeypatch.setattr(dialogs, "printer_names", lambda: ("Kantoor HP",))
    monkeypatch.setattr(dialogs, "ask_printer", dialog)
    return dialog


def job(*pdfs: bytes, grey: bool = True, copies: int = 10) -> Job:
    return Job(title="Leerafspraak", pdfs=pdfs, copies=copies, grey=grey)


def picture(pdf: bytes, number: int = 0) -> Image.Image:
    drawn = page_image(pdf, number, 1.0, grey=True)
    size = (drawn.width(), drawn.height())
    return Image.frombytes("L", size, bytes(drawn.constBits()), "raw", "L", drawn.bytesPerLine())


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    """Return the rectangle outside which the page is blank: left, top, right, bottom."""
    found = image.point(lambda value: 255 if value < 200 else 0).getbbox()
    assert found is not None
    return found


def test_the_dialog_begins_with_what_was_chosen(printed: Dialog, agreement: bytes) -> None:
    result = print_papers(None, job(agreement, copies=7))
    assert (result.printed, result.copies) == (Printed.DONE, 7)
    assert (printed.copies, printed.sheets) == (7, 2)
    assert printed.colour is QPrinter.ColorMode.GrayScale


@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter])
def test_nothing_is_cut_off_and_five_millimetres_stay_blank(
    printed: Dialog, agreement: bytes, card: bytes, size: QPageSize.PageSizeId
) -> None:
    printed.change = lambda printer: printer.setPageSize(QPageSize(size))
    print_papers(None, job(agreement, card))
    paper = printed.path.read_bytes()
    assert len(page_sizes(paper)) == 3
    wanted = QPageSize(size).size(QPageSize.Unit.Point)
    for number, found in enumerate(page_sizes(paper)):
        assert abs(found.width() - wanted.width()) <= 1
        assert abs(found.height() - wanted.height()) <= 1
        image = picture(paper, number)
        left, top, right, bottom = ink(image)
        assert min(left, top) >= 5 * MILLIMETRE - 1
        assert image.width - right >= 5 * MILLIMETRE - 1
        # The fold line of a card runs to the very edge of its sheet.
        assert image.height - bottom >= 5 * MILLIMETRE - 2


def test_a_printed_page_is_the_real_page_in_the_same_proportions(
    printed: Dialog, agreement: bytes
) -> None:
    print_papers(None, job(agreement))
    left, top, right, bottom = ink(picture(agreement))
    shown = ink(picture(printed.path.read_bytes()))
    assert (shown[2] - shown[0]) / (shown[3] - shown[1]) == pytest.approx(
        (right - left) / (bottom - top), rel=0.02
    )
    assert shown[2] - shown[0] > 0.9 * (right - left)


def test_a_narrow_printer_gets_wider_margins(printed: Dialog, agreement: bytes) -> None:
    wide = QMarginsF(40, 40, 40, 40)

    def change(printer: QPrinter) -> None:
        layout = QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            wide,
            QPageLayout.Unit.Point,
            wide,
        )
        printer.setPageLayout(layout)

    printed.change = change
    print_papers(None, job(agreement))
    image = picture(printed.path.read_bytes())
    left, top, right, _ = ink(image)
    assert left >= 39
    assert top >= 39
    assert image.width - right >= 39


def test_two_cards_come_on_one_sheet(printed: Dialog, card: bytes) -> None:
    print_papers(None, job(card))
    image = picture(printed.path.read_bytes())
    half = image.height // 2
    places = ((0, 10, image.width, half - 10), (0, half + 10, image.width, image.height - 10))
    dark = [sum(image.crop(place).histogram()[:128]) for place in places]
    assert dark[0] > 500
    assert dark[0] == pytest.approx(dark[1], rel=0.2)


def test_pictures_for_the_printer_have_at_least_300_dots_an_inch(
    printed: Dialog, agreement: bytes
) -> None:
    print_papers(None, job(agreement))
    page = PdfReader(printed.path).pages[0]
    (image,) = (one.image for one in page.images)
    assert image is not None
    assert image.width >= (595 - 2 * 5 * MILLIMETRE) / 72 * 300 - 2


@pytest.mark.parametrize(("grey", "coloured"), [(True, False), (False, True)])
def test_black_and_white_has_no_colour(
    printed: Dialog, agreement: bytes, grey: bool, coloured: bool
) -> None:
    print_papers(None, job(agreement, grey=grey))
    page = page_image(printed.path.read_bytes(), 0, 1.0)
    colours = {page.pixel(x, y) & 0xFFFFFF for x in range(0, 595, 2) for y in range(0, 840, 2)}
    found = any(len({one >> 16, one >> 8 & 255, one & 255}) > 1 for one in colours)
    assert found is coloured


@pytest.mark.parametrize(("first", "last", "pages"), [(1, 1, 1), (2, 3, 2), (3, 3, 1), (1, 3, 3)])
def test_pages_are_counted_through_all_papers(
    printed: Dialog, agreement: bytes, card: bytes, first: int, last: int, pages: int
) -> None:
    def change(printer: QPrinter) -> None:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(first, last)

    printed.change = change
    print_papers(None, job(agreement, card))
    assert len(page_sizes(printed.path.read_bytes())) == pages


def test_the_number_of_copies_of_the_dialog_counts(printed: Dialog, agreement: bytes) -> None:
    printed.change = lambda printer: printer.setCopyCount(4)
    assert print_papers(None, job(agreement)).copies == 4


@pytest.mark.parametrize("many", [True, False])
def test_half_as_many_sheets_of_cards_as_people(
    printed: Dialog, agreement: bytes, card: bytes, monkeypatch: pytest.MonkeyPatch, many: bool
) -> None:
    """Also on a printer that can't make copies itself: then the pages are sent again."""
    sent: list[tuple[int, int]] = []

    def send(printer: QPrinter, pages: list[object]) -> bool:
        sent.append((len(pages), printer.copyCount()))
        return True

    monkeypatch.setattr(printing, "_send", send)
    monkeypatch.setattr(QPrinter, "supportsMultipleCopies", lambda _: many)
    printed.change = lambda printer: printer.setOutputFileName("")
    print_papers(None, job(agreement, card, copies=9))
    assert sent == ([(2, 9), (1, 5)] if many else [(18, 1), (5, 1)])


def test_without_a_printer_nothing_is_asked(
    printed: Dialog, agreement: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "printer_names", tuple)
    assert print_papers(None, job(agreement)).printed is Printed.NO_PRINTER
    assert printed.sheets == 0


def test_a_change_of_mind_prints_nothing(
    printed: Dialog, agreement: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "ask_printer", lambda *_, **__: False)
    assert print_papers(None, job(agreement)).printed is Printed.CANCELLED
    assert not printed.path.exists()


def test_a_printer_that_fails_is_told(printed: Dialog, agreement: bytes, tmp_path: Path) -> None:
    printed.path = tmp_path / "gone" / "printed.pdf"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("app.printing.QPainter.begin", lambda *_: False)
        assert print_papers(None, job(agreement)).printed is Printed.FAILED


def test_one_pdf_of_all_papers(agreement: bytes, card: bytes) -> None:
    assert joined([agreement]) == agreement
    both = joined([agreement, card])
    assert page_sizes(both) == (*page_sizes(agreement), *page_sizes(card))
    reader = PdfReader(BytesIO(both))
    assert "Garage De Brug" in (reader.metadata or {}).get("/Title", "")
    assert "Onze leerafspraak" in reader.pages[0].extract_text()


class Told(QObject):
    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.made: list[Made] = []
        self.threads: set[int] = set()
        bench.made.connect(self.take)

    def take(self, made: Made) -> None:
        self.made.append(made)
        self.threads.add(threading.get_ident())


def order(report: Report, **changes: object) -> Order:
    return Order(report=report, language="nl", **changes)  # type: ignore[arg-type]


def settle(bench: Workbench) -> None:
    bench.wait()
    bench.deliver()


def test_the_preview_is_the_real_pdf(qapp: QApplication, report: Report) -> None:
    bench = Workbench()
    told = Told(bench)
    bench.order(order(report, scale=0.5))
    settle(bench)
    (made,) = told.made
    assert made.pdfs[Paper.AGREEMENT] == build_paper(Paper.AGREEMENT, report, "nl")
    assert [(sheet.paper, sheet.number) for sheet in made.sheets] == [
        (Paper.AGREEMENT, 0),
        (Paper.AGREEMENT, 1),
        (Paper.POCKET_CARD, 0),
    ]
    assert made.sheets[0].image.width() == pytest.approx(595.28 / 2, abs=1)
    assert told.threads == {threading.get_ident()}


def test_a_newer_order_takes_the_place_of_an_older(
    qapp: QApplication, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    built: list[int] = []

    def slow(pdf: bytes, number: int, scale: float, *, grey: bool) -> QImage:
        built.append(round(scale))
        begun.set()
        go_on.wait(30)
        return page_image(pdf, number, 0.1, grey=grey)

    monkeypatch.setattr(pdf_preview, "page_image", slow)
    monkeypatch.setattr(pdf_preview, "FINER", 1)
    bench = Workbench()
    told = Told(bench)
    bench.order(order(report, scale=1))
    assert begun.wait(30)
    bench.order(order(report, scale=2))
    bench.order(order(report, scale=3))
    go_on.set()
    settle(bench)
    assert set(built) == {1, 3}
    assert [made.order.scale for made in told.made] == [3]


def test_the_same_order_is_made_once(qapp: QApplication, report: Report) -> None:
    bench = Workbench()
    told = Told(bench)
    for _ in range(2):
        bench.order(order(report))
        settle(bench)
    assert len(told.made) == 1


def test_a_paper_that_fails_leaves_the_bench_ready_for_the_next(
    qapp: QApplication, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    told_of: list[object] = []
    monkeypatch.setattr(threading, "excepthook", told_of.append)
    bench = Workbench()
    told = Told(bench)
    with monkeypatch.context() as patched:
        patched.setattr(pdf_preview, "build_paper", None)
        bench.order(order(report))
        settle(bench)
    assert len(told_of) == 1
    bench.order(order(report))
    settle(bench)
    assert len(told.made) == 1


def test_grey_pages_are_grey(agreement: bytes) -> None:
    assert page_image(agreement, 0, 0.5, grey=True).isGrayscale()
    assert not page_image(agreement, 0, 0.5).isGrayscale()


def test_pages_may_be_drawn_in_many_threads_at_once(agreement: bytes) -> None:
    wanted = [page_image(agreement, number, 0.5) for number in range(2)]
    right: list[bool] = []

    def draw() -> None:
        for number in (0, 1) * 3:
            right.append(page_image(agreement, number, 0.5) == wanted[number])

    threads = [threading.Thread(target=draw) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert right == [True] * 24


def test_a_saved_file_is_there_whole(tmp_path: Path, agreement: bytes) -> None:
    path = tmp_path / "Leerafspraak Garage ‘De Brug’.pdf"
    path.write_bytes(b"older")
    save_bytes(path, agreement)
    assert path.read_bytes() == agreement
    assert os.listdir(tmp_path) == [path.name]


def test_a_saved_session_serves_a_follow_up(tmp_path: Path, report: Report) -> None:
    path = tmp_path / "Sessie.leerradar"
    save_session(path, report)
    assert read_report(path) == report
    assert os.listdir(tmp_path) == [path.name]


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (errno.ENOSPC, "printing.disk_full"),
        (errno.EROFS, "printing.no_access"),
        (errno.EACCES, "printing.no_access"),
        (errno.ENAMETOOLONG, "printing.bad_name"),
    ],
)
def test_what_could_not_be_saved_is_said_and_nothing_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, key: str
) -> None:
    path = tmp_path / "Leerafspraak.pdf"
    path.write_bytes(b"older")

    def fail(self: Path, data: bytes) -> None:
        raise OSError(code, os.strerror(code), str(self))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", fail)
        with pytest.raises(InputError) as refused:
            save_bytes(path, b"newer")
    assert refused.value.key == key
    assert path.read_bytes() == b"older"
    assert os.listdir(tmp_path) == [path.name]
    for language in ("nl", "en"):
        assert "Leerafspraak.pdf" in refused.value.message(catalogue(language))


def test_a_stick_that_was_taken_out_is_not_made_anew(tmp_path: Path, report: Report) -> None:
    path = tmp_path / "stick" / "Leerafspraak.pdf"
    for save in (lambda: save_bytes(path, b"x"), lambda: save_session(path, report)):
        with pytest.raises(InputError) as refused:
            save()
        assert refused.value.key == "printing.no_folder"
    assert not path.parent.exists()


@pytest.fixture
def accepted(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A person presses Enter in whatever dialog appears."""

    def accept(asked: QDialog) -> int:
        asked.accept()
        return asked.result()

    monkeypatch.setattr(QDialog, "exec", accept)
    monkeypatch.setattr(QFileDialog, "exec", accept)
    monkeypatch.setattr(QPrintDialog, "exec", accept)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


@pytest.mark.usefixtures("accepted")
@pytest.mark.parametrize("kind", list(FileKind))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_file_gets_the_name_and_the_suffix_that_were_proposed(
    tmp_path: Path, kind: FileKind, language: str
) -> None:
    proposed = tmp_path / f"Leerafspraak Garage De Brug{dialogs.SUFFIXES[kind]}"
    found = dialogs.ask_save(None, catalogue(language), kind, proposed)
    assert found == proposed


@pytest.mark.usefixtures("accepted")
def test_the_system_dialog_knows_the_number_of_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[int, int, bool]] = []

    def accept(asked: QPrintDialog) -> int:
        option = QPrintDialog.PrintDialogOption.PrintPageRange
        seen.append((asked.minPage(), asked.maxPage(), asked.testOption(option)))
        return 0

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    printer = QPrinter()
    assert not dialogs.ask_printer(None, printer, title="Leerafspraak", sheets=3)
    assert not dialogs.ask_printer(None, printer, title="Leerafspraak", sheets=1)
    assert seen == [(1, 3, True), (1, 1, False)]


def test_asking_for_printers_is_safe_where_there_are_none(qapp: QApplication) -> None:
    assert isinstance(dialogs.printer_names(), tuple)
