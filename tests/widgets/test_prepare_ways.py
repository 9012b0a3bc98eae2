"""The cards of the ways to vote as they are seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from resources.catalogue import catalogue
from tests.console.fitting import faults
from widgets.console.prepare_ways import Ways
from widgets.console.views_prepare import BallotView, CountView, Edit, NoticeView, WayView
from widgets.look import Look, set_look
from widgets.theme import load_fonts

VIEW = BallotView(
    ways=(
        WayView(
            key="phones",
            icon="device-mobile",
            title="Telefoon",
            words="Op de wifi, met een briefje met een code",
            chosen=True,
            turn=Edit(field="phones", value=0),
            count=CountView(number=48, most=50, name="Plekken met een telefoon", unit="plekken"),
        ),
        WayView(
            key="slips",
            icon="note-pencil",
            title="Stembriefjes",
            words="In de doos, jij telt. Kies er 3 of meer",
            chosen=True,
            turn=Edit(field="phones", value=50),
            count=CountView(number=2, most=50, name="Plekken met een stembriefje", unit="plekken"),
        ),
        WayView(
            key="hands",
            icon="users-three",
            title="Handen omhoog",
            words="Niet geheim: iedereen ziet elkaars keuze",
            chosen=False,
            turn=Edit(field="ballot", value="show_of_hands"),
        ),
    ),
    second="Het mag samen, in één ronde",
    sum="48 + 2 = 50 plekken, klopt",
    words="Telefoons: een kenner kan meelezen op de wifi.\nStembriefjes: jij telt.",
    notice=NoticeView(
        text="2 stembriefjes zijn te herleiden. Kies er 3 of meer, of geen.",
        button="Maak er 3",
        edit=Edit(field="slips", value=3),
    ),
)


def shown(qtbot: QtBot, view: BallotView, *, width: int, scale: float = 1.0) -> QWidget:
    load_fonts()
    window = QWidget()
    ways = Ways(catalogue("nl"))
    QVBoxLayout(window).addWidget(ways)
    window.resize(width, 900)
    set_look(window, Look(scale=scale))
    ways.show_view("Hoe stemmen jullie?", view)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    QApplication.processEvents()
    return window


@pytest.mark.parametrize(("width", "scale"), [(840, 1.0), (820, 1.5), (560, 1.0), (1230, 1.5)])
def test_every_text_is_whole(qtbot: QtBot, width: int, scale: float) -> None:
    assert faults(shown(qtbot, VIEW, width=width, scale=scale)) == []


def the_ways(window: QWidget) -> Ways:
    found = window.findChild(Ways)
    assert found is not None
    return found


def ticks(window: QWidget) -> dict[str, QCheckBox]:
    found = window.findChildren(QCheckBox)
    return {one.accessibleName(): one for one in found if one.isVisible()}


def test_a_tick_asks_what_its_card_says_and_waits_for_the_answer(qtbot: QtBot) -> None:
    window = shown(qtbot, VIEW, width=840)
    asked: list[Edit] = []
    the_ways(window).edited.connect(asked.append)
    tick = ticks(window)["Handen omhoog"]
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert asked == [Edit(field="ballot", value="show_of_hands")]
    assert not tick.isChecked()


def test_a_number_is_told_by_its_way(qtbot: QtBot) -> None:
    window = shown(qtbot, VIEW, width=840)
    asked: list[Edit] = []
    the_ways(window).edited.connect(asked.append)
    tick = ticks(window)["Stembriefjes"]
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Tab)
    number = QApplication.focusWidget()
    assert number is not None
    QTest.keyClick(number, Qt.Key.Key_Up)
    assert asked == [Edit(field="slips", value=3)]


def test_a_way_that_is_not_offered_is_not_there(qtbot: QtBot) -> None:
    view = BallotView(ways=VIEW.ways[1:])
    window = shown(qtbot, view, width=840)
    assert list(ticks(window)) == ["Stembriefjes", "Handen omhoog"]
    the_ways(window).show_view("Hoe stemmen jullie?", BallotView(words="Met kaarten op tafel."))
    assert ticks(window) == {}
