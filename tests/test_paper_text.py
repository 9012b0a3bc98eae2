"""The text engine of the papers: breaking lines, choosing fonts, turning Arabic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.blocks import Columns, Item, Rule, Stack
from reports.fonts import ARABIC, LATIN, Face, printable, word
from reports.line import Span
from reports.paragraph import Paragraph, Style
from reports.right_to_left import is_right_to_left, visual_order
from reports.sheet import placed_in
from reports.text import broken, width_of

STYLE = Style(10.0, 1.2)


def lines_of(text: str, measure: float) -> list[str]:
    lines = broken((Span(text),), measure)
    return [
        " ".join("".join(s.text for s in token.spans) for token in line.tokens) for line in lines
    ]


@given(st.text("abc dé-/ \u00a0Łю", max_size=200), st.floats(1.5, 40))
def test_lines_keep_every_character_and_their_measure(text: str, measure: float) -> None:
    lines = broken((Span(text),), measure)
    kept = "".join(span.text for line in lines for token in line.tokens for span in token.spans)
    assert kept.replace(" ", "") == printable(text).replace(" ", "")
    assert all(line.width <= measure + 1e-6 for line in lines)


def test_a_line_breaks_at_spaces_and_never_at_a_held_one() -> None:
    held = "€\u00a0640"
    assert any(held in line for line in lines_of(f"Dat kost samen {held} per jaar", 8))


def test_a_word_that_is_too_wide_breaks_after_a_hyphen_when_it_can() -> None:
    assert lines_of("bedrijfsauto-onderhoudsplanning", 9)[0] == "bedrijfsauto-"


def test_spans_that_touch_stay_together() -> None:
    spans = (Span("een twee drie", Face.BOLD), Span("."), Span(" vier"))
    narrow = broken(spans, width_of((Span("een twee drie", Face.BOLD),)))
    assert [span.text for span in narrow[1].tokens[0].spans] == ["drie", "."]


@pytest.mark.parametrize(
    ("text", "face", "fonts"),
    [
        ("Youssef", Face.REGULAR, [Face.REGULAR]),
        ("İbrahim", Face.BOLD, [LATIN, Face.BOLD]),
        ("Nguyễn", Face.ITALIC, [Face.ITALIC, LATIN, Face.ITALIC]),
        ("Олександр", Face.REGULAR, [LATIN]),
        ("محمد", Face.BOLD, [ARABIC]),
        ("漢", Face.REGULAR, [Face.REGULAR]),
    ],
)
def test_a_character_comes_from_a_font_that_has_it(text: str, face: Face, fonts: list[str]) -> None:
    pieces = word(text, face).pieces
    assert [piece.font for piece in pieces] == fonts
    assert all(piece.heavy == (face is Face.BOLD and piece.font != face) for piece in pieces)


def test_arabic_letters_join_and_run_from_right_to_left() -> None:
    # Meem initial, hah medial, meem medial, dal final: drawn from the left it is dal first.
    assert visual_order("محمد") == "\ufeaa\ufee4\ufea4\ufee3"
    assert visual_order("سلام") == "\ufee1\ufefc\ufeb3"
    assert is_right_to_left("محمد")
    assert not is_right_to_left("Jan")


def test_numbers_and_brackets_keep_their_order_in_arabic() -> None:
    assert visual_order("(محمد)")[0] == "("
    assert "2026" in visual_order("عام2026م")


def test_words_from_right_to_left_are_turned_as_a_group() -> None:
    line = broken((Span("met عبد الرحمن samen"),), 100)[0]
    drawn = "".join(glyphs.text for glyphs in line.glyphs)
    assert drawn.index(visual_order("الرحمن")) < drawn.index(visual_order("عبد"))
    assert drawn.startswith("met")
    assert drawn.endswith("samen")


def paragraph(lines: int) -> Paragraph:
    return Paragraph((Span(" ".join(["woord" * 6] * lines)),), STYLE)


def test_a_paragraph_leaves_no_line_alone() -> None:
    text = paragraph(5)
    assert len(text.lines(210)) == 5
    for room, upper in ((12, 0), (24, 2), (36, 3), (48, 3)):
        head, _ = text.split(210, room)
        assert (0 if head is None else len(head.lines)) == upper


def test_a_title_goes_along_with_what_it_is_about() -> None:
    stack = Stack((Item(paragraph(2)), Item(paragraph(1), keep=True), Item(paragraph(3))))
    head, tail = stack.split(210, 24 + 12 + 12)
    assert isinstance(head, Stack)
    assert isinstance(tail, Stack)
    assert len(head.items) == 1
    assert len(tail.items) == 2


def test_a_line_between_does_not_open_a_sheet() -> None:
    stack = Stack((Item(paragraph(2)), Item(Rule(), keep=True), Item(paragraph(3), whole=100)))
    _, tail = stack.split(210, 40)
    assert isinstance(tail, Stack)
    assert not any(isinstance(item.block, Rule) for item in tail.items)


def test_columns_are_cut_side_by_side() -> None:
    columns = Columns((paragraph(6), paragraph(2)), 0, (1, 1))
    head, tail = columns.split(420, 40)
    assert head is not None
    assert tail is not None
    assert head.height(420) == pytest.approx(36)
    assert tail.height(420) == pytest.approx(36)


def test_what_would_stay_together_is_cut_when_a_sheet_is_too_small() -> None:
    stack = Stack(tuple(Item(paragraph(2), keep=True) for _ in range(5)))
    head, tail = placed_in(stack, 210, 60)
    assert head.height(210) <= 60
    assert tail is not None
