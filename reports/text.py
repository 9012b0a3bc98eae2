"""Running text: spans of words, broken into lines.

All of it is pure and cached: the same spans at the same measure give the same lines, so
that a page may be tried at several sizes at little cost. Widths are in sizes of the font.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from reports.fonts import printable, word
from reports.line import Line, Span, Spans, Token

NO_BREAK: Final = "\u00a0"
_BREAK_AFTER: Final = "-/@._+&"
_TOLERANCE: Final = 1e-6


def width_of(spans: Spans) -> float:
    """Return the width of the spans on one line."""
    return Line(_tokens(spans)).width


@lru_cache(maxsize=4096)
def broken(spans: Spans, measure: float) -> tuple[Line, ...]:
    """Return the lines of at most `measure`; no character is lost but the spaces at breaks.

    A word that is too wide for a line is broken, after a hyphen or a dot where it has one.
    """
    lines: list[Line] = []
    line: list[Token] = []
    used = 0.0
    for token in _tokens(spans):
        if line and used + token.space + token.width <= measure + _TOLERANCE:
            line.append(token)
            used += token.space + token.width
            continue
        if line:
            lines.append(Line(tuple(line)))
        while token.width > measure + _TOLERANCE and _length(token) > 1:
            head, token = _split(token, measure)
            lines.append(Line((head,)))
        line, used = [token], token.width
    if line:
        lines.append(Line(tuple(line)))
    return tuple(lines)


@lru_cache(maxsize=4096)
def _tokens(spans: Spans) -> tuple[Token, ...]:
    """Cut the spans at their spaces; where two spans touch, nothing may break."""
    found: list[Token] = []
    touching: list[Span] = []
    for span in spans:
        for piece in _pieces(printable(span.text)):
            if piece:
                touching.append(span._replace(text=piece))
            elif touching:
                found.append(_token(touching, found))
                touching.clear()
    if touching:
        found.append(_token(touching, found))
    return tuple(found)


def _pieces(text: str) -> Iterator[str]:
    """Yield the words of a text, and an empty piece for every space that may break."""
    # str.split knows a no-break space as a space, so that one steps aside for a moment.
    words = text.replace(NO_BREAK, "\0").split()
    if text[:1].isspace() and not text.startswith(NO_BREAK):
        yield ""
    for number, one in enumerate(words):
        if number:
            yield ""
        yield one.replace("\0", NO_BREAK)
    if words and text[-1:].isspace() and not text.endswith(NO_BREAK):
        yield ""


def _token(spans: Sequence[Span], before: Sequence[Token] = ()) -> Token:
    """Return a token; the space before it belongs to the face of the word it follows."""
    width = sum(span.word.width for span in spans)
    face = before[-1].spans[-1].face if before else spans[0].face
    return Token(tuple(spans), width, word(" ", face).width)


def _length(token: Token) -> int:
    return sum(len(span.text) for span in token.spans)


def _split(token: Token, measure: float) -> tuple[Token, Token]:
    """Return as much of a too wide token as fits, at least a character, and the rest."""
    head: list[Span] = []
    rest = list(token.spans)
    room = measure
    while len(rest) > 1 and rest[0].word.width <= room:
        room -= rest[0].word.width
        head.append(rest.pop(0))
    first = rest[0]
    at = _break_at(first, room, at_least=0 if head else 1)
    if at:
        head.append(first._replace(text=first.text[:at]))
    rest[0] = first._replace(text=first.text[at:])
    return _token(head), _token([span for span in rest if span.text])


def _break_at(span: Span, room: float, at_least: int) -> int:
    """Return how many characters of the span come before the break."""
    low, high = at_least, len(span.text) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if word(span.text[:middle], span.face).width <= room:
            low = middle
        else:
            high = middle - 1
    for at in range(low, max(at_least, low * 2 // 3), -1):
        if span.text[at - 1] in _BREAK_AFTER:
            return at
    while low > max(at_least, 1) and unicodedata.combining(span.text[low]):
        low -= 1
    return low
