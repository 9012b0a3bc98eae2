"""Whatever kills the program: it goes on where it stopped, with the same votes."""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from resources.catalogue import catalogue
from tests.console.conductor import Conductor
from tests.console.interrupted import COMPANY, FIRST, MOMENTS, SECOND, TALLY
from tests.console.leading import count
from workshop_flows.state import Position, Session
from workshop_flows.vocabulary import Step

MOST_LOST = 30.0
"""Seconds of the agenda's clock."""
PLACES = {
    "just_begun": Position(step=Step.WELCOME),
    "round_open": SECOND,
    "counting": SECOND,
    "revealed": SECOND,
    "typing": Position(step=Step.AGREEMENT),
}


@pytest.mark.long
@pytest.mark.parametrize("moment", MOMENTS)
def test_it_goes_on_after_a_kill(moment: str, qapp: object, tmp_path: Path, project: Path) -> None:
    before, elapsed = killed_at(moment, tmp_path, project)
    led = Conductor(tmp_path)
    try:
        assert catalogue("nl").text("start.door.resume", company=COMPANY) in led.words()
        led.press("V")
        assert led.session == before
        assert led.position == PLACES[moment]
        assert elapsed - MOST_LOST <= led.run.timing.elapsed <= elapsed
        GOES_ON[moment](led)
    finally:
        led.close()


def killed_at(moment: str, folder: Path, project: Path) -> tuple[Session, float]:
    """Lead a session in a child process, kill it, and return what it was and its clock."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.console.interrupted", moment, str(folder)],
        cwd=project,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        session, elapsed = child.stdout.readline(), child.stdout.readline()
        child.kill()
    return msgspec.json.decode(session, type=Session), float(elapsed)


def welcome(led: Conductor) -> None:
    led.press("PgDown")
    assert led.is_at(Step.QUESTION)


def same_round(led: Conductor) -> None:
    """The round is open still: it is closed, counted and shown."""
    led.press("PgDown")
    slips_again(led)


def slips_again(led: Conductor) -> None:
    """The slips lie on the table: they are counted once more, from nought."""
    assert led.desk.slips is not None
    assert led.desk.slips.counted == 0
    count(led, TALLY)
    led.press("PgDown")
    next_statement(led)


def next_statement(led: Conductor) -> None:
    """Both statements are shown as they were counted."""
    for statement in ("A1.1", "A1.2"):
        (shown,) = led.session.rounds_of(statement)
        assert shown.counts.team.counts == TALLY
    led.press("PgUp")
    assert led.position == FIRST


def typed(led: Conductor) -> None:
    """What was typed is in its field."""
    assert led.session.draft.afspraken[0].title == "Elke donderdag een uur"
    assert "Elke donderdag een uur" in led.room_words()


GOES_ON = {
    "just_begun": welcome,
    "round_open": same_round,
    "counting": slips_again,
    "revealed": next_statement,
    "typing": typed,
}
