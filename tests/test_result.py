"""result.json against formats.md, for workshops that nobody wrote by hand."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.play import play
from app.result_file import build_result
from app.script import read_script
from tests.reference_result import AXES, PER_AXIS, expected
from tests.script_samples import ACTIONS, GOOD, to_toml

KEYS = ["format", "session", "mode", "axes", "three_words", "talk_about", "focus", "agreement"]
AXIS_KEYS = ["id", "label", "team", "owner", "band", "consensus", "spread", "first", "agreed"]


def result_of(script: dict[str, Any], folder: Path) -> dict[str, Any]:
    path = folder / "script.toml"
    path.write_text(to_toml(script), encoding="utf-8")
    result: dict[str, Any] = json.loads(build_result(play(read_script(path, ACTIONS), None)))
    return result


@st.composite
def tallies(draw: st.DrawFn, seats: int) -> tuple[list[int], int]:
    """Draw the ballots of a role: every seat answers, skips or stays silent."""
    ballots = draw(st.lists(st.integers(0, 6), min_size=seats, max_size=seats))
    return [ballots.count(answer) for answer in range(1, 6)], ballots.count(6)


@st.composite
def workshops(draw: st.DrawFn) -> dict[str, Any]:
    script = copy.deepcopy(GOOD)
    del script["review"]
    session = script["session"]
    session.pop("earlier")
    session["staff"] = staff = draw(st.sampled_from([1, 2, 3, 4, 5, 6, 9, 12]))
    session["owners"] = owners = draw(st.integers(1, 3))
    session["owner_apart"] = draw(st.booleans())
    session["length"] = draw(st.sampled_from([45, 60, 90]))
    script["vote"] = votes = []
    for axis in AXES if staff > 2 else []:
        for number in range(1, PER_AXIS[session["length"]] + 1):
            for round_ in range(1, 1 + draw(st.sampled_from([0, 1, 1, 1, 2]))):
                given_staff, skipped = draw(tallies(staff))
                given_owner, owner_skipped = draw(tallies(owners))
                votes.append(
                    {
                        "statement": f"{axis}.{number}",
                        "round": round_,
                        "staff": given_staff,
                        "staff_skipped": skipped,
                        "owner": given_owner,
                        "owner_skipped": owner_skipped,
                    }
                )
    agreed = draw(st.lists(st.sampled_from(AXES), unique=True))
    script["agreed"] = [{"axis": axis, "value": draw(st.integers(2, 10)) / 2} for axis in agreed]
    focus = draw(st.lists(st.sampled_from(AXES), min_size=1, max_size=3, unique=True))
    script["focus"] = [{"axis": axis, "votes": draw(st.integers(0, 1))} for axis in focus]
    script["card"] = []
    seats = staff + owners
    yes = draw(st.integers(0, seats))
    yes_if = draw(st.integers(0, seats - yes))
    no = draw(st.sampled_from([0, seats - yes - yes_if]))
    script["consent"] = {"yes": yes, "yes_if": yes_if, "no": no}
    if draw(st.booleans()):
        del script["consent"]
    return script


@settings(max_examples=120, suppress_health_check=list(HealthCheck))
@given(script=workshops())
def test_the_result_is_what_the_format_says(
    script: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    result = result_of(script, tmp_path_factory.mktemp("workshop"))
    wanted = expected(script)
    for axis, meant in zip(result["axes"], wanted["axes"], strict=True):
        assert {key: axis[key] for key in meant} == meant
    for key in ("mode", "three_words", "talk_about", "focus", "consent"):
        assert result[key] == wanted[key]


def test_the_keys_stand_in_the_order_of_the_format(tmp_path: Path) -> None:
    script = copy.deepcopy(GOOD)
    del script["review"]
    del script["session"]["earlier"]
    result = result_of(script, tmp_path)
    assert list(result) == [*KEYS, "consent", "earlier"]
    assert list(result["axes"][0]) == [*AXIS_KEYS, "target", "votes"]
    assert result["format"] == "leerradar-result/1"
    assert result["session"]["date"] == "2026-11-11"
    assert result["earlier"] is None


def test_an_afspraak_has_every_key_of_the_script_and_a_title(tmp_path: Path) -> None:
    script = copy.deepcopy(GOOD)
    del script["review"]
    del script["session"]["earlier"]
    script["afspraak"] = [{"action": 26, "axis": "G2", "hours": 10, "euros": 2.5}]
    [afspraak] = result_of(script, tmp_path)["agreement"]["afspraken"]
    given_keys = {"action", "title", "axis", "hours", "euros"}
    assert afspraak["title"] == "Vast leerhalfuur in de planning"
    assert (afspraak["hours"], afspraak["euros"]) == (10, 2.5)
    assert len(afspraak) == 18
    assert all(value is None for key, value in afspraak.items() if key not in given_keys)
