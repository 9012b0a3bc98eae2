"""A good script as tables, ways to change one value of it, and its text in TOML."""

import copy
import datetime
import json
import re
from pathlib import Path
from typing import Any

from app.errors import InputError
from app.script import Script, read_script
from resources.catalogue import catalogue

EXAMPLES = Path(__file__).parent.parent / "resources" / "examples"
ACTIONS = frozenset(range(1, 55))
GONE = object()
"""Put in the place of a value: the key is taken out."""

GOOD: dict[str, Any] = {
    "format": "leerradar-script/1",
    "session": {
        "company": "Garage De Brug",
        "sector": "garage",
        "question": "Hoe leren wij werken aan elektrische auto's?",
        "date": datetime.date(2026, 11, 11),
        "length": 60,
        "staff": 9,
        "owners": 1,
        "owner_apart": True,
        "language": "nl",
        "names": ["Youssef", "Łukasz"],
        "owner_names": ["Marja de Wit"],
        "quotes": ["Als een collega het voordoet, snap ik het meteen."],
        "earlier": "eerder.leerradar",
        "already_doing": ["Iedere vrijdag een storing navertellen"],
        "coming": ["Meer elektrische auto's"],
    },
    "review": [
        {"afspraak": 1, "outcome": "deels", "helped": "Sinds januari elke week."},
        {"afspraak": 2, "outcome": "gelukt", "helped": ""},
    ],
    "vote": [
        {"statement": "A1.1", "staff": [0, 1, 3, 4, 1], "owner": [0, 0, 0, 1, 0]},
        {"statement": "A1.2", "staff": [0, 1, 3, 4, 0], "staff_skipped": 1, "owner": [0] * 5},
        {"statement": "A1.1", "round": 2, "staff": [0, 0, 4, 4, 1], "owner": [0, 0, 0, 1, 0]},
        {
            "statement": "G3.2",
            "round": 1,
            "staff": [9, 0, 0, 0, 0],
            "owner": [0] * 5,
            "owner_skipped": 1,
        },
    ],
    "agreed": [{"axis": "A4", "value": 3.5}, {"axis": "G1", "value": 3}],
    "focus": [{"axis": "G2", "votes": 9}, {"axis": "A4", "votes": 10}],
    "card": [
        {"action": 26, "axis": "G2", "votes": 8},
        {"title": "Een eigen idee", "axis": "A4", "votes": 10},
        {"action": 54, "axis": "G2", "votes": 2},
    ],
    "afspraak": [
        {
            "action": 26,
            "title": "Elke donderdag een uur samen leren",
            "axis": "G2",
            "result": "Iedereen kan een hybride veilig uitzetten.",
            "yields": "Meer werk.",
            "who": "Youssef",
            "maatje": "Anouk",
            "first_step": "Kees zet het uur in de planning.",
            "first_step_date": datetime.date(2026, 11, 18),
            "when": "Elke donderdag, 10 weken",
            "hours": 10,
            "working_time": True,
            "euros": 0.5,
            "paid_by": "bedrijf",
            "needs": "Een brug.",
            "if_then": "Als het druk is, dan schuift het naar vrijdag.",
            "evidence": "Iedereen doet het voor.",
            "obligatory": False,
        },
        {"title": "Nog te bedenken", "axis": "A4"},
    ],
    "agreement": {
        "owner_promise": "Ik houd het uur vrij.",
        "team_promise": "",
        "follow_up": datetime.date(2027, 3, 12),
        "follow_up_time": "15:30",
        "keeper": "Anouk",
    },
    "consent": {"yes": 9, "yes_if": 1, "no": 0},
}


def changed(*changes: tuple[str, object]) -> dict[str, Any]:
    """Return the good script with values put in places such as 'vote[3].staff'.

    A position one past the end adds a value; GONE takes the key or position out.
    """
    script = copy.deepcopy(GOOD)
    for place, value in changes:
        *way, last = _steps(place)
        inside: Any = script
        for step in way:
            inside = inside[step]
        if value is GONE:
            del inside[last]
        elif isinstance(inside, list) and last == len(inside):
            inside.append(value)
        else:
            inside[last] = value
    return script


def _steps(place: str) -> list[str | int]:
    found = re.findall(r"([A-Za-z_-]+)|\[(\d+)\]", place)
    return [key or int(position) - 1 for key, position in found]


def to_toml(script: dict[str, Any]) -> str:
    """Return the tables as people write them: headers, then a key a line."""
    lines = [f"{key} = {_value(v)}" for key, v in script.items() if not _is_tables(v)]
    for name, value in script.items():
        if isinstance(value, dict):
            lines += ["", f"[{name}]", *(f"{key} = {_value(v)}" for key, v in value.items())]
        elif _is_tables(value):
            for table in value:
                lines += ["", f"[[{name}]]", *(f"{k} = {_value(v)}" for k, v in table.items())]
    return "\n".join(lines) + "\n"


def _is_tables(value: object) -> bool:
    if isinstance(value, dict):
        return True
    return isinstance(value, list) and value != [] and all(isinstance(v, dict) for v in value)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, list):
        return f"[{', '.join(_value(one) for one in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key} = {_value(one)}' for key, one in value.items())}}}"
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return repr(value)


def read_text(folder: Path, text: str | bytes) -> Script:
    path = folder / "proef.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return read_script(path, ACTIONS)


def complaint(folder: Path, text: str | bytes) -> str | None:
    """Return what is wrong with a script in Dutch; None when nothing is.

    The message is one line, without a placeholder left open, and English has it as well.
    """
    try:
        read_text(folder, text)
    except InputError as error:
        messages = [error.message(catalogue(language)) for language in ("nl", "en")]
        for message in messages:
            assert message.isprintable(), message
            assert len(message) < 1000 + len(str(folder)), message
            assert "Traceback" not in message
        return messages[0]
    return None
