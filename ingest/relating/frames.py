"""How well two states fill the places that an act opens: from 0, not at all, to 3, one acts and the other is marked."""

from collections.abc import Mapping

from ingest.relating.roles import Role

_ACTS = frozenset(("gen", "R:by", "L^", "L^0", "L،", "Lby"))
WHOLE = 3
_BETWEEN = frozenset(("R:میان", "Lمیان"))
_MARKS: Mapping[str, frozenset[str]] = {
    "with": frozenset(("R:با", "Lبا")),
    "to": frozenset(("R:به", "Lبه", "R:برای", "Lبرای")),
    "of": frozenset(("R:از", "Lاز")),
    "from": frozenset(("R:از", "Lاز")),
    "against": frozenset(("R:علیه", "Lعلیه", "R:بر", "Lبر", "Lرا")),
    "object": frozenset(("Lرا",)),
    "on": frozenset(("R:بر", "Lبر", "R:علیه", "Lعلیه")),
    "in": frozenset(("R:در", "Lدر")),
    "into": frozenset(("R:به", "Lبه", "R:در")),
    "between": frozenset(("R:میان", "R:با", "R:به")),
    "under": frozenset(("Lرا", "R:بر", "Lبر")),
    "before": frozenset(("R:علیه", "Lعلیه")),
    "for": frozenset(("R:برای", "Lبرای")),
}


def fit(frame: str, a: Role | None, b: Role | None, joined: bool) -> int:
    """3: a acts and b is marked as the frame asks, or both stand between «میان» … «و»; 2: a acts and b is its object or
    belongs to it while another word shows who acts; 1: only one of the places is filled; 0: none.

    `joined` tells that «و» joins the two.
    """
    source, target = a.tag if a else "", b.tag if b else ""
    marked, acts = target in _MARKS[frame], source in _ACTS
    if joined and frame in ("with", "between") and (acts or source in _BETWEEN):
        return 3
    if acts and marked and not joined:
        return 3
    if _owned(source, target):
        return 2
    return int(marked or acts)


def _owned(source: str, target: str) -> bool:
    """«تحریم ایران توسط آمریکا», «ایران … از سوی آمریکا تحریم شد»."""
    return source in ("R:by", "Lby") and target in ("gen", "L^", "L^0", "Lرا")
