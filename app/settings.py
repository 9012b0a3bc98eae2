"""The settings of the program, each declared once, kept in one small file."""

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final, Literal, get_type_hints

import msgspec
from msgspec import Meta, Struct, structs
from PySide6.QtCore import QObject, QStandardPaths, Signal

from app.screen_plan import ScreenId
from app.whole_file import keep_aside, read_whole, write_whole
from widgets.theme import Theme, Zoom
from workshop_flows.privacy import LARGEST_THRESHOLD, SMALLEST_TEAM
from workshop_flows.vocabulary import Language, Length

FORMAT: Final = "leerradar-settings/1"
TEXT_SIZES: Final = (100, 125, 150, 175)


class Motion(StrEnum):
    """Whether things move less."""

    SYSTEM = "system"
    REDUCED = "on"
    FULL = "off"


class Values(Struct, frozen=True, kw_only=True):
    """Every setting: its name in the file, its kind and its default.

    What it means stands in the catalogue under 'settings.about.<name>'.
    """

    language: Language = "nl"
    session_language: Language = "nl"
    theme: Theme = "light"
    zoom: Zoom = "normal"
    text_size: Literal[100, 125, 150, 175] = 100
    motion: Motion = Motion.SYSTEM
    sessions_folder: str = ""
    smallest_team: Annotated[int, Meta(ge=SMALLEST_TEAM, le=LARGEST_THRESHOLD)] = SMALLEST_TEAM
    length: Length = 60
    projector_screen: ScreenId | None = None
    practised: bool = False
    voting_by_phone: bool = False
    network_name: str = ""
    network_password: str = ""
    window: tuple[int, int, int, int] | None = None


class Settings(QObject):
    """The settings as they are now. A change is written at once, and then told.

    A file that is damaged, or of a newer program, is read as far as it goes and kept aside.
    When writing fails the change holds until the program ends, and `unwritten` is told.
    """

    changed = Signal(object)
    """The new `Values`."""
    unwritten = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._values, whole = _read(read_whole(path))
        if not whole:
            keep_aside(path)

    @property
    def values(self) -> Values:
        return self._values

    @property
    def sessions_folder(self) -> Path:
        """Where session files go: the chosen folder, or one in the person's documents."""
        return Path(self._values.sessions_folder or default_sessions_folder())

    def change(self, **changes: object) -> None:
        """Set some of `Values`; raise ValueError for a value that its kind does not have."""
        wanted = msgspec.convert({**structs.asdict(self._values), **changes}, Values)
        if wanted == self._values:
            return
        self._values = wanted
        self._write()
        self.changed.emit(wanted)

    def _write(self) -> None:
        content = {"format": FORMAT, **msgspec.to_builtins(self._values)}
        try:
            write_whole(self._path, msgspec.json.format(msgspec.json.encode(content)))
        except OSError:
            self.unwritten.emit()


def default_sessions_folder() -> str:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(Path(place) / "Leerradar")


def _read(data: bytes) -> tuple[Values, bool]:
    """Return the settings in a file, each that can be read, and whether that is all of it."""
    if not data:
        return Values(), True
    try:
        found = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Values(), False
    if not isinstance(found, dict):
        return Values(), False
    whole = found.pop("format", None) == FORMAT
    good: dict[str, Any] = {}
    for name, value in found.items():
        try:
            good[name] = msgspec.convert(value, _kinds()[name])
        except (KeyError, msgspec.ValidationError):
            whole = False
    return Values(**good), whole


@cache
def _kinds() -> dict[str, Any]:
    return get_type_hints(Values, include_extras=True)
