"""A session that is led up to a moment, in a child process that is killed there.

`python -m tests.console.interrupted MOMENT FOLDER` prints the session as it stands and the
seconds on its clock, and waits for its end.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QApplication

from tests.console.conductor import Conductor
from tests.console.leading import count, prepare, vote
from workshop_flows.state import Position
from workshop_flows.vocabulary import AxisId, Step

COMPANY = "Garage De Brug"
FIRST = Position(step=Step.VOTE, axis=AxisId.A1, statement=1)
SECOND = Position(step=Step.VOTE, axis=AxisId.A1, statement=2)
TALLY = (0, 2, 3, 3, 1)


def just_begun(led: Conductor) -> None:
    prepare(led, COMPANY, staff=9, apart=True)


def round_open(led: Conductor) -> None:
    """One statement is done, and the next one is being voted on."""
    just_begun(led)
    led.desk.jump(FIRST)
    vote(led, TALLY, (0, 0, 0, 1, 0))
    led.press("PgDown", "PgDown")


def counting(led: Conductor) -> None:
    round_open(led)
    led.press("PgDown")
    count(led, (1, 1, 1))


def revealed(led: Conductor) -> None:
    round_open(led)
    led.press("PgDown")
    count(led, TALLY)
    led.press("PgDown")


def typing(led: Conductor) -> None:
    """A name is typed and half a second later still stands there, and more is being typed."""
    just_begun(led)
    led.desk.jump(Position(step=Step.AGREEMENT))
    led.press("Ctrl+N")
    led.type("Elke donderdag een uur")
    led.wait_for(lambda: led.session.draft.afspraken[0].title == "Elke donderdag een uur")
    led.type(" of tw")


MOMENTS: dict[str, Callable[[Conductor], None]] = {
    one.__name__: one for one in (just_begun, round_open, counting, revealed, typing)
}


def main(moment: str, folder: Path) -> None:
    application = QApplication([])
    led = Conductor(folder)
    MOMENTS[moment](led)
    for _ in range(13):
        led.wait(10)
    print(msgspec.json.encode(led.session).decode(), flush=True)
    print(led.run.timing.elapsed, flush=True)
    sys.stdin.read()
    del application


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
