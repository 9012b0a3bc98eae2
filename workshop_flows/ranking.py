"""Which actions of the library come first for this firm, and why each stands there."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from workshop_flows.content import Action
from workshop_flows.vocabulary import AxisId, Sector


class Why(StrEnum):
    FOCUS = "focus"
    BUILDS_ON = "builds_on"
    COMING = "coming"
    SECTOR = "sector"


WEIGHT = {Why.FOCUS: 8, Why.BUILDS_ON: 3, Why.COMING: 3, Why.SECTOR: 2}
SECOND_AXIS_WEIGHT = 5
SHORTEST_STEM = 4


class Reason(Struct, frozen=True):
    """Why an action fits; `about` is the axis id, or the team's own text it ties to."""

    why: Why
    about: str


class Ranked(Struct, frozen=True):
    """An action with its weight and its reasons, the strongest first."""

    action: Action
    weight: int
    reasons: tuple[Reason, ...]


class Wishes(Struct, frozen=True, kw_only=True):
    """What the ranking looks at; `coming` includes the firm's own question."""

    focus: tuple[AxisId, ...]
    sector: Sector
    coming: tuple[str, ...] = ()
    already_doing: tuple[str, ...] = ()


def rank(actions: Iterable[Action], wishes: Wishes) -> tuple[Ranked, ...]:
    """Return the actions that fit the trade, best first; the library's order breaks ties."""
    ranked = [
        _ranked(action, wishes)
        for action in actions
        if not action.sectors or wishes.sector in action.sectors or wishes.sector is Sector.OTHER
    ]
    return tuple(sorted(ranked, key=lambda one: (-one.weight, one.action.id)))


def _ranked(action: Action, wishes: Wishes) -> Ranked:
    reasons: list[tuple[int, Reason]] = []
    for place, axis in enumerate(action.axes):
        if axis in wishes.focus:
            weight = SECOND_AXIS_WEIGHT if place else WEIGHT[Why.FOCUS]
            reasons.append((weight, Reason(Why.FOCUS, axis)))
    for why, texts in ((Why.BUILDS_ON, wishes.already_doing), (Why.COMING, wishes.coming)):
        tied = next((text for text in texts if _ties(action, text)), None)
        if tied is not None:
            reasons.append((WEIGHT[why], Reason(why, tied)))
    if wishes.sector in action.sectors:
        reasons.append((WEIGHT[Why.SECTOR], Reason(Why.SECTOR, wishes.sector)))
    reasons.sort(key=lambda one: -one[0])
    return Ranked(action, sum(weight for weight, _ in reasons), tuple(one for _, one in reasons))


def _ties(action: Action, text: str) -> bool:
    """Tell whether a word of the text begins with a keyword; a short keyword is the whole word.

    So 'elektr' ties 'elektrische', and 'ai' does not tie 'airco'.
    """
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    return any(
        word.startswith(keyword) if len(keyword) >= SHORTEST_STEM else word == keyword
        for word in words
        for keyword in action.keywords
    )
