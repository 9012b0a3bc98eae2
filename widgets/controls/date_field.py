"""A day, typed or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from resources.catalogue import Catalogue
from widgets.controls.box import Box
from widgets.controls.button import IconButton, Kind
from widgets.controls.calendar import Calendar
from widgets.controls.captioned import Captioned
from widgets.controls.day_words import read_day
from widgets.controls.painting import text_width
from widgets.controls.typing import Typing
from widgets.look import RING, look_of, px


class _Opener(IconButton):
    """The button in the field, small enough to stand inside its frame with its ring."""

    def sizeHint(self) -> QSize:
        side = px(self, 30) + 2 * RING
        return QSize(side, side)

    def _icon_size(self) -> int:
        return 20


class DateField(Captioned):
    """Says `committed` with a date, or with None when it is made empty.

    A text that is no day, or one outside the range, stays with an error and says nothing.
    Without `set_today` a day needs its year. Alt with the arrow down opens the calendar.
    """

    committed = Signal(object)

    def __init__(
        self,
        label: str,
        words: Catalogue,
        *,
        placeholder: str = "",
        hint: str = "",
        label_hidden: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._words = words
        self._value: date | None = None
        self._today: date | None = None
        self._refused = False
        self._first: date | None = None
        self._last: date | None = None
        self._edit = QLineEdit()
        self._edit.setFrame(False)
        self._box = Box(self._edit, above=1)
        self._opener = _Opener("calendar-blank", words.text("kit.calendar"), kind=Kind.QUIET)
        self._box.add_widget(self._opener)
        super().__init__(label, self._box, hint=hint, label_hidden=label_hidden, parent=parent)
        self._pass_focus_to(self._edit)
        self._edit.setPlaceholderText(placeholder)
        self._typing = Typing(self._edit, self._edit.text, self._edit.setText, pause=None)
        self._typing.committed.connect(self._typed)
        self._edit.returnPressed.connect(self._typing.commit)
        self._opener.clicked.connect(self.open_calendar)
        self._dress()
        self._describe()

    def value(self) -> date | None:
        return self._value

    def set_value(self, value: date | None) -> None:
        """Show a day; ignored while a text is typed, or stands there, that is not this day."""
        if self._refused:
            if value == self._value:
                return
            self._refuse(None)
        self._value = value
        self._typing.show_value(self._shown())
        self._tell_whole()

    def set_today(self, today: date) -> None:
        self._today = today

    def set_range(self, first: date | None, last: date | None) -> None:
        """Take only days from `first` up to `last`."""
        self._first = first
        self._last = last

    def clear(self) -> None:
        """Empty the field without a word."""
        self._value = None
        self._refuse(None)
        self._typing.clear()

    def commit(self) -> None:
        """Say now what is typed and not yet said."""
        self._typing.commit()

    def take_focus(self) -> None:
        """Go to this field, with all of it selected."""
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edit.selectAll()

    @Slot()
    def open_calendar(self) -> None:
        self._typing.commit()
        at = self._value or self._today or self._first or self._last
        if at is None:
            return
        calendar = Calendar(self._words, self)
        calendar.set_range(self._first, self._last)
        calendar.picked.connect(self._picked)
        calendar.pop_up(at, chosen=self._value, today=self._today, below=self._box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        down = event.key() == Qt.Key.Key_Down
        if down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write_again()

    @Slot(str)
    def _typed(self, text: str) -> None:
        if not text.strip():
            self._take(None)
            return
        found = self._read(text)
        wrong = self._words.text("kit.no_day") if found is None else self._outside(found)
        if wrong:
            self._refuse(wrong)
        else:
            self._take(found)

    @Slot(object)
    def _picked(self, day: object) -> None:
        if isinstance(day, date):
            self._take(day)
            self.take_focus()

    def _take(self, day: date | None) -> None:
        changed = day != self._value
        self._value = day
        self._refuse(None)
        self._typing.show_value(self._shown())
        self._tell_whole()
        if changed:
            self.committed.emit(day)

    def _refuse(self, error: str | None) -> None:
        self._refused = error is not None
        self.set_error(error)

    def _read(self, text: str) -> date | None:
        if self._today is not None:
            for word, days in (("kit.today", 0), ("kit.tomorrow", 1)):
                if text.strip().lower() == self._words.text(word):
                    return date.fromordinal(self._today.toordinal() + days)
        if self._value is not None and text.strip() == self._shown():
            return self._value
        return read_day(text, self._today, self._words.language)

    def _outside(self, day: date) -> str:
        if self._first is not None and day < self._first:
            return self._words.text("kit.day_too_early", day=self._words.weekday(self._first))
        if self._last is not None and day > self._last:
            return self._words.text("kit.day_too_late", day=self._words.weekday(self._last))
        return ""

    def _shown(self) -> str:
        """Return the day in full where there is room for it."""
        if self._value is None:
            return ""
        whole = self._words.weekday(self._value)
        room = self._edit.width() - px(self, 8)
        if text_width(whole, 16 * look_of(self).scale) <= room:
            return whole
        return self._words.short_day(self._value)

    def _tell_whole(self) -> None:
        self._edit.setToolTip(self._words.weekday(self._value) if self._value else "")

    def _write_again(self) -> None:
        if self._value is not None and not self._refused:
            self._typing.show_value(self._shown())

    def _dress(self) -> None:
        self._box.setFixedHeight(px(self, 44) + 2 * RING)
        placeholder = text_width(self._edit.placeholderText(), 16 * look_of(self).scale)
        self._edit.setMinimumWidth(round(max(px(self, 92), min(placeholder, px(self, 240)))) + 8)
        self._write_again()

    def _mark_wrong(self, *, wrong: bool) -> None:
        self._box.set_wrong(wrong=wrong)

    def _named(self) -> QWidget:
        return self._edit
