"""The rules for texts, as functions from a text to what is wrong with it."""

import re
from collections.abc import Callable

from tests.content.walk import Piece, sentences, words
from workshop_flows.content import Banned

LONGEST_SENTENCE = 15
LONGEST_STATEMENT = 12
LONGEST_FOR_FACILITATOR = 25
"""Words of a sentence that only the facilitator reads, in peace and beforehand."""

MOST_ON_SCREEN = {"short": 16, "deep": 30}
"""Words of a talk question: with its statement, the projector holds 45."""

LONGEST_ON_CARD = {"title": 52, "time": 45, "yields": 58, "first_step": 58}
"""Characters of an action: two lines on a card, and three in the title's larger letters."""

Rule = Callable[[Piece], str | None]


def no_banned_word(banned: Banned) -> Rule:
    def rule(piece: Piece) -> str | None:
        found = banned.found_in(piece.text)
        return f"holds {found}" if found else None

    return rule


def short_sentences(piece: Piece) -> str | None:
    longest = LONGEST_SENTENCE if piece.team else LONGEST_FOR_FACILITATOR
    for sentence in sentences(piece.text):
        if len(words(sentence)) > longest:
            return f"{len(words(sentence))} words in: {sentence}"
    return None


def short_statement(piece: Piece) -> str | None:
    is_statement = re.fullmatch(r"axes\[..\]\.statements\[.+\]\.(staff|owner)", piece.path)
    return _at_most(LONGEST_STATEMENT, piece) if is_statement else None


def short_result(piece: Piece) -> str | None:
    """A result stands large on the projector: its sentences together are one breath."""
    return _at_most(LONGEST_SENTENCE, piece) if ".sentences." in piece.path else None


def fits_the_screen(piece: Piece) -> str | None:
    kind = re.search(r"\.talk\.\w+\.(short|deep)$", piece.path)
    return _at_most(MOST_ON_SCREEN[kind[1]], piece) if kind else None


def fits_the_card(piece: Piece) -> str | None:
    field = re.fullmatch(r"actions\[\d+\]\.(\w+)", piece.path)
    if field and len(piece.text) > LONGEST_ON_CARD[field[1]]:
        return f"{len(piece.text)} characters"
    return None


def tidy(piece: Piece) -> str | None:
    if piece.text != piece.text.strip() or "  " in piece.text or " \n" in piece.text:
        return "stray spaces"
    return "curly and straight quotes" if re.search(r"[“”„‘’…]", piece.text) else None


def asks(piece: Piece) -> str | None:
    wanted = ".talk." in piece.path or re.search(r"\.ask_(staff|owner)$", piece.path)
    return "asks nothing" if wanted and "?" not in piece.text else None


def _at_most(most: int, piece: Piece) -> str | None:
    count = len(words(piece.text))
    return f"{count} words" if count > most else None


def broken(rules: list[Rule], pieces: list[Piece]) -> list[str]:
    """Return a line for each text that breaks a rule."""
    return [
        f"{piece.path}: {wrong}"
        for piece in pieces
        for rule in rules
        if (wrong := rule(piece)) is not None
    ]
