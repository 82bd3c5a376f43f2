"""Classes of words that stand among the same neighbours, from texts without labels: no small treebank teaches them."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from scipy.sparse.linalg import svds
from sklearn.cluster import KMeans

from ingest import words

WORDS, NEIGHBOURS, AXES = 12_000, 2_000, 80
FEWEST = 5  # times that a word is printed
_PLACES = (-2, -1, 1, 2)


def sentences(paths: Iterable[Path]) -> Iterator[list[str]]:
    """The keys of each paragraph of the articles of JSON Lines files."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["text"]
            for start, end in words.paragraphs(text):
                yield [token.key for token in words.tokens(text[start:end])]


def classes(texts: Sequence[Sequence[str]], fine: int, coarse: int) -> list[list[list[str]]]:
    """Coarse classes of fine classes of words."""
    counted = Counter(key for text in texts for key in text)
    known = [key for key, times in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])) if times >= FEWEST][
        :WORDS
    ]
    vectors = _vectors(texts, known)
    told = KMeans(fine, n_init=1, max_iter=30, random_state=3).fit(vectors)
    upper = KMeans(coarse, n_init=5, random_state=3).fit_predict(told.cluster_centers_)
    found: list[list[list[str]]] = [[] for _ in range(coarse)]
    for number in range(fine):
        found[upper[number]].append(sorted(known[at] for at in np.flatnonzero(told.labels_ == number)))
    return found


def _vectors(texts: Sequence[Sequence[str]], known: Sequence[str]) -> np.ndarray:
    """The words in few dimensions, by how much more often than chance each neighbour stands at each place."""
    index = {key: at for at, key in enumerate(known)}
    ids = np.array([at for text in texts for at in (-1, -1, *(index.get(key, -1) for key in text))])
    parts = []
    for place in _PLACES:
        one, other = (ids[:-place], ids[place:]) if place > 0 else (ids[-place:], ids[:place])
        kept = (one >= 0) & (other >= 0) & (other < NEIGHBOURS)
        counts = csr_matrix((np.ones(kept.sum()), (one[kept], other[kept])), shape=(len(known), NEIGHBOURS))
        parts.append(_surprise(counts))
    left, size, _ = svds(hstack(parts).tocsr(), k=AXES, random_state=3)
    vectors = left * np.sqrt(size)
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def _surprise(counts: csr_matrix) -> csr_matrix:
    """Positive pointwise mutual information."""
    counts = counts.tocoo()
    rows, columns = np.asarray(counts.sum(1)).ravel(), np.asarray(counts.sum(0)).ravel() ** 0.75
    values = np.log(counts.data * columns.sum() / (rows[counts.row] * columns[counts.col]))
    kept = values > 0
    return csr_matrix((values[kept], (counts.row[kept], counts.col[kept])), shape=counts.shape)
