"""Trains the judges of attributions on annotated articles and writes their weights to ingest/models.

    train_attributions.py GOLD.jsonl [MORE.jsonl …]                         trains on all of it
    train_attributions.py --labels L.jsonl --texts CORPUS.jsonl GOLD.jsonl  trains on labelled drafts of a corpus too
    train_attributions.py --folds GOLD.jsonl                                only measures, on outlets held out in turn

Gold records are those of the annotation guide. The texts stay where they are: only weights over words and classes of
words are kept. The same input gives the same weights.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from training.attribution_lessons import (
    Examples,
    Labelled,
    Lesson,
    acceptances,
    endings,
    goings_on,
    labelled,
    lesson,
    others,
)
from training.attribution_weights import fitted, grown

from ingest import attributions
from ingest.attributing.drafts import Draft
from ingest.attributions import Judges

MODELS = Path(__file__).parent.parent / "ingest" / "models"
FOLDS = 5
CAUTION = 0.2  # natural logarithm of odds that a statement must have beyond even: a wrong one misleads more


def trained(lessons: Iterable[Lesson], labels: Iterable[Labelled] = ()) -> Judges:
    """The three judges as the lessons and single labels teach them."""
    told = list(labels)
    accept: Examples = [example for one in told for example in one.examples]
    end: Examples = [example for one in told for example in one.ends]
    go_on: Examples = []
    for taught in lessons:
        examples, right = acceptances(taught)
        accept += examples
        end += endings(taught, right)
        go_on += goings_on(taught, right)
    judge = fitted(accept, 0.3)
    cautious = replace(judge, bias=round(judge.bias - CAUTION, 3))
    return Judges(cautious, fitted(end, 0.5), grown(fitted(go_on, 0.5), go_on))


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


def measure(lessons: Sequence[Lesson], labels: Sequence[Labelled]) -> None:
    """Prints precision, recall and F1 on outlets that the judges have not seen."""
    groups = folds(lessons)
    total = np.zeros(3)
    for held in groups:
        seen = others(labels, frozenset(str(taught.record["outlet"]) for taught in held))
        judge = trained((taught for group in groups if group is not held for taught in group), seen)
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
    parser.add_argument("--labels", type=Path, help="drafts of articles of --texts, which teach and are never asked")
    parser.add_argument("--texts", type=Path, help="the articles of --labels")
    parser.add_argument("--folds", action="store_true", help="measure on held-out outlets instead of writing models")
    arguments = parser.parse_args()
    lines = [line for path in arguments.gold for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    lessons = [lesson(json.loads(line)) for line in lines]
    labels = labelled(arguments.labels, arguments.texts) if arguments.labels else []
    if arguments.folds:
        measure(lessons, labels)
    else:
        keep(trained(lessons, labels))


if __name__ == "__main__":
    main()
