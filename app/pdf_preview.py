"""The papers of a session and how they look, made beside the window."""

from enum import StrEnum
from threading import Lock, Thread
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QImage

from app.pdf_pages import page_image, page_sizes
from workshop_flows.views import Report
from workshop_flows.vocabulary import Language


class Paper(StrEnum):
    """The papers of a session; the texts are 'printing.paper.<paper>'."""

    AGREEMENT = "agreement"
    POCKET_CARD = "pocket_card"


PAPERS: Final = tuple(Paper)
FINER: Final = 3


class Order(Struct, frozen=True, kw_only=True):
    """What should be made. `scale`: pixels of the screen per point of the paper."""

    report: Report
    language: Language
    papers: tuple[Paper, ...] = PAPERS
    scale: float = 1.0
    grey: bool = False


class Sheet(Struct, frozen=True, kw_only=True):
    """A page of a paper, and its picture; `number` counts from 0."""

    paper: Paper
    number: int
    size: QSizeF
    image: QImage


class Made(Struct, frozen=True, kw_only=True):
    """What an order led to; `pdfs` are the very files that are printed and saved."""

    order: Order
    pdfs: dict[Paper, bytes]
    sheets: tuple[Sheet, ...]


class Workbench(QObject):
    """Makes papers in a thread of its own; the window never waits for it.

    The one crossing: `wanted` is handed over under a lock and holds the newest order only, so
    an older one that was not begun is never made. What is ready comes back as `made`, in
    the thread of this object (which is the window's), the newest last; a result that was
    overtaken is not told. The thread ends when there is nothing more to make.
    A paper that can't be made ends its order: the error goes to `threading.excepthook`.
    """

    made = Signal(object)
    """A `Made`."""
    _ready = Signal(object)

    def __init__(self) -> None:
        # Without a parent: it lives as long as the thread that still has to tell something.
        super().__init__()
        self._lock = Lock()
        self._thread: Thread | None = None
        self._wanted: Order | None = None
        self._latest: Order | None = None
        self._running = False
        self._papers: tuple[Order, dict[Paper, bytes]] | None = None
        self._ready.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def order(self, order: Order) -> None:
        """Have something made; the order before it is forgotten. The same order: nothing."""
        with self._lock:
            if order == self._latest:
                return
            self._latest = self._wanted = order
            if self._running:
                return
            self._running = True
            self._thread = Thread(target=self._work, name="papers")
            self._thread.start()

    def wait(self) -> None:
        """Wait until nothing is being made; `made` is told later, or by `deliver`."""
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join()

    def deliver(self) -> None:
        """Tell now what is ready."""
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def _work(self) -> None:
        try:
            while (order := self._taken()) is not None:
                self._ready.emit(self._make(order))
        except BaseException:
            self._rest()
            raise

    def _taken(self) -> Order | None:
        with self._lock:
            order, self._wanted = self._wanted, None
            if order is None:
                self._running = False
            return order

    def _rest(self) -> None:
        with self._lock:
            self._running = False
            self._latest = self._wanted = None

    def _make(self, order: Order) -> Made:
        pdfs = self._pdfs(order)
        sheets = tuple(
            Sheet(
                paper=paper,
                number=number,
                size=size,
                image=_seen(pdfs[paper], number, order),
            )
            for paper in order.papers
            for number, size in enumerate(page_sizes(pdfs[paper]))
        )
        return Made(order=order, pdfs=pdfs, sheets=sheets)

    def _pdfs(self, order: Order) -> dict[Paper, bytes]:
        """Return all papers; those of the same report are kept for another size or grey."""
        kept = self._papers
        if kept and (kept[0].report, kept[0].language) == (order.report, order.language):
            return kept[1]
        pdfs = {paper: build_paper(paper, order.report, order.language) for paper in PAPERS}
        self._papers = (order, pdfs)
        return pdfs

    @Slot(object)
    def _deliver(self, made: Made) -> None:
        if made.order == self._latest:
            self.made.emit(made)


def _seen(pdf: bytes, number: int, order: Order) -> QImage:
    """Return a page for the screen.

    PDFium sets letters on whole pixels, which tears small words apart; so it is drawn finer.
    """
    fine = page_image(pdf, number, FINER * order.scale, grey=order.grey)
    return fine.scaled(
        round(fine.width() / FINER),
        round(fine.height() / FINER),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def build_paper(paper: Paper, report: Report, language: Language) -> bytes:
    """Return the PDF of a paper: the same report gives the same bytes."""
    # Imported late: the libraries of paper take a moment and are not needed at the start.
    from reports.agreement import build_agreement
    from reports.pocket_card import build_pocket_card

    match paper:
        case Paper.AGREEMENT:
            return build_agreement(report, language)
        case Paper.POCKET_CARD:
            return build_pocket_card(report, language)
