"""Pictures of every state of the voter's page: `python -m tests.phone_shots --out DIR`."""

import argparse
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser

from tests.voting.phone_page import PhonePage
from tests.voting.phone_samples import PLAIN_STATES, STATES, Reach, chromium, phone

LANGUAGES: Final = ("nl", "en", "ar")
SIZES: Final = ((320, 568), (390, 844))
LARGER: Final = "document.documentElement.style.fontSize = '200%'"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", default="", help="states that start like this")
    parser.add_argument("--languages", nargs="*", default=list(LANGUAGES))
    parser.add_argument("--dark", action="store_true")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    every = {**STATES, **PLAIN_STATES}
    states = {name: reach for name, reach in every.items() if name.startswith(asked.only)}
    with chromium() as browser:
        for language in asked.languages:
            for name, reach in states.items():
                shot(browser, reach, asked.out / f"{name}-{language}", language, dark=asked.dark)


def shot(browser: Browser, reach: Reach, start: Path, language: str, *, dark: bool) -> None:
    """Take one state: both sizes, and the larger one again with text of twice the size."""
    for width, height in SIZES:
        with PhonePage() as served:
            context = phone(browser, width=width, height=height, language=language, dark=dark)
            context.add_cookies([{"name": "lang", "value": language, "url": served.url}])
            page = context.new_page()
            reach(page, served)
            page.screenshot(path=f"{start}-{width}.png")
            if width == SIZES[-1][0]:
                page.evaluate(LARGER)
                page.screenshot(path=f"{start}-{width}-large.png", full_page=True)
            context.close()


if __name__ == "__main__":
    main()
