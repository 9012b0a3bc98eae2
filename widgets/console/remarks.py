"""What people wrote beside their hidden answer: for the facilitator only, and soon gone."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.console.emptied import emptied
from widgets.console.icon_line import IconLine
from widgets.console.typed_text import TypedText
from widgets.controls.card import Card
from widgets.controls.text import Text, TextKind
from widgets.look import is_look_event, px


class Remarks(Card):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_margins(22, 16, 22, 16)
        self._title = Text("", TextKind.STRONG)
        self._told = Text("", TextKind.SMALL)
        self._list = QVBoxLayout()
        self._shown: tuple[str, ...] = ()
        self.body.addWidget(self._title)
        self.body.addWidget(self._told)
        self.body.addLayout(self._list)

    def show_remarks(self, title: str, told: str, remarks: tuple[str, ...]) -> None:
        """Show them in this order; without any there is no card."""
        self.setVisible(bool(remarks))
        self._title.set_text(title)
        self._told.set_text(told)
        if remarks != self._shown:
            self.forget()
            self._shown = remarks
            for remark in remarks:
                text = TypedText()
                text.set_text(remark)
                self._list.addWidget(IconLine("chat-circle-text", text))

    def forget(self) -> None:
        """Hold no word of them any more, in sight or not."""
        if self._shown:
            self._shown = ()
            emptied(self._list)
            self.hide()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.body.setSpacing(px(self, 8))
            self._list.setSpacing(px(self, 8))
        return super().event(event)
