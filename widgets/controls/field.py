"""One line to type in."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from widgets.controls.box import Box
from widgets.controls.captioned import Captioned
from widgets.controls.painting import text_width
from widgets.controls.popup import dress_list
from widgets.controls.typing import Typing
from widgets.look import RING, look_of, px


class Field(Captioned):
    """Says `committed` for what a person typed (see `Typing`) and `submitted` on Enter.

    `left`: the person went elsewhere; what was typed is committed by then.
    """

    committed = Signal(str)
    submitted = Signal(str)
    left = Signal()

    def __init__(
        self,
        label: str,
        *,
        placeholder: str = "",
        hint: str = "",
        label_hidden: bool = False,
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._edit = QLineEdit()
        self._edit.setFrame(False)
        self._box = Box(self._edit, icon=icon)
        self._completer: QCompleter | None = None
        super().__init__(label, self._box, hint=hint, label_hidden=label_hidden, parent=parent)
        self._pass_focus_to(self._edit)
        self._edit.setPlaceholderText(placeholder)
        self._typing = Typing(self._edit, self._edit.text, self._write)
        self._typing.committed.connect(self.committed)
        self._typing.left.connect(self._left)
        self._edit.textEdited.connect(self._typing.touched)
        self._edit.returnPressed.connect(self._enter)
        self._dress()
        self._describe()

    def value(self) -> str:
        return self._edit.text()

    def set_value(self, value: str) -> None:
        """Show a value; ignored while something is typed that is not committed yet."""
        self._typing.show_value(value)

    def clear(self) -> None:
        """Empty the field without a word; what was typed is gone."""
        self._typing.clear()

    def set_placeholder(self, placeholder: str) -> None:
        self._edit.setPlaceholderText(placeholder)
        self._dress()

    def set_limit(self, letters: int) -> None:
        self._edit.setMaxLength(letters)

    def take_focus(self) -> None:
        """Go to this field, with all of it selected."""
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edit.selectAll()

    def commit(self) -> None:
        """Say now what is typed and not yet said."""
        self._typing.commit()

    def set_completions(self, texts: Sequence[str]) -> None:
        """Offer the texts that hold what is typed."""
        if self._completer is None:
            self._completer = self._made_completer()
            self._edit.setCompleter(self._completer)
            self._dress()
        model = self._completer.model()
        if isinstance(model, QStringListModel) and model.stringList() != list(texts):
            model.setStringList(list(texts))

    def _made_completer(self) -> QCompleter:
        completer = QCompleter(self)
        completer.setModel(QStringListModel(completer))
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._completed)
        return completer

    def _dress(self) -> None:
        self._box.setFixedHeight(px(self, 44) + 2 * RING)
        placeholder = text_width(self._edit.placeholderText(), 16 * look_of(self).scale)
        self._edit.setMinimumWidth(round(max(px(self, 96), min(placeholder, px(self, 240)))) + 8)
        popup = self._completer.popup() if self._completer else None
        if popup is not None:
            dress_list(popup, self)

    def _write(self, text: str) -> None:
        self._edit.setText(text)
        if not self._edit.hasFocus():
            self._edit.home(False)

    @Slot()
    def _left(self) -> None:
        # Of a text that is too long its beginning tells most.
        self._edit.home(False)
        self.left.emit()

    @Slot()
    def _enter(self) -> None:
        self._typing.commit()
        self.submitted.emit(self._edit.text())

    @Slot()
    def _completed(self) -> None:
        self._typing.commit()

    def _mark_wrong(self, *, wrong: bool) -> None:
        self._box.set_wrong(wrong=wrong)

    def _named(self) -> QWidget:
        return self._edit
