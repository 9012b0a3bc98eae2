"""The line below a page for who comes late: where to join, and how many did."""

from typing import Final

from widgets.marks import Icon, Rule, square
from widgets.projector.parts import DIVIDER
from widgets.projector.sheet import SMALL, Sheet
from widgets.typeset import Run, Setting, Style, fitted
from workshop_flows.joining import JoinLine

LIFT: Final = 16.0
"""The line stands in the lower margin, which takes this from the upper one."""
AIR: Final = 10.0
"""From the page to the line."""
STYLE: Final = Style(SMALL, SMALL, 1.2, max_lines=1)
ICON: Final = 34.0
LAST: Final = 90
"""Read aloud after everything on the page."""


def make_room(sheet: Sheet) -> None:
    """Have the page stand somewhat higher: nothing on it gives way to the line."""
    sheet.lift = LIFT


def compose(line: JoinLine, sheet: Sheet) -> None:
    sheet.position = LAST
    top = sheet.bottom + AIR
    y = (top + sheet.height) / 2
    sheet.add(Rule((sheet.left, top), (sheet.right, top)))
    count = fitted(_counted(line, sheet), STYLE, sheet.across)
    left = sheet.left + ICON + 14
    room = sheet.right - count.width - 40 - left
    where = _where(line, sheet, room)
    sheet.add(Icon(square(sheet.left + ICON / 2, y, ICON), "device-mobile", "ink_2"))
    sheet.put(where, left, y - where.height / 2, room)
    sheet.put(count, sheet.right - count.width, y - count.height / 2, count.width + 1)


def _counted(line: JoinLine, sheet: Sheet) -> tuple[Run, ...]:
    text = sheet.texts.text("projector.joined", voted=line.people, seats=line.phones)
    return (Run(text, "ink_2"),)


def _where(line: JoinLine, sheet: Sheet, room: float) -> Setting:
    """Return the way to join: with the name of the wifi where that fits."""
    address = Run(line.address.removeprefix("http://"), bold=True)
    code = Run(DIVIDER + sheet.texts.text("projector.code_on_slip"), "ink_2")
    short = (address, code)
    if line.network is None:
        return fitted(short, STYLE, room)
    network = sheet.texts.text("projector.on_network", network=line.network)
    long = fitted((Run(network + DIVIDER, "ink_2"), *short), STYLE, room)
    return long if long.fits else fitted(short, STYLE, room)
