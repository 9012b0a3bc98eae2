"""A follow-up's first page: what became of the earlier afspraken."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from widgets.marks import Box, Icon, Panel, square
from widgets.projector.parts import number_disc, top_line
from widgets.projector.sheet import BODY, SMALL, TITLE, Sheet
from widgets.typeset import Setting, Style, fitted, plain
from workshop_flows.projector import ReviewPage, ReviewRow
from workshop_flows.vocabulary import Outcome

ICONS: Final = {
    Outcome.DONE: "check-circle",
    Outcome.PARTLY: "circle-half",
    Outcome.NOT: "circle",
}
DISC: Final = 64.0
GAP: Final = 22.0


@dataclass(frozen=True, slots=True)
class _Row:
    row: ReviewRow
    title: Setting
    helped: Setting | None

    @property
    def height(self) -> float:
        return self.title.height + (self.helped.height + 8 if self.helped else 0.0)


def compose(page: ReviewPage, sheet: Sheet) -> None:
    texts = sheet.texts
    top = top_line(sheet, texts.text("projector.looking_back"), page.since)
    title = fitted(plain(texts.text("projector.what_became"), bold=True), TITLE, sheet.across)
    top = sheet.put(title, sheet.left, top + 8, sheet.across) + 26
    room = sheet.bottom - top
    side = 330.0 if not sheet.far else 280.0
    wide = sheet.across - side - 2 * 40 - DISC - 28 - 40
    rows, pad = _planned(sheet, page.rows, wide, room)
    y = top
    spare = room - sum(one.height + 2 * pad for one in rows) - GAP * (len(rows) - 1)
    extra = min(40.0, max(0.0, spare / max(1, len(rows))))
    for one in rows:
        place = Box(sheet.left, y, sheet.across, one.height + 2 * pad + extra)
        _row(sheet, one, place, wide, side)
        y = place.bottom + GAP


def _planned(
    sheet: Sheet, rows: Sequence[ReviewRow], wide: float, most: float
) -> tuple[list[_Row], float]:
    """Return the rows with what helped, or without it where that is too much."""
    for with_help in (True, False):
        for size, pad in ((48, 36.0), (44, 28.0), (BODY, 20.0), (BODY, 12.0), (34, 6.0)):
            made = [_made(sheet, row, wide, size, with_help=with_help) for row in rows]
            whole = sum(one.height + 2 * pad for one in made) + GAP * (len(made) - 1)
            if whole <= most:
                return made, pad
    return made, pad


def _made(sheet: Sheet, row: ReviewRow, wide: float, size: int, *, with_help: bool) -> _Row:
    title = fitted(plain(row.title, bold=True), Style(size, size, 1.15), wide)
    if not row.helped or not with_help:
        return _Row(row, title, None)
    text = sheet.texts.text("projector.helped", text=row.helped)
    return _Row(row, title, fitted(plain(text, "ink_2"), Style(BODY, BODY, 1.2), wide))


def _row(sheet: Sheet, one: _Row, place: Box, wide: float, side: float) -> None:
    sheet.add(Panel(place, "surface", "line"))
    x = place.x + 40
    number_disc(sheet, x + DISC / 2, place.middle, DISC, str(one.row.number))
    x += DISC + 28
    y = place.middle - one.height / 2
    y = sheet.put(one.title, x, y, wide)
    if one.helped:
        sheet.put(one.helped, x, y + 8, wide)
    outcome = one.row.outcome
    if outcome is None:
        return
    x = place.right - 40 - side + 20
    sheet.add(Icon(square(x + 32, place.middle, 64), ICONS[outcome]))
    word = sheet.texts.text(f"projector.outcome.{outcome}")
    inner = Box(x + 84, place.y, side - 104, place.height)
    sheet.write(word, Style(46, SMALL, 1.1), inner, bold=True, centred=True)
