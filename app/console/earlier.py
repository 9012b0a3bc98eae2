"""The way from the file of an earlier session to a follow-up."""

from datetime import date
from pathlib import Path

from app.errors import InputError
from app.journal_check import read_report
from workshop_flows.commands import StartSession
from workshop_flows.follow_up import earlier_session
from workshop_flows.setup import Setup
from workshop_flows.views import Report


def read_earlier(path: Path, today: date) -> Report:
    """Return what the earlier session showed; its file is not touched.

    Raise InputError for a file that is no session or is not finished, and on the day of the
    session itself: its follow-up is a later day.
    """
    report = read_report(path)
    if report.facts.date >= today:
        raise InputError("review.too_early", day=report.facts.date)
    return report


def follow_up(report: Report, setup: Setup) -> StartSession:
    """Return what begins the follow-up of a finished session."""
    return StartSession(setup=setup, earlier=earlier_session(report))
