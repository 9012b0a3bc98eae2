"""The arithmetic of results against published and hand-made values."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.builders import tally
from workshop_flows import insight
from workshop_flows.tally import Tally
from workshop_flows.vocabulary import AXES, Agreeing, AxisId, Band

A1, A2, A3, A4, G1, G2, G3 = AXES

# domain.md 3.3: counts of 1 to 5, mean, consensus, interquartile range (linear).
VECTORS = [
    ((0, 0, 2, 0, 0), "3.0", 1.000000, "0"),
    ((0, 0, 1, 1, 0), "3.5", 0.807355, "0.5"),
    ((0, 1, 0, 1, 0), "3.0", 0.584963, "1"),
    ((0, 1, 0, 0, 1), "3.5", 0.321928, "1.5"),
    ((1, 0, 0, 0, 1), "3.0", 0.000000, "2"),
    ((1, 0, 1, 0, 1), "3.0", 0.333333, "2"),
    ((1, 0, 0, 4, 0), "3.4", 0.548042, "0"),
    ((0, 0, 2, 2, 1), "3.8", 0.738714, "1"),
    ((2, 0, 0, 0, 2), "3.0", 0.000000, "4"),
    ((1, 1, 1, 1, 1), "3.0", 0.433985, "2"),
    ((0, 2, 2, 2, 0), "3.0", 0.723308, "1.5"),
    ((0, 0, 1, 3, 4), "4.375", 0.748226, "1"),
    ((3, 0, 0, 0, 5), "3.5", 0.045566, "4"),
    ((0, 3, 7, 8, 2), "3.45", 0.686228, "1"),
    ((10, 10, 10, 10, 10), "3.0", 0.433985, "2"),
    ((1, 0, 0, 49, 0), "3.94", 0.940313, "0"),
    ((0, 0, 0, 0, 1), "5.0", 1.000000, "0"),
]

tallies = st.tuples(*[st.integers(0, 12)] * 5).filter(any).map(lambda counts: Tally(counts))


@pytest.mark.parametrize(("counts", "mean", "consensus", "range_"), VECTORS)
def test_vectors_of_the_domain(
    counts: tuple[int, ...], mean: str, consensus: float, range_: str
) -> None:
    one = tally(*counts)
    assert one.mean == Fraction(mean)
    assert insight.consensus(one) == pytest.approx(consensus, abs=1e-6)
    low, high = insight.spread([one]) or (Fraction(0), Fraction(0))
    assert high - low == Fraction(range_)


@pytest.mark.parametrize(
    ("value", "shown"),
    [("3.25", 3.3), ("3.249", 3.2), ("3.45", 3.5), ("4.375", 4.4), ("1", 1.0), ("2.05", 2.1)],
)
def test_one_decimal_is_rounded_half_up(value: str, shown: float) -> None:
    assert insight.tenths(Fraction(value)) == shown


@given(st.integers(10, 50))
def test_a_shown_number_is_read_back_exactly(tenths: int) -> None:
    assert insight.exact(tenths / 10) == Fraction(tenths, 10)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.80, Agreeing.AGREED),
        (0.7999, Agreeing.FAIRLY),
        (0.58, Agreeing.FAIRLY),
        (0.5799, Agreeing.DIVIDED),
    ],
)
def test_words_of_consensus(value: float, words: Agreeing) -> None:
    assert insight.agreeing(value) is words


@pytest.mark.parametrize(
    ("value", "zone"),
    [
        ("2.4999", Band.LOW),
        ("2.5", Band.MIDDLE),
        ("3.5", Band.MIDDLE),
        ("3.5001", Band.HIGH),
    ],
)
def test_edges_of_the_zones(value: str, zone: Band) -> None:
    assert insight.band(Fraction(value)) is zone


def test_one_step_further_ends_at_five() -> None:
    assert insight.target(Fraction("2.3")) == Fraction("3.3")
    assert insight.target(Fraction("4.2")) == 5


@given(tallies)
def test_consensus_lies_between_nought_and_one(one: Tally) -> None:
    assert -1e-9 <= insight.consensus(one) <= 1 + 1e-9


@given(tallies, st.integers(2, 9))
def test_consensus_and_mean_do_not_depend_on_the_size_of_the_group(one: Tally, times: int) -> None:
    many = tally(*(count * times for count in one.counts))
    assert many.mean == one.mean
    assert insight.consensus(many) == pytest.approx(insight.consensus(one))


@given(tallies)
def test_the_mirrored_answers_agree_as_much(one: Tally) -> None:
    mirrored = tally(*reversed(one.counts))
    assert mirrored.mean == 6 - one.mean
    assert insight.consensus(mirrored) == pytest.approx(insight.consensus(one))


@given(st.lists(st.integers(1, 5), min_size=1, max_size=50), st.randoms())
def test_the_order_of_ballots_never_matters(answers: list[int], random: object) -> None:
    shuffled = sorted(answers, key=lambda _: random.random())  # type: ignore[attr-defined]
    first, second = (
        tally(*(which.count(answer) for answer in range(1, 6))) for which in (answers, shuffled)
    )
    assert first == second
    assert list(first.answers) == sorted(answers)


def test_spread_of_nothing_is_nothing() -> None:
    assert insight.spread([]) is None
    assert insight.mean([]) is None


def _stands(*values: str | None) -> dict[AxisId, Fraction | None]:
    return {
        axis: None if value is None else Fraction(value)
        for axis, value in zip(AXES, values, strict=True)
    }


NO_BANDS: dict[AxisId, Band | None] = dict.fromkeys(AXES)


def test_three_words_are_means_of_stands() -> None:
    stands = _stands("3", "4", "3.5", "2", "2.5", "3", "2.2")
    weten, willen, kunnen = insight.three_words(stands)
    assert (weten, willen, kunnen) == (Fraction("2.5"), Fraction("3.25"), Fraction("2.2"))


def test_a_word_is_silent_when_an_axis_is_missing() -> None:
    assert insight.three_words(_stands("3", "4", None, "2", "2.5", None, None)) == (
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("stands", "axes"),
    [
        (("3", "4", "3.5", "2", "3.2", "2.9", "2.0"), (A4, G2)),  # the earliest under 3.0
        (("3", "3", "3", "3", "3.2", "3.0", "3.1"), (A1, G2)),  # ties: the first; none: lowest
        (("4", "3", "3", "3", "3", "3", "3"), (A2, G1)),
        ((None, "4", None, None, None, None, "4"), (A2, G3)),
        ((None, None, None, None, None, None, "4"), (G3,)),
        (("5", None, None, None, None, None, None), (A1,)),
        ((None,) * 7, ()),
    ],
)
def test_what_to_talk_about(stands: tuple[str | None, ...], axes: tuple[AxisId, ...]) -> None:
    assert insight.talk_about(_stands(*stands), NO_BANDS) == axes


def test_bands_make_the_whole_group_bands() -> None:
    low, middle, high = Band.LOW, Band.MIDDLE, Band.HIGH
    bands = dict(zip(AXES, (high, middle, low, low, high, middle, low), strict=True))
    nothing = _stands(*(None,) * 7)
    assert insight.talk_about(nothing, bands) == (A3, G3)
    # An agreed 2.0 on A2 is laag too, and stands first; the gaps stay as they were.
    assert insight.talk_about(_stands(None, "2", *(None,) * 5), bands) == (A2, G3)
    # With a stand on each gap the numbers decide again: G2 is the first under 3.0.
    agreed = _stands(None, None, None, None, "4", "2.5", "1")
    assert insight.talk_about(agreed, bands) == (A3, G2)


def test_without_a_low_step_the_lowest_zone_is_talked_about() -> None:
    bands = dict.fromkeys(AXES, Band.HIGH) | {G2: Band.MIDDLE}
    assert insight.talk_about(_stands(*(None,) * 7), bands) == (A1, G2)
