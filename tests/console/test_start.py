"""The start page: its doors, its list, and what it asks for."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.console.start import StartPage
from app.keys import Intent
from app.known_sessions import Known, KnownSessions, KnownState
from app.presenters.console.start import start_view
from app.settings import Settings
from resources.catalogue import catalogue
from widgets.console.start import DoorId, StartView
from workshop_flows.state import Position
from workshop_flows.vocabulary import AxisId, Step

NOW = datetime.datetime(2026, 11, 11, 14, 5)
STATEMENT_4 = Position(step=Step.VOTE, axis=AxisId.A4, statement=1)
STATEMENT_8 = Position(step=Step.VOTE, axis=AxisId.A4, statement=2)


def known(name: str = "Garage De Brug", **changes: object) -> Known:
    usual = Known(
        path=Path(f"{name}.leerradar"),
        company=name,
        day=NOW.date(),
        people=10,
        length=60,
        state=KnownState.BUSY,
        changed=NOW - datetime.timedelta(minutes=25),
        position=STATEMENT_8,
    )
    return replace(usual, **changes)


def view(*sessions: Known, language: str = "nl", **changes: object) -> StartView:
    wanted = {"now": NOW, "practised": True, "is_missing": lambda _: False, **changes}
    return start_view(sessions, catalogue(language), **wanted)  # type: ignore[arg-type]


def doors(shown: StartView) -> list[DoorId]:
    return [door.id for door in shown.doors]


@pytest.mark.parametrize(
    ("hour", "greeting"),
    [(0, "Goedenavond."), (6, "Goedemorgen."), (12, "Goedemiddag."), (18, "Goedenavond.")],
)
def test_the_greeting_follows_the_hour(hour: int, greeting: str) -> None:
    assert view(now=NOW.replace(hour=hour)).greeting == greeting


def test_a_newcomer_is_sent_to_practise_first() -> None:
    assert doors(view(practised=False))[:2] == [DoorId.PRACTISE, DoorId.NEW]


def test_who_has_practised_begins_with_a_new_session() -> None:
    assert doors(view()) == [DoorId.NEW, DoorId.FOLLOW_UP, DoorId.PRACTISE, DoorId.EXAMPLE]


def test_what_is_going_on_can_be_gone_on_with() -> None:
    shown = view(known())
    assert doors(shown)[:2] == [DoorId.NEW, DoorId.RESUME]
    assert shown.doors[1].title == "Verder met Garage De Brug"
    assert shown.doors[1].second == "Vandaag gestopt bij stelling 8 van 14"
    assert shown.recents.rows[0].second == "vandaag, 13:40"
    assert shown.recents.rows[0].pill == "bezig"


@pytest.mark.parametrize(
    ("length", "position", "days", "says"),
    [
        (45, STATEMENT_4, 1, "Gisteren gestopt bij stelling 4 van 7"),
        (90, STATEMENT_8, 8, "Op 3 november 2026 gestopt bij stelling 11 van 21"),
        (60, Position(step=Step.RADAR), 0, "Vandaag gestopt bij de radar"),
        (60, None, 0, "Vandaag gestopt bij het voorbereiden"),
    ],
)
def test_where_it_stopped_is_said_in_words(
    length: int, position: Position | None, days: int, says: str
) -> None:
    changed = NOW - datetime.timedelta(days=days)
    shown = view(known(length=length, position=position, changed=changed))
    assert shown.doors[1].second == says


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("step", [one for one in Step if one is not Step.VOTE])
def test_every_step_has_words(language: str, step: Step) -> None:
    assert view(known(position=Position(step=step)), language=language).doors[1].second


def test_a_ready_agreement_is_still_going_on_and_a_finished_session_is_not() -> None:
    assert DoorId.RESUME in doors(view(known(state=KnownState.AGREEMENT)))
    assert DoorId.RESUME not in doors(view(known(state=KnownState.FINISHED)))
    assert DoorId.RESUME not in doors(view(known(state=KnownState.CONCEPT)))


def test_a_finished_session_says_when_to_look_back() -> None:
    done = known(state=KnownState.FINISHED, follow_up=datetime.date(2026, 12, 4))
    row = view(done).recents.rows[0]
    assert row.pill == "terugkijken vr 4 dec"
    assert row.second == "11 november 2026 · 10 mensen"


def test_a_missing_file_is_said_and_can_be_taken_off_the_list() -> None:
    shown = view(known(), is_missing=lambda _: True)
    row = shown.recents.rows[0]
    assert DoorId.RESUME not in doors(shown)
    assert row.pill == "niet gevonden"
    assert row.reason is not None
    assert "Garage De Brug.leerradar" in row.reason
    assert row.forget == "Haal Garage De Brug van de lijst"


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> Iterator[StartPage]:
    sessions = KnownSessions(tmp_path / "sessions.json")
    sessions.remember(known("Transport Bos", path=tmp_path / "bos", state=KnownState.FINISHED))
    sessions.remember(known(path=tmp_path / "brug", changed=NOW))
    made = StartPage(
        Settings(tmp_path / "settings.json"),
        sessions,
        catalogue("nl"),
        lambda: NOW,
        missing=lambda one: one.path.name == "bos",
    )
    qtbot.addWidget(made.widget)
    made.refresh()
    yield made
    made.deleteLater()


def button(page: StartPage, name: str) -> QAbstractButton:
    found = page.widget.findChildren(QAbstractButton)
    shown = (one for one in found if one.isVisibleTo(page.widget))
    return next(one for one in shown if one.accessibleName() == name)


@pytest.mark.parametrize(
    ("name", "intent", "signal"),
    [
        ("Oefenen", Intent.PRACTISE, "practise"),
        ("Nieuwe sessie", Intent.NEW, "new_session"),
        ("Vervolgsessie", Intent.FOLLOW_UP, "follow_up"),
        ("Voorbeeld bekijken", Intent.EXAMPLE, "example"),
        ("Openen", Intent.OPEN, "open_file"),
        ("Instellingen", Intent.SETTINGS, "settings_asked"),
        ("Hulp", Intent.HELP, "help_asked"),
    ],
)
def test_every_door_opens_by_mouse_and_by_its_key(
    page: StartPage, name: str, intent: Intent, signal: str
) -> None:
    told: list[str] = []
    getattr(page, signal).connect(lambda: told.append(signal))
    button(page, name).click()
    page.offers()[intent]()
    assert told == [signal, signal]


def test_going_on_names_the_file(page: StartPage, tmp_path: Path) -> None:
    told: list[object] = []
    page.resume.connect(told.append)
    button(page, "Verder met Garage De Brug").click()
    page.offers()[Intent.RESUME]()
    button(page, "Garage De Brug").click()
    assert told == [tmp_path / "brug"] * 3


def test_a_missing_one_can_only_be_forgotten(page: StartPage, tmp_path: Path) -> None:
    told: list[object] = []
    page.forgotten.connect(told.append)
    assert not button(page, "Transport Bos").isEnabled()
    button(page, "Haal Transport Bos van de lijst").click()
    assert told == [tmp_path / "bos"]
    assert button(page, "Garage De Brug")
    with pytest.raises(StopIteration):
        button(page, "Transport Bos")
    assert KnownSessions(tmp_path / "sessions.json").find(tmp_path / "bos") is None


def test_without_anything_going_on_its_key_is_not_offered(tmp_path: Path, qtbot: QtBot) -> None:
    page = StartPage(
        Settings(tmp_path / "settings.json"),
        KnownSessions(tmp_path / "sessions.json"),
        catalogue("nl"),
        lambda: NOW,
    )
    qtbot.addWidget(page.widget)
    page.refresh()
    assert Intent.RESUME not in page.offers()
    page.deleteLater()


def test_the_language_changes_at_once(page: StartPage) -> None:
    page.set_texts(catalogue("en"))
    assert button(page, "New session")


def test_tab_goes_through_all_of_it_from_the_first_door(page: StartPage) -> None:
    page.widget.grab()
    first = page.start()
    assert first is not None
    found: list[str] = []
    at: QWidget = first
    for _ in range(40):
        if at.isEnabled() and isinstance(at, QAbstractButton):
            found.append(at.accessibleName())
        at = at.nextInFocusChain()
        if at is first:
            break
    assert found == [
        "Oefenen",
        "Nieuwe sessie",
        "Verder met Garage De Brug",
        "Vervolgsessie",
        "Voorbeeld bekijken",
        "Openen",
        "Garage De Brug",
        "Haal Transport Bos van de lijst",
        "Instellingen",
        "Hulp",
    ]
