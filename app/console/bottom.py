"""The bar at the bottom for the page in sight: what the big button says, and the hints."""

from collections.abc import Collection, Mapping

from app.console.page import Page
from app.desk import Desk
from app.keys import Intent
from app.presenters.console.frame import next_words
from app.presenters.console.keys import hints, keycap
from widgets.console.views_frame import BottomView
from workshop_flows import lead


def bottom_view(
    desk: Desk, page: Page | None, offered: Collection[Intent], *, typing: bool
) -> BottomView:
    """Return the bar; a page's own big button, note and reason come first."""
    texts = desk.texts
    wanted = () if page is None else page.hints()
    return BottomView(
        next=getattr(page, "big", "") or _next_words(desk),
        next_key=keycap(texts, Intent.NEXT, typing=typing),
        reason=getattr(page, "reason", None),
        note=getattr(page, "note", ""),
        back=texts.text("console.back") if lead.going_back(desk.session) else "",
        hints=hints(texts, wanted, offered, own_words(page), typing=typing),
    )


def own_words(page: Page | None) -> Mapping[Intent, str]:
    """Return what the page says that its keys do."""
    words: Mapping[Intent, str] = getattr(page, "hint_words", {})
    return words


def _next_words(desk: Desk) -> str:
    at_once = not desk.counts_by_hand
    return next_words(desk.room, desk.texts, desk.next, desk.ballot, at_once=at_once)
