"""The settings survive: a restart, damage, a newer program, and a folder that can't be written."""

from pathlib import Path

import pytest
from msgspec import json, structs

from app.screen_plan import ScreenId
from app.settings import FORMAT, Motion, Settings, Values
from resources.catalogue import catalogue


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_without_a_file_everything_is_as_declared(path: Path) -> None:
    assert Settings(path).values == Values()
    assert not path.exists()


def test_a_change_is_written_at_once_and_told(path: Path) -> None:
    settings = Settings(path)
    told: list[object] = []
    settings.changed.connect(told.append)
    screen = ScreenId(name="HDMI-1", serial="A1")
    settings.change(language="en", motion=Motion.REDUCED, window=(1, 2, 30, 40))
    settings.change(projector_screen=screen)
    assert told[-1] == settings.values
    assert Settings(path).values == Values(
        language="en", motion=Motion.REDUCED, window=(1, 2, 30, 40), projector_screen=screen
    )


def test_the_same_value_tells_nothing_and_writes_nothing(path: Path) -> None:
    settings = Settings(path)
    told: list[object] = []
    settings.changed.connect(told.append)
    settings.change(theme="light")
    assert told == []
    assert not path.exists()


@pytest.mark.parametrize(
    "change",
    [{"theme": "pink"}, {"text_size": 110}, {"smallest_team": 4}, {"smallest_team": 11}],
)
def test_a_value_of_another_kind_is_refused(path: Path, change: dict[str, object]) -> None:
    settings = Settings(path)
    with pytest.raises(ValueError, match=r"Invalid|Expected"):
        settings.change(**change)
    assert settings.values == Values()


@pytest.mark.parametrize("data", [b"{", b"[]", b"\xff\xfe", b'"text"', b"null"])
def test_a_damaged_file_is_kept_aside_and_the_program_goes_on(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    settings = Settings(path)
    assert settings.values == Values()
    settings.change(theme="dark")
    assert Settings(path).values.theme == "dark"
    assert path.with_name("settings.json.aside").read_bytes() == data


def test_one_bad_value_costs_only_itself(path: Path) -> None:
    path.parent.mkdir()
    data = json.encode({"format": FORMAT, "theme": "dark", "length": 61, "language": "en"})
    path.write_bytes(data)
    assert Settings(path).values == Values(theme="dark", language="en")
    assert path.with_name("settings.json.aside").read_bytes() == data


def test_of_a_newer_program_what_is_known_is_read_and_the_whole_kept_aside(path: Path) -> None:
    path.parent.mkdir()
    data = json.encode({"format": "leerradar-settings/9", "theme": "dark", "wings": 2})
    path.write_bytes(data)
    assert Settings(path).values == Values(theme="dark")
    assert path.with_name("settings.json.aside").read_bytes() == data


def test_where_nothing_can_be_written_the_change_holds_and_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_bytes(b"a file where the folder should be")
    settings = Settings(tmp_path / "config" / "settings.json")
    told: list[str] = []
    settings.unwritten.connect(lambda: told.append("unwritten"))
    settings.change(theme="dark")
    assert settings.values.theme == "dark"
    assert told == ["unwritten"]


def test_a_failed_write_leaves_no_crumbs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(path)
    settings.change(theme="dark")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    settings.change(theme="light")
    assert [one.name for one in path.parent.iterdir()] == ["settings.json"]
    monkeypatch.undo()
    assert Settings(path).values.theme == "dark"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_setting_is_described(language: str) -> None:
    texts = catalogue(language)
    for name in structs.asdict(Values()):
        assert texts.text(f"settings.about.{name}")
