"""Trains the judges of attributions on annotated articles and writes their weights to ingest/models.

    train_attributions.py GOLD.jsonl [MORE.jsonl …]          trains on all of it
    train_attributions.py --folds GOLD.jsonl                 only measures, on outlets held out in turn

Gold records are those of the annotation guide. The texts stay where they are: only weights over words and classes of
words are kept. The same input gives the same weights.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from graph.facts import Article
from ingest import attributions
from ingest.attributing import acceptance, continuation, ends
from ingest.attributing.drafts import Draft
from ingest.attributing.passages import Page, page
from ingest.attributions import Judges
from ingest.linear import Model, Tree
from ingest.reading import read

MODELS = Path(__file__).parent.parent / "ingest" / "models"
FOLDS = 5
TREES: Mapping[str, Any] = {
    "max_iter": 60,
    "learning_rate": 0.12,
    "max_leaf_nodes": 8,
    "min_samples_leaf": 4,
    "l2_regularization": 5,
}
SHARE = 0.6  # of the trees in the odds, where a linear model has the rest
EASE = {
    **dict.fromkeys(
        ("before=", "before-frame=", "before2=", "after=", "begins=", "clause-first=", "hint=", "who-"), 0.5
    ),
    **dict.fromkeys(("cue=", "cue-frame=", "cue-mood=", "inside-cue=", "holds-mood="), 1.5),
}

type Examples = list[tuple[list[str], bool]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """An annotated article, laid out."""

    record: dict[str, Any]
    laid: Page

    @property
    def statements(self) -> list[dict[str, Any]]:
        return list(self.record["statements"])

    def meant(self, draft: Draft) -> dict[str, Any] | None:
        """The annotated statement that has the draft's cue."""
        found = [s for s in self.statements if _same_cue(draft, s)]
        return found[-1] if found else None


def _same_cue(draft: Draft, statement: dict[str, Any]) -> bool:
    cue = statement["cue"]
    if draft.frame != "colon":
        return bool(cue) and cue[0] < draft.cue[1] and cue[1] > draft.cue[0]
    start = draft.content[0][0] if draft.content else draft.cue[1]
    return (not cue or cue[1] <= draft.cue[1] + 1) and abs(int(statement["content"][0][0]) - start) < 12


def lesson(record: dict[str, Any]) -> Lesson:
    """An annotated article ready for learning."""
    return Lesson(record, page(read(Article(record["id"], record["text"]))))


def acceptances(taught: Lesson) -> tuple[Examples, list[list[Draft]]]:
    """Every draft with whether it is a statement, and by passage those that are."""
    examples: Examples = []
    right: list[list[Draft]] = []
    for at, passage in enumerate(taught.laid.passages):
        kept = []
        for draft in passage.drafts:
            good = _good(taught, draft, passage.span[1])
            if not acceptance.surely(draft):
                examples.append((taught.laid.features(at, draft), good))
            if good:
                kept.append(draft)
        right.append(kept)
    return examples, right


def _good(taught: Lesson, draft: Draft, end: int) -> bool:
    statement = taught.meant(draft)
    if statement is None:
        return False
    if not draft.content:
        return True
    gold = {place for a, b in statement["content"] for place in range(a, min(b, end))}
    drafted = {place for a, b in draft.content for place in range(a, b)}
    return 2 * len(gold & drafted) >= 0.5 * (len(gold) + len(drafted))


def endings(taught: Lesson, right: Sequence[Sequence[Draft]]) -> Examples:
    """Every place where a right draft might end, up to the one where it does."""
    examples: Examples = []
    for at, drafts in enumerate(right):
        for draft in drafts:
            if not draft.open or not draft.content or draft.dress not in ends.LOOSE:
                continue
            end = _end(taught, draft)
            for cut in ends.cuts(draft, taught.laid.sentence(at)):
                if cut.place > end + 3 or end <= draft.content[-1][0]:
                    break
                examples.append((cut.features, abs(cut.place - end) <= 3))
    return examples


def _end(taught: Lesson, draft: Draft) -> int:
    statement = taught.meant(draft)
    return int(statement["content"][-1][1]) if statement else -1


def goings_on(taught: Lesson, right: Sequence[Sequence[Draft]]) -> Examples:
    """Every sentence behind an open statement, up to the first that is not the speaker's any more."""
    examples: Examples = []
    laid = taught.laid
    said = [[_closed(taught, d, p.span[1]) for d in drafts] for p, drafts in zip(laid.passages, right, strict=True)]
    for at, passage in enumerate(laid.passages):
        opened = [d for d in said[at] if d.open and ends.reaches(d, passage.span)]
        if not opened:
            continue
        growing = continuation.Opened(opened[0])
        end = _end(taught, opened[0])
        for later in range(at + 1, len(laid.passages)):
            start, stop = laid.passages[later].span
            quote = continuation.quotation(laid, growing.draft, (start, stop))
            belongs = end > start + 0.5 * (stop - start)
            if growing.surely(laid, said, later, quote) is None:
                examples.append((list(growing.features(laid, said, later, quote)), belongs))
            if not belongs:
                break
            growing.take(laid, later)
    return examples


def _closed(taught: Lesson, draft: Draft, end: int) -> Draft:
    return replace(draft, open=False) if draft.content and _end(taught, draft) < end - 6 else draft


def fitted(examples: Examples, strength: float, least: int = 2) -> Model:
    """A logistic model of the examples; features seen in fewer than `least` of them are left out."""
    features = [{f: emphasis(f) for f in told} for told in _common(examples, least)]
    table: Any = DictVectorizer()  # type: ignore[no-untyped-call]
    matrix = table.fit_transform(features)
    model: Any = LogisticRegression(C=strength, max_iter=3000)  # type: ignore[no-untyped-call]
    model.fit(matrix, [good for _, good in examples])
    named = zip(table.get_feature_names_out(), model.coef_[0], strict=True)
    weights = {str(feature): round(float(weight) * emphasis(str(feature)), 3) for feature, weight in named}
    return Model(round(float(model.intercept_[0]), 3), {f: w for f, w in weights.items() if abs(w) >= 0.01})


def emphasis(feature: str) -> float:
    """How easily a feature gains weight: single words hardly, cues easily."""
    return next((ease for start, ease in EASE.items() if feature.startswith(start)), 1.0)


def grown(linear: Model, examples: Examples, least: int = 4) -> Model:
    """A linear model and boosted trees of the same examples, weighed together."""
    table: Any = DictVectorizer(sparse=False)  # type: ignore[no-untyped-call]
    rows = table.fit_transform([dict.fromkeys(told, 1) for told in _common(examples, least)])
    model: Any = HistGradientBoostingClassifier(random_state=0, early_stopping=False, **TREES)
    model.fit(rows, np.array([good for _, good in examples]))
    names = [str(name) for name in table.get_feature_names_out()]
    trees = [_tree(predictors[0].nodes, names) for predictors in model._predictors]
    bias = (1 - SHARE) * linear.bias + SHARE * float(model._baseline_prediction.ravel()[0])
    return Model(round(bias, 3), {f: round((1 - SHARE) * w, 3) for f, w in linear.weights.items()}, trees)


def _common(examples: Examples, least: int) -> list[list[str]]:
    """The features of each example that at least so many have."""
    seen = Counter(feature for told, _ in examples for feature in set(told))
    return [[feature for feature in told if seen[feature] >= least] for told, _ in examples]


def _tree(nodes: Any, names: Sequence[str], at: int = 0) -> Tree:
    node = nodes[at]
    if node["is_leaf"]:
        return round(SHARE * float(node["value"]), 4)
    yes, no = (_tree(nodes, names, int(node[side])) for side in ("right", "left"))
    return names[int(node["feature_idx"])], yes, no


def trained(lessons: Iterable[Lesson]) -> Judges:
    """The three judges as the lessons teach them."""
    accept: Examples = []
    end: Examples = []
    go_on: Examples = []
    for taught in lessons:
        examples, right = acceptances(taught)
        accept += examples
        end += endings(taught, right)
        go_on += goings_on(taught, right)
    return Judges(fitted(accept, 0.4), fitted(end, 2.0), grown(fitted(go_on, 0.5), go_on))


def folds(lessons: Sequence[Lesson]) -> list[list[Lesson]]:
    """The lessons in groups of whole outlets, with about as many statements in each."""
    sizes: Counter[str] = Counter()
    for taught in lessons:
        sizes[str(taught.record["outlet"])] += len(taught.statements)
    load = [0] * FOLDS
    place: dict[str, int] = {}
    for outlet, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        place[outlet] = load.index(min(load))
        load[place[outlet]] += size
    groups: dict[int, list[Lesson]] = defaultdict(list)
    for taught in lessons:
        groups[place[str(taught.record["outlet"])]].append(taught)
    return [groups[number] for number in range(FOLDS)]


def matched(gold: Sequence[dict[str, Any]], drafts: Sequence[Draft]) -> int:
    """How many statements and drafts pair up one to one, best first, with six tenths of their characters in common."""
    told = [{place for a, b in s["content"] for place in range(a, b)} for s in gold]
    read_ = [{place for a, b in d.content for place in range(a, b)} for d in drafts]
    scored = sorted(
        ((-2 * len(g & p) / (len(g) + len(p)), i, j) for i, g in enumerate(told) for j, p in enumerate(read_) if g & p)
    )
    taken: set[tuple[str, int]] = set()
    for score, i, j in scored:
        if score <= -0.6 and ("g", i) not in taken and ("p", j) not in taken:
            taken |= {("g", i), ("p", j)}
    return len(taken) // 2


def figures(lessons: Iterable[Lesson], judge: Judges) -> tuple[int, int, int]:
    """Statements matched, annotated, read."""
    hit = gold = read_ = 0
    for taught in lessons:
        drafts = attributions.told(taught.laid, judge)
        hit += matched(taught.statements, drafts)
        gold += len(taught.statements)
        read_ += len(drafts)
    return hit, gold, read_


def measure(lessons: Sequence[Lesson]) -> None:
    """Prints precision, recall and F1 on outlets that the judges have not seen."""
    groups = folds(lessons)
    total = np.zeros(3)
    for held in groups:
        judge = trained(taught for group in groups if group is not held for taught in group)
        one = figures(held, judge)
        total += one
        print(f"{len(held):4} articles  {_told(*one)}")
    print(f"{len(lessons):4} articles  {_told(*total)}")


def _told(hit: float, gold: float, read_: float) -> str:
    return f"precision {hit / read_:.4f}  recall {hit / gold:.4f}  F1 {2 * hit / (gold + read_):.4f}"


def keep(judge: Judges) -> None:
    """Writes the judges to the package."""
    for name, model in (("accept", judge.accept), ("end", judge.end), ("go-on", judge.go_on)):
        told: dict[str, Any] = {"bias": model.bias, "weights": dict(sorted(model.weights.items()))}
        if model.trees:
            told["trees"] = model.trees
        text = json.dumps(told, ensure_ascii=False, indent=0)
        (MODELS / f"attributions-{name}.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--folds", action="store_true", help="measure on held-out outlets instead of writing models")
    arguments = parser.parse_args()
    lines = [line for path in arguments.gold for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    lessons = [lesson(json.loads(line)) for line in lines]
    if arguments.folds:
        measure(lessons)
    else:
        keep(trained(lessons))


if __name__ == "__main__":
    main()
