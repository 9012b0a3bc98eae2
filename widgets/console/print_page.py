"""Printing and keeping: what to print at the left, and the real sheets at the right."""

from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.paper_sheets import PaperSheets
from widgets.console.print_choices import PrintChoices
from widgets.console.print_preview import PrintPreview
from widgets.console.views_print_page import PreviewView, PrintView
from widgets.controls.scroll import Scroll
from widgets.look import is_look_event, px

_TIGHT: Final = 840
"""Under this width, in pixels of the design, margins and keycaps give way to words."""


class PrintPage(QWidget):
    """The whole page between the bars."""

    paper_chosen = Signal(object)
    """A `Chosen`."""
    copies_changed = Signal(int)
    grey_changed = Signal(bool)
    print_asked = Signal()
    past_asked = Signal()
    keep_asked = Signal(object)
    """The key of a `KeepView`."""
    edit_asked = Signal()
    scale_changed = Signal(float)
    """Pixels per point in which the sheets are wanted."""

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = PrintChoices(words)
        self._right = PrintPreview()
        self._scroll = Scroll(self._left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._scroll, 46)
        row.addWidget(self._right, 54)
        self._left.paper_chosen.connect(self.paper_chosen)
        self._left.copies_changed.connect(self.copies_changed)
        self._left.grey_changed.connect(self.grey_changed)
        self._left.print_asked.connect(self.print_asked)
        self._left.past_asked.connect(self.past_asked)
        self._left.keep_asked.connect(self.keep_asked)
        self._right.edit_asked.connect(self.edit_asked)
        self._right.scale_changed.connect(self.scale_changed)

    def set_words(self, words: Catalogue) -> None:
        self._left.set_words(words)

    def show_view(self, view: PrintView) -> None:
        self._left.show_view(view)
        self._right.show_view(view)

    def show_preview(self, view: PreviewView) -> None:
        self._right.show_preview(view)

    def enlarge(self) -> None:
        self._right.set_large(large=True)

    def reduce(self) -> None:
        self._right.set_large(large=False)

    @property
    def large(self) -> bool:
        return self._right.sheets.large

    @property
    def sheets(self) -> PaperSheets:
        return self._right.sheets

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self._left.first

    def event(self, event: QEvent) -> bool:
        if is_look_event(event) or event.type() is QEvent.Type.Resize:
            self._scroll.setMinimumWidth(px(self, 320))
            self._scroll.setMaximumWidth(px(self, 582))
            tight = self.width() < px(self, _TIGHT)
            self._left.set_tight(tight=tight)
            self._right.set_tight(tight=tight)
        return super().event(event)
