"""The voter's page without JavaScript: the same look and the same texts, in plain forms."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from app.voting.markup import Html, Inside, el
from app.voting.voter_page import NAMES

if TYPE_CHECKING:
    from app.voting.voter_page import State

PATH: Final = "/plain"
TITLE: Final = "title"
"""The one heading of a page; what belongs to it points there."""
RIGHT_TO_LEFT: Final = ("ar",)
LETTERS: Final = 140
LONG_QUESTION: Final = 70
BOXES: Final = {
    "ball": "0 0 46 46",
    "logo": "-15 -15 30 30",
    "done": "0 0 136 136",
    "radar": "-75 -75 150 150",
}
BOX: Final = "0 0 24 24"

Texts = Mapping[str, str]


def render(state: "State", texts: Texts, language: str, *, told: str | None) -> str:
    """Return the page for one phone. `told`: what went wrong, in the server's own word."""
    said = _warning(texts.get(f"error.{told}", texts["error.bad_request"])) if told else None
    name, header, main = _screen(state, texts, language, said)
    direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", f"{name} · Leerradar"),
        el("link", rel="icon", href="/icon.svg"),
        el("link", rel="stylesheet", href="/phone.css"),
    )
    body = el("body", _sprite(), el("div.wrap", header, main))
    return f"<!doctype html>\n{el('html', head, body, lang=language, dir=direction)}\n"


@cache
def _sprite() -> Html:
    """Return the pictures of the page with JavaScript, so that they are drawn once."""
    page = (files("resources") / "phone" / "page.html").read_text(encoding="utf-8")
    start, end = page.index('<svg class="sprite"'), page.index("</svg>\n<div")
    return Html(page[start:end] + "</svg>")


def _screen(
    state: "State", texts: Texts, language: str, said: Html | None
) -> tuple[str, Html, Html]:
    """Return what the page is called, its header and what is in it."""
    if state.phase == "join":
        main = _join(texts, language, said)
        return (
            texts["join.title"],
            _header(_logo(), el("b", "Leerradar"), _badge(state, texts)),
            main,
        )
    header = _header(_languages(language), _badge(state, texts))
    if state.phase == "over":
        main = _message("", _icon("done", "done"), texts["over.title"], [texts["over.text"]])
        return texts["over.title"], header, main
    if state.phase != "vote":
        picture = _icon("radar", "radar")
        told = [texts["wait.text"]]
        main = _message("", picture, texts["wait.title"], told, _next(texts), said=said)
        return texts["wait.title"], header, main
    if state.voted and said is None:
        return texts["voted.title"], header, _voted(state, texts)
    return state.question or "", header, el("main.vote", _vote(state, texts, said))


def _header(*inside: Inside) -> Html:
    return el("header.hd", *inside)


def _logo() -> Html:
    return _icon("logo", "logo")


def _badge(state: "State", texts: Texts) -> Html:
    tag = el("span.tag", texts["practice"]) if state.practice else None
    return Html(el("span.grow") + (tag or ""))


def _icon(name: str, look: str = "ic") -> Html:
    use = el("use", href=f"#{name}")
    box = BOXES.get(look, BOX)
    return el("svg", Html(f"{use}</use>"), class_=look, viewBox=box, aria_hidden="true")


def _line(mark: str | None, words: str, **attributes: str) -> Html:
    return el("p.line", _icon(mark) if mark else None, el("span", words), **attributes)


def _warning(words: str) -> Html:
    return el("p.err", _icon("warn"), el("span", words), role="alert")


def _title(words: str, look: str = "") -> Html:
    return el(f"h1{look}", words, id=TITLE)


def _next(texts: Texts) -> Html:
    return el("a.big.pri", el("span", texts["plain.next"]), href=PATH)


def _names(language: str) -> Html:
    buttons = (
        el(
            "div",
            el(
                f"button.lg{'.on' if code == language else ''}",
                _icon("tick"),
                name,
                name="lang",
                value=code,
                lang=code,
                aria_current="true" if code == language else None,
            ),
        )
        for code, name in NAMES.items()
    )
    return el("form.lgs", *buttons, method="post", action=f"{PATH}/language")


def _languages(language: str) -> Html:
    """Return the pill that folds out: there is no other list that works without a script."""
    pill = el("summary.pb", _icon("globe"), el("span", NAMES[language]), _icon("down", "ic sm"))
    return el("details.langs", pill, _names(language))


def _message(
    look: str,
    picture: Html,
    title: str,
    told: Iterable[str],
    *bottom: Inside,
    said: Html | None = None,
) -> Html:
    lines = [el("p", one) for one in told]
    return el(
        "main",
        el(f"div.mid{look}", picture, _title(title), said, *lines),
        el("div.bot", *bottom),
    )


def _join(texts: Texts, language: str, said: Html | None) -> Html:
    code = el(
        "input.code1",
        name="code",
        aria_label=texts["join.code"],
        aria_describedby="hint",
        autocomplete="off",
        autocapitalize="characters",
        spellcheck="false",
        maxlength="9",
        required=True,
    )
    form = el(
        "form",
        _title(texts["join.title"]),
        code,
        said,
        el("p.line.st", _icon("lock"), el("span", texts["join.hint"]), id="hint"),
        el("button.big.pri", texts["join.button"]),
        method="post",
        action=f"{PATH}/join",
    )
    tongue = el("h2.tl.end", _icon("globe"), el("span", texts["language"]))
    return el("main.join", form, tongue, _names(language))


def _voted(state: "State", texts: Texts) -> Html:
    change = el(
        "details",
        el("summary.big", _icon("pencil"), el("span", texts["voted.again"])),
        _vote(state, texts, None, question="h2"),
    )
    return _message(
        ".ok",
        _icon("done", "done"),
        texts["voted.title"],
        [texts["voted.look"]],
        _next(texts),
        _line("unseen", texts["voted.hidden"]),
        _line(None, texts["voted.until"]),
        change,
    )


def _vote(state: "State", texts: Texts, said: Html | None, *, question: str = "h1") -> Html:
    words = state.question or ""
    look = ".ask.long" if len(words) > LONG_QUESTION else ".ask"
    look = ".ask.pick" if state.kind == "choice" else look
    kinds = {"statement": _statement, "choice": _choice, "consent": _consent}
    secret = "consent.secret" if state.kind == "consent" else "vote.secret"
    return el(
        "form.all",
        el("input", type="hidden", name="round", value=str(state.round)),
        el("p.head", state.head or ""),
        el(f"{question}{look}", words, id="question"),
        said,
        *kinds[state.kind or "statement"](state, texts),
        _line("lock", texts[secret]),
        method="post",
        action=f"{PATH}/vote",
    )


def _options(look: str, role: str, inside: Iterable[Html]) -> Html:
    return el(f"div.opts{look}", *inside, role=role, aria_labelledby="question")


def _send(texts: Texts) -> Html:
    return Html(el("div.end") + el("button.big.pri.go", texts["send"]))


def _statement(state: "State", _texts: Texts) -> list[Html]:
    *scale, skip = (
        el(
            "button.v.skip" if one.value == "skip" else "button.v",
            _icon("skip" if one.value == "skip" else f"ball{one.value}", "ball"),
            el("span.x", one.label),
            None if one.value == "skip" else el("span.n", str(one.value)),
            name="value",
            value=str(one.value),
        )
        for one in state.options or ()
    )
    return [_options(".five", "group", scale), el("div.end"), skip]


def _card(kind: str, value: str, *inside: Html) -> Html:
    needed = kind == "radio"
    box = el("input", type=kind, name="value", value=value, required=needed)
    return el("label", box, el("span.v", *inside))


def _choice(state: "State", texts: Texts) -> list[Html]:
    both = el("span.n", _icon("empty", "ic empty"), _icon("full", "ic full"))
    cards = (
        _card("checkbox", str(one.value), el("span.x", one.label), both)
        for one in state.options or ()
    )
    hint = el("p.hint", texts["choose.hint"])
    return [hint, _options(".many", "group", cards), _send(texts)]


def _consent(state: "State", texts: Texts) -> list[Html]:
    cards = (
        _card("radio", str(one.value), _icon(str(one.value)), el("span.x", one.label))
        for one in state.options or ()
    )
    area = el(
        "textarea",
        name="text",
        id="why",
        rows="2",
        maxlength=str(LETTERS),
        aria_describedby="may",
        autocomplete="off",
    )
    return [
        _options(".three", "radiogroup", cards),
        el("label.t.go", texts["consent.text"], for_="why"),
        el("p.ends", texts["consent.text_hint"], id="may"),
        area,
        _send(texts),
    ]
