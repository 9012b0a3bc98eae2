"""Keys and kinds of a script, checked against its types with a message per kind of value.

msgspec would say the same in English, counting from 0 and without the nearest key; here
its description of the types tells what would be right.
"""

import datetime
import difflib
import math
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from msgspec import inspect

from app.script_faults import FaultError, Place, shown
from app.script_model import ScriptFile
from workshop_flows.limits import hidden_character

FIRST_DATE: Final = datetime.date(2000, 1, 1)
LAST_DATE: Final = datetime.date(2199, 12, 31)


def check_shape(data: Mapping[str, object]) -> None:
    """Raise FaultError for the first key or value that the format does not know."""
    expected = _script_type()
    known = data.get("format")
    wanted = _choices(expected.fields[0].type)
    if known not in wanted:
        raise FaultError(("format",), "script.not_a_script", wanted=shown(wanted[0]))
    _check_table(data, expected, ())


@cache
def _script_type() -> inspect.StructType:
    found = inspect.type_info(ScriptFile)
    assert isinstance(found, inspect.StructType)
    return found


def _check(value: object, expected: inspect.Type, place: Place) -> None:
    match expected:
        case inspect.UnionType(types=(first, *_)):
            _check(value, first, place)
        case inspect.StructType():
            _check_table(value, expected, place)
        case inspect.VarTupleType():
            _check_list(value, expected, place)
        case inspect.TupleType():
            _check_tally(value, expected, place)
        case inspect.LiteralType() | inspect.EnumType():
            _check_choice(value, expected, place)
        case _:
            _check_plain(value, expected, place)


def _check_plain(value: object, expected: inspect.Type, place: Place) -> None:
    match expected:
        case inspect.Metadata(type=inspect.StrType(pattern=str(pattern)), extra=dict(extra)):
            if not isinstance(value, str) or not re.fullmatch(pattern, value):
                raise FaultError(place, str(extra["fault"]), found=shown(value))
        case inspect.StrType():
            _check_text(value, expected, place)
        case inspect.IntType() | inspect.FloatType():
            _check_number(value, expected, place)
        case inspect.BoolType():
            if not isinstance(value, bool):
                raise FaultError(place, "script.not_yes_or_no", found=shown(value))
        case inspect.DateType():
            _check_date(value, place)
        case _:
            raise AssertionError(f"no rule for {expected}")


def _check_table(value: object, expected: inspect.StructType, place: Place) -> None:
    if not isinstance(value, Mapping):
        raise FaultError(place, "script.not_a_table", table=_header(expected, place))
    fields = {field.name: field for field in expected.fields}
    for key in value:
        if key not in fields:
            raise _unknown_key((*place, key), key, list(fields))
    for name, field in fields.items():
        if name in value:
            _check(value[name], field.type, (*place, name))
        elif field.required:
            example = _example(field.type, name)
            raise FaultError((*place, name), "script.missing", example=example)


def _unknown_key(place: Place, key: str, known: Sequence[str]) -> FaultError:
    near = difflib.get_close_matches(key.lower()[:80], known, n=1, cutoff=0.6)
    if near:
        return FaultError(place, "script.unknown_key_near", nearest=near[0])
    return FaultError(place, "script.unknown_key", known=", ".join(known))


def _check_list(value: object, expected: inspect.VarTupleType, place: Place) -> None:
    tables = isinstance(expected.item_type, inspect.StructType)
    if not isinstance(value, list):
        if tables:
            raise FaultError(place, "script.not_a_table", table=_header(expected, place))
        raise FaultError(place, "script.not_a_list", found=shown(value))
    least, most = expected.min_length or 0, expected.max_length
    if most is not None and len(value) > most:
        raise FaultError((*place, most), "script.too_many", most=most)
    if len(value) < least:
        raise FaultError(place, "script.missing", example=_example(expected, str(place[-1])))
    for position, item in enumerate(value):
        _check(item, expected.item_type, (*place, position))


def _check_tally(value: object, expected: inspect.TupleType, place: Place) -> None:
    if not isinstance(value, list) or len(value) != len(expected.item_types):
        raise FaultError(place, "script.not_a_tally", found=shown(value))
    for position, (item, kind) in enumerate(zip(value, expected.item_types, strict=True)):
        _check(item, kind, (*place, position))


def _check_text(value: object, expected: inspect.StrType, place: Place) -> None:
    if not isinstance(value, str):
        raise FaultError(place, "script.not_a_text", found=shown(value))
    longest = expected.max_length
    if longest is not None and len(value) > longest:
        raise FaultError(place, "script.text_too_long", count=len(value), longest=longest)
    if expected.min_length and not value.strip():
        raise FaultError(place, "script.text_empty")
    hidden = hidden_character(value)
    if hidden is not None:
        raise FaultError(place, "script.text_unseen", code=f"U+{ord(hidden):04X}")


def _check_number(
    value: object, expected: inspect.IntType | inspect.FloatType, place: Place
) -> None:
    whole = isinstance(expected, inspect.IntType)
    right = not isinstance(value, bool) and isinstance(value, int if whole else int | float)
    low, high, step = expected.ge, expected.le, expected.multiple_of
    assert low is not None
    assert high is not None
    if right and isinstance(value, int | float):
        # -0.0 passes every comparison and would be printed with its sign.
        right = low <= value <= high and math.copysign(1, value) > 0
        right = right and (step is None or value % step == 0)
    if not right:
        key = "script.not_a_half" if step else "script.not_a_number"
        key = "script.not_a_whole_number" if whole else key
        raise FaultError(place, key, low=f"{low:g}", high=f"{high:.0f}", found=shown(value))


def _check_date(value: object, place: Place) -> None:
    if type(value) is not datetime.date:
        raise FaultError(place, "script.not_a_date", found=shown(value))
    if not FIRST_DATE <= value <= LAST_DATE:
        first, last = FIRST_DATE.year, LAST_DATE.year
        raise FaultError(place, "script.date_far_away", found=shown(value), first=first, last=last)


def _check_choice(value: object, expected: inspect.Type, place: Place) -> None:
    choices = _choices(expected)
    if not any(type(value) is type(choice) and value == choice for choice in choices):
        listed = ", ".join(shown(choice) for choice in choices)
        raise FaultError(place, "script.not_a_choice", choices=listed, found=shown(value))


def _choices(expected: inspect.Type) -> list[object]:
    """Return the values that a Literal or an enum allows, as they stand in a script."""
    if isinstance(expected, inspect.EnumType):
        return [member.value for member in expected.cls]
    assert isinstance(expected, inspect.LiteralType)
    return list(expected.values)


def _header(expected: inspect.Type, place: Place) -> str:
    """Return how the table is opened: '[session]' or '[[vote]]'."""
    listed = isinstance(expected, inspect.VarTupleType) or isinstance(place[-1], int)
    return f"[[{place[0]}]]" if listed else f"[{place[0]}]"


def _example(expected: inspect.Type, name: str) -> str:
    """Return what could stand in the script for a key that is missing."""
    match expected:
        case inspect.StructType() | inspect.VarTupleType(item_type=inspect.StructType()):
            return _header(expected, (name,))
        case inspect.TupleType():
            return f"{name} = [0, 0, 0, 0, 0]"
        case inspect.DateType():
            return f"{name} = 2026-11-11"
        case inspect.BoolType():
            return f"{name} = true"
        case inspect.IntType() | inspect.FloatType():
            return f"{name} = {expected.ge:g}"
        case inspect.LiteralType() | inspect.EnumType():
            return f"{name} = {shown(_choices(expected)[0])}"
        case inspect.Metadata():
            return f'{name} = "A1.1"'
        case _:
            return f'{name} = "..."'
