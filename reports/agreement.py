"""The learning agreement: the picture on the first sheet, what we agree on those after it."""

from collections.abc import Iterator

from reports import afspraken, picture
from reports.agreed import Agreed, Said, said
from reports.blocks import Item, Stack
from reports.document import document
from reports.picture import Picture
from reports.sheet import HEIGHT, ROOMY, WIDTH, Header, Sheet, flow, header, room_under
from reports.signatures import LEAST_PITCH, WIDEST_PITCH, Signatures, in_columns, signers
from reports.words import Words
from workshop_flows.views import Report
from workshop_flows.vocabulary import Language, Mode

TITLE = 26.0
SECOND_TITLE = 20.0
FEW = 16
"""So many people sign on two sheets, even when it gets dense; more get a third instead."""


def build_agreement(report: Report, language: Language) -> bytes:
    """Return the PDF of the agreement, A4: the same report gives the same bytes."""
    words = Words(language, report.facts)
    with document(report, words, (WIDTH, HEIGHT), words.say("title")) as made:
        sheets = [*_picture(report, words), *_agreed(report, words)]
        for number, sheet in enumerate(sheets, start=1):
            sheet.draw(made.paper, words.say("page", page=number, pages=len(sheets)))
            made.paper.end_page()
    return made.bytes


def _picture(report: Report, words: Words) -> Iterator[Sheet]:
    """Yield the first sheet; more of them when even the densest look does not hold it."""
    first = header(report, words, words.say("title"), TITLE)
    foot = words.say("scale_zones" if report.mode is Mode.POOLED else "scale")
    blocks = _fitting(report, words, room_under(first, ROOMY))
    yield from flow(blocks, ROOMY, (first, _continued(report, words, "title")), foot)


def _fitting(report: Report, words: Words, room: float) -> Stack:
    """Return the picture in the roomiest look that fits one sheet."""
    shown = picture.drawn(report, words)
    every = [Picture(shown, words, look) for look in picture.LOOKS]
    fitted = (one.fitted(room) for one in every)
    return next((one for one in fitted if one is not None), None) or every[1].flowing()


def _agreed(report: Report, words: Words) -> Iterator[Sheet]:
    """Yield what we agree and the signatures: one sheet when that can be, else more."""
    first = header(report, words, words.say("agreement"), SECOND_TITLE)
    heads = (first, _continued(report, words, "agreement"))
    foot = words.say("ours")
    names = signers(report.facts, words)
    shown = said(report, words)
    for look in afspraken.LOOKS if len(names) <= FEW else afspraken.ROOMY_LOOKS:
        made = Agreed(shown, words, look)
        above = (*made.blocks().items, *made.consent())
        together = _with_lines(above, names, look, room_under(first, look.page))
        if together is not None:
            yield from flow(together, look.page, heads, foot)
            return
    made = _roomiest(shown, words, first)
    yield from flow(made.blocks(), made.look.page, heads, foot)
    yield from _signed(report, words, made, foot)


def _with_lines(
    above: tuple[Item, ...], names: tuple[str, ...], look: afspraken.Look, room: float
) -> Stack | None:
    """Return the blocks with the signatures under them, or None when the sheet is too small."""
    least, widest = look.pitch
    columns = in_columns(names) + look.more_columns
    lines = Signatures(names, columns, least)
    spare = room - Stack((*above, Item(lines, 2.0))).height(look.page.measure)
    if spare < 0:
        return None
    pitch = min(widest, least + spare / len(lines.rows()))
    return Stack((*above, Item(Signatures(names, columns, pitch), 2.0, whole=HEIGHT)))


def _roomiest(shown: Said, words: Words, head: Header) -> Agreed:
    """Return the agreement in the roomiest look that fits a sheet without the signatures."""
    every = [Agreed(shown, words, look) for look in afspraken.ROOMY_LOOKS]
    return next((one for one in every if _fits(one, head)), every[1])


def _fits(made: Agreed, head: Header) -> bool:
    page = made.look.page
    return made.blocks().height(page.measure) <= room_under(head, page)


def _signed(report: Report, words: Words, made: Agreed, foot: str) -> Iterator[Sheet]:
    """Yield consent and signatures on a sheet of their own; more only for very many names."""
    head = header(report, words, words.say("names"), SECOND_TITLE)
    names, page = signers(report.facts, words), ROOMY
    lines = Signatures(names, in_columns(names), LEAST_PITCH)
    stack = Stack((*made.consent(), Item(lines, 2.0)))
    spare = room_under(head, page) - stack.height(page.measure)
    pitch = min(WIDEST_PITCH, LEAST_PITCH + max(0.0, spare) / len(lines.rows()))
    lines = Signatures(names, lines.columns, pitch)
    blocks = Stack((*made.consent(), Item(lines, 2.0)))
    yield from flow(blocks, page, (head, head), foot)


def _continued(report: Report, words: Words, key: str) -> Header:
    title = words.say("continued", title=words.say(key))
    return header(report, words, title, SECOND_TITLE)
