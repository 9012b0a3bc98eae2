"""The page where everyone says whether they can work with the agreement."""

import re

from app.keys import Intent
from app.presenters.choosing import consent_page
from app.presenters.console.counting import ballot_view, count_view, how_now, phase_of
from app.presenters.console.keys import keycap
from app.presenters.room import Room
from app.voting.slips import ConsentSlips, Slips
from resources.catalogue import Catalogue
from widgets.console.views_choosing import ConsentView, OutcomeView, Phase, Words
from workshop_flows.state import Ballot
from workshop_flows.vocabulary import AgreementStatus, ConsentOutcome, Step

ANSWERS = ("yes", "yes_if", "no")
OUTCOMES = {
    ConsentOutcome.EVERYONE: "everyone",
    ConsentOutcome.WITH_CHANGES: "with_changes",
    ConsentOutcome.NOT_YET: "not_yet",
}


def consent_view(
    room: Room,
    texts: Catalogue,
    slips: Slips | None,
    ballot: Ballot,
    remarks: tuple[str, ...] = (),
) -> ConsentView:
    """`remarks`: what people wrote beside their answer, which only the facilitator reads."""
    phase = phase_of(room, done=room.session.consent is not None)
    how = how_now(room, ballot)
    guide = room.content.guide(Step.CONSENT)
    words = guide.words(room.mode, room.setup.way)
    count = None
    if isinstance(slips, ConsentSlips) and phase is Phase.COUNTING:
        labels = [texts.text(f"choosing.answer.{answer}") for answer in ANSWERS]
        count = count_view(slips, labels, how, texts)
    idle = room.session.round is None
    return ConsentView(
        phase=phase,
        title=texts.text("choosing.consent.title"),
        how=texts.text("choosing.how.aloud" if how == "hands" else "choosing.how.secret"),
        ballot=ballot_view(room, phase, ballot, texts),
        words=Words(say=words.say, tips=words.tips),
        status=texts.text(f"choosing.consent.open.{how}") if phase is Phase.OPEN else "",
        stop="" if idle else texts.text("choosing.stop"),
        stop_key=keycap(texts, Intent.STOP_VOTE),
        outcome=_outcome(room, texts) if phase is Phase.CHOSEN else None,
        repair=_repair(room, texts) if phase is Phase.CHOSEN else "",
        again=texts.text("choosing.consent.again"),
        to_agreement=texts.text("choosing.consent.to_agreement"),
        remarks_title=texts.text("choosing.remarks.title"),
        remarks_told=texts.text("choosing.remarks.told"),
        remarks=remarks,
        better_title=texts.text("choosing.better.title"),
        better_hint=texts.text("choosing.better.hint"),
        better=room.session.better,
        better_warning=texts.text("choosing.better.name") if _names_someone(room) else "",
        count=count,
        side_title=texts.text("choosing.consent.side"),
        afspraken=tuple(one.title or "" for one in room.session.draft.afspraken),
        side_text=_side_text(room, texts),
        take_off=tuple(
            texts.text("choosing.take_off", title=one.title or "")
            for one in room.session.draft.afspraken
            if idle
        ),
    )


def concept_note(room: Room, texts: Catalogue) -> str:
    """Return what is said beside the big button when going on leaves a concept."""
    session = room.session
    if session.round is not None or session.consent is None:
        return ""
    if room.report.agreement.status is AgreementStatus.AGREED:
        return ""
    return texts.text("choosing.consent.concept")


def _outcome(room: Room, texts: Catalogue) -> OutcomeView | None:
    """Return what the room sees: how many said ja, and nothing that isolates one answer."""
    page = consent_page(room)
    if page.outcome is None:
        return None
    everyone = page.outcome is not ConsentOutcome.NOT_YET
    second = texts.text("choosing.no_numbers")
    if page.yes is not None:
        second = texts.text("choosing.consent.yes", yes=page.yes, seats=page.seats)
    return OutcomeView(
        icon="check-circle" if everyone else "chats-circle",
        text=texts.text(f"choosing.consent.{OUTCOMES[page.outcome]}"),
        second=second,
        everyone=everyone,
    )


def _repair(room: Room, texts: Catalogue) -> str:
    if room.report.consent is ConsentOutcome.NOT_YET:
        return texts.text("choosing.consent.repair")
    if room.report.agreement.status is AgreementStatus.CONCEPT:
        return texts.text("choosing.consent.incomplete")
    return texts.text("choosing.consent.sign")


def _side_text(room: Room, texts: Catalogue) -> str:
    if not room.session.draft.afspraken:
        return texts.text("choosing.consent.no_afspraken")
    return ""


def _names_someone(room: Room) -> bool:
    names = {name.casefold() for name in (*room.setup.names, *room.setup.owner_names)}
    words = {word for text in room.session.better for word in re.findall(r"\w+", text.casefold())}
    return bool(names & words) or any(name in words for full in names for name in full.split())
