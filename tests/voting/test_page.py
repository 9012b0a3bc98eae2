"""The voter's page in a real browser: joining and voting."""

import re
from http import HTTPStatus

import pytest
from playwright.sync_api import Browser, Route, expect

from app.voting.voter_page import NAMES, voter_texts
from tests.voting.phone_in_hand import NL, a_phone, heading, votes
from tests.voting.phone_page import CODE, TOKEN
from tests.voting.phone_samples import (
    CARDS,
    CONSENT,
    FOCUS,
    NEXT_STATEMENT,
    OVER,
    STATEMENT,
    WAIT,
    join,
    opened,
    option,
    seated,
    type_code,
)


def test_joining_takes_the_code_in_any_case(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        opened(page, served)
        type_code(page, "k7-p 4")
        page.keyboard.press("Enter")
        heading(page, NL["wait.title"])
        (asked,) = served.posts
        assert (asked["code"], asked["lang"], asked["seat"]) == (CODE, "nl", None)
        assert page.evaluate("localStorage.getItem('leerradar.token')") == TOKEN


def test_a_code_typed_with_other_alphabets_is_read(browser: Browser) -> None:
    """The Cyrillic letters that look like the ones on the slip, and Arabic digits."""
    with a_phone(browser) as (page, served):
        opened(page, served)
        type_code(page, "к٧р٤")
        assert page.locator(".cd").all_inner_texts() == ["K", "7", "P", "4"]


def test_too_short_a_code_is_not_sent_and_says_what_is_missing(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        opened(page, served)
        button = page.locator("form button")
        expect(button).to_have_text(NL["join.button"])
        type_code(page, "K7P")
        expect(button).to_have_text(f"{NL['join.button']} · {NL['join.left.1']}")
        button.click(force=True)
        expect(page.locator("#code")).to_be_focused()
        assert served.posts == []


@pytest.mark.parametrize(
    ("error", "status"),
    [
        ("code_wrong", HTTPStatus.FORBIDDEN),
        ("code_used", HTTPStatus.CONFLICT),
        ("room_full", HTTPStatus.CONFLICT),
        ("too_many", HTTPStatus.TOO_MANY_REQUESTS),
        ("not_saved", HTTPStatus.SERVICE_UNAVAILABLE),
    ],
)
def test_a_refused_code_is_explained(browser: Browser, error: str, status: HTTPStatus) -> None:
    with a_phone(browser) as (page, served):
        served.refuses = (error, status)
        opened(page, served)
        join(page)
        expect(page.get_by_role("alert")).to_have_text(NL[f"error.{error}"])
        served.refuses = None
        page.locator("form button").click()
        heading(page, NL["wait.title"])


def test_a_join_without_an_answer_finds_the_seat_that_it_got(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        opened(page, served)
        page.route("**/api/join", lambda route: route.abort())
        served.joined = True
        join(page)
        heading(page, NL["wait.title"])


def test_a_lost_join_is_asked_again_with_the_same_key(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        opened(page, served)
        served.refuses = ("not_saved", HTTPStatus.SERVICE_UNAVAILABLE)
        for code in ("FFFF", CODE):
            type_code(page, code)
            page.keyboard.press("Enter")
            expect(page.get_by_role("alert")).to_be_visible()
        served.refuses = None
        page.keyboard.press("Enter")
        heading(page, NL["wait.title"])
        other, first, again = (post["key"] for post in served.posts)
        assert first == again != other
        assert re.fullmatch("[0-9a-f]{32}", first)


def test_a_browser_that_can_draw_no_key_joins_without(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        page.add_init_script("Object.defineProperty(window, 'crypto', {value: undefined})")
        opened(page, served)
        join(page)
        heading(page, NL["wait.title"])
        assert "key" not in served.posts[0]


def test_the_first_language_is_that_of_the_phone_then_what_was_chosen(browser: Browser) -> None:
    with a_phone(browser, language="tr-TR") as (page, served):
        opened(page, served)
        heading(page, voter_texts("tr")["join.title"])
        page.locator("#l-pl").click()
        heading(page, voter_texts("pl")["join.title"])
        expect(page.locator("#l-pl")).to_be_focused()
        page.reload()
        heading(page, voter_texts("pl")["join.title"])
        assert page.locator("html").get_attribute("lang") == "pl"


def test_an_unknown_language_falls_back_to_dutch(browser: Browser) -> None:
    with a_phone(browser, language="fi-FI") as (page, served):
        opened(page, served)
        heading(page, NL["join.title"])
        assert page.locator(".lg").all_inner_texts() == list(NAMES.values())


def test_a_tap_is_one_post_and_done_only_after_the_answer(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        seated(page, served, STATEMENT)
        held: list[Route] = []
        page.route("**/api/vote", lambda route: held.append(route))
        option(page, 4)
        expect(page.locator("#v-4.busy")).to_be_visible()
        option(page, 2)
        expect(page.locator("h1")).not_to_have_text(NL["voted.title"])
        assert len(held) == 1
        held[0].continue_()
        heading(page, NL["voted.title"])
        expect(page.locator("h1")).to_be_focused()
        assert votes(served) == [4]
        assert "4" not in page.locator("main").inner_text()


def test_no_answer_is_chosen_beforehand(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        seated(page, served, STATEMENT)
        assert page.locator("[aria-pressed], .on").count() == 0
        assert page.locator(".five .n").all_inner_texts() == ["5", "4", "3", "2", "1"]
        option(page, "skip")
        heading(page, NL["voted.title"])
        assert votes(served) == ["skip"]


def test_choosing_again_marks_the_own_choice_from_memory_only(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        seated(page, served, STATEMENT)
        option(page, 4)
        page.get_by_role("button", name=NL["voted.again"]).click()
        expect(page.locator(".head")).to_contain_text(NL["vote.again"])
        expect(page.locator("[aria-pressed=true]")).to_have_attribute("id", "v-4")
        option(page, 2)
        heading(page, NL["voted.title"])
        assert votes(served) == [4, 2]
        stored = page.evaluate("Object.keys(localStorage).sort()")
        assert stored == ["leerradar.state", "leerradar.texts", "leerradar.token"][: len(stored)]
        page.reload()
        page.get_by_role("button", name=NL["voted.again"]).click()
        expect(page.locator(".opts")).to_be_visible()
        assert page.locator("[aria-pressed=true]").count() == 0


def test_the_next_statement_comes_by_itself(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        seated(page, served, WAIT)
        served.show(STATEMENT)
        expect(page.locator(".opts")).to_be_visible()
        option(page, 3)
        heading(page, NL["voted.title"])
        served.show(WAIT)
        heading(page, NL["wait.title"])
        served.show(NEXT_STATEMENT)
        expect(page.locator(".opts")).to_be_visible()
        assert page.locator(".on").count() == 0
        served.show(OVER)
        heading(page, NL["over.title"])


def test_a_vote_that_came_too_late_is_said_to_be_so(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        seated(page, served, STATEMENT)
        served.call(setattr, served, "showing", WAIT)
        option(page, 4)
        heading(page, NL["wait.title"])
        expect(page.get_by_role("alert")).to_have_text(NL["error.closed"])
        served.show(NEXT_STATEMENT)
        expect(page.locator(".opts")).to_be_visible()
        assert page.get_by_role("alert").count() == 0


def test_a_vote_that_the_disk_refused_can_be_tried_again(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        seated(page, served, STATEMENT)
        served.refuses = ("not_saved", HTTPStatus.SERVICE_UNAVAILABLE)
        option(page, 4)
        expect(page.get_by_role("alert")).to_have_text(NL["error.not_saved"])
        served.refuses = None
        option(page, 4)
        heading(page, NL["voted.title"])


def test_a_seat_that_is_taken_away_types_a_code_again(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        opened(page, served)
        join(page)
        heading(page, NL["wait.title"])
        served.joined = False
        served.show(WAIT)
        heading(page, NL["join.title"])
        expect(page.get_by_role("alert")).to_have_text(NL["error.not_joined"])
        assert not page.evaluate("localStorage.getItem('leerradar.token')")


def test_at_most_two_are_chosen(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        seated(page, served, FOCUS)
        for value in ("A4", "G2", "A1"):
            option(page, value)
        expect(page.get_by_role("alert")).to_have_text(NL["choose.full"])
        expect(page.locator("#v-A1")).not_to_be_checked()
        option(page, "A4")
        option(page, "A1")
        page.get_by_role("button", name=NL["send"]).click()
        heading(page, NL["voted.title"])
        assert votes(served) == [["G2", "A1"]]


def test_cards_are_text_and_keep_their_number(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        seated(page, served, CARDS)
        expect(page.locator(".x").last).to_have_text("Samen <b>sleutelen</b> & leren op vrijdag")
        option(page, 3)
        page.get_by_role("button", name=NL["send"]).click()
        heading(page, NL["voted.title"])
        assert votes(served) == [[3]]
        page.get_by_role("button", name=NL["voted.again"]).click()
        expect(page.locator("#v-3")).to_be_checked()


def test_consent_needs_an_answer_and_takes_a_text_with_each(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        seated(page, served, CONSENT)
        send = page.get_by_role("button", name=NL["send"])
        send.click(force=True)
        assert votes(served) == []
        for answer in ("no", "yes_if", "yes"):
            option(page, answer)
            expect(page.locator("textarea")).to_be_visible()
        page.locator("textarea").fill("x" * 150)
        send.click()
        heading(page, NL["voted.title"])
        assert votes(served) == [{"answer": "yes", "text": "x" * 140}]


def test_what_is_typed_stays_when_something_new_is_heard(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        seated(page, served, CONSENT)
        page.locator("textarea").fill("half a")
        before = served.states
        served.show(CONSENT)
        expect(page.locator("textarea")).to_be_focused()
        page.wait_for_function("() => true")
        while served.states == before:
            page.wait_for_timeout(20)
        expect(page.locator("textarea")).to_have_value("half a")
        expect(page.locator("textarea")).to_be_focused()
