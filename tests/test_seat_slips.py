"""The slips with a code: every code is on paper once, whole, and as secret as a slip can be."""

from datetime import date
from io import BytesIO
from itertools import combinations, islice, product
from typing import Any

import pypdf
import pypdfium2
import pytest
from msgspec.structs import replace

from app.voting.qr import QUIET, url_matrix
from reports.seat_slip import PADDING, QR, Modules
from reports.seat_slips import SIDE, SLIP, SlipsView, build_seat_slips
from tests import paper_reader as reader
from workshop_flows.limits import MOST_OWNERS, MOST_SEATS
from workshop_flows.vocabulary import Language

TEN_MM = 28.3
CODES = ["".join(one) for one in islice(product("7KQWM", "C3HX", "FGWM", "29RT"), 0, None, 5)]


def view(staff: int, owners: int = 1, **known: Any) -> SlipsView:
    whole = SlipsView(
        company="Garage De Brug",
        date=date(2026, 11, 11),
        staff=tuple(CODES[:staff]),
        owners=tuple(CODES[staff : staff + owners]),
        network="Leerradar",
        password="samen123",
        address="192.168.4.1",
        qr=url_matrix("http://192.168.4.1"),
    )
    return replace(whole, **known)


LONG = {
    "company": "Autobedrijf en carrosserieherstel Van der Veldhuizen & Zonen te Sint Annaparochie",
    "network": "Garage De Brug werkplaats 5 GHz!",
    "password": "WMwm1234" * 7,
    "address": "192.168.178.100:54321",
    "qr": url_matrix("http://192.168.178.100:54321"),
}
UNKNOWN = {"address": None, "qr": None, "network": "", "password": ""}
VIEWS = {
    "two": view(1, 1),
    "three": view(2, 1),
    "ten": view(9, 1),
    "no_owner": view(9, 0),
    "full_sheet": view(14, 1),
    "one_more": view(15, 1),
    "five_owners": view(14, MOST_OWNERS),
    "fifty": view(MOST_SEATS - 2, 2),
    "fifty_five_owners": view(MOST_SEATS - MOST_OWNERS, MOST_OWNERS),
    "office": view(9, 1, **UNKNOWN),
    "long": view(20, 2, **LONG),
    "long_fifty": view(MOST_SEATS - MOST_OWNERS, MOST_OWNERS, **LONG),
}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("one", VIEWS.values(), ids=VIEWS.keys())
def test_every_code_is_on_paper_exactly_once(one: SlipsView, language: Language) -> None:
    told = reader.text(build_seat_slips(one, language)).split()
    for code in (*one.staff, *one.owners):
        assert told.count(code) == 1


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("one", VIEWS.values(), ids=VIEWS.keys())
def test_nothing_is_cut_off_or_overlaps(one: SlipsView, language: Language) -> None:
    for (width, height), boxes in reader.boxes(build_seat_slips(one, language)):
        assert (width, height) == pytest.approx((595.28, 841.89), abs=0.1)
        for box in boxes:
            assert box.left >= TEN_MM, box
            assert box.bottom >= TEN_MM, box
            assert box.right <= width - TEN_MM, box
            assert box.top <= height - TEN_MM, box
        for first, second in combinations(boxes, 2):
            assert not first.overlaps(second), (first, second)


@pytest.mark.parametrize("seats", range(2, MOST_SEATS + 1))
def test_up_to_fourteen_slips_and_the_owners_fit_a_sheet(seats: int) -> None:
    sheets = reader.pages(build_seat_slips(view(seats - 1, 1), "nl"))
    assert len(sheets) == -(-(seats - 1) // 14)
    for number, sheet in enumerate(sheets, start=1):
        assert f"blad {number} van {len(sheets)}" in sheet
        assert "Verscheur de briefjes na afloop" in sheet
    assert [sheet.count("Code voor de eigenaar") for sheet in sheets][-1] == 1


def test_codes_stand_in_the_order_in_which_they_came() -> None:
    one = view(48, 2)
    told = reader.text(build_seat_slips(one, "nl")).split()
    wanted = {*one.staff, *one.owners}
    assert tuple(word for word in told if word in wanted) == (*one.staff, *one.owners)


def test_every_slip_says_how_to_get_there() -> None:
    told = reader.text(build_seat_slips(view(9, 1), "nl"))
    assert told.count("Wifi Leerradar · samen123") == 10
    assert told.count("Ga naar 192.168.4.1") == 10
    assert told.count("Jouw code") == 9
    for text in (
        "Knip los", "vouw dubbel", "in een doos", "Schrijf geen namen op", "één keer",
        "Voor de eigenaar (met ruit). Dit briefje gaat niet in de doos.",
        "9 medewerkers, 1 eigenaar", "Garage De Brug · 11 november 2026",
    ):  # fmt: skip
        assert text in told


def test_slips_from_the_office_say_that_the_address_follows() -> None:
    told = reader.text(build_seat_slips(view(9, 1, **UNKNOWN), "nl"))
    assert told.count("Het adres staat op het scherm") == 10
    assert "Ga naar" not in told
    assert "Wifi" not in told


def test_an_open_network_has_no_password() -> None:
    told = reader.text(build_seat_slips(view(9, 1, password=""), "nl"))
    assert told.count("Wifi Leerradar Ga naar") == 10


def test_a_long_name_and_password_are_printed_whole() -> None:
    told = reader.squeezed(reader.text(build_seat_slips(view(2, 1, **LONG), "nl")))
    for text in (LONG["network"], LONG["password"], LONG["address"]):
        assert told.count(reader.squeezed(str(text))) == 3


def test_spaces_of_a_password_are_kept() -> None:
    pdf = build_seat_slips(view(2, 1, password="een  twee"), "nl")
    # Pdfium would make one space of them.
    page = pypdf.PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert page.replace("\u00a0", " ").count("een  twee") == 3


def test_without_owners_nothing_is_said_of_them() -> None:
    told = reader.text(build_seat_slips(view(9, 0), "nl"))
    assert "eigena" not in told
    assert "9 medewerkers. Verscheur" in told


def test_several_owners_each_get_one() -> None:
    told = reader.text(build_seat_slips(view(9, 3), "nl"))
    assert told.count("Code voor de eigenaar") == 3
    assert "Voor de eigenaren (met ruit)" in told
    assert "9 medewerkers, 3 eigenaren" in told


@pytest.mark.parametrize("scale", [2.0, 3.3])
@pytest.mark.parametrize("url", ["http://192.168.4.1", "http://192.168.178.100:54321"])
def test_the_printed_code_has_every_module_and_room_around_it(url: str, scale: float) -> None:
    modules = url_matrix(url)
    pdf = build_seat_slips(view(14, 1, qr=modules, address=url.removeprefix("http://")), "nl")
    image = pypdfium2.PdfDocument(pdf)[0].render(scale=scale, grayscale=True).to_pil()
    for column in (0, 1):
        for row in range(7):
            assert read_modules(image, column, row, len(modules), scale) == framed(modules)


def framed(modules: Modules) -> list[list[bool]]:
    """Return the modules with the white around them."""
    side = len(modules) + 2 * QUIET
    white = [[False] * side for _ in range(QUIET)]
    edge = [False] * QUIET
    return [*white, *([*edge, *line, *edge] for line in modules), *white]


def read_modules(image: Any, column: int, row: int, count: int, scale: float) -> list[list[bool]]:
    """Return what the middle of each module of one slip shows."""
    module = QR * scale / count
    left = (SIDE + (column + 1) * SLIP[0] - PADDING[0] - QR) * scale
    top = upper_edge(image, left + module / 2, module) + row * SLIP[1] * scale
    steps = [at + 0.5 for at in range(-QUIET, count + QUIET)]
    return [
        [image.getpixel((int(left + x * module), int(top + y * module))) < 128 for x in steps]
        for y in steps
    ]


def upper_edge(image: Any, x: float, module: float) -> int:
    """Return where the uppermost code begins: with an upright line of seven modules."""
    high = round(7 * module) - 2
    dark = [image.getpixel((int(x), y)) < 128 for y in range(image.height)]
    return next(y for y in range(image.height - high) if all(dark[y : y + high]))


def test_the_same_view_gives_the_same_bytes() -> None:
    assert build_seat_slips(view(20, 1), "nl") == build_seat_slips(view(20, 1), "nl")


def test_every_font_is_in_the_file() -> None:
    fonts = reader.fonts(build_seat_slips(view(9, 1), "nl"))
    assert fonts
    assert all(fonts.values())


def test_a_firm_in_other_letters_is_printed() -> None:
    told = reader.text(build_seat_slips(view(9, 1, company="Şükrü & Олег"), "en"))
    assert "Şükrü & Олег · 11 November 2026" in told
