"""A vote to practise on: real codes, a real server and a real round, of which nothing stays."""

import secrets
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Final

from app.errors import InputError
from app.voting.addresses import Address
from app.voting.box import BallotBox
from app.voting.http_voters import HttpVoters, VoterReport
from app.voting.practice import LENGTH, STATEMENT, RehearsalReport, usual_answers
from app.voting.server import PhoneServer
from app.voting.showing import Showing
from workshop_flows.commands import RoleTallies

MOST_VOTERS: Final = 200


class Rehearsal:
    """Has a box of its own in `folder`, and a server on `address`.

    `start` first, then any number of rounds (`open_round`, perhaps `simulate`, `close_round`),
    and at the end `stop`, which destroys all that was made. All in one thread; `interrupt`
    alone may come from any. No session is known here, so none can be touched.
    """

    def __init__(self, folder: Path, address: Address | None, voters: int, seats: int) -> None:
        """`voters` of the `seats` are invented; the first seats are for real phones.

        Raise InputError where there is no address, and where the numbers can't be.
        """
        if address is None:
            raise InputError("rehearsal.no_address")
        if not 0 <= voters <= MOST_VOTERS or not max(1, voters) <= seats <= MOST_VOTERS:
            raise InputError("rehearsal.numbers", most=MOST_VOTERS)
        self._folder = folder
        self._address = address
        self._voters = voters
        self._free = seats - voters
        self._rounds = 0
        self._lock = Lock()
        self._box: BallotBox | None = None
        self._server: PhoneServer | None = None
        self._crowd: HttpVoters | None = None
        self._interrupted = False
        self._report = VoterReport()
        self._url = ""

    @property
    def url(self) -> str:
        return self._url

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the seats for real phones that are still free."""
        return tuple(one.code for one in self._made.seats[: self._free] if not one.joined)

    @property
    def joined(self) -> int:
        """From any thread; 0 before `start` and after `stop`."""
        return 0 if self._box is None else self._box.joined

    @property
    def voted(self) -> int:
        """How many voted in the open round; like `joined`."""
        box = self._box
        return 0 if box is None or box.open_round_id is None else box.voted

    @property
    def is_open(self) -> bool:
        return self._made.open_round_id is not None

    def listen(self, heard: Callable[[], None]) -> None:
        """Have `heard` called, from a thread of the box, whenever someone joined or voted."""
        self._made.listen(heard)

    def start(self) -> None:
        """Make the box and listen to phones; raise InputError, and leave nothing, where not."""
        self._box = BallotBox.open(self._folder, secrets.token_hex(16))
        try:
            self._box.fit(self._free + self._voters, 0)
            self._server = PhoneServer(self._box)
            self._url = self._server.start(self._address.ip).url
            self._server.publish(Showing(practice=True))
        except BaseException:
            self.stop()
            raise

    def set_voters(self, voters: int) -> None:
        """Have so many invented voters from now on; the codes for real phones stay."""
        self._voters = voters
        seats = max(len(self._made.seats), self._free + voters)
        self._made.fit(min(seats, MOST_VOTERS), 0)

    def open_round(self) -> None:
        self._rounds += 1
        self._made.open_round(self._rounds, STATEMENT, 0)
        self._publish(Showing(round=self._rounds, subject=STATEMENT, length=LENGTH, practice=True))

    def simulate(self) -> None:
        """Have the invented voters join and vote; once they joined the round opens, if it isn't.

        Comes back when all of them are done, or at once after `interrupt`.
        """
        box = self._made
        for one in box.seats[self._free :]:
            if one.joined:
                box.renew(one.number)
        codes = [one.code for one in box.seats[self._free : self._free + self._voters]]
        crowd = HttpVoters(self._url, codes, usual_answers(len(codes)))
        with self._lock:
            if self._interrupted:
                return
            self._crowd = crowd
        self._report = crowd.play(self._all_joined)

    def close_round(self) -> RehearsalReport:
        """Close the round, count, and destroy its ballots."""
        box = self._made
        joined, voted, crowd = box.joined, box.voted, self._report
        ballots = box.close_round()
        self._publish(Showing(practice=True))
        assert isinstance(ballots, RoleTallies)
        box.destroy_round()
        box.forget_remarks()
        expected = self._voters if self._crowd is not None else 0
        self._report, self._crowd = VoterReport(), None
        real = max(0, voted - crowd.voted)
        return RehearsalReport(
            address=self._url,
            joined=joined,
            voted=voted,
            confirmed=min(crowd.confirmed + real, ballots.staff.ballots),
            median_ms=crowd.median_ms,
            p95_ms=crowd.p95_ms,
            tally=ballots.staff,
            expected=expected,
        )

    def interrupt(self) -> None:
        """Have `simulate` come back at once, now and ever after. From any thread."""
        with self._lock:
            self._interrupted = True
            if self._crowd is not None:
                self._crowd.stop()

    def stop(self) -> None:
        """Serve phones no more and destroy everything. Safe to call twice."""
        if self._server is not None:
            self._server.stop()
            self._server = None
        if self._box is not None:
            self._box.discard()
            self._box = None

    @property
    def _made(self) -> BallotBox:
        assert self._box is not None
        return self._box

    def _publish(self, showing: Showing) -> None:
        assert self._server is not None
        self._server.publish(showing)

    def _all_joined(self) -> None:
        if not self.is_open:
            self.open_round()
