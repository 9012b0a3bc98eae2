"""What one phone gets to see: the state of the session in its language and its role.

Nothing that anybody answered is in it, not even this phone's own answer.
"""

from functools import cache
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from app.voting.codes import LENGTH
from app.voting.showing import Showing
from app.voting.voter_content import LANGUAGES, NAMES, SKIP, VoterContent, voter_content
from resources.catalogue import area, catalogue
from workshop_flows.ballots import Consent
from workshop_flows.state import (
    Card,
    CardsSubject,
    ConsentSubject,
    FocusSubject,
    StatementSubject,
)
from workshop_flows.vocabulary import AXES, Role

__all__ = ["LANGUAGES", "NAMES", "Option", "State", "voter_state", "voter_texts"]

ANSWERS: Final = (5, 4, 3, 2, 1)
ASKED: Final = "asked."

Phase = Literal["join", "wait", "vote", "over"]


class Option(Struct, frozen=True, kw_only=True):
    """`value` is what the phone sends back."""

    value: int | str
    label: str


class State(Struct, frozen=True, kw_only=True):
    """From `round` on, everything is None unless the phase is 'vote'."""

    revision: int
    phase: Phase
    joined: bool
    practice: bool = False
    voted: bool = False
    round: int | None = None
    kind: Literal["statement", "choice", "consent"] | None = None
    head: str | None = None
    question: str | None = None
    options: tuple[Option, ...] | None = None
    most: int | None = None
    """How many may be chosen; None where it is not about choosing some."""


def voter_state(
    showing: Showing, *, role: Role | None, language: str, voted: bool, revision: int, joined: bool
) -> State:
    """Return what a phone in this role shows; role None is a phone without a seat.

    Raise KeyError for a language that is not one of `LANGUAGES`.
    """
    phase = _phase(showing, role)
    state = State(revision=revision, phase=phase, joined=joined, practice=showing.practice)
    if role is None or phase != "vote":
        return state
    return _asked(replace(state, voted=voted, round=showing.round), showing, role, language)


@cache
def voter_texts(language: str) -> dict[str, str]:
    """Return the texts of the page by their keys without 'phone.', {placeholders} and all.

    What is asked is not among them: that comes with the state. Of a text with plural forms
    there is one for each number that the page needs, for old browsers know no plurals. Raise
    KeyError for a language that is not one of `LANGUAGES`.
    """
    if language not in NAMES:
        raise KeyError(language)
    left = "join.left"
    plural = catalogue(language).plural
    counted = {f"{left}.{count}": plural(f"phone.{left}", count) for count in range(1, LENGTH)}
    texts = area(language, "phone") | counted
    return {key: text for key, text in texts.items() if not key.startswith(ASKED)}


def _phase(showing: Showing, role: Role | None) -> Phase:
    if showing.over:
        return "over"
    if role is None:
        return "join"
    return "wait" if showing.round is None else "vote"


def _asked(state: State, showing: Showing, role: Role, language: str) -> State:
    """Return the state with what the round asks of a phone in this role."""
    content, text = voter_content(language), catalogue(language).text
    match showing.subject:
        case StatementSubject(axis=axis, statement=statement) if showing.place:
            number, total = showing.place
            label = content.axes[axis]
            return replace(
                state,
                kind="statement",
                head=text("phone.asked.statement", number=number, total=total, axis=label),
                question=content.statement(statement, role),
                options=_answers(content),
            )
        case FocusSubject():
            options = tuple(Option(value=axis, label=content.axes[axis]) for axis in AXES)
            question = text("phone.asked.axes")
        case CardsSubject():
            options = _cards(showing.cards, content)
            question = text("phone.asked.cards")
        case ConsentSubject():
            return replace(
                state,
                kind="consent",
                head=text("phone.asked.agreement"),
                question=text("phone.asked.consent"),
                options=tuple(
                    Option(value=answer, label=text(f"phone.asked.{answer}")) for answer in Consent
                ),
            )
        case _:
            raise ValueError(f"round {showing.round} is about nothing")
    return replace(
        state,
        kind="choice",
        head=text("phone.asked.choice"),
        question=question,
        options=options,
        most=showing.most,
    )


def _answers(content: VoterContent) -> tuple[Option, ...]:
    """Return the answers to a statement: the highest on top, and skipping below."""
    values: tuple[int | str, ...] = (*ANSWERS, SKIP)
    return tuple(Option(value=value, label=content.scale[str(value)]) for value in values)


def _cards(cards: tuple[Card, ...], content: VoterContent) -> tuple[Option, ...]:
    """Return the cards by their place; those of the team's own are as the team wrote them."""
    titles = (card.title or content.actions.get(card.action or 0, "") for card in cards)
    return tuple(Option(value=place, label=title) for place, title in enumerate(titles))
