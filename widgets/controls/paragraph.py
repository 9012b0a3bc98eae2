"""A text of one paragraph that is shown whole, however long it is."""

from math import ceil

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from widgets.controls.area import Area
from widgets.look import RING, px

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Paragraph(Area):
    """Grows with its text. Enter goes on to the next field: there are no lines to break."""

    def __init__(
        self,
        label: str,
        *,
        placeholder: str = "",
        label_hidden: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            label, placeholder=placeholder, label_hidden=label_hidden, lines=1, parent=parent
        )
        self._edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._edit.document().contentsChanged.connect(self._grow)
        self._edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._grow()
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in _ENTER and event.modifiers() in _PLAIN:
            self.focusNextPrevChild(True)
            return True
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        super()._dress()
        line = ceil(self._edit.fontMetrics().lineSpacing())
        height = max(px(self, 44), self._lines * line + px(self, 22))
        self._box.setFixedHeight(height + 2 * RING)

    @Slot()
    def _grow(self) -> None:
        """Take as many lines as the text has in this width."""
        lines = self._counted()
        if lines != self._lines:
            self._lines = lines
            self._dress()

    def _counted(self) -> int:
        width = self._edit.contentsRect().width()
        option = QTextOption()
        option.setWrapMode(self._edit.wordWrapMode())
        layout = QTextLayout(self._edit.toPlainText().replace("\n", "\u2028"), self._edit.font())
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
        layout.endLayout()
        return max(1, layout.lineCount())
