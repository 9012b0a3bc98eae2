"""From what is typed on the page of the agreement to a draft, and back."""

import re
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from resources.catalogue import Catalogue
from widgets.console.views_agreement import Edit, EditValue, Part, Place
from workshop_flows import limits
from workshop_flows.state import Draft
from workshop_flows.views import Afspraak

WHOLE = frozenset(
    {Part.OWNER_PROMISE, Part.TEAM_PROMISE, Part.FOLLOW_UP, Part.FOLLOW_UP_TIME, Part.KEEPER}
)
MORE = frozenset(
    {
        Part.RESULT,
        Part.YIELDS,
        Part.MAATJE,
        Part.WHEN,
        Part.WORKING_TIME,
        Part.PAID_BY,
        Part.NEEDS,
        Part.IF,
        Part.THEN,
        Part.OBLIGATORY,
        Part.AXIS,
    }
)
"""What is optional, and shown only when it is asked for."""
NUMBERS = frozenset({Part.HOURS, Part.EUROS})
FRIDAY = 4
SENTENCE = frozenset({Part.IF, Part.THEN})
_TIME = re.compile(r"(\d{1,2})(?:[:.hu ]?(\d{2}))?(?: ?(?:uur|u))?", re.ASCII)


class NotReadableError(ValueError):
    """What is typed can't be a value; `key` is a text of the catalogue."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class IfThen(Struct, frozen=True, kw_only=True):
    """The two halves of 'als ... dan ...', as typed."""

    condition: str = ""
    action: str = ""


def edited(draft: Draft, edit: Edit, language: str) -> Draft:
    """Return the draft with one thing filled in; raise NotReadableError when that can't be."""
    part, number = edit.place.part, edit.place.afspraak
    value = _read(part, edit.value, language)
    if number is None:
        return replace(draft, **{part.value: value})
    changed = replace(draft.afspraken[number - 1], **{part.value: value})
    return with_afspraak(draft, number, changed)


def with_afspraak(draft: Draft, number: int, changed: Afspraak) -> Draft:
    afspraken = list(draft.afspraken)
    afspraken[number - 1] = changed
    return replace(draft, afspraken=tuple(afspraken))


def moved(draft: Draft, number: int, by: int) -> Draft:
    """Return the draft with an afspraak `by` places further; the same when there is no such."""
    goal = number - 1 + by
    if not 0 <= goal < len(draft.afspraken):
        return draft
    afspraken = list(draft.afspraken)
    afspraken.insert(goal, afspraken.pop(number - 1))
    return replace(draft, afspraken=tuple(afspraken))


def without(draft: Draft, number: int) -> Draft:
    afspraken = (*draft.afspraken[: number - 1], *draft.afspraken[number:])
    return replace(draft, afspraken=afspraken)


def stored(draft: Draft, place: Place) -> object:
    """Return what the draft holds there; both halves of 'als ... dan ...' are one sentence."""
    name = "if_then" if place.part in SENTENCE else place.part.value
    if place.afspraak is None:
        return getattr(draft, name)
    return getattr(draft.afspraken[place.afspraak - 1], name)


def written(value: object, part: Part, texts: Catalogue) -> str:
    """Return a stored value as the text of its field."""
    if value is None:
        return ""
    if part in NUMBERS and isinstance(value, int | float):
        return texts.decimal(value)
    return str(value)


def composed(halves: IfThen, template: str) -> str | None:
    """Return one sentence of the two halves; half a sentence as far as it goes."""
    start, middle, end = _pieces(template)
    condition, action = halves.condition.strip(), halves.action.strip()
    if not condition:
        return action or None
    if not action:
        return f"{start}{condition}"
    stop = "" if action[-1] in ".!?" else end
    return f"{start}{condition}{middle}{action}{stop}"


def split(sentence: str | None, template: str) -> IfThen:
    """Return the halves of a sentence; one of another form is all in the second half."""
    start, middle, end = _pieces(template)
    text = (sentence or "").strip()
    if not text.casefold().startswith(start.casefold()):
        return IfThen(action=text)
    condition, _, action = text.removeprefix(text[: len(start)]).partition(middle)
    return IfThen(condition=condition, action=action.removesuffix(end))


def read_number(text: str, language: str) -> float | None:
    """Return the amount, None for nothing: '1,5', '1.280' or '€ 640' in Dutch.

    Raise NotReadableError for anything else; more than two decimals is a slip of the hand.
    """
    bare = re.sub(r"[€\s\u00a0]", "", text).removesuffix(",-")
    if not bare:
        return None
    comma, point = (",", ".") if language == "nl" else (".", ",")
    if re.fullmatch(rf"\d{{1,3}}(?:[{point}]\d{{3}})+(?:[{comma}]\d{{1,2}})?", bare, re.ASCII):
        bare = bare.replace(point, "")
    elif not re.fullmatch(r"\d{1,12}(?:[.,]\d{1,2})?", bare, re.ASCII):
        raise NotReadableError("agreement.not_a_number")
    return float(bare.replace(",", "."))


def read_time(text: str) -> str | None:
    """Return a time of day as 'HH:MM', None for nothing; raise NotReadableError otherwise."""
    if not text.strip():
        return None
    found = _TIME.fullmatch(text.strip().lower())
    if found is None:
        raise NotReadableError("refusal.follow_up_time")
    hour, minute = int(found[1]), int(found[2] or 0)
    if hour > 23 or minute > 59:
        raise NotReadableError("refusal.follow_up_time")
    return f"{hour:02}:{minute:02}"


def cleaned(text: str) -> str:
    """Return the text without what no text may hold, such as a pasted line break."""
    plain = "".join(" " if limits.hidden_character(letter) else letter for letter in text)
    return plain.strip()


def _read(part: Part, value: EditValue, language: str) -> object:
    if not isinstance(value, str) or part is Part.AXIS:
        return value
    text = cleaned(value)
    if part in NUMBERS:
        return read_number(text, language)
    if part is Part.FOLLOW_UP_TIME:
        return read_time(text)
    return text if part in WHOLE else text or None


def _pieces(template: str) -> tuple[str, str, str]:
    start, _, rest = template.partition("{condition}")
    middle, _, end = rest.partition("{action}")
    return start, middle, end


def proposed_follow_up(day: date) -> date:
    """Return a working day about three months later, the same day of the week where it can."""
    found = day + timedelta(weeks=13)
    return found + timedelta(days=7 - found.weekday() if found.weekday() > FRIDAY else 0)
