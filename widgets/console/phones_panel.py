"""The window to set up the phones, over the console."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from widgets.console.phones_codes import PhonesCodes
from widgets.console.phones_network import PhonesNetwork
from widgets.console.phones_people import PhonesLost, PhonesPeople
from widgets.console.views_phones import PhonesView
from widgets.controls.button import Button, Kind
from widgets.controls.rule import Rule
from widgets.controls.scroll import Scroll
from widgets.controls.text import Text, TextKind
from widgets.look import RING, colours_of, is_look_event, line_up, look_of, px

_BESIDE = 960
"""Design pixels from which there are two columns."""


class PhonesDialog(QDialog):
    """Esc and its button close it; Enter does what has the keyboard."""

    network_typed = Signal(object)
    address_chosen = Signal(object)
    door_turned = Signal(bool)
    print_asked = Signal()
    codes_turned = Signal()
    code_stepped = Signal(int)
    new_code_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._title = Text("", TextKind.TITLE)
        line_up(self._title)
        self._network = PhonesNetwork()
        self._people = PhonesPeople()
        self._codes = PhonesCodes()
        self._lost = PhonesLost()
        content = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._columns.addWidget(self._network, 1)
        self._columns.addLayout(self._made_right(), 1)
        self._close = Button("", kind=Kind.PRIMARY)
        self._close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(Scroll(content), 1)
        self._column.addLayout(foot)
        self._connect()
        self._close.setFocus()

    def show_view(self, view: PhonesView) -> None:
        self.setWindowTitle(view.title)
        self.setAccessibleName(view.title)
        self._title.set_text(view.title)
        self._close.set_text(view.close)
        self._network.show_view(view.network)
        self._people.show_view(view.people)
        self._codes.show_view(view.codes)
        self._lost.show_view(view.lost)

    def clear_lost(self) -> None:
        """Empty the field for a lost phone: what was asked is done."""
        self._lost.clear()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            room = px(self, 24)
            self._column.setContentsMargins(room, room, room, room)
            self._column.setSpacing(px(self, 12))
            self._columns.setSpacing(px(self, 40))
            self._right.setSpacing(px(self, 14))
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colours_of(self).of("surface"))

    def _arrange(self) -> None:
        beside = self.width() / look_of(self).scale >= _BESIDE
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        # Room for the scroll bar, so that it stands over nothing.
        self._columns.setContentsMargins(0, RING, RING, RING)

    def _made_right(self) -> QVBoxLayout:
        self._right = QVBoxLayout()
        for number, part in enumerate((self._people, self._codes, self._lost)):
            if number:
                rule = Rule()
                line_up(rule)
                self._right.addWidget(rule)
            self._right.addWidget(part)
        self._right.addStretch(1)
        return self._right

    def _connect(self) -> None:
        self._network.network_typed.connect(self.network_typed)
        self._network.address_chosen.connect(self.address_chosen)
        self._people.door_turned.connect(self.door_turned)
        self._codes.print_asked.connect(self.print_asked)
        self._codes.turned.connect(self.codes_turned)
        self._codes.stepped.connect(self.code_stepped)
        self._lost.asked.connect(self.new_code_asked)
