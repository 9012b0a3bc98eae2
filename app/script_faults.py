"""What is wrong with a script, and where: the place in the file and the message."""

import datetime
import re
from pathlib import Path
from typing import Final

from msgspec import Struct

from app.errors import InputError
from resources.catalogue import Catalogue

Place = tuple[str | int, ...]
"""Keys and positions from the top of the file down; a position counts from 0."""

LONGEST_SHOWN: Final = 60
HEADER: Final = re.compile(r"""\s*\[\[?\s*["']?([A-Za-z0-9_-]+)["']?\s*\]""")
KEY: Final = re.compile(r"""\s*["']?([A-Za-z0-9_-]+)["']?\s*=""")


class FaultError(Exception):
    """A broken rule of the format; `key` and `values` are a text of the catalogue."""

    def __init__(
        self, place: Place, key: str, /, *, line: int | None = None, **values: object
    ) -> None:
        super().__init__(place, key, values)
        self.place = place
        self.key = key
        self.line = line
        self.values = values


class ScriptError(InputError):
    """A script that can't be used. `line` counts from 1; `place` is as in 'vote[3].staff'."""

    def __init__(self, file: Path, fault: FaultError, source: str = "") -> None:
        super().__init__(fault.key, **fault.values)
        self.file = file
        self.line = line_of(source, fault.place) if fault.line is None else fault.line
        self.place = place_text(fault.place)

    def message(self, texts: Catalogue) -> str:
        key = "script.in_file"
        if self.line is not None:
            key = "script.at_line_and_place" if self.place else "script.at_line"
        elif self.place:
            key = "script.at_place"
        return texts.text(
            key,
            file=visible(str(self.file)),
            line=self.line,
            place=self.place,
            fault=super().message(texts),
        )


def place_text(place: Place) -> str:
    """Return a place as people write it, with positions from 1: 'vote[3].staff'."""
    text = ""
    for step in place:
        if isinstance(step, int):
            text += f"[{step + 1}]"
        else:
            text += f".{visible(short(step))}" if text else visible(short(step))
    return text


def line_of(source: str, place: Place) -> int | None:
    """Return the line, from 1, of a key or else of its table; None when neither is found.

    It sees headers and keys only at the start of a line, as people write them; a script
    written otherwise gets its message without a line.
    """
    if not place:
        return None
    top, *sections = _sections(source)
    table, *inner = place
    position = inner[0] if inner and isinstance(inner[0], int) else 0
    wanted = next((step for step in inner if isinstance(step, str)), "")
    named = [section for section in sections if section.table == table]
    if position < len(named):
        return named[position].keys.get(wanted, named[position].line)
    return top.keys.get(str(table))


class _Section(Struct):
    """A table of the source: the line of its header, and of each of its keys."""

    table: str
    line: int
    keys: dict[str, int]


def _sections(source: str) -> list[_Section]:
    """Return what stands above the first header, and then each table."""
    sections = [_Section("", 1, {})]
    for number, line in enumerate(source.split("\n"), start=1):
        if header := HEADER.match(line):
            sections.append(_Section(header[1], number, {}))
        elif key := KEY.match(line):
            sections[-1].keys.setdefault(key[1], number)
    return sections


def visible(text: str) -> str:
    """Return a text with everything that can't be seen written as a code."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def short(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"


def shown(value: object) -> str:
    """Return a value as it may stand in a script, shortened: '"negen"', 'true', '[1, 2]'."""
    match value:
        case str():
            return f'"{visible(short(value))}"'
        case bool():
            return "true" if value else "false"
        case int():
            return str(value) if abs(value) < 10**LONGEST_SHOWN else "…"
        case float():
            return repr(value)
        case datetime.date() | datetime.time():
            return value.isoformat()
        case list():
            inside = ("[…]" if isinstance(one, list | dict) else shown(one) for one in value[:9])
            return short(f"[{', '.join(inside)}{', …' if len(value) > 9 else ''}]")
        case _:
            return "{…}"
