"""Finding an action in the library."""

import pytest
from msgspec.structs import replace

from app.content import load_content
from tests.core.builders import content
from workshop_flows.content import Action
from workshop_flows.library import SHORT, Filters, found, minutes
from workshop_flows.ranking import Ranked, Wishes, rank
from workshop_flows.vocabulary import AxisId, Sector

ALL = rank(content().actions, Wishes(focus=(AxisId.G2,), sector=Sector.OTHER))


def actions(filters: Filters) -> list[Action]:
    return [one.action for one in found(ALL, filters)]


def test_without_filters_everything_is_there_in_its_order() -> None:
    assert found(ALL, Filters()) == ALL


def test_an_action_of_either_axis_is_found() -> None:
    some = actions(Filters(axes=(AxisId.G2, AxisId.A1)))
    assert some
    assert all({AxisId.G2, AxisId.A1} & set(one.axes) for one in some)
    assert len(some) < len(ALL)


def test_free_means_that_it_never_costs_money() -> None:
    some = actions(Filters(free=True))
    assert {one.cost for one in some} == {(0, 0)}


def test_short_is_half_an_hour_at_a_time() -> None:
    some = actions(Filters(short=True))
    assert some
    for one in some:
        assert (minutes(one) or 0) <= SHORT
    assert all((minutes(one) or 99) > SHORT for one in content().actions if one not in some)


def test_a_kind_is_one_of_those_asked() -> None:
    some = actions(Filters(kinds=("formal", "nonformal")))
    assert {one.kind for one in some} == {"formal", "nonformal"}


def test_filters_add_up() -> None:
    some = actions(Filters(axes=(AxisId.A2,), free=True, short=True, words="koffie"))
    assert [one.id for one in some] == [2]


@pytest.mark.parametrize("words", ["koffie", "KOFF", "  vraag koffie. ", "bord koffie"])
def test_every_word_counts_and_its_beginning_is_enough(words: str) -> None:
    assert 2 in [one.id for one in actions(Filters(words=words))]


def test_a_word_that_occurs_nowhere_finds_nothing() -> None:
    assert actions(Filters(words="koffie zeppelin")) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_time_of_every_action_is_understood(language: str) -> None:
    assert all(minutes(one) for one in load_content(language).actions)


def test_the_languages_agree_on_the_time() -> None:
    dutch, english = (load_content(language).actions for language in ("nl", "en"))
    assert [minutes(one) for one in dutch] == [minutes(one) for one in english]


@pytest.mark.parametrize(
    ("time", "told"),
    [("1 tot 2 uur per week", 120), ("30 minuten per dag, 3 weken lang", 30), ("af en toe", None)],
)
def test_the_longest_time_at_once_counts(time: str, told: int | None) -> None:
    action = replace(content().actions[0], time=time)
    assert minutes(action) == told
    ranked = (Ranked(action, 0, ()),)
    assert (found(ranked, Filters(short=True)) == ranked) is (told == 30)
