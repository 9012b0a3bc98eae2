"""One afspraak that is open: five things live, and the rest for who wants more."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.agreement_fields import AgreementFields
from widgets.console.folding_row import FoldingRow
from widgets.console.views_agreement import AgreementView, EditorView, Part, Shift
from widgets.controls.button import Button, IconButton, Kind, Size
from widgets.controls.card import Card, CardKind
from widgets.controls.field import Field
from widgets.controls.icon import Icon
from widgets.controls.select import Select
from widgets.controls.text import Text, TextKind
from widgets.look import is_look_event, line_up, px

NAMED = (Part.WHO, Part.MAATJE, Part.PAID_BY)
"""Fields in which names are completed."""


class AgreementEditor(QWidget):
    edited = Signal(object)
    more_asked = Signal(object)
    """Whether everything is to be shown."""
    shifted = Signal(object)
    removed = Signal(object)

    def __init__(self, words: Catalogue, number: int) -> None:
        super().__init__()
        self._words = words
        self._number = number
        self._more = False
        self._fields = AgreementFields(words, number, self)
        self._fields.edited.connect(self.edited)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._add_the_five()
        self._optional = self._made_optional()
        self._column.addWidget(self._optional)
        self._column.addWidget(self._made_buttons())

    def show_view(self, view: EditorView, page: AgreementView) -> None:
        for part, text in view.texts.items():
            self._fields.show_text(part, text)
        self._fields.show_day(Part.FIRST_STEP_DATE, view.day)
        self._fields.show_answer(Part.WORKING_TIME, value=view.working_time)
        self._fields.show_answer(Part.OBLIGATORY, value=view.obligatory)
        self._axis.set_options(page.axes)
        self._axis.set_chosen(view.axis)
        self._free.setVisible(view.obligatory is True)
        self._more = view.more
        self._optional.setVisible(view.more)
        self._more_button.set_icon("caret-up" if view.more else "caret-down")
        key = "agreement.less" if view.more else "agreement.more"
        if self._more_button.accessibleName() != self._words.text(key):
            self._more_button.set_text(self._words.text(key))
        self._up.setEnabled(view.may_rise)
        self._down.setEnabled(view.may_sink)
        for part in NAMED:
            field = self._fields.widget_of(part)
            if isinstance(field, Field):
                field.set_completions(page.names)

    def widget_of(self, part: Part) -> QWidget | None:
        return self._axis if part is Part.AXIS else self._fields.widget_of(part)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 8))
            self._rest.setSpacing(px(self, 8))
        return super().event(event)

    def _add_the_five(self) -> None:
        fields = self._fields
        self._column.addWidget(fields.text(Part.TITLE))
        self._column.addWidget(self._row((Part.WHO, 2), (Part.HOURS, 1), (Part.EUROS, 1)))
        step = FoldingRow(440)
        step.add(fields.text(Part.FIRST_STEP), 3)
        step.add(fields.day(Part.FIRST_STEP_DATE), 2)
        self._column.addWidget(step)
        self._column.addWidget(fields.text(Part.EVIDENCE))

    def _made_optional(self) -> QWidget:
        fields = self._fields
        optional = QWidget()
        self._rest = QVBoxLayout(optional)
        self._rest.setContentsMargins(0, 0, 0, 0)
        self._rest.addWidget(self._row((Part.RESULT, 1), (Part.YIELDS, 1)))
        self._rest.addWidget(self._row((Part.WHEN, 2), (Part.MAATJE, 1)))
        time = FoldingRow(440)
        time.add(fields.answer(Part.WORKING_TIME), 2)
        time.add(fields.text(Part.PAID_BY), 1)
        self._rest.addWidget(time)
        self._rest.addWidget(fields.text(Part.NEEDS))
        self._rest.addWidget(self._row((Part.IF, 1), (Part.THEN, 1)))
        self._rest.addWidget(fields.answer(Part.OBLIGATORY))
        self._free = self._made_notice()
        self._rest.addWidget(self._free)
        self._axis = Select(self._words.text("agreement.field.axis"))
        self._axis.set_label_kind(TextKind.SMALL)
        self._axis.chosen.connect(self._choose_axis)
        self._rest.addWidget(self._axis)
        return optional

    def _row(self, *parts: tuple[Part, int]) -> FoldingRow:
        row = FoldingRow(440)
        for part, share in parts:
            row.add(self._fields.text(part), share)
        return row

    def _made_notice(self) -> QWidget:
        card = Card(CardKind.MARKED)
        card.set_margins(16, 12, 16, 12)
        row = QHBoxLayout()
        row.addWidget(Icon("info", size=22), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(self._words.text("agreement.obligatory")), 1)
        card.body.addLayout(row)
        line_up(card)
        return card

    def _made_buttons(self) -> FoldingRow:
        words = self._words
        self._more_button = Button(
            words.text("agreement.more"), kind=Kind.QUIET, size=Size.SMALL, icon="caret-down"
        )
        self._more_button.clicked.connect(self._ask_more)
        self._up = IconButton("arrow-up", words.text("agreement.up"))
        self._up.clicked.connect(self._rise)
        self._down = IconButton("arrow-down", words.text("agreement.down"))
        self._down.clicked.connect(self._sink)
        remove = IconButton("trash", words.text("agreement.remove"))
        remove.clicked.connect(self._remove)
        together = QWidget()
        beside = QHBoxLayout(together)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addStretch(1)
        for button in (self._up, self._down, remove):
            beside.addWidget(button)
        row = FoldingRow(360, middle=True)
        row.add(self._more_button)
        row.add(together, 1)
        return row

    @Slot(object)
    def _choose_axis(self, axis: object) -> None:
        self._fields.say(Part.AXIS, axis)  # type: ignore[arg-type]

    @Slot()
    def _ask_more(self) -> None:
        self.more_asked.emit(not self._more)

    @Slot()
    def _rise(self) -> None:
        self.shifted.emit(Shift(afspraak=self._number, by=-1))

    @Slot()
    def _sink(self) -> None:
        self.shifted.emit(Shift(afspraak=self._number, by=1))

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self._number)
