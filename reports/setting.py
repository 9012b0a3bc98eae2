"""How the parts of a sheet are set: the same few kinds of text everywhere."""

from collections.abc import Sequence

from msgspec import Struct

from reports.blocks import Block, Item, Stack
from reports.fonts import Face
from reports.line import Span
from reports.marks import Dotted
from reports.paragraph import Paragraph, Style
from reports.words import Words

SMALL = 9.5
"""The smallest type on paper, in points."""
HEADING = Style(14.0, 1.2)
BULLET = 11.0


class Setting(Struct, frozen=True):
    """Words, and the style of running text."""

    words: Words
    style: Style

    def small(self, text: str) -> Paragraph:
        return Paragraph((Span(text, role="ink_2"),), Style(SMALL, self.style.leading))

    def bold(self, text: str) -> Paragraph:
        return Paragraph((Span(text, Face.BOLD),), self.style)

    def heading(self, text: str) -> Paragraph:
        return Paragraph((Span(text, Face.BOLD),), HEADING)

    def typed(self, text: str, face: Face = Face.REGULAR) -> Paragraph:
        return Paragraph((Span(self.words.typed(text), face),), self.style)

    def labelled(self, label: str, text: str) -> Paragraph:
        return Paragraph((Span(f"{label}: ", Face.BOLD), Span(text)), self.style)

    def dotted(self, text: str) -> Block:
        return Dotted(self.typed(text), BULLET, middle=self.style.line_height / 2)

    def group(self, title: str, blocks: Sequence[Block]) -> Stack:
        """Return blocks under a bold title."""
        items = [Item(self.bold(title), keep=True)]
        return Stack((*items, *(Item(block, 2.0) for block in blocks)))
