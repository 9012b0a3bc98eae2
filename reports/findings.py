"""What we saw, in words: under the radar on the first sheet."""

from collections.abc import Iterator, Sequence

from reports.blocks import Block, Columns, Item, Rule, Stack
from reports.fonts import Face
from reports.line import Span
from reports.marks import Balled
from reports.paragraph import Paragraph
from reports.setting import Setting
from reports.sheet import ROOMY
from reports.words import Words, filled, unbroken
from workshop_flows.radar_view import zone_of
from workshop_flows.views import AxisResult, Earlier, Report
from workshop_flows.vocabulary import Change, Goal, Mode, Outcome

SHARES = {Outcome.DONE: 1.0, Outcome.PARTLY: 0.5, Outcome.NOT: 0.0}
"""How full the ball of an outcome is."""
SEPARATOR = " · "
GUTTER = 20.0


def seen(report: Report, setting: Setting, gap: float) -> list[Item]:
    """Return 'Wat zagen we?' in at most three columns; nothing when nothing was seen."""
    summary, say = report.summary, setting.words.say
    work = [f"{number}. {one.label}" for number, one in enumerate(report.focus, start=1)]
    groups = [
        setting.group(say(f"saw.{key}"), [setting.typed(text) for text in texts])
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
    columns = _three(groups) if len(groups) == 4 else groups
    return _section(say("saw"), columns, setting, gap)


def _three(groups: Sequence[Stack]) -> list[Stack]:
    """Return four groups in three columns: the third under the lower of the first two."""
    well, differs, low, work = groups
    third = ROOMY.measure / 3
    if well.height(third) <= differs.height(third):
        return [Stack((Item(well), Item(low, 6.0))), differs, work]
    return [well, Stack((Item(differs), Item(low, 6.0))), work]


def _section(title: str, columns: Sequence[Stack], setting: Setting, gap: float) -> list[Item]:
    return [
        Item(Rule(), keep=True),
        Item(setting.heading(title), gap * 0.6, keep=True),
        Item(Columns(tuple(columns), GUTTER), gap * 0.4),
    ]


def since(report: Report, setting: Setting, gap: float) -> list[Item]:
    """Return what became of the earlier session: its afspraken, its goals, the axes."""
    earlier, words = report.earlier, setting.words
    if earlier is None:
        return []
    columns = [
        setting.group(words.say(key), blocks)
        for key, blocks in (
            ("since.then", list(_reviewed(earlier, setting))),
            ("since.now", list(_moved(report, earlier, setting))),
        )
        if blocks
    ]
    title = words.say("since", day=words.day(earlier.date))
    return _section(title, columns, setting, gap)


def _reviewed(earlier: Earlier, setting: Setting) -> Iterator[Block]:
    words, middle = setting.words, setting.style.line_height / 2
    for one in earlier.review:
        outcome = Span(words.say(f"outcome.{one.outcome}"), Face.BOLD)
        spans = [Span(f"{words.typed(one.title)}: "), outcome]
        if one.helped and filled(one.helped):
            spans.append(Span(f". {words.typed(one.helped)}"))
        text = Paragraph(tuple(spans), setting.style)
        yield Balled(text, 14.0, middle=middle, share=SHARES[one.outcome])


def _moved(report: Report, earlier: Earlier, setting: Setting) -> Iterator[Block]:
    """Yield the axes by what became of their goal, and by how they moved."""
    labels = {axis.id: axis.label for axis in report.axes}
    kinds = [
        (f"goal.{goal}", [labels[one.id] for one in earlier.axes if one.goal is goal])
        for goal in Goal
    ]
    kinds += [
        (f"change.{change}", [labels[one.id] for one in earlier.axes if one.change is change])
        for change in (Change.HIGHER, Change.SAME, Change.LOWER)
    ]
    for key, found in kinds:
        if found:
            yield setting.labelled(setting.words.say(key), ", ".join(found))


def numbers(report: Report, setting: Setting) -> list[Item]:
    """Return the three words (mode team) and the stands that were agreed aloud."""
    texts = [setting.labelled(*reading) for reading in _readings(report, setting.words)]
    # Three words just fit on one line of the wider column.
    shares = (6.0, 5.0) if len(texts) == 2 else ()
    return [Item(Columns(tuple(texts), GUTTER, shares))] if texts else []


def _readings(report: Report, words: Words) -> Iterator[tuple[str, str]]:
    three = report.three_words
    stands = (("weten", three.weten), ("willen", three.willen), ("kunnen", three.kunnen))
    known = [
        unbroken(words.say(f"three.{name}", stand=words.stand(stand)))
        for name, stand in stands
        if stand is not None
    ]
    if report.mode is Mode.TEAM and known:
        yield words.say("three.title"), SEPARATOR.join(known)
    agreed = [
        unbroken(_agreed(axis, axis.agreed, report.mode, words))
        for axis in report.axes
        if axis.agreed is not None
    ]
    if agreed:
        yield words.say("agreed.title"), SEPARATOR.join(agreed)


def _agreed(axis: AxisResult, stand: float, mode: Mode, words: Words) -> str:
    if mode is Mode.POOLED:
        zone = words.say(f"zone.{zone_of(stand, None)}")
        return words.say("agreed.zone", axis=axis.label, stand=zone)
    return words.say("agreed.stand", axis=axis.label, stand=words.agreed(stand))
