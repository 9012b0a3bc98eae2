"""From what was chosen to what is agreed: the most chosen, and a card that becomes an afspraak."""

from msgspec.structs import replace

from workshop_flows.agreement import prefilled
from workshop_flows.content import Content
from workshop_flows.state import Card, ChoiceCounts, Draft
from workshop_flows.views import Afspraak


def leading(counts: ChoiceCounts | None, most: int) -> tuple[int, ...]:
    """Return the options that were chosen most, the first before the second; at most `most`.

    A tie is never broken: what stands level comes along together or not at all. What only one
    person chose never leads.
    """
    if counts is None:
        return ()
    order = sorted(range(len(counts.counts)), key=lambda index: -counts.counts[index])
    first: list[int] = []
    for votes in sorted(set(counts.counts) - {0, 1}, reverse=True):
        level = [index for index in order if counts.counts[index] == votes]
        if len(first) + len(level) > most:
            break
        first += level
    return tuple(first)


def card_title(card: Card, content: Content) -> str:
    action = None if card.action is None else content.action(card.action)
    return card.title or (action.title if action else "")


def afspraak_of(card: Card, draft: Draft) -> Afspraak | None:
    """Return the afspraak that the card became."""
    for one in draft.afspraken:
        same = one.title == card.title if card.action is None else one.action == card.action
        if same:
            return one
    return None


def agreed_on(card: Card, draft: Draft, content: Content) -> Draft:
    """Return the draft with an afspraak for the card; what was written stays as it is."""
    if afspraak_of(card, draft) is not None:
        return draft
    return replace(draft, afspraken=(*draft.afspraken, _made(card, content)))


def taken_off(card: Card, draft: Draft) -> Draft:
    afspraak = afspraak_of(card, draft)
    return replace(draft, afspraken=tuple(one for one in draft.afspraken if one != afspraak))


def is_edited(card: Card, draft: Draft, content: Content) -> bool:
    """Tell whether taking the card's afspraak off would lose something that was written."""
    return afspraak_of(card, draft) not in (None, _made(card, content))


def _made(card: Card, content: Content) -> Afspraak:
    action = None if card.action is None else content.action(card.action)
    if action is None:
        return Afspraak(axis=card.axis, title=card.title)
    return prefilled(action, card.axis)
