"""One line of text: its words from left to right, as glyphs ready to be written.

Widths and places are in sizes of the font.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Final, NamedTuple

from reports.fonts import Face, Word, word

_OWN: Final = frozenset(Face)


class Span(NamedTuple):
    """Text in one face and colour; `role` is the name of a colour of the design."""

    text: str
    face: Face = Face.REGULAR
    role: str = "ink"

    @property
    def word(self) -> Word:
        return word(self.text, self.face)


Spans = tuple[Span, ...]


class Token(NamedTuple):
    """Spans without a place to break; `space` is the gap before them on a line."""

    spans: Spans
    width: float
    space: float


class Glyphs(NamedTuple):
    """Neighbouring characters of one look; `x` from the start of the line."""

    font: str
    scale: float
    role: str
    heavy: bool
    text: str
    x: float


@dataclass(frozen=True)
class Line:
    """The tokens of a line, in the order in which they are read."""

    tokens: tuple[Token, ...]

    @cached_property
    def width(self) -> float:
        spaces = sum(token.space for token in self.tokens[1:])
        return spaces + sum(token.width for token in self.tokens)

    @cached_property
    def glyphs(self) -> tuple[Glyphs, ...]:
        """The glyphs from left to right, what looks alike as one."""
        return tuple(_glyphs(self.tokens))


def _glyphs(tokens: tuple[Token, ...]) -> Iterator[Glyphs]:
    now: Glyphs | None = None
    x = 0.0
    for space, role, one in _in_visual_order(tokens):
        x += space
        gap = " " if space else ""
        for piece in one.pieces:
            look = (piece.font, piece.scale, role, piece.heavy)
            if now and now[:4] == look and (not gap or piece.font in _OWN):
                now = now._replace(text=now.text + gap + piece.text)
            else:
                if now:
                    # A space that is there to be read: the place of what follows is given.
                    yield now._replace(text=now.text + gap) if now.font in _OWN else now
                now = Glyphs(*look, piece.text, x)
            x += piece.width
            gap = ""
    if now:
        yield now


def _in_visual_order(tokens: tuple[Token, ...]) -> Iterator[tuple[float, str, Word]]:
    """Yield space before, role and word; neighbours that run from right to left are turned."""
    words = [
        (token.space if number and not place else 0.0, span.role, span.word)
        for number, token in enumerate(tokens)
        for place, span in enumerate(token.spans)
    ]
    for turned, group in groupby(words, key=_is_turned):
        run = list(group)
        if turned:
            spaces = (run[0][0], *(space for space, _, _ in run[:0:-1]))
            run = [
                (space, role, one) for space, (_, role, one) in zip(spaces, run[::-1], strict=True)
            ]
        yield from run


def _is_turned(placed: tuple[float, str, Word]) -> bool:
    return placed[2].right_to_left
