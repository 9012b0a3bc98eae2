"""Contact sheets: all pages of one kind on one picture."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from tests.screenshots.shot import Shot
from widgets.theme import font

COLUMNS = 4
THUMB = 480
GAP = 16
CAPTION = 34


def thumbnail(shot: Shot) -> QImage:
    return shot.image.scaledToWidth(THUMB, Qt.TransformationMode.SmoothTransformation)


def contact_sheet(names: Sequence[str], thumbnails: Sequence[QImage]) -> QImage:
    """Return all thumbnails in rows with their names under them; they are equally high."""
    high = max(one.height() for one in thumbnails) + CAPTION
    rows = -(-len(thumbnails) // COLUMNS)
    size = (COLUMNS * (THUMB + GAP) + GAP, rows * (high + GAP) + GAP)
    sheet = QImage(*size, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    painter.setFont(font(20))
    painter.setPen(QColor("white"))
    for number, (name, one) in enumerate(zip(names, thumbnails, strict=True)):
        row, column = divmod(number, COLUMNS)
        x, y = GAP + column * (THUMB + GAP), GAP + row * (high + GAP)
        painter.drawImage(x, y, one)
        place = QRect(x, y + one.height(), THUMB, CAPTION)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
    painter.end()
    return sheet
