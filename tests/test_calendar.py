"""terugkijken.ics, read back as a calendar program would."""

import os
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event
from msgspec.structs import replace

from reports.calendar_file import build_calendar
from tests.paper_samples import afspraken, concept, open_talk, pooled, team
from workshop_flows.views import Report
from workshop_flows.vocabulary import ConsentOutcome

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def with_agreement(report: Report, **changes: Any) -> Report:
    return replace(report, agreement=replace(report.agreement, **changes))


def with_facts(report: Report, **changes: Any) -> Report:
    return replace(report, facts=replace(report.facts, **changes))


def read(raw: bytes) -> Calendar:
    return Calendar.from_ical(raw)


def events(raw: bytes) -> list[Event]:
    return list(read(raw).walk("VEVENT"))


def starting(raw: bytes, summary: str) -> Event:
    """Return the one event whose summary begins so."""
    (event,) = [event for event in events(raw) if str(event["summary"]).startswith(summary)]
    return event


def reminders(event: Event) -> list[timedelta]:
    return [alarm["trigger"].dt for alarm in event.walk("VALARM")]


def test_the_follow_up_is_an_hour_on_the_clock_of_amsterdam() -> None:
    event = starting(build_calendar(team(), "nl"), "Terugkijken")
    assert event["dtstart"].dt == datetime(2027, 3, 12, 15, 30, tzinfo=AMSTERDAM)
    assert event["dtend"].dt == datetime(2027, 3, 12, 16, 30, tzinfo=AMSTERDAM)
    assert event["dtstart"].params["TZID"] == "Europe/Amsterdam"
    assert event["summary"].params["LANGUAGE"] == "nl"
    assert event["transp"] == "OPAQUE"
    assert reminders(event) == [timedelta(days=-7), timedelta(days=-1)]
    told = str(event["description"])
    assert "Hoe leren wij werken aan elektrische auto's?" in told
    assert [one.title for one in afspraken() if str(one.title) not in told] == []
    assert "Anouk houdt het in de gaten." in told


def test_a_follow_up_without_a_time_takes_the_day() -> None:
    raw = build_calendar(with_agreement(team(), follow_up_time=None), "nl")
    event = starting(raw, "Terugkijken")
    assert event["dtstart"].dt == date(2027, 3, 12)
    assert event["dtend"].dt == date(2027, 3, 13)
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event["transp"] == "TRANSPARENT"
    assert b"VTIMEZONE" not in raw


def test_every_first_step_stands_on_its_day_with_who_does_what() -> None:
    raw = build_calendar(team(), "nl")
    steps = [event for event in events(raw) if "Eerste stap" in event["summary"]]
    assert [event["dtstart"].dt for event in steps] == [
        date(2026, 11, 16),
        date(2026, 11, 13),
        date(2026, 11, 17),
    ]
    first = steps[0]
    assert first["summary"] == "Eerste stap (Youssef): Kees blokkeert het uur in de planning"
    assert "Hoort bij de afspraak: Elke donderdag een uur samen leren" in first["description"]
    assert "Maatje: Anouk" in first["description"]
    assert reminders(first) == [timedelta(hours=-8)]


def test_a_first_step_without_a_name_or_a_text() -> None:
    bare = replace(afspraken()[0], who=" ", first_step=None, maatje=None)
    raw = build_calendar(with_agreement(team(), afspraken=(bare,)), "nl")
    event = starting(raw, "Eerste stap")
    assert event["summary"] == "Eerste stap: Elke donderdag een uur samen leren"
    assert "Maatje" not in event["description"]


def test_the_month_check_is_the_keepers_about_a_month_later() -> None:
    event = starting(build_calendar(team(), "nl"), "Maandcheck")
    assert event["dtstart"].dt == date(2026, 12, 9)
    assert "10 minuten" in event["summary"]
    assert "Voor Anouk." in event["description"]
    assert "Is de eerste stap gedaan?" in event["description"]


@pytest.mark.parametrize(
    ("session", "follow_up", "wanted"),
    [
        (date(2026, 11, 13), None, date(2026, 12, 11)),
        (date(2026, 11, 14), None, date(2026, 12, 14)),
        (date(2026, 11, 27), None, date(2026, 12, 28)),
        (date(2026, 12, 4), None, date(2027, 1, 4)),
        (date(2027, 3, 30), None, date(2027, 4, 28)),
        (date(2026, 11, 11), date(2026, 12, 10), date(2026, 12, 9)),
        (date(2026, 11, 11), date(2026, 12, 9), date(2026, 11, 25)),
        (date(2026, 11, 11), date(2026, 11, 12), date(2026, 11, 12)),
    ],
)
def test_the_month_check_is_on_a_working_day_before_the_follow_up(
    session: date, follow_up: date | None, wanted: date
) -> None:
    report = with_agreement(with_facts(team(), date=session), follow_up=follow_up)
    assert starting(build_calendar(report, "nl"), "Maandcheck")["dtstart"].dt == wanted


def test_a_concept_without_dates_still_has_its_month_check() -> None:
    bare = tuple(replace(one, first_step_date=None) for one in afspraken())
    report = with_agreement(concept(), afspraken=bare, follow_up=None, follow_up_time=None)
    (event,) = events(build_calendar(report, "nl"))
    assert event["summary"].startswith("Maandcheck")
    assert "Voor" not in event["description"]


def test_an_agreement_with_nothing_in_it() -> None:
    report = with_agreement(concept(), afspraken=(), follow_up=None, keeper="")
    assert len(events(build_calendar(report, "nl"))) == 1


def test_english() -> None:
    raw = build_calendar(team(), "en")
    event = starting(raw, "Looking back")
    assert event["summary"].params["LANGUAGE"] == "en"
    assert "Eerste stap" not in raw.decode()


@pytest.mark.parametrize("make", [team, pooled, open_talk, concept])
def test_what_every_calendar_program_needs(make: Any) -> None:
    raw = build_calendar(make(), "nl")
    calendar = read(raw)
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    assert "method" not in calendar
    assert not calendar.errors
    ids = [event["uid"] for event in events(raw)]
    assert len(set(ids)) == len(ids)
    for event in events(raw):
        assert not event.errors
        assert event["dtstamp"].dt.date() == date(2026, 11, 11)
        assert event["dtend"].dt > event["dtstart"].dt
        for alarm in event.walk("VALARM"):
            assert alarm["action"] == "DISPLAY"
            assert alarm["description"]


def test_the_clock_in_the_file_is_that_of_amsterdam() -> None:
    raw = build_calendar(team(), "nl")
    (zone,) = read(raw).walk("VTIMEZONE")
    clock = zone.to_tz(lookup_tzid=False)
    for day in range(0, 366 * 3, 5):
        moment = datetime(2026, 1, 1, 12) + timedelta(days=day)
        assert (
            moment.replace(tzinfo=clock).utcoffset() == moment.replace(tzinfo=AMSTERDAM).utcoffset()
        )


def test_nothing_of_the_votes_is_in_it() -> None:
    report = team()
    other = replace(
        report,
        axes=pooled().axes,
        statements=(),
        focus=(),
        cards=(),
        consent=ConsentOutcome.NOT_YET,
        better=("anders",),
    )
    assert build_calendar(report, "nl") == build_calendar(other, "nl")


def test_events_keep_their_identity_and_differ_between_firms_and_days() -> None:
    def ids(report: Report) -> list[str]:
        return [str(event["uid"]) for event in events(build_calendar(report, "nl"))]

    report = team()
    assert ids(with_agreement(report, follow_up=date(2027, 4, 1), keeper="Kees")) == ids(report)
    for other in (
        with_facts(report, company="Garage Het Veer"),
        with_facts(report, date=date(2026, 11, 12)),
    ):
        assert not set(ids(other)) & set(ids(report))


def test_another_process_gives_the_same_bytes(project: Path) -> None:
    program = (
        "import sys; from tests.paper_samples import team;"
        "from reports.calendar_file import build_calendar;"
        "sys.stdout.buffer.write(build_calendar(team(), 'nl'))"
    )
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", program],
            cwd=project,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Auckland"},
            capture_output=True,
            check=True,
        )
        assert done.stdout == build_calendar(team(), "nl")


TEXT = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])
    | st.sampled_from(",;:\\\"'^n🙂é…İß\u0301\u200d"),
    max_size=500,
)
NAME = TEXT.map(lambda text: text[:80])


@given(company=NAME.filter(str.strip), question=TEXT, who=TEXT, step=TEXT, title=TEXT, keeper=TEXT)
def test_any_text_comes_back_whole(
    company: str, question: str, who: str, step: str, title: str, keeper: str
) -> None:
    one = replace(afspraken()[0], who=who, first_step=step, title=title)
    report = with_facts(team(), company=company, question=question)
    raw = build_calendar(with_agreement(report, afspraken=(one,), keeper=keeper), "nl")

    assert raw.endswith(b"END:VCALENDAR\r\n")
    lines = raw.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(line and b"\r" not in line and b"\n" not in line for line in lines)
    assert all(line.decode("utf-8") for line in lines)

    first, check, back = events(raw)
    assert company in str(back["summary"])
    assert company in str(check["summary"])
    for text, told in (
        (question, back),
        (title, back),
        (keeper, back),
        (title, check),
        (keeper, check),
        (who, first),
        (step, first),
        (title, first),
    ):
        assert not text.strip() or text in str(told["description"])
    assert len(str(first["summary"])) <= 150
