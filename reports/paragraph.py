"""A paragraph: lines of text on a canvas, the smallest block of a sheet."""

from typing import Final, Literal

from msgspec import Struct

from reports.line import Line, Spans
from reports.paper import Paper
from reports.text import broken

Align = Literal["left", "right"]

_BASELINE: Final = 0.34
"""The middle of the letters above the baseline, in sizes of the font."""


class Style(Struct, frozen=True):
    """Size in points, distance of the lines in sizes, and the side where they begin."""

    size: float
    leading: float = 1.3
    align: Align = "left"

    @property
    def line_height(self) -> float:
        return self.size * self.leading


class Paragraph(Struct, frozen=True):
    """Text that fills the width it gets; without text it has no height."""

    spans: Spans
    style: Style

    def lines(self, width: float) -> tuple[Line, ...]:
        return broken(self.spans, round(width / self.style.size, 6))

    def height(self, width: float) -> float:
        return len(self.lines(width)) * self.style.line_height

    def split(self, width: float, room: float) -> "tuple[Lines | None, Paragraph | Lines | None]":
        head, tail = Lines(self.lines(width), self.style).split(width, room)
        return (head, tail) if head else (None, self)

    def draw(self, paper: Paper, x: float, top: float, width: float) -> float:
        return Lines(self.lines(width), self.style).draw(paper, x, top, width)


class Lines(Struct, frozen=True):
    """Lines that were already broken: a piece of a paragraph."""

    lines: tuple[Line, ...]
    style: Style

    def height(self, width: float) -> float:
        return len(self.lines) * self.style.line_height

    def split(self, width: float, room: float) -> "tuple[Lines | None, Lines | None]":
        """Return what fits and the rest; never a single line of several on either side."""
        count = len(self.lines)
        fits = int((room + 1e-6) / self.style.line_height)
        if fits >= count:
            return self, None
        fits = min(fits, count - 2)
        if fits < 2:
            return None, self
        return Lines(self.lines[:fits], self.style), Lines(self.lines[fits:], self.style)

    def draw(self, paper: Paper, x: float, top: float, width: float) -> float:
        style = self.style
        baseline = top - style.line_height / 2 - _BASELINE * style.size
        for line in self.lines:
            left = x
            if style.align == "right":
                left += width - line.width * style.size
            for glyphs in line.glyphs:
                write = paper.write_heavy if glyphs.heavy else paper.write
                size = glyphs.scale * style.size
                at = left + glyphs.x * style.size
                write(glyphs.text, at, baseline, glyphs.font, size, glyphs.role)
            baseline -= style.line_height
        return self.height(width)
