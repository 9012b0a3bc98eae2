"""The first sheet: our question, the radar, and what we saw in it."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from reports.blocks import Block, Box, Columns, Item, Nothing, Rule, Stack
from reports.fonts import Face
from reports.line import Span
from reports.marks import Balled, Dotted
from reports.paragraph import Paragraph, Style
from reports.radar_block import (
    Entry,
    Legend,
    Radar,
    RadarLook,
    entries,
    radar,
    zone_words,
)
from reports.sheet import ROOMY, SMALL
from reports.words import Words, filled, unbroken
from workshop_flows.radar_view import radar_view, zone_of
from workshop_flows.views import AxisResult, Earlier, RadarView, Report
from workshop_flows.vocabulary import Change, Goal, Mode, Outcome

SHARES = {Outcome.DONE: 1.0, Outcome.PARTLY: 0.5, Outcome.NOT: 0.0}


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
SEPARATOR = " · "
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
        below = (self._seen(), self._since(), self._numbers(), self._quotes())
        return self._spaced(above), self._spaced(below)

    def _spaced(self, groups: Sequence[list[Item]]) -> list[Item]:
        items: list[Item] = []
        for group in groups:
            for place, item in enumerate(group):
                lead = self._look.gap if place == 0 else 0.0
                items.append(item._replace(gap=item.gap + lead))
        return items

    def _style(self, size: float = 0.0) -> Style:
        return Style(size or self._look.body, self._look.leading)

    def _small(self, text: str) -> Paragraph:
        return Paragraph((Span(text, role="ink_2"),), Style(SMALL, self._look.leading))

    def _bold(self, text: str) -> Paragraph:
        return Paragraph((Span(text, Face.BOLD),), self._style())

    def _text(self, text: str) -> Paragraph:
        return Paragraph((Span(self._words.typed(text)),), self._style())

    def _dotted(self, text: str) -> Block:
        return Dotted(self._text(text), 11.0, middle=self._style().line_height / 2)

    def _group(self, title: str, blocks: Sequence[Block]) -> Stack:
        items = [Item(self._bold(title), keep=True)]
        items += [Item(block, 2.0) for block in blocks]
        return Stack(tuple(items))

    def _question(self) -> list[Item]:
        question = self._report.facts.question
        if not filled(question):
            return []
        size = self._look.question if len(question) <= 160 else self._look.body + 1
        text = Paragraph((Span(self._words.typed(question), Face.BOLD),), Style(size, 1.18))
        return [Item(self._small(self._words.say("question")), keep=True), Item(text, 1.0)]

    def _before(self) -> list[Item]:
        """Return what we do already and what is coming, beside each other."""
        facts = self._report.facts
        columns = [
            self._group(self._words.say(key), [self._dotted(text) for text in texts])
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
        return [*items, Item(self._small(note), 3.0, keep=True)] if note else items

    def _note(self) -> str:
        if self._report.mode is Mode.POOLED:
            return self._words.say("note.pooled")
        if self._report.mode is Mode.TEAM:
            return ""
        agreed = any(axis.agreed is not None for axis in self._report.axes)
        return self._words.say("note.open" if agreed else "note.nothing")

    def _seen(self) -> list[Item]:
        """Return 'Wat zagen we?' in at most three columns."""
        summary, words = self._report.summary, self._words
        work = [f"{number}. {one.label}" for number, one in enumerate(self._report.focus, start=1)]
        groups = [
            self._group(words.say(f"saw.{key}"), [self._text(text) for text in texts])
            for key, texts in (
                ("well", summary.goes_well),
                ("differs", summary.differs),
                ("low", summary.low),
                ("work", work),
            )
            if texts
        ]
        if not groups:
            return []
        if len(groups) == 4:
            groups = self._three(groups)
        title = Paragraph((Span(words.say("saw"), Face.BOLD),), Style(14.0, 1.2))
        return [
            Item(Rule(), keep=True),
            Item(title, self._look.gap * 0.6, keep=True),
            Item(Columns(tuple(groups), 20.0), self._look.gap * 0.4),
        ]

    def _three(self, groups: Sequence[Stack]) -> list[Stack]:
        """Return four groups in three columns: the third under the lower of the first two."""
        well, differs, low, work = groups
        third = ROOMY.measure / 3
        if well.height(third) <= differs.height(third):
            return [Stack((Item(well), Item(low, 6.0))), differs, work]
        return [well, Stack((Item(differs), Item(low, 6.0))), work]

    def _since(self) -> list[Item]:
        """Return what became of the earlier session: its afspraken, its goals, the axes."""
        earlier = self._report.earlier
        if earlier is None:
            return []
        words = self._words
        title = words.say("since", day=words.day(earlier.date))
        columns = [
            self._group(words.say(key), blocks)
            for key, blocks in (
                ("since.then", list(self._reviewed(earlier))),
                ("since.now", list(self._moved(earlier))),
            )
            if blocks
        ]
        heading = Paragraph((Span(title, Face.BOLD),), Style(14.0, 1.2))
        body = [Item(Columns(tuple(columns), 20.0), self._look.gap * 0.4)] if columns else []
        return [
            Item(Rule(), keep=True),
            Item(heading, self._look.gap * 0.6, keep=bool(columns)),
            *body,
        ]

    def _reviewed(self, earlier: Earlier) -> Iterator[Block]:
        for one in earlier.review:
            spans = [
                Span(f"{self._words.typed(one.title)}: "),
                Span(self._words.say(f"outcome.{one.outcome}"), Face.BOLD),
            ]
            if filled(one.helped):
                spans.append(Span(f". {self._words.typed(one.helped or '')}"))
            text = Paragraph(tuple(spans), self._style())
            middle = self._style().line_height / 2
            yield Balled(text, 14.0, middle=middle, share=SHARES[one.outcome])

    def _moved(self, earlier: Earlier) -> Iterator[Block]:
        labels = {axis.id: axis.label for axis in self._report.axes}
        for goal in Goal:
            found = [labels[one.id] for one in earlier.axes if one.goal is goal]
            yield from self._listed(self._words.say(f"goal.{goal}"), found)
        for change in (Change.HIGHER, Change.SAME, Change.LOWER):
            found = [labels[one.id] for one in earlier.axes if one.change is change]
            yield from self._listed(self._words.say(f"change.{change}"), found)

    def _listed(self, title: str, labels: Sequence[str]) -> Iterator[Block]:
        if labels:
            text = (Span(f"{title}: ", Face.BOLD), Span(", ".join(labels)))
            yield Paragraph(text, self._style())

    def _numbers(self) -> list[Item]:
        """Return the three words (mode team) and the stands that were agreed aloud."""
        texts = tuple(
            Paragraph((Span(f"{title}: ", Face.BOLD), Span(text)), self._style())
            for title, text in self._readings()
        )
        return [Item(Columns(texts, 20.0))] if texts else []

    def _readings(self) -> Iterator[tuple[str, str]]:
        words, three = self._words, self._report.three_words
        known = [
            unbroken(words.say(f"three.{name}", stand=words.stand(stand)))
            for name, stand in (
                ("weten", three.weten),
                ("willen", three.willen),
                ("kunnen", three.kunnen),
            )
            if stand is not None
        ]
        if self._report.mode is Mode.TEAM and known:
            yield words.say("three.title"), SEPARATOR.join(known)
        agreed = [self._agreed(axis) for axis in self._report.axes if axis.agreed is not None]
        if agreed:
            yield words.say("agreed.title"), SEPARATOR.join(agreed)

    def _agreed(self, axis: AxisResult) -> str:
        words, zone = self._words, zone_of(axis.agreed, None)
        if self._report.mode is Mode.POOLED:
            stand = words.say(f"zone.{zone}")
            return unbroken(words.say("agreed.zone", axis=axis.label, stand=stand))
        stand = words.agreed(axis.agreed or 0.0)
        return unbroken(words.say("agreed.stand", axis=axis.label, stand=stand))

    def _quotes(self) -> list[Item]:
        quotes = [f"“{self._words.typed(quote)}”" for quote in self._report.facts.quotes]
        if not quotes:
            return []
        style = self._style()
        texts = [Paragraph((Span(quote, Face.ITALIC),), style) for quote in quotes]
        stack = Stack(tuple(Item(text, 4.0) for text in texts))
        box = Box(stack, "soft", (12.5, self._look.gap * 0.5))
        return [Item(box, whole=box.height(ROOMY.measure) < HIGHEST_COLUMNS)]
