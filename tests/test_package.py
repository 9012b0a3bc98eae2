"""The package that `pip install .` makes: the command, all its resources, no tests."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest


def python(program: str, *arguments: Any, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program as someone would who has never seen the project folder."""
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [program, *map(str, arguments)],
        cwd=folder,
        env=settings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )


def build_wheel(project: Path, folder: Path) -> Path:
    """Build the package from a copy, so that nothing is left behind in the project."""
    copy = folder / "copy"
    copy.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(project / name, copy)
    for name in ("app", "widgets", "workshop_flows", "reports", "resources", "tests"):
        shutil.copytree(project / name, copy / name)
    offline = ("--no-deps", "--no-index", "--no-build-isolation")
    built = python(sys.executable, "-m", "pip", "wheel", *offline, "-w", folder, copy, folder=copy)
    assert built.returncode == 0, built.stderr
    return next(folder.glob("leerradar-*.whl"))


@pytest.fixture(scope="module")
def installed(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the package in an environment of its own and return that environment."""
    folder = tmp_path_factory.mktemp("installed")
    wheel = build_wheel(project, folder)
    environment = folder / "environment"
    python(sys.executable, "-m", "venv", "--without-pip", environment, folder=folder)
    packages = packages_of(environment)
    # What the lock installed serves here too, so that the test needs no network.
    (packages / "locked.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    pip = ("-m", "pip", "--python", environment, "install", "--no-deps", "--no-index", wheel)
    done = python(sys.executable, *pip, folder=folder)
    assert done.returncode == 0, done.stderr
    return environment


def packages_of(environment: Path) -> Path:
    return Path(sysconfig.get_path("purelib", "venv", {"base": str(environment)}))


def command_of(environment: Path) -> str:
    return str(Path(sysconfig.get_path("scripts", "venv", {"base": str(environment)}), "leerradar"))


@pytest.mark.long
def test_the_package_holds_every_resource_and_no_test(project: Path, installed: Path) -> None:
    packages = packages_of(installed)
    wanted = {
        path.relative_to(project)
        for path in (project / "resources").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted
    assert {path for path in wanted if not (packages / path).is_file()} == set()
    assert not (packages / "tests").exists()


@pytest.mark.long
def test_the_command_works_in_another_folder(
    project: Path, installed: Path, tmp_path: Path
) -> None:
    told = python(command_of(installed), "--help", folder=tmp_path)
    assert told.returncode == 0, told.stderr
    assert "leerradar run" in told.stdout
    script = packages_of(installed) / "resources" / "examples" / "garage.toml"
    done = python(command_of(installed), "run", script, "--out", "uit", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "uit" / "leerafspraak.pdf").is_file()
