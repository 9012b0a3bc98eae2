"""The page to prepare a session at work: first on a draft, then on the session itself."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.console.prepare_phones import PreparedPhones
from app.desk import Desk
from app.keys import Intent
from app.presenters.console.phone_rows import NETWORK, REHEARSAL, SLIPS
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
from app.voting.phone_status import PhonesOfSession
from app.voting.ways import followed
from resources.catalogue import Catalogue
from widgets.console.prepare import Prepare
from widgets.console.views_frame import BottomView
from widgets.console.views_prepare import Edit, PrepareView
from widgets.controls.notice_bar import Notice
from workshop_flows import commands, rules
from workshop_flows.setup import Setup
from workshop_flows.state import Ballot, Position
from workshop_flows.vocabulary import Mode, Step

FIRST: Final = Position(step=Step.WELCOME)


class PreparePage(QObject):
    """A whole page (`app.console.page`), with its own bar at the bottom.

    Without a desk what is typed stays in a draft, until the firm has a name: then
    `ready_to_create` asks, once, for the session. Whoever hears it makes the session and
    gives its desk with `set_desk`; from then on every change is a command. When it can't be
    made the draft stays, and the start asks once more. In another language the page is made
    anew.

    The phones of a session come with `set_phones`; without `by_phone` there can be none.
    """

    ready_to_create = Signal(object)
    """The `Setup` to make a session with."""
    started = Signal()
    """The session stands where it goes on."""
    left = Signal()
    told = Signal(object)
    """A `Notice`, as long as there is no desk to tell it."""
    bottom_changed = Signal()
    phones_asked = Signal()
    """The phones are to be set up, in a window over this page."""
    slips_asked = Signal()
    """The sheet of slips with codes is to be printed; `set_printed` tells that it was."""
    rehearsal_asked = Signal()

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
        by_phone: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._texts = texts
        self._today = today
        self._second_screen = second_screen
        self._draft = draft
        self._ballot = Ballot.SECRET
        self._by_phone = by_phone
        self._phones_before = 0
        self._phones = PreparedPhones()
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
        self._prepare.acted.connect(self._act)

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

    def set_phones(self, phones: PhonesOfSession) -> None:
        """Tell from now on how the phones of the session stand."""
        self._phones.of_session = phones
        phones.changed.connect(self.refresh)
        self.refresh()

    @property
    def printed(self) -> Collection[str]:
        """The codes that are on paper."""
        return self._phones.printed

    def set_printed(self, codes: Collection[str]) -> None:
        self._phones.add_printed(codes)
        self.refresh()

    def set_rehearsed(self) -> None:
        self._phones.rehearsed = True
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        now = self._now()
        ready = ready_view(
            self._found,
            self._texts,
            second_screen=self._second_screen(),
            note=people_note(now.setup, self._texts),
            phones=self._phones.readiness(now, self._texts),
        )
        self._prepare.show_view(PrepareView(form=form_view(now, self._texts), ready=ready))
        bottom = bottom_view(now, self._texts)
        if bottom != self._bottom:
            self._bottom = bottom
            self.bottom_changed.emit()

    def bottom_view(self) -> BottomView:
        return bottom_view(self._now(), self._texts)

    def offers(self) -> Mapping[Intent, Callable[[], None]]:
        offered = {Intent.NEXT: self._begin, Intent.LEAVE: self.left.emit}
        if self._now().by_phone and self._phones.status is not None:
            offered[Intent.REHEARSE] = self.rehearsal_asked.emit
        return offered

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
            phones_possible=self._by_phone,
            said_on=self._said_on,
            earlier=session.earlier if session is not None else None,
            fixed=session is not None and session.mode is not None,
            begun=session is not None and session.position.step is not Step.PREPARE,
            nameless=self._nameless,
        )

    @Slot(object)
    def _edit(self, edit: Edit) -> None:
        if edit.field in ("ballot", "phones", "slips"):
            self._choose_ways(edit)
            return
        wanted = replace(self.setup, **{edit.field: edit.value})
        if wanted.seats != self.setup.seats:
            phones = followed(wanted.phones, self.setup.seats, wanted.seats)
            wanted = replace(wanted, phones=phones)
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

    def _choose_ways(self, edit: Edit) -> None:
        """Hands are seen by all: then nobody votes by phone, until it is secret again."""
        phones = self.setup.phones
        if edit.field == "ballot":
            self._ballot = Ballot(str(edit.value))
            hands = self._ballot is Ballot.SHOW_OF_HANDS
            before, self._phones_before = self._phones_before, phones if hands else 0
            phones = 0 if hands else min(before, self.setup.seats)
        else:
            assert isinstance(edit.value, int)
            phones = edit.value if edit.field == "phones" else self.setup.seats - edit.value
            self._ballot = Ballot.SECRET
        if self._desk is not None:
            self._desk.set_ballot(self._ballot)
        self._change(replace(self.setup, phones=phones))
        self._ask_for_session()
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
        if self._by_phone and self._now().mode is not Mode.OPEN:
            # The next session begins in the same way.
            self._settings.change(voting_by_phone=self.setup.phones > 0)
        session = self._desk.session
        if session.position.step is not Step.PREPARE or self._desk.jump(FIRST):
            self.started.emit()

    @Slot(str)
    def _act(self, key: str) -> None:
        asked = {
            NETWORK: self.phones_asked,
            SLIPS: self.slips_asked,
            REHEARSAL: self.rehearsal_asked,
        }
        asked[key].emit()

    @Slot()
    def _look(self) -> None:
        self._probe.start(self._settings.sessions_folder)

    @Slot(object)
    def _looked(self, found: Readiness) -> None:
        self._found = found
        self.refresh()
