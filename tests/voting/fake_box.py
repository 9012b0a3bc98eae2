"""A ballot box in memory, with the interface of the real one as far as the server uses it."""

import threading
from collections.abc import Callable
from typing import Any

from app.voting.box import Joined, Refusal, Seat
from workshop_flows.ballots import Cast
from workshop_flows.vocabulary import Role

Told = Callable[[Any], None]
LONG_ENOUGH = 10.0
"""Seconds after which a test that waits in vain fails."""


class FakeBox:
    """Confirms in a thread of its own, as the real one; or not before `release`."""

    def __init__(self, codes: dict[str, Role]) -> None:
        self.seats = tuple(
            Seat(number=number, role=role, code=code, joined=False)
            for number, (code, role) in enumerate(codes.items(), 1)
        )
        self.origin = ""
        self.count = len(codes)
        self.open_round_id: int | None = None
        self.cast_of: dict[int, tuple[Cast, str]] = {}
        self.tokens: dict[str, Seat] = {}
        self.disk_full = False
        self.full = False
        self.casts = 0
        self.asked: list[str] = []
        self._held: list[Callable[[], None]] | None = None
        self._changed = threading.Condition()

    def hold(self) -> None:
        """Confirm nothing for now."""
        self._held = []

    def release(self) -> None:
        held, self._held = self._held or [], None
        for one in held:
            self._soon(one)

    def await_held(self, count: int) -> None:
        """Return once so many requests wait to be confirmed."""
        with self._changed:
            assert self._changed.wait_for(lambda: len(self._held or []) >= count, LONG_ENOUGH)

    def open_round(self, round_id: int) -> None:
        self.open_round_id = round_id
        self.cast_of = {}

    def join(self, code: str, told: Told, key: str = "") -> None:
        self.asked.append(code)
        self._soon(lambda: told(self._joined(code)))

    def seat_of(self, token: str) -> Seat | None:
        return self.tokens.get(token)

    def has_voted(self, token: str) -> bool:
        seat = self.seat_of(token)
        return seat is not None and seat.number in self.cast_of

    def cast(self, token: str, round_id: int, cast: Cast, confirmed: Told, text: str = "") -> None:
        self.casts += 1
        self._soon(lambda: confirmed(self._cast(token, round_id, cast, text)))

    def _joined(self, code: str) -> Joined | Refusal:
        if self.disk_full:
            return Refusal.NOT_SAVED
        seat = next((seat for seat in self.seats if seat.code == code.strip().upper()), None)
        if seat is None:
            return Refusal.CODE_WRONG
        if seat in self.tokens.values():
            return Refusal.CODE_USED
        if self.full:
            return Refusal.ROOM_FULL
        token = f"token-of-seat-{seat.number}"
        self.tokens[token] = seat
        return Joined(token, seat.number)

    def _cast(self, token: str, round_id: int, cast: Cast, text: str) -> Refusal | None:
        if self.disk_full:
            return Refusal.NOT_SAVED
        seat = self.seat_of(token)
        if seat is None:
            return Refusal.NOT_JOINED
        if round_id != self.open_round_id:
            return Refusal.CLOSED
        self.cast_of[seat.number] = cast, text
        return None

    def _soon(self, done: Callable[[], None]) -> None:
        if self._held is not None:
            with self._changed:
                self._held.append(done)
                self._changed.notify_all()
            return
        thread = threading.Thread(target=done)
        thread.start()
        thread.join()
