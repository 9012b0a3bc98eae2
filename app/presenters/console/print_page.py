"""The page for printing and keeping, from what the paper will say."""

from collections.abc import Sequence
from enum import Enum
from typing import Final

from msgspec import Struct

from app.dialogs import FileKind
from app.keys import Intent
from app.pdf_preview import PAPERS, Made, Paper, Sheet
from app.presenters.console.keys import keycap
from app.printing import Printed
from resources.catalogue import Catalogue, catalogue
from widgets.console.views_print_page import (
    ConceptView,
    KeepView,
    OtherView,
    PaperView,
    PreviewView,
    PrintView,
    SheetView,
)
from widgets.controls.ask import Answer, Question
from widgets.controls.button import Kind
from workshop_flows.views import Report
from workshop_flows.vocabulary import AgreementStatus

_ICONS: Final = {
    FileKind.PDF: "file-pdf",
    FileKind.CALENDAR: "calendar",
    FileKind.SESSION: "file-text",
}


class Wishes(Struct, frozen=True, kw_only=True):
    """What a person chose on this page. `copies` None: as many as there are people."""

    papers: tuple[Paper, ...] = PAPERS
    copies: int | None = None
    grey: bool = True

    def copies_for(self, report: Report) -> int:
        return self.copies or report.facts.staff + report.facts.owners


class WayOut(Enum):
    """What to do when printing did not work."""

    LATER = "later"
    AGAIN = "again"
    PDF = "pdf"


def way_out(printed: Printed, texts: Catalogue) -> Question:
    """Return the question when there is no printer, or it failed: a PDF can be printed later."""
    key = f"printing.{printed.value}"
    return Question(
        title=texts.text(f"{key}.title"),
        text=texts.text(key),
        answers=tuple(
            Answer(
                key=one.value,
                text=texts.text(f"printing.way_out.{one.value}"),
                kind=Kind.PRIMARY if one is WayOut.PDF else Kind.SECONDARY,
            )
            for one in WayOut
        ),
        cancel=WayOut.LATER.value,
    )


def print_view(
    report: Report,
    wishes: Wishes,
    texts: Catalogue,
    *,
    finished: bool,
    print_next: bool = False,
    made: Made | None = None,
) -> PrintView:
    """Return the page. `finished`: the session's votes are gone, and nothing changes any more.

    `print_next`: the big button below prints; then the page itself offers the way past it.
    """
    copies = wishes.copies_for(report)
    say = texts.text
    return PrintView(
        title=say("printing.title"),
        papers=tuple(_paper(paper, wishes, texts, made) for paper in PAPERS),
        copies_label=say("printing.copies"),
        copies_hint=say("printing.copies.hint"),
        copies=copies,
        grey_text=say("printing.black_white"),
        grey=wishes.grey,
        print=None if print_next else _print(report, wishes, texts),
        past=_past(texts) if print_next else None,
        keep_title=say("printing.keep"),
        keep_button=say("printing.keep.button"),
        keeps=_keeps(report, wishes, texts, finished=finished),
        promise=say(f"printing.promise.{report.mode}"),
        concept=_concept(report, texts),
        larger=say("printing.larger"),
        larger_keycap=keycap(texts, Intent.LARGER),
        smaller=say("printing.smaller"),
        smaller_keycap=keycap(texts, Intent.SMALLER),
        edit=say("printing.edit"),
        edit_keycap=keycap(texts, Intent.EDIT),
        edit_reason=say("printing.finished") if finished else None,
        previous_sheet=say("printing.previous_sheet"),
        next_sheet=say("printing.next_sheet"),
        one_of=say("printing.sheets.shown", first="{first}", count="{count}"),
        two_of=say("printing.sheets.range", first="{first}", last="{last}", count="{count}"),
    )


def print_words(report: Report, wishes: Wishes, texts: Catalogue) -> str:
    return texts.plural("printing.print", wishes.copies_for(report))


def print_reason(wishes: Wishes, texts: Catalogue) -> str | None:
    """Return why nothing can be printed now, or None."""
    return None if wishes.papers else texts.text("printing.nothing_chosen")


def _print(report: Report, wishes: Wishes, texts: Catalogue) -> OtherView:
    return OtherView(
        text=print_words(report, wishes, texts),
        icon="printer",
        keycap=keycap(texts, Intent.PRINT),
        reason=print_reason(wishes, texts),
    )


def _past(texts: Catalogue) -> OtherView:
    return OtherView(text=texts.text("printing.to_close"), keycap=keycap(texts, Intent.SKIP))


def preview_view(made: Made | None, wishes: Wishes, texts: Catalogue) -> PreviewView:
    """Return the sheets of what was made; a paper that is not chosen is not seen."""
    name = texts.text("printing.preview")
    if not wishes.papers:
        return PreviewView(name=name, instead=texts.text("printing.preview.empty"))
    if made is None:
        return PreviewView(name=name, instead=texts.text("printing.preview.busy"))
    shown = [sheet for sheet in made.sheets if sheet.paper in wishes.papers]
    return PreviewView(name=name, sheets=tuple(_sheet(one, shown, texts) for one in shown))


def _sheet(sheet: Sheet, shown: Sequence[Sheet], texts: Catalogue) -> SheetView:
    count = sum(one.paper is sheet.paper for one in shown)
    paper = texts.text(f"printing.paper.{sheet.paper}")
    values = {"paper": paper, "number": sheet.number + 1, "count": count}
    name = texts.text("printing.sheet.many", **values) if count > 1 else paper
    return SheetView(name=name, size=sheet.size, image=sheet.image)


def _paper(paper: Paper, wishes: Wishes, texts: Catalogue, made: Made | None) -> PaperView:
    key = f"printing.paper.{paper}"
    return PaperView(
        key=paper,
        text=texts.text(key),
        second=_second(paper, texts, made),
        chosen=paper in wishes.papers,
    )


def _second(paper: Paper, texts: Catalogue, made: Made | None) -> str:
    key = f"printing.paper.{paper}.second"
    if paper is Paper.POCKET_CARD:
        return texts.text(key)
    count = 0 if made is None else sum(one.paper is paper for one in made.sheets)
    return texts.plural(key, count) if count else texts.text(f"{key}.unknown")


def _keeps(
    report: Report, wishes: Wishes, texts: Catalogue, *, finished: bool
) -> tuple[KeepView, ...]:
    reasons = {
        FileKind.PDF: None if wishes.papers else "printing.nothing_chosen",
        FileKind.CALENDAR: None if has_days(report) else "printing.keep.calendar.empty",
        FileKind.SESSION: None if finished else "printing.keep.session.later",
    }
    return tuple(
        KeepView(
            key=kind,
            icon=_ICONS[kind],
            title=texts.text(f"printing.keep.{kind}"),
            second=texts.text(f"printing.keep.{kind}.second"),
            button=texts.text(
                "printing.keep.button.name", what=texts.text(f"printing.keep.{kind}")
            ),
            reason=None if reason is None else texts.text(reason),
        )
        for kind, reason in reasons.items()
    )


def has_days(report: Report) -> bool:
    """Tell whether the calendar would hold anything."""
    agreement = report.agreement
    steps = (one.first_step_date for one in agreement.afspraken)
    return agreement.follow_up is not None or any(day is not None for day in steps)


def _concept(report: Report, texts: Catalogue) -> ConceptView | None:
    if report.agreement.status is not AgreementStatus.CONCEPT:
        return None
    if report.agreement.missing:
        why = texts.plural("printing.concept.missing", len(report.agreement.missing))
    else:
        asked = "not_asked" if report.consent is None else "not_yet"
        why = texts.text(f"printing.concept.{asked}")
    word = catalogue(report.facts.language).text("paper.concept")
    return ConceptView(
        title=texts.text("printing.concept.title"),
        text=" ".join((why, texts.text("printing.concept.prints", word=word))),
    )
