"""The painted parts of the pages of choosing keep their texts whole at every width."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from widgets.console.action_row import ActionRow
from widgets.console.choice_row import ChoiceRow
from widgets.console.flow_row import FlowRow
from widgets.console.typed_text import TypedText
from widgets.console.views_choosing import ActionRowView, ChoiceView
from widgets.controls.button import Button
from widgets.look import Look, set_look

LONG = "Hoe leren wij werken aan elektrische auto's? " * 11
ONE_WORD = "Kortstondigeonafgebrokenwoordenreeks" * 5


def choice(label: str, votes: int | None = 7) -> ChoiceView:
    return ChoiceView(key="1", label=label, second="nu 2,3", votes=votes, chosen=True)


@pytest.mark.parametrize("text", [LONG, ONE_WORD])
def test_a_row_grows_with_its_text_and_with_the_scale(qtbot: QtBot, text: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = ChoiceRow(window)
    row.show_choice(choice("We kiezen"), 7)
    low = row.heightForWidth(500)
    row.show_choice(choice(text), 7)
    high = row.heightForWidth(500)
    assert high > 2 * low
    assert row.heightForWidth(350) > high
    set_look(window, Look(scale=1.5))
    assert row.heightForWidth(500) > high


def test_a_long_label_keeps_its_number_and_gives_up_its_dots(qtbot: QtBot) -> None:
    row = ChoiceRow()
    qtbot.addWidget(row)
    row.show_choice(choice("We kiezen"), 7)
    assert row._has_dots(500)
    row.show_choice(choice(LONG), 7)
    assert not row._has_dots(500)
    assert "7" in row.accessibleDescription()


def test_no_number_is_read_out_where_none_may_be_shown(qtbot: QtBot) -> None:
    row = ChoiceRow()
    qtbot.addWidget(row)
    row.show_choice(choice("We kiezen", None), 0)
    assert row.accessibleDescription() == "nu 2,3"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_rows_are_painted_in_every_state(qtbot: QtBot, theme: str) -> None:
    window = QWidget()
    set_look(window, Look(theme=theme))  # type: ignore[arg-type]
    column = QVBoxLayout(window)
    qtbot.addWidget(window)
    shown = []
    for on in (True, False):
        row = ActionRow()
        row.show_action(
            ActionRowView(
                action=1,
                title="Vrijdagdemo",
                yields="Een truc wordt van ons allemaal",
                facts="€ 0",
                first_step="Eerste stap: een naam op het bord",
                why="past bij: We helpen elkaar",
                on=on,
                name="Vrijdagdemo",
            )
        )
        column.addWidget(row)
        shown.append(row)
    assert not window.grab().isNull()
    assert shown[0].grab().toImage() != shown[1].grab().toImage()


def test_controls_go_on_to_the_next_line_and_none_is_cut(qtbot: QtBot) -> None:
    flow = FlowRow()
    qtbot.addWidget(flow)
    buttons = [Button(text) for text in ("bij jullie 3 punten", "kort", "tijdens het werk")]
    for button in buttons:
        flow.add(button)
    wide = sum(button.sizeHint().width() for button in buttons)
    assert flow.heightForWidth(wide) == buttons[0].sizeHint().height()
    flow.resize(wide - 1, 400)
    flow.grab()
    assert buttons[2].x() == 0
    assert buttons[2].y() == flow.heightForWidth(wide) < flow.heightForWidth(wide - 1)
    assert all(button.geometry().right() < wide for button in buttons)


def test_a_word_wider_than_the_line_is_broken(qtbot: QtBot) -> None:
    text = TypedText()
    qtbot.addWidget(text)
    text.set_text(ONE_WORD)
    assert text.heightForWidth(200) > 3 * text.heightForWidth(5000)
    assert text.minimumSizeHint().width() < 100
    assert text.accessibleName() == ONE_WORD
