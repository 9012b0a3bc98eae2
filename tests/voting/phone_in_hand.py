"""A phone in a test's hand, which notices what goes wrong in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

from app.voting.voter_page import voter_texts
from tests.voting.phone_page import PhonePage
from tests.voting.phone_samples import phone

NL: Final = voter_texts("nl")
PATIENCE_MS: Final = 10_000
"""Twice what the page itself waits for an answer."""


@contextmanager
def a_phone(browser: Browser, **how: object) -> Iterator[tuple[Page, PhonePage]]:
    """A phone and its server. Nothing may go wrong in its console, nor leave for elsewhere."""
    with PhonePage() as served:
        context = phone(browser, **how)  # type: ignore[arg-type]
        page = context.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.extend(_complaint(message)))
        context.on("request", lambda request: wrong.extend(_stray(request, served.url)))
        try:
            yield page, served
        finally:
            context.close()
        assert wrong == []


def _complaint(message: ConsoleMessage) -> list[str]:
    # Chromium tells of every answer that is no 200, and of every one that did not come.
    told = message.type in ("error", "warning") and "Failed to load resource" not in message.text
    return [message.text] if told else []


def _stray(request: Request, url: str) -> list[str]:
    return [] if request.url.startswith(url) else [request.url]


def heading(page: Page, text: str) -> None:
    expect(page.locator("h1")).to_have_text(text, timeout=PATIENCE_MS)


def votes(served: PhonePage) -> list[object]:
    return [post["value"] for post in served.posts if post["path"] == "/api/vote"]
