"""The slips with a code: one for every seat, to be cut apart and drawn from a box."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from msgspec import Struct

from reports.blocks import Item, Stack
from reports.document import pages
from reports.fonts import Face
from reports.ink import rgb
from reports.line import Span, Spans
from reports.paper import Paper
from reports.paragraph import Paragraph, Style
from reports.seat_slip import LINE, Modules, Slip, text_width
from reports.setting import SMALL
from reports.sheet import BETWEEN, FOOTER, HEIGHT, WIDTH
from reports.text import width_of
from reports.words import unbroken
from resources.catalogue import Catalogue, catalogue
from workshop_flows.vocabulary import Language

SIDE: Final = 50.9
TOP: Final = HEIGHT - 33.6
BOTTOM: Final = 50.0
MEASURE: Final = WIDTH - 2 * SIDE
SLIP: Final = (MEASURE / 2, 79.7)
"""An ordinary slip; all are higher when the Wi-Fi's name or password needs more lines."""
MOST_ROWS: Final = 7
"""Of slips for staff, so that an owner's slip still stands under them."""
GAP: Final = 7.0
_TITLE: Final = Style(18.0, 1.1)
_RUNNING: Final = Style(10.5, 1.36)
_ASIDE: Final = Style(SMALL, 1.3, "right")

Pair = tuple[float, float]


class SlipsView(Struct, frozen=True, kw_only=True):
    """What is on the slips: codes in the order in which they are printed, which tells nothing.

    `network` and `password` are '' when they are not told. `address` (what people type) and
    `qr` (of its URL) are None while the network is not known.
    """

    company: str
    date: date
    staff: tuple[str, ...]
    owners: tuple[str, ...] = ()
    network: str = ""
    password: str = ""
    address: str | None = None
    qr: Modules | None = None


class _Sheet(Struct, frozen=True):
    staff: tuple[str, ...]
    owners: tuple[str, ...] = ()


def build_seat_slips(view: SlipsView, language: Language) -> bytes:
    """Return the PDF of the slips, A4: the same view gives the same bytes."""
    texts = catalogue(language)
    title = texts.text("seat_slips.title")
    subject = texts.text("seat_slips.subject", company=view.company, day=texts.day(view.date))
    with pages(title, view.company, subject, language, (WIDTH, HEIGHT)) as made:
        drawing = _Drawing(view, texts)
        sheets = tuple(drawing.sheets())
        for number, sheet in enumerate(sheets, start=1):
            page = texts.text("paper.page", page=number, pages=len(sheets))
            drawing.draw(made.paper, sheet, page)
            made.paper.end_page()
    return made.bytes


class _Drawing:
    """What all sheets share: the texts, the two kinds of slip and their height."""

    def __init__(self, view: SlipsView, texts: Catalogue) -> None:
        self._view = view
        self._texts = texts
        below = _below(view, texts)
        self._staff = Slip(texts.text("seat_slips.code"), below, view.qr, marked=False)
        self._owner = Slip(texts.text("seat_slips.owner_code"), below, view.qr, marked=True)
        self._height = max(SLIP[1], self._staff.height(SLIP[0]))
        self._how = _running(texts.text("seat_slips.how"))
        several = "owners" if len(view.owners) > 1 else "owner"
        self._note = _running(texts.text(f"seat_slips.for_{several}"))

    def sheets(self) -> Iterator[_Sheet]:
        """Yield the slips of each sheet; those of the owners stand on the last one."""
        above = self._head_height() + self._note.height(MEASURE) + 2 * GAP
        rows = int((TOP - BOTTOM - above) / self._height)
        most = 2 * min(MOST_ROWS, rows)
        staff, owners = self._view.staff, self._view.owners
        while len(staff) > most:
            yield _Sheet(staff[:most])
            staff = staff[most:]
        if _rows(staff) + _rows(owners) > rows:
            yield _Sheet(staff)
            staff = ()
        yield _Sheet(staff, owners)

    def draw(self, paper: Paper, sheet: _Sheet, page: str) -> None:
        below = TOP - self._draw_head(paper)
        below -= self._draw_slips(paper, self._staff, sheet.staff, below)
        if sheet.owners:
            below -= GAP if sheet.staff else 0.0
            below -= self._note.draw(paper, SIDE, below, MEASURE) + GAP
            self._draw_slips(paper, self._owner, sheet.owners, below)
        for text, style in ((self._foot(), Style(SMALL, 1.0)), (page, Style(SMALL, 1.0, "right"))):
            line = Paragraph((Span(text, role="ink_2"),), style)
            line.draw(paper, SIDE, FOOTER, MEASURE)

    def _head_height(self) -> float:
        title = max(_TITLE.line_height, self._aside().height(self._aside_width()))
        return title + GAP + self._how.height(MEASURE) + GAP

    def _draw_head(self, paper: Paper) -> float:
        """Draw the title, firm and date beside it, and what to do with the slips."""
        width = self._aside_width()
        aside = self._aside().height(width)
        base = TOP - max(_TITLE.line_height, aside)
        self._title().draw(paper, SIDE, base + _TITLE.line_height, MEASURE)
        self._aside().draw(paper, SIDE + MEASURE - width, base + aside, width)
        self._how.draw(paper, SIDE, base - GAP, MEASURE)
        return self._head_height()

    def _title(self) -> Paragraph:
        return Paragraph((Span(self._texts.text("seat_slips.title"), Face.BOLD),), _TITLE)

    def _aside(self) -> Paragraph:
        day = unbroken(self._texts.day(self._view.date))
        return Paragraph((Span(f"{self._view.company} · {day}", role="ink_2"),), _ASIDE)

    def _aside_width(self) -> float:
        return MEASURE - BETWEEN - width_of(self._title().spans) * _TITLE.size

    def _foot(self) -> str:
        seats = [self._texts.plural("seat_slips.staff", len(self._view.staff))]
        if self._view.owners:
            seats.append(self._texts.plural("seat_slips.owners", len(self._view.owners)))
        return self._texts.text("seat_slips.foot", seats=", ".join(seats))

    def _draw_slips(self, paper: Paper, slip: Slip, codes: tuple[str, ...], top: float) -> float:
        size = (SLIP[0], self._height)
        for number, code in enumerate(codes):
            row, column = divmod(number, 2)
            place = (SIDE + column * size[0], top - row * size[1])
            slip.draw(paper, place, size, code)
            _draw_cuts(
                paper,
                (place, size),
                right=column == 1 or number + 1 == len(codes),
                bottom=number + 2 >= len(codes),
            )
        return _rows(codes) * size[1]


def _below(view: SlipsView, texts: Catalogue) -> Stack:
    """Return what stands under a code: the Wi-Fi when it is told, and where to go."""
    lines = list(_wifi(view, texts)) if view.network else []
    if view.address:
        lines.append((_soft(f"{texts.text('seat_slips.go_to')} "), _strong(view.address)))
    else:
        lines.append((_soft(texts.text("seat_slips.on_screen")),))
    return Stack(tuple(Item(Paragraph(line, LINE)) for line in lines))


def _wifi(view: SlipsView, texts: Catalogue) -> Iterator[Spans]:
    """Yield name and password, on one line where they fit."""
    name = (_soft(f"{texts.text('seat_slips.wifi')} "), _strong(view.network))
    # A password keeps its spaces, also two of them.
    password = _soft(unbroken(view.password))
    both = (*name, _soft(" · "), password)
    if not view.password:
        yield name
    elif width_of(both) * LINE.size <= text_width(SLIP[0], with_qr=view.qr is not None):
        yield both
    else:
        yield name
        yield (_soft(f"{texts.text('seat_slips.password')} "), password)


def _soft(text: str) -> Span:
    return Span(text, role="ink_2")


def _strong(text: str) -> Span:
    return Span(text, Face.BOLD, "ink_2")


def _running(text: str) -> Paragraph:
    return Paragraph((Span(text, role="ink_2"),), _RUNNING)


def _rows(codes: tuple[str, ...]) -> int:
    return (len(codes) + 1) // 2


def _draw_cuts(paper: Paper, box: tuple[Pair, Pair], *, right: bool, bottom: bool) -> None:
    """Draw where to cut: above and left of a slip, and beyond it where no other one stands."""
    (x, y), (width, height) = box
    canvas = paper.canvas
    canvas.setStrokeColor(rgb("line_strong"))
    canvas.setLineWidth(0.9)
    canvas.setDash(4, 3)
    canvas.line(x, y, x + width, y)
    canvas.line(x, y, x, y - height)
    if right:
        canvas.line(x + width, y, x + width, y - height)
    if bottom:
        canvas.line(x, y - height, x + width, y - height)
    canvas.setDash([])
