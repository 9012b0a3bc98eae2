"""Icons of the Phosphor set as outlines, so that they are sharp at every size.

The font and its list of names come with the package qtawesome; its code is not used,
because it keeps a global object with the fonts of eight sets.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from msgspec import json
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter, QPainterPath, QRawFont, QTransform

from widgets.theme import Colours

_EM: Final = 256.0


def _folder() -> Path:
    spec = find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("qtawesome")
    return Path(spec.submodule_search_locations[0]) / "fonts"


@cache
def _names() -> dict[str, str]:
    """Return the code point of each icon, in hexadecimal."""
    source = next(_folder().glob("phosphor-charmap-*.json"))
    return json.decode(source.read_bytes(), type=dict[str, str])


def _font() -> QRawFont:
    # Not kept: a font that outlives the application takes it down at the end.
    source = next(_folder().glob("phosphor-[0-9]*.ttf"))
    return QRawFont(str(source), _EM, QFont.HintingPreference.PreferNoHinting)


@cache
def outline(name: str) -> QPainterPath:
    """Return the outline of an icon in a square from (0, 0) to (1, 1), y downwards.

    Raise KeyError for a name that the set does not have.
    """
    font = _font()
    glyph = font.glyphIndexesForString(chr(int(_names()[name].removeprefix("0x"), 16)))[0]
    # The set's ascent fills the em: the baseline is the lower edge of the square.
    to_square = QTransform.fromScale(1 / _EM, 1 / _EM).translate(0, font.ascent())
    return to_square.map(font.pathForGlyph(glyph))


def paint_icon(painter: QPainter, name: str, place: QRectF, role: str, colours: Colours) -> None:
    """Fill the icon into a square place."""
    painter.save()
    painter.translate(place.topLeft())
    painter.scale(place.width(), place.height())
    painter.fillPath(outline(name), colours.of(role))
    painter.restore()
