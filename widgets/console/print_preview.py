"""Printing and keeping: the real sheets at the right."""

from PySide6.QtCore import QEvent, QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.console.paper_sheets import PaperSheets
from widgets.console.views_print_page import PreviewView, PrintView
from widgets.controls.button import Button, IconButton, Size
from widgets.controls.scroll import Scroll
from widgets.controls.text import Text, TextKind
from widgets.look import colours_of, is_look_event, px


class PrintPreview(QWidget):
    """The sheets, and what can be done with them."""

    edit_asked = Signal()
    scale_changed = Signal(float)
    """Pixels per point in which the sheets are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: PrintView | None = None
        self._tight = False
        self.sheets = PaperSheets()
        self._scroll = Scroll(self.sheets)
        self._back = IconButton("caret-left", "")
        self._on = IconButton("caret-right", "")
        self._where = Text("", TextKind.SMALL, wrap=False)
        self._size = Button("", size=Size.SMALL, icon="magnifying-glass")
        self._edit = Button("", size=Size.SMALL, icon="pencil-simple")
        self._column = QVBoxLayout(self)
        self._turner = QWidget()
        self._lay_out()
        self._back.clicked.connect(self._turn_back)
        self._on.clicked.connect(self._turn_on)
        self._size.clicked.connect(self._change_size)
        self._edit.clicked.connect(self._ask_edit)
        self.sheets.turned.connect(self._show_where)
        self.sheets.scale_changed.connect(self.scale_changed)

    def show_view(self, view: PrintView) -> None:
        self._view = view
        self._back.set_name(view.previous_sheet)
        self._on.set_name(view.next_sheet)
        self._show_where()

    def show_preview(self, view: PreviewView) -> None:
        self.sheets.show_view(view)
        self._show_where()

    def set_large(self, *, large: bool) -> None:
        self.sheets.set_large(large=large)
        self._scroll.verticalScrollBar().setValue(0)
        self._show_where()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._keep_margins()
        return super().event(event)

    def set_tight(self, *, tight: bool) -> None:
        """Give the words the room of margins and keycaps; the hints below show the keys too."""
        if tight is not self._tight:
            self._tight = tight
            self._keep_margins()
            self._show_buttons()

    def _keep_margins(self) -> None:
        side, above, under = (12, 12, 8) if self._tight else (34, 32, 18)
        self._column.setContentsMargins(*(px(self, one) for one in (side, above, side, under)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_where()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = colours_of(self)
        painter.fillRect(self.rect(), colours.of("sunken"))
        painter.fillRect(QRectF(0, 0, 1, self.height()), colours.of("line"))

    def _lay_out(self) -> None:
        turner = QHBoxLayout(self._turner)
        turner.setContentsMargins(0, 0, 0, 0)
        for part in (self._back, self._where, self._on):
            turner.addWidget(part)
        turner.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._size)
        row.addWidget(self._edit)
        row.addStretch(1)
        self._column.setSpacing(4)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self._turner)
        self._column.addLayout(row)

    @Slot()
    def _turn_back(self) -> None:
        self.sheets.turn(-1)

    @Slot()
    def _turn_on(self) -> None:
        self.sheets.turn(1)

    @Slot()
    def _change_size(self) -> None:
        self.set_large(large=not self.sheets.large)

    @Slot()
    def _ask_edit(self) -> None:
        self.edit_asked.emit()

    @Slot()
    def _show_where(self) -> None:
        view, sheets = self._view, self.sheets
        if view is None:
            return
        beside, count = len(sheets.shown), sheets.count
        text = view.one_of if beside == 1 else view.two_of
        self._where.set_text(
            text.replace("{first}", str(sheets.first))
            .replace("{last}", str(sheets.first + beside - 1))
            .replace("{count}", str(count))
        )
        self._turner.setVisible(count > beside)
        self._back.setEnabled(sheets.may_turn(-1))
        self._on.setEnabled(sheets.may_turn(1))
        self._show_buttons()

    def _show_buttons(self) -> None:
        view = self._view
        if view is None:
            return
        large = self.sheets.large
        self._size.set_text(view.smaller if large else view.larger)
        self._size.set_keycap(self._cap(view.smaller_keycap if large else view.larger_keycap))
        self._size.set_icon("magnifying-glass-minus" if large else "magnifying-glass-plus")
        self._size.setEnabled(self.sheets.count > 0)
        self._edit.set_text(view.edit)
        self._edit.set_keycap(self._cap(view.edit_keycap))
        self._edit.set_reason(view.edit_reason)

    def _cap(self, keycap: str) -> str | None:
        return None if self._tight else keycap
