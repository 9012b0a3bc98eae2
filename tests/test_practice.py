"""Practising: the invented firm votes as its script says, and never shows more than a count."""

import datetime
import re
import tomllib
from importlib.resources import files
from random import Random

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from app.content import load_content
from app.desk import Desk
from app.keys import KEYS, Intent
from app.play import play
from app.practice import EXAMPLES, Companion, example, example_for, practice_desk
from app.script_model import Script
from app.voting.invented import cast_in
from app.voting.simulated import SimulatedVoters
from app.voting.voters import Voters
from resources.catalogue import catalogue
from tests.console.desks import desk as plain_desk
from tests.console.desks import no_trouble
from tests.core.builders import setup
from tests.test_script_examples import LONGEST_SENTENCE, _texts
from widgets.controls.notice_bar import Notice
from workshop_flows import commands
from workshop_flows.ballots import counted
from workshop_flows.commands import RoleTallies
from workshop_flows.lead import Act, Reveal
from workshop_flows.rules import check_ballots
from workshop_flows.state import (
    Card,
    CardsSubject,
    ChoiceCounts,
    ConsentCounts,
    ConsentSubject,
    FocusSubject,
    OpenRound,
    Position,
    Session,
    StatementSubject,
    Subject,
    TextList,
)
from workshop_flows.tally import Tally
from workshop_flows.vocabulary import AXES, AxisId, Language, Role, Step

LANGUAGES: tuple[Language, ...] = ("nl", "en")
AT_VOTES = Position(step=Step.VOTE, axis=AxisId.A1, statement=1)


def at_once(language: Language = "nl") -> Desk:
    return practice_desk(catalogue(language), no_trouble, pace=0)


def voters(**options: float) -> SimulatedVoters:
    return SimulatedVoters(example("nl"), **options)  # type: ignore[arg-type]


def asked(subject: Subject) -> OpenRound:
    return OpenRound(id=1, subject=subject)


def session_of(**changes: object) -> Session:
    return plain_desk(setup(**changes)).session


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_session_ends_as_its_script(language: Language) -> None:
    desk = at_once(language)
    script = example(language)
    again = {row.statement for row in script.vote if row.round == 2}
    finished: list[bool] = []
    desk.finished.connect(lambda: finished.append(True))
    for _ in range(200):
        if not desk.is_live or desk.session.position.step is Step.CLOSE:
            break
        position = desk.session.position
        if position.axis is AxisId.G3 and desk.session.agreed_stand(AxisId.G3) is None:
            desk.do(commands.AgreeStand(axis=AxisId.G3, value=2.5))
        wanted = desk.next
        statement = f"{position.axis}.{position.statement}"
        if desk.stage.reveal is Reveal.RESULT and statement in again:
            again.remove(statement)
            desk.ask_revote()
        elif wanted is not None and wanted.act is not Act.CLOSE_VOTE:
            take = example_for(desk.session)
            is_vote_first = wanted.act is Act.OPEN_VOTE and position.step is Step.FOCUS
            if take and not is_vote_first:
                assert desk.do(*take)
        desk.advance()
    told = desk.room.report
    wanted_report = play(script, None)
    assert told.axes == wanted_report.axes
    assert told.agreement.afspraken == wanted_report.agreement.afspraken
    assert told.consent == wanted_report.consent
    assert told == wanted_report
    desk.advance()
    assert not desk.is_live
    assert finished == [True]


def test_both_languages_vote_alike() -> None:
    dutch, english = example("nl"), example("en")
    assert dutch.vote == english.vote
    assert [row.votes for row in dutch.card] == [row.votes for row in english.card]
    assert dutch.session.question != english.session.question
    assert english.session.language == "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_speaks_plainly(language: Language) -> None:
    banned = load_content(language).banned
    place = files("resources").joinpath("examples", EXAMPLES[language])
    for text in _texts(tomllib.loads(place.read_text(encoding="utf-8"))):
        assert banned.found_in(text) == ()
        for sentence in re.split(r"[.?!:]\s+", text):
            assert len(sentence.split()) <= LONGEST_SENTENCE, sentence


def test_ballots_trickle_in_and_nothing_closes_by_itself(qtbot: QtBot) -> None:
    desk = practice_desk(catalogue("nl"), no_trouble, pace=0.004)
    desk.jump(AT_VOTES)
    counts: list[int] = []

    def note() -> None:
        assert desk.stage.counted is not None
        counts.append(desk.stage.counted.voted)

    desk.advance()
    assert desk.stage.counted is not None
    assert desk.stage.counted.voted == 0
    desk.counted.connect(note)
    qtbot.waitUntil(lambda: counts[-1:] == [10])
    assert counts == sorted(counts)
    assert set(counts) == set(range(1, 11))
    assert desk.session.round is not None
    assert not desk.session.round.closed
    desk.counted.disconnect(note)
    desk.advance()
    (first,) = desk.session.statements
    assert first.counts.team == Tally((0, 1, 2, 3, 3))


def test_a_round_that_closes_early_has_who_voted_until_then(qtbot: QtBot) -> None:
    people = voters(pace=0.01)
    heard: list[int] = []
    people.listen(lambda: heard.append(people.voted))
    people.open(asked(StatementSubject(statement="A1.1", number=1)), session_of())
    qtbot.waitUntil(lambda: people.voted >= 4)
    voted = people.voted
    ballots = people.close()
    assert isinstance(ballots, RoleTallies)
    assert ballots.staff.ballots + ballots.owner.ballots == voted
    assert all(few <= all_ for few, all_ in zip(ballots.staff.counts, (0, 1, 2, 3, 3), strict=True))
    people.destroy()
    assert people.voted == 0


def test_the_owner_may_vote_at_any_moment() -> None:
    moments = set()
    for seed in range(20):
        people = SimulatedVoters(example("nl"), pace=0, seed=seed)
        people.open(asked(StatementSubject(statement="A1.1", number=1)), session_of())
        roles = [role for role, _ in people._in]
        moments.add(roles.index(Role.OWNER))
    assert len(moments) > 5


def test_a_stopped_round_is_forgotten() -> None:
    people = voters(pace=0)
    people.open(asked(ConsentSubject()), session_of())
    assert people.voted == 10
    people.destroy()
    assert people.voted == 0


def test_people_take_seconds_and_not_all_the_same() -> None:
    people = voters()
    people.open(asked(FocusSubject()), session_of())
    waits = [people._timer.interval(), *people._waits]
    people.destroy()
    assert len(waits) == 10
    assert 3_000 < sum(waits) <= 9_000
    assert len(set(waits)) > 5


def tallies(subject: Subject, session: Session, seed: int = 1) -> object:
    people = SimulatedVoters(example("nl"), pace=0, seed=seed)
    people.open(asked(subject), session)
    return people.close()


def test_a_second_vote_that_the_script_has_not_comes_closer_together() -> None:
    first = tallies(StatementSubject(statement="A1.1", number=1), session_of())
    second = tallies(StatementSubject(statement="A1.1", number=2), session_of())
    assert first == RoleTallies(Tally((0, 1, 2, 3, 3)), Tally((0, 0, 1, 0, 0)))
    assert second == RoleTallies(Tally((0, 0, 3, 4, 2)), Tally((0, 0, 1, 0, 0)))


def test_the_second_vote_and_the_skips_of_the_script() -> None:
    again = tallies(StatementSubject(statement="A3.1", number=2), session_of())
    assert again == RoleTallies(Tally((0, 1, 3, 4, 1)), Tally((0, 0, 0, 1, 0)))
    skipped = tallies(StatementSubject(statement="G3.1", number=1), session_of())
    assert skipped == RoleTallies(Tally((1, 3, 2, 2, 0), 1), Tally((0, 1, 0, 0, 0)))


def test_the_choice_of_axes_is_the_script_s() -> None:
    chosen = tallies(FocusSubject(), session_of())
    assert isinstance(chosen, ChoiceCounts)
    assert dict(zip(AXES, chosen.counts, strict=True)) == {
        **dict.fromkeys(AXES, 0),
        AxisId.G2: 7,
        AxisId.A4: 6,
        AxisId.A3: 4,
    }
    assert chosen.ballots == 10


def test_consent_grows_when_it_is_asked_again() -> None:
    first = tallies(ConsentSubject(), session_of())
    assert first == ConsentCounts(yes=9, yes_if=1, no=0)
    mended = replace(session_of(), consent=first)
    assert tallies(ConsentSubject(), mended) == ConsentCounts(yes=10, yes_if=0, no=0)


@pytest.mark.parametrize(("staff", "owners"), [(1, 1), (3, 0), (9, 1), (34, 2), (49, 1)])
@pytest.mark.parametrize(
    "subject",
    [
        StatementSubject(statement="A2.3", number=1),
        StatementSubject(statement="G3.1", number=2),
        FocusSubject(),
        CardsSubject(),
        ConsentSubject(),
    ],
    ids=lambda subject: type(subject).__name__,
)
def test_any_firm_can_be_filled(staff: int, owners: int, subject: Subject) -> None:
    """Who changes the invented firm goes on practising: the core takes every round."""
    cards = (
        Card(axis=AxisId.G2, action=26),
        Card(axis=AxisId.A1, title="Iets anders"),
        Card(axis=AxisId.A1, title="Nog iets"),
    )
    session = replace(session_of(staff=staff, owners=owners, length=90), cards=cards)
    for seed in range(5):
        current = asked(subject)
        cast = cast_in(current, session, example("nl"), Random(seed))
        assert len(cast) == staff + owners
        now = replace(session, round=current)
        check_ballots(current, counted(subject, cast, len(cards)), now)
        check_ballots(current, counted(subject, cast[: len(cast) // 2], len(cards)), now)


def test_cards_of_the_script_keep_their_votes() -> None:
    script: Script = example("nl")
    cards = tuple(Card(axis=row.axis, action=row.action, title=row.title) for row in script.card)
    chosen = tallies(CardsSubject(), replace(session_of(), cards=cards))
    assert isinstance(chosen, ChoiceCounts)
    assert chosen.counts == tuple(row.votes for row in script.card)


def test_voters_are_what_the_desk_asks_for() -> None:
    people: Voters = voters(pace=0)
    assert people.voted == 0
    cast = cast_in(
        asked(StatementSubject(statement="A1.1", number=1)), session_of(), example("nl"), Random(1)
    )
    assert [role for role, _ in cast].count(Role.OWNER) == 1


def test_the_example_joins_what_is_there_and_is_offered_once() -> None:
    desk = at_once()
    desk.jump(Position(step=Step.QUESTION))
    desk.do(commands.ChangeList(name=TextList.COMING, items=("Zelf bedacht",)))
    assert desk.do(*example_for(desk.session))
    assert desk.session.coming == ("Zelf bedacht", *example("nl").session.coming)
    assert example_for(desk.session) == ()
    assert all(
        example_for(replace(desk.session, position=Position(step=step))) == ()
        for step in (Step.PREPARE, Step.WELCOME, Step.WHO_STARTS, Step.CONSENT, Step.CLOSE)
    )


def test_the_example_fits_another_day() -> None:
    desk = at_once()
    later = replace(desk.session.setup, date=datetime.date(2027, 2, 1))
    assert desk.do(commands.ChangeSetup(setup=later))
    desk.jump(Position(step=Step.AGREEMENT))
    assert desk.do(*example_for(desk.session))
    draft = desk.session.draft
    assert draft.afspraken[0].first_step_date == datetime.date(2027, 2, 3)
    assert example_for(desk.session) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_newcomer_gets_words_at_each_new_moment_and_only_once(language: Language) -> None:
    desk = at_once(language)
    told: list[str] = []

    def note(notice: Notice) -> None:
        told.append(notice.text)

    desk.told.connect(note)
    desk.jump(AT_VOTES)
    assert any("F4" in key.keys and key.intent is Intent.EXAMPLE and key.in_text for key in KEYS)
    texts = catalogue(language)
    for moment in ("statement", "all_in", "result"):
        assert told[-1] == texts.text(f"practice.{moment}", take_over="F4")
        desk.advance()
    count = len(told)
    desk.jump(AT_VOTES)
    assert len(told) == count
    for step in Step:
        if step not in (Step.VOTE, Step.REVIEW):
            desk.jump(Position(step=step))
            assert told[-1] == texts.text(f"practice.{step}", take_over="F4")
    assert len(set(told)) == len(told)


def test_a_real_session_has_no_companion() -> None:
    assert plain_desk().findChildren(Companion) == []
