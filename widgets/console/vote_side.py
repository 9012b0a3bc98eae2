"""Under the preview during the talk: vote again, agree a stand, or what to mind."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.console.views_vote import SideView
from widgets.console.vote_parts import Lines
from widgets.console.vote_stand import StandEditor
from widgets.controls.button import Button
from widgets.controls.card import Card
from widgets.controls.rule import Rule
from widgets.controls.text import Text, TextKind
from widgets.look import is_look_event, px

_AGAIN: Final = "arrow-counter-clockwise"
_MARGIN: Final = 16


class VoteSide(QWidget):
    revote_asked = Signal()
    stand_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Card()
        self._card.set_margins(_MARGIN, 16, _MARGIN, 14)
        self._title = Text("", TextKind.STRONG)
        self._told = Text("", TextKind.SMALL)
        self._revote = Button("", icon=_AGAIN)
        self._revote_key = ""
        self._rule = Rule()
        self._stand = StandEditor()
        self._later = Text("", TextKind.SMALL)
        self._tips = Lines()
        for part in (self._title, self._told, self._revote, self._rule, self._stand):
            self._card.body.addWidget(part)
        self._card.body.addWidget(self._later)
        self._card.body.addWidget(self._tips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self._revote.clicked.connect(self.revote_asked)
        self._stand.chosen.connect(self.stand_chosen)

    def show_view(self, view: SideView) -> None:
        self._title.set_text(view.title or view.tips_title)
        for text, shown in ((self._told, view.told), (self._later, view.later)):
            text.set_text(shown)
            text.setVisible(bool(shown))
        self._revote.set_text(view.revote)
        self._revote_key = view.revote_key
        self._fit_revote()
        self._revote.setVisible(bool(view.revote))
        self._rule.setVisible(bool(view.revote) and view.stand is not None)
        self._stand.setVisible(view.stand is not None)
        if view.stand is not None:
            self._stand.show_view(view.stand)
        self._tips.show_lines(view.tips)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._card.body.setSpacing(px(self, 10))
            self._fit_revote()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        # The button gives up its signs before the column has to grow.
        return QSize(px(self, 160), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_revote()

    def _fit_revote(self) -> None:
        """Keep of icon and key what there is room for; the key stands in the bar below too."""
        room = self.width() - 2 * px(self, _MARGIN)
        for icon, key in ((_AGAIN, self._revote_key), (None, self._revote_key), (None, None)):
            self._revote.set_icon(icon)
            self._revote.set_keycap(key)
            if self._revote.minimumSizeHint().width() <= room:
                return
