"""Reads a PDF back: what a person would see, search or print."""

import unicodedata
from io import BytesIO
from typing import NamedTuple

import pypdf
import pypdfium2


class Box(NamedTuple):
    """The box around a piece of text on a page, in points."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    def overlaps(self, other: "Box") -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.top, other.top) - max(self.bottom, other.bottom)
        return across > 0.3 and down > 0.3


def pages(pdf: bytes) -> list[str]:
    """Return the text of every page, lines and spaces as single spaces."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    # pdfium marks a hyphen at the end of a line in its own way.
    return [
        " ".join(unicodedata.normalize("NFKC", one.replace("\x02", "-")).split()) for one in texts
    ]


def text(pdf: bytes) -> str:
    return " ".join(pages(pdf))


def squeezed(value: str) -> str:
    """Return a text without its spaces: a line may break anywhere in a very long word."""
    return "".join(unicodedata.normalize("NFKC", value).split())


def boxes(pdf: bytes) -> list[tuple[tuple[float, float], list[Box]]]:
    """Return size and text boxes of every page."""
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        text_page = page.get_textpage()
        corners = [text_page.get_rect(at) for at in range(text_page.count_rects())]
        found.append(
            (page.get_size(), [Box(*one, text_page.get_text_bounded(*one)) for one in corners])
        )
    return found


def fonts(pdf: bytes) -> dict[str, bool]:
    """Return the name of every font, and whether its glyphs are in the file."""
    found = {}
    for page in pypdf.PdfReader(BytesIO(pdf)).pages:
        for reference in page["/Resources"]["/Font"].values():
            font = reference.get_object()
            found[str(font["/BaseFont"])] = "/FontFile2" in font.get("/FontDescriptor", {})
    return found


def images(pdf: bytes) -> int:
    return sum(len(page.images) for page in pypdf.PdfReader(BytesIO(pdf)).pages)
