"""Phones and slips: whatever changes, together they are all seats."""

from hypothesis import given
from hypothesis import strategies as st

from app.voting.ways import followed, with_phones, with_slips

SEATS = st.integers(min_value=3, max_value=60)


def test_slips_stand_and_phones_follow_who_takes_part() -> None:
    assert followed(7, 10, 12) == 9
    assert followed(7, 10, 8) == 5
    assert followed(10, 10, 11) == 11


def test_without_phones_everybody_goes_on_by_slip() -> None:
    assert followed(0, 10, 30) == 0


def test_phones_are_not_given_up_by_fewer_people() -> None:
    assert followed(1, 10, 8) == 1


@given(SEATS, SEATS, st.data())
def test_there_are_never_more_phones_than_seats(
    before: int, after: int, data: st.DataObject
) -> None:
    phones = data.draw(st.integers(min_value=0, max_value=before))
    assert 0 <= followed(phones, before, after) <= after


def test_a_way_that_is_taken_up_or_given_up_takes_all_or_none() -> None:
    assert (with_phones(0, 10), with_phones(4, 10)) == (10, 0)
    assert with_slips(7, 10) == 10
    assert with_slips(0, 10) == 10


def test_slips_begin_with_as_many_as_can_not_be_traced() -> None:
    assert with_slips(10, 10) == 7
    assert with_slips(3, 3) == 0
