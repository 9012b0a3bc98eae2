"""The radar as a picture to keep or to send: SVG and PNG, by matplotlib.

The drawing is the scene that screen and paper draw too, with a heading and a legend. Texts
are outlines, so a picture looks the same on every machine; the same input gives the same
bytes. matplotlib's settings are global: make one picture at a time.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from math import ceil
from typing import Final, Literal, NamedTuple

from msgspec import Struct

from reports.palette import Theme, tokens
from reports.radar_matplotlib import Placed, figure, fixed_settings, text_width
from workshop_flows.radar_marks import Layer, Role, Run, Series, Style, Text, legend_mark
from workshop_flows.radar_scene import extent, scene, series_shown
from workshop_flows.views import RadarView
from workshop_flows.vocabulary import Band

WIDTH: Final = 1600.0
"""Lengths are in pixels; the page lies under y = 0."""
MARGIN: Final = 72.0
RADAR_WIDTH: Final = 1010.0
RADIUS: Final = 340.0
LEAST_HEIGHT: Final = 900.0
LINE_HEIGHT: Final = 1.25
LEGEND_LEFT: Final = 1126.0
LEGEND_MARK: Final = 62.0
LEGEND_TEXT: Final = LEGEND_LEFT + LEGEND_MARK + 20.0
LEGEND_WIDTH: Final = WIDTH - MARGIN - LEGEND_LEFT
LEGEND_TEXT_WIDTH: Final = WIDTH - MARGIN - LEGEND_TEXT
LEGEND_GAP: Final = 18.0
LINE_PER_RADIUS: Final = 7 / 356
LABEL_PER_RADIUS: Final = 38 / 356


class _Look(NamedTuple):
    """Size, colour and weight of a piece of running text."""

    size: float
    role: Role
    bold: bool = False


TITLE: Final = _Look(42.0, "ink", bold=True)
SUBTITLE: Final = _Look(30.0, "ink_2")
NAME: Final = _Look(30.0, "ink")
NOTE: Final = _Look(26.0, "ink_2")


class FigureWords(Struct, frozen=True, kw_only=True):
    """The texts of a picture, in one language."""

    title: str
    """The heading; with the subtitle it is also the <title> of the SVG."""
    subtitle: str = ""
    legend: Mapping[Series, str]
    """The name of each series; the picture needs those of `series_shown(view)`."""
    zones: Mapping[Band, str]
    note: str = ""
    """How to read the radar, under the legend."""


def radar_svg(view: RadarView, words: FigureWords, *, theme: Theme = "light") -> bytes:
    """Return the picture as SVG, 1152 points wide."""
    heading = f"{words.title} - {words.subtitle}" if words.subtitle else words.title
    # XML has no place for control characters.
    title = "".join(filter(str.isprintable, heading))
    metadata = {"Title": title, "Date": None, "Creator": None}
    return _saved(view, words, theme, "svg", metadata)


def radar_png(view: RadarView, words: FigureWords, *, theme: Theme = "light") -> bytes:
    """Return the picture as PNG, 1600 pixels wide."""
    return _saved(view, words, theme, "png", {"Software": None})


def _saved(
    view: RadarView,
    words: FigureWords,
    theme: Theme,
    kind: Literal["svg", "png"],
    metadata: Mapping[str, str | None],
) -> bytes:
    parts, height = _page(view, words, theme)
    stream = BytesIO()
    with fixed_settings():
        page = figure(parts, WIDTH, height, theme)
        page.savefig(stream, format=kind, metadata=dict(metadata))
    return stream.getvalue()


def _page(view: RadarView, words: FigureWords, theme: Theme) -> tuple[tuple[Placed, ...], float]:
    """Return all parts of the page and its height: heading, radar, legend and note."""
    style = _style(theme)
    heading, bottom = _heading(words)
    drawing = scene(view, style, words.zones)
    reach = extent(drawing, text_width)
    radius = min(RADIUS, RADAR_WIDTH / (reach.left + reach.right))
    room = RADAR_WIDTH - radius * (reach.left + reach.right)
    top = bottom - 28.0
    middle = top - radius * reach.up
    radar = Placed(drawing, MARGIN + room / 2 + radius * reach.left, middle, radius)
    end = middle - radius * reach.down
    legend, legend_end = _legend(view, words, style, top)
    note, note_end = _paragraph(words.note, NOTE, LEGEND_LEFT, legend_end - 18, LEGEND_WIDTH)
    height = max(LEAST_HEIGHT, ceil(MARGIN - min(end, note_end)))
    return (Placed((*heading, *note)), radar, *legend), height


def _style(theme: Theme) -> Style:
    series = tokens().series
    return Style(
        line=LINE_PER_RADIUS,
        label=LABEL_PER_RADIUS,
        fill_opacity=series.fill_opacity,
        spread_opacity=series.spread_opacity[theme],
    )


def _heading(words: FigureWords) -> tuple[tuple[Text, ...], float]:
    room = WIDTH - 2 * MARGIN
    title, end = _paragraph(words.title, TITLE, MARGIN, -MARGIN, room)
    subtitle, end = _paragraph(words.subtitle, SUBTITLE, MARGIN, end, room)
    return (*title, *subtitle), end


def _legend(
    view: RadarView, words: FigureWords, style: Style, top: float
) -> tuple[tuple[Placed, ...], float]:
    parts: list[Placed] = []
    for series in series_shown(view):
        name, end = _paragraph(words.legend[series], NAME, LEGEND_TEXT, top, LEGEND_TEXT_WIDTH)
        middle = top - NAME.size * LINE_HEIGHT / 2
        parts += [
            Placed(legend_mark(series, style), LEGEND_LEFT, middle, LEGEND_MARK),
            Placed(name),
        ]
        top = end - LEGEND_GAP
    return tuple(parts), top


def _paragraph(
    text: str, look: _Look, left: float, top: float, width: float
) -> tuple[tuple[Text, ...], float]:
    """Return the lines of a text and where they end; nothing and `top` of an empty text."""
    texts = []
    for line in _lines(text, look, width):
        baseline = top - look.size * (LINE_HEIGHT / 2 + 0.35)
        run = Run(line, look.role, look.bold)
        texts.append(Text(Layer.LABELS, (left, baseline), look.size, "start", (run,)))
        top -= look.size * LINE_HEIGHT
    return tuple(texts), top


def _lines(text: str, look: _Look, width: float) -> list[str]:
    """Break at spaces, and inside a word only when it is wider than a line."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _fits(longer, look, width):
            lines[-1] = longer
        else:
            lines += _parts(word, look, width)
    return lines


def _parts(word: str, look: _Look, width: float) -> Iterator[str]:
    while not _fits(word, look, width):
        end = next(at for at in range(len(word) - 1, 0, -1) if _fits(word[:at], look, width))
        yield word[:end]
        word = word[end:]
    yield word


def _fits(text: str, look: _Look, width: float) -> bool:
    return text_width(Run(text, look.role, look.bold)) * look.size <= width or len(text) == 1
