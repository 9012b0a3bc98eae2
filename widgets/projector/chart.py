"""Columns of dots: how a statement was answered, with the mean and the middle half below."""

from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from widgets.legend_marks import Spread
from widgets.marks import SCALE_FRACTIONS, Ball, Box, Diamond, Dot, Panel, Rule, square
from widgets.projector.sheet import BODY, SMALL, Sheet
from widgets.typeset import Align, Setting, Style, fitted, plain
from workshop_flows.projector import DotsResult

LARGEST: Final = 44.0
LEAST: Final = 10.0
"""A dot that is smaller cannot be told from its neighbour from 8 m: a bar takes over."""
MOST_COLUMNS: Final = 4
GAP: Final = 0.114
"""Between two dots, in diameters."""
STRIP: Final = 36.0
"""The height of the row under the dots with the mean and the spread."""
LEAST_CHART: Final = 200.0
"""The room for the dots under which the words of the answers have to go."""
OWNER_NAME: Final = Style(36, SMALL, 1.2, Align.CENTRE)


@dataclass(frozen=True, slots=True)
class _Size:
    """Of the dots: their radius, how many stand beside each other, and the room for a column."""

    radius: float
    columns: int
    width: float
    height: float
    most: int


def dots_chart(sheet: Sheet, result: DotsResult, scale: tuple[str, ...], place: Box) -> None:
    """Draw the answers 1 to 5 of a result that may be shown."""
    if result.dots is None:
        return
    pitch = place.width / 5
    words = _words(scale, pitch)
    under = 62 + STRIP * (1 + (result.ghost is not None))
    owner_room = 104.0 if result.owner is not None else 0.0
    words_high = max(one.height for one in words)
    if place.height - under - words_high - owner_room < LEAST_CHART:
        # Number and ball say it too.
        words, words_high = [], 0.0
    base = place.bottom - words_high - under
    size = _size(result.dots, 0.87 * pitch, base - place.y - owner_room - 16)
    tops = [
        _column(sheet, count, place.x + (n + 0.5) * pitch, base, size)
        for n, count in enumerate(result.dots)
    ]
    if result.owner is not None:
        first = Box(place.x, place.y, pitch, base - place.y)
        _owner(sheet, result.owner, tops, first, size.radius)
    _strips(sheet, result, place.x, base + 8, pitch)
    for number in range(5):
        spot = Box(place.x + number * pitch, place.bottom - words_high - 62, pitch, 0.0)
        _answer(sheet, number, words[number] if words else None, spot)


def _words(scale: tuple[str, ...], pitch: float) -> list[Setting]:
    style = Style(32, SMALL, 1.07, Align.CENTRE, balanced=True)
    words = [fitted(plain(one, "ink_2"), style, pitch - 8) for one in scale[:5]]
    least = min(one.size for one in words)
    return [fitted(plain(one, "ink_2"), replace(style, size=least), pitch - 8) for one in scale[:5]]


def _size(dots: tuple[int, ...], width: float, height: float) -> _Size:
    """Return the largest dots that fit."""
    most = max(1, *dots)
    radius, columns = max(
        (
            min(
                LARGEST,
                width / (columns * (1 + GAP) - GAP) / 2,
                height / (ceil(most / columns) * (1 + GAP)) / 2,
            ),
            -columns,
        )
        for columns in range(1, MOST_COLUMNS + 1)
    )
    return _Size(radius, -columns, width, height, most)


def _column(sheet: Sheet, count: int, middle: float, base: float, size: _Size) -> float:
    """Draw the dots of one answer and return the height of their top."""
    left, right = middle - size.width / 2, middle + size.width / 2
    sheet.add(Rule((left, base), (right, base), "line_strong", 4.0))
    if size.radius < LEAST:
        return _bar(sheet, count, Box(left, base, size.width, 0.0), size)
    step = 2 * size.radius * (1 + GAP)
    first = middle - (min(size.columns, count) - 1) * step / 2
    for number in range(count):
        row, column = divmod(number, size.columns)
        at = base - 10 - size.radius - row * step
        sheet.growing.append(Dot(first + column * step, at, size.radius))
    return base - 10 - ceil(count / size.columns) * step


def _bar(sheet: Sheet, count: int, foot: Box, size: _Size) -> float:
    """Draw one answer as a bar with its number above; return the height of their top."""
    number = fitted(plain(str(count), bold=True), Style(BODY, BODY, 1.0, Align.CENTRE), foot.width)
    high = (size.height - number.height - 12) * count / size.most
    top = foot.y - 6 - high
    if count:
        sheet.add(Panel(Box(foot.x, top, foot.width, high), "team", radius=10.0))
    sheet.put(number, foot.x, top - number.height - 4, foot.width)
    return top - number.height - 4


def _owner(sheet: Sheet, value: float, tops: list[float], first: Box, radius: float) -> None:
    """Put the diamond over the answer, or between two when several owners' mean lies there."""
    text = sheet.texts.text("projector.owner_here")
    # One word, wider than its column where that is narrow: then it leans over the next one.
    name = fitted(plain(text, "owner_text", bold=True), OWNER_NAME, 5 * first.width)
    column = value - 1
    low, high = int(column), ceil(column)
    top = min(tops[low], tops[high])
    room = (top - first.y - name.height - 6) / 2
    reach = min(max(24.0, min(44.0, radius)), max(16.0, room))
    x = first.x + (column + 0.5) * first.width
    y = top - reach - 4
    sheet.add(Diamond(x, y, reach, max(5.0, 0.16 * reach)))
    y -= reach + name.height + 2
    wide = max(first.width, name.width)
    left = min(max(x - wide / 2, first.x), first.x + 5 * first.width - wide)
    sheet.put(name, left, y, wide)


def _strips(sheet: Sheet, result: DotsResult, x: float, y: float, pitch: float) -> None:
    """Draw mean and middle half: a row for the vote before the talk, and one for this vote."""
    if result.ghost is not None:
        if result.ghost_spread is not None:
            sheet.add(Spread(_reach(result.ghost_spread, x, y, pitch).inset(0, 4), dashed=True))
        at = x + (result.ghost - 0.5) * pitch
        sheet.add(Dot(at, y + STRIP / 2, 15.0, "paper", "team", 4.0, dashed=True))
        y += STRIP
    if result.spread is not None:
        sheet.add(Spread(_reach(result.spread, x, y, pitch)))
    if result.mean is not None:
        at = x + (result.mean - 0.5) * pitch
        sheet.add(Dot(at, y + STRIP / 2, 14.0, "team", "paper", 3.4))


def _reach(spread: tuple[float, float], x: float, y: float, pitch: float) -> Box:
    low, high = spread
    left = x + (low - 0.5) * pitch - 13
    return Box(left, y + STRIP / 2 - 11, (high - low) * pitch + 26, 22)


def _answer(sheet: Sheet, number: int, words: Setting | None, place: Box) -> None:
    middle = place.x + place.width / 2
    y = place.y + 12
    digit = fitted(plain(str(number + 1), bold=True), Style(46, 46, 1.0, Align.CENTRE), 60)
    sheet.put(digit, middle - 34 - 30, y, 60)
    sheet.add(Ball(square(middle + 20, y + 24, 44), SCALE_FRACTIONS[number]))
    if words is not None:
        sheet.put(words, place.x, y + 50, place.width)
