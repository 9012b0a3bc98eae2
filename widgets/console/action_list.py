"""The library: search, filters, and the actions that are left."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.action_row import ActionRow
from widgets.console.flow_row import FlowRow
from widgets.console.views_choosing import ActionRowView, ActionsView
from widgets.controls.button import Button, Toggle
from widgets.controls.field import Field
from widgets.controls.options import Option
from widgets.controls.select import Select
from widgets.controls.text import Text, TextKind
from widgets.look import is_look_event, line_up, px
from workshop_flows import limits


class ActionList(QWidget):
    searched = Signal(str)
    filtered = Signal(object)
    """The key of the chip that was pressed."""
    pressed = Signal(int)
    """The number of the action."""
    own_asked = Signal()
    axis_chosen = Signal(object)

    def __init__(self, texts: Catalogue, between: QWidget, parent: QWidget | None = None) -> None:
        """`between` stands between the filters and the actions."""
        super().__init__(parent)
        self.search = Field("", label_hidden=True)
        self.search.set_limit(limits.LONGEST_TEXT)
        self.search.committed.connect(self.searched)
        self.search.submitted.connect(self._go_to_first)
        typed = self.search.focusProxy()
        if isinstance(typed, QLineEdit):
            # A list that follows every key: nothing is written by looking.
            typed.textEdited.connect(self.searched)
        self._axis = Select("", label_hidden=True)
        self._axis.chosen.connect(self.axis_chosen)
        self._add = Button("", icon="plus")
        self._add.clicked.connect(self.own_asked)
        self._own = FlowRow()
        self._own.add(self._axis)
        self._own.add(self._add)
        self._chip_options: tuple[Option, ...] = ()
        self._chips: dict[Toggle, object] = {}
        self._chip_row = FlowRow()
        self._nothing = Text("", TextKind.BODY, role="ink_2")
        line_up(self._nothing)
        self._rows: dict[int, ActionRow] = {}
        self._order: tuple[int, ...] = ()
        self._box = QWidget()
        self._list = QVBoxLayout(self._box)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.search, self._own, self._chip_row, between, self._nothing):
            self._column.addWidget(part)
        self._column.addWidget(self._box)

        self.set_texts(texts)

    def set_texts(self, texts: Catalogue) -> None:
        words = texts.text("choosing.search")
        self.search.set_label(words)
        self.search.set_placeholder(words)
        self._axis.set_label(texts.text("choosing.own.axis"))
        self._chip_row.setAccessibleName(texts.text("choosing.chips"))

    def show_view(self, view: ActionsView) -> None:
        self._axis.set_options(view.axes)
        self._axis.set_chosen(view.axis)
        self._add.set_text(view.own)
        self._add.set_keycap(view.own_key)
        self._own.setVisible(bool(view.own))
        self._make_chips(view.chips)
        for chip, key in self._chips.items():
            chip.set_chosen(chosen=key in view.filters)
        self._nothing.set_text(view.nothing)
        self._nothing.setVisible(bool(view.nothing))
        self._show_rows(view.rows)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 4))
        return super().event(event)

    def _show_rows(self, rows: tuple[ActionRowView, ...]) -> None:
        for row in rows:
            self._row(row.action).show_action(row)
        order = tuple(row.action for row in rows)
        if order == self._order:
            return
        # Out of sight the rows are not laid out anew for each of them.
        self._box.hide()
        for action in self._order:
            self._list.removeWidget(self._rows[action])
            self._rows[action].setVisible(action in order)
        for action in order:
            self._list.addWidget(self._rows[action])
            self._rows[action].show()
        self._order = order
        self._box.show()

    def _row(self, action: int) -> ActionRow:
        if action not in self._rows:
            row = ActionRow(self._box)
            row.hide()
            row.clicked.connect(self._press)
            self._rows[action] = row
        return self._rows[action]

    def _make_chips(self, options: tuple[Option, ...]) -> None:
        if options == self._chip_options:
            return
        self._chip_options = options
        self._chip_row.clear()
        self._chips = {Toggle(option.text): option.key for option in options}
        for chip in self._chips:
            chip.clicked.connect(self._filter)
            self._chip_row.add(chip)

    @Slot()
    def _go_to_first(self) -> None:
        if self._order:
            self._rows[self._order[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _filter(self) -> None:
        sender: QObject = self.sender()
        if isinstance(sender, Toggle):
            self.filtered.emit(self._chips[sender])

    @Slot()
    def _press(self) -> None:
        sender: QObject = self.sender()
        if isinstance(sender, ActionRow):
            self.pressed.emit(sender.action)
