"""A ballot box with its server and nothing else, in a process that can be killed.

`python -m tests.load.small_server FOLDER ADDRESS SEATS [ROUND SUBJECT]` takes up what the folder
holds, in the round that was open. It answers each line of JSON on stdin with one on stdout.
"""

import sys
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from app.voting.box import BallotBox
from app.voting.server import PhoneServer
from app.voting.showing import Showing
from workshop_flows.state import Card, CardsSubject, ConsentSubject, FocusSubject, StatementSubject
from workshop_flows.state import Subject as AnySubject
from workshop_flows.vocabulary import AXES, Role

SESSION = "0123abcd"
CARDS = tuple(Card(axis=axis, action=number) for number, axis in enumerate(AXES[:5], start=1))
SUBJECTS: dict[str, AnySubject] = {
    "statement": StatementSubject(statement="A1.1", number=1),
    "focus": FocusSubject(),
    "cards": CardsSubject(),
    "consent": ConsentSubject(),
}


class Ready(Struct, frozen=True, kw_only=True):
    url: str
    codes: dict[str, Role]
    resumed: bool | None = None


class Ask(Struct, frozen=True, kw_only=True):
    """`do`: open, voted, close or end."""

    do: str
    round: int = 0
    subject: str = ""


class Told(Struct, frozen=True, kw_only=True):
    voted: int = 0
    ballots: dict[str, Any] | None = None
    """The tallies, as JSON has them."""


class SmallServer:
    def __init__(self, folder: Path, address: str, seats: int) -> None:
        self._box = BallotBox.open(folder, SESSION)
        self._box.fit(seats - 1, 1)
        self._server = PhoneServer(self._box)
        self._address = address

    def start(self, number: int, subject: str) -> Ready:
        resumed = None
        if number:
            resumed = self._box.resume_round(number, SUBJECTS[subject], len(CARDS))
            self._server.publish(_showing(number, subject))
        served = self._server.start(self._address, (8765,))
        codes = {seat.code: seat.role for seat in self._box.seats}
        return Ready(url=served.url, codes=codes, resumed=resumed)

    def answer(self, ask: Ask) -> Told:
        match ask.do:
            case "open":
                self._box.open_round(ask.round, SUBJECTS[ask.subject], len(CARDS))
                self._server.publish(_showing(ask.round, ask.subject))
            case "close":
                ballots = self._box.close_round()
                self._server.publish(Showing())
                self._box.destroy_round()
                tallies = msgspec.to_builtins(ballots)
                tallies.pop("type", None)
                return Told(ballots=tallies)
        return Told(voted=self._box.voted)

    def end(self) -> None:
        self._server.stop()
        self._box.discard()


def _showing(number: int, subject: str) -> Showing:
    return Showing(round=number, subject=SUBJECTS[subject], cards=CARDS)


def main(folder: str, address: str, seats: str, number: str = "0", subject: str = "") -> None:
    made = SmallServer(Path(folder), address, int(seats))
    _say(made.start(int(number), subject))
    for line in sys.stdin:
        _say(made.answer(msgspec.json.decode(line, type=Ask)))
    made.end()


def _say(what: object) -> None:
    print(msgspec.json.encode(what).decode(), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
