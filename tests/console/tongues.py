"""Which language a text is in, by the catalogues and the contents."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import msgspec

from app.content import load_content
from tests.test_catalogue import texts

UNFILLED: Final = re.compile(r"\{\w+\}")
FEWEST_LETTERS: Final = 4
"""A shorter text, as 'min' or 'x 2', may stand in any language."""
ROOM: Final = ("projector", "stage")
"""Texts that the room reads: the console repeats them in the language of the session."""
TELLING: Final = 20
"""So many letters of a text are found again in a longer one."""


def is_key(text: str) -> bool:
    return text in _keys()


@cache
def _keys() -> frozenset[str]:
    return frozenset(texts("nl"))


def is_unfilled(text: str) -> bool:
    return UNFILLED.search(text) is not None


@cache
def is_only(text: str, language: str) -> bool:
    """Tell whether a text of the console is of this language, and not of the other too."""
    other = "en" if language == "nl" else "nl"
    if _is_of(text, other) or text in _content(other) or text.startswith("<"):
        return False
    of_room = _is_of(text, language, ROOM) or is_content(text, language)
    return _is_of(text, language) and not of_room


def is_dutch(text: str) -> bool:
    """Tell whether a text, of the console or the room, is Dutch and not English too."""
    if _is_of(text, "en") or text in _content("en"):
        return False
    return _is_of(text, "nl") or is_content(text, "nl")


@cache
def is_content(text: str, language: str) -> bool:
    """Tell whether the facilitator reads this in the language of the session."""
    other = "en" if language == "nl" else "nl"
    found = _content(language) - _content(other)
    return text in found or any(one in text for one in found if len(one) >= TELLING)


def _is_of(text: str, language: str, areas: tuple[str, ...] = ()) -> bool:
    whole, patterns = _forms(language, areas)
    return text in whole or any(one.fullmatch(text) for one in patterns)


@cache
def _forms(
    language: str, areas: tuple[str, ...]
) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    forms = [form for found in texts(language, *areas).values() for form in found]
    long = [form for form in forms if len(UNFILLED.sub("", form).strip()) >= FEWEST_LETTERS]
    patterns = tuple(_pattern(form) for form in long if is_unfilled(form))
    return frozenset(form for form in long if not is_unfilled(form)), patterns


def _pattern(form: str) -> re.Pattern[str]:
    parts = UNFILLED.split(form)
    return re.compile(".+".join(re.escape(part) for part in parts), re.DOTALL)


@cache
def _content(language: str) -> frozenset[str]:
    content = load_content("nl" if language == "nl" else "en")
    return frozenset(_strings(msgspec.to_builtins(content)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)
