"""A sentence's clauses by one look from left to right: each ends with its verb, and a «که» opens one within another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ingest.words import VerbForm

type Sort = Literal["main", "told", "next", "inner"]
"""How a clause hangs on its parent: main on none; told is what the parent's verb says (behind «که» or a colon); next
follows the parent, whose subject it may share; inner lies within the parent («X که … کرد»)."""

_OPENS = frozenset(("که", "اینکه", "انکه", "چراکه", "زیرا", "هنگامیکه", "درحالیکه", "وقتی", "اگر", "چنانچه"))
_SHUTS = frozenset((":", "؛", ".", "؟", "!"))
_JOINS = frozenset(("و", "،", ",", "یا", "اما", "ولی", "«", "»", '"'))


@dataclass(slots=True)
class Clause:
    """Words from `first` on; `verb` is its finite verb's last word, None where it has none."""

    number: int
    first: int
    sort: Sort
    parent: int | None
    verb: int | None = None


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a sentence; `of` the number of each word's."""

    found: Sequence[Clause]
    of: Sequence[int]

    def link(self, one: int, other: int) -> str:
        """How the clause `other` hangs on `one`: = the same, t told, n next, i within, ^ the other way, ~ none."""
        if one == other:
            return "="
        down = self._down(one, other)
        if down:
            return down
        up = self._down(other, one)
        return f"^{up}" if up else "~"

    def _down(self, upper: int, lower: int) -> str:
        steps = ""
        at: Clause | None = self.found[lower]
        while at and at.parent is not None and len(steps) < 3:
            steps = at.sort[0] + steps
            if at.parent == upper:
                return steps
            at = self.found[at.parent]
        return ""


def clauses(keys: Sequence[str], verbs: Sequence[int], forms: Mapping[str, VerbForm]) -> Clauses:
    """The clauses of a sentence, given its words' keys and which of them are finite verbs."""
    at_verb = set(verbs)
    found = [Clause(0, 0, "main", None)]
    of: list[int] = []
    now = found[0]

    def opened(index: int, sort: Sort, parent: int) -> Clause:
        clause = Clause(len(found), index, sort, parent)
        found.append(clause)
        return clause

    for index, key in enumerate(keys):
        done = now.verb is not None
        if index in at_verb:
            if done and not (index - 1 in at_verb and now.verb == index - 1):
                now = opened(index, "next", now.number)
            now.verb = index
            of.append(now.number)
            follows = index + 1 in at_verb
            if now.sort == "inner" and not follows and now.parent is not None and found[now.parent].verb is None:
                now = found[now.parent]
            continue
        if key in _OPENS or key.endswith("اینکه"):
            now = opened(index, "told" if done else "inner", now.number)
        elif key in _SHUTS:
            if index + 1 < len(keys):
                now = opened(index, "told" if key == ":" else "next", now.number)
        elif done and key not in _JOINS:
            now = opened(index, "next", now.number)
        of.append(now.number)
    return Clauses(found, of)
