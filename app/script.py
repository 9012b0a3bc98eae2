"""The workshop script: read it, check it, and say in one message what is wrong with it."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

from app.script_faults import FaultError, ScriptError, shown
from app.script_model import Script, ScriptFile
from app.script_rules import check_owner_given, check_rules
from app.script_shape import check_shape
from workshop_flows.views import Report

__all__ = ["Script", "ScriptError", "check_against_earlier", "read_script"]

LARGEST_FILE: Final = 1_000_000
MOST_DOTS: Final = 500
"""In one line: tomllib takes time to the square of the parts of a dotted key."""
AT_LINE: Final = re.compile(r"\(at line (\d+), column (\d+)\)$")

TWICE: Final = ("Cannot declare", "Cannot mutate", "Cannot overwrite", "Duplicate inline")
"""How tomllib begins when a key or table stands there already."""


def read_script(path: Path, action_ids: frozenset[int]) -> Script:
    """Return the script of a file; `action_ids` are those of the library.

    Raise InputError for the first fault, with its file, its line where it can be told, and
    its key. What hangs on the earlier session is left to `check_against_earlier`.
    """
    source = ""
    try:
        source = _decoded(_bytes(path))
        return _script(path, _tables(source), action_ids)
    except FaultError as fault:
        raise ScriptError(path, fault, source) from fault


def check_against_earlier(script: Script, report: Report) -> None:
    """Raise InputError when a follow-up does not fit `report`, its finished earlier session."""
    try:
        _check_follow_up(script, report)
    except FaultError as fault:
        raise ScriptError(script.source, fault) from fault


def _bytes(path: Path) -> bytes:
    try:
        # Opening a folder is "permission denied" on Windows.
        if path.is_dir():
            raise FaultError((), "script.folder")
        with path.open("rb") as stream:
            found = stream.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise FaultError((), "script.no_such_file") from error
    except PermissionError as error:
        raise FaultError((), "script.no_permission") from error
    # ValueError: a name with a zero byte in it.
    except (OSError, ValueError) as error:
        raise FaultError((), "script.unreadable") from error
    if len(found) > LARGEST_FILE:
        raise FaultError((), "script.file_too_large", most=LARGEST_FILE // 1000)
    return found


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise FaultError((), "script.not_utf8", line=line) from error


def _tables(source: str) -> dict[str, object]:
    lines = source.split("\n")
    for number, text in enumerate(lines, start=1):
        if text.count(".") > MOST_DOTS:
            raise FaultError((), "script.broken", line=number, found=shown(text))
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        at = AT_LINE.search(str(error))
        line = int(at[1]) if at else len(source.rstrip().split("\n"))
        key = "script.written_twice" if str(error).startswith(TWICE) else "script.broken"
        raise FaultError((), key, line=line, found=shown(lines[line - 1].strip())) from error
    # A number of thousands of digits, or brackets in brackets without end.
    except (ValueError, RecursionError) as error:
        raise FaultError((), "script.beyond_reading") from error


def _script(path: Path, data: Mapping[str, object], action_ids: frozenset[int]) -> Script:
    check_shape(data)
    script = msgspec.convert(data, ScriptFile)
    check_owner_given(data, script)
    check_rules(script, action_ids)
    earlier = script.session.earlier
    return Script(
        **msgspec.structs.asdict(script),
        source=path,
        earlier=None if earlier is None else path.parent / earlier,
    )


def _check_follow_up(script: Script, report: Report) -> None:
    if report.facts.date >= script.session.date:
        day = report.facts.date
        raise FaultError(("session", "date"), "script.not_after_earlier", earlier=day)
    there = len(report.agreement.afspraken)
    for position, review in enumerate(script.review):
        if review.afspraak > there:
            place = ("review", position, "afspraak")
            raise FaultError(
                place, "script.no_such_afspraak", afspraak=review.afspraak, there=there
            )
