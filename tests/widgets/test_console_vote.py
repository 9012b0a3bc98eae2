"""The widgets of the votes: what the mouse and the keyboard do, and that nothing is cut."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.presenters.console.vote import AtVote, vote_view
from app.presenters.console.vote_stand import side_view, stand_view
from resources.catalogue import catalogue
from tests.console.desks import desk
from tests.console.led_vote import A1, A2, A3, DIVIDED, FOUR, NINE, at, shown_axis, voted
from tests.core.builders import setup
from widgets.console.views_vote import AxisView, CountView, SideView, VoteView
from widgets.console.vote import VoteCentre
from widgets.console.vote_chart import DotsChart
from widgets.console.vote_count import CountPanel
from widgets.console.vote_question import QuestionRow, TalkPart
from widgets.console.vote_side import VoteSide
from widgets.console.vote_stand import StandEditor
from widgets.controls.scroll import Scroll
from widgets.look import Look, set_look
from widgets.theme import load_fonts
from workshop_flows import commands
from workshop_flows.vocabulary import Role

SMALL = 520
"""The width of the centre in the smallest window."""


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    load_fonts()


def counting(language: str = "nl") -> CountView:
    made = desk(at=at(A3, 1), language=language)
    made.advance()
    made.advance()
    view = vote_view(made, AtVote())
    assert isinstance(view, CountView)
    return view


def axis(language: str = "nl") -> AxisView:
    made = shown_axis(DIVIDED, DIVIDED)
    made.do(commands.AgreeStand(axis=A3, value=3.5))
    made.set_texts(catalogue(language))
    view = vote_view(made, AtVote())
    assert isinstance(view, AxisView)
    return view


def side() -> SideView:
    made = shown_axis(DIVIDED, DIVIDED)
    made.do(commands.AgreeStand(axis=A3, value=3.5))
    view = side_view(made)
    assert view is not None
    return view


def asking(language: str = "nl") -> VoteView:
    return vote_view(desk(at=at(A1, 1), language=language), AtVote())


def busy(language: str = "nl") -> VoteView:
    made = desk(at=at(A1, 1), language=language)
    made.advance()
    return vote_view(made, AtVote())


def result(language: str = "nl") -> VoteView:
    made = desk(setup(), *voted("A3.1", NINE), at=at(A3, 1), language=language)
    return vote_view(made, AtVote())


def pooled(language: str = "nl") -> VoteView:
    made = shown_axis(FOUR, FOUR, axis=A1, staff=3)
    made.set_texts(catalogue(language))
    return vote_view(made, AtVote())


def table(language: str = "nl") -> VoteView:
    made = desk(setup(staff=2, length=90), at=at(A2, 1), language=language)
    made.do(commands.AgreeStand(axis=A2, value=2.5))
    return vote_view(made, AtVote())


VIEWS: tuple[Callable[[str], VoteView], ...] = (
    asking,
    busy,
    counting,
    result,
    axis,
    pooled,
    table,
)


def button(top: QWidget, name: str) -> QAbstractButton:
    return next(
        one for one in top.findChildren(QAbstractButton) if one.accessibleName().startswith(name)
    )


def test_the_mouse_counts_up_and_down(qtbot: QtBot) -> None:
    panel = CountPanel()
    qtbot.addWidget(panel)
    panel.show_view(counting())
    with qtbot.waitSignal(panel.added) as added:
        button(panel, "Team, Half-half: een erbij").click()
    assert added.args == [Role.STAFF, 3]
    with qtbot.waitSignal(panel.added) as added:
        button(panel, "Eigenaar: het gemerkte briefje, Klopt helemaal").click()
    assert added.args == [Role.OWNER, 5]
    less = button(panel, "Team, Half-half: een eraf")
    assert less.isHidden()


def test_a_count_that_is_cleared_is_in_no_widget(qtbot: QtBot) -> None:
    panel = CountPanel()
    qtbot.addWidget(panel)
    panel.show_view(counting())
    panel.clear()
    assert not [one for one in panel.findChildren(QAbstractButton) if "een erbij" in one.toolTip()]


def test_a_stand_is_picked_with_arrows_and_taken_away_with_the_same_press(qtbot: QtBot) -> None:
    editor = StandEditor()
    qtbot.addWidget(editor)
    made = shown_axis(NINE, NINE)
    made.do(commands.AgreeStand(axis=A3, value=4.0))
    editor.show_view(stand_view(made))
    with qtbot.waitExposed(editor):
        editor.show()
    four = button(editor, "Stand 4:")
    stops = [
        one
        for one in editor.findChildren(QAbstractButton)
        if one.accessibleName().startswith("Stand")
        and one.focusPolicy() is Qt.FocusPolicy.StrongFocus
    ]
    assert stops == [four]
    four.setFocus()
    QTest.keyClick(four, Qt.Key.Key_Right)
    half = button(editor, "Stand 4,5:")
    assert half.hasFocus()
    with qtbot.waitSignal(editor.chosen) as chosen:
        QTest.keyClick(half, Qt.Key.Key_Return)
    assert chosen.args == [4.5]
    # The state is the truth: nothing is chosen until it says so.
    assert four.isChecked()
    assert not half.isChecked()
    with qtbot.waitSignal(editor.chosen) as chosen:
        four.click()
    assert chosen.args == [None]


def test_the_other_question_is_asked_for_and_not_shown_before_the_state_has_it(
    qtbot: QtBot,
) -> None:
    talk = TalkPart()
    qtbot.addWidget(talk)
    view = pooled()
    assert isinstance(view, AxisView)
    talk.show_view(view.talk)
    short, deep = talk.findChildren(QuestionRow)
    with qtbot.waitSignal(talk.asked) as asked:
        deep.click()
    assert asked.args == [True]
    assert short.isChecked()
    assert not deep.isChecked()
    assert short.accessibleDescription() == "op de beamer"


def test_a_reader_hears_the_dots(qtbot: QtBot) -> None:
    centre = VoteCentre(catalogue("nl"))
    qtbot.addWidget(centre)
    centre.show_view(result())
    (chart,) = centre.findChildren(DotsChart)
    assert chart.accessibleName().startswith("Klopt niet: 1, Klopt een")


def test_what_is_shown_twice_stays_as_it_is(qtbot: QtBot) -> None:
    centre = VoteCentre(catalogue("nl"))
    qtbot.addWidget(centre)
    centre.resize(680, 735)
    with qtbot.waitExposed(centre):
        centre.show()
    for make in VIEWS:
        centre.show_view(make("nl"))
        before = centre.grab().toImage()
        centre.show_view(make("nl"))
        assert centre.grab().toImage() == before


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("make", VIEWS)
def test_nothing_is_cut_in_the_smallest_window(
    qtbot: QtBot, make: Callable[[str], VoteView], scale: float, language: str
) -> None:
    centre = VoteCentre(catalogue(language))
    set_look(centre, Look(scale=scale))
    qtbot.addWidget(centre)
    centre.resize(round(SMALL * (1.15 if scale > 1 else 1.0)), 480)
    centre.show_view(make(language))
    with qtbot.waitExposed(centre):
        centre.show()
    page = centre.currentWidget()
    assert isinstance(page, QScrollArea)
    content = page.widget()
    assert content is not None
    assert content.width() <= page.viewport().width()
    assert_whole(content)


@pytest.mark.parametrize(("scale", "width"), [(1.0, 264), (1.0, 376), (1.5, 388)])
def test_the_panel_under_the_preview_is_never_cut(qtbot: QtBot, scale: float, width: int) -> None:
    panel = VoteSide()
    column = Scroll(panel)
    set_look(column, Look(scale=scale))
    qtbot.addWidget(column)
    column.resize(width, 400)
    panel.show_view(side())
    with qtbot.waitExposed(column):
        column.show()
    assert panel.width() <= width
    assert_whole(panel)


def assert_whole(top: QWidget) -> None:
    """Fail on a text that has less room than it needs, or that stands outside its parent."""
    for label in top.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            assert label.height() >= max(needed, label.minimumSizeHint().height()), label.text()
            assert label.width() >= label.minimumSizeHint().width(), label.text()
    for one in top.findChildren(QAbstractButton):
        if one.isVisible():
            assert one.width() >= one.minimumSizeHint().width(), one.accessibleName()
            parent = one.parentWidget()
            assert parent is not None
            assert parent.rect().contains(one.geometry()), one.accessibleName()
