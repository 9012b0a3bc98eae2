"""The list of sessions: newest first, whole after a crash, and never a danger to a session."""

import datetime
from pathlib import Path

import pytest
from msgspec import json
from msgspec.structs import replace

from app.known_sessions import (
    FORMAT,
    Clock,
    Known,
    KnownSessions,
    KnownState,
    is_missing,
    known_session,
)
from tests.core.builders import Room, setup
from workshop_flows.state import Position
from workshop_flows.vocabulary import AgreementStatus, AxisId, Step

NOON = datetime.datetime(2026, 11, 11, 12, 0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "sessions.json"


def known(file: Path, **changes: object) -> Known:
    usual = Known(
        path=file,
        company="Garage De Brug",
        day=NOON.date(),
        people=10,
        length=60,
        state=KnownState.BUSY,
        changed=NOON,
        position=Position(step=Step.VOTE, axis=AxisId.A4, statement=2),
        started=NOON,
        elapsed=812.5,
        paused=True,
    )
    return replace(usual, **changes)


def test_what_is_remembered_is_there_after_a_restart(path: Path, tmp_path: Path) -> None:
    one = known(tmp_path / "brug.leerradar")
    KnownSessions(path).remember(one)
    assert KnownSessions(path).all() == (one,)
    assert KnownSessions(path).find(tmp_path / "brug.leerradar") == one


def test_the_one_that_changed_last_comes_first(path: Path, tmp_path: Path) -> None:
    sessions = KnownSessions(path)
    for hours, name in ((1, "early"), (3, "late"), (2, "middle")):
        moment = NOON + datetime.timedelta(hours=hours)
        sessions.remember(known(tmp_path / name, changed=moment))
    assert [one.path.name for one in sessions.all()] == ["late", "middle", "early"]


def test_moments_with_and_without_a_zone_stand_in_one_list(path: Path, tmp_path: Path) -> None:
    sessions = KnownSessions(path)
    aware = datetime.datetime(2026, 11, 11, 13, 0, tzinfo=datetime.UTC)
    sessions.remember(known(tmp_path / "naive"))
    sessions.remember(known(tmp_path / "aware", changed=aware))
    assert [one.path.name for one in sessions.all()] == ["aware", "naive"]


def test_a_file_is_in_the_list_once(path: Path, tmp_path: Path) -> None:
    sessions = KnownSessions(path)
    sessions.remember(known(tmp_path / "brug"))
    sessions.remember(known(tmp_path / "brug", state=KnownState.FINISHED))
    assert [one.state for one in sessions.all()] == [KnownState.FINISHED]


def test_forgetting_leaves_the_file_where_it_is(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "brug.leerradar"
    file.write_bytes(b"a session")
    sessions = KnownSessions(path)
    sessions.remember(known(file))
    sessions.forget(file)
    assert sessions.all() == ()
    assert KnownSessions(path).all() == ()
    assert file.read_bytes() == b"a session"


def test_a_file_that_is_gone_stays_in_the_list(path: Path, tmp_path: Path) -> None:
    one = known(tmp_path / "stick" / "brug.leerradar")
    sessions = KnownSessions(path)
    sessions.remember(one)
    assert sessions.all() == (one,)
    assert is_missing(one)
    one.path.parent.mkdir()
    one.path.write_bytes(b"")
    assert not is_missing(one)


@pytest.mark.parametrize("data", [b"{", b"[]", b"{}", b"null", b'{"sessions": 3}', b"\xff"])
def test_a_damaged_list_is_kept_aside_and_begins_anew(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    sessions = KnownSessions(path)
    assert sessions.all() == ()
    sessions.remember(known(path.parent / "brug"))
    assert len(KnownSessions(path).all()) == 1
    assert path.with_name("sessions.json.aside").read_bytes() == data


def test_one_bad_row_costs_only_itself(path: Path, tmp_path: Path) -> None:
    KnownSessions(path).remember(known(tmp_path / "brug"))
    content = json.decode(path.read_bytes())
    content["sessions"] += [{"path": 3}, "row", {**content["sessions"][0], "people": "ten"}]
    path.write_bytes(json.encode({**content, "format": FORMAT}))
    assert [one.path.name for one in KnownSessions(path).all()] == ["brug"]
    assert path.with_name("sessions.json.aside").exists()


def test_where_nothing_can_be_written_the_list_lasts_as_long_as_the_program(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"a file where the folder should be")
    sessions = KnownSessions(tmp_path / "data" / "sessions.json")
    sessions.remember(known(tmp_path / "brug"))
    assert len(sessions.all()) == 1


@pytest.mark.parametrize(
    ("status", "position", "state"),
    [
        (AgreementStatus.CONCEPT, Position(step=Step.ACTIONS), KnownState.BUSY),
        (AgreementStatus.AGREED, Position(step=Step.PRINT), KnownState.AGREEMENT),
        (AgreementStatus.CONCEPT, None, KnownState.CONCEPT),
        (AgreementStatus.AGREED, None, KnownState.FINISHED),
    ],
)
def test_how_far_a_session_came_follows_from_its_report(
    status: AgreementStatus, position: Position | None, state: KnownState
) -> None:
    report = Room(setup(names=("Youssef",))).report
    back = datetime.date(2027, 3, 12)
    report = replace(report, agreement=replace(report.agreement, status=status, follow_up=back))
    clock = Clock(started=NOON, elapsed=60.0, paused=True)
    file = Path("brug.leerradar")
    entry = known_session(file, report, position, changed=NOON, clock=clock)
    assert (entry.state, entry.people, entry.follow_up) == (state, 10, back)
    assert (entry.started, entry.elapsed, entry.paused) == (NOON, 60.0, True)


def test_no_names_and_no_votes_are_kept(path: Path) -> None:
    report = Room(setup(names=("Youssef",), owner_names=("Marja",))).report
    entry = known_session(Path("brug"), report, None, changed=NOON, clock=Clock())
    KnownSessions(path).remember(entry)
    written = path.read_text(encoding="utf-8")
    assert "Youssef" not in written
    assert "Marja" not in written
