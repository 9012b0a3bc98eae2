"""The place of a widget that is made anew when the console speaks another language."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Holder(QWidget):
    """Stays where it is put; what it holds fills it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def hold(self, widget: QWidget) -> None:
        """Hold this widget; the one before it is gone."""
        if self._held is not None:
            self._column.removeWidget(self._held)
            self._held.hide()
            self._held.deleteLater()
        self._held = widget
        self._column.addWidget(widget)
        widget.show()
