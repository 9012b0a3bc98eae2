"""A radar that only remembers what it was told."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from widgets.theme import Theme
from workshop_flows.radar_marks import Labels
from workshop_flows.views import RadarView
from workshop_flows.vocabulary import Band


class RememberingRadar(QWidget):
    """Stands where the live radar stands."""

    def __init__(self) -> None:
        super().__init__()
        self.view: RadarView | None = None
        self.theme: Theme | None = None
        self.labels: Labels | None = None
        self.zone_words: Mapping[Band, str] = {}
        self.text_height: float | None = None
        self.reduced = False
        self.changes = 0

    def show_view(self, view: RadarView) -> None:
        self.changes += view != self.view
        self.view = view

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme

    def set_labels(self, labels: Labels) -> None:
        self.labels = labels

    def set_zone_words(self, words: Mapping[Band, str]) -> None:
        self.zone_words = words

    def set_text_height(self, pixels: float | None) -> None:
        self.text_height = pixels

    def set_reduced_motion(self, *, reduced: bool) -> None:
        self.reduced = reduced

    def set_description(self, name: str, values: str) -> None:
        self.setAccessibleName(name)
        self.setAccessibleDescription(values)
