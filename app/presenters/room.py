"""Everything that a page is made from, worked out once."""

from functools import cached_property

from app.presenters.stage import Stage
from resources.catalogue import Catalogue
from workshop_flows import privacy
from workshop_flows.content import Content
from workshop_flows.radar_scene import series_shown
from workshop_flows.radar_view import radar_view
from workshop_flows.report import report
from workshop_flows.setup import Setup
from workshop_flows.state import Ballot, Session
from workshop_flows.views import Report
from workshop_flows.vocabulary import Band, Mode


class Room:
    """A session with its content, its texts and the moment it is in."""

    def __init__(
        self, session: Session, content: Content, texts: Catalogue, stage: Stage | None = None
    ) -> None:
        self.session = session
        self.content = content
        self.texts = texts
        self.stage = stage or Stage()

    @property
    def setup(self) -> Setup:
        return self.session.setup

    @property
    def mode(self) -> Mode:
        return privacy.mode_now(self.session)

    @property
    def secret(self) -> bool:
        """Tell whether what is asked now is asked in secret; mode open never claims it."""
        current = self.session.round
        aloud = current is not None and current.ballot is Ballot.SHOW_OF_HANDS
        return self.mode is not Mode.OPEN and not aloud

    @cached_property
    def report(self) -> Report:
        return report(self.session, self.content)

    @property
    def scale(self) -> tuple[str, ...]:
        return tuple(point.label for point in self.content.scale)

    @property
    def legend(self) -> tuple[tuple[str, str], ...]:
        shown = series_shown(radar_view(self.report))
        return tuple((series, self.texts.text(f"stage.series.{series}")) for series in shown)

    def shown(self, stand: float | None, band: Band | None) -> str:
        """Return a stand as '3,5', or its zone as a word."""
        if stand is not None:
            return self.texts.stand(stand)
        return self.texts.text(f"stage.zone.{band}") if band else ""
