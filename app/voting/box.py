"""The ballot box of a session: its seats, its open round, and the thread that keeps both."""

import re
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

from app.voting.box_file import FAILURES, trouble, wipe
from app.voting.remains import destroy_session, finish_discarding, mark_discarded, place_of
from app.voting.requests import Confirmed, Join, Told, Vote
from app.voting.sealed_round import SealedRound, Voted
from app.voting.seat_file import SeatFile
from app.voting.seats import Door, Joined, Refusal, Seat, Seats, digest_of
from app.voting.writer import Writer, guarded
from workshop_flows.ballots import Cast, fits
from workshop_flows.commands import Ballots
from workshop_flows.state import Subject

__all__ = ["BallotBox", "Confirmed", "Door", "Joined", "Refusal", "Seat", "Told"]


class BallotBox:
    """Make one with `open`. May be used from any thread.

    One thread of its own writes and changes everything; others put requests in its queue, or
    wait until it did what they ask. What they read is replaced as a whole, never changed.
    Callbacks come from that thread, after the commit; a refusal that needs no disk comes at
    once, from the thread that asks.
    """

    def __init__(self, folder: Path, session: str, file: SeatFile, seats: Seats) -> None:
        self._folder = folder
        self._session = session
        self._file = file
        self._seats = seats
        self._round: SealedRound | None = None
        self._remarks: tuple[str, ...] = ()
        self._heard: list[Callable[[], None]] = []
        self._writer: Writer[Join | Vote] = Writer(self._serve, self._tidy)

    @classmethod
    def open(cls, folder: Path, session: str) -> "BallotBox":
        """Make the box of a session or take it up where it was left; raise InputError."""
        if not re.fullmatch(r"[0-9a-f]+", session):
            raise ValueError("not the id of a session")
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            finish_discarding(folder, session)
            file = SeatFile(place_of(folder, session, "seats"))
            return cls(folder, session, file, file.open())
        except OSError as error:
            raise trouble(error, folder) from error

    def close(self) -> None:
        """Answer what waits and let go of the files, which stay. May be called twice."""
        self._writer.stop()
        if self._round is not None:
            self._round.leave()
        self._file.close()

    def discard(self) -> None:
        """Destroy everything of this session, or raise InputError: then it may be tried again."""
        self.close()
        mark_discarded(self._folder, self._session)
        self._round, self._remarks, self._seats = None, (), Seats()
        destroy_session(self._folder, self._session)

    def listen(self, heard: Callable[[], None]) -> None:
        """Have `heard` called in the writer's thread once after each commit of joins or votes."""
        self._heard.append(heard)

    # Seats

    @property
    def seats(self) -> tuple[Seat, ...]:
        """Return them in the order of the slips, owners last."""
        return tuple(place.seen for place in self._seats.places)

    @property
    def count(self) -> int:
        """How many seats there are."""
        return len(self._seats.places)

    @property
    def joined(self) -> int:
        return self._seats.joined

    @property
    def door_open(self) -> bool:
        return self._seats.door is Door.OPEN

    def set_door(self, door: Door) -> None:
        """Closed: a code that nobody used yet is refused, whoever has joined goes on."""
        self._change(lambda seats: seats.at_door(door))

    def fit(self, staff: int, owners: int) -> None:
        """Have a seat for everybody. While a round is open none is taken away."""
        self._change(
            lambda seats: seats.fitted(staff, owners, may_remove=self.open_round_id is None)
        )

    def renew(self, number: int) -> Seat:
        """Give a seat a new code, because a phone or a slip was lost."""
        self._change(lambda seats: seats.renewed(number))
        return next(seat for seat in self.seats if seat.number == number)

    @property
    def origin(self) -> str:
        """Where phones were served last, '' when they never were."""
        return self._seats.origin

    def serve_at(self, origin: str) -> None:
        """Note where phones are served.

        Somewhere else than before each used code works once more; its old token dies then.
        """
        self._change(lambda seats: seats.served_at(origin))

    def _change(self, change: Callable[[Seats], Seats]) -> None:
        """Raise InputError when the change can't be kept; then nothing is changed."""

        def task() -> None:
            seats = change(self._seats)
            if seats != self._seats:
                try:
                    self._file.save(seats)
                except FAILURES as error:
                    raise trouble(error, self._file.path) from error
                self._seats = seats

        self._writer.run(task)

    # Joining and voting

    def join(self, code: str, told: Told, key: str = "") -> None:
        """Give the seat of a code. With a key, which becomes the token, it may be asked again."""
        if not self._writer.put(Join(code, key, told)):
            told(Refusal.NOT_SAVED)

    def seat_of(self, token: str) -> Seat | None:
        place = self._seats.of(digest_of(token))
        return None if place is None else place.seen

    def has_voted(self, token: str) -> bool:
        """Tell whether this seat voted in the open round; for nobody but that seat itself."""
        place, current = self._seats.of(digest_of(token)), self._round
        return place is not None and current is not None and current.has_voted(place.number)

    def cast(
        self, token: str, round_id: int, cast: Cast, confirmed: Confirmed, text: str = ""
    ) -> None:
        """Vote, in the place of what this seat voted before; confirmed once it is on disk.

        The text goes with a consent only, and stays in memory.
        """
        vote = Vote(digest_of(token), round_id, cast, text, confirmed)
        checked = self._checked(vote)
        if isinstance(checked, Refusal):
            confirmed(checked)
        elif not self._writer.put(vote):
            confirmed(Refusal.CLOSED)

    def _checked(self, vote: Vote) -> Voted | Refusal:
        place, current = self._seats.of(vote.digest), self._round
        if place is None:
            return Refusal.NOT_JOINED
        if current is None or not current.is_open or current.id != vote.round_id:
            return Refusal.CLOSED
        if not fits(vote.cast, current.subject, current.options):
            return Refusal.UNFIT
        return Voted(seat=place.number, role=place.role, cast=vote.cast, text=vote.text)

    # Rounds

    @property
    def open_round_id(self) -> int | None:
        current = self._round
        return current.id if current is not None and current.is_open else None

    @property
    def voted(self) -> int:
        """How many seats voted in the round; nothing says which."""
        return 0 if self._round is None else self._round.voted

    def open_round(self, round_id: int, subject: Subject, options: int) -> None:
        """Open a round without ballots; raise InputError. Those of before are destroyed."""
        self._writer.run(lambda: self._begin(round_id, subject, options, resume=False))

    def resume_round(self, round_id: int, subject: Subject, options: int) -> bool:
        """Open a round with all ballots that were confirmed; raise InputError.

        False: there is nothing of exactly this round, or it is damaged. It then begins anew.
        """
        return self._writer.run(lambda: self._begin(round_id, subject, options, resume=True))

    def close_round(self) -> Ballots:
        """Take no more ballots and return the tallies of all that were confirmed.

        Returns the same again until the round is destroyed.
        """
        return self._writer.run(self._end)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What was written beside the ballots of the closed round, in random order."""
        return self._remarks

    def forget_remarks(self) -> None:
        self._remarks = ()

    def destroy_round(self) -> None:
        """Leave nothing of the ballots on disk, also of a round before a restart.

        Raise InputError when that fails; it may be called again.
        """
        self._writer.run(self._destroy)

    def _begin(self, number: int, subject: Subject, options: int, *, resume: bool) -> bool:
        if self._round is not None:
            self._round.leave()
        self._round, self._remarks = None, ()
        path = place_of(self._folder, self._session, "round")
        current = SealedRound(path, number, subject, options)
        resumed = resume and current.resume()
        if not resumed:
            current.open(place.number for place in self._seats.places)
        self._round = current
        return resumed

    def _end(self) -> Ballots:
        current = self._round
        if current is None:
            raise RuntimeError("there is no round to close")
        ballots, texts = current.close()
        self._remarks = self._remarks or texts
        return ballots

    def _destroy(self) -> None:
        if self._round is not None:
            self._round.destroy()
            self._round = None
        wipe(place_of(self._folder, self._session, "round"))

    # In the writer's thread

    def _serve(self, requests: Sequence[Join | Vote]) -> None:
        joined = self._let_in([one for one in requests if isinstance(one, Join)])
        voted = self._take([one for one in requests if isinstance(one, Vote)])
        if joined or voted:
            for heard in self._heard:
                guarded(heard)

    def _let_in(self, joins: Sequence[Join]) -> bool:
        """Give everybody a seat who may have one; return whether anything changed."""
        seats = self._seats
        answers: list[Joined | Refusal] = []
        for join in joins:
            token = join.key or secrets.token_urlsafe(16)
            entered = seats.let_in(join.code, digest_of(token))
            if isinstance(entered, Refusal):
                answers.append(entered)
            else:
                seats, place = entered
                answers.append(Joined(token, place.number))
        changed = seats is not self._seats
        if changed:
            try:
                self._file.save(seats)
                self._seats = seats
            except FAILURES:
                changed, answers = False, [Refusal.NOT_SAVED] * len(joins)
        for join, answer in zip(joins, answers, strict=True):
            guarded(join.told, answer)
        return changed

    def _take(self, votes: Sequence[Vote]) -> bool:
        checked = [(vote, self._checked(vote)) for vote in votes]
        fit = [one for _, one in checked if isinstance(one, Voted)]
        refusal = None
        if fit and self._round is not None:
            try:
                self._round.take(fit)
            except FAILURES:
                refusal = Refusal.NOT_SAVED
        for vote, outcome in checked:
            guarded(vote.confirmed, outcome if isinstance(outcome, Refusal) else refusal)
        return bool(fit) and refusal is None

    def _tidy(self) -> None:
        self._file.tidy()
        if self._round is not None:
            self._round.tidy()
