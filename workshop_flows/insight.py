"""The arithmetic of a result: exact until it is rounded once for showing.

Stands are `Fraction`s from 1 to 5. What of all this may be shown is decided in
`workshop_flows.privacy`, never here.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import floor, log2

from workshop_flows.tally import Tally
from workshop_flows.vocabulary import DRIVERS, GAPS, Agreeing, AxisId, Band

EARLY_STEP_BELOW = Fraction(3)
LOW_BELOW = Fraction(5, 2)
HIGH_ABOVE = Fraction(7, 2)
AGREED_FROM = 0.80
FAIRLY_FROM = 0.58
HIGHEST = Fraction(5)


def tenths(value: Fraction) -> float:
    """Round half up to one decimal: 3.25 becomes 3.3."""
    return floor(value * 10 + Fraction(1, 2)) / 10


def exact(shown: float) -> Fraction:
    """Return the exact value of a number that was shown with one decimal."""
    return Fraction(round(shown * 10), 10)


def mean(values: Iterable[Fraction]) -> Fraction | None:
    """Return the mean, or None of nothing."""
    every = tuple(values)
    return sum(every, Fraction(0)) / len(every) if every else None


def consensus(tally: Tally) -> float:
    """Return Tastle and Wierman's consensus, 0 (half 1, half 5) to 1 (all the same).

    Cns = 1 + sum of p_i * log2(1 - |i - mu| / (k - 1)), k = 5 (W. J. Tastle and
    M. J. Wierman, 'Consensus and dissention', 2007). Raise ZeroDivisionError without votes.
    """
    middle = float(tally.mean)
    return 1 + sum(
        count / tally.votes * log2(1 - abs(answer - middle) / 4)
        for answer, count in enumerate(tally.counts, start=1)
        if count
    )


def agreeing(value: float) -> Agreeing:
    """Return the words for a consensus from 0 to 1."""
    if value >= AGREED_FROM:
        return Agreeing.AGREED
    return Agreeing.FAIRLY if value >= FAIRLY_FROM else Agreeing.DIVIDED


def percentile(answers: Sequence[int], part: Fraction) -> Fraction:
    """Return the percentile of ascending answers by linear interpolation.

    The rank is part * (n - 1), as in R's type 7 (Hyndman and Fan 1996). `part` is 0 to 1;
    raise IndexError without answers.
    """
    rank = part * (len(answers) - 1)
    below = floor(rank)
    above = min(below + 1, len(answers) - 1)
    return answers[below] + (rank - below) * (answers[above] - answers[below])


def spread(tallies: Iterable[Tally]) -> tuple[Fraction, Fraction] | None:
    """Return the 25th and 75th percentile of all votes together, or None without votes."""
    answers = sorted(answer for tally in tallies for answer in tally.answers)
    if not answers:
        return None
    return percentile(answers, Fraction(1, 4)), percentile(answers, Fraction(3, 4))


def band(value: Fraction) -> Band:
    """Return the zone of a stand: laag under 2.5, midden up to 3.5, hoog above."""
    if value < LOW_BELOW:
        return Band.LOW
    return Band.MIDDLE if value <= HIGH_ABOVE else Band.HIGH


def target(stand: Fraction) -> Fraction:
    """Return one step further than the stand, at most 5."""
    return min(HIGHEST, stand + 1)


def three_words(
    stands: Mapping[AxisId, Fraction | None],
) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
    """Return weten, willen and kunnen; None where a stand is missing (domain.md 1.9)."""
    weten = (AxisId.A4, AxisId.G2)
    willen = (AxisId.A1, AxisId.A2, AxisId.A3, AxisId.G1)
    kunnen = (AxisId.G3,)
    return _reading(stands, weten), _reading(stands, willen), _reading(stands, kunnen)


def _reading(stands: Mapping[AxisId, Fraction | None], axes: tuple[AxisId, ...]) -> Fraction | None:
    values = [value for axis in axes if (value := stands.get(axis)) is not None]
    return mean(values) if len(values) == len(axes) else None


def talk_about(
    stands: Mapping[AxisId, Fraction | None], bands: Mapping[AxisId, Band | None]
) -> tuple[AxisId, ...]:
    """Return the axes to talk about: the lowest driver, then the earliest gap under 3.0.

    When no gap is under 3.0 the lowest gap takes its place; ties go to the first in order.
    Once an axis of a group has a band and no stand, the whole group is compared in bands.
    """
    levels, below = _levels(DRIVERS, stands, bands)
    chosen = [min(levels, key=levels.__getitem__)] if levels else []
    levels, below = _levels(GAPS, stands, bands)
    if levels:
        early = [axis for axis, level in levels.items() if level < below]
        chosen.append(early[0] if early else min(levels, key=levels.__getitem__))
    return tuple(chosen)


BAND_ORDER = (Band.LOW, Band.MIDDLE, Band.HIGH)


def _levels(
    group: tuple[AxisId, ...],
    stands: Mapping[AxisId, Fraction | None],
    bands: Mapping[AxisId, Band | None],
) -> tuple[dict[AxisId, Fraction], Fraction]:
    """Return a comparable level per axis, and the level under which a step is early."""
    known = {axis: stand for axis in group if (stand := stands.get(axis)) is not None}
    zones = {
        axis: zone for axis in group if axis not in known and (zone := bands.get(axis)) is not None
    }
    if not zones:
        return known, EARLY_STEP_BELOW
    zones |= {axis: band(stand) for axis, stand in known.items()}
    order = {axis: Fraction(BAND_ORDER.index(zones[axis])) for axis in group if axis in zones}
    return order, Fraction(BAND_ORDER.index(Band.MIDDLE))
