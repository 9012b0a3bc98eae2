"""Values that come in are a ballot of what is open, or nothing."""

import json
from typing import Any

import pytest

from app.voting.showing import Showing
from app.voting.wire import (
    JoinBody,
    VoteBody,
    Wish,
    cookie,
    language_of,
    read_form,
    read_json,
    wish_of,
)
from tests.voting.server_room import STATEMENT
from workshop_flows.ballots import SKIP, Answer, Chosen, Consent, Consented, fits
from workshop_flows.state import Card, CardsSubject, ConsentSubject, FocusSubject
from workshop_flows.vocabulary import AxisId

FOCUS = Showing(round=1, subject=FocusSubject())
CARDS = Showing(
    round=1,
    subject=CardsSubject(),
    cards=tuple(Card(axis=AxisId.A1, title=title) for title in "abc"),
)
CONSENT = Showing(round=1, subject=ConsentSubject())
SAYING = Showing(round=1, subject=STATEMENT)


def read(value: object, showing: Showing) -> Wish | None:
    body = read_json(json.dumps({"round": 1, "value": value}).encode(), VoteBody)
    return None if body is None else wish_of(body.value, showing)


@pytest.mark.parametrize(
    ("showing", "value", "wish"),
    [
        (SAYING, 1, Wish(Answer(1))),
        (SAYING, 5, Wish(Answer(5))),
        (SAYING, "skip", Wish(Answer(SKIP))),
        (FOCUS, [], Wish(Chosen(()))),
        (FOCUS, ["G1", "A2"], Wish(Chosen((1, 4)))),
        (CARDS, [2, 0], Wish(Chosen((0, 2)))),
        (CONSENT, {"answer": "yes"}, Wish(Consented(Consent.YES))),
        (CONSENT, {"answer": "no", "text": " a\n\tb\x00 "}, Wish(Consented(Consent.NO), "a b")),
        (CONSENT, {"answer": "no", "text": "ş" * 140}, Wish(Consented(Consent.NO), "ş" * 140)),
        (CONSENT, {"answer": "yes", "text": "\u202e<b>"}, Wish(Consented(Consent.YES), "<b>")),
    ],
)
def test_a_ballot_is_read(showing: Showing, value: object, wish: Wish) -> None:
    found = read(value, showing)
    assert found == wish
    assert showing.subject is not None
    assert fits(wish.cast, showing.subject, showing.options)


NONSENSE: list[tuple[Showing, list[Any]]] = [
    (SAYING, [0, 6, -1, 3.0, 3.5, True, None, "3", "", [3], {}, 10**30]),
    (FOCUS, [["A1", "A1"], ["A1", "A2", "A3"], ["A9"], [1], "A1", 1, ["a1"]]),
    (FOCUS, [[["A1"]], [None], [True], {"answer": "yes"}]),
    (CARDS, [[3], [-1], [0, 0], [0, 1, 2], ["0"], [0.0], [True], 0]),
    (CONSENT, ["yes", {"answer": "maybe"}, {"answer": 1}, {}, ["yes"]]),
    (CONSENT, [{"answer": "yes", "text": "x" * 141}, {"answer": "yes", "text": None}]),
    (Showing(), [3, []]),
]


@pytest.mark.parametrize(
    ("showing", "value"), [(showing, value) for showing, values in NONSENSE for value in values]
)
def test_what_is_no_ballot_is_nothing(showing: Showing, value: object) -> None:
    assert read(value, showing) is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"code"',
        b"\xff",
        b'{"code": "\xff"}',
        b'{"code": "\\ud800"}',
        b'{"code": 1234}',
        b'{"code": ["CDFG"]}',
        b'{"code": NaN}',
        b'{"lang": "nl"}',
        b'{"code": "CDFG", "lang": 1}',
        b'{"code": "CDFG"} x',
        b"[" * 1000,
        b'{"code": "CDFG", "x": ' + b"[" * 900,
    ],
)
def test_broken_json_is_nothing(body: bytes) -> None:
    assert read_json(body, JoinBody) is None


def test_numbers_without_end_are_no_round() -> None:
    huge = b'{"round": ' + b"9" * 900 + b', "value": 3}'
    body = read_json(huge, VoteBody)
    assert body is None or body.round != SAYING.round
    assert read_json(b'{"round": Infinity, "value": 3}', VoteBody) is None
    assert read_json(b'{"round": 1e999, "value": 3}', VoteBody) is None


def test_of_a_key_given_twice_the_last_counts() -> None:
    body = read_json(b'{"round": 1, "round": 2, "value": 3, "value": 4}', VoteBody)
    assert body == VoteBody(round=2, value=4)


def test_a_ballot_never_shows_itself() -> None:
    assert "4" not in repr(Wish(Answer(4), "een tekst"))
    assert "tekst" not in f"{Wish(Answer(4), 'een tekst')}"


def test_a_form_has_few_fields() -> None:
    assert read_form(b"&".join(b"value=1" for _ in range(9))) is None
    assert read_form(b"value=A1&value=A2") == {"value": ["A1", "A2"]}


def test_cookies_are_read_without_believing_them() -> None:
    headers = ["a=b; seat=one", "seat=two;;; =; seat"]
    assert cookie(headers, "seat") == "one"
    assert cookie(["xseat=1; seat = 2"], "seat") == ""
    assert cookie([], "seat") == ""


def test_a_language_that_a_phone_refuses_is_not_taken() -> None:
    known = ("nl", "en", "pl")
    assert language_of("", "pl;q=0, en;q=0.2", known, "nl") == "en"
    assert language_of("", "pl;q=0", known, "nl") == "nl"
    assert language_of("", "*, en;q=0.1", known, "nl") == "en"
    assert language_of("", ",;q=;;q=nan,en;q=-1", known, "nl") == "nl"
