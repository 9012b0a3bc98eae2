"""The last page: thanks, what is kept, and when we meet again."""

from widgets.marks import Box, Icon, Panel, square
from widgets.projector.parts import top_line
from widgets.projector.sheet import BODY, CAPTION, STATEMENT, Sheet
from widgets.typeset import Style, fitted, plain
from workshop_flows.projector import ClosePage

CARD = 200.0


def compose(page: ClosePage, sheet: Sheet) -> None:
    texts = sheet.texts
    top = top_line(sheet, page.company) + 8
    bottom = sheet.bottom
    if page.follow_up:
        sheet.position = 2
        bottom = _follow_up(sheet, page.follow_up) - 36
        sheet.position = 1
    thanks = fitted(plain(texts.text("projector.thanks"), bold=True), STATEMENT, sheet.across)
    lines = [
        fitted(plain(texts.text(key)), Style(46, BODY, 1.25), sheet.across - 72)
        for key in ("projector.kept", "projector.wiped")
    ]
    high = thanks.height + 36 + sum(one.height for one in lines) + 18
    y = top + max(0.0, bottom - top - high) / 2
    y = sheet.put(thanks, sheet.left, y, sheet.across) + 36
    for line, icon in zip(lines, ("check-circle", "lock-simple"), strict=True):
        sheet.add(Icon(square(sheet.left + 24, y + line.line_height / 2, 48), icon, "ink_2"))
        y = sheet.put(line, sheet.left + 72, y, sheet.across - 72) + 18


def _follow_up(sheet: Sheet, day: str) -> float:
    place = Box(sheet.left, sheet.bottom - CARD, sheet.across, CARD)
    sheet.add(
        Panel(place, "mark_soft"),
        Icon(square(place.x + 44 + 50, place.middle, 100), "calendar-check"),
    )
    x = place.x + 44 + 100 + 34
    wide = place.right - 44 - x
    caption = fitted(plain(sheet.texts.text("projector.look_back"), "ink_2"), CAPTION, wide)
    date = fitted(plain(day, bold=True), Style(60, BODY, 1.14), wide, CARD - caption.height - 20)
    y = place.middle - (caption.height + date.height + 4) / 2
    y = sheet.put(caption, x, y, wide) + 4
    sheet.put(date, x, y, wide)
    return place.y
