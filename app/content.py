"""Reads the content of one language from `resources/content/<language>/*.toml`.

Every field of `Content` has a file of its own, with the field as its only table: the axes
are in `axes.toml` under `axes`. Only the language itself stands in `content.toml`.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final, get_args

import msgspec
from msgspec import inspect, structs

from app.errors import InputError
from workshop_flows.content import Content
from workshop_flows.content_rules import ContentError
from workshop_flows.vocabulary import Language

LANGUAGES: Final[tuple[str, ...]] = get_args(Language)
FILES: Final = {
    field: "content.toml" if field == "language" else f"{field}.toml"
    for field in Content.__struct_fields__
}
LONGEST_SHOWN: Final = 60
AT_LINE: Final = re.compile(r" \(at line (\d+), column \d+\)$")

TOLD: Final = re.compile(r"(.*?)(?: - at `\$([\w.\[\]]*)`)?\Z", re.DOTALL)
"""A complaint of msgspec: what, and the path to it; a key in the first part may hold anything."""

# What msgspec says of a value, and the text of ours for it; the first that fits.
COMPLAINTS: Final = tuple(
    (re.compile(pattern, re.DOTALL), key)
    for pattern, key in (
        (r"Object missing required field `(?P<name>.*)`", "content.missing_key"),
        (r"Object contains unknown field `(?P<name>.*)`", "content.unknown_key"),
        (r"Invalid enum value", "content.unknown_value"),
        (r"Expected `str` of length >= \d+|Expected `str` matching", "content.unfit_text"),
        (r"Expected `str` of length <= (?P<most>\d+)", "content.long_text"),
        (r"Expected `str[^`]*`, got", "content.not_text"),
        (r"Expected `array` of length >= (?P<least>\d+)", "content.short_list"),
        (r"Expected `array` of length <= (?P<most>\d+)", "content.long_list"),
        (r"Expected `array` of length (?P<wanted>\d+)", "content.other_length"),
        (r"Expected `array[^`]*`, got", "content.not_list"),
        (r"Expected `object[^`]*`, got", "content.not_table"),
        (r"Expected `bool`, got", "content.not_yes_or_no"),
        (r"Expected `date`, got|Invalid RFC3339 encoded date", "content.not_date"),
        (r"Expected `(int|float)[^`]*` (?P<limit>[<>]=? \S+)", "content.outside"),
        (r"Expected `int[^`]*`, got", "content.not_whole_number"),
        (r"Expected `float[^`]*`, got|Number out of range", "content.not_number"),
    )
)


@cache
def load_content(language: str) -> Content:
    """Return the content of 'nl' or 'en'.

    Raise InputError for another language, and as `read_content` does.
    """
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise InputError("content.unknown_language", found=language, known=known)
    return read_content(files("resources") / "content" / language)


def read_content(folder: Traversable | Path) -> Content:
    """Return the content of a folder with all its files.

    Raise InputError, naming file and key (or file and line), for the first thing wrong.
    """
    parts = {field: _part(folder, field) for field in FILES}
    try:
        return Content(**parts)
    except ContentError as error:
        file = FILES[error.key.partition("[")[0]]
        raise InputError(
            f"content.{error.rule}", file=file, at=error.key, **error.values
        ) from error


def _part(folder: Traversable | Path, field: str) -> Any:
    """Return one field of Content, read from its file."""
    file = FILES[field]
    tables = _tables(file, _decoded(file, _bytes(folder, file)))
    unknown = next((key for key in tables if key != field), None)
    if unknown is not None:
        raise InputError("content.unknown_key", file=file, at=_short(unknown), known=field)
    if field not in tables:
        raise InputError("content.missing_key", file=file, at=field)
    expected = next(one.type for one in structs.fields(Content) if one.name == field)
    try:
        return msgspec.convert(tables[field], expected)
    except msgspec.ValidationError as error:
        raise _explained(str(error), field, tables[field]) from error


def _bytes(folder: Traversable | Path, file: str) -> bytes:
    try:
        return (folder / file).read_bytes()
    except FileNotFoundError as error:
        raise InputError("content.missing_file", file=file) from error
    # ValueError: a name with a zero byte in it.
    except (OSError, ValueError) as error:
        raise InputError("content.unreadable", file=file) from error


def _decoded(file: str, raw: bytes) -> str:
    try:
        # Editors on Windows put a byte order mark before the text.
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise InputError("content.not_utf8", file=file, line=line) from error


def _tables(file: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = AT_LINE.search(str(error))
        line = int(at[1]) if at else len(text.rstrip().split("\n"))
        found = _short(text.split("\n")[line - 1].strip())
        raise InputError("content.broken", file=file, line=line, found=found) from error
    # A number of thousands of digits, or brackets in brackets without end.
    except (ValueError, RecursionError) as error:
        raise InputError("content.beyond_reading", file=file) from error


def _explained(complaint: str, field: str, value: object) -> InputError:
    """Return msgspec's complaint about the value of a field in words of ours."""
    told = TOLD.match(complaint)
    said, path = (told[1], told[2] or "") if told else (complaint, "")
    steps = [name or int(number) for name, number in re.findall(r"\.(\w+)|\[(\d+)\]", path)]
    at = field + "".join(_named_steps(value, steps))
    expected = _expected(field, steps)
    for pattern, key in COMPLAINTS:
        if match := pattern.match(said):
            values = match.groupdict()
            if "name" in values:
                at, values["name"] = f"{at}.{_short(values['name'])}", None
            values |= {"file": FILES[field], "at": at, "known": ", ".join(_known(expected))}
            return InputError(key, **{name: one for name, one in values.items() if one})
    return InputError("content.wrong", file=FILES[field], at=at, detail=_short(said))


def _named_steps(value: Any, steps: list[str | int]) -> Iterator[str]:
    """Yield each step for people: '[A2]' by what identifies a table, else '[3]' from 1."""
    for step in steps:
        value = value[step]
        if isinstance(step, str):
            yield f".{step}"
            continue
        names = (value.get(key) for key in ("id", "length", "step")) if _is_table(value) else ()
        named = next((name for name in names if isinstance(name, str | int)), step + 1)
        yield f"[{_short(str(named))}]"


def _is_table(value: object) -> bool:
    return isinstance(value, dict)


def _expected(field: str, steps: list[str | int]) -> inspect.Type:
    """Return the type that is expected at the end of the steps."""
    expected = inspect.type_info(Content)
    for step in (field, *steps):
        match expected:
            case inspect.UnionType(types=(first, *_)):
                expected = first
        match expected:
            case inspect.StructType(fields=fields):
                expected = next(one.type for one in fields if one.name == step)
            case inspect.VarTupleType(item_type=item):
                expected = item
            case inspect.TupleType(item_types=items) if isinstance(step, int):
                expected = items[step]
    return expected


def _known(expected: inspect.Type) -> list[str]:
    """Return the keys of a table, or the values of a choice."""
    match expected:
        case inspect.UnionType(types=types):
            return [one for kind in types for one in _known(kind)]
        case inspect.StructType(fields=fields):
            return [field.name for field in fields]
        case inspect.EnumType(cls=choices):
            return [str(choice.value) for choice in choices]
        case inspect.LiteralType(values=values):
            return [str(value) for value in values]
    return []


def _short(text: str) -> str:
    """Return a text fit for one line of a message."""
    seen = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
    return seen if len(seen) <= LONGEST_SHOWN else f"{seen[: LONGEST_SHOWN - 1]}…"
