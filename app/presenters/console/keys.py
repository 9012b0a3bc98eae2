"""Keys in words: what stands on them, and what they do now."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from app.keys import DIGITS, KEYS, LESS, Intent
from resources.catalogue import Catalogue
from widgets.console.views_frame import Hint

MOST_HINTS: Final = 4
_TOGETHER: Final = ((DIGITS, "keys.digits"), (LESS, "keys.less"))
"""Keys that do the same for a number, shown as one; none of them works in a text."""


def key_words(texts: Catalogue, key: str) -> str:
    """Return what stands on a key: 'Ctrl Enter' for 'Ctrl+Return', in this language."""
    parts = [key] if len(key) == 1 else key.split("+")
    if len(key) > 1 and key.endswith("+"):
        parts = [*key[:-1].rstrip("+").split("+"), "+"]
    return " ".join(_part(texts, part) for part in parts)


def keycap(texts: Catalogue, intent: Intent, *, typing: bool = False) -> str:
    """Return the key to press for an intent now; '' when none works.

    While someone types only the keys work that no text can hold.
    """
    rows = [row for row in KEYS if row.intent is intent and (row.in_text or not typing)]
    rows.sort(key=lambda row: row.in_text)
    return key_words(texts, rows[0].keys[0]) if rows else ""


def keycap_anywhere(texts: Catalogue, intent: Intent) -> str:
    """Return the key that works in a text field too, where there is one."""
    return keycap(texts, intent, typing=True) or keycap(texts, intent)


def hints(
    texts: Catalogue,
    wanted: Iterable[Intent],
    offered: Collection[Intent],
    words: Mapping[Intent, str],
    *,
    typing: bool = False,
) -> tuple[Hint, ...]:
    """Return the hints for the bar at the bottom, with 'alle toetsen' as the last.

    `words` are a page's own words for what its keys do.
    """
    found: list[Hint] = []
    for intent in wanted:
        works = keycap(texts, intent, typing=typing) != ""
        useful = intent is not Intent.HELP and (typing or intent is not Intent.LEAVE)
        if intent in offered and works and useful:
            hint = _hint(texts, intent, offered, words, typing=typing)
            if hint is not None and hint not in found:
                found.append(hint)
    last = Hint(key=keycap(texts, Intent.HELP), words=texts.text("keys.help.short"))
    return (*found[: MOST_HINTS - 1], last)


def all_hints(
    texts: Catalogue, offered: Collection[Intent], words: Mapping[Intent, str]
) -> tuple[Hint, ...]:
    """Return every key that works now, in the order of the table of keys."""
    found: dict[Hint, None] = {}
    for row in KEYS:
        if row.intent in offered:
            hint = _hint(texts, row.intent, offered, words, typing=False)
            if hint is not None:
                found[hint] = None
    return tuple(found)


def every_key(texts: Catalogue, intent: Intent) -> tuple[str, ...]:
    """Return all keys for an intent."""
    rows = (row for row in KEYS if row.intent is intent)
    return tuple(dict.fromkeys(key_words(texts, key) for row in rows for key in row.keys))


def _hint(
    texts: Catalogue,
    intent: Intent,
    offered: Collection[Intent],
    words: Mapping[Intent, str],
    *,
    typing: bool,
) -> Hint | None:
    for together, usual in _TOGETHER:
        if intent in together:
            return _one_for_all(texts, [one for one in together if one in offered], usual, words)
    cap = keycap(texts, intent, typing=typing)
    told = words.get(intent) or texts.text(f"keys.{intent}")
    return Hint(key=cap, words=told) if cap else None


def _one_for_all(
    texts: Catalogue, numbers: list[Intent], usual: str, words: Mapping[Intent, str]
) -> Hint:
    """Return one hint for the keys of several numbers."""
    told = next((words[one] for one in numbers if one in words), texts.text(usual))
    return Hint(key=_span([keycap(texts, one) for one in numbers]), words=told)


def _span(caps: list[str]) -> str:
    """Return 'Alt 1–3' for 'Alt 1', 'Alt 2', 'Alt 3'."""
    if len(caps) == 1:
        return caps[0]
    return f"{caps[0]}\N{EN DASH}{caps[-1].split(' ')[-1]}"


def _part(texts: Catalogue, part: str) -> str:
    if len(part) == 1 or (part[0] == "F" and part[1:].isdigit()):
        return part
    return texts.text(f"keys.key.{part}")
