"""The page of the votes: statements, counting, results, and the open conversation."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.keys import DIGITS, LESS, Intent
from app.presenters.console.vote import (
    AtVote,
    is_unopened,
    progress_told,
    roles_counted,
    too_few,
    vote_view,
)
from app.presenters.console.vote_notes import notes_from
from app.presenters.console.vote_stand import axis_now, may_agree, side_view, stand_moved
from app.presenters.voting import vote_page
from app.voting.slips import SKIP, StatementSlips, ballots_in
from widgets.console.vote import VoteCentre
from widgets.console.vote_side import VoteSide
from widgets.controls.ask import Answer, Question, ask
from widgets.controls.button import Kind
from workshop_flows import commands, lead
from workshop_flows.projector import AxisPage, ResultPage
from workshop_flows.state import Ballot, Position, TextList
from workshop_flows.vocabulary import Mode, Role

HALF = 0.5
Offers = Mapping[Intent, Callable[[], None]]


class VotePage(QObject):
    """Fills the centre and, during the talk, the panel under the preview."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._texts = desk.texts
        self._at = AtVote()
        self._place: tuple[Position, bool] | None = None
        self._centre = VoteCentre(desk.texts, parent)
        self._side = VoteSide(parent)
        self._side.hide()
        self._connect()

    @property
    def widget(self) -> QWidget:
        return self._centre

    @property
    def side(self) -> QWidget | None:
        """The panel under the preview; None when there is nothing in it."""
        shown = self._desk.is_live and side_view(self._desk) is not None
        return self._side if shown else None

    @property
    def note(self) -> str:
        """Beside the big button: how far the counting is."""
        return progress_told(self._desk)

    @property
    def reason(self) -> str | None:
        """Why the big button cannot be pressed."""
        return too_few(self._desk) or None

    @property
    def hint_words(self) -> Mapping[Intent, str]:
        texts, current = self._desk.texts, self._desk.session.round
        hands = current is not None and current.ballot is Ballot.SHOW_OF_HANDS
        more = texts.text("vote.hint.hand" if hands else "vote.hint.slip")
        less = texts.text("vote.hint.less")
        return {
            Intent.LEAVE: texts.text("vote.ask.stay"),
            **dict.fromkeys(DIGITS, more),
            **dict.fromkeys(LESS, less),
        }

    def refresh(self) -> None:
        desk = self._desk
        if desk.texts is not self._texts:
            self._texts = desk.texts
            self._centre.set_texts(desk.texts)
        self._at = self._remembered()
        self._centre.show_view(vote_view(desk, self._at))
        side = side_view(desk)
        if side is not None:
            self._side.show_view(side)

    def offers(self) -> Offers:
        current = self._desk.session.round
        if current is not None:
            # Nothing that is open is left without a question.
            stop = {Intent.STOP_VOTE: self._stop, Intent.SKIP: self._stop}
            return {**stop, **self._counting()} if current.closed else stop
        if not self._talking:
            leave = {Intent.LEAVE: self._stay} if self._desk.stage.revote else {}
            return {Intent.SKIP: self._desk.skip, **leave}
        return self._talk_offers()

    def hints(self) -> tuple[Intent, ...]:
        offers = self.offers()
        matter = (
            Intent.DIGIT_0,
            Intent.LESS_0,
            Intent.OWNER,
            Intent.LEAVE,
            Intent.NOTE,
            Intent.DEEPER,
            Intent.REVOTE,
            Intent.STOP_VOTE,
            Intent.SKIP,
        )
        if self._desk.session.round is not None:
            # It asks the same as 'stop'.
            offers = {key: what for key, what in offers.items() if key is not Intent.SKIP}
        return tuple(one for one in matter if one in offers)[:4]

    def start(self) -> QWidget | None:
        """Nothing: digits and letters must work at once."""
        return None

    def _connect(self) -> None:
        centre = self._centre
        centre.ballot_chosen.connect(self._choose_ballot)
        centre.stayed.connect(self._stay)
        centre.stopped.connect(self._stop)
        centre.added.connect(self._count_one)
        centre.taken.connect(self._count_less)
        centre.asked.connect(self._deepen)
        centre.stand_chosen.connect(self._agree)
        centre.notes_changed.connect(self._note)
        self._side.revote_asked.connect(self._desk.ask_revote)
        self._side.stand_chosen.connect(self._agree)

    @property
    def _talking(self) -> bool:
        return isinstance(vote_page(self._desk.room), ResultPage | AxisPage)

    def _remembered(self) -> AtVote:
        """Return whose slips the keys count, and where the notes of this page begin.

        Every count begins with the staff, or with whoever has slips.
        """
        session = self._desk.session
        roles = roles_counted(self._desk) or (Role.STAFF,)
        role = self._at.role if self._at.role in roles else roles[0]
        place = (session.position, self._talking)
        begin = self._at.notes_from
        if place != self._place:
            begin = notes_from(self._desk)
        self._place = place
        return AtVote(role=role, notes_from=begin)

    def _counting(self) -> Offers:
        roles = roles_counted(self._desk)
        if not roles:
            return {}
        offers: dict[Intent, Callable[[], None]] = {Intent.NEXT: self._show_counted}
        role = self._at.role if self._at.role in roles else roles[0]
        options = (SKIP,) if is_unopened(self._desk, role) else range(6)
        for option in options:
            offers[DIGITS[option]] = partial(self._count_one, role, option)
            offers[LESS[option]] = partial(self._count_less, role, option)
        if len(roles) > 1:
            offers[Intent.OWNER] = self._switch
        return offers

    def _talk_offers(self) -> Offers:
        desk = self._desk
        offers: dict[Intent, Callable[[], None]] = {Intent.NOTE: self._centre.take_note}
        page = vote_page(desk.room)
        if isinstance(page, AxisPage) and page.talk is not None:
            offers[Intent.DEEPER] = self._turn_deeper
        if lead.may_revote(desk.session, desk.stage.reveal):
            offers[Intent.REVOTE] = desk.ask_revote
        if may_agree(desk):
            offers[Intent.STAND_UP] = partial(self._move_stand, HALF)
            offers[Intent.STAND_DOWN] = partial(self._move_stand, -HALF)
        if desk.room.mode is Mode.OPEN:
            offers[Intent.SKIP] = desk.skip
        return offers

    @Slot(object)
    def _choose_ballot(self, ballot: object) -> None:
        if isinstance(ballot, Ballot):
            self._desk.set_ballot(ballot)

    @Slot()
    def _stay(self) -> None:
        """Leave the second vote that was asked for and is not open."""
        self._desk.set_stage(reveal=lead.arrival(self._desk.session), revote=False)

    @Slot()
    def _stop(self) -> None:
        texts = self._desk.texts
        question = Question(
            title=texts.text("vote.stop.title"),
            text=texts.text("vote.stop.told"),
            answers=(
                Answer(key="no", text=texts.text("vote.stop.no"), kind=Kind.PRIMARY),
                Answer(key="yes", text=texts.text("vote.stop.yes")),
            ),
            cancel="no",
        )
        if ask(self._centre, question) == "yes":
            self._desk.stop_vote()

    def _show_counted(self) -> None:
        """Show the result; first ask when nothing was counted, for that cannot be mended."""
        slips = self._desk.slips
        nothing = isinstance(slips, StatementSlips) and not slips.staff.votes
        came_in = self._desk.session.round is not None and any(
            ballots_in(self._desk.session.round.counts)
        )
        texts = self._desk.texts
        question = Question(
            title=texts.text("vote.empty.title"),
            text=texts.text("vote.empty.told"),
            answers=(
                Answer(key="count", text=texts.text("vote.empty.count"), kind=Kind.PRIMARY),
                Answer(key="show", text=texts.text("vote.empty.show")),
            ),
            cancel="count",
        )
        if came_in or not nothing or ask(self._centre, question) == "show":
            self._desk.advance()

    @Slot(object, int)
    def _count_one(self, role: Role, option: int) -> None:
        self._set_counted(role, option, more=True)

    @Slot(object, int)
    def _count_less(self, role: Role, option: int) -> None:
        self._set_counted(role, option, more=False)

    def _set_counted(self, role: Role, option: int, *, more: bool) -> None:
        slips = self._desk.slips
        if isinstance(slips, StatementSlips):
            changed = slips.added(option, role) if more else slips.taken(option, role)
            self._desk.set_slips(changed)

    @Slot()
    def _switch(self) -> None:
        other = Role.STAFF if self._at.role is Role.OWNER else Role.OWNER
        self._at = AtVote(role=other, notes_from=self._at.notes_from)
        self.refresh()

    @Slot()
    def _turn_deeper(self) -> None:
        self._desk.set_stage(deep=not self._desk.stage.deep)

    @Slot(bool)
    def _deepen(self, deep: bool) -> None:  # noqa: FBT001 (a signal's argument)
        self._desk.set_stage(deep=deep)

    @Slot(object)
    def _agree(self, value: object) -> None:
        stand = value if isinstance(value, float) else None
        self._desk.do(commands.AgreeStand(axis=axis_now(self._desk), value=stand))

    def _move_stand(self, by: float) -> None:
        self._agree(stand_moved(self._desk, by))

    @Slot(object)
    def _note(self, notes: tuple[str, ...]) -> None:
        before = self._desk.session.quotes[: self._at.notes_from]
        items = (*before, *notes)
        self._desk.do(commands.ChangeList(name=TextList.QUOTES, items=items))
