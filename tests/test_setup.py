"""run.py on machines that lack something; tests/bare_debian.sh does it for real."""

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import run
from tests import checks

Command = list[str]


class FakeMachine:
    """A machine with a project folder; notes what would have been run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.commands: list[Command] = []
        self.says: dict[str, tuple[list[str], int]] = {}
        """What a command (by a word in it) says and its status; all is well by default."""

    def run_quietly(
        self, command: Sequence[str], handles: Sequence[int] = (), **settings: str
    ) -> tuple[list[str], int]:
        self.commands.append(list(command))
        if "venv" in command:
            (run.ENVIRONMENT / "complete").unlink(missing_ok=True)
            run.PYTHON.parent.mkdir(parents=True, exist_ok=True)
            run.PYTHON.touch()
        for word, answer in self.says.items():
            if word in command:
                return answer
        return [], 0

    def ran(self) -> list[str]:
        """Return the commands since the last time, each by the word that tells it."""
        words = ["venv", "pip", "update", "install"]
        told = [next(word for word in words if word in command) for command in self.commands]
        self.commands.clear()
        return told


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeMachine:
    """A Linux machine that has all it needs, with nothing set up yet."""
    made = FakeMachine(tmp_path)
    for name in ("RUNTIME_LOCK", "DEVELOPER_LOCK"):
        lock = tmp_path / name
        lock.write_text(f"{name}==1")
        monkeypatch.setattr(run, name, lock)
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(run, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(run, "STAMP", tmp_path / ".venv" / "complete")
    monkeypatch.setattr(run, "run_quietly", made.run_quietly)
    jobs = dict.fromkeys(("", "leerradar"), (run.RUNTIME_LOCK, list_arguments))
    jobs["test"] = (run.DEVELOPER_LOCK, list_arguments)
    monkeypatch.setattr(run, "JOBS", jobs)
    monkeypatch.setattr(run, "missing_packages", dict)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "geteuid", ordinary_user, raising=False)
    monkeypatch.setattr(shutil, "which", "/usr/bin/{}".format)
    return made


def list_arguments(arguments: Sequence[str]) -> int:
    print("the job got", *arguments)
    return 7


def ordinary_user() -> int:
    return 1000


def root() -> int:
    return 0


# The Python that runs it ------------------------------------------------------------


def test_an_old_python_gets_far_enough_to_hear_which_one_is_needed(project: Path) -> None:
    source = (project / "run.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 7))
    imported = {
        name.name.partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for name in node.names
    }
    assert imported <= sys.stdlib_module_names


@pytest.mark.parametrize("job", [[], ["test"]])
def test_a_python_that_is_too_old(
    machine: FakeMachine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    job: list[str],
) -> None:
    monkeypatch.setattr(run, "NEEDED_PYTHON", (9, 1))
    assert run.main(job) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "Python 9.1" in told.err
    assert machine.commands == []


# What the system must have ----------------------------------------------------------


@pytest.mark.parametrize("job", [[], ["test"]])
@pytest.mark.parametrize("sudo", [True, False])
def test_not_root_hears_the_command_in_one_line(
    machine: FakeMachine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    job: list[str],
    sudo: bool,
) -> None:
    monkeypatch.setattr(run, "missing_packages", lambda: {"libgl1": "libGL", "fonts-x": "font"})
    monkeypatch.setattr(shutil, "which", lambda name: name if sudo or name != "sudo" else None)
    assert run.main(job) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "apt-get install -y --no-install-recommends libgl1 fonts-x" in told.err
    assert ("sudo " in told.err) is sudo
    assert machine.commands == []


def test_root_gets_it_installed(machine: FakeMachine, monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = [{"libgl1": "libGL"}, {}]
    monkeypatch.setattr(run, "missing_packages", lambda: lacking.pop(0))
    monkeypatch.setattr(os, "geteuid", root, raising=False)
    assert run.main([]) == 7
    assert "libgl1" in machine.commands[1]
    assert machine.ran() == ["update", "install", "venv", "pip"]


@pytest.mark.parametrize(("program", "package"), [("Xvfb", "xvfb"), ("chromium", "chromium")])
def test_only_the_tests_need_a_screen_to_plug_others_into_and_a_browser(
    machine: FakeMachine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    program: str,
    package: str,
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None if name == program else name)
    assert run.main([]) == 7
    assert run.main(["test"]) == 3
    assert f"apt-get install -y --no-install-recommends {package}" in capsys.readouterr().err


def test_where_there_is_no_apt_the_test_itself_says_what_it_lacks(
    machine: FakeMachine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert run.main(["test"]) == 7


def test_root_without_network_hears_so(
    machine: FakeMachine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "missing_packages", lambda: {"libgl1": "libGL"})
    monkeypatch.setattr(os, "geteuid", root, raising=False)
    machine.says["install"] = (["Reading...", "E: Unable to fetch some archives\n"], 100)
    assert run.main([]) == 3
    assert "E: Unable to fetch some archives" in capsys.readouterr().err


def test_what_apt_can_not_mend_is_named(
    machine: FakeMachine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "missing_packages", lambda: {"libgl1": "libGL.so.1"})
    monkeypatch.setattr(os, "geteuid", root, raising=False)
    assert run.main([]) == 3
    assert "libGL.so.1" in capsys.readouterr().err
    assert machine.ran() == ["update", "install"]


def test_another_linux_hears_what_is_missing(
    machine: FakeMachine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "missing_packages", lambda: {"libgl1": "libGL.so.1"})
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert run.main([]) == 3
    assert "libGL.so.1" in capsys.readouterr().err


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_mac_bring_all_of_it(
    machine: FakeMachine, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(run, "missing_packages", lambda: {"libgl1": "libGL"})
    assert run.main([]) == 7


def test_what_a_bare_machine_misses(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def lacks_ensurepip(name: str) -> object:
        return None if name == "ensurepip" else object()

    monkeypatch.setattr(importlib.util, "find_spec", lacks_ensurepip)
    monkeypatch.setattr(run, "LIBRARIES", {"libnone": "libnone.so.1"})
    monkeypatch.setattr(run, "font_folders", lambda: [tmp_path])
    version = "python{}.{}-venv".format(*sys.version_info[:2])
    assert list(run.missing_packages()) == [version, "libnone", "fonts-dejavu-core"]
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "A.TTF").touch()
    assert list(run.missing_packages()) == [version, "libnone"]


# The environment --------------------------------------------------------------------


def test_it_is_made_once(machine: FakeMachine) -> None:
    assert run.main([]) == 7
    assert machine.ran() == ["venv", "pip"]
    assert run.main([]) == 7
    assert machine.ran() == []


def test_the_tools_are_added_to_it_and_then_serve_both(machine: FakeMachine) -> None:
    run.main([])
    machine.ran()
    run.main(["test"])
    assert machine.ran() == ["pip"]
    run.main([])
    run.main(["test"])
    assert machine.ran() == []


@pytest.mark.parametrize("job", [[], ["test"]])
def test_half_made_it_is_made_anew(
    machine: FakeMachine, monkeypatch: pytest.MonkeyPatch, job: list[str]
) -> None:
    def interrupted(lock: Path, handles: Sequence[int]) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(run, "install_lock", interrupted)
        with pytest.raises(KeyboardInterrupt):
            run.main(job)
    machine.ran()
    run.main(job)
    assert machine.ran() == ["venv", "pip"]


def test_interrupted_while_the_tools_were_added(
    machine: FakeMachine, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.main([])
    machine.says["pip"] = (["broken"], 1)
    assert run.main(["test"]) == 3
    machine.says.clear()
    machine.ran()
    run.main([])
    assert machine.ran() == ["venv", "pip"]


def test_an_environment_of_someone_else(
    machine: FakeMachine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(_lock: Path, _handles: Sequence[int]) -> None:
        raise PermissionError(13, "Permission denied", ".venv")

    monkeypatch.setattr(run, "install_lock", refused)
    assert run.main([]) == 3
    assert "Permission denied" in capsys.readouterr().err


@pytest.mark.parametrize("change", ["lock", "python", "gone"])
def test_out_of_date_it_is_made_anew(
    machine: FakeMachine, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    run.main([])
    machine.ran()
    if change == "lock":
        run.RUNTIME_LOCK.write_text("another==1")
    elif change == "python":
        monkeypatch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
    else:
        run.PYTHON.unlink()
    run.main([])
    assert machine.ran() == ["venv", "pip"]


def test_without_network_it_says_so_and_recovers(
    machine: FakeMachine, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = "after connection broken by 'NewConnectionError('<...>: Failed')': /x/\n"
    machine.says["pip"] = ([broken, "ERROR: No matching distribution found\n"], 1)
    assert run.main([]) == 3
    assert "internet (NewConnectionError)" in capsys.readouterr().err
    machine.says.clear()
    machine.ran()
    assert run.main([]) == 7
    assert machine.ran() == ["venv", "pip"]


def test_a_network_that_came_back_in_time(machine: FakeMachine) -> None:
    machine.says["pip"] = (["after connection broken by 'ReadTimeoutError(...)'\n"], 0)
    assert run.main([]) == 7


if os.name == "posix":  # elsewhere a child can't hold the lock

    def test_a_pip_that_outlives_a_killed_run_is_waited_for(
        machine: FakeMachine, capsys: pytest.CaptureFixture[str]
    ) -> None:
        import fcntl

        with run.one_at_a_time() as handles:
            left_behind = subprocess.Popen(
                [sys.executable, "-c", "input()"], stdin=subprocess.PIPE, pass_fds=handles
            )
        with (machine.folder / ".venv.lock").open() as lock:
            with pytest.raises(BlockingIOError):
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            left_behind.communicate(b"\n")
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        with run.one_at_a_time():
            pass
        assert capsys.readouterr().out == ""


def test_a_wrong_hash_is_not_a_network_problem(
    machine: FakeMachine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.says["pip"] = (["ERROR: THESE PACKAGES DO NOT MATCH THE HASHES\n", "  and so on\n"], 1)
    assert run.main([]) == 3
    assert "DO NOT MATCH THE HASHES" in capsys.readouterr().err


def test_a_folder_that_may_not_be_written(
    machine: FakeMachine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert run.main([]) == 3
    told = capsys.readouterr()
    assert told.err.count("\n") == 1
    assert str(machine.folder) in told.err
    assert machine.commands == []


def test_pip_takes_only_what_the_lock_names(machine: FakeMachine) -> None:
    run.main([])
    assert "--require-hashes" in machine.commands[-1]
    assert machine.commands[-1][-1] == str(run.RUNTIME_LOCK)


# The jobs ---------------------------------------------------------------------------


def test_a_job_gets_its_arguments(machine: FakeMachine, capsys: pytest.CaptureFixture[str]) -> None:
    run.main(["test", "-k", "radar"])
    assert capsys.readouterr().out.endswith("the job got -k radar\n")


def test_an_unknown_job(machine: FakeMachine, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["tset"]) == 2
    assert "'tset'" in capsys.readouterr().err
    assert machine.commands == []


def test_help_needs_nothing(machine: FakeMachine, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["--help"]) == 0
    assert "run.py test" in capsys.readouterr().out
    assert machine.commands == []


def test_all_checks_run_and_one_line_tells_which_failed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert checks.main(run=lambda arguments: int("mypy" in arguments)) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[-1] == "Failed: mypy."
    assert len(told) == len(checks.CHECKS) + 1
    assert checks.main(run=lambda _arguments: 0) == 0
