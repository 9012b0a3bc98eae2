"""Preparing: what may be chosen with so many people, and how a draft becomes a session."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.console.prepare import PreparePage
from app.drafts import new_setup, setup_again
from app.keys import Intent
from app.power import Power
from app.presenters.console.prepare import (
    Preparing,
    bottom_view,
    form_view,
    owners_range,
    people_note,
    staff_range,
)
from app.presenters.console.readiness import ready_view
from app.readiness import Readiness, ReadinessProbe
from app.settings import Settings, Values
from resources.catalogue import catalogue
from tests.console.desks import desk
from tests.core.builders import DAY, Room, setup, tally
from widgets.console.prepare_form import names_in
from widgets.console.views_prepare import Edit, FormView
from workshop_flows import commands, rules
from workshop_flows.follow_up import earlier_session
from workshop_flows.setup import Setup
from workshop_flows.state import Ballot, Position, StatementSubject
from workshop_flows.vocabulary import AxisId, Sector, Step

NL = catalogue("nl")
FOUND = Readiness(printer="HP", power=Power(charge=80, plugged=False), folder=Path("Leerradar"))


def form(wanted: Setup, **changes: object) -> FormView:
    now = Preparing(setup=wanted, ballot=Ballot.SECRET, today=DAY)
    return form_view(replace(now, **changes), NL)


def ready(found: Readiness | None, *, second_screen: bool = True) -> tuple[list[str], list[str]]:
    view = ready_view(found, NL, second_screen=second_screen, note="")
    return [row.text for row in view.rows], list(view.warnings)


# What the page says


@pytest.mark.parametrize(
    ("staff", "says"),
    [
        (9, "9 medewerkers: stippen per antwoord mogen op het scherm."),
        (4, "4 medewerkers: op het scherm komt alleen laag, midden of hoog."),
        (3, "3 medewerkers: op het scherm komt alleen laag, midden of hoog."),
        (2, "2 medewerkers: geheim stemmen kan dan niet."),
        (1, "1 medewerker: geheim stemmen kan dan niet."),
    ],
)
def test_the_note_follows_the_number_of_people(staff: int, says: str) -> None:
    assert people_note(setup(staff=staff), NL).startswith(says)


def test_a_larger_smallest_team_changes_what_may_be_shown() -> None:
    note = people_note(setup(staff=7, smallest_team=8), NL)
    assert "alleen laag, midden of hoog" in note
    assert "vanaf 8" in note


@pytest.mark.parametrize("owners", range(6))
def test_no_number_can_be_chosen_that_a_session_refuses(owners: int) -> None:
    lowest, highest = staff_range(owners)
    for staff in (lowest, highest):
        rules.check_setup(setup(staff=staff, owners=owners))
        assert owners_range(staff)[0] <= owners <= owners_range(staff)[1]
    for staff in (lowest - 1, highest + 1):
        with pytest.raises(rules.RefusedError):
            rules.check_setup(setup(staff=staff, owners=owners))


def test_the_owner_is_asked_apart_by_name_and_with_what_it_means() -> None:
    one = form(setup(owner_names=("Marja de Wit",)), said_on=DAY).apart
    assert one.yes == "Marja de Wit zei vooraf ja, op 11 november 2026."
    assert one.second == "Dan staat het antwoord apart op het scherm, ná dat van het team."
    without = form(setup(owner_apart=False)).apart
    assert without.yes == "De eigenaar zei vooraf ja."
    assert "telt het antwoord van de eigenaar niet mee" in without.second
    named = setup(owners=3, owner_names=("Marja", "Piet", "Jo"))
    assert form(named).apart.yes == "Marja, Piet en Jo zeiden vooraf ja."
    assert form(setup(owners=2)).apart.yes == "Alle 2 eigenaren zeiden vooraf ja."


@pytest.mark.parametrize("staff", [1, 2, 3, 4])
def test_a_small_team_is_not_asked_about_the_owner(staff: int) -> None:
    apart = form(setup(staff=staff)).apart
    assert apart.yes == ""
    assert apart.second


def test_without_owners_nobody_is_asked() -> None:
    assert form(setup(owners=0)).apart.yes == ""


def test_only_ways_to_vote_that_exist_are_offered() -> None:
    offered = form(setup()).ballot
    assert [way.title for way in offered.ways] == ["Telefoon", "Stembriefjes", "Handen omhoog"]
    assert "Minstens 3 mensen" in offered.words
    assert "Niet geheim" in form(setup(), ballot=Ballot.SHOW_OF_HANDS).ballot.words
    openly = form(setup(staff=2)).ballot
    assert openly.ways == ()
    assert openly.words.startswith("Met kaarten op tafel")


@pytest.mark.parametrize(("length", "statements"), [(45, 7), (60, 14), (90, 21)])
def test_the_bar_shows_where_all_the_time_goes(length: int, statements: int) -> None:
    view = form(setup(length=length)).length
    assert sum(part.minutes for part in view.parts) == length
    chosen = next(option for option in view.options if option.key == length)
    assert chosen.second == f"{statements} stellingen"


def test_names_are_typed_as_it_comes() -> None:
    assert names_in("Youssef, Anouk\n Kees  de Wit ;\n\n,Emre") == (
        "Youssef",
        "Anouk",
        "Kees de Wit",
        "Emre",
    )


def test_other_names_than_people_is_said_and_allowed() -> None:
    assert form(setup(names=("Youssef",))).names_hint.startswith("Je hebt nu 1 namen voor 9")
    assert form(setup()).names_hint.startswith("Mag leeg blijven")


def test_the_big_button_says_why_it_can_not_start() -> None:
    now = Preparing(setup=setup(company=""), ballot=Ballot.SECRET, today=DAY)
    assert bottom_view(now, NL).reason == "Vul de naam van het bedrijf in."
    assert bottom_view(replace(now, setup=setup()), NL).reason is None


# What is ready


def test_everything_in_order_is_only_said() -> None:
    rows, warnings = ready(replace(FOUND, room=5000))
    assert rows == [
        "Tweede scherm gevonden",
        "Printer gevonden: HP",
        "De accu is 80%",
        "Bewaren lukt, in de map Leerradar",
    ]
    assert warnings == []


def test_what_is_missing_has_a_way_out() -> None:
    view = ready_view(replace(FOUND, printer=None), NL, second_screen=False, note="")
    missing = {row.text: row.second for row in view.rows if row.second}
    assert "eigen venster" in missing["Geen tweede scherm"]
    assert "PDF" in missing["Geen printer"]


def test_a_weak_battery_warns_unless_it_is_charging() -> None:
    weak = replace(FOUND, power=Power(charge=41, plugged=False))
    assert ready(weak)[1] == [
        "Laptop op de oplader? De accu is 41%. Een sessie vraagt ongeveer 50%."
    ]
    charging = replace(FOUND, power=Power(charge=41, plugged=True))
    assert ready(charging)[1] == []
    assert "Laptop aan de oplader" in ready(charging)[0]


def test_a_machine_that_does_not_tell_its_power_leaves_it_out() -> None:
    assert not any(
        "accu" in row or "oplader" in row for row in ready(replace(FOUND, power=None))[0]
    )


def test_a_place_that_can_not_be_written_or_is_full_warns() -> None:
    assert "Kies een andere map" in ready(replace(FOUND, writable=False))[1][0]
    assert "nog 12 MB" in ready(replace(FOUND, room=12))[1][0]


def test_before_anything_is_found_it_says_that_it_looks() -> None:
    assert any("Even kijken" in row for row in ready(None)[0])


# What a session starts with


def test_a_new_session_takes_the_settings() -> None:
    fresh = new_setup(Values(length=45, session_language="en", smallest_team=7), DAY)
    assert (fresh.length, fresh.language, fresh.smallest_team) == (45, "en", 7)
    assert fresh.company == ""


def test_a_follow_up_takes_the_people_but_not_the_yes() -> None:
    then = Room(setup(names=("Youssef",), owner_names=("Marja",))).report
    again = setup_again(then, Values(), datetime.date(2027, 3, 12))
    assert (again.company, again.staff, again.names) == ("Garage De Brug", 9, ("Youssef",))
    assert again.date == datetime.date(2027, 3, 12)
    assert not again.owner_apart


# The page at work


class QuietProbe(ReadinessProbe):
    """Answers at once, without a thread."""

    asked: list[Path]

    def start(self, folder: Path) -> None:
        self.asked = [*getattr(self, "asked", []), folder]
        self.found.emit(replace(FOUND, folder=folder))


Made = Callable[..., PreparePage]


@pytest.fixture
def made(tmp_path: Path, qtbot: QtBot) -> Iterator[Made]:
    pages: list[PreparePage] = []

    def make(draft: Setup | None = None, **more: object) -> PreparePage:
        settings = Settings(tmp_path / "settings.json")
        settings.change(sessions_folder=str(tmp_path))
        page = PreparePage(
            settings,
            NL,
            lambda: DAY,
            draft or new_setup(settings.values, DAY),
            second_screen=lambda: True,
            probe=QuietProbe(),
            **more,  # type: ignore[arg-type]
        )
        qtbot.addWidget(page.widget)
        page.refresh()
        pages.append(page)
        return page

    yield make
    for page in pages:
        page.deleteLater()


def part(page: PreparePage, name: str) -> QWidget:
    found = page.widget.findChildren(QWidget)
    return next(
        one
        for one in found
        if one.accessibleName() == name
        and isinstance(one, QLineEdit | QPlainTextEdit | QSpinBox | QAbstractButton)
        and one.isVisibleTo(page.widget)
    )


def typed(qtbot: QtBot, page: PreparePage, name: str, text: str) -> None:
    field = part(page, name)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)


def test_the_session_is_asked_for_once_when_the_firm_has_a_name(made: Made, qtbot: QtBot) -> None:
    page = made()
    asked: list[Setup] = []
    page.ready_to_create.connect(asked.append)
    field = part(page, "Naam van het bedrijf")
    assert page.start() is field
    qtbot.keyClicks(field, "Garage De Brug")
    assert asked == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [one.company for one in asked] == ["Garage De Brug"]
    qtbot.mouseClick(part(page, "90 min"), Qt.MouseButton.LeftButton)
    assert len(asked) == 1
    assert page.setup.length == 90


def test_leaving_the_name_at_once_asks_for_the_session(made: Made, qtbot: QtBot) -> None:
    page = made()
    asked: list[Setup] = []
    page.ready_to_create.connect(asked.append)
    field = part(page, "Naam van het bedrijf")
    qtbot.keyClicks(field, "Garage De Brug")
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut))
    assert [one.company for one in asked] == ["Garage De Brug"]


def test_without_a_name_nothing_is_asked_for_and_the_form_keeps_its_values(
    made: Made, qtbot: QtBot
) -> None:
    page = made()
    asked: list[Setup] = []
    page.ready_to_create.connect(asked.append)
    typed(qtbot, page, "De vraag van het bedrijf", "Hoe dan?")
    qtbot.keyClick(part(page, "Medewerkers"), Qt.Key.Key_Up)
    page.offers()[Intent.NEXT]()
    assert asked == []
    assert (page.setup.question, page.setup.staff) == ("Hoe dan?", 6)
    assert "Vul de naam" in part(page, "Naam van het bedrijf").accessibleDescription()


def test_once_there_is_a_session_every_change_is_written(made: Made, qtbot: QtBot) -> None:
    page = made(replace(setup(), company="Garage"))
    at_work = desk(setup(company="Garage"))
    page.set_desk(at_work)
    qtbot.mouseClick(part(page, "45 min"), Qt.MouseButton.LeftButton)
    typed(qtbot, page, "Namen van de medewerkers", "Youssef, Anouk")
    qtbot.mouseClick(part(page, "Handen omhoog"), Qt.MouseButton.LeftButton)
    assert at_work.session.setup.length == 45
    assert at_work.session.setup.names == ("Youssef", "Anouk")
    assert at_work.ballot is Ballot.SHOW_OF_HANDS


def test_what_was_chosen_before_the_session_goes_along(made: Made, qtbot: QtBot) -> None:
    page = made(setup())
    at_work = desk(setup())
    page.ready_to_create.connect(lambda _: page.set_desk(at_work))
    page.widget.edited.emit(  # type: ignore[attr-defined]
        Edit(field="ballot", value=Ballot.SHOW_OF_HANDS)
    )
    qtbot.mouseClick(part(page, "90 min"), Qt.MouseButton.LeftButton)
    page.offers()[Intent.NEXT]()
    assert at_work.ballot is Ballot.SHOW_OF_HANDS
    assert at_work.session.setup.length == 90
    assert page.bottom_view().next == "Terug naar de sessie"


def test_the_yes_of_the_owner_is_taken_with_its_day_and_ends_with_other_owners(
    made: Made, qtbot: QtBot
) -> None:
    at_work = desk(setup(owner_apart=False, owner_names=("Marja",)))
    page = made(desk=at_work)
    part(page, "Marja zei vooraf ja.").click()  # type: ignore[attr-defined]
    assert at_work.session.setup.owner_apart
    assert part(page, "Marja zei vooraf ja, op 11 november 2026.")
    qtbot.keyClick(part(page, "Eigenaren"), Qt.Key.Key_Up)
    assert at_work.session.setup.owners == 2
    assert not at_work.session.setup.owner_apart


@pytest.mark.parametrize("follow_up", [False, True])
def test_the_start_leads_to_the_first_step(made: Made, *, follow_up: bool) -> None:
    earlier = earlier_session(Room().report) if follow_up else None
    at_work = desk(setup(), earlier=earlier)
    page = made(desk=at_work)
    started: list[str] = []
    page.started.connect(lambda: started.append("started"))
    page.offers()[Intent.NEXT]()
    assert at_work.session.position.step is Step.WELCOME
    assert started == ["started"]


def test_when_no_session_could_be_made_the_start_asks_again(made: Made) -> None:
    page = made(setup())
    asked: list[Setup] = []
    started: list[str] = []
    page.ready_to_create.connect(asked.append)
    page.started.connect(lambda: started.append("started"))
    page.offers()[Intent.NEXT]()
    page.offers()[Intent.NEXT]()
    assert len(asked) == 2
    assert started == []


def test_in_mid_session_it_goes_back_to_where_it_was(made: Made) -> None:
    here = Position(step=Step.RADAR)
    at_work = desk(setup(), at=here)
    page = made(desk=at_work)
    assert page.bottom_view().next == "Terug naar de sessie"
    page.offers()[Intent.NEXT]()
    assert at_work.session.position == here


def test_after_the_first_vote_the_numbers_stand_and_say_why(made: Made, qtbot: QtBot) -> None:
    subject = StatementSubject(statement="A1.1", number=1)
    at_work = desk(
        setup(),
        commands.OpenVote(subject=subject),
        commands.CloseVote(
            ballots=commands.RoleTallies(tally(0, 0, 9, 0, 0), tally(0, 0, 1, 0, 0))
        ),
        commands.RevealVote(),
        at=Position(step=Step.VOTE, axis=AxisId.A1, statement=1),
    )
    page = made(desk=at_work)
    for name in ("Medewerkers", "Eigenaren", "90 min", "De eigenaar zei vooraf ja."):
        assert not part(page, name).isEnabled(), name
    assert part(page, "De vraag van het bedrijf").isEnabled()
    typed(qtbot, page, "De vraag van het bedrijf", "En nu? ")
    assert at_work.session.setup.question.startswith("En nu?")


def test_a_session_keeps_its_name_when_the_field_is_made_empty(made: Made, qtbot: QtBot) -> None:
    at_work = desk(setup())
    page = made(desk=at_work)
    field = part(page, "Naam van het bedrijf")
    assert isinstance(field, QLineEdit)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert at_work.session.setup.company == "Garage De Brug"
    assert field.text() == "Garage De Brug"


def test_a_trade_and_a_language_can_be_chosen(made: Made) -> None:
    at_work = desk(setup())
    page = made(desk=at_work)
    page.widget.edited.emit(Edit(field="sector", value=Sector.METAL))  # type: ignore[attr-defined]
    part(page, "English").click()  # type: ignore[attr-defined]
    assert at_work.session.setup.sector is Sector.METAL
    assert at_work.session.setup.language == "en"


def test_a_text_that_a_session_refuses_is_told_and_left_out(made: Made) -> None:
    page = made()
    told: list[object] = []
    page.told.connect(told.append)
    page.widget.edited.emit(  # type: ignore[attr-defined]
        Edit(field="company", value="Garage \N{RIGHT-TO-LEFT OVERRIDE}")
    )
    assert page.setup.company == ""
    assert len(told) == 1


def test_coming_into_sight_it_looks_at_the_machine(made: Made, tmp_path: Path) -> None:
    page = made()
    page.start()
    part(page, "Kijk opnieuw").click()  # type: ignore[attr-defined]
    probe = page._probe
    assert isinstance(probe, QuietProbe)
    assert probe.asked == [tmp_path, tmp_path]


def test_tab_goes_through_the_form_as_it_is_read(made: Made) -> None:
    page = made(setup())
    first = page.start()
    assert first is not None
    found: list[str] = []
    at = first
    while True:
        stops = at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.focusProxy() is None
        if stops and at.isEnabled() and at.isVisibleTo(page.widget) and at.accessibleName():
            found.append(at.accessibleName())
        at = at.nextInFocusChain()
        if at is first:
            break
    assert found == [
        "Naam van het bedrijf",
        "Wat doet het bedrijf?",
        "De vraag van het bedrijf",
        "Medewerkers",
        "Eigenaren",
        "De eigenaar zei vooraf ja.",
        "Telefoon",
        "Plekken met een telefoon",
        "Stembriefjes",
        "Plekken met een stembriefje",
        "Handen omhoog",
        "60 min",
        "Dag van de sessie",
        "Open de kalender",
        "Nederlands",
        "Namen van de medewerkers",
        "Namen van de eigenaren",
        "Kijk opnieuw",
    ]
