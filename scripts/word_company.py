"""Learns from unlabelled news what company words keep, and writes it to ingest/models/word-company.json.

    word_company.py CORPUS.jsonl [MORE.jsonl …]

Two things are counted: how often a word stands in the clause before a verb of saying whose colon or «که» leaves no
doubt, and which words stand on both sides of it (words alike in that are of one kin). Only the classes of frequent
words are kept. The same input gives the same classes.
"""

import json
import math
import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import coo_matrix
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD

from graph.facts import Article
from graph.letters import skeleton_text
from ingest.attributing.acceptance import TOLD
from ingest.attributing.company import stems
from ingest.attributing.drafts import Draft
from ingest.attributing.passages import page
from ingest.reading import read

PLACE = Path(__file__).parent.parent / "ingest" / "models" / "word-company.json"
LEAST = 8  # times that a word must be seen
WINDOW = 10  # words of a clause in which a speaker is looked for
NEAR, ENDS = (-1.0, -0.3, 0.3, 1.0, 2.0), (-2.0, -1.0, 0.0, 1.0, 2.0)  # bounds of the classes, logarithms of a ratio
OFFSETS = (1, 2, -1, -2)  # of the neighbours that tell a word's kin
OUTSIDE = (-1, -1)  # no words: as many as the farthest neighbour is away
DIMENSIONS, KINS = 60, 40

type Clause = Sequence[str]


def words(text: str) -> list[str]:
    """The skeletons of a text's words, bare of what is joined to them."""
    return list(filter(None, map(skeleton_text, stems(text, 0, len(text)))))


def told(record: dict[str, Any]) -> Iterator[tuple[Clause, list[Clause]]]:
    """Each sentence of an article, and the clauses in it that stand before a verb of saying."""
    laid = page(read(Article(record["id"], record["text"])))
    for passage in laid.passages:
        clauses = [laid.folded[d.window[0] : d.cue[0]] for d in passage.drafts if is_plain(d)]
        yield words(laid.folded[slice(*passage.span)]), [words(clause) for clause in clauses]


def is_plain(draft: Draft) -> bool:
    """Whether a draft is a finite verb of saying in the third person, affirmed, with a colon or «که» behind it."""
    form = draft.form
    told_plainly = draft.frame.startswith("verb") and form.person in (3, 6) and form.mood in TOLD and not form.negative
    return told_plainly and (
        draft.dress == "colon" or (draft.dress == "that" and form.cue.kind not in ("consider", "text"))
    )


def classes(counted: Counter[str], all_of: Counter[str], bounds: Sequence[float], smooth: float) -> dict[str, str]:
    """The class of each word by how much more often it is counted than its share of all words."""
    total, whole = sum(counted.values()), sum(all_of.values())
    ratios = {
        word: math.log(((counted[word] + 0.5) / total) / ((many + smooth) / whole)) for word, many in all_of.items()
    }
    return {word: str(bisect_left(bounds, ratio)) for word, ratio in ratios.items()}


def kins(sentences: Iterable[Clause], vocabulary: Sequence[str]) -> list[int]:
    """The number of each word's kin: clusters of what stands around it."""
    place = {word: at for at, word in enumerate(vocabulary)}
    size, pairs = len(vocabulary), Counter[tuple[int, int]]()
    for sentence in sentences:
        ids = [*OUTSIDE, *(place.get(word, -1) for word in sentence), *OUTSIDE]
        for side, offset in enumerate(OFFSETS):
            beside = ids[2 + offset : len(ids) - 2 + offset]
            pairs.update((a, b + side * size) for a, b in zip(ids[2:-2], beside, strict=True) if a >= 0 <= b)
    rows, columns = np.array(list(pairs)).T
    seen = np.array(list(pairs.values()), dtype=float)
    shape = (size, len(OFFSETS) * size)
    of_word = np.bincount(rows, seen, size)
    of_place = np.bincount(columns, seen, shape[1]) ** 0.75
    weight = np.maximum(np.log(seen / of_word[rows] / (of_place[columns] / of_place.sum())), 0)
    vectors: Any = TruncatedSVD(DIMENSIONS, random_state=0).fit_transform(coo_matrix((weight, (rows, columns)), shape))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    clusters: Any = KMeans(KINS, random_state=0, n_init=1, max_iter=50).fit_predict(vectors)
    return [int(cluster) for cluster in clusters]


def learnt(records: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The kins of the words of some articles, each by its most frequent word, and each word's classes and kin."""
    sentences: list[Clause] = []
    near, opens, closes, seen = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for sentence, clauses in (pair for record in records for pair in told(record)):
        sentences.append(sentence)
        seen.update(sentence)
        for clause in filter(None, clauses):
            near.update(set(clause[:WINDOW]))
            opens[clause[0]] += 1
            closes[clause[-1]] += 1
    frequent = Counter({word: many for word, many in sorted(seen.items()) if many >= LEAST})
    of_kin = kins(sentences, list(frequent))
    leaders = [
        max((word for word, other in zip(frequent, of_kin, strict=True) if kin == other), key=frequent.__getitem__)
        for kin in range(KINS)
    ]
    parts = (
        classes(near, frequent, NEAR, 0.5),
        classes(opens, frequent, ENDS, 3),
        classes(closes, frequent, ENDS, 3),
        dict(zip(frequent, map(str, of_kin), strict=True)),
    )
    return {"kins": leaders, "words": {word: "".join(part[word] for part in parts) for word in frequent}}


def main() -> None:
    lines = (line for path in sys.argv[1:] for line in Path(path).read_text(encoding="utf-8").splitlines())
    text = json.dumps(learnt(map(json.loads, lines)), ensure_ascii=False, indent=0)
    PLACE.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
