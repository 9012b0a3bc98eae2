"""Words to say aloud: large, with air between the lines, a paragraph per line feed."""

from html import escape
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from widgets.look import colours_of, is_look_event, px
from widgets.theme import font

_SIZES: Final = ((260, 19), (700, 18))
"""Up to so many letters: this size. A long text is read from close by, in one go."""
_SMALLEST: Final = 17
_LINE: Final = 116
"""Height of a line, in per cent of the font's own."""


class Speech(QLabel):
    """Shows a text as it is: what looks like mark-up stays text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self._dress()

    def words(self) -> str:
        return self._words

    def set_words(self, words: str) -> None:
        if words == self._words:
            return
        self._words = words
        self.setAccessibleName(words)
        self._dress()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._dress()
        return super().event(event)

    def _dress(self) -> None:
        fitting = (size for most, size in _SIZES if len(self._words) <= most)
        self.setFont(font(px(self, next(fitting, _SMALLEST))))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, colours_of(self).of("ink"))
        self.setPalette(palette)
        gap = px(self, 10)
        paragraphs = self._words.split("\n")
        self.setText(
            "".join(
                f'<p style="margin:{gap if index else 0}px 0 0 0; line-height:{_LINE}%">'
                f"{escape(paragraph)}</p>"
                for index, paragraph in enumerate(paragraphs)
            )
        )
