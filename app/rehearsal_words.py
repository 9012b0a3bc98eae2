"""How a practice vote went, in one line."""

from app.voting.practice import RehearsalReport
from resources.catalogue import Catalogue


def counted_words(report: RehearsalReport, texts: Catalogue) -> str:
    """Return '50 joined, 50 voted, 50 confirmed · half within 12 ms, 95% within 40 ms'."""
    line = texts.plural(
        "rehearsal.counted", report.joined, voted=report.voted, confirmed=report.confirmed
    )
    if report.median_ms is None or report.p95_ms is None:
        return line
    half, most = round(report.median_ms), round(report.p95_ms)
    return f"{line} · {texts.text('rehearsal.times', half=half, most=most)}"
