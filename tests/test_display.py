"""A machine without a screen gets a sentence, not a crash of Qt."""

import socket
import sys
from pathlib import Path

import pytest

from app import display
from app.display import has_display


@pytest.fixture(autouse=True)
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.mark.parametrize("name", ["", "x", ":", ":x", ":987654", "unix:987654.0"])
def test_a_display_that_is_not_there_is_seen(name: str) -> None:
    assert not has_display({"DISPLAY": name})


def test_without_any_word_of_a_display_there_is_none() -> None:
    assert not has_display({})


@pytest.mark.parametrize("name", ["WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_what_was_chosen_is_believed(name: str) -> None:
    assert has_display({name: "wayland-0"})


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_always_have_a_screen(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert has_display({})


def test_a_server_that_listens_is_found() -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind("\0/tmp/.X11-unix/X98765")
        server.listen()
        assert has_display({"DISPLAY": ":98765.0"})


def test_a_server_elsewhere_is_asked_on_its_port(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(display, "_connects", lambda _family, address: asked.append(address))
    has_display({"DISPLAY": "elders:10.0"})
    assert asked == [("elders", 6010)]
