"""Where a session's file stands and what it is called."""

from pathlib import Path

import pytest

from app.errors import InputError
from app.sessions import Place, file_stem
from tests.core.builders import DAY, setup


def test_the_file_bears_the_name_of_the_firm_and_the_day(tmp_path: Path) -> None:
    folder = tmp_path / "nieuw" / "sessies"
    with Place(folder).begin(setup()) as journal:
        assert journal.path == folder / "Garage De Brug 2026-11-11.leerradar"
        assert journal.path.exists()


def test_a_second_session_on_the_same_day_gets_a_file_of_its_own(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with place.begin(setup()) as first, place.begin(setup()) as second:
        assert first.path != second.path
        assert second.path.name == "Garage De Brug 2026-11-11 (2).leerradar"


@pytest.mark.parametrize(
    ("company", "stem"),
    [
        ("Jansen/De Vries: staal", "Jansen De Vries staal"),
        ("  .. ", "_"),
        ("CON", "_CON"),
        ("nul.nl", "_nul.nl"),
        ("Contour", "Contour"),
        ("Fietsen & zo?", "Fietsen & zo"),
        ("a" * 90, "a" * 60),
    ],
)
def test_every_firm_has_a_name_that_every_system_takes(company: str, stem: str) -> None:
    assert file_stem(company) == stem


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "bezet").write_text("")
    with pytest.raises(InputError):
        Place(tmp_path / "bezet" / "sessies").begin(setup(date=DAY))
