"""The settings page: every choice holds and is kept at once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from app.console.settings_page import SettingsPage
from app.keys import Intent
from app.presenters.console.settings import AUTOMATIC, settings_view
from app.screen_plan import ScreenId
from app.settings import Motion, Settings, Values
from resources.catalogue import catalogue

LAPTOP = ScreenId(name="eDP-1")
PROJECTOR = ScreenId(name="HDMI-1", manufacturer="Epson", model="EB-W51")
ELSEWHERE = Path("elsewhere")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def page(settings: Settings, qtbot: QtBot) -> Iterator[SettingsPage]:
    made = SettingsPage(settings, lambda: (LAPTOP, PROJECTOR), lambda _: ELSEWHERE)
    qtbot.addWidget(made.widget)
    made.refresh()
    yield made
    made.deleteLater()


def buttons(page: SettingsPage, name: str) -> list[QAbstractButton]:
    found = page.widget.findChildren(QAbstractButton)
    return [one for one in found if one.accessibleName() == name and not one.isHidden()]


@pytest.mark.parametrize(
    ("name", "setting", "value"),
    [
        ("150%", "text_size", 150),
        ("Donker", "theme", "dark"),
        ("Aan", "motion", Motion.REDUCED),
        ("Verre zaal", "zoom", "far"),
        ("90 min", "length", 90),
        ("8", "smallest_team", 8),
    ],
)
def test_a_choice_holds_and_is_kept(
    page: SettingsPage, settings: Settings, tmp_path: Path, name: str, setting: str, value: Any
) -> None:
    buttons(page, name)[0].click()
    assert getattr(settings.values, setting) == value
    assert getattr(Settings(tmp_path / "settings.json").values, setting) == value


def test_the_language_of_the_page_changes_with_the_setting(
    page: SettingsPage, settings: Settings
) -> None:
    told: list[str] = []
    page.bottom_changed.connect(lambda: told.append("changed"))
    buttons(page, "English")[0].click()
    assert settings.values.language == "en"
    assert settings.values.session_language == "nl"
    assert page.title == "Settings"
    assert page.bottom_view().back == "Back"
    assert buttons(page, "Dark")
    assert told


def test_the_focus_stays_while_the_language_changes(page: SettingsPage) -> None:
    first = page.start()
    assert first is buttons(page, "Nederlands")[0]
    buttons(page, "English")[0].click()
    assert page.start() is buttons(page, "English")[0]


def test_a_screen_is_known_by_its_name(page: SettingsPage, settings: Settings) -> None:
    screens = page.widget.findChildren(QComboBox)[0]
    assert [screens.itemText(at) for at in range(screens.count())] == [
        "Vanzelf: het tweede scherm",
        "eDP-1",
        "Epson EB-W51",
    ]
    screens.activated.emit(2)
    assert settings.values.projector_screen == PROJECTOR
    screens.activated.emit(0)
    assert settings.values.projector_screen is None


def test_a_chosen_screen_that_is_away_stays_chosen() -> None:
    away = ScreenId(name="HDMI-2", model="P1")
    view = settings_view(Values(projector_screen=away), ELSEWHERE, (LAPTOP,), catalogue("nl"))
    row = next(row for part in view.sections for row in part.rows if row.drop_down)
    assert row.chosen == away
    assert [option.text for option in row.options][-1] == "P1 (nu niet aangesloten)"
    assert row.options[0].key == AUTOMATIC


def test_a_folder_is_asked_for_and_shown(page: SettingsPage, settings: Settings) -> None:
    buttons(page, "Map voor de sessies: Kies een map")[0].click()
    assert settings.sessions_folder == ELSEWHERE
    assert "elsewhere" in [label.text() for label in page.widget.findChildren(QLabel)]


def test_a_change_of_mind_keeps_the_folder(settings: Settings, qtbot: QtBot) -> None:
    page = SettingsPage(settings, tuple, lambda _: None)
    qtbot.addWidget(page.widget)
    page.refresh()
    buttons(page, "Map voor de sessies: Kies een map")[0].click()
    assert settings.values.sessions_folder == ""
    page.deleteLater()


def test_escape_leads_back(page: SettingsPage) -> None:
    left: list[str] = []
    page.left.connect(lambda: left.append("left"))
    page.offers()[Intent.LEAVE]()
    assert left == ["left"]


def test_arrows_choose_and_a_change_from_elsewhere_is_shown(
    page: SettingsPage, settings: Settings, qtbot: QtBot
) -> None:
    qtbot.keyClick(buttons(page, "100%")[0], Qt.Key.Key_Right)
    assert settings.values.text_size == 125
    settings.change(theme="dark")
    assert buttons(page, "Donker")[0].isChecked()


def test_what_can_not_be_kept_is_said(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "config").write_bytes(b"a file where the folder should be")
    page = SettingsPage(Settings(tmp_path / "config" / "settings.json"), tuple, lambda _: None)
    qtbot.addWidget(page.widget)
    page.refresh()
    told: list[Any] = []
    page.told.connect(told.append)
    buttons(page, "Donker")[0].click()
    assert "wordt niet onthouden" in told[0].text
    assert buttons(page, "Donker")[0].isChecked()
    page.deleteLater()


def test_tab_goes_through_the_settings_as_they_are_read(page: SettingsPage) -> None:
    first = page.start()
    assert first is not None
    found: list[str] = []
    at = first
    while True:
        stops = at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.focusProxy() is None
        if stops and at.isVisibleTo(page.widget) and at.accessibleName():
            found.append(at.accessibleName())
        at = at.nextInFocusChain()
        if at is first:
            break
    assert found == [
        "Nederlands",
        "100%",
        "Licht",
        "Zoals de laptop",
        "Scherm",
        "Gewoon",
        "Nederlands",
        "60 min",
        "5",
        "Map voor de sessies: Kies een map",
    ]
