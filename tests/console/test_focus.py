"""Choosing what to work on, from the desk of the facilitator."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.console import choosing as asking
from app.console.focus import FocusPage
from app.voting.slips import ChoiceSlips
from resources.catalogue import catalogue
from tests.console.choosing import ALT, SHIFT, Stand, chosen
from tests.console.desks import desk
from tests.core.builders import setup
from workshop_flows import commands
from workshop_flows.commands import Command
from workshop_flows.setup import Setup
from workshop_flows.state import Ballot, ChoiceCounts, FocusSubject, Position
from workshop_flows.vocabulary import AXES, AxisId, Step

HERE = Position(step=Step.FOCUS)
CLEAR = (1, 0, 4, 6, 1, 7, 1)
A3, A4, G2 = AxisId.A3, AxisId.A4, AxisId.G2


def stand(qtbot: QtBot, *done: Command, wanted: Setup | None = None) -> Stand:
    at = desk(wanted, *done, at=HERE)
    return Stand(qtbot, at, FocusPage(at))


def voted(counts: tuple[int, ...] = CLEAR, people: int = 10) -> tuple[Command, ...]:
    return chosen(FocusSubject(), counts, people)


def slips(at: Stand) -> ChoiceSlips:
    assert isinstance(at.desk.slips, ChoiceSlips)
    return at.desk.slips


def test_a_hidden_choice_is_led_and_counted_by_keys_only(qtbot: QtBot) -> None:
    at = stand(qtbot)
    at.press(Qt.Key.Key_Space)
    assert at.desk.session.round is not None
    at.press(Qt.Key.Key_Space)
    for key in "6666446":
        at.press(key)
    at.press("6", SHIFT)
    at.press("4", ALT)
    assert slips(at).counts == (0, 0, 0, 1, 0, 4, 0)
    assert slips(at).people == 10
    at.press(Qt.Key.Key_Space)
    counts = ChoiceCounts(counts=(0, 0, 0, 1, 0, 4, 0), ballots=10)
    assert at.desk.session.focus_counts == counts
    assert at.desk.slips is None


def test_before_the_reveal_only_the_counting_card_knows(qtbot: QtBot) -> None:
    at = stand(qtbot)
    at.desk.advance()
    assert not at.says("Briefjes tellen")
    at.desk.advance()
    for _ in range(8):
        at.press("6")
    assert at.says("8 van hoogstens 20 kruisjes")
    at.press(Qt.Key.Key_Space)
    assert not at.says("kruisjes")


def test_counting_says_who_sees_the_spread_and_that_two_slips_are_too_few(qtbot: QtBot) -> None:
    at = stand(qtbot)
    at.desk.advance()
    at.desk.advance()
    assert at.says("Wie telt, ziet hoe de briefjes liggen.")
    assert not at.says("Minstens 3 briefjes")
    at.desk.set_slips(slips(at).with_people(2))
    assert at.says("Minstens 3 briefjes, of geen.")


def test_one_key_takes_over_what_was_chosen_most(qtbot: QtBot) -> None:
    at = stand(qtbot, *voted())
    assert at.says("Het meest gekozen: We hebben een plan, Het is nodig en Dat kunnen wij.")
    at.press("0")
    assert at.desk.session.focus == (G2, A4, A3)
    assert not at.says("Het meest gekozen")


def test_the_program_breaks_no_tie(qtbot: QtBot) -> None:
    at = stand(qtbot, *voted((5, 5, 5, 5, 0, 0, 0)))
    assert at.says("Er springt niets uit.")
    at.press("0")
    assert at.desk.session.focus == ()
    at.press("2")
    assert at.desk.session.focus == (AxisId.A2,)


def test_a_fourth_axis_is_refused_in_words_and_shown_as_not_chosen(qtbot: QtBot) -> None:
    at = stand(qtbot)
    for key in "1234":
        at.press(key)
    assert at.desk.session.focus == AXES[:3]
    assert "hoogstens 3" in at.told[-1].text
    at.press("2")
    at.press("4")
    assert at.desk.session.focus == (AxisId.A1, A3, A4)


def test_undo_takes_a_choice_back(qtbot: QtBot) -> None:
    at = stand(qtbot)
    at.press("3")
    at.desk.undo()
    assert at.desk.session.focus == ()


def test_the_team_sees_counts_and_what_was_left_out_loses_its_number(qtbot: QtBot) -> None:
    at = stand(qtbot, *voted())
    rows = at.page._page.choices._rows
    assert [row._choice.votes for row in rows] == list(CLEAR)
    at.press("0")
    assert [row._choice.votes for row in rows] == [None, None, 4, 6, None, 7, None]


@pytest.mark.parametrize("staff", [1, 2, 3])
def test_under_five_people_no_number_is_shown(qtbot: QtBot, staff: int) -> None:
    people = staff + 1
    hands = Ballot.SHOW_OF_HANDS if staff < 3 else Ballot.SECRET
    counts = (0, 0, 0, 2, 0, people, 0)
    done = chosen(FocusSubject(), counts, people, hands)
    at = stand(qtbot, *done, wanted=setup(staff=staff))
    assert all(row._choice.votes is None for row in at.page._page.choices._rows)
    assert at.says("Het is nodig en We hebben een plan")
    at.press("0")
    assert at.desk.session.focus == (A4, G2)
    assert at.says("Met zo weinig mensen tonen we geen aantallen.")


def test_with_one_or_two_staff_they_choose_aloud_and_nothing_is_called_secret(
    qtbot: QtBot,
) -> None:
    at = stand(qtbot, wanted=setup(staff=1))
    assert at.says("Dit is niet geheim.")
    assert not at.says("in het geheim.")
    at.press("4")
    assert at.desk.session.focus == (A4,)
    assert at.desk.session.round is None


def test_one_step_further_is_said_in_words_for_every_mode(qtbot: QtBot) -> None:
    agreed = (commands.AgreeStand(axis=AxisId.A1, value=3.5),)
    at = stand(qtbot, *agreed, wanted=setup(staff=1))
    at.press("1")
    assert at.says("nu 3,5, straks één stap verder")
    at.desk.do(commands.AgreeStand(axis=AxisId.A1, value=5))
    assert at.says("nu 5,0, dit houden we zo")
    at.press("2")
    assert at.says("één stap verder")


def test_a_round_is_left_only_after_a_yes(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    at = stand(qtbot)
    at.desk.advance()
    answers = [asking.CANCEL, asking.STOP]
    monkeypatch.setattr(asking, "ask", lambda *_: answers.pop(0))
    at.press("X")
    assert at.desk.session.round is not None
    at.press("X")
    assert at.desk.session.round is None
    assert at.desk.session.focus_counts is None


def test_a_closed_round_is_counted_again_after_a_restart(qtbot: QtBot) -> None:
    nobody = ChoiceCounts(counts=(0,) * 7, ballots=0)
    again = desk(
        None,
        commands.MoveTo(to=HERE),
        commands.OpenVote(subject=FocusSubject()),
        commands.CloseVote(ballots=nobody),
    )
    at = Stand(qtbot, again, FocusPage(again))
    assert at.says("Briefjes tellen")
    at.press("1")
    assert slips(at).counts[0] == 1


def test_fifty_people_are_shown_and_counted(qtbot: QtBot) -> None:
    at = stand(qtbot, *voted((9, 8, 12, 17, 8, 30, 16), 50), wanted=setup(staff=49))
    at.press("0")
    assert at.desk.session.focus == (G2, A4, AxisId.G3)


def test_the_group_may_choose_by_show_of_hands_and_hears_that_it_is_not_secret(
    qtbot: QtBot,
) -> None:
    at = stand(qtbot)
    assert at.says("in het geheim.")
    at.page.widget.ballot_chosen.emit(Ballot.SHOW_OF_HANDS)
    assert at.says("Dit is niet geheim.")
    at.press(Qt.Key.Key_Space)
    assert at.desk.session.round is not None
    assert at.desk.session.round.ballot is Ballot.SHOW_OF_HANDS
    at.press(Qt.Key.Key_Space)
    assert at.says("Handen tellen")


def test_two_slips_cannot_be_shown_and_the_button_says_why(qtbot: QtBot) -> None:
    at = stand(qtbot)
    at.desk.advance()
    at.desk.advance()
    assert at.page.reason is None
    at.desk.set_slips(slips(at).with_people(2))
    assert at.page.reason is not None
    assert "Minstens 3 briefjes" in at.page.reason
    at.desk.set_slips(slips(at).with_people(3))
    assert at.page.reason is None


def test_skipping_an_open_round_asks_first(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    at = stand(qtbot)
    at.desk.advance()
    monkeypatch.setattr(asking, "ask", lambda *_: asking.CANCEL)
    at.press("S")
    assert at.desk.session.round is not None


def test_the_page_speaks_the_language_of_the_console_at_once(qtbot: QtBot) -> None:
    at = stand(qtbot)
    at.desk.advance()
    at.desk.advance()
    at.desk.set_texts(catalogue("en"))
    assert at.says("Counting slips")
    assert at.says("How many people chose?")
    assert not at.says("Hoeveel mensen")


def test_the_keyboard_stays_with_the_page_when_what_it_was_on_goes_away(qtbot: QtBot) -> None:
    at = stand(qtbot)
    at.page._page.choices._rows[0].setFocus()
    at.press(Qt.Key.Key_PageDown)
    assert at.page.widget.hasFocus()
    at.press(Qt.Key.Key_Space)
    assert at.page.widget.hasFocus()
    at.press("5")
    assert slips(at).counts[4] == 1
    assert slips(at).people == 10
