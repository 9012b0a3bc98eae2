"""P5: the hidden choice of what to work on, and what came out of it."""

from dataclasses import replace
from typing import Final

from widgets.marks import Bar, Box, Dot, Flag, Icon, Panel, square
from widgets.projector.parts import MOST_DOTS, counter, notes, number_disc, top_line
from widgets.projector.sheet import BODY, FOOTER, SMALL, TITLE, Sheet
from widgets.typeset import Align, Style, fitted, plain
from workshop_flows.projector import Choice, FocusPage

BLEED: Final = 32.0
"""A chosen row sticks out to the left, so that the labels of all rows stand in line."""
TITLES: Final = {0: "projector.choice_result", 1: "projector.work_on_one"}
LABEL: Final = Style(48, 34, 1.12, max_lines=2)


def compose(page: FocusPage, sheet: Sheet) -> None:
    if page.revealed:
        _result(page, sheet)
    else:
        _options(page, sheet)


def _options(page: FocusPage, sheet: Sheet) -> None:
    texts = sheet.texts
    top = top_line(
        sheet,
        texts.text("projector.choose"),
        texts.text("projector.choose_secret" if page.secret else "projector.choose_aloud"),
    )
    title = fitted(plain(texts.text("projector.choose_focus"), bold=True), TITLE, sheet.across)
    top = sheet.put(title, sheet.left, top + 10, sheet.across) + 24
    sheet.position = 3
    key, icon = ("secret", "lock-simple") if page.secret else ("choose_together", "chats-circle")
    short = texts.text("projector.secret_short")
    bottom = notes(
        sheet,
        texts.text(f"projector.{key}"),
        page.device,
        sheet.bottom,
        icon=icon,
        short=short,
    )
    if page.counted is not None:
        sheet.position = 2
        counter(sheet, page.counted, "projector.voted", sheet.left, bottom - 52, sheet.right)
        bottom -= 92
    sheet.position = 1
    gap = 18.0
    rows = (len(page.choices) + 1) // 2
    wide = (sheet.across - gap) / 2
    high = min(150.0, (bottom - top - 24 - gap * (rows - 1)) / rows)
    for number, choice in enumerate(page.choices):
        column, row = divmod(number, rows)
        place = Box(sheet.left + column * (wide + gap), top + row * (high + gap), wide, high)
        sheet.add(Panel(place, "surface", "line"))
        disc = min(64.0, 0.7 * high)
        number_disc(sheet, place.x + 32 + disc / 2, place.middle, disc, str(number + 1))
        inner = Box(place.x + 56 + disc, place.y + 6, wide - disc - 80, high - 12)
        sheet.write(choice.label, LABEL, inner, bold=True, centred=True)


def _result(page: FocusPage, sheet: Sheet) -> None:
    texts = sheet.texts
    top = top_line(
        sheet,
        texts.text("projector.choose"),
        texts.text("projector.chose_secret" if page.secret else "projector.chose_aloud"),
    )
    chosen = [one for one in page.choices if one.chosen]
    key = TITLES.get(len(chosen), "projector.work_on")
    title = fitted(plain(texts.text(key), bold=True), TITLE, sheet.across)
    top = sheet.put(title, sheet.left, top + 10, sheet.across) + 28
    side = min(560.0, 0.37 * sheet.across)
    left = Box(sheet.left, top, sheet.across - side - 28, sheet.bottom - top)
    _rows(sheet, page.choices, left if chosen else left._replace(width=sheet.across))
    if chosen:
        _targets(sheet, chosen, Box(sheet.right - side, top, side, sheet.bottom - top))


def _rows(sheet: Sheet, choices: tuple[Choice, ...], place: Box) -> None:
    count = sum(one.chosen for one in choices)
    rest = len(choices) - count
    whole = count * 116.0 + rest * 86.0
    part = min(1.0, place.height / whole)
    most = max((one.votes or 0 for one in choices), default=0)
    widest = max(
        fitted(plain(one.label, bold=True), replace(LABEL, max_lines=1), 1e6).width
        for one in choices
    )
    name = min(widest + 16, 0.52 * place.width)
    y = place.y
    for choice in choices:
        high = (104.0 if choice.chosen else 86.0) * part
        row = Box(place.x, y, place.width, high)
        _row(sheet, choice, row, name, most)
        y += high + (12.0 * part if choice.chosen else 0.0)


def _row(sheet: Sheet, choice: Choice, row: Box, name: float, most: int) -> None:
    if choice.chosen:
        back = Box(row.x - BLEED, row.y, row.width + BLEED, row.height)
        sheet.add(Panel(back, "mark", radius=20.0))
    role = "on_mark" if choice.chosen else "ink"
    wide = name if choice.votes is not None else row.width - 24
    style = LABEL if choice.chosen else replace(LABEL, size=42)
    sheet.write(
        choice.label,
        style,
        Box(row.x, row.y, wide, row.height),
        role,
        bold=choice.chosen,
        centred=True,
    )
    if choice.votes is None:
        return
    number = fitted(
        plain(str(choice.votes), role, bold=True), Style(44, BODY, 1.1, Align.RIGHT), 80
    )
    sheet.put(number, row.right - 32 - 80, row.middle - number.height / 2, 80)
    room = row.right - 32 - 80 - 16 - (row.x + name + 20)
    fill = "on_mark" if choice.chosen else "line_strong"
    _votes(sheet, choice.votes, most, Box(row.x + name + 20, row.y, room, row.height), fill)


def _votes(sheet: Sheet, votes: int, most: int, place: Box, fill: str) -> None:
    """Draw the votes for an option, all options by the same measure."""
    pitch = min(50.0, place.width / max(1, most))
    if most > MOST_DOTS or pitch < 16:
        if votes:
            wide = max(20.0, place.width * votes / most)
            sheet.add(Bar(Box(place.x, place.middle - 12, wide, 24), 1.0, fill))
        return
    radius = min(18.0, 0.36 * pitch)
    for number in range(votes):
        sheet.add(Dot(place.x + (number + 0.5) * pitch, place.middle, radius, fill))


def _targets(sheet: Sheet, chosen: list[Choice], place: Box) -> None:
    """What one step further means, for each chosen axis."""
    text = sheet.texts.text("projector.last_word")
    close = fitted(plain(text, "ink_2"), FOOTER, place.width - 4)
    gap = 24.0 if not sheet.far else 14.0
    high = 176.0
    room = (place.height - close.height - gap) / len(chosen) - gap
    high = min(high, room)
    with_close = high >= 120
    if not with_close:
        high = min(176.0, place.height / len(chosen) - gap)
    y = place.y
    for choice in chosen:
        _target(sheet, choice, Box(place.x, y, place.width, high))
        y += high + gap
    if with_close:
        sheet.put(close, place.x + 4, y + 4, place.width - 4)


def _target(sheet: Sheet, choice: Choice, place: Box) -> None:
    sheet.add(Panel(place, "surface", "line"))
    x, wide = place.x + 32, place.width - 56
    step = sheet.texts.text("projector.one_step")
    name = fitted(plain(choice.label, bold=True), Style(44, BODY, 1.1), wide, place.height - 80)
    y = place.y + max(10.0, (place.height - name.height - 66) / 2)
    y = sheet.put(name, x, y, wide) + 6
    middle = y + 32
    if choice.stand is not None:
        said = "" if sheet.far else sheet.texts.text("projector.now")
        now = fitted(plain(said, "ink_2"), Style(34, SMALL, 1.1), 120)
        stand = fitted(
            plain(sheet.texts.stand(choice.stand), "team", bold=True), Style(56, 56, 1.1), 160
        )
        sheet.put(now, x, middle - now.height / 2 + 4, now.width + 1)
        sheet.put(
            stand, x + now.width + (14 if said else 0), middle - stand.height / 2, stand.width + 1
        )
        x += now.width + stand.width + (34 if not sheet.far else 28)
        sheet.add(Icon(square(x + 16, middle, 34), "arrow-right"))
        x += 52
    sheet.add(Flag(x + 6, middle + 26, 58.0))
    x += 52
    words = fitted(plain(step), Style(36, SMALL, 1.1), place.right - 20 - x, 66)
    sheet.put(words, x, middle - words.height / 2, place.right - 20 - x)
