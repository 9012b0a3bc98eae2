"""Another language in the settings: at once, everywhere on the console, at every moment."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.console.conductor import Conductor
from tests.console.tongues import is_dutch, is_key, is_only, is_unfilled
from tests.walk import Walk, example
from workshop_flows.vocabulary import Step

EXAMPLES = ("garage", "garage-vervolg", "klussenbedrijf", "tweemans")


def moments_shown(led: Conductor, walk: Walk) -> Iterator[str]:
    """Yield the name of every moment of a session, each with its own page on the console."""
    led.press("O")
    for moment, desk in walk.moments():
        if desk.session.position.step is Step.WELCOME:
            led.press("PgDown")
        led.settle()
        preparing = desk.session.position.step is Step.PREPARE
        assert (led.running.program.page is None) is not preparing
        yield moment


@pytest.mark.long
@pytest.mark.parametrize("name", EXAMPLES)
def test_console_speaks_the_language_that_is_set(
    name: str, qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The session stays in Dutch, which its facilitator reads in guides and statements."""
    walk = Walk(example(name), "nl")
    monkeypatch.setattr("app.session_doors.practice_desk", lambda *_given, **_more: walk.desk)
    led = Conductor(tmp_path / "program")
    try:
        wrong: dict[str, str] = {}
        for moment in moments_shown(led, walk):
            for language, other in (("en", "nl"), ("nl", "en")):
                led.running.settings.change(language=language)
                led.settle()
                for text in led.console_texts():
                    if is_key(text) or is_unfilled(text) or is_only(text, other):
                        wrong.setdefault(text, f"{moment} in {language}")
        assert wrong == {}
    finally:
        led.close()


@pytest.mark.long
def test_nothing_dutch_in_an_english_session(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk = Walk(example("en/garage"), "en")
    monkeypatch.setattr("app.session_doors.practice_desk", lambda *_given, **_more: walk.desk)
    led = Conductor(tmp_path / "program", language="en", session_language="en")
    try:
        wrong: dict[str, str] = {}
        for moment in moments_shown(led, walk):
            for text in (*led.console_texts(), *led.room_texts()):
                if is_dutch(text):
                    wrong.setdefault(text, moment)
        assert wrong == {}
    finally:
        led.close()


def test_the_language_is_chosen_in_the_settings_by_keyboard(qapp: object, tmp_path: Path) -> None:
    led = Conductor(tmp_path / "program")
    try:
        led.press("Ctrl+,")
        assert led.keyboard().accessibleName() == "Nederlands"
        led.press("Right")
        assert led.running.settings.values.language == "en"
        assert [one for one in led.console_texts() if is_only(one, "nl")] == []
        led.press("Esc")
        assert [one for one in led.console_texts() if is_only(one, "nl")] == []
    finally:
        led.close()
