"""How relations were weighed: what each sentence could tell of every pair of states, and the article's verdict."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from graph.account import Judgement, Reason, Side, Tried
from graph.facts import REAL, Relation, Span, Statement
from ingest import relations, words
from ingest.explaining.reasons import strongest
from ingest.reading import Reading
from ingest.relating import candidates, parties
from ingest.relating.candidates import Cast
from ingest.relating.clues import Stage
from ingest.relating.network.pairs import Seen
from ingest.relating.network.reader import Second
from ingest.relating.parties import Party
from ingest.relating.roles import Act
from ingest.relating.verdicts import Key, Scored
from ingest.relating.weighing import SECOND, denies, the_scales
from ingest.relations import Judged
from ingest.states import StateMention

_REFUSED = 3  # of a sentence's refused candidates, the likeliest
_ALSO = 0.2  # chance, a share of 1, from which a sentence tells again what another one is read from
_HOPELESS = 1 / 3  # of the threshold, under which a candidate is not worth telling


def weighed(
    reading: Reading, states: Sequence[StateMention], told: Sequence[Statement]
) -> tuple[list[Relation], list[tuple[int, Tried]]]:
    """The relations of an article, and what was weighed for them, each with the place of its sentence."""
    done = relations.find(reading, states, told)
    company = parties.company(reading, states, told)
    weighed = relations.scored(company)
    verdicts = {one.scored.key: one for one in relations.judged(company, weighed)}
    found = {(one.type, one.source, one.target): one for one in done}
    against = relations.unreal(company, weighed)
    tried = []
    times = Counter(key for key, _ in {(one.key, one.sentence) for one in weighed})
    for stage in candidates.stages(company):
        start = reading.sentences[stage.index][0]
        scored = [one for one in weighed if one.sentence == stage.index]
        casts = {cast.act: cast for cast in candidates.casts(stage)}
        here = _Here(
            reading, stage, scored, verdicts, against, found, casts, times, Second(Seen(stage, list(casts.values())))
        )
        tried += [(start, one) for one in here.tried()]
    return done, tried


@dataclass(frozen=True)
class _Here:
    """A sentence with the article's verdicts on what it could tell."""

    reading: Reading
    stage: Stage
    scored: Sequence[Scored]
    verdicts: Mapping[Key, Judged]
    against: Mapping[Key, Scored]
    found: Mapping[Key, Relation]
    casts: Mapping[Act, Cast]
    times: Mapping[Key, int]
    second: Second

    def tried(self) -> Iterator[Tried]:
        """What was read of the sentence, then what it denies, then what came nearest to it."""
        best: dict[Key, Scored] = {}
        for one in sorted(self.scored, key=lambda one: one.chance):
            if one.key in self.verdicts:
                best[one.key] = one
        ranked = sorted(best.values(), key=lambda one: (-self.verdicts[one.key].chance, one.key))
        read = [one for one in ranked if self._fact(one) and (self._leads(one) or one.chance >= _ALSO)]
        near = [one for one in ranked if not self._fact(one) and self._comes_near(one)][:_REFUSED]
        denied = [self._unreal(one) for one in self.against.values() if self._is_told(one)]
        shown = [*read, *near] if read or near or denied else ranked[:1]
        return chain(map(self._one, shown), denied)

    def _fact(self, scored: Scored) -> Relation | None:
        leading = self.verdicts[scored.key].scored
        fact = self.found.get((leading.type, leading.a, leading.b))
        return fact if fact and fact.status in REAL else None

    def _is_told(self, scored: Scored) -> bool:
        """Whether an act that was denied or depends is a fact by this sentence."""
        fact = self.found.get((scored.type, scored.a, scored.b))
        return scored.sentence == self.stage.index and fact is not None and fact.status not in REAL

    def _leads(self, scored: Scored) -> bool:
        return self.verdicts[scored.key].scored.sentence == scored.sentence

    def _comes_near(self, scored: Scored) -> bool:
        verdict = self.verdicts[scored.key]
        tells = self._leads(scored) or scored.chance >= _ALSO
        return tells and verdict.chance >= _HOPELESS * verdict.threshold

    def _one(self, scored: Scored) -> Tried:
        verdict = self.verdicts[scored.key]
        return self._weighed(scored, self._fact(scored), verdict.chance, self._leads(scored))

    def _unreal(self, scored: Scored) -> Tried:
        return self._weighed(scored, self.found[scored.type, scored.a, scored.b], scored.bare, True)

    def _weighed(self, scored: Scored, fact: Relation | None, chance: float, leads: bool) -> Tried:
        act, is_real = scored.act, fact is None or fact.status in REAL
        reasons = self._reasons(scored) if is_real else self._reasons_but_denial(scored)
        return Tried(
            scored.type,
            act.predicate.id,
            (act.start, act.end),
            self._side(scored, scored.a),
            self._side(scored, scored.b),
            scored.chance,
            Judgement(fact is not None, chance, reasons, the_scales().threshold),
            leads,
            self.times[scored.key],
            self._rival(scored),
            fact.status if fact else None,
            fact.id if fact else None,
        )

    def _rival(self, scored: Scored) -> tuple[str, str, float] | None:
        """The likeliest other pair for the same act."""
        others = [
            one for one in self.scored if (one.act, one.type) == (scored.act, scored.type) and one.key != scored.key
        ]
        best = max(others, key=lambda one: one.chance, default=None)
        return best and (best.a, best.b, best.chance)

    def _reasons(self, scored: Scored) -> tuple[Reason, ...]:
        cast = self.casts[scored.act]
        told = candidates.told(cast, (scored.a, scored.b))
        fine = the_scales().acts[scored.type]
        weights = {clue: (1 - SECOND) * fine[clue][0] for clue in told if clue in fine}
        network = self._network(scored)
        return strongest("relation", weights | network, [*told, *network])

    def _reasons_but_denial(self, scored: Scored) -> tuple[Reason, ...]:
        """What tells the act that is denied: its clues alone, as it was weighed."""
        told = candidates.told(self.casts[scored.act], (scored.a, scored.b))
        fine = the_scales().acts[scored.type]
        return strongest("relation", {clue: fine[clue][0] for clue in told if clue in fine and not denies(clue)}, told)

    def _network(self, scored: Scored) -> dict[str, float]:
        """What the network added, by the word that weighs most with it; nothing where it was not asked."""
        if scored.network is None:
            return {}
        return {f"net={self.second.heaviest((scored.a, scored.b), scored.type)}": SECOND * scored.network}

    def _side(self, scored: Scored, code: str) -> Side:
        """Whose words stand for a state, nearest to the act; nobody's where it is not named here."""
        role = self.casts[scored.act].roles[code]
        there = self.stage.parties.get(code, ())
        party = role.party if role else next(iter(there), None)
        if party is None:
            return Side(code, "speaker" if code in self.stage.voices else "elsewhere", None)
        return Side(code, party.kind, self._span(party))

    def _span(self, party: Party) -> Span:
        start, end = self.reading.sentences[self.stage.index]
        tokens = words.tokens(self.reading.text, start, end)
        return tokens[party.first].start, tokens[party.last - 1].end
