"""The pocket card: two A6 halves of an A5 sheet, ours on the left and mine on the right."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from reports.blocks import Block, Box, Item, Rule, Stack
from reports.document import document
from reports.fonts import Face
from reports.ink import rgb
from reports.line import Span
from reports.marks import Numbered
from reports.paper import Paper
from reports.paragraph import Paragraph, Style
from reports.radar_block import RadarLook, radar, zone_words
from reports.setting import SMALL
from reports.sheet import placed_in, titled
from reports.text import NO_BREAK
from reports.words import Words, filled
from workshop_flows.radar_view import radar_view
from workshop_flows.views import Afspraak, RadarView, Report, Spoke
from workshop_flows.vocabulary import Language

WIDTH: Final = 595.28
HEIGHT: Final = 419.53
EDGE: Final = 28.5
"""From the edges of the sheet; a printer leaves no less than 10 mm blank."""
FOLD: Final = 25.0
MEASURE: Final = WIDTH / 2 - EDGE - FOLD
RIGHT: Final = WIDTH / 2 + FOLD
UPPER: Final = HEIGHT - EDGE
ROOM: Final = HEIGHT - 2 * EDGE
RADIUS: Final = 38.0
LINE: Final = 36.5
"""Room to write above a line."""


class Look(Struct, frozen=True):
    """Sizes of type of a half: the question, an afspraak, and the gap between two."""

    question: float
    body: float
    gap: float


LOOKS: Final = (
    Look(13.0, 12.0, 11.5),
    Look(12.0, 11.0, 9.0),
    Look(11.0, 10.5, 7.0),
    Look(10.5, 10.0, 6.0),
    Look(9.5, 9.5, 5.0),
)


def build_pocket_card(report: Report, language: Language) -> bytes:
    """Return the PDF of the card, A5 across: the same report gives the same bytes.

    Texts that do not fit on the left half go on, on both halves of a next sheet.
    """
    words = Words(language, report.facts)
    with document(report, words, (WIDTH, HEIGHT), words.say("card")) as made:
        first, *more = _halves(report, words)
        _draw_fold(made.paper)
        first.draw(made.paper, EDGE, UPPER, MEASURE)
        _draw_box(made.paper, report, words)
        _draw_mine(made.paper, report, words)
        made.paper.end_page()
        for at in range(0, len(more), 2):
            _draw_fold(made.paper)
            for half, x in zip(more[at : at + 2], (EDGE, RIGHT), strict=False):
                half.draw(made.paper, x, UPPER, MEASURE)
            made.paper.end_page()
    return made.bytes


def _draw_fold(paper: Paper) -> None:
    paper.canvas.setStrokeColor(rgb("line_strong"))
    paper.canvas.setLineWidth(0.9)
    paper.canvas.setDash(4, 4)
    paper.canvas.line(WIDTH / 2, 0, WIDTH / 2, HEIGHT)
    paper.canvas.setDash([])


def _halves(report: Report, words: Words) -> Iterator[Block]:
    """Yield the halves with our agreement: the first leaves room for the box under it."""
    box = _box(report, words)
    room = ROOM - (box.height(MEASURE) + 8 if box else 0.0)
    every = [_ours(report, words, look) for look in LOOKS]
    rest: Block | None = next((one for one in every if one.height(MEASURE) <= room), every[-1])
    while rest is not None:
        half, rest = placed_in(rest, MEASURE, room)
        yield half
        head = _head(report, words, words.say("continued", title=words.say("title")), 13.0)
        if rest is not None:
            rest = Stack((Item(head, keep=True), Item(rest, 10.0)))
        room = ROOM


def _head(report: Report, words: Words, title: str, size: float) -> Stack:
    firm = Paragraph((Span(words.typed(report.facts.company), role="ink_2"),), Style(SMALL, 1.3))
    head = titled(report, words, title, size, MEASURE)
    return Stack((Item(firm, keep=True), Item(head, keep=True)))


def _ours(report: Report, words: Words, look: Look) -> Stack:
    items = [Item(_head(report, words, words.say("title"), 20.0), keep=True)]
    question = report.facts.question
    if filled(question):
        label = Paragraph((Span(words.say("question"), role="ink_2"),), Style(SMALL, 1.3))
        text = (Span(words.typed(question), Face.BOLD),)
        items.append(Item(label, look.gap * 0.7, keep=True))
        items.append(Item(Paragraph(text, Style(look.question, 1.2)), 1.0))
    for number, one in enumerate(report.agreement.afspraken, start=1):
        items.append(Item(_line(number, one, words, look), look.gap + 1, whole=ROOM / 3))
    if not report.agreement.afspraken:
        text = (Span(words.say("none")),)
        items.append(Item(Paragraph(text, Style(look.body)), look.gap))
    return Stack(tuple(items))


def _line(number: int, one: Afspraak, words: Words, look: Look) -> Block:
    bold, plain = Style(look.body, 1.2), Style(look.body, 1.3)
    title = one.title if filled(one.title) else words.say("untitled")
    items = [Item(Paragraph((Span(words.typed(title or ""), Face.BOLD),), bold), keep=True)]
    details = [words.typed(text) for text in (one.who, one.when) if text and filled(text)]
    if not filled(one.when) and one.first_step_date is not None:
        details.append(words.say("card.first_step", day=words.short_day(one.first_step_date)))
    if details:
        items.append(Item(Paragraph((Span(f"{NO_BREAK}· ".join(details)),), plain), 1.0))
    return Numbered(Stack(tuple(items)), 28.0, number=number, middle=bold.line_height / 2)


def _box(report: Report, words: Words) -> Block | None:
    agreement = report.agreement
    if agreement.follow_up is None:
        return None
    moment = words.long_day(agreement.follow_up)
    if agreement.follow_up_time is not None:
        moment = words.say("card.moment", day=moment, time=agreement.follow_up_time)
    label = Paragraph((Span(words.say("card.look_back"), role="ink_2"),), Style(SMALL, 1.3))
    text = Paragraph((Span(moment, Face.BOLD),), Style(15.0, 1.2))
    return Box(Stack((Item(label), Item(text))), "line", (10.5, 7.5))


def _draw_box(paper: Paper, report: Report, words: Words) -> None:
    box = _box(report, words)
    if box is not None:
        box.draw(paper, EDGE, EDGE + box.height(MEASURE), MEASURE)


def _draw_mine(paper: Paper, report: Report, words: Words) -> None:
    """Draw the lines to write on, and under them where we work on."""
    lines: list[Item] = []
    for key, count in (("self", 2), ("step", 1), ("help", 1)):
        heading = Paragraph((Span(words.say(f"card.{key}"), Face.BOLD),), Style(16.0, 1.15))
        lines.append(Item(heading, 16.0))
        lines += [Item(Rule(), LINE)] * count
    Stack(tuple(lines)).draw(paper, RIGHT, UPPER, MEASURE)
    small = radar(RadarLook(_small_view(report), zone_words(words), SMALL, "none"), RADIUS)
    x, y = RIGHT + small.extent.left, EDGE + small.extent.down
    small.draw_around(paper, (x, y))
    if report.focus:
        style = Style(11.0, 1.3)
        heading = Paragraph((Span(words.say("card.work")),), style)
        work = [Paragraph((Span(one.label, Face.BOLD),), style) for one in report.focus]
        stack = Stack((Item(heading), *(Item(label) for label in work)))
        x += small.extent.right + 11.5
        width = RIGHT + MEASURE - x
        stack.draw(paper, x, y + stack.height(width) / 2, width)


def _small_view(report: Report) -> RadarView:
    """Return the radar with nothing but where we stand and where we want to go."""
    view = radar_view(report)
    spokes = tuple(
        Spoke(
            id=one.id,
            label=one.label,
            team=one.team if one.agreed is None else None,
            agreed=one.agreed,
            zone=one.zone,
            target=one.target,
        )
        for one in view.spokes
    )
    return RadarView(mode=view.mode, spokes=spokes)
