"""The rehearsal in the console: what is tried, what it says of it, and that nothing stays."""

import errno
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app.console.rehearsal import Connection, RehearsalPage
from app.console.rehearsal_worker import Now, RehearsalWorker
from app.errors import InputError
from app.keys import Intent
from app.presenters.console.rehearsal import checks
from app.voting.addresses import Address
from app.voting.practice import RehearsalReport
from app.voting.rehearsal import Rehearsal
from resources.catalogue import catalogue
from tests.console.fitting import faults
from tests.console.rehearsing import HERE, OPENED, FakeProbe, FakeRoom, FakeWorker, report
from tests.screenshots.stage import Stage
from widgets.console.rehearsal_parts import CheckRow
from widgets.console.views_rehearsal import CheckState

PATIENCE_MS = 60_000


class Scene:
    """The page with everything around it invented."""

    def __init__(self, folder: Path, said: object = OPENED) -> None:
        self.worker, self.probe, self.room = FakeWorker(said), FakeProbe(), FakeRoom()
        self.connection = Connection(address=HERE, network="Leerradar")
        self.page = RehearsalPage(
            catalogue("nl"),
            self.room,
            lambda: self.connection,
            folder,
            worker=self.worker,
            probe=self.probe,
        )
        self.page.refresh()

    def check(self, key: str) -> tuple[CheckState, str]:
        found = next(one for one in checks(self.page._tried, self.page._texts) if one.key == key)
        return found.state, found.second

    def button(self, name: str) -> QAbstractButton:
        found = self.page.widget.findChildren(QAbstractButton)
        return next(one for one in found if one.accessibleName() == name)


@pytest.fixture
def make(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[..., Scene]]:
    made: list[Scene] = []

    def scene(said: object = OPENED) -> Scene:
        made.append(Scene(tmp_path, said))
        qtbot.addWidget(made[-1].page.widget)
        return made[-1]

    yield scene
    for one in made:
        one.page.close()
        for part in (one.page, one.worker, one.probe):
            part.deleteLater()


@pytest.fixture
def scene(make: Callable[..., Scene]) -> Scene:
    return make()


def test_all_is_tried_as_soon_as_the_page_is_in_sight(scene: Scene) -> None:
    assert scene.worker.orders == [HERE]
    assert scene.check("beamer")[0] is CheckState.WORKS
    state, words = scene.check("address")
    assert state is CheckState.WORKS
    assert words == "Wifi ‘Leerradar’ · 192.168.4.1:8080 · geen internet nodig"
    assert scene.check("printer") == (CheckState.WORKS, "Kantoor HP")
    state, words = scene.check("phone")
    assert state is CheckState.TO_DO
    assert "192.168.4.1:8080" in words
    assert "K7P4" in words


def test_coming_back_into_sight_begins_nothing_anew(scene: Scene) -> None:
    scene.page.refresh()
    assert scene.worker.orders == [HERE]


def test_a_phone_that_joins_and_votes_is_seen(scene: Scene) -> None:
    scene.worker.counted.emit(Now(joined=1, voted=0))
    assert scene.check("phone")[0] is CheckState.BUSY
    scene.worker.counted.emit(Now(joined=1, voted=1))
    assert scene.check("phone")[0] is CheckState.WORKS


def test_invented_voters_are_no_phone(scene: Scene) -> None:
    scene.page.offers()[Intent.TRIAL]()
    scene.worker.counted.emit(Now(joined=12, voted=12))
    scene.worker.ended.emit(report(12))
    scene.worker.counted.emit(Now(joined=12, voted=0))
    assert scene.check("phone")[0] is CheckState.TO_DO
    # In the round after that nobody was invented.
    scene.worker.counted.emit(Now(joined=13, voted=1))
    assert scene.check("phone")[0] is CheckState.WORKS


def test_the_practice_vote_goes_from_votes_to_result(scene: Scene) -> None:
    scene.button("Start proefstemming").click()
    assert scene.worker.orders[-1] == 12
    assert scene.room.shown == [(0, 12)]
    scene.worker.counted.emit(Now(joined=12, voted=7))
    assert scene.check("trial") == (CheckState.BUSY, "12 doen mee, 7 gestemd")
    assert scene.room.shown[-1] == (7, 12)
    scene.worker.ended.emit(report(12))
    state, words = scene.check("trial")
    assert state is CheckState.WORKS
    assert words == ("12 doen mee, 12 gestemd, 12 bevestigd · helft binnen 12 ms, 95% binnen 40 ms")
    assert scene.room.shown[-1] == (None, 12)


def test_while_it_runs_no_second_one_starts(scene: Scene) -> None:
    scene.page.offers()[Intent.TRIAL]()
    assert Intent.TRIAL not in scene.page.offers()
    scene.button("De proefstemming loopt.").click()
    assert scene.worker.orders == [HERE, 12]


def test_that_a_practice_vote_went_well_is_told_once_it_did(scene: Scene) -> None:
    told: list[str] = []
    scene.page.rehearsed.connect(lambda: told.append("rehearsed"))
    scene.page.start_trial()
    scene.worker.ended.emit(report(12, confirmed=11))
    assert told == []
    scene.page.start_trial()
    scene.worker.ended.emit(report(12))
    assert told == ["rehearsed"]


def test_a_vote_that_got_lost_fails_and_says_what_to_do(scene: Scene) -> None:
    scene.page.start_trial()
    scene.worker.ended.emit(report(12, confirmed=11))
    state, words = scene.check("trial")
    assert state is CheckState.FAILS
    assert "11 van de 12" in words
    assert "nog een keer" in words


def test_the_number_of_voters_is_chosen(scene: Scene) -> None:
    number = scene.page.widget.findChildren(QSpinBox)[0]
    number.setValue(50)
    scene.page.start_trial()
    assert scene.worker.orders[-1] == 50
    assert (number.minimum(), number.maximum()) == (1, 50)


def test_without_an_address_there_is_a_way_out(make: Callable[..., Scene]) -> None:
    scene = make(InputError("rehearsal.no_address"))
    state, words = scene.check("address")
    assert state is CheckState.FAILS
    assert "briefjes" in words
    assert Intent.TRIAL not in scene.page.offers()
    assert "stem met briefjes" in scene.page.bottom_view().note
    scene.worker.said = OPENED
    scene.button("Adres: Opnieuw").click()
    assert scene.check("address")[0] is CheckState.WORKS


def test_without_a_printer_there_is_a_way_out(scene: Scene) -> None:
    scene.probe.printer = None
    scene.page.test_again()
    state, words = scene.check("printer")
    assert state is CheckState.FAILS
    assert "PDF" in words
    assert scene.page.bottom_view().note == "2 van de 5 klaar. Starten kan: bewaar dan een PDF"
    scene.probe.printer = "HP"
    scene.button("Printer: Opnieuw").click()
    assert scene.check("printer") == (CheckState.WORKS, "HP")


def test_without_a_second_screen_no_window_pops_up_by_itself(scene: Scene) -> None:
    scene.room.size = None
    scene.page.refresh()
    assert scene.check("beamer")[0] is CheckState.TO_DO
    scene.page.start_trial()
    assert scene.room.shown == []


def test_the_test_picture_comes_and_goes(scene: Scene) -> None:
    scene.button("Beamer: Testbeeld").click()
    assert scene.room.shown == [(None, 12)]
    scene.button("Beamer: Testbeeld weg").click()
    assert scene.room.shown[-1] == "left"


def test_the_code_to_scan_comes_with_address_and_code(scene: Scene) -> None:
    scene.button("Adres: Toon QR").click()
    names = [one.accessibleName() for one in scene.page.widget.findChildren(QWidget)]
    assert "QR-code van 192.168.4.1:8080" in names
    assert scene.button("Adres: Verberg QR")


def test_when_all_works_it_says_so(scene: Scene) -> None:
    scene.worker.counted.emit(Now(joined=1, voted=1))
    scene.page.start_trial()
    scene.worker.ended.emit(report(12, real=1))
    assert scene.page.bottom_view().note == "Alles werkt"


def test_keys_lead_on_and_back(scene: Scene) -> None:
    gone: list[str] = []
    scene.page.left.connect(lambda: gone.append("left"))
    scene.page.entered.connect(lambda: gone.append("entered"))
    offers = scene.page.offers()
    offers[Intent.LEAVE]()
    offers[Intent.NEXT]()
    assert gone == ["left", "entered"]


def test_it_speaks_another_language_at_once(scene: Scene) -> None:
    scene.page.set_texts(catalogue("en"))
    assert scene.page.title == "Dress rehearsal"
    assert scene.button("Start practice vote")


def test_leaving_ends_it_and_gives_the_room_back(scene: Scene) -> None:
    scene.page.close()
    scene.page.close()
    assert scene.worker.orders == [HERE, "close"]
    assert scene.room.shown == ["left"]


def test_tab_goes_as_it_is_read(scene: Scene) -> None:
    first = scene.page.start()
    assert first is scene.button("Beamer: Testbeeld")
    found: list[str] = []
    at = first
    while True:
        stops = at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.focusProxy() is None
        if stops and at.isVisibleTo(scene.page.widget) and at.accessibleName():
            found.append(at.accessibleName())
        at = at.nextInFocusChain()
        if at is first:
            break
    assert found == [
        "Beamer: Testbeeld",
        "Adres: Toon QR",
        "Verzonnen stemmers",
        "Start proefstemming",
    ]


def test_every_row_is_read_out_whole(scene: Scene) -> None:
    rows = scene.page.widget.findChildren(CheckRow)
    assert [row.accessibleName().split(".")[0] for row in rows] == [
        "Beamer: werkt",
        "Adres: werkt",
        "Telefoon: nog doen",
        "Printer: werkt",
        "Proefstemming: nog doen",
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.0), ((1280, 720), 1.5)])
def test_every_text_fits(
    tmp_path: Path, language: str, size: tuple[int, int], scale: float
) -> None:
    stage = Stage(tmp_path, language, size=size, scale=scale, radar=False)  # type: ignore[arg-type]
    worker, probe = FakeWorker(), FakeProbe()
    page = RehearsalPage(
        stage.program.texts,
        FakeRoom(),
        lambda: Connection(network="Installatiebedrijf Van der Heijden"),
        tmp_path,
        worker=worker,
        probe=probe,
    )
    stage.show(page)

    def look() -> list[str]:
        stage.settle()
        return faults(stage.window)

    assert look() == []
    page.start_trial()
    worker.counted.emit(Now(joined=51, voted=50))
    assert look() == []
    worker.ended.emit(report(50, confirmed=3))
    page._ask("address")
    assert look() == []
    worker.failed.emit(InputError("rehearsal.no_address"))
    probe.printer = None
    page._ask("printer")
    assert look() == []
    page.close()
    stage.close()
    for part in (page, worker, probe):
        part.deleteLater()


@pytest.fixture
def worker() -> Iterator[RehearsalWorker]:
    made = RehearsalWorker()
    yield made
    made.close()
    made.deleteLater()


def test_the_worker_holds_real_votes_and_leaves_no_thread(
    worker: RehearsalWorker, qtbot: QtBot
) -> None:
    seen: list[object] = []
    worker.counted.connect(seen.append)
    with qtbot.waitSignal(worker.opened, timeout=PATIENCE_MS) as opened:
        worker.begin(HERE)
    (where,) = opened.args or ()
    assert where.url.startswith("http://127.0.0.1")
    assert len(where.code) == 4
    for voters in (3, 2):
        with qtbot.waitSignal(worker.ended, timeout=PATIENCE_MS) as ended:
            worker.vote(voters)
        (told,) = ended.args or ()
        assert (told.joined, told.voted, told.confirmed) == (voters, voters, voters)
    assert seen


def test_left_in_the_middle_it_ends_and_says_nothing_more(
    worker: RehearsalWorker, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(worker.opened, timeout=PATIENCE_MS):
        worker.begin(HERE)
    said: list[object] = []
    worker.ended.connect(said.append)
    worker.counted.connect(said.append)
    worker.vote(50)
    worker.close()
    assert said == []


def test_begun_anew_in_the_middle_only_the_new_one_is_told(
    worker: RehearsalWorker, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(worker.opened, timeout=PATIENCE_MS):
        worker.begin(HERE)
    told: list[RehearsalReport] = []
    worker.ended.connect(told.append)
    worker.vote(30)
    with qtbot.waitSignal(worker.opened, timeout=PATIENCE_MS):
        worker.begin(HERE)
    with qtbot.waitSignal(worker.ended, timeout=PATIENCE_MS):
        worker.vote(2)
    assert [one.confirmed for one in told] == [2]
    assert [one.name for one in threading.enumerate()].count("rehearsal") == 1


def test_a_full_disk_is_told(
    worker: RehearsalWorker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_named: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("app.console.rehearsal_worker.TemporaryDirectory", refuse)
    with qtbot.waitSignal(worker.failed, timeout=PATIENCE_MS) as failed:
        worker.begin(HERE)
    assert isinstance(failed.args[0], InputError)


def test_what_can_not_be_served_is_told(worker: RehearsalWorker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(worker.failed, timeout=PATIENCE_MS) as failed:
        worker.begin(None)
    (error,) = failed.args or ()
    assert error.key == "rehearsal.no_address"


def test_a_fault_on_the_way_is_told_and_leaves_nothing(qtbot: QtBot) -> None:
    class Full(Rehearsal):
        def set_voters(self, voters: int) -> None:
            raise InputError("output.disk_full", folder="x")

    folders: list[Path] = []

    def make(folder: Path, address: Address | None) -> Rehearsal:
        folders.append(folder)
        return Full(folder, address, 0, 1)

    worker = RehearsalWorker(make)
    with qtbot.waitSignal(worker.opened, timeout=PATIENCE_MS):
        worker.begin(HERE)
    with qtbot.waitSignal(worker.failed, timeout=PATIENCE_MS):
        worker.vote(3)
    worker.close()
    assert not folders[0].exists()
    worker.deleteLater()
