"""The fonts of paper, and which of them a text needs.

Atkinson Hyperlegible sets everything it has; a character it lacks comes from Noto Sans or
Noto Sans Arabic, and one that no font has prints as the empty box of Atkinson. The fallback
has one weight: bold is the same glyph with an outline (`Piece.heavy`).
"""

import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from itertools import groupby
from typing import Final, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from reports.right_to_left import is_right_to_left, visual_order


class Face(StrEnum):
    """The faces of Atkinson Hyperlegible; a face is its own name in reportlab."""

    REGULAR = "Atkinson-Regular"
    BOLD = "Atkinson-Bold"
    ITALIC = "Atkinson-Italic"

    # Faces are part of every key that caches a text, and Enum's own hash is slow.
    __hash__ = str.__hash__


LATIN: Final = "Noto-Sans"
ARABIC: Final = "Noto-Sans-Arabic"

_ATKINSON: Final = "fontpkg_atkinson_hyperlegible"
_SOURCES: Final = {
    Face.REGULAR: (_ATKINSON, "AtkinsonHyperlegible-Regular.ttf"),
    Face.BOLD: (_ATKINSON, "AtkinsonHyperlegible-Bold.ttf"),
    Face.ITALIC: (_ATKINSON, "AtkinsonHyperlegible-Italic.ttf"),
    LATIN: ("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf"),
    ARABIC: ("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf"),
}
_SCALES: Final = {LATIN: 0.94}
"""Noto's small letters are 8% taller than Atkinson's: smaller, the two read as one."""

HEAVY_STROKE: Final = 0.04
"""Width of the outline that makes a fallback glyph bold, in sizes of the font."""


class Piece(NamedTuple):
    """Characters of one font, in the order in which they are drawn; `width` at size 1."""

    font: str
    text: str
    width: float
    scale: float = 1.0
    heavy: bool = False


class Word(NamedTuple):
    """A text without a place to break, ready to draw; `width` at size 1."""

    pieces: tuple[Piece, ...]
    width: float
    right_to_left: bool = False


@cache
def font(name: str) -> TTFont:
    """Return the font of that name, loaded and registered with reportlab at the first call."""
    package, file = _SOURCES[name]
    data = (files(package) / "files" / file).read_bytes()
    # Without ASCII in every subset a document is a third of the size. Shaping is left to
    # `right_to_left`: that of reportlab adds characters to the font that outlive a document.
    loaded = TTFont(name, BytesIO(data), asciiReadable=False, shapable=False)
    pdfmetrics.registerFont(loaded)
    return loaded


def register() -> None:
    """Make the three faces known to reportlab; the fallbacks follow when a text needs them."""
    for face in Face:
        font(face)


@lru_cache(maxsize=8192)
def word(text: str, face: Face) -> Word:
    """Return `text`, which has no breaking space, in the fonts that have its characters."""
    text = printable(text)
    if _characters(face).issuperset(text):
        width = float(font(face).stringWidth(text, 1))
        return Word((Piece(face, text, width),), width)
    pieces = tuple(_pieces(visual_order(text), face))
    return Word(pieces, sum(piece.width for piece in pieces), is_right_to_left(text))


def printable(text: str) -> str:
    """Compose accents, and leave out what only steers other characters (joiners, marks)."""
    composed = unicodedata.normalize("NFC", text)
    if composed.isascii():
        return composed
    return "".join(one for one in composed if unicodedata.category(one) != "Cf")


@cache
def _characters(name: str) -> frozenset[str]:
    return frozenset(map(chr, font(name).face.charToGlyph))


def _pieces(text: str, face: Face) -> Iterator[Piece]:
    for name, characters in groupby(text, key=lambda one: _font_with(one, face)):
        run = "".join(characters)
        scale = _SCALES.get(name, 1.0)
        width = float(font(name).stringWidth(run, 1)) * scale
        yield Piece(name, run, width, scale, face is Face.BOLD and name != face)


def _font_with(character: str, face: Face) -> str:
    chain = (face, LATIN, ARABIC)
    return next((name for name in chain if character in _characters(name)), face)
