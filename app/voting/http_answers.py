"""Answers over HTTP; each of them carries the headers that keep a browser from harm."""

from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Final

from aiohttp.web import Response

SAFE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Content-Security-Policy": (
            "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
        ),
        "X-Content-Type-Options": "nosniff",
        # With no-referrer Chromium sends `Origin: null` along with a plain form.
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        # Without it aiohttp tells its version and Python's.
        "Server": "Leerradar",
        "Cache-Control": "no-store",
    }
)
JSON: Final = "application/json"
HTML: Final = "text/html; charset=utf-8"
PLAIN: Final = "text/plain; charset=utf-8"
EVENTS: Final = "text/event-stream"


def answer(
    body: bytes, kind: str, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    return Response(
        status=status, body=body, headers={**SAFE, "Content-Type": kind, **(headers or {})}
    )


def bare(status: HTTPStatus, *, headers: Mapping[str, str] | None = None) -> Response:
    """Return an answer that only says its status."""
    return answer(
        f"{status.value} {status.phrase}\n".encode(), PLAIN, status=status, headers=headers
    )


def last(response: Response) -> Response:
    """Close the connection after this answer."""
    response.force_close()
    return response


def unchanged(etag: str, *, headers: Mapping[str, str] | None = None) -> Response:
    return Response(status=304, headers={**SAFE, **(headers or {}), "ETag": etag})


def tagged(
    asked: str, etag: str, body: bytes, kind: str, headers: Mapping[str, str] | None = None
) -> Response:
    """Return the body, or 304 when the browser says that it has exactly this one."""
    if etag in (part.strip().removeprefix("W/") for part in asked.split(",")):
        return unchanged(etag, headers=headers)
    return answer(body, kind, headers={**(headers or {}), "ETag": etag})
