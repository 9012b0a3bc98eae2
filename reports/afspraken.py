"""One afspraak on paper, with only those labels that have something to say."""

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from msgspec import Struct

from reports.blocks import Block, Columns, Item, Stack
from reports.fonts import Face
from reports.line import Span, Spans
from reports.marks import Numbered
from reports.paragraph import Paragraph, Style
from reports.setting import SMALL
from reports.sheet import ROOMY, TIGHT, Page
from reports.words import Words, filled
from workshop_flows.views import Afspraak

INDENT: Final = 28.0


class Look(Struct, frozen=True):
    """How roomy a sheet with afspraken is.

    `fields`: labels `over` their texts or `before` them, both in three columns, or all of
    it `running` on. `pitch`: the least and the widest distance of the signature lines.
    """

    body: float
    title: float
    gap: float
    fields: Literal["over", "before", "running"]
    pitch: tuple[float, float]
    leading: float = 1.3
    page: Page = ROOMY
    more_columns: int = 0
    """Signatures in more columns than the design has, to save a sheet."""

    @property
    def small(self) -> Style:
        return Style(SMALL, min(self.leading, 1.25))

    @property
    def style(self) -> Style:
        return Style(self.body, self.leading)


LOOKS: Final = (
    Look(11.0, 13.0, 19.0, "over", (48.0, 56.0)),
    Look(11.0, 12.5, 15.0, "over", (42.0, 50.0)),
    Look(11.0, 12.0, 12.0, "over", (38.0, 46.0), 1.26),
    Look(11.0, 12.0, 13.0, "before", (36.0, 46.0), 1.28),
    Look(10.5, 11.5, 11.0, "before", (34.0, 44.0), 1.26),
    Look(10.0, 11.0, 10.0, "before", (34.0, 40.0), 1.24),
    Look(9.5, 10.5, 9.0, "before", (34.0, 38.0), 1.22),
    Look(9.5, 10.5, 8.0, "running", (34.0, 36.0), 1.24, TIGHT),
    Look(9.5, 10.5, 7.0, "running", (34.0, 36.0), 1.2, TIGHT),
    Look(9.5, 10.5, 7.0, "running", (34.0, 36.0), 1.2, TIGHT, 1),
)
"""From roomy to dense; the first in which everything fits on one sheet is taken."""
ROOMY_LOOKS: Final = LOOKS[:6]


class Field(NamedTuple):
    """A label and its text."""

    label: str
    spans: Spans

    @property
    def run_in(self) -> Spans:
        """The label before the text, and a space after it."""
        return (Span(f"{self.label}: ", Face.BOLD, "ink_2"), *self.spans, Span(" "))


class Described(Struct, frozen=True):
    """An afspraak in words, whatever the look: who and when, what it takes, what it brings."""

    number: int
    title: Span
    axis: Span
    groups: tuple[tuple[Field, ...], ...]
    required: Span | None


def described(number: int, one: Afspraak, axis: str, words: Words) -> Described:
    """Return the filled fields of an afspraak; `axis` is the label of the axis it works on."""
    title = one.title if one.title and filled(one.title) else words.say("untitled")
    groups = tuple(tuple(_filled(group, words)) for group in _groups(one, words))
    return Described(
        number,
        Span(words.typed(title), Face.BOLD),
        Span(words.say("for_axis", axis=axis), role="ink_2"),
        tuple(group for group in groups if group),
        Span(words.say("obligatory"), Face.BOLD) if one.obligatory else None,
    )


def _groups(one: Afspraak, words: Words) -> tuple[dict[str, Spans], ...]:
    step = _plain(one.first_step, words)
    if one.first_step_date is not None:
        day = Span(words.short_day(one.first_step_date), Face.BOLD)
        step = (*step, Span(" ("), day, Span(")")) if step else (day,)
    return (
        {
            "who": _plain(one.who, words),
            "maatje": _plain(one.maatje, words),
            "first_step": step,
            "when": _plain(one.when, words),
        },
        {
            "time": _plain(words.time_of(one), words),
            "money": _plain(words.money_of(one), words),
            "needs": _plain(one.needs, words),
            "if_then": _plain(one.if_then, words),
        },
        {
            "result": _plain(one.result, words),
            "yields": _plain(one.yields, words),
            "evidence": _plain(one.evidence, words),
        },
    )


def _plain(text: str | None, words: Words) -> Spans:
    return (Span(words.typed(text)),) if text and filled(text) else ()


def _filled(group: dict[str, Spans], words: Words) -> Iterator[Field]:
    for key, spans in group.items():
        if spans:
            yield Field(words.say(f"field.{key}"), spans)


def afspraak_block(one: Described, look: Look) -> Block:
    """Return an afspraak under its number."""
    title = Style(look.title, 1.2)
    if look.gap >= 12:
        items = [
            Item(Paragraph((one.title,), title), keep=True),
            Item(Paragraph((one.axis,), look.small), 1.0, keep=True),
        ]
    else:
        items = [Item(Paragraph((one.title, Span(" "), one.axis), title), keep=True)]
    items += _running(one, look) if look.fields == "running" else _in_columns(one, look)
    block = Stack(tuple(items))
    return Numbered(block, INDENT, number=one.number, middle=title.line_height / 2)


def _running(one: Described, look: Look) -> Iterator[Item]:
    texts = [[span for field in group for span in field.run_in] for group in one.groups]
    if one.required:
        texts = [*texts[:-1], [*texts[-1], one.required]] if texts else [[one.required]]
    for spans in texts:
        yield Item(Paragraph(tuple(spans), look.style), look.gap * 0.2)


def _in_columns(one: Described, look: Look) -> Iterator[Item]:
    if one.groups:
        columns = tuple(Stack(tuple(_column(group, look))) for group in one.groups)
        yield Item(Columns(columns, 16.0), look.gap * 0.45)
    if one.required:
        yield Item(Paragraph((one.required,), look.style), look.gap * 0.4)


def _column(group: Sequence[Field], look: Look) -> Iterator[Item]:
    for field in group:
        if look.fields == "over":
            label = Paragraph((Span(field.label, role="ink_2"),), look.small)
            yield Item(label, look.gap * 0.4, keep=True)
            yield Item(Paragraph(field.spans, look.style))
        else:
            yield Item(Paragraph(field.run_in[:-1], look.style), 2.0)
