"""How the papers lie on their sheets: nothing overlaps, nothing is cut, no word is lost."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reports.agreement import build_agreement
from reports.pocket_card import build_pocket_card
from tests import paper_reader as reader
from tests import paper_samples as samples
from workshop_flows.views import Afspraak, Report
from workshop_flows.vocabulary import AgreementStatus, AxisId, ConsentOutcome, Language

TEN_MM = 28.3
REPORTS = {
    "team": samples.team(),
    "pooled": samples.pooled(),
    "open": samples.open_talk(),
    "follow_up": samples.follow_up(),
    "concept": samples.concept(),
    "disputed": samples.disputed(),
    "adjusted": samples.adjusted(),
    "bare": samples.bare(),
    "sixteen": samples.team(15),
    "thirty_four": samples.team(33),
    "fifty": samples.concept(49),
    "full": samples.full(),
    "extreme": samples.extreme(),
    "extreme_fifty": samples.extreme(49),
    "extreme_concept": replace(
        samples.extreme(9),
        agreement=replace(samples.extreme(9).agreement, status=AgreementStatus.CONCEPT),
    ),
}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS.keys())
@pytest.mark.parametrize("build", [build_agreement, build_pocket_card])
def test_texts_keep_apart_and_inside_the_margins(
    build: object, report: Report, language: Language
) -> None:
    for (width, height), boxes in reader.boxes(build(report, language)):
        for box in boxes:
            assert box.left >= TEN_MM, box
            assert box.bottom >= TEN_MM, box
            assert box.right <= width - TEN_MM, box
            assert box.top <= height - TEN_MM, box
        for one, other in combinations(boxes, 2):
            assert not one.overlaps(other), (one, other)


@pytest.mark.parametrize("report", [samples.team(), samples.full(), samples.follow_up(15)])
def test_sixteen_people_with_ordinary_texts_need_two_sheets(report: Report) -> None:
    assert len(reader.pages(build_agreement(report, "nl"))) == 2


@pytest.mark.parametrize(("low", "high"), [(40, 40), (40, 80), (60, 60)])
@pytest.mark.parametrize("staff", [2, 9, 12, 15])
def test_every_field_filled_still_needs_two_sheets(staff: int, low: int, high: int) -> None:
    assert len(reader.pages(build_agreement(samples.full(staff, low, high), "nl"))) == 2


@pytest.mark.parametrize("staff", [33, 49])
def test_more_people_get_a_third_sheet_for_their_names(staff: int) -> None:
    sheets = reader.pages(build_agreement(samples.team(staff), "nl"))
    assert len(sheets) == 3
    assert [name in sheets[2] for name in samples.STAFF[:staff] if name.isascii()].count(False) == 0


@pytest.mark.parametrize("name", ["team", "fifty", "extreme", "extreme_concept"])
def test_sheets_are_numbered_and_belong_together(name: str) -> None:
    report = REPORTS[name]
    for language, day, page in (
        ("nl", "11 november 2026", "blad {} van {}"),
        ("en", "11 November 2026", "sheet {} of {}"),
    ):
        sheets = reader.pages(build_agreement(report, language))  # type: ignore[arg-type]
        for number, sheet in enumerate(sheets, start=1):
            assert page.format(number, len(sheets)) in sheet
            assert reader.squeezed(report.facts.company) in reader.squeezed(sheet)
            assert day in sheet


def test_no_title_is_left_alone_at_the_foot_of_a_sheet() -> None:
    sheets = reader.pages(build_agreement(samples.extreme(), "nl"))
    labels = ("Dit doen we al", "Dit komt eraan", "Maatje", "Nodig", "Eerste stap", "Wanneer")
    for sheet in sheets:
        body = sheet.split(" Hoe verder naar buiten")[0].split(" Deze afspraak is van ons")[0]
        assert not body.endswith(labels)


def test_small_type_is_never_smaller_than_it_may_be() -> None:
    import pypdfium2
    import pypdfium2.raw as pdfium

    for build in (build_agreement, build_pocket_card):
        for page in pypdfium2.PdfDocument(build(samples.full(), "nl")):
            text = page.get_textpage()
            sizes = {
                round(pdfium.FPDFText_GetFontSize(text, at), 1)
                for at in range(text.count_chars())
                if text.get_text_range(at, 1).strip().isascii()
                and text.get_text_range(at, 1).strip().isalpha()
            }
            assert min(sizes) >= 9.5


LETTERS = (
    "abcdefghijkmnoprstuvwzABDEFGK0123456789<>&{}%$€'\"()*#_"
    "éëïöüçñŁłŞşğıİňžøæßабвгдежзклмноАБВГαβγδΣΩ"
)
PLAIN_WORDS = st.text(LETTERS, min_size=1, max_size=14)


@st.composite
def texts(draw: st.DrawFn, most: int = 30) -> str:
    """Return words that occur nowhere else: each ends in a number of its own."""
    length = draw(st.integers(1, most))
    return " ".join(
        f"{draw(PLAIN_WORDS)}x{draw(st.integers(10_000, 99_999))}" for _ in range(length)
    )


@st.composite
def filled_afspraken(draw: st.DrawFn) -> Afspraak:
    maybe = st.one_of(st.none(), texts())
    return Afspraak(
        axis=draw(st.sampled_from(AxisId)),
        title=draw(texts()),
        result=draw(maybe),
        yields=draw(maybe),
        who=draw(maybe),
        maatje=draw(maybe),
        first_step=draw(maybe),
        first_step_date=draw(st.one_of(st.none(), st.just(date(2026, 11, 16)))),
        when=draw(maybe),
        hours=draw(st.one_of(st.none(), st.just(1.5))),
        paid_by=draw(maybe),
        needs=draw(maybe),
        if_then=draw(maybe),
        evidence=draw(maybe),
        obligatory=draw(st.booleans()),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    base = samples.follow_up(draw(st.integers(1, 49)))
    several = st.lists(texts(60), max_size=7).map(tuple)
    names = st.lists(texts(4).map(lambda text: text[:80].strip()), max_size=52).map(tuple)
    facts = replace(
        base.facts,
        company=draw(texts(3)),
        question=draw(st.one_of(st.just(""), texts(50))),
        names=draw(names),
        owner_names=draw(names.map(lambda found: found[:5])),
        quotes=draw(several),
        already_doing=draw(several),
        coming=draw(several),
    )
    agreement = replace(
        base.agreement,
        afspraken=tuple(draw(st.lists(filled_afspraken(), max_size=3))),
        owner_promise=draw(st.one_of(st.just(""), texts(60))),
        team_promise=draw(st.one_of(st.just(""), texts(60))),
        keeper=draw(texts(4)),
    )
    return replace(
        base,
        facts=facts,
        agreement=agreement,
        consent=draw(st.sampled_from(ConsentOutcome)),
        better=draw(several),
    )


def typed_texts(report: Report) -> Iterator[str]:
    """Yield everything that people typed and that the agreement must show."""
    facts, agreement = report.facts, report.agreement
    yield from (facts.company, facts.question, agreement.keeper)
    yield from (*facts.names, *facts.owner_names, *facts.quotes)
    yield from (*facts.already_doing, *facts.coming)
    yield from (agreement.owner_promise, agreement.team_promise)
    if report.consent is not ConsentOutcome.EVERYONE:
        yield from report.better
    for one in agreement.afspraken:
        yield from (
            text
            for text in (
                one.title, one.result, one.yields, one.who, one.maatje, one.first_step,
                one.when, one.paid_by, one.needs, one.if_then, one.evidence,
            )
            if text
        )  # fmt: skip


@settings(max_examples=40)
@given(reports())
def test_no_word_is_lost(report: Report) -> None:
    printed = reader.squeezed(reader.text(build_agreement(report, "nl")))
    for text in typed_texts(report):
        for word in text.split():
            assert reader.squeezed(word) in printed


@settings(max_examples=25)
@given(reports())
def test_no_word_is_lost_on_the_card(report: Report) -> None:
    printed = reader.squeezed(reader.text(build_pocket_card(report, "nl")))
    told = [report.facts.company, report.facts.question]
    for one in report.agreement.afspraken:
        told += [text for text in (one.title, one.who, one.when) if text]
    for text in told:
        for word in text.split():
            assert reader.squeezed(word) in printed
