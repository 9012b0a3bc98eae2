"""'Dit doen we al': a tile for each thing that the team learns already."""

from dataclasses import dataclass
from typing import Final

from widgets.marks import Box, Panel
from widgets.projector.parts import top_line
from widgets.projector.sheet import BODY, SMALL, TEXT, TITLE, Sheet
from widgets.typeset import Setting, Style, fitted, plain
from workshop_flows.projector import AlreadyDoingPage

GAP: Final = 24.0
PLANS: Final = (
    (2, 54, 28.0),
    (3, 46, 28.0),
    (3, 42, 24.0),
    (3, BODY, 20.0),
    (4, BODY, 18.0),
    (2, BODY, 20.0),
    (1, BODY, 20.0),
)
"""Columns, size of the letters and room around them, from few tiles to many or long ones."""
MORE: Final = 60.0
GROWTH: Final = 60.0
"""How much a row may grow where there is room."""


@dataclass(frozen=True, slots=True)
class _Plan:
    rows: list[list[Setting]]
    width: float
    pad: float

    def row_height(self, row: list[Setting]) -> float:
        return max(100.0, *(tile.height + 2 * self.pad for tile in row))

    def height(self, rows: int) -> float:
        return sum(self.row_height(row) + GAP for row in self.rows[:rows]) - GAP

    def rows_that_fit(self, height: float) -> int:
        """Return how many whole rows fit, with a line for how many more there are."""
        if self.height(len(self.rows)) <= height:
            return len(self.rows)
        shown = 0
        while self.height(shown + 1) + MORE <= height:
            shown += 1
        return shown

    def tiles_that_fit(self, height: float) -> int:
        return sum(len(row) for row in self.rows[: self.rows_that_fit(height)])


def compose(page: AlreadyDoingPage, sheet: Sheet) -> None:
    texts = sheet.texts
    top = top_line(sheet, texts.text("projector.already"))
    title = fitted(plain(texts.text("projector.already_ask"), bold=True), TITLE, sheet.across)
    top = sheet.put(title, sheet.left, top + 8, sheet.across) + 24
    place = Box(sheet.left, top, sheet.across, sheet.bottom - top)
    if not page.items:
        sheet.write(texts.text("projector.already_help"), TEXT, place, "ink_2")
        return
    plans = [_planned(page.items, place.width, *plan) for plan in PLANS]
    # The first of the best: larger letters when as many tiles fit.
    counts = [plan.tiles_that_fit(place.height) for plan in plans]
    plan = plans[counts.index(max(counts))]
    _put(sheet, plan, len(page.items), place)


def _put(sheet: Sheet, plan: _Plan, items: int, place: Box) -> None:
    shown = plan.rows_that_fit(place.height)
    left = items - plan.tiles_that_fit(place.height)
    spare = place.height - plan.height(shown) - (MORE if left else 0.0)
    extra = min(GROWTH, max(0.0, spare) / max(1, shown))
    y = place.y
    for row in plan.rows[:shown]:
        high = plan.row_height(row) + extra
        for number, tile in enumerate(row):
            spot = Box(place.x + number * (plan.width + GAP), y, plan.width, high)
            inner = plan.width - 2 * plan.pad
            sheet.add(Panel(spot, "surface", "line"))
            sheet.put(tile, spot.x + plan.pad, spot.middle - tile.height / 2, inner)
        y += high + GAP
    if left:
        text = sheet.texts.text("projector.more", count=left)
        more = fitted(plain(text, "ink_2", bold=True), Style(42, SMALL, 1.2), place.width)
        sheet.put(more, place.x, place.bottom - more.height, place.width)


def _planned(items: tuple[str, ...], width: float, columns: int, size: int, pad: float) -> _Plan:
    wide = (width - (columns - 1) * GAP) / columns
    style = Style(size, BODY, 1.2, balanced=True)
    tiles = [fitted(plain(one), style, wide - 2 * pad) for one in items]
    rows = [tiles[start : start + columns] for start in range(0, len(tiles), columns)]
    return _Plan(rows, wide, pad)
