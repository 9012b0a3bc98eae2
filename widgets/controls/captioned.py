"""A control with its label above it, and a hint or an error under it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.controls.icon import Icon
from widgets.controls.text import Text, TextKind
from widgets.look import is_look_event, line_up, px


class Captioned(QWidget):
    """`content` leaves `RING` free on every side; the texts stand in line with what is seen."""

    def __init__(
        self,
        label: str,
        content: QWidget,
        *,
        hint: str,
        label_hidden: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label = Text(label, TextKind.LABEL)
        self._hint = Text(hint, TextKind.SMALL)
        self._error_text = Text("", TextKind.ERROR)
        self._error = QWidget()
        self._error_row = QHBoxLayout(self._error)
        self._error_row.setContentsMargins(0, 0, 0, 0)
        self._error_row.addWidget(Icon("warning-circle", size=18, role="error"))
        self._error_row.addWidget(self._error_text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._label, content, self._hint, self._error):
            column.addWidget(part)
        # Not before it stands in something: it would be a window of its own for a moment.
        self._label.setVisible(not label_hidden)
        for text in (self._label, self._hint, self._error):
            line_up(text)

    def label(self) -> str:
        return self._label.text()

    def set_label(self, label: str) -> None:
        self._label.set_text(label)
        self._describe()

    def set_label_kind(self, kind: TextKind) -> None:
        """Make the label quieter than it is, such as inside a card."""
        self._label.set_kind(kind)

    def hint(self) -> str:
        return self._hint.text()

    def set_hint(self, hint: str) -> None:
        self._hint.set_text(hint)
        self._describe()

    def error(self) -> str:
        """Return what is wrong, or nothing."""
        return self._error_text.text()

    def set_error(self, error: str | None) -> None:
        """Say under the control what is wrong with it; None: nothing."""
        self._error_text.set_text(error or "")
        self._mark_wrong(wrong=bool(error))
        self._describe()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._error_row.setSpacing(px(self, 6))
            self._dress()
        return super().event(event)

    def _pass_focus_to(self, inside: QWidget) -> None:
        # Without a policy of its own, `setTabOrder` does nothing for what passes the focus on.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(inside)

    def _dress(self) -> None:
        """Take on the look of the window."""

    def _mark_wrong(self, *, wrong: bool) -> None:
        raise NotImplementedError

    def _named(self) -> QWidget:
        """Return the widget that is read out."""
        raise NotImplementedError

    def _describe(self) -> None:
        hint, error = self._hint.text(), self._error_text.text()
        self._error.setVisible(bool(error))
        self._hint.setVisible(bool(hint) and not error)
        self._named().setAccessibleName(self._label.text())
        self._named().setAccessibleDescription(error or hint)
