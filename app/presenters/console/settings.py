"""The page of the settings, from the settings as they are."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, get_args

from app.keys import Intent
from app.presenters.console.keys import keycap
from app.screen_plan import ScreenId
from app.settings import TEXT_SIZES, Motion, Values
from resources.catalogue import Catalogue
from widgets.console.settings import SectionView, SettingsPageView, SettingView
from widgets.console.views_frame import BottomView, Hint
from widgets.controls.options import Option
from widgets.theme import Theme, Zoom
from workshop_flows.privacy import LARGEST_THRESHOLD, SMALLEST_TEAM
from workshop_flows.vocabulary import Language, Length

AUTOMATIC: Final = "automatic"
"""Stands for the projector's screen that the program finds itself."""
FOLDER: Final = "sessions_folder"
SCREEN: Final = "projector_screen"
_CHOICES: Final[dict[str, tuple[Any, ...]]] = {
    "language": get_args(Language),
    "text_size": TEXT_SIZES,
    "theme": get_args(Theme),
    "motion": tuple(Motion),
    "zoom": get_args(Zoom),
    "session_language": get_args(Language),
    "length": get_args(Length),
    "smallest_team": tuple(range(SMALLEST_TEAM, LARGEST_THRESHOLD + 1)),
}
_SECTIONS: Final = (
    ("window", ("language", "text_size", "theme", "motion")),
    ("projector", (SCREEN, "zoom")),
    ("new", ("session_language", "length", "smallest_team", FOLDER)),
)


def settings_view(
    values: Values, folder: Path, screens: Sequence[ScreenId], texts: Catalogue
) -> SettingsPageView:
    """Return the page; `screens` are those that there are now."""
    rows = {key: _row(key, getattr(values, key), texts) for key in _CHOICES}
    rows[FOLDER] = SettingView(
        key=FOLDER,
        label=texts.text(f"settings.{FOLDER}"),
        about=str(folder),
        button=texts.text("settings.choose_folder"),
    )
    rows[SCREEN] = _screen_row(values.projector_screen, screens, texts)
    return SettingsPageView(
        title=texts.text("settings.title"),
        intro=texts.text("settings.intro"),
        sections=tuple(
            SectionView(
                title=texts.text(f"settings.section.{name}"),
                rows=tuple(rows[key] for key in keys),
            )
            for name, keys in _SECTIONS
        ),
    )


def bottom_view(texts: Catalogue) -> BottomView:
    leave = Hint(key=keycap(texts, Intent.LEAVE), words=texts.text("settings.hint.back"))
    return BottomView(back=texts.text("settings.back"), hints=(leave,))


def _row(key: str, chosen: object, texts: Catalogue) -> SettingView:
    return SettingView(
        key=key,
        label=texts.text(f"settings.{key}"),
        about=texts.text(f"settings.about.{key}"),
        options=tuple(Option(key=one, text=_option(key, one, texts)) for one in _CHOICES[key]),
        chosen=chosen,
    )


def _option(key: str, value: object, texts: Catalogue) -> str:
    if key in ("length", "text_size"):
        return texts.text(f"settings.{key}.option", number=value)
    return str(value) if isinstance(value, int) else texts.text(f"settings.{key}.{value}")


def _screen_row(
    chosen: ScreenId | None, screens: Sequence[ScreenId], texts: Catalogue
) -> SettingView:
    known = [one for one in screens if one != chosen] + ([chosen] if chosen else [])
    automatic = Option(key=AUTOMATIC, text=texts.text("settings.screen.automatic"))
    return SettingView(
        key=SCREEN,
        label=texts.text(f"settings.{SCREEN}"),
        about=texts.text(f"settings.about.{SCREEN}"),
        options=(automatic, *(_screen(one, texts, here=one in screens) for one in known)),
        chosen=chosen or AUTOMATIC,
        drop_down=True,
    )


def _screen(screen: ScreenId, texts: Catalogue, *, here: bool) -> Option:
    maker = " ".join(part for part in (screen.manufacturer, screen.model) if part)
    name = maker or screen.name or texts.text("settings.screen.nameless")
    if not here:
        name = texts.text("settings.screen.away", name=name)
    return Option(key=screen, text=name)
