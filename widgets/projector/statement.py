"""P2: a statement to vote on."""

from dataclasses import replace

from widgets.marks import SCALE_FRACTIONS, Ball, Bar, Box, Icon, Panel, Skip, square
from widgets.projector.parts import counter, notes, owner_line, progress_line
from widgets.projector.sheet import BODY, SMALL, STATEMENT, TEXT, Sheet, Text
from widgets.typeset import Align, Run, Setting, Style, fitted, plain
from workshop_flows.projector import StatementPage


def compose(page: StatementPage, sheet: Sheet) -> None:
    top = progress_line(sheet, page.progress, open_now=True) + 14
    key = "projector.secret" if page.secret else "projector.not_secret"
    icon = "lock-simple" if page.secret else "eye"
    sheet.position = 4
    short = sheet.texts.text("projector.secret_short")
    bottom = notes(sheet, sheet.texts.text(key), page.device, sheet.bottom, icon=icon, short=short)
    if page.counted is not None or page.asked:
        bottom -= 20 if sheet.far else 36
        sheet.position = 3
        _count_row(sheet, page, bottom - 30)
        bottom -= 60
    bottom -= 24 if sheet.far else 40
    sheet.position = 2
    scale_top = _scale(sheet, page.scale, bottom)
    sheet.position = 1
    _wordings(sheet, page, Box(sheet.left, top, sheet.across, scale_top - top - 28))


def _wordings(sheet: Sheet, page: StatementPage, room: Box) -> None:
    gap = 34.0
    below = 0.0
    if page.owner_text is not None:
        label = sheet.texts.text("projector.owner_says")
        line = fitted(plain(f"{label} {page.owner_text}"), Style(46, BODY, 1.2), room.width - 60)
        below = line.height + gap
    wide = min(room.width, 1640.0)
    statement = fitted(plain(page.staff_text, bold=True), STATEMENT, wide, room.height - below)
    if not statement.fits:
        loose = replace(STATEMENT, max_lines=None, floor=BODY)
        statement = fitted(plain(page.staff_text, bold=True), loose, wide, room.height - below)
    y = room.y + max(0.0, room.height - statement.height - below) / 2
    end = sheet.put(statement, room.x, y, wide)
    if page.owner_text is not None:
        place = Box(room.x, end + gap, room.width, room.bottom - end - gap)
        owner_line(sheet, page.owner_text, place, size=46)


def _scale(sheet: Sheet, scale: tuple[str, ...], bottom: float) -> float:
    """Paint the answers so that they end at `bottom`; return where they start."""
    gap, apart = 18.0, 14.0
    *answers, skip = scale
    skip_width = 196.0
    card = (sheet.across - skip_width - apart - len(answers) * gap) / len(answers)
    pad = 28.0 if card > 240 else 16.0
    style = Style(BODY, SMALL, 1.1)
    words = [fitted(plain(answer), style, card - 2 * pad) for answer in answers]
    size = min(one.size for one in words)
    words = [fitted(plain(answer), replace(style, size=size), card - 2 * pad) for answer in answers]
    high = max(214.0, 22 + 84 + 12 + max(one.height for one in words) + 20)
    y = bottom - high
    for number, setting in enumerate(words):
        place = Box(sheet.left + number * (card + gap), y, card, high)
        _answer(sheet, place, number, setting, pad)
    place = Box(sheet.right - skip_width, y, skip_width, high)
    _skip(sheet, place, skip)
    return y


def _answer(sheet: Sheet, place: Box, number: int, words: Setting, pad: float) -> None:
    sheet.add(Panel(place, "surface", "line"))
    sheet.add(Ball(Box(place.right - pad - 84, place.y + 22, 84, 84), SCALE_FRACTIONS[number]))
    digit = fitted(plain(str(number + 1), bold=True), Style(76, 76, 1.0), place.width)
    sheet.put(digit, place.x + pad, place.y + 26, 80)
    sheet.put(words, place.x + pad, place.y + 22 + 84 + 10, place.width - 2 * pad)


def _skip(sheet: Sheet, place: Box, text: str) -> None:
    sheet.add(Panel(place, None, "line_strong", 3.0, dashed=True))
    style = Style(SMALL, SMALL, 1.15, Align.CENTRE)
    words = fitted(plain(text, "ink_2"), style, place.width - 24)
    y = place.y + (place.height - 64 - 10 - words.height) / 2
    sheet.add(Skip(square(place.x + place.width / 2, y + 32, 64)))
    sheet.put(words, place.x + 12, y + 74, place.width - 24)


def _count_row(sheet: Sheet, page: StatementPage, y: float) -> None:
    right = sheet.right
    if page.seconds_left is not None:
        right = _seconds(sheet, page.seconds_left, y, right) - 24
    if page.time_left is not None:
        wide = 260.0 if not sheet.far else 200.0
        bar = Box(right - wide, y - 10, wide, 20)
        sheet.add(Bar(bar, page.time_left))
        right = bar.x - 32
        if page.seconds_left is None:
            sheet.add(Icon(square(right, y, 40), "clock", "ink_2"))
            right -= 52
    if page.counted is None:
        by = "slip" if page.secret else "hand"
        words = plain(sheet.texts.text(f"projector.vote_by_{by}"), bold=True)
        asked = fitted(words, replace(TEXT, max_lines=1), right - sheet.left)
        sheet.put(asked, sheet.left, y - asked.height / 2, right - sheet.left)
        return
    voted = "projector.slips_counted" if page.closed else "projector.voted"
    key = voted if page.secret else "projector.hands_counted"
    counter(sheet, page.counted, key, sheet.left, y, right)


def _seconds(sheet: Sheet, seconds: int, y: float, right: float) -> float:
    """Write 'nog 35 tellen' so that it ends at `right`; return where it starts."""
    words = sheet.texts.plural("projector.seconds_left", seconds)
    before, number, after = words.partition(str(seconds))
    runs = tuple(run for run in (Run(before), Run(number, bold=True), Run(after)) if run.text)
    setting = fitted(runs, replace(TEXT, max_lines=1), sheet.across)
    # Not said aloud: it would interrupt a reader at every second.
    place = (right - setting.width, y - setting.height / 2, setting.width + 1)
    sheet.items.append(Text(setting, *place))
    return right - setting.width
