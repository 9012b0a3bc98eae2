"""The projector: one widget that shows any page, on the room's screen and in the preview."""

from collections.abc import Callable, Mapping
from typing import Final, Protocol, TypeAlias, cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from resources.catalogue import Catalogue
from widgets.marks import Box
from widgets.projector.fade import Fade
from widgets.projector.growth import Growth
from widgets.projector.pages import compose
from widgets.projector.radar_words import radar_in_words
from widgets.projector.sheet import PlacedText, Sheet, origin_and_scale, sheet_size
from widgets.theme import Theme, Zoom, colours, load_fonts
from workshop_flows.projector import (
    ActionsPage,
    AxisPage,
    BlankPage,
    ProjectorPage,
    ResultPage,
    StatementPage,
    WelcomePage,
)
from workshop_flows.radar_marks import Labels
from workshop_flows.views import RadarView
from workshop_flows.vocabulary import Band

Voted: TypeAlias = StatementPage | ResultPage | AxisPage
BANDS: Final = (Band.LOW, Band.MIDDLE, Band.HIGH)


class RadarWidget(Protocol):
    """What the projector asks of the live radar, besides being a QWidget."""

    def show_view(self, view: RadarView) -> None: ...
    def set_theme(self, theme: Theme) -> None: ...
    def set_labels(self, labels: Labels) -> None: ...
    def set_zone_words(self, words: Mapping[Band, str]) -> None: ...
    def set_text_height(self, pixels: float | None) -> None: ...
    def set_reduced_motion(self, *, reduced: bool) -> None: ...
    def set_description(self, name: str, values: str) -> None: ...


class ProjectorView(QWidget):
    """Shows one page at a time. Setting what it already has changes nothing.

    `radar` makes the live radar: a QWidget that is a `RadarWidget`; it is called once, when
    a page first needs it. The view has no idea of where it stands: a preview is the same
    widget made small.
    """

    def __init__(
        self,
        texts: Catalogue,
        radar: Callable[[], RadarWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_fonts()
        self._texts = texts
        self._make_radar = radar
        self._radar: RadarWidget | None = None
        self._page: ProjectorPage = BlankPage()
        self._theme: Theme = "light"
        self._zoom: Zoom = "normal"
        self._reduced = False
        self._sheet: Sheet | None = None
        self._fade = Fade(self)
        self._growth = Growth(self)
        self._growth.moved.connect(self.update)
        self.setMinimumSize(16, 9)

    def show_page(self, page: ProjectorPage) -> None:
        if page == self._page:
            return
        before = None
        if _is_another(self._page, page) and self.isVisible() and not self._reduced:
            before = self.grab()
        grows = _dots(page) not in (None, _dots(self._page)) and self.isVisible()
        self._page = page
        self._changed(before)
        if grows and not self._reduced:
            self._growth.start()
        else:
            self._growth.finish()

    def set_theme(self, theme: Theme) -> None:
        if theme == self._theme:
            return
        self._theme = theme
        if self._radar is not None:
            self._radar.set_theme(theme)
        self.update()

    def set_zoom(self, zoom: Zoom) -> None:
        if zoom != self._zoom:
            self._zoom = zoom
            self._changed(None)

    def set_texts(self, texts: Catalogue) -> None:
        """Show everything that is not in the page itself in another language, at once."""
        if texts is not self._texts:
            self._texts = texts
            self._changed(None)

    def set_reduced_motion(self, *, reduced: bool) -> None:
        self._reduced = reduced
        if reduced:
            self._fade.finish()
            self._growth.finish()
        if self._radar is not None:
            self._radar.set_reduced_motion(reduced=reduced)

    def placed_texts(self) -> tuple[PlacedText, ...]:
        """Return every line of text of the page with its place and size in pixels.

        The radar places its own texts. Sizes and floors are of the height of the widget.
        """
        sheet = self._composed()
        origin, scale = self._to_pixels(sheet)
        return tuple(
            PlacedText(
                one.text,
                _scaled(one.place, origin, scale),
                one.size * scale,
                one.floor * scale,
                one.fits,
            )
            for one in sheet.placed_texts()
        )

    def radar_place(self) -> QRectF | None:
        """Return where the radar of this page stands, in pixels."""
        sheet = self._composed()
        if sheet.radar is None:
            return None
        return _scaled(sheet.radar.place, *self._to_pixels(sheet)).rect

    def paintEvent(self, event: QPaintEvent) -> None:
        sheet = self._composed()
        origin, scale = self._to_pixels(sheet)
        palette = colours(self._theme)
        painter = QPainter(self)
        painter.fillRect(event.rect(), palette.of("paper"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.translate(origin)
        painter.scale(scale, scale)
        sheet.paint(painter, palette, self._growth.share)
        painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        self._growth.finish()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fade.finish()
        self._growth.finish()
        self._show_composed()

    def _changed(self, before: QPixmap | None) -> None:
        self._sheet = None
        self._show_composed()
        if before is not None:
            self._fade.start(before)
        self.update()

    def _show_composed(self) -> None:
        sheet = self._composed()
        self._speak(sheet.spoken)
        self._place_radar(sheet)

    def _speak(self, words: str) -> None:
        """Give a reader the whole page in reading order, and tell it only of what is new."""
        if words != self.accessibleName():
            self.setAccessibleName(words)

    def _composed(self) -> Sheet:
        """Return the page, composed anew when the shape of the widget became another."""
        size = sheet_size(max(1, self.width()), max(1, self.height()), self._zoom)
        if self._sheet is None or (self._sheet.width, self._sheet.height) != size:
            self._sheet = Sheet(self._texts, *size, self._zoom)
            compose(self._page, self._sheet)
        return self._sheet

    def _to_pixels(self, sheet: Sheet) -> tuple[QPointF, float]:
        return origin_and_scale(self.width(), self.height(), (sheet.width, sheet.height))

    def _place_radar(self, sheet: Sheet) -> None:
        placed = sheet.radar
        if placed is None:
            if self._radar is not None:
                cast(QWidget, self._radar).hide()
            return
        radar = self._made_radar()
        radar.set_labels(placed.labels)
        radar.set_zone_words({band: self._texts.text(f"projector.zone.{band}") for band in BANDS})
        origin, scale = self._to_pixels(sheet)
        radar.set_text_height(placed.text * scale)
        radar.show_view(placed.view)
        radar.set_description(
            self._texts.text("projector.our_radar"), radar_in_words(placed.view, self._texts)
        )
        widget = cast(QWidget, radar)
        widget.setGeometry(_scaled(placed.place, origin, scale).rect.toAlignedRect())
        widget.show()

    def _made_radar(self) -> RadarWidget:
        if self._radar is None:
            self._radar = self._make_radar()
            self._radar.set_theme(self._theme)
            self._radar.set_reduced_motion(reduced=self._reduced)
            widget = cast(QWidget, self._radar)
            widget.setParent(self)
            # The preview may be smaller than a radar would like to be.
            widget.setMinimumSize(1, 1)
        return self._radar


def _is_another(old: ProjectorPage, new: ProjectorPage) -> bool:
    """Return whether the room should see that it is another page, not news on the same one."""
    if type(old) is not type(new):
        return True
    if isinstance(old, Voted) and isinstance(new, Voted):
        return old.progress.number != new.progress.number
    if isinstance(old, ActionsPage) and isinstance(new, ActionsPage):
        return old.first != new.first
    if isinstance(old, WelcomePage) and isinstance(new, WelcomePage):
        return (old.strip.address is None) != (new.strip.address is None)
    return False


def _dots(page: ProjectorPage) -> tuple[object, ...] | None:
    """Return what stands in columns of dots on this page, and of which statement."""
    if isinstance(page, ResultPage) and page.result.dots is not None:
        return page.progress.number, page.result.dots, page.result.ghost
    return None


def _scaled(place: Box, origin: QPointF, scale: float) -> Box:
    return Box(
        origin.x() + place.x * scale,
        origin.y() + place.y * scale,
        place.width * scale,
        place.height * scale,
    )
