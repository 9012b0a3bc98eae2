"""P1 with phones: the wifi, the address, a slip with a code, and how many take part."""

from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

from widgets.ballot_box import BallotBox
from widgets.marks import Box, Icon, Panel, square
from widgets.projector.parts import DIVIDER, number_disc, top_line
from widgets.projector.sheet import BODY, SMALL, Sheet
from widgets.projector.welcome import bottom_strip, heading
from widgets.qr import Qr, QrGround
from widgets.typeset import Align, Run, Setting, Style, fitted, plain
from workshop_flows.joining import JoinStrip, Matrix
from workshop_flows.projector import WelcomePage

ADDRESS_PART: Final = 1 / 15
"""Of the height of the screen: an address is read letter by letter."""
GAP: Final = 42.0
DISC: Final = 56.0
INDENT: Final = DISC + 18
HEAD: Final = Style(42, BODY, 1.2, max_lines=1)
HEAD_IN_LINES: Final = Style(BODY, BODY, 1.2, balanced=True)
UNDER: Final = Style(40, BODY, 1.2, Align.CENTRE, balanced=True)
NOTHING: Final = fitted((), UNDER, 0)
WIFI_PART: Final = 0.44
"""Of the room beside the address; a code is narrower than the words beside the slip."""
LEAST_CARD: Final = 190.0
"""The words about the slip need it."""
LEAST_PICTURE: Final = 90.0
IN_FULL: Final = Style(40, SMALL, 1.2)
PAD: Final = 14.0
CHIP: Final = 12.0
"""From the head to the marked name."""
EXAMPLE: Final = "K7P4"


class Column(NamedTuple):
    """A step: its head with perhaps a marked name, its card, and what stands under that."""

    place: Box
    head: Setting
    fill: Callable[[Sheet, Box], None]
    """Puts on the sheet what stands in the card."""
    under: Setting = NOTHING
    name: Setting | None = None

    @property
    def name_beside(self) -> bool:
        if self.name is None:
            return True
        room = self.place.width - INDENT
        return self.head.width + self.name.width + CHIP + 2 * PAD <= room

    @property
    def high(self) -> float:
        """The height of the head."""
        below = 0.0 if self.name is None or self.name_beside else self.name.height + 8
        return max(DISC, self.head.height) + below


def compose(page: WelcomePage, sheet: Sheet) -> None:
    strip = page.strip
    top = _top(page, sheet)
    sheet.position = 9
    bottom = sheet.bottom - 58
    bottom_strip(sheet, page, bottom + 30, "projector.joined")
    columns = _columns(sheet, strip, Box(sheet.left, top, sheet.across, bottom - top))
    y = top + max(one.high for one in columns) + 16
    bottom -= 12
    if not columns[-2].under.lines:
        bottom = _wide(sheet, len(columns) - 1, _large(sheet, strip, sheet.across - INDENT), bottom)
    if strip.network and columns[0].name is None:
        bottom = _wide(sheet, 1, _wifi_in_full(sheet, strip), bottom)
    under = max(one.under.height for one in columns)
    if bottom - under - 14 - y < LEAST_CARD:
        # What matters least gives way: the help for who has no phone is said aloud as well.
        columns[-1] = columns[-1]._replace(under=NOTHING)
        under = max(one.under.height for one in columns)
    high = bottom - under - 14 - y
    for number, column in enumerate(columns, start=1):
        sheet.position = number
        _column(sheet, number, column, Box(column.place.x, y, column.place.width, high))
        _below(sheet, column, y + high + 14, under)


def _top(page: WelcomePage, sheet: Sheet) -> float:
    """Write who and how many we are; return where the columns start."""
    texts = sheet.texts
    seats = page.strip.seats
    count = fitted(
        plain(texts.plural("projector.places_people", seats), "ink_2"),
        Style(34, SMALL, 1.2, max_lines=1),
        0.5 * sheet.across,
    )
    sheet.put(count, sheet.right - count.width, sheet.top + 6, count.width + 1)
    right = sheet.right - count.width - 40
    own = page.strip.network is None
    line = texts.text("projector.own_wifi" if own else "projector.welcome_line")
    if sheet.far and not own:
        return top_line(sheet, page.company, texts.text("projector.welcome"), right=right) + 16
    top = top_line(sheet, page.company, right=right)
    if sheet.far:
        end = sheet.write(line, HEAD, Box(sheet.left, top + 6, sheet.across, 100))
        return end + 16
    return heading(sheet, line, top + 8) + 24


def _columns(sheet: Sheet, strip: JoinStrip, area: Box) -> list[Column]:
    steps = 3 if strip.network else 2
    room = area.width - (steps - 1) * GAP
    wide, most = (0.31, 0.46) if steps == 3 else (0.5, 0.6)
    wide *= room
    address = _large(sheet, strip, room)
    if address.width > most * room:
        address = NOTHING
    wide = max(address.width + 2, wide)
    rest = room - wide
    widths = (WIFI_PART * rest, wide, (1 - WIFI_PART) * rest) if steps == 3 else (wide, rest)
    places, x = [], area.x
    for width in widths:
        places.append(area._replace(x=x, width=width))
        x += width + GAP
    made = [_address(sheet, strip, address, places[-2]), _slip(sheet, strip, places[-1])]
    return [_wifi(sheet, strip, strip.network, places[0]), *made] if strip.network else made


def _large(sheet: Sheet, strip: JoinStrip, room: float) -> Setting:
    """Return the address on one line, never smaller than its part of the height."""
    least = ADDRESS_PART * sheet.height
    shown = strip.address.removeprefix("http://") if strip.address else ""
    style = Style(round(1.03 * least), least, 1.2, Align.CENTRE, max_lines=1)
    return fitted(plain(shown, bold=True), style, room)


def _head(text: str, width: float) -> Setting:
    """Return a head on one line where that is possible."""
    setting = fitted(plain(text, bold=True), HEAD, width)
    return setting if setting.fits else fitted(plain(text, bold=True), HEAD_IN_LINES, width)


def _wifi(sheet: Sheet, strip: JoinStrip, network: str, place: Box) -> Column:
    """Return the step of the wifi; without a name where that is too long for a column."""
    texts = sheet.texts
    room = place.width - INDENT
    head = _head(texts.text("projector.network"), room)
    name = fitted(plain(network, "on_mark", bold=True), HEAD, room - 2 * PAD)
    password = fitted(_password(sheet, strip), UNDER, place.width)
    more = (*_password(sheet, strip), Run("\n"), Run(texts.text("projector.mobile_off"), "ink_2"))
    hinted = fitted(more, UNDER, place.width)
    if strip.password and len(hinted.lines) == 2:
        password = hinted
    fill = _wifi_card
    if strip.wifi_matrix is not None:
        fill = partial(_code_card, matrix=strip.wifi_matrix, said=texts.text("projector.qr_wifi"))
    if name.fits and name.whole and password.whole and len(password.lines) < 3:
        return Column(place, head, fill, password, name)
    return Column(place, head, fill)


def _password(sheet: Sheet, strip: JoinStrip) -> tuple[Run, ...]:
    if not strip.password:
        return ()
    label = sheet.texts.text("projector.password")
    return (Run(f"{label} ", "ink_2"), Run(strip.password, bold=True))


def _wifi_in_full(sheet: Sheet, strip: JoinStrip) -> Setting:
    runs = [Run(strip.network or "", bold=True)]
    if strip.password:
        runs += [Run(DIVIDER), *_password(sheet, strip)]
    return fitted(runs, IN_FULL, sheet.across - INDENT)


def _wide(sheet: Sheet, number: int, setting: Setting, bottom: float) -> float:
    """Write what is too long for its column over the whole width, so that it ends at `bottom`.

    Return where the columns have to end.
    """
    sheet.position = number
    top = bottom - max(DISC, setting.height)
    number_disc(sheet, sheet.left + DISC / 2, (top + bottom) / 2, DISC, str(number), "paper")
    y = (top + bottom - setting.height) / 2
    sheet.put(setting, sheet.left + INDENT, y, setting.width + 1)
    return top - 14


def _address(sheet: Sheet, strip: JoinStrip, address: Setting, place: Box) -> Column:
    texts = sheet.texts
    room = place.width - INDENT
    matrix = strip.url_matrix
    if matrix is None:
        return Column(
            place, _head(texts.text("projector.type_address"), room), _typed_card, address
        )
    fill = partial(_code_card, matrix=matrix, said=texts.text("projector.qr_address"))
    return Column(place, _head(texts.text("projector.scan_address"), room), fill, address)


def _slip(sheet: Sheet, strip: JoinStrip, place: Box) -> Column:
    texts = sheet.texts
    # A single slip could be traced: where all vote by phone nobody is promised one.
    no_phone = "no_phone_at_all" if strip.phones == strip.seats else "no_phone"
    head = _head(texts.text("projector.take_code"), place.width - INDENT)
    under = fitted(plain(texts.text(f"projector.{no_phone}"), "ink_2"), UNDER, place.width)
    return Column(place, head, _slip_card, under)


def _column(sheet: Sheet, number: int, column: Column, card: Box) -> None:
    place = column.place
    middle = place.y + DISC / 2
    number_disc(sheet, place.x + DISC / 2, middle, DISC, str(number), "paper")
    x, y = place.x + INDENT, middle - column.head.line_height / 2
    end = sheet.put(column.head, x, y, place.width - INDENT)
    if column.name is not None:
        if column.name_beside:
            _chip(sheet, column.name, x + column.head.width + CHIP, y)
        else:
            _chip(sheet, column.name, x, end + 4)
    column.fill(sheet, card)


def _chip(sheet: Sheet, name: Setting, x: float, y: float) -> None:
    sheet.add(Panel(Box(x, y, name.width + 2 * PAD, name.height), "mark", radius=10))
    sheet.put(name, x + PAD, y, name.width + 1)


def _below(sheet: Sheet, column: Column, y: float, high: float) -> None:
    middle = y + (high - column.under.height) / 2
    sheet.put(column.under, column.place.x, middle, column.place.width)


def _code_card(sheet: Sheet, card: Box, *, matrix: Matrix, said: str) -> None:
    side = min(card.width, card.height) - 6
    code = square(card.x + card.width / 2, card.middle, side)
    sheet.add(QrGround(card), Qr(code, matrix))
    sheet.say(said)


def _wifi_card(sheet: Sheet, card: Box) -> None:
    """For a wifi that has no code: its name and password stand beside it."""
    side = min(200.0, 0.5 * card.height)
    sheet.add(Panel(card, "surface", "line"))
    sheet.add(Icon(square(card.x + card.width / 2, card.middle, side), "wifi-high"))


def _typed_card(sheet: Sheet, card: Box) -> None:
    text = plain(sheet.texts.text("projector.in_browser"))
    sheet.add(Panel(card, "surface", "line"))
    sheet.write(text, Style(54, BODY, 1.2, Align.CENTRE), card.inset(28), centred=True)


def _slip_card(sheet: Sheet, card: Box) -> None:
    """What to do with the code, and above it where there is room the box with slips."""
    text = plain(sheet.texts.text("projector.code_how"))
    sheet.add(Panel(card, "surface", "line"))
    inner = card.inset(28, 24)
    words = fitted(text, UNDER, inner.width)
    picture = inner.height - words.height - 20
    if picture < LEAST_PICTURE:
        sheet.write(text, UNDER, inner, centred=True)
        return
    size = min(picture, 0.66 * inner.width)
    top = inner.y + (picture - size) / 2
    sheet.add(BallotBox(Box(inner.x, top, inner.width, size), EXAMPLE))
    sheet.put(words, inner.x, inner.bottom - words.height, inner.width)
