#!/usr/bin/env python3
"""Set Leerradar up on a fresh machine and run it; `python3 run.py --help` says how.

Standard library only. An older Python gets as far as hearing which one is needed, so
nothing here is newer than Python 3.6. Exit status 3: the machine lacks something, and
one line says what; 2: the command is wrong; otherwise the status of the job itself.
"""

import contextlib
import ctypes
import hashlib
import importlib
import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Sequence

# The one place outside the catalogue with texts: nothing is installed yet.
TEXTS = {
    "help": """\
python3 run.py                    zet alles klaar, maakt het voorbeeld en opent het programma
python3 run.py leerradar ...      draait Leerradar zelf (leerradar --help zegt meer)
python3 run.py test [...]         zet alles klaar en draait alle tests (... gaat naar pytest)
python3 run.py check              alle controles van de code
python3 run.py bench              meet de snelheid
Op Windows: py in plaats van python3.""",
    "old_python": "Leerradar heeft Python {needed} of nieuwer nodig; dit is Python {found}.",
    "unknown_job": "'{job}' kennen wij niet. python3 run.py --help zegt wat er kan.",
    "apt_yourself": "Er ontbreekt nog iets. Geef eerst dit commando: {command}",
    "apt_now": "Wij installeren wat er nog ontbreekt: {packages}",
    "apt_failed": "Installeren met apt-get is niet gelukt ({reason}). Is er internet?",
    "missing": "Installeer eerst met je systeem wat nog ontbreekt: {names}.",
    "read_only": "Wij mogen niet schrijven in {folder}. Zet Leerradar in een map waar dat wel mag.",
    "waiting": "Een ander venster zet Leerradar al klaar. Wij wachten daarop.",
    "preparing": "Wij zetten Leerradar klaar. Dat hoeft maar één keer en duurt een paar minuten.",
    "fetching": "  ophalen: {name}",
    "unpacking": "  uitpakken",
    "offline": "Geen verbinding met internet ({reason}). Herstel die en probeer het opnieuw.",
    "failed": "Klaarzetten is niet gelukt: {reason}",
    "stopped": "Gestopt. De volgende keer gaat het gewoon verder.",
    "venv": "venv en ensurepip van Python",
    "font": "een lettertype (een .ttf of .otf)",
}

NEEDED_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = ENVIRONMENT / "complete"
"""Written last: it says from which lock the environment was made, and that it is whole."""
RUNTIME_LOCK = ROOT / "requirements.lock"
DEVELOPER_LOCK = ROOT / "requirements-dev.lock"
"""Holds all of the runtime lock as well."""

EXAMPLE = ROOT / "resources" / "examples" / "garage.toml"
EXAMPLE_OUTPUT = ROOT / "voorbeeld-uitvoer"

# Debian package -> the library for which Qt needs it. What these packages themselves
# pull in (the rest of xcb, freetype, brotli) is not named again.
LIBRARIES = {
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libcups2": "libcups.so.2",
    "libfontconfig1": "libfontconfig.so.1",
    "libdbus-1-3": "libdbus-1.so.3",
    "libglib2.0-0": "libgthread-2.0.so.0",
    "libgssapi-krb5-2": "libgssapi_krb5.so.2",
    "libwayland-cursor0": "libwayland-cursor.so.0",
    "libx11-xcb1": "libX11-xcb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-glx0": "libxcb-glx.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-sync1": "libxcb-sync.so.1",
    "libxcb-xfixes0": "libxcb-xfixes.so.0",
}
# Debian package -> the program that the tests start: a screen to plug others into, a phone.
PROGRAMS = {
    "xvfb": "Xvfb",
    "openbox": "openbox",
    "x11-xserver-utils": "xrandr",
    "chromium": "chromium",
}
FONT_PACKAGE = "fonts-dejavu-core"
FONT_SUFFIXES = (".ttf", ".otf", ".ttc", ".pfb")

# What pip says when it can't reach its index, with the name of the error.
NO_NETWORK = re.compile(r"(?:connection broken by|Caused by)\W+(\w+)")


class SetupError(Exception):
    """The machine lacks something that a person must mend; the message is one line."""


def say(text: str, **values: object) -> None:
    print(TEXTS[text].format(**values), flush=True)


def stop(text: str, **values: object) -> SetupError:
    return SetupError(TEXTS[text].format(**values))


def require_python() -> None:
    if sys.version_info[:2] < NEEDED_PYTHON:
        raise stop("old_python", needed=dotted(NEEDED_PYTHON), found=dotted(sys.version_info[:2]))


def dotted(version: Sequence[int]) -> str:
    return ".".join(str(number) for number in version)


def missing_packages() -> Dict[str, str]:
    """Return what a Linux system lacks: Debian package -> name for other systems."""
    missing = {}
    importlib.invalidate_caches()
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        missing[f"python{dotted(sys.version_info[:2])}-venv"] = TEXTS["venv"]
    for package, library in LIBRARIES.items():
        if not loads(library):
            missing[package] = library
    if not any(holds_font(folder) for folder in font_folders()):
        missing[FONT_PACKAGE] = TEXTS["font"]
    return missing


def missing_programs(programs: Dict[str, str]) -> Dict[str, str]:
    """Return what a Debian system lacks of these: Debian package -> program.

    Elsewhere the test that needs them says so itself.
    """
    if not shutil.which("apt-get"):
        return {}
    return {package: name for package, name in programs.items() if not shutil.which(name)}


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def font_folders() -> Iterator[Path]:
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    personal = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")
    for share in [*shared.split(":"), personal, "/usr/share", "/usr/share/X11"]:
        yield Path(share, "fonts")
    yield Path(os.path.expanduser("~/.fonts"))


def holds_font(folder: Path) -> bool:
    names = (name for _, _, names in os.walk(str(folder)) for name in names)
    return any(name.lower().endswith(FONT_SUFFIXES) for name in names)


def require_system(programs: Dict[str, str]) -> None:
    """See to it that a Linux system has what is needed; raise SetupError when it can't be had."""
    if not sys.platform.startswith("linux"):
        return
    missing = {**missing_packages(), **missing_programs(programs)}
    if not missing:
        return
    if not shutil.which("apt-get"):
        raise stop("missing", names=", ".join(missing.values()))
    if os.geteuid() != 0:
        raise stop("apt_yourself", command=apt_line(list(missing)))
    install_packages(list(missing))
    still = {**missing_packages(), **missing_programs(programs)}
    if still:
        raise stop("missing", names=", ".join(still.values()))


def apt_line(packages: Sequence[str]) -> str:
    install = "apt-get install -y --no-install-recommends " + " ".join(packages)
    if shutil.which("sudo"):
        return "sudo apt-get update && sudo " + install
    return f"su -c 'apt-get update && {install}'"


def install_packages(packages: Sequence[str]) -> None:
    say("apt_now", packages=" ".join(packages))
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    install = ["install", "-y", "--no-install-recommends", *packages]
    for command in ([*apt, "update"], [*apt, *install]):
        lines, status = run_quietly(command, DEBIAN_FRONTEND="noninteractive")
        if status:
            raise stop("apt_failed", reason=last_line(lines))


def require_environment(lock: Path) -> None:
    """Make `.venv` hold what `lock` names; quick when it already does.

    An environment without a stamp of this lock and this Python is half made or out of
    date, and is made anew; only the developer's tools are added to a whole one.
    """
    if is_ready(lock):
        return
    if not os.access(str(ROOT), os.W_OK):
        raise stop("read_only", folder=ROOT)
    with one_at_a_time() as handles:
        if is_ready(lock):
            return
        say("preparing")
        if not is_ready(RUNTIME_LOCK):
            make_environment(handles)
        with contextlib.suppress(FileNotFoundError):
            STAMP.unlink()
        install_lock(lock, handles)
        STAMP.write_text(stamp_of(lock), encoding="utf-8")


def is_ready(lock: Path) -> bool:
    enough = [stamp_of(one) for one in (lock, DEVELOPER_LOCK)]
    try:
        return PYTHON.exists() and STAMP.read_text(encoding="utf-8") in enough
    except OSError:
        return False


def stamp_of(lock: Path) -> str:
    python = f"{sys.implementation.name} {dotted(sys.version_info[:2])}"
    content = hashlib.sha256(lock.read_bytes()).hexdigest()
    return f"{python} {platform.machine()} {lock.name} {content}\n"


@contextlib.contextmanager
def one_at_a_time() -> Iterator[List[int]]:
    """Hold a lock that the children inherit; yield the handles that they need for it.

    So a pip that outlives a killed run.py is waited for, and can't spoil the next run.
    """
    if os.name == "nt":
        yield []
        return
    import fcntl

    with open(str(ROOT / ".venv.lock"), "w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("waiting")
            fcntl.flock(held, fcntl.LOCK_EX)
        yield [held.fileno()]


def make_environment(handles: Sequence[int]) -> None:
    # -I: no setting, folder or package of the person at the keyboard may interfere.
    command = [sys.executable, "-I", "-m", "venv", "--clear", str(ENVIRONMENT)]
    lines, status = run_quietly(command, handles)
    if status:
        raise stop("failed", reason=last_line(lines))


def install_lock(lock: Path, handles: Sequence[int]) -> None:
    pip = [str(PYTHON), "-I", "-m", "pip", "install", "--no-input", "--progress-bar=off"]
    strict = ["--require-hashes", "--only-binary=:all:", "--disable-pip-version-check"]
    lines, status = run_quietly([*pip, *strict, "-r", str(lock)], handles, PIP_USER="0")
    unreached = NO_NETWORK.search("".join(lines))
    if status and unreached:
        raise stop("offline", reason=unreached.group(1))
    if status:
        raise stop("failed", reason=last_line(lines))


def run_quietly(
    command: Sequence[str], handles: Sequence[int] = (), **settings: str
) -> "tuple[List[str], int]":
    """Run a command, show only how far pip is; return all its lines and its status."""
    lines = []
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env=dict(os.environ, PYTHONIOENCODING="utf-8", **settings),
        pass_fds=handles,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            lines.append(line)
            if line.startswith("Collecting "):
                say("fetching", name=line.split()[1].split("=")[0])
            elif line.startswith("Installing collected"):
                say("unpacking")
    return lines, process.returncode


def last_line(lines: Sequence[str]) -> str:
    """Return the line that most likely says what went wrong."""
    told = [line.strip() for line in lines if line.strip() and "[notice]" not in line]
    errors = [line for line in told if line.startswith(("ERROR", "E:", "Error"))]
    return (errors or told or ["?"])[-1]


def run_python(arguments: Sequence[str], folder: Optional[Path] = None, **settings: str) -> int:
    """Run the environment's Python with the project importable; return its status."""
    environment = dict(os.environ, PYTHONPATH=str(ROOT), **settings)
    environment.pop("PYTHONHOME", None)
    # -P: the folder it runs in may hold anything.
    command = [str(PYTHON), "-P", *arguments]
    status = subprocess.run(command, cwd=str(folder or ROOT), env=environment).returncode
    return status if status >= 0 else 128 - status


def run_example(_arguments: Sequence[str]) -> int:
    return run_python(["-m", "app", "run", str(EXAMPLE), "--out", str(EXAMPLE_OUTPUT), "--open"])


def run_leerradar(arguments: Sequence[str]) -> int:
    return run_python(["-m", "app", *arguments], folder=Path.cwd())


def run_tests(arguments: Sequence[str]) -> int:
    workers = str(min(os.cpu_count() or 1, 4))
    return run_python(
        ["-m", "pytest", "-n", workers, "--dist", "worksteal", *arguments],
        QT_QPA_PLATFORM="offscreen",
    )


def run_checks(_arguments: Sequence[str]) -> int:
    return run_python(["-m", "tests.checks"])


def run_benchmarks(arguments: Sequence[str]) -> int:
    return run_python(["-m", "tests.benchmarks", *arguments])


JOBS = {
    "": (RUNTIME_LOCK, run_example),
    "leerradar": (RUNTIME_LOCK, run_leerradar),
    "test": (DEVELOPER_LOCK, run_tests),
    "check": (DEVELOPER_LOCK, run_checks),
    "bench": (DEVELOPER_LOCK, run_benchmarks),
}


def main(arguments: Sequence[str]) -> int:
    name = arguments[0] if arguments else ""
    if name in ("-h", "--help"):
        say("help")
        return 0
    if name not in JOBS:
        print(stop("unknown_job", job=name), file=sys.stderr)
        return 2
    lock, job = JOBS[name]
    try:
        require_python()
        require_system(PROGRAMS if name == "test" else {})
        require_environment(lock)
    except SetupError as reason:
        print(reason, file=sys.stderr)
        return 3
    except OSError as error:
        print(stop("failed", reason=error), file=sys.stderr)
        return 3
    return job(arguments[1:])


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        # A console that lacks a letter must not stop us (reconfigure: Python 3.7).
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        print(TEXTS["stopped"], file=sys.stderr)
        sys.exit(130)
