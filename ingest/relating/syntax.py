"""How states stand to an act by the grammar of their sentence, and what that speaks for."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from ingest.parsing import grammar, places
from ingest.parsing.grammar import Parse
from ingest.relating.parties import Party
from ingest.relating.predicates import Predicate
from ingest.relating.roles import Act, Scenery

_CLEAR = {"subj": 0, "obj": 0, "gen": 0, "obl": 1, "sib": 2}
NOTHING = "-"
_FAINT = 3  # of all other labels
_STEPS = 3  # nouns between a party and the head of its phrase that are counted


class Standing(NamedTuple):
    """As `places.Place`, cut to what tells: `crossed` is the first preposition between, "" for none.

    Of a state that the sentence does not name `label` tells who that is, and `act` is "-".
    """

    label: str
    act: str
    steps: int
    crossed: str


@dataclass(frozen=True)
class Syntax:
    """The grammar of a sentence, asked about its parties and acts; parsed when first asked."""

    scenery: Scenery

    @cached_property
    def parse(self) -> Parse:
        return grammar.parsed(self.scenery.keys)

    def standing(self, parties: Iterable[Party], act: Act) -> Standing | None:
        """The clearest standing of a state's parties."""
        return min((self._ranked(party, act) for party in parties), default=(None,))[-1]

    def _ranked(self, party: Party, act: Act) -> tuple[int, int, int, int, Standing]:
        place = places.place(self.parse, (act.first, act.last), (party.first, party.last))
        rank = _CLEAR.get(place.label.split(":")[0], _FAINT)
        crossed = place.crossed[0] if place.crossed else ""
        standing = Standing(place.label, place.act, min(place.steps, _STEPS), crossed)
        return rank, len(place.crossed), place.steps, abs(party.first - act.first), standing


@lru_cache(maxsize=1 << 12)
def standing_clues(rule: Predicate, side: str, standing: Standing) -> tuple[str, ...]:
    """What a state's standing says, on `side` a (who acts) or b (towards whom)."""
    label, act, steps, crossed = standing
    return (
        f"o:y{side}={label}",
        f"o:y{side}={label}|yn={steps}|yx={crossed or NOTHING}",
        f"o:y{side}={label}|yd={act}",
        f"o:fr={rule.frame}|y{side}={label}",
        f"P={rule.id}|y{side}={label}",
    )


@lru_cache(maxsize=1 << 12)
def standings_clues(rule: Predicate, a: Standing, b: Standing) -> tuple[str, ...]:
    """What the standings of both together say."""
    crossed = f"ya={a.label}|yxa={a.crossed or NOTHING}|yb={b.label}|yxb={b.crossed or NOTHING}"
    return (
        f"o:ya={a.label}|yb={b.label}",
        f"o:{crossed}",
        f"o:fr={rule.frame}|{crossed}",
        f"P={rule.id}|ya={a.label}|yb={b.label}",
    )
