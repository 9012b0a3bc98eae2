"""`leerradar rehearse`, as someone would give it."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app import rehearse as command
from app.errors import InputError
from app.rehearse import rehearse
from app.voting.addresses import Address, Link
from resources.catalogue import catalogue

ALLOWED_QT = {"PySide6.QtCore", "PySide6.QtNetwork"}


def given(project: Path, *arguments: str, told: str = "") -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, "PYTHONPATH": str(project)}
    # Nothing of it may need a screen.
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        settings.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", "app.cli", *arguments],
        input=told,
        capture_output=True,
        text=True,
        timeout=120,
        env=settings,
        cwd=project,
    )


def test_invented_voters_join_vote_and_are_confirmed(project: Path) -> None:
    done = given(project, "rehearse", "--voters", "5", "--address", "127.0.0.1")
    assert done.returncode == 0, done.stderr
    assert "http://127.0.0.1" in done.stdout
    line = r"^5 doen mee, 5 gestemd, 5 bevestigd · helft binnen \d+ ms, 95% binnen \d+ ms$"
    assert re.search(line, done.stdout, re.MULTILINE)
    assert done.stderr == ""


def test_it_speaks_english(project: Path) -> None:
    done = given(project, "--language=en", "rehearse", "--voters=3", "--address=127.0.0.1")
    assert done.returncode == 0, done.stderr
    assert re.search(r"^3 joined, 3 voted, 3 confirmed · half within", done.stdout, re.MULTILINE)


def test_real_phones_get_codes_and_the_end_of_the_input_closes(project: Path) -> None:
    done = given(project, "rehearse", "--seats", "12", "--address", "127.0.0.1")
    assert done.returncode == 0, done.stderr
    codes = re.findall(r"\b[CDFGHJKMNPQRTVWX234679]{4}\b", done.stdout)
    assert len(set(codes)) == 12
    assert "0 doen mee, 0 gestemd, 0 bevestigd" in done.stdout


def test_ctrl_c_closes_the_vote_of_real_phones(project: Path) -> None:
    given_command = [sys.executable, "-m", "app.cli", "rehearse", "--address", "127.0.0.1"]
    with subprocess.Popen(
        given_command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=project,
    ) as running:
        assert running.stdout is not None
        while "Enter" not in running.stdout.readline():
            pass
        running.send_signal(signal.SIGINT)
        said, wrong = running.communicate()
    assert running.returncode == 0, wrong
    assert "0 doen mee" in said
    assert "Er is niets bewaard" in said


@pytest.mark.parametrize(
    "arguments",
    [
        ("--voters", "0"),
        ("--voters", "201"),
        ("--voters", "many"),
        ("--voters", "5", "--seats", "4"),
        ("--address", "here", "--voters", "1"),
        ("--address", "192.0.2.7", "--voters", "1"),
        ("more",),
    ],
)
def test_what_can_not_be_is_said_with_status_2(project: Path, arguments: tuple[str, ...]) -> None:
    done = given(project, "rehearse", *arguments)
    assert done.returncode == 2, done.stderr
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_of_qt_it_loads_no_more_than_the_network(project: Path) -> None:
    program = (
        "import json, sys\n"
        "from app.cli import main\n"
        "status = main(['rehearse', '--voters', '2', '--address', '127.0.0.1'])\n"
        "import app.rehearse\n"
        "app.rehearse._addresses()\n"
        "names = [one for one in sys.modules if one.startswith('PySide6')]\n"
        "print(json.dumps([status, names]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=project,
    )
    assert done.returncode == 0, done.stderr
    status, names = json.loads(done.stdout.splitlines()[-1])
    assert status == 0
    assert {one for one in names if one.startswith("PySide6.Qt")} <= ALLOWED_QT


def test_where_qt_can_not_be_loaded_the_address_is_found_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "app.voting.addresses_qt", None)
    monkeypatch.setattr(command, "_ELSEWHERE", ("127.0.0.1", 9))
    assert [one.ip for one in command._addresses()] == ["127.0.0.1"]


def test_of_several_addresses_the_one_that_phones_reach_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = (
        Address(ip="169.254.7.7", interface="eth0", link=Link.ETHERNET, private=False),
        Address(ip="10.8.0.2", interface="tun0", link=Link.VIRTUAL, private=True),
        Address(ip="127.0.0.1", interface="wlan0", link=Link.WIFI, private=True),
    )
    monkeypatch.setattr(command, "_addresses", lambda: found)
    said: list[str] = []
    assert rehearse(1, None, None, said.append, catalogue("nl"))
    assert "127.0.0.1" in said[0]


def test_without_a_network_invented_voters_stay_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "_addresses", tuple)
    said: list[str] = []
    assert rehearse(2, None, None, said.append, catalogue("nl"))
    assert "127.0.0.1" in said[0]


def test_without_a_network_real_phones_can_not_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "_addresses", tuple)
    with pytest.raises(InputError) as error:
        rehearse(None, None, None, print, catalogue("en"))
    assert "--address" in error.value.message(catalogue("en"))
