"""A whole workshop from its script, through the same door as a live session."""

from collections.abc import Iterator

from msgspec import structs

from app.content import load_content
from app.errors import InputError
from app.script_model import Script, Vote
from app.store import MemoryLog, SessionStore
from workshop_flows import commands, privacy
from workshop_flows.commands import Ballots, Command, RoleTallies
from workshop_flows.follow_up import earlier_session
from workshop_flows.setup import Setup
from workshop_flows.state import (
    Archived,
    Ballot,
    Card,
    CardsSubject,
    ChoiceCounts,
    ConsentCounts,
    ConsentSubject,
    Draft,
    FocusSubject,
    Review,
    StatementSubject,
    Subject,
    TextList,
)
from workshop_flows.tally import Tally
from workshop_flows.views import Afspraak, Report
from workshop_flows.vocabulary import AXES, Mode


def play(script: Script, earlier: Report | None) -> Report:
    """Return the report of the workshop; raise InputError for a step that is refused.

    `earlier` is the report of the session that the script names. Nothing is written to
    disk on the way.
    """
    store = SessionStore(MemoryLog(), load_content(script.session.language))
    for command in _commands(script, earlier):
        refusal = store.dispatch(command)
        if refusal is not None:
            raise InputError(f"refusal.{refusal.code}", **refusal.values)
    assert isinstance(store.workshop, Archived)
    return store.workshop.report


def _commands(script: Script, earlier: Report | None) -> Iterator[Command]:
    setup = setup_of(script)
    mode = privacy.mode_of(setup)
    yield commands.StartSession(
        setup=setup, earlier=None if earlier is None else earlier_session(earlier)
    )
    for row in script.review:
        yield commands.ReviewAfspraak(review=Review(**structs.asdict(row)))
    session = script.session
    yield commands.ChangeList(name=TextList.COMING, items=session.coming)
    yield commands.ChangeList(name=TextList.ALREADY_DOING, items=session.already_doing)
    yield from _votes(script, mode)
    yield commands.ChangeList(name=TextList.QUOTES, items=session.quotes)
    yield from _focus(script, setup, mode)
    yield from _cards(script, setup, mode)
    yield commands.ChangeAgreement(draft=draft_of(script))
    if script.consent is not None:
        counts = ConsentCounts(**structs.asdict(script.consent))
        yield from _round(ConsentSubject(), counts, mode)
    yield commands.Finish()


def setup_of(script: Script) -> Setup:
    """Return the firm and the session as the script has them."""
    session = script.session
    return Setup(
        company=session.company,
        sector=session.sector,
        question=session.question,
        date=session.date,
        length=session.length,
        staff=session.staff,
        owners=session.owners,
        owner_apart=session.owner_apart,
        language=session.language,
        names=session.names,
        owner_names=session.owner_names,
    )


def _votes(script: Script, mode: Mode) -> Iterator[Command]:
    """Vote axis by axis, the re-vote after the first vote; what is missing was skipped."""
    agreed = {row.axis: row.value for row in script.agreed}
    for axis in AXES:
        rows = [row for row in script.vote if row.statement.startswith(axis)]
        for number in (1, 2):
            for row in sorted(rows, key=lambda row: row.statement):
                if row.round == number:
                    yield from _vote(row, script, mode)
            yield commands.CloseAxis(axis=axis)
        if axis in agreed:
            yield commands.AgreeStand(axis=axis, value=agreed[axis])


def _vote(row: Vote, script: Script, mode: Mode) -> Iterator[Command]:
    ballots = RoleTallies(Tally(row.staff, row.staff_skipped), Tally(row.owner, row.owner_skipped))
    yield from _round(StatementSubject(statement=row.statement, number=row.round), ballots, mode)
    if mode is Mode.TEAM and script.session.owner_apart:
        yield commands.RevealOwner(statement=row.statement, number=row.round)


def _focus(script: Script, setup: Setup, mode: Mode) -> Iterator[Command]:
    votes = {row.axis: row.votes for row in script.focus}
    counts = tuple(votes.get(axis, 0) for axis in AXES)
    yield from _round(FocusSubject(), ChoiceCounts(counts=counts, ballots=setup.seats), mode)
    yield commands.ChooseFocus(axes=tuple(row.axis for row in script.focus))


def _cards(script: Script, setup: Setup, mode: Mode) -> Iterator[Command]:
    if not script.card:
        return
    cards = tuple(Card(axis=row.axis, action=row.action, title=row.title) for row in script.card)
    yield commands.ChangeCards(cards=cards)
    counts = tuple(row.votes for row in script.card)
    yield from _round(CardsSubject(), ChoiceCounts(counts=counts, ballots=setup.seats), mode)


def draft_of(script: Script) -> Draft:
    """Return the agreement as the script has it."""
    agreement = script.agreement
    return Draft(
        afspraken=tuple(Afspraak(**structs.asdict(row)) for row in script.afspraak),
        owner_promise=agreement.owner_promise,
        team_promise=agreement.team_promise,
        follow_up=agreement.follow_up,
        follow_up_time=agreement.follow_up_time,
        keeper=agreement.keeper,
    )


def _round(subject: Subject, ballots: Ballots, mode: Mode) -> Iterator[Command]:
    ballot = Ballot.SHOW_OF_HANDS if mode is Mode.OPEN else Ballot.SECRET
    yield commands.OpenVote(subject=subject, ballot=ballot)
    yield commands.CloseVote(ballots=ballots)
    yield commands.RevealVote()
