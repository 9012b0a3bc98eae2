"""`leerradar run` and `leerradar check`, as a person calls them."""

import errno
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from app import output_folder
from app.cli import main
from app.journal import read_report
from tests.script_samples import EXAMPLES, GONE, changed, to_toml

FILES = {
    "session.leerradar",
    "result.json",
    "leerafspraak.pdf",
    "zakkaart.pdf",
    "radar.svg",
    "radar.png",
    "terugkijken.ics",
}
SCRIPTS = sorted(path.name for path in EXAMPLES.glob("*.toml"))
GARAGE = EXAMPLES / "garage.toml"
ROOT = EXAMPLES.parent.parent


def run(script: Path, folder: Path) -> int:
    return main(["run", str(script), "--out", str(folder)])


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def garage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("garage") / "uit"
    assert run(GARAGE, folder) == 0
    return folder


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_example_gives_its_seven_files(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "een map" / "met één spatie"
    assert run(EXAMPLES / name, folder) == 0
    assert set(contents(folder)) == FILES
    said = capsys.readouterr().out.splitlines()
    assert all(any(file in line for line in said) for file in FILES)
    assert str(folder / "leerafspraak.pdf") in said[-1]
    assert main(["check", str(folder / "session.leerradar")]) == 0
    result = json.loads((folder / "result.json").read_bytes())
    assert len(result["axes"]) == 7


def test_the_examples_are_of_different_firms_and_modes(tmp_path: Path) -> None:
    seen = set()
    for name in SCRIPTS:
        run(EXAMPLES / name, tmp_path / name)
        result = json.loads((tmp_path / name / "result.json").read_bytes())
        session = result["session"]
        seen.add((session["staff"], result["mode"], result["earlier"] is not None))
    assert {(3, "pooled", False), (34, "team", False), (2, "open", False)} <= seen
    assert any(follow_up for _, _, follow_up in seen)


def test_the_garage_leaves_with_an_agreement(garage: Path) -> None:
    result = json.loads((garage / "result.json").read_bytes())
    assert result["agreement"]["status"] == "agreed"
    assert result["consent"] in ("iedereen", "iedereen, met aanpassing")


def test_the_same_script_gives_the_same_bytes_in_another_process(
    garage: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "app", "run", str(GARAGE), "--out", str(tmp_path)]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    subprocess.run(command, check=True, capture_output=True, env=environment, cwd=ROOT)
    again = contents(tmp_path)
    first = contents(garage)
    for name in FILES - {"session.leerradar"}:
        assert again[name] == first[name], name


def test_the_session_file_holds_what_was_shown_and_no_tally(garage: Path) -> None:
    path = garage / "session.leerradar"
    report = read_report(path)
    result = json.loads((garage / "result.json").read_bytes())
    assert [axis.team for axis in report.axes] == [axis["team"] for axis in result["axes"]]
    raw = path.read_bytes()
    assert b'"counts"' not in raw
    assert b"[0,1,3,4,1]" not in raw
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM event").fetchone() == (1,)
    connection.close()


def test_files_of_the_same_name_are_replaced_and_others_left_alone(
    garage: Path, tmp_path: Path
) -> None:
    (tmp_path / "notities.txt").write_text("van mij", encoding="utf-8")
    (tmp_path / "result.json").write_text("oud", encoding="utf-8")
    assert run(GARAGE, tmp_path) == 0
    assert (tmp_path / "notities.txt").read_text(encoding="utf-8") == "van mij"
    assert (tmp_path / "result.json").read_bytes() == (garage / "result.json").read_bytes()
    assert set(contents(tmp_path)) == FILES | {"notities.txt"}


def test_a_wrong_script_leaves_the_folder_untouched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "fout.toml"
    script.write_text(to_toml(changed(("session.staff", 99), ("review", GONE))), encoding="utf-8")
    folder = tmp_path / "uit"
    assert run(script, folder) == 2
    assert not folder.exists()
    folder.mkdir()
    (folder / "result.json").write_text("oud", encoding="utf-8")
    assert run(script, folder) == 2
    assert contents(folder) == {"result.json": b"oud"}
    message = capsys.readouterr().err
    assert "session.staff" in message
    assert "Traceback" not in message


def test_a_missing_earlier_session_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "vervolg.toml"
    script.write_text(to_toml(changed()), encoding="utf-8")
    assert run(script, tmp_path / "uit") == 2
    assert "eerder.leerradar" in capsys.readouterr().err
    assert not (tmp_path / "uit").exists()


def test_a_follow_up_compares_with_the_file_it_names(garage: Path, tmp_path: Path) -> None:
    script = EXAMPLES / "garage-vervolg.toml"
    assert run(script, tmp_path) == 0
    earlier = json.loads((tmp_path / "result.json").read_bytes())["earlier"]
    before = json.loads((garage / "result.json").read_bytes())
    shown = [axis["team"] if axis["agreed"] is None else axis["agreed"] for axis in before["axes"]]
    assert [axis["stand"] for axis in earlier["axes"]] == shown
    assert earlier["date"] == before["session"]["date"]
    assert {axis["change"] for axis in earlier["axes"]} <= {"hoger", "lager", "gelijk", None}
    goals = {axis["id"]: axis["goal"] for axis in earlier["axes"]}
    assert {axis for axis, goal in goals.items() if goal} == set(before["focus"])
    assert earlier["review"][0]["outcome"] in ("gelukt", "deels", "niet")


def test_the_earlier_file_that_ships_is_what_its_script_gives(garage: Path) -> None:
    assert read_report(EXAMPLES / "garage.leerradar") == read_report(garage / "session.leerradar")


def _full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def _open_elsewhere(source: str, target: str) -> None:
    if Path(target).name == "terugkijken.ics":
        raise PermissionError(errno.EACCES, "in use", str(target))
    os.rename(source, target)


@pytest.mark.parametrize(
    ("place", "broken"), [("_sync", _full), ("_move", _open_elsewhere), ("_move", _full)]
)
def test_a_full_disk_or_a_file_in_use_changes_nothing(
    place: str,
    broken: Callable[..., None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("leerafspraak.pdf", "result.json"):
        (tmp_path / name).write_text(f"oude {name}", encoding="utf-8")
    before = contents(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(output_folder, place, broken)
        assert run(GARAGE, tmp_path) == 2
    assert contents(tmp_path) == before
    assert str(tmp_path) in capsys.readouterr().err
    fresh = tmp_path / "nieuw" / "dieper"
    with monkeypatch.context() as patched:
        patched.setattr(output_folder, place, broken)
        assert run(GARAGE, fresh) == 2
    assert not (tmp_path / "nieuw").exists()
    assert run(GARAGE, tmp_path) == 0


def test_a_file_in_the_place_of_the_folder_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "uit"
    taken.write_text("geen map", encoding="utf-8")
    for folder in (taken, taken / "dieper", tmp_path / ("x" * 300)):
        assert run(GARAGE, folder) == 2
        assert "--out" in capsys.readouterr().err
    assert taken.read_text(encoding="utf-8") == "geen map"


def test_a_folder_in_the_place_of_a_file_is_kept(tmp_path: Path) -> None:
    (tmp_path / "result.json").mkdir()
    (tmp_path / "result.json" / "van mij.txt").write_text("x", encoding="utf-8")
    assert run(GARAGE, tmp_path) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["result.json"]
    assert (tmp_path / "result.json" / "van mij.txt").exists()


@pytest.mark.parametrize(
    "arguments",
    [["run"], ["run", "x.toml"], ["check"], ["onzin"], ["--onzin"], ["run", "a", "b"]],
)
def test_a_wrong_call_shows_the_right_one(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert "leerradar" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["check", "--help"]])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_help_helps_in_both_languages(
    arguments: list[str], language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--language", language]) == 0
    said = capsys.readouterr().out
    assert "leerradar" in said
    assert ("Gebruik" in said) == (language == "nl" and len(arguments) < 2)


def test_the_version_is_the_newest_of_the_changelog(capsys: pytest.CaptureFixture[str]) -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert main(["--version"]) == 0
    version = capsys.readouterr().out.strip()
    assert changes.partition("\n## ")[2].startswith(f"{version} (")


def test_our_own_mistake_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("app.run_script.build_result", broken)
    assert run(GARAGE, tmp_path / "uit") == 1
    message = capsys.readouterr().err
    assert "ZeroDivisionError" in message
    assert "Traceback" not in message
    assert not (tmp_path / "uit").exists()


def test_letters_that_a_terminal_lacks_stop_nothing(tmp_path: Path) -> None:
    script = tmp_path / "naam.toml"
    text = GARAGE.read_text(encoding="utf-8").replace("Garage De Brug", "Şükrü & Łukasz")
    script.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "app", "run", str(script), "--out", str(tmp_path / "uit")]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, capture_output=True, env=environment, cwd=ROOT, check=False)
    assert done.returncode == 0
    paper = pypdf.PdfReader(tmp_path / "uit" / "leerafspraak.pdf")
    assert "Şükrü & Łukasz" in paper.pages[0].extract_text()
