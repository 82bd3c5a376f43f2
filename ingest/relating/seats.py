"""Where a party sits in its sentence: in which clause, as subject or object, or as part of an act named there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from graph.plover import quad
from ingest.relating.clauses import Clauses, clauses
from ingest.relating.parties import Party
from ingest.relating.predicates import Predicate
from ingest.relating.roles import Act, Scenery, connectives, finite

_FIRST = (1, 4)  # persons: I, we
_CLEAR = ("H", "=<S", "=", "^nS", "^iS", "^tS", "^n", "^i", "^t")
_UNMARKED = ("^", "،", "-")


@dataclass(frozen=True)
class Seats:
    """The seats of a sentence's parties."""

    scenery: Scenery

    @cached_property
    def clauses(self) -> Clauses:
        return clauses(self.scenery.keys, self.scenery.verbs, finite())

    @cached_property
    def subjects(self) -> Mapping[int, Party]:
        """By clause, the first party that no small word marks, nor any act holds."""
        found: dict[int, Party] = {}
        for party in self.scenery.parties:
            number = self.clauses.of[party.first]
            verb = self.clauses.found[number].verb
            ahead = verb is None or party.first < verb
            if number not in found and ahead and party not in self.hosts and self._mark(party) == "":
                found[number] = party
        return found

    @cached_property
    def hosts(self) -> Mapping[Party, tuple[Act, str]]:
        """The acts that parties belong to as nouns do («حملهٔ X به Y»), and what marks them there."""
        return {party: host for party in self.scenery.parties if (host := self._host(party))}

    @cached_property
    def bases(self) -> Mapping[Party, str]:
        return {party: self._base(party) for party in self.scenery.parties}

    def _mark(self, party: Party) -> str:
        if party in self.scenery.objects:
            return "را"
        governor = self.scenery.governors[party][0]
        return "" if governor in _UNMARKED else governor

    def _host(self, party: Party) -> tuple[Act, str] | None:
        scenery, small = self.scenery, connectives()
        leader = scenery.leaders.get(party, party)
        governor, place = scenery.governors[party]
        for act in reversed(scenery.acts):
            if act.last > leader.first:
                continue
            marked = governor not in (*_UNMARKED, "p", "را") and act.last <= place
            stop = place if marked else leader.first
            between = scenery.keys[act.last : stop]
            if len(between) > 8 or (scenery.verb(act) is not None and act.last + 2 > stop):
                continue
            if any(key in finite() or key == "را" or key in ("که", "،", ":", "»", "«") for key in between):
                return None
            if marked:
                return act, governor
            if any(key in small.prepositions for key in between):
                continue
            return act, "p" if governor == "p" and place >= act.last else "gen"
        return None

    def _base(self, party: Party) -> str:
        leader = self.scenery.leaders.get(party, party)
        if self.subjects.get(self.clauses.of[leader.first]) in (party, leader):
            return "S"
        if host := self.hosts.get(party):
            return f"N{quad(host[0].predicate.types[0])}{host[1]}"
        return self._mark(party) or "-"

    def person(self, act: Act) -> int:
        """The person of the verb that ends an act's clause; 0 where it has none."""
        verb = self.clauses.found[self.clauses.of[act.first]].verb
        return self.scenery.form(verb).person if verb is not None else 0

    def seat(self, parties: Sequence[Party], act: Act) -> str | None:
        """The clearest of the seats of a state's parties."""
        found = [
            (self._rank(seat), abs(party.first - act.first), seat)
            for party in parties
            if (seat := self._seat(party, act))
        ]
        return min(found)[2] if found else None

    def _rank(self, seat: str) -> int:
        return next((rank for rank, start in enumerate(_CLEAR) if seat.startswith(start)), len(_CLEAR))

    def _seat(self, party: Party, act: Act) -> str:
        host = self.hosts.get(party)
        if host and host[0].first == act.first:
            return f"H{host[1]}"
        link = self.clauses.link(self.clauses.of[act.first], self.clauses.of[party.first])
        side = "<" if party.first < act.first else ">"
        base = self.bases[party]
        if link == "=":
            return f"={side}{base}"
        first = "1" if base == "S" and link.startswith("^t") and self.person(act) in _FIRST else ""
        return f"{link}{base}{first}"


@lru_cache(maxsize=1 << 12)
def seat_clues(rule: Predicate, side: str, seat: str, alike: int) -> tuple[str, ...]:
    """What a state's seat says; `alike` counts the others that sit so."""
    return (
        f"o:q{side}={seat}",
        f"o:q{side}={seat}|{min(alike, 2)}",
        f"o:fr={rule.frame}|q{side}={seat}",
        f"P={rule.id}|q{side}={seat}",
    )


@lru_cache(maxsize=1 << 12)
def seats_clues(rule: Predicate, verb: str, a: str, b: str, missed: str) -> tuple[str, ...]:
    """What the seats of both together say; `missed` are the clear seats that neither holds."""
    return (
        f"o:qa={a}|qb={b}",
        f"o:fr={rule.frame}|qa={a}|qb={b}",
        f"o:lv={verb}|qa={a}|qb={b}",
        f"P={rule.id}|qa={a}|qb={b}",
        f"o:qa={a}|qm={missed}",
        f"o:qb={b}|qm={missed}",
        f"o:qa={a}|qb={b}|qm={missed}",
    )


def missed_seats(seats: Mapping[str, str], pair: tuple[str, str]) -> str:
    """Which clear seats other states hold: of the subject, of the object, and as the act's own."""
    held = {seat for code, seat in seats.items() if code not in pair}
    told = ("S" * any(seat == "=<S" for seat in held), "O" * any(seat == "=<را" for seat in held))
    return "".join(told) + "".join(sorted({seat[1:] for seat in held if seat[0] == "H"}))
