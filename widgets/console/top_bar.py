"""The bar at the top of every page: the program, the firm, and what the projector does."""

from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.logo import Logo
from widgets.console.plane import Plane
from widgets.console.views_frame import TopView
from widgets.controls.button import Button, IconButton, Kind, Size
from widgets.controls.pill import Pill
from widgets.controls.text import Text, TextKind
from widgets.look import RING, is_look_event, px

_TIGHT_UNDER: Final = 1000
"""Design pixels."""


class TopBar(Plane):
    blank_asked = Signal()
    settings_asked = Signal()
    phones_asked = Signal()

    def __init__(self, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__("paper", "bottom", parent)
        self._name = Text("", TextKind.NAME, wrap=False)
        self._company = Text("", TextKind.BODY, role="ink_2")
        self._projector = Pill("")
        self._phones = Button("", size=Size.SMALL, icon="device-mobile", kind=Kind.QUIET)
        self._blank = Button("", size=Size.SMALL, icon="eye-slash")
        self._settings = IconButton("gear", "", kind=Kind.QUIET)
        self._row = QHBoxLayout(self)
        self._row.addWidget(Logo())
        self._row.addWidget(self._name)
        self._row.addWidget(self._company, 1)
        self._row.addWidget(self._settings)
        self._row.addWidget(self._projector)
        self._row.addWidget(self._phones)
        self._row.addWidget(self._blank)
        self._blank.clicked.connect(self.blank_asked)
        self._phones.clicked.connect(self.phones_asked)
        self._settings.clicked.connect(self.settings_asked)
        self.set_texts(texts)
        self.show_view(TopView())

    def set_texts(self, texts: Catalogue) -> None:
        self._name.set_text(texts.text("console.app"))
        self._settings.set_name(texts.text("console.settings"))

    def show_view(self, view: TopView) -> None:
        self._company.set_text(view.company)
        self._projector.set_text(view.projector)
        self._projector.set_icon(view.projector_icon)
        self._projector.setVisible(bool(view.projector))
        self._settings.setVisible(bool(view.projector))
        self._phones.set_text(view.phones)
        self._phones.setAccessibleName(view.phones_name)
        self._phones.setVisible(bool(view.phones))
        self._blank.set_text(view.blank)
        self._blank.set_keycap(view.blank_key or None)
        self._blank.setVisible(bool(view.blank))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        """Let the sign stand for the name, and the firm's name be smaller, in a small window."""
        tight = self.width() < px(self, _TIGHT_UNDER)
        self._name.setVisible(not tight)
        self._company.set_kind(TextKind.SMALL if tight else TextKind.BODY)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.setFixedHeight(px(self, 56))
            self._row.setContentsMargins(px(self, 24), 0, px(self, 24) - RING, 1)
            self._row.setSpacing(px(self, 12) - RING)
            self._company.setContentsMargins(px(self, 14), 0, px(self, 12), 0)
            self._name.setContentsMargins(RING, 0, 0, 0)
            self._projector.setContentsMargins(RING, 0, 0, 0)
            self._fit()
        return super().event(event)
