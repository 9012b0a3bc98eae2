"""How often each answer was given; the only form in which answers exist after a close."""

from fractions import Fraction

from msgspec import Struct

NO_COUNTS = (0, 0, 0, 0, 0)


class Tally(Struct, frozen=True):
    """Counts of the answers 1 to 5 (index 0 is answer 1) and of the skips.

    A skip is a ballot but no vote.
    """

    counts: tuple[int, int, int, int, int] = NO_COUNTS
    skipped: int = 0

    @property
    def votes(self) -> int:
        return sum(self.counts)

    @property
    def ballots(self) -> int:
        return self.votes + self.skipped

    @property
    def is_possible(self) -> bool:
        return min(*self.counts, self.skipped) >= 0

    @property
    def mean(self) -> Fraction:
        """Return the exact mean of the votes, 1 to 5; raise ZeroDivisionError without votes."""
        total = sum(answer * count for answer, count in enumerate(self.counts, start=1))
        return Fraction(total, self.votes)

    @property
    def answers(self) -> tuple[int, ...]:
        """Return the votes as answers in ascending order."""
        return tuple(
            answer for answer, count in enumerate(self.counts, start=1) for _ in range(count)
        )

    def __add__(self, other: "Tally") -> "Tally":
        first, second = self.counts, other.counts
        return Tally(
            (
                first[0] + second[0],
                first[1] + second[1],
                first[2] + second[2],
                first[3] + second[3],
                first[4] + second[4],
            ),
            self.skipped + other.skipped,
        )
