"""P4: all seven axes, what the marks mean, and what stands out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, cast

from widgets.legend_marks import LegendMark, Zones
from widgets.marks import Box, Flag, Icon, Panel, Rule, square
from widgets.projector.parts import top_line, with_icon
from widgets.projector.radar_words import emphasising, radar_in_words
from widgets.projector.sheet import BODY, SMALL, RadarPlace, Sheet
from widgets.projector.stack import Block, scaled, stack_between
from widgets.typeset import Align, Run, Style, fitted, plain
from workshop_flows.projector import Callout, Compared, RadarPage
from workshop_flows.radar_marks import Series
from workshop_flows.vocabulary import Band, Mode

SIDE: Final = 540.0
PAD: Final = 36.0
LEGEND_MARK: Final = 66.0
ROW: Final = 52.0
ZONES: Final = (Band.HIGH, Band.MIDDLE, Band.LOW)


def compose(page: RadarPage, sheet: Sheet) -> None:
    top = top_line(sheet, sheet.texts.text("projector.our_radar"), page.company)
    side = min(SIDE, (0.4 if not sheet.far else 0.37) * sheet.across)
    right = Box(sheet.right - side, top + 8, side, sheet.bottom - top - 8)
    # The radar keeps room for all that may come, which the margin need not hold twice.
    start, above = sheet.left - 4, top - 6
    below = sheet.bottom if sheet.lift else sheet.height - 20
    left = Box(start, above, right.x - 20 - start, below - above)
    view = page.radar
    if page.callout is not None:
        view = emphasising(view, [one.label == page.callout.title for one in view.spokes])
    sheet.radar = RadarPlace(view, left, "names", 38.0 if not sheet.far else 30.0)
    sheet.say(radar_in_words(view, sheet.texts))
    stack_between(sheet, _variants(page), right)


def _variants(page: RadarPage) -> list[list[Block]]:
    """Return the blocks at the right, from all of them to those that must stay."""
    legend = Legend(page.legend, page.radar.mode)
    card, loud = _card(page)
    note = Note(page.note, locked=page.radar.mode is Mode.POOLED) if page.note else None
    blocks: tuple[Block | None, ...] = (legend, card, loud, note)
    without: tuple[tuple[Block | None, ...], ...] = (
        (),
        (note,),
        (note, loud),
        (note, loud, legend),
    )
    return [
        [each for each in blocks if each is not None and each not in left_out]
        for left_out in without
        if card is not None or legend not in left_out
    ]


def _card(page: RadarPage) -> tuple[Block | None, Block | None]:
    """Return the card for this moment, and the question that goes with it."""
    if page.compared:
        return ComparedCard(page.compared), Question("projector.what_helped")
    if page.callout is not None:
        return CalloutCard(page.callout), None
    targets = tuple(one.label for one in page.radar.spokes if one.target is not None)
    if targets:
        return TargetsCard(targets), Question("projector.how_seen")
    return None, None


@dataclass(frozen=True, slots=True)
class Legend:
    """A mark and its words per series; of zones a row for each of the three."""

    rows: Sequence[tuple[str, str]]
    mode: Mode

    def put(self, sheet: Sheet, place: Box, scale: float) -> float:
        y = place.y
        for series, words in self.rows:
            if series == "zone":
                y = self._zones(sheet, words, place._replace(y=y), scale)
            else:
                y = self._row(sheet, series, words, place._replace(y=y), scale)
        return y - 8 * scale

    def _row(self, sheet: Sheet, series: str, words: str, place: Box, scale: float) -> float:
        name, dot, more = words.partition(" · ")
        runs = (Run(name, bold=bool(dot) or series in ("team", "owner")), Run(dot + more))
        indent = LEGEND_MARK + 20
        style = Style(scaled(36, scale, SMALL), SMALL, 1.15)
        setting = fitted(runs, style, place.width - indent)
        tall = 1.3 if series == "target" else 1.0
        row = max(ROW * scale * tall, setting.height + 8)
        sheet.add(LegendMark(place.x, place.y + row / 2, LEGEND_MARK, cast(Series, series)))
        sheet.put(
            setting, place.x + indent, place.y + (row - setting.height) / 2, place.width - indent
        )
        return place.y + row

    def _zones(self, sheet: Sheet, words: str, place: Box, scale: float) -> float:
        style = Style(scaled(44, scale, BODY), SMALL, 1.2)
        y = sheet.put(
            fitted(plain(words, bold=True), style, place.width), place.x, place.y, place.width
        )
        y += 16 * scale
        size = 34.0
        small = Style(scaled(38, scale, SMALL), SMALL, 1.15)
        names = [
            fitted(plain(sheet.texts.text(f"projector.zone.{band}"), bold=True), small, 300)
            for band in ZONES
        ]
        column = max(one.width for one in names) + 20
        start = 3.6 * size + 16
        for number, (band, name) in enumerate(zip(ZONES, names, strict=True)):
            means = sheet.texts.text(f"projector.zone_means.{band}")
            wide = place.width - start - column
            meaning = fitted(plain(means, "ink_2"), small, wide)
            sheet.add(Zones(place.x, y + (name.height - size) / 2, size, 3 - number))
            sheet.put(name, place.x + start, y, column)
            y = sheet.put(meaning, place.x + start + column, y, wide) + 14 * scale
        return y


@dataclass(frozen=True, slots=True)
class CalloutCard:
    """What stands out, with the stands it is about."""

    callout: Callout

    def put(self, sheet: Sheet, place: Box, scale: float) -> float:
        at = len(sheet.items)
        inner = place.inset(PAD + 4, PAD * scale)
        wide = inner.width
        kind = fitted(plain(self.callout.kind, "ink_2"), Style(34, SMALL, 1.2), wide)
        y = sheet.put(kind, inner.x, inner.y, wide) + 4
        title = fitted(
            plain(self._title(sheet), bold=True), Style(scaled(64, scale, 44), BODY, 1.12), wide
        )
        y = sheet.put(title, inner.x, y, wide) + 16 * scale
        y = self._numbers(sheet, inner.x, y, scale)
        if self.callout.sentence:
            sentence = fitted(
                plain(self.callout.sentence), Style(scaled(40, scale, BODY), BODY, 1.24), wide
            )
            y = sheet.put(sentence, inner.x, y, wide)
        y += PAD * scale
        sheet.items.insert(at, Panel(place._replace(height=y - place.y), "mark_soft"))
        return y

    def _title(self, sheet: Sheet) -> str:
        if self.callout.zone is None:
            return self.callout.title
        return f"{self.callout.title}: {sheet.texts.text(f'projector.zone.{self.callout.zone}')}"

    def _numbers(self, sheet: Sheet, x: float, y: float, scale: float) -> float:
        end = y
        size = scaled(84, scale, 56)
        both = self.callout.owner is not None
        stands = (("team", "team", self.callout.team), ("owner", "owner_text", self.callout.owner))
        for key, role, value in stands:
            if value is None:
                continue
            shown = sheet.texts.stand(value) if key == "team" else sheet.texts.decimal(value)
            name = "projector.team" if key == "team" else "projector.owner"
            number = fitted(plain(shown, role, bold=True), Style(size, size, 1.05), 400)
            wide = number.width
            top = y
            if both:
                label = fitted(plain(sheet.texts.text(name)), Style(34, SMALL, 1.2), 300)
                top = sheet.put(label, x, y, label.width + 1)
                wide = max(wide, label.width)
            end = sheet.put(number, x, top, number.width + 1) + 16 * scale
            x += wide + 44
        return end


@dataclass(frozen=True, slots=True)
class ComparedCard:
    """The focus axes of the earlier session: then, now, and what became of the target."""

    rows: Sequence[Compared]

    def put(self, sheet: Sheet, place: Box, scale: float) -> float:
        at = len(sheet.items)
        inner = place.inset(PAD + 4, PAD * scale - 4)
        kind = sheet.texts.text("projector.worked_on")
        y = sheet.put(
            fitted(plain(kind, "ink_2"), Style(34, SMALL, 1.2), inner.width),
            inner.x,
            inner.y,
            inner.width,
        )
        y += 10 * scale
        for row in self.rows:
            sheet.add(Rule((inner.x, y), (inner.right, y), "line_strong", 2.0))
            y = self._row(sheet, row, inner._replace(y=y + 12 * scale), scale) + 12 * scale
        sheet.items.insert(at, Panel(place._replace(height=y + 8 - place.y), "mark_soft"))
        return y + 8

    def _row(self, sheet: Sheet, row: Compared, place: Box, scale: float) -> float:
        size = scaled(50, scale, BODY)
        now = fitted(
            plain(row.now, "team", bold=True),
            Style(size, BODY, 1.1, Align.RIGHT),
            0.4 * place.width,
        )
        then = fitted(
            plain(row.then, "ink_2"), Style(38, SMALL, 1.1, Align.RIGHT), 0.3 * place.width
        )
        numbers = now.width + then.width + 66
        wide = place.width - numbers - 16
        label = fitted(plain(row.label), Style(scaled(40, scale, BODY), BODY, 1.1), wide)
        goal = fitted(plain(row.goal, "ink_2"), Style(34, SMALL, 1.15), wide)
        high = label.height + goal.height
        sheet.put(label, place.x, place.y, wide)
        middle = place.y + high / 2
        x = place.right - numbers
        sheet.put(then, x, middle - then.height / 2, then.width)
        sheet.add(Icon(square(x + then.width + 33, middle, 36), "arrow-right"))
        sheet.put(now, place.right - now.width, middle - now.height / 2, now.width)
        return sheet.put(goal, place.x, place.y + label.height, wide)


@dataclass(frozen=True, slots=True)
class TargetsCard:
    """The focus axes that the team chose, each with its flag."""

    labels: Sequence[str]

    def put(self, sheet: Sheet, place: Box, scale: float) -> float:
        at = len(sheet.items)
        inner = place.inset(PAD + 4, PAD * scale)
        title = sheet.texts.text("projector.work_on")
        y = sheet.put(
            fitted(plain(title, "ink_2"), Style(34, SMALL, 1.2), inner.width),
            inner.x,
            inner.y,
            inner.width,
        )
        y += 14 * scale
        for label in self.labels:
            sheet.add(Rule((inner.x, y), (inner.right, y), "mark", 2.0))
            wide = inner.width - 74
            size = Style(scaled(42, scale, BODY), BODY, 1.15)
            setting = fitted(plain(label, bold=True), size, wide)
            high = max(96 * scale, setting.height + 24)
            sheet.add(Flag(inner.x + 14, y + high / 2 + 32, 70.0))
            sheet.put(setting, inner.x + 74, y + (high - setting.height) / 2, wide)
            y += high
        y += 14 * scale
        sheet.items.insert(at, Panel(place._replace(height=y - place.y), "mark_soft"))
        return y


@dataclass(frozen=True, slots=True)
class Question:
    """What the room talks about now."""

    key: str

    def put(self, sheet: Sheet, place: Box, scale: float) -> float:
        style = Style(scaled(48, scale, BODY), BODY, 1.2)
        setting = fitted(plain(sheet.texts.text(self.key), bold=True), style, place.width)
        return sheet.put(setting, place.x, place.y, place.width)


@dataclass(frozen=True, slots=True)
class Note:
    """The small line at the bottom; locked: it tells of what is not shown."""

    text: str
    locked: bool

    def put(self, sheet: Sheet, place: Box, scale: float) -> float:
        style = Style(34, SMALL, 1.25)
        if self.locked:
            setting = fitted(plain(self.text, "ink_2"), style, place.width - 58)
            return with_icon(sheet, setting, place, "lock-simple")
        setting = fitted(plain(self.text, "ink_2"), style, place.width)
        return sheet.put(setting, place.x, place.y, place.width)
