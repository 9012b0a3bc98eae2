"""Looking back in a follow-up, and the way to it from the file of the earlier session."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.console.earlier import follow_up, read_earlier
from app.console.review import ReviewPage
from app.desk import Desk
from app.drafts import setup_again
from app.errors import InputError
from app.keys import Intent
from app.presenters.console.review import earlier_radar, review_view, side_view
from app.settings import Values
from reports.radar_artists import RadarArtists
from resources.catalogue import catalogue
from tests.console.desks import desk
from tests.console.pages import in_hand, press, shown, tab, write
from tests.core.builders import content, setup
from widgets.radar_canvas import RadarCanvas
from workshop_flows import commands
from workshop_flows.radar_scene import series_shown
from workshop_flows.setup import Setup
from workshop_flows.state import EarlierSession, EarlierStand, Position, Review
from workshop_flows.views import Afspraak
from workshop_flows.vocabulary import AXES, AxisId, Band, Mode, Outcome, Step

THEN = datetime.date(2026, 11, 11)
NOW = datetime.date(2027, 3, 12)
AT = Position(step=Step.REVIEW)
THREE = (
    Afspraak(title="Elke donderdag samen leren", axis=AxisId.G2, who="iedereen", when="elke week"),
    Afspraak(title="Cursus", axis=AxisId.A3, who="Anouk", first_step_date=THEN),
    Afspraak(title="Uitleggen", axis=AxisId.A4),
)


def earlier(*afspraken: Afspraak, zones: bool = False) -> EarlierSession:
    stands = [
        EarlierStand(
            id=axis,
            stand=None if zones else 3.4,
            band=Band.MIDDLE if zones else None,
            target=4.4 if axis is AxisId.G2 and not zones else None,
        )
        for axis in AXES
    ]
    return EarlierSession(date=THEN, axes=tuple(stands), afspraken=afspraken)


def led(then: EarlierSession | None = None, *reviews: Review, wanted: Setup | None = None) -> Desk:
    given = [commands.ReviewAfspraak(review=one) for one in reviews]
    now = replace(wanted or setup(), date=NOW)
    return desk(now, *given, at=AT, earlier=then or earlier(*THREE))


def radar() -> RadarCanvas:
    canvas = RadarCanvas()
    canvas.set_painter(RadarArtists())
    canvas.set_duration(0)
    return canvas


Opened = Callable[[Desk], ReviewPage]


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    """Show the page as the console does when the session comes to it."""
    windows: list[QWidget] = []

    def open_page(led_by: Desk) -> ReviewPage:
        page = ReviewPage(led_by, radar)
        windows.append(shown(qtbot, led_by, page))
        page.setParent(windows[-1])
        page.start()
        return page

    return open_page


def outcomes(led_by: Desk) -> dict[int, Outcome]:
    return {one.afspraak: one.outcome for one in led_by.session.review}


def test_each_afspraak_is_answered_with_one_key(opened: Opened) -> None:
    led_by = led()
    page = opened(led_by)
    assert page.note == "Nog 3 afspraken zonder antwoord"
    page.offers()[Intent.DIGIT_2]()
    assert outcomes(led_by) == {1: Outcome.PARTLY}
    tab(2)
    page.offers()[Intent.DIGIT_1]()
    tab(2)
    page.offers()[Intent.DIGIT_3]()
    assert outcomes(led_by) == {1: Outcome.PARTLY, 2: Outcome.DONE, 3: Outcome.NOT}
    assert page.note == ""


def test_arrows_choose_as_well_and_what_helped_is_kept_with_it(opened: Opened) -> None:
    led_by = led()
    opened(led_by)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Right)
    tab()
    write("In december te druk.")
    tab()
    kept = Review(afspraak=1, outcome=Outcome.PARTLY, helped="In december te druk.")
    assert led_by.session.review == (kept,)


def test_what_helped_waits_for_its_answer_and_says_so(opened: Opened) -> None:
    led_by = led()
    page = opened(led_by)
    tab()
    write("Wij kwamen er niet aan toe.")
    press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert outcomes(led_by) == {}
    view = review_view(led_by.room, led_by.texts, earlier(*THREE), current=1, waiting={1: "x"})
    assert view.cards[0].error == "Kies eerst gelukt, deels of niet. Dan wordt ook dit bewaard."
    page.offers()[Intent.DIGIT_3]()
    assert led_by.session.review[0].helped == "Wij kwamen er niet aan toe."
    assert led_by.session.review[0].outcome is Outcome.NOT


def test_another_answer_keeps_what_helped_and_undo_brings_both_back(opened: Opened) -> None:
    first = Review(afspraak=1, outcome=Outcome.DONE, helped="Een vaste dag.")
    led_by = led(earlier(*THREE), first)
    page = opened(led_by)
    press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert isinstance(in_hand(), QPlainTextEdit)
    page.offers()[Intent.DIGIT_2]()
    assert led_by.session.review == (replace(first, outcome=Outcome.PARTLY),)
    led_by.undo()
    assert led_by.session.review == (first,)


def test_it_begins_at_the_first_one_without_an_answer(opened: Opened) -> None:
    led_by = led(earlier(*THREE), Review(afspraak=1, outcome=Outcome.DONE))
    page = opened(led_by)
    page.offers()[Intent.DIGIT_1]()
    assert outcomes(led_by) == {1: Outcome.DONE, 2: Outcome.DONE}


def test_without_earlier_afspraken_there_is_nothing_to_answer(opened: Opened) -> None:
    page = opened(led(earlier()))
    assert page.offers() == {}
    assert page.note == ""


def test_a_name_in_what_helped_gives_gentle_advice() -> None:
    kept = Review(afspraak=1, outcome=Outcome.DONE, helped="Kees hielp iedereen.")
    led_by = led(earlier(*THREE), kept, wanted=setup(names=("Kees", "Anouk")))
    view = review_view(led_by.room, led_by.texts, earlier(*THREE), current=1, waiting={})
    assert view.cards[0].note == "Hier staat een naam: Kees. Schrijf het zonder namen."
    assert view.cards[0].second == "bij: We hebben een plan · iedereen · elke week"


def test_the_earlier_radar_holds_nothing_of_today() -> None:
    shown_then = earlier_radar(earlier(*THREE), content())
    assert series_shown(shown_then) == ("earlier", "target")
    assert [one.emphasised for one in shown_then.spokes].count(True) == 1


def test_the_earlier_radar_of_a_small_group_has_zones_only() -> None:
    shown_then = earlier_radar(earlier(*THREE, zones=True), content())
    assert shown_then.mode is Mode.POOLED
    assert series_shown(shown_then) == ("earlier_zone",)


@pytest.mark.parametrize(
    ("staff", "first", "private"),
    [
        (9, "1. 14 stellingen, opnieuw stemmen", "Geen losse stemmen."),
        (3, "1. 14 stellingen, opnieuw stemmen", "Geen losse stemmen."),
        (1, "1. Opnieuw praten over de zeven punten", "de afgesproken standen"),
    ],
)
def test_what_comes_next_fits_the_size_of_the_group(staff: int, first: str, private: str) -> None:
    led_by = led(wanted=setup(staff=staff, owner_apart=False))
    view = side_view(led_by.room, led_by.texts, earlier(*THREE))
    assert view.later[0] == first
    assert private in view.private
    assert "Leren heeft zin: 3,4" in view.description


def test_another_language_of_the_console_makes_the_page_anew(opened: Opened) -> None:
    led_by = led()
    page = opened(led_by)
    led_by.set_texts(catalogue("en"))
    assert page.note == "3 actions without an answer"
    page.start()
    page.offers()[Intent.DIGIT_1]()
    assert outcomes(led_by) == {1: Outcome.DONE}


@pytest.fixture
def example(project: Path) -> Path:
    return project / "resources" / "examples" / "garage.leerradar"


def test_a_follow_up_can_be_led_from_what_was_read(example: Path) -> None:
    report = read_earlier(example, NOW)
    start = follow_up(report, setup_again(report, Values(), NOW))
    led_by = desk(start.setup, at=AT, earlier=start.earlier)
    assert [one.title for one in led_by.session.earlier.afspraken] == [  # type: ignore[union-attr]
        one.title for one in report.agreement.afspraken
    ]


def test_a_follow_up_on_the_day_itself_is_refused_in_words(example: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_earlier(example, THEN)
    told = caught.value.message(catalogue("nl"))
    assert told.startswith("Deze sessie was pas op")


def test_a_file_that_is_no_session_is_refused_in_words(tmp_path: Path) -> None:
    other = tmp_path / "brief.leerradar"
    other.write_text("Beste mensen")
    with pytest.raises(InputError) as caught:
        read_earlier(other, NOW)
    assert caught.value.message(catalogue("nl"))
