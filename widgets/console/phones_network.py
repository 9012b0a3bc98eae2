"""The network that phones come in by: the Wi-Fi, the address, and the codes to scan."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.console.qr_code import QrTile
from widgets.console.step_lines import StepLines
from widgets.console.views_phones import NetworkTyped, NetworkView
from widgets.controls.field import Field
from widgets.controls.icon import Icon
from widgets.controls.select import Select
from widgets.controls.text import Text, TextKind
from widgets.look import RING, is_look_event, line_up, px

_LONGEST_NAME = 32
_LONGEST_PASSWORD = 63
"""As long as a Wi-Fi can have them."""
_MOST_CODES = 2


class PhonesNetwork(QWidget):
    network_typed = Signal(object)
    """A `NetworkTyped`."""
    address_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("", TextKind.HEADING)
        self._network = Field("")
        self._network.set_limit(_LONGEST_NAME)
        self._password = Field("")
        self._password.set_limit(_LONGEST_PASSWORD)
        self._hint = Text("", TextKind.SMALL)
        for text in (self._title, self._hint):
            line_up(text)
        self._address = Select("")
        self._advice = _Advice()
        self._steps = StepLines()
        self._codes = [QrTile() for _ in range(_MOST_CODES)]
        self._fields = QHBoxLayout()
        self._fields.addWidget(self._network, 1)
        self._fields.addWidget(self._password, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addLayout(self._fields)
        for part in (self._hint, self._address, self._advice, self._steps):
            self._column.addWidget(part)
        self._tiles = QHBoxLayout()
        for code in self._codes:
            self._tiles.addWidget(code, 1)
        self._column.addLayout(self._tiles)
        self._column.addStretch(1)
        self._network.committed.connect(self._typed)
        self._password.committed.connect(self._typed)
        self._address.chosen.connect(self.address_chosen)

    def show_view(self, view: NetworkView) -> None:
        self._title.set_text(view.title)
        self._network.set_label(view.name_label)
        self._network.set_value(view.name)
        self._password.set_label(view.password_label)
        self._password.set_value(view.password)
        self._hint.set_text(view.hint)
        self._address.set_label(view.address_label)
        self._address.set_options(view.addresses)
        self._address.set_chosen(view.address)
        self._address.setVisible(bool(view.addresses))
        self._advice.show_advice(view.advice, good=view.good)
        self._steps.show_lines(view.steps)
        for number, code in enumerate(self._codes):
            code.setVisible(number < len(view.codes))
            if number < len(view.codes):
                code.show_view(view.codes[number])

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 8))
            self._fields.setSpacing(max(0, px(self, 16) - 2 * RING))
            self._tiles.setContentsMargins(RING, px(self, 8), RING, 0)
            self._tiles.setSpacing(px(self, 16))
        return super().event(event)

    @Slot()
    def _typed(self) -> None:
        typed = NetworkTyped(name=self._network.value().strip(), password=self._password.value())
        self.network_typed.emit(typed)


class _Advice(QWidget):
    """Whether the address will do, and what to do when it may not."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("info", size=20, role="ink_2")
        self._text = Text("", TextKind.SMALL, role="ink")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._text, 1)

    def show_advice(self, advice: str, *, good: bool) -> None:
        self._icon.set_icon("check-circle-fill" if good else "warning")
        self._icon.set_role("primary" if good else "ink")
        self._text.set_text(advice)
        self.setVisible(bool(advice))

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._row.setContentsMargins(RING, 0, RING, 0)
            self._row.setSpacing(px(self, 10))
        return super().event(event)
