"""The rules that a command must obey, each once. A broken one raises `RefusedError`."""

import re
from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct

from workshop_flows import limits, privacy
from workshop_flows.commands import Ballots, RoleTallies
from workshop_flows.content import Content
from workshop_flows.setup import Setup
from workshop_flows.state import (
    Card,
    CardsSubject,
    ChoiceCounts,
    ConsentCounts,
    ConsentSubject,
    Counts,
    Draft,
    FocusSubject,
    OpenRound,
    Session,
    StatementCounts,
    StatementSubject,
)
from workshop_flows.views import Afspraak
from workshop_flows.vocabulary import AXES, AxisId, Mode

TIME_OF_DAY = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)


class Refusal(Struct, frozen=True):
    """Why a command is refused; `code` is a text of the catalogue under 'refusal.'."""

    code: str
    values: dict[str, object] = {}


class RefusedError(Exception):
    def __init__(self, code: str, /, **values: object) -> None:
        super().__init__(code)
        self.refusal = Refusal(code, values)


def check_text(text: str, longest: int = limits.LONGEST_TEXT) -> None:
    if len(text) > longest:
        raise RefusedError("text_too_long", longest=longest)
    if limits.hidden_character(text) is not None:
        raise RefusedError("control_character")


def check_items(items: Sequence[str], longest: int = limits.LONGEST_TEXT) -> None:
    if len(items) > limits.MOST_STAFF:
        raise RefusedError("too_many_items", most=limits.MOST_STAFF)
    for item in items:
        check_text(item, longest)


def check_setup(setup: Setup) -> None:
    if not setup.company.strip():
        raise RefusedError("company_missing")
    check_text(setup.company, limits.LONGEST_NAME)
    check_text(setup.question)
    check_items(setup.names, limits.LONGEST_NAME)
    check_items(setup.owner_names, limits.LONGEST_NAME)
    in_range = 1 <= setup.staff <= limits.MOST_STAFF and 0 <= setup.owners <= limits.MOST_OWNERS
    if not in_range or not limits.FEWEST_SEATS <= setup.seats <= limits.MOST_SEATS:
        raise RefusedError("seats")
    if not 0 <= setup.phones <= setup.seats:
        raise RefusedError("phones")
    if not privacy.SMALLEST_TEAM <= setup.smallest_team <= privacy.LARGEST_THRESHOLD:
        raise RefusedError("threshold")


def check_fixed(now: Setup, wanted: Setup) -> None:
    """Refuse a change, after the first vote, of anything that the mode or a result hangs on."""
    fixed = ("staff", "owners", "owner_apart", "length", "smallest_team")
    if any(getattr(now, field) != getattr(wanted, field) for field in fixed):
        raise RefusedError("fixed_after_first_vote")


def check_no_round(session: Session) -> None:
    if session.round is not None:
        raise RefusedError("round_open")


def open_round(session: Session) -> OpenRound:
    if session.round is None or session.round.closed:
        raise RefusedError("no_round")
    return session.round


def closed_round(session: Session) -> OpenRound:
    if session.round is None or not session.round.closed:
        raise RefusedError("not_closed")
    return session.round


def check_ballots(current: OpenRound, ballots: Ballots, session: Session) -> None:
    """Refuse ballots of another kind than the round's, and more than there are seats."""
    match current.subject, ballots:
        case StatementSubject(), RoleTallies(staff=staff, owner=owner):
            possible = staff.is_possible and owner.is_possible
        case FocusSubject(), ChoiceCounts() as choice:
            possible = _is_possible(choice, len(AXES))
        case CardsSubject(), ChoiceCounts() as choice:
            possible = _is_possible(choice, len(session.cards))
        case ConsentSubject(), ConsentCounts() as consent:
            possible = min(consent.yes, consent.yes_if, consent.no) >= 0
        case _:
            raise RefusedError("other_ballots")
    if not possible:
        raise RefusedError("impossible_counts")
    _check_seats(_by_role(ballots), (0, 0), session)


def _is_possible(choice: ChoiceCounts, options: int) -> bool:
    """Tell whether people who choose at most two options each can have chosen so."""
    if len(choice.counts) != options or min(*choice.counts, choice.ballots) < 0:
        return False
    most = limits.CHOICES_PER_SEAT * choice.ballots
    return max(choice.counts) <= choice.ballots and sum(choice.counts) <= most


def check_slips(current: OpenRound, slips: Ballots, session: Session) -> None:
    """Refuse slips that count a seat twice, or of so few that they could be traced."""
    check_ballots(current, slips, session)
    assert current.counts is not None
    if privacy.may_be_traced(current.ballot, _by_role(slips)[0]):
        raise RefusedError("too_few_slips", fewest=privacy.FEWEST_SLIPS)
    _check_seats(_by_role(slips), _by_role(current.counts), session)


def _by_role(ballots: Ballots | Counts) -> tuple[int, int]:
    """Return how many ballots of staff and of owners; where no role is kept all count first."""
    match ballots:
        case RoleTallies(staff=staff, owner=owner):
            return staff.ballots, owner.ballots
        case StatementCounts(staff_ballots=staff_ballots, owner_ballots=owner_ballots):
            return staff_ballots, owner_ballots
    return ballots.ballots, 0


def _check_seats(given: tuple[int, int], used: tuple[int, int], session: Session) -> None:
    setup = session.setup
    apart = session.round is not None and isinstance(session.round.subject, StatementSubject)
    seats = (setup.staff, setup.owners) if apart else (setup.seats, 0)
    if any(new + old > most for new, old, most in zip(given, used, seats, strict=True)):
        raise RefusedError("more_than_seats")


def kept(ballots: Ballots, mode: Mode, setup: Setup) -> Counts:
    """Return what is left of the ballots after the close."""
    if isinstance(ballots, RoleTallies):
        return privacy.kept(mode, setup, ballots.staff, ballots.owner)
    return ballots


def check_stand(value: float | None) -> None:
    if value is not None and (not 1 <= value <= 5 or value * 2 != int(value * 2)):
        raise RefusedError("stand")


def check_focus(axes: Sequence[AxisId]) -> None:
    if len(axes) > limits.MOST_FOCUS or len(set(axes)) != len(axes):
        raise RefusedError("focus", most=limits.MOST_FOCUS)


def check_cards(cards: Sequence[Card], content: Content) -> None:
    if len(cards) > limits.MOST_CARDS:
        raise RefusedError("cards", most=limits.MOST_CARDS)
    known = [card.action for card in cards if card.action is not None]
    if len(set(known)) != len(known):
        raise RefusedError("card_twice")
    for card in cards:
        _check_action(card.action, card.title, content)


def check_draft(draft: Draft, setup: Setup, content: Content) -> None:
    if len(draft.afspraken) > limits.MOST_AFSPRAKEN:
        raise RefusedError("afspraken", most=limits.MOST_AFSPRAKEN)
    for text in (draft.owner_promise, draft.team_promise, draft.keeper):
        check_text(text)
    if draft.follow_up is not None and draft.follow_up <= setup.date:
        raise RefusedError("follow_up_date")
    if draft.follow_up_time is not None and not TIME_OF_DAY.fullmatch(draft.follow_up_time):
        raise RefusedError("follow_up_time")
    for afspraak in draft.afspraken:
        _check_afspraak(afspraak, setup, content)


def _check_afspraak(afspraak: Afspraak, setup: Setup, content: Content) -> None:
    if afspraak.action is not None and content.action(afspraak.action) is None:
        raise RefusedError("no_such_action")
    for value in (getattr(afspraak, field) for field in Afspraak.__struct_fields__):
        if isinstance(value, str):
            check_text(value)
    for amount in (afspraak.hours, afspraak.euros):
        if amount is not None and not 0 <= amount <= limits.LARGEST_NUMBER:
            raise RefusedError("amount")
    last = setup.date + timedelta(days=limits.FIRST_STEP_DAYS)
    day = afspraak.first_step_date
    if day is not None and not setup.date <= day <= last:
        raise RefusedError("first_step_date", days=limits.FIRST_STEP_DAYS)


def _check_action(action: int | None, title: str | None, content: Content) -> None:
    if (action is None) == (title is None):
        raise RefusedError("action_or_title")
    if action is not None and content.action(action) is None:
        raise RefusedError("no_such_action")
    check_text(title or "")
