"""terugkijken.ics: the follow-up, the first steps and the month check, for any calendar program."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard
from msgspec import Struct

from resources.catalogue import Catalogue, catalogue
from workshop_flows.views import Afspraak, Report
from workshop_flows.vocabulary import Language

ZONE: Final = "Europe/Amsterdam"
NAMESPACE: Final = uuid5(NAMESPACE_URL, "leerradar/calendar")
MEETING: Final = timedelta(hours=1)
FOUR_WEEKS: Final = timedelta(weeks=4)
LONGEST_SUMMARY: Final = 150
HOLIDAYS: Final = frozenset({(1, 1), (4, 27), (12, 25), (12, 26)})
"""Month and day of the Dutch holidays that have a fixed date."""

DAY_BEFORE: Final = timedelta(days=-1)
WEEK_BEFORE: Final = timedelta(weeks=-1)
# A whole day begins at midnight: these go off at four in the afternoon before.
AFTERNOON_BEFORE: Final = timedelta(hours=-8)
AFTERNOON_WEEK_BEFORE: Final = timedelta(days=-6, hours=-8)


class _Entry(Struct, frozen=True, kw_only=True):
    """One event. `start` is a day, or a moment on the clock of ZONE for a meeting."""

    kind: str
    summary: str
    description: tuple[str, ...]
    start: date | datetime
    reminders: tuple[timedelta, ...]


def build_calendar(report: Report, language: Language) -> bytes:
    """Return an RFC 5545 calendar in UTF-8; the same report gives the same bytes.

    An event is known by the company, the day of the session and its kind, so a calendar
    that is read in again replaces it. Nothing about votes is in it. Texts must be free of
    control characters and `follow_up_time` must be 'HH:MM', as a `Report` promises.
    """
    texts = catalogue(language)
    calendar = Calendar()
    calendar.add("prodid", f"-//Leerradar//Leerradar//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", texts.text("calendar.title", company=report.facts.company))
    entries = list(_entries(report, texts))
    if any(isinstance(entry.start, datetime) for entry in entries):
        calendar.add_component(_zone())
    for entry in entries:
        calendar.add_component(_event(entry, report, language))
    return bytes(calendar.to_ical())


def _entries(report: Report, texts: Catalogue) -> Iterator[_Entry]:
    for number, afspraak in enumerate(report.agreement.afspraken, start=1):
        if afspraak.first_step_date is not None:
            yield _first_step(number, afspraak, afspraak.first_step_date, texts)
    yield _month_check(report, texts)
    if report.agreement.follow_up is not None:
        yield _follow_up(report, report.agreement.follow_up, texts)


def _first_step(number: int, afspraak: Afspraak, day: date, texts: Catalogue) -> _Entry:
    title = _given(afspraak.title)
    what = _given(afspraak.first_step) or title
    if who := _given(afspraak.who):
        summary = texts.text("calendar.first_step_by", who=who, what=what)
    else:
        summary = texts.text("calendar.first_step", what=what)
    lines = [summary]
    if title:
        lines.append(texts.text("calendar.part_of", title=title))
    if maatje := _given(afspraak.maatje):
        lines.append(texts.text("calendar.buddy", maatje=maatje))
    return _Entry(
        kind=f"first-step-{number}",
        summary=summary,
        description=tuple(lines),
        start=day,
        reminders=(AFTERNOON_BEFORE,),
    )


def _month_check(report: Report, texts: Catalogue) -> _Entry:
    keeper = _given(report.agreement.keeper)
    whose = (texts.text("calendar.month_check_by", keeper=keeper),) if keeper else ()
    return _Entry(
        kind="month-check",
        summary=texts.text("calendar.month_check", company=report.facts.company),
        description=(*whose, texts.text("calendar.month_check_how"), *_agreed(report, texts)),
        start=_month_check_day(report.facts.date, report.agreement.follow_up),
        reminders=(AFTERNOON_BEFORE,),
    )


def _follow_up(report: Report, day: date, texts: Catalogue) -> _Entry:
    lines = [texts.text("calendar.follow_up_how")]
    if question := _given(report.facts.question):
        lines.append(texts.text("calendar.question", question=question))
    lines.extend(_agreed(report, texts))
    if keeper := _given(report.agreement.keeper):
        lines.append(texts.text("calendar.keeper", keeper=keeper))
    clock = report.agreement.follow_up_time
    moment = None if clock is None else datetime.combine(day, time.fromisoformat(clock))
    return _Entry(
        kind="follow-up",
        summary=texts.text("calendar.follow_up", company=report.facts.company),
        description=tuple(lines),
        start=day if moment is None else moment.replace(tzinfo=ZoneInfo(ZONE)),
        reminders=(
            (AFTERNOON_WEEK_BEFORE, AFTERNOON_BEFORE)
            if moment is None
            else (WEEK_BEFORE, DAY_BEFORE)
        ),
    )


def _agreed(report: Report, texts: Catalogue) -> tuple[str, ...]:
    titles = [f"{i}. {_given(one.title)}" for i, one in enumerate(report.agreement.afspraken, 1)]
    return (texts.text("calendar.agreed"), *titles) if titles else ()


def _month_check_day(session: date, follow_up: date | None) -> date:
    """Return a working day four weeks on, or halfway when the follow-up comes before that."""
    wait = FOUR_WEEKS
    if follow_up is not None and follow_up <= session + wait:
        wait = max((follow_up - session) // 2, timedelta(days=1))
    day = session + wait
    while day.isoweekday() > 5 or (day.month, day.day) in HOLIDAYS:
        day += timedelta(days=1)
    return day


def _event(entry: _Entry, report: Report, language: Language) -> Event:
    facts = report.facts
    known_by = f"{facts.company}\n{facts.date.isoformat()}\n{entry.kind}"
    timed = isinstance(entry.start, datetime)
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE, known_by)))
    event.add("dtstamp", datetime.combine(facts.date, time(), UTC))
    event.add("dtstart", entry.start)
    event.add("dtend", entry.start + (MEETING if timed else timedelta(days=1)))
    event.add("transp", "OPAQUE" if timed else "TRANSPARENT")
    spoken: dict[str, str] = {"language": language}
    event.add("summary", _shortened(entry.summary), parameters=spoken)
    event.add("description", "\n".join(entry.description), parameters=spoken)
    for before in entry.reminders:
        event.add_component(_reminder(entry, before, spoken))
    return event


def _reminder(entry: _Entry, before: timedelta, spoken: dict[str, str]) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", before)
    alarm.add("description", _shortened(entry.summary), parameters=spoken)
    return alarm


def _zone() -> Timezone:
    """Return the clock of the Netherlands since 1996, as rules that every program knows."""
    summer, winter = timedelta(hours=2), timedelta(hours=1)
    daylight = TimezoneDaylight()
    daylight.add("tzname", "CEST")
    daylight.add("dtstart", datetime(1996, 3, 31, 2))
    daylight.add("rrule", {"freq": "yearly", "bymonth": 3, "byday": "-1su"})
    daylight.add("tzoffsetfrom", winter)
    daylight.add("tzoffsetto", summer)
    standard = TimezoneStandard()
    standard.add("tzname", "CET")
    standard.add("dtstart", datetime(1996, 10, 27, 3))
    standard.add("rrule", {"freq": "yearly", "bymonth": 10, "byday": "-1su"})
    standard.add("tzoffsetfrom", summer)
    standard.add("tzoffsetto", winter)
    zone = Timezone()
    zone.add("tzid", ZONE)
    zone.add_component(daylight)
    zone.add_component(standard)
    return zone


def _given(text: str | None) -> str:
    """Return a text, '' when it was not filled in."""
    return text if text is not None and text.strip() else ""


def _shortened(text: str) -> str:
    """Return a text short enough for a line; the description has it in full."""
    if len(text) <= LONGEST_SUMMARY:
        return text
    return f"{text[: LONGEST_SUMMARY - 1].rstrip()}…"
