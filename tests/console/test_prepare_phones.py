"""Preparing a session with phones: the numbers, what is ready, and what is asked."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app.console.prepare import PreparePage
from app.drafts import new_setup, setup_again
from app.errors import InputError
from app.keys import Intent
from app.presenters.console.phone_rows import PhoneReadiness, phone_rows
from app.presenters.console.prepare import Preparing, form_view
from app.settings import Settings, Values
from app.voting.phone_status import PhoneStatus
from resources.catalogue import catalogue
from tests.console.desks import desk
from tests.console.phone_fakes import CODES, ON, VPN, FakePhones, FakeSession
from tests.console.test_prepare import QuietProbe
from tests.core.builders import DAY, Room, setup
from widgets.console.views_prepare import BallotView, Edit
from workshop_flows.setup import Setup
from workshop_flows.state import Ballot
from workshop_flows.vocabulary import Language

NL = catalogue("nl")


def ballot(wanted: Setup, **changes: object) -> BallotView:
    now = Preparing(setup=wanted, ballot=Ballot.SECRET, today=DAY)
    return form_view(replace(now, **changes), NL).ballot


def chosen(view: BallotView) -> list[str]:
    return [way.key for way in view.ways if way.chosen]


# The cards


def test_the_numbers_add_up_to_the_seats_and_say_so() -> None:
    view = ballot(setup(phones=7))
    assert view.sum == "7 + 3 = 10 plekken, klopt"
    assert [way.count.number for way in view.ways if way.count] == [7, 3]
    assert chosen(view) == ["phones", "slips"]
    assert ballot(setup(phones=10)).sum == "10 plekken, klopt"


@pytest.mark.parametrize(("phones", "says"), [(9, "1 stembriefje is"), (8, "2 stembriefjes zijn")])
def test_too_few_slips_are_told_with_a_way_out(phones: int, says: str) -> None:
    notice = ballot(setup(phones=phones)).notice
    assert notice is not None
    assert notice.text.startswith(says)
    assert "Kies er 3 of meer" in notice.text
    assert notice.edit == Edit(field="slips", value=3)


@pytest.mark.parametrize("phones", [0, 7, 10])
def test_three_slips_or_none_are_no_trouble(phones: int) -> None:
    assert ballot(setup(phones=phones)).notice is None


def test_hands_go_without_a_secret_way() -> None:
    view = ballot(setup(), ballot=Ballot.SHOW_OF_HANDS)
    assert chosen(view) == ["hands"]
    assert all(way.count is None for way in view.ways)
    assert view.sum == ""


def test_one_or_two_staff_are_not_asked_about_phones() -> None:
    assert ballot(setup(staff=2, phones=3)).ways == ()


def test_where_there_can_be_no_phones_none_are_offered() -> None:
    view = ballot(setup(), phones_possible=False)
    assert [way.key for way in view.ways] == ["slips", "hands"]
    assert view.sum == ""


def test_what_can_not_be_promised_of_phones_is_said() -> None:
    assert "een kenner kan meelezen" in ballot(setup(phones=10)).words
    assert "kenner" not in ballot(setup()).words


# What a session starts with


def test_a_session_begins_as_the_one_before_voted() -> None:
    assert new_setup(Values(), DAY).phones == 0
    fresh = new_setup(Values(voting_by_phone=True), DAY)
    assert fresh.phones == fresh.seats
    again = setup_again(Room().report, Values(voting_by_phone=True), DAY)
    assert again.phones == again.seats


# What is ready of the phones


def rows(**changes: object) -> dict[str, str]:
    now = PhoneReadiness(seats=10, status=ON)
    return {row.key: row.text for row in phone_rows(replace(now, **changes), NL)}


def good(**changes: object) -> list[str]:
    now = PhoneReadiness(seats=10, status=ON)
    found = phone_rows(replace(now, **changes), NL)
    return [row.key for row in found if row.icon == "check-circle-fill"]


def test_phones_that_could_not_be_turned_on_leave_no_button_that_does_nothing() -> None:
    now = PhoneReadiness(seats=10, status=None)
    (row,) = phone_rows(now, NL)
    assert "Zet Telefoon uit en weer aan" in row.second
    assert (row.button, row.keycap) == ("", None)


def test_what_is_ready_is_told_with_its_button() -> None:
    assert rows() == {
        "network": "Wifi ‘Leerradar’ · 192.168.4.1:8080",
        "slips": "10 briefjes met een code",
        "scan": "Scan met een telefoon",
        "rehearsal": "Generale repetitie",
    }
    assert good() == ["network"]


def test_without_the_name_of_the_network_the_address_is_told() -> None:
    nameless = replace(ON, network="")
    assert rows(status=nameless)["network"] == "Adres voor telefoons: 192.168.4.1:8080"


def test_it_turns_green_when_a_phone_got_through_and_slips_are_printed() -> None:
    status = replace(ON, reached=True)
    assert good(status=status, printed=True, rehearsed=True) == [
        "network",
        "slips",
        "scan",
        "rehearsal",
    ]
    assert rows(status=status, printed=True)["slips"] == "10 briefjes met een code zijn geprint"


def test_without_an_address_there_is_advice_and_nothing_to_scan() -> None:
    now = PhoneReadiness(seats=10, status=PhoneStatus(addresses=(VPN,)), advice="Zet de wifi aan.")
    network, *others = phone_rows(now, NL)
    assert (network.text, network.second) == ("Geen adres voor telefoons", "Zet de wifi aan.")
    assert network.button
    assert [row.key for row in others] == ["slips", "rehearsal"]


def test_while_an_address_is_being_made_ready_nothing_is_called_wrong() -> None:
    soon = replace(ON, url=None, address=None)
    assert rows(status=soon)["network"] == "Een adres voor telefoons komt eraan"
    refused = replace(soon, trouble=InputError("phones.lost.wrong"))
    (network, *_) = phone_rows(PhoneReadiness(seats=10, status=refused), NL)
    assert network.text == "Geen adres voor telefoons"
    assert network.second == NL.text("phones.lost.wrong")


def test_before_the_session_is_made_it_says_what_is_missing() -> None:
    (only,) = phone_rows(PhoneReadiness(seats=10, nameless=True), NL)
    assert only.second.startswith("Vul eerst de naam van het bedrijf in.")
    assert only.button == ""


# The page at work

Made = Callable[..., PreparePage]


@pytest.fixture
def made(tmp_path: Path, qtbot: QtBot) -> Iterator[Made]:
    pages: list[PreparePage] = []

    def make(
        draft: Setup | None = None, *, language: Language = "nl", **more: object
    ) -> PreparePage:
        settings = Settings(tmp_path / "settings.json")
        settings.change(sessions_folder=str(tmp_path))
        page = PreparePage(
            settings,
            catalogue(language),
            lambda: DAY,
            draft or setup(phones=10),
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
    return next(
        one
        for one in page.widget.findChildren(QWidget)
        if one.accessibleName() == name
        and isinstance(one, QSpinBox | QAbstractButton)
        and one.isVisibleTo(page.widget)
    )


def has(page: PreparePage, name: str) -> bool:
    buttons = page.widget.findChildren(QAbstractButton)
    return any(one.accessibleName() == name and one.isVisibleTo(page.widget) for one in buttons)


def press(page: PreparePage, name: str) -> None:
    button = part(page, name)
    assert isinstance(button, QAbstractButton)
    button.click()


def number(page: PreparePage, name: str) -> int:
    field = part(page, name)
    assert isinstance(field, QSpinBox)
    return field.value()


PHONES = "Plekken met een telefoon"
SLIPS = "Plekken met een stembriefje"


def test_changing_one_number_changes_the_other(made: Made, qtbot: QtBot) -> None:
    page = made()
    qtbot.keyClick(part(page, PHONES), Qt.Key.Key_Down)
    assert (number(page, PHONES), number(page, SLIPS)) == (9, 1)
    press(page, "Maak er 3")
    assert (number(page, PHONES), number(page, SLIPS)) == (7, 3)
    qtbot.keyClick(part(page, SLIPS), Qt.Key.Key_Up)
    assert page.setup.phones == 6


def test_more_people_mean_more_phones(made: Made, qtbot: QtBot) -> None:
    page = made(setup(phones=7))
    qtbot.keyClick(part(page, "Medewerkers"), Qt.Key.Key_Up)
    assert (number(page, PHONES), number(page, SLIPS)) == (8, 3)
    qtbot.keyClick(part(page, "Eigenaren"), Qt.Key.Key_Down)
    assert (number(page, PHONES), number(page, SLIPS)) == (7, 3)


def test_ways_are_ticked_on_and_off(made: Made) -> None:
    page = made()
    press(page, "Stembriefjes")
    assert page.setup.phones == 7
    press(page, "Telefoon")
    assert page.setup.phones == 0
    press(page, "Telefoon")
    assert page.setup.phones == 10


def test_hands_put_the_phones_aside_until_it_is_secret_again(made: Made) -> None:
    at_work = desk(setup(phones=7))
    page = made(desk=at_work)
    press(page, "Handen omhoog")
    assert at_work.session.setup.phones == 0
    assert at_work.ballot is Ballot.SHOW_OF_HANDS
    assert not has(page, "Starten")
    press(page, "Handen omhoog")
    assert at_work.session.setup.phones == 7
    assert at_work.ballot is Ballot.SECRET


def test_what_is_done_about_phones_is_asked_outside(made: Made) -> None:
    page = made(desk=desk(setup(phones=10)))
    page.set_phones(FakeSession(FakePhones()))
    asked: list[str] = []
    page.phones_asked.connect(lambda: asked.append("phones"))
    page.slips_asked.connect(lambda: asked.append("slips"))
    page.rehearsal_asked.connect(lambda: asked.append("rehearsal"))
    for name in ("Instellen …", "Printen", "Starten"):
        press(page, name)
    page.offers()[Intent.REHEARSE]()
    assert asked == ["phones", "slips", "rehearsal", "rehearsal"]


def test_without_phones_nothing_of_them_is_asked(made: Made) -> None:
    page = made(setup(), desk=desk(setup()))
    assert Intent.REHEARSE not in page.offers()
    assert not has(page, "Instellen …")


def test_a_session_without_a_place_for_phones_has_no_card_for_them(made: Made) -> None:
    page = made(desk=desk(setup(phones=10)), by_phone=False)
    assert not has(page, "Telefoon")
    assert has(page, "Stembriefjes")


def test_what_is_printed_counts_as_long_as_the_codes_are_these(made: Made) -> None:
    phones = FakePhones()
    page = made(desk=desk(setup(phones=10)))
    page.set_phones(FakeSession(phones))
    page.set_printed(CODES)
    assert "10 briefjes met een code zijn geprint" in shown(page)
    phones.renew(2)
    assert "10 briefjes met een code" in shown(page)


def test_what_is_printed_later_comes_to_what_was_printed(made: Made) -> None:
    page = made(desk=desk(setup(phones=10)))
    page.set_phones(FakeSession(FakePhones()))
    page.set_printed(CODES[:8])
    assert "10 briefjes met een code" in shown(page)
    page.set_printed(CODES[8:])
    assert "10 briefjes met een code zijn geprint" in shown(page)


def shown(page: PreparePage) -> list[str]:
    texts = (getattr(one, "text", None) for one in page.widget.findChildren(QWidget))
    return [str(text()) for text in texts if text is not None]


def test_a_button_keeps_the_keyboard_while_phones_come_and_go(made: Made, qtbot: QtBot) -> None:
    phones = FakePhones()
    page = made(desk=desk(setup(phones=10)))
    page.set_phones(FakeSession(phones))
    with qtbot.waitActive(page.widget):
        page.widget.show()
    part(page, "Starten").setFocus()
    phones.become(reached=True)
    phones.become(url=None, address=None)
    QApplication.processEvents()
    held = QApplication.focusWidget()
    assert held is not None
    assert held.accessibleName() == "Starten"


def test_the_start_keeps_how_this_team_voted(made: Made, tmp_path: Path) -> None:
    page = made(desk=desk(setup(phones=7)))
    page.offers()[Intent.NEXT]()
    assert Settings(tmp_path / "settings.json").values.voting_by_phone
    page = made(setup(), desk=desk(setup()))
    page.offers()[Intent.NEXT]()
    assert not Settings(tmp_path / "settings.json").values.voting_by_phone


def test_phones_chosen_before_the_session_go_along(made: Made, qtbot: QtBot) -> None:
    page = made(setup(company="", phones=10))
    asked: list[Setup] = []
    page.ready_to_create.connect(asked.append)
    press(page, "Stembriefjes")
    field = page.start()
    assert field is not None
    qtbot.keyClicks(field, "Garage De Brug")
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut))
    assert [one.phones for one in asked] == [7]
