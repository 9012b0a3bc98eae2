"""The rules of the house that no type checker knows."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
PACKAGES = ("app", "widgets", "workshop_flows", "reports", "resources")
MODULES = sorted(path for package in PACKAGES for path in (PROJECT / package).rglob("*.py"))
LONGEST_MODULE = 300

LINT_IMPORTS = (
    "from importlinter.cli import lint_imports_command as run; run(['--no-logo', '--no-cache'])"
)

BREACHES = {
    "workshop_flows": ["resources", "reports", "app", "PySide6", "sqlite3", "time", "random"],
    "reports": ["app", "widgets", "PySide6"],
    "widgets": ["app", "reports"],
    "resources": ["app", "workshop_flows", "PySide6"],
}


def module_name(path: Path) -> str:
    return str(path.relative_to(PROJECT))


def run_python(arguments: list[str], folder: Path = PROJECT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=dict(os.environ, COLUMNS="200"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return run_python(["-c", LINT_IMPORTS], folder)


def test_the_layers_hold() -> None:
    done = lint_imports(PROJECT)
    assert done.returncode == 0, done.stdout


def test_the_contracts_see_every_breach(project: Path, tmp_path: Path) -> None:
    shutil.copy(project / "pyproject.toml", tmp_path)
    for package in PACKAGES:
        (tmp_path / package).mkdir()
        breaches = "".join(f"import {other}\n" for other in BREACHES.get(package, []))
        (tmp_path / package / "__init__.py").write_text("")
        (tmp_path / package / "breach.py").write_text(breaches)
    told = " ".join(lint_imports(tmp_path).stdout.split())
    for package, others in BREACHES.items():
        for other in others:
            assert f"{package}.breach -> {other} " in told, told


@pytest.mark.parametrize("path", sorted((PROJECT / "workshop_flows").glob("*.py")), ids=module_name)
def test_the_workshop_needs_only_msgspec(path: Path) -> None:
    allowed = {"msgspec", "workshop_flows", *sys.stdlib_module_names}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            assert {name.name.partition(".")[0] for name in node.names} <= allowed
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            assert (node.module or "").partition(".")[0] in allowed


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_long_module_is_two_modules(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


VOID_CALLS = """
import sys
from PySide6.QtCore import QObject

thing = QObject()
before = sys.getrefcount(None)
for _ in range(20_000):
    thing.setObjectName("")
print(before - sys.getrefcount(None))
"""


def test_a_void_qt_call_keeps_the_references_to_none() -> None:
    """PySide6 6.12.0 on Python 3.11 loses one at nearly every void call, until it aborts."""
    done = run_python(["-c", VOID_CALLS])
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) <= 100


WITHOUT_QT = """
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(f"{name} may not be needed here")

sys.meta_path.insert(0, NoQt())
from app.cli import main

status = main(sys.argv[1:])
assert not [name for name in sys.modules if name.startswith(("PySide6", "shiboken6"))]
sys.exit(status)
"""


def test_run_and_check_do_without_qt(project: Path, tmp_path: Path) -> None:
    script = project / "resources" / "examples" / "garage.toml"
    for command in (
        ["run", str(script), "--out", str(tmp_path)],
        ["check", str(tmp_path / "session.leerradar")],
    ):
        done = run_python(["-c", WITHOUT_QT, *command])
        assert done.returncode == 0, done.stderr
