"""The voter's page for everybody: languages, keyboard, voices, large text, small phones."""

from typing import Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.voting.phone_in_hand import NL, a_phone, heading, votes
from tests.voting.phone_samples import (
    FOCUS,
    PLAIN_STATES,
    STATEMENT,
    STATES,
    opened,
    seated,
)

EVERY: Final = {**STATES, **PLAIN_STATES}
LARGER: Final = "document.documentElement.style.fontSize = '200%'"
OVERFLOW: Final = """() => {
    const wide = document.documentElement.clientWidth;
    const out = [...document.querySelectorAll('#app *, .wrap *')].filter(one => {
        const box = one.getBoundingClientRect();
        return box.width && !one.closest('svg, .ring, select') &&
            (box.right > wide + 1 || box.left < -1);
    });
    const cut = [...document.querySelectorAll('button, .v, .pb, .big, h1, p')].filter(one =>
        one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline');
    return [document.documentElement.scrollWidth > wide, out.concat(cut).map(one => one.outerHTML)];
}"""


def test_the_language_can_be_changed_in_the_middle(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        seated(page, served, STATEMENT)
        dutch = page.locator("h1").inner_text()
        page.get_by_label(NL["language.pill"]).select_option("ar")
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
        expect(page.locator("h1")).not_to_have_text(dutch)
        ball, label = page.locator("#v-4 .ball"), page.locator("#v-4 .x")
        assert _left(ball.bounding_box()) > _left(label.bounding_box())
        assert abs(_middle(ball.bounding_box()) - _middle(label.bounding_box())) < 2
        assert page.locator("#v-4 .n").inner_text() == "4"
        mirrored = ball.evaluate("one => getComputedStyle(one).transform")
        assert mirrored == "none"


def _left(box: object) -> float:
    assert isinstance(box, dict)
    return float(box["x"])


def _middle(box: object) -> float:
    assert isinstance(box, dict)
    return float(box["y"] + box["height"] / 2)


def test_with_the_keyboard_alone(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        opened(page, served)
        _tab_to(page, "#code")
        page.keyboard.type("k7p4")
        page.keyboard.press("Enter")
        heading(page, NL["wait.title"])
        served.show(STATEMENT)
        expect(page.locator("h1")).to_be_focused()
        _tab_to(page, "#v-3")
        page.keyboard.press("Space")
        heading(page, NL["voted.title"])
        served.show(FOCUS)
        expect(page.locator(".many")).to_be_visible()
        _tab_to(page, "#v-A2")
        ring = page.locator("#v-A2 + .v").evaluate("one => getComputedStyle(one).outlineWidth")
        assert ring == "3px"
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        heading(page, NL["voted.title"])
        assert votes(served) == [3, ["A2"]]


def _tab_to(page: Page, wanted: str) -> None:
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.locator(wanted).evaluate("one => one === document.activeElement"):
            return
    pytest.fail(f"Tab never reaches {wanted}")


VOICES: Final = """
    window.said = [];
    Object.defineProperty(window, 'speechSynthesis', {value: {
        getVoices: function () { return window.voices || []; }, cancel: function () {},
        addEventListener: function (name, heard) { window.voicesChanged = heard; },
        speak: function (speech) { window.said.push([speech.text, speech.lang]); }}});
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {value: function (text) {
        this.text = text; }});
"""


def test_reading_aloud_shows_once_the_device_has_a_voice(browser: Browser) -> None:
    with a_phone(browser) as (page, served):
        page.add_init_script(VOICES)
        seated(page, served, STATEMENT)
        assert page.locator("#read").count() == 0
        for lang, local in (("de-DE", "true"), ("nl-NL", "false")):
            voice = f"[{{lang: '{lang}', localService: {local}}}]"
            page.evaluate(f"window.voices = {voice}; window.voicesChanged()")
            assert page.locator("#read").count() == 0
        page.evaluate(
            "window.voices = [{lang: 'nl-NL', localService: true}]; window.voicesChanged()"
        )
        page.get_by_role("button", name=NL["vote.read"]).click()
        (text, lang), *_ = page.evaluate("window.said")
        assert text.startswith(page.locator("h1").inner_text())
        assert lang == "nl-NL"
        expect(page.locator("#read")).to_have_text(NL["vote.read_stop"])


@pytest.mark.long
@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_no_state_is_hard_to_use(browser: Browser, language: str) -> None:
    axe = Axe()
    for name, reach in EVERY.items():
        with a_phone(browser, language=language) as (page, served):
            page.context.add_cookies([{"name": "lang", "value": language, "url": served.url}])
            reach(page, served)
            found = axe.run(page)
            assert found.violations_count == 0, f"{name}: {found.generate_report()}"


@pytest.mark.long
@pytest.mark.parametrize("dark", [False, True])
def test_contrast_is_seven_to_one(browser: Browser, dark: bool) -> None:
    """What cannot be tapped yet (`off`) is paler by design and says in words why."""
    rules = {"runOnly": ["color-contrast-enhanced", "target-size"]}
    for name in ("join", "code-wrong", "vote", "again", "voted", "wait", "away", "choosing-three"):
        with a_phone(browser, dark=dark) as (page, served):
            STATES[name](page, served)
            page.evaluate("document.querySelectorAll('.off').forEach(one => one.remove())")
            found = Axe().run(page, options={**rules, "rules": {"target-size": {"enabled": True}}})
            assert found.violations_count == 0, f"{name}: {found.generate_report()}"


@pytest.mark.long
@pytest.mark.parametrize("larger", [False, True])
def test_nothing_sticks_out(browser: Browser, larger: bool) -> None:
    """At 320 px, and at 390 px with text of twice the size, in the longest languages too."""
    for language in ("nl", "uk", "ar", "de"):
        for name in ("join", "code-used", "vote", "voted", "away-not-in", "choosing", "consent"):
            width = 390 if larger else 320
            with a_phone(browser, width=width, language=language) as (page, served):
                STATES[name](page, served)
                if larger:
                    page.evaluate(LARGER)
                assert page.evaluate(OVERFLOW) == [False, []], f"{name} {language}"


@pytest.mark.parametrize("size", [(320, 568), (390, 664), (390, 844)])
def test_nobody_has_to_scroll(browser: Browser, size: tuple[int, int]) -> None:
    for name in ("join", "vote", "voted", "wait", "away", "choosing", "consent", "over"):
        with a_phone(browser, width=size[0], height=size[1]) as (page, served):
            STATES[name](page, served)
            assert page.evaluate("document.documentElement.scrollHeight") <= size[1], name


def test_targets_are_large_enough(browser: Browser) -> None:
    for name in ("join", "vote", "voted", "away", "choosing", "consent"):
        with a_phone(browser, width=320, height=568) as (page, served):
            STATES[name](page, served)
            for one in page.locator("button:visible, a:visible, .v:visible, .pb").all():
                box = one.bounding_box()
                assert box is not None
                assert min(box["width"], box["height"]) >= 44, f"{name}: {one.inner_text()}"
