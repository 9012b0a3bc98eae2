"""Codes can be read, said and typed, and say nothing."""

import secrets
from itertools import combinations

import pytest

from app.voting.codes import ALPHABET, LENGTH, new_codes, normal


def test_codes_can_be_read_and_make_no_words() -> None:
    assert not set(ALPHABET) & set("0O1IL" + "AEIOUY")
    for code in new_codes(60, ()):
        assert len(code) == LENGTH
        assert set(code) <= set(ALPHABET)


def test_one_wrong_key_is_nobody_else_s_code() -> None:
    taken = new_codes(50, ())
    codes = (*taken, *new_codes(50, taken))
    assert len(codes) == 100
    for one, other in combinations(codes, 2):
        assert sum(a != b for a, b in zip(one, other, strict=True)) >= 2


def test_codes_come_from_the_secure_source() -> None:
    assert new_codes.__defaults__ == (secrets.choice,)
    letters = iter("CCCCCCCDDDDDFFCC")
    assert new_codes(2, ("FFFF",), lambda _: next(letters)) == ("CCCC", "DDDD")


@pytest.mark.parametrize("typed", ["k7p4", " K7 P4 ", "K7-P4", "k7\u2013p4\n", "K7P4."])
def test_a_code_may_be_typed_as_people_do(typed: str) -> None:
    assert normal(typed) == "K7P4"
