"""The radar of a report as pictures: SVG and PNG with heading, legend and how to read it."""

from reports.radar_block import series_words, zone_words
from reports.radar_figure import FigureWords, radar_png, radar_svg
from reports.words import Words
from workshop_flows.radar_scene import series_shown
from workshop_flows.radar_view import radar_view
from workshop_flows.views import RadarView, Report
from workshop_flows.vocabulary import Language, Mode


def build_radar_svg(report: Report, language: Language) -> bytes:
    """Return the radar as SVG; the same report gives the same bytes."""
    view = radar_view(report)
    return radar_svg(view, _figure_words(report, view, language))


def build_radar_png(report: Report, language: Language) -> bytes:
    """Return the radar as PNG; the same report gives the same bytes on one machine."""
    view = radar_view(report)
    return radar_png(view, _figure_words(report, view, language))


def _figure_words(report: Report, view: RadarView, language: Language) -> FigureWords:
    words = Words(language, report.facts)
    facts = report.facts
    return FigureWords(
        title=words.say("radar"),
        subtitle=words.say("radar_of", company=facts.company, day=words.day(facts.date)),
        legend={series: series_words(series, report, words) for series in series_shown(view)},
        zones=zone_words(words),
        note=words.say("scale_zones" if report.mode is Mode.POOLED else "scale"),
    )
