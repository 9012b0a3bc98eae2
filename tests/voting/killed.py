"""The real program with phones, killed at a moment where everything hangs on the next step.

`python -m tests.voting.killed MOMENT FOLDER` leads a session up to it, where it kills itself.
It prints the tokens of its phones first.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from app.voting.box import BallotBox
from tests.voting.whole_room import FIRST, WholeRoom
from workshop_flows.state import ConsentSubject, Position
from workshop_flows.vocabulary import Step

VOTES: Final = (1, 2, 2, 3, 5, 5, 4)
"""Of six staff and the owner."""


def die(self: BallotBox) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def voted(room: WholeRoom) -> None:
    room.led.desk.jump(FIRST)
    room.led.desk.advance()
    room.vote(*VOTES)


def closing(room: WholeRoom) -> None:
    """The close is written, and its ballots are about to be destroyed."""
    voted(room)
    BallotBox.destroy_round = die  # type: ignore[method-assign]
    room.led.desk.advance()


def stopping(room: WholeRoom) -> None:
    """The round was stopped without a result, and its ballots are about to be destroyed."""
    voted(room)
    BallotBox.destroy_round = die  # type: ignore[method-assign]
    room.led.desk.stop_vote()


def finishing(room: WholeRoom) -> None:
    """The session is finished, and its seats are about to be destroyed."""
    room.led.desk.jump(Position(step=Step.CLOSE))
    BallotBox.discard = die  # type: ignore[method-assign]
    room.led.desk.advance()


def voting(room: WholeRoom) -> None:
    """Everybody voted, and the round is open."""
    voted(room)
    die(room.by_phone._box)


def consent(room: WholeRoom) -> None:
    room.led.desk.jump(Position(step=Step.CONSENT))
    room.led.desk.open_vote(ConsentSubject())
    room.vote(*({"answer": "no", "text": f"reden {n}"} for n, _ in enumerate(VOTES)))
    die(room.by_phone._box)


MOMENTS: Final[dict[str, Callable[[WholeRoom], None]]] = {
    one.__name__: one for one in (voting, closing, stopping, finishing, consent)
}


def main(moment: str, folder: Path) -> None:
    application = QApplication([])
    room = WholeRoom(folder)
    room.begin()
    room.join()
    print(*(phone.token for phone in room.phones), flush=True)
    MOMENTS[moment](room)
    del application


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
