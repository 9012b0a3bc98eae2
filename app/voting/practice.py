"""What a practice vote is about and how it went; free of everything that serves phones."""

from itertools import cycle, islice
from typing import Final

from msgspec import Struct

from workshop_flows.state import StatementSubject
from workshop_flows.tally import Tally
from workshop_flows.vocabulary import Length

STATEMENT: Final = StatementSubject(statement="A1.1", number=1)
LENGTH: Final[Length] = 60
"""Of the session of which it would be the first statement."""
_USUAL: Final = (4, 3, 5, 4, 2, 4, 3, 1, 4, 5, 3, 4)
"""What invented voters answer, one after the other and over again."""


class RehearsalReport(Struct, frozen=True, kw_only=True):
    """How a practice vote went. The times, in ms, are of invented voters; None: there were none.

    `confirmed` counts those who were told so and of whom a ballot was found in the box;
    `expected` is how many invented voters there were.
    """

    address: str
    joined: int
    voted: int
    confirmed: int
    median_ms: float | None
    p95_ms: float | None
    tally: Tally
    expected: int = 0

    @property
    def all_counted(self) -> bool:
        return self.confirmed >= max(self.expected, self.voted)


def usual_answers(count: int) -> tuple[int, ...]:
    return tuple(islice(cycle(_USUAL), count))
