"""Every state of the voter's page, and how a phone gets there."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Final

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from app.voting.showing import Showing
from tests.voting.phone_page import CODE, PhonePage
from workshop_flows.state import Card, CardsSubject, ConsentSubject, FocusSubject, StatementSubject
from workshop_flows.vocabulary import AxisId, Role

CHROMIUM: Final = "chromium"
FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)

WAIT: Final = Showing()
STATEMENT: Final = Showing(
    round=12, subject=StatementSubject(statement="A3.1", number=1), length=60
)
NEXT_STATEMENT: Final = Showing(
    round=13, subject=StatementSubject(statement="A3.2", number=1), length=60
)
FOCUS: Final = Showing(round=40, subject=FocusSubject())
CARDS: Final = Showing(
    round=41,
    subject=CardsSubject(),
    cards=(
        Card(axis=AxisId.A1, action=1),
        Card(axis=AxisId.A1, action=2),
        Card(axis=AxisId.A4, action=3),
        Card(axis=AxisId.A4, title="Samen <b>sleutelen</b> & leren op vrijdag"),
    ),
)
CONSENT: Final = Showing(round=42, subject=ConsentSubject())
OVER: Final = Showing(over=True)

Reach = Callable[[Page, PhonePage], None]


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        program = shutil.which(CHROMIUM)
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield browser
        browser.close()


def opened(page: Page, served: PhonePage) -> None:
    page.goto(served.url)
    page.wait_for_selector("h1")


def seated(page: Page, served: PhonePage, showing: Showing) -> None:
    """Open the page of a phone that is in already."""
    served.joined = True
    served.showing = showing
    opened(page, served)


def type_code(page: Page, code: str = CODE) -> None:
    page.locator("#code").fill(code)


def join(page: Page) -> None:
    type_code(page)
    page.locator("form button[type=submit]").click()


def option(page: Page, value: int | str) -> None:
    """Tap an answer, or tick a card."""
    page.locator(f"#v-{value}").click(force=True)


def _refused(error: str, status: HTTPStatus) -> Reach:
    def reach(page: Page, served: PhonePage) -> None:
        served.refuses = (error, status)
        opened(page, served)
        join(page)
        page.wait_for_selector(".err")

    return reach


def _showing(showing: Showing, role: Role = Role.STAFF) -> Reach:
    def reach(page: Page, served: PhonePage) -> None:
        served.role = role
        seated(page, served, showing)

    return reach


def _typing(page: Page, served: PhonePage) -> None:
    opened(page, served)
    type_code(page, "k7p")
    page.locator("#code").focus()


def _filled(page: Page, served: PhonePage) -> None:
    opened(page, served)
    type_code(page)


def _voted(page: Page, served: PhonePage) -> None:
    seated(page, served, STATEMENT)
    option(page, 4)
    page.wait_for_selector(".ok")


def _again(page: Page, served: PhonePage) -> None:
    _voted(page, served)
    page.locator(".bot button").click()
    page.wait_for_selector(".opts")


def _sending(page: Page, served: PhonePage) -> None:
    seated(page, served, STATEMENT)
    served.mute = True
    option(page, 4)
    page.wait_for_selector(".busy")


def _not_saved(page: Page, served: PhonePage) -> None:
    seated(page, served, STATEMENT)
    served.refuses = ("not_saved", HTTPStatus.SERVICE_UNAVAILABLE)
    option(page, 4)
    page.wait_for_selector(".err")


def _too_late(page: Page, served: PhonePage) -> None:
    seated(page, served, STATEMENT)
    served.call(setattr, served, "showing", WAIT)
    option(page, 4)
    page.wait_for_selector(".err")


def _two_chosen(page: Page, served: PhonePage) -> None:
    seated(page, served, FOCUS)
    option(page, "A4")
    option(page, "G2")


def _three_chosen(page: Page, served: PhonePage) -> None:
    _two_chosen(page, served)
    option(page, "A1")
    page.wait_for_selector(".err")


def _remark(page: Page, served: PhonePage) -> None:
    seated(page, served, CONSENT)
    option(page, "yes_if")
    page.locator("textarea").fill("Het uur niet op de drukste dag.")


def _away(page: Page, served: PhonePage) -> None:
    _voted(page, served)
    _cut_off(page)


def _away_open(page: Page, served: PhonePage) -> None:
    seated(page, served, STATEMENT)
    _cut_off(page)


def _not_in(page: Page, served: PhonePage) -> None:
    seated(page, served, STATEMENT)
    page.context.route("**/api/*", lambda route: route.abort())
    option(page, 4)
    page.wait_for_selector(".disc")


def _cut_off(page: Page) -> None:
    page.context.set_offline(True)
    page.wait_for_selector(".disc")


def _practice(page: Page, served: PhonePage) -> None:
    seated(
        page,
        served,
        Showing(round=12, subject=StatementSubject(statement="A3.1", number=1), practice=True),
    )


STATES: Final[dict[str, Reach]] = {
    "join": opened,
    "join-typing": _typing,
    "join-filled": _filled,
    "code-wrong": _refused("code_wrong", HTTPStatus.FORBIDDEN),
    "code-used": _refused("code_used", HTTPStatus.CONFLICT),
    "room-full": _refused("room_full", HTTPStatus.CONFLICT),
    "too-many": _refused("too_many", HTTPStatus.TOO_MANY_REQUESTS),
    "join-not-saved": _refused("not_saved", HTTPStatus.SERVICE_UNAVAILABLE),
    "wait": _showing(WAIT),
    "too-late": _too_late,
    "vote": _showing(STATEMENT),
    "vote-owner": _showing(STATEMENT, Role.OWNER),
    "vote-practice": _practice,
    "sending": _sending,
    "not-saved": _not_saved,
    "voted": _voted,
    "again": _again,
    "away": _away,
    "away-open": _away_open,
    "away-not-in": _not_in,
    "choosing": _showing(FOCUS),
    "choosing-two": _two_chosen,
    "choosing-three": _three_chosen,
    "choosing-cards": _showing(CARDS),
    "consent": _showing(CONSENT),
    "consent-remark": _remark,
    "over": _showing(OVER),
}


def _plain(showing: Showing, *, joined: bool = True, voted: bool = False) -> Reach:
    def reach(page: Page, served: PhonePage) -> None:
        served.joined, served.showing, served.voted = joined, showing, voted
        page.goto(f"{served.url}/plain")

    return reach


def _plain_wrong(page: Page, served: PhonePage) -> None:
    page.goto(f"{served.url}/plain")
    page.locator("[name=code]").fill("AAAA")
    page.locator(".join form .big").click()
    page.wait_for_selector(".err")


def _plain_change(page: Page, served: PhonePage) -> None:
    _plain(STATEMENT, voted=True)(page, served)
    page.locator("summary.big").click()


PLAIN_STATES: Final[dict[str, Reach]] = {
    "plain-join": _plain(WAIT, joined=False),
    "plain-code-wrong": _plain_wrong,
    "plain-wait": _plain(WAIT),
    "plain-vote": _plain(STATEMENT),
    "plain-voted": _plain(STATEMENT, voted=True),
    "plain-again": _plain_change,
    "plain-choosing": _plain(FOCUS),
    "plain-cards": _plain(CARDS),
    "plain-consent": _plain(CONSENT),
    "plain-over": _plain(OVER),
}


def phone(
    browser: Browser,
    *,
    width: int = 390,
    height: int = 844,
    language: str = "nl",
    script: bool = True,
    dark: bool = False,
) -> BrowserContext:
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=1,
        has_touch=True,
        locale=language,
        java_script_enabled=script,
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    context.set_default_timeout(5_000)
    return context
