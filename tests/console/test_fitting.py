"""What looks for texts that are cut, elided or over each other finds them, and nothing else."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.console.fitting import faults
from widgets.controls.button import Button
from widgets.controls.scroll import Scroll
from widgets.controls.text import Text
from widgets.theme import colours, font, load_fonts
from widgets.typeset import Style, fitted, plain

Shown = Callable[..., QWidget]
LONG = "Wij leren samen van elkaar"


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """Return what shows widgets in a window of 400 by 300, each at its place."""

    def show(*placed: tuple[QWidget, tuple[int, int, int, int]]) -> QWidget:
        load_fonts()
        window = QWidget()
        window.resize(400, 300)
        for widget, place in placed:
            widget.setParent(window)
            widget.setGeometry(*place)
        qtbot.addWidget(window)
        window.show()
        return window

    return show


def only(found: list[str], *words: str) -> bool:
    return bool(found) and all(all(word in one for word in words) for one in found)


def test_what_fits_is_no_fault(shown: Shown) -> None:
    window = shown(
        (Text(LONG), (0, 0, 300, 40)),
        (Button("Verder"), (0, 60, 160, 56)),
        (QLineEdit("een"), (0, 140, 200, 30)),
    )
    assert faults(window) == []


def test_a_label_that_is_too_narrow_is_cut_at_its_right(shown: Shown) -> None:
    label = Text(LONG, wrap=False)
    found = faults(shown((label, (0, 0, label.sizeHint().width() - 20, 30))))
    assert only(found, "Text", "cut at its right by 19 px", LONG)


def test_a_label_that_is_too_low_is_cut_at_its_bottom(shown: Shown) -> None:
    found = faults(shown((Text(LONG), (0, 0, 120, 30))))
    assert any("cut at its bottom" in one for one in found)
    assert not any("right" in one or "left" in one for one in found)


def test_a_text_outside_what_holds_it_is_told(shown: Shown) -> None:
    found = faults(shown((Text(LONG, wrap=False), (350, 0, 300, 30))))
    assert only(found, "off the right of QWidget", LONG)


def test_a_painted_button_that_is_too_narrow_is_cut(shown: Shown) -> None:
    found = faults(shown((Button("Naar de leeracties"), (0, 0, 90, 56))))
    assert any("Button" in one and "cut at its left" in one for one in found)


def test_what_is_typed_and_does_not_fit_is_cut_unless_the_tooltip_has_it(shown: Shown) -> None:
    field = QLineEdit(LONG * 3)
    window = shown((field, (0, 0, 200, 30)))
    field.home(False)
    assert only(faults(window), "QLineEdit", "cut at its right")
    field.setToolTip(field.text())
    assert faults(window) == []


def test_two_labels_over_each_other_are_told_once(shown: Shown) -> None:
    found = faults(shown((Text("een"), (0, 0, 100, 30)), (Text("twee"), (8, 4, 100, 30))))
    assert len(found) == 1
    assert "over each other" in found[0]
    assert "'een' and 'twee'" in found[0]


def test_a_text_over_a_button_is_told(shown: Shown) -> None:
    found = faults(shown((Button("Verder"), (0, 0, 200, 56)), (Text("twee"), (150, 15, 80, 30))))
    assert only(found, "over Button", "'twee'")


def test_two_buttons_over_each_other_are_told(shown: Shown) -> None:
    found = faults(shown((Button("A"), (0, 0, 100, 56)), (Button("B"), (0, 30, 100, 56))))
    assert any("'A' and Button 'B': over each other" in one for one in found)


def test_rings_may_share_their_room(shown: Shown) -> None:
    assert faults(shown((Button("A"), (0, 0, 100, 56)), (Button("B"), (0, 44, 100, 56)))) == []


class Elided(QWidget):
    """Shortens what it is given, as Qt's own views do."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(16))
        short = QFontMetrics(font(16)).elidedText(LONG, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), short)


def test_an_elided_text_is_told_unless_the_tooltip_has_all_of_it(shown: Shown) -> None:
    widget = Elided()
    window = shown((widget, (0, 0, 120, 30)))
    assert only(faults(window), "Elided", "elided")
    widget.setToolTip(LONG)
    assert faults(window) == []


def test_dots_that_belong_to_the_text_are_no_elision(shown: Shown) -> None:
    assert faults(shown((QLabel("Nee, want …"), (0, 0, 200, 30)))) == []


class Torn(QWidget):
    """Sets a word that is wider than its column."""

    def paintEvent(self, event: QPaintEvent) -> None:
        setting = fitted(plain("eigenaar"), Style(20, 20), 40)

        setting.paint(QPainter(self), 0, 0, 40, colours("light"))


def test_a_word_that_is_torn_apart_is_told(shown: Shown) -> None:
    assert only(faults(shown((Torn(), (0, 0, 200, 100)))), "a word is broken")


def test_what_can_be_scrolled_to_is_not_cut_but_what_is_too_wide_is(shown: Shown) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    for number in range(30):
        column.addWidget(Text(f"Regel {number}"))
    scroll = Scroll(content)
    window = shown((scroll, (0, 0, 200, 100)))
    assert faults(window) == []
    column.addWidget(Text("Een regel die veel te lang is voor hier", wrap=False))
    content.setMinimumWidth(500)
    QApplication.processEvents()
    found = faults(window)
    assert any("px wider than there is room for" in one for one in found)
    assert any("off the right of" in one and "Een regel" in one for one in found)
