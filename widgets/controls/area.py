"""Several lines to type in. Tab leaves it."""

from math import ceil

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from widgets.controls.box import Box
from widgets.controls.captioned import Captioned
from widgets.controls.popup import dress_scroll_bar
from widgets.controls.typing import Typing
from widgets.look import RING, px


class Area(Captioned):
    """Says `committed` for what a person typed (see `Typing`). As high as `lines` lines."""

    committed = Signal(str)
    left = Signal()

    def __init__(
        self,
        label: str,
        *,
        placeholder: str = "",
        hint: str = "",
        label_hidden: bool = False,
        lines: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        self._edit = QPlainTextEdit()
        self._edit.setFrameShape(QFrame.Shape.NoFrame)
        self._edit.setTabChangesFocus(True)
        self._edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._edit.document().setDocumentMargin(0)
        self._box = Box(self._edit, room=16, above=10)
        self._lines = lines
        self._most: int | None = None
        super().__init__(label, self._box, hint=hint, label_hidden=label_hidden, parent=parent)
        self._pass_focus_to(self._edit)
        self._edit.setPlaceholderText(placeholder)
        self._typing = Typing(self._edit, self._edit.toPlainText, self._write)
        self._typing.committed.connect(self.committed)
        self._typing.left.connect(self.left)
        self._edit.textChanged.connect(self._changed)
        self._dress()
        self._describe()

    def value(self) -> str:
        return self._edit.toPlainText()

    def set_value(self, value: str) -> None:
        """Show a value; ignored while something is typed that is not committed yet."""
        self._typing.show_value(value)

    def clear(self) -> None:
        """Empty the field without a word; what was typed is gone."""
        self._typing.clear()

    def set_placeholder(self, placeholder: str) -> None:
        self._edit.setPlaceholderText(placeholder)

    def set_limit(self, letters: int) -> None:
        self._most = letters

    def take_focus(self) -> None:
        """Go to this field, with all of it selected."""
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edit.selectAll()

    def commit(self) -> None:
        """Say now what is typed and not yet said."""
        self._typing.commit()

    def _dress(self) -> None:
        # The font of the frame comes to the text only when that is polished.
        line = ceil(self._edit.fontMetrics().lineSpacing())
        self._box.setFixedHeight(self._lines * line + px(self, 20) + 2 * RING)
        dress_scroll_bar(self._edit.verticalScrollBar(), self)

    @Slot()
    def _changed(self) -> None:
        text = self._edit.toPlainText()
        if self._most is not None and len(text) > self._most:
            self._cut(len(text) - self._most)
        self._typing.touched()

    def _cut(self, letters: int) -> None:
        """Take back what is too much, there where it was typed or pasted."""
        cursor = self._edit.textCursor()
        step = QTextCursor.MoveOperation.PreviousCharacter
        cursor.movePosition(step, QTextCursor.MoveMode.KeepAnchor, letters)
        blocked = self._edit.blockSignals(True)
        cursor.removeSelectedText()
        self._edit.blockSignals(blocked)

    def _write(self, text: str) -> None:
        blocked = self._edit.blockSignals(True)
        self._edit.setPlainText(text)
        self._edit.blockSignals(blocked)

    def _mark_wrong(self, *, wrong: bool) -> None:
        self._box.set_wrong(wrong=wrong)

    def _named(self) -> QWidget:
        return self._edit
