"""The ways to vote, as cards with numbers that add up to the seats."""

from typing import Protocol

from app.voting.ways import with_phones, with_slips
from resources.catalogue import Catalogue
from widgets.console.views_prepare import BallotView, CountView, Edit, NoticeView, WayView
from workshop_flows import privacy
from workshop_flows.setup import Setup
from workshop_flows.state import Ballot
from workshop_flows.vocabulary import Mode


class Voting(Protocol):
    """What is known of how a team votes."""

    @property
    def setup(self) -> Setup: ...

    @property
    def ballot(self) -> Ballot: ...

    @property
    def phones_possible(self) -> bool: ...

    @property
    def by_phone(self) -> int: ...

    @property
    def mode(self) -> Mode: ...


def ballot_view(now: Voting, texts: Catalogue) -> BallotView:
    if now.mode is Mode.OPEN:
        return BallotView(words=texts.text("prepare.ballot.cards"))
    phones = (_phones(now, texts),) if now.phones_possible else ()
    ways = (*phones, _slips(now, texts), _hands(now, texts))
    if now.ballot is Ballot.SHOW_OF_HANDS:
        return BallotView(ways=ways, words=texts.text("prepare.ballot.show_of_hands.words"))
    slips = now.setup.seats - now.by_phone
    fewest = privacy.FEWEST_SLIPS
    words = [texts.text("prepare.phones.trust")] if now.by_phone else []
    if slips:
        words.append(texts.text("prepare.ballot.secret.words", fewest=fewest))
    return BallotView(
        ways=ways,
        second=texts.text("prepare.ways.together") if now.phones_possible else "",
        sum=_sum(now.by_phone, slips, texts) if now.phones_possible else "",
        words="\n".join(words),
        notice=_too_few(slips, texts) if privacy.may_be_traced(now.ballot, slips) else None,
    )


def _sum(phones: int, slips: int, texts: Catalogue) -> str:
    seats = phones + slips
    if phones and slips:
        return texts.text("prepare.ways.sum", phones=phones, slips=slips, seats=seats)
    return texts.text("prepare.ways.sum_one", seats=seats)


def _phones(now: Voting, texts: Catalogue) -> WayView:
    secret, seats = now.ballot is Ballot.SECRET, now.setup.seats
    return WayView(
        key="phones",
        icon="device-mobile",
        title=texts.text("prepare.phones"),
        words=texts.text("prepare.phones.words"),
        chosen=now.by_phone > 0,
        turn=Edit(field="phones", value=with_phones(now.by_phone, seats)),
        count=_count("phones", now.by_phone, seats, texts) if secret else None,
    )


def _slips(now: Voting, texts: Catalogue) -> WayView:
    secret, seats = now.ballot is Ballot.SECRET, now.setup.seats
    counted = secret and now.phones_possible
    turned = with_slips(now.by_phone, seats) if counted else 0
    slips = seats - now.by_phone if secret else 0
    return WayView(
        key="slips",
        icon="note-pencil",
        title=texts.text("prepare.ballot.secret"),
        words=texts.text("prepare.slips.words", fewest=privacy.FEWEST_SLIPS),
        chosen=slips > 0,
        turn=Edit(field="phones", value=turned),
        count=_count("slips", slips, seats, texts) if counted else None,
    )


def _hands(now: Voting, texts: Catalogue) -> WayView:
    chosen = now.ballot is Ballot.SHOW_OF_HANDS
    other = Ballot.SECRET if chosen else Ballot.SHOW_OF_HANDS
    return WayView(
        key="hands",
        icon="users-three",
        title=texts.text("prepare.ballot.show_of_hands"),
        words=texts.text("prepare.hands.words"),
        chosen=chosen,
        turn=Edit(field="ballot", value=other),
    )


def _count(way: str, number: int, seats: int, texts: Catalogue) -> CountView:
    return CountView(
        number=number,
        most=seats,
        name=texts.text(f"prepare.{way}.number"),
        unit=texts.plural("prepare.ways.unit", number),
    )


def _too_few(slips: int, texts: Catalogue) -> NoticeView:
    fewest = privacy.FEWEST_SLIPS
    return NoticeView(
        text=texts.plural("prepare.slips.too_few", slips, fewest=fewest),
        button=texts.text("prepare.slips.make", fewest=fewest),
        edit=Edit(field="slips", value=fewest),
    )
