"""What the phones of a load do, drawn from one seed: the same again each time."""

from enum import StrEnum
from random import Random

from msgspec import Struct

from app.voting.http_phone import Snapshot, Value

LONGEST_SLEEP = 1.5


class Pattern(StrEnum):
    BURST = "burst"
    """All phones that are awake vote at the same moment."""
    SPREAD = "spread"


class Plan(Struct, frozen=True, kw_only=True):
    """`cut` is how many of the votes lose their connection before the answer, `sleep` how many
    of the phones are away when a round opens, both from 0 to 1. `tabs` of one phone vote
    differently at once. `changes`: how often at most a phone changes its mind. `seconds`: over
    how long a spread takes. `strangers` try codes that are wrong or used.
    """

    pattern: Pattern = Pattern.BURST
    seconds: float = 1.0
    twice: bool = False
    cut: float = 0.0
    sleep: float = 0.0
    tabs: int = 1
    changes: int = 0
    old: bool = False
    strangers: int = 0
    seed: int = 0


class Mood:
    """The draws of one phone."""

    def __init__(self, plan: Plan, phone: int) -> None:
        self._plan = plan
        self._random = Random(f"{plan.seed}-{phone}")

    def nap(self) -> float:
        """Return for how many seconds it is away now; 0: it is not."""
        asleep = self._random.random() < self._plan.sleep
        return self._random.uniform(0.1, LONGEST_SLEEP) if asleep else 0.0

    def pause(self) -> float:
        """Return how long it thinks before it votes."""
        spread = self._plan.pattern is Pattern.SPREAD
        return self._random.uniform(0, self._plan.seconds) if spread else 0.0

    def is_cut(self) -> bool:
        return self._random.random() < self._plan.cut

    def wishes(self, asked: Snapshot) -> list[Value]:
        """Return what it votes one after the other; the last is what it means."""
        return [self.value(asked) for _ in range(1 + self._random.randint(0, self._plan.changes))]

    def value(self, asked: Snapshot) -> Value:
        values = [option.value for option in asked.options or ()]
        match asked.kind:
            case "choice":
                return self._random.sample(values, self._random.randint(0, 2))
            case "consent":
                answer = str(self._random.choice(values))
                return {"answer": answer, "text": self._random.choice(["", "als het kan"])}
        return self._random.choice(values)
