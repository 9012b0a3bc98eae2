"""What the phones say was confirmed, counted without any of the program's own counting."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from app.voting.http_phone import Value
from tests.load.report import LoadReport
from workshop_flows.vocabulary import AXES, Role

CONSENTS = ("yes", "yes_if", "no")


def confirmed(
    report: LoadReport, number: int, subject: str, roles: Mapping[str, Role], cards: int
) -> dict[str, Any]:
    """Return the tallies of what was confirmed last, in the shape of the box's JSON."""
    values = [
        (roles[phone.code], ballots.confirmed)
        for phone in report.phones
        for ballots in phone.ballots
        if ballots.round == number and ballots.confirmed is not None
    ]
    match subject:
        case "statement":
            return {role: _answers(value for by, value in values if by is role) for role in Role}
        case "consent":
            said = Counter(value["answer"] for _, value in values if isinstance(value, dict))
            return {answer: said[answer] for answer in CONSENTS}
    options: Iterable[object] = AXES if subject == "focus" else range(cards)
    chosen = Counter(one for _, value in values if isinstance(value, list) for one in value)
    return {"counts": [chosen[one] for one in options], "ballots": len(values)}


def _answers(values: Iterable[Value]) -> dict[str, Any]:
    said = Counter(str(value) for value in values)
    return {"counts": [said[str(answer)] for answer in range(1, 6)], "skipped": said["skip"]}
