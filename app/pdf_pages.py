"""Pages of a PDF as pictures: what the preview shows and what the printer gets."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from io import BytesIO
from threading import Lock
from typing import Any, Final

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

_ONE_AT_A_TIME: Final = Lock()
"""PDFium is one library for the whole process and may not be called from two threads at once."""


def page_sizes(pdf: bytes) -> tuple[QSizeF, ...]:
    """Return the size of each page in points."""
    with _opened(pdf) as document:
        sizes = [document.get_page_size(number) for number in range(len(document))]
    return tuple(QSizeF(width, height) for width, height in sizes)


def page_image(pdf: bytes, number: int, scale: float, *, grey: bool = False) -> QImage:
    """Return page `number` (from 0) with `scale` pixels per point, on white.

    May be called from any thread. Grey pages are grey bytes, a third of the others.
    """
    with _opened(pdf) as document, closing(document[number]) as page:
        if grey:
            drawn = page.render(scale=scale, grayscale=True)
            form = QImage.Format.Format_Grayscale8
        else:
            drawn = page.render(scale=scale, prefer_bgrx=True)
            form = QImage.Format.Format_RGB32
        with closing(drawn):
            image = QImage(drawn.buffer, drawn.width, drawn.height, drawn.stride, form)
            # The bytes belong to PDFium until here.
            return image.copy()


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    # Imported late: it takes a moment and is not needed at the start.
    from pypdfium2 import PdfDocument

    with _ONE_AT_A_TIME, closing(PdfDocument(pdf)) as document:
        yield document


def joined(pdfs: Sequence[bytes]) -> bytes:
    """Return one PDF of all; of a single one its own bytes. The first gives the title."""
    first, *others = pdfs
    if not others:
        return first
    from pypdfium2 import PdfDocument

    stream = BytesIO()
    with _opened(first) as document:
        for other in others:
            with closing(PdfDocument(other)) as more:
                document.import_pages(more)
        document.save(stream)
    return stream.getvalue()
