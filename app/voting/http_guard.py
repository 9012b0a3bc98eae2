"""Who may speak with the phones' server: pages that it served itself, under its own address."""

from http import HTTPStatus
from typing import Final

from aiohttp.web import BaseRequest

from app.voting.served import Served

OWN_SITE: Final = "same-origin"


def refused(request: BaseRequest, served: Served) -> HTTPStatus | None:
    """Return why the request is not listened to, or None.

    A name that was made to point to this address (DNS rebinding) shows in Host; another site
    that lets a phone's browser vote shows in Origin. Browsers that send no Origin with a post
    tell by Sec-Fetch-Site, or are so old that they tell nothing.
    """
    if [host.lower() for host in request.headers.getall("Host", [])] not in served.hosts:
        return HTTPStatus.FORBIDDEN
    origins = request.headers.getall("Origin", [])
    if origins:
        return None if origins == [served.url] else HTTPStatus.FORBIDDEN
    if request.method == "GET":
        return None
    sites = request.headers.getall("Sec-Fetch-Site", [])
    return None if sites in ([], [OWN_SITE]) else HTTPStatus.FORBIDDEN
