"""Looking through the library of actions: by axis, money, time, kind and words."""

import re
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from workshop_flows.content import Action
from workshop_flows.ranking import Ranked
from workshop_flows.vocabulary import AxisId

SHORT: Final = 30
"""Minutes at a time that still count as short."""
_UNITS: Final = {
    "minuut": 1,
    "minuten": 1,
    "minute": 1,
    "minutes": 1,
    "uur": 60,
    "hour": 60,
    "hours": 60,
    "avond": 180,
    "evening": 180,
    "dag": 480,
    "dagen": 480,
    "day": 480,
    "days": 480,
}
_TIME: Final = re.compile(
    rf"(?:\d+ (?:tot|to) )?(\d+) ({'|'.join(sorted(_UNITS, reverse=True))})\b", re.ASCII
)


class Filters(Struct, frozen=True, kw_only=True):
    """What is asked of an action; all of it must hold, and what is empty asks nothing.

    `axes` and `kinds`: one of them. `words`: each must occur, as the beginning of a word.
    """

    axes: tuple[AxisId, ...] = ()
    kinds: tuple[str, ...] = ()
    free: bool = False
    short: bool = False
    words: str = ""


def found(ranked: Iterable[Ranked], filters: Filters) -> tuple[Ranked, ...]:
    """Return the actions that fit, in the order in which they came."""
    return tuple(one for one in ranked if _fits(one.action, filters))


def minutes(action: Action) -> int | None:
    """Return how long it takes at a time, at most; None when its words do not tell."""
    told = _TIME.search(action.time.casefold())
    return None if told is None else int(told[1]) * _UNITS[told[2]]


def _fits(action: Action, filters: Filters) -> bool:
    if filters.axes and not set(filters.axes) & set(action.axes):
        return False
    if filters.kinds and action.kind not in filters.kinds:
        return False
    if filters.free and action.cost != (0, 0):
        return False
    if filters.short and not _is_short(action):
        return False
    return _says(action, filters.words)


def _is_short(action: Action) -> bool:
    time = minutes(action)
    return time is not None and time <= SHORT


def _says(action: Action, words: str) -> bool:
    texts = (action.title, action.yields, action.first_step, *action.keywords)
    said = _split(" ".join(texts))
    return all(any(one.startswith(word) for one in said) for word in _split(words))


def _split(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text.casefold()).split()
