"""Names and signatures: every one prints, in order, together."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from reports.agreement import build_agreement
from reports.pocket_card import build_pocket_card
from reports.signatures import signers
from reports.words import Words
from tests import paper_reader as reader
from tests import paper_samples as samples
from workshop_flows.views import Report

NAMES = (
    "Łukasz", "Şükrü", "O'Brien", "Nguyễn", "Олександр", "Γιώργος", "İbrahim", "Đặng Thị Ánh",
    "Jörg-Müller", "Ağaoğlu", "Zoë van 't Hoff", "Søren", "Žižek", "Ștefan", "Ægir",
)  # fmt: skip
WORDS = Words("nl", samples.facts())


def named(names: tuple[str, ...], staff: int, owner_names: tuple[str, ...], owners: int) -> Report:
    base = samples.team(staff, owners)
    return replace(base, facts=replace(base.facts, names=names, owner_names=owner_names))


def test_every_name_prints_and_can_be_found() -> None:
    told = reader.text(build_agreement(named(NAMES, len(NAMES), (), 1), "nl"))
    for name in NAMES:
        assert name in told


@pytest.mark.parametrize("name", [*NAMES, "محمد", "عبد الرحمن", "M" * 80])
def test_every_name_prints_in_bold_too(name: str) -> None:
    base = samples.team()
    report = replace(
        base,
        facts=replace(base.facts, company=name),
        agreement=replace(base.agreement, keeper=name),
    )
    for build in (build_agreement, build_pocket_card):
        assert reader.squeezed(name) in reader.squeezed(reader.text(build(report, "nl")))


def test_arabic_can_be_found_in_the_order_in_which_it_is_read() -> None:
    told = reader.text(build_agreement(named(("محمد", "فاطمة الزهراء"), 3, (), 1), "nl"))
    assert "محمد" in told
    assert "فاطمة" in told
    assert "الزهراء" in told


def test_a_character_that_no_font_has_prints_as_a_box() -> None:
    told = build_agreement(named(("漢字 Jan", "Piet 🙂", "\u200bAn\u00adna"), 3, (), 1), "nl")
    text = reader.text(told)
    assert "Jan" in text
    assert "Piet" in text
    assert "Anna" in text


def test_owners_sign_first_and_a_seat_without_a_name_has_its_role() -> None:
    facts = named(("Youssef",), 3, ("Marja",), 2).facts
    assert signers(facts, WORDS) == (
        "Marja (eigenaar)", "eigenaar", "Youssef", "medewerker", "medewerker",
    )  # fmt: skip


def test_more_names_than_seats_all_get_a_line() -> None:
    facts = named(("A", "B", "C"), 2, ("D", "E"), 1).facts
    assert signers(facts, WORDS) == ("D (eigenaar)", "E (eigenaar)", "A", "B", "C")


@pytest.mark.parametrize("people", range(2, 55, 4))
def test_signatures_are_complete_together_and_in_order(people: int) -> None:
    names = tuple(f"Naam{number:02}" for number in range(people - 1))
    sheets = reader.pages(build_agreement(named(names, people - 1, ("Baas",), 1), "nl"))
    holding = [sheet for sheet in sheets if "Naam" in sheet]
    assert len(holding) == 1
    assert holding[0] == sheets[-1]
    places = [holding[0].index(name) for name in ("Baas (eigenaar)", *names)]
    assert places == sorted(places)
    assert all(holding[0].count(name) == 1 for name in names)


@pytest.mark.parametrize(("people", "columns"), [(4, 2), (10, 2), (11, 3), (16, 3), (50, 3)])
def test_signatures_stand_in_columns(people: int, columns: int) -> None:
    names = tuple(f"Naam{number:02}" for number in range(people - 1))
    boxes = reader.boxes(build_agreement(named(names, people - 1, ("Baas",), 1), "nl"))[-1][1]
    lefts = {round(box.left / 5) for box in boxes if box.text.startswith(("Naam", "Baas"))}
    assert len(lefts) == columns


@pytest.mark.parametrize("people", [2, 9, 16, 50])
def test_there_is_room_to_sign(people: int) -> None:
    names = tuple(f"Naam{number:02}" for number in range(people - 1))
    boxes = reader.boxes(build_agreement(named(names, people - 1, ("Baas",), 1), "nl"))[-1][1]
    tops = sorted({round(box.top) for box in boxes if box.text.startswith("Naam")})
    rows = [after - before for before, after in pairwise(tops)]
    assert all(row >= 33 for row in rows if row > 3)


def test_very_many_names_go_on_over_sheets_and_none_is_lost() -> None:
    names = tuple(f"{number:02}" + "abcdefghij" * 8 for number in range(60))
    told = reader.squeezed(reader.text(build_agreement(named(names, 49, (), 1), "nl")))
    assert all(name in told for name in names)
