"""A canvas with a pen: what is written one after another becomes one text object."""

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from reports.fonts import HEAVY_STROKE
from reports.ink import rgb


class Paper:
    """A reportlab canvas, and a pen that gathers the text for it.

    Text comes after the lines and fills that were drawn since the last `lift`, so it lies
    on top of them; lift the pen before a drawing that has text of its own.
    """

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self._pen: PDFTextObject | None = None
        self._font: tuple[str, float] | None = None
        self._role = ""

    def write(self, text: str, x: float, y: float, font: str, size: float, role: str) -> None:
        """Write from `x` on the baseline `y`; `role` is the name of a colour."""
        if self._pen is None:
            self._pen = self.canvas.beginText(x, y)
        else:
            self._pen.setTextOrigin(x, y)
        if self._font != (font, size):
            self._font = (font, size)
            self._pen.setFont(font, size)
        if self._role != role:
            self._role = role
            self._pen.setFillColor(rgb(role))
        self._pen.textOut(text)

    def write_heavy(self, text: str, x: float, y: float, font: str, size: float, role: str) -> None:
        """Write with an outline that makes the glyphs bold."""
        self.lift()
        # The width of the outline belongs to the page: a text object cannot set it.
        self.canvas.setLineWidth(HEAVY_STROKE * size)
        pen = self.canvas.beginText(x, y)
        pen.setTextRenderMode(2)
        pen.setFont(font, size)
        pen.setFillColor(rgb(role))
        pen.setStrokeColor(rgb(role))
        pen.textOut(text)
        pen.setTextRenderMode(0)
        self.canvas.drawText(pen)

    def lift(self) -> None:
        """Bring what was written to the page."""
        if self._pen is not None:
            self.canvas.drawText(self._pen)
        self._pen, self._font, self._role = None, None, ""

    def end_page(self) -> None:
        self.lift()
        self.canvas.showPage()
