"""Where the radar stands on its page, and how large it is.

The page keeps room for all that may still come: bold labels, a word for every zone, flags
and marks on every end. So nothing jumps when an axis is added.
"""

from collections.abc import Mapping
from math import ceil, floor
from typing import Final, NamedTuple

from widgets.radar_painter import RadarPainter
from widgets.theme import Theme, spread_opacity
from workshop_flows.radar import COUNT
from workshop_flows.radar_labels import labels
from workshop_flows.radar_marks import FLAG_HEIGHT, Labels, Primitive, Run, Shape, Style
from workshop_flows.radar_scene import Extent, TextWidth, extent
from workshop_flows.radar_series import series
from workshop_flows.views import RadarView, Spoke
from workshop_flows.vocabulary import AXES, Band, Mode

TEXT_PER_RADIUS: Final[Mapping[Labels, float]] = {
    "names": 38 / 356,
    "numbers": 36 / 176,
    "none": 38 / 356,
}
LINE_PER_TEXT: Final[Mapping[Labels, float]] = {
    "names": 7 / 38,
    "numbers": 7 / 36,
    "none": 7 / 38,
}
ROUNDS: Final = 4
"""Of fitting the radius around texts of a given height; the third no longer moves it a pixel."""
LEAST_RADIUS: Final = 8.0
MARGIN: Final = 2
"""Around the page, in Qt's pixels."""
HEAVIEST: Final = 0.045
"""The widest line that a radar bears, in radii."""
RIM: Final = 2


class Box(NamedTuple):
    """Pixels from the upper left corner of the page; right and bottom lie just outside."""

    left: int
    top: int
    right: int
    bottom: int

    def joined(self, other: "Box") -> "Box":
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


class Page(NamedTuple):
    """The page of a radar, in device pixels: `ratio` of them go in one of Qt's.

    `text` is the size of the font; None lets it follow the radar.
    """

    width: int
    height: int
    ratio: float
    text: float | None
    labels: Labels
    theme: Theme


class Names(NamedTuple):
    """What decides where the radar stands: `named` labels are written out, `flags` need room."""

    mode: Mode
    labels: tuple[str, ...]
    named: tuple[bool, ...]
    flags: bool


class Place(NamedTuple):
    """The centre in pixels with y upwards, the radius of the outer ring, and the style."""

    x: float
    y: float
    radius: float
    style: Style


def names_of(view: RadarView, labels: Labels) -> Names:
    """Return what of a view decides where the radar stands.

    A small radar has no flags before there are targets: room for them would cost a fifth.
    """
    named = tuple(spoke.emphasised for spoke in view.spokes)
    flags = any(spoke.target is not None for spoke in view.spokes)
    return Names(
        view.mode,
        tuple(spoke.label for spoke in view.spokes),
        named if labels == "numbers" else (True,) * COUNT,
        flags or labels == "names",
    )


def placed(
    names: Names, page: Page, zone_words: Mapping[Band, str], painter: RadarPainter
) -> Place:
    """Return the largest radar that fits on the page with everything around it.

    With numbers only a named axis needs room for its name: the radar is as large as it can
    be whichever axis has it, and steps aside for the name that is there.
    """
    room = _Room(zone_words, painter.text_width)
    cases = [names.named]
    if page.labels == "numbers":
        cases += [tuple(axis == one for one in range(COUNT)) for axis in range(COUNT)]
    width, height = page.width - 2 * MARGIN * page.ratio, page.height - 2 * MARGIN * page.ratio
    radius = min(width, height) / 3
    for _ in range(ROUNDS):
        style = _style(page, radius)
        reaches = [room.around(names, named, style) for named in cases]
        across = max(reach.left + reach.right for reach in reaches)
        along = max(reach.up + reach.down for reach in reaches)
        if page.text is None:
            radius = min(width / across, height / along)
        else:
            # Texts of a given height take the same pixels beside a radar of any size.
            beside, above = (across - 2) * radius, (along - 2) * radius
            radius = min(width - beside, height - above) / 2
        radius = max(LEAST_RADIUS, radius)
    style = _style(page, radius)
    reach = room.around(names, names.named, style)
    x = page.width / 2 + radius * (reach.left - reach.right) / 2
    y = page.height / 2 + radius * (reach.down - reach.up) / 2
    return Place(x, y, radius, style)


def _style(page: Page, radius: float) -> Style:
    label = TEXT_PER_RADIUS[page.labels] if page.text is None else page.text / radius
    return Style(
        line=min(HEAVIEST, label * LINE_PER_TEXT[page.labels]),
        label=label,
        labels=page.labels,
        hairline=page.ratio / radius,
        spread_opacity=spread_opacity(page.theme),
    )


class _Room(NamedTuple):
    """Measures the room around a radar in which everything is there."""

    zone_words: Mapping[Band, str]
    width_of: TextWidth

    def around(self, names: Names, named: tuple[bool, ...], style: Style) -> Extent:
        full = self._fullest(names, named)
        drawing: list[Primitive] = [*series(full, style), *labels(full, style, self.zone_words)]
        return extent(drawing, self.width_of)

    def _fullest(self, names: Names, named: tuple[bool, ...]) -> RadarView:
        zone = self._widest_zone() if names.mode is Mode.POOLED else None
        spokes = (
            Spoke(
                id=axis,
                label=label,
                team=5.0,
                owner=5.0,
                agreed=5.0 if names.mode is Mode.OPEN else None,
                zone=zone,
                target=5.0 if names.flags else None,
                emphasised=emphasised,
            )
            for axis, label, emphasised in zip(AXES, names.labels, named, strict=True)
        )
        return RadarView(mode=names.mode, spokes=tuple(spokes))

    def _widest_zone(self) -> Band:
        widths = {
            band: self.width_of(Run(word, "team", bold=True))
            for band, word in self.zone_words.items()
        }
        return max(widths, key=lambda band: widths[band])


def whole_box(page: Page) -> Box:
    return Box(0, 0, page.width, page.height)


def empty_box(page: Page) -> Box:
    """Return a box that leaves any other as it is when they are joined."""
    return Box(page.width, page.height, 0, 0)


def moving_box(place: Place, page: Page) -> Box:
    """Return the pixels that anything that follows the values may ever touch."""
    reach = place.radius * (1 + (FLAG_HEIGHT + 2) * place.style.line)
    return _within(page, place.x - reach, place.y - reach, place.x + reach, place.y + reach)


def box_of(shapes: tuple[Shape, ...], place: Place, page: Page) -> Box:
    """Return the pixels that the shapes touch; of none an empty box."""
    corners = [_corners(shape) for shape in shapes]
    if not corners:
        return empty_box(page)
    left, low, right, high = zip(*corners, strict=True)
    x, y, unit, _ = place
    return _within(
        page, x + min(left) * unit, y + min(low) * unit, x + max(right) * unit, y + max(high) * unit
    )


def _within(page: Page, left: float, low: float, right: float, high: float) -> Box:
    """Return the pixels of a rectangle with y upwards, with a rim for antialiasing."""
    return Box(
        max(0, floor(left) - RIM),
        max(0, floor(page.height - high) - RIM),
        min(page.width, ceil(right) + RIM),
        min(page.height, ceil(page.height - low) + RIM),
    )


def _corners(shape: Shape) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top; the handles of a curve hold all of it."""
    half = shape.stroke.width / 2 if shape.stroke else 0.0
    points = [
        point
        for outline in shape.outlines
        for point in (outline.start, *(each for step in outline.steps for each in step))
    ]
    xs, ys = zip(*points, strict=True)
    return (min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half)
