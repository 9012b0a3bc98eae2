"""Interleaved timing: a machine drifts, a ratio within one run does not."""

import statistics
import time
from collections.abc import Callable

from msgspec import Struct


class Pair(Struct, frozen=True):
    """Medians in seconds of ours and of the floor, and the median of their ratios."""

    ours: float
    floor: float
    ratio: float


def interleaved(ours: Callable[[], object], floor: Callable[[], object], rounds: int) -> Pair:
    """Run both in turn, once unmeasured and then `rounds` times."""
    ours()
    floor()
    times = [(_seconds(ours), _seconds(floor)) for _ in range(rounds)]
    return Pair(
        statistics.median(mine for mine, _ in times),
        statistics.median(bare for _, bare in times),
        statistics.median(mine / bare for mine, bare in times),
    )


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
