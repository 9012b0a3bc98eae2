"""What goes to phones says nothing of what anybody voted, before the reveal or after it."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from app.voting.box import BallotBox
from app.voting.server import PhoneServer, Served
from app.voting.showing import Showing
from tests.voting.server_room import HERE, STATEMENT, Answer, Clock, Line
from workshop_flows.state import Card, CardsSubject, ConsentSubject, FocusSubject
from workshop_flows.vocabulary import AxisId

CARDS = (Card(axis=AxisId.A1, title="Een"), Card(axis=AxisId.A2, title="Twee"))
ROUNDS = (
    Showing(round=1, subject=STATEMENT),
    Showing(round=2, subject=FocusSubject()),
    Showing(round=3, subject=CardsSubject(), cards=CARDS),
    Showing(round=4, subject=ConsentSubject()),
)
Votes = Sequence[object]
SOME: Sequence[Votes] = (
    (1, ["A1", "G2"], [0], {"answer": "yes", "text": ""}),
    (1, ["A1"], [0, 1], {"answer": "yes", "text": "alleen op maandag"}),
    (5, [], [], {"answer": "no", "text": ""}),
)
OTHER: Sequence[Votes] = (
    (4, ["A3"], [1], {"answer": "no", "text": "liever niet"}),
    ("skip", ["G1", "G3"], [], {"answer": "yes_if", "text": ""}),
    (2, ["A4"], [0], {"answer": "yes", "text": "prima zo"}),
)
NOBODY: Sequence[Votes] = ((), (), ())


class Phone:
    """A phone of which everything that it gets is kept."""

    def __init__(self, served: Served, code: str) -> None:
        self._line = Line(served)
        self._stream = Line(served)
        self.got: list[object] = []
        joined = self._line.ask("POST", "/api/join", {"code": code, "lang": "nl"})
        self.token = str(joined.json["token"])
        self._keep(joined)
        self._stream.listen(self.token)
        self.hear()

    def hear(self) -> None:
        self.got.append(self._stream.event())

    def look(self) -> None:
        self._keep(self._line.ask("GET", "/api/state?lang=nl", X_Seat=self.token))
        self._keep(self._line.ask("GET", "/plain", Cookie=f"seat={self.token}"))

    def vote(self, number: int, value: object) -> None:
        body = {"round": number, "value": value, "lang": "nl"}
        self._keep(self._line.ask("POST", "/api/vote", body, X_Seat=self.token))

    def close(self) -> None:
        self._line.hang_up()
        self.got.append(self._stream.rest())
        self._stream.hang_up()

    def _keep(self, found: Answer) -> None:
        self.got.append((found.status, found.headers, found.body))

    def seen(self) -> str:
        """Return everything, without what is different by chance each time."""
        text = repr(self.got).replace(self.token, "TOKEN")
        text = re.sub(r"'Date': '[^']*'", "", text)
        text = re.sub(r'"[0-9a-f]{8}-(\d+)-', r'"TAG-\1-', text)
        first = min(int(found) for found in re.findall(r"data: (\d+)", text))
        numbers = (str(first + more) for more in range(20))
        for more, number in enumerate(numbers):
            text = text.replace(number, f"REVISION+{more}")
        return text


@contextmanager
def serving(folder: Path, clock: Clock) -> Iterator[tuple[BallotBox, PhoneServer]]:
    box = BallotBox.open(folder, "ab12")
    box.fit(2, 1)
    server = PhoneServer(box, clock=clock)
    server.start(HERE, (0,))
    yield box, server
    server.stop()
    box.discard()


def play(folder: Path, votes: Sequence[Votes]) -> list[Phone]:
    """Play all rounds; return the phones of two staff and an owner."""
    clock = Clock()
    with serving(folder, clock) as (box, server):
        assert server.served is not None
        phones = [Phone(server.served, seat.code) for seat in box.seats]

        def show(showing: Showing) -> None:
            clock.now += 1
            server.publish(showing)
            for phone in phones:
                phone.hear()
                phone.look()

        for index, showing in enumerate(ROUNDS):
            assert showing.round is not None
            assert showing.subject is not None
            box.open_round(showing.round, showing.subject, showing.options)
            show(showing)
            for phone, mine in zip(phones, votes, strict=True):
                if mine:
                    phone.vote(showing.round, mine[index])
                    phone.vote(showing.round, mine[index])
                for other in phones:
                    other.look()
            box.close_round()
            show(Showing())
            box.destroy_round()
        show(Showing(over=True))
        server.stop()
        for phone in phones:
            phone.close()
    return phones


@pytest.fixture
def played(tmp_path: Path) -> Any:
    def again(votes: Sequence[Votes]) -> list[str]:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        return [phone.seen() for phone in play(folder, votes)]

    return again


def test_phones_get_the_same_whatever_is_voted(played: Any) -> None:
    assert played(SOME) == played(OTHER)


def test_a_phone_does_not_get_to_know_whether_others_vote(played: Any) -> None:
    for index in range(3):
        alone = list(NOBODY)
        alone[index] = SOME[index]
        assert played(SOME)[index] == played(alone)[index]


def test_no_phone_gets_its_own_remark_back_or_anothers(played: Any) -> None:
    seen = "".join(played(SOME))
    assert "maandag" not in seen
    assert '"kind":"consent"' in seen


def test_events_carry_a_number_only(tmp_path: Path) -> None:
    for phone in play(tmp_path, SOME):
        events = [one for one in phone.got if isinstance(one, bytes)]
        assert len(events) > 2 * len(ROUNDS)
        for event in events[:-1]:
            assert re.fullmatch(rb"data: \d+", event)
        assert events[-1] == b"0\r\n\r\n"
