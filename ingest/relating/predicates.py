"""The words by which one state does something to another: the rules of ingest/rules/relations, found in one pass."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any

from graph.errors import KnowledgeError
from graph.letters import ZWNJ, skeleton_text
from graph.plover import event_types
from ingest import words
from ingest.gazetteer import Gazetteer, Hit
from ingest.skeleton import skeleton

_BOUND = ("ی", "ش", "شان", "ات", "اش")
_JOINED = ("ها", "های", "هایی", "هایش", "هایشان", "هایمان", "هایم", "ای", "اند", "ام", "مان", "شان", "اش", "تر", "ترین")
_ENDINGS = ("", *_BOUND, *(ZWNJ + ending for ending in _JOINED))
_BARE = "perfective_present"  # «خواهد» is a future's auxiliary, «می‌خواهد» a verb; «رها کند» needs no «ب»
_NUNATION = "\u064b"  # ends a word («مشترکاً»), where any other mark goes on with it


@dataclass(frozen=True, slots=True)
class Predicate:
    """A class of words that tell one kind of act; `types` PLOVER's types that they can tell, the usual one first.

    `frame` is what marks the other party in the clause: a preposition's name, or "object".
    """

    id: str
    types: tuple[str, ...]
    frame: str
    mode: str | None


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence written for a rule, with its relations («JP AID PK») and whose words it reports, if anybody's."""

    rule: str
    text: str
    reads: tuple[str, ...]
    says: str | None


type Form = tuple[str, Predicate, bool]
"""A form of a rule as printed, and whether it is one that the rule must leave alone."""


def find(text: str) -> list[Hit[Predicate]]:
    """Every predicate of a text by place; a word within a longer expression counts too («لغو تحریم», «تحریم»)."""
    plain = text.replace(_NUNATION, " ")
    bare = skeleton(plain)
    hits = {hit for gazetteer in _gazetteers() for hit in gazetteer.find(plain, bare)}
    never = {(place, hit.entry[1]) for hit in hits if hit.entry[2] for place in range(hit.start, hit.end)}
    good = (hit for hit in hits if not _falls_apart(hit, text) and (hit.start, hit.entry[1]) not in never)
    return [Hit(start, end, form[1]) for start, end, form in sorted(good, key=_place)]


def _falls_apart(hit: Hit[Form], text: str) -> bool:
    """Whether one word of the rules is printed as two («قرار داد» is no «قرارداد»)."""
    form = hit.entry[0]
    return ZWNJ not in form and " " not in form and any(space in text[hit.start : hit.end] for space in " \n\xa0")


def _place(hit: Hit[Form]) -> tuple[int, int, str]:
    return hit.start, -hit.end, hit.entry[1].id


@cache
def _gazetteers() -> tuple[Gazetteer[Form], Gazetteer[Form]]:
    entries = list(_forms())
    single = [entry for entry in entries if " " not in entry[0] and not entry[2]]
    return Gazetteer(entries, _surface), Gazetteer(single, _surface)


def _surface(form: Form) -> str:
    return form[0]


def _forms() -> Iterator[Form]:
    for rule in _rules():
        predicate = _predicate(rule)
        nouns = (noun + ending for noun in rule.get("nouns", ()) for ending in _ENDINGS)
        seen: set[str] = set()
        for form in chain(nouns, *map(_conjugated, rule.get("verbs", ()))):
            key = skeleton_text(form)
            if key not in seen:
                seen.add(key)
                yield form, predicate, False
        yield from ((text, predicate, True) for text in rule.get("never", ()))


def _conjugated(stems: str) -> list[str]:
    """The forms of a verb by its stems, «گرفت/گیر»; with what stands before them too, «از سر گرفت/گیر»."""
    told, _, present = stems.partition("/")
    before, space, past = told.rpartition(" ")
    forms = words.verb_forms(past, present).values()
    if before:
        return [told + "ن", *(before + space + verb.form for verb in forms)]
    return [told + "ن", *(verb.form for verb in forms if verb.tense != _BARE)]


def _predicate(rule: dict[str, Any]) -> Predicate:
    return Predicate(rule["id"], (rule["type"], *rule.get("also", ())), rule["frame"], rule.get("mode"))


@cache
def predicates() -> tuple[Predicate, ...]:
    """Every rule."""
    return tuple(map(_predicate, _rules()))


@cache
def examples() -> tuple[Example, ...]:
    """The sentences that were written for the rules."""
    return tuple(
        Example(rule["id"], example["text"], tuple(example["reads"]), example.get("says"))
        for rule in _rules()
        for example in rule["examples"]
    )


@cache
def look_alikes() -> tuple[tuple[str, str], ...]:
    """Rule ids, each with a text that the rule must leave alone."""
    return tuple((rule["id"], text) for rule in _rules() for text in rule.get("never", ()))


@cache
def _rules() -> Sequence[dict[str, Any]]:
    folder = files("ingest").joinpath("rules/relations")
    return [rule for entry in sorted(folder.iterdir(), key=str) for rule in _read(entry.name, entry.read_text("utf-8"))]


def _read(name: str, text: str) -> Iterator[dict[str, Any]]:
    told = tomllib.loads(text)
    for rule in told["predicate"]:
        rule["type"] = told["type"]
        if unknown := {rule["type"], *rule.get("also", ())} - event_types().keys():
            raise KnowledgeError(name, f"{rule['id']} names {sorted(unknown)}", "name types of graph/plover.json")
        yield rule
