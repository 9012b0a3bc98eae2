"""Leads the simple steps: what is typed goes to the session, the rest is only shown."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.keys import Intent
from app.presenters.console import steps
from app.presenters.joining import may_choose
from app.presenters.room import Room
from resources.catalogue import Catalogue
from widgets.console.step_lists import ListPage, QuestionPage
from widgets.console.step_page import StepPage
from widgets.console.step_results import RadarPage, WhoStartsPage
from widgets.console.views_steps import StepView
from widgets.controls.segments import Segments
from widgets.controls.text import Text, TextKind
from workshop_flows import commands
from workshop_flows.state import TextList

Offers = Mapping[Intent, Callable[[], None]]


class TalkStep(QObject):
    """A step in which the facilitator only talks: welcome and close."""

    def __init__(
        self,
        desk: Desk,
        view: Callable[[Room, Catalogue], StepView],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view = view
        self._page = StepPage(desk.texts, parent)

    @property
    def widget(self) -> QWidget:
        return self._page

    def refresh(self) -> None:
        self._page.set_texts(self._desk.texts)
        self._page.show_step(self._view(self._desk.room, self._desk.texts))

    def offers(self) -> Offers:
        return {}

    def hints(self) -> tuple[Intent, ...]:
        return (Intent.PAUSE, Intent.SKIP, Intent.BLANK)

    def start(self) -> QWidget | None:
        return None


class WelcomeStep(TalkStep):
    """As long as phones join, the room sees how, or what we do: the facilitator turns."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, steps.welcome_view, parent)
        self._turn_name = Text("", TextKind.STRONG)
        self._turn = Segments("")
        self._turn.chosen.connect(self._show)
        self._page.body.addWidget(self._turn_name)
        self._page.body.addWidget(self._turn)

    @property
    def hint_words(self) -> Mapping[Intent, str]:
        shown = "join" if self._desk.stage.points else "points"
        return {Intent.DEEPER: self._desk.texts.text(f"steps.welcome.show.{shown}")}

    def refresh(self) -> None:
        super().refresh()
        for part in (self._turn_name, self._turn):
            part.setVisible(may_choose(self._desk.room))
        name = self._desk.texts.text("steps.welcome.turn")
        self._turn_name.set_text(name)
        self._turn.setAccessibleName(name)
        self._turn.set_options(steps.welcome_options(self._desk.texts))
        self._turn.set_chosen(self._desk.stage.points)

    def offers(self) -> Offers:
        return {Intent.DEEPER: self._other} if may_choose(self._desk.room) else {}

    def hints(self) -> tuple[Intent, ...]:
        return (Intent.DEEPER, *super().hints())

    def _other(self) -> None:
        self._desk.set_stage(points=not self._desk.stage.points)

    @Slot(object)
    def _show(self, points: object) -> None:
        self._desk.set_stage(points=points)


class CloseStep(TalkStep):
    """The big button of the frame finishes the session."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, steps.close_view, parent)

    def hints(self) -> tuple[Intent, ...]:
        return (Intent.PAUSE, Intent.BLANK)


class TypingStep(QObject):
    """A step with one list. M goes to where its next item is typed."""

    def __init__(self, desk: Desk, page: ListPage | QuestionPage | RadarPage, name: TextList):
        super().__init__()
        self._desk = desk
        self._page = page
        self._name = name
        page.items_changed.connect(self._change)

    @property
    def widget(self) -> QWidget:
        return self._page

    def offers(self) -> Offers:
        return {Intent.NOTE: self._to_entry, Intent.LEAVE: self._leave}

    def hints(self) -> tuple[Intent, ...]:
        return (Intent.NOTE, Intent.LEAVE, Intent.PAUSE, Intent.BLANK)

    def start(self) -> QWidget | None:
        entry = self._page.entry()
        # A full list takes nothing more.
        return entry if entry.isEnabled() else None

    @Slot(object)
    def _change(self, items: tuple[str, ...]) -> None:
        self._desk.do(commands.ChangeList(name=self._name, items=items))

    def _to_entry(self) -> None:
        self._page.entry().setFocus()

    def _leave(self) -> None:
        """Take the keyboard out of the texts, so that single letters work."""
        window = self._page.window()
        focus = window.focusWidget()
        if focus is not None:
            focus.clearFocus()


class QuestionStep(TypingStep):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        page = QuestionPage(desk.texts, parent)
        super().__init__(desk, page, TextList.COMING)
        self._question = page
        page.asked.connect(self._ask)

    def refresh(self) -> None:
        self._question.set_texts(self._desk.texts)
        self._question.show_view(steps.question_view(self._desk.room, self._desk.texts))

    @Slot(str)
    def _ask(self, question: str) -> None:
        setup = self._desk.session.setup
        if question != setup.question:
            self._desk.do(commands.ChangeSetup(setup=replace(setup, question=question)))


class AlreadyDoingStep(TypingStep):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        page = ListPage("steps.already", desk.texts, parent)
        super().__init__(desk, page, TextList.ALREADY_DOING)
        self._list = page

    def refresh(self) -> None:
        self._list.set_texts(self._desk.texts)
        self._list.show_view(steps.already_doing_view(self._desk.room, self._desk.texts))


class RadarStep(TypingStep):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        page = RadarPage(desk.texts, parent)
        super().__init__(desk, page, TextList.QUOTES)
        self._radar = page

    def refresh(self) -> None:
        self._radar.set_texts(self._desk.texts)
        self._radar.show_view(steps.radar_view(self._desk.room, self._desk.texts))

    def start(self) -> QWidget | None:
        return None


class WhoStartsStep(QObject):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = WhoStartsPage(desk.texts, parent)

    @property
    def widget(self) -> QWidget:
        return self._page

    def refresh(self) -> None:
        self._page.set_texts(self._desk.texts)
        self._page.show_view(steps.who_starts_view(self._desk.room, self._desk.texts))

    def offers(self) -> Offers:
        return {}

    def hints(self) -> tuple[Intent, ...]:
        return (Intent.PAUSE, Intent.SKIP, Intent.BLANK)

    def start(self) -> QWidget | None:
        return None
