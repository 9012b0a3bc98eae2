"""The radar for who cannot see it, and the axis that a page is about."""

from collections.abc import Sequence

from msgspec import structs

from resources.catalogue import Catalogue
from workshop_flows.views import RadarView, Spoke


def emphasising(view: RadarView, marked: Sequence[bool]) -> RadarView:
    """Return the radar with these axes marked, and no others."""
    spokes = (
        structs.replace(spoke, emphasised=one)
        for spoke, one in zip(view.spokes, marked, strict=True)
    )
    return structs.replace(view, spokes=tuple(spokes))


def radar_in_words(view: RadarView, texts: Catalogue) -> str:
    """Return a line per axis: its name and every value that is drawn."""
    return "\n".join(_spoke(spoke, texts) for spoke in view.spokes)


def _spoke(spoke: Spoke, texts: Catalogue) -> str:
    stands = (
        ("team", spoke.team),
        ("owner", spoke.owner),
        ("agreed", spoke.agreed),
        ("first", spoke.first),
        ("target", spoke.target),
        ("earlier", spoke.earlier),
    )
    parts = [
        texts.text(f"projector.said.{key}", stand=texts.stand(value))
        for key, value in stands
        if value is not None
    ]
    if spoke.zone is not None:
        parts.append(texts.text(f"projector.zone.{spoke.zone}"))
    if spoke.earlier_zone is not None:
        zone = texts.text(f"projector.zone.{spoke.earlier_zone}")
        parts.append(texts.text("projector.said.earlier", stand=zone))
    if not parts:
        return spoke.label
    return f"{spoke.label}: {', '.join(parts)}"
