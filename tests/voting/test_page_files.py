"""The files of the voter's page: what they weigh and what is in them."""

import json
import re
from importlib.resources import files
from typing import Final

import msgspec

from app.voting.voter_page import LANGUAGES, NAMES, voter_texts
from tests.voting.phone_in_hand import NL

MOST_BYTES: Final = 40_000


def test_the_first_load_is_small() -> None:
    folder = files("resources") / "phone"
    shell = sum(
        len((folder / name).read_bytes())
        for name in ("page.html", "phone.css", "phone.js", "icon.svg")
    )
    texts = max(len(msgspec.json.encode(dict(voter_texts(code)))) for code in LANGUAGES)
    assert shell + texts <= MOST_BYTES


def test_old_phones_understand_the_script() -> None:
    """ES5 only: no arrow, no template, no `let`, none of the later calls."""
    script = (files("resources") / "phone" / "phone.js").read_text(encoding="utf-8")
    code = re.sub(r"/\*(?s:.*?)\*/|//.*", "", script)
    for later in ("=>", "`", "let ", "const ", "fetch(", "Promise", "async ", "...", "??", "?."):
        assert later not in code, later
    for later in (".includes(", ".find(", "Object.assign", "Object.values", ".append(", ".closest"):
        assert later not in code, later


def test_texts_that_the_page_asks_for_exist() -> None:
    script = (files("resources") / "phone" / "phone.js").read_text(encoding="utf-8")
    asked = set(re.findall(r"(?:text|say)\('([\w.]+)'", script))
    assert asked - set(NL) - {"join.left.", "error."} == set()


def test_the_languages_are_the_same_everywhere() -> None:
    script = (files("resources") / "phone" / "phone.js").read_text(encoding="utf-8")
    start = script.index("NAMES = {")
    for code, name in NAMES.items():
        assert f"{code}: '{name}'" in script[start : start + 300]


def test_colours_are_the_design_s() -> None:
    style = (files("resources") / "phone" / "phone.css").read_text(encoding="utf-8")
    tokens = json.loads((files("resources") / "tokens.json").read_bytes())
    themes = dict(zip(("light", "dark"), style.split(":root{")[1:3], strict=True))
    for theme, block in themes.items():
        for pair in block.partition("}")[0].split(";"):
            name, _, value = pair.partition(":")
            if name.startswith("--") and name != "--check":
                token = name[2:].replace("-", "_")
                assert tokens["colour"][theme][token] == value, (theme, name)
