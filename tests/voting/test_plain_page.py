"""The voter's page without JavaScript."""

from html.parser import HTMLParser
from typing import Final

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, expect

from app.voting.plain_page import render
from app.voting.showing import Showing
from app.voting.voter_page import LANGUAGES, State, voter_state, voter_texts
from tests.voting.phone_page import CODE, PhonePage
from tests.voting.phone_samples import CARDS, CONSENT, FOCUS, OVER, STATEMENT, WAIT, phone
from workshop_flows.vocabulary import Role

NL: Final = voter_texts("nl")


class Parts(HTMLParser):
    """Every element with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def values(self, name: str) -> list[str | None]:
        return [given["value"] for _, given in self.found if given.get("name") == name]


def state_of(showing: Showing, *, joined: bool = True, voted: bool = False) -> State:
    role = Role.STAFF if joined else None
    return voter_state(showing, role=role, language="nl", voted=voted, revision=1, joined=joined)


def parts_of(showing: Showing) -> Parts:
    return Parts(render(state_of(showing), NL, "nl", told=None))


def test_the_forms_send_what_the_server_reads() -> None:
    statement = parts_of(STATEMENT)
    assert statement.values("round") == ["12"]
    assert statement.values("value") == ["5", "4", "3", "2", "1", "skip"]
    assert parts_of(FOCUS).values("value") == ["A1", "A2", "A3", "A4", "G1", "G2", "G3"]
    assert parts_of(CARDS).values("value") == ["0", "1", "2", "3"]
    assert parts_of(CONSENT).values("value") == ["yes", "yes_if", "no"]
    assert statement.values("lang") == list(LANGUAGES)


@pytest.mark.parametrize("showing", [STATEMENT, FOCUS, CARDS, CONSENT, WAIT, OVER])
def test_there_is_one_heading_and_nothing_that_the_policy_forbids(showing: Showing) -> None:
    tags = [tag for tag, _ in parts_of(showing).found]
    assert tags.count("h1") == 1
    assert "script" not in tags
    assert "style" not in tags
    assert not any("style" in given or "onclick" in given for _, given in parts_of(showing).found)


def test_every_text_is_escaped() -> None:
    evil = """</h1><script>alert("x")</script>'&"""
    state = state_of(STATEMENT)
    assert state.options is not None
    options = tuple(replace(one, label=evil) for one in state.options)
    state = replace(state, head=evil, question=evil, options=options)
    html = render(state, dict.fromkeys(NL, evil), "nl", told="closed")
    assert "script" not in {tag for tag, _ in Parts(html).found}
    assert "alert(&quot;x&quot;)" in html


def test_what_went_wrong_is_said_and_the_form_stays() -> None:
    html = render(state_of(WAIT, joined=False), NL, "nl", told="code_used")
    assert NL["error.code_used"] in html
    assert ("input", "code") in [(tag, given.get("name")) for tag, given in Parts(html).found]


def test_a_word_that_has_no_text_is_told_all_the_same() -> None:
    assert NL["error.bad_request"] in render(state_of(WAIT), NL, "nl", told="new_trouble")


def test_nothing_loads_itself_anew() -> None:
    """The server says so with a header, and only while there is nothing to fill in."""
    for showing in (STATEMENT, WAIT):
        assert "http-equiv" not in render(state_of(showing), NL, "nl", told=None)


def test_arabic_runs_from_right_to_left() -> None:
    html = render(state_of(WAIT), voter_texts("ar"), "ar", told=None)
    assert '<html lang="ar" dir="rtl">' in html


def test_a_whole_round_without_a_script(browser: Browser) -> None:
    with PhonePage() as served:
        context = phone(browser, script=False)
        page = context.new_page()
        page.goto(served.url)
        expect(page).to_have_url(f"{served.url}/plain")
        page.locator("[name=code]").fill(CODE)
        page.get_by_role("button", name=NL["join.button"]).click()
        expect(page.locator("h1")).to_have_text(NL["wait.title"])
        served.show(STATEMENT)
        page.get_by_role("link", name=NL["plain.next"]).click()
        page.locator("button[value='4']").click()
        expect(page.locator("h1")).to_have_text(NL["voted.title"])
        page.locator("summary.big").click()
        page.locator("button[value='2']").click()
        expect(page.locator("h1")).to_have_text(NL["voted.title"])
        page.locator("summary.pb").click()
        page.locator("button[value=ar]").click()
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
        sent = [post["form"] for post in served.posts if post["path"] == "/plain/vote"]
        assert sent == [
            [("round", "12"), ("value", "4")],
            [("round", "12"), ("value", "2")],
        ]
        context.close()
