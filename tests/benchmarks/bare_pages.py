"""The same pages drawn bare: every text and path of a finished PDF, put on a plain canvas."""

import ctypes
from collections.abc import Callable
from io import BytesIO

import pypdfium2
import pypdfium2.raw as pdfium
from msgspec import Struct
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from reports.fonts import Face, register

Draw = Callable[[Canvas], None]
Colour = tuple[float, float, float, float]


class BareText(Struct, frozen=True):
    text: str
    font: str
    size: float
    x: float
    y: float
    colour: Colour

    def draw(self, canvas: Canvas) -> None:
        canvas.setFillColorRGB(*self.colour[:3])
        canvas.setFont(self.font, self.size)
        canvas.drawString(self.x, self.y, self.text)


class BarePath(Struct, frozen=True):
    segments: tuple[tuple[int, float, float], ...]
    fill: Colour | None
    stroke: Colour | None
    width: float

    def draw(self, canvas: Canvas) -> None:
        path = canvas.beginPath()
        points: list[float] = []
        for kind, x, y in self.segments:
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                path.moveTo(x, y)
            elif kind == pdfium.FPDF_SEGMENT_LINETO:
                path.lineTo(x, y)
            else:
                points += [x, y]
                if len(points) == 6:
                    path.curveTo(*points)
                    points = []
        if self.fill:
            canvas.setFillColorRGB(*self.fill[:3])
            canvas.setFillAlpha(self.fill[3])
        if self.stroke:
            canvas.setStrokeColorRGB(*self.stroke[:3])
            canvas.setLineWidth(self.width)
        canvas.drawPath(path, stroke=int(bool(self.stroke)), fill=int(bool(self.fill)))


Page = tuple[BareText | BarePath, ...]


def pages_of(pdf: bytes) -> tuple[Page, ...]:
    """Read every text and path of a PDF back, page by page."""
    document = pypdfium2.PdfDocument(pdf)
    return tuple(_page(page) for page in document)


def draw_bare(pages: tuple[Page, ...]) -> bytes:
    """Draw the pages with nothing between the data and the canvas."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1, initialFontName=Face.REGULAR.value)
    register()
    for page in pages:
        for item in page:
            item.draw(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _page(page: pypdfium2.PdfPage) -> Page:
    text_page = page.get_textpage()
    found: list[BareText | BarePath] = []
    for item in page.get_objects(max_depth=4):
        if item.type == pdfium.FPDF_PAGEOBJ_TEXT:
            found.append(_text(item, text_page))
        elif item.type == pdfium.FPDF_PAGEOBJ_PATH:
            found.append(_path(item))
    return tuple(found)


def _text(item: pypdfium2.PdfObject, text_page: pypdfium2.PdfTextPage) -> BareText:
    length = pdfium.FPDFTextObj_GetText(item, text_page, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFTextObj_GetText(
        item, text_page, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length
    )
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(item, size)
    name = ctypes.create_string_buffer(200)
    pdfium.FPDFFont_GetBaseFontName(pdfium.FPDFTextObj_GetFont(item), name, 200)
    face = Face.BOLD if b"Bold" in name.value else Face.REGULAR
    matrix = item.get_matrix()
    return BareText(
        buffer.raw.decode("utf-16-le").rstrip("\0"),
        face.value,
        size.value,
        matrix.e,
        matrix.f,
        _colour(item, pdfium.FPDFPageObj_GetFillColor) or (0, 0, 0, 1),
    )


def _path(item: pypdfium2.PdfObject) -> BarePath:
    segments = []
    for index in range(pdfium.FPDFPath_CountSegments(item)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        segments.append((pdfium.FPDFPathSegment_GetType(segment), x.value, y.value))
    fill_mode, stroked, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    pdfium.FPDFPath_GetDrawMode(item, fill_mode, stroked)
    pdfium.FPDFPageObj_GetStrokeWidth(item, width)
    return BarePath(
        tuple(segments),
        _colour(item, pdfium.FPDFPageObj_GetFillColor) if fill_mode.value else None,
        _colour(item, pdfium.FPDFPageObj_GetStrokeColor) if stroked.value else None,
        width.value,
    )


def _colour(item: pypdfium2.PdfObject, read: Callable[..., int]) -> Colour | None:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not read(item, *parts):
        return None
    red, green, blue, alpha = (part.value / 255 for part in parts)
    return red, green, blue, alpha
