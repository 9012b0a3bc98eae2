"""One slip with a code: what it says, how high it is, and how it is drawn."""

from typing import Final

from msgspec import Struct

from reports.blocks import Stack
from reports.fonts import Face
from reports.ink import rgb
from reports.line import Span
from reports.paper import Paper
from reports.paragraph import Paragraph, Style
from reports.setting import SMALL

Modules = tuple[tuple[bool, ...], ...]
"""A QR code: rows from the top, True is dark."""

LINE: Final = Style(SMALL, 1.22)
PADDING: Final = (12.5, 5.5)
"""Left and right, and the least above and below."""
_CODE: Final = Style(29.0, 1.1)
_SPACING: Final = 0.1
"""Between the characters of a code, in sizes of the font."""
QR: Final = 55.7
"""What a slip leaves around it is more than the four modules that a phone needs."""
_DIAMOND: Final = 5.5
_AFTER_CODE: Final = 1.5


def text_width(width: float, *, with_qr: bool) -> float:
    """Return the width that a slip of `width` has for its texts."""
    return width - 2 * PADDING[0] - (QR + PADDING[0] if with_qr else 0.0)


class Slip(Struct, frozen=True):
    """The slip that all seats of a role get; only the code differs.

    `below` stands under the code. `marked`: with the diamond of an owner.
    """

    label: str
    below: Stack
    qr: Modules | None
    marked: bool

    def height(self, width: float) -> float:
        """Return the least height that holds everything."""
        return self._inner(width) + 2 * PADDING[1]

    def _inner(self, width: float) -> float:
        text = text_width(width, with_qr=self.qr is not None)
        under = _AFTER_CODE + self.below.height(text)
        return LINE.line_height + _CODE.line_height + under

    def draw(
        self, paper: Paper, place: tuple[float, float], size: tuple[float, float], code: str
    ) -> None:
        """Draw from `place`, the upper left corner, in `size`; lines to cut are not of it."""
        (left, top), (width, height) = place, size
        if self.qr:
            _draw_qr(paper, self.qr, left + width - PADDING[0] - QR, top - (height - QR) / 2)
        x, below = left + PADDING[0], top - (height - self._inner(width)) / 2
        aside = 0.0
        if self.marked:
            _draw_diamond(paper, x + _DIAMOND, below - LINE.line_height / 2)
            aside = 2 * _DIAMOND + 5.0
        text = text_width(width, with_qr=self.qr is not None)
        label = Paragraph((Span(self.label, role="ink_2"),), LINE)
        below -= label.draw(paper, x + aside, below, text - aside)
        below -= _draw_code(paper, code, x - 0.02 * _CODE.size, below) + _AFTER_CODE
        self.below.draw(paper, x, below, text)


def _draw_code(paper: Paper, code: str, x: float, top: float) -> float:
    for character in code:
        one = Span(character, Face.BOLD)
        width = one.word.width * _CODE.size
        Paragraph((one,), _CODE).draw(paper, x, top, width + 1)
        x += width + _SPACING * _CODE.size
    return _CODE.line_height


def _draw_diamond(paper: Paper, x: float, y: float) -> None:
    path = paper.canvas.beginPath()
    path.moveTo(x, y + _DIAMOND)
    for across, up in ((_DIAMOND, 0.0), (0.0, -_DIAMOND), (-_DIAMOND, 0.0)):
        path.lineTo(x + across, y + up)
    path.close()
    paper.canvas.setStrokeColor(rgb("ink"))
    paper.canvas.setLineWidth(1.9)
    paper.canvas.setLineJoin(1)
    paper.canvas.drawPath(path)


def _draw_qr(paper: Paper, modules: Modules, left: float, top: float) -> None:
    """Draw it as one path: between shapes of their own a thin white line could show."""
    side = QR / len(modules)
    path = paper.canvas.beginPath()
    for row, line in enumerate(modules):
        for first, length in _runs(line):
            path.rect(left + first * side, top - (row + 1) * side, length * side, side)
    paper.canvas.setFillColor(rgb("ink"))
    paper.canvas.drawPath(path, stroke=0, fill=1)


def _runs(line: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Return start and length of each run of dark modules."""
    padded = (False, *line, False)
    edges = [at for at in range(len(line) + 1) if padded[at] != padded[at + 1]]
    return [(at, end - at) for at, end in zip(edges[::2], edges[1::2], strict=True)]
