"""The scripts that ship: valid, different from each other, and in plain words."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.content import load_content
from app.play import play
from app.script import Script, check_against_earlier, read_script
from tests.script_samples import ACTIONS, EXAMPLES
from workshop_flows.views import Report
from workshop_flows.vocabulary import AXES, AgreementStatus, ConsentOutcome, Goal, Mode

PATHS = sorted(EXAMPLES.glob("*.toml"))
LONGEST_SENTENCE = 15


def example(name: str) -> Script:
    return read_script(EXAMPLES / f"{name}.toml", ACTIONS)


def report(name: str) -> Report:
    return play(example(name), None)


def test_which_examples_there_are() -> None:
    names = sorted(path.stem for path in PATHS)
    assert names == ["garage", "garage-vervolg", "klussenbedrijf", "transport", "tweemans"]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_an_example_is_plain_and_valid(path: Path) -> None:
    raw = path.read_bytes()
    assert b"\r" not in raw
    assert not raw.startswith(b"\xef\xbb\xbf")
    read_script(path, ACTIONS)


def test_the_garage_ends_with_an_agreement() -> None:
    garage = report("garage")
    assert garage.mode is Mode.TEAM
    assert garage.agreement.status is AgreementStatus.AGREED
    assert garage.consent is ConsentOutcome.WITH_CHANGES
    assert len(garage.agreement.afspraken) == 3
    assert any(axis.owner is not None for axis in garage.axes)
    assert any(axis.first is not None for axis in garage.axes)
    assert any(axis.agreed is not None for axis in garage.axes)
    assert set(garage.talk_about) == {"A4", "G2"}


def test_the_follow_up_fits_the_garage() -> None:
    follow_up, first = example("garage-vervolg"), report("garage")
    assert follow_up.earlier == EXAMPLES / "garage.leerradar"
    check_against_earlier(follow_up, first)
    told = play(follow_up, first)
    assert told.agreement.status is AgreementStatus.AGREED
    assert told.earlier is not None
    assert len(told.earlier.review) == 3
    goals = {axis.id: axis.goal for axis in told.earlier.axes if axis.goal}
    assert goals == {"A3": Goal.NEARLY, "A4": Goal.REACHED, "G2": Goal.NEARLY}


def test_the_haulier_is_large_and_not_done_yet() -> None:
    haulier = report("transport")
    assert haulier.facts.staff == 34
    assert haulier.facts.length == 90
    assert len(haulier.facts.names) == 34
    assert all(axis.owner is None for axis in haulier.axes)
    assert haulier.agreement.status is AgreementStatus.CONCEPT
    assert [(one.afspraak, one.field) for one in haulier.agreement.missing] == [(2, "euros")]


def test_the_handymen_see_zones_only() -> None:
    handymen = report("klussenbedrijf")
    assert handymen.mode is Mode.POOLED
    assert all(axis.band is not None and axis.team is None for axis in handymen.axes)
    assert handymen.agreement.status is AgreementStatus.AGREED


def test_the_cycle_shop_talks_openly() -> None:
    shop = report("tweemans")
    assert shop.mode is Mode.OPEN
    assert shop.facts.staff == 2
    assert not example("tweemans").vote
    assert [axis.id for axis in shop.axes if axis.agreed is not None] == list(AXES)
    assert shop.agreement.status is AgreementStatus.AGREED


def _texts(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inside in value.items():
            yield from _texts(inside, name)
    elif isinstance(value, list):
        for inside in value:
            yield from _texts(inside, key)
    elif isinstance(value, str) and key not in ("format", "earlier"):
        yield value


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_an_example_speaks_plainly(path: Path) -> None:
    banned = load_content("nl").banned
    for text in _texts(tomllib.loads(path.read_text(encoding="utf-8"))):
        assert banned.found_in(text) == ()
        for sentence in re.split(r"[.?!:]\s+", text):
            assert len(sentence.split()) <= LONGEST_SENTENCE, sentence
