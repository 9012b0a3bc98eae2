"""Mutilated scripts: what comes out is a script or one clear message, never anything else."""

import copy
import datetime
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.script_samples import EXAMPLES, complaint, to_toml

SOURCES = tuple(path.read_bytes() for path in sorted(EXAMPLES.glob("*.toml")))
TABLES = tuple(tomllib.loads(source.decode()) for source in SOURCES)
KEYS = ("axis", "staff", "vote", "title", "action", "format", "session", "é")
PIECES = (
    *(b"\n", b"\r", b"\x00", b"\xff", b"\xef\xbb\xbf", b'"', b'"""', b"'", b"\\", b"\\u", b"#"),
    *(b"[", b"]", b"[[", b"]]", b"{", b"}", b"=", b",", b".", b"-", b"_", b"+"),
    *(b"0", b"9" * 5000, b"1e999", b"nan", b"inf", b"0x", b"2026-02-30", b"25:61", b"true"),
    *(b"[[vote]]\n", b"[session]\n", b"staff = 9\n", b"owner.staff = 1\n", b"[[" * 400),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scripts")


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    raw = draw(st.sampled_from(SOURCES))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(raw)))
        end = start + draw(st.integers(0, 40) | st.just(len(raw)))
        piece = draw(st.sampled_from(PIECES) | st.binary(max_size=4) | st.just(raw[:start][-200:]))
        raw = raw[:start] + piece + raw[end:]
    return raw


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 60),
    st.integers(),
    st.just(10**4299),
    st.floats(),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.just("x" * 501),
    st.sampled_from(["A1", "G3", "A1.1", "G2.3", "nl", "gelukt", "other", "12:00"]),
    st.dates(),
    st.times().map(lambda time: time.replace(microsecond=0)),
    st.datetimes().map(lambda moment: moment.replace(microsecond=0)),
    st.sampled_from([45, 60, 90, 3.5, datetime.date(2026, 11, 12)]),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.sampled_from(KEYS), inner),
    max_leaves=8,
)


@st.composite
def rearranged(draw: st.DrawFn) -> str:
    """A script with up to three values replaced, taken out, added or given twice."""
    script: Any = copy.deepcopy(draw(st.sampled_from(TABLES)))
    for _ in range(draw(st.integers(1, 3))):
        inside, step = _some_place(draw, script)
        value = draw(VALUES)
        if value is None:
            del inside[step]
        elif isinstance(inside, list):
            if draw(st.booleans()):
                inside.append(copy.deepcopy(inside[step]))
            else:
                inside[step] = value
        else:
            inside[draw(st.sampled_from([step, *KEYS]))] = value
    return to_toml(_without_none(script))


def _some_place(draw: st.DrawFn, inside: Any) -> tuple[Any, Any]:
    while True:
        steps = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
        step = draw(st.sampled_from(steps))
        below = inside[step]
        if not isinstance(below, dict | list) or not below or draw(st.integers(0, 4)) == 0:
            return inside, step
        inside = below


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_none(one) for key, one in value.items() if one is not None}
    if isinstance(value, list):
        return [_without_none(one) for one in value if one is not None]
    return value


@given(raw=damaged())
@settings(max_examples=400)
def test_damaged_bytes(folder: Path, raw: bytes) -> None:
    complaint(folder, raw)


@given(raw=st.binary(max_size=300))
def test_any_bytes(folder: Path, raw: bytes) -> None:
    assert complaint(folder, raw) is not None


@given(text=rearranged())
@settings(max_examples=400)
def test_rearranged_tables(folder: Path, text: str) -> None:
    complaint(folder, text)


@pytest.mark.parametrize("source", SOURCES)
def test_a_script_that_is_cut_off_is_told(folder: Path, source: bytes) -> None:
    """Half a table is told too: only at the end of one can a cut go unnoticed."""
    whole = source.rstrip()
    for end in range(0, len(whole) - 12, 61):
        assert complaint(folder, whole[:end]) is not None
