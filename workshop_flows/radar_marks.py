"""What a drawing of the radar consists of, and the marks of its series.

A surface (screen, paper, picture) draws two things: shapes and lines of text. It fills by
the non-zero rule, joins round, and turns roles into its own colours. All lengths are in
units of the outer ring; marks are sized by the width of the team's line.
"""

from enum import IntEnum
from math import pi
from typing import Final, Literal, TypeAlias, assert_never

from msgspec import Struct

from workshop_flows.radar import Outline, Point, circle, polyline

Role: TypeAlias = Literal[
    "paper",
    "surface",
    "line",
    "line_strong",
    "ink",
    "ink_2",
    "mark_soft",
    "team",
    "team_soft",
    "owner",
    "target",
    "target_fill",
    "earlier",
]
"""The name of a colour; `paper` is the ground outside the radar, `surface` inside."""

Series: TypeAlias = Literal[
    "team", "agreed", "zone", "owner", "spread", "first", "earlier", "earlier_zone", "target"
]
Labels: TypeAlias = Literal["names", "numbers", "none"]
"""`numbers`: an emphasised axis has its name and the others their number."""
Align: TypeAlias = Literal["start", "middle", "end"]


class Layer(IntEnum):
    """The layers in paint order."""

    GROUND = 0
    GRID = 1
    NUMBERS = 2
    ZONES = 3
    EARLIER_ZONES = 4
    SPREAD = 5
    STAND_FILL = 6
    EARLIER_LINE = 7
    STAND_LINE = 8
    OWNER_LINE = 9
    GHOSTS = 10
    EARLIER_MARKS = 11
    OWNER_MARKS = 12
    STAND_MARKS = 13
    MEETINGS = 14
    TARGETS = 15
    LABELS = 16


class Fill(Struct, frozen=True):
    role: Role
    opacity: float = 1.0


class Stroke(Struct, frozen=True):
    """A line; `dash` is the length of a dash and of the gap after it."""

    role: Role
    width: float
    dash: tuple[float, float] | None = None
    round_ends: bool = False


class Shape(Struct, frozen=True):
    """Outlines filled and then stroked as one."""

    layer: Layer
    outlines: tuple[Outline, ...]
    fill: Fill | None = None
    stroke: Stroke | None = None


class Run(Struct, frozen=True):
    """A piece of a line of text in one colour and weight."""

    text: str
    role: Role
    bold: bool = False


class Text(Struct, frozen=True):
    """One line of text: `at` lies on its baseline, `size` is that of the font."""

    layer: Layer
    at: Point
    size: float
    align: Align
    runs: tuple[Run, ...]


Primitive: TypeAlias = Shape | Text


class Style(Struct, frozen=True, kw_only=True):
    """How a surface wants the radar, in units of the outer ring.

    `line` is the width of the team's line, `label` the size of the font, `hairline` the
    thinnest line that the surface can bear. `spread_opacity` differs between light and dark.
    `numbers_at` is the direction of the ring numbers; None looks for a free one.
    """

    line: float
    label: float
    hairline: float = 0.0
    labels: Labels = "names"
    numbers_at: float | None = None
    fill_opacity: float = 0.14
    spread_opacity: float = 0.2


CIRCLE: Final = 1.75
DIAMOND: Final = 2.89
MEETING_DIAMOND: Final = 3.32
SQUARE: Final = 1.6
SMALL_SQUARE: Final = 1.4
GHOST: Final = 1.925
RIM: Final = 0.49
AGREED_WIDTH: Final = 1.3
OWNER_WIDTH: Final = 0.85
OWNER_DASH: Final = (2.4, 1.6)
EARLIER_WIDTH: Final = 0.85
EARLIER_DOTS: Final = (0.01, 1.8)
FLAG_HEIGHT: Final = 7.84
FLAG_LENGTH: Final = 5.43
FLAG_STROKE: Final = 0.757


def square(centre: Point, half: float) -> Outline:
    x, y = centre
    corners = ((x - half, y + half), (x + half, y + half), (x + half, y - half))
    return polyline((*corners, (x - half, y - half)), closed=True)


def diamond(centre: Point, half: float) -> Outline:
    x, y = centre
    return polyline(((x, y + half), (x + half, y), (x, y - half), (x - half, y)), closed=True)


def team_mark(at: Point, line: float, ground: Role = "surface") -> Shape:
    rim = Stroke(ground, RIM * line)
    return Shape(Layer.STAND_MARKS, (circle(at, CIRCLE * line),), Fill("team"), rim)


def agreed_mark(at: Point, line: float, ground: Role = "surface") -> Shape:
    rim = Stroke(ground, RIM * line)
    return Shape(Layer.STAND_MARKS, (square(at, SQUARE * line),), Fill("ink"), rim)


def owner_mark(at: Point, line: float, ground: Role = "surface") -> Shape:
    stroke = Stroke("owner", 0.81 * line)
    return Shape(Layer.OWNER_MARKS, (diamond(at, DIAMOND * line),), Fill(ground), stroke)


def meeting_mark(at: Point, line: float) -> Shape:
    """Return the owner's diamond where it lies over the mark of the team, unfilled."""
    stroke = Stroke("owner", 0.93 * line)
    return Shape(Layer.MEETINGS, (diamond(at, MEETING_DIAMOND * line),), None, stroke)


def ghost_mark(at: Point, line: float, ground: Role = "surface") -> Shape:
    """Return the dashed circle: eight dashes that close without a rest."""
    part = 2 * pi * GHOST * line / 8
    stroke = Stroke("team", 0.657 * line, (0.58 * part, 0.42 * part))
    return Shape(Layer.GHOSTS, (circle(at, GHOST * line),), Fill(ground), stroke)


def earlier_mark(at: Point, line: float, ground: Role = "surface") -> Shape:
    stroke = Stroke("earlier", 0.586 * line)
    return Shape(Layer.EARLIER_MARKS, (square(at, SMALL_SQUARE * line),), Fill(ground), stroke)


def team_stroke(line: float) -> Stroke:
    return Stroke("team", line, round_ends=True)


def agreed_stroke(line: float) -> Stroke:
    return Stroke("ink", AGREED_WIDTH * line, round_ends=True)


def owner_stroke(line: float) -> Stroke:
    return Stroke("owner", OWNER_WIDTH * line, _scaled(OWNER_DASH, line))


def earlier_stroke(line: float) -> Stroke:
    return Stroke("earlier", EARLIER_WIDTH * line, _scaled(EARLIER_DOTS, line), round_ends=True)


def _scaled(dash: tuple[float, float], line: float) -> tuple[float, float]:
    return (dash[0] * line, dash[1] * line)


def flag(foot: Point, line: float, side: Literal[1, -1] = 1) -> tuple[Shape, Shape, Shape]:
    """Return pennant, pole and foot; the pennant points right (1) or left (-1)."""
    x, y = foot
    stroke = Stroke("target", FLAG_STROKE * line, round_ends=True)
    top = FLAG_HEIGHT * line
    pennant = (
        (x, y + 0.977 * top),
        (x + side * FLAG_LENGTH * line, y + 0.723 * top),
        (x, y + 0.446 * top),
    )
    return (
        Shape(Layer.TARGETS, (polyline(pennant, closed=True),), Fill("target_fill"), stroke),
        Shape(Layer.TARGETS, (polyline((foot, (x, y + top))),), None, stroke),
        Shape(Layer.TARGETS, (circle(foot, 0.857 * line),), Fill("target")),
    )


LEGEND_LINE: Final = 5 / 46
"""Width of the team's line in a legend, where the mark is 1 wide."""
LEGEND_HEIGHT: Final = 0.9


def legend_mark(series: Series, style: Style) -> tuple[Shape, ...]:
    """Return the mark of a series for a legend: x from 0 to 1, y around 0.

    Of `style` only the opacity counts. The ground is `paper`.
    """
    line, middle = LEGEND_LINE, (0.5, 0.0)
    across = polyline(((0.04, 0.0), (0.96, 0.0)))
    match series:
        case "team":
            stroke = Stroke("team", line)
            return _on(across, stroke, team_mark(middle, line, "paper"))
        case "agreed":
            stroke = Stroke("ink", AGREED_WIDTH * line)
            return _on(across, stroke, agreed_mark(middle, line, "paper"))
        case "owner":
            dashes = Stroke("owner", OWNER_WIDTH * line, (0.152, 0.087))
            mark = Shape(
                Layer.OWNER_MARKS,
                (diamond(middle, 2.1 * line),),
                Fill("paper"),
                Stroke("owner", 0.58 * line),
            )
            return _on(across, dashes, mark)
        case "earlier":
            dotted = polyline(((0.08, 0.0), (0.92, 0.0)))
            return _on(dotted, earlier_stroke(line), earlier_mark(middle, line, "paper"))
        case "earlier_zone":
            box = polyline(((0.1, 0.3), (0.9, 0.3), (0.9, -0.3), (0.1, -0.3)), closed=True)
            return (Shape(Layer.ZONES, (box,), None, earlier_stroke(line)),)
        case "spread":
            box = polyline(((0.04, 0.35), (0.96, 0.35), (0.96, -0.35), (0.04, -0.35)), closed=True)
            return (Shape(Layer.SPREAD, (box,), Fill("team", style.spread_opacity)),)
        case "first":
            return (ghost_mark(middle, line, "paper"),)
        case "target":
            return flag((0.33, -0.39), 0.76 * line)
        case "zone":
            steps = (("team_soft", 0.04), ("team_soft", 0.36), ("team", 0.68))
            return tuple(_zone_box(role, left) for role, left in steps)  # type: ignore[arg-type]
        case _ as unknown:
            assert_never(unknown)


def _on(line: Outline, stroke: Stroke, mark: Shape) -> tuple[Shape, Shape]:
    return (Shape(Layer.STAND_LINE, (line,), None, stroke), mark)


def _zone_box(role: Role, left: float) -> Shape:
    box = polyline(
        ((left, 0.14), (left + 0.28, 0.14), (left + 0.28, -0.14), (left, -0.14)), closed=True
    )
    return Shape(Layer.ZONES, (box,), Fill(role), Stroke("team", 0.035))
