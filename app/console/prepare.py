"""The page to prepare a session at work: first on a draft, then on the session itself."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.keys import Intent
from app.presenters.console.prepare import (
    Preparing,
    bottom_view,
    form_view,
    people_note,
    top_title,
)
from app.presenters.console.readiness import ready_view
from app.readiness import Readiness, ReadinessProbe
from app.settings import Settings
from resources.catalogue import Catalogue
from widgets.console.prepare import Prepare
from widgets.console.views_frame import BottomView
from widgets.console.views_prepare import Edit, PrepareView
from widgets.controls.notice_bar import Notice
from workshop_flows import commands, rules
from workshop_flows.state import Ballot, Position, Setup
from workshop_flows.vocabulary import Step

FIRST: Final = Position(step=Step.WELCOME)


class PreparePage(QObject):
    """A whole page (`app.console.page`), with its own bar at the bottom.

    Without a desk what is typed stays in a draft, until the firm has a name: then
    `ready_to_create` asks, once, for the session. Whoever hears it makes the session and
    gives its desk with `set_desk`; from then on every change is a command. When it can't be
    made the draft stays, and the start asks once more. In another language the page is made
    anew.
    """

    ready_to_create = Signal(object)
    """The `Setup` to make a session with."""
    started = Signal()
    """The session stands where it goes on."""
    left = Signal()
    told = Signal(object)
    """A `Notice`, as long as there is no desk to tell it."""
    bottom_changed = Signal()

    def __init__(
        self,
        settings: Settings,
        texts: Catalogue,
        today: Callable[[], date],
        draft: Setup,
        *,
        second_screen: Callable[[], bool],
        probe: ReadinessProbe | None = None,
        desk: Desk | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._texts = texts
        self._today = today
        self._second_screen = second_screen
        self._draft = draft
        self._ballot = Ballot.SECRET
        self._said_on: date | None = None
        self._nameless = False
        self._asked = False
        self._found: Readiness | None = None
        self._desk = desk
        self._bottom: BottomView | None = None
        self._probe = probe or ReadinessProbe(parent=self)
        self._probe.found.connect(self._looked)
        self._prepare = Prepare(texts, parent)
        self._prepare.edited.connect(self._edit)
        self._prepare.company_left.connect(self._ask_for_session)
        self._prepare.again_asked.connect(self._look)

    @property
    def widget(self) -> QWidget:
        return self._prepare

    @property
    def title(self) -> str:
        """Return what stands in the bar at the top."""
        return top_title(self._now(), self._texts)

    @property
    def setup(self) -> Setup:
        return self._draft if self._desk is None else self._desk.session.setup

    def set_desk(self, desk: Desk) -> None:
        """Go on with the session that was asked for."""
        self._desk = desk
        desk.set_ballot(self._ballot)
        if desk.session.setup != self._draft:
            desk.do(commands.ChangeSetup(setup=self._draft))
        self.refresh()

    def refresh(self) -> None:
        now = self._now()
        ready = ready_view(
            self._found,
            self._texts,
            second_screen=self._second_screen(),
            note=people_note(now.setup, self._texts),
        )
        self._prepare.show_view(PrepareView(form=form_view(now, self._texts), ready=ready))
        bottom = bottom_view(now, self._texts)
        if bottom != self._bottom:
            self._bottom = bottom
            self.bottom_changed.emit()

    def bottom_view(self) -> BottomView:
        return bottom_view(self._now(), self._texts)

    def offers(self) -> Mapping[Intent, Callable[[], None]]:
        return {Intent.NEXT: self._begin, Intent.LEAVE: self.left.emit}

    def hints(self) -> tuple[Intent, ...]:
        return (Intent.LEAVE,)

    def start(self) -> QWidget | None:
        self._look()
        return self._prepare.form.company.focusProxy()

    def _now(self) -> Preparing:
        session = None if self._desk is None else self._desk.session
        return Preparing(
            setup=self.setup,
            ballot=self._ballot if self._desk is None else self._desk.ballot,
            today=self._today(),
            said_on=self._said_on,
            earlier=session.earlier if session is not None else None,
            fixed=session is not None and session.mode is not None,
            begun=session is not None and session.position.step is not Step.PREPARE,
            nameless=self._nameless,
        )

    @Slot(object)
    def _edit(self, edit: Edit) -> None:
        if edit.field == "ballot":
            self._choose_ballot(Ballot(str(edit.value)))
            return
        wanted = replace(self.setup, **{edit.field: edit.value})
        if edit.field == "owners":
            # Another group of owners has not said yes yet.
            wanted = replace(wanted, owner_apart=False)
        if edit.field == "owner_apart":
            self._said_on = self._today() if edit.value else None
        self._nameless = not wanted.company and self._asked
        if wanted.company or self._desk is None:
            self._change(wanted)
        if edit.field != "company":
            self._ask_for_session()
        self.refresh()

    def _choose_ballot(self, ballot: Ballot) -> None:
        self._ballot = ballot
        if self._desk is not None:
            self._desk.set_ballot(ballot)
        self.refresh()

    def _change(self, wanted: Setup) -> None:
        if wanted == self.setup:
            return
        if self._desk is not None:
            self._desk.do(commands.ChangeSetup(setup=wanted))
            return
        try:
            rules.check_setup(replace(wanted, company=wanted.company or "-"))
        except rules.RefusedError as error:
            text = self._texts.text(f"refusal.{error.refusal.code}", **error.refusal.values)
            self.told.emit(Notice(text=text, kind="warn"))
            return
        self._draft = wanted

    @Slot()
    def _ask_for_session(self) -> None:
        if self._desk is None and self._draft.company and not self._asked:
            self._asked = True
            self.ready_to_create.emit(self._draft)

    @Slot()
    def _begin(self) -> None:
        self._nameless = not self.setup.company
        if self._nameless:
            self.refresh()
            self._prepare.form.company.take_focus()
            return
        if self._desk is None:
            self._asked = False
            self._ask_for_session()
        if self._desk is None:
            return
        session = self._desk.session
        if session.position.step is not Step.PREPARE or self._desk.jump(FIRST):
            self.started.emit()

    @Slot()
    def _look(self) -> None:
        self._probe.start(self._settings.sessions_folder)

    @Slot(object)
    def _looked(self, found: Readiness) -> None:
        self._found = found
        self.refresh()
