"""Seats, codes and ballots: who may sit down, what counts, and what is told to whom."""

import threading
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from random import Random

import pytest

from app.errors import InputError
from app.voting.box import BallotBox, Door, Joined, Refusal
from tests.voting.ballot_boxes import (
    FOUR,
    ONE,
    PATIENCE,
    SESSION,
    STATEMENT,
    hold,
    join,
    open_box,
    tallies,
    token_for,
    tokens_of,
    vote,
)
from workshop_flows.ballots import Answer, Chosen, Consent, Consented
from workshop_flows.state import (
    CardsSubject,
    ChoiceCounts,
    ConsentCounts,
    ConsentSubject,
    FocusSubject,
)
from workshop_flows.vocabulary import Role


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "ballots"


@pytest.fixture
def box(folder: Path) -> Iterator[BallotBox]:
    box = open_box(folder)
    yield box
    box.close()


def again(box: BallotBox, folder: Path) -> BallotBox:
    box.close()
    return BallotBox.open(folder, SESSION)


def codes(box: BallotBox) -> list[str]:
    return [seat.code for seat in box.seats]


# Seats


def test_everybody_has_a_seat_owners_last(box: BallotBox) -> None:
    assert [seat.role for seat in box.seats] == [Role.STAFF] * 5 + [Role.OWNER]
    assert [seat.number for seat in box.seats] == [1, 2, 3, 4, 5, 6]
    assert len(set(codes(box))) == 6


def test_printed_codes_stay_when_the_team_grows_or_shrinks(box: BallotBox) -> None:
    printed = codes(box)
    box.fit(7, 2)
    assert codes(box)[:5] == printed[:5]
    assert codes(box)[7] == printed[5]
    assert len({seat.number for seat in box.seats}) == 9
    token = token_for(box, codes(box)[6])
    used = codes(box)[6]
    box.fit(3, 1)
    assert codes(box) == [*printed[:2], used, printed[5]]
    assert box.seat_of(token) is not None
    box.fit(0, 1)
    assert box.seat_of(token) is None


def test_nobody_loses_a_seat_while_a_round_is_open(box: BallotBox) -> None:
    tokens = tokens_of(box)
    box.open_round(1, STATEMENT, 0)
    assert vote(box, tokens[4], ONE) is None
    box.fit(2, 1)
    assert len(box.seats) == 6
    box.fit(6, 1)
    assert vote(box, token_for(box, codes(box)[5]), FOUR) is None
    assert box.close_round() == tallies([1, 4])
    box.fit(2, 1)
    assert len(box.seats) == 3


def test_a_code_gives_one_device_its_seat(box: BallotBox) -> None:
    joined = join(box, codes(box)[2].lower())
    assert isinstance(joined, Joined)
    seat = box.seat_of(joined.token)
    assert seat is not None
    assert (seat.number, seat.role, seat.joined) == (3, Role.STAFF, True)
    assert box.joined == 1
    assert join(box, codes(box)[2]) is Refusal.CODE_USED
    assert join(box, "ZZZZ") is Refusal.CODE_WRONG
    assert box.seat_of("") is None
    assert box.seat_of("\udcff ") is None
    assert joined.token not in repr(joined)
    assert len(joined.token) >= 22


def test_two_devices_at_once_with_one_code(box: BallotBox) -> None:
    told: SimpleQueue[Joined | Refusal] = SimpleQueue()
    go = hold(box)
    for _ in range(4):
        box.join(codes(box)[0], told.put)
    go.set()
    answers = [told.get(timeout=PATIENCE) for _ in range(4)]
    assert sum(isinstance(one, Joined) for one in answers) == 1
    assert answers.count(Refusal.CODE_USED) == 3


def test_a_closed_door_keeps_new_people_out_only(box: BallotBox) -> None:
    token = token_for(box, codes(box)[0])
    box.set_door(Door.CLOSED)
    assert not box.door_open
    assert join(box, codes(box)[1]) is Refusal.ROOM_FULL
    assert join(box, codes(box)[0]) is Refusal.CODE_USED
    assert join(box, "ZZZZ") is Refusal.CODE_WRONG
    box.open_round(1, STATEMENT, 0)
    assert vote(box, token, ONE) is None
    assert isinstance(join(box, box.renew(1).code), Joined)
    assert join(box, box.renew(2).code) is Refusal.ROOM_FULL
    box.set_door(Door.OPEN)
    assert isinstance(join(box, codes(box)[1]), Joined)


def test_a_lost_phone_takes_its_seat_again_and_no_second_ballot(box: BallotBox) -> None:
    old_code = codes(box)[0]
    lost = token_for(box, old_code)
    box.open_round(1, STATEMENT, 0)
    assert vote(box, lost, ONE) is None
    seat = box.renew(1)
    assert seat.number == 1
    assert not seat.joined
    assert box.seats[0] == seat
    assert vote(box, lost, FOUR) is Refusal.NOT_JOINED
    assert join(box, old_code) is Refusal.CODE_WRONG
    assert box.voted == 1
    found = token_for(box, seat.code)
    assert box.has_voted(found)
    assert vote(box, found, Answer(5)) is None
    assert box.voted == 1
    assert box.close_round() == tallies([5])


def test_the_ballot_of_a_lost_phone_counts_when_nobody_takes_its_seat(box: BallotBox) -> None:
    token = token_for(box, codes(box)[0])
    box.open_round(1, STATEMENT, 0)
    assert vote(box, token, ONE) is None
    box.renew(1)
    assert box.close_round() == tallies([1])


def test_at_another_origin_used_codes_work_once_more_whatever_the_door(box: BallotBox) -> None:
    box.serve_at("http://192.168.4.1")
    old = token_for(box, codes(box)[0])
    box.serve_at("http://192.168.4.2")
    box.set_door(Door.CLOSED)
    assert join(box, codes(box)[1]) is Refusal.ROOM_FULL
    assert box.seat_of(old) is not None
    new = token_for(box, codes(box)[0])
    assert box.seat_of(old) is None
    assert box.seat_of(new) is not None
    assert join(box, codes(box)[0]) is Refusal.CODE_USED


def test_another_origin_lets_phones_join_again_also_after_a_restart(
    box: BallotBox, folder: Path
) -> None:
    code = codes(box)[0]
    token_for(box, code)
    box.serve_at("http://192.168.4.1")
    assert join(box, code) is Refusal.CODE_USED
    box = again(box, folder)
    box.serve_at("http://192.168.4.1")
    assert join(box, code) is Refusal.CODE_USED
    box.serve_at("http://192.168.4.2")
    assert isinstance(join(box, code), Joined)
    assert join(box, code) is Refusal.CODE_USED
    box.close()


def test_seats_tokens_and_door_survive_a_restart(box: BallotBox, folder: Path) -> None:
    token = token_for(box, codes(box)[1])
    box.renew(3)
    box.set_door(Door.CLOSED)
    before = box.seats
    box = again(box, folder)
    assert box.seats == before
    assert not box.door_open
    assert box.seat_of(token) == before[1]
    box.close()


# Ballots


def test_the_last_value_counts(box: BallotBox) -> None:
    tokens = tokens_of(box)
    box.open_round(7, STATEMENT, 0)
    assert (box.open_round_id, box.voted) == (7, 0)
    assert not box.has_voted(tokens[0])
    for value in (1, 5, 0, 2):
        assert vote(box, tokens[0], Answer(value), 7) is None
    assert vote(box, tokens[5], FOUR, 7) is None
    assert box.has_voted(tokens[0])
    assert not box.has_voted(tokens[1])
    assert not box.has_voted("nobody")
    assert box.voted == 2
    assert box.close_round() == tallies([2], [4])


def test_a_closed_round_takes_nothing_and_says_the_same_again(box: BallotBox) -> None:
    token = tokens_of(box)[0]
    assert vote(box, token, ONE) is Refusal.CLOSED
    box.open_round(1, STATEMENT, 0)
    assert vote(box, token, ONE, 2) is Refusal.CLOSED
    assert vote(box, token, ONE) is None
    first = box.close_round()
    assert box.open_round_id is None
    assert vote(box, token, FOUR) is Refusal.CLOSED
    assert box.close_round() == first == tallies([1])
    assert box._round is not None
    assert not box._round._values
    box.destroy_round()
    assert vote(box, token, FOUR) is Refusal.CLOSED
    with pytest.raises(RuntimeError):
        box.close_round()
    box.open_round(2, STATEMENT, 0)
    assert box.close_round() == tallies([])


def test_what_waits_at_the_close_is_confirmed_and_counted_or_told_so(box: BallotBox) -> None:
    tokens = tokens_of(box)
    box.open_round(1, STATEMENT, 0)
    go = hold(box)
    told: dict[int, Refusal | None] = {}
    for number, token in enumerate(tokens[:3]):
        box.cast(token, 1, ONE, lambda refusal, n=number: told.update({n: refusal}))  # type: ignore[misc]
    closing = threading.Thread(target=box.close_round)
    closing.start()
    while len(box._writer._waiting) < 4:
        pass
    for number, token in enumerate(tokens[3:5], start=3):
        box.cast(token, 1, ONE, lambda refusal, n=number: told.update({n: refusal}))  # type: ignore[misc]
    go.set()
    closing.join()
    assert vote(box, tokens[5], ONE) is Refusal.CLOSED
    box.close()
    assert [told[number] for number in range(5)] == [None] * 3 + [Refusal.CLOSED] * 2
    assert box._round is not None
    assert box._round.close()[0] == tallies([1, 1, 1])


def test_each_kind_of_round_takes_its_kind_of_ballot(box: BallotBox) -> None:
    staff, *_, owner = tokens_of(box)
    box.open_round(1, FocusSubject(), 7)
    assert vote(box, staff, ONE, 1) is Refusal.UNFIT
    assert vote(box, staff, Chosen((7,)), 1) is Refusal.UNFIT
    assert vote(box, staff, Chosen((0, 6)), 1) is None
    assert vote(box, owner, Chosen(()), 1) is None
    assert box.close_round() == ChoiceCounts(counts=(1, 0, 0, 0, 0, 0, 1), ballots=2)
    box.open_round(2, CardsSubject(), 2)
    assert vote(box, staff, Chosen((2,)), 2) is Refusal.UNFIT
    assert vote(box, staff, Chosen((1,)), 2) is None
    assert box.close_round() == ChoiceCounts(counts=(0, 1), ballots=1)
    box.open_round(3, ConsentSubject(), 0)
    assert vote(box, staff, Consented(Consent.NO), 3) is None
    assert vote(box, owner, Consented(Consent.YES_IF), 3) is None
    assert box.close_round() == ConsentCounts(yes=0, yes_if=1, no=1)
    assert box.remarks == ()


def test_remarks_come_after_the_close_and_are_forgotten_when_told(box: BallotBox) -> None:
    tokens = tokens_of(box)
    box.open_round(1, ConsentSubject(), 0)
    for number, token in enumerate(tokens):
        assert vote(box, token, Consented(Consent.YES), 1, f"first {number}") is None
    assert vote(box, tokens[0], Consented(Consent.NO), 1, "changed") is None
    assert vote(box, tokens[1], Consented(Consent.YES), 1) is None
    assert box.remarks == ()
    box.close_round()
    wanted = sorted(["changed", "first 2", "first 3", "first 4", "first 5"])
    assert sorted(box.remarks) == wanted
    box.close_round()
    box.destroy_round()
    assert sorted(box.remarks) == wanted
    box.forget_remarks()
    assert box.remarks == ()


def test_remarks_of_one_round_are_not_there_in_the_next(box: BallotBox) -> None:
    token = tokens_of(box)[0]
    box.open_round(1, ConsentSubject(), 0)
    assert vote(box, token, Consented(Consent.NO), 1, "text") is None
    box.close_round()
    assert box.remarks == ("text",)
    box.open_round(2, ConsentSubject(), 0)
    assert box.remarks == ()
    box.close_round()
    assert box.remarks == ()


def test_the_order_of_remarks_is_drawn_securely(
    box: BallotBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Backwards:
        def shuffle(self, texts: list[str]) -> None:
            texts.sort(reverse=True)

    monkeypatch.setattr("app.voting.sealed_round.secrets.SystemRandom", Backwards)
    tokens = tokens_of(box)
    box.open_round(1, ConsentSubject(), 0)
    for token, text in zip(tokens, "acb", strict=False):
        assert vote(box, token, Consented(Consent.YES), 1, text) is None
    box.close_round()
    assert box.remarks == ("c", "b", "a")


def test_a_stopped_round_leaves_no_remarks(box: BallotBox) -> None:
    token = tokens_of(box)[0]
    box.open_round(1, ConsentSubject(), 0)
    assert vote(box, token, Consented(Consent.NO), 1, "text") is None
    box.destroy_round()
    assert (box.open_round_id, box.voted, box.remarks) == (None, 0, ())
    box.open_round(2, ConsentSubject(), 0)
    box.close_round()
    assert box.remarks == ()


def test_a_burst_is_one_commit_and_everyone_hears_after_it(tmp_path: Path) -> None:
    box = open_box(tmp_path, 49, 1)
    heard: list[tuple[int, int]] = []
    joined: list[Joined | Refusal] = []
    go = hold(box)
    box.listen(lambda: heard.append((box.joined, box.voted)))
    for seat in box.seats:
        box.join(seat.code, joined.append)
    go.set()
    box.open_round(1, STATEMENT, 0)
    assert heard == [(50, 0)]
    told: list[tuple[Refusal | None, int]] = []
    go = hold(box)
    for one in joined:
        assert isinstance(one, Joined)
        box.cast(one.token, 1, ONE, lambda refusal: told.append((refusal, box.voted)))
    go.set()
    assert box.close_round() == tallies([1] * 49, [1])
    assert told == [(None, 50)] * 50
    assert heard == [(50, 0), (50, 50)]
    box.close()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_mistake_of_a_listener_stops_nobody(box: BallotBox) -> None:
    tokens = tokens_of(box)
    box.open_round(1, STATEMENT, 0)

    def fail(*_: object) -> None:
        raise LookupError

    box.listen(fail)
    box.cast(tokens[0], 1, ONE, fail)
    assert vote(box, tokens[1], ONE) is None
    assert box.close_round() == tallies([1, 1])


def test_two_threads_of_phones_and_the_last_confirmed_value_counts(tmp_path: Path) -> None:
    box = open_box(tmp_path, 199, 1)
    tokens = tokens_of(box)
    box.open_round(1, STATEMENT, 0)
    last: dict[str, int] = {}

    def hammer(mine: list[str], seed: int) -> None:
        random = Random(seed)
        casts = [(token, random.randint(0, 5)) for token in mine for _ in range(5)]
        random.shuffle(casts)

        def note(token: str, value: int, refusal: Refusal | None) -> None:
            assert refusal is None
            last[token] = value

        for token, value in casts:
            box.cast(
                token,
                1,
                Answer(value),
                lambda refusal, t=token, v=value: note(t, v, refusal),  # type: ignore[misc]
            )

    threads = [threading.Thread(target=hammer, args=(tokens[n::2], n)) for n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert box.close_round() == tallies([last[token] for token in tokens[:-1]], [last[tokens[-1]]])
    assert box.voted == 200
    box.close()


# Files


def test_a_session_has_one_box(box: BallotBox, folder: Path) -> None:
    with pytest.raises(InputError) as refused:
        BallotBox.open(folder, SESSION)
    assert refused.value.key == "voting.box_in_use"
    other = BallotBox.open(folder, "ff")
    other.fit(1, 1)
    assert len(box.seats) == 6
    other.discard()


@pytest.mark.parametrize("session", ["", "../x", "AB", "ab.seats", "ab\n"])
def test_a_session_is_an_id_and_never_a_path(tmp_path: Path, session: str) -> None:
    with pytest.raises(ValueError, match="session"):
        BallotBox.open(tmp_path, session)


def test_a_folder_that_can_t_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(InputError) as refused:
        BallotBox.open(tmp_path / "file", SESSION)
    assert refused.value.key == "voting.not_writable"


def test_after_the_end_everybody_is_answered(box: BallotBox) -> None:
    token = tokens_of(box)[0]
    box.open_round(1, STATEMENT, 0)
    go = hold(box)
    waiting: SimpleQueue[Refusal | None] = SimpleQueue()
    box.cast(token, 1, ONE, waiting.put)
    go.set()
    box.close()
    assert waiting.get_nowait() is None
    assert vote(box, token, ONE) is Refusal.CLOSED
    assert join(box, codes(box)[0]) is Refusal.NOT_SAVED
    with pytest.raises(RuntimeError):
        box.fit(1, 1)
    box.close()
