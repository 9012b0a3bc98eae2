"""What phones ask of the ballot box, and how they are answered.

Not Structs: nothing that a request holds may show where one is printed.
"""

from collections.abc import Callable

from app.voting.seats import Joined, Refusal
from workshop_flows.ballots import Cast

Told = Callable[[Joined | Refusal], None]
Confirmed = Callable[[Refusal | None], None]
"""None: the vote is on disk and will be counted."""


class Join:
    """`key` is the token that the phone wants to have; '': the box makes one."""

    def __init__(self, code: str, key: str, told: Told) -> None:
        self.code = code
        self.key = key
        self.told = told


class Vote:
    def __init__(
        self, digest: bytes, round_id: int, cast: Cast, text: str, confirmed: Confirmed
    ) -> None:
        self.digest = digest
        self.round_id = round_id
        self.cast = cast
        self.text = text
        self.confirmed = confirmed
