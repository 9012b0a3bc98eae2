"""Shapes and texts of the radar as matplotlib patches.

Cartesian, without pyplot and without matplotlib's own text: every letter is an outline of
the fonts that paper uses. matplotlib is imported with the first picture, and not before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Final, NamedTuple

from reports.fonts import ARABIC, HEAVY_STROKE, LATIN, Face, Piece, word
from reports.palette import Theme, colours
from workshop_flows.radar import Outline, Point
from workshop_flows.radar_marks import Primitive, Role, Run, Shape, Text

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.figure import Figure
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

DOTS_PER_INCH: Final = 100
POINTS: Final = 72 / DOTS_PER_INCH
"""matplotlib counts the widths of lines in points."""
GLYPH_SIZE: Final = 100
"""Outlines are made at this size, at which rounding them to 1/64 does not show, and scaled."""
FONT_FILES: Final = {
    Face.REGULAR.value: ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Regular.ttf"),
    Face.BOLD.value: ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Bold.ttf"),
    LATIN: ("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf"),
    ARABIC: ("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf"),
}


class Placed(NamedTuple):
    """A drawing, the place of its origin and the length of its unit, in pixels; y runs up."""

    drawing: tuple[Primitive, ...]
    x: float = 0.0
    y: float = 0.0
    unit: float = 1.0


@contextmanager
def fixed_settings() -> Iterator[None]:
    """Draw by matplotlib's own defaults, whatever the user's matplotlibrc says."""
    import matplotlib

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams["svg.hashsalt"] = "leerradar"
        yield


def figure(parts: Iterable[Placed], width: float, height: float, theme: Theme) -> Figure:
    """Return a page of `width` by `height` pixels, its origin at the upper left corner."""
    from matplotlib.figure import Figure

    page = Figure(figsize=(width / DOTS_PER_INCH, height / DOTS_PER_INCH), dpi=DOTS_PER_INCH)
    page.set_facecolor(colours(theme)["paper"])
    axes = page.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, width)
    axes.set_ylim(-height, 0)
    every = (patch for placed in parts for patch in patches(placed, theme))
    for order, patch in enumerate(every):
        patch.set_zorder(order)
        patch.set_clip_on(False)
        axes.add_artist(patch)
    return page


def text_width(run: Run) -> float:
    """Return the width of a text where the size of the font is 1."""
    return word(run.text, _face(run)).width


def patches(placed: Placed, theme: Theme) -> Iterator[PathPatch]:
    """Yield the patches of one drawing in paint order."""
    for part in placed.drawing:
        if isinstance(part, Shape):
            yield _shape(part, placed, theme)
        else:
            yield from _text(part, placed, theme)


def _shape(shape: Shape, placed: Placed, theme: Theme) -> PathPatch:
    from matplotlib.patches import PathPatch

    patch = PathPatch(_path(shape.outlines, placed), facecolor="none", edgecolor="none")
    patch.set_joinstyle("round")
    if shape.fill:
        patch.set_facecolor((colours(theme)[shape.fill.role], shape.fill.opacity))
    if shape.stroke:
        patch.set_edgecolor(colours(theme)[shape.stroke.role])
        patch.set_linewidth(shape.stroke.width * placed.unit * POINTS)
        patch.set_capstyle("round" if shape.stroke.round_ends else "butt")
        if shape.stroke.dash:
            # matplotlib counts dashes in widths of their line.
            dash = tuple(part / shape.stroke.width for part in shape.stroke.dash)
            patch.set_linestyle((0, dash))
    return patch


def _path(outlines: Iterable[Outline], placed: Placed) -> Path:
    from matplotlib.path import Path

    points: list[Point] = []
    codes: list[np.uint8] = []
    for outline in outlines:
        points.append(outline.start)
        codes.append(Path.MOVETO)
        for step in outline.steps:
            points += step
            codes += [Path.LINETO] if len(step) == 1 else [Path.CURVE4] * 3
        if outline.closed:
            points.append(outline.start)
            codes.append(Path.CLOSEPOLY)
    return Path(
        [(placed.x + x * placed.unit, placed.y + y * placed.unit) for x, y in points], codes
    )


def _text(text: Text, placed: Placed, theme: Theme) -> Iterator[PathPatch]:
    size = text.size * placed.unit
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.align]
    x = placed.x + text.at[0] * placed.unit
    x -= share * size * sum(text_width(run) for run in text.runs)
    y = placed.y + text.at[1] * placed.unit
    for run in text.runs:
        for piece in word(run.text, _face(run)).pieces:
            yield _glyphs(piece, x, y, size, run.role, theme)
            x += piece.width * size


def _glyphs(piece: Piece, x: float, y: float, size: float, role: Role, theme: Theme) -> PathPatch:
    from matplotlib.patches import PathPatch
    from matplotlib.transforms import Affine2D

    scale = size * piece.scale / GLYPH_SIZE
    path = _outline(piece.font, piece.text).transformed(Affine2D().scale(scale).translate(x, y))
    width = HEAVY_STROKE * size * POINTS if piece.heavy else 0.0
    colour = colours(theme)[role]
    return PathPatch(path, facecolor=colour, edgecolor=colour, linewidth=width)


def _outline(font: str, text: str) -> Path:
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath

    package, name = FONT_FILES[font]
    with as_file(files(package) / "files" / name) as file:
        return TextPath((0, 0), text, size=GLYPH_SIZE, prop=FontProperties(fname=file))


def _face(run: Run) -> Face:
    return Face.BOLD if run.bold else Face.REGULAR
