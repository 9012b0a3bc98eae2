"""An A4 sheet: margins, the header with firm and date, the footer, and the flow of blocks."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from reports.blocks import Block, Cut, Item, Nothing, Rule, Stack
from reports.fonts import Face
from reports.ink import rgb
from reports.line import Span
from reports.paper import Paper
from reports.paragraph import Paragraph, Style
from reports.setting import SMALL
from reports.text import width_of
from reports.words import Words
from workshop_flows.views import Report
from workshop_flows.vocabulary import AgreementStatus

WIDTH: Final = 595.28
HEIGHT: Final = 841.89
FOOTER: Final = 39.5
"""Top of the footer: its letters stay 10 mm from the edge."""

BODY: Final = 11.0
TAG: Final = 11.0
TAG_PADDING: Final = 8.0
BETWEEN: Final = 24.0
LEAST_ASIDE: Final = 130.0
"""Room for the date on one line beside the longest title."""
RULE: Final = 1.92


class Page(Struct, frozen=True):
    """The margins of a sheet and the space under its header; never less than 10 mm."""

    side: float
    top: float
    bottom: float
    gap: float

    @property
    def measure(self) -> float:
        return WIDTH - 2 * self.side

    @property
    def room(self) -> float:
        return HEIGHT - self.top - self.bottom


ROOMY: Final = Page(50.9, 46.0, 62.0, 14.0)
TIGHT: Final = Page(36.0, 32.0, 50.0, 9.0)


class Header(Struct, frozen=True):
    """Title (with the tag of a concept) on the left, firm and date on the right, and a rule."""

    title: str
    size: float
    tag: str
    aside: Block

    def height(self, width: float) -> float:
        upper = max(self.size * 1.1, self.aside.height(self._aside(width)))
        return upper + self._over_rule() + RULE

    def split(self, width: float, room: float) -> Cut:
        return None, self

    def draw(self, paper: Paper, x: float, top: float, width: float) -> float:
        height = self.height(width)
        rule = top - height + RULE
        bottom = rule + self._over_rule()
        title = Paragraph((Span(self.title, Face.BOLD),), Style(self.size, 1.1))
        title.draw(paper, x, bottom + title.style.line_height, width)
        if self.tag:
            self._draw_tag(paper, x + self._title_width(), bottom + title.style.line_height / 2)
        aside = self._aside(width)
        self.aside.draw(paper, x + width - aside, bottom + self.aside.height(aside), aside)
        Rule(RULE).draw(paper, x, rule, width)
        return height

    def _over_rule(self) -> float:
        return self.size * 0.35

    def _aside(self, width: float) -> float:
        """Return the width that title and tag leave to firm and date."""
        return width - self._title_width() - BETWEEN

    def _title_width(self) -> float:
        return width_of((Span(self.title, Face.BOLD),)) * self.size + _tag_width(self.tag)

    def _draw_tag(self, paper: Paper, right: float, middle: float) -> None:
        text = Paragraph((Span(self.tag, Face.BOLD, "surface"),), Style(TAG, 1.0))
        width = width_of(text.spans) * TAG
        paper.canvas.setFillColor(rgb("ink"))
        paper.canvas.roundRect(
            right - width - 2 * TAG_PADDING,
            middle - 9,
            width + 2 * TAG_PADDING,
            18,
            5,
            stroke=0,
            fill=1,
        )
        text.draw(paper, right - width - TAG_PADDING, middle + TAG / 2, width + 1)


def _tag_width(tag: str) -> float:
    return 10 + 2 * TAG_PADDING + width_of((Span(tag, Face.BOLD),)) * TAG if tag else 0.0


def titled(report: Report, words: Words, title: str, size: float, room: float) -> Header:
    """Return a header without firm and date; its title is smaller where `room` needs it."""
    concept = report.agreement.status is AgreementStatus.CONCEPT
    tag = words.say("concept") if concept else ""
    widest = (room - _tag_width(tag)) / width_of((Span(title, Face.BOLD),))
    return Header(title, min(size, widest), tag, Nothing())


def header(report: Report, words: Words, title: str, size: float) -> Header:
    """Return the header of a sheet: every sheet names firm and date.

    Beside a large title they stand under each other, else on one line.
    """
    right = Style(BODY, 1.3, "right")
    firm = Span(words.typed(report.facts.company), Face.BOLD)
    day = Span(words.day(report.facts.date))
    lines: list[tuple[Span, ...]] = [(firm,), (day,)] if size > 20 else [(firm, Span(" · "), day)]
    aside = Stack(tuple(Item(Paragraph(line, right)) for line in lines))
    bare = titled(report, words, title, size, ROOMY.measure - BETWEEN - LEAST_ASIDE)
    return replace(bare, aside=aside)


class Sheet(Struct, frozen=True):
    """What stands on one sheet, and the words at its foot."""

    page: Page
    blocks: Stack
    foot: str

    def draw(self, paper: Paper, number: str) -> None:
        page = self.page
        self.blocks.draw(paper, page.side, HEIGHT - page.top, page.measure)
        for text, style in ((self.foot, Style(SMALL, 1.0)), (number, Style(SMALL, 1.0, "right"))):
            line = Paragraph((Span(text, role="ink_2"),), style)
            line.draw(paper, page.side, FOOTER, page.measure)


def flow(blocks: Stack, page: Page, heads: tuple[Header, Header], foot: str) -> Iterator[Sheet]:
    """Yield the sheets that the blocks need; `heads` are the first and the following header."""
    head, following = heads
    rest: Block | None = blocks
    while rest is not None:
        placed, rest = placed_in(rest, page.measure, room_under(head, page))
        yield Sheet(page, Stack((Item(head), Item(placed, page.gap))), foot)
        head = following


def placed_in(block: Block, width: float, room: float) -> tuple[Block, Block | None]:
    """Return what fits on an empty sheet, and the rest.

    What would rather stay together is cut when it is higher than a sheet.
    """
    placed, rest = block.split(width, room)
    if placed is None and isinstance(block, Stack):
        placed, rest = block.loosened().split(width, room)
    if placed is None:
        raise ValueError("a block that cannot be cut is higher than a sheet")
    return placed, rest


def room_under(head: Header, page: Page) -> float:
    return page.room - head.height(page.measure) - page.gap
