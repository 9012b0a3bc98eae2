"""A look reaches everything in its window, at once."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.widgets.control_window import colours_in, picture, shown
from widgets.controls.button import Button, Kind
from widgets.controls.field import Field
from widgets.controls.text import Text
from widgets.look import Look, look_of, px, set_look
from widgets.theme import colours


def test_without_a_window_a_widget_has_the_usual_look(qtbot: QtBot) -> None:
    alone = QWidget()
    qtbot.addWidget(alone)
    assert look_of(alone) == Look(theme="light", scale=1.0)
    assert px(alone, 44) == 44


def test_a_widget_has_the_look_of_the_nearest_around_it(qtbot: QtBot) -> None:
    preview = QWidget()
    text = Text("Stelling", parent=preview)
    window = shown(qtbot, preview, look=Look(theme="dark", scale=1.5))
    assert look_of(text) == look_of(window) == Look(theme="dark", scale=1.5)
    set_look(preview, Look())
    assert look_of(text) == Look()
    assert look_of(window).theme == "dark"


def test_a_theme_switch_is_seen_at_once(qtbot: QtBot) -> None:
    button, field, text = Button("Verder", kind=Kind.PRIMARY), Field("Naam"), Text("Hoi")
    window = shown(qtbot, button, field, text)
    for theme in ("dark", "light"):
        set_look(window, Look(theme=theme))
        assert colours(theme).primary.upper() in colours_in(picture(button))
        assert colours(theme).surface.upper() in colours_in(picture(field))
        assert colours(theme).ink.upper() in colours_in(picture(text))


@pytest.mark.parametrize("scale", [1.25, 1.5, 2.0])
def test_text_and_controls_grow_together(qtbot: QtBot, scale: float) -> None:
    button, text = Button("Verder"), Text("Hoi")
    window = shown(qtbot, button, text)
    small_button, small_text = button.sizeHint(), text.sizeHint()
    set_look(window, Look(scale=scale))
    assert button.sizeHint().height() - 12 == round(44 * scale)
    assert button.sizeHint().width() > small_button.width()
    assert text.sizeHint().height() > small_text.height()
    set_look(window, Look())
    assert button.sizeHint() == small_button
    assert text.sizeHint() == small_text


def test_what_is_made_first_and_placed_later_takes_the_look_of_its_window(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    text = Text("Hoi")
    column.addWidget(text)
    small = text.sizeHint().height()
    shown(qtbot, page, look=Look(theme="dark", scale=2.0))
    assert text.sizeHint().height() > 1.5 * small
    assert colours("dark").ink.upper() in colours_in(picture(text))


def test_a_hidden_page_follows_too(qtbot: QtBot) -> None:
    text = Text("Hoi")
    window = shown(qtbot, text)
    text.hide()
    set_look(window, Look(scale=2.0))
    high = text.fontInfo().pixelSize()
    assert high == 32
