"""What the machine tells of itself, also when it tells nothing or lies in pieces."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.power import Power, linux_power, read_pmset, read_windows
from app.readiness import Readiness, ReadinessProbe, can_write, look, room_in


def supply(folder: Path, name: str, **lines: str) -> None:
    (folder / name).mkdir()
    for line, value in lines.items():
        (folder / name / line).write_text(f"{value}\n")


def test_linux_tells_of_its_battery(tmp_path: Path) -> None:
    supply(tmp_path, "AC", type="Mains", online="0")
    supply(tmp_path, "BAT0", type="Battery", capacity="41", status="Discharging")
    supply(tmp_path, "mouse", type="Battery", scope="Device", capacity="3", status="Discharging")
    assert linux_power(tmp_path) == Power(charge=41, plugged=False)


def test_two_batteries_count_together_and_charging_is_plugged(tmp_path: Path) -> None:
    supply(tmp_path, "BAT0", type="Battery", capacity="20", status="Charging")
    supply(tmp_path, "BAT1", type="Battery", capacity="80", status="Full")
    assert linux_power(tmp_path) == Power(charge=50, plugged=True)


def test_without_a_battery_or_with_nonsense_nothing_is_told(tmp_path: Path) -> None:
    assert linux_power(tmp_path / "not there") is None
    assert linux_power(tmp_path) is None
    supply(tmp_path, "BAT0", type="Battery", capacity="unknown", status="Full")
    assert linux_power(tmp_path) is None


def test_macos_tells_in_words() -> None:
    told = "Now drawing from '{}'\n -InternalBattery-0 (id=1)\t41%; {}; 3:10 remaining"
    assert read_pmset(told.format("Battery Power", "discharging")) == Power(
        charge=41, plugged=False
    )
    assert read_pmset(told.format("AC Power", "charging")) == Power(charge=41, plugged=True)
    assert read_pmset("Now drawing from 'AC Power'") is None


def test_windows_tells_in_bytes() -> None:
    assert read_windows(0, 41) == Power(charge=41, plugged=False)
    assert read_windows(1, 100) == Power(charge=100, plugged=True)
    assert read_windows(1, 255) is None
    assert read_windows(255, 41) is None


def test_a_folder_that_is_still_to_be_made_counts_as_its_place(tmp_path: Path) -> None:
    assert can_write(tmp_path / "new" / "deeper")
    assert room_in(tmp_path / "new" / "deeper") is not None
    assert not (tmp_path / "new").exists()


def test_a_place_where_nothing_can_be_made_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", read_only)
    assert not can_write(tmp_path)


def test_looking_says_all_of_it(tmp_path: Path) -> None:
    found = look(tmp_path)
    assert (found.folder, found.writable) == (tmp_path, True)


def test_the_probe_tells_once_and_of_the_last_folder(tmp_path: Path, qtbot: QtBot) -> None:
    probe = ReadinessProbe(lambda folder: Readiness(folder=folder))
    told: list[Readiness] = []
    probe.found.connect(told.append)
    with qtbot.waitSignal(probe.found):
        probe.start(tmp_path / "first")
        probe.start(tmp_path / "second")
    assert [one.folder.name for one in told] == ["second"]
    assert probe._thread is None
