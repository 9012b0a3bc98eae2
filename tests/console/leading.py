"""What an advisor does again and again while leading, with keys only."""

from collections.abc import Sequence
from datetime import timedelta

from resources.catalogue import Catalogue, catalogue
from tests.console.conductor import Conductor
from workshop_flows.lead import Act, Reveal
from workshop_flows.vocabulary import Step

WEEK = timedelta(days=7)


def texts_of(led: Conductor) -> Catalogue:
    """Return the texts of the console."""
    return catalogue(led.running.settings.values.language)


def prepare(
    led: Conductor,
    company: str,
    *,
    staff: int,
    owners: int = 1,
    apart: bool = False,
    minutes: int = 60,
    question: str = "",
    phones: int = 0,
) -> None:
    """Type in a new firm from the start page, up to the welcome."""
    text = texts_of(led).text
    led.press("N")
    led.type(company)
    if question:
        led.fill(text("prepare.question"), question)
    led.fill(text("prepare.staff"), str(staff))
    led.fill(text("prepare.owners"), str(owners))
    if apart:
        who = texts_of(led).plural("prepare.the_owners", owners)
        led.tab_to(texts_of(led).plural("prepare.said_yes", owners, who=who))
        led.press("Space")
    choose_length(led, minutes)
    if phones:
        led.tab_to(text("prepare.phones"))
        led.press("Space")
        if phones < staff + owners:
            led.fill(text("prepare.phones.number"), str(phones))
    led.press("PgDown")
    assert led.is_at(Step.WELCOME), led.words()
    assert led.session.setup.phones == phones


def choose_length(led: Conductor, minutes: int) -> None:
    led.tab_to(texts_of(led).text("prepare.minutes", minutes=60))
    led.press(*{45: ("Left",), 60: (), 90: ("Right",)}[minutes])


def go_to(led: Conductor, step: Step) -> None:
    """Press the key of the big button until the step is there; it may ask nothing on the way."""
    while not led.is_at(step):
        before = led.position
        led.press("PgDown")
        assert led.position != before, led.words()


def vote(led: Conductor, staff: Sequence[int], owner: Sequence[int] = (), skipped: int = 0) -> None:
    """Open, close, count the slips per answer from 1 to 5, and show the result."""
    assert led.may(Act.OPEN_VOTE), led.desk.next
    led.press("PgDown", "PgDown")
    count(led, staff, skipped)
    if any(owner):
        led.press("E")
        count(led, owner)
    led.press("PgDown")
    assert led.session.round is None, led.words()
    if led.may(Act.SHOW_OWNER):
        led.press("PgDown")


def count(led: Conductor, tally: Sequence[int], skipped: int = 0) -> None:
    for answer, people in enumerate((skipped, *tally)):
        led.press(*[str(answer)] * people)


def vote_axis(
    led: Conductor, votes: Sequence[tuple[Sequence[int], Sequence[int]]], skipped: int = 0
) -> None:
    """Vote on the statements of an axis and go on to its result."""
    for staff, owner in votes:
        if led.may(Act.GO_ON):
            led.press("PgDown")
        vote(led, staff, owner, skipped)
    if led.may(Act.SHOW_AXIS):
        led.press("PgDown")
    assert led.desk.stage.reveal is Reveal.AXIS, led.desk.stage


def choose(led: Conductor, counts: Sequence[int]) -> None:
    """Vote on the focus or the cards, and count how often each was chosen."""
    assert led.may(Act.OPEN_VOTE), led.words()
    led.press("PgDown", "PgDown")
    count(led, counts)
    led.press("PgDown")
    assert led.session.round is None, led.words()


def agree(led: Conductor, **fields: str) -> None:
    """Fill in the afspraak that is open, each field by its name."""
    for field, words in fields.items():
        led.fill(texts_of(led).text(f"agreement.field.{field}"), words)
    led.press("Tab")
