"""What comes in over the wire, read into the terms of the house, or found to be nonsense."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Annotated, Final, TypeAlias, TypeVar
from urllib.parse import parse_qs

import msgspec
from msgspec import Meta, Struct

from app.voting.showing import Showing
from workshop_flows.ballots import SKIP, Answer, Cast, Chosen, Consent, Consented
from workshop_flows.limits import TURNING, UNSEEN
from workshop_flows.state import CardsSubject, ConsentSubject, FocusSubject, StatementSubject
from workshop_flows.vocabulary import AXES

LARGEST_BODY: Final = 1024
LONGEST_REMARK: Final = 140
MOST_FIELDS: Final = 8
SKIP_WORD: Final = "skip"

Read = TypeVar("Read")


class JoinBody(Struct, frozen=True, kw_only=True):
    """`key`: 128 bits that the phone drew, to be its token; so it may ask again when it hears
    nothing, and be known. '': it can't draw any.
    """

    code: str
    lang: str = ""
    key: Annotated[str, Meta(pattern=r"\A([0-9a-f]{32})?\Z")] = ""


class ConsentValue(Struct, frozen=True, kw_only=True):
    answer: str
    text: str = ""


Value: TypeAlias = int | str | list[int | str] | ConsentValue


class VoteBody(Struct, frozen=True, kw_only=True):
    round: int
    value: Value
    lang: str = ""


class Wish(Struct, frozen=True):
    """A ballot with the remark that goes with it."""

    cast: Cast
    text: str = ""

    def __repr__(self) -> str:
        """Show nothing of it: it would end in a log."""
        return "Wish"


Form: TypeAlias = dict[str, list[str]]


def read_json(body: bytes, kind: type[Read]) -> Read | None:
    """Return what the body says, or None when it is not of this kind."""
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def read_form(body: bytes) -> Form | None:
    """Return the fields of a posted form, or None when it is none."""
    try:
        return parse_qs(
            body.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:
        return None


def field(form: Form, name: str) -> str:
    """Return the last value of a field, or '' without it."""
    return form.get(name, [""])[-1]


def form_vote(form: Form, showing: Showing) -> VoteBody | None:
    """Return what a plain form votes, in the shape of the page with JavaScript."""
    number = small_number(field(form, "round"))
    if number is None:
        return None
    values = form.get("value", [])
    value: Value
    match showing.subject:
        case FocusSubject():
            value = list(values)
        case CardsSubject():
            value = [one if small_number(one) is None else int(one) for one in values]
        case ConsentSubject():
            value = ConsentValue(answer=field(form, "value"), text=field(form, "text"))
        case _:
            only = field(form, "value")
            value = only if small_number(only) is None else int(only)
    return VoteBody(round=number, value=value)


def small_number(text: str) -> int | None:
    """Return the number that at most nine plain digits are."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None


def wish_of(value: Value, showing: Showing) -> Wish | None:
    """Return the ballot that `value` is for what is open now, or None when it is none."""
    match showing.subject, value:
        case StatementSubject(), str() if value == SKIP_WORD:
            return Wish(Answer(SKIP))
        case StatementSubject(), int() if 1 <= value <= 5:
            return Wish(Answer(value))
        case FocusSubject(), list():
            return _chosen(value, AXES, showing.most)
        case CardsSubject(), list():
            return _chosen(value, range(showing.options), showing.most)
        case ConsentSubject(), ConsentValue():
            return _consented(value)
        case _:
            return None


def _chosen(values: list[int | str], known: Sequence[int | str], most: int) -> Wish | None:
    if len(values) > most or len(set(values)) < len(values):
        return None
    if any(value not in known for value in values):
        return None
    return Wish(Chosen(tuple(sorted(known.index(value) for value in values))))


def _consented(value: ConsentValue) -> Wish | None:
    text = cleaned(value.text)
    if value.answer not in set(Consent) or len(text) > LONGEST_REMARK:
        return None
    return Wish(Consented(Consent(value.answer)), text)


def cleaned(text: str) -> str:
    """Return a text on one line, without what can't be seen or turns the rest around."""
    return " ".join("".join(" " if _hidden(one) else one for one in text).split())


def _hidden(character: str) -> bool:
    return character in TURNING or unicodedata.category(character) in UNSEEN


def language_of(asked: str, accepted: str, known: Sequence[str], otherwise: str) -> str:
    """Return the language that was asked for, or the best one that the phone accepts."""
    if asked in known:
        return asked
    wanted = sorted(map(_weighted, accepted.split(",")), reverse=True, key=lambda one: one[0])
    return next((code for weight, code in wanted if weight > 0 and code in known), otherwise)


def _weighted(part: str) -> tuple[float, str]:
    name, _, weight = part.partition(";")
    code = name.strip().partition("-")[0].lower()
    try:
        return (float(weight.strip().removeprefix("q=")) if weight else 1.0), code
    except ValueError:
        return 0.0, code


def cookie(headers: Iterable[str], name: str) -> str:
    """Return the value of a cookie, or ''."""
    for header in headers:
        for pair in header.split(";"):
            key, _, value = pair.strip().partition("=")
            if key == name:
                return value
    return ""
