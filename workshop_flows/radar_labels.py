"""The names of the axes around the radar: where they stand and how they break."""

from collections.abc import Iterator, Mapping
from math import copysign, sqrt
from typing import Final

from workshop_flows.radar import CENTRE, Point, distance, polar, wrapped
from workshop_flows.radar_flags import flag_foot
from workshop_flows.radar_marks import FLAG_HEIGHT, Align, Layer, Run, Style, Text
from workshop_flows.radar_series import is_done, zone_of
from workshop_flows.views import RadarView, Spoke
from workshop_flows.vocabulary import Band, Mode

Line = tuple[Run, ...]

SIDE_LIMIT: Final = 10
"""Characters on a line beside the radar; a label above it has room for more."""
TOP_LIMIT: Final = 20
HIGHEST_SIDE: Final = 0.85
"""A label further up or down stands above or below the radar, not beside it."""
BESIDE_MARK: Final = 4.6
LINE_HEIGHT: Final = 1.08
ASCENT: Final = 0.82
DESCENT: Final = 0.28


def labels(view: RadarView, style: Style, zone_words: Mapping[Band, str]) -> Iterator[Text]:
    """Yield one text per line, horizontal, outside the outer ring."""
    if style.labels == "none":
        return
    for axis, spoke in enumerate(view.spokes):
        if style.labels == "numbers" and not spoke.emphasised:
            yield _number(axis, done=is_done(view.mode, spoke), style=style)
            continue
        lines = _lines(view.mode, axis, spoke, zone_words)
        x, y = _anchor(axis, style)
        first = _first_baseline(x, y, len(lines), style)
        if axis == 0:
            first += _room_for_flag(view.mode, spoke, style, y)
        for number, runs in enumerate(lines):
            at = (x, first - number * LINE_HEIGHT * style.label)
            yield Text(Layer.LABELS, at, style.label, _align(x), runs)


def _number(axis: int, *, done: bool, style: Style) -> Text:
    x, y = polar(axis, 1 + offset(style))
    run = Run(str(axis + 1), "ink" if done else "ink_2", bold=done)
    return Text(Layer.LABELS, (x, y - 0.34 * style.label), style.label, "middle", (run,))


def _anchor(axis: int, style: Style) -> Point:
    """Return the anchor of a label; one beside the radar keeps clear of a diamond on 5."""
    (x, y), (edge, _) = polar(axis, 1 + offset(style)), polar(axis, 1.0)
    if abs(y) < HIGHEST_SIDE:
        x = copysign(max(abs(x), abs(edge) + BESIDE_MARK * style.line), x)
    return (x, y)


def offset(style: Style) -> float:
    """Return the distance from the outer ring to the anchor of a label."""
    return 0.48 * style.label + 2 * style.line


def _align(x: float) -> Align:
    if abs(x) < 0.1:
        return "middle"
    return "start" if x > 0 else "end"


def _lines(mode: Mode, axis: int, spoke: Spoke, zone_words: Mapping[Band, str]) -> tuple[Line, ...]:
    name = wrapped(spoke.label, SIDE_LIMIT if axis else TOP_LIMIT)
    zone = zone_of(spoke) if mode is Mode.POOLED else None
    if zone is None:
        return tuple((Run(line, "ink", spoke.emphasised),) for line in name)
    word = Run(zone_words[zone], "team", bold=True)
    if axis == 0 and len(name) == 1:
        return ((Run(f"{name[0]}: ", "ink", spoke.emphasised), word),)
    return (*((Run(line, "ink", spoke.emphasised),) for line in name), (word,))


def _first_baseline(x: float, y: float, count: int, style: Style) -> float:
    """Return the baseline of the first line.

    Above the radar the block stands on its anchor, below it hangs from it, beside it the
    anchor is its middle, lifted as far as needed to keep clear of the outer ring.
    """
    size, height = style.label, (count - 1) * LINE_HEIGHT * style.label
    if y > HIGHEST_SIDE:
        return y + DESCENT * size + height
    if y < -HIGHEST_SIDE:
        return y - ASCENT * size
    last = y - 0.35 * size - height / 2
    clear = 1 + 0.2 * offset(style)
    bottom = last - 0.22 * size
    if y > 0 and distance((x, bottom), CENTRE) < clear:
        last += sqrt(max(0.0, clear**2 - x**2)) - bottom
    return last + height


def _room_for_flag(mode: Mode, spoke: Spoke, style: Style, y: float) -> float:
    """Return how much the top label makes way for a flag that reaches up to it."""
    if spoke.target is None:
        return 0.0
    top = flag_foot(mode, 0, spoke.target)[1] + (FLAG_HEIGHT + 1.2) * style.line
    return max(0.0, top - y)
