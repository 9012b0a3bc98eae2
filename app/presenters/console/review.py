"""The page of looking back: the earlier afspraken, and the radar of then."""

import re
from collections.abc import Mapping

from msgspec.structs import replace

from app.presenters.console.plain_words import advice
from app.presenters.room import Room
from resources.catalogue import Catalogue
from widgets.console.views_review import ReviewCardView, ReviewSideView, ReviewView
from workshop_flows.content import Content
from workshop_flows.state import EarlierSession, EarlierStand, Review, Session
from workshop_flows.views import Afspraak, RadarView, Spoke
from workshop_flows.vocabulary import AXES, STATEMENTS_PER_AXIS, Band, Mode


def review_view(
    room: Room,
    texts: Catalogue,
    earlier: EarlierSession,
    *,
    current: int | None,
    waiting: Mapping[int, str],
) -> ReviewView:
    """Return the cards. `waiting` are texts that cannot be kept before there is an answer."""
    reviewed = {one.afspraak: one for one in room.session.review}
    cards = [
        _card(room, texts, number, afspraak, reviewed.get(number), waiting.get(number))
        for number, afspraak in enumerate(earlier.afspraken, start=1)
    ]
    return ReviewView(
        since=texts.text("review.since", day=texts.day(earlier.date)),
        cards=tuple(replace(card, current=card.number == current) for card in cards),
    )


def side_view(room: Room, texts: Catalogue, earlier: EarlierSession) -> ReviewSideView:
    aloud = room.mode is Mode.OPEN
    count = len(AXES) * STATEMENTS_PER_AXIS[room.setup.length]
    vote = texts.text("review.later.talk") if aloud else texts.plural("review.later.vote", count)
    stands = [_in_words(one, room.content, texts) for one in earlier.axes]
    shown = [words for words in stands if words]
    return ReviewSideView(
        day=texts.day(earlier.date),
        radar=earlier_radar(earlier, room.content),
        zone_words={band: room.texts.text(f"stage.zone.{band}") for band in Band},
        description="; ".join(shown) or texts.text("review.radar.nothing"),
        later=(vote, texts.text("review.later.compare"), texts.text("review.later.next")),
        private=texts.text("review.private.open" if aloud else "review.private"),
    )


def earlier_radar(earlier: EarlierSession, content: Content) -> RadarView:
    """Return the radar of what was shown then; an axis with a target is emphasised."""
    zones = any(one.stand is None and one.band is not None for one in earlier.axes)
    return RadarView(
        mode=Mode.POOLED if zones else Mode.TEAM,
        spokes=tuple(
            Spoke(
                id=one.id,
                label=content.axis(one.id).label,
                earlier=one.stand,
                earlier_zone=one.band if one.stand is None else None,
                target=one.target,
                emphasised=one.target is not None,
            )
            for one in earlier.axes
        ),
    )


def unanswered(session: Session) -> tuple[int, ...]:
    """Return the numbers of the earlier afspraken that have no answer yet."""
    there = 0 if session.earlier is None else len(session.earlier.afspraken)
    known = {one.afspraak for one in session.review}
    return tuple(number for number in range(1, there + 1) if number not in known)


def note(session: Session, texts: Catalogue) -> str:
    left = len(unanswered(session))
    return texts.plural("review.note", left) if left else ""


def _card(
    room: Room,
    texts: Catalogue,
    number: int,
    afspraak: Afspraak,
    review: Review | None,
    waiting: str | None,
) -> ReviewCardView:
    helped = (review.helped if review else None) or ""
    if waiting is not None:
        helped = waiting
    return ReviewCardView(
        number=number,
        title=afspraak.title or "",
        second=_second(room.content, texts, afspraak),
        outcome=review.outcome if review else None,
        helped=helped,
        error=texts.text("review.choose_first") if waiting and review is None else None,
        note=_advice(room, texts, helped),
    )


def _second(content: Content, texts: Catalogue, afspraak: Afspraak) -> str:
    day = afspraak.first_step_date
    parts = (
        texts.text("review.second.axis", axis=content.axis(afspraak.axis).label),
        afspraak.who,
        afspraak.when or (texts.day(day) if day else None),
    )
    return " · ".join(part for part in parts if part)


def _advice(room: Room, texts: Catalogue, text: str) -> str:
    other_word = advice(text, room.content, texts)
    if other_word:
        return other_word
    for name in (*room.setup.names, *room.setup.owner_names):
        first = name.split()[:1]
        if first and re.search(rf"\b{re.escape(first[0])}\b", text, re.IGNORECASE):
            return texts.text("review.is_named", name=first[0])
    return ""


def _in_words(stand: EarlierStand, content: Content, texts: Catalogue) -> str:
    label = content.axis(stand.id).label
    if stand.stand is not None:
        return texts.text("review.radar.axis", axis=label, stand=texts.stand(stand.stand))
    if stand.band is not None:
        word = texts.text(f"review.zone.{stand.band}")
        return texts.text("review.radar.axis", axis=label, stand=word)
    return ""
