"""The way into the rehearsal and back, in the whole program, with a real vote."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from app.console.rehearsal import Connection, RehearsalPage
from app.keys import Intent
from app.phone_door import PhoneDoor
from app.program import Voting
from app.rehearsal_door import RehearsalDoor
from app.session_run import SessionRun
from resources.catalogue import catalogue
from tests.console.phone_fakes import CABLE, ON, VPN, WIFI, FakePhones, FakeSession
from tests.console.rehearsing import HERE
from tests.screenshots.stage import Stage
from widgets.projector.view import ProjectorView

PATIENCE_MS = 60_000


class Scene:
    def __init__(self, folder: Path) -> None:
        self.stage = Stage(folder, "nl", radar=False)
        self.program = self.stage.program
        self.program.show_start()
        self.before = self.program.page
        self.room = self.program.doors.room
        self.door = RehearsalDoor(self.program, self.room, lambda: Connection(address=HERE))
        self.entered: list[str] = []
        self.door.entered.connect(lambda: self.entered.append("entered"))
        self.door.open("nl")

    @property
    def page(self) -> RehearsalPage:
        page = self.program.page
        assert isinstance(page, RehearsalPage)
        return page

    def seen_by_the_room(self) -> str:
        return self.room.window.findChildren(ProjectorView)[0].accessibleName()


@pytest.fixture
def scene(tmp_path: Path, qtbot: QtBot) -> Iterator[Scene]:
    made = Scene(tmp_path)
    yield made
    made.door.close()
    made.room.window.close()
    made.room.window.deleteLater()
    made.stage.close()
    made.door.deleteLater()


def test_esc_leads_back_to_where_one_was(scene: Scene) -> None:
    assert scene.page.title == "Generale repetitie"
    scene.door.open("nl")
    scene.program.offers()[Intent.LEAVE]()
    assert scene.program.page is scene.before
    assert scene.entered == []


def test_the_big_button_leads_on(scene: Scene) -> None:
    scene.program.window.next_asked.emit()
    assert scene.entered == ["entered"]
    assert scene.program.page is scene.before


def test_the_room_reads_that_it_is_practice_and_gets_its_picture_back(scene: Scene) -> None:
    before = scene.seen_by_the_room()
    scene.page._ask("beamer")
    assert scene.room.window.is_on
    assert "Dit is een oefening" in scene.seen_by_the_room()
    scene.program.offers()[Intent.LEAVE]()
    assert not scene.room.window.is_on
    assert scene.seen_by_the_room() == before


def test_a_whole_practice_vote_by_key(scene: Scene, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: Intent.TRIAL in scene.program.offers(), timeout=PATIENCE_MS)
    scene.page._ask("beamer")
    scene.program.offers()[Intent.TRIAL]()
    qtbot.waitUntil(lambda: scene.page._tried.report is not None, timeout=PATIENCE_MS)
    done = scene.page._tried.report
    assert done is not None
    assert (done.joined, done.voted, done.confirmed) == (12, 12, 12)
    assert sum(done.tally.counts) == 12


def test_the_page_follows_the_language(scene: Scene) -> None:
    scene.door.set_texts(catalogue("en"))
    assert scene.page.title == "Dress rehearsal"


def test_the_rehearsal_serves_where_the_phones_of_the_session_are_served(scene: Scene) -> None:
    program = scene.program
    program.voting = Voting(program.voting.folder, lambda: (WIFI, CABLE, VPN))
    session = FakeSession(FakePhones(replace(ON, chosen=CABLE.ip)))
    run = cast(SessionRun, SimpleNamespace(phones=session))
    door = PhoneDoor(program, scene.room, lambda: run)
    assert door._connection().address == CABLE
    session = FakeSession()
    run = cast(SessionRun, SimpleNamespace(phones=session))
    assert door._connection().address == WIFI
