"""The fields of the agreement, made from their names, and how they show what they hold."""

from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.views_agreement import DayView, Edit, EditValue, Part, Place, TextView
from widgets.controls.date_field import DateField
from widgets.controls.field import Field
from widgets.controls.options import Option
from widgets.controls.paragraph import Paragraph
from widgets.controls.segments import Segments
from widgets.controls.text import Text, TextKind
from widgets.look import line_up
from workshop_flows import limits

SENTENCES: Final = frozenset(
    {
        Part.TITLE,
        Part.FIRST_STEP,
        Part.EVIDENCE,
        Part.RESULT,
        Part.YIELDS,
        Part.NEEDS,
        Part.IF,
        Part.THEN,
        Part.OWNER_PROMISE,
        Part.TEAM_PROMISE,
    }
)
"""These may be long: they are shown whole."""
EXAMPLES: Final = frozenset({Part.IF, Part.THEN, Part.FOLLOW_UP_TIME})


class AgreementFields(QObject):
    """Makes the fields of one afspraak, or of the agreement as a whole, and hears them all."""

    edited = Signal(object)
    """An `Edit`."""

    def __init__(self, words: Catalogue, afspraak: int | None, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._afspraak = afspraak
        # In a card the labels are quieter than what they stand over.
        self._kind = TextKind.LABEL if afspraak is None else TextKind.SMALL
        self._texts: dict[Part, Field | Paragraph] = {}
        self._days: dict[Part, DateField] = {}
        self._answers: dict[Part, Segments] = {}
        self._errors: dict[Part, str | None] = {}

    def text(self, part: Part) -> Field | Paragraph:
        label = self._words.text(f"agreement.field.{part}")
        example = self._words.text(f"agreement.placeholder.{part}") if part in EXAMPLES else ""
        kind = Paragraph if part in SENTENCES else Field
        made = kind(label, placeholder=example)
        made.set_label_kind(self._kind)
        made.set_limit(limits.LONGEST_TEXT)
        made.committed.connect(self._committed)
        if isinstance(made, Field):
            made.submitted.connect(self._go_on)
        self._texts[part] = made
        return made

    def day(self, part: Part) -> DateField:
        label = self._words.text(f"agreement.field.{part}")
        example = self._words.text(f"agreement.placeholder.{part}")
        made = DateField(label, self._words, placeholder=example)
        made.set_label_kind(self._kind)
        made.committed.connect(self._committed)
        self._days[part] = made
        return made

    def answer(self, part: Part) -> QWidget:
        """Make 'ja', 'nee' and 'weten we nog niet' under their question."""
        label = self._words.text(f"agreement.field.{part}")
        made = Segments(label)
        keys = ("yes", "no", "unknown")
        made.set_options(
            [Option(key=key, text=self._words.text(f"agreement.{key}")) for key in keys]
        )
        made.chosen.connect(self._answered)
        self._answers[part] = made
        return Labelled(label, made, self._kind)

    def show_text(self, part: Part, view: TextView) -> None:
        field = self._texts[part]
        field.set_value(view.value)
        field.set_hint(view.note)
        self._show_error(part, field, view.error)

    def show_day(self, part: Part, view: DayView) -> None:
        field = self._days[part]
        field.set_today(view.today)
        field.set_range(view.first, view.last)
        if field.value() != view.value:
            field.set_value(view.value)
        self._show_error(part, field, view.error)

    def show_answer(self, part: Part, *, value: bool | None) -> None:
        self._answers[part].set_chosen({True: "yes", False: "no", None: "unknown"}[value])

    def widget_of(self, part: Part) -> QWidget | None:
        found = (self._texts.get(part), self._days.get(part), self._answers.get(part))
        return next((one for one in found if one is not None), None)

    def say(self, part: Part, value: EditValue) -> None:
        place = Place(part=part, afspraak=self._afspraak)
        self.edited.emit(Edit(place=place, value=value))

    @Slot(object)
    def _committed(self, value: EditValue) -> None:
        self.say(self._part_of_sender(), value)

    @Slot(object)
    def _answered(self, key: object) -> None:
        self.say(self._part_of_sender(), {"yes": True, "no": False}.get(str(key)))

    @Slot()
    def _go_on(self) -> None:
        field = self.sender()
        if isinstance(field, Field):
            field.focusNextPrevChild(True)

    def _part_of_sender(self) -> Part:
        sender = self.sender()
        made = (*self._texts.items(), *self._days.items(), *self._answers.items())
        return next(part for part, widget in made if widget is sender)

    def _show_error(
        self, part: Part, field: Field | Paragraph | DateField, error: str | None
    ) -> None:
        # A field of days has errors of its own, which no view knows of.
        if error != self._errors.get(part):
            self._errors[part] = error
            field.set_error(error)


class Labelled(QWidget):
    """A control that has no label of its own, with one above it."""

    def __init__(self, label: str, control: QWidget, kind: TextKind) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        heading = Text(label, kind)
        line_up(heading)
        column.addWidget(heading)
        column.addWidget(control)
        self.setFocusProxy(control)
