"""Where phones join: large on the welcome, on one line later, and gone when it is not needed."""

import pytest

from app.presenters.pages import projector_page
from app.presenters.room import Room as Seen
from app.presenters.stage import Stage
from resources.catalogue import catalogue
from tests.core.builders import Room, content, setup, tally
from workshop_flows import commands
from workshop_flows.commands import RoleTallies
from workshop_flows.joining import Device, JoinLine
from workshop_flows.projector import (
    ConsentPage,
    Counted,
    FocusPage,
    ProjectorPage,
    StatementPage,
    WelcomePage,
)
from workshop_flows.state import (
    Ballot,
    ConsentCounts,
    ConsentSubject,
    FocusSubject,
    Position,
    StatementSubject,
    Subject,
)
from workshop_flows.vocabulary import AxisId, Step

ADDRESS = "192.168.4.1"
MATRIX = ((True, False), (False, True))
FIRST = StatementSubject(statement="A1.1", number=1)


def page(
    room: Room, *, people: int = 7, address: str | None = ADDRESS, **stage: object
) -> ProjectorPage:
    told = Stage(people=people, address=address, **stage)  # type: ignore[arg-type]
    return projector_page(Seen(room.session, content(), catalogue("nl"), told))


def room_at(step: Step, **changes: object) -> Room:
    room = Room(setup(**changes))
    if step is Step.VOTE:
        position = Position(step=step, axis=AxisId.A1, statement=1)
    else:
        position = Position(step=step)
    room.do(commands.MoveTo(to=position))
    return room


def welcome(room: Room, **stage: object) -> WelcomePage:
    shown = page(room, **stage)  # type: ignore[arg-type]
    assert isinstance(shown, WelcomePage)
    return shown


def test_the_welcome_shows_all_that_is_needed_to_join() -> None:
    shown = welcome(
        room_at(Step.WELCOME),
        network="Leerradar",
        password="samen123",
        url_matrix=MATRIX,
        wifi_matrix=MATRIX,
    )
    strip = shown.strip
    assert (strip.seats, strip.people, strip.phones) == (10, 7, 10)
    assert (strip.address, strip.network, strip.password) == (ADDRESS, "Leerradar", "samen123")
    assert (strip.url_matrix, strip.wifi_matrix) == (MATRIX, MATRIX)
    assert shown.late is None


def test_a_network_that_was_not_told_is_not_shown() -> None:
    strip = welcome(room_at(Step.WELCOME), network="", password="").strip
    assert (strip.network, strip.password) == (None, None)


@pytest.mark.parametrize(
    "stage",
    [{"people": 10}, {"people": 4, "phones": 4, "slips": True}, {"door_open": False}],
)
def test_the_welcome_says_what_is_secret_once_nobody_joins_any_more(
    stage: dict[str, object],
) -> None:
    shown = welcome(room_at(Step.WELCOME), **stage)
    assert shown.strip.address is None
    assert shown.late is None
    assert shown.points
    assert shown.device is (Device.EITHER if "slips" in stage else Device.PHONE)


def test_the_facilitator_may_show_that_before_everyone_joined() -> None:
    shown = welcome(room_at(Step.WELCOME), points=True)
    assert (shown.strip.address, shown.strip.people) == (None, None)
    assert shown.late == JoinLine(address=ADDRESS, people=7, phones=10)


def test_without_phones_the_welcome_is_as_it_was() -> None:
    shown = welcome(room_at(Step.WELCOME), address=None)
    assert (shown.strip.address, shown.strip.people, shown.device) == (None, 7, None)
    assert page(room_at(Step.VOTE), address=None).late is None


def test_too_few_for_secrets_have_no_phones() -> None:
    shown = welcome(room_at(Step.WELCOME, staff=2), people=0)
    assert (shown.strip.address, shown.device) == (None, None)
    assert page(room_at(Step.RADAR, staff=2), people=0).late is None


@pytest.mark.parametrize("step", [Step.QUESTION, Step.VOTE, Step.RADAR, Step.FOCUS, Step.AGREEMENT])
def test_who_comes_late_finds_the_address_on_every_page(step: Step) -> None:
    line = page(room_at(step), network="Leerradar").late
    assert line == JoinLine(address=ADDRESS, people=7, phones=10, network="Leerradar")


@pytest.mark.parametrize("stage", [{"people": 10}, {"door_open": False}, {"blank": True}])
def test_the_line_is_gone_when_nobody_can_or_must_join(stage: dict[str, object]) -> None:
    assert page(room_at(Step.VOTE), **stage).late is None  # type: ignore[arg-type]


def test_the_line_stays_until_the_last_vote() -> None:
    room = room_at(Step.CONSENT)
    assert page(room).late is not None
    room.do(commands.OpenVote(subject=ConsentSubject()))
    assert page(room).late is not None
    room.do(commands.CloseVote(ballots=ConsentCounts(yes=10, yes_if=0, no=0)))
    assert page(room).late is None
    room.do(commands.RevealVote())
    assert page(room).late is None
    room.do(commands.MoveTo(to=Position(step=Step.RADAR)))
    assert page(room).late is None


@pytest.mark.parametrize("step", [Step.PRINT, Step.CLOSE])
def test_the_line_is_gone_at_the_end_even_without_a_last_vote(step: Step) -> None:
    assert page(room_at(step)).late is None


@pytest.mark.parametrize(("slips", "device"), [(False, Device.PHONE), (True, Device.EITHER)])
@pytest.mark.parametrize(
    ("step", "subject"),
    [(Step.VOTE, FIRST), (Step.FOCUS, FocusSubject()), (Step.CONSENT, ConsentSubject())],
)
def test_an_open_vote_says_with_what_one_votes(
    step: Step, subject: Subject, device: Device, *, slips: bool
) -> None:
    room = room_at(step)
    before = page(room, slips=slips)
    assert isinstance(before, StatementPage | FocusPage | ConsentPage)
    assert before.device is None
    room.do(commands.OpenVote(subject=subject))
    opened = page(room, slips=slips, counted=Counted(3, 10))
    assert isinstance(opened, StatementPage | FocusPage | ConsentPage)
    assert opened.device is device


def test_no_page_asks_for_a_phone_after_the_close_or_for_hands() -> None:
    room = room_at(Step.VOTE)
    room.do(commands.OpenVote(subject=FIRST))
    room.do(commands.CloseVote(ballots=RoleTallies(tally(0, 1, 3, 4, 1), tally(1, 0, 0, 0, 0))))
    closed = page(room, counted=Counted(10, 10))
    assert isinstance(closed, StatementPage)
    assert closed.device is None
    aloud = room_at(Step.VOTE)
    aloud.do(commands.OpenVote(subject=FIRST, ballot=Ballot.SHOW_OF_HANDS))
    hands = page(aloud)
    assert isinstance(hands, StatementPage)
    assert hands.device is None
