"""Arabic script on a page that runs from left to right.

Letters get the form that fits their neighbours, and a run of right-to-left text is turned
into the order in which it is drawn. Readers of the PDF turn it back, so that the text can
be searched and copied. Enough for names and short sentences: vowel signs stay where the
font puts them.
"""

import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import Final

_LETTER: Final = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_RUN: Final = re.compile(f"{_LETTER}(?:[^A-Za-z\u00c0-\u02af\u0370-\u052f]*{_LETTER})?")
_NUMBER: Final = re.compile("[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,:/-][0-9]+)*")
_MIRRORED: Final = str.maketrans("()[]{}<>\u00ab\u00bb", ")(][}{><\u00bb\u00ab")
_LAM: Final = "\u0644"
_ALEFS: Final = "\u0622\u0623\u0625\u0627"


def is_right_to_left(text: str) -> bool:
    """Return whether a word without spaces runs from right to left as a whole."""
    return _RUN.fullmatch(text) is not None


def visual_order(text: str) -> str:
    """Return the characters of one line in the order in which they are drawn."""
    return _RUN.sub(_turned, text)


def _turned(run: re.Match[str]) -> str:
    clusters: list[str] = []
    for character in _joined(run.group()):
        if clusters and unicodedata.combining(character):
            clusters[-1] += character
        else:
            clusters.append(character)
    turned = "".join(reversed(clusters)).translate(_MIRRORED)
    return _NUMBER.sub(_turned_number, turned)


def _turned_number(number: re.Match[str]) -> str:
    return number.group()[::-1]


def _joined(text: str) -> str:
    """Give every letter the form that joins it to its neighbours; lam and alef become one."""
    found: list[str] = []
    letters = [at for at, one in enumerate(text) if not unicodedata.combining(one)]
    before: dict[int, int] = {after: at for at, after in pairwise(letters)}
    after: dict[int, int] = dict(pairwise(letters))
    swallowed: set[int] = set()
    for at, character in enumerate(text):
        if at in swallowed:
            continue
        forms = _forms().get(character, {})
        nearest = text[after[at]] if at in after else ""
        if character == _LAM and _LAM + nearest in _forms():
            forms = _forms()[_LAM + nearest]
            swallowed.add(after[at])
            nearest = ""
        joins_before = at in before and _reaches_on(text[before[at]])
        joins_after = "initial" in forms and "final" in _forms().get(nearest, {})
        found.append(
            forms.get(_name(joins_before=joins_before, joins_after=joins_after), character)
        )
    return "".join(found)


def _name(*, joins_before: bool, joins_after: bool) -> str:
    if joins_before:
        return "medial" if joins_after else "final"
    return "initial" if joins_after else "isolated"


def _reaches_on(character: str) -> bool:
    return "initial" in _forms().get(character, {})


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Return for a letter, or lam with its alef, the characters of its forms.

    From the compatibility decompositions of the Arabic presentation forms in Unicode.
    """
    found: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFDFF), *range(0xFE70, 0xFEFD)):
        kind, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        text = "".join(chr(int(letter, 16)) for letter in letters)
        joined = kind.strip("<>")
        if joined in ("isolated", "final", "initial", "medial") and _is_form(text):
            found.setdefault(text, {})[joined] = chr(code)
    found["\u0640"] = dict.fromkeys(("isolated", "final", "initial", "medial"), "\u0640")
    return found


def _is_form(text: str) -> bool:
    """Ligatures are a matter of taste, except the one of lam and alef."""
    return len(text) == 1 or (
        len(text) == 2 and text[0] == _LAM and text[1] in "\u0622\u0623\u0625\u0627"
    )
