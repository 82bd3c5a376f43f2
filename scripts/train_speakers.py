"""Trains the two choices of who speaks on annotated articles and writes their weights to ingest/models.

    train_speakers.py GOLD.jsonl [MORE.jsonl …]                         trains on all of it
    train_speakers.py --labels L.jsonl --texts CORPUS.jsonl GOLD.jsonl  trains on labelled articles of a corpus too
    train_speakers.py --folds GOLD.jsonl                                only measures, on outlets held out in turn

With `--folds`, labelled articles are measured too, by articles held out in turn.

Gold records are those of the annotation guide. The texts stay where they are: only weights over classes of words and of
situations are kept. The same input gives the same weights.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from training.speaker_labels import labelled

from graph.facts import Article, Span
from graph.letters import skeleton_text
from ingest import attributions, coreference, linear, mentions, states
from ingest.attributions import Attribution
from ingest.linear import Model
from ingest.reading import Reading, read
from ingest.speaking import clues, referents, scenes, subjects
from ingest.speaking.cast import Entity
from ingest.speaking.joining import Mention
from ingest.speaking.scenes import Scene
from ingest.speaking.subjects import Chosen

MODELS = Path(__file__).parent.parent / "ingest" / "models"
FOLDS = 5
OVERLAP = 0.6  # of contents, as the scorer has it

LABELLED = 0.25  # what a choice of a labelled article weighs, of other topics than those that are read for most

type Choice = tuple[list[list[str]], int]
"""The features of each candidate, and which of them is right."""


@dataclass
class Lesson:
    """What one annotated article teaches."""

    outlet: str
    weight: float = 1.0
    subjects: list[Choice] = field(default_factory=list)
    referents: list[Choice] = field(default_factory=list)


def lesson(record: dict[str, Any], weight: float = 1.0) -> Lesson:
    """The choices of an article: over its own attributions, and over those that the annotators saw."""
    reading = read(Article(record["id"], record["text"], record.get("outlet")))
    taught = Lesson(record.get("outlet") or "", weight)
    seen = [(from_gold(reading, statement), statement) for statement in record["statements"]]
    for pairs in (seen, matched(reading, record["statements"])):
        learn(reading, pairs, taught)
    return taught


def matched(reading: Reading, statements: Sequence[dict[str, Any]]) -> list[tuple[Attribution, dict[str, Any] | None]]:
    """The attributions that are found, each with the annotated statement whose words it has."""
    return [(found, _same(found, statements)) for found in attributions.find(reading)]


def _same(found: Attribution, statements: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    places = _places(found.content)
    scored = [(_dice(places, _places(statement["content"])), i) for i, statement in enumerate(statements)]
    best = max(scored, default=(0.0, 0))
    return statements[best[1]] if best[0] >= OVERLAP else None


def _places(spans: Iterable[Sequence[int]]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def _dice(one: set[int], other: set[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other) or 1)


def from_gold(reading: Reading, statement: dict[str, Any]) -> Attribution:
    """An annotated statement as an attribution; a bare colon's hint is what stands before it on its line."""
    content = tuple((start, end) for start, end in statement["content"])
    cue: Span | None = tuple(statement["cue"]) if statement["cue"] else None
    colon = reading.folded.rfind(":", max(0, content[0][0] - 12), content[0][0])
    if cue and reading.folded[slice(*cue)].strip() == ":":
        cue, colon = None, cue[0]
    end = colon if colon >= 0 else content[0][0]
    hint = None if cue else (reading.folded.rfind("\n", 0, end) + 1, end)
    return Attribution(
        cue, "say", content, statement["type"], "gold", "colon" if hint else "verb", hint or content[0], hint
    )


def learn(reading: Reading, pairs: Sequence[tuple[Attribution, dict[str, Any] | None]], taught: Lesson) -> None:
    """Adds the choices of an article's attributions, each told who the earlier ones' speakers were."""
    named = mentions.find(reading, states.find(reading))
    seen = scenes.scenes(reading, named, [attribution for attribution, _ in pairs])
    chosen: list[Chosen] = []
    for scene, (_, statement) in zip(seen, pairs, strict=True):
        chosen.append((scene, _chosen(scene, statement, subjects.last_subject(scene, chosen), taught)))
    story = coreference.Story(reading, named, chosen)
    for index, (_, statement) in enumerate(pairs):
        if statement is not None:
            entity = _meant(story, index, statement, taught)
            if entity is not None:
                story.heard(index, entity)


def _chosen(scene: Scene, statement: dict[str, Any] | None, last: Mention | None, taught: Lesson) -> Mention | None:
    right = _right(scene, statement["mention"]) if statement else None
    if right is None:
        return None
    if len(scene.candidates) > 1:
        taught.subjects.append((subjects.features(scene, last), right))
    return scene.candidates[right]


def _right(scene: Scene, mention: Sequence[int] | None) -> int | None:
    """The candidate that shares most with the annotated mention; the document, where «در این بیانیه آمده است»."""
    if mention is None:
        said = scene.attribution.rule.startswith("amade")
        documents = (i for i, one in enumerate(scene.candidates) if said and one and one.sort == "D" and not one.parts)
        return next(documents, next((i for i, one in enumerate(scene.candidates) if one is None), None))
    shared = [
        (min(one.span[1], mention[1]) - max(one.span[0], mention[0]) if one else 0, -i)
        for i, one in enumerate(scene.candidates)
    ]
    best = max(shared, default=(0, 0))
    return -best[1] if best[0] > 0 else None


def _meant(story: coreference.Story, index: int, statement: dict[str, Any], taught: Lesson) -> Entity | None:
    sure = story.sure(index)
    if sure is not None:
        return sure[0]
    search = story.search(index)
    among = referents.candidates(search)
    names = {_folded(name) for name in statement["speaker"]["names"]}
    right = sorted((one is search.itself, i) for i, one in enumerate(among) if _folded(one.name) in names)
    if not right:
        return None
    if len(among) > 1:
        taught.referents.append(([list(clues.features(search, one)) for one in among], right[0][1]))
    return among[right[0][1]]


def _folded(name: str) -> str:
    return "".join(character for character in skeleton_text(name) if character.isalnum())


def fitted(told: Sequence[tuple[float, Choice]], strength: float = 3.0, least: int = 2) -> Model:
    """A conditional logistic model of weighed choices; features seen in fewer than `least` candidates are left out."""
    choices = [choice for _, choice in told]
    weigh = np.array([weight for weight, _ in told])
    seen = Counter(told for among, _ in choices for one in among for told in set(one))
    columns = {told: at for at, told in enumerate(sorted(told for told, n in seen.items() if n >= least))}
    rows = [(group, one, i == right) for group, (among, right) in enumerate(choices) for i, one in enumerate(among)]
    places = [(row, columns[told]) for row, (_, one, _) in enumerate(rows) for told in one if told in columns]
    at_row, at_column = zip(*places, strict=True)
    matrix = csr_matrix((np.ones(len(places)), (at_row, at_column)), shape=(len(rows), len(columns)))
    groups = np.array([group for group, _, _ in rows])
    rights = np.array([row for row, (_, _, right) in enumerate(rows) if right])

    def loss(weights: Any) -> tuple[float, Any]:
        scores = matrix @ weights
        highest = np.full(len(choices), -np.inf)
        np.maximum.at(highest, groups, scores)
        shares = np.exp(scores - highest[groups])
        totals = np.bincount(groups, shares, len(choices))
        shares /= totals[groups]
        missed = weigh @ (highest + np.log(totals) - scores[rights])
        shares[rights] -= 1
        shares *= weigh[groups]
        return missed + strength / 2 * weights @ weights, matrix.T @ shares + strength * weights

    found = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    weights = {told: round(float(found[at]), 3) for told, at in columns.items()}
    return Model(0.0, {told: weight for told, weight in weights.items() if abs(weight) >= 0.01})


def trained(lessons: Sequence[Lesson]) -> dict[str, Model]:
    """Both models, by name."""
    return {
        subjects.MODEL: fitted([(taught.weight, choice) for taught in lessons for choice in taught.subjects], least=4),
        referents.MODEL: fitted([(taught.weight, choice) for taught in lessons for choice in taught.referents]),
    }


def right_speakers(record: dict[str, Any], *, found: bool) -> Iterator[tuple[bool, bool | None]]:
    """For each annotated statement (or each found one that has its words): right name, right country (None: untold)."""
    reading = read(Article(record["id"], record["text"], record.get("outlet")))
    pairs: Sequence[tuple[Attribution, dict[str, Any] | None]] = (
        matched(reading, record["statements"])
        if found
        else [(from_gold(reading, statement), statement) for statement in record["statements"]]
    )
    named = mentions.find(reading, states.find(reading))
    spoken = coreference.speakers(reading, named, [attribution for attribution, _ in pairs])
    for (_, statement), told in zip(pairs, spoken, strict=True):
        if statement is not None:
            meant = statement["speaker"]
            name = told is not None and _folded(told[0].name) in {_folded(name) for name in meant["names"]}
            yield name, (told is not None and told[0].country == meant["country"]) if meant["country"] else None


def outlet_folds(lessons: Sequence[Lesson]) -> dict[str, int]:
    """Outlets dealt to folds, the one with most choices first, to the fold that has fewest."""
    counts: Counter[str] = Counter()
    for taught in lessons:
        counts[taught.outlet] += len(taught.subjects)
    loads, where = [0] * FOLDS, {}
    for outlet, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        where[outlet] = loads.index(min(loads))
        loads[where[outlet]] += count
    return where


def measure(records: Sequence[dict[str, Any]], others: Sequence[dict[str, Any]]) -> None:
    """Prints how often the speaker is right: of annotated articles on outlets that the models have not seen, of
    labelled ones on articles that they have not."""
    lessons = [lesson(record) for record in records]
    more = [lesson(record, LABELLED) for record in others]
    where = outlet_folds(lessons)
    held = [where[taught.outlet] for taught in lessons]
    apart = [[taught for taught in more if where.get(taught.outlet) != fold] for fold in range(FOLDS)]
    report("annotated articles", records, lessons, held, apart)
    if others:
        report("labelled articles", others, more, [at % FOLDS for at in range(len(more))], [lessons] * FOLDS)


def report(
    what: str,
    records: Sequence[dict[str, Any]],
    lessons: Sequence[Lesson],
    held: Sequence[int],
    others: Sequence[Sequence[Lesson]],
) -> None:
    """Prints how often the speaker is right in each record, read with what its fold's other records teach, and more."""
    results: dict[bool, list[tuple[bool, bool | None]]] = {True: [], False: []}
    for fold in range(FOLDS):
        seen = [taught for taught, at in zip(lessons, held, strict=True) if at != fold]
        with Borrowed(trained([*seen, *others[fold]])):
            for record, at in zip(records, held, strict=True):
                if at == fold:
                    for found, kept in results.items():
                        kept.extend(right_speakers(record, found=found))
    for found, kept in results.items():
        told = [country for _, country in kept if country is not None]
        print(
            f"{what}, attributions {'found' if found else 'annotated'}: {len(kept)}, "
            f"name {np.mean([name for name, _ in kept]):.4f}, country {np.mean(told):.4f}"
        )


@dataclass
class Borrowed:
    """Puts models in the place of the shipped ones for a while."""

    models: dict[str, Model]

    def __enter__(self) -> None:
        self.shipped = linear.model
        linear.model = lambda name: self.models[name] if name in self.models else self.shipped(name)  # type: ignore[assignment]

    def __exit__(self, *_: object) -> None:
        linear.model = self.shipped


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--labels", type=Path, help="who speaks in articles of --texts, which teach a little")
    parser.add_argument("--texts", type=Path, help="the articles of --labels")
    parser.add_argument("--folds", action="store_true", help="measure on outlets held out in turn, write nothing")
    args = parser.parse_args()
    records = [json.loads(line) for path in args.gold for line in path.read_text(encoding="utf-8").splitlines() if line]
    more = labelled(args.labels, args.texts) if args.labels else []
    if args.folds:
        measure(records, more)
        return
    lessons = [lesson(record) for record in records] + [lesson(record, LABELLED) for record in more]
    for name, model in trained(lessons).items():
        text = json.dumps({"bias": model.bias, "weights": model.weights}, ensure_ascii=False, indent=0, sort_keys=True)
        (MODELS / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
