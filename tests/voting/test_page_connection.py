"""The voter's page when the connection, the server or the browser lets it down."""

from playwright.sync_api import Browser, expect

from tests.voting.phone_in_hand import NL, a_phone, heading, votes
from tests.voting.phone_page import TOKEN
from tests.voting.phone_samples import (
    NEXT_STATEMENT,
    OVER,
    STATEMENT,
    WAIT,
    join,
    opened,
    option,
    seated,
)


def test_offline_is_said_and_it_goes_on_by_itself(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        seated(page, served, STATEMENT)
        option(page, 4)
        heading(page, NL["voted.title"])
        page.context.set_offline(True)
        heading(page, NL["offline.title"])
        expect(page.locator("main")).to_contain_text(NL["offline.safe"])
        served.show(NEXT_STATEMENT)
        page.context.set_offline(False)
        expect(page.locator(".opts")).to_be_visible()


def test_after_the_end_nobody_misses_the_connection(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        seated(page, served, OVER)
        page.context.set_offline(True)
        page.wait_for_function("!navigator.onLine")
        heading(page, NL["over.title"])


def test_a_vote_that_does_not_arrive_is_not_in_and_goes_again(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        seated(page, served, STATEMENT)
        page.route("**/api/*", lambda route: route.abort())
        option(page, 4)
        heading(page, NL["offline.title"])
        expect(page.locator("main")).to_contain_text(NL["offline.not_in"])
        expect(page.locator("main")).not_to_contain_text(NL["offline.safe"])
        page.unroute("**/api/*")
        heading(page, NL["voted.title"])
        assert set(votes(served)) == {4}


def test_a_vote_without_an_answer_in_five_seconds_is_not_in(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        seated(page, served, STATEMENT)
        served.mute = True
        option(page, 4)
        heading(page, NL["offline.title"])
        expect(page.locator("main")).to_contain_text(NL["offline.not_in"])
        served.mute = False
        page.get_by_role("button", name=NL["offline.button"]).click()
        heading(page, NL["voted.title"])
        assert set(votes(served)) == {4}


def test_a_change_that_does_not_arrive_is_not_called_safe(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        seated(page, served, STATEMENT)
        option(page, 4)
        page.get_by_role("button", name=NL["voted.again"]).click()
        page.route("**/api/vote", lambda route: route.abort())
        option(page, 1)
        expect(page.locator("main")).to_contain_text(NL["offline.not_in"])


def test_a_reload_in_mid_round_keeps_the_seat(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        opened(page, served)
        join(page)
        served.show(STATEMENT)
        expect(page.locator(".opts")).to_be_visible()
        page.reload()
        option(page, 5)
        heading(page, NL["voted.title"])
        assert served.posts[-1]["seat"] == TOKEN


def test_a_tab_that_comes_back_while_the_server_is_gone(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        seated(page, served, STATEMENT)
        question = page.locator("h1").inner_text()
        served.stop()
        again = page.context.new_page()
        again.goto(served.url)
        heading(again, NL["offline.title"])
        expect(again.locator("main")).to_contain_text(question)


def test_without_event_source_it_polls(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        page.add_init_script("delete window.EventSource")
        seated(page, served, WAIT)
        served.show(STATEMENT)
        expect(page.locator(".opts")).to_be_visible()


def test_when_the_events_fall_silent_it_polls(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        page.add_init_script(
            "window.EventSource = function () { this.readyState = 1; this.close = function () {} }"
        )
        seated(page, served, WAIT)
        served.show(STATEMENT)
        expect(page.locator(".opts")).to_be_visible()


def test_a_phone_that_wakes_looks_at_once(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        page.clock.install()
        served.events = False
        seated(page, served, WAIT)
        served.show(STATEMENT)
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(page.locator(".opts")).to_be_visible()


def test_without_local_storage_the_cookie_holds_the_seat(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage',"
            " {get: function () { throw new Error('refused'); }})"
        )
        opened(page, served)
        join(page)
        heading(page, NL["wait.title"])
        page.reload()
        heading(page, NL["wait.title"])


def test_without_cookies_the_token_holds_the_seat(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        served.cookies = served.events = False
        opened(page, served)
        join(page)
        served.show(STATEMENT)
        option(page, 3)
        heading(page, NL["voted.title"])
        assert served.posts[-1]["seat"] == TOKEN


def test_two_tabs_are_one_seat(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        seated(page, served, STATEMENT)
        other = page.context.new_page()
        opened(other, served)
        option(page, 4)
        heading(page, NL["voted.title"])
        option(other, 2)
        heading(other, NL["voted.title"])
        assert votes(served) == [4, 2]
