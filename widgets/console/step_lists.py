"""The steps in which the facilitator types what people call out."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from resources.catalogue import Catalogue
from widgets.console.list_card import ListCard
from widgets.console.step_page import StepPage
from widgets.console.views_steps import ListStep, QuestionStep
from widgets.controls.area import Area
from workshop_flows.limits import LONGEST_TEXT


class QuestionPage(StepPage):
    """The firm's own question, and what is coming to it."""

    asked = Signal(str)
    """The question in other words."""
    items_changed = Signal(object)

    def __init__(self, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(texts, parent)
        self._question = Area(texts.text("steps.question.label"), lines=2)
        self._question.set_limit(LONGEST_TEXT)
        self._coming = ListCard("steps.coming", texts)
        self.body.addWidget(self._question)
        self.body.addWidget(self._coming)
        self._question.committed.connect(self._typed)
        self._coming.changed_to.connect(self.items_changed)

    def entry(self) -> QWidget:
        return self._coming.entry

    def set_texts(self, texts: Catalogue) -> None:
        super().set_texts(texts)
        self._question.set_label(texts.text("steps.question.label"))
        self._coming.set_texts(texts)

    def show_view(self, view: QuestionStep) -> None:
        self.show_step(view.step)
        self._question.set_value(view.question)
        self._coming.set_items(view.coming)

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.asked.emit(" ".join(text.split()))


class ListPage(StepPage):
    """One list. `key` names its texts."""

    items_changed = Signal(object)

    def __init__(self, key: str, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(texts, parent)
        self._list = ListCard(key, texts)
        self.body.addWidget(self._list)
        self._list.changed_to.connect(self.items_changed)

    def entry(self) -> QWidget:
        return self._list.entry

    def set_texts(self, texts: Catalogue) -> None:
        super().set_texts(texts)
        self._list.set_texts(texts)

    def show_view(self, view: ListStep) -> None:
        self.show_step(view.step)
        self._list.set_items(view.items)
