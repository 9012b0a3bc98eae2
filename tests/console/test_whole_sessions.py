"""Whole sessions as a person leads them: from the first door to the last, by keyboard alone."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from fractions import Fraction
from functools import partial
from itertools import product
from math import floor
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtPrintSupport import QPrinter

from app import dialogs
from app.journal import read_report
from app.practice import practice_desk
from resources.catalogue import catalogue
from tests.console.conductor import MORNING, Conductor
from tests.console.leading import (
    agree,
    choose,
    choose_length,
    count,
    go_to,
    prepare,
    vote,
    vote_axis,
)
from tests.script_samples import EXAMPLES
from workshop_flows.lead import Act
from workshop_flows.views import Report
from workshop_flows.vocabulary import (
    AXES,
    AgreementStatus,
    AxisId,
    Band,
    Change,
    ConsentOutcome,
    Mode,
    Outcome,
    Step,
)

Conduct = Callable[..., Conductor]


@pytest.fixture
def conduct(qapp: object, tmp_path: Path) -> Iterator[Conduct]:
    made: list[Conductor] = []

    def start(*, now: datetime = MORNING, **settings: object) -> Conductor:
        made.append(Conductor(tmp_path / "program", now=now, **settings))
        return made[-1]

    yield start
    for one in made:
        one.close()


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Let the dialog of the system print to this file."""
    path = tmp_path / "printed.pdf"

    def to_file(_parent: object, printer: QPrinter, **_told: object) -> bool:
        printer.setOutputFileName(str(path))
        return True

    monkeypatch.setattr(dialogs, "printer_names", lambda: ("a printer",))
    monkeypatch.setattr(dialogs, "ask_printer", to_file)
    return path


TEXT: Final = catalogue("nl").text


@pytest.mark.long
def test_practising_from_start_to_print(
    conduct: Conduct, monkeypatch: pytest.MonkeyPatch, printed: Path
) -> None:
    monkeypatch.setattr("app.session_doors.practice_desk", partial(practice_desk, pace=0))
    led = conduct()
    led.press("O")
    takes_over = {Step.QUESTION, Step.ALREADY_DOING, Step.RADAR, Step.ACTIONS, Step.AGREEMENT}
    steps: list[Step] = []
    while not led.is_at(Step.PRINT):
        if led.position.step not in steps:
            steps.append(led.position.step)
            if led.position.step in takes_over:
                led.press("Esc", "W")
        if led.position.step in (Step.FOCUS, Step.ACTIONS) and led.may(Act.GO_ON):
            led.press("0")
        before = led.desk.next, led.position, led.desk.stage
        led.press("PgDown")
        assert (led.desk.next, led.position, led.desk.stage) != before, led.words()
    report = led.desk.report
    assert [one.votes for one in report.statements] == [9] * 12 + [8, 9]
    assert report.agreement.status is AgreementStatus.AGREED
    led.press("PgDown")
    assert printed.stat().st_size > 10_000
    led.press("PgDown", "PgDown")
    assert TEXT("steps.finished.practised") in led.words()
    assert not (led.folder / "sessions").exists()
    led.press("Return")
    assert led.keyboard().accessibleName() == TEXT("start.door.new")


GARAGE = (
    ((0, 1, 2, 3, 3), (0, 0, 1, 0, 0)),
    ((0, 0, 3, 4, 2), (0, 0, 1, 0, 0)),
    ((0, 0, 1, 5, 3), (0, 0, 0, 1, 0)),
    ((0, 1, 2, 2, 4), (0, 0, 0, 1, 0)),
    ((1, 2, 3, 2, 1), (0, 0, 0, 1, 0)),
    ((0, 3, 3, 3, 0), (0, 0, 0, 1, 0)),
    ((1, 2, 3, 2, 1), (0, 0, 0, 0, 1)),
    ((1, 1, 3, 3, 1), (0, 0, 0, 0, 1)),
    ((0, 2, 3, 3, 1), (0, 0, 1, 0, 0)),
    ((0, 1, 4, 3, 1), (0, 0, 1, 0, 0)),
    ((2, 4, 2, 1, 0), (0, 0, 1, 0, 0)),
    ((2, 3, 3, 1, 0), (0, 0, 1, 0, 0)),
    ((1, 3, 2, 3, 0), (0, 1, 0, 0, 0)),
    ((1, 2, 4, 2, 0), (0, 1, 0, 0, 0)),
)
AGAIN = (0, 1, 3, 4, 1), (0, 0, 0, 1, 0)


@pytest.mark.long
def test_garage(conduct: Conduct, printed: Path) -> None:
    led = conduct()
    prepare(led, "Garage De Brug", staff=9, apart=True, question="Hoe leren wij elektrisch?")
    go_to(led, Step.QUESTION)
    led.type("Meer elektrische auto's", "Return")
    led.type("Nieuwe regels", "Return")
    led.press("Esc", "Ctrl+Z")
    assert led.session.coming == ("Meer elektrische auto's",)
    go_to(led, Step.ALREADY_DOING)
    led.type("Emre filmt een handeling", "Return")
    go_to(led, Step.VOTE)
    for axis in range(7):
        if axis:
            led.press("PgDown")
        vote_axis(led, GARAGE[2 * axis : 2 * axis + 2])
        if axis == 2:
            led.press("PgUp", "PgUp")
            assert led.position.statement == 1
            led.press("Ctrl+R")
            vote(led, *AGAIN)
            led.press("PgDown", "PgDown")
    while led.session.agreed_stand(AxisId.G3) != 2.5:
        led.press("[")
    go_to(led, Step.FOCUS)
    choose(led, (0, 0, 4, 6, 0, 7, 0))
    led.press("0")
    assert led.session.focus == (AxisId.G2, AxisId.A4, AxisId.A3)
    go_to(led, Step.ACTIONS)
    led.type("leerhalfuur")
    led.tab_to("Vast leerhalfuur")
    led.press("Space", "Ctrl+F")
    led.type("Cursus elektrisch")
    led.press("Ctrl+N")
    choose(led, (7, 5))
    led.press("0")
    go_to(led, Step.AGREEMENT)
    agree(led, **LEARNING_HOUR)
    led.tab_to(TEXT("agreement.number", number=2, title="Cursus elektrisch"))
    led.press("Space")
    agree(led, **COURSE)
    agree(led, follow_up="12 maart 2027", keeper="Anouk")
    go_to(led, Step.CONSENT)
    led.press("PgDown", "PgDown")
    count(led, (0, 0, 0))
    led.press(*"111111111", "3", "PgDown")
    assert led.desk.report.consent is ConsentOutcome.NOT_YET
    led.press("M")
    led.type("Hans wil later beginnen", "Return")
    led.press("PgUp")
    led.tab_to(TEXT("agreement.number", number=2, title="Cursus elektrisch"))
    led.press("Space")
    agree(led, who="Anouk, Kees en Hans")
    led.press("PgDown", "Ctrl+R", "PgDown", *"11111111", "2", "2", "PgDown")
    go_to(led, Step.PRINT)
    led.press("PgDown")
    assert printed.stat().st_size > 10_000
    led.press("PgDown", "PgDown")
    assert TEXT("steps.finished.gone") in led.words()
    assert_as_led(read_report(led.session_file))


def assert_as_led(report: Report) -> None:
    """Nothing was said or counted that the garage did not say or count."""
    assert report.facts.coming == ("Meer elektrische auto's",)
    assert report.facts.already_doing == ("Emre filmt een handeling",)
    counted = {
        f"{axis}.{number}": votes
        for (axis, number), votes in zip(product(AXES, (1, 2)), GARAGE, strict=True)
    }
    for shown in report.statements:
        first, (owner,) = mean(counted[shown.id][0]), answers(counted[shown.id][1])
        again = shown.id == "A3.1"
        assert shown.team == (mean(AGAIN[0]) if again else first)
        assert shown.first == (first if again else None)
        assert shown.owner == owner
        assert shown.votes == 9
    assert [one.agreed for one in report.axes] == [None] * 6 + [2.5]
    assert [(one.axis, one.votes) for one in report.focus] == [
        (AxisId.G2, 7),
        (AxisId.A4, 6),
        (AxisId.A3, 4),
    ]
    assert [(one.title, one.votes) for one in report.cards] == [
        ("Vast leerhalfuur in de planning", 7),
        ("Cursus elektrisch", 5),
    ]
    agreement = report.agreement
    assert [one.who for one in agreement.afspraken] == ["Youssef", "Anouk, Kees en Hans"]
    assert [one.euros for one in agreement.afspraken] == [0, 1280]
    assert [one.first_step_date for one in agreement.afspraken] == [
        date(2026, 11, 13),
        date(2026, 11, 16),
    ]
    assert (agreement.follow_up, agreement.keeper) == (date(2027, 3, 12), "Anouk")
    assert agreement.status is AgreementStatus.AGREED
    assert report.consent is ConsentOutcome.WITH_CHANGES
    assert report.better == ("Hans wil later beginnen",)


def answers(tally: Sequence[int]) -> list[int]:
    return [answer for answer, people in enumerate(tally, start=1) for _ in range(people)]


def mean(tally: Sequence[int]) -> float:
    """Return the mean with one decimal, half up."""
    given = answers(tally)
    return floor(Fraction(sum(given) * 10, len(given)) + Fraction(1, 2)) / 10


LEARNING_HOUR = {
    "who": "Youssef",
    "hours": "10",
    "euros": "0",
    "first_step": "Kees zet het in de planning",
    "first_step_date": "13-11",
    "evidence": "Iedereen zet een hybride uit",
}
COURSE = {
    "who": "Anouk en Kees",
    "hours": "32",
    "euros": "1280",
    "first_step": "Marja vraagt een offerte",
    "first_step_date": "16-11",
    "evidence": "Wij doen zelf onderhoud",
}


@pytest.mark.long
def test_follow_up(
    conduct: Conduct, monkeypatch: pytest.MonkeyPatch, printed: Path, tmp_path: Path
) -> None:
    earlier = tmp_path / "eerder.leerradar"
    shutil.copyfile(EXAMPLES / "garage.leerradar", earlier)
    monkeypatch.setattr(dialogs, "ask_open", lambda *_asked: earlier)
    led = conduct(now=datetime(2027, 3, 12, 10, 0))
    led.press("T")
    choose_length(led, 90)
    led.press("PgDown")
    assert led.is_at(Step.WELCOME)
    led.press("PgDown")
    assert led.is_at(Step.REVIEW)
    led.press("2", "Tab", "Tab", "1", "Tab")
    led.type("De cijfers waren duidelijk", "Tab", "1")
    outcomes = [(one.outcome, one.helped) for one in led.session.review]
    assert outcomes == [
        (Outcome.PARTLY, None),
        (Outcome.DONE, "De cijfers waren duidelijk"),
        (Outcome.DONE, None),
    ]
    go_to(led, Step.VOTE)
    for axis in range(7):
        if axis:
            led.press("PgDown")
        vote_axis(led, [((0, 0, 3, axis, 0), ())] * 3)
    go_to(led, Step.RADAR)
    for word in ("2,3", "3,6", "gehaald"):
        assert word in led.room_texts()
    finish_without_agreement(led)
    report = read_report(led.session_file)
    assert report.facts.length == 90
    assert report.earlier is not None
    assert [one.outcome for one in report.earlier.review] == ["deels", "gelukt", "gelukt"]
    stands = {one.id: one for one in report.axes}
    for then in report.earlier.axes[2:]:
        now = stands[then.id].stand
        assert now == mean((0, 0, 3, AXES.index(then.id), 0))
        higher = now - (then.stand or 0) >= 0.5
        assert then.change is (Change.HIGHER if higher else Change.SAME)


@pytest.mark.long
def test_fifty_people(conduct: Conduct, printed: Path) -> None:
    led = conduct()
    prepare(led, "Transport Van der Linden", staff=49, minutes=45)
    go_to(led, Step.VOTE)
    tallies = [(9, 10, 10, 10, 10), *[(0, 1, axis, 3, 1) for axis in range(1, 7)]]
    for axis, tally in enumerate(tallies):
        if axis:
            led.press("PgDown")
        vote_axis(led, [(tally, ())])
    go_to(led, Step.FOCUS)
    choose(led, (0, 0, 4, 6, 0, 7, 0))
    led.press("0")
    finish_without_agreement(led)
    report = read_report(led.session_file)
    assert [one.team for one in report.statements] == [mean(tally) for tally in tallies]
    assert [one.votes for one in report.statements] == [sum(tally) for tally in tallies]
    assert report.agreement.status is AgreementStatus.CONCEPT


@pytest.mark.long
def test_two_people_talk_openly(conduct: Conduct, printed: Path) -> None:
    led = conduct()
    prepare(led, "Fietsenmakerij Ketting", staff=1, minutes=45)
    go_to(led, Step.VOTE)
    stands = (4, 4.5, 3.5, 4, 3, 2, 2.5)
    for axis, stand in zip(AXES, stands, strict=True):
        assert led.position.axis is axis
        led.press("]")
        while led.session.agreed_stand(axis) != stand:
            lower = stand < (led.session.agreed_stand(axis) or 0)
            led.press("[" if lower else "]")
        led.press("PgDown")
    go_to(led, Step.FOCUS)
    choose(led, (0, 0, 0, 0, 0, 2, 1))
    led.press("6")
    assert led.session.focus == (AxisId.G2,)
    finish_without_agreement(led)
    report = read_report(led.session_file)
    assert report.mode is Mode.OPEN
    assert [one.agreed for one in report.axes] == list(stands)
    assert report.statements == ()


@pytest.mark.long
def test_three_and_the_owner_in_english(conduct: Conduct, printed: Path) -> None:
    """In mode pooled a second vote is one on the whole axis."""
    led = conduct(language="en", session_language="en")
    prepare(led, "Jones & Sons", staff=3)
    go_to(led, Step.VOTE)
    for axis in AXES:
        if axis is not AXES[0]:
            led.press("PgDown")
        vote_axis(led, [((1, 2, 0, 0, 0), (1, 0, 0, 0, 0)), ((0, 3, 0, 0, 0), (0, 1, 0, 0, 0))])
        if axis is AxisId.A2:
            led.press("Ctrl+R")
            assert led.position.statement == 1
            vote_axis(led, [((0, 0, 0, 1, 2), (0, 0, 0, 0, 1))] * 2)
    finish_without_agreement(led)
    report = read_report(led.session_file)
    assert report.mode is Mode.POOLED
    assert report.facts.language == "en"
    bands = [one.band for one in report.axes]
    assert bands == [Band.LOW, Band.HIGH, *[Band.LOW] * 5]
    assert not any(one.team or one.owner or one.spread for one in report.axes)


def finish_without_agreement(led: Conductor) -> None:
    """Leave out what is left, print a concept and finish."""
    while not led.is_at(Step.PRINT):
        before = led.position
        led.press("Esc", "S")
        assert led.position != before, led.words()
    led.press("PgDown", "PgDown", "PgDown")
    assert led.running.program.page is not None, led.words()
