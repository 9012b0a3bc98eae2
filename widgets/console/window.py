"""The window of the facilitator: one bar above, one below, and a page between them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.bottom_bar import BottomBar
from widgets.console.tab_order import bring_into_view, stop_after
from widgets.console.top_bar import TopBar
from widgets.console.views_frame import BottomView, TopView
from widgets.controls.notice_bar import Notice, NoticeBar
from widgets.look import colours_of, is_look_event, px
from widgets.theme import load_fonts


class ConsoleWindow(QWidget):
    """Shows one page at a time, and tells what a person asks.

    `may_close` is asked when someone closes the window; until it is set it may.
    """

    next_asked = Signal()
    back_asked = Signal()
    blank_asked = Signal()
    settings_asked = Signal()
    phones_asked = Signal()
    notice_acted = Signal()
    closed = Signal()

    def __init__(self, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_fonts()
        self._may_close: Callable[[], bool] | None = None
        self._top = TopBar(texts)
        self._notices = NoticeBar(texts)
        self._stack = QStackedWidget()
        self._bottom = BottomBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self._notices)
        column.addWidget(self._stack, 1)
        column.addWidget(self._bottom)
        self._bottom.hide()
        self._connect()
        self.set_texts(texts)
        self.setMinimumSize(1024, 640)

    def set_texts(self, texts: Catalogue) -> None:
        self._top.set_texts(texts)
        self._notices.set_texts(texts)
        self.setWindowTitle(texts.text("console.app"))

    def set_may_close(self, may_close: Callable[[], bool] | None) -> None:
        self._may_close = may_close

    def show_page(self, page: QWidget) -> None:
        """Show a whole page; it stays in the stack for later."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def page(self) -> QWidget | None:
        return self._stack.currentWidget()

    def remove_page(self, page: QWidget) -> None:
        """Take a page out of the window, if it is in it; its owner goes on owning it."""
        if self._stack.indexOf(page) < 0:
            return
        self._stack.removeWidget(page)
        page.hide()
        page.setParent(None)

    def show_top(self, view: TopView) -> None:
        self._top.show_view(view)

    def show_bottom(self, view: BottomView | None) -> None:
        """Fill the bar at the bottom; None: this page has none."""
        if view is not None:
            self._bottom.show_view(view)
        self._bottom.setVisible(view is not None)

    def show_notice(self, notice: Notice | None) -> None:
        self._notices.show_notice(notice)

    def notice(self) -> Notice | None:
        return self._notices.notice()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            side = px(self, 12)
            self._notices.setContentsMargins(side, px(self, 8), side, px(self, 8))
            self.update()
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(1440, 900)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802, FBT001 (Qt's own)
        to = stop_after(self, self.focusWidget(), forward=next)
        if to is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        to.setFocus(reason)
        bring_into_view(to)
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close is not None and not self._may_close():
            event.ignore()
            return
        self.closed.emit()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colours_of(self).of("paper"))

    def _connect(self) -> None:
        self._top.blank_asked.connect(self.blank_asked)
        self._top.settings_asked.connect(self.settings_asked)
        self._top.phones_asked.connect(self.phones_asked)
        self._bottom.next_asked.connect(self.next_asked)
        self._bottom.back_asked.connect(self.back_asked)
        self._notices.acted.connect(self.notice_acted)
