"""A list of short texts that a person makes and puts in order."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.controls.button import IconButton, Kind
from widgets.controls.field import Field
from widgets.controls.paragraph import Paragraph


class _Item(QWidget):
    """One text of the list with its buttons."""

    edited = Signal()
    left = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, words: Catalogue) -> None:
        super().__init__()
        self._words = words
        self._number = 0
        self.field = Paragraph("", label_hidden=True)
        self._up = IconButton("arrow-up", "", kind=Kind.QUIET)
        self._down = IconButton("arrow-down", "", kind=Kind.QUIET)
        self._remove = IconButton("trash", "", kind=Kind.QUIET)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.field, 1)
        tools = QHBoxLayout()
        # In line with the first line of a long text.
        tools.setContentsMargins(0, 4, 0, 0)
        for button in (self._up, self._down, self._remove):
            tools.addWidget(button)
        row.addLayout(tools)
        row.setAlignment(tools, Qt.AlignmentFlag.AlignTop)
        self.field.committed.connect(self._edited)
        self.field.left.connect(self.left)
        self._up.clicked.connect(self._go_up)
        self._down.clicked.connect(self._go_down)
        self._remove.clicked.connect(self.removed)

    def parts(self) -> tuple[QWidget, ...]:
        """Return what Tab comes to, in order."""
        return (self.field, self._up, self._down, self._remove)

    def show_place(self, number: int, of: int) -> None:
        """Tell the item which one it is, from 1."""
        text = self._words.text
        self.field.set_label(text("kit.item", number=number, of=of))
        self._up.set_name(text("kit.up", number=number))
        self._down.set_name(text("kit.down", number=number))
        self._remove.set_name(text("kit.remove", number=number))
        self._up.set_reason(text("kit.first") if number == 1 else None)
        self._down.set_reason(text("kit.last") if number == of else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if event.key() == Qt.Key.Key_Up:
                self.moved.emit(-1)
                return
            if event.key() == Qt.Key.Key_Down:
                self.moved.emit(1)
                return
        super().keyPressEvent(event)

    @Slot()
    def _edited(self) -> None:
        # An empty item is gone when the person is; until then it may become another text.
        if self.field.value().strip():
            self.edited.emit()

    @Slot()
    def _go_up(self) -> None:
        self.moved.emit(-1)

    @Slot()
    def _go_down(self) -> None:
        self.moved.emit(1)


class ListEditor(QWidget):
    """Says `changed_to` with the whole list, without empty texts.

    Enter in `entry` adds and stays there; leaving it adds too, so that nothing typed is lost.
    Alt with an arrow moves an item. An item that is made empty goes when it is left.
    """

    changed_to = Signal(object)

    def __init__(self, placeholder: str, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._placeholder = placeholder
        self._most: int | None = None
        self._letters: int | None = None
        self._items: list[_Item] = []
        self.entry = Field(placeholder, placeholder=placeholder, label_hidden=True)
        self.entry.submitted.connect(self._submitted)
        self.entry.left.connect(self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.entry)

    def items(self) -> tuple[str, ...]:
        """Return the texts, without empty ones."""
        texts = (item.field.value().strip() for item in self._items)
        return tuple(text for text in texts if text)

    def set_items(self, items: Sequence[str]) -> None:
        """Show these; an item in which is typed keeps its text until that is committed."""
        if tuple(items) == self.items():
            return
        while len(self._items) > len(items):
            self._drop(self._items[-1])
        while len(self._items) < len(items):
            self._append()
        for item, text in zip(self._items, items, strict=True):
            item.field.set_value(text)
        self._show_places()

    def set_limit(self, items: int, letters: int) -> None:
        """Take at most this many items, of at most this many letters."""
        self._most = items
        self._letters = letters
        self.entry.set_limit(letters)
        for item in self._items:
            item.field.set_limit(letters)
        self._show_places()

    @Slot()
    def _submitted(self) -> None:
        self._add()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _add(self) -> None:
        text = self.entry.value().strip()
        if text and not self._is_full():
            self.entry.clear()
            self._say((*self.items(), text))

    @Slot()
    def _edited(self) -> None:
        self.changed_to.emit(self.items())

    @Slot()
    def _left(self) -> None:
        if any(not item.field.value().strip() for item in self._items):
            for item in [one for one in self._items if not one.field.value().strip()]:
                self._drop(item)
            self._show_places()
            self.changed_to.emit(self.items())

    @Slot(int)
    def _moved(self, step: int) -> None:
        at = self._at(self.sender())
        items = [item.field.value() for item in self._items]
        to = at + step
        if 0 <= to < len(items):
            items[at], items[to] = items[to], items[at]
            self._say(tuple(items))
            self._items[to].field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _removed(self) -> None:
        at = self._at(self.sender())
        near = self._items[at + 1 :] or self._items[:at][-1:]
        field = near[0].field if near else self.entry
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop(self._items[at])
        self._show_places()
        self.changed_to.emit(self.items())

    def _say(self, items: tuple[str, ...]) -> None:
        self.set_items(items)
        self.changed_to.emit(self.items())

    def _append(self) -> None:
        item = _Item(self._words)
        if self._letters is not None:
            item.field.set_limit(self._letters)
        self._items.append(item)
        self._column.insertWidget(self._column.count() - 1, item)
        item.edited.connect(self._edited)
        item.left.connect(self._left)
        item.moved.connect(self._moved)
        item.removed.connect(self._removed)

    def _order_tabs(self) -> None:
        """Let Tab come to the items in their order and then to the entry.

        By itself it comes last, in the whole window, to what was added last.
        """
        before: QWidget = self.entry
        for item in self._items:
            for part in item.parts():
                QWidget.setTabOrder(before, part)
                before = part
        QWidget.setTabOrder(before, self.entry)

    def _drop(self, item: _Item) -> None:
        self._items.remove(item)
        self._column.removeWidget(item)
        item.blockSignals(True)
        item.hide()
        item.deleteLater()

    def _at(self, item: QObject) -> int:
        return next(at for at, one in enumerate(self._items) if one is item)

    def _is_full(self) -> bool:
        return self._most is not None and len(self._items) >= self._most

    def _show_places(self) -> None:
        for number, item in enumerate(self._items, start=1):
            item.show_place(number, len(self._items))
        self._order_tabs()
        self.entry.setEnabled(not self._is_full())
        full = self._words.text("kit.list_full", number=self._most or 0)
        self.entry.set_placeholder(full if self._is_full() else self._placeholder)
