"""Trains the weights of relations on annotated articles and on the rules' examples; writes them to ingest/models.

    train_relations.py GOLD.jsonl [MORE.jsonl …]          trains on all of it
    train_relations.py --folds GOLD.jsonl                 only measures, on outlets held out in turn

Gold records are those of the annotation guide. The texts stay where they are: only weights over words, classes of words
and situations are kept. The same input gives the same weights. Needs scikit-learn.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from graph.facts import Article, Evidence, Span, Speaker, Statement
from graph.plover import MUTUAL, quad
from ingest import attributions, coreference, mentions, statements, states
from ingest.reading import Reading, read
from ingest.relating import candidates, clues, parties, predicates, verdicts
from ingest.relating.parties import Company
from ingest.relating.verdicts import Key, Scored, docket
from ingest.relating.weighing import BIAS, LEAST, MOODS

MODELS = Path(__file__).parent.parent / "ingest" / "models"
FOLDS = 5
NOBODY = -1  # the fold of the rules' examples: always taught, never asked
SHARED = ("o:", "c:", "b:", "h")  # clues that weigh alike for all types, and besides for each
RARE = 3  # clues seen less often are left out
SURE, HALF = 0.3, 0.7  # an act outside the evidence counts as one from this chance on, and this much
CHEAP = 0.012  # of F1 by quad class on held-out outlets
SMALL = 0.04  # weights nearer to nothing are not kept
STRENGTH = {"acts": 0.15, "hints": 0.2}
TREES: dict[str, Any] = {
    "max_iter": 120,
    "learning_rate": 0.06,
    "max_leaf_nodes": 10,
    "min_samples_leaf": 20,
    "l2_regularization": 5,
    "max_features": 0.3,
}
SEEDS = (0, 1, 2)
PLATEAU = 0.006  # of F1, below the best
PRINTED = {"AL": "LAS"}  # the guide's code of the Arab League is Albania's here

type Chances = NDArray[np.float64]


@dataclass
class Lesson:
    """An article with its relations: for each the spans that show it."""

    company: Company
    gold: Mapping[Key, Sequence[Span]]
    fold: int = NOBODY

    def classes(self) -> Mapping[tuple[int, str, str], list[Span]]:
        found = defaultdict[tuple[int, str, str], list[Span]](list)
        for (kind, a, b), spans in self.gold.items():
            found[quad(kind), a, b] += spans
        return found


@dataclass
class Candidate:
    """One relation that a sentence could tell. `told` 1 where it does, 0 where not, None where nobody knows."""

    lesson: int
    scored: Scored
    clues: Sequence[Sequence[str]]
    told: float | None = None
    told_class: float | None = None


@dataclass
class Matter:
    """The candidates of one sort with their clues as columns."""

    candidates: list[Candidate] = field(default_factory=list)
    columns: dict[str, int] = field(default_factory=dict)
    table: csr_matrix | None = None


def key_of(kind: str, a: str, b: str) -> Key:
    a, b = PRINTED.get(a, a), PRINTED.get(b, b)
    return (kind, *sorted((a, b))) if kind in MUTUAL else (kind, a, b)  # type: ignore[return-value]


def lessons(records: Sequence[dict[str, Any]]) -> list[Lesson]:
    """The annotated articles as they are read, then the examples."""
    folds = outlet_folds(records)
    taught = [Lesson(company_of(record), gold_of(record), folds[record.get("outlet") or ""]) for record in records]
    return [*taught, *map(example, predicates.examples())]


def company_of(record: dict[str, Any]) -> Company:
    reading = read(Article(record["id"], record["text"], record.get("outlet"), record.get("title")))
    named, said = states.find(reading), attributions.find(reading)
    people = mentions.find(reading, named)
    told = statements.assemble(reading, said, coreference.speakers(reading, people, said), named)
    return parties.company(reading, named, told)


def gold_of(record: dict[str, Any]) -> Mapping[Key, Sequence[Span]]:
    found = defaultdict[Key, list[Span]](list)
    for relation in record["relations"]:
        start, end = relation["evidence"]
        found[key_of(relation["type"], relation["source"], relation["target"])].append((start, end))
    return found


def example(told: predicates.Example) -> Lesson:
    """An example as a lesson; its words are reported behind the first colon or «گفت»."""
    reading = read(Article(told.rule, told.text))
    opens = re.search(r":\s*|گفت که |گفت ", told.text) if told.says else None
    words = [reported(reading, opens.end(), told.says)] if opens and told.says else []
    gold = {key_of(kind, a, b): [(0, len(told.text))] for a, kind, b in (line.split() for line in told.reads)}
    return Lesson(parties.company(reading, states.find(reading), words), gold)


def reported(reading: Reading, start: int, country: str) -> Statement:
    speaker = Speaker("organization", ("",), None, country)
    end = len(reading.text) - 1
    evidence = Evidence(reading.article.id, start, end, reading.text[start:end], "")
    return Statement(reading.article.id, speaker, None, None, ":", "say", ((start, end),), "indirect", (), evidence)


def outlet_folds(records: Sequence[dict[str, Any]]) -> dict[str, int]:
    """Whole outlets into folds of like size, the biggest first."""
    sizes = Counter[str]()
    for record in records:
        sizes[record.get("outlet") or ""] += 1 + len(record["relations"])
    loads, found = [0] * FOLDS, dict[str, int]()
    for outlet, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        found[outlet] = min(range(FOLDS), key=lambda fold: (loads[fold], fold))
        loads[found[outlet]] += size
    return found


def collect(taught: Sequence[Lesson]) -> dict[str, Matter]:
    """All candidates of all lessons, by what their clues speak of."""
    found = {"acts": Matter(), "hints": Matter()}
    for index, lesson in enumerate(taught):
        classes = lesson.classes()
        for name, candidate, span in _candidates(lesson, index):
            candidate.told = _told(lesson.gold.get(candidate.scored.key), span)
            kind, a, b = candidate.scored.key
            candidate.told_class = _told(classes.get((quad(kind), a, b)), span)
            if lesson.fold == NOBODY:  # a sentence alone says nothing of an article
                candidate.clues = [[clue for clue in part if not clue.startswith("b:")] for part in candidate.clues]
            found[name].candidates.append(candidate)
    for name, matter in found.items():
        lay_out(matter, name)
    return found


def _candidates(lesson: Lesson, index: int) -> Iterator[tuple[str, Candidate, Span]]:
    company = lesson.company
    for stage in candidates.stages(company):
        there, sentence = list(candidates.pairs(stage)), company.reading.sentences[stage.index]
        for cast in candidates.casts(stage):
            moods = frozenset(MOODS[clue] for clue in cast.clues if clue in MOODS)
            for (a, b), in_order in there:
                if kinds := candidates.types(cast.act, in_order):
                    told = [cast.clues, cast.a[a], cast.b[b], candidates.pair_clues(stage, cast, (a, b))]
                    for kind in kinds:
                        scored = Scored(0.0, kind, a, b, stage.index, cast.act, moods)
                        yield "acts", Candidate(index, scored, told), (cast.act.start, cast.act.start + 1)
        words = clues.sentence_hints(stage)
        sides = {(side, code): clues.state_hints(stage, code, side) for side in "ab" for code in stage.codes}
        for (a, b), in_order in there:
            told = [words, sides["a", a], sides["b", b], clues.couple_hints(stage, (a, b))]
            for kind in candidates.hinted(in_order):
                yield "hints", Candidate(index, Scored(0.0, kind, a, b, stage.index, None, frozenset()), told), sentence


def _told(spans: Sequence[Span] | None, place: Span) -> float | None:
    if spans is None:
        return 0.0
    return 1.0 if any(start < place[1] and place[0] < end for start, end in spans) else None


def lay_out(matter: Matter, name: str) -> None:
    """Clues as columns: each for its type, for its quad class, and some for all; the rare ones left out."""
    counts, rows = Counter[str](), []
    for candidate in matter.candidates:
        row = sorted(set(_columns(candidate, name)))
        counts.update(row)
        rows.append(row)
    kept = sorted(column for column, count in counts.items() if count >= RARE)
    matter.columns = {column: index for index, column in enumerate(kept)}
    indices = [[matter.columns[column] for column in row if column in matter.columns] for row in rows]
    flat = np.fromiter((index for row in indices for index in row), dtype=np.int32)
    ends = np.concatenate(([0], np.cumsum([len(row) for row in indices])))
    matter.table = csr_matrix((np.ones(len(flat), np.float32), flat, ends), shape=(len(rows), len(kept)))


def _columns(candidate: Candidate, name: str) -> Iterator[str]:
    kind = candidate.scored.type
    for clue in (clue for part in candidate.clues for clue in part):
        yield f"{kind}|{clue}"
        yield f"{quad(kind)}|{clue}"
        if name == "acts" and clue.startswith(SHARED):
            yield clue
    yield f"{kind}|{BIAS}"


def held_out(matter: Matter, folds: NDArray[np.intp], told: Sequence[float | None], strength: float) -> Chances:
    """The chance of each candidate by weights that never saw its outlet, in two rounds."""
    yes, weight = labels(told)
    first = _held_out(matter, folds, yes, weight, strength)
    return _held_out(matter, folds, yes, second_look(weight, yes, first), strength)


def _held_out(
    matter: Matter, folds: NDArray[np.intp], yes: NDArray[np.bool_], weight: Chances, strength: float
) -> Chances:
    chances = np.zeros(len(yes))
    for fold in sorted(set(folds.tolist()) - {NOBODY}):
        model = fitted(matter, yes, weight * (folds != fold), strength)
        chances[folds == fold] = model.predict_proba(matter.table[folds == fold])[:, 1]
    return chances


def labels(told: Sequence[float | None]) -> tuple[NDArray[np.bool_], Chances]:
    yes = np.array([one is None or one > 0 for one in told])
    return yes, np.array([0.0 if one is None else 1.0 for one in told])


def second_look(weight: Chances, yes: NDArray[np.bool_], chances: Chances) -> Chances:
    """What nobody knows counts half where the first round is sure of it."""
    return np.where((weight == 0) & yes & (chances > SURE), HALF, weight)


def fitted(matter: Matter, yes: NDArray[np.bool_], weight: Chances, strength: float) -> Any:
    model = LogisticRegression(C=strength, solver="liblinear", max_iter=200, random_state=0)
    return model.fit(matter.table[weight > 0], yes[weight > 0], sample_weight=weight[weight > 0])


@dataclass
class Round:
    """What the sentences say of each candidate when its outlet is held out."""

    fine: Chances
    broad: Chances
    hints: Chances


def first_stage(matters: Mapping[str, Matter], taught: Sequence[Lesson]) -> Round:
    acts, hints = matters["acts"], matters["hints"]
    folds = {name: np.array([taught[one.lesson].fold for one in m.candidates]) for name, m in matters.items()}
    return Round(
        held_out(acts, folds["acts"], [one.told for one in acts.candidates], STRENGTH["acts"]),
        held_out(acts, folds["acts"], [one.told_class for one in acts.candidates], STRENGTH["acts"]),
        held_out(hints, folds["hints"], [one.told for one in hints.candidates], STRENGTH["hints"]),
    )


@dataclass
class Docketed:
    """The rows of all articles, with the article and the relation of each."""

    keys: list[tuple[int, Key]] = field(default_factory=list)
    rows: list[list[float]] = field(default_factory=list)


def second_stage(matters: Mapping[str, Matter], seen: Round, taught: Sequence[Lesson]) -> Docketed:
    scored = defaultdict[int, tuple[list[Scored], list[Scored]]](lambda: ([], []))
    pairs = [(matters["acts"], seen.fine, seen.broad), (matters["hints"], seen.hints, seen.hints)]
    for matter, fine, broad in pairs:
        for candidate, one, other in zip(matter.candidates, fine.tolist(), broad.tolist(), strict=True):
            if taught[candidate.lesson].fold != NOBODY and verdicts.odds(max(one, other)) >= LEAST:
                scored[candidate.lesson][0].append(candidate.scored._replace(chance=one))
                scored[candidate.lesson][1].append(candidate.scored._replace(chance=other))
    found = Docketed()
    for index, (fine_, broad_) in sorted(scored.items()):
        close, wide = (docket(taught[index].company, told) for told in (fine_, broad_))
        found.keys += [(index, key) for key in close.relations()]
        found.rows += verdicts.rows(close, wide)
    return found


def boosted(rows: NDArray[np.float64], yes: NDArray[np.bool_], seed: int) -> HistGradientBoostingClassifier:
    return HistGradientBoostingClassifier(random_state=seed, **TREES).fit(rows, yes)


def judged(docketed: Docketed, taught: Sequence[Lesson]) -> Chances:
    """The chance of each row by trees that never saw its outlet."""
    rows, yes, folds = arrays(docketed, taught)
    chances = np.zeros(len(rows))
    for fold in sorted(set(folds.tolist())):
        seen = folds != fold
        odds = [boosted(rows[seen], yes[seen], seed).decision_function(rows[~seen]) for seed in SEEDS]
        chances[~seen] = 1 / (1 + np.exp(-np.mean(odds, axis=0)))
    return chances


def arrays(docketed: Docketed, taught: Sequence[Lesson]) -> tuple[Chances, NDArray[np.bool_], NDArray[np.intp]]:
    yes = np.array([key in taught[index].gold for index, key in docketed.keys])
    return np.array(docketed.rows), yes, np.array([taught[index].fold for index, _ in docketed.keys])


def report(docketed: Docketed, chances: Chances, taught: Sequence[Lesson]) -> float:
    """Prints precision, recall and F1 by quad class and by type; the highest threshold that costs hardly any F1.

    A wrong relation misleads where a missed one does not, so precision is bought as long as it is cheap.
    """
    gold = {(index, *key) for index, lesson in enumerate(taught) if lesson.fold != NOBODY for key in lesson.gold}
    reached: dict[float, float] = {}
    for threshold in np.arange(0.1, 0.6, 0.02):
        found = {(i, *key) for (i, key), chance in zip(docketed.keys, chances, strict=True) if chance >= threshold}
        by_class, by_type = prf(_classes(gold), _classes(found)), prf(gold, found)
        print(f"{threshold:.2f}  quad {by_class[0]:.3f} {by_class[1]:.3f} {by_class[2]:.3f}", end="   ")
        print(f"type {by_type[0]:.3f} {by_type[1]:.3f} {by_type[2]:.3f}")
        reached[float(threshold)] = by_class[2]
    return max(threshold for threshold, f1 in reached.items() if f1 >= max(reached.values()) - CHEAP)


def _classes(found: Iterable[tuple[int, str, str, str]]) -> set[tuple[int, int, str, str]]:
    return {(index, quad(kind), a, b) for index, kind, a, b in found}


def prf[Key_](gold: set[Key_], found: set[Key_]) -> tuple[float, float, float]:
    hit = len(gold & found)
    precision, recall = hit / (len(found) or 1), hit / (len(gold) or 1)
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1)


def write_clues(matters: Mapping[str, Matter], seen: Round) -> None:
    acts, hints = matters["acts"], matters["hints"]
    fine = _final(acts, [one.told for one in acts.candidates], seen.fine, "acts")
    broad = _final(acts, [one.told_class for one in acts.candidates], seen.broad, "acts")
    hinted = _final(hints, [one.told for one in hints.candidates], seen.hints, "hints")
    kinds = sorted({one.scored.type for one in acts.candidates})
    both = {kind: merged((fine, broad), acts, kind) for kind in kinds}
    alone = {kind: merged((hinted,), hints, kind) for kind in candidates.HINTED}
    told = {
        "acts": both,
        "hint_biases": {kind: weights.pop(BIAS)[0] for kind, weights in alone.items()},
        "hints": {kind: {clue: pair[0] for clue, pair in weights.items()} for kind, weights in alone.items()},
    }
    _write("relations-clues", told)


def _final(matter: Matter, told: Sequence[float | None], seen: Chances, name: str) -> Any:
    yes, weight = labels(told)
    return fitted(matter, yes, second_look(weight, yes, seen), STRENGTH[name])


def merged(models: Sequence[Any], matter: Matter, kind: str) -> dict[str, list[float]]:
    """One weight for each clue of a type: for the type, for its quad class and for all, added up; BIAS the rest."""
    totals = defaultdict[str, list[float]](lambda: [0.0] * len(models))
    heads = (f"{kind}|", f"{quad(kind)}|")
    for column, index in matter.columns.items():
        clue = next((column.removeprefix(head) for head in heads if column.startswith(head)), None)
        if clue is None and column.startswith(SHARED):
            clue = column
        if clue is not None:
            for at, model in enumerate(models):
                totals[clue][at] += float(model.coef_[0][index])
    own = {
        clue for candidate in matter.candidates if candidate.scored.type == kind for p in candidate.clues for clue in p
    }
    kept = {
        clue: [round(weight, 3) for weight in weights]
        for clue, weights in sorted(totals.items())
        if clue in own and max(map(abs, weights)) >= SMALL
    }
    biases = [total + float(model.intercept_[0]) for total, model in zip(totals[BIAS], models, strict=True)]
    return {**kept, BIAS: [round(bias, 3) for bias in biases]}


def write_verdicts(docketed: Docketed, taught: Sequence[Lesson], threshold: float) -> None:
    rows, yes, _ = arrays(docketed, taught)
    models = [boosted(rows, yes, seed) for seed in SEEDS]
    bias = float(np.mean([model._baseline_prediction.ravel()[0] for model in models]))
    trees = [_tree(predictors[0].nodes) for model in models for predictors in model._predictors]
    _write("relations-verdicts", {"bias": bias, "threshold": round(threshold, 3), "trees": trees})


def _tree(nodes: Any) -> list[tuple[int, float, int, int]]:
    return [
        (-1, round(float(node["value"]) / len(SEEDS), 6), 0, 0)
        if node["is_leaf"]
        else (int(node["feature_idx"]), float(node["num_threshold"]), int(node["left"]), int(node["right"]))
        for node in nodes
    ]


def _write(name: str, told: object) -> None:
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (MODELS / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--folds", action="store_true", help="only measure on outlets held out in turn")
    args = parser.parse_args()
    records = [json.loads(line) for path in args.gold for line in path.read_text("utf-8").splitlines() if line.strip()]
    taught = lessons(records)
    matters = collect(taught)
    seen = first_stage(matters, taught)
    docketed = second_stage(matters, seen, taught)
    threshold = report(docketed, judged(docketed, taught), taught)
    print(f"threshold {threshold:.2f}")
    if not args.folds:
        write_clues(matters, seen)
        write_verdicts(docketed, taught, threshold)


if __name__ == "__main__":
    main()
