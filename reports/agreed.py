"""What we agree, from the first afspraak to the words above the signatures."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from reports.afspraken import Described, Look, afspraak_block, described
from reports.blocks import Block, Box, Columns, Item, Rule, Stack
from reports.fonts import Face
from reports.line import Span
from reports.paragraph import Paragraph, Style
from reports.setting import SMALL, Setting
from reports.text import width_of
from reports.words import Words, filled, unbroken
from workshop_flows.views import Report
from workshop_flows.vocabulary import AgreementStatus, ConsentOutcome

MAY_WAIT = 340.0
GUTTER = 20.0
BODY_IN_BOX = 11.0
BOX_SIDE = 13.5
LEAST_MOMENT = 14.0


class Said(Struct, frozen=True):
    """A report with its afspraken in words."""

    report: Report
    afspraken: tuple[Described, ...]


def said(report: Report, words: Words) -> Said:
    labels = {axis.id: axis.label for axis in report.axes}
    numbered = enumerate(report.agreement.afspraken, start=1)
    return Said(
        report, tuple(described(number, one, labels[one.axis], words) for number, one in numbered)
    )


class Agreed:
    """Makes the blocks of the agreement in a look, all but the signatures."""

    def __init__(self, said: Said, words: Words, look: Look) -> None:
        self._report = said.report
        self._agreement = said.report.agreement
        self._afspraken = said.afspraken
        self._words = words
        self._set = Setting(words, look.style)
        self.look = look

    def blocks(self) -> Stack:
        gap = self.look.gap
        items = [*self._unready(), *self._listed()]
        items += [Item(Rule(), gap, keep=True), *self._promises(), *self._look_back()]
        return Stack(tuple(items))

    def consent(self) -> tuple[Item, ...]:
        """Return who can work with it, in words, to stand above the signatures."""
        say, look, outcome = self._words.say, self.look, self._report.consent
        answer = outcome or "none"
        statement = Span(say(f"consent.{answer}"), Face.BOLD)
        rest = Span(f" {say(f'adjust.{answer}')} {unbroken(say('free'))}")
        items = [Item(Paragraph((statement, rest), look.style), look.gap, keep=True)]
        if self._report.better and outcome is not ConsentOutcome.EVERYONE:
            items.append(Item(self._set.bold(say("better")), 4.0, keep=True))
            texts = self._report.better
            items += [Item(self._set.dotted(text), 1.0, keep=True) for text in texts]
        return tuple(items)

    def _unready(self) -> Iterator[Item]:
        """Yield what a concept still lacks."""
        if self._agreement.status is not AgreementStatus.CONCEPT:
            return
        say, style = self._words.say, self.look.style
        lines = self._words.missing(self._report)
        intro = say("unready.intro") if lines else say("unready.consent")
        title = Paragraph((Span(f"{say('unready')}. ", Face.BOLD), Span(intro)), style)
        rest = [Item(Paragraph((Span(line),), style), 1.0) for line in lines]
        yield Item(Box(Stack((Item(title), *rest)), "soft", (12.5, self.look.gap * 0.5)))

    def _listed(self) -> Iterator[Item]:
        gap = self.look.gap
        if not self._afspraken:
            yield Item(self._set.typed(self._words.say("none")), gap)
        for one in self._afspraken:
            if one.number > 1:
                yield Item(Rule(), gap, keep=True)
            lead = gap * 0.8 if one.number > 1 else gap
            yield Item(afspraak_block(one, self.look), lead, whole=MAY_WAIT)

    def _promises(self) -> Iterator[Item]:
        owners = self._report.facts.owners
        columns = [
            self._promise(key, text)
            for key, text in (
                (
                    "promise.owners" if owners > 1 else "promise.owner",
                    self._agreement.owner_promise,
                ),
                ("promise.team", self._agreement.team_promise),
            )
            if filled(text)
        ]
        if columns:
            yield Item(Columns(tuple(columns), GUTTER), self.look.gap * 0.7)

    def _promise(self, key: str, text: str) -> Block:
        label, spans = self._words.say(key), (Span(self._words.typed(text)),)
        if self.look.fields == "running":
            return Paragraph((Span(f"{label}: ", Face.BOLD), *spans), self.look.style)
        title = Item(self._set.bold(label), keep=True)
        return Stack((title, Item(Paragraph(spans, self.look.style), 1.0)))

    def _look_back(self) -> Iterator[Item]:
        """Yield the box with the moment and the name of who keeps an eye on it."""
        agreement, words, look = self._agreement, self._words, self.look
        known = [
            (words.say(key), text, size)
            for key, text, size in (
                ("look_back", words.moment(agreement), 19.0 if look.gap >= 12 else 15.0),
                ("keeper", words.typed(agreement.keeper), 13.0 if look.gap >= 12 else 11.5),
            )
            if filled(text)
        ]
        if not known:
            return
        if look.fields == "running":
            spans = [
                span
                for label, text, _ in known
                for span in (Span(f"{label} ", role="ink_2"), Span(f"{text} ", Face.BOLD))
            ]
            inside: Block = Paragraph(tuple(spans), Style(BODY_IN_BOX, 1.3))
        else:
            inside = self._beside(known)
        box = Box(inside, "line", (BOX_SIDE, look.gap * 0.6))
        yield Item(box, look.gap, whole=MAY_WAIT)

    def _beside(self, known: Sequence[tuple[str, str, float]]) -> Block:
        """Return one text, or a large and a small one that each stay on a line if they can."""
        if len(known) == 1:
            return self._labelled(*known[0])
        (label, moment, large), last = known
        room = self.look.page.measure - 2 * BOX_SIDE - GUTTER - _widest(*last)
        size = min(large, (room - 0.1) / width_of((Span(moment, Face.BOLD),)))
        if size < LEAST_MOMENT:
            parts = tuple(self._labelled(*one) for one in known)
            return Columns(parts, GUTTER, (2.6, 1.0))
        parts = (self._labelled(label, moment, size), self._labelled(*last))
        return Columns(parts, GUTTER, (room, _widest(*last)))

    def _labelled(self, label: str, text: str, size: float) -> Block:
        small = Paragraph((Span(label, role="ink_2"),), self.look.small)
        return Stack(
            (Item(small, keep=True), Item(Paragraph((Span(text, Face.BOLD),), Style(size, 1.2))))
        )


def _widest(label: str, text: str, size: float) -> float:
    """Return the width of a label and the bold text under it, with a hair to spare."""
    return max(width_of((Span(label),)) * SMALL, width_of((Span(text, Face.BOLD),)) * size) + 0.1
