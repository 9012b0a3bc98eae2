"""A folder that a service copies to the internet is pointed out before a session is kept in it."""

from pathlib import Path, PurePath, PureWindowsPath

import pytest

from app.cloud_folders import cloud_of
from app.presenters.console.readiness import ready_view
from app.readiness import Readiness, look
from resources.catalogue import catalogue

NL = catalogue("nl")


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        (PureWindowsPath(r"C:\Users\Anouk\OneDrive\Documenten\Leerradar"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\Anouk\OneDrive - Garage De Brug\Leerradar"), "OneDrive"),
        (PureWindowsPath(r"D:\Dropbox (Garage)\Leerradar"), "Dropbox"),
        (PureWindowsPath(r"C:\Users\Anouk\iCloudDrive\Leerradar"), "iCloud"),
        (PureWindowsPath(r"G:\Mijn Drive\Leerradar"), "Google Drive"),
        (PurePath("/Users/anouk/Library/CloudStorage/GoogleDrive-anouk/x"), "Google Drive"),
        (PurePath("/Users/anouk/Library/CloudStorage/Box-Box/Leerradar"), "Box"),
        (PurePath("/Users/anouk/Library/Mobile Documents/com~apple~CloudDocs"), "iCloud"),
        (PurePath("/home/anouk/Nextcloud/Leerradar"), "Nextcloud"),
        (PurePath("/home/anouk/Documents/Leerradar"), None),
        (PureWindowsPath(r"C:\Users\Anouk\Documents\Leerradar"), None),
        (PurePath("/home/anouk/Library/CloudStorage"), None),
    ],
)
def test_services_are_known_by_their_folders(folder: PurePath, service: str | None) -> None:
    assert cloud_of(folder) == service


def test_such_a_folder_is_found_also_behind_a_link(tmp_path: Path) -> None:
    kept = tmp_path / "Dropbox" / "sessions"
    kept.mkdir(parents=True)
    (tmp_path / "sessions").symlink_to(kept)
    assert look(tmp_path / "sessions").cloud == "Dropbox"
    assert look(tmp_path).cloud is None


@pytest.mark.parametrize("service", ["OneDrive", None])
def test_it_is_pointed_out_in_one_sentence(service: str | None) -> None:
    found = Readiness(folder=Path("Leerradar"), cloud=service)
    warnings = ready_view(found, NL, second_screen=True, note="").warnings
    assert any("OneDrive" in one for one in warnings) is (service is not None)
