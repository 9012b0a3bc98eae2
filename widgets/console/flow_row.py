"""Controls beside each other, on as many lines as they need."""

from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.look import is_look_event


class FlowRow(QWidget):
    """The controls keep their own room free, so that they touch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QWidget] = []
        self._places: dict[int, tuple[list[QPoint], int]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, item: QWidget) -> None:
        item.setParent(self)
        self._items.append(item)
        item.show()
        self._places.clear()
        self._place()

    def clear(self) -> None:
        for item in self._items:
            item.hide()
            item.deleteLater()
        self._items = []
        self._places.clear()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event) or event.type() is QEvent.Type.LayoutRequest:
            self._places.clear()
            self._place()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        super().resizeEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._set(width)[1]

    def sizeHint(self) -> QSize:
        width = sum(item.sizeHint().width() for item in self._items)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(
            max((item.sizeHint().width() for item in self._items), default=0),
            max((item.sizeHint().height() for item in self._items), default=0),
        )

    def _place(self) -> None:
        for item, at in zip(self._items, self._set(self.width())[0], strict=True):
            item.setGeometry(at.x(), at.y(), item.sizeHint().width(), item.sizeHint().height())
        self.updateGeometry()

    def _set(self, width: int) -> tuple[list[QPoint], int]:
        """Return where each control stands, and how high that makes the row."""
        if width not in self._places:
            self._places[width] = self._measured(width)
        return self._places[width]

    def _measured(self, width: int) -> tuple[list[QPoint], int]:
        places: list[QPoint] = []
        x = y = high = 0
        for item in self._items:
            size = item.sizeHint()
            if x and x + size.width() > width:
                x, y, high = 0, y + high, 0
            places.append(QPoint(x, y))
            x += size.width()
            high = max(high, size.height())
        return places, y + high
