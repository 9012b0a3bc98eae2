"""result.json: what others read of a session, to the letter of its format."""

import msgspec

from workshop_flows.views import Afspraak, Agreement, AxisResult, Earlier, Report

FORMAT = "leerradar-result/1"


def build_result(report: Report) -> bytes:
    """Return the bytes of result.json, UTF-8 and indented; the same report, the same bytes."""
    facts = report.facts
    content = {
        "format": FORMAT,
        "session": {
            "company": facts.company,
            "date": facts.date,
            "length": facts.length,
            "staff": facts.staff,
            "owners": facts.owners,
            "owner_apart": facts.owner_apart,
        },
        "mode": report.mode,
        "axes": [_axis(axis) for axis in report.axes],
        "three_words": report.three_words,
        "talk_about": report.talk_about,
        "focus": [choice.axis for choice in report.focus],
        "agreement": _agreement(report.agreement),
        "consent": report.consent,
        "earlier": _earlier(report.earlier),
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def _axis(axis: AxisResult) -> dict[str, object]:
    return {
        "id": axis.id,
        "label": axis.label,
        "team": axis.team,
        "owner": axis.owner,
        "band": axis.band,
        "consensus": axis.consensus,
        "spread": axis.spread,
        "first": axis.first,
        "agreed": axis.agreed,
        "target": axis.target,
        "votes": axis.votes,
    }


def _agreement(agreement: Agreement) -> dict[str, object]:
    return {
        "afspraken": [_afspraak(afspraak) for afspraak in agreement.afspraken],
        "owner_promise": agreement.owner_promise,
        "team_promise": agreement.team_promise,
        "follow_up": agreement.follow_up,
        "follow_up_time": agreement.follow_up_time,
        "keeper": agreement.keeper,
        "status": agreement.status,
    }


def _afspraak(afspraak: Afspraak) -> dict[str, object]:
    """Return the afspraak under the script's keys, whole numbers as they were typed."""
    fields = msgspec.structs.asdict(afspraak)
    for amount in ("hours", "euros"):
        value = fields[amount]
        if value is not None and value == int(value):
            fields[amount] = int(value)
    return fields


def _earlier(earlier: Earlier | None) -> dict[str, object] | None:
    if earlier is None:
        return None
    return {
        "date": earlier.date,
        "axes": [
            {
                "id": axis.id,
                "stand": axis.stand,
                "band": axis.band,
                "change": axis.change,
                "goal": axis.goal,
            }
            for axis in earlier.axes
        ],
        "review": [
            {"afspraak": one.afspraak, "outcome": one.outcome, "helped": one.helped}
            for one in earlier.review
        ],
    }
