"""The form to prepare a session."""

import re
from datetime import date

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.prepare_parts import Apart, Choice, LengthChoice, TopAligned
from widgets.console.prepare_ways import Ways
from widgets.console.views_prepare import Edit, FormView
from widgets.controls.area import Area
from widgets.controls.date_field import DateField
from widgets.controls.field import Field
from widgets.controls.select import Select
from widgets.controls.stepper import Stepper
from widgets.controls.text import Text, TextKind
from widgets.look import RING, is_look_event, line_up, px
from workshop_flows import limits

_BETWEEN_NAMES = re.compile(r"[,;\n]")


def names_in(text: str) -> tuple[str, ...]:
    """Return the names that are typed, one on a line or with commas between them."""
    parts = (" ".join(part.split()) for part in _BETWEEN_NAMES.split(text))
    return tuple(part for part in parts if part)


class PrepareForm(QWidget):
    """`edited` tells an `Edit`; `company_left` that the name of the firm is typed.

    `words` are the texts of the controls; the form is made anew for another language.
    """

    edited = Signal(object)
    company_left = Signal()

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: FormView | None = None
        self._title = Text("", TextKind.TITLE)
        self._intro = Text("", TextKind.BODY, role="ink_2")
        self._fixed = Text("", TextKind.SMALL)
        for text in (self._title, self._intro, self._fixed):
            line_up(text)
        self.company = Field("")
        self.company.set_limit(limits.LONGEST_NAME)
        self._sector = Select("")
        self._question = Area("", lines=2)
        self._question.set_limit(limits.LONGEST_TEXT)
        self._staff = Stepper("", lowest=1, highest=limits.MOST_STAFF, words=words)
        self._owners = Stepper("", lowest=0, highest=limits.MOST_OWNERS, words=words)
        self._apart = Apart()
        self._ballot = Ways(words)
        self._length = LengthChoice()
        self._day = DateField("", words)
        self._language = Choice()
        self._names = Area("", lines=2)
        self._owner_names = Area("", lines=2)
        self._lay_out()
        self._connect()

    def show_view(self, view: FormView) -> None:
        before, self._view = self._view, view
        self._title.set_text(view.title)
        self._intro.set_text(view.intro)
        self._intro.setVisible(bool(view.intro))
        self._fixed.set_text(view.fixed or "")
        self._fixed.setVisible(view.fixed is not None)
        if before is None or before.labels != view.labels:
            self._show_labels(view)
        self._show_firm(view)
        self._show_people(view)
        self._ballot.show_view(view.labels.ballot, view.ballot)
        self._length.show_view(view.labels.length, view.length, fixed=view.fixed)
        self._language.show_choice(view.labels.language, view.languages, view.language, "")
        self._day.set_today(view.today)
        self._day.set_value(view.day)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.company.commit()
            self.company_left.emit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 8))
            for row in (self._firm, self._people, self._when, self._who):
                row.set_spacing(px(self, 20) - 2 * RING)
        return super().event(event)

    def _show_labels(self, view: FormView) -> None:
        labels = view.labels
        self.company.set_label(labels.company)
        self._sector.set_label(labels.sector)
        self._question.set_label(labels.question)
        self._question.set_hint(labels.question_hint)
        self._staff.set_label(labels.staff)
        self._owners.set_label(labels.owners)
        self._day.set_label(labels.day)
        self._names.set_label(labels.names)
        self._owner_names.set_label(labels.owner_names)
        for area in (self._names, self._owner_names):
            area.set_placeholder(labels.names_how)

    def _show_firm(self, view: FormView) -> None:
        self.company.set_value(view.company)
        self.company.set_error(view.company_error)
        self._sector.set_options(view.sectors)
        self._sector.set_chosen(view.sector)
        self._question.set_value(view.question)

    def _show_people(self, view: FormView) -> None:
        self._staff.set_range(*view.staff_range)
        self._staff.set_value(view.staff)
        self._owners.set_range(*view.owners_range)
        self._owners.set_value(view.owners)
        for stepper in (self._staff, self._owners):
            stepper.setEnabled(view.fixed is None)
            stepper.setToolTip(view.fixed or "")
        self._apart.show_view(view.apart, fixed=view.fixed)
        self._names.set_hint(view.names_hint)
        self._owner_names.set_hint(view.owner_names_hint)
        self._owner_names.setVisible(view.owners > 0)
        for area, names in ((self._names, view.names), (self._owner_names, view.owner_names)):
            # What is typed says the same in its own way: commas, spaces, a line to come.
            if names_in(area.value()) != names:
                area.set_value(", ".join(names))

    def _lay_out(self) -> None:
        self._firm = TopAligned((self.company, 13), (self._sector, 10))
        self._people = TopAligned((self._staff, 0), (self._owners, 0), (self._apart, 1))
        self._when = TopAligned((self._day, 1), (self._language, 1))
        self._who = TopAligned((self._names, 1), (self._owner_names, 1))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        parts = (self._title, self._intro, self._firm, self._question, self._fixed, self._people)
        for part in (*parts, self._ballot, self._length, self._when, self._who):
            self._column.addWidget(part)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self.company.committed.connect(self._company_typed)
        self.company.submitted.connect(self.company_left)
        # The control tells when the typing pauses; that the name is whole is told by leaving.
        proxy = self.company.focusProxy()
        if proxy is not None:
            proxy.installEventFilter(self)
        self._sector.chosen.connect(self._sector_chosen)
        self._question.committed.connect(self._question_typed)
        self._staff.changed_to.connect(self._staff_changed)
        self._owners.changed_to.connect(self._owners_changed)
        self._apart.toggled_to.connect(self._apart_changed)
        self._ballot.edited.connect(self.edited)
        self._length.chosen.connect(self._length_chosen)
        self._language.chosen.connect(self._language_chosen)
        self._day.committed.connect(self._day_typed)
        self._names.committed.connect(self._names_typed)
        self._owner_names.committed.connect(self._owner_names_typed)

    def _tell(self, field: str, value: object) -> None:
        self.edited.emit(Edit(field=field, value=value))

    @Slot(str)
    def _company_typed(self, text: str) -> None:
        self._tell("company", " ".join(text.split()))

    @Slot(object)
    def _sector_chosen(self, key: object) -> None:
        self._tell("sector", key)

    @Slot(str)
    def _question_typed(self, text: str) -> None:
        self._tell("question", " ".join(text.split()))

    @Slot(int)
    def _staff_changed(self, number: int) -> None:
        self._tell("staff", number)

    @Slot(int)
    def _owners_changed(self, number: int) -> None:
        self._tell("owners", number)

    @Slot(bool)
    def _apart_changed(self, yes: bool) -> None:  # noqa: FBT001 (a signal)
        self._tell("owner_apart", yes)

    @Slot(object)
    def _length_chosen(self, key: object) -> None:
        self._tell("length", key)

    @Slot(object)
    def _language_chosen(self, key: object) -> None:
        self._tell("language", key)

    @Slot(object)
    def _day_typed(self, day: date | None) -> None:
        if day is not None:
            self._tell("date", day)
        elif self._view is not None:
            self._day.set_value(self._view.day)

    @Slot(str)
    def _names_typed(self, text: str) -> None:
        self._tell("names", names_in(text))

    @Slot(str)
    def _owner_names_typed(self, text: str) -> None:
        self._tell("owner_names", names_in(text))
