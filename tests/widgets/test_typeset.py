"""Text is broken where it may be, as large as it can be, and never loses a letter."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from widgets.theme import load_fonts
from widgets.typeset import Run, Style, fitted, plain

STYLE = Style(60, 30)
words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"]),
    min_size=1,
    max_size=30,
)


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    load_fonts()


@settings(max_examples=60)
@given(st.lists(words, min_size=1, max_size=20), st.floats(60, 900), st.floats(30, 900))
def test_no_letter_is_lost_and_no_line_is_too_wide(
    text: list[str], width: float, height: float
) -> None:
    setting = fitted(plain(" ".join(text)), STYLE, width, height)
    assert setting.text.replace(" ", "") == "".join(text)
    assert STYLE.floor <= setting.size <= STYLE.size
    assert not setting.fits or setting.height <= height + 0.1
    for _, _, wide, _ in setting.ink(0, 0, width):
        assert wide <= width + 1 or len(setting.lines[0].pieces[0].text) == 1


def test_a_short_text_keeps_its_size_and_a_long_one_shrinks() -> None:
    assert fitted(plain("Ja"), STYLE, 400, 100).size == 60
    long = fitted(plain("Ja en nee en ja " * 5), STYLE, 900, 200)
    assert 30 <= long.size < 60
    assert long.fits


def test_what_cannot_fit_says_so_at_the_floor() -> None:
    setting = fitted(plain("Ja en nee en ja " * 50), STYLE, 300, 100)
    assert (setting.size, setting.fits) == (30, False)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Dit kost ons samen € 640 per jaar", "€ 640"),
        ("We zien elkaar op 12 maart 2027 weer", "12 maart"),
        ("Wij werken aan e-auto's in de hal", "e-auto's"),
        ("Weet ik niet / sla over", "/ sla"),
    ],
)
def test_what_belongs_together_stays_on_one_line(text: str, kept: str) -> None:
    for width in range(220, 700, 20):
        setting = fitted(plain(text), Style(40, 40), width)
        lines = ["".join(piece.text for piece in line.pieces) for line in setting.lines]
        assert any(kept in line.replace("\N{NO-BREAK SPACE}", " ") for line in lines), width


def test_balanced_lines_are_of_about_equal_length() -> None:
    text = plain("Ik kan nieuwe dingen in mijn werk goed leren.")
    loose = fitted(text, Style(60, 60), 1100)
    balanced = fitted(text, Style(60, 60, balanced=True), 1100)
    assert len(balanced.lines) == len(loose.lines)
    assert balanced.width < loose.width


def test_a_word_of_two_weights_stays_one_word() -> None:
    setting = fitted((Run("7 van de 10", bold=True), Run(", zo veel")), Style(40, 40), 170)
    lines = ["".join(piece.text for piece in line.pieces) for line in setting.lines]
    assert any("10," in line for line in lines)


def test_a_line_feed_breaks_the_line() -> None:
    assert len(fitted(plain("Ja.\nNee."), STYLE, 900).lines) == 2
