"""What the papers say, and what they leave out."""

import re
from datetime import date

import pytest
from msgspec.structs import replace

from reports.agreement import build_agreement
from reports.pocket_card import build_pocket_card
from reports.words import Words
from tests import paper_reader as reader
from tests import paper_samples as samples
from workshop_flows.views import Afspraak, Agreement, Missing, Report, ThreeWords
from workshop_flows.vocabulary import AxisId, ConsentOutcome

BOTH = (build_agreement, build_pocket_card)
WILLING = "Wij kunnen hiermee werken."


def printed(report: Report) -> str:
    return reader.text(build_agreement(report, "nl"))


def test_everything_that_was_agreed_is_on_paper() -> None:
    told = printed(samples.team())
    for text in (
        "Hoe leren wij werken aan elektrische auto's?",
        "Iedere vrijdag een storing navertellen",
        "Nieuwe regels voor veilig werken",
        "Als een collega het voordoet, snap ik het meteen.",
        "Elke donderdag een uur samen leren",
        "bij: We hebben een plan",
        "Kees blokkeert het uur in de planning (ma 16 nov)",
        "10 uur, onder werktijd",
        "16 uur, onder werktijd",
        "45 minuten",
        "€ 0",
        "€ 1.280, betaalt: bedrijf",
        "De brug achterin is dan vrij",
        "Als het druk is, dan schuift het naar vrijdag.",
        "Iedereen kan een hybride veilig uitzetten",
        "Minder werk dat blijft staan",
        "Iedereen laat het een keer zien",
        "Ik houd het leeruur vrij, ook als het druk is.",
        "Wij vertellen elkaar wat we leerden.",
        "vrijdag 12 maart 2027, 15:30 uur",
        "Geen beoordeling. Aanpassen mag.",
        "Samen vastgesteld: Het is nodig 3,5",
        "weten 2,6 · willen 3,9 · kunnen 2,9",
        "Team (9)",
        "1. We hebben een plan 2. Het is nodig 3. Dat kunnen wij",
    ):
        assert text in told
    assert told.count("Verplicht of nodig voor het werk: gratis, in werktijd") == 1


def test_the_texts_can_be_read_from_top_to_bottom() -> None:
    told = printed(samples.team())
    order = [
        "Onze leerafspraak", "Onze vraag", "Dit doen we al", "Team (9)", "Leren heeft zin",
        "Wat zagen we?", "Dit spreken we af", "Elke donderdag", "Cursus veilig", "Uitleggen",
        "De eigenaar belooft", "We kijken samen terug op", WILLING, "Marja de Wit (eigenaar)",
    ]  # fmt: skip
    places = [told.index(text) for text in order]
    assert places == sorted(places)


LABELS = (
    "Onze vraag", "Dit doen we al", "Dit komt eraan", "Wat zagen we?", "Dit gaat al goed",
    "Hier verschillen we", "Dit lukt nog niet zo", "Hier gaan we aan werken", "In drie woorden",
    "Samen vastgesteld", "Sinds", "Wie", "Maatje", "Eerste stap", "Wanneer", "Tijd", "Geld",
    "Nodig", "Als het anders loopt", "Dit kunnen we straks", "Dit levert het op", "Zo merken we",
    "Verplicht", "belooft", "beloven", "We kijken samen terug", "Houdt het in de gaten",
    "Dit maakt de afspraak beter", "Eigenaar", "Helft van het team", "Eén stap verder",
    "Vóór het gesprek",
)  # fmt: skip


def test_what_is_empty_has_no_label() -> None:
    bare = samples.bare()
    told = printed(bare)
    assert [label for label in LABELS if label in told] == []
    only_title = replace(
        bare.agreement, afspraken=(Afspraak(axis=AxisId.G2, title="Samen leren"),), missing=()
    )
    told = printed(replace(bare, agreement=only_title))
    assert "Samen leren" in told
    assert [label for label in LABELS if label in told] == []


@pytest.mark.parametrize(
    "field",
    ["who", "maatje", "first_step", "when", "needs", "if_then", "result", "yields", "evidence"],
)
def test_a_field_of_spaces_is_empty(field: str) -> None:
    whole = samples.agreement()
    spaces = replace(whole.afspraken[0], **{field: "  "}, first_step_date=None)
    label = Words("nl", samples.facts()).say(f"field.{field}")
    told = printed(replace(samples.team(), agreement=replace(whole, afspraken=(spaces,))))
    assert f"{label} " not in told
    assert f"{label}: " not in told


def test_a_date_alone_is_still_a_first_step() -> None:
    one = Afspraak(axis=AxisId.G2, title="Leren", first_step_date=date(2026, 11, 16))
    told = printed(replace(samples.team(), agreement=Agreement(afspraken=(one,))))
    assert re.search(r"Eerste stap:? ma 16 nov", told)


@pytest.mark.parametrize(
    ("hours", "text"),
    [(10, "10 uur"), (1.5, "1,5 uur"), (1, "1 uur"), (0.5, "30 minuten"), (0.75, "45 minuten"),
     (0, "0 uur"), (1 / 60, "1 minuut"), (1200, "1.200 uur")],
)  # fmt: skip
def test_hours(hours: float, text: str) -> None:
    assert Words("nl", samples.facts()).hours(hours).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("euros", "dutch", "english"),
    [(0, "€ 0", "€0"), (640, "€ 640", "€640"), (1280, "€ 1.280", "€1,280"),
     (12.5, "€ 12,50", "€12.50"), (1234567, "€ 1.234.567", "€1,234,567")],
)  # fmt: skip
def test_euros(euros: float, dutch: str, english: str) -> None:
    for language, text in (("nl", dutch), ("en", english)):
        words = Words(language, samples.facts())  # type: ignore[arg-type]
        assert words.euros(euros) == text.replace(" ", "\u00a0")


def test_amounts_dates_and_names_stay_on_one_line() -> None:
    words = Words("nl", samples.facts())
    held = words.typed("Marja de Wit betaalt € 640 op 14 november 2025, na 10 weken en 2 uur")
    for text in ("Marja de Wit", "€ 640", "14 november 2025", "10 weken", "2 uur"):
        assert text.replace(" ", "\u00a0") in held
    assert held.replace("\u00a0", " ").startswith("Marja de Wit betaalt € 640 op 14 november 2025")


@pytest.mark.parametrize(
    ("outcome", "willing", "text"),
    [
        (ConsentOutcome.EVERYONE, True, "Lukt iets niet? Dan zeggen we dat op tijd"),
        (ConsentOutcome.WITH_CHANGES, True, "Iedereen zegt ja, met een aanpassing."),
        (ConsentOutcome.NOT_YET, False, "Nog niet iedereen kan hiermee werken."),
        (None, False, "We hebben nog niet gevraagd of iedereen hiermee kan werken."),
    ],
)
def test_consent_is_told_as_it_is(outcome: ConsentOutcome | None, willing: bool, text: str) -> None:
    told = printed(replace(samples.team(), consent=outcome, better=("Ook op dinsdag",)))
    assert (WILLING in told) == willing
    assert text in told
    assert ("Ook op dinsdag" in told) == (outcome is not ConsentOutcome.EVERYONE)
    assert "Geen beoordeling. Aanpassen mag." in told


def test_a_concept_says_so_on_every_sheet_and_names_what_is_missing() -> None:
    for build in BOTH:
        for sheet in reader.pages(build(samples.concept(49), "nl")):
            assert "concept" in sheet
        assert "concept" not in reader.text(build(samples.team(), "nl"))
    told = printed(samples.concept())
    assert "Nog niet klaar. Dit vullen we samen nog in." in told
    assert "Afspraak 1: wie, de dag van de eerste stap" in told
    assert "Afspraak 3: hoeveel geld" in told
    assert "Voor alles samen: wie het in de gaten houdt" in told
    assert "Nog niet klaar" not in printed(samples.team())


def test_a_complete_concept_waits_for_a_yes() -> None:
    assert "Alles is ingevuld. We hebben nog niet van iedereen een ja." in printed(
        samples.disputed()
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_missing_field_has_words(language: str) -> None:
    from workshop_flows.agreement import REQUIRED

    fields = [Missing(field=field, afspraak=1) for field in REQUIRED]
    fields += [Missing(field=field) for field in ("afspraken", "follow_up", "keeper")]
    bare = samples.bare()
    report = replace(bare, agreement=replace(bare.agreement, missing=tuple(fields)))
    lines = Words(language, report.facts).missing(report)  # type: ignore[arg-type]
    assert len(lines) == 2
    assert len(lines[0].split(",")) == len(REQUIRED)


def test_a_follow_up_tells_what_became_of_the_earlier_session() -> None:
    report = samples.follow_up()
    told = printed(report)
    assert "Sinds 8 juli 2026" in told
    assert "Toen: 8 juli 2026" in told
    assert "Elke donderdag een uur samen leren: deels gelukt. In december te druk" in told
    assert "Cursus veilig werken: gelukt" in told
    assert "Meelopen bij een klant: niet gelukt. De klant had geen tijd." in told
    assert "Doel gehaald: Dat kunnen wij" in told
    assert "Doel bijna gehaald: Het is nodig" in told
    assert "Doel nog niet gehaald: We hebben een plan" in told
    assert "Hoger: Dat kunnen wij" in told
    assert "Gelijk: Leren heeft zin, We helpen elkaar" in told
    assert "Lager: We doen het ook" in told
    # The owner and the earlier line look alike in grey.
    assert "Eigenaar" not in told


def test_a_first_session_has_no_looking_back() -> None:
    assert report_has_no(printed(samples.team()), "gelukt", "Sinds", "Toen")


def report_has_no(told: str, *texts: str) -> bool:
    return not any(text in told for text in texts)


DECIMAL = re.compile(r"\d[.,]\d")


@pytest.mark.parametrize("build", BOTH)
def test_few_people_see_zones_and_no_numbers(build: object) -> None:
    loud = samples.pooled()
    # A value that should not be here must not show either.
    axes = tuple(replace(axis, team=3.7, owner=4.3, first=2.2) for axis in loud.axes)
    words = ThreeWords(weten=2.6, willen=3.9, kunnen=2.9)
    told = reader.text(build(replace(loud, axes=axes, three_words=words), "nl"))
    assert DECIMAL.search(told) is None
    assert report_has_no(told, "Eigenaar", "Helft van het team", "In drie woorden")
    if build is build_agreement:
        assert "Met zo weinig mensen tonen we geen getallen en niemand apart." in told
        assert "Het is nodig: hoog" in told
        assert "Wij samen (4)" in told
        for zone in ("hoog", "midden", "laag"):
            assert zone in told


def test_an_open_talk_shows_what_was_agreed_aloud_and_no_more() -> None:
    open_talk = samples.open_talk()
    axes = tuple(replace(axis, team=3.7, owner=4.3, first=2.2) for axis in open_talk.axes)
    told = printed(replace(open_talk, axes=axes))
    assert "Deze standen hebben we samen hardop afgesproken." in told
    assert set(DECIMAL.findall(told)) <= {"4,5", "2,5", "3,5"}
    assert report_has_no(told, "Eigenaar", "Helft van het team", "In drie woorden", "Team (")


def test_an_open_talk_without_stands_claims_none() -> None:
    axes = tuple(replace(axis, agreed=None, target=None) for axis in samples.open_talk().axes)
    told = printed(replace(samples.open_talk(), axes=axes))
    assert "We hebben nog geen standen afgesproken." in told
    assert "Deze standen hebben we samen hardop afgesproken." not in told


def test_votes_that_differ_are_a_range() -> None:
    base = samples.team()
    axes = (replace(base.axes[0], votes=7), *base.axes[1:])
    assert "Team (7 tot 9)" in printed(replace(base, axes=axes))


def test_markup_is_only_text() -> None:
    wild = "<b>vet</b> &amp; {naam} %s <para> </font> \\n $x$"
    base = samples.team()
    report = replace(
        base,
        facts=replace(base.facts, question=wild, company=wild, names=(wild,), quotes=(wild,)),
        agreement=replace(
            base.agreement,
            keeper=wild,
            afspraken=(Afspraak(axis=AxisId.A1, title=wild, who=wild, paid_by=wild),),
        ),
    )
    for build in BOTH:
        told = reader.squeezed(reader.text(build(report, "nl")))
        assert told.count(reader.squeezed(wild)) >= 3
