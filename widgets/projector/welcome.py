"""P1: what we do, what is secret, how to vote, and who is there."""

from dataclasses import replace
from typing import Final

from widgets.ballot_box import BallotBox
from widgets.marks import SCALE_FRACTIONS, Ball, Box, Icon, Panel, square
from widgets.projector.parts import counter, number_disc, write_top
from widgets.projector.sheet import BODY, FOOTER, Sheet
from widgets.typeset import Run, Setting, Style, fitted, plain
from workshop_flows.joining import Device
from workshop_flows.projector import Counted, WelcomePage

SLIP_STEPS: Final = ("step_take", "step_cross", "step_fold")
PHONE_STEPS: Final = ("step_read", "step_tap", "step_change")
EITHER_STEPS: Final = ("step_read", "step_tap", "step_or_slip")
CARD_STEPS: Final = ("step_card", "step_table", "step_talk")
SIZES: Final = (46, 44, 42, 40, BODY)


def compose(page: WelcomePage, sheet: Sheet) -> None:
    top = write_top(sheet, (Run(page.company, bold=True),)) + 8
    top = heading(sheet, sheet.texts.text("projector.welcome_line"), top) + 24
    sheet.position = 2
    bottom = sheet.bottom - 58
    bottom_strip(sheet, page, bottom + 30, "projector.present")
    sheet.position = 1
    gap = 42.0
    side = 0.38 * sheet.across
    high = bottom - top - 28
    _points(sheet, page.points, Box(sheet.left, top, sheet.across - side - gap, high))
    _how_to_vote(sheet, page, Box(sheet.right - side, top, side, high))


def heading(sheet: Sheet, line: str, top: float) -> float:
    """Write 'Welkom' with a line beside it; return where it ends."""
    texts = sheet.texts
    big = 92 if not sheet.far else 72
    hello = fitted(plain(texts.text("projector.welcome"), bold=True), Style(big, 60, 1.12), 900)
    wide = sheet.across - hello.width - 40
    under = fitted(plain(line), Style(46, BODY, 1.2), wide)
    sheet.put(hello, sheet.left, top, hello.width + 1)
    # Both lines stand on one baseline.
    y = top + hello.height * 0.5 + 0.36 * hello.size - 0.36 * under.size - under.height / 2
    sheet.put(under, sheet.left + hello.width + 40, y, wide)
    return top + hello.height


def _points(sheet: Sheet, points: tuple[str, ...], place: Box) -> None:
    """The points with their number, as large as all of them can be."""
    indent = 56.0 + 24
    settings: list[Setting] = []
    for size in SIZES:
        style = Style(size, size, 1.2)
        settings = [fitted(plain(one), style, place.width - indent) for one in points]
        if sum(one.height for one in settings) + 20 * (len(points) - 1) <= place.height:
            break
    spare = place.height - sum(one.height for one in settings)
    gap = min(44.0, spare / max(1, len(settings) - 1)) if len(settings) > 1 else 0.0
    y = place.y + max(0.0, spare - gap * (len(settings) - 1)) / 2
    for number, setting in enumerate(settings):
        number_disc(
            sheet, place.x + 28, y + setting.line_height / 2, 56.0, str(number + 1), "paper"
        )
        y = sheet.put(setting, place.x + indent, y, place.width - indent) + gap


def _how_to_vote(sheet: Sheet, page: WelcomePage, card: Box) -> None:
    """How to vote by phone, slip or card on the table: a picture and three short lines."""
    sheet.add(Panel(card, "surface", "line"))
    inner = card.inset(40, 32)
    steps = _steps(page)
    title = fitted(
        plain(sheet.texts.text("projector.how_to_vote"), bold=True),
        Style(44, BODY, 1.15),
        inner.width,
    )
    y = sheet.put(title, inner.x, inner.y, inner.width) + 16
    lines = [
        fitted(plain(sheet.texts.text(f"projector.{key}")), Style(40, BODY, 1.2), inner.width - 44)
        for key in steps
    ]
    text_high = sum(one.height for one in lines) + 10 * (len(lines) - 1)
    picture = inner.bottom - y - text_high - 20
    if picture > 110:
        size = min(picture, 0.68 * inner.width)
        left = card.x + (card.width - size * 1.3) / 2
        top = y + (picture - size) / 2
        if page.device is not None:
            sheet.add(Icon(square(card.x + card.width / 2, top + size / 2, size), "device-mobile"))
        elif page.secret:
            sheet.add(BallotBox(Box(left, top, size * 1.3, size)))
        else:
            _cards(sheet, Box(left, top + 0.2 * size, size * 1.3, 0.6 * size))
        y += picture + 20
    for line in lines:
        sheet.add(Icon(square(inner.x + 15, y + line.line_height / 2, 30), "check-bold"))
        y = sheet.put(line, inner.x + 44, y, inner.width - 44) + 10


def _steps(page: WelcomePage) -> tuple[str, ...]:
    match page.device:
        case Device.PHONE:
            return PHONE_STEPS
        case Device.EITHER:
            return EITHER_STEPS
        case None:
            return SLIP_STEPS if page.secret else CARD_STEPS


def _cards(sheet: Sheet, place: Box) -> None:
    """Three of the five cards, side by side on the table."""
    wide = 0.29 * place.width
    for number in range(3):
        card = Box(place.x + number * (place.width - wide) / 2, place.y, wide, place.height)
        ball = square(card.x + wide / 2, card.middle, 0.6 * wide)
        sheet.add(Panel(card, "mark", "ink", 4.0, 14.0), Ball(ball, SCALE_FRACTIONS[number + 1]))


def bottom_strip(sheet: Sheet, page: WelcomePage, y: float, counting: str) -> None:
    """Write who is there, in the words of the key `counting`, and what is secret."""
    strip = page.strip
    key, icon = ("nobody_sees", "lock-simple") if page.secret else ("all_see", "users")
    told = fitted(
        plain(sheet.texts.text(f"projector.{key}"), "ink_2"),
        replace(FOOTER, size=34, max_lines=1),
        0.45 * sheet.across,
    )
    left = sheet.right - told.width - 50
    if strip.people is None:
        text = sheet.texts.plural("projector.seats", strip.seats)
        sheet.write(
            text,
            Style(46, BODY, 1.2),
            Box(sheet.left, y - 30, left - sheet.left - 40, 60),
            centred=True,
        )
    else:
        counted = Counted(strip.people, strip.seats if strip.phones is None else strip.phones)
        counter(sheet, counted, counting, sheet.left, y, left - 40)
    sheet.add(Icon(square(left + 16, y, 38), icon, "ink_2"))
    sheet.put(told, left + 50, y - told.height / 2, told.width + 1)
