"""Wie begint? Owner and staff each wait for the other: both sides side by side."""

from dataclasses import dataclass, replace
from typing import Final

from widgets.marks import Box, Diamond, Dot, Panel
from widgets.projector.parts import top_line
from widgets.projector.sheet import BODY, TITLE, Sheet
from widgets.typeset import Run, Setting, Style, fitted, plain
from workshop_flows.projector import WhoStartsPage

GAP: Final = 40.0
PAD: Final = 44.0


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two columns; `number`: the first is asked first."""

    number: int
    name: str
    role: str
    text: str
    stand: str | None
    ask: str


def compose(page: WhoStartsPage, sheet: Sheet) -> None:
    texts = sheet.texts
    top = top_line(sheet, texts.text("projector.who_starts"), texts.text("projector.who_first"))
    title = fitted(plain(page.axis_label, bold=True), TITLE, sheet.across)
    top = sheet.put(title, sheet.left, top + 6, sheet.across) + 22
    owner = None if page.owner_stand is None else texts.decimal(page.owner_stand)
    staff = None if page.staff_stand is None else texts.stand(page.staff_stand)
    sides = (
        _Side(
            1,
            texts.text("projector.team"),
            "team",
            page.staff_text,
            staff,
            page.ask_staff,
        ),
        _Side(
            2,
            texts.text("projector.owner"),
            "owner_text",
            page.owner_text,
            owner,
            page.ask_owner,
        ),
    )
    wide = (sheet.across - GAP) / 2
    pad = PAD if not sheet.far else 28.0
    high = sheet.bottom - top
    asks = [_ask(sheet, side, wide - 2 * pad, 0.5 * high) for side in sides]
    low = sheet.bottom - max(one.height for one in asks) - 2 * pad
    room = Box(0.0, top + pad - 8, wide - 2 * pad, low - top - pad)
    size = min(_wording_of(side, room).size for side in sides)
    for number, (side, ask) in enumerate(zip(sides, asks, strict=True)):
        place = Box(sheet.left + number * (wide + GAP), top, wide, high)
        sheet.add(Panel(place, "surface", "line"))
        _wording(sheet, side, room._replace(x=place.x + pad), size)
        below = Box(place.x, low, wide, sheet.bottom - low)
        sheet.add(Panel(below.inset(14), "mark_soft", radius=16.0))
        sheet.put(ask, place.x + pad, below.middle - ask.height / 2, wide - 2 * pad)


HEAD: Final = 96.0
TEXT: Final = Style(60, BODY, 1.16, balanced=True)


def _wording_of(side: _Side, place: Box) -> Setting:
    return fitted(plain(side.text), TEXT, place.width, place.height - HEAD - 8)


def _wording(sheet: Sheet, side: _Side, place: Box, size: float) -> None:
    """Who it is about, their stand, and the statement in their own words."""
    name = fitted(plain(side.name, side.role, bold=True), Style(44, BODY, 1.15), place.width - 60)
    middle = place.y + HEAD / 2
    if side.role == "team":
        sheet.add(Dot(place.x + 20, middle, 18.0))
    else:
        sheet.add(Diamond(place.x + 20, middle, 19.0, 6.0))
    sheet.put(name, place.x + 56, middle - name.height / 2, name.width + 1)
    if side.stand is not None:
        stand = fitted(plain(side.stand, side.role, bold=True), Style(96, 96, 1.0), 260)
        sheet.put(stand, place.right - stand.width - 1, place.y, stand.width + 1)
    y = place.y + HEAD + 8
    text = Box(place.x, y, place.width, place.bottom - y)
    sheet.write(side.text, replace(TEXT, size=size), text, centred=True)


def _ask(sheet: Sheet, side: _Side, wide: float, most: float) -> Setting:
    key = "projector.asked_first" if side.number == 1 else "projector.asked_next"
    runs = (Run(f"{sheet.texts.text(key)}\n", "ink_2"), Run(side.ask, bold=True))
    return fitted(runs, Style(52, BODY, 1.18), wide, most)
