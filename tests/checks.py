"""All checks of the code, each told apart, with one closing line: `python3 run.py check`."""

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
CHECKS = {
    "ruff check": ("-m", "ruff", "check", "."),
    "ruff format": ("-m", "ruff", "format", "--check", "."),
    "mypy": ("-m", "mypy"),
    "import-linter": ("-c", "from importlinter.cli import lint_imports_command as lint; lint()"),
    "catalogue": ("-m", "resources.compile_catalogue", "--check"),
}


def run_python(arguments: Sequence[str]) -> int:
    return subprocess.run([sys.executable, *arguments], cwd=PROJECT).returncode


def main(
    checks: Mapping[str, Sequence[str]] = CHECKS, run: Callable[[Sequence[str]], int] = run_python
) -> int:
    """Run every check, also after one that failed; return 0 when all is well, else 1."""
    failed = []
    for name, arguments in checks.items():
        print(f"{name} ...", flush=True)
        if run(arguments):
            failed.append(name)
    print(f"Failed: {', '.join(failed)}." if failed else "All checks passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
