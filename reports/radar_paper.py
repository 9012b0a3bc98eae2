"""The radar on a reportlab canvas: vectors and selectable text, nothing else."""

from collections.abc import Mapping
from typing import Final, Protocol

from msgspec import Struct
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import FILL_NON_ZERO, Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from reports.palette import colours, tokens
from workshop_flows.radar import Outline, Point
from workshop_flows.radar_marks import (
    Labels,
    Role,
    Run,
    Series,
    Shape,
    Stroke,
    Style,
    Text,
    legend_mark,
)
from workshop_flows.radar_scene import extent, scene
from workshop_flows.views import RadarView
from workshop_flows.vocabulary import Band

BUTT: Final = 0
ROUND: Final = 1


class Fonts(Protocol):
    """Names of two fonts that are registered with reportlab."""

    @property
    def regular(self) -> str: ...

    @property
    def bold(self) -> str: ...


class Extent(Struct, frozen=True):
    """How far the drawing reaches from the centre of the radar, in points."""

    left: float
    right: float
    up: float
    down: float


class _Place(Struct, frozen=True):
    """Where the unit coordinates land on the page: their origin and the length of 1."""

    x: float
    y: float
    unit: float

    def at(self, point: Point) -> Point:
        return (self.x + point[0] * self.unit, self.y + point[1] * self.unit)


def draw_radar(
    canvas: Canvas,
    view: RadarView,
    *,
    centre: tuple[float, float],
    radius: float,
    label_pt: float,
    zone_words: Mapping[Band, str],
    fonts: Fonts,
    show_labels: Labels = "names",
) -> None:
    """Draw the radar around `centre`; all lengths in points, `radius` is the outer ring's.

    `show_labels="none"` is the small radar: no names and no ring numbers. The canvas is left
    as it was found.
    """
    place = _Place(*centre, radius)
    canvas.saveState()
    canvas.setLineJoin(ROUND)
    for part in scene(view, _style(radius, label_pt, show_labels), zone_words):
        if isinstance(part, Shape):
            _draw_shape(canvas, part, place)
        else:
            _draw_text(canvas, part, place, fonts)
    canvas.restoreState()


def radar_extent(
    view: RadarView,
    *,
    radius: float,
    label_pt: float,
    zone_words: Mapping[Band, str],
    fonts: Fonts,
    show_labels: Labels = "names",
) -> Extent:
    """Return how far `draw_radar` with the same arguments reaches from the centre."""
    drawing = scene(view, _style(radius, label_pt, show_labels), zone_words)

    def width_of(run: Run) -> float:
        return float(stringWidth(run.text, fonts.bold if run.bold else fonts.regular, 1.0))

    reach = extent(drawing, width_of)
    return Extent(reach.left * radius, reach.right * radius, reach.up * radius, reach.down * radius)


def draw_legend_mark(canvas: Canvas, series: Series, x: float, y: float, size: float) -> None:
    """Draw the mark of a series, `size` points wide; `x` is its left edge, `y` its middle.

    It is at most as high as it is wide.
    """
    mark = legend_mark(series, _style(size, size, "none"))
    canvas.saveState()
    canvas.setLineJoin(ROUND)
    for shape in mark:
        _draw_shape(canvas, shape, _Place(x, y, size))
    canvas.restoreState()


def _style(radius: float, label_pt: float, labels: Labels) -> Style:
    """Return the style of paper: a smaller radar has a thinner line, but less so."""
    series = tokens().series
    return Style(
        line=(1.08 + 0.0094 * radius) / radius,
        label=label_pt / radius,
        hairline=tokens().print_hairline_pt / radius,
        labels=labels,
        fill_opacity=series.fill_opacity,
        spread_opacity=series.spread_opacity["print"],
    )


def _draw_shape(canvas: Canvas, shape: Shape, place: _Place) -> None:
    if shape.fill:
        canvas.setFillColor(_colour(shape.fill.role))
        canvas.setFillAlpha(shape.fill.opacity)
    if shape.stroke:
        _set_stroke(canvas, shape.stroke, place.unit)
    path = canvas.beginPath()
    for outline in shape.outlines:
        _trace(path, outline, place)
    canvas.drawPath(
        path, stroke=int(bool(shape.stroke)), fill=int(bool(shape.fill)), fillMode=FILL_NON_ZERO
    )


def _set_stroke(canvas: Canvas, stroke: Stroke, unit: float) -> None:
    canvas.setStrokeColor(_colour(stroke.role))
    canvas.setLineWidth(stroke.width * unit)
    canvas.setLineCap(ROUND if stroke.round_ends else BUTT)
    canvas.setDash([part * unit for part in stroke.dash] if stroke.dash else [])


def _trace(path: PDFPathObject, outline: Outline, place: _Place) -> None:
    path.moveTo(*place.at(outline.start))
    for step in outline.steps:
        if len(step) == 1:
            path.lineTo(*place.at(step[0]))
        else:
            path.curveTo(*place.at(step[0]), *place.at(step[1]), *place.at(step[2]))
    if outline.closed:
        path.close()


def _draw_text(canvas: Canvas, text: Text, place: _Place, fonts: Fonts) -> None:
    size = text.size * place.unit
    names = [fonts.bold if run.bold else fonts.regular for run in text.runs]
    widths = [stringWidth(run.text, name, size) for run, name in zip(text.runs, names, strict=True)]
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.align]
    x, y = place.at(text.at)
    x -= share * sum(widths)
    canvas.setFillAlpha(1.0)
    for run, name, width in zip(text.runs, names, widths, strict=True):
        canvas.setFillColor(_colour(run.role))
        canvas.setFont(name, size)
        canvas.drawString(x, y, run.text)
        x += width


def _colour(role: Role) -> Color:
    return HexColor(colours("print")[role])
