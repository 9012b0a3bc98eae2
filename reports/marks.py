"""Blocks with a mark on their left: a number, a dot, or a ball that is more or less full."""

from typing import Final

from reports.blocks import Indented
from reports.fonts import Face
from reports.ink import rgb
from reports.line import Span
from reports.paper import Paper
from reports.paragraph import Paragraph, Style
from reports.text import width_of

RADIUS: Final = 10.0
"""Of the circle around a number."""


class Numbered(Indented, frozen=True, kw_only=True):
    """A number in a circle, level with the first line, whose middle is `middle` below the top."""

    number: int
    middle: float

    def draw_mark(self, paper: Paper, x: float, top: float) -> None:
        paper.canvas.setStrokeColor(rgb("ink"))
        paper.canvas.setLineWidth(1.4)
        paper.canvas.circle(x + RADIUS, top - self.middle, RADIUS - 0.7)
        digit = Paragraph((Span(str(self.number), Face.BOLD),), Style(11, 1.0))
        width = width_of(digit.spans) * 11
        digit.draw(paper, x + RADIUS - width / 2, top - self.middle + 5.5, width + 1)


class Dotted(Indented, frozen=True, kw_only=True):
    """A dot, level with the first line."""

    middle: float

    def draw_mark(self, paper: Paper, x: float, top: float) -> None:
        paper.canvas.setFillColor(rgb("ink"))
        paper.canvas.circle(x + 2.2, top - self.middle - 0.3, 1.6, stroke=0, fill=1)


class Balled(Indented, frozen=True, kw_only=True):
    """A ball, level with the first line; `share` of it is filled, clockwise from the top."""

    middle: float
    share: float

    def draw_mark(self, paper: Paper, x: float, top: float) -> None:
        radius, y = 4.0, top - self.middle
        paper.canvas.setStrokeColor(rgb("ink"))
        paper.canvas.setFillColor(rgb("ink"))
        paper.canvas.setLineWidth(0.9)
        paper.canvas.circle(x + radius, y, radius, stroke=1, fill=int(self.share == 1))
        if 0 < self.share < 1:
            box = (x, y - radius, x + 2 * radius, y + radius)
            paper.canvas.wedge(*box, startAng=90, extent=-360 * self.share, stroke=0, fill=1)
