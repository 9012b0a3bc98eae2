"""The projector shows what it is told, changes at once, and leaves nothing behind."""

import pytest
from msgspec import structs
from PySide6.QtGui import QAccessible, QImage
from pytestqt.qtbot import QtBot

from resources.catalogue import catalogue
from tests.widgets.projector_fakes import RememberingRadar
from tests.widgets.sample_pages import LONG_COMPANY, Samples, sample_pages
from widgets.projector.fade import Fade
from widgets.projector.growth import Growth
from widgets.projector.view import ProjectorView
from widgets.theme import Theme, colours
from workshop_flows.projector import (
    AgreementPage,
    BlankPage,
    ProjectorPage,
    QuestionPage,
    StatementPage,
    WelcomePage,
)
from workshop_flows.vocabulary import AgreementStatus, ConsentOutcome, Mode

SAMPLES = sample_pages("nl")
DUTCH = Samples("nl")


@pytest.fixture
def view(qtbot: QtBot) -> ProjectorView:
    made = ProjectorView(catalogue("nl"), RememberingRadar)
    qtbot.addWidget(made)
    made.resize(480, 270)
    return made


def spoken(view: ProjectorView) -> str:
    """Return what a screen reader gets."""
    return " ".join(view.accessibleName().split())


def picture(view: ProjectorView) -> QImage:
    return view.grab().toImage()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", SAMPLES)
def test_every_page_stands_on_the_ground_of_its_theme(
    name: str, theme: Theme, view: ProjectorView
) -> None:
    view.set_theme(theme)
    view.show_page(SAMPLES[name])
    image = picture(view)
    for x, y in ((0, 0), (479, 0), (0, 269), (479, 269)):
        assert image.pixelColor(x, y) == colours(theme).of("paper")


def test_a_page_is_painted_and_a_blank_one_is_not(view: ProjectorView) -> None:
    empty = picture(view)
    view.show_page(SAMPLES["statement-9"])
    assert picture(view) != empty
    view.show_page(BlankPage())
    assert picture(view) == empty
    assert view.placed_texts() == ()


def test_a_setter_that_is_repeated_changes_nothing(view: ProjectorView) -> None:
    view.show_page(SAMPLES["result-9"])
    before = picture(view)
    radar = view.findChild(RememberingRadar)
    view.show_page(sample_pages("nl")["result-9"])
    view.set_theme("light")
    view.set_zoom("normal")
    view.set_texts(catalogue("nl"))
    view.set_reduced_motion(reduced=False)
    assert picture(view) == before
    assert view.findChildren(RememberingRadar) == [radar]
    assert radar.changes == 1


def test_the_way_there_does_not_matter(view: ProjectorView, qtbot: QtBot) -> None:
    for page in SAMPLES.values():
        view.show_page(page)
    view.show_page(SAMPLES["agreement"])
    other = ProjectorView(catalogue("nl"), RememberingRadar)
    qtbot.addWidget(other)
    other.resize(view.size())
    other.show_page(SAMPLES["agreement"])
    assert picture(view) == picture(other)


def test_the_language_switches_at_once(view: ProjectorView) -> None:
    view.show_page(SAMPLES["consent-3-everyone"])
    assert "Iedereen" in spoken(view)
    view.set_texts(catalogue("en"))
    assert "Iedereen" not in spoken(view)
    assert "Everyone" in spoken(view)


def test_far_makes_everything_a_third_larger(view: ProjectorView) -> None:
    view.show_page(SAMPLES["welcome-9"])
    footer = next(one for one in view.placed_texts() if "Niemand ziet wat" in one.text)
    view.set_zoom("far")
    larger = next(one for one in view.placed_texts() if "Niemand ziet wat" in one.text)
    assert larger.floor == pytest.approx(4 / 3 * footer.floor)
    assert larger.size >= 4 / 3 * footer.floor


@pytest.mark.parametrize(("zoom", "cards"), [("normal", 3), ("far", 1)])
def test_the_cards_are_shown_from_the_first_asked_for(
    zoom: str, cards: int, view: ProjectorView
) -> None:
    page = DUTCH.actions(revealed=False, first=3)
    view.set_zoom("far" if zoom == "far" else "normal")
    view.show_page(page)
    shown = [one.title for one in page.cards if one.title in spoken(view)]
    assert shown == [one.title for one in page.cards[3 : 3 + cards]]


def test_the_radar_is_made_when_it_is_needed_and_hidden_when_it_is_not(
    view: ProjectorView,
) -> None:
    view.set_theme("dark")
    view.set_reduced_motion(reduced=True)
    view.show()
    assert view.findChild(RememberingRadar) is None
    view.show_page(SAMPLES["radar-9"])
    radar = view.findChild(RememberingRadar)
    assert radar.isVisible()
    assert (radar.theme, radar.reduced, radar.labels) == ("dark", True, "names")
    assert radar.geometry().toRectF().contains(view.radar_place())
    view.show_page(SAMPLES["result-9"])
    assert radar.labels == "numbers"
    view.show_page(SAMPLES["statement-9"])
    assert not radar.isVisible()
    assert view.radar_place() is None


def test_the_small_radar_names_the_axis_of_the_moment(view: ProjectorView) -> None:
    view.show_page(SAMPLES["axis-9"])
    shown = view.findChild(RememberingRadar).view
    assert [one.emphasised for one in shown.spokes] == [n == 2 for n in range(7)]


def test_the_radar_is_told_in_words(view: ProjectorView) -> None:
    view.show_page(SAMPLES["radar-9"])
    told = view.findChild(RememberingRadar).accessibleDescription()
    assert "Leren heeft zin: team 3,9, eigenaar 3,0" in told
    assert "Leren heeft zin: team 3,9, eigenaar 3,0" in spoken(view)
    view.show_page(SAMPLES["radar-3"])
    told = view.findChild(RememberingRadar).accessibleDescription()
    assert "Leren heeft zin: hoog" in told
    assert "3," not in told


def test_the_welcome_fades_to_what_is_secret_but_not_for_each_who_joins(
    view: ProjectorView, qtbot: QtBot
) -> None:
    joining, promises = SAMPLES["join-9"], SAMPLES["welcome-9-phone"]
    assert isinstance(joining, WelcomePage)
    one_more = structs.replace(joining, strip=structs.replace(joining.strip, people=8))
    view.show_page(joining)
    with qtbot.waitExposed(view):
        view.show()
    fade = view.findChild(Fade)
    assert isinstance(fade, Fade)
    view.show_page(one_more)
    assert not fade.is_running()
    view.show_page(promises)
    assert fade.is_running()
    qtbot.waitUntil(lambda: not fade.is_running())


def test_a_new_page_fades_in_and_news_on_the_same_page_does_not(
    view: ProjectorView, qtbot: QtBot
) -> None:
    view.show()
    fade = view.findChild(Fade)
    view.show_page(SAMPLES["statement-9"])
    assert fade.is_running()
    qtbot.waitUntil(lambda: not fade.is_running())
    assert not fade.isVisible()
    page = SAMPLES["statement-9"]
    assert isinstance(page, StatementPage)
    assert page.counted is not None
    view.show_page(structs.replace(page, counted=structs.replace(page.counted, voted=8)))
    assert not fade.is_running()
    assert "8 van de 10" in spoken(view)


def test_reduced_motion_shows_the_next_page_at_once(view: ProjectorView) -> None:
    view.show()
    fade = view.findChild(Fade)
    view.show_page(SAMPLES["question"])
    view.set_reduced_motion(reduced=True)
    assert not fade.isVisible()
    view.show_page(SAMPLES["agreement"])
    assert not fade.isVisible()


def test_closing_in_mid_fade_leaves_nothing(view: ProjectorView) -> None:
    view.show()
    view.show_page(SAMPLES["question"])
    assert view.findChild(Fade).is_running()
    view.close()
    assert not view.findChild(Fade).is_running()


def test_a_reader_gets_the_page_in_reading_order(view: ProjectorView) -> None:
    view.show_page(SAMPLES["statement-9"])
    words = spoken(view)
    order = (
        "Stelling 5 van 14",
        "Ik kan nieuwe dingen",
        "Eigenaar:",
        "Klopt niet",
        "sla over",
        "7 van de 10 gestemd",
        "Je stem is geheim",
    )
    at = [words.index(one) for one in order]
    assert at == sorted(at)
    assert QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Name)


WHOLE = {
    "join-50": (LONG_COMPANY, "192.168.178.124:8080", "48 van de 50"),
    "question-long": (DUTCH.question(long=True),),
    "close-long": (LONG_COMPANY,),
    "agreement-long": (LONG_COMPANY, "met iedereen uit de werkplaats en het kantoor"),
    "tiles-20-long": ("en nog 18",),
    "radar-50": (LONG_COMPANY,),
}


@pytest.mark.parametrize("name", WHOLE)
def test_long_texts_are_there_to_the_last_letter(name: str, view: ProjectorView) -> None:
    view.show_page(SAMPLES[name])
    for text in WHOLE[name]:
        assert text in spoken(view)


def test_an_open_vote_shows_nothing_but_a_count(view: ProjectorView) -> None:
    page = DUTCH.statement(voted=4, seats=10)
    view.show_page(page)
    before = picture(view)
    view.show_page(structs.replace(page, time_left=page.time_left))
    assert picture(view) == before
    assert "4 van de 10" in spoken(view)


def test_consent_shows_how_many_said_yes_and_no_other_number(view: ProjectorView) -> None:
    view.show_page(DUTCH.consent(10, yes=7, outcome=ConsentOutcome.NOT_YET))
    assert "7" in spoken(view)
    assert not any(digit in spoken(view) for digit in "12345689")


def test_a_small_group_sees_no_number_at_consent(view: ProjectorView) -> None:
    for outcome in ConsentOutcome:
        view.show_page(DUTCH.consent(4, outcome=outcome))
        assert not any(letter.isdigit() for letter in spoken(view))


@pytest.mark.parametrize("page", [DUTCH.axis(Mode.POOLED), DUTCH.axis(Mode.POOLED, agreed=3.0)])
def test_a_pooled_axis_is_a_zone_also_when_agreed(page: ProjectorPage, view: ProjectorView) -> None:
    view.show_page(page)
    assert "midden" in spoken(view)
    assert "3,0" not in spoken(view)
    assert "gemiddeld" not in spoken(view)


def test_an_agreed_stand_is_said_with_its_words(view: ProjectorView) -> None:
    view.show_page(DUTCH.axis(Mode.OPEN, agreed=3.5))
    assert "3,5 Dit spreken we samen af Half-half" in spoken(view)


def test_too_few_answers_show_no_number(view: ProjectorView) -> None:
    view.show_page(SAMPLES["result-few"])
    assert "Te weinig antwoorden" in spoken(view)
    assert "gemiddeld" not in spoken(view)


def test_a_complete_agreement_is_no_concept(view: ProjectorView) -> None:
    view.show_page(DUTCH.agreement(AgreementStatus.CONCEPT))
    assert "concept" in spoken(view)
    view.show_page(DUTCH.agreement(AgreementStatus.AGREED))
    assert "concept" not in spoken(view)


def test_names_and_words_of_anyone_are_shown(view: ProjectorView) -> None:
    """Neither a letter that the font lacks nor an endless word may break a page."""
    odd = "Łukasz, Şükrü, Олена, ليلى " + "W" * 200
    view.show_page(QuestionPage(question=odd, coming=(odd, "")))
    view.show_page(
        AgreementPage(
            company=odd,
            day="",
            question="",
            rows=(),
            follow_up="",
            status=AgreementStatus.CONCEPT,
        )
    )
    view.resize(30, 400)
    picture(view)
    assert "Łukasz, Şükrü, Олена, ليلى" in spoken(view)


OPEN_PAGES = ("welcome-2", "focus-2", "focus-2-open", "actions-2-open", "consent-open-2")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", [*OPEN_PAGES, "axis-2", "axis-2-agreed"])
def test_where_nothing_is_secret_nothing_is_called_so(
    name: str, language: str, view: ProjectorView
) -> None:
    page = sample_pages(language)[name]
    if isinstance(page, WelcomePage):
        page = structs.replace(page, points=())
    view.set_texts(catalogue(language))
    view.show_page(page)
    assert not any(
        word in spoken(view) for word in ("geheim", "secret", "Niemand ziet", "Nobody s")
    )


@pytest.mark.parametrize(
    ("language", "told"), [("nl", "Dit is niet geheim."), ("en", "This is not secret.")]
)
def test_a_vote_by_hands_says_that_it_is_not_secret(
    language: str, told: str, view: ProjectorView
) -> None:
    view.set_texts(catalogue(language))
    view.show_page(sample_pages(language)["statement-9-hands"])
    assert told in spoken(view)


def test_dots_grow_when_their_result_comes_and_then_stand(
    view: ProjectorView, qtbot: QtBot
) -> None:
    result = SAMPLES["result-9"]
    view.show_page(result)
    at_once = picture(view)
    view.show_page(BlankPage())
    with qtbot.waitExposed(view):
        view.show()
    growth = view.findChild(Growth)
    view.show_page(result)
    assert growth.is_running()
    assert growth.share < 1
    qtbot.waitUntil(lambda: not growth.is_running() and not view.findChild(Fade).is_running())
    assert picture(view) == at_once
    view.show_page(BlankPage())
    view.set_reduced_motion(reduced=True)
    view.show_page(result)
    assert not growth.is_running()
    assert growth.share == 1


def test_closing_while_dots_grow_leaves_nothing(view: ProjectorView, qtbot: QtBot) -> None:
    with qtbot.waitExposed(view):
        view.show()
    view.show_page(SAMPLES["result-9"])
    assert view.findChild(Growth).is_running()
    view.close()
    assert not view.findChild(Growth).is_running()


def test_the_time_that_is_left_is_said_in_words(view: ProjectorView) -> None:
    page = SAMPLES["statement-9"]
    assert isinstance(page, StatementPage)
    for seconds, words in ((35, "nog 35 tellen"), (1, "nog 1 tel")):
        view.show_page(structs.replace(page, seconds_left=seconds))
        assert words in [one.text for one in view.placed_texts()]
        # A reader would be interrupted at every second.
        assert words not in spoken(view)
