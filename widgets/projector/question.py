"""The firm's own question, and what is coming."""

from widgets.marks import Box, Icon, Panel, square
from widgets.projector.parts import top_line
from widgets.projector.sheet import BODY, CAPTION, SMALL, Sheet
from widgets.typeset import Style, fitted, plain
from workshop_flows.projector import QuestionPage

CHIP = 72.0


def compose(page: QuestionPage, sheet: Sheet) -> None:
    top = top_line(sheet, sheet.texts.text("projector.our_question")) + 16
    sheet.position = 2
    # The question is what counts: the keywords get what it can spare.
    least = fitted(plain(page.question, bold=True), Style(BODY, BODY, 1.18), sheet.across).height
    spare = sheet.bottom - top - least - 40
    most = min(0.42 * (sheet.bottom - top), spare)
    bottom = _coming(sheet, page.coming, most) if page.coming else sheet.bottom
    sheet.position = 1
    place = Box(sheet.left, top, sheet.across, bottom - top - 28)
    style = Style(108, BODY, 1.14, tracking=-0.01, balanced=True, max_lines=4)
    setting = fitted(plain(page.question, bold=True), style, place.width, place.height)
    if not setting.fits:
        style = Style(54, BODY, 1.18)
        setting = fitted(plain(page.question, bold=True), style, place.width, place.height)
    y = place.y + max(0.0, place.height - setting.height) / 2
    sheet.put(setting, place.x, y, place.width)


def _coming(sheet: Sheet, coming: tuple[str, ...], most: float) -> float:
    """Put the keywords under their heading as chips at the bottom; return where they start."""
    head = fitted(plain(sheet.texts.text("projector.coming"), "ink_2"), CAPTION, sheet.across)
    rows: list[list[tuple[str, float]]] = [[]]
    x, gap = 0.0, 18.0
    style = Style(42, BODY, 1.15)
    shown = 0
    for text in coming:
        setting = fitted(plain(text), style, sheet.across - 96)
        wide = setting.width + 92
        if rows[-1] and x + wide > sheet.across:
            rows.append([])
            x = 0.0
        if head.height + 16 + len(rows) * (CHIP + gap) + 54 > most:
            rows.pop()
            break
        rows[-1].append((text, wide))
        x += wide + gap
        shown += 1
    if not rows:
        return sheet.bottom
    more = sheet.texts.text("projector.more", count=len(coming) - shown)
    heights = [max(_chip_height(sheet, text) for text, _ in row) for row in rows]
    rest = 0.0 if shown == len(coming) else 54.0
    y = sheet.bottom - sum(heights) - gap * (len(rows) - 1) - head.height - 16 - rest
    start = y
    y = sheet.put(head, sheet.left, y, sheet.across) + 16
    for row, high in zip(rows, heights, strict=True):
        x = sheet.left
        for text, wide in row:
            place = Box(x, y, min(wide, sheet.across), high)
            sheet.add(
                Panel(place, "surface", "line_strong", 2.0, 36.0),
                Icon(square(place.x + 42, place.middle, 36), "arrow-right"),
            )
            inner = Box(place.x + 68, place.y, place.width - 88, high)
            sheet.write(text, style, inner, centred=True)
            x += wide + gap
        y += high + gap
    if rest:
        sheet.write(more, Style(36, SMALL, 1.2), Box(sheet.left, y - 6, 600, 50), "ink_2")
    return start


def _chip_height(sheet: Sheet, text: str) -> float:
    setting = fitted(plain(text), Style(42, BODY, 1.15), sheet.across - 96)
    return max(CHIP, setting.height + 24)
