"""What several pages share: the top line, both wordings, the counter, the talk card."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from widgets.marks import Ball, Bar, Box, Diamond, Dot, Icon, Panel, square
from widgets.projector.sheet import BODY, CAPTION, FOOTER, QUESTION, SMALL, Sheet
from widgets.typeset import Align, Run, Setting, Style, fitted, plain
from workshop_flows.joining import Device
from workshop_flows.projector import Counted, Progress, TalkCard

TOP_LINE: Final = Style(32, SMALL, 1.25)
COUNT: Final = Style(46, BODY, 1.2)
MOST_DOTS: Final = 24
"""Above it a row of dots can no longer be seen at a glance: a bar says it better."""
AXES: Final = 7
DIVIDER: Final = " \N{NO-BREAK SPACE}·\N{NO-BREAK SPACE} "


def top_line(sheet: Sheet, bold: str, rest: str = "", *, right: float | None = None) -> float:
    """Write the page's name at the top and return the height where it ends."""
    runs = [Run(bold, bold=True)]
    if rest:
        runs += [Run(DIVIDER, "ink_2"), Run(rest, "ink_2")]
    return write_top(sheet, runs, right=right)


def write_top(sheet: Sheet, runs: Sequence[Run], *, right: float | None = None) -> float:
    width = (sheet.right if right is None else right) - sheet.left
    setting = fitted(runs, replace(TOP_LINE, max_lines=1), width)
    if not setting.fits:
        setting = fitted(runs, TOP_LINE, width)
    return max(sheet.top + 52, sheet.put(setting, sheet.left, sheet.top + 6, width) + 6)


def progress_line(
    sheet: Sheet, progress: Progress, *, open_now: bool, named: bool = True, after: str = ""
) -> float:
    """Write 'Stelling 5 van 14 · Dat kunnen wij' with its bars; return where it ends."""
    number = sheet.texts.text("projector.progress", number=progress.number, total=progress.total)
    runs = [Run(number, "ink_2")]
    if named:
        runs += [Run(DIVIDER, "ink_2"), Run(progress.axis_label, bold=True)]
    if after:
        runs += [Run(DIVIDER, "ink_2"), Run(after, "ink_2")]
    room = _bars(sheet, progress, open_now=open_now)
    return write_top(sheet, runs, right=room - 32)


def _bars(sheet: Sheet, progress: Progress, *, open_now: bool) -> float:
    """Paint seven groups of bars at the upper right; return where they start."""
    gap, between = 4.0, 14.0
    count = progress.per_axis
    bar = {1: 52.0, 2: 24.0}.get(count, 16.0)
    group = count * bar + (count - 1) * gap
    x = start = sheet.right - AXES * group - (AXES - 1) * between
    y = sheet.top + 26
    for axis in range(AXES):
        finished = progress.done[axis] if axis < len(progress.done) else 0
        for number in range(count):
            current = open_now and axis == progress.current_axis and number == finished
            place = Box(x + number * (bar + gap), y - 7, bar, 14)
            if current:
                place = Box(place.x - 2, y - 9, bar + 4, 18)
                sheet.add(Panel(place, "mark", "ink", 3.0, 9.0))
            else:
                sheet.add(Panel(place, "ink_2" if number < finished else "line", radius=7.0))
        x += group + between
    return start


def owner_line(sheet: Sheet, text: str, place: Box, *, size: float, floor: float = BODY) -> float:
    """Write 'Eigenaar: ...' after the diamond; return where it ends."""
    mark = 0.95 * size
    label = sheet.texts.text("projector.owner_says")
    runs = (Run(f"{label} ", "owner_text", bold=True), Run(text, "owner_text"))
    gap = mark + 16
    setting = fitted(runs, Style(size, floor, 1.2, balanced=True), place.width - gap, place.height)
    sheet.add(Diamond(place.x + mark / 2, place.y + setting.line_height / 2, 0.4 * mark, 5.0))
    return sheet.put(setting, place.x + gap, place.y, place.width - gap)


def both_wordings(sheet: Sheet, staff: str, owner: str | None, y: float, room: float) -> float:
    """Write a statement of which the votes are in; return where it ends."""
    wide = sheet.across
    head = fitted(plain(staff, bold=True), Style(54, BODY, 1.15), wide, 0.62 * room)
    end = sheet.put(head, sheet.left, y, wide)
    if owner is not None:
        place = Box(sheet.left, end + 6, wide, max(0.0, room - (end - y) - 6))
        end = owner_line(sheet, owner, place, size=BODY)
    return end


def counter(sheet: Sheet, counted: Counted, key: str, x: float, y: float, right: float) -> float:
    """Show '7 van de 10 gestemd' around height y, in dots or as a bar; return where it ends."""
    before, number, after = sheet.texts.text(
        key, voted=counted.voted, seats=counted.seats
    ).partition(sheet.texts.text("projector.count", voted=counted.voted, seats=counted.seats))
    runs = tuple(run for run in (Run(before), Run(number, bold=True), Run(after)) if run.text)
    words = fitted(runs, replace(COUNT, max_lines=1), right - x)
    end = _votes(sheet, counted, x, y, right - words.width - 36 - x)
    sheet.put(words, end, y - words.height / 2, words.width + 1)
    return end + words.width


def _votes(sheet: Sheet, counted: Counted, x: float, y: float, room: float) -> float:
    """Return where the text after the dots starts."""
    if counted.seats <= 0:
        return x
    pitch = min(54.0, 690 / counted.seats, room / counted.seats)
    if counted.seats > MOST_DOTS or pitch < 22:
        wide = min(520.0, room)
        if wide < 80:
            return x
        place = Box(x, y - 14, wide, 28)
        sheet.add(Bar(place, counted.voted / counted.seats, "team", "line"))
        return x + wide + 36
    radius = min(20.0, 0.38 * pitch)
    for number in range(counted.seats):
        at = x + pitch * number + radius + 1
        if number < counted.voted:
            sheet.add(Dot(at, y, radius))
        else:
            sheet.add(Dot(at, y, radius - 2, None, "line_strong", 4.0))
    return x + pitch * counted.seats + 26


def note_line(
    sheet: Sheet, text: str, y: float, *, icon: str = "lock-simple", right: float | None = None
) -> float:
    """Write a footer with its icon so that it ends at height y; return where it starts."""
    wide = (sheet.right if right is None else right) - sheet.left
    setting = fitted(plain(text, "ink_2"), FOOTER, wide - 58)
    top = y - setting.height
    with_icon(sheet, setting, Box(sheet.left, top, wide, setting.height), icon)
    return top


def notes(
    sheet: Sheet,
    text: str,
    device: Device | None,
    y: float,
    *,
    icon: str = "lock-simple",
    short: str = "",
) -> float:
    """Write a footer and, at its right, with what one votes now; return where they start.

    `short` takes the place of a text that needs more than one line.
    """
    if device is None:
        return note_line(sheet, text, y, icon=icon)
    left = device_note(sheet, device, y - FOOTER.size * FOOTER.line / 2)
    wide = left - 40 - sheet.left - 58
    if short and len(fitted(plain(text), FOOTER, wide).lines) > 1:
        text = short
    return note_line(sheet, text, y, icon=icon, right=left - 40)


def device_note(sheet: Sheet, device: Device, y: float) -> float:
    """Write with what one votes now around height y, at the right; return where it starts."""
    words = fitted(_on(sheet, device), replace(FOOTER, max_lines=1), 0.55 * sheet.across)
    left = sheet.right - words.width - 52
    sheet.add(Icon(square(left + 18, y, 40), "device-mobile"))
    sheet.put(words, left + 52, y - words.height / 2, words.width + 1)
    return left


def _on(sheet: Sheet, device: Device) -> tuple[Run, ...]:
    return plain(sheet.texts.text(f"projector.on.{device}"), bold=True)


def with_icon(sheet: Sheet, setting: Setting, place: Box, icon: str, role: str = "ink_2") -> float:
    """Set a text with an icon before its first line; return where it ends."""
    size = 40.0
    middle = place.y + setting.line_height / 2
    sheet.add(Icon(square(place.x + size / 2, middle, size), icon, role))
    return sheet.put(setting, place.x + size + 18, place.y, place.width - size - 18)


def talk_card(sheet: Sheet, talk: TalkCard, most: float, *, least: float = 150) -> float:
    """Put the talk question in a card at the bottom, at most so high; return its top."""
    inset, side, air = (44.0, 92.0, 48.0) if not sheet.far else (28.0, 72.0, 32.0)
    text_left = sheet.left + inset + side + 36
    wide = sheet.right - inset - text_left
    intro = fitted(plain(talk.intro, "ink_2"), CAPTION, wide) if talk.intro else None
    above = intro.height + 6 if intro else 0.0
    question = fitted(
        plain(talk.question, bold=True), QUESTION, wide, max(60.0, most - above - air)
    )
    high = max(least, above + question.height + air)
    card = Box(sheet.left, sheet.bottom - high, sheet.across, high)
    sheet.add(
        Panel(card, "mark_soft"),
        Icon(square(card.x + inset + side / 2, card.middle, side), "chats-circle"),
    )
    y = card.y + (high - above - question.height) / 2
    if intro:
        y = sheet.put(intro, text_left, y, wide) + 6
    sheet.put(question, text_left, y, wide)
    return card.y


def number_disc(
    sheet: Sheet, x: float, y: float, size: float, text: str, role: str = "surface"
) -> None:
    """Paint a number in an ink disc around (x, y)."""
    sheet.add(Dot(x, y, size / 2, "ink"))
    letters = round(size * 0.64) if len(text) < 3 else round(size * 0.46)
    style = Style(letters, letters, 1.0, Align.CENTRE)
    setting = fitted(plain(text, role, bold=True), style, size)
    # Digits have no descenders: their middle lies above that of the line.
    sheet.put(setting, x - size / 2, y - setting.height / 2 - 0.02 * size, size)


def answer_mark(sheet: Sheet, x: float, y: float, size: float, value: float) -> None:
    """Paint the ball of a stand in whole answers, around (x, y); nothing for a half."""
    if value == int(value):
        sheet.add(Ball(square(x, y, size), (value - 1) / 4))
