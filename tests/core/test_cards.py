"""The most chosen, and a card that becomes an afspraak."""

import pytest
from msgspec.structs import replace

from tests.core.builders import content
from workshop_flows.cards import afspraak_of, agreed_on, card_title, is_edited, leading, taken_off
from workshop_flows.state import Card, ChoiceCounts, Draft
from workshop_flows.vocabulary import AxisId

LIBRARY = Card(axis=AxisId.G2, action=26)
OWN = Card(axis=AxisId.A3, title="Kijken bij Smit")


@pytest.mark.parametrize(
    ("counts", "first"),
    [
        ((7, 6, 4, 1, 1, 1, 0), (0, 1, 2)),
        ((0, 2, 0, 5, 0, 0, 0), (3, 1)),
        ((5, 3, 3, 3, 0, 0, 0), (0,)),
        ((2, 2, 2, 2, 0, 0, 0), ()),
        ((4, 1, 0, 0, 0, 0, 0), (0,)),
        ((0, 0, 0, 0, 0, 0, 0), ()),
    ],
)
def test_the_most_chosen_come_first_and_a_tie_is_not_broken(
    counts: tuple[int, ...], first: tuple[int, ...]
) -> None:
    assert leading(ChoiceCounts(counts=counts, ballots=10), 3) == first


def test_without_a_choice_nothing_leads() -> None:
    assert leading(None, 3) == ()


@pytest.mark.parametrize("card", [LIBRARY, OWN])
def test_a_card_becomes_an_afspraak_once(card: Card) -> None:
    draft = agreed_on(card, Draft(keeper="Anouk"), content())
    afspraak = afspraak_of(card, draft)
    assert afspraak is not None
    assert (afspraak.title, afspraak.axis) == (card_title(card, content()), card.axis)
    assert agreed_on(card, draft, content()) == draft
    assert draft.keeper == "Anouk"


def test_what_was_written_is_kept_and_told() -> None:
    draft = agreed_on(OWN, agreed_on(LIBRARY, Draft(), content()), content())
    assert not is_edited(LIBRARY, draft, content())
    first, second = draft.afspraken
    written = replace(draft, afspraken=(replace(first, who="Youssef"), second))
    assert is_edited(LIBRARY, written, content())
    assert not is_edited(OWN, written, content())
    assert agreed_on(LIBRARY, written, content()) == written
    assert taken_off(OWN, written).afspraken == (replace(first, who="Youssef"),)


def test_taking_off_what_is_not_there_changes_nothing() -> None:
    draft = agreed_on(LIBRARY, Draft(), content())
    assert taken_off(OWN, draft) == draft
    assert not is_edited(OWN, draft, content())
