"""Rules of the script that tie values together: seats, votes, choices and dates.

Every check raises FaultError for the first value that breaks its rule.
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from app.script_faults import FaultError, Place
from app.script_model import Card, Focus, ScriptAfspraak, ScriptFile, Session, Vote
from workshop_flows import limits, privacy
from workshop_flows.vocabulary import STATEMENTS_PER_AXIS


def check_owner_given(data: Mapping[str, object], script: ScriptFile) -> None:
    """`data` are the tables that `script` was made of."""
    votes = data.get("vote", [])
    assert isinstance(votes, list)
    for position, vote in enumerate(votes):
        if script.session.owners and "owner" not in vote:
            example = "owner = [0, 0, 0, 0, 0]"
            raise FaultError(("vote", position, "owner"), "script.missing", example=example)


def check_rules(script: ScriptFile, action_ids: frozenset[int]) -> None:
    """Check every rule that needs no earlier session; `action_ids` are those of the library."""
    _check_seats(script.session)
    _check_review(script)
    _check_votes(script)
    _check_once("script.axis_twice", "agreed", "axis", (one.axis for one in script.agreed))
    _check_once("script.axis_twice", "focus", "axis", (one.axis for one in script.focus))
    _check_choice("focus", script.focus, script.session.seats)
    _check_cards(script, action_ids)
    _check_choice("card", script.card, script.session.seats)
    for position, afspraak in enumerate(script.afspraak):
        _check_afspraak(afspraak, ("afspraak", position), script.session, action_ids)
    _check_agreement(script)
    _check_consent(script)


def _check_seats(session: Session) -> None:
    if not limits.FEWEST_SEATS <= session.seats <= limits.MOST_SEATS:
        raise FaultError(
            ("session", "staff"),
            "script.seats",
            seats=session.seats,
            fewest=limits.FEWEST_SEATS,
            most=limits.MOST_SEATS,
        )


def _check_review(script: ScriptFile) -> None:
    if script.review and script.session.earlier is None:
        raise FaultError(("review", 0), "script.review_without_earlier")
    numbers = (one.afspraak for one in script.review)
    _check_once("script.afspraak_twice", "review", "afspraak", numbers)


def _check_votes(script: ScriptFile) -> None:
    session = script.session
    if script.vote and session.staff < privacy.SMALLEST_POOL:
        raise FaultError(("vote", 0), "script.vote_in_open_mode", staff=session.staff)
    rounds = (f"{vote.statement}, round = {vote.round}" for vote in script.vote)
    _check_once("script.vote_twice", "vote", "statement", rounds)
    first_round = {vote.statement for vote in script.vote if vote.round == 1}
    for position, vote in enumerate(script.vote):
        place = ("vote", position)
        _check_statement(vote, place, session)
        if vote.round == 2 and vote.statement not in first_round:
            raise FaultError(
                (*place, "round"), "script.first_round_missing", statement=vote.statement
            )
        _check_tally(sum(vote.staff) + vote.staff_skipped, session.staff, (*place, "staff"))
        _check_tally(sum(vote.owner) + vote.owner_skipped, session.owners, (*place, "owner"))


def _check_statement(vote: Vote, place: Place, session: Session) -> None:
    most = STATEMENTS_PER_AXIS[session.length]
    if int(vote.statement[-1]) > most:
        raise FaultError(
            (*place, "statement"),
            "script.statement_not_in_length",
            statement=vote.statement,
            length=session.length,
            most=most,
        )


def _check_tally(votes: int, seats: int, place: Place) -> None:
    if votes > seats:
        raise FaultError(place, "script.more_votes_than_seats", votes=votes, seats=seats)


def _check_choice(table: str, chosen: Iterable[Focus | Card], seats: int) -> None:
    """Everybody had two choices and no stacking."""
    most, total = limits.CHOICES_PER_SEAT * seats, 0
    for position, one in enumerate(chosen):
        place = (table, position, "votes")
        if one.votes > seats:
            raise FaultError(place, "script.more_ballots_than_seats", votes=one.votes, seats=seats)
        total += one.votes
        if total > most:
            raise FaultError(place, "script.more_choices_than_two", votes=total, most=most)


def _check_cards(script: ScriptFile, action_ids: frozenset[int]) -> None:
    for position, card in enumerate(script.card):
        place = ("card", position)
        if card.action is not None and card.title is not None:
            raise FaultError((*place, "title"), "script.action_and_title")
        if card.action is None and not (card.title or "").strip():
            raise FaultError(place, "script.no_action_or_title")
        _check_action(card.action, place, action_ids)
    _check_once("script.action_twice", "card", "action", (card.action for card in script.card))


def _check_afspraak(
    afspraak: ScriptAfspraak, place: Place, session: Session, action_ids: frozenset[int]
) -> None:
    if afspraak.action is None and afspraak.title is None:
        raise FaultError(place, "script.no_action_or_title")
    _check_action(afspraak.action, place, action_ids)
    last = session.date + timedelta(days=limits.FIRST_STEP_DAYS)
    day = afspraak.first_step_date
    if day is not None and not session.date <= day <= last:
        place = (*place, "first_step_date")
        raise FaultError(place, "script.first_step_date", day=day, first=session.date, last=last)


def _check_action(action: int | None, place: Place, action_ids: frozenset[int]) -> None:
    if action is not None and action not in action_ids:
        low, high = min(action_ids, default=0), max(action_ids, default=0)
        place = (*place, "action")
        raise FaultError(place, "script.no_such_action", action=action, low=low, high=high)


def _check_agreement(script: ScriptFile) -> None:
    day = script.agreement.follow_up
    if day <= script.session.date:
        place = ("agreement", "follow_up")
        raise FaultError(place, "script.follow_up_too_early", day=day, date=script.session.date)


def _check_consent(script: ScriptFile) -> None:
    consent = script.consent
    if consent is None:
        return
    ballots = consent.yes + consent.yes_if + consent.no
    if ballots > script.session.seats:
        seats = script.session.seats
        raise FaultError(("consent",), "script.more_ballots_than_seats", votes=ballots, seats=seats)


def _check_once(fault: str, table: str, key: str, values: Iterable[str | int | None]) -> None:
    """Refuse the second of two equal values; None stands for a key that was left out."""
    seen = set()
    for position, value in enumerate(values):
        if value is not None and value in seen:
            raise FaultError((table, position, key), fault, value=value)
        seen.add(value)
