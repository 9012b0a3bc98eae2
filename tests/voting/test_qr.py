"""The QR codes: right in form, and only there when every phone reads them alike."""

import pytest
import segno

from app.voting.qr import Matrix, url_matrix, wifi_matrix

FINDER = ("#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######")


def shown(matrix: Matrix, top: int, left: int) -> tuple[str, ...]:
    return tuple(
        "".join("#" if dark else "." for dark in row[left : left + 7])
        for row in matrix[top : top + 7]
    )


@pytest.mark.parametrize(
    "url", ["http://10.0.0.1", "http://192.168.4.1", "http://192.168.178.100:54321"]
)
def test_a_url_is_a_small_qr_code_without_a_border(url: str) -> None:
    matrix = url_matrix(url)
    side = len(matrix)
    assert side in (25, 29)
    assert {len(row) for row in matrix} == {side}
    for top, left in ((0, 0), (0, side - 7), (side - 7, 0)):
        assert shown(matrix, top, left) == FINDER
    timing = [matrix[6][at] for at in range(8, side - 8)]
    assert timing == [at % 2 == 0 for at in range(8, side - 8)]
    assert matrix[side - 8][8]


def same_as(text: str) -> Matrix:
    made = segno.make_qr(text, error="m")
    assert made.version == (len(made.matrix) - 17) // 4
    assert made.error in "MQH"
    return tuple(tuple(map(bool, row)) for row in made.matrix)


def test_they_hold_what_a_camera_expects() -> None:
    assert url_matrix("http://192.168.4.1") == same_as("http://192.168.4.1")
    assert wifi_matrix("Leerradar", "samen123") == same_as("WIFI:T:WPA;S:Leerradar;P:samen123;;")
    assert wifi_matrix("Gast", "") == same_as("WIFI:T:nopass;S:Gast;;")


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("De Brug", "samen123"),
        ("Brug,5GHz", "samen123"),
        ("Brug;5", "samen123"),
        ("Café", "samen123"),
        ("Brug٣", "samen123"),
        ("Leerradar", "samen-123"),
        ("Leerradar", "samen:123"),
        ("Leerradar", 'samen"123'),
        ("Leerradar", "samen\\123"),
        ("Leerradar", "wachtwoörd"),
        ("", "samen123"),
        ("", ""),
        (" ", ""),
        ("A" * 33, "samen123"),
        ("Leerradar", "kort123"),
        ("Leerradar", "a" * 64),
    ],
)
def test_no_code_when_phones_would_read_it_in_different_ways(name: str, password: str) -> None:
    assert wifi_matrix(name, password) is None


def test_the_longest_name_and_password_still_make_a_code() -> None:
    assert wifi_matrix("A" * 32, "9" * 63) is not None
