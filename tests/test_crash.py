"""An unexpected error: one plain message, a report without names or votes, and on it goes."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QtMsgType, qCritical
from PySide6.QtWidgets import QApplication

from app import __version__
from app.crash import OFTEN, Crashes, Way
from app.crash_report import MOST, CrashFolder, fault_of, report_text
from resources.catalogue import catalogue
from tests.journal_samples import PROJECT
from widgets.controls import ask
from widgets.controls.ask import Question

NOON = datetime(2026, 11, 11, 12, 0)
SECRETS = ("Zwaantje", "Garage De Brug", "[1, 0, 2, 3, 3]", "geheim.leerradar", "Anouk")


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


class Person:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[Question] = []
        self.answer: Callable[[], Way] = lambda: Way.GO_ON
        monkeypatch.setattr(ask, "ask", self._answer)

    def _answer(self, parent: object, question: Question) -> str:
        self.asked.append(question)
        return self.answer().value


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch) -> Person:
    return Person(monkeypatch)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def crashes(qapp: QApplication, tmp_path: Path, person: Person, clock: Clock) -> Iterator[Crashes]:
    made = Crashes(CrashFolder(tmp_path / "reports"), lambda: catalogue("nl"), clock)
    made.install()
    yield made
    made.uninstall()


def reports(folder: Path) -> list[Path]:
    return CrashFolder(folder / "reports").reports()


def deliver(crashes: Crashes) -> None:
    QCoreApplication.sendPostedEvents(crashes, QEvent.Type.MetaCall)


def fail_with_secrets() -> None:
    name = "Zwaantje van Garage De Brug"
    votes = [1, 0, 2, 3, 3]
    raise ValueError(f"{name} stemde {votes}, zie geheim.leerradar van Anouk", votes)


def fail_in_a_chain() -> None:
    try:
        fail_with_secrets()
    except ValueError as error:
        raise KeyError("Anouk", error) from error


def happen(crashes: Crashes, fail: Callable[[], None] = fail_with_secrets) -> None:
    """Let it happen as in a slot: nobody catches it."""
    try:
        fail()
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)
    deliver(crashes)


@pytest.mark.parametrize("fail", [fail_with_secrets, fail_in_a_chain])
def test_the_report_holds_no_name_no_vote_and_no_file_of_the_session(
    crashes: Crashes, tmp_path: Path, fail: Callable[[], None]
) -> None:
    happen(crashes, fail)
    (report,) = reports(tmp_path)
    data = report.read_bytes()
    for secret in SECRETS:
        assert secret.encode() not in data
    assert str(PROJECT).encode() not in data
    assert str(Path.home()).encode() not in data


def test_the_report_says_where_it_went_wrong(crashes: Crashes, tmp_path: Path) -> None:
    happen(crashes, fail_in_a_chain)
    text = reports(tmp_path)[0].read_text(encoding="utf-8")
    assert f"Leerradar {__version__}" in text
    assert "PySide6-Essentials 6" in text
    assert "builtins.KeyError" in text
    assert "builtins.ValueError" in text
    line = fail_with_secrets.__code__.co_firstlineno + 3
    assert f"tests/test_crash.py:{line}:fail_with_secrets" in text


def test_code_that_came_from_a_text_is_not_named() -> None:
    source = compile("def zwaantje():\n    raise ValueError", "/home/anouk/geheim.txt", "exec")
    space: dict[str, Callable[[], None]] = {}
    exec(source, space)
    try:
        space["zwaantje"]()
    except ValueError as error:
        text = report_text(fault_of(error, error.__traceback__), NOON)
    assert "anouk" not in text
    assert "?:2:zwaantje" in text


def test_one_plain_message_with_a_way_on(crashes: Crashes, person: Person, tmp_path: Path) -> None:
    happen(crashes)
    (question,) = person.asked
    assert question.title == "Er ging iets mis"
    assert [answer.text for answer in question.answers] == ["Ga door"]
    assert str(tmp_path / "reports") in question.text
    assert "Zwaantje" not in question.text


def test_never_two_messages_at_once(crashes: Crashes, person: Person) -> None:
    def meanwhile() -> Way:
        happen(crashes, fail_in_a_chain)
        return Way.GO_ON

    person.answer = meanwhile
    happen(crashes)
    assert len(person.asked) == 1


def test_an_error_in_the_message_is_no_loop(crashes: Crashes, person: Person) -> None:
    def broken() -> Way:
        raise RuntimeError("Zwaantje")

    person.answer = broken
    happen(crashes)
    deliver(crashes)
    assert len(person.asked) == 1


def test_the_third_in_a_minute_offers_to_start_again_and_then_it_is_quiet(
    crashes: Crashes, person: Person, clock: Clock
) -> None:
    for _ in range(OFTEN + 5):
        happen(crashes)
    assert [len(question.answers) for question in person.asked] == [1, 1, 2]
    clock.wait(61)
    happen(crashes)
    assert len(person.asked[-1].answers) == 1


def test_starting_again_is_asked_of_who_can_do_it(crashes: Crashes, person: Person) -> None:
    heard: list[bool] = []

    def hear() -> None:
        heard.append(True)

    crashes.restart_asked.connect(hear)
    person.answer = lambda: Way.RESTART if len(person.asked) == OFTEN else Way.GO_ON
    for _ in range(OFTEN):
        happen(crashes)
    assert heard == [True]


def test_the_same_mistake_leaves_one_report(crashes: Crashes, tmp_path: Path) -> None:
    for _ in range(30):
        happen(crashes)
    assert len(reports(tmp_path)) == 1
    happen(crashes, fail_in_a_chain)
    assert len(reports(tmp_path)) == 2


def test_at_most_twenty_reports_are_kept_and_they_are_the_newest(tmp_path: Path) -> None:
    folder = CrashFolder(tmp_path)
    for number in range(MOST + 7):
        folder.write(fault_of(f"kind {number}", None), NOON + timedelta(seconds=number))
    kept = folder.reports()
    assert len(kept) == MOST
    assert f"kind {MOST + 6}\n" in kept[-1].read_text(encoding="utf-8")


def test_an_error_in_a_thread_is_told_in_the_window(
    crashes: Crashes, person: Person, tmp_path: Path
) -> None:
    thread = threading.Thread(target=fail_with_secrets)
    thread.start()
    thread.join()
    assert person.asked == []
    deliver(crashes)
    assert len(person.asked) == 1
    assert len(reports(tmp_path)) == 1


def test_what_qt_calls_critical_is_reported_without_its_words(
    crashes: Crashes, person: Person, tmp_path: Path
) -> None:
    qCritical("Zwaantje opende geheim.leerradar")
    deliver(crashes)
    text = reports(tmp_path)[0].read_text(encoding="utf-8")
    assert QtMsgType.QtCriticalMsg.name in text
    assert "tests/test_crash.py" in text
    assert "Zwaantje" not in text
    assert len(person.asked) == 1


def test_a_folder_that_cannot_be_written_is_no_second_trouble(
    qapp: QApplication, tmp_path: Path, person: Person, clock: Clock
) -> None:
    (tmp_path / "reports").write_text("in the way")
    crashes = Crashes(CrashFolder(tmp_path / "reports"), lambda: catalogue("nl"), clock)
    crashes.install()
    try:
        happen(crashes)
    finally:
        crashes.uninstall()
    assert len(person.asked) == 1


def test_the_end_of_the_program_is_no_error(crashes: Crashes, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "__excepthook__", lambda *_: None)
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    deliver(crashes)
    assert reports(tmp_path) == []


def test_uninstalling_gives_everything_back(qapp: QApplication, tmp_path: Path) -> None:
    before = (sys.excepthook, threading.excepthook)
    crashes = Crashes(CrashFolder(tmp_path), lambda: catalogue("nl"))
    crashes.install()
    assert sys.excepthook != before[0]
    crashes.uninstall()
    assert (sys.excepthook, threading.excepthook) == before


SLOT = """
import sys
from pathlib import Path
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication
from app.crash import Crashes
from app.crash_report import CrashFolder
from resources.catalogue import catalogue
from widgets.controls import ask

class Thing(QObject):
    @Slot()
    def fail(self):
        name = "Zwaantje"
        raise ValueError(name)

def answered(parent, question):
    print(question.title)
    QTimer.singleShot(0, app.quit)
    return "go_on"

ask.ask = answered
app = QApplication([])
crashes = Crashes(CrashFolder(Path(sys.argv[1])), lambda: catalogue("nl"))
crashes.install()
thing = Thing()
QTimer.singleShot(0, thing.fail)
app.exec()
"""


def test_an_error_in_a_real_slot_of_a_real_program(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SLOT, str(tmp_path)], cwd=PROJECT, capture_output=True, text=True
    )
    assert done.stdout.strip() == "Er ging iets mis"
    assert "Zwaantje" not in done.stderr
    (report,) = CrashFolder(tmp_path).reports()
    assert "Zwaantje" not in report.read_text(encoding="utf-8")
