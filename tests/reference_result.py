"""formats.md read again, plainly and from scratch, to hold the program against.

Works on the script as tomllib gives it and on nothing of the program's own.
"""

from fractions import Fraction
from math import floor, log2
from typing import Any

AXES = ["A1", "A2", "A3", "A4", "G1", "G2", "G3"]
PER_AXIS = {45: 1, 60: 2, 90: 3}
NONE = [0, 0, 0, 0, 0]


def expected(script: dict[str, Any]) -> dict[str, Any]:
    """Return mode, axes, three words, talk_about, focus and consent of result.json."""
    session = script["session"]
    staff = session["staff"]
    mode = "team" if staff >= 5 else "pooled" if staff >= 3 else "open"
    agreed = {row["axis"]: Fraction(row["value"]) for row in script.get("agreed", [])}
    focus = [row["axis"] for row in script["focus"]]
    axes = [_axis(axis, script, mode, agreed.get(axis), focus) for axis in AXES]
    stands = {axis["id"]: axis.pop("_stand") for axis in axes}
    bands = {axis["id"]: axis["band"] for axis in axes}
    return {
        "mode": mode,
        "axes": axes,
        "three_words": {
            "weten": _word(stands, ["A4", "G2"]),
            "willen": _word(stands, ["A1", "A2", "A3", "G1"]),
            "kunnen": _word(stands, ["G3"]),
        },
        "talk_about": _talk_about(stands, bands),
        "focus": focus,
        "consent": _consent(script.get("consent"), staff + session["owners"]),
    }


def _axis(
    axis: str, script: dict[str, Any], mode: str, agreed: Fraction | None, focus: list[str]
) -> dict[str, Any]:
    counted = _counted(axis, script, mode)
    found: dict[str, Any] = dict.fromkeys(
        ["team", "owner", "band", "consensus", "spread", "first", "target", "votes"]
    )
    found["id"] = axis
    found["agreed"] = None if agreed is None else float(agreed)
    stand = agreed
    if mode == "team" and counted:
        team = _mean([_tally_mean(row["staff"]) for row, _ in counted])
        stand = team if agreed is None else agreed
        found["team"] = _tenth(team)
        found["votes"] = min(sum(row["staff"]) for row, _ in counted)
        consensus = sum(_tastle_wierman(row["staff"]) for row, _ in counted) / len(counted)
        found["consensus"] = (
            "eens" if consensus >= 0.8 else "redelijk eens" if consensus >= 0.58 else "verschillend"
        )
        votes = sorted(
            answer
            for row, _ in counted
            for answer, count in enumerate(row["staff"], 1)
            for _ in range(count)
        )
        found["spread"] = [_tenth(_percentile(votes, part)) for part in (1, 3)]
        owners = [row.get("owner", NONE) for row, _ in counted]
        if script["session"]["owner_apart"] and all(sum(owner) for owner in owners):
            found["owner"] = _tenth(_mean([_tally_mean(owner) for owner in owners]))
        firsts = [first["staff"] for _, first in counted]
        revoted = any(row.get("round", 1) == 2 for row, _ in counted)
        if revoted and all(sum(first) >= 5 for first in firsts):
            found["first"] = _tenth(_mean([_tally_mean(first) for first in firsts]))
    if mode == "pooled" and counted:
        together = [_together(row) for row, _ in counted]
        found["votes"] = min(sum(one) for one in together)
        found["band"] = _band(_mean([_tally_mean(one) for one in together]))
    if axis in focus and stand is not None:
        found["target"] = _tenth(min(Fraction(5), stand + 1))
    found["_stand"] = stand
    return found


def _counted(axis: str, script: dict[str, Any], mode: str) -> list[tuple[Any, Any]]:
    """Return the counted round beside round 1 of every statement that is not left out."""
    found = []
    for number in range(1, PER_AXIS[script["session"]["length"]] + 1):
        rows = {
            row.get("round", 1): row
            for row in script.get("vote", [])
            if row["statement"] == f"{axis}.{number}"
        }
        if not rows:
            continue
        if mode == "team":
            row = rows[2] if 2 in rows and sum(rows[2]["staff"]) >= 5 else rows[1]
            enough = sum(row["staff"]) >= 5
        else:
            row = rows.get(2, rows[1])
            enough = sum(_together(row)) >= 3
        if enough:
            found.append((row, rows[1]))
    return found


def _together(row: dict[str, Any]) -> list[int]:
    return [one + other for one, other in zip(row["staff"], row.get("owner", NONE), strict=True)]


def _tally_mean(tally: list[int]) -> Fraction:
    return Fraction(sum(answer * count for answer, count in enumerate(tally, 1)), sum(tally))


def _mean(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def _tenth(value: Fraction) -> float:
    return floor(value * 10 + Fraction(1, 2)) / 10


def _tastle_wierman(tally: list[int]) -> float:
    mean = float(_tally_mean(tally))
    return 1 + sum(
        count / sum(tally) * log2(1 - abs(answer - mean) / 4)
        for answer, count in enumerate(tally, 1)
        if count
    )


def _percentile(votes: list[int], quarters: int) -> Fraction:
    place = Fraction(quarters, 4) * (len(votes) - 1)
    low = floor(place)
    high = min(low + 1, len(votes) - 1)
    return votes[low] + (place - low) * (votes[high] - votes[low])


def _band(value: Fraction) -> str:
    return "laag" if value < Fraction(5, 2) else "midden" if value <= Fraction(7, 2) else "hoog"


def _word(stands: dict[str, Fraction | None], axes: list[str]) -> float | None:
    values = [stand for axis in axes if (stand := stands[axis]) is not None]
    return _tenth(_mean(values)) if len(values) == len(axes) else None


def _talk_about(stands: dict[str, Fraction | None], bands: dict[str, str | None]) -> list[str]:
    found = []
    for group, gaps in ((AXES[:4], False), (AXES[4:], True)):
        in_bands = any(bands[axis] and stands[axis] is None for axis in group)
        levels: dict[str, Any] = {}
        for axis in group:
            stand = stands[axis]
            if in_bands:
                band = bands[axis] if stand is None else _band(stand)
                if band:
                    levels[axis] = ["laag", "midden", "hoog"].index(band)
            elif stand is not None:
                levels[axis] = stand
        if not levels:
            continue
        early = [axis for axis in levels if gaps and levels[axis] < (1 if in_bands else 3)]
        found.append(early[0] if early else min(levels, key=lambda axis: levels[axis]))
    return found


def _consent(row: dict[str, int] | None, seats: int) -> str | None:
    if row is None:
        return None
    ballots = row["yes"] + row["yes_if"] + row["no"]
    if ballots < seats or row["no"]:
        return "nog niet iedereen"
    if row["yes_if"] == 0:
        return "iedereen"
    return "nog niet iedereen" if ballots < 5 else "iedereen, met aanpassing"
