"""Printing and keeping: what is chosen is what comes out, and the sheets seen are the real ones."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app import dialogs
from app.console import print_page
from app.console.print_page import PrintPage
from app.desk import Desk
from app.dialogs import FileKind
from app.journal import read_report
from app.keys import Intent
from app.pdf_preview import PAPERS, Paper
from app.presenters.console.print_page import Wishes, preview_view, print_view
from app.printing import Job, Printed, Result
from app.run_script import read_workshop
from app.store import MemoryLog, SessionStore
from resources.catalogue import catalogue
from tests.console.desks import desk, no_trouble
from tests.core.builders import content, setup
from tests.script_samples import EXAMPLES
from widgets.console.keep_rows import KeepRows
from widgets.console.paper_choice import PaperChoice
from widgets.console.paper_sheets import PaperSheets
from widgets.controls import ask
from widgets.controls.ask import Question
from widgets.controls.button import Button
from widgets.controls.notice_bar import Notice
from widgets.look import Look, set_look
from widgets.theme import load_fonts
from workshop_flows.events import Finished
from workshop_flows.setup import Setup
from workshop_flows.state import Position
from workshop_flows.views import Report
from workshop_flows.vocabulary import Mode, Step

PRINT = Position(step=Step.PRINT)
NL = catalogue("nl")
BOTH = ("nl", "en")


@pytest.fixture(scope="module")
def garage() -> Report:
    return read_workshop(EXAMPLES / "garage.toml")


def finished(report: Report, language: str) -> Desk:
    log = MemoryLog()
    log.finish(Finished(report=report))
    return Desk(SessionStore(log, content()), catalogue(language), no_trouble)


class Seat:
    """A page in a window, on a desk, with what it told and printed."""

    def __init__(
        self,
        wanted: Setup | None = None,
        *,
        report: Report | None = None,
        size: tuple[int, int] = (1440, 760),
        look: Look | None = None,
        language: str = "nl",
    ) -> None:
        load_fonts()
        self.desk = desk(wanted, at=PRINT, language=language)
        if report is not None:
            self.desk = finished(report, language)
        self.told: list[str] = []
        self.jobs: list[Job] = []
        self.result = Printed.DONE
        self.desk.told.connect(self._hear)
        self.page = PrintPage(self.desk)
        self.widget = self.page.widget
        set_look(self.widget, look or Look())
        self.widget.resize(*size)
        self.widget.show()
        self.desk.changed.connect(self.page.refresh)
        self.page.refresh()
        self.settle()

    def settle(self) -> None:
        """Let the sheets be made and shown, also those of a size that follows from them."""
        for _ in range(3):
            QApplication.processEvents()
            self.page._bench.wait()
            self.page._bench.deliver()
        QApplication.processEvents()

    def printed(self, parent: QWidget | None, job: Job) -> Result:
        self.jobs.append(job)
        return Result(printed=self.result, copies=job.copies)

    def close(self) -> None:
        self.desk.changed.disconnect(self.page.refresh)
        self.page.close()
        self.widget.close()
        self.widget.deleteLater()

    def _hear(self, notice: Notice) -> None:
        self.told.append(notice.text)


Make = Callable[..., Seat]


@pytest.fixture
def seat(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    made: list[Seat] = []

    def make(*args: object, **options: object) -> Seat:
        one = Seat(*args, **options)  # type: ignore[arg-type]
        monkeypatch.setattr(print_page, "print_papers", one.printed)
        made.append(one)
        return one

    yield make
    for one in made:
        one.close()


def sheets(seat: Seat) -> PaperSheets:
    return seat.widget.sheets


def choices(seat: Seat) -> dict[str, PaperChoice]:
    return {one.accessibleName(): one for one in seat.widget.findChildren(PaperChoice)}


def button(seat: Seat, text: str) -> Button:
    return next(one for one in seat.widget.findChildren(Button) if one.accessibleName() == text)


def press(widget: QWidget, key: Qt.Key = Qt.Key.Key_Space) -> None:
    widget.setFocus()
    QTest.keyClick(widget, key)


def test_as_many_copies_as_people(seat: Make) -> None:
    one = seat(setup(staff=9, owners=1))
    assert one.page.big == "Print 10 keer"
    one.page.offers()[Intent.PRINT]()
    assert one.jobs[0].copies == 10


@pytest.mark.parametrize("staff", [1, 2, 8, 33, 49])
def test_groups_of_every_size(seat: Make, staff: int) -> None:
    one = seat(setup(staff=staff))
    one.page.offers()[Intent.PRINT]()
    assert one.jobs[0].copies == staff + 1
    assert one.desk.session.printed == staff + 1


def test_the_big_button_prints_until_that_is_done_and_then_leads_on(seat: Make) -> None:
    one = seat()
    one.page.offers()[Intent.NEXT]()
    assert len(one.jobs) == 1
    assert one.desk.session.printed == 10
    assert Intent.NEXT not in one.page.offers()
    assert one.page.big == ""
    assert "10 mensen" in one.told[-1]
    button(one, "Print 10 keer").click()
    assert one.desk.session.printed == 20


def test_one_can_go_on_without_printing(seat: Make) -> None:
    one = seat()
    button(one, "Naar afsluiten").click()
    assert one.desk.session.position.step is Step.CLOSE
    assert one.jobs == []


def test_a_paper_that_is_not_chosen_is_neither_printed_nor_seen(seat: Make) -> None:
    one = seat()
    assert [sheet.name for sheet in sheets(one).shown] == [
        "Leerafspraak, blad 1 van 2",
        "Leerafspraak, blad 2 van 2",
    ]
    press(choices(one)["Leerafspraak"])
    one.settle()
    assert [sheet.name for sheet in sheets(one).shown] == ["Zakkaart"]
    one.page.offers()[Intent.PRINT]()
    assert one.jobs[0].pdfs == (one.page._ready().pdfs[Paper.POCKET_CARD],)  # type: ignore[union-attr]
    assert one.desk.session.printed == 0


def test_with_nothing_chosen_the_page_says_why_nothing_can_be_printed(seat: Make) -> None:
    one = seat()
    for choice in choices(one).values():
        press(choice)
    assert one.page.reason == "Kies eerst wat je wilt printen."
    assert Intent.PRINT not in one.page.offers()
    assert sheets(one).count == 0
    one.page.print_now()
    one.page.keep(FileKind.PDF)
    assert one.jobs == []


def test_black_and_white_is_printed_and_seen(seat: Make, garage: Report) -> None:
    one = seat(report=garage)
    assert sheets(one).shown[0].image.isGrayscale()
    one.page._set_grey(False)
    one.settle()
    assert not sheets(one).shown[0].image.isGrayscale()
    one.page.print_now()
    assert one.jobs[0].grey is False


def test_the_copies_that_are_typed_are_printed(seat: Make) -> None:
    one = seat()
    one.widget.copies_changed.emit(3)
    assert one.page.big == "Print 3 keer"
    one.page.print_now()
    assert one.jobs[0].copies == 3


@pytest.mark.parametrize(
    ("result", "word"), [(Printed.NO_PRINTER, "geen printer"), (Printed.FAILED, "niet gelukt")]
)
def test_a_printer_that_is_not_there_leads_to_a_pdf(
    seat: Make,
    saved: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    result: Printed,
    word: str,
) -> None:
    one = seat()
    one.result = result
    one.page.set_folder(tmp_path)
    asked: list[Question] = []
    answers = ["again", "pdf"]

    def answer(parent: QWidget | None, question: Question) -> str:
        asked.append(question)
        return answers.pop(0)

    monkeypatch.setattr(ask, "ask", answer)
    one.page.print_now()
    assert word in asked[0].title
    assert "PDF" in asked[0].text
    assert len(one.jobs) == len(asked) == 2
    assert saved[0].exists()
    assert one.desk.session.printed == 0


def test_a_change_of_mind_says_nothing(seat: Make) -> None:
    one = seat()
    one.result = Printed.CANCELLED
    one.page.print_now()
    assert one.told == []
    assert one.desk.session.printed == 0


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Where files were put; the dialog takes what is proposed."""
    chosen: list[Path] = []

    def ask_save(parent: object, texts: object, kind: FileKind, proposed: Path) -> Path:
        chosen.append(proposed)
        return proposed

    monkeypatch.setattr(dialogs, "ask_save", ask_save)
    return chosen


def test_the_saved_pdf_is_what_was_seen(seat: Make, saved: list[Path], tmp_path: Path) -> None:
    one = seat()
    one.page.set_folder(tmp_path)
    one.page.offers()[Intent.SAVE_PDF]()
    (path,) = saved
    assert path.name == "Leerafspraak Garage De Brug 2026-11-11.pdf"
    assert len(PdfReader(path).pages) == sheets(one).count
    assert path.name in one.told[-1]
    assert one.page.big == ""


def test_the_folder_is_remembered(seat: Make, saved: list[Path], tmp_path: Path) -> None:
    one = seat()
    folders: list[Path] = []
    one.page.folder_chosen.connect(folders.append)
    one.page.set_folder(tmp_path)
    one.page.save_pdf()
    one.page.save_pdf()
    assert folders == [tmp_path, tmp_path]
    assert saved[0].parent == saved[1].parent == tmp_path


def test_a_folder_that_is_gone_is_not_proposed(
    seat: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = seat()
    asked: list[Path] = []

    def ask_save(parent: object, texts: object, kind: FileKind, proposed: Path) -> None:
        asked.append(proposed)

    monkeypatch.setattr(dialogs, "ask_save", ask_save)
    one.page.set_folder(tmp_path / "gone")
    one.page.save_pdf()
    assert asked[0].parent != tmp_path / "gone"
    assert asked[0].parent.is_dir() or not (tmp_path / "gone").exists()


def test_what_could_not_be_saved_is_said(
    seat: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = seat()
    gone = tmp_path / "stick" / "Leerafspraak.pdf"
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: gone)
    one.page.save_pdf()
    assert "stick" in one.told[-1]
    assert one.page.big == "Print 10 keer"


def test_the_calendar_and_the_session_of_a_finished_one(
    seat: Make, saved: list[Path], tmp_path: Path, garage: Report
) -> None:
    one = seat(report=garage)
    one.page.set_folder(tmp_path)
    button(one, "Agenda bewaren").click()
    button(one, "Sessiebestand bewaren").click()
    calendar, session = saved
    assert calendar.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert read_report(session) == garage


def test_what_can_not_be_kept_yet_says_why(seat: Make, saved: list[Path]) -> None:
    one = seat()
    rows = one.widget.findChild(KeepRows)
    assert rows is not None
    for name, word in (("Sessiebestand bewaren", "afronden"), ("Agenda bewaren", "geen dag")):
        kept = button(one, name)
        assert not kept.isEnabled()
        assert word in kept.toolTip()
    one.page.keep(FileKind.SESSION)
    one.page.keep(FileKind.CALENDAR)
    assert saved == []


def test_changing_the_text_leads_to_the_agreement(seat: Make) -> None:
    one = seat()
    one.page.offers()[Intent.EDIT]()
    assert one.desk.session.position.step is Step.AGREEMENT


def test_a_finished_session_is_not_changed(seat: Make, garage: Report) -> None:
    one = seat(report=garage)
    edit = button(one, "Tekst aanpassen")
    assert not edit.isEnabled()
    assert "afgerond" in edit.toolTip()


def test_larger_and_smaller_follow_the_keys(seat: Make) -> None:
    one = seat()
    before = sheets(one).shown[0].image.width()
    one.page.offers()[Intent.LARGER]()
    one.settle()
    assert len(sheets(one).shown) == 1
    assert sheets(one).shown[0].image.width() > 1.5 * before
    assert Intent.LARGER not in one.page.offers()
    one.page.offers()[Intent.SMALLER]()
    one.settle()
    assert len(sheets(one).shown) == 2


def test_arrows_turn_the_sheets(seat: Make) -> None:
    one = seat()
    press(sheets(one), Qt.Key.Key_Right)
    assert [sheet.name for sheet in sheets(one).shown][-1] == "Zakkaart"
    press(sheets(one), Qt.Key.Key_Right)
    assert sheets(one).first == 2
    press(sheets(one), Qt.Key.Key_Left)
    assert sheets(one).first == 1
    assert "Leerafspraak, blad 1 van 2" in sheets(one).accessibleName()


def test_every_control_is_reached_with_tab(seat: Make) -> None:
    one = seat()
    assert one.page.start() is None
    one.widget.first.setFocus()
    reached = []
    for _ in range(20):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in reached:
            break
        reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    names = [widget.accessibleName() for widget in reached]
    assert names[:4] == ["Leerafspraak", "Zakkaart", "Aantal", NL.text("printing.black_white")]
    for wanted in ("Naar afsluiten", "PDF bewaren", "Volgend blad", "Groter", "Tekst aanpassen"):
        assert wanted in names


def test_a_concept_is_said_plainly(garage: Report) -> None:
    live = desk(at=PRINT)
    view = print_view(live.room.report, Wishes(), NL, finished=False)
    assert view.concept is not None
    assert "3 dingen" in view.concept.text
    assert "‘concept’" in view.concept.text
    assert print_view(garage, Wishes(), NL, finished=True).concept is None


def test_an_english_console_names_the_word_that_is_on_the_dutch_paper() -> None:
    live = desk(at=PRINT)
    view = print_view(live.room.report, Wishes(), catalogue("en"), finished=False)
    assert view.concept is not None
    assert "‘concept’" in view.concept.text


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize(("staff", "mode"), [(9, Mode.TEAM), (3, Mode.POOLED), (1, Mode.OPEN)])
def test_what_is_promised_fits_the_mode(language: str, staff: int, mode: Mode) -> None:
    texts = catalogue(language)
    report = desk(setup(staff=staff), at=PRINT).room.report
    view = print_view(report, Wishes(), texts, finished=False)
    assert view.promise == texts.text(f"printing.promise.{mode}")


def test_before_anything_is_made_the_preview_says_so() -> None:
    view = preview_view(None, Wishes(), NL)
    assert view.sheets == ()
    assert view.instead == NL.text("printing.preview.busy")


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize(("size", "scale"), [((1440, 760), 1.0), ((1280, 580), 1.5)])
def test_nothing_is_wider_than_its_window(
    seat: Make, language: str, size: tuple[int, int], scale: float
) -> None:
    one = seat(
        setup(company="Installatiebedrijf " + "x" * 61),
        size=size,
        look=Look(scale=scale),
        language=language,
    )
    assert one.widget.width() == size[0]
    assert one.widget.minimumSizeHint().width() <= size[0]


def test_another_language_is_followed_at_once(seat: Make) -> None:
    one = seat()
    one.desk.set_texts(catalogue("en"))
    assert one.page.big == "Print 10 copies"
    assert "Learning agreement" in choices(one)


def test_a_page_that_was_closed_shows_nothing_any_more(seat: Make) -> None:
    one = seat()
    before = sheets(one).shown
    one.page._set_grey(False)
    one.page.close()
    one.page.close()
    one.page._bench.deliver()
    assert sheets(one).shown == before


def test_all_papers_are_chosen_at_the_start(seat: Make) -> None:
    one = seat()
    assert Wishes().papers == PAPERS
    assert all(choice.isChecked() for choice in choices(one).values())
    assert isinstance(one.desk, Desk)
