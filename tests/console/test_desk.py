"""The desk: one session from its first statement on, in every mode, with undo and restart."""

import pytest

from app.desk import Desk
from app.errors import InputError
from app.presenters.pages import projector_page
from app.store import MemoryLog, SessionStore
from app.voting.slips import ConsentSlips, StatementSlips
from resources.catalogue import catalogue
from tests.console.desks import desk, no_trouble
from tests.core.builders import content, setup, tally
from widgets.controls.notice_bar import Notice
from workshop_flows import commands
from workshop_flows.commands import Ballots, Command, RoleTallies
from workshop_flows.lead import Act, Reveal
from workshop_flows.projector import AxisPage, BlankPage, ResultPage, StatementPage
from workshop_flows.state import (
    Ballot,
    ChoiceCounts,
    ConsentCounts,
    ConsentSubject,
    OpenRound,
    Position,
    Session,
    StatementSubject,
    TextList,
)
from workshop_flows.vocabulary import AxisId, Role, Step

FIRST = Position(step=Step.VOTE, axis=AxisId.A1, statement=1)
SECOND = Position(step=Step.VOTE, axis=AxisId.A1, statement=2)


def count(made: Desk, *answers: int, owner: int | None = None) -> None:
    for answer in answers:
        assert isinstance(made.slips, StatementSlips)
        made.set_slips(made.slips.added(answer))
    if owner is not None:
        assert isinstance(made.slips, StatementSlips)
        made.set_slips(made.slips.added(owner, Role.OWNER))


def vote(made: Desk, *answers: int, owner: int | None = None) -> None:
    """Open, close, count and reveal the statement where the session stands."""
    made.advance()
    made.advance()
    count(made, *answers, owner=owner)
    made.advance()


def test_a_statement_goes_from_opening_to_the_owner_by_one_button() -> None:
    made = desk(at=FIRST)
    made.advance()
    assert made.session.round is not None
    page = projector_page(made.room)
    assert isinstance(page, StatementPage)
    assert page.asked
    assert page.counted is None
    made.advance()
    count(made, 3, 3, 4, 4, 5, owner=2)
    assert made.stage.counted is not None
    assert (made.stage.counted.voted, made.stage.counted.seats) == (6, 10)
    page = projector_page(made.room)
    assert isinstance(page, StatementPage)
    assert page.counted == made.stage.counted
    made.advance()
    shown = projector_page(made.room)
    assert isinstance(shown, ResultPage)
    assert shown.result.owner is None
    assert made.next.act is Act.SHOW_OWNER
    made.advance()
    shown = projector_page(made.room)
    assert isinstance(shown, ResultPage)
    assert shown.result.owner == 2
    made.advance()
    assert made.session.position == SECOND
    assert made.stage.reveal is Reveal.STATEMENT


def test_the_counts_of_slips_vanish_at_the_reveal() -> None:
    made = desk(at=FIRST)
    vote(made, 3, 3, 4, 4, 5)
    assert made.slips is None
    assert made.stage.counted is None


def test_the_last_statement_leads_to_the_axis_and_back_leads_to_its_result() -> None:
    made = desk(setup(owners=0, owner_apart=False), at=SECOND)
    vote(made, 3, 3, 4, 4, 5)
    made.advance()
    assert isinstance(projector_page(made.room), AxisPage)
    made.go_back()
    assert isinstance(projector_page(made.room), ResultPage)
    made.go_back()
    assert made.session.position == FIRST


def test_too_few_slips_are_refused_in_words_and_may_be_corrected() -> None:
    made = desk(at=FIRST)
    told: list[Notice] = []
    made.told.connect(told.append)
    vote(made, 3, 3)
    assert made.session.round is not None
    assert [one.kind for one in told] == ["warn"]
    assert "3" in told[0].text
    count(made, 4)
    made.advance()
    assert made.session.round is None


def test_back_out_of_an_open_round_is_refused_and_stopping_leaves_no_result() -> None:
    made = desk(at=FIRST)
    told: list[Notice] = []
    made.told.connect(told.append)
    made.advance()
    made.go_back()
    assert told
    assert made.session.position == FIRST
    made.stop_vote()
    assert made.session.round is None
    assert made.next.act is Act.OPEN_VOTE


def test_skipping_the_last_statement_shows_an_axis_that_was_begun() -> None:
    made = desk(setup(owners=0, owner_apart=False), at=FIRST)
    vote(made, 3, 3, 4, 4, 5)
    made.advance()
    made.skip()
    assert made.stage.reveal is Reveal.AXIS
    assert isinstance(projector_page(made.room), AxisPage)
    made.skip()
    assert made.session.position.axis is AxisId.A2


def test_skipping_with_an_open_round_stops_it_first() -> None:
    made = desk(at=FIRST)
    made.advance()
    made.skip()
    assert made.session.round is None
    assert made.session.position == SECOND


def test_a_second_vote_in_mode_team_keeps_the_first_as_a_ghost() -> None:
    made = desk(setup(owners=0, owner_apart=False), at=FIRST)
    vote(made, 1, 1, 2, 2, 3)
    made.ask_revote()
    assert isinstance(projector_page(made.room), StatementPage)
    vote(made, 4, 4, 4, 4, 4)
    page = projector_page(made.room)
    assert isinstance(page, ResultPage)
    assert page.result.ghost is not None
    made.ask_revote()
    assert made.stage.reveal is Reveal.RESULT


def test_a_second_vote_that_was_not_opened_yet_is_left_by_going_back() -> None:
    made = desk(setup(owners=0, owner_apart=False), at=FIRST)
    vote(made, 1, 1, 2, 2, 3)
    made.ask_revote()
    made.go_back()
    assert made.stage.reveal is Reveal.RESULT
    assert made.session.position == FIRST


def test_mode_pooled_shows_a_word_after_the_axis_and_votes_again_as_a_whole() -> None:
    made = desk(setup(staff=3), at=FIRST)
    vote(made, 2, 2, 3, owner=4)
    assert isinstance(projector_page(made.room), StatementPage)
    made.advance()
    assert made.session.position == SECOND
    vote(made, 2, 2, 3, owner=4)
    page = projector_page(made.room)
    assert isinstance(page, AxisPage)
    assert page.zone is not None
    made.ask_revote()
    assert made.session.position == FIRST
    vote(made, 4, 4, 4, owner=4)
    assert isinstance(projector_page(made.room), StatementPage)
    made.advance()
    vote(made, 4, 4, 4, owner=4)
    assert isinstance(projector_page(made.room), AxisPage)


def test_mode_open_counts_hands_and_holds_no_secret_vote() -> None:
    made = desk(setup(staff=1), at=Position(step=Step.CONSENT))
    assert made.ballot is Ballot.SHOW_OF_HANDS
    made.advance()
    made.advance()
    assert isinstance(made.slips, ConsentSlips)
    made.set_slips(made.slips.added(1).added(1))
    made.advance()
    assert made.session.consent is not None


def test_hands_may_be_chosen_instead_of_slips() -> None:
    made = desk(at=FIRST)
    made.set_ballot(Ballot.SHOW_OF_HANDS)
    made.advance()
    assert made.session.round is not None
    assert made.session.round.ballot is Ballot.SHOW_OF_HANDS


def test_undo_takes_back_a_text_and_says_when_it_cannot() -> None:
    made = desk(setup(owners=0, owner_apart=False), at=FIRST)
    made.do(commands.ChangeList(name=TextList.COMING, items=("AI",)))
    made.undo()
    assert made.session.coming == ()
    vote(made, 1, 1, 2, 2, 3)
    told: list[Notice] = []
    made.told.connect(told.append)
    made.undo()
    assert len(told) == 1
    assert made.session.statements


def test_undo_of_a_text_costs_no_slip_that_was_counted() -> None:
    made = desk(setup(owners=0, owner_apart=False), at=FIRST)
    made.advance()
    made.advance()
    count(made, 3, 3, 4)
    made.do(commands.ChangeList(name=TextList.COMING, items=("AI",)))
    made.undo()
    assert made.session.coming == ()
    assert made.slips is not None
    assert made.slips.counted == 3


def test_a_restart_goes_on_where_the_round_was_closed() -> None:
    log = MemoryLog()
    store = SessionStore(log, content())
    for command in (commands.StartSession(setup=setup()), commands.MoveTo(to=FIRST)):
        store.dispatch(command)
    before = Desk(store, catalogue("nl"), no_trouble)
    before.advance()
    before.advance()
    count(before, 1, 2, 3)
    after = Desk(SessionStore(log, content()), catalogue("nl"), no_trouble)
    assert after.next.act is Act.REVEAL
    assert after.slips == StatementSlips(seats=(9, 1))
    count(after, 3, 3, 3, 3, 3)
    after.advance()
    assert after.stage.reveal is Reveal.RESULT
    again = Desk(SessionStore(log, content()), catalogue("nl"), no_trouble)
    assert projector_page(again.room) == projector_page(after.room)


class FullDisk(MemoryLog):
    """A log that has no room for a while."""

    full = False

    def append(self, events: object, /) -> None:
        if self.full:
            raise InputError("journal.full")
        super().append(events)  # type: ignore[arg-type]


class Phones:
    """Voters whose ballots came in."""

    def __init__(self, seats: int) -> None:
        self.seats = seats
        self.voted = 0
        self.remarks: tuple[str, ...] = ()
        self.locked = False
        self.whole = True
        self.ballots: Ballots | None = RoleTallies(tally(0, 0, 2, 3, 4), tally(0, 0, 0, 0, 1))

    def listen(self, heard: object) -> None:
        self.heard = heard

    def open(self, current: OpenRound, session: Session) -> None:
        self.voted = 3

    def close(self) -> Ballots:
        given, self.ballots = self.ballots, None
        assert given is not None, "the ballots were taken out of the box twice"
        return given

    def resume(self, current: OpenRound, session: Session) -> bool:
        self.voted = 3
        return self.whole

    def destroy(self) -> None:
        if self.locked:
            raise InputError("voting.not_erased", path="round")
        self.voted = 0

    def forget_remarks(self) -> None:
        self.remarks = ()


def test_ballots_survive_a_close_that_could_not_be_written() -> None:
    log = FullDisk()
    store = SessionStore(log, content())
    start: list[Command] = [
        commands.StartSession(setup=setup(phones=10)),
        commands.MoveTo(to=FIRST),
    ]
    for command in start:
        store.dispatch(command)
    made = Desk(store, catalogue("nl"), lambda _error: False, voters=Phones(10))
    made.advance()
    assert made.stage.counted is not None
    assert made.stage.counted.voted == 3
    log.full = True
    made.advance()
    assert made.session.round is not None
    assert not made.session.round.closed
    log.full = False
    made.advance()
    assert made.session.statements[0].counts.team == tally(0, 0, 2, 3, 4)
    assert made.stage.reveal is Reveal.RESULT


def test_slips_are_counted_beside_the_voters_by_device() -> None:
    store = SessionStore(MemoryLog(), content())
    for command in (
        commands.StartSession(setup=setup(staff=12, phones=10)),
        commands.MoveTo(to=FIRST),
    ):
        store.dispatch(command)
    made = Desk(store, catalogue("nl"), no_trouble, voters=Phones(10))
    made.advance()
    made.advance()
    assert made.slips == StatementSlips(seats=(3, 0))
    count(made, 1, 1, 1)
    assert made.stage.counted is not None
    assert made.stage.counted.voted == 13
    made.advance()
    assert made.session.statements[0].counts.team == tally(3, 0, 2, 3, 4)


def voted_on(phones: Phones, *more: Command) -> tuple[Desk, list[Notice]]:
    """Return the desk of nine and an owner, who vote with these phones, and what it told."""
    store = SessionStore(MemoryLog(), content())
    for command in (
        commands.StartSession(setup=setup(phones=10)),
        commands.MoveTo(to=FIRST),
        *more,
    ):
        store.dispatch(command)
    made = Desk(store, catalogue("nl"), no_trouble)
    told: list[Notice] = []
    made.told.connect(told.append)
    made.set_voters(phones)
    return made, told


def test_no_result_is_shown_while_ballots_could_not_be_destroyed() -> None:
    phones = Phones(10)
    made, told = voted_on(phones)
    made.advance()
    phones.locked = True
    made.advance()
    assert made.session.round is not None
    assert made.session.round.closed
    assert not made.session.statements
    assert [one.kind for one in told] == ["error"]
    made.advance()
    assert not made.session.statements
    phones.locked = False
    made.advance()
    assert made.session.statements[0].counts.team == tally(0, 0, 2, 3, 4)


def test_after_a_restart_phones_go_on_with_the_open_round() -> None:
    open_it = commands.OpenVote(subject=StatementSubject(statement="A1.1", number=1))
    made, told = voted_on(Phones(10), open_it)
    assert made.stage.counted is not None
    assert made.stage.counted.voted == 3
    assert told == []


def test_after_a_restart_it_is_told_that_what_was_typed_is_lost() -> None:
    agreed = commands.OpenVote(subject=ConsentSubject())
    _, told = voted_on(Phones(10), agreed)
    assert "bij de storing verloren gegaan" in told[0].text


def test_it_is_told_too_when_the_outcome_was_shown_already() -> None:
    said = (
        commands.MoveTo(to=Position(step=Step.CONSENT)),
        commands.OpenVote(subject=ConsentSubject()),
        commands.CloseVote(ballots=ConsentCounts(yes=9, yes_if=1, no=0)),
        commands.RevealVote(),
    )
    _, told = voted_on(Phones(10), *said)
    assert "bij de storing verloren gegaan" in told[0].text


def test_what_was_typed_is_kept_until_the_step_is_left() -> None:
    phones = Phones(10)
    phones.ballots = ConsentCounts(yes=9, yes_if=1, no=0)
    phones.remarks = ("Niet op maandag.",)
    made, _ = voted_on(phones, commands.MoveTo(to=Position(step=Step.CONSENT)))
    made.advance()
    assert made.remarks == (), "those of the vote before"
    phones.remarks = ("Niet op maandag.",)
    made.advance()
    assert made.remarks == ("Niet op maandag.",)
    made.jump(Position(step=Step.AGREEMENT))
    assert made.remarks == ()


def test_it_is_told_when_ballots_were_lost() -> None:
    open_it = commands.OpenVote(subject=StatementSubject(statement="A1.1", number=1))
    phones = Phones(10)
    phones.whole = False
    _, told = voted_on(phones, open_it)
    assert "nog een keer te stemmen" in told[0].text


def test_a_close_that_was_kept_before_a_crash_only_waits_for_the_result() -> None:
    phones = Phones(10)
    closed = (
        commands.OpenVote(subject=StatementSubject(statement="A1.1", number=1)),
        commands.CloseVote(ballots=RoleTallies(tally(0, 0, 2, 3, 4), tally(0, 0, 0, 0, 1))),
    )
    made, _ = voted_on(phones, *closed)
    assert made.next.act is Act.REVEAL
    made.advance()
    assert made.session.statements[0].counts.team == tally(0, 0, 2, 3, 4)
    assert phones.ballots is not None, "no ballot was taken a second time"


def test_hands_are_raised_without_the_phones() -> None:
    phones = Phones(10)
    made, _ = voted_on(phones)
    made.set_ballot(Ballot.SHOW_OF_HANDS)
    made.advance()
    assert phones.voted == 0
    assert made.counts_by_hand
    made.advance()
    assert made.slips == StatementSlips(seats=(9, 1))


def test_who_did_not_choose_on_the_phone_is_not_counted_as_having_chosen_nothing() -> None:
    phones = Phones(10)
    phones.ballots = ChoiceCounts(counts=(9, 0, 0, 0, 0, 0, 0), ballots=9)
    made, _ = voted_on(phones, commands.MoveTo(to=Position(step=Step.FOCUS)))
    made.advance()
    made.advance()
    assert made.session.round is None
    assert made.session.focus_counts == ChoiceCounts(counts=(9, 0, 0, 0, 0, 0, 0), ballots=9)


def test_a_vote_that_cannot_be_kept_is_not_opened() -> None:
    class Full(Phones):
        def open(self, current: OpenRound, session: Session) -> None:
            raise InputError("voting.not_erased", path="round")

    made, told = voted_on(Full(10))
    made.advance()
    assert made.session.round is None
    assert told[-1].kind == "error"


def test_trouble_with_the_disk_may_be_mended_and_the_change_is_made_after_all() -> None:
    log = FullDisk()
    store = SessionStore(log, content())
    store.dispatch(commands.StartSession(setup=setup()))
    log.full = True
    asked: list[str] = []

    def mended(error: InputError) -> bool:
        asked.append(error.key)
        log.full = False
        return True

    made = Desk(store, catalogue("nl"), mended)
    assert made.do(commands.ChangeList(name=TextList.COMING, items=("AI",)))
    assert asked == ["journal.full"]
    assert made.session.coming == ("AI",)


def test_whatever_is_asked_is_told_as_one_change() -> None:
    made = desk(at=FIRST)
    told: list[object] = []
    made.changed.connect(lambda: told.append(projector_page(made.room)))
    for act in (made.advance, made.advance):
        act()
    count(made, 3, 3, 4, 4, 5)
    before = len(told)
    assert before == 2 + 5
    made.advance()
    assert len(told) == before + 1
    assert isinstance(told[-1], ResultPage)
    for act in (made.skip, made.go_back, made.ask_revote, made.go_back, made.undo):
        before = len(told)
        act()
        assert len(told) == before + 1, act


def test_the_room_and_the_preview_share_one_page() -> None:
    made = desk(at=FIRST)
    assert made.projector_page is made.projector_page
    before = made.projector_page
    made.toggle_blank()
    assert made.projector_page != before


def test_blank_hides_the_page_and_shows_it_again() -> None:
    made = desk()
    made.toggle_blank()
    assert isinstance(projector_page(made.room), BlankPage)
    made.toggle_blank()
    assert not isinstance(projector_page(made.room), BlankPage)


def test_the_end_is_told_once_and_there_is_no_session_any_more() -> None:
    made = desk(at=Position(step=Step.CLOSE))
    ended: list[bool] = []
    made.finished.connect(lambda: ended.append(True))
    made.advance()
    assert ended == [True]
    assert not made.is_live
    with pytest.raises(LookupError):
        _ = made.session
