"""The page to prepare a session: the form, and beside it what is ready."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.prepare_form import PrepareForm
from widgets.console.readiness import ReadyColumn
from widgets.console.views_prepare import PrepareView
from widgets.controls.scroll import Scroll
from widgets.look import RING, is_look_event, look_of, px

_SIDE_BY_SIDE = 1000
_WIDEST = 1312
"""In design pixels."""
_ANY_WIDTH = 16_777_215
"""Qt's word for no limit."""


class Prepare(QWidget):
    edited = Signal(object)
    """An `Edit`."""
    company_left = Signal()
    again_asked = Signal()
    acted = Signal(str)
    """The key of the row of what is ready, of which the button was pressed."""

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = PrepareForm(words)
        self.form.edited.connect(self.edited)
        self.form.company_left.connect(self.company_left)
        self._ready = ReadyColumn()
        self._ready.again_asked.connect(self.again_asked)
        self._ready.acted.connect(self.acted)
        content = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._columns.addWidget(self.form, 1)
        self._columns.addWidget(self._ready)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(content))

    def show_view(self, view: PrepareView) -> None:
        self.form.show_view(view.form)
        self._ready.show_view(view.ready)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() / look_of(self).scale
        beside = wide >= _SIDE_BY_SIDE
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        side = px(self, max(24.0, (wide - _WIDEST) / 2)) - RING
        self._columns.setContentsMargins(side, px(self, 14), side + RING, px(self, 14))
        gap = 66 if wide > 1300 else 32
        self._columns.setSpacing(px(self, gap if beside else 24))
        right = px(self, 420 if wide > 1300 else 360)
        self._ready.setMinimumWidth(right if beside else 0)
        self._ready.setMaximumWidth(right if beside else _ANY_WIDTH)
        # In line with the first field, not with the title.
        self._ready.setContentsMargins(0 if beside else RING, px(self, 44) if beside else 0, 0, 0)
