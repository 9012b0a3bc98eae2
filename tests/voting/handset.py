"""A phone with a real browser in a running session: what its owner does, and what he reads."""

from abc import ABC, abstractmethod
from contextlib import suppress
from typing import Final

from playwright.sync_api import Browser, Page, Route, TimeoutError, expect

from app.voting.voter_page import voter_texts
from tests.voting.phone_samples import phone

PATIENCE_MS: Final = 15_000
SOON_MS: Final = 1_000
LARGER: Final = """addEventListener('DOMContentLoaded',
    () => { document.documentElement.style.fontSize = '200%'; })"""
VOTED: Final = "voted.title", "voted.look", "voted.again", "voted.hidden", "voted.until"
PLAIN_VOTED: Final = "voted.title", "voted.look", "plain.next", "voted.hidden", "voted.until"
WAITING: Final = "wait.title", "wait.text", "wait.in"

Value = int | str | tuple[int | str, ...]
"""An answer to a statement or to the agreement, or what is chosen."""


class Handset(ABC):
    def __init__(self, browser: Browser, url: str, language: str, *, width: int) -> None:
        self.url = url
        self.texts = voter_texts(language)
        self.context = phone(browser, width=width, language=language, script=self.runs_scripts)
        self.context.set_default_timeout(PATIENCE_MS)
        self.page = self.context.new_page()

    runs_scripts: bool = True

    @abstractmethod
    def join(self, code: str) -> None: ...

    @abstractmethod
    def cast(self, value: Value, text: str = "") -> None:
        """Vote on what is open, as soon as the phone shows it."""

    @abstractmethod
    def reads_voted(self) -> None:
        """Raise AssertionError unless it shows that it voted, and nothing else."""

    @abstractmethod
    def reads_waiting(self) -> None:
        """Raise AssertionError unless it shows that it waits, and nothing else."""

    @abstractmethod
    def reads_over(self) -> None: ...

    def reads(self, key: str) -> None:
        expect(self.page.locator("h1")).to_have_text(self.texts[key], timeout=PATIENCE_MS)

    def reads_only(self, *keys: str) -> None:
        """Raise AssertionError for any word in its page beside these."""
        self.reads(keys[0])
        lines = self.page.locator("main").inner_text().splitlines()
        assert [line for line in lines if line] == [self.texts[key] for key in keys]


class ScriptHandset(Handset):
    """The page as almost everybody has it."""

    def join(self, code: str) -> None:
        if self.page.url != f"{self.url}/":
            self.page.goto(self.url)
        self.page.locator("#code").fill(code.lower())
        self.page.locator("form button[type=submit]").click()

    def cast(self, value: Value, text: str = "") -> None:
        tap(self.page, value, text)

    def reads_voted(self) -> None:
        self.reads_only(*VOTED)

    def reads_waiting(self) -> None:
        self.reads_only(*WAITING)

    def reads_over(self) -> None:
        self.reads_only("over.title", "over.text")

    def reads_error(self, key: str) -> None:
        expect(self.page.get_by_role("alert")).to_have_text(self.texts[f"error.{key}"])

    def join_unheard(self, code: str) -> None:
        """Join, and get no answer."""
        self.page.route("**/api/join", self._lose_answer, times=1)
        self.join(code)
        expect(self.page.get_by_role("alert")).to_have_text(self.texts["offline.title"])

    def _lose_answer(self, route: Route) -> None:
        route.fetch()
        self.context.clear_cookies()
        route.abort()

    def choose_again(self) -> None:
        self.reads("voted.title")
        self.page.get_by_role("button", name=self.texts["voted.again"]).click()

    def sees_own(self, value: int) -> None:
        """Raise AssertionError unless this answer is marked, and no other."""
        marked = self.page.locator("[aria-pressed=true]")
        expect(marked).to_have_id(f"v-{value}")

    def larger(self) -> None:
        """Read texts of twice the size from now on."""
        self.page.add_init_script(LARGER)

    def reload(self) -> None:
        self.page.reload()

    def lose_connection(self) -> None:
        self.context.set_offline(True)
        self.reads("offline.title")

    def find_connection(self) -> None:
        self.context.set_offline(False)

    def second_tab(self) -> Page:
        page = self.context.new_page()
        page.goto(self.url)
        return page


class PlainHandset(Handset):
    """A browser without JavaScript, whose page is loaded anew by hand."""

    runs_scripts = False

    def join(self, code: str) -> None:
        self.page.goto(self.url)
        self.page.wait_for_url(f"{self.url}/plain")
        self.page.locator("[name=code]").fill(code)
        self.page.locator("main form .big").first.click()
        self.reads("wait.title")

    def cast(self, value: Value, text: str = "") -> None:
        self._next()
        for one in value if isinstance(value, tuple) else (value,):
            self.page.locator(f"[name=value][value='{one}']").click()
        if text:
            self.page.locator("textarea").fill(text)
        if not is_one_tap(value):
            self.page.locator("button.go").click()

    def reads_voted(self) -> None:
        self.reads_only(*PLAIN_VOTED, "voted.again")

    def reads_waiting(self) -> None:
        self._next()
        self.reads_only("wait.title", "wait.text", "plain.next")

    def reads_over(self) -> None:
        self._next()
        self.reads_only("over.title", "over.text")

    def _next(self) -> None:
        # While it waits the page also goes on by itself, and then there is nothing to press.
        with suppress(TimeoutError):
            self.page.get_by_role("link", name=self.texts["plain.next"]).click(timeout=SOON_MS)


def is_one_tap(value: Value) -> bool:
    """Tell whether it is an answer to a statement; the others are sent with a button."""
    return isinstance(value, int) or value == "skip"


def tap(page: Page, value: Value, text: str = "") -> None:
    """Vote in this tab."""
    for one in value if isinstance(value, tuple) else (value,):
        page.locator(f"#v-{one}").click()
    if text:
        page.locator("textarea").fill(text)
    if not is_one_tap(value):
        page.locator("button.go").click()
