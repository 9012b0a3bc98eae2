"""The locks: exact, complete, and the same on every machine."""

import re
from pathlib import Path

import pytest

LOCKS = ("requirements.lock", "requirements-dev.lock")
LOCK_LINE = re.compile(
    r"""
    [a-z0-9-]+==[\w.]+ (\ ;\ [\w.' =!<>]+)? \ \\
    | \ {4}--hash=sha256:[0-9a-f]{64} (\ \\)?
    | \ *\# [\w\ .():-]*
    """,
    re.VERBOSE,
)

# The hosts that packages come from, and how a machine names an index of its own.
REGISTRY = re.compile(r"pypi\.(org|python)|python(hosted)\.org|deb\.debian|[/]simple\b", re.I)
BINARY = {".mo", ".png", ".pdf", ".leerradar", ".ttf"}
MADE = {"__pycache__", "voorbeeld-uitvoer", "build", "dist", "htmlcov"}


def our_files(folder: Path) -> list[Path]:
    """Return all files but those that git ignores and its own."""
    found = []
    for path in folder.iterdir():
        if path.name in MADE or (path.name.startswith(".") and path.name != ".ci"):
            continue
        found += our_files(path) if path.is_dir() else [path]
    return found


def pins(lock: Path) -> set[str]:
    return set(re.findall(r"^\S+==\S+", lock.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_pins_and_hashes_and_nothing_else(project: Path, name: str) -> None:
    for line in (project / name).read_text(encoding="utf-8").splitlines():
        assert LOCK_LINE.fullmatch(line), line


def test_the_developer_lock_holds_the_whole_runtime_lock(project: Path) -> None:
    runtime, developer = (pins(project / name) for name in LOCKS)
    assert runtime < developer


def test_every_dependency_is_locked(project: Path) -> None:
    wanted = re.findall(
        r'^    "([\w-]+)[>=]', (project / "pyproject.toml").read_text("utf-8"), re.MULTILINE
    )
    locked = {pin.partition("==")[0] for pin in pins(project / "requirements-dev.lock")}
    assert len(wanted) > 10
    assert {name.lower() for name in wanted} <= locked


def test_no_file_names_a_package_registry(project: Path) -> None:
    for path in our_files(project):
        if path.suffix not in BINARY:
            found = REGISTRY.search(path.read_text(encoding="utf-8"))
            assert found is None, f"{path}: {found}"
