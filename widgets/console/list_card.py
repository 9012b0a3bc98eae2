"""A list to type in, in a card of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from resources.catalogue import Catalogue
from widgets.controls.card import Card
from widgets.controls.list_editor import ListEditor
from widgets.controls.text import Text, TextKind
from widgets.look import RING, is_look_event, line_up, px
from workshop_flows.limits import LONGEST_TEXT, MOST_ITEMS


class ListCard(Card):
    """`key` names its texts: '<key>.title', '<key>.entry' and, with `hinted`, '<key>.hint'."""

    changed_to = Signal(object)
    """The whole list, as a tuple of texts."""

    def __init__(
        self, key: str, texts: Catalogue, *, hinted: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        line_up(self)
        self.set_margins(22 - RING, 16, 22 - RING, 16 - RING)
        self._key = key
        self._texts = texts
        self._hinted = hinted
        self._title = Text("", TextKind.STRONG)
        self._hint = Text("", TextKind.SMALL)
        for text in (self._title, self._hint):
            line_up(text)
            self.body.addWidget(text)
        self._hint.setVisible(hinted)
        self._editor = self._made_editor()
        self._show_words()

    @property
    def entry(self) -> QWidget:
        """Where the next item is typed."""
        return self._editor.entry

    def set_items(self, items: Sequence[str]) -> None:
        self._editor.set_items(items)

    def set_texts(self, texts: Catalogue) -> None:
        """Speak another language; what was typed and not yet added is gone."""
        if texts is self._texts:
            return
        self._texts = texts
        items = self._editor.items()
        self._editor.changed_to.disconnect(self.changed_to)
        self._editor.hide()
        self._editor.deleteLater()
        self._editor = self._made_editor()
        self._editor.set_items(items)
        self._show_words()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.body.setSpacing(px(self, 2))
        return super().event(event)

    def _made_editor(self) -> ListEditor:
        editor = ListEditor(self._texts.text(f"{self._key}.entry"), self._texts)
        editor.set_limit(MOST_ITEMS, LONGEST_TEXT)
        editor.changed_to.connect(self.changed_to)
        self.body.addWidget(editor)
        return editor

    def _show_words(self) -> None:
        self._title.set_text(self._texts.text(f"{self._key}.title"))
        if self._hinted:
            self._hint.set_text(self._texts.text(f"{self._key}.hint"))
