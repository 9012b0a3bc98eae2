"""The window to set up the phones: what it says, what it asks, and what it never shows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.console import phones as controller
from app.console.phones import PhonesPanel
from app.errors import InputError
from app.presenters.console.phones import Matrices, PanelState, phones_view
from app.settings import Settings
from app.voting.phone_status import PhonesPort, PhoneStatus
from resources.catalogue import catalogue
from tests.console.phone_fakes import CABLE, CODES, ON, VPN, WIFI, FakePhones, seats
from widgets.console.views_phones import PhonesView
from widgets.controls.ask import Question

NL = catalogue("nl")
DARK = ((True,),)


def view(status: PhoneStatus = ON, **state: object) -> PhonesView:
    make = Matrices(url=lambda _: DARK, wifi=lambda name, _: DARK if name.isalnum() else None)
    return phones_view(status, replace(PanelState(), **state), NL, make)


# What it says


def test_addresses_have_names_for_people_and_the_best_comes_first() -> None:
    network = view(replace(ON, addresses=(VPN, CABLE, WIFI))).network
    assert [(one.text, one.second) for one in network.addresses] == [
        ("Wifi · 192.168.4.1", "wlp3s0"),
        ("Kabel · 10.0.0.5", "enp4s0"),
        ("VPN of virtueel · 10.8.0.2", "tun0"),
    ]
    assert network.address == WIFI.ip
    assert network.good
    assert network.steps == ()


def test_an_address_that_phones_can_not_reach_has_a_way_out() -> None:
    only = view(replace(ON, addresses=(VPN,), chosen=VPN.ip)).network
    assert not only.good
    assert "VPN" in only.advice
    assert any("stembriefjes" in step for step in only.steps)


def test_what_went_wrong_comes_before_advice() -> None:
    error = InputError("phones.lost.wrong")
    network = view(replace(ON, url=None, address=None, trouble=error)).network
    assert network.advice == error.message(NL)
    assert not network.good


def test_both_codes_are_there_to_scan_when_there_is_something_to_scan() -> None:
    titles = [one.title for one in view().network.codes]
    assert titles == ["Naar de wifi", "Naar het stemmen"]
    assert [one.words for one in view(replace(ON, network="")).network.codes] == [ON.url]
    assert view(PhoneStatus()).network.codes == ()


def test_a_wifi_that_makes_no_code_says_why() -> None:
    network = view(replace(ON, network="Café De Brug")).network
    assert len(network.codes) == 1
    assert "letters en cijfers" in network.hint


def test_it_counts_seats_and_people_and_no_more() -> None:
    people = view(replace(ON, seats=seats(joined=7), joined=7)).people
    assert people.count == "10 plekken, 7 mensen"
    assert view(replace(ON, joined=1)).people.count == "10 plekken, 1 mens"


def test_as_long_as_no_phone_got_through_there_are_things_to_try() -> None:
    assert any("mobiele data" in step for step in view().people.steps)
    assert view(replace(ON, reached=True)).people.steps == ()


def test_no_code_is_in_sight_until_it_is_asked_for() -> None:
    assert view().codes.shown is None
    code = view(shown=0).codes.shown
    assert code is not None
    assert (code.code, code.spoken, code.owner) == ("K7P4", "K 7 P 4", "")


def test_the_code_of_an_owner_is_marked_and_one_in_use_says_so() -> None:
    status = replace(ON, seats=seats(joined=1))
    last = view(status, shown=9).codes.shown
    assert last is not None
    assert "ruit" in last.owner
    assert last.used == ""
    first = view(status, shown=0).codes.shown
    assert first is not None
    assert first.used == "Deze code is al gebruikt."


# The window at work


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(1280, 720)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def phones() -> FakePhones:
    return FakePhones()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def panel(
    over: QWidget, phones: FakePhones, settings: Settings, qtbot: QtBot
) -> Iterator[PhonesPanel]:
    made = PhonesPanel(phones, settings, NL, over)
    made.dialog.setModal(False)
    with qtbot.waitActive(made.dialog):
        made.dialog.show()
    yield made
    made.close()


def part(panel: PhonesPanel, name: str) -> QWidget:
    return next(
        one
        for one in panel.dialog.findChildren(QWidget)
        if one.accessibleName() == name
        and isinstance(one, QAbstractButton | QLineEdit | QComboBox)
        and one.isVisible()
    )


def press(panel: PhonesPanel, name: str) -> None:
    button = part(panel, name)
    assert isinstance(button, QAbstractButton)
    button.click()


def write(panel: PhonesPanel, name: str, text: str, qtbot: QtBot) -> None:
    field = part(panel, name)
    assert isinstance(field, QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def texts(panel: PhonesPanel) -> list[str]:
    found = [one for one in panel.dialog.findChildren(QWidget) if one.isVisible()]
    said = [str(text()) for one in found if (text := getattr(one, "text", None)) is not None]
    return said + [one.accessibleName() for one in found]


def test_the_phones_of_a_test_are_as_the_real_ones(phones: FakePhones) -> None:
    port: PhonesPort = phones
    assert port.status is ON


def test_the_wifi_is_typed_once_and_kept_for_the_next_session(
    panel: PhonesPanel, phones: FakePhones, settings: Settings, qtbot: QtBot
) -> None:
    write(panel, "Naam van de wifi", "Reisrouter", qtbot)
    write(panel, "Wachtwoord", "leren2026", qtbot)
    assert (phones.status.network, phones.status.password) == ("Reisrouter", "leren2026")
    assert settings.values.network_name == "Reisrouter"
    assert settings.values.network_password == "leren2026"
    assert "QR-code voor de wifi Reisrouter" in texts(panel)


def test_another_address_is_served_at_once(panel: PhonesPanel, phones: FakePhones) -> None:
    choice = part(panel, "Adres voor telefoons")
    assert isinstance(choice, QComboBox)
    choice.activated.emit(1)
    assert phones.status.chosen == CABLE.ip
    assert "http://10.0.0.5:8080" in texts(panel)


def test_the_door_is_closed_and_opened(panel: PhonesPanel, phones: FakePhones) -> None:
    press(panel, "Er mogen nog mensen bij")
    assert not phones.status.door_open
    press(panel, "Er mogen nog mensen bij")
    assert phones.status.door_open


def test_codes_come_one_by_one_and_go_round(panel: PhonesPanel) -> None:
    def seen() -> list[str]:
        spoken = {" ".join(code): code for code in CODES}
        return [spoken[one] for one in texts(panel) if one in spoken]

    assert seen() == []
    press(panel, "Codes zonder printer")
    assert seen() == [CODES[0]]
    press(panel, "Volgende code")
    assert seen() == [CODES[1]]
    press(panel, "Vorige code")
    press(panel, "Vorige code")
    assert seen() == [CODES[-1]]
    press(panel, "Verberg de code")
    assert seen() == []


def test_the_sheet_is_asked_for(panel: PhonesPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.print_asked):
        press(panel, "Printen")


class Answering:
    """Answers what the window asks, and remembers it."""

    def __init__(self, answer: str) -> None:
        self.answer = answer
        self.asked: list[Question] = []

    def __call__(self, _parent: QWidget, question: Question) -> str:
        self.asked.append(question)
        return self.answer


def test_a_lost_phone_gets_a_new_code_once_that_is_sure(
    panel: PhonesPanel, phones: FakePhones, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering = Answering("go_on")
    monkeypatch.setattr(controller, "ask", answering)
    write(panel, "Oude code", "hh-7m", qtbot)
    assert phones.renewed == [4]
    assert "kan dan niet meer stemmen" in answering.asked[0].text
    assert any("De nieuwe code is WWXX" in one for one in texts(panel))
    field = part(panel, "Oude code")
    assert isinstance(field, QLineEdit)
    assert field.text() == ""


def test_a_change_of_mind_leaves_the_old_phone_alone(
    panel: PhonesPanel, phones: FakePhones, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(controller, "ask", Answering("cancel"))
    write(panel, "Oude code", "HH7M", qtbot)
    assert phones.renewed == []


def test_a_code_of_nobody_is_told_and_asks_nothing(
    panel: PhonesPanel, phones: FakePhones, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering = Answering("go_on")
    monkeypatch.setattr(controller, "ask", answering)
    write(panel, "Oude code", "ZZZZ", qtbot)
    assert answering.asked == []
    assert phones.renewed == []
    assert "Deze code is niet van deze sessie." in texts(panel)


def test_people_who_join_are_counted_while_it_is_open(
    panel: PhonesPanel, phones: FakePhones
) -> None:
    phones.become(seats=seats(joined=3), joined=3, reached=True)
    assert "10 plekken, 3 mensen" in texts(panel)
    assert "Een telefoon kwam door" in texts(panel)


def test_enter_in_a_field_does_not_close_the_window(panel: PhonesPanel, qtbot: QtBot) -> None:
    write(panel, "Naam van de wifi", "Reisrouter", qtbot)
    assert panel.dialog.isVisible()
    qtbot.keyClick(panel.dialog, Qt.Key.Key_Escape)
    assert not panel.dialog.isVisible()


def test_a_window_that_was_closed_hears_no_more(
    over: QWidget, phones: FakePhones, settings: Settings
) -> None:
    panel = PhonesPanel(phones, settings, NL, over)
    panel.close()
    before = texts(panel)
    phones.become(joined=5)
    assert texts(panel) == before
