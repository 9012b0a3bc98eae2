"""Things beside each other that come under each other where there is no room."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from widgets.look import is_look_event, look_of, px


class FoldingRow(QWidget):
    """Each thing has a share of the width; under `least` design pixels they fold to a column."""

    def __init__(self, least: int, *, middle: bool = False) -> None:
        super().__init__()
        self._least = least
        self._widgets: list[QWidget] = []
        self._align = Qt.AlignmentFlag(0) if middle else Qt.AlignmentFlag.AlignTop
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    def add(self, widget: QWidget, share: int = 0) -> None:
        self._widgets.append(widget)
        self._row.addWidget(widget, share, self._align)

    def is_folded(self) -> bool:
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """Return the least width of a column: a row never keeps its window from shrinking."""
        widths = [widget.minimumSizeHint().width() for widget in self._widgets]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._fold()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fold()
        super().resizeEvent(event)

    def _fold(self) -> None:
        direction = QBoxLayout.Direction
        narrow = self.width() < self._least * look_of(self).scale
        wanted = direction.TopToBottom if narrow else direction.LeftToRight
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)
            self._row.setSpacing(px(self, 8) if narrow else 0)
            self.updateGeometry()
