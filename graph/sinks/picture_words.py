"""What a picture says in words, Persian or English: its title, what was selected, its legend."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, Literal

from persiantools.jdatetime import JalaliDate

from graph.actors import actors
from graph.event_labels import event_label
from graph.sinks.selection import SAID, Selection

type Language = Literal["fa", "en"]
type Said = tuple[str, str]
"""One thing in Persian and in English."""

COOPERATION: Final[Said] = ("+ همکاری", "+ cooperation")
CONFLICT: Final[Said] = ("− تعارض", "− conflict")
STATEMENTS: Final[Said] = ("گفته دربارهٔ …", "statement about")
KINDS: Final[Mapping[str, Said]] = {
    "country": ("کشور", "country"),
    "body": ("نهاد بین‌المللی", "international body"),
    "speaker": ("گوینده", "speaker"),
}

_PERSIAN_DIGITS: Final = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def told(said: Said, language: Language) -> str:
    return said[0] if language == "fa" else said[1]


def number(count: int, language: Language) -> str:
    return str(count).translate(_PERSIAN_DIGITS) if language == "fa" else str(count)


def times(count: int, language: Language) -> str:
    """How often, for a legend."""
    return f"{number(count, language)} بار" if language == "fa" else f"{count}×"


def title(language: Language) -> str:
    return told(("شبکهٔ روابط", "Diplomatic network"), language)


def counts(nodes: int, facts: int, of: int, language: Language, *, speakers: bool) -> str:
    """How much a picture shows, and of how many nodes where it does not show `of` them; `speakers` if any is a node."""
    shown, whole, ties = (number(count, language) for count in (nodes, of, facts))
    if language == "fa":
        who = ("کشور، نهاد و گوینده" if speakers else "کشور و نهاد") + (f" (از {whole})" if of > nodes else "")
        return f"{shown} {who}، {ties} {'رابطه و گفته' if speakers else 'رابطه'}"
    who = ("countries, bodies and speakers" if speakers else "countries and bodies") + (
        f" (of {whole})" if of > nodes else ""
    )
    what = "relations and statements" if speakers else "relation" if facts == 1 else "relations"
    return f"{shown} {who}, {ties} {what}"


def selected(chosen: Selection, language: Language) -> str:
    """What was selected, in words; "" where all was."""
    return " · ".join(_parts(chosen, language))


def _parts(chosen: Selection, language: Language) -> Iterator[str]:
    edges = ((chosen.since, ("از", "from")), (chosen.until, ("تا", "to")))
    if any(day for day, _ in edges):
        yield " ".join(f"{told(word, language)} {_day(day, language)}" for day, word in edges if day)
    comma = told(("، ", ", "), language)
    if chosen.actors:
        yield comma.join(sorted(_name(code, language) for code in chosen.actors))
    if chosen.types:
        yield comma.join(_event(name, language) for name in sorted(chosen.types))
    if chosen.quads:
        yield comma.join(event_label(f"quad-{quad}", language) for quad in sorted(chosen.quads))
    if chosen.outlet:
        yield chosen.outlet


def _day(day: date, language: Language) -> str:
    if language == "en":
        return day.isoformat()
    return str(JalaliDate(day).strftime("%Y/%m/%d", locale="fa"))  # type: ignore[no-untyped-call]


def _name(code: str, language: Language) -> str:
    entry = actors().get(code)
    return code if entry is None else told((entry.label_fa, entry.label_en), language)


def _event(name: str, language: Language) -> str:
    return told(STATEMENTS, language) if name == SAID else event_label(name, language)
