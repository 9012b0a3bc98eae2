"""A clicker, which is a keyboard with few keys, at the console and at the projector's window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.console.conductor import Conductor, press_key
from tests.console.leading import prepare
from workshop_flows.vocabulary import Step


@pytest.fixture
def led(qapp: object, tmp_path: Path) -> Iterator[Conductor]:
    """Return the program at the welcome of a session, with the room's picture in a window."""
    made = Conductor(tmp_path / "program")
    prepare(made, "Garage De Brug", staff=9)
    made.press("F5")
    assert made.projector.isVisible()
    yield made
    made.close()


def at_console(led: Conductor) -> Callable[[str], None]:
    led.running.first.activateWindow()
    led.settle()
    return led.press


def at_projector(led: Conductor) -> Callable[[str], None]:
    led.projector.activateWindow()
    led.settle()

    def press(name: str) -> None:
        press_key(led.projector, name)
        led.settle()

    return press


@pytest.mark.parametrize("where", [at_console, at_projector])
def test_on_and_back(led: Conductor, where: Callable[[Conductor], Callable[[str], None]]) -> None:
    press = where(led)
    press("PgDown")
    assert led.is_at(Step.QUESTION)
    press("PgUp")
    assert led.is_at(Step.WELCOME)


@pytest.mark.parametrize("key", ["B", "."])
@pytest.mark.parametrize("where", [at_console, at_projector])
def test_blank_and_back(
    led: Conductor, where: Callable[[Conductor], Callable[[str], None]], key: str
) -> None:
    press = where(led)
    before = led.room_words()
    press(key)
    assert led.desk.stage.blank
    assert led.room_words() != before
    press(key)
    assert led.room_words() == before


def test_f5_shows_and_hides_the_picture_from_the_console(led: Conductor) -> None:
    press = at_console(led)
    press("F5")
    assert not led.projector.isVisible()
    press("F5")
    assert led.projector.isVisible()


def test_f5_and_esc_in_the_only_screen(led: Conductor) -> None:
    """F5 fills the one screen there is; Esc gives the console back, step by step."""
    press = at_projector(led)
    press("F5")
    assert led.projector.isFullScreen()
    press("Esc")
    assert led.projector.isVisible()
    assert not led.projector.isFullScreen()
    press("Esc")
    assert not led.projector.isVisible()
    assert led.is_at(Step.WELCOME)


def test_letters_go_into_the_text_while_typing(led: Conductor) -> None:
    at_console(led)
    led.press("PgDown")
    led.type("Stop. Op de brug: 5 bmw's + x", "Return")
    assert led.session.coming == ("Stop. Op de brug: 5 bmw's + x",)
    assert led.is_at(Step.QUESTION)
    assert not led.desk.stage.blank
    led.press("Esc", "B")
    assert led.desk.stage.blank


def test_page_keys_leave_a_text_that_is_half_typed_with_what_was_typed(led: Conductor) -> None:
    at_console(led)
    led.press("PgDown")
    led.type("Nieuwe regels")
    led.press("PgDown")
    assert led.is_at(Step.ALREADY_DOING)
    assert led.session.coming == ("Nieuwe regels",)
