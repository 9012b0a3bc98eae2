"""The library of actions, the cards for the room, and the choice, from the desk."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.console import choosing as asking
from app.console.actions import ActionsPage
from app.keys import Intent
from app.voting.slips import ChoiceSlips
from resources.catalogue import catalogue
from tests.console.choosing import ALT, CTRL, Stand, chosen
from tests.console.desks import desk
from tests.core.builders import content, setup
from widgets.console.action_row import ActionRow
from widgets.console.tab_order import stop_after
from widgets.console.views_choosing import Tab
from widgets.controls.button import Toggle
from workshop_flows import commands, limits
from workshop_flows.commands import Command
from workshop_flows.setup import Setup
from workshop_flows.state import Card, CardsSubject, Position, TextList
from workshop_flows.vocabulary import AxisId, Step

HERE = Position(step=Step.ACTIONS)
A2, A3, A4, G2 = AxisId.A2, AxisId.A3, AxisId.A4, AxisId.G2
FOCUS = commands.ChooseFocus(axes=(G2, A3))
OWN = Card(axis=A3, title="Kijken bij Smit")
CARDS = (
    Card(axis=G2, action=27),
    Card(axis=A3, action=4),
    Card(axis=A3, action=19),
    Card(axis=A4, action=37),
    OWN,
)
READY = commands.ChangeCards(cards=CARDS)
VOTED = chosen(CardsSubject(), (7, 5, 1, 2, 5), 10)


def stand(qtbot: QtBot, *done: Command, wanted: Setup | None = None) -> Stand:
    at = desk(wanted, FOCUS, *done, at=HERE)
    return Stand(qtbot, at, ActionsPage(at))


def rows(at: Stand) -> list[ActionRow]:
    """Return the actions in sight, from top to bottom."""
    library = at.page.widget.library
    return [library._rows[action] for action in library._order]


def row(at: Stand, action: int) -> ActionRow:
    return next(one for one in rows(at) if one.action == action)


def chip(at: Stand, text: str) -> Toggle:
    return next(one for one in at.page.widget.findChildren(Toggle) if one.text() == text)


def type_in_search(at: Stand, text: str) -> None:
    at.press("F", CTRL)
    search = at.page.widget.library.search
    QTest.keyClicks(search.focusProxy(), text)
    search.commit()


def test_the_actions_of_the_focus_come_first_and_every_row_says_why(qtbot: QtBot) -> None:
    doing = commands.ChangeList(name=TextList.ALREADY_DOING, items=("vrijdag een storing",))
    at = stand(qtbot, doing)
    first = rows(at)[0]
    assert "past bij: Dat kunnen wij en We hebben een plan" in first.accessibleDescription()
    for one in rows(at):
        action = content().action(one.action)
        assert action is not None
        told = one.accessibleDescription()
        for text in (action.yields, action.time, action.first_step):
            assert text in told
    assert any(
        "gaat verder op: vrijdag een storing" in one.accessibleDescription() for one in rows(at)
    )


def test_filters_add_up_and_search_looks_for_words(qtbot: QtBot) -> None:
    at = stand(qtbot)
    everything = len(rows(at))
    chip(at, "bij jullie 2 punten").click()
    of_focus = len(rows(at))
    chip(at, "€ 0").click()
    chip(at, "kort").click()
    assert 0 < len(rows(at)) < of_focus < everything
    for text in ("bij jullie 2 punten", "€ 0", "kort"):
        chip(at, text).click()
    type_in_search(at, "koffie")
    assert [one.action for one in rows(at)] == [2]
    assert at.says("1 idee")


def test_enter_leads_from_the_search_to_the_first_action_and_esc_shows_all_again(
    qtbot: QtBot,
) -> None:
    at = stand(qtbot)
    everything = len(rows(at))
    type_in_search(at, "koffie")
    at.press(Qt.Key.Key_Return)
    assert row(at, 2).hasFocus()
    at.press(Qt.Key.Key_Escape)
    assert len(rows(at)) == everything
    assert at.page.widget.library.search.value() == ""


def test_the_frame_hears_of_it_when_other_keys_work(qtbot: QtBot) -> None:
    at = stand(qtbot, READY)
    assert Intent.ADD in at.page.hints()
    with qtbot.waitSignal(at.desk.changed, timeout=1000):
        at.page.show_tab(Tab.CHOOSE)
    assert Intent.ADD not in at.page.hints()
    assert Intent.DIGIT_1 in at.page.hints()


def test_nothing_found_is_said(qtbot: QtBot) -> None:
    at = stand(qtbot)
    type_in_search(at, "zeppelin")
    assert rows(at) == []
    assert at.says("Niets gevonden.")


def test_enter_puts_an_action_on_the_screen_under_the_focus_it_fits(qtbot: QtBot) -> None:
    at = stand(qtbot)
    at.press(Qt.Key.Key_Return, on=row(at, 19))
    [card] = at.desk.session.cards
    assert card == Card(axis=A3, action=19)
    assert row(at, 19).isChecked()
    at.press(Qt.Key.Key_Return, on=row(at, 19))
    assert at.desk.session.cards == ()
    assert not row(at, 19).isChecked()


def test_an_own_idea_is_typed_and_added_without_the_mouse(qtbot: QtBot) -> None:
    at = stand(qtbot)
    type_in_search(at, "Kijken  bij Smit ")
    at.press("N", CTRL)
    assert at.desk.session.cards == (Card(axis=G2, title="Kijken bij Smit"),)
    assert at.page.widget.library.search.value() == ""
    assert at.page.widget.library.search.focusProxy().hasFocus()
    at.press("N", CTRL)
    assert len(at.desk.session.cards) == 1


def test_an_own_idea_goes_with_the_axis_that_was_picked(qtbot: QtBot) -> None:
    at = stand(qtbot)
    type_in_search(at, "Kijken bij Smit")
    at.page.widget.library.axis_chosen.emit(A2)
    at.press("N", CTRL)
    assert at.desk.session.cards[0].axis is A2


def test_a_ninth_card_is_refused_and_shown_as_not_there(qtbot: QtBot) -> None:
    at = stand(qtbot)
    for one in rows(at)[: limits.MOST_CARDS + 1]:
        one.click()
    assert len(at.desk.session.cards) == limits.MOST_CARDS
    assert "hoogstens 8" in at.told[-1].text
    assert sum(one.isChecked() for one in rows(at)) == limits.MOST_CARDS


def test_the_order_of_the_cards_changes(qtbot: QtBot) -> None:
    at = stand(qtbot, READY)
    at.page.move_card(0, 1)
    assert at.desk.session.cards[:2] == (CARDS[1], CARDS[0])
    at.page.move_card(0, -1)
    assert at.desk.session.cards[:2] == (CARDS[1], CARDS[0])
    at.page.remove_card(1)
    assert at.desk.session.cards == (CARDS[1], *CARDS[2:])


def test_a_count_is_dropped_only_after_a_yes(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    at = stand(qtbot, READY, *VOTED)
    answers = [asking.CANCEL, asking.STOP]
    monkeypatch.setattr(asking, "ask", lambda *_: answers.pop(0))
    at.page.remove_card(4)
    assert at.desk.session.cards == CARDS
    at.page.remove_card(4)
    assert at.desk.session.cards == CARDS[:4]
    assert at.desk.session.card_counts is None


def test_keys_walk_past_the_cards_of_the_projector(qtbot: QtBot) -> None:
    at = stand(qtbot, READY)
    assert at.says("Kaart 1 tot 3 van 5 in beeld")
    at.press(Qt.Key.Key_Right, ALT)
    assert at.desk.stage.first_card == 3
    assert at.says("Kaart 4 tot 5 van 5 in beeld")
    at.press(Qt.Key.Key_Right, ALT)
    assert at.desk.stage.first_card == 3
    at.press(Qt.Key.Key_Left, ALT)
    at.press(Qt.Key.Key_Left, ALT)
    assert at.desk.stage.first_card == 0


def test_in_a_deep_room_the_cards_come_one_by_one(qtbot: QtBot) -> None:
    at = stand(qtbot, READY)
    assert isinstance(at.page, ActionsPage)
    at.desk.set_stage(zoom="far")
    at.press(Qt.Key.Key_Right, ALT)
    assert at.desk.stage.first_card == 1
    assert at.says("Kaart 2 van 5 in beeld")


def test_the_choice_is_counted_by_keys_and_the_cards_stand_still_meanwhile(qtbot: QtBot) -> None:
    at = stand(qtbot, READY)
    at.press(Qt.Key.Key_PageDown)
    assert at.says("Tijdens de stemming staan de kaarten vast.")
    at.press(Qt.Key.Key_Space)
    for key in "11255":
        at.press(key)
    assert isinstance(at.desk.slips, ChoiceSlips)
    assert at.desk.slips.counts == (2, 1, 0, 0, 2)
    at.press(Qt.Key.Key_Space)
    assert at.says("Welke worden een afspraak?")
    assert at.says("Het meest gekozen: Leerblok in rustige weken en Kijken bij Smit.")


def test_one_key_makes_afspraken_of_what_was_chosen_most(qtbot: QtBot) -> None:
    at = stand(qtbot, READY, *VOTED)
    at.press("0")
    titles = [one.title for one in at.desk.session.draft.afspraken]
    assert titles == [
        "Leerblok in rustige weken",
        "Halve dag meelopen met een collega",
        "Kijken bij Smit",
    ]
    first = at.desk.session.draft.afspraken[0]
    assert (first.axis, first.euros, first.who) == (G2, 0, None)
    at.press("4")
    assert "hoogstens 3" in at.told[-1].text
    assert len(at.desk.session.draft.afspraken) == 3


def test_what_was_written_is_never_lost_unasked(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = stand(qtbot, READY)
    at.page.show_tab(Tab.CHOOSE)
    asked: list[str] = []
    answers = [asking.CANCEL, asking.STOP]
    monkeypatch.setattr(
        asking, "ask", lambda _, question: asked.append(question.title) or answers.pop(0)
    )
    at.press("1")
    at.press("5")
    draft = at.desk.session.draft
    written = replace(draft.afspraken[0], who="Youssef")
    at.desk.do(
        commands.ChangeAgreement(draft=replace(draft, afspraken=(written, draft.afspraken[1])))
    )
    at.press("5")
    assert asked == []
    at.press("1")
    assert at.desk.session.draft.afspraken == (written,)
    at.press("1")
    assert at.desk.session.draft.afspraken == ()
    assert len(asked) == 2


def test_counts_are_shown_from_five_people_and_for_what_was_kept_only(qtbot: QtBot) -> None:
    at = stand(qtbot, READY, *VOTED)
    choices = at.page.widget.choices._rows
    assert [one._choice.votes for one in choices] == [7, 5, 1, 2, 5]
    at.press("0")
    assert [one._choice.votes for one in choices] == [7, 5, None, None, 5]


def test_under_five_people_no_number_is_shown(qtbot: QtBot) -> None:
    few = chosen(CardsSubject(), (4, 3, 0, 0, 1), 4)
    at = stand(qtbot, READY, *few, wanted=setup(staff=3))
    assert all(one._choice.votes is None for one in at.page.widget.choices._rows)
    assert at.says("Met zo weinig mensen tonen we geen aantallen.")
    at.press("0")
    assert [one.action for one in at.desk.session.draft.afspraken] == [27, 4]


def test_in_mode_open_cards_become_afspraken_aloud(qtbot: QtBot) -> None:
    at = stand(qtbot, READY, wanted=setup(staff=1))
    at.page.show_tab(Tab.CHOOSE)
    at.press("2")
    assert [one.action for one in at.desk.session.draft.afspraken] == [4]


def test_a_round_is_left_only_after_a_yes(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    at = stand(qtbot, READY)
    at.press(Qt.Key.Key_PageDown)
    monkeypatch.setattr(asking, "ask", lambda *_: asking.STOP)
    at.press("X")
    assert at.desk.session.round is None
    assert at.desk.session.cards == CARDS


def test_the_library_speaks_the_language_of_the_console_at_once(qtbot: QtBot) -> None:
    at = stand(qtbot, READY)
    at.desk.set_texts(catalogue("en"))
    assert at.says("Search, or type your own idea")
    assert at.says("Next cards")
    assert at.says("short")
    assert not at.says("Zoek of typ")


def test_tab_goes_from_search_through_filters_to_the_first_action(qtbot: QtBot) -> None:
    at = stand(qtbot, READY)
    stops = [at.page.widget.library.search.focusProxy()]
    while not isinstance(stops[-1], ActionRow):
        stops.append(stop_after(at.window, stops[-1], forward=True))
    assert sum(isinstance(one, Toggle) for one in stops) == 5
    assert stops[-1] is rows(at)[0]
    chip(at, "kort").click()
    assert stop_after(at.window, stops[-2], forward=True) is rows(at)[0]


def test_every_note_has_its_day_and_source(qtbot: QtBot) -> None:
    at = stand(qtbot)
    note = content().notes[0]
    assert not at.says(note.title)
    at.page.widget.notes._button.click()
    for one in content().notes:
        assert at.says(one.title)
        assert at.says(one.source)
    assert at.says("Stand van 26 september 2025")
