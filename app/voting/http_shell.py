"""The files of the voter's page. Only what stands in this list can be asked for."""

import hashlib
from importlib.resources import files
from typing import Final

import msgspec
from aiohttp.web import Response
from msgspec import Struct

from app.voting.http_answers import HTML, JSON, tagged
from app.voting.voter_page import LANGUAGES, voter_texts

SCRIPT: Final = "text/javascript; charset=utf-8"
STYLE: Final = "text/css; charset=utf-8"
PICTURE: Final = "image/svg+xml"
KEPT: Final = {"Cache-Control": "private, max-age=86400"}
"""A tab that a phone threw away comes back without the server."""

FILES: Final = {
    "/": ("page.html", HTML),
    "/phone.css": ("phone.css", STYLE),
    "/phone.js": ("phone.js", SCRIPT),
    "/icon.svg": ("icon.svg", PICTURE),
}


class File(Struct, frozen=True, kw_only=True):
    body: bytes
    kind: str
    etag: str

    def answer(self, asked: str) -> Response:
        """Return it, or that it is still what the browser has."""
        return tagged(asked, self.etag, self.body, self.kind, KEPT)


def shell() -> dict[str, File]:
    """Return the files by the path under which they are served."""
    folder = files("resources") / "phone"
    found = {
        path: _file((folder / name).read_bytes(), kind) for path, (name, kind) in FILES.items()
    }
    for language in LANGUAGES:
        texts = msgspec.json.encode(dict(voter_texts(language)))
        found[f"/texts/{language}.json"] = _file(texts, JSON)
    return found


def _file(body: bytes, kind: str) -> File:
    return File(body=body, kind=kind, etag=f'"{hashlib.sha256(body).hexdigest()[:16]}"')
