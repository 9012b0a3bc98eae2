"""Text in lines that fit: the measuring and breaking behind every painted page.

Lengths are in the units of whoever paints. Widths grow exactly with the size of the font,
because there is no hinting (`theme.font`), so a word is measured once at a large size.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from widgets.theme import Colours, font

_MEASURED_AT: Final = 400
ASCENT: Final = 0.95
DESCENT: Final = 0.29
"""Of Atkinson Hyperlegible, in sizes."""
LETTERS_UP: Final = 0.76
LETTERS_DOWN: Final = 0.23
"""How far the letters themselves reach above and below their line, in sizes."""
MOST_BALANCED: Final = 5
"""In more lines than this nobody sees how long the last one is."""
_STEP: Final = 0.97
"""From one size to try to the next."""
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_MONTHS: Final = (
    "januari februari maart april mei juni juli augustus september oktober november december "
    "january february march may june july august october "
    "jan feb mrt apr jun jul aug sep sept okt nov dec mar oct"
)
_TOGETHER: Final = (
    re.compile(r"(?<=[€$£]) (?=\d)"),
    re.compile(r"(?<= /) "),
    re.compile(rf"(?<=\d) (?=(?:{'|'.join(_MONTHS.split())})\b)", re.IGNORECASE),
)


class Align(Enum):
    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one weight and colour role. A newline breaks the line."""

    text: str
    role: str = "ink"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """How a text wants to be set: as large as `size` and, where it must, down to `floor`.

    `line` is the line height and `tracking` the extra room after a letter, both in sizes.
    `balanced`: lines of about equal length.
    """

    size: float
    floor: float
    line: float = 1.25
    align: Align = Align.LEFT
    tracking: float = 0.0
    balanced: bool = False
    max_lines: int | None = None


class _Piece(NamedTuple):
    """Part of a word in one run."""

    text: str
    run: Run


_Word = tuple[_Piece, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    pieces: tuple[_Piece, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Setting:
    """A text broken into lines at a size.

    `fits`: within the given height and number of lines; `whole`: no word had to be cut.
    """

    lines: tuple[_Line, ...]
    size: float
    style: Style
    fits: bool = True
    whole: bool = True

    @property
    def width(self) -> float:
        return max((line.width for line in self.lines), default=0.0)

    @property
    def line_height(self) -> float:
        return self.size * self.style.line

    @property
    def height(self) -> float:
        return len(self.lines) * self.line_height

    @property
    def text(self) -> str:
        lines = ("".join(piece.text for piece in line.pieces) for line in self.lines)
        return " ".join(lines).replace(_NO_BREAK, " ")

    def ink(self, x: float, y: float, width: float) -> Iterator[tuple[float, float, float, float]]:
        """Yield x, y, width, height of the letters of each line, set from (x, y)."""
        for number, line in enumerate(self.lines):
            left = x + (width - line.width) * self.style.align.value
            top = self._baseline(y, number) - LETTERS_UP * self.size
            yield left, top, line.width, (LETTERS_UP + LETTERS_DOWN) * self.size

    def paint(self, painter: QPainter, x: float, y: float, width: float, colours: Colours) -> None:
        """Draw the lines in the column that starts at (x, y)."""
        for number, line in enumerate(self.lines):
            at = x + (width - line.width) * self.style.align.value
            baseline = self._baseline(y, number)
            for run, pieces in groupby(line.pieces, key=_run_of):
                text = "".join(piece.text for piece in pieces)
                painter.setFont(_font_of(run, self.size, self.style.tracking))
                painter.setPen(colours.of(run.role))
                painter.drawText(QPointF(at, baseline), text)
                at += _width(text, run, self.size, self.style.tracking)

    def _baseline(self, y: float, number: int) -> float:
        leading = self.line_height - (ASCENT + DESCENT) * self.size
        return y + number * self.line_height + leading / 2 + ASCENT * self.size


def plain(text: str, role: str = "ink", *, bold: bool = False) -> tuple[Run, ...]:
    return (Run(text, role, bold),)


def fitted(runs: Sequence[Run], style: Style, width: float, height: float | None = None) -> Setting:
    """Return the text at the largest size, not under the floor, that fits the column.

    What does not fit at the floor either comes back at the floor with `fits` False.
    """
    return _fitted(tuple(runs), style, width, height)


# Most of a page stays as it is when one number of it changes.
@lru_cache(maxsize=512)
def _fitted(runs: tuple[Run, ...], style: Style, width: float, height: float | None) -> Setting:
    words = _words(runs)
    size = style.size
    while True:
        made = _set(words, style, size, width)
        room = height is None or made.height <= height + 0.01
        lines = style.max_lines is None or len(made.lines) <= style.max_lines
        if made.whole and room and lines:
            return _balanced(words, made, width) if style.balanced else made
        if size <= style.floor:
            return replace(made, fits=room and lines)
        # Whole sizes: a font knows no others.
        size = max(style.floor, min(size - 1, round(size * _STEP)))


def _set(words: Sequence[_Word], style: Style, size: float, width: float) -> Setting:
    lines: list[_Line] = []
    whole = True
    row: list[_Piece] = []
    filled = 0.0
    for word in words:
        if word[0].text == "\n":
            lines.append(_line(row, size, style.tracking))
            row, filled = [], 0.0
            continue
        space = _width(" ", word[0].run, size, style.tracking) if row else 0.0
        wide = _word_width(word, size, style.tracking)
        if row and filled + space + wide > width + 0.01:
            lines.append(_line(row, size, style.tracking))
            row, filled, space = [], 0.0, 0.0
        if wide > width + 0.01:
            *full, word = _broken(word, size, style.tracking, width)
            whole = whole and all(part[-1].text in "-/" for part in full)
            lines += (_line(part, size, style.tracking) for part in full)
            wide = _word_width(word, size, style.tracking)
        if row:
            row.append(_Piece(" ", row[-1].run))
        row += word
        filled += space + wide
    if row:
        lines.append(_line(row, size, style.tracking))
    return Setting(tuple(lines), size, style, whole=whole)


def _balanced(words: Sequence[_Word], made: Setting, width: float) -> Setting:
    """Return the same number of lines in the narrowest column that still holds them."""
    if not 2 <= len(made.lines) <= MOST_BALANCED or any(word[0].text == "\n" for word in words):
        return made
    low, high, best = width / 2, width, made
    for _ in range(12):
        middle = (low + high) / 2
        tried = _set(words, made.style, made.size, middle)
        if tried.whole and len(tried.lines) == len(made.lines):
            best, high = tried, middle
        else:
            low = middle
    return best


def _broken(word: _Word, size: float, tracking: float, width: float) -> list[_Word]:
    """Return parts of a word that fit the width, cut after a hyphen where that is possible."""
    parts: list[_Word] = []
    part: list[_Piece] = []
    for letter in (_Piece(letter, piece.run) for piece in word for letter in piece.text):
        if part and _word_width((*part, letter), size, tracking) > width:
            cut = max((n + 1 for n, one in enumerate(part) if one.text in "-/"), default=len(part))
            parts.append(tuple(part[:cut]))
            part = part[cut:]
        part.append(letter)
    return [*parts, tuple(part)]


def _line(pieces: Sequence[_Piece], size: float, tracking: float) -> _Line:
    joined = tuple(
        _Piece("".join(one.text for one in same), run) for run, same in groupby(pieces, key=_run_of)
    )
    return _Line(joined, sum(_width(one.text, one.run, size, tracking) for one in joined))


def _words(runs: Sequence[Run]) -> tuple[_Word, ...]:
    """Return the words; runs without a space between them share a word."""
    words: list[_Word] = []
    open_word: list[_Piece] = []
    for run in runs:
        for part in re.split(r"([ \n])", _kept_together(run.text)):
            if part in (" ", "\n"):
                if open_word:
                    words.append(tuple(open_word))
                open_word = []
                if part == "\n":
                    words.append((_Piece("\n", run),))
            elif part:
                open_word.append(_Piece(part, run))
    if open_word:
        words.append(tuple(open_word))
    return tuple(words)


def _kept_together(text: str) -> str:
    for pattern in _TOGETHER:
        text = pattern.sub(_NO_BREAK, text)
    return text


def _run_of(piece: _Piece) -> Run:
    return piece.run


def _word_width(word: Sequence[_Piece], size: float, tracking: float) -> float:
    return sum(_width(piece.text, piece.run, size, tracking) for piece in word)


def _width(text: str, run: Run, size: float, tracking: float) -> float:
    return (_advance(text, run.bold) + len(text) * tracking) * size


@lru_cache(maxsize=8192)
def _advance(text: str, bold: bool) -> float:  # noqa: FBT001 (part of the key of the cache)
    return QFontMetricsF(font(_MEASURED_AT, bold=bold)).horizontalAdvance(text) / _MEASURED_AT


def _font_of(run: Run, size: float, tracking: float) -> QFont:
    made = font(size, bold=run.bold)
    if tracking:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking * size)
    return made
