"""P8: the agreement on one screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from widgets.marks import Box, Icon, Panel, Rule, square
from widgets.projector.parts import DIVIDER, number_disc, write_top
from widgets.projector.sheet import BODY, SMALL, Sheet
from widgets.typeset import Run, Setting, Style, fitted, plain
from workshop_flows.projector import AgreementPage, AgreementRow
from workshop_flows.vocabulary import AgreementStatus

DISC: Final = 56.0
GAP: Final = 30.0
PAD: Final = 44.0
SHARES: Final = ((0.197, 0.133), (0.2, 0.2), (0.2, 0.26), (0.26, 0.2), (0.26, 0.26))
"""How much of the width 'who' and 'when' may have."""


def compose(page: AgreementPage, sheet: Sheet) -> None:
    texts = sheet.texts
    concept = page.status is AgreementStatus.CONCEPT
    right = _date_and_tag(sheet, page.day, concept=concept)
    runs = (
        Run(texts.text("projector.our_agreement"), bold=True),
        Run(DIVIDER, "ink_2"),
        Run(page.company, "ink_2"),
    )
    top = write_top(sheet, runs, right=right - 32) + 6
    room = Box(sheet.left, top, sheet.across, sheet.bottom - top)
    fit = _fit(sheet, page, room)
    sheet.position = 2
    _cards(sheet, page, fit.cards, concept=concept)
    sheet.position = 1
    if fit.question is not None:
        caption = _caption(sheet)
        top = sheet.put(caption, sheet.left, top, sheet.across) + 2
        top = sheet.put(fit.question, sheet.left, top, sheet.across) + 20
    _table(sheet, fit.table, Box(sheet.left, top, sheet.across, room.bottom - top))


def _caption(sheet: Sheet) -> Setting:
    text = sheet.texts.text("projector.our_question")
    return fitted(plain(text, "ink_2"), Style(36, SMALL, 1.2), sheet.across)


def _date_and_tag(sheet: Sheet, day: str, *, concept: bool) -> float:
    """Write the day at the upper right, after 'concept'; return where that starts."""
    date = fitted(plain(day, "ink_2"), Style(32, SMALL, 1.25), 500)
    middle = sheet.top + 26
    x = sheet.right - date.width
    sheet.position = 1
    sheet.put(date, x, middle - date.height / 2, date.width + 1)
    if concept:
        word = fitted(
            plain(sheet.texts.text("projector.concept"), "paper", bold=True),
            Style(36, 36, 1.25),
            400,
        )
        tag = Box(x - 28 - word.width - 48, middle - 27, word.width + 48, 54)
        sheet.add(Panel(tag, "ink", radius=14.0))
        sheet.put(word, tag.x + 24, middle - word.height / 2 - 2, word.width + 1)
        x = tag.x
    sheet.position = 0
    return x


def _drop(cell: Setting) -> float:
    """Return how far a cell starts under the top of its row, so that it meets the number."""
    return max(0.0, (DISC - cell.line_height) / 2)


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: tuple[Setting, ...]

    @property
    def height(self) -> float:
        return max(DISC, *(_drop(cell) + cell.height for cell in self.cells))


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of the table with their widths."""

    keys: tuple[str, ...]
    widths: tuple[float, ...]


def _columns(sheet: Sheet, rows: Sequence[AgreementRow], *, who: bool = True) -> _Columns:
    """Return the columns in which these rows are lowest; the first ones when that is equal."""
    shares = ((0.24, 0.18), (0.24, 0.24)) if sheet.far else SHARES
    found = (_shared(sheet, named if who else 0.0, when) for named, when in shares)
    return min(found, key=lambda columns: _lines(rows, columns))


def _lines(rows: Sequence[AgreementRow], columns: _Columns) -> float:
    title, text, _ = SIZES[0]
    return sum(_row(row, columns, title, text).height for row in rows)


def _shared(sheet: Sheet, named: float, when: float) -> _Columns:
    others = {"who": named * sheet.across} if named else {}
    others["when"] = when * sheet.across
    title = sheet.across - 2 * PAD - DISC - GAP * (1 + len(others)) - sum(others.values())
    return _Columns(("title", *others), (title, *others.values()))


@dataclass(frozen=True, slots=True)
class _Plan:
    columns: _Columns
    heads: tuple[Setting, ...]
    rows: tuple[_Row, ...]
    pad: float

    @property
    def height(self) -> float:
        return 36 + self.heads[0].height + sum(row.height + 2 * self.pad for row in self.rows) + 8


@dataclass(frozen=True, slots=True)
class _Fit:
    """What of the page fits: `cards` is the height of the row at the bottom."""

    question: Setting | None
    table: _Plan
    cards: float


def _fit(sheet: Sheet, page: AgreementPage, room: Box) -> _Fit:
    """Return the richest page: lower cards first, then no question, then smaller, then no cards."""
    caption = _caption(sheet).height
    tall, low = (150.0, 120.0) if sheet.far else (200.0, 120.0)
    question = plain(page.question, bold=True)
    columns = _columns(sheet, page.rows)
    for cards in (tall, low):
        left = room.height - cards - 28
        for size in (60, 54, 48, 44, BODY):
            head = fitted(question, Style(size, size, 1.14), room.width)
            taken = caption + 2 + head.height + 20
            table = _planned(sheet, page.rows, left - taken, SIZES, columns)
            if table.height <= left - taken:
                return _Fit(head, table, cards)
    for sizes, cards, who in (
        (SIZES, low, True),
        (TIGHT, low, True),
        (TIGHT, 0.0, True),
        (TIGHT, 0.0, False),
    ):
        left = room.height - cards - (28 if cards else 0)
        table = _planned(sheet, page.rows, left, sizes, _columns(sheet, page.rows, who=who))
        if table.height <= left:
            break
    return _Fit(None, table, cards)


SIZES: Final = ((46, 42, 32.0), (42, BODY, 24.0), (42, BODY, 14.0), (BODY, BODY, 8.0))
"""Letters of a title and of the other cells, and the room above and below a row."""
TIGHT: Final = ((36, 36, 6.0), (33, 33, 5.0), (SMALL, SMALL, 4.0))


def _planned(
    sheet: Sheet,
    rows: Sequence[AgreementRow],
    most: float,
    sizes: Sequence[tuple[int, int, float]],
    columns: _Columns,
) -> _Plan:
    head = Style(32, SMALL, 1.2)
    heads = tuple(
        fitted(plain(sheet.texts.text(f"projector.agreement.{key}"), "ink_2"), head, wide)
        for key, wide in zip(columns.keys, columns.widths, strict=True)
    )
    for title, text, pad in sizes:
        made = tuple(_row(row, columns, title, text) for row in rows)
        plan = _Plan(columns, heads, made, pad)
        if plan.height <= most:
            break
    return plan


def _row(row: AgreementRow, columns: _Columns, title: int, text: int) -> _Row:
    cells = (
        fitted(
            plain(getattr(row, key), bold=key == "title"),
            Style(size, size, 1.15),
            wide,
        )
        for key, wide in zip(columns.keys, columns.widths, strict=True)
        for size in (title if key == "title" else text,)
    )
    return _Row(row.number, tuple(cells))


def _table(sheet: Sheet, plan: _Plan, place: Box) -> None:
    widths = plan.columns.widths
    sheet.add(Panel(place._replace(height=plan.height), "surface", "line"))
    start = place.x + PAD + DISC + GAP
    y = place.y + 18
    x = start
    for head, wide in zip(plan.heads, widths, strict=True):
        sheet.put(head, x, y, wide)
        x += wide + GAP
    y += plan.heads[0].height + 12
    for row in plan.rows:
        sheet.add(Rule((place.x + PAD, y), (place.right - PAD, y)))
        y += plan.pad
        number_disc(sheet, place.x + PAD + DISC / 2, y + DISC / 2, DISC, str(row.number))
        x = start
        for cell, wide in zip(row.cells, widths, strict=True):
            sheet.put(cell, x, y + _drop(cell), wide)
            x += wide + GAP
        y += row.height + plan.pad


def _cards(sheet: Sheet, page: AgreementPage, high: float, *, concept: bool) -> None:
    """When we look back, and what is still to be done."""
    if not high:
        return
    texts = sheet.texts
    y = sheet.bottom - high
    side = 0.36 * sheet.across
    main = Box(sheet.left, y, sheet.across - side - 32, high)
    back = page.follow_up or texts.text("projector.no_date")
    _card(sheet, main, (texts.text("projector.look_back"), back), LOOK_BACK)
    lines, look = ("not_ready", "fill_in"), NOT_READY
    if not concept:
        lines, look = ("ready", "paper_comes"), READY
    large, small = (texts.text(f"projector.{key}") for key in lines)
    _card(sheet, Box(sheet.right - side, y, side, high), (small, large), look)


@dataclass(frozen=True, slots=True)
class _Look:
    """A card at the bottom; `below`: its small line stands under the large one."""

    icon: str
    ground: str
    size: int
    below: bool
    role: str = "ink"
    small_role: str = "ink_2"


LOOK_BACK: Final = _Look("calendar-check", "mark_soft", 60, below=False)
NOT_READY: Final = _Look("note-pencil", "sunken", 44, below=True)
READY: Final = _Look("pencil-simple", "primary", 44, True, "on_primary", "on_primary")


def _card(sheet: Sheet, place: Box, lines: tuple[str, str], look: _Look) -> None:
    size = min(0.6 * place.height, 92.0 if not sheet.far else 64.0)
    pad = PAD if not sheet.far else 28.0
    icon = square(place.x + pad + size / 2, place.middle, size)
    sheet.add(Panel(place, look.ground), Icon(icon, look.icon, look.role))
    x = place.x + pad + size + 30
    wide = place.right - 24 - x
    small, large = lines
    if place.height < 140 and look.below:
        small = ""
    # The small line is left out when the large one needs its room.
    for below in (small, "") if look.below else (small,):
        caption = fitted(plain(below, look.small_role), Style(36, SMALL, 1.2), wide)
        head = fitted(
            plain(large, look.role, bold=True),
            Style(look.size, BODY, 1.14),
            wide,
            place.height - caption.height - 12,
        )
        if head.fits:
            break
    y = place.middle - (caption.height + head.height + 4) / 2
    first, second = (head, caption) if look.below else (caption, head)
    y = sheet.put(first, x, y, wide) + 4
    sheet.put(second, x, y, wide)
