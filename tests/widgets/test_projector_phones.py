"""What the room sees of phones: codes that can be scanned, and a line that is never in the way."""

import pytest
from msgspec import structs
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from resources.catalogue import catalogue
from tests.widgets.phone_pages import LATE, matrix
from tests.widgets.projector_fakes import RememberingRadar
from tests.widgets.projector_faults import faults, smaller
from tests.widgets.sample_pages import sample_pages
from widgets.projector.pages import compose
from widgets.projector.sheet import Sheet, sheet_size
from widgets.projector.view import ProjectorView
from widgets.qr import QUIET, Qr
from widgets.theme import Theme, Zoom
from workshop_flows.joining import JoinLine, Matrix
from workshop_flows.projector import WelcomePage

DUTCH = sample_pages("nl")
JOINING = tuple(name for name in DUTCH if name.startswith("join-"))
CODED = tuple(name for name in JOINING if name != "join-9-typed")
BESIDE = tuple(name for name in DUTCH if name != "blank" and name not in JOINING)
URL = "http://192.168.4.1"


@pytest.fixture
def view(qtbot: QtBot) -> ProjectorView:
    made = ProjectorView(catalogue("nl"), RememberingRadar)
    qtbot.addWidget(made)
    made.set_reduced_motion(reduced=True)
    return made


def codes(name: str, width: int, height: int, zoom: Zoom) -> tuple[Sheet, list[Qr]]:
    sheet = Sheet(catalogue("nl"), *sheet_size(width, height, zoom), zoom)
    compose(DUTCH[name], sheet)
    return sheet, [item for item in sheet.items if isinstance(item, Qr)]


def modules(image: QImage, code: Matrix) -> Matrix | None:
    """Return what stands in the picture at the only place where it can be this code."""
    dark = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).lightness() < 128
    ]
    left, top = min(x for x, _ in dark), min(y for _, y in dark)
    wide = max(x for x, _ in dark) + 1 - left
    assert wide % len(code) == 0
    size = wide // len(code)
    found: list[list[bool]] = []
    for row in range(len(code)):
        found.append([])
        for column in range(len(code)):
            colours = {
                image.pixelColor(left + column * size + x, top + row * size + y).name()
                for x in range(size)
                for y in range(size)
            }
            if len(colours) > 1:
                return None
            found[-1].append(QColor(colours.pop()).lightness() < 128)
    return tuple(tuple(row) for row in found)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (640, 360)])
def test_a_code_is_painted_module_by_module_on_whole_pixels(
    size: tuple[int, int], theme: Theme, view: ProjectorView
) -> None:
    page = DUTCH["join-9-own"]
    assert isinstance(page, WelcomePage)
    view.set_theme(theme)
    view.resize(*size)
    view.show_page(page)
    sheet, (code,) = codes("join-9-own", *size, "normal")
    scale = size[1] / sheet.height
    place = code.place.inset(0.06 * code.place.width)
    image = view.grab().toImage()
    cut = image.copy(*(round(part * scale) for part in place))
    assert modules(cut, matrix(URL)) == matrix(URL)


@pytest.mark.parametrize("zoom", ["normal", "far"])
@pytest.mark.parametrize("name", CODED)
def test_nothing_stands_over_a_code_or_its_margin(name: str, zoom: Zoom) -> None:
    for size in ((1920, 1080), (1024, 768), (1920, 1200)):
        sheet, found = codes(name, *size, zoom)
        assert found
        for code in found:
            assert code.place.height >= sheet.height / 9
            room = smaller(code.place, 0.5)
            assert not any(room.intersects(text.place.rect) for text in sheet.placed_texts())
            modules_wide = len(code.matrix) + 2 * QUIET
            assert code.place.width / modules_wide >= 2


def test_the_address_is_a_fifteenth_of_the_height(view: ProjectorView) -> None:
    for name in JOINING:
        for zoom in ("normal", "far"):
            view.set_zoom("far" if zoom == "far" else "normal")
            for size in ((1920, 1080), (1024, 768)):
                view.resize(*size)
                view.show_page(DUTCH[name])
                large = next(one for one in view.placed_texts() if one.text.startswith("192.168"))
                page_high = min(size[1], size[0] * (3 / 4 if zoom == "normal" else 10 / 16))
                assert large.size >= page_high / 15 - 0.01


def test_a_screen_reader_is_told_the_steps_in_their_order(view: ProjectorView) -> None:
    view.show_page(DUTCH["join-9"])
    said = view.accessibleName()
    order = ["Kies wifi", "Leerradar", "samen123", "192.168.4.1", "briefje met een code", "7 van"]
    assert [said.index(one) for one in order] == sorted(said.index(one) for one in order)


@pytest.mark.parametrize("zoom", ["normal", "far"])
@pytest.mark.parametrize("name", BESIDE)
def test_the_line_for_who_comes_late_leaves_every_page_its_room(
    name: str, zoom: Zoom, view: ProjectorView
) -> None:
    view.set_zoom(zoom)
    alone = structs.replace(DUTCH[name], late=None)
    for size in ((1280, 720), (1024, 768), (1920, 1200)):
        view.resize(*size)
        view.show_page(alone)
        before = [one.text for one in view.placed_texts()]
        view.show_page(structs.replace(alone, late=LATE))
        assert [one.text for one in view.placed_texts()][: len(before)] == before
        assert faults(view, zoom) == [], size


def test_the_line_names_the_wifi_where_it_fits(view: ProjectorView) -> None:
    line = JoinLine(address="192.168.4.1", people=7, phones=10, network="Leerradar")
    view.resize(1920, 1080)
    view.show_page(structs.replace(DUTCH["statement-9"], late=line))
    assert "wifi Leerradar" in view.accessibleName()
    view.set_zoom("far")
    view.show_page(structs.replace(DUTCH["statement-9"], late=LATE))
    said = view.accessibleName()
    assert LATE.address in said
    assert "48 van de 50 doen mee" in said


def test_a_slip_is_promised_only_where_some_vote_on_one(view: ProjectorView) -> None:
    assert "Vraag een stembriefje" in words(view, "join-9-slips")
    assert "stembriefje" not in words(view, "join-9")
    assert "Zeg het even" in words(view, "join-9")


def test_who_has_no_phone_reads_how_to_vote_on_a_slip(view: ProjectorView) -> None:
    assert "Kruis het aan" in words(view, "welcome-9-either")
    assert "Kruis het aan" not in words(view, "welcome-9-phone")


def words(view: ProjectorView, name: str) -> str:
    view.show_page(DUTCH[name])
    view.resize(1920, 1080)
    return " ".join(one.text for one in view.placed_texts())
