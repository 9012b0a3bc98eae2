"""The desk of the facilitator: one session, the moment it is in, and every change to either."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from app.big_button import carry_out
from app.content import load_content
from app.errors import InputError
from app.presenters.pages import projector_page
from app.presenters.room import Room
from app.presenters.stage import Stage
from app.store import SessionStore
from app.voting.rounds import Rounds
from app.voting.slips import Slips
from app.voting.voters import Voters
from app.voting.voting import Voting
from resources.catalogue import Catalogue, catalogue
from widgets.controls.notice_bar import Notice, NoticeKind
from workshop_flows import commands, lead
from workshop_flows.commands import Command
from workshop_flows.lead import Next, Reveal
from workshop_flows.projector import ProjectorPage
from workshop_flows.state import Archived, Ballot, Live, Position, Session, Subject
from workshop_flows.views import Report
from workshop_flows.vocabulary import Mode

Trouble = Callable[[InputError], bool]
"""Told when a change could not be written; returns whether to try once more."""


class Desk(QObject):
    """Leads a session. Everything a page wants goes through here, and pages hear `changed`.

    `texts` are those of the console; the room's are in the session's own language. A refusal
    is told as a notice; what could not be written goes to `trouble`, and stays undone.
    """

    changed = Signal()
    counted = Signal()
    """Only `stage.counted` is another one: somebody voted. Comes as fast as people vote."""
    told = Signal(object)
    """A `Notice` to show."""
    finished = Signal()

    def __init__(
        self,
        store: SessionStore,
        texts: Catalogue,
        trouble: Trouble,
        *,
        voters: Voters | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._trouble = trouble
        self._rounds = Rounds(voters)
        self._voting = Voting(self, self._rounds)
        self._room: Room | None = None
        self._page: ProjectorPage | None = None
        self._acting = 0
        self.texts = texts
        self.stage = Stage()
        self._voting.listen()
        if isinstance(store.workshop, Live):
            self._arrive()

    @property
    def session(self) -> Session:
        """Raise LookupError when there is none, or no more."""
        workshop = self._store.workshop
        if not isinstance(workshop, Live):
            raise LookupError("no live session")
        return workshop.session

    @property
    def is_live(self) -> bool:
        return isinstance(self._store.workshop, Live)

    @property
    def room(self) -> Room:
        """The session as it may be shown now; the same object until something changes."""
        if self._room is None:
            language = self.session.setup.language
            content = load_content(language)
            self._room = Room(self.session, content, catalogue(language), self.stage)
        return self._room

    @property
    def projector_page(self) -> ProjectorPage:
        """What the room sees now, made once for its window and for the preview."""
        if self._page is None:
            self._page = projector_page(self.room)
        return self._page

    @property
    def report(self) -> Report:
        """All that was shown and agreed: of the live session, or as the finished file keeps it."""
        workshop = self._store.workshop
        return workshop.report if isinstance(workshop, Archived) else self.room.report

    @property
    def next(self) -> Next:
        return lead.next_step(self.session, self.stage.reveal, revote=self.stage.revote)

    @property
    def ballot(self) -> Ballot:
        """How the rounds to come are voted on; in mode open there are only hands."""
        return Ballot.SHOW_OF_HANDS if self.room.mode is Mode.OPEN else self._rounds.ballot

    def set_voters(self, voters: Voters | None) -> None:
        """Let others vote by device, or nobody; after a restart they take up what is open."""
        with self.one_change():
            self._voting.set_voters(voters)
            self.recount()

    @property
    def remarks(self) -> tuple[str, ...]:
        """What was written beside the ballots of the last round, until it is left."""
        return self._rounds.remarks

    @property
    def slips(self) -> Slips | None:
        """What was counted by hand of the round that waits for its reveal."""
        return self._rounds.slips

    @property
    def counts_by_hand(self) -> bool:
        """Tell whether the close is followed by counting slips or hands."""
        return self._rounds.needs_hands(self.session)

    @contextmanager
    def one_change(self) -> Iterator[None]:
        """Tell of all that changes within as of one change, once it is complete."""
        self._acting += 1
        try:
            yield
        finally:
            self._acting -= 1
            self._tell_changed()

    def set_texts(self, texts: Catalogue) -> None:
        self.texts = texts
        self._tell_changed()

    def do(self, *wanted: Command) -> bool:
        """Carry the commands out in order; stop and return False at the first that fails."""
        done = all(self._do(command) for command in wanted)
        self._tell_changed()
        return done

    def set_stage(self, **changes: object) -> None:
        self.stage = replace(self.stage, **changes)
        self._tell_changed()

    def set_ballot(self, ballot: Ballot) -> None:
        self._rounds.ballot = ballot
        self._tell_changed()

    def set_slips(self, slips: Slips) -> None:
        self._rounds.slips = slips
        with self.one_change():
            self.recount()

    @Slot()
    def advance(self) -> None:
        """Do what the one big button says."""
        with self.one_change():
            carry_out(self.next, self, self._voting)
        if not self.is_live:
            self.finished.emit()

    @Slot()
    def go_back(self) -> None:
        """Go back one page: first from the axis to the result, else one position."""
        if self.session.round is not None:
            self.tell("desk.round_is_open", kind="warn")
        elif self.stage.revote:
            self._arrive()
        elif self.stage.reveal is Reveal.AXIS and lead.arrival(self.session) is Reveal.RESULT:
            self.set_stage(reveal=Reveal.RESULT)
        else:
            to = lead.going_back(self.session)
            if to is not None:
                self.jump(to)

    def jump(self, to: Position) -> bool:
        """Go to a position of the agenda; refused while a round is open."""
        with self.one_change():
            moved = self.do(commands.MoveTo(to=to))
            if moved:
                self._arrive()
        return moved

    @Slot()
    def skip(self) -> None:
        """Leave out the statement or the step; of a begun axis the result is shown."""
        with self.one_change():
            if self.session.round is not None:
                self.stop_vote()
            axis = lead.axis_to_show(self.session)
            to = lead.go_on(self.session).to
            if axis is not None:
                if self.do(commands.CloseAxis(axis=axis)):
                    self.set_stage(reveal=Reveal.AXIS, revote=False)
            elif to is not None:
                self.jump(to)

    def open_vote(self, subject: Subject) -> None:
        with self.one_change():
            self._voting.open(subject)

    @Slot()
    def stop_vote(self) -> None:
        """Leave the open round without a result; its ballots are destroyed unread."""
        with self.one_change():
            if self.do(commands.StopVote()):
                self._arrive()

    @Slot()
    def ask_revote(self) -> None:
        with self.one_change():
            self._voting.ask_again()

    @Slot()
    def undo(self) -> None:
        with self.one_change():
            before = self.session.position
            # While a round is open only texts can be undone: slips and remarks stay as they are.
            if self.do(commands.Undo()) and self.session.round is None:
                self._arrive(left=before != self.session.position)

    @Slot()
    def toggle_blank(self) -> None:
        self.set_stage(blank=not self.stage.blank)

    def tell_error(self, error: InputError) -> None:
        self.told.emit(Notice(text=error.message(self.texts), kind="error"))

    def tell(self, key: str, /, *, kind: NoticeKind = "info", **values: object) -> None:
        self.told.emit(Notice(text=self.texts.text(key, **values), kind=kind))

    @Slot()
    def recount(self) -> None:
        """Bring 'n van m gestemd' up to date."""
        counted = self._rounds.counted(self.session) if self.is_live else self.stage.counted
        if counted != self.stage.counted:
            self.stage = replace(self.stage, counted=counted)
            self._room = self._page = None
            if not self._acting:
                self.counted.emit()

    def _do(self, command: Command) -> bool:
        while True:
            try:
                refusal = self._store.dispatch(command)
            except InputError as error:
                if self._trouble(error):
                    continue
                return False
            if refusal is not None:
                self.tell(f"refusal.{refusal.code}", kind="warn", **refusal.values)
            elif isinstance(command, commands.ChangeSetup):
                self._store.speak(load_content(command.setup.language))
            return refusal is None

    def _tell_changed(self) -> None:
        self._room = self._page = None
        if not self._acting:
            self.changed.emit()

    def _arrive(self, *, left: bool = True) -> None:
        """Begin where the session now stands; `left`: remarks of the last round are gone."""
        self._voting.take_up(left=left)
        self.stage = replace(
            self.stage,
            reveal=lead.arrival(self.session),
            revote=False,
            deep=False,
            first_card=0,
            points=False,
            time_left=None,
            seconds_left=None,
            counted=self._rounds.counted(self.session),
        )
        self._tell_changed()
