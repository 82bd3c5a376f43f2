"""How a party stands to an act by the grammar of their sentence, in some fifty words.

A place is told by where the ways of both to the root meet: at the act itself, at the verb of its clause, at a noun that
holds both, or at the verb of a clause further up or further down.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from graph.lexicon import entries
from ingest.parsing.grammar import Parse

type Words = tuple[int, int]
"""Half-open, of the sentence."""

_LIGHT = ("lvc", "obj", "xcomp", "compound")  # what the noun of a light verb may be taken for
_CLAUSES = {"ccomp": "outer", "acl": "rel", "advcl": "adv", "conj": "conj", "dep": "conj", "root": "conj"}
_PLAIN = {"nsubj": "subj", "obj": "obj", "xcomp": "pred", "lvc": "pred", "cop": "pred", "root": "pred"}


class Place(NamedTuple):
    """`label` is how a party stands to an act, `act` how the act stands in its own clause (verb, light, or as what).

    `steps` counts the nouns between the party and the head of its phrase, `crossed` are the prepositions among them.

    Labels: subj, obj, adv, pred and obl:P with the act's verb; gen and gen:P on the act's noun; sib and sib:P beside it
    on a noun that holds both; outer-, rel-, adv-, conj- and far- before subj, obj, obl and adv where the verb is that
    of a clause which the act's clause is told by, describes a noun of, circumstances, follows, or hangs on by several
    of these; rel where the act's clause describes the party's noun or one that holds it; under where the act belongs
    to the party's noun; in- before them for a clause within the act's; and where «و» joins both; self within the act.
    """

    label: str
    act: str
    steps: int
    crossed: tuple[str, ...]


def place(parse: Parse, act: Words, party: Words) -> Place:
    """How a party stands to an act."""
    noun, start = top(parse, act), top(parse, party)
    doing = _doing(parse, noun, act)
    if act[0] <= start < act[1]:
        return Place("self", doing.standing, 0, ())
    climb = list(parse.above(start))
    ways = set(parse.above(noun))
    meeting = next((at for at, node in enumerate(climb) if node in ways), None)
    if meeting is None:
        return _apart(parse, climb[:-1], doing)
    return _met(parse, climb[:meeting], climb[meeting], doing)


def top(parse: Parse, span: Words) -> int:
    """The word of a span that the others hang on: the first whose head is outside."""
    first, last = span
    return next((word for word in range(first, last) if not first <= parse.heads[word] < last), first)


class Doing(NamedTuple):
    """An act's chief word, the verb of its light-verb construction or itself, and how it stands in its clause."""

    noun: int
    verb: int
    standing: str


def _doing(parse: Parse, noun: int, act: Words) -> Doing:
    verb = _verb(parse, noun, act)
    return Doing(noun, verb, _standing(parse, noun, verb))


def _verb(parse: Parse, noun: int, act: Words) -> int:
    """The verb that an act's noun makes one with; the noun itself where there is none, or where it is a verb."""
    head = parse.heads[noun]
    if head < 0 or parse.tags[noun] == "VERB" or parse.labels[noun] not in _LIGHT or parse.tags[head] != "VERB":
        return noun
    near = parse.labels[noun] == "lvc" or head <= act[1] + 1
    return head if near else noun


def _standing(parse: Parse, noun: int, verb: int) -> str:
    if verb != noun:
        return "light"
    return "verb" if _is_clause(parse, noun) else role(parse, _phrase(parse, noun)[-1])


def _is_clause(parse: Parse, word: int) -> bool:
    return parse.tags[word] in ("VERB", "AUX") or any(
        parse.labels[child] in ("cop", "nsubj") for child in parse.below[word]
    )


def _phrase(parse: Parse, word: int) -> list[int]:
    """A noun, the one that it belongs to, and so on to the head of the phrase."""
    chain = [word]
    while parse.labels[word] in ("nmod", "appos", "amod", "flat", "conj", "compound", "det", "nummod", "fixed", "case"):
        if parse.labels[word] == "conj" and _is_clause(parse, word):
            break
        word = parse.heads[word]
        if word < 0 or _is_clause(parse, word):
            break
        chain.append(word)
    return chain


def role(parse: Parse, word: int) -> str:
    """What the head of a phrase is to its verb or noun: subj, obj, obl:P, adv, pred, or the name of a clause."""
    label = parse.labels[word]
    marked = preposition(parse, word)
    if marked == "را":
        return "obj"
    if marked:
        return f"obl:{marked}"
    return _PLAIN.get(label, "adv")


def preposition(parse: Parse, word: int) -> str:
    """What marks a noun, as phrase_prepositions.tsv counts it; empty for nothing, ~ for any other."""
    for child in parse.below[word]:
        if parse.labels[child] == "case":
            if parse.keys[child] == "را":
                return "را"
            return _counted(parse.keys[child])
    return ""


def _counted(key: str) -> str:
    return _prepositions().get(key, "~")


def _compound(parse: Parse, word: int) -> str:
    """What a noun and its preposition count as together («در مورد»); empty where they make none."""
    if any(parse.labels[child] == "case" for child in parse.below[word]):
        return _prepositions().get(f"+{parse.keys[word]}", "")
    return ""


def _met(parse: Parse, below: Sequence[int], hub: int, act: Doing) -> Place:
    """The place of a party whose way up, `below`, meets the act's at `hub`."""
    noun, verb, told = act
    if not below:
        return Place(_held(parse, hub, act), told, 0, ())
    clause = next((at for at, word in enumerate(below) if _opens(parse, word)), None)
    if clause is not None:
        inner, steps, crossed = _climbed(parse, below[:clause])
        return Place(f"in-{_broad(inner)}", told, steps, crossed)
    if hub == verb and len(below) > 1 and role(parse, below[-1]) == "pred":
        below = below[:-1]  # «از X خارج شد»: what belongs to the predicate belongs to the verb
    part, steps, crossed = _climbed(parse, below)
    if hub == noun != verb or (hub == noun and not _is_clause(parse, noun)):
        return Place(_named("gen", parse, below, part), told, steps, crossed)
    if hub == verb:
        return Place(part, told, steps, crossed)
    return Place(_beyond(parse, below, hub, verb, part), told, steps, crossed)


def _apart(parse: Parse, below: Sequence[int], act: Doing) -> Place:
    """The place of a party under another root than the act's, as of a clause before or behind."""
    if not below or any(_opens(parse, word) for word in below):
        return Place("far-adv", act.standing, 0, ())
    part, steps, crossed = _climbed(parse, below)
    return Place(f"conj-{_broad(part)}", act.standing, steps, crossed)


def _opens(parse: Parse, word: int) -> bool:
    """Whether a word heads a clause within another."""
    label = parse.labels[word]
    return label in ("acl", "advcl", "ccomp") or (label in ("conj", "dep", "root") and _is_clause(parse, word))


def _climbed(parse: Parse, words: Sequence[int]) -> tuple[str, int, tuple[str, ...]]:
    """The role of a phrase that a party is in, the steps down to it, and the prepositions crossed."""
    steps, crossed, pending = 0, list[str](), ""
    for at, word in enumerate(words):
        marked = pending or preposition(parse, word)
        pending = ""
        if at == len(words) - 1:
            return (f"obl:{marked}" if marked not in ("", "را") else role(parse, word)), steps, tuple(crossed)
        if parse.labels[word] == "conj":
            if marked:  # «به X و با Y»
                return role(parse, word), steps, tuple(crossed)
            continue
        joint = _compound(parse, words[at + 1])
        if joint and not marked:
            pending = joint
            continue
        steps += 1
        if marked:
            crossed.append(marked)
    return "", 0, ()


def _named(name: str, parse: Parse, below: Sequence[int], part: str) -> str:
    """gen or sib, with the preposition if there is one."""
    if parse.labels[below[-1]] == "conj" and not part.startswith("obl"):
        return "and"
    return f"{name}:{part[4:]}" if part.startswith("obl:") else name


def _broad(part: str) -> str:
    """A role in another clause, where only the chief ones matter."""
    return part if part in ("subj", "obj") else "obl" if part.startswith("obl") else "adv"


def _held(parse: Parse, hub: int, act: Doing) -> str:
    """Where the act hangs on the party itself."""
    if hub in (act.noun, act.verb):
        return "self"
    return "rel" if _turns(parse, hub, act.verb) else "under"


def _turns(parse: Parse, hub: int, verb: int) -> list[str]:
    """The clauses that open between an act's verb and a word above it."""
    turns = []
    for word in parse.above(verb):
        if word == hub:
            break
        if _opens(parse, word):
            turns.append(_CLAUSES[parse.labels[word]])
    return turns


def _beyond(parse: Parse, below: Sequence[int], hub: int, verb: int, part: str) -> str:
    """Where both meet above the act's own verb or noun."""
    turns = _turns(parse, hub, verb)
    if not _is_clause(parse, hub):
        if turns:
            return "rel"
        return _named("sib", parse, below, part)
    if not turns:
        return part
    chief = {turn for turn in turns if turn != "conj"} or {"conj"}
    turn = chief.pop() if len(chief) == 1 else "far"
    return f"{turn}-{_broad(part)}"


class Preposition(NamedTuple):
    """A row of ingest/lexicon/phrase_prepositions.tsv."""

    word: str
    counts: str


@cache
def _prepositions() -> Mapping[str, str]:
    rows = entries(files("ingest") / "lexicon/phrase_prepositions.tsv", Preposition)
    return {row.word: row.counts for _, row in rows}
