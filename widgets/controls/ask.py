"""The one question that has to be answered before anything else."""

from msgspec import Struct
from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from widgets.controls.button import Button, Kind
from widgets.controls.text import Text, TextKind
from widgets.look import RING, colours_of, is_look_event, line_up, look_of, px, set_look


class Answer(Struct, frozen=True, kw_only=True):
    key: str
    text: str
    kind: Kind = Kind.SECONDARY


class Question(Struct, frozen=True, kw_only=True):
    """`cancel` is the key of the answer that Esc and closing the window give.

    The first answer of kind PRIMARY has the keyboard, and so Enter; else the one that cancels.
    """

    title: str
    text: str
    answers: tuple[Answer, ...]
    cancel: str


class QuestionWindow(QDialog):
    """The window of a question; `answer` is the key of what was answered."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer = question.cancel
        self.setModal(True)
        self.setWindowTitle(question.title)
        self.setAccessibleName(question.title)
        self.setAccessibleDescription(question.text)
        self._column = QVBoxLayout(self)
        for text in (Text(question.title, TextKind.HEADING), Text(question.text)):
            line_up(text)
            self._column.addWidget(text)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self._column.addLayout(self._row)
        self._buttons = {answer.key: self._made_button(answer) for answer in question.answers}
        steps = (answer.key for answer in question.answers if answer.kind is Kind.PRIMARY)
        self._buttons[next(steps, question.cancel)].setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            room = px(self, 24) - RING
            self._column.setContentsMargins(room, room + RING, room, room)
            self._column.setSpacing(px(self, 12))
            self._fit()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}
        if event.key() in steps:
            self.focusNextPrevChild(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours_of(self).of("surface"))

    def _fit(self) -> None:
        """Be as high as the lines need: a layout by itself forgets about broken lines."""
        width = max(px(self, 520), self._column.totalMinimumSize().width())
        self.setFixedSize(width, self._column.totalHeightForWidth(width))

    def _made_button(self, answer: Answer) -> Button:
        button = Button(answer.text, kind=answer.kind)
        self._row.addWidget(button)
        button.clicked.connect(self._answered)
        return button

    @Slot()
    def _answered(self) -> None:
        pressed = self.sender()
        self.answer = next(key for key, button in self._buttons.items() if button is pressed)
        self.accept()


def ask(parent: QWidget | None, question: Question) -> str:
    """Ask, wait, and return the key of the answer."""
    window = QuestionWindow(question, parent)
    if parent is not None:
        set_look(window, look_of(parent))
    window.exec()
    window.deleteLater()
    return window.answer
