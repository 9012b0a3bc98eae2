"""Voters who are not there: they fill a round as the people of a script did."""

from collections.abc import Callable
from random import Random
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from app.script_model import Script
from app.voting.invented import Voter, cast_in
from workshop_flows.ballots import counted
from workshop_flows.commands import Ballots
from workshop_flows.state import OpenRound, Session

FIRST_MS: Final = 1200
USUAL_MS: Final = 2600
LAST_MS: Final = 9000
"""When the first, most, and at the latest the last of them have voted, at the usual pace."""


class SimulatedVoters(QObject):
    """Everybody votes, the owner too, one after the other within seconds.

    The ballots of a whole round are those of the script. `pace` lengthens the time between
    them; at 0 all are in at once. Nothing runs while no round is open.
    """

    def __init__(
        self, script: Script, *, seed: int = 1, pace: float = 1.0, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._script = script
        self._random = Random(seed)
        self._pace = pace
        self._heard: list[Callable[[], None]] = []
        self._round: OpenRound | None = None
        self._options = 0
        self._to_come: list[Voter] = []
        self._in: list[Voter] = []
        self._waits: list[int] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._arrive)

    @property
    def voted(self) -> int:
        return len(self._in)

    def listen(self, heard: Callable[[], None]) -> None:
        self._heard.append(heard)

    def open(self, current: OpenRound, session: Session) -> None:
        self.destroy()
        self._round = current
        self._options = len(session.cards)
        self._to_come = cast_in(current, session, self._script, self._random)
        self._random.shuffle(self._to_come)
        self._waits = _waits(len(self._to_come), self._pace, self._random)
        if self._pace == 0:
            self._in, self._to_come = self._to_come, []
            self._tell()
        else:
            self._timer.start(self._waits.pop(0))

    @property
    def remarks(self) -> tuple[str, ...]:
        return ()

    def resume(self, current: OpenRound, session: Session) -> bool:
        self.open(current, session)
        return True

    def close(self) -> Ballots:
        current = self._round
        assert current is not None
        self._timer.stop()
        return counted(current.subject, self._in, self._options)

    def destroy(self) -> None:
        self._timer.stop()
        self._round = None
        self._in, self._to_come = [], []

    def forget_remarks(self) -> None:
        """Nobody wrote any."""

    @Slot()
    def _arrive(self) -> None:
        self._in.append(self._to_come.pop())
        if self._to_come:
            self._timer.start(self._waits.pop(0))
        self._tell()

    def _tell(self) -> None:
        for heard in self._heard:
            heard()


def _waits(people: int, pace: float, random: Random) -> list[int]:
    """Return the milliseconds between one ballot and the next, as people do: some take long."""
    moments = sorted(
        min(LAST_MS, FIRST_MS + USUAL_MS * random.lognormvariate(0, 0.6)) for _ in range(people)
    )
    before = 0.0
    waits = []
    for moment in moments:
        waits.append(round((moment - before) * pace))
        before = moment
    return waits
