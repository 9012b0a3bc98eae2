"""Days as people type them: 'vr', '+7', '12-3', '12 maart', 'ma 17 nov'."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Final

_LONG_AGO: Final = timedelta(days=60)
"""A day without a year that is longer ago than this is meant to be next year."""


def read_day(text: str, today: date | None, language: str) -> date | None:
    """Return the day that `text` means on the day `today`, or None when it means none.

    Without `today` only a day with its year means one.
    """
    words = " ".join(text.lower().replace(".", " ").replace(",", " ").split())
    whole = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words)
    if whole:
        return _made(int(whole[1]), int(whole[2]), int(whole[3]))
    if today is not None:
        ahead = re.fullmatch(r"\+ ?(\d{1,3})", words)
        if ahead:
            return today + timedelta(days=int(ahead[1]))
        weekday = _weekdays(language).get(words)
        if weekday is not None:
            return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    return _read_parts(re.split(r"[ /-]+", words), today, language)


def _read_parts(parts: list[str], today: date | None, language: str) -> date | None:
    if parts[0] in _weekdays(language):
        parts = parts[1:]
    if len(parts) in (2, 3) and parts[0] in _months(language):
        parts = [parts[1], parts[0], *parts[2:]]
    if len(parts) not in (2, 3) or not re.fullmatch(r"\d{1,2}", parts[0]):
        return None
    day, month = int(parts[0]), _month(parts[1], language)
    if len(parts) == 3:
        return _made(_year(parts[2]), month, day)
    return None if today is None else _soon(month, day, today)


def _soon(month: int, day: int, today: date) -> date | None:
    found = _made(today.year, month, day)
    if found is not None and found >= today - _LONG_AGO:
        return found
    return _made(today.year + 1, month, day)


def _month(word: str, language: str) -> int:
    return int(word) if re.fullmatch(r"\d{1,2}", word) else _months(language).get(word, 0)


def _year(word: str) -> int:
    if not re.fullmatch(r"\d{2}|\d{4}", word):
        return 0
    return int(word) + (2000 if len(word) == 2 else 0)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _weekdays(language: str) -> dict[str, int]:
    """Return 0 for every name of Monday, and so on."""
    from babel import Locale

    return _numbers(Locale.parse(language).days)


@cache
def _months(language: str) -> dict[str, int]:
    from babel import Locale

    return _numbers(Locale.parse(language).months)


def _numbers(names: Mapping[str, Mapping[str, Mapping[int, str]]]) -> dict[str, int]:
    return {
        name.lower().rstrip("."): number
        for forms in names.values()
        for width in ("wide", "abbreviated")
        for number, name in forms[width].items()
    }
