"""Which actions come first, and why."""

import pytest

from tests.core.builders import content
from workshop_flows.ranking import Reason, Why, Wishes, rank
from workshop_flows.vocabulary import AXES, AxisId, Sector


def wishes(**changes: object) -> Wishes:
    usual: dict[str, object] = {"focus": (AxisId.G3,), "sector": Sector.GARAGE}
    return Wishes(**{**usual, **changes})  # type: ignore[arg-type]


def test_actions_of_the_focus_come_first_and_say_so() -> None:
    ranked = rank(content().actions, wishes())
    first = ranked[0]
    assert first.action.axes[0] is AxisId.G3
    assert first.reasons[0] == Reason(Why.FOCUS, AxisId.G3)
    weights = [one.weight for one in ranked]
    assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize("sector", list(Sector))
def test_actions_of_other_trades_are_left_out(sector: Sector) -> None:
    ranked = rank(content().actions, wishes(sector=sector))
    for one in ranked:
        assert sector is Sector.OTHER or not one.action.sectors or sector in one.action.sectors
    assert len(ranked) == len(content().actions) or sector is not Sector.OTHER


def test_what_is_coming_and_what_they_do_already_lift_an_action() -> None:
    plain = {one.action.id: one for one in rank(content().actions, wishes(focus=()))}
    tied = rank(content().actions, wishes(focus=(), coming=("Werken met AI",)))
    lifted = [one for one in tied if any(reason.why is Why.COMING for reason in one.reasons)]
    assert lifted
    assert all(one.weight > plain[one.action.id].weight for one in lifted)
    assert all(Reason(Why.COMING, "Werken met AI") in one.reasons for one in lifted)


@pytest.mark.parametrize(
    ("text", "tied"),
    [("Werken met AI", True), ("ai.", True), ("Nieuwe airco's", False), ("Meer in Dubai", False)],
)
def test_a_short_keyword_ties_as_a_whole_word_only(text: str, tied: bool) -> None:
    ranked = rank(content().actions, wishes(focus=(), coming=(text,)))
    [hour] = [one for one in ranked if one.action.id == 25]
    assert (Reason(Why.COMING, text) in hour.reasons) is tied


def test_an_action_that_builds_on_what_they_do_says_on_what() -> None:
    text = "Iedere vrijdag een storing navertellen"
    ranked = rank(content().actions, wishes(already_doing=(text,)))
    builds = [reason for one in ranked for reason in one.reasons if reason.why is Why.BUILDS_ON]
    assert builds
    assert {reason.about for reason in builds} == {text}


def test_without_focus_the_order_of_the_library_decides_among_equals() -> None:
    ranked = rank(content().actions, Wishes(focus=AXES[:0], sector=Sector.OTHER))
    assert [one.action.id for one in ranked] == sorted(one.id for one in content().actions)
    assert all(one.reasons == () for one in ranked)
