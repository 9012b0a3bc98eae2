"""The first sheet: our question, the radar, and what we saw in it."""

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from reports import findings
from reports.blocks import Block, Box, Columns, Item, Nothing, Stack
from reports.fonts import Face
from reports.line import Span
from reports.paragraph import Paragraph, Style
from reports.radar_block import Entry, Legend, Radar, RadarLook, entries, radar, zone_words
from reports.setting import SMALL, Setting
from reports.sheet import ROOMY
from reports.words import Words, filled
from workshop_flows.radar_view import radar_view
from workshop_flows.views import RadarView, Report
from workshop_flows.vocabulary import Mode


class Look(Struct, frozen=True):
    """How roomy a sheet is: sizes of type and `gap`, the space between its parts."""

    body: float
    question: float
    gap: float
    least_radius: float
    label_pt: float = 12.0
    leading: float = 1.34


LOOKS = (
    Look(11.0, 19.0, 16.0, 128.0, 13.0),
    Look(11.0, 17.0, 12.0, 112.0, 12.0, 1.3),
    Look(10.5, 15.0, 10.0, 104.0, 11.0, 1.28),
    Look(10.0, 14.0, 8.0, 96.0, 11.0, 1.26),
    Look(9.5, 12.0, 7.0, 84.0, 10.0, 1.24),
)
"""From roomy to dense; the first in which everything fits on one sheet is taken."""

MOST_AROUND_RADAR = 36.0
AROUND = 4.1
AROUND_ZONES = 5.2
"""What the labels add to the height of a radar, in their size: a guess that is measured."""
WIDEST_RADIUS = 168.0
FLOWING_RADIUS = 128.0
"""Of a picture that does not fit on one sheet in any look."""
HIGHEST_COLUMNS = 180.0
"""Higher columns of longer texts are easier to read under each other."""
EARLIER_LEAST = 0.92
"""A follow-up has more to tell: its radar may be this much smaller."""


class Drawn(Struct, frozen=True):
    """A report with its radar and the legend of that."""

    report: Report
    view: RadarView
    legend: tuple[Entry, ...]


def drawn(report: Report, words: Words) -> Drawn:
    view = radar_view(report)
    return Drawn(report, view, entries(report, view, words))


class Picture:
    """Makes the blocks of the first sheet in a look."""

    def __init__(self, drawn: Drawn, words: Words, look: Look) -> None:
        self._report = report = drawn.report
        self._view = drawn.view
        self._legend = drawn.legend
        self._words = words
        self._look = look
        self._set = Setting(words, Style(look.body, look.leading))
        share = EARLIER_LEAST if report.earlier else 1.0
        self._least = look.least_radius * share

    def fitted(self, room: float) -> Stack | None:
        """Return the sheet with the widest radar that `room` allows, or None for too narrow."""
        spare = room - self._blocks(Nothing()).height(ROOMY.measure)
        around = AROUND_ZONES if self._report.mode is Mode.POOLED else AROUND
        radius = min(WIDEST_RADIUS, (spare - around * self._look.label_pt) / 2)
        if radius < self._least:
            return None
        made = self._radar_of(radius)
        over = made.height(ROOMY.measure) - spare
        if over > 0:
            made = self._radar_of(radius - over / 2 - 1)
            over = made.height(ROOMY.measure) - spare
        return self._blocks(made, max(0.0, min(-over, MOST_AROUND_RADAR)))

    def flowing(self) -> Stack:
        """Return the sheet at ease, to flow on over several."""
        return self._blocks(self._radar_of(FLOWING_RADIUS))

    def _radar_of(self, radius: float) -> Radar:
        return radar(RadarLook(self._view, zone_words(self._words), self._look.label_pt), radius)

    def _blocks(self, drawing: Block, spare: float = 0.0) -> Stack:
        """Return the sheet; `spare` is white space to share out around the radar."""
        above, below = self._around
        under = below[0]._replace(gap=below[0].gap + spare / 2) if below else None
        place = Item(drawing, self._look.gap * 0.7 + spare / 2)
        return Stack((*above, place, *((under, *below[1:]) if under else ())))

    @cached_property
    def _around(self) -> tuple[list[Item], list[Item]]:
        """What stands above the radar, and what under it."""
        above = (self._question(), self._before(), self._legend_and_note())
        below = (
            findings.seen(self._report, self._set, self._look.gap),
            findings.since(self._report, self._set, self._look.gap),
            findings.numbers(self._report, self._set),
            self._quotes(),
        )
        return self._spaced(above), self._spaced(below)

    def _spaced(self, groups: Sequence[list[Item]]) -> list[Item]:
        items: list[Item] = []
        for group in groups:
            for place, item in enumerate(group):
                lead = self._look.gap if place == 0 else 0.0
                items.append(item._replace(gap=item.gap + lead))
        return items

    def _question(self) -> list[Item]:
        question = self._report.facts.question
        if not filled(question):
            return []
        size = self._look.question if len(question) <= 160 else self._look.body + 1
        text = Paragraph((Span(self._words.typed(question), Face.BOLD),), Style(size, 1.18))
        return [Item(self._set.small(self._words.say("question")), keep=True), Item(text, 1.0)]

    def _before(self) -> list[Item]:
        """Return what we do already and what is coming, beside each other."""
        facts = self._report.facts
        columns = [
            self._set.group(self._words.say(key), [self._set.dotted(text) for text in texts])
            for key, texts in (("already_doing", facts.already_doing), ("coming", facts.coming))
            if texts
        ]
        beside = Columns(tuple(columns), 26.0)
        if beside.height(ROOMY.measure) <= HIGHEST_COLUMNS:
            return [Item(beside)] if columns else []
        return [Item(column, 6.0 if number else 0.0) for number, column in enumerate(columns)]

    def _legend_and_note(self) -> list[Item]:
        size = max(SMALL, self._look.body - 1)
        items = [Item(Legend(self._legend, size), keep=True)]
        note = self._note()
        return [*items, Item(self._set.small(note), 3.0, keep=True)] if note else items

    def _note(self) -> str:
        if self._report.mode is Mode.POOLED:
            return self._words.say("note.pooled")
        if self._report.mode is Mode.TEAM:
            return ""
        agreed = any(axis.agreed is not None for axis in self._report.axes)
        return self._words.say("note.open" if agreed else "note.nothing")

    def _quotes(self) -> list[Item]:
        quotes = [f"“{quote}”" for quote in self._report.facts.quotes]
        if not quotes:
            return []
        texts = [self._set.typed(quote, Face.ITALIC) for quote in quotes]
        stack = Stack(tuple(Item(text, 4.0) for text in texts))
        box = Box(stack, "soft", (12.5, self._look.gap * 0.5))
        return [Item(box, whole=HIGHEST_COLUMNS)]
