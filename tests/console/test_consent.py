"""Asking whether everyone can work with the agreement, from the desk."""

import datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.console import choosing as asking
from app.console.consent import ConsentPage
from app.voting.slips import ConsentSlips
from tests.console.choosing import SHIFT, Stand
from tests.console.desks import desk
from tests.core.builders import setup
from workshop_flows import commands
from workshop_flows.commands import Command
from workshop_flows.setup import Setup
from workshop_flows.state import Ballot, ConsentCounts, ConsentSubject, Draft, Position, TextList
from workshop_flows.views import Afspraak
from workshop_flows.vocabulary import AxisId, ConsentOutcome, Step

HERE = Position(step=Step.CONSENT)
WHOLE = Afspraak(
    axis=AxisId.G2,
    title="Elke donderdag een uur",
    who="Youssef",
    first_step="Kees blokkeert het uur",
    first_step_date=datetime.date(2026, 11, 16),
    hours=10,
    euros=0,
    evidence="Iedereen kan een hybride uitzetten",
)
SECOND = Afspraak(axis=AxisId.A3, title="Cursus veilig werken")
DAY = datetime.date(2027, 3, 12)
COMPLETE = commands.ChangeAgreement(draft=Draft(afspraken=(WHOLE,), follow_up=DAY, keeper="Anouk"))
UNFINISHED = commands.ChangeAgreement(draft=Draft(afspraken=(WHOLE, SECOND)))


def stand(qtbot: QtBot, *done: Command, wanted: Setup | None = None) -> Stand:
    at = desk(wanted, *done, at=HERE)
    return Stand(qtbot, at, ConsentPage(at))


def said(yes: int, yes_if: int = 0, no: int = 0) -> tuple[Command, ...]:
    return (
        commands.OpenVote(subject=ConsentSubject()),
        commands.CloseVote(ballots=ConsentCounts(yes=yes, yes_if=yes_if, no=no)),
        commands.RevealVote(),
    )


def note(at: Stand) -> str:
    assert isinstance(at.page, ConsentPage)
    return at.page.note


def test_it_is_asked_and_counted_by_keys_only(qtbot: QtBot) -> None:
    at = stand(qtbot, COMPLETE)
    at.press(Qt.Key.Key_Space)
    at.press(Qt.Key.Key_Space)
    for key in "1111111233":
        at.press(key)
    at.press("3", SHIFT)
    at.press("2")
    at.press("1")
    assert isinstance(at.desk.slips, ConsentSlips)
    assert at.desk.slips.counts == (7, 2, 1)
    assert at.says("Samen 10 van de 10")
    at.press(Qt.Key.Key_Space)
    assert at.desk.session.consent == ConsentCounts(yes=7, yes_if=2, no=1)


def test_nothing_of_the_count_stays_after_the_reveal_not_even_out_of_sight(qtbot: QtBot) -> None:
    at = stand(qtbot, COMPLETE)
    at.desk.advance()
    at.desk.advance()
    for key in "111111122":
        at.press(key)
    assert at.says("Samen 9 van de 10")
    at.press(Qt.Key.Key_Space)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    card = at.page.widget.count
    assert not [one for one in card.findChildren(QLabel) if "Nee" in one.text()]
    assert not [one for one in card.findChildren(QWidget) if one.accessibleName() in ("7", "2")]
    assert not [one for one in card.findChildren(QLabel) if "9" in one.text()]


def test_the_outcome_is_what_the_room_sees_and_tells_no_answer_apart(qtbot: QtBot) -> None:
    at = stand(qtbot, COMPLETE, *said(7, 2, 1))
    assert at.says("Nog niet iedereen kan hiermee werken.")
    assert at.says("7 van de 10 zeiden gewoon ja.")
    assert not at.says("Nee, want")
    assert not at.says("Ja, als")


@pytest.mark.parametrize("staff", [1, 3])
def test_under_five_people_there_are_no_numbers(qtbot: QtBot, staff: int) -> None:
    people = staff + 1
    hands = Ballot.SHOW_OF_HANDS if staff == 1 else Ballot.SECRET
    done = (
        commands.OpenVote(subject=ConsentSubject(), ballot=hands),
        commands.CloseVote(ballots=ConsentCounts(yes=people, yes_if=0, no=0)),
        commands.RevealVote(),
    )
    at = stand(qtbot, COMPLETE, *done, wanted=setup(staff=staff))
    assert at.says("Iedereen kan hiermee werken.")
    assert at.says("Met zo weinig mensen tonen we geen aantallen.")
    assert not at.says("zeiden gewoon ja")


def test_two_people_say_it_aloud_and_their_hands_count(qtbot: QtBot) -> None:
    at = stand(qtbot, COMPLETE, wanted=setup(staff=1))
    assert at.says("Dit is niet geheim.")
    at.press(Qt.Key.Key_Space)
    assert at.says("Ga de tafel rond, de eigenaar als laatste.")
    at.press(Qt.Key.Key_Space)
    at.press("1")
    assert at.page.reason is None
    at.press("1")
    at.press(Qt.Key.Key_Space)
    assert at.desk.room.report.consent is ConsentOutcome.EVERYONE


def test_a_missing_answer_is_no_yes_and_the_counter_is_told(qtbot: QtBot) -> None:
    at = stand(qtbot, COMPLETE)
    at.desk.advance()
    at.desk.advance()
    assert at.says("Geen antwoord is nog geen ja.")
    for _ in range(9):
        at.press("1")
    at.press(Qt.Key.Key_Space)
    assert at.desk.room.report.consent is ConsentOutcome.NOT_YET


def test_going_on_without_everyone_is_plainly_a_concept(qtbot: QtBot) -> None:
    at = stand(qtbot, COMPLETE, *said(9, 0, 1))
    assert note(at) == "Ga je zo door, dan blijft het een concept."
    assert at.says("Ga je door, dan blijft het een concept.")


def test_everyone_with_a_whole_agreement_can_sign(qtbot: QtBot) -> None:
    at = stand(qtbot, COMPLETE, *said(10))
    assert at.says("De afspraak is klaar om te tekenen.")
    assert note(at) == ""


def test_everyone_with_a_gap_in_the_agreement_stays_a_concept(qtbot: QtBot) -> None:
    at = stand(qtbot, UNFINISHED, *said(10))
    assert at.says("Er ontbreekt nog iets in de afspraak.")
    assert note(at) != ""


def test_what_makes_it_better_is_typed_and_a_name_is_pointed_out(qtbot: QtBot) -> None:
    at = stand(qtbot, COMPLETE, *said(8, 2, 0), wanted=setup(names=("Anouk de Vries",)))
    at.press("M")
    entry = at.page.widget.better.entry.focusProxy()
    QTest.keyClicks(entry, "Niet op vrijdag")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert at.desk.session.better == ("Niet op vrijdag",)
    assert not at.says("Hier staat een naam in.")
    QTest.keyClicks(entry, "Anouk doet het werk")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert at.desk.session.better == ("Niet op vrijdag", "Anouk doet het werk")
    assert at.says("Hier staat een naam in.")


def test_a_word_that_only_begins_like_a_name_is_no_name(qtbot: QtBot) -> None:
    better = commands.ChangeList(name=TextList.BETTER, items=("De janitor maakt schoon",))
    at = stand(qtbot, COMPLETE, better, *said(10), wanted=setup(names=("Jan",)))
    assert not at.says("Hier staat een naam in.")


def test_it_is_asked_again_after_the_repair(qtbot: QtBot) -> None:
    at = stand(qtbot, COMPLETE, *said(9, 0, 1))
    at.press("R", Qt.KeyboardModifier.ControlModifier)
    assert at.desk.session.round is not None
    at.press(Qt.Key.Key_Space)
    for _ in range(10):
        at.press("1")
    at.press(Qt.Key.Key_Space)
    assert at.desk.room.report.consent is ConsentOutcome.EVERYONE


def test_the_way_back_leads_to_the_agreement(qtbot: QtBot) -> None:
    at = stand(qtbot, COMPLETE, *said(9, 0, 1))
    at.page.widget.to_agreement.click()
    assert at.desk.session.position.step is Step.AGREEMENT


def test_an_afspraak_is_taken_out_after_a_yes_and_undo_brings_it_back(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = stand(qtbot, UNFINISHED, *said(9, 0, 1))
    answers = [asking.CANCEL, asking.STOP]
    monkeypatch.setattr(asking, "ask", lambda *_: answers.pop(0))
    out = at.page.side._buttons
    assert out[1].accessibleName() == "Haal eruit: Cursus veilig werken"
    out[1].click()
    assert len(at.desk.session.draft.afspraken) == 2
    out[1].click()
    assert at.desk.session.draft.afspraken == (WHOLE,)
    at.desk.undo()
    assert at.desk.session.draft.afspraken == (WHOLE, SECOND)


def test_nothing_can_be_taken_out_while_it_is_asked(qtbot: QtBot) -> None:
    at = stand(qtbot, UNFINISHED)
    at.desk.advance()
    assert at.page.side._buttons == []


def test_an_empty_agreement_is_said(qtbot: QtBot) -> None:
    at = stand(qtbot)
    assert at.says("Er is nog geen afspraak.")


def test_the_round_is_left_only_after_a_yes(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    at = stand(qtbot, COMPLETE)
    at.desk.advance()
    monkeypatch.setattr(asking, "ask", lambda *_: asking.CANCEL)
    at.press("X")
    assert at.desk.session.round is not None
    monkeypatch.setattr(asking, "ask", lambda *_: asking.STOP)
    at.press("X")
    assert at.desk.session.round is None
